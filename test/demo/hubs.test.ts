import { presenceOf } from '../../cloud/hub/hubs/rules'
import { importAreas } from '../../cloud/people/areas'
import { inTransaction } from '../../cloud/platform/database'
import { demoAreas } from '../../cloud/sandbox/demo/areas'
import { fates, planContacts } from '../../cloud/sandbox/demo/hubs/contacts'
import { loadDemoHubs, wholeCounty } from '../../cloud/sandbox/demo/hubs/load'
import { planHubs } from '../../cloud/sandbox/demo/hubs/places'
import { chance } from '../../cloud/sandbox/demo/random'
import { loadDemoVolunteers } from '../../cloud/sandbox/demo/volunteers/load'
import { contactKinds, contactStatuses } from '../../types/hub'
import { grantRole, startTestCloud, type TestCloud } from '../cloud'

/** The 党员中心户 of a 云溪县 with few residents and fewer contacts; hubs and households are all there. */

let cloud: TestCloud
const few = { households: 700, contacts: 110, members: 48 }
beforeAll(async () => {
  cloud = await startTestCloud({}, { demo: true })
  await inTransaction(cloud.sql, (tx) => importAreas(tx, demoAreas()))
  const zhou = await cloud.signIn('demo-zhou')
  await grantRole(cloud, zhou.personId, 'communityAdmin', '990101')
  const communities = demoAreas().filter(({ code }) => code.length === 12)
  for (let n = 0; n < few.members; n++)
    await cloud.signIn(`demo-resident-${n + 1}`, { community: communities[n % communities.length]?.code ?? '' })
  // Whoever is led to a help request is helped by somebody.
  await loadDemoVolunteers(cloud.server, new Date(), { volunteers: 120, past: 0, coming: 0, applicants: 0 })
  await loadDemoHubs(cloud.server, new Date(), few)
}, 180_000)
afterAll(() => cloud.stop())

const count = async (text: string): Promise<number> => {
  const [row] = await cloud.sql.unsafe<{ n: number }[]>(`select count(*)::int as n ${text}`)
  return row?.n ?? 0
}

it('has a hub in each of the 60 grids, with a host, a branch, languages, specialties, most with somebody who stands in', async () => {
  expect(await count('from hubs where closed_at is null')).toBe(60)
  expect(await count('from (select distinct area_code from hubs) a')).toBe(60)
  expect(await count('from (select distinct host_id from hubs) a')).toBe(60)
  expect(await count('from (select distinct branch_lead_id from hubs) a')).toBe(12)
  expect(await count('from (select distinct hub_id from hub_deputies) a')).toBe(56)
  expect(await count('from (select distinct hub_id from hub_languages) a')).toBe(60)
  expect(await count("from hubs where specialties <> '{}'")).toBe(60)
  expect(await count("from hubs where status = 'paused'")).toBe(1)
  expect(await count('from hub_absences where days @> current_date')).toBe(2)
})

it('has a party branch in each community with its hosts, half a year of meetings, and points that rest on something', async () => {
  expect(await count('from branches b join people p on p.id = b.secretary_id where b.closed_at is null')).toBe(12)
  expect(await count('from branch_members where until_on is null')).toBe(72)
  expect(await count("from branch_meetings where status = 'held'")).toBe(70)
  expect(await count("from branch_meetings where status = 'planned' and starts_at > now()")).toBe(12)
  expect(await count("from branch_attendances where attended = 'remote'")).toBeGreaterThan(10)
  expect(await count("from point_entries where evidence_kind = 'contact'")).toBeGreaterThan(10)
  expect(await count("from point_entries where evidence_kind = 'hand'")).toBe(12 * 8)
  expect(await count("from point_appeals where status = 'waiting'")).toBe(1)
  expect(await count("from point_appeals where status = 'upheld'")).toBe(6)
})

it('has somebody at home in each township at any minute of the week', () => {
  const hubs = planHubs(chance(990104))
  for (const township of ['990101001', '990101002', '990101003'])
    for (let minute = 0; minute < 7 * 1440; minute += 15) {
      const at = new Date(Date.UTC(2026, 10, 30) + minute * 60_000)
      expect(
        hubs.some(({ input }) => input.areaCode.startsWith(township) && presenceOf(input.hours, [], at).openNow),
      ).toBe(true)
    }
})

it('has 700 households with their hubs by the engine, a few beyond the room of their hub, a hamlet without one', async () => {
  expect(await count('from households')).toBe(700)
  expect(await count("from linked_households where until is null and how = 'nearest'")).toBeGreaterThan(650)
  expect(await count("from linked_households where until is null and how = 'byHand'")).toBeGreaterThan(5)
  expect(await cloud.ask(null, 'hub.coverage', { areaCode: '990101' })).toMatchObject({
    households: 700,
    linked: 695,
    orphaned: 5,
    hubs: 60,
    overloaded: 3,
  })
})

