import AV from 'leancloud-storage/dist/av-core-min.js'
import { eventually, grantRole, startTestCloud, type TestCloud, type TestPerson } from '../cloud'
import { draftOf, publish } from '../factories/activities'
import { liuqiao } from '../factories/areas'
import { type PhoneInNode, phoneInNode } from '../weapp/phone-in-node'

/** Our subset of LeanCloud's protocol as the Mini Program speaks it: the SDK's build for it, its WeChat adapter, and a `wx` over real HTTP. */

// An import would bring along its typings, and with them WeChat's globals into every test.
const adapters = require('@leancloud/platform-adapters-weapp') as Parameters<typeof AV.setAdapters>[0]

let cloud: TestCloud
let phone: PhoneInNode
let admin: TestPerson

beforeAll(async () => {
  cloud = await startTestCloud()
  admin = await cloud.signIn('weapp-admin')
  await grantRole(cloud, admin.personId, 'communityAdmin', liuqiao)
  admin = await cloud.signIn('weapp-admin', { consent: false })
  const api = 'https://cloud.example'
  phone = phoneInNode(api, cloud.url)
  Object.assign(globalThis, { wx: phone.wx })
  AV.setAdapters(adapters)
  AV.init({ appId: cloud.settings.leancloud.appId, appKey: cloud.settings.leancloud.appKey, serverURL: api })
})
afterAll(() => cloud.stop())
afterEach(async () => {
  phone.server = cloud.url
  await AV.User.logOut()
})

/** What the SDK has and its types have not. */
type User = AV.User & { updatePassword(from: string, to: string): Promise<unknown> }

async function signIn(openid: string): Promise<User> {
  phone.openid = openid
  return (await AV.User.loginWithMiniApp()) as User
}
interface Answer {
  ok: boolean
  value: Record<string, unknown>
  refusal: Record<string, unknown>
}
const run = (name: string, input: object = {}) => AV.Cloud.run(name, input) as Promise<Answer>
const request = (input: object) => ({ requestId: crypto.randomUUID(), ...input })
const consent = () => run('people.givePrivacyConsent', request({ version: '2026-11-01' }))

it('signs in with the code of wx.login, and is still signed in after the next start', async () => {
  const user = await signIn('weapp-wang')
  expect(user.get('nickname')).toMatch(/^居民\d{4}$/)
  expect((await run('people.me')).value.personId).toBe(Number(user.id))
  // What the next start finds in WeChat's storage is the whole session.
  const kept = [...phone.storage.values()]
    .map((text) => JSON.parse(text) as string)
    .find((text) => /sessionToken/i.test(text))
  expect(kept).toContain(user.getSessionToken())
  expect(kept).not.toContain('session_key')
  expect((await signIn('weapp-wang')).id).toBe(user.id)
  expect((await signIn('weapp-li')).id).not.toBe(user.id)
})

it('runs functions for a visitor who is not signed in, and asks them to sign in where it must', async () => {
  expect((await run('activity.list')).ok).toBe(true)
  await expect(run('people.me')).rejects.toMatchObject({ code: 206 })
})

it('carries moments as dates both ways', async () => {
  const startsAt = new Date(Date.now() + 500 * 3_600_000)
  await signIn('weapp-admin')
  const { value } = await run('activity.draft', request(draftOf({ startsAt })))
  const [row] = await cloud.sql<{ startsAt: Date }[]>`
    select starts_at as "startsAt" from activities where id = ${value.activityId as number}`
  expect(row?.startsAt).toEqual(startsAt)
  const { value: detail } = await run('activity.detail', { activityId: value.activityId })
  expect(detail.startsAt).toEqual(startsAt)
})

it('hands a refusal on as data, with its facts', async () => {
  const activityId = await publish(cloud, admin, { maxParty: 2 })
  await signIn('weapp-zhao')
  await consent()
  expect(await run('activity.signUp', request({ activityId, party: 3 }))).toEqual({
    ok: false,
    refusal: { reason: 'partyTooLarge', most: 2 },
  })
  expect(await run('activity.signUp', request({ activityId, party: 2 }))).toMatchObject({
    ok: true,
    value: { status: 'confirmed' },
  })
})

