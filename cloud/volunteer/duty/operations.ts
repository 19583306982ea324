import { privacyVersion } from '../../../types/people'
import { dutyLimits, type volunteer } from '../../../types/volunteer'
import { tell } from '../../inbox/tell'
import { hasConsent } from '../../people/scope'
import { refuse } from '../../platform/fault'
import type { Handlers } from '../../platform/operations'
import { fromCursor, pageSize, toPage } from '../../platform/paging'
import { found } from '../../platform/serve'
import * as calls from './call-queries'
import * as queries from './queries'
import { shownName } from './rules'

type DutyOperations = Pick<
  Handlers<typeof volunteer>,
  'onDuty' | 'myShifts' | 'agreeToShift' | 'callDuty' | 'dutyCalls' | 'answerDutyCall'
>

const dayMs = 86_400_000

/** Where a page of shifts begins. */
export function positionOf(cursor: string | undefined): queries.ShiftPosition | undefined {
  const after = fromCursor(cursor, ['number', 'number'])
  return after && { from: after[0] as number, shiftId: after[1] as number }
}

/** Who is there, and what those on duty and those who need them say to each other. */
export const dutyOperations: DutyOperations = {
  async onDuty(sql, who, input, call) {
    const areaCode =
      input.areaCode ?? (await queries.selectOptionalCommunity(sql, who.personId)) ?? call.services.countyCode
    const rows = await queries.selectOnDuty(sql, who.personId, { areaCode, profession: input.profession }, call.now)
    return { rows: rows.map((row) => ({ ...row, shownName: shownName(row.surname, row.profession) })) }
  },

  async myShifts(sql, who, input, call) {
    const rows = await queries.selectMyShifts(sql, who.personId, call.now, positionOf(input.cursor), pageSize + 1)
    const page = toPage(rows, (row) => [row.from.getTime(), row.shiftId])
    return { ...page, rows: page.rows.map((row) => ({ ...row, shownName: shownName(row.surname, row.profession) })) }
  },

  async agreeToShift(tx, who, input, call) {
    const shift = found(await queries.lockShift(tx, who.personId, 'person', input.shiftId))
    if (shift.until <= call.now) return refuse('alreadyOver')
    if (input.agree) await queries.setAgreed(tx, shift.shiftId, call.now)
    else {
      await queries.setCancelled(tx, shift.shiftId, call.now)
      const facts = {
        personName: shownName(shift.surname, shift.profession),
        place: shift.placeName,
        startsAt: shift.from,
        endsAt: shift.until,
      }
      await tell(tx, [{ personId: shift.createdBy, kind: 'dutyDeclined', facts }])
    }
    call.audit({
      target: `dutyShift:${shift.shiftId}`,
      areaCode: shift.areaCode,
      role: 'resident',
      before: { agreed: shift.agreedAt !== null },
      after: { agreed: input.agree },
    })
    return {}
  },

  async callDuty(tx, who, input, call) {
    if (!(await hasConsent(tx, who.personId, privacyVersion))) return refuse('consentNeeded')
    const personName = await calls.lockCaller(tx, who.personId)
    const shift = await calls.selectOptionalLiveShift(tx, who.personId, input.shiftId, call.now)
    if (!shift) return refuse('notOnDuty')
    if (shift.personId === who.personId) return refuse('yourself')
    const most = dutyLimits.callsADay
    if ((await calls.countCallsSince(tx, who.personId, new Date(call.now.getTime() - dayMs))) >= most)
      return refuse('tooMany', { most })
    const callId = await calls.insertCall(tx, input.shiftId, who.personId, input.words, call.now)
    const facts = { shiftId: input.shiftId, personName, words: input.words, place: shift.placeName }
    await tell(tx, [{ personId: shift.personId, kind: 'dutyCalled', facts }])
    call.audit({ target: `dutyCall:${callId}`, areaCode: shift.areaCode, after: { shiftId: input.shiftId } })
    return {}
  },

  async dutyCalls(sql, who, input) {
    const before = fromCursor(input.cursor, ['number'])?.[0] as number | undefined
    return toPage(await calls.selectCalls(sql, who.personId, before, pageSize + 1), (row) => [row.callId])
  },

  async answerDutyCall(tx, who, input, call) {
    const asked = found(await calls.lockCall(tx, who.personId, input.callId))
    if (asked.answered) return refuse('alreadyAnswered')
    await calls.setAnswer(tx, input.callId, input.words, call.now)
    const personName = shownName(asked.surname, asked.profession)
    const facts = { shiftId: asked.shiftId, personName, words: input.words, place: asked.placeName }
    await tell(tx, [{ personId: asked.fromId, kind: 'dutyAnswered', facts }])
    call.audit({ target: `dutyCall:${input.callId}`, areaCode: asked.areaCode, after: { answered: true } })
    return {}
  },
}
