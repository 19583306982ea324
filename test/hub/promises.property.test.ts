import fc from 'fast-check'
import { addDays, dayOf } from '../../cloud/deadlines/day'
import type { PromiseStatus } from '../../types/hub'
import type { TestPerson } from '../cloud'
import { grantRole } from '../cloud'
import { liuqiao } from '../factories/areas'
import { aHousehold, aHub, type Community, type Hub, hubOf, member, openCommunity } from '../factories/hubs'
import { somebody } from '../factories/volunteers'

/**
 * What hosts promise on their visits, whatever becomes of households, hubs, hosts and days meanwhile: a model says what became of each promise, the database must say the
 * same, and somebody who can act owes what is open.
 */

let c: Community
beforeAll(async () => {
  c = await openCommunity()
})
afterAll(() => c.stop())

interface Home {
  householdId: number
  resident: TestPerson
  ended: boolean
}
interface KnownHub extends Hub {
  deputy: TestPerson
  closed: boolean
}
interface Promised {
  dueOn: string
  home: Home
  status: PromiseStatus
  late: boolean
}

/** The model: what everybody was promised, and what became of it. */
let homes: Home[]
let hubs: KnownHub[]
let lead: TestPerson
let promised: Map<number, Promised>
/** The last day on which the clock looked. */
let sweptOn: string

const which = fc.nat(7)
const doing = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('visit' as const),
      hub: which,
      by: fc.constantFrom('host' as const, 'deputy' as const),
      days: fc.array(fc.constantFrom(0, 1, 2, 5), { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('pass' as const), hours: fc.constantFrom(5, 20, 24, 49) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('keep' as const), promise: fc.nat(20) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('move' as const), home: which, hub: which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('moveAway' as const), home: which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('end' as const), home: which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), hub: which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('replaceHost' as const), hub: which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('away' as const), hub: which, back: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('deleteAccount' as const),
      who: fc.constantFrom('host' as const, 'deputy' as const, 'lead' as const),
      hub: which,
    }),
  },
)
type Doing = typeof doing extends fc.Arbitrary<infer T> ? T : never

const today = () => dayOf(c.now())
const at = <T>(items: readonly T[], n: number): T | undefined =>
  items.length > 0 ? items[n % items.length] : undefined
const openHubs = () => hubs.filter(({ closed }) => !closed)
const livingHomes = () => homes.filter(({ ended }) => !ended)
const versionOf = async (householdId: number) => {
  const [row] = await c.cloud.sql<{ version: number }[]>`select version from households where id = ${householdId}`
  return row?.version ?? 0
}
const homesOf = (hubId: number) => c.cloud.sql<{ id: number }[]>`
  select household_id as id from linked_households where hub_id = ${hubId} and until is null order by household_id`

async function open(n: number): Promise<KnownHub> {
  const deputy = await somebody(c.cloud)
  const hub = await aHub(c, {
    name: `${'甲乙丙'[n]}家中心户`,
    lat: 30.513 + n / 1000,
    deputyIds: [deputy.personId],
    branchLeadId: lead.personId,
  })
  return { ...hub, deputy, closed: false }
}

