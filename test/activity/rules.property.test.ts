import fc from 'fast-check'
import { actionOfScan, type CheckInState, decideCheckIn, minutesPresent } from '../../cloud/activity/check-in/rules'
import {
  decideSchedule,
  planPools,
  repeatSchedule,
  type Schedule,
  shiftSchedule,
} from '../../cloud/activity/organise/rules'
import {
  type Applicant,
  decideSignUp,
  type OpenActivity,
  type Wish,
  wrongAnswer,
} from '../../cloud/activity/sign-up/rules'
import { activityActions, signUpActions } from '../../cloud/activity/view/rules'
import { Refusal } from '../../cloud/platform/fault'
import { activityStatuses, joinRules, limits, type Question, signUpStatuses } from '../../types/activity'
import { draftOf } from '../factories/activities'

/** What the pure rules of 邻里活动 promise, for every input and not only for the examples. */

const hour = 3_600_000
const noon = Date.parse('2026-11-26T04:00:00Z')
/** A moment in the days around `noon`, to the minute, so that moments often coincide. */
const moment = fc.integer({ min: -72 * 60, max: 72 * 60 }).map((minutes) => new Date(noon + minutes * 60_000))
const reasonOf = (decision: unknown) =>
  decision instanceof Refusal ? (decision.refusal as { reason: string }).reason : undefined
const holds = <T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void, numRuns = 500) =>
  fc.assert(fc.property(arbitrary, property), { numRuns })
/** Mostly the first, or few inputs would come through at all. */
const mostly = <T>(usual: T, other: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other })

const key = fc.constantFrom('meal', 'age', 'note')
const question: fc.Arbitrary<Question> = fc.oneof(
  ...(['text', 'number'] as const).map((type) =>
    fc.record({ type: fc.constant(type), key, label: key, required: fc.boolean() }),
  ),
  fc.record({
    type: fc.constant('choice' as const),
    key,
    label: key,
    required: fc.boolean(),
    choices: fc.constant<string[]>(['素', '荤']),
  }),
)
const questions = fc.uniqueArray(question, { selector: (q) => q.key, maxLength: 3 })
const answers = fc.dictionary(
  fc.constantFrom('meal', 'age', 'note', 'other'),
  fc.oneof(fc.constantFrom('素', '鱼', ''), fc.integer()),
  {
    noNullPrototype: true,
  },
)

