import { privacyVersion } from '../../../types/people'
import { mediationLimits, type volunteer, volunteerLimits } from '../../../types/volunteer'
import { dayOf } from '../../deadlines/working-days'
import { hasConsent } from '../../people/scope'
import { seal } from '../../platform/crypto'
import { refuse } from '../../platform/fault'
import type { Handlers } from '../../platform/operations'
import { fromCursor, pageSize, toPage } from '../../platform/paging'
import { found } from '../../platform/serve'
import { moveHelp } from '../life/move'
import { lockHelpRequest, selectOptionalHelpRequest } from '../life/queries'
import { insertSide } from '../mediation/queries'
import { selectCounts, selectOptionalOwner } from '../seek/queries'
import { staffDeadline } from '../seek/rules'
import { seek } from '../seek/seek'
import { tellPeople } from '../tell-sides'
import { selectMine } from '../view/queries'
import { readDetail, rowOf } from '../view/shape'
import * as queries from './queries'
import { needsOf, whatIsWrongWith } from './rules'

/** By when the other side of a dispute has to have agreed; then whoever answers for it finds another way. */
const consentDeadline = (now: Date): Date => new Date(now.getTime() + mediationLimits.invitationHours * 3_600_000)

type AskOperations = Pick<Handlers<typeof volunteer>, 'ask' | 'myRequests' | 'request'>

/** Asking for help, and looking at what became of it. */
export const askOperations: AskOperations = {
  async ask(tx, who, input, call) {
    const { now, services } = call
    if (!(await hasConsent(tx, who.personId, privacyVersion))) return refuse('consentNeeded')
    const helped = await queries.selectOptionalHelped(tx, who.personId, input.personId ?? who.personId)
    if (!helped) return refuse('notYours')
    const areaCode = input.areaCode ?? helped.communityCode
    const area = areaCode === null ? undefined : await queries.selectOptionalPlace(tx, areaCode)
    const lat = input.lat ?? area?.lat ?? helped.lat
    const lng = input.lng ?? area?.lng ?? helped.lng
    if (areaCode === null || areaCode.length < 12 || !area || lat === null || lng === null) return refuse('noHome')
    const needs = needsOf(input)
    const wrong = whatIsWrongWith(input.windows, needs.minutes, now)
    if (wrong) return refuse('timesWrong', { why: wrong })
    const unknown = await queries.selectUnknown(
      tx,
      needs.skills.map(({ skill }) => skill),
      input.dialects,
    )
    if (unknown.skill !== undefined) return refuse('unknownSkill', { skill: unknown.skill })
    if (unknown.dialect !== undefined) return refuse('unknownDialect', { dialect: unknown.dialect })
    const most = volunteerLimits.liveRequests
    if ((await queries.countLive(tx, who.personId)) >= most) return refuse('tooManyRequests', { most })
    const ownerId = await selectOptionalOwner(tx, areaCode, [helped.personId, who.personId], dayOf(now))
    if (ownerId === undefined) return refuse('nobodyResponsible')
    const helpRequestId = await queries.insertHelpRequest(
      tx,
      {
        ...needs,
        kind: input.kind,
        words: input.words,
        urgency: input.urgency,
        requesterId: helped.personId,
        requesterName: helped.nickname,
        madeBy: who.personId,
        areaCode,
        lat,
        lng,
        addressCipher: input.address === '' ? null : seal(services.keys.field, input.address),
        homeAreaCode: input.homeAreaCode ?? helped.homeAreaCode,
        sex: input.sex ?? null,
        wishDialect: input.wishes.dialect ?? null,
        wishHome: input.wishes.homeCounty ?? null,
        wishSex: input.wishes.sameSex ?? null,
        automatic: input.automatic,
        ownerId,
        // A dispute waits for its other side first: as long as an invitation is good.
        dueAt: input.kind === 'mediation' ? consentDeadline(now) : staffDeadline(input.urgency, now),
      },
      now,
    )
    await queries.replaceWindows(tx, helpRequestId, input.windows)
    await queries.insertNeeds(tx, helpRequestId, needs.skills, input.dialects)
    if (input.kind === 'mediation') {
      const lives = { areaCode, lat: input.lat ?? null, lng: input.lat === undefined ? null : (input.lng ?? null) }
      if (lives.lng === null) lives.lat = null
      await insertSide(tx, helpRequestId, { side: 'requester', personId: helped.personId, ...lives }, now)
    }
    const asked = found(await lockHelpRequest(tx, helpRequestId, { as: 'system' }))
    const open = await moveHelp(tx, asked, { kind: 'ask', actor: 'requester', personId: who.personId }, now)
    if (!input.automatic)
      await tellPeople(tx, open, [ownerId], 'helpToArrange', { dueAt: staffDeadline(input.urgency, now) })
    const after = input.automatic ? await seek(tx, open, services, now) : open
    const { sent, answerBy } = await selectCounts(tx, helpRequestId)
    const detail = found(await readDetail(tx, who.personId, helpRequestId, services.keys, now))
    call.audit({
      target: `helpRequest:${helpRequestId}`,
      areaCode,
      after: { kind: input.kind, urgency: input.urgency, status: after.status, asked: sent },
    })
    return { helpRequestId, status: after.status, asked: sent, answerBy, ownerName: detail.ownerName ?? '' }
  },

  async myRequests(sql, who, input) {
    const after = fromCursor(input.cursor, ['boolean', 'number']) as [boolean, number] | undefined
    const page = toPage(await selectMine(sql, who.personId, after, pageSize + 1), (row) => [
      row.ended,
      row.helpRequestId,
    ])
    return { ...page, rows: page.rows.map(rowOf) }
  },

  async request(sql, who, input, call) {
    found(await selectOptionalHelpRequest(sql, input.helpRequestId, { as: 'requester', personId: who.personId }))
    return found(await readDetail(sql, who.personId, input.helpRequestId, call.services.keys, call.now))
  },
}