async function carryOut(step: Doing): Promise<void> {
  switch (step.do) {
    case 'visit': {
      const hub = at(openHubs(), step.hub)
      const rows = hub ? await homesOf(hub.hubId) : []
      if (!hub || rows.length === 0) return
      const householdIds = rows.slice(0, 2).map(({ id }) => id)
      const promises = step.days.map((days, n) => ({
        householdId: householdIds[n % householdIds.length] as number,
        words: `答应的第 ${n} 件`,
        dueOn: addDays(today(), days),
      }))
      const { visitId } = await c.cloud.ask(hub[step.by], 'hub.writeVisit', {
        visitedOn: today(),
        householdIds,
        heard: '都好',
        promises,
      })
      const made = await c.cloud.sql<{ id: number; householdId: number; dueOn: string }[]>`
        select id, household_id as "householdId", due_on::text as "dueOn" from visit_promises where visit_id = ${visitId} order by id`
      expect(made).toHaveLength(promises.length)
      for (const { id, householdId, dueOn } of made) {
        const home = homes.find((one) => one.householdId === householdId) as Home
        promised.set(id, { dueOn, home, status: 'open', late: false })
      }
      return
    }
    case 'pass':
      return c.pass(step.hours)
    case 'keep': {
      const ids = [...promised.keys()]
      const promiseId = at(ids, step.promise)
      if (promiseId === undefined) return
      const one = promised.get(promiseId) as Promised
      const { kept, ended } = { kept: one.status === 'kept', ended: one.status === 'ended' }
      const owner = await ownerOf(promiseId)
      // What is over stays with whoever owed it, also when he has no account any more.
      if (!owner && (kept || ended)) return
      const reply = await c.cloud.send(owner ?? lead, 'hub.keepPromise', { promiseId })
      expect(reply.body.result).toMatchObject(
        kept ? { refusal: { reason: 'alreadyKept' } } : ended ? { refusal: { reason: 'promiseEnded' } } : { ok: true },
      )
      if (kept || ended) return
      one.status = 'kept'
      one.late ||= today() > one.dueOn
      return
    }
    case 'move': {
      const [home, hub] = [at(livingHomes(), step.home), at(openHubs(), step.hub)]
      if (!home || !hub) return
      const { householdId } = home
      const to = { householdId, hubId: hub.hubId, version: await versionOf(householdId) }
      return void (await c.cloud.send(c.gridWorker, 'hub.linkHousehold', to))
    }
    case 'moveAway': {
      const home = at(livingHomes(), step.home)
      if (!home) return
      const { householdId } = home
      // Farther than anybody walks: nobody looks after it from then on.
      const movesTo = { areaCode: liuqiao, door: `远处 ${householdId}-${Math.random()} 号`, lat: 31.5, lng: 120.5 }
      return void (await c.cloud.ask(c.gridWorker, 'hub.changeHousehold', {
        householdId,
        version: await versionOf(householdId),
        movesTo,
      }))
    }
    case 'end': {
      const home = at(livingHomes(), step.home)
      if (!home) return
      const { householdId } = home
      const ended = { householdId, version: await versionOf(householdId), why: '搬到外县' }
      await c.cloud.ask(c.gridWorker, 'hub.endHousehold', ended)
      home.ended = true
      for (const one of promised.values())
        if (one.home === home && (one.status === 'open' || one.status === 'broken')) one.status = 'ended'
      return
    }
    case 'close': {
      const hub = at(openHubs(), step.hub)
      if (!hub) return
      await c.cloud.ask(c.admin, 'hub.closeHub', { hubId: hub.hubId, reason: '户长搬走了' })
      hub.closed = true
      return
    }
    case 'replaceHost': {
      const hub = at(openHubs(), step.hub)
      if (!hub) return
      const host = await somebody(c.cloud)
      await grantRole(c.cloud, host.personId, 'partyMember', liuqiao)
      const deputyIds = [hub.deputy.personId]
      const branchLeadId = lead.personId
      const [kept] = await c.cloud.sql<{ name: string; leads: boolean }[]>`
        select name, branch_lead_id is not null as leads from hubs where id = ${hub.hubId}`
      const more = { name: kept?.name ?? '', deputyIds, branchLeadId: kept?.leads ? branchLeadId : null }
      await c.cloud.ask(c.admin, 'hub.saveHub', { ...hubOf(host.personId, more), hubId: hub.hubId })
      hub.host = host
      return
    }
    case 'away': {
      const hub = at(openHubs(), step.hub)
      if (!hub) return
      const days = { from: today(), until: addDays(today(), 3), end: step.back }
      return void (await c.cloud.send(hub.host, 'hub.setAbsence', days))
    }
    case 'deleteAccount': {
      const hub = at(openHubs(), step.hub)
      if (!hub) return
      if (step.who === 'lead') {
        await c.cloud.ask(lead, 'people.deleteMe', { confirm: '注销' })
        lead = await somebody(c.cloud)
        return
      }
      await c.cloud.ask(hub[step.who], 'people.deleteMe', { confirm: '注销' })
      if (step.who === 'host') hub.closed = true
      // Somebody else stands in from now on.
      else {
        hub.deputy = await somebody(c.cloud)
        await c.cloud
          .sql`insert into hub_deputies (hub_id, person_id, position) values (${hub.hubId}, ${hub.deputy.personId}, 1)`
      }
      return
    }
  }
}