it('has contacts of every kind in every step, gone up the line, anonymous, handed on, passed on and rated', async () => {
  expect(await count('from contacts')).toBe(few.contacts)
  const seen = async (column: string) => {
    const rows = await cloud.sql.unsafe<{ it: string }[]>(`select distinct ${column}::text as it from contacts`)
    return rows.map(({ it }) => it).sort()
  }
  expect(await seen('status')).toEqual([...contactStatuses].sort())
  expect(await seen('kind')).toEqual([...contactKinds].sort())
  expect(await seen('level')).toEqual(['0', '1', '2', '3'])
  for (const what of ['anonymous', 'about_host', 'wants_call'])
    expect(await count(`from contacts where ${what}`)).toBeGreaterThan(0)
  expect(await count("from contact_events where kind = 'escalate'")).toBeGreaterThan(8)
  expect(await count("from contact_events where kind = 'passOn'")).toBeGreaterThan(0)
  expect(await count('from contact_hand_ons where followed_at is null')).toBeGreaterThan(0)
})

it('has threads that went on as a help request, were served, and are rated in the same place', async () => {
  expect(
    await count(
      "from contacts c join contact_hand_ons h on h.contact_id = c.id join help_requests r on r.id = h.help_request_id where c.status = 'rated' and r.status in ('confirmed', 'rated')",
    ),
  ).toBeGreaterThan(0)
})

it('has a diary of visits with promises that are kept, late, broken and not due yet, and posts beside the hubs', async () => {
  expect(await count('from home_visits')).toBeGreaterThan(30)
  for (const what of [
    "status = 'open'",
    "status = 'broken'",
    "status = 'kept' and broken_at is null",
    "status = 'kept' and broken_at is not null",
  ])
    expect(await count(`from visit_promises where ${what}`)).toBeGreaterThan(0)
  expect(await count("from notices where kind = 'promiseBroken'")).toBe(
    await count("from visit_promises where status = 'broken'"),
  )
  const huang = await cloud.signIn('demo-huang', { consent: false })
  expect(await cloud.ask(huang, 'hub.promises', { side: 'hub', status: 'broken' })).toMatchObject({ rows: [{}] })
  const wang = await cloud.signIn('demo-wang', { consent: false })
  expect((await cloud.ask(wang, 'hub.visitsToMe', {})).rows.length).toBeGreaterThan(0)
  expect(await count('from (select distinct kind from hub_posts) k')).toBe(3)
  expect(await count('from hub_posts')).toBe(15)
})

it('leaves nothing that the clock should have settled', async () => {
  expect(await count("from contacts where ended_at is null and due_at < now() - interval '5 minutes'")).toBe(0)
})

it('has people to sign in as: a host with work to do, the lead of a branch, residents whose hub answers', async () => {
  const huang = await cloud.signIn('demo-huang', { consent: false })
  const inbox = await cloud.ask(huang, 'hub.hubInbox', {})
  expect(inbox.rows.filter(({ mine }) => mine).length).toBeGreaterThan(0)
  expect((await cloud.ask(huang, 'hub.myHouseholds', {})).rows.length).toBeGreaterThanOrEqual(10)
  const wang = await cloud.signIn('demo-wang', { consent: false })
  expect((await cloud.ask(wang, 'hub.myHub', {})).hub).toMatchObject({ name: '黄家中心户', openNow: true })
  expect((await cloud.ask(wang, 'hub.myContacts', {})).rows.map(({ status }) => status).sort()).toEqual([
    'answered',
    'claimed',
    'rated',
  ])
  const xu = await cloud.signIn('demo-xu', { consent: false })
  expect((await cloud.ask(xu, 'hub.hubInbox', {})).rows.every(({ level }) => level >= 2)).toBe(true)
  expect(await count(`from hubs where branch_lead_id = ${xu.personId}`)).toBe(5)
})

it('plans 300 contacts for the whole county', () => {
  const plan = planContacts(chance(1), new Date(), wholeCounty.contacts, wholeCounty.members)
  expect(plan).toHaveLength(300)
  expect(fates.reduce((sum, [, share]) => sum + share, 0)).toBe(300)
  expect(new Set(plan.map(({ kind }) => kind)).size).toBe(contactKinds.length)
})

it('opens once', async () => {
  expect(await loadDemoHubs(cloud.server, new Date(), few)).toBe(false)
})
