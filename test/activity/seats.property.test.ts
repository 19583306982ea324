import fc from 'fast-check'
import { lapsePromotions } from '../../cloud/activity/jobs'
import { inTransaction } from '../../cloud/platform/database'
import { grantRole, startTestCloud, type TestCloud, type TestPerson } from '../cloud'
import { draftOf } from '../factories/activities'
import { liuqiao } from '../factories/areas'
import { whileInTime } from '../while-in-time'
import { expectSoundSeats } from './invariants'

/** Whatever people do with the seats of an activity, in any order: PostgreSQL is in the same state as a model of thirty lines. */

interface Place {
  person: number
  party: number
  /** `promoted`: the seat is held until an answer comes. */
  state: 'confirmed' | 'promoted' | 'waitlisted'
}

/** The rule of the house: first come, first served, among those who fit. */
class Model {
  /** In order of arrival. */
  places: Place[] = []

  constructor(
    public capacity: number,
    private readonly waitlist: boolean,
  ) {}

  of = (person: number) => this.places.find((place) => place.person === person)
  get taken(): number {
    return this.places.reduce((sum, { party, state }) => sum + (state === 'waitlisted' ? 0 : party), 0)
  }
  get line(): Place[] {
    return this.places.filter(({ state }) => state === 'waitlisted')
  }

  signUp(person: number, party: number): string {
    if (this.of(person)) return 'alreadySignedUp'
    const fits = party <= this.capacity - this.taken
    if (!fits && !this.waitlist) return 'fullNoWaitlist'
    this.places.push({ person, party, state: fits ? 'confirmed' : 'waitlisted' })
    return fits ? 'confirmed' : `waitlisted ${this.line.length}`
  }
  leave(person: number): void {
    this.places = this.places.filter((place) => place.person !== person)
    this.fill()
  }
  resize(capacity: number): string {
    if (capacity < this.taken) return 'belowConfirmed'
    this.capacity = capacity
    this.fill()
    return 'done'
  }
  private fill(): void {
    for (const place of this.line) if (place.party <= this.capacity - this.taken) place.state = 'promoted'
  }
}

let cloud: TestCloud
let admin: TestPerson
const people: TestPerson[] = []

beforeAll(async () => {
  cloud = await startTestCloud()
  admin = await cloud.signIn('admin')
  await grantRole(cloud, admin.personId, 'communityAdmin', liuqiao)
  admin = await cloud.signIn('admin', { consent: false })
  for (let n = 0; n < 6; n++) people.push(await cloud.signIn(`neighbour-${n}`))
})
afterAll(() => cloud.stop())

const who = fc.nat({ max: 5 })
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ does: fc.constant('signUp' as const), who, party: fc.integer({ min: 1, max: 3 }) }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('leave' as const), who }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('answer' as const), who, accept: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('saysNothing' as const), who }) },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('resize' as const), capacity: fc.integer({ min: 1, max: 7 }) }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** One that goes everywhere; the others are made up. */
const everywhere: { capacity: number; waitlist: boolean; steps: Step[] } = {
  capacity: 2,
  waitlist: true,
  steps: [
    { does: 'signUp', who: 0, party: 1 },
    { does: 'signUp', who: 0, party: 1 },
    { does: 'signUp', who: 1, party: 1 },
    { does: 'signUp', who: 2, party: 1 },
    { does: 'signUp', who: 3, party: 1 },
    { does: 'leave', who: 0 },
    { does: 'answer', who: 2, accept: false },
    { does: 'answer', who: 3, accept: true },
    { does: 'resize', capacity: 1 },
    { does: 'signUp', who: 4, party: 1 },
    { does: 'leave', who: 1 },
    { does: 'saysNothing', who: 4 },
    { does: 'resize', capacity: 5 },
  ],
}

it('is in the same state as the model after every step: nothing oversold, no seat free for who waits, positions without gaps', async () => {
  const seen = new Set<string>()
  const story = fc.record({
    capacity: fc.integer({ min: 1, max: 5 }),
    waitlist: fc.oneof(fc.constant(true), fc.boolean()),
    steps: fc.array(step, { minLength: 8, maxLength: 24, size: 'max' }),
  })
  await fc.assert(
    fc.asyncProperty(
      story,
      whileInTime(15_000, async ({ capacity, waitlist, steps }) => {
        const seats = await openSeats(capacity, waitlist)
        for (const one of steps) {
          seen.add(await seats.take(one))
          await seats.compare()
        }
        await seats.comparePositions()
      }),
    ),
    { numRuns: 60, examples: [[everywhere]] },
  )
  for (const outcome of [
    'confirmed',
    'waitlisted 1',
    'alreadySignedUp',
    'left',
    'lapsed',
    'accepted',
    'declined',
    'done',
    'belowConfirmed',
  ])
    expect(seen).toContain(outcome)
}, 60_000)