/** The clock looks, twice at the same moment as two servers do. */
async function strike(): Promise<void> {
  await Promise.all([c.run('sweepPromises'), c.run('sweepPromises')])
  sweptOn = today()
  for (const one of promised.values())
    if (one.status === 'open' && one.dueOn < sweptOn) {
      one.status = 'broken'
      one.late = true
    }
}

/** Whoever owes a promise, with a session; nobody when he has no account. */
async function ownerOf(promiseId: number): Promise<TestPerson | undefined> {
  const [row] = await c.cloud.sql<{ openid: string | null }[]>`
    select p.openid from visit_promises q left join people p on p.id = q.owner_id where q.id = ${promiseId}`
  return row?.openid ? c.cloud.signIn(row.openid, { consent: false }) : undefined
}

/** Rows that break what is promised about promises; none ever do. */
const wrong = () => c.cloud.sql<{ what: string; id: number }[]>`
  with open as (select q.*, v.hub_id, v.area_code, h.closed_at, h.branch_lead_id from visit_promises q join home_visits v on v.id = q.visit_id join hubs h on h.id = v.hub_id
                 where q.status in ('open', 'broken'))
  select 'owed by nobody' as what, id from open where owner_id is null
  union all
  select 'owed by somebody without an account', o.id from open o join people p on p.id = o.owner_id where p.deleted_at is not null or p.openid is null
  union all
  select 'owed to a household that has ended', o.id from open o join households h on h.id = o.household_id where h.status = 'ended'
  union all
  select 'over its day and not looked after', id from open where status = 'open' and due_on < ${today()}::date
  union all
  select 'comes tomorrow and nobody was reminded', id from open where status = 'open' and due_on <= ${today()}::date + 1 and reminded_at is null
  union all
  select 'owed by somebody who was not told', o.id from open o where (o.status = 'broken' or o.reminded_at is not null)
     and not exists (select from notices n where n.kind = case o.status when 'broken' then 'promiseOverdue' else 'promiseDue' end
                                             and n.person_id = o.owner_id and (n.facts ->> 'promiseId')::bigint = o.id)
  union all
  select 'told twice', min((facts ->> 'promiseId')::bigint) from notices where kind in ('promiseDue', 'promiseOverdue', 'promiseBroken')
   group by kind, person_id, facts ->> 'promiseId' having count(*) > 1
  union all
  select 'told to two above', min((facts ->> 'promiseId')::bigint) from notices where kind = 'promiseBroken' group by facts ->> 'promiseId' having count(*) > 1
  union all
  select 'told to somebody who has nothing to do with it', (n.facts ->> 'promiseId')::bigint from notices n
    join visit_promises q on q.id = (n.facts ->> 'promiseId')::bigint where n.kind in ('promiseDue', 'promiseOverdue', 'promiseBroken')
     and exists (select from household_members m where m.household_id = q.household_id and m.person_id = n.person_id)
  union all
  select 'told after it was over', q.id from notices n join visit_promises q on q.id = (n.facts ->> 'promiseId')::bigint
   where n.kind in ('promiseOverdue', 'promiseBroken') and q.broken_at is null`

async function check(step: Doing): Promise<void> {
  expect({ step, wrong: await wrong() }).toEqual({ step, wrong: [] })
  const rows = await c.cloud.sql<{ id: number; status: PromiseStatus; dueOn: string; late: boolean }[]>`
    select id, status, due_on::text as "dueOn",
           broken_at is not null or coalesce((kept_at at time zone 'Asia/Shanghai')::date > due_on, false) as late from visit_promises order by id`
  const model = [...promised].map(([id, { status, dueOn, late }]) => ({ id, status, dueOn, late }))
  expect({ step, rows }).toEqual({ step, rows: model })
}

