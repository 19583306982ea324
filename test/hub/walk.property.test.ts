import fc from 'fast-check'
import { contactEventKinds, contactTransitions } from '../../types/hub'
import type { TestPerson } from '../cloud'
import { aHousehold, aHub, type Community, type Hub, member, openCommunity } from '../factories/hubs'
import { somebody } from '../factories/volunteers'

/** Whatever residents, hosts, staff and the clock do in whatever order: what the tables promise holds after each step. */

let c: Community
let deputy: TestPerson
let lead: TestPerson
let hubs: Hub[]
let li: TestPerson
beforeAll(async () => {
  c = await openCommunity()
  deputy = await somebody(c.cloud)
  lead = await somebody(c.cloud)
})
afterAll(() => c.stop())

it('the database knows the same steps as the contract', async () => {
  const rows = await c.cloud.sql<{ kind: string; from: string; to: string }[]>`
    select kind, from_status as "from", to_status as "to" from contact_transitions`
  const wanted = contactEventKinds.flatMap((kind) => {
    const transition = contactTransitions[kind]
    return transition.from.map((from) => `${kind} ${from} ${'to' in transition ? transition.to : from}`)
  })
  expect(rows.map((row) => `${row.kind} ${row.from} ${row.to}`).sort()).toEqual(wanted.sort())
})

const doing = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('ask' as const), aboutHost: fc.nat(3), anonymous: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('pass' as const), hours: fc.constantFrom(1, 13, 25, 200) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('absence' as const), end: fc.boolean() }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('host' as const),
      // Mostly whoever owes the answer.
      who: fc.option(fc.nat(4), { freq: 1 }),
      act: fc.constantFrom(
        ['stepContact', { step: 'sort' }] as const,
        ['stepContact', { step: 'discuss' }] as const,
        ['stepContact', { step: 'claim', words: '在办' }] as const,
        ['answerContact', { words: '办好了' }] as const,
        ['answerContact', { words: '都办好了' }] as const,
        ['handOnContact', { to: 'activity', words: '一起来' }] as const,
        ['passOnContact', { words: '转给您' }] as const,
        ['sayInContact', { words: '您好' }] as const,
        ['takeOverContact', {}] as const,
      ),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('resident' as const),
      act: fc.constantFrom('sayInContact', 'askCallBack', 'withdrawContact', 'confirmContact', 'rateContact'),
    }),
  },
)
type Doing = typeof doing extends fc.Arbitrary<infer T> ? T : never

/** A refusal or a closed door is an answer; a fault is not. */
async function send(who: TestPerson, name: string, input: object): Promise<void> {
  const reply = await c.cloud.send(who, name, input)
  if (reply.status >= 500 || reply.status === 400) throw new Error(`${name}: ${JSON.stringify(reply.body)}`)
}

