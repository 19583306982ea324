import type { DisputePart, MediationDetail } from '../../../types/volunteer'
import { mediationLimits } from '../../../types/volunteer'
import { type Keys, open } from '../../platform/crypto'
import type { Sql } from '../../platform/database'
import { selectWindows } from '../ask/queries'
import { selectCounts } from '../seek/queries'
import { selectComing } from '../view/queries'
import { shownCode } from './code'
import * as queries from './queries'
import { selectRecords } from './record-queries'
import { disputeActionsOf } from './rules'

/** One dispute as the contract gives it out, to somebody who is a part of it; undefined to everybody else. */
export async function readMediation(
  sql: Sql,
  me: number,
  helpRequestId: number,
  keys: Keys,
  now: Date,
): Promise<MediationDetail | undefined> {
  const myPart = await queries.selectOptionalPart(sql, me, helpRequestId)
  if (!myPart) return undefined
  const [row, sides, invitations, windows, coming, counts, records] = await Promise.all([
    queries.selectMediation(sql, helpRequestId),
    queries.selectSides(sql, helpRequestId),
    queries.selectInvitations(sql, helpRequestId, now),
    selectWindows(sql, helpRequestId),
    selectComing(sql, helpRequestId),
    selectCounts(sql, helpRequestId),
    selectRecords(sql, helpRequestId),
  ])
  if (!row) return undefined
  const [newest] = records
  const settled = newest?.confirmations.length === 2
  const agreedByBoth = sides.length === 2 && sides.every((one) => one.withdrawnAt === null)
  const mine = sides.find((one) => one.side === myPart)
  const invitationsLeft = Math.max(0, mediationLimits.invitations - invitations.made)
  const { live } = invitations
  const code = myPart === 'requester' && live ? shownCode(keys.checkIn, live) : undefined
  const [first] = coming
  return {
    helpRequestId,
    myPart,
    status: row.status,
    areaName: row.areaName,
    place: invitations.place,
    windows,
    span: first ? { from: first.from, until: first.until } : null,
    minutes: row.minutes,
    sides: sides.map(({ personId: _, ...one }) => one),
    invitation: code && live && !agreedByBoth ? { code, expiresAt: live.expiresAt } : null,
    invitationsLeft,
    declined: myPart === 'requester' && invitations.declined,
    asked: counts.sent,
    answerBy: counts.answerBy,
    mediators: coming.map(({ assignmentId, name, teamName, status, from, until, setOutAt, checkedInAt }) => ({
      assignmentId,
      name,
      teamName,
      status,
      span: { from, until },
      setOutAt,
      checkedInAt,
    })),
    records: records.map(({ version, wordsCipher, writtenAt, writtenByName, confirmations }) => ({
      version,
      words: open(keys.field, wordsCipher),
      writtenAt,
      writtenByName,
      confirmations,
    })),
    settled,
    ownerName: row.ownerName,
    helpPhone: row.helpPhone,
    allowedActions: disputeActionsOf({
      part: myPart,
      status: row.status,
      agreedByBoth,
      iWithdrew: mine?.withdrawnAt != null,
      settled,
      newest: newest?.version ?? 0,
      mineConfirmed: newest?.confirmations.some(({ side }) => side === (myPart as DisputePart)) ?? false,
      invitationsLeft,
      mediators: coming.map(({ status, personId }) => ({ status, mine: personId === me })),
    }),
  }
}