/** Everything that is open is in the list of whoever owes it, with its day, and may be said done there. */
async function checkLists(): Promise<void> {
  for (const [promiseId, { status, dueOn }] of promised) {
    if (status !== 'open' && status !== 'broken') continue
    const owner = (await ownerOf(promiseId)) as TestPerson
    const listed = []
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const page = await c.cloud.ask(owner, 'hub.promises', { side: 'hub', status, ...(cursor ? { cursor } : {}) })
      listed.push(...page.rows)
      cursor = page.nextCursor
    }
    expect(listed.find((row) => row.promiseId === promiseId)).toMatchObject({ mine: true, mayKeep: true, dueOn })
  }
}

/** Those who live there heard of each promise that was kept for them, once. */
async function checkTold(): Promise<void> {
  for (const home of homes) {
    const kept = [...promised.values()].filter((one) => one.home === home && one.status === 'kept').length
    const [told] = await c.cloud.sql<{ n: number }[]>`
      select count(*)::int as n from notices where kind = 'promiseKept' and person_id = ${home.resident.personId}`
    expect(told?.n).toBe(kept)
  }
}

const visit = (hub: number, ...days: number[]): Doing => ({
  do: 'visit',
  hub,
  by: 'host',
  days: days as (0 | 1 | 2 | 5)[],
})
/** Walks that come by everything, whatever chance finds besides. */
const examples: Doing[][] = [
  [
    visit(0, 0, 2, 5),
    { do: 'keep', promise: 0 },
    { do: 'move', home: 0, hub: 1 },
    { do: 'pass', hours: 49 },
    { do: 'close', hub: 0 },
    { do: 'pass', hours: 49 },
    { do: 'keep', promise: 1 },
    { do: 'keep', promise: 2 },
    { do: 'keep', promise: 0 },
  ],
  [
    visit(0, 2, 5),
    { do: 'away', hub: 0, back: false },
    { do: 'pass', hours: 24 },
    { do: 'replaceHost', hub: 0 },
    { do: 'pass', hours: 49 },
    { do: 'end', home: 0 },
    { do: 'keep', promise: 0 },
    { do: 'deleteAccount', who: 'host', hub: 0 },
    { do: 'pass', hours: 49 },
  ],
  [
    visit(0, 1, 5),
    { do: 'deleteAccount', who: 'lead', hub: 0 },
    { do: 'moveAway', home: 0 },
    { do: 'deleteAccount', who: 'host', hub: 0 },
    { do: 'pass', hours: 49 },
    { do: 'keep', promise: 0 },
    { do: 'keep', promise: 1 },
  ],
  [visit(0, 5), { do: 'end', home: 0 }],
  [visit(0, 0), { do: 'pass', hours: 49 }],
  [visit(0, 0, 2), { do: 'pass', hours: 24 }, { do: 'deleteAccount', who: 'host', hub: 0 }],
]

it('no order of events loses a promise, leaves it to nobody, or tells of it twice', async () => {
  const reached = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(doing, { minLength: 5, maxLength: 22 }), async (steps) => {
      await c.begin()
      await c.cloud.sql`truncate notices cascade`
      lead = await somebody(c.cloud)
      hubs = [await open(0), await open(1), await open(2)]
      homes = []
      for (let n = 0; n < 4; n++) {
        const { householdId } = await aHousehold(c, { lat: 30.513 + (n % 3) / 1000 })
        homes.push({ householdId, resident: await member(c, householdId), ended: false })
      }
      promised = new Map()
      for (const step of steps) {
        await carryOut(step)
        await strike()
        await check(step)
      }
      await checkLists()
      await checkTold()
      for (const { status, late } of promised.values()) reached.add(`${status}${late ? ' late' : ''}`)
    }),
    { endOnFailure: true, numRuns: Number(process.env.WALKS ?? 12), examples: examples.map((steps) => [steps]) },
  )
  // The walks are worth something: promises came to every end there is.
  expect([...reached].sort()).toEqual(['broken late', 'ended', 'ended late', 'kept', 'kept late', 'open'])
}, 240_000)
