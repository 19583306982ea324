import { randomUUID } from 'node:crypto'
import { auditJobs } from '../../cloud/audit/jobs'
import { inTransaction } from '../../cloud/platform/database'
import { createLog } from '../../cloud/platform/log'
import {
  deleteOldAnswers,
  insertAnswers,
  keptDays,
  requestKey,
  selectAnswers,
} from '../../cloud/platform/request-answers'
import { buildServer } from '../../cloud/server'
import { appHeaders, grantRole, post, startTestCloud, type TestCloud, type TestPerson, wireDates } from '../cloud'
import { draftOf, publish } from '../factories/activities'
import { liuqiao } from '../factories/areas'

/** Every write may be sent again, any number of times: it happens once, and everybody hears the same answer. */

const twins = 20

let cloud: TestCloud
let admin: TestPerson
beforeAll(async () => {
  cloud = await startTestCloud()
  admin = await cloud.signIn('admin')
  await grantRole(cloud, admin.personId, 'communityAdmin', liuqiao)
  admin = await cloud.signIn('admin', { consent: false })
})
afterAll(() => cloud.stop())

const effects = async (requestId: string) => {
  const [row] = await cloud.sql<{ audited: number; answers: number }[]>`
    select (select count(*)::int from audit_log where request_id = ${requestId}) as audited,
           (select count(*)::int from request_answers where request_id = ${requestId}) as answers`
  return row
}

it('has one effect when twenty of the same arrive at once', async () => {
  const requestId = randomUUID()
  const draft = draftOf({ title: '只办一次的茶话会' })
  const replies = await Promise.all(
    Array.from({ length: twins }, () => cloud.send(admin, 'activity.draft', { requestId, ...draft })),
  )
  expect(replies.map((r) => r.status)).toEqual(Array(twins).fill(200))
  for (const reply of replies) expect(reply.body).toEqual(replies[0]?.body)
  expect(await cloud.sql`select from activities where title = '只办一次的茶话会'`).toHaveLength(1)
  expect(await effects(requestId)).toEqual({ audited: 1, answers: 1 })
})

it('has one effect also in a batch, and across two servers', async () => {
  const other = await buildServer({
    settings: cloud.settings,
    sql: cloud.sql,
    log: createLog('silent'),
    wechat: cloud.sandbox.wechat,
  })
  const otherUrl = await other.app.listen({ port: 0, host: '127.0.0.1' })
  const activityId = await publish(cloud, admin, { capacity: 10 })
  const person = await cloud.signIn('twice')
  const requestId = randomUUID()
  const urls = [cloud.url, otherUrl]
  const replies = await Promise.all(
    Array.from({ length: twins }, (_, n) =>
      post(`${urls[n % 2]}/1.1/functions/activity.signUp`, wireDates({ requestId, activityId, party: 2 }), {
        ...appHeaders(cloud.settings),
        'x-lc-session': person.token,
      }),
    ),
  )
  await other.app.close()
  for (const { status, body } of replies) expect({ status, body }).toEqual({ status: 200, body: replies[0]?.body })
  expect(await cloud.sql`select from sign_ups where activity_id = ${activityId}`).toHaveLength(1)
  expect(await cloud.sql`select taken from activity_groups where activity_id = ${activityId}`).toEqual([{ taken: 2 }])
  expect(await effects(requestId)).toEqual({ audited: 1, answers: 1 })
})

it('lets one of two different contents win when both use one id at the same time, and refuses the other', async () => {
  const requestId = randomUUID()
  const replies = await Promise.all(
    ['甲', '乙'].map((nickname) => cloud.send(admin, 'people.updateMe', { requestId, nickname: `管理员${nickname}` })),
  )
  expect(replies.map((r) => r.status).sort()).toEqual([200, 409])
  expect(replies.find((r) => r.status === 409)?.body).toEqual({
    code: 137,
    error: expect.stringContaining('内容不一样'),
  })
  expect(await effects(requestId)).toEqual({ audited: 1, answers: 1 })
})

