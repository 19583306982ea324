import { diaryLimits, type hub, type PromiseRow } from '../../../types/hub'
import { addDays, dayOf } from '../../deadlines/day'
import { attachFiles } from '../../files/attach'
import { giveFiles } from '../../files/give'
import { tell } from '../../inbox/tell'
import { type KeyRing, open, seal } from '../../platform/crypto'
import type { Tx } from '../../platform/database'
import { refuse } from '../../platform/fault'
import type { Handlers } from '../../platform/operations'
import { fromCursor, pageSize, toPage } from '../../platform/paging'
import { found } from '../../platform/serve'
import { answerInWords } from '../contact/host-operations'
import { lockContact } from '../life/queries'
import { isContactStep } from '../life/rules'
import { hubWording } from '../wording'
import * as promises from './promise-queries'
import * as queries from './queries'

type DiaryOperations = Pick<
  Handlers<typeof hub>,
  'writeVisit' | 'visits' | 'visit' | 'correctVisit' | 'promises' | 'keepPromise' | 'visitsToMe'
>

/** The diary of visits: for the hub and its branch; those who live there see that somebody came and what was promised to them. */
export const diaryOperations: DiaryOperations = {
  async writeVisit(tx, who, input, call) {
    const { visitedOn, heard } = input
    const householdIds = [...new Set(input.householdIds)]
    const fileIds = [...new Set(input.fileIds)]
    const today = dayOf(call.now)
    if (visitedOn > today || visitedOn < addDays(today, -diaryLimits.lateDays)) return refuse('dayWrong')
    if (input.promises.some((one) => !householdIds.includes(one.householdId))) return refuse('promiseToOther')
    const last = addDays(today, diaryLimits.aheadDays)
    if (input.promises.some(({ dueOn }) => dueOn < today || dueOn > last)) return refuse('promiseDayWrong')
    const of = await queries.lockVisited(tx, who.personId, householdIds)
    if (!of) return refuse('notYourHouseholds')
    const contact = input.contactId === undefined ? undefined : await lockWish(tx, who.personId, input.contactId)
    if (contact === null || (contact && contact.hubId !== of.hubId)) return refuse('notAVisitWish')
    if (contact && !isContactStep('answer', contact.status, contact.side))
      return refuse('wrongStatus', { status: contact.status })
    const { field } = call.services.keys
    const contactId = contact?.contactId ?? null
    // First the answer: a visit gives points only where that gave none.
    if (contact)
      await answerInWords(tx, contact, who.personId, { words: input.answer || hubWording.visited, fileIds: [] }, call)
    const visitId = await queries.insertVisit(
      tx,
      { ...of, visitorId: who.personId, visitedOn, heard: seal(field, heard), contactId, householdIds, fileIds },
      call.now,
    )
    const target = { kind: 'homeVisit', id: visitId }
    await attachFiles(tx, { ownerId: who.personId, fileIds, target, path: 'fileIds' })
    const sealed = input.promises.map((one) => ({ ...one, words: seal(field, one.words) }))
    const promiseIds = await promises.insertPromises(tx, visitId, who.personId, sealed)
    await tellVisited(tx, of, householdIds, input.promises)
    call.audit({
      target: `homeVisit:${visitId}`,
      areaCode: of.areaCode,
      role: 'hubHost',
      after: { hubId: of.hubId, visitedOn, householdIds, promiseIds, contactId },
    })
    return { visitId }
  },

  async visits(sql, who, { hubId, householdId, cursor }) {
    const rows = await queries.selectVisits(
      sql,
      who.personId,
      { hubId, householdId },
      visitPosition(cursor),
      pageSize + 1,
    )
    return toPage(rows, (row) => keyOf(row))
  },

  async visit(sql, who, { visitId }, call) {
    const row = found(await queries.selectOptionalVisit(sql, who.personId, visitId))
    const [homes, fileIds, sealed] = await Promise.all([
      queries.selectHomes(sql, visitId),
      queries.selectFiles(sql, visitId),
      promises.selectOfVisit(sql, who.personId, visitId),
    ])
    const { field } = call.services.keys
    const { areaCode, heard, ...shown } = row
    call.audit({ target: `homeVisit:${visitId}`, areaCode, role: 'hubHost', after: { read: 'heard' } })
    return {
      ...shown,
      heard: open(field, heard),
      files: await giveFiles(sql, call.services, { fileIds, to: who.personId, now: call.now }),
      homes,
      promiseRows: sealed.map((one) => opened(field, one)),
    }
  },

  async correctVisit(tx, who, { visitId, version, heard }, call) {
    const sealed = seal(call.services.keys.field, heard)
    const changed = found(await queries.updateHeard(tx, who.personId, visitId, { version, heard: sealed }, call.now))
    if (!changed.done) return refuse('changedMeanwhile')
    call.audit({
      target: `homeVisit:${visitId}`,
      areaCode: changed.areaCode,
      role: 'hubHost',
      after: { corrected: 'heard' },
    })
    return {}
  },

  async promises(sql, who, { side, status, cursor }, call) {
    const position = fromCursor(cursor, ['number', 'number'])
    const after = position && { sort: position[0] as number, promiseId: position[1] as number }
    const [rows, counts] = await Promise.all([
      promises.selectPromises(sql, who.personId, { side, status, after }, pageSize + 1),
      promises.countPromises(sql, who.personId, side),
    ])
    const page = toPage(rows, (row) => [row.sort, row.promiseId])
    const { field } = call.services.keys
    call.audit({ target: 'visitPromises', after: { read: page.rows.map(({ promiseId }) => promiseId) } })
    return { ...page, ...counts, rows: page.rows.map((one) => opened(field, one)) }
  },

  async keepPromise(tx, who, { promiseId, outcome }, call) {
    const promise = found(await promises.lockPromise(tx, who.personId, promiseId))
    if (promise.status === 'kept') return refuse('alreadyKept')
    if (promise.status === 'ended') return refuse('promiseEnded')
    const sealed = outcome === '' ? null : seal(call.services.keys.field, outcome)
    await promises.setKept(tx, promiseId, { me: who.personId, outcome: sealed }, call.now)
    const facts = { hubId: promise.hubId, title: promise.hubName }
    const members = await queries.selectMembers(tx, [promise.householdId])
    await tell(
      tx,
      members.map(({ personId }) => ({ personId, kind: 'promiseKept' as const, facts })),
    )
    call.audit({
      target: `visitPromise:${promiseId}`,
      areaCode: promise.areaCode,
      role: 'hubHost',
      before: { status: promise.status },
      after: { status: 'kept' },
    })
    return {}
  },

  async visitsToMe(sql, who, { cursor }, call) {
    const rows = await queries.selectVisitsTo(sql, who.personId, visitPosition(cursor), pageSize + 1)
    const page = toPage(rows, (row) => keyOf(row))
    const sealed = await promises.selectMadeTo(sql, who.personId, page.rows)
    const { field } = call.services.keys
    return {
      ...page,
      rows: page.rows.map(({ householdId: _, ...visit }) => ({
        ...visit,
        promises: sealed
          .filter((one) => one.visitId === visit.visitId)
          .map((one) => {
            const { promiseId, words, dueOn, status, keptOn, late, outcome } = opened(field, one)
            return { promiseId, words, dueOn, status, keptOn, late, outcome }
          }),
      })),
    }
  },
}

