import * as v from 'valibot'
import { areaCode, cursor, done, id, instant, line, operation, page, requestId, text, words } from '../operation'

/** 谁在值班 duty: which doctor, lawyer, police officer is there now. A name is shown only after whoever it is has agreed; a number never. */

export const dutyProfessions = ['partyMember', 'police', 'doctor', 'lawyer', 'safetyVolunteer', 'newcomer'] as const
export type DutyProfession = (typeof dutyProfessions)[number]

export const dutyLimits = {
  /** A shift is at most so long. */
  hours: 24,
  /** Days ahead that shifts are set. */
  daysAhead: 180,
  /** Wishes to be called back, of one person within 24 hours. */
  callsADay: 5,
} as const

const profession = v.picklist(dutyProfessions, '请选择身份')
const shift = {
  shiftId: id,
  profession,
  placeName: text,
  areaCode: text,
  areaName: text,
  from: instant,
  until: instant,
}

export const dutyOperations = {
  /**
   * Who is on duty now, and, of each profession, who is next (within a week), in and around an area: mine, or `areaCode`. Surname and title only. The
   * position is that of the area, for the way on foot.
   */
  onDuty: operation({
    access: 'signedIn',
    input: { areaCode: v.optional(areaCode), profession: v.optional(profession) },
    output: v.object({
      rows: v.array(
        v.object({
          ...shift,
          /** 陈医生 */
          shownName: text,
          lat: v.nullable(v.number()),
          lng: v.nullable(v.number()),
          now: v.boolean(),
          /** Whether it is me. */
          mine: v.boolean(),
        }),
      ),
    }),
  }),

  /** My shifts that are not over, the next first; those I have not agreed to are shown to nobody. */
  myShifts: operation({
    access: 'signedIn',
    input: { cursor },
    output: page(v.object({ ...shift, shownName: text, agreedAt: v.nullable(instant) })),
  }),

  /** Agrees to be shown on duty, or says no, also later; whoever set the shift is told of a no. */
  agreeToShift: operation({
    access: 'signedIn',
    input: { requestId, shiftId: id, agree: v.boolean() },
    output: done,
    refusals: { alreadyOver: {} },
  }),

  /** Shifts of the areas I administer that are not over, the next first. */
  shifts: operation({
    access: ['communityAdmin'],
    input: { areaCode: v.optional(areaCode), profession: v.optional(profession), cursor },
    output: page(
      v.object({
        ...shift,
        personId: id,
        surname: text,
        nickname: text,
        maskedPhone: v.nullable(text),
        agreedAt: v.nullable(instant),
      }),
    ),
  }),

  /** Sets or changes a shift in an area I administer. The person is asked (again) whether to be shown. */
  saveShift: operation({
    access: ['communityAdmin'],
    input: {
      requestId,
      shiftId: v.optional(id),
      personId: id,
      profession,
      areaCode,
      placeName: line(60, 2),
      /** What comes before the title: 陈, 欧阳. */
      surname: line(4),
      from: instant,
      until: instant,
    },
    output: v.object({ shiftId: id }),
    refusals: {
      outsideYourArea: {},
      noSuchPerson: {},
      alreadyOnDuty: {},
      alreadyOver: {},
      tooLong: { hours: v.number() },
    },
  }),

  /** Takes a shift back; the person is told why. */
  cancelShift: operation({
    access: ['communityAdmin'],
    input: { requestId, shiftId: id, reason: words(100, 2) },
    output: done,
    refusals: { alreadyOver: {} },
  }),

  /** Asks whoever is on duty now to get back to me: my nickname and words reach that person, nobody's number does. */
  callDuty: operation({
    access: 'signedIn',
    input: { requestId, shiftId: id, words: words(200, 2) },
    output: done,
    refusals: { consentNeeded: {}, notOnDuty: {}, yourself: {}, tooMany: { most: v.number() } },
  }),

  /** Who asked for me while I was on duty, the newest first. */
  dutyCalls: operation({
    access: 'signedIn',
    input: { cursor },
    output: page(
      v.object({
        callId: id,
        fromName: text,
        words: text,
        placeName: text,
        at: instant,
        answer: v.nullable(text),
        answeredAt: v.nullable(instant),
      }),
    ),
  }),

  /** Answers somebody who asked for me, once; the answer reaches them as a notice. */
  answerDutyCall: operation({
    access: 'signedIn',
    input: { requestId, callId: id, words: words(200, 2) },
    output: done,
    refusals: { alreadyAnswered: {} },
  }),
}