async function carryOut(step: Doing): Promise<void> {
  const [last] = await c.cloud.sql<{ id: number; version: number; hubId: number; ownerId: number }[]>`
    select id, version, hub_id as "hubId", owner_id as "ownerId" from contacts order by ended_at is not null, id desc limit 1`
  const [chen, luo] = hubs as [Hub, Hub]
  if (step.do === 'ask') {
    const { anonymous } = step
    const aboutHost = step.aboutHost === 0
    return send(li, 'hub.askHub', { kind: 'ask', words: '有事', aboutHost, anonymous })
  }
  if (step.do === 'pass') {
    c.pass(step.hours)
    return c.run('sweepContacts')
  }
  if (step.do === 'absence') {
    const day = new Date(c.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
    await send(chen.host, 'hub.setAbsence', { from: day, until: day, end: step.end })
    return c.run('sweepContacts')
  }
  if (!last) return
  const contactId = last.id
  if (step.do === 'resident') {
    const more = { sayInContact: { words: '谢谢' }, rateContact: { stars: 4 } }[step.act as 'sayInContact'] ?? {}
    return send(li, `hub.${step.act}`, { contactId, ...more })
  }
  const people = [chen.host, luo.host, deputy, lead, c.admin]
  const owner = people.find(({ personId }) => personId === last.ownerId) ?? chen.host
  const who =
    step.who === null ? (step.act[0] === 'takeOverContact' ? c.admin : owner) : (people[step.who] as TestPerson)
  const [name, more] = step.act as readonly [string, object]
  const to = name === 'passOnContact' ? { hubId: last.hubId === chen.hubId ? luo.hubId : chen.hubId } : {}
  const seen = name === 'sayInContact' ? {} : { version: last.version }
  // Whoever is no administrator is not let in at all.
  if (name === 'takeOverContact' && who !== c.admin) return
  return send(who, `hub.${name}`, { contactId, ...seen, ...more, ...to })
}

/** Rows that break a promise; none ever do. */
const broken = () => c.cloud.sql<{ what: string; id: number }[]>`
  select 'owned by whom it is about' as what, c.id from contacts c where c.ended_at is null and c.about_host and on_hub_side(c.owner_id, c.hub_id)
  union all
  select 'owned below its level', c.id from contacts c where c.ended_at is null and c.level = 0
     and c.owner_id <> (select h.host_id from hubs h where h.id = c.hub_id)
  union all
  select 'seen by nobody who owes it', c.id from contacts c where c.ended_at is null and contact_side(c.owner_id, c) is null
  union all
  select 'overdue and not looked after', c.id from contacts c where c.ended_at is null and c.due_at <= ${c.now()}
  union all
  select 'a history that does not join up', e.contact_id from contact_events e join contact_events n on n.contact_id = e.contact_id and n.seq = e.seq + 1
   where n.from_status <> e.to_status
  union all
  select 'a step back', e.contact_id from contact_events e
   where array_position('{asked,sorted,discussed,claimed,answered,confirmed,rated,withdrawn}', e.to_status)
         < array_position('{asked,sorted,discussed,claimed,answered,confirmed,rated,withdrawn}', e.from_status)
  union all
  select 'answered without an answer', c.id from contacts c where c.status = 'answered'
     and not exists (select from contact_messages m where m.contact_id = c.id and m.side <> 'resident')`

const asks: Doing = { do: 'ask', aboutHost: 1, anonymous: false }
const owner = (...act: Extract<Doing, { do: 'host' }>['act']): Doing => ({ do: 'host', who: null, act }) as Doing
const resident = (act: Extract<Doing, { do: 'resident' }>['act']): Doing => ({ do: 'resident', act })
/** Two walks that come by the whole table, whatever chance finds besides. */
const wholeLife: Doing[] = [
  asks,
  owner('stepContact', { step: 'sort' }),
  owner('stepContact', { step: 'discuss' }),
  owner('stepContact', { step: 'claim', words: '在办' }),
  resident('sayInContact'),
  owner('answerContact', { words: '办好了' }),
  resident('confirmContact'),
  resident('rateContact'),
]
const byOthers: Doing[] = [
  asks,
  { do: 'pass', hours: 25 },
  owner('takeOverContact', {}),
  owner('passOnContact', { words: '转给您' }),
  resident('askCallBack'),
  owner('handOnContact', { to: 'activity', words: '一起来' }),
  resident('withdrawContact'),
]

it('no order of events breaks a promise', async () => {
  const reached = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(doing, { minLength: 5, maxLength: 25 }), async (steps) => {
      await c.begin()
      const line = { deputyIds: [deputy.personId], branchLeadId: lead.personId }
      hubs = [await aHub(c, line), await aHub(c, { ...line, name: '罗家中心户' })]
      li = await member(c, (await aHousehold(c)).householdId)
      for (const step of steps) {
        await carryOut(step)
        await c.run('sweepContacts')
        expect({ step, broken: await broken() }).toEqual({ step, broken: [] })
      }
      for (const { kind } of await c.cloud.sql<{ kind: string }[]>`select distinct kind from contact_events`)
        reached.add(kind)
    }),
    { numRuns: Number(process.env.WALKS ?? 25), examples: [[wholeLife], [byOthers]] },
  )
  // The walks are worth something: they came by most of the table.
  expect([...reached].sort()).toEqual(
    expect.arrayContaining([
      'answer',
      'ask',
      'claim',
      'confirm',
      'escalate',
      'handOn',
      'passOn',
      'rate',
      'say',
      'takeOver',
      'withdraw',
    ]),
  )
})