describe('signing up', () => {
  const activity: fc.Arbitrary<OpenActivity> = fc.record({
    activityId: fc.constant(1),
    status: mostly('published', fc.constantFrom(...activityStatuses)),
    signUpOpensAt: mostly(new Date(noon - 96 * hour), moment),
    signUpClosesAt: mostly(new Date(noon + 96 * hour), moment),
    startsAt: moment,
    join: fc.constantFrom(...joinRules),
    maxParty: fc.integer({ min: 1, max: limits.party }),
    questions: fc.oneof(fc.constant([]), questions),
    inviteCode: fc.constant('ABCDEF'),
    showUpFirst: fc.boolean(),
    groups: fc.constantFrom(
      [{ groupId: 1, name: '' }],
      [
        { groupId: 1, name: '老人' },
        { groupId: 2, name: '儿童' },
      ],
    ),
  })
  const yes = mostly(true, fc.constant(false))
  const applicant: fc.Arbitrary<Applicant> = fc.record({
    mayActFor: yes,
    consented: yes,
    livesHere: yes,
    isVolunteer: yes,
    noShows: fc.integer({ min: 0, max: 5 }),
    live: mostly<Applicant['live']>(null, fc.constant({ signUpId: 9, status: 'confirmed' })),
    overlap: mostly<Applicant['overlap']>(null, fc.constant({ activityId: 2, title: '老歌会' })),
  })
  const wish: fc.Arbitrary<Wish> = fc.record({
    party: fc.integer({ min: 1, max: limits.party }),
    groupId: fc.constantFrom(undefined, 1, 2, 3),
    answers: fc.oneof(fc.constant({}), answers),
    inviteCode: fc.constantFrom(undefined, 'ABCDEF', 'WRONG1'),
  })
  const case_ = fc.record({ activity, applicant, wish, now: moment })

  it('places nobody whom any one rule keeps out, and only into a pool of the activity', () => {
    let placed = 0
    holds(case_, ({ activity: a, applicant: p, wish: w, now }) => {
      const decision = decideSignUp(a, p, w, now)
      if (decision instanceof Refusal) return
      placed++
      expect([p.consented, p.mayActFor, p.live, p.overlap]).toEqual([true, true, null, null])
      expect(a.status).toBe('published')
      expect(a.signUpOpensAt <= now && now < a.signUpClosesAt).toBe(true)
      expect(w.party).toBeLessThanOrEqual(a.maxParty)
      expect(
        { everyone: true, community: p.livesHere, volunteers: p.isVolunteer, invited: w.inviteCode === a.inviteCode }[
          a.join
        ],
      ).toBe(true)
      expect(a.groups.map((g) => g.groupId)).toContain(decision.groupId)
      if (w.groupId !== undefined) expect(decision.groupId).toBe(w.groupId)
      expect(wrongAnswer(a.questions, w.answers)).toBeUndefined()
    })
    expect(placed).toBeGreaterThan(0)
  })

  it('finds a reason for everybody whom it turns away: without it, the next reason or a seat', () => {
    holds(case_, ({ activity: a, applicant: p, wish: w, now }) => {
      const open = {
        ...a,
        status: 'published' as const,
        signUpOpensAt: new Date(0),
        signUpClosesAt: new Date(noon * 2),
      }
      const welcome = {
        ...p,
        consented: true,
        mayActFor: true,
        livesHere: true,
        isVolunteer: true,
        live: null,
        overlap: null,
      }
      const plain = { ...w, party: 1, groupId: a.groups[0]?.groupId, inviteCode: a.inviteCode, answers: {} }
      expect(decideSignUp({ ...open, questions: [] }, welcome, plain, now)).not.toBeInstanceOf(Refusal)
    })
  })

  it('asks for consent before it says anything about the activity', () => {
    holds(case_, ({ activity: a, applicant: p, wish: w, now }) => {
      expect(reasonOf(decideSignUp(a, { ...p, consented: false }, w, now))).toBe('consentNeeded')
    })
  })

  it('puts behind others only where the organiser chose so, and only after three no-shows', () => {
    holds(case_, ({ activity: a, applicant: p, wish: w, now }) => {
      const decision = decideSignUp(a, p, w, now)
      if (!(decision instanceof Refusal)) expect(decision.behind).toBe(a.showUpFirst && p.noShows >= 3)
    })
  })

  it('accepts answers exactly when every required question has one, each fits, and none answers nothing', () => {
    holds(fc.record({ questions, answers }), ({ questions: qs, answers: given }) => {
      const fits = (q: Question) => {
        const answer = given[q.key]
        if (answer === undefined || answer === '') return !q.required
        if (q.type === 'number') return typeof answer === 'number'
        return typeof answer === 'string' && (q.type === 'text' || q.choices.includes(answer))
      }
      const known = Object.keys(given).every((k) => qs.some((q) => q.key === k))
      expect(wrongAnswer(qs, given) === undefined).toBe(qs.every(fits) && known)
    })
  })
})

