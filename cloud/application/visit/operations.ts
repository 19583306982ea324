import { randomInt } from 'node:crypto'
import type { application } from '../../../types/application'
import { guideFor } from '../../catalogue/guide'
import { selectItemVersion } from '../../catalogue/item'
import { dayOf } from '../../deadlines/working-days'
import { hasRole } from '../../people/scope'
import { refuse } from '../../platform/fault'
import type { Handlers } from '../../platform/operations'
import { found } from '../../platform/serve'
import { isLawful, move } from '../life/move'
import { lockApplication, selectOptionalApplication } from '../life/queries'
import { tellApplicant } from '../tell-sides'
import { selectAround, selectFilledIn, selectOptionalAppointment } from '../view/queries'
import { bring } from '../view/shared'
import * as queries from './queries'
import { cancelBeforeMs, hoursOverlap, openDays, slotAt } from './rules'

type VisitOperations = Pick<
  Handlers<typeof application>,
  'slots' | 'bookVisit' | 'cancelVisit' | 'appointments' | 'checkInVisit' | 'windows' | 'saveWindow'
>

const staff = ['clerk', 'approver', 'communityAdmin'] as const

/** The one visit: offered, booked, kept. */
export const visitOperations: VisitOperations = {
  async slots(sql, who, input, call) {
    const a = found(
      await selectOptionalApplication(sql, input.applicationId, { as: 'applicant', personId: who.personId }),
    )
    const { content } = found(await selectItemVersion(sql, a.itemCode, a.itemVersion))
    const window = await queries.selectOptionalWindowFor(sql, a.areaCode, a.department)
    if (!window) return refuse('noWindow', { phone: content.window.phone })
    const [taken, { answers }] = await Promise.all([
      queries.selectTaken(sql, window.windowId, call.now),
      selectFilledIn(sql, a.applicationId),
    ])
    const takenAt = new Map(taken.map((slot) => [slot.startsAt.getTime(), slot.taken]))
    const free = (startsAt: Date, capacity: number) => Math.max(0, capacity - (takenAt.get(startsAt.getTime()) ?? 0))
    return {
      windowName: window.name,
      place: window.place,
      phone: window.phone,
      bring: bring(guideFor(content, answers).outcome?.documents ?? []),
      days: openDays(input.from ?? dayOf(call.now), window.hours, window.closedDays, call.now).map(
        ({ day, slots }) => ({
          day,
          slots: slots.map(({ startsAt, capacity }) => ({ startsAt, free: free(startsAt, capacity) })),
        }),
      ),
    }
  },

  async bookVisit(tx, who, input, call) {
    const reach = { as: 'applicant', personId: who.personId } as const
    const own = found(await lockApplication(tx, input.applicationId, reach))
    if (!isLawful('bookVisit', own.status)) return refuse('wrongStatus', { status: own.status })
    if (own.visitsNeeded === 0) return refuse('noVisitNeeded')
    const [around, appointment] = await Promise.all([
      selectAround(tx, own.applicationId),
      selectOptionalAppointment(tx, own.applicationId),
    ])
    if (appointment?.status === 'booked') return refuse('alreadyBooked', { startsAt: appointment.startsAt })
    if (around.visits >= around.visitsAllowed) return refuse('alreadyVisited')
    const window = await queries.selectOptionalWindowFor(tx, own.areaCode, own.department)
    const slot = window && slotAt(input.startsAt, window.hours, window.closedDays)
    if (!window || !slot || slot.startsAt <= call.now) return refuse('notASlot')
    if (!(await queries.takePlace(tx, window.windowId, slot.startsAt, slot.capacity))) return refuse('slotFull')
    const booking = {
      applicationId: own.applicationId,
      visit: around.visits + 1,
      windowId: window.windowId,
      startsAt: slot.startsAt,
      bookedBy: who.personId,
    }
    let code: string
    let appointmentId: number | undefined
    do {
      code = String(randomInt(10_000_000, 100_000_000))
      appointmentId = await queries.insertAppointment(tx, { ...booking, code })
    } while (appointmentId === undefined)
    const facts = { startsAt: slot.startsAt, windowId: window.windowId }
    await move(tx, own, { kind: 'bookVisit', actor: 'applicant', personId: who.personId, facts }, call.now)
    await tellApplicant(tx, own, 'visitBooked', { startsAt: slot.startsAt, place: window.place })
    call.audit({
      target: `appointment:${appointmentId}`,
      areaCode: own.areaCode,
      after: { applicationId: own.applicationId, ...facts },
    })
    return { appointmentId, code, startsAt: slot.startsAt }
  },

  async cancelVisit(tx, who, input, call) {
    const seen = found(await queries.selectOptionalAppointmentById(tx, input.appointmentId))
    const reach = { as: 'applicant', personId: who.personId } as const
    const own = found(await lockApplication(tx, seen.applicationId, reach))
    const { status, startsAt } = found(await queries.selectOptionalAppointmentById(tx, input.appointmentId))
    if (status !== 'booked') return refuse('alreadyOver')
    if (startsAt.getTime() - cancelBeforeMs < call.now.getTime()) return refuse('tooLate')
    await queries.givePlaceBack(tx, input.appointmentId)
    await queries.setAppointment(tx, input.appointmentId, 'cancelled')
    if (isLawful('cancelVisit', own.status))
      await move(
        tx,
        own,
        { kind: 'cancelVisit', actor: 'applicant', personId: who.personId, facts: { startsAt } },
        call.now,
      )
    call.audit({
      target: `appointment:${input.appointmentId}`,
      areaCode: own.areaCode,
      before: { status },
      after: { status: 'cancelled' },
    })
    return {}
  },

  async appointments(sql, who, input, call) {
    const rows = await queries.selectAppointments(sql, who.personId, input.day)
    if (rows.length > 0)
      call.audit({ target: `appointments:${input.day}`, role: 'clerk', after: { rows: rows.length } })
    return { rows: [...rows] }
  },

  async checkInVisit(tx, who, input, call) {
    const seen = await queries.selectOptionalAppointmentByCode(tx, input.code.replace(/\s/g, ''))
    const reach = { as: 'staff', personId: who.personId, roles: staff } as const
    const a = seen && (await lockApplication(tx, seen.applicationId, reach))
    // Of another area: the same answer as a code that nobody has.
    if (!seen || !a) return refuse('unknownCode')
    const { status, startsAt } = found(await queries.selectOptionalAppointmentById(tx, seen.appointmentId))
    if (status !== 'booked' || !isLawful('visit', a.status)) return refuse('alreadyOver')
    if (dayOf(startsAt) !== dayOf(call.now)) return refuse('wrongDay', { startsAt })
    await queries.checkIn(tx, seen.appointmentId, who.personId, call.now)
    await move(tx, a, { kind: 'visit', actor: 'clerk', personId: who.personId }, call.now)
    call.audit({
      target: `appointment:${seen.appointmentId}`,
      areaCode: a.areaCode,
      role: 'clerk',
      before: { status },
      after: { status: 'checkedIn' },
    })
    const { visits } = await selectAround(tx, a.applicationId)
    return {
      applicationId: a.applicationId,
      number: a.number ?? '',
      itemName: a.itemName,
      applicantName: a.applicantName,
      visits,
    }
  },

  windows: async (sql, who, input) => ({ rows: await queries.selectWindows(sql, who.personId, input.areaCode) }),

  async saveWindow(tx, who, input, call) {
    if (!(await hasRole(tx, who.personId, ['communityAdmin'], input.areaCode))) return refuse('outsideYourArea')
    if (hoursOverlap(input.hours)) return refuse('hoursOverlap')
    let { windowId } = input
    if (windowId === undefined) windowId = await queries.insertWindow(tx, input)
    else {
      found(await queries.lockWindow(tx, who.personId, windowId))
      const taken = await queries.selectTaken(tx, windowId, call.now)
      const broken = taken.find((b) => (slotAt(b.startsAt, input.hours, input.closedDays)?.capacity ?? 0) < b.taken)
      if (broken) return refuse('belowBooked', { booked: broken.taken })
      await queries.updateWindow(tx, windowId, input)
    }
    await queries.replaceHours(tx, windowId, input.hours)
    call.audit({
      target: `window:${windowId}`,
      areaCode: input.areaCode,
      role: 'communityAdmin',
      after: { name: input.name, hours: input.hours.length },
    })
    return { windowId }
  },
}
