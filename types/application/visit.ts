import * as v from 'valibot'
import { areaCode, count, day, done, id, instant, line, operation, requestId, text } from '../operation'
import { statuses } from './workflow'

/** The one visit of 最多跑一次: windows with hours and places, appointments, checking in. */

const staff = ['clerk', 'approver', 'communityAdmin'] as const
const wrongStatus = { wrongStatus: { status: v.picklist(statuses) } }

export const visitOperations = {
  /** Free times at the item's window over the next working days. */
  slots: operation({
    access: 'signedIn',
    input: { applicationId: id, from: v.optional(day) },
    output: v.object({
      windowName: text,
      place: text,
      phone: text,
      bring: v.array(text),
      days: v.array(v.object({ day: text, slots: v.array(v.object({ startsAt: instant, free: count })) })),
    }),
    refusals: { noWindow: { phone: text } },
  }),
  /** The one visit. A second one is refused by the database unless a supervisor has allowed it. */
  bookVisit: operation({
    access: 'signedIn',
    input: { requestId, applicationId: id, startsAt: instant },
    output: v.object({ appointmentId: id, code: text, startsAt: instant }),
    refusals: {
      ...wrongStatus,
      slotFull: {},
      notASlot: {},
      noVisitNeeded: {},
      alreadyBooked: { startsAt: instant },
      alreadyVisited: {},
    },
  }),
  /** Not a visit: another time may be booked. */
  cancelVisit: operation({
    access: 'signedIn',
    input: { requestId, appointmentId: id },
    output: done,
    refusals: { tooLate: {}, alreadyOver: {} },
  }),

  /** Appointments at the windows of my areas on a day. */
  appointments: operation({
    access: staff,
    input: { day },
    output: v.object({
      rows: v.array(
        v.object({
          appointmentId: id,
          applicationId: id,
          number: text,
          itemName: text,
          applicantName: text,
          windowName: text,
          startsAt: instant,
          status: v.picklist(['booked', 'checkedIn', 'cancelled', 'missed']),
        }),
      ),
    }),
  }),
  /** Checks a visitor in by the code on their phone or paper: this is the visit. */
  checkInVisit: operation({
    access: staff,
    input: { requestId, code: line(20) },
    output: v.object({ applicationId: id, number: text, itemName: text, applicantName: text, visits: count }),
    refusals: { unknownCode: {}, wrongDay: { startsAt: instant }, alreadyOver: {} },
  }),

  /** Windows of an area with hours, places per half hour and days they are closed. */
  windows: operation({
    access: ['clerk', 'approver', 'communityAdmin', 'supervisor'],
    input: { areaCode: v.optional(areaCode) },
    output: v.object({ rows: v.array(windowView()) }),
  }),
  saveWindow: operation({
    access: ['communityAdmin'],
    input: { requestId, windowId: v.optional(id), ...windowFields() },
    output: v.object({ windowId: id }),
    refusals: { outsideYourArea: {}, hoursOverlap: {}, nameTaken: {}, belowBooked: { booked: count } },
  }),
}

function windowFields() {
  const time = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):(00|30)$/, '要整点或半点，如 8:30'))
  return {
    areaCode,
    name: line(40, 2),
    department: line(40, 2),
    place: line(80, 2),
    phone: line(40, 3),
    /** Weekday 1 (Monday) to 7; a Saturday or Sunday is open only with hours of its own. Places per half hour. */
    hours: v.pipe(
      v.array(
        v.pipe(
          v.strictObject({
            weekday: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)),
            from: time,
            until: time,
            capacity: v.pipe(
              v.number('请填几位'),
              v.integer('请填整数'),
              v.minValue(1, '至少 1 位'),
              v.maxValue(200, '最多 200 位'),
            ),
          }),
          v.forward(
            v.check(({ from, until }) => from < until, '要晚于开始的时间'),
            ['until'],
          ),
        ),
      ),
      v.maxLength(30, '最多 30 段'),
    ),
    closedDays: v.optional(v.pipe(v.array(day), v.maxLength(100, '最多 100 天')), []),
  }
}

function windowView() {
  return v.object({ windowId: id, areaName: text, ...windowFields() })
}