describe('planning', () => {
  const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
  const plan = fc.record({
    startsAt: moment,
    endsAt: moment,
    signUpOpensAt: optional(moment),
    signUpClosesAt: optional(moment),
    cancelUntil: optional(moment),
  })

  it('lets only those times stand that follow one another, and changes none that was given', () => {
    let stood = 0
    holds(fc.record({ plan, now: moment }), ({ plan: times, now }) => {
      const schedule = decideSchedule(draftOf(times), now)
      if (schedule instanceof Refusal) return
      stood++
      expect(now < schedule.startsAt && schedule.startsAt < schedule.endsAt).toBe(true)
      expect(schedule.signUpOpensAt < schedule.signUpClosesAt && schedule.signUpClosesAt <= schedule.endsAt).toBe(true)
      expect(now < schedule.signUpClosesAt && schedule.cancelUntil <= schedule.startsAt).toBe(true)
      const given = Object.fromEntries(Object.entries(times).filter(([, at]) => at !== undefined))
      expect(schedule).toMatchObject(given)
    })
    expect(stood).toBeGreaterThan(0)
  })

  const schedule = fc
    .record({
      startsAt: fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
      hours: fc.integer({ min: 1, max: 48 }),
    })
    .map(
      ({ startsAt, hours }): Schedule => ({
        startsAt,
        endsAt: new Date(startsAt.getTime() + hours * hour),
        signUpOpensAt: new Date(startsAt.getTime() - 72 * hour),
        signUpClosesAt: startsAt,
        cancelUntil: startsAt,
      }),
    )
  const dayInShanghai = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Shanghai', day: 'numeric' })
  const clockInShanghai = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Shanghai', timeStyle: 'medium' })

  it('repeats at the same hour of the neighbourhood: every seven days, or on the same day of the month or the last one of a shorter', () => {
    holds(
      fc.record({ schedule, times: fc.integer({ min: 1, max: 26 }) }),
      ({ schedule: first, times }) => {
        const weeks = repeatSchedule(first, 'week', times)
        expect(weeks.map((s) => s.startsAt.getTime())).toEqual(
          Array.from({ length: times }, (_, n) => first.startsAt.getTime() + n * 7 * 24 * hour),
        )
        const months = repeatSchedule(first, 'month', times)
        for (const { startsAt } of months) {
          expect(clockInShanghai.format(startsAt)).toBe(clockInShanghai.format(first.startsAt))
          const day = Number(dayInShanghai.format(startsAt))
          const wanted = Number(dayInShanghai.format(first.startsAt))
          const next = Number(dayInShanghai.format(startsAt.getTime() + 24 * hour))
          expect(day === wanted || (day < wanted && next === 1)).toBe(true)
        }
        expect(months.every((s, n) => n === 0 || s.startsAt > (months[n - 1] as Schedule).startsAt)).toBe(true)
      },
      60,
    )
  })

  it('moves a schedule by an amount and back to where it was; when sign-up opens stays', () => {
    holds(fc.record({ schedule, byMs: fc.integer({ min: -1e9, max: 1e9 }) }), ({ schedule: s, byMs }) => {
      const moved = shiftSchedule(s, byMs)
      expect(moved.signUpOpensAt).toEqual(s.signUpOpensAt)
      expect(moved.startsAt.getTime() - s.startsAt.getTime()).toBe(byMs)
      expect(shiftSchedule(moved, -byMs)).toEqual(s)
    })
  })

  it('never takes a seat that somebody has, drops no pool that anybody used, and otherwise ends with exactly the pools wanted', () => {
    const name = fc.constantFrom('老人', '儿童', '其他')
    const capacity = fc.option(fc.integer({ min: 1, max: 9 }))
    const now = fc
      .uniqueArray(fc.record({ name, capacity, taken: fc.integer({ min: 0, max: 9 }), used: fc.boolean() }), {
        selector: (p) => p.name,
        minLength: 1,
      })
      .map((pools) => pools.map((p, n) => ({ ...p, groupId: n + 1, used: p.used || p.taken > 0 })))
    const wanted = fc.uniqueArray(fc.record({ name, capacity }), { selector: (p) => p.name, minLength: 1 })
    holds(fc.record({ now, wanted }), ({ now: pools, wanted: next }) => {
      const planned = planPools(pools, next)
      if (planned instanceof Refusal) {
        expect(['groupStillUsed', 'belowConfirmed']).toContain(reasonOf(planned))
        return
      }
      for (const { groupId, capacity: seats } of planned.resize)
        expect(seats ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(pools[groupId - 1]?.taken ?? 0)
      for (const groupId of planned.remove) expect(pools[groupId - 1]?.used).toBe(false)
      expect(planned.resize.length + planned.remove.length).toBe(pools.length)
      const result = [...planned.resize, ...planned.add].map((p) => p.capacity)
      expect(result.sort()).toEqual(next.map((p) => p.capacity).sort())
    })
  })
})

describe('checking in', () => {
  const state: fc.Arbitrary<CheckInState> = fc
    .record({
      status: fc.constantFrom(...signUpStatuses),
      promoted: fc.boolean(),
      startsAt: moment,
      hours: fc.integer({ min: 1, max: 48 }),
      in: moment,
      checkInsThatDay: fc.integer({ min: 0, max: 4 }),
    })
    .map(({ status, promoted, startsAt, hours, in: checkedInAt, checkInsThatDay }) => ({
      status,
      answerBy: status === 'confirmed' && promoted ? startsAt : null,
      startsAt,
      endsAt: new Date(startsAt.getTime() + hours * hour),
      checkedInAt: status === 'checkedIn' || status === 'checkedOut' ? checkedInAt : null,
      checkInsThatDay,
    }))
  const entry = fc.record({
    s: state,
    action: fc.constantFrom('in' as const, 'out' as const, 'undo' as const),
    at: moment,
    now: moment,
  })

  it('records only from an hour before until two hours after, and nothing from the future', () => {
    holds(entry, ({ s, action, at, now }) => {
      if (decideCheckIn(s, action, at, now).result !== 'recorded') return
      expect(at.getTime()).toBeGreaterThanOrEqual(s.startsAt.getTime() - hour)
      expect(at.getTime()).toBeLessThanOrEqual(s.endsAt.getTime() + 2 * hour)
      expect(at.getTime()).toBeLessThanOrEqual(now.getTime() + 5 * 60_000)
    })
  })

  it('lets in nobody without a seat, and at most three times a day; nobody leaves before they came', () => {
    holds(entry, ({ s, action, at, now }) => {
      const decision = decideCheckIn(s, action, at, now)
      if (decision.result !== 'recorded') return
      expect(['requested', 'waitlisted', 'cancelled', 'rejected']).not.toContain(s.status)
      expect(s.answerBy).toBeNull()
      if (action === 'in') expect(decision.nth).toBe(s.checkInsThatDay + 1)
      if (action === 'in') expect(decision.nth).toBeLessThanOrEqual(limits.checkInsADay)
      const minutes = minutesPresent(decision.checkedInAt, decision.checkedOutAt)
      if (action === 'out') expect(minutes).toBeGreaterThanOrEqual(0)
      else expect(minutes).toBeNull()
    })
  })

  it('says twice what it was told twice: the same entry again changes nothing', () => {
    holds(entry, ({ s, action, at, now }) => {
      const first = decideCheckIn(s, action, at, now)
      if (first.result !== 'recorded' || action === 'undo') return
      const after = { ...s, status: first.status, checkedInAt: first.checkedInAt }
      expect(decideCheckIn(after, action, at, now)).toEqual({ result: 'alreadyRecorded' })
      const undone = decideCheckIn(after, 'undo', at, now)
      expect(undone).toMatchObject({ status: action === 'in' ? 'confirmed' : 'checkedIn' })
    })
  })

  it('takes a second scan within five minutes for the same one', () => {
    holds(fc.record({ at: moment, seconds: fc.integer({ min: 0, max: 900 }) }), ({ at, seconds }) => {
      const now = new Date(at.getTime() + seconds * 1000)
      expect(actionOfScan({ status: 'checkedIn', checkedInAt: at }, now)).toBe(seconds < 300 ? 'none' : 'out')
    })
  })
})

describe('what pages may offer', () => {
  const viewed = fc.record({
    status: fc.constantFrom(...activityStatuses),
    startsAt: moment,
    endsAt: moment,
    signUpOpensAt: moment,
    signUpClosesAt: moment,
    cancelUntil: moment,
    manages: fc.boolean(),
    approves: fc.boolean(),
    createdBy: fc.constantFrom(1, 2),
  })
  type SignUpRecord = Parameters<typeof signUpActions>[1]
  const signUp = fc
    .record({ status: fc.constantFrom(...signUpStatuses), answerBy: fc.option(moment) })
    .map((s) => (s.status === 'confirmed' ? s : { ...s, answerBy: null }) as SignUpRecord)
  const offer = fc.record({ a: viewed, s: signUp, now: moment })

  it('offers signing up exactly while it is open, and never twice', () => {
    holds(offer, ({ a, s, now }) => {
      const open = a.status === 'published' && a.signUpOpensAt <= now && now < a.signUpClosesAt
      expect(activityActions(a, undefined, 1, now).includes('signUp')).toBe(open)
      expect(activityActions(a, s, 1, now)).not.toContain('signUp')
    })
  })

  it('offers running it only to those who run it, and nothing that changes it once it is over', () => {
    const theirs = ['edit', 'cancel', 'submit', 'takeBack', 'approve', 'sendBack', 'manage'] as const
    holds(offer, ({ a, s, now }) => {
      const actions: readonly string[] = activityActions(a, s, 1, now)
      if (!a.manages) for (const action of theirs) expect(actions).not.toContain(action)
      if (a.status === 'ended' || a.status === 'cancelled') {
        expect(actions).not.toContain('edit')
        expect(actions).not.toContain('cancel')
      }
      if (!a.approves) expect(actions).not.toContain('approve')
    })
  })

  it('offers an answer or a way out, never both; and to others’ sign-ups nothing of the person’s own', () => {
    holds(offer, ({ a, s, now }) => {
      const own = signUpActions(a, s, 'self', now)
      const answers = own.includes('acceptPromotion')
      expect(own.includes('declinePromotion')).toBe(answers)
      expect(answers && own.includes('cancel')).toBe(false)
      expect(answers).toBe(s.answerBy !== null && s.answerBy > now)
      const organisers = signUpActions(a, s, 'organiser', now)
      for (const action of ['cancel', 'acceptPromotion', 'declinePromotion', 'rate'] as const)
        expect(organisers).not.toContain(action)
      for (const actions of [own, organisers]) expect(new Set(actions).size).toBe(actions.length)
    })
  })

  it('offers checking in on the activity exactly when it does on the sign-up', () => {
    holds(offer, ({ a, s, now }) => {
      const own = signUpActions(a, s, 'self', now)
      const there = activityActions(a, s, 1, now)
      expect(there.includes('checkIn')).toBe(own.includes('checkIn'))
      expect(there.includes('rate')).toBe(own.includes('rate'))
    })
  })
})
