import { importAreas } from '../../cloud/people/areas'
import { inTransaction } from '../../cloud/platform/database'
import { demoAreas } from '../../cloud/sandbox/demo/areas'
import { loadDemoHubs } from '../../cloud/sandbox/demo/hubs/load'
import { loadDemoVolunteers } from '../../cloud/sandbox/demo/volunteers/load'
import { grantRole, startTestCloud, type TestCloud } from '../cloud'
import { cutOnce } from './power-cut'

/** A load of the hubs that is cut twice and taken up on later days makes the county that an undisturbed one makes. */

const few = { households: 130, contacts: 70, members: 24 }
const begunAt = new Date()
const dayMs = 86_400_000
/** So many days later the load is taken up, and cut again as soon as there are so many of them. */
const cuts = [
  [0, 'household_members', 6],
  [1, 'contacts', 20],
  [4, 'contacts', 45],
  [40, 'home_visits', 10],
] as const

async function aCounty(): Promise<TestCloud> {
  const cloud = await startTestCloud({}, { demo: true })
  await inTransaction(cloud.sql, (tx) => importAreas(tx, demoAreas()))
  const zhou = await cloud.signIn('demo-zhou')
  await grantRole(cloud, zhou.personId, 'communityAdmin', '990101')
  const communities = demoAreas().filter(({ code }) => code.length === 12)
  for (let n = 0; n < few.members; n++)
    await cloud.signIn(`demo-resident-${n + 1}`, { community: communities[n % communities.length]?.code ?? '' })
  await loadDemoVolunteers(cloud.server, begunAt, { volunteers: 80, past: 0, coming: 0, applicants: 0 })
  return cloud
}

let whole: TestCloud
let cut: TestCloud
/** How much there was of what each cut came in the midst of. */
const atCuts: number[] = []
beforeAll(async () => {
  ;[whole, cut] = [await aCounty(), await aCounty()]
  await loadDemoHubs(whole.server, begunAt, few)
  for (const [days, what, many] of cuts) {
    let isCut = false
    const watching = (async () => {
      while (!isCut) isCut = (await count(`from ${what}`)) >= many
    })()
    const now = new Date(begunAt.getTime() + days * dayMs)
    const loading = loadDemoHubs({ ...cut.server, sql: cutOnce(cut.sql, () => isCut) }, now, few)
    await expect(loading).rejects.toThrow('power cut')
    await watching
    await settled()
    atCuts.push(await count(`from ${what}`))
  }
  await loadDemoHubs(cut.server, new Date(begunAt.getTime() + 41 * dayMs), few)
}, 400_000)
afterAll(async () => {
  await whole.stop()
  await cut.stop()
})

const count = async (text: string): Promise<number> => {
  const [row] = await cut.sql.unsafe<{ n: number }[]>(`select count(*)::int as n ${text}`)
  return row?.n ?? 0
}
/** Nothing of a load that was cut is under way any more. */
async function settled(): Promise<void> {
  for (let quiet = 0; quiet < 3; ) {
    const [busy] = await cut.sql`
      select from pg_stat_activity where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid() and backend_type = 'client backend' limit 1`
    quiet = busy ? 0 : quiet + 1
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
}

it('was cut in the midst of households moving in, contacts twice, and visits', async () => {
  for (const [n, [, what, many]] of cuts.entries()) {
    expect(atCuts[n]).toBeGreaterThanOrEqual(many)
    expect(atCuts[n]).toBeLessThan(await count(`from ${what}`))
  }
})

it.each<[string, string]>([
  [
    'contacts, with all that happened to each and when',
    `select p.openid, c.kind, c.anonymous, c.about_host, c.wants_call, c.status, c.level, c.asked_at, b.name as hub, c.stars,
            (select string_agg(e.kind || '@' || e.at || ':' || e.actor, ' ' order by e.seq) from contact_events e where e.contact_id = c.id) as events,
            (select string_agg(m.side || ':' || m.words, '|' order by m.at, m.id) from contact_messages m where m.contact_id = c.id) as words,
            (select count(*)::int from contact_hand_ons h where h.contact_id = c.id) as hand_ons
       from contacts c join people p on p.id = c.person_id join hubs b on b.id = c.hub_id`,
  ],
  [
    'visits and promises, kept, broken and open',
    `select h.name, v.visited_on, (select string_agg(q.status || ' ' || q.due_on || ' ' || coalesce(q.kept_at::text, '-') || ' ' || coalesce(q.broken_at::text, '-'), ',' order by q.due_on, q.id)
                                    from visit_promises q where q.visit_id = v.id) as promises
       from home_visits v join hubs h on h.id = v.hub_id`,
  ],
  [
    'hubs and the households they look after',
    `select h.name, h.status, h.room, h.households, (select count(*)::int from hub_deputies d where d.hub_id = h.id) as deputies from hubs h`,
  ],
  [
    'who lives where',
    'select h.area_code, count(m.id)::int as members from households h left join household_members m on m.household_id = h.id and m.left_at is null group by h.area_code',
  ],
  ['days on which somebody is away', 'select p.openid, a.days from hub_absences a join people p on p.id = a.person_id'],
  [
    'meetings of branches',
    'select b.name, m.kind, m.starts_at, m.status, (select count(*)::int from branch_attendances a where a.meeting_id = m.id) as there from branch_meetings m join branches b on b.id = m.branch_id',
  ],
  ['points', 'select e.code, e.points, e.evidence_kind, count(*)::int as n from point_entries e group by 1, 2, 3'],
  ['posts', 'select kind, name, area_code from hub_posts'],
  ['what is told', "select kind, count(*)::int as n from notices where kind not in ('roleGranted') group by kind"],
])('has the same %s', async (_what, text) => {
  const rows = async ({ sql }: TestCloud) => (await sql.unsafe<object[]>(text)).map((row) => JSON.stringify(row)).sort()
  expect(await rows(cut)).toEqual(await rows(whole))
  expect((await rows(whole)).length).toBeGreaterThan(0)
})

it('says once that it is loaded, and is loaded once', async () => {
  expect(await loadDemoHubs(cut.server, new Date(), few)).toBe(false)
  for (const said of ['demo.hubsBegun', 'demo.hubsLoaded'])
    expect(await count(`from audit_log where operation = '${said}'`)).toBe(1)
})