it('reports errors with LeanCloud’s numbers', async () => {
  await signIn('weapp-qian')
  await expect(run('activity.detail', { activityId: 'x' })).rejects.toMatchObject({ code: 142 })
  await expect(run('activity.detail', { activityId: 999_999 })).rejects.toMatchObject({ code: 101 })
  await expect(run('no.such')).rejects.toMatchObject({ code: 101 })
  await expect(new AV.Query('Activity').find()).rejects.toMatchObject({ code: 119 })
})

it('tells no answer from an answer', async () => {
  await signIn('weapp-sun')
  phone.server = undefined
  const error = await run('people.me').then(
    () => undefined,
    (reason: { code?: number }) => reason,
  )
  expect(error).toBeInstanceOf(Error)
  // The app takes every number that it does not know for no answer; none of the cloud's may be among them.
  expect([1, 101, 119, 137, 142, 206, 211, 403, 429]).not.toContain(error?.code)
  phone.server = cloud.url
  expect((await run('people.me')).ok).toBe(true)
})

it('says when a session has run out, and lets the same person sign in anew', async () => {
  const user = await signIn('weapp-zhou')
  await cloud.sql`update sessions set created_at = now() - interval '2 days', expires_at = now() - interval '1 day' where person_id = ${Number(user.id)}`
  await expect(run('people.me')).rejects.toMatchObject({ code: 211 })
  // The old token still lies in the phone; it must not bar the way.
  expect(AV.User.current()?.getSessionToken()).toBe(user.getSessionToken())
  expect((await signIn('weapp-zhou')).id).toBe(user.id)
  expect((await run('people.me')).ok).toBe(true)
})

it('refreshes a session, after which the old token is worthless', async () => {
  const user = await signIn('weapp-wu')
  const old = user.getSessionToken()
  await user.refreshSessionToken()
  expect(user.getSessionToken()).not.toBe(old)
  expect((await run('people.me')).value.personId).toBe(Number(user.id))
  await eventually(async () => {
    expect(await cloud.send({ token: old }, 'people.me', {})).toMatchObject({ status: 401, body: { code: 211 } })
  })
})

it('changes the password of a staff desk, which ends every other session', async () => {
  const openid = 'weapp-clerk'
  const { personId } = await cloud.signIn(openid)
  await grantRole(cloud, personId, 'clerk', liuqiao)
  const user = await signIn(openid)
  await run('people.setDeskPassword', request({ username: 'clerk.weapp', password: 'a long password' }))
  const elsewhere = await cloud.signIn(openid, { consent: false })
  await user.updatePassword('a long password', 'another password')
  expect((await run('people.me')).ok).toBe(true)
  await eventually(async () => {
    expect(await cloud.send(elsewhere, 'people.me', {})).toMatchObject({ body: { code: 211 } })
  })
  await expect(AV.User.logIn('clerk.weapp', 'a long password')).rejects.toMatchObject({ code: 210 })
  expect(Number((await AV.User.logIn('clerk.weapp', 'another password')).id)).toBe(personId)
})

it('signs out: the session ends in the cloud, and nothing of it stays in the phone', async () => {
  const user = await signIn('weapp-zheng')
  const token = user.getSessionToken()
  const rows = (await run('people.sessions')).value.rows as { sessionId: number; current: boolean }[]
  const current = rows.find((row) => row.current)
  await run('people.revokeSession', request({ sessionId: current?.sessionId }))
  await AV.User.logOut()
  expect(AV.User.current()).toBeNull()
  expect([...phone.storage.values()].join()).not.toContain(token)
  await eventually(async () => {
    expect(await cloud.send({ token }, 'people.me', {})).toMatchObject({ body: { code: 211 } })
  })
})