const visitPosition = (cursor: string | undefined) => {
  const after = fromCursor(cursor, ['number', 'number'])
  return after && { day: after[0] as number, visitId: after[1] as number }
}
const keyOf = (row: { visitedOn: string; visitId: number }) => [Number(row.visitedOn.replaceAll('-', '')), row.visitId]

/** The contact of somebody who wished a visit, for the hub's side; null when it is none. */
async function lockWish(tx: Tx, me: number, contactId: number) {
  const contact = await lockContact(tx, me, contactId)
  return contact && contact.kind === 'visit' && contact.side === 'host' ? contact : null
}

/** Those who live there hear that somebody came, and how much was promised to them. */
async function tellVisited(
  tx: Tx,
  { hubId, hubName }: { hubId: number; hubName: string },
  householdIds: readonly number[],
  made: readonly { householdId: number }[],
): Promise<void> {
  const members = await queries.selectMembers(tx, householdIds)
  await tell(
    tx,
    members.map(({ personId, householdId }) => ({
      personId,
      kind: 'hubVisited' as const,
      facts: { hubId, title: hubName, count: made.filter((one) => one.householdId === householdId).length },
    })),
  )
}

function opened(field: KeyRing, one: promises.SealedPromise): PromiseRow {
  const { words, outcome, ownerId: _, areaCode: _a, ...shown } = one
  return { ...shown, words: open(field, words), outcome: outcome ? open(field, outcome) : '' }
}
