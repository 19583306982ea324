import { loadDemoCounty } from '../../cloud/sandbox/demo'
import { statuses } from '../../types/application'
import { startTestCloud, type TestCloud, type TestPerson } from '../cloud'
import { cutAfter } from './power-cut'

/** 云溪县 as somebody finds it who starts the product for the first time, or for the second after a power cut in the middle of the load. */

let cloud: TestCloud
let half: number
beforeAll(async () => {
  cloud = await startTestCloud({}, { demo: true })
  await expect(loadDemoCounty({ ...cloud.server, sql: cutAfter(cloud.sql, 2500) })).rejects.toThrow('power cut')
  half = await count('from applications')
  await loadDemoCounty(cloud.server)
}, 120_000)
afterAll(() => cloud.stop())

const as = (openid: string): Promise<TestPerson> => cloud.signIn(openid, { consent: false })
const count = async (text: string): Promise<number> => {
  const [row] = await cloud.sql.unsafe<{ n: number }[]>(`select count(*)::int as n ${text}`)
  return row?.n ?? 0
}

it('has two hundred cases of more than thirty services, and every one got as far as it was meant to', async () => {
  expect(await count('from applications')).toBe(200)
  const [items] = await cloud.sql<{ n: number }[]>`select count(distinct item_id)::int as n from applications`
  expect(items?.n).toBeGreaterThanOrEqual(30)
  const [loaded] = await cloud.sql<{ after: object }[]>`select after from audit_log where operation = 'demo.loaded'`
  expect(loaded?.after).toEqual({ stopped: [] })
})

it('shows every status, and the one that lasts a moment in the histories', async () => {
  const seen = await cloud.sql<{ status: string }[]>`
    select status from applications union select to_status from application_events`
  expect(seen.map((row) => row.status).sort()).toEqual([...statuses].sort())
  const now = await cloud.sql<{ status: string }[]>`select distinct status from applications`
  // A refusal is delivered with its letter at once.
  expect(statuses.filter((status) => !now.some((row) => row.status === status))).toEqual(['refused'])
})

it('has what a county meets: helpers, visits, exceptions, extensions, call-backs, appeals, all three deliveries', async () => {
  expect(await count('from application_helpers')).toBeGreaterThan(0)
  for (const status of ['booked', 'checkedIn', 'missed'])
    expect(await count(`from appointments where status = '${status}'`)).toBeGreaterThan(0)
  expect(await count('from visit_exceptions')).toBe(1)
  for (const status of ['requested', 'granted', 'declined'])
    expect(await count(`from applications where extension_status = '${status}'`)).toBeGreaterThan(0)
  for (const done of ['null', 'not null'])
    expect(await count(`from rating_call_backs where done_at is ${done}`)).toBeGreaterThan(0)
  for (const answered of ['null', 'not null'])
    expect(await count(`from application_appeals where answered_at is ${answered}`)).toBeGreaterThan(0)
  for (const delivery of ['electronic', 'post', 'pickUp'])
    expect(
      await count(
        `from applications where delivery = '${delivery}' and outcome = 'approved' and delivered_at is not null`,
      ),
    ).toBeGreaterThan(0)
  for (const escalation of [1, 2])
    expect(await count(`from applications where escalation = ${escalation}`)).toBeGreaterThan(0)
})

it('leaves nothing that the clock should have settled, and nothing with a person who is nobody', async () => {
  expect(
    await count(
      `from applications where status in ('submitted', 'correctionRequested') and deadline_at < now() - interval '1 minute'`,
    ),
  ).toBe(0)
  expect(
    await count(`from applications a where a.owner_id is not null and a.status not in ('draft', 'closed', 'withdrawn', 'lapsed', 'delivered', 'rated')
    and not exists (select from role_grants g where g.person_id = a.owner_id and starts_with(a.area_code, g.area_code))`),
  ).toBe(0)
  expect(await count(`from application_events e where at > now() + interval '1 second'`)).toBe(0)
})

it('gives 王秀兰 a case under way, a draft, a visit tomorrow and a result to rate', async () => {
  const wang = await as('demo-wang')
  const underWay = await cloud.ask(wang, 'application.mine', { when: 'underWay' })
  expect(underWay.rows.map((row) => row.status)).toEqual(expect.arrayContaining(['inReview', 'approved', 'delivered']))
  expect((await cloud.ask(wang, 'application.mine', { when: 'drafts' })).rows).toHaveLength(1)
  const { tasks } = await cloud.ask(wang, 'application.today', {})
  expect(tasks.map((task) => task.kind)).toEqual(expect.arrayContaining(['rate', 'underWay']))
})

it('gives the clerk a queue with all four lights, and the supervisor a board with rates', async () => {
  const { counts } = await cloud.ask(await as('demo-sun'), 'application.queue', { whose: 'all' })
  for (const light of ['go', 'soon', 'late', 'idle'] as const) expect(counts?.[light]).toBeGreaterThan(0)
  const board = await cloud.ask(await as('demo-zhou'), 'application.board', {})
  expect(board.total.decided).toBeGreaterThan(30)
  expect((await cloud.ask(await as('demo-zhou'), 'application.exceptions', {})).rows).toHaveLength(1)
})

it('opens documents and letters', async () => {
  const [file] = await cloud.sql<{ applicationId: number }[]>`
    select a.id as "applicationId" from applications a join application_document_files f on f.application_id = a.id
     where a.area_code like '990101001%' and a.status = 'submitted' limit 1`
  const detail = await cloud.ask(await as('demo-sun'), 'application.case', { applicationId: file?.applicationId ?? 0 })
  const shown = detail.documents.flatMap((d) => d.files)[0]
  const response = await fetch(new URL(shown?.url ?? '', cloud.url))
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(1000)
})

it('is loaded once', async () => {
  const before = await count('from application_events')
  await loadDemoCounty(cloud.server)
  expect(await count('from application_events')).toBe(before)
})

it('goes on where it stopped when it was interrupted', async () => {
  expect(half).toBeGreaterThan(20)
  expect(half).toBeLessThan(200)
  expect(await count("from audit_log where operation = 'demo.loaded'")).toBe(1)
})
