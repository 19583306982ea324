import fc from 'fast-check'
import { helpEventKinds, helpTransitions } from '../../types/volunteer'
import type { TestPerson } from '../cloud'
import { helper, helpOf, monday, type Neighbourhood, neighbour, openNeighbourhood } from '../factories/help'

/** Whatever residents, volunteers and the clock do in whatever order: what the tables promise holds after each step. */

let n: Neighbourhood
let volunteers: TestPerson[]
let residents: TestPerson[]
beforeAll(async () => {
  n = await openNeighbourhood()
  await n.cloud.sql`update matching_settings set refusals_to_leader = 2, refusals_to_community = 4`
  volunteers = [
    await helper(n, '陈国华'),
    await helper(n, '罗小梅', { lat: 30.516 }),
    await helper(n, '杨帆帆', { lat: 30.52 }),
  ]
  residents = [await neighbour(n), await neighbour(n, '王爷爷')]
})
afterAll(() => n.stop())

it('the database knows the same steps as the contract', async () => {
  const rows = await n.cloud.sql<{ kind: string; from: string; to: string }[]>`
    select kind, from_status as "from", to_status as "to" from help_transitions`
  const wanted = helpEventKinds.flatMap((kind) => {
    const transition = helpTransitions[kind]
    return transition.from.map((from) => `${kind} ${from} ${'to' in transition ? transition.to : from}`)
  })
  expect(rows.map((row) => `${row.kind} ${row.from} ${row.to}`).sort()).toEqual(wanted.sort())
})