/** An activity, and its model beside it. */
async function openSeats(capacity: number, waitlist: boolean) {
  const model = new Model(capacity, waitlist)
  const draft = draftOf({ capacity, waitlist })
  const { activityId } = await cloud.ask(admin, 'activity.draft', draft)
  await cloud.ask(admin, 'activity.submit', { activityId })
  let version = (await cloud.ask(admin, 'activity.detail', { activityId })).version
  const personOf = (n: number) => people[n] as TestPerson

  const signUpOf = async (n: number): Promise<number | undefined> => {
    const [row] = await cloud.sql<{ id: number }[]>`
      select id from sign_ups where activity_id = ${activityId} and person_id = ${personOf(n).personId} and status not in ('cancelled', 'rejected')`
    return row?.id
  }
  const call = async (as: TestPerson, name: string, input: object) => {
    const { body } = await cloud.send(as, name, input)
    if (!body.result) throw new Error(`${name}: ${JSON.stringify(body)}`)
    return { ok: body.result.ok, value: body.result.value, reason: String(body.result.refusal?.reason) }
  }

  const acts = {
    async signUp({ who: n, party }: { who: number; party: number }) {
      const { ok, value, reason } = await call(personOf(n), 'activity.signUp', { activityId, party })
      const said = ok ? [value?.status, value?.position].filter((word) => word != null).join(' ') : reason
      expect(said).toBe(model.signUp(n, party))
      return said
    },
    async leave({ who: n }: { who: number }) {
      const signUpId = await signUpOf(n)
      if (signUpId === undefined) return 'nothing'
      expect(await call(personOf(n), 'activity.cancelSignUp', { signUpId })).toMatchObject({ ok: true })
      model.leave(n)
      return 'left'
    },
    async answer({ who: n, accept }: { who: number; accept: boolean }) {
      const signUpId = await signUpOf(n)
      if (signUpId === undefined) return 'nothing'
      const { ok, reason } = await call(personOf(n), 'activity.answerPromotion', { signUpId, accept })
      const place = model.of(n) as Place
      expect(ok ? 'promoted' : reason).toBe(place.state === 'promoted' ? 'promoted' : 'nothingToAnswer')
      if (!ok) return reason
      if (accept) place.state = 'confirmed'
      else model.leave(n)
      return accept ? 'accepted' : 'declined'
    },
    async saysNothing({ who: n }: { who: number }) {
      if (model.of(n)?.state !== 'promoted') return 'nothing'
      await cloud.sql`update sign_ups set answer_by = now() - interval '1 second' where id = ${(await signUpOf(n)) as number}`
      await inTransaction(cloud.sql, lapsePromotions)
      model.leave(n)
      return 'lapsed'
    },
    async resize({ capacity: next }: { capacity: number }) {
      const input = { activityId, version, scope: 'one', draft: { ...draft, capacity: next } }
      const { ok, value, reason } = await call(admin, 'activity.edit', input)
      const said = ok ? 'done' : reason
      expect(said).toBe(model.resize(next))
      if (ok) version = Number(value?.version)
      return said
    },
  }

  return {
    take: (one: Step): Promise<string> => acts[one.does](one as never),

    async compare() {
      const rows = await cloud.sql<{ personId: number; party: number; state: Place['state'] }[]>`
        select person_id as "personId", party,
               case when status = 'confirmed' and answer_by is not null then 'promoted' else status end as state
          from sign_ups where activity_id = ${activityId} and status <> 'cancelled' order by ticket`
      expect(rows).toEqual(
        model.places.map(({ person, party, state }) => ({ personId: personOf(person).personId, party, state })),
      )
      await expectSoundSeats(cloud.sql)
    },

    async comparePositions() {
      for (const [ahead, { person }] of model.line.entries()) {
        const { mySignUp } = await cloud.ask(personOf(person), 'activity.detail', { activityId })
        expect(mySignUp).toMatchObject({ position: ahead + 1, partiesAhead: ahead })
      }
    },
  }
}