it('takes the same content in another order, offset and case for the same request', async () => {
  const requestId = randomUUID()
  const { startsAt, ...rest } = draftOf()
  const first = await cloud.send(admin, 'activity.draft', { requestId, startsAt, ...rest })
  const iso = `${new Date(startsAt.getTime() + 8 * 3_600_000).toISOString().slice(0, -1)}+08:00`
  const again = await cloud.send(admin, 'activity.draft', {
    ...Object.fromEntries(Object.entries(rest).reverse()),
    requestId: requestId.toUpperCase(),
    startsAt: { __type: 'Date', iso },
  })
  expect(again.body).toEqual(first.body)
  expect(first.body.result?.ok).toBe(true)
})

it('keeps one person’s ids apart from another’s, and one operation’s from another’s', async () => {
  const requestId = randomUUID()
  const other = await cloud.signIn('same-id')
  const names = await Promise.all(
    [admin, other].map((who, n) => cloud.send(who, 'people.updateMe', { requestId, nickname: `同号${n}` })),
  )
  expect(names.map((r) => r.status)).toEqual([200, 200])
  expect(await cloud.send(other, 'people.givePrivacyConsent', { requestId, version: '2026-11-01' })).toMatchObject({
    status: 409,
    body: { code: 137 },
  })
})

it('repeats a refusal too, though it would be answered otherwise today', async () => {
  const activityId = await publish(cloud, admin, { capacity: 1, waitlist: false })
  const seated = await cloud.signIn('seated')
  const { signUpId } = await cloud.ask(seated, 'activity.signUp', { activityId, party: 1 })
  const late = await cloud.signIn('late')
  const requestId = randomUUID()
  const refused = await cloud.send(late, 'activity.signUp', { requestId, activityId, party: 1 })
  expect(refused.body.result).toMatchObject({ ok: false, refusal: { reason: 'fullNoWaitlist' } })
  await cloud.ask(seated, 'activity.cancelSignUp', { signUpId })
  expect((await cloud.send(late, 'activity.signUp', { requestId, activityId, party: 1 })).body).toEqual(refused.body)
  expect((await cloud.send(late, 'activity.signUp', { activityId, party: 1 })).body.result).toMatchObject({ ok: true })
})

it('remembers nothing of a request that failed, so that it may be mended and sent again', async () => {
  const requestId = randomUUID()
  expect((await cloud.send(admin, 'activity.draft', { requestId, ...draftOf(), title: '短' })).status).toBe(400)
  expect((await cloud.send(admin, 'activity.submit', { requestId, activityId: 999_999 })).status).toBe(404)
  expect(await effects(requestId)).toEqual({ audited: 0, answers: 0 })
  expect((await cloud.send(admin, 'activity.draft', { requestId, ...draftOf() })).status).toBe(200)
})

it('forgets answers after their time, not before', async () => {
  const keys = ['old', 'young'].map((name) => requestKey(admin.personId, randomUUID(), `test.${name}`, {}))
  await inTransaction(cloud.sql, (tx) =>
    insertAnswers(tx, cloud.server.services.keys.field, keys, [
      { ok: true, value: 1 },
      { ok: true, value: 2 },
    ]),
  )
  await cloud.sql`update request_answers set answered_at = now() - make_interval(days => ${keptDays}, secs => 60) where operation = 'test.old'`
  await cloud.sql`update request_answers set answered_at = now() - make_interval(days => ${keptDays}, secs => -60) where operation = 'test.young'`
  const job = auditJobs.find(({ name }) => name === 'forgetOldAnswers')
  await job?.run({ sql: cloud.sql, services: cloud.server.services, now: () => new Date() }, {})
  const left = await inTransaction(cloud.sql, (tx) => selectAnswers(tx, cloud.server.services.keys.field, keys))
  expect(left).toEqual([undefined, { ok: true, value: 2 }])
  expect(await inTransaction(cloud.sql, deleteOldAnswers)).toBe(0)
})