const doing = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('ask' as const),
      who: fc.nat(1),
      people: fc.integer({ min: 1, max: 2 }),
      hour: fc.integer({ min: 9, max: 17 }),
      now: fc.boolean(),
    }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('answer' as const), who: fc.nat(2), accept: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('pass' as const), hours: fc.constantFrom(0.2, 1, 5, 16, 40) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('setOut' as const, 'checkIn' as const, 'checkOut' as const, 'giveBack' as const),
      who: fc.nat(2),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'cancelRequest' as const,
        'askStaff' as const,
        'matchAgain' as const,
        'confirmDone' as const,
        'rateHelp' as const,
        'swapPerson' as const,
      ),
      who: fc.nat(1),
    }),
  },
  // Whoever promised is there on time: chance alone would seldom meet the hour.
  { weight: 3, arbitrary: fc.record({ do: fc.constant('beThere' as const), who: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rematch' as const) }) },
)
type Doing = typeof doing extends fc.Arbitrary<infer T> ? T : never

/** A refusal is an answer; a fault is not. */
async function send(who: TestPerson, name: string, input: object): Promise<void> {
  const reply = await n.cloud.send(who, name, input)
  if (reply.status >= 500) throw new Error(`${name}: ${JSON.stringify(reply.body)}`)
}

async function carryOut(step: Doing): Promise<void> {
  const { cloud } = n
  switch (step.do) {
    case 'ask': {
      const day = new Date(n.now().getTime() + 86_400_000).toISOString().slice(0, 10)
      const from = step.now
        ? new Date(n.now().getTime() + 600_000)
        : new Date(`${day}T${String(step.hour).padStart(2, '0')}:00:00+08:00`)
      const windows = [{ from, until: new Date(from.getTime() + 3_600_000) }]
      await send(
        residents[step.who] as TestPerson,
        'volunteer.ask',
        helpOf(n, { windows, people: step.people, urgency: step.now ? 'now' : 'thisWeek' }),
      )
      return
    }
    case 'answer': {
      const who = volunteers[step.who] as TestPerson
      const [offer] = (await cloud.ask(who, 'volunteer.myOffers', {})).rows
      if (offer) await send(who, 'volunteer.answerOffer', { offerId: offer.offerId, accept: step.accept })
      return
    }
    case 'pass':
      n.pass(step.hours)
      await n.run('sweepHelp')
      return
    case 'beThere': {
      const who = volunteers[step.who] as TestPerson
      const [task] = (await cloud.ask(who, 'volunteer.myTasks', {})).rows
      if (!task || task.span.from < n.now() || task.status !== 'assigned') return
      n.set(task.span.from)
      await send(who, 'volunteer.checkIn', { assignmentId: task.assignmentId })
      return
    }
    case 'rematch':
      return n.run('rematchPool')
    case 'setOut':
    case 'checkIn':
    case 'checkOut':
    case 'giveBack': {
      const who = volunteers[step.who] as TestPerson
      const [task] = (await cloud.ask(who, 'volunteer.myTasks', {})).rows
      if (task) await send(who, `volunteer.${step.do}`, { assignmentId: task.assignmentId })
      return
    }
    default: {
      const who = residents[step.who] as TestPerson
      const [request] = (await cloud.ask(who, 'volunteer.myRequests', {})).rows
      if (!request) return
      const { helpRequestId } = request
      const detail = await cloud.ask(who, 'volunteer.request', { helpRequestId })
      const more =
        step.do === 'rateHelp'
          ? { stars: 4 }
          : step.do === 'swapPerson'
            ? { assignmentId: detail.comingPeople[0]?.assignmentId ?? 1 }
            : {}
      await send(who, `volunteer.${step.do}`, { helpRequestId, ...more })
    }
  }
}

/** Rows that break a promise; none ever do. */
const broken = () => n.cloud.sql<{ what: string; id: number }[]>`
  select 'accepted without a place' as what, o.id from offers o
   where o.status = 'accepted' and not exists (select from assignments a where a.offer_id = o.id and (a.status <> 'cancelled' or a.cancel_reason = 'didNotCome'))
  union all
  select 'a place without an accepted offer', a.id from assignments a join offers o on o.id = a.offer_id where a.status <> 'cancelled' and o.status <> 'accepted'
  union all
  select 'offered to nobody', h.id from help_requests h
   where h.status = 'offered' and not exists (select from offers o where o.request_id = h.id and o.status = 'sent')
  union all
  select 'waits although it is over', o.id from offers o join help_requests h on h.id = o.request_id
   where o.status = 'sent' and h.status not in ('offered')
  union all
  select 'more people than asked for', h.id from help_requests h
   where h.people < (select count(*) from assignments a where a.request_id = h.id and a.status <> 'cancelled')
  union all
  select 'full and not assigned', h.id from help_requests h
   where h.status in ('matching', 'offered', 'unmet') and h.people = (select count(*) from assignments a where a.request_id = h.id and a.status <> 'cancelled')
  union all
  select 'assigned to nobody', h.id from help_requests h
   where h.status in ('assigned', 'inService', 'done') and not exists (select from assignments a where a.request_id = h.id and a.status <> 'cancelled')
  union all
  select 'in service without anybody there', h.id from help_requests h
   where h.status = 'inService' and not exists (select from assignments a where a.request_id = h.id and a.status in ('inService', 'done'))
  union all
  select 'served longer than it was there', r.id from service_records r join assignments a on a.id = r.assignment_id
   where not (r.served <@ tstzrange(a.checked_in_at, a.checked_out_at, '[]'))`

const all = [0, 1, 2]
const asks = (people: number): Doing => ({ do: 'ask', who: 0, people, hour: 10, now: false })
const answer = (accept: boolean): Doing[] => all.map((who) => ({ do: 'answer', who, accept }))
const each = (what: 'beThere' | 'checkOut' | 'giveBack'): Doing[] => all.map((who) => ({ do: what, who }) as Doing)
const pass: Doing = { do: 'pass', hours: 40 }
/** Walks that come by everything, whatever chance finds besides. */
const examples: Doing[][] = [
  [asks(2), ...answer(true), ...answer(true), ...each('beThere'), ...each('checkOut'), { do: 'confirmDone', who: 0 }],
  [asks(1), ...answer(true), ...each('giveBack'), ...answer(false), ...answer(false), { do: 'matchAgain', who: 0 }],
  [asks(1), pass, asks(2), ...answer(false), ...answer(true), { do: 'cancelRequest', who: 0 }, pass],
]

it('no order of events breaks a promise', async () => {
  const reached = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(doing, { minLength: 20, maxLength: 40 }), async (steps) => {
      // Each walk begins on the same Monday, with the same people and nothing asked for.
      n.set(monday)
      await n.cloud.sql`truncate help_requests, service_records cascade`
      await n.cloud.sql`update volunteers set status = 'approved'`
      for (const step of steps) {
        await carryOut(step)
        await n.seekNow()
        expect({ step, broken: await broken() }).toEqual({ step, broken: [] })
      }
      const events = await n.cloud.sql<{ kind: string }[]>`select distinct kind from help_request_events`
      for (const { kind } of events) reached.add(kind)
    }),
    { numRuns: Number(process.env.WALKS ?? 25), endOnFailure: true, examples: examples.map((steps) => [steps]) },
  )
  // The walks are worth something: they came by most of the table.
  expect([...reached].sort()).toEqual(
    expect.arrayContaining([
      'ask',
      'cancel',
      'checkIn',
      'decline',
      'expire',
      'fill',
      'finish',
      'giveUp',
      'lookAgain',
      'match',
      'offer',
      'offerMore',
      'takePlace',
    ]),
  )
})
