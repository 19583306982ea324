import { importAreas } from '../../cloud/people/areas'
import { inTransaction } from '../../cloud/platform/database'
import { demoAreas } from '../../cloud/sandbox/demo/areas'
import { loadDemoVolunteers } from '../../cloud/sandbox/demo/volunteers/load'
import { grantRole, startTestCloud, type TestCloud } from '../cloud'

/** A small 老乡帮帮团 moves into a 云溪县 of a dozen residents; the whole one is the same, only larger. */

let cloud: TestCloud
const few = { volunteers: 220, past: 14, coming: 16, applicants: 3 }
beforeAll(async () => {
  cloud = await startTestCloud({}, { demo: true })
  await inTransaction(cloud.sql, (tx) => importAreas(tx, demoAreas()))
  const zhou = await cloud.signIn('demo-zhou')
  await grantRole(cloud, zhou.personId, 'communityAdmin', '990101')
  for (const openid of ['demo-wang', 'demo-li', ...Array.from({ length: 12 }, (_, i) => `demo-resident-${i + 1}`)])
    await cloud.signIn(openid)
  await loadDemoVolunteers(cloud.server, new Date(), few)
}, 180_000)
afterAll(() => cloud.stop())

const count = async (text: string): Promise<number> => {
  const [row] = await cloud.sql.unsafe<{ n: number }[]>(`select count(*)::int as n ${text}`)
  return row?.n ?? 0
}

it('has volunteers with homes, skills, hours and papers, and some who wait', async () => {
  expect(await count("from volunteers where status = 'approved'")).toBe(few.volunteers)
  expect(await count("from volunteers where status = 'applied'")).toBe(few.applicants)
  expect(await count('from volunteer_skills where certificate_until is not null')).toBeGreaterThan(5)
  expect(await count('from volunteers where insured_until is not null')).toBeGreaterThan(20)
  expect(
    await count(
      "from role_grants g join people p on p.id = g.person_id where (p.openid like 'demo-volunteer-%' or p.openid = 'demo-luo') and g.role = 'volunteer'",
    ),
  ).toBe(few.volunteers)
})

it('has requests that were served and rated, with their hours, and others that wait', async () => {
  expect(await count('from help_requests')).toBe(few.past + few.coming + 5)
  const rated = await count("from help_requests where status = 'rated'")
  expect(rated).toBeGreaterThan(3)
  expect(await count('from service_records where assignment_id is not null')).toBeGreaterThanOrEqual(rated)
  expect(await count("from help_requests where status in ('assigned', 'offered')")).toBeGreaterThan(3)
  expect(await count("from help_requests where ended_at is null and due_at < now() - interval '1 minute'")).toBe(0)
})

it('has somebody to sign in as, who goes to one neighbour and is asked by another', async () => {
  const luo = await cloud.signIn('demo-luo', { consent: false })
  expect((await cloud.ask(luo, 'volunteer.myTasks', {})).rows).toEqual(
    expect.arrayContaining([expect.objectContaining({ kind: 'escort', status: 'assigned' })]),
  )
  expect((await cloud.ask(luo, 'volunteer.myOffers', {})).rows).toEqual(
    expect.arrayContaining([expect.objectContaining({ kind: 'phone' })]),
  )
  expect((await cloud.ask(luo, 'volunteer.myHours', {})).countedMinutes).toBeGreaterThanOrEqual(165)
  const wang = await cloud.signIn('demo-wang', { consent: false })
  expect((await cloud.ask(wang, 'volunteer.myRequests', {})).rows).toMatchObject([
    { kind: 'escort', status: 'assigned', coming: 1 },
  ])
})

it('has teams with leaders and members, and somebody on duty now', async () => {
  expect(await count('from teams')).toBe(5)
  expect(await count("from team_members where status = 'member'")).toBeGreaterThan(8)
  expect(await count('from duty_shifts where agreed_at is not null and span @> now()')).toBeGreaterThan(2)
})

it('tells the administrators of those who wait, and of nobody else', async () => {
  expect(await count("from notices where kind = 'volunteerApplied'")).toBe(
    await count(
      "from notices n join volunteers v on v.person_id = (n.facts->>'volunteerId')::bigint where n.kind = 'volunteerApplied' and v.status = 'applied'",
    ),
  )
})

it('moves in once', async () => {
  expect(await loadDemoVolunteers(cloud.server, new Date(), few)).toBe(false)
})
