import type { volunteer } from '../../../types/volunteer'
import { tell } from '../../inbox/tell'
import { areasWithin, selectServedAreas } from '../../people/scope'
import { refuse } from '../../platform/fault'
import type { Handlers } from '../../platform/operations'
import { pageSize, toPage } from '../../platform/paging'
import { found } from '../../platform/serve'
import { positionOf } from './operations'
import * as queries from './queries'
import { decideShift, isOther } from './rules'

type ShiftOperations = Pick<Handlers<typeof volunteer>, 'shifts' | 'saveShift' | 'cancelShift'>

/** The community sets its roster; those on it agree before anybody sees them. */
export const shiftOperations: ShiftOperations = {
  async shifts(sql, who, input, call) {
    const areas = areasWithin(await selectServedAreas(sql, who.personId, ['communityAdmin']), input.areaCode)
    const filter = { profession: input.profession, now: call.now }
    const rows = await queries.selectShifts(sql, areas, filter, positionOf(input.cursor), pageSize + 1)
    return toPage(rows, (row) => [row.from.getTime(), row.shiftId])
  },

  async saveShift(tx, who, input, call) {
    const refused = decideShift(input, call.now)
    if (refused) return refused
    const { personId, profession, areaCode, placeName, surname, from, until } = input
    const shift = { personId, profession, areaCode, placeName, surname, from, until }
    const before =
      input.shiftId === undefined
        ? undefined
        : found(await queries.lockShift(tx, who.personId, 'communityAdmin', input.shiftId))
    if (before && before.until <= call.now) return refuse('alreadyOver')
    if (!(await queries.hasAccount(tx, personId))) return refuse('noSuchPerson')
    const askAgain = before === undefined || isOther(before, shift)
    const shiftId =
      before === undefined
        ? await queries.insertShift(tx, who.personId, shift, call.now)
        : (await queries.updateShift(tx, who.personId, before.shiftId, shift, askAgain))
          ? before.shiftId
          : undefined
    if (shiftId === undefined) return refuse('outsideYourArea')
    const facts = { shiftId, place: placeName, startsAt: from, endsAt: until }
    await tell(tx, [
      ...(askAgain ? [{ personId, kind: 'dutyAsked' as const, facts }] : []),
      ...(before && before.personId !== personId
        ? [{ personId: before.personId, kind: 'dutyCancelled' as const, facts: factsOf(before) }]
        : []),
    ])
    call.audit({
      target: `dutyShift:${shiftId}`,
      areaCode,
      role: 'communityAdmin',
      ...(before ? { before: { personId: before.personId, from: before.from, until: before.until } } : {}),
      after: { personId, profession, from, until },
    })
    return { shiftId }
  },

  async cancelShift(tx, who, input, call) {
    const shift = found(await queries.lockShift(tx, who.personId, 'communityAdmin', input.shiftId))
    if (shift.until <= call.now) return refuse('alreadyOver')
    await queries.setCancelled(tx, shift.shiftId, call.now)
    await tell(tx, [
      { personId: shift.personId, kind: 'dutyCancelled', facts: { ...factsOf(shift), reason: input.reason } },
    ])
    call.audit({
      target: `dutyShift:${shift.shiftId}`,
      areaCode: shift.areaCode,
      role: 'communityAdmin',
      after: { cancelled: true, reason: input.reason },
    })
    return {}
  },
}

const factsOf = (shift: queries.ShiftRow) => ({
  place: shift.placeName,
  startsAt: shift.from,
  endsAt: shift.until,
})
