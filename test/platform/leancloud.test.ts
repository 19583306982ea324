import { createHash, randomUUID } from 'node:crypto'
import AV from 'leancloud-storage'
import { eventually, grantRole, post, startTestCloud, type TestCloud } from '../cloud'
import { publish } from '../factories/activities'
import { liuqiao } from '../factories/areas'

/** Our subset of LeanCloud's protocol, driven by the real SDK and, where the SDK would be too polite, by hand. */

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
  AV.init({ appId: cloud.settings.leancloud.appId, appKey: cloud.settings.leancloud.appKey, serverURL: cloud.url })
})
afterAll(() => cloud.stop())

const signIn = (code: string) =>
  AV.User.loginWithAuthData({ code } as unknown as Parameters<typeof AV.User.loginWithAuthData>[0], 'lc_weapp')
const key = () => ({ 'x-lc-id': cloud.settings.leancloud.appId, 'x-lc-key': cloud.settings.leancloud.appKey })

it('signs in with a wx.login code, once for each code', async () => {
  const user = await signIn('sdk-wang:1')
  expect(user.getSessionToken()).toEqual(expect.any(String))
  expect(user.get('nickname')).toMatch(/^居民\d{4}$/)
  await expect(signIn('sdk-wang:1')).rejects.toMatchObject({ code: 142 })
  expect((await signIn('sdk-wang:2')).id).toBe(user.id)
})

it('runs cloud functions with moments as dates on both sides', async () => {
  await signIn('sdk-li:1')
  const admin = await cloud.signIn('sdk-admin')
  await grantRole(cloud, admin.personId, 'communityAdmin', liuqiao)
  const activityId = await publish(cloud, await cloud.signIn('sdk-admin', { consent: false }))
  const answer = (await AV.Cloud.run('activity.detail', { activityId })) as { ok: boolean; value: { startsAt: Date } }
  expect(answer.value.startsAt).toBeInstanceOf(Date)
})

it('reports errors with LeanCloud’s numbers', async () => {
  await signIn('sdk-zhao:1')
  await expect(AV.Cloud.run('activity.detail', { activityId: 'x' })).rejects.toMatchObject({ code: 142 })
  await expect(AV.Cloud.run('activity.detail', { activityId: 999_999 })).rejects.toMatchObject({ code: 101 })
  await expect(AV.Cloud.run('no.such', {})).rejects.toMatchObject({ code: 101 })
  await expect(new AV.Query('Activity').find()).rejects.toMatchObject({ code: 119 })
})

it('refreshes a session, after which the old token is worthless', async () => {
  const user = await signIn('sdk-qian:1')
  const before = user.getSessionToken()
  await user.refreshSessionToken()
  expect(user.getSessionToken()).not.toBe(before)
  await eventually(async () => {
    expect(await post(`${cloud.url}/1.1/functions/people.me`, {}, { ...key(), 'x-lc-session': before })).toMatchObject({
      status: 401,
      body: { code: 211 },
    })
  })
  await expect(AV.User.become(user.getSessionToken())).resolves.toMatchObject({ id: user.id })
})

it('lets a stale session sign in anew', async () => {
  const reply = await post(
    `${cloud.url}/1.1/users`,
    { authData: { lc_weapp: { code: 'stale:1' } } },
    { ...key(), 'x-lc-session': 'expired' },
  )
  expect(reply.status).toBe(201)
})

it('lets staff in with a password, and locks after five wrong ones', async () => {
  let clerk = await cloud.signIn('sdk-clerk')
  await grantRole(cloud, clerk.personId, 'clerk', liuqiao)
  clerk = await cloud.signIn('sdk-clerk', { consent: false })
  await cloud.ask(clerk, 'people.setDeskPassword', { username: 'clerk.sun', password: 'a long password' })
  const user = await AV.User.logIn('clerk.sun', 'a long password')
  expect(Number(user.id)).toBe(clerk.personId)
  // The SDK has it, its types do not.
  await (user as unknown as { updatePassword(from: string, to: string): Promise<unknown> }).updatePassword(
    'a long password',
    'another password',
  )
  await expect(AV.User.logIn('nobody', 'whatever else')).rejects.toMatchObject({ code: 211 })
  for (let n = 0; n < 5; n++)
    await expect(AV.User.logIn('clerk.sun', 'a long password')).rejects.toMatchObject({ code: 210 })
  await expect(AV.User.logIn('clerk.sun', 'another password')).rejects.toMatchObject({ code: 219 })
})

describe('by hand', () => {
  const signed = (ms: string, appKey: string) =>
    `${createHash('md5')
      .update(ms + appKey)
      .digest('hex')},${ms}`

  it('accepts a signature, and never a wrong one, a wrong app, or the master key', async () => {
    const url = `${cloud.url}/1.1/date`
    const id = { 'x-lc-id': cloud.settings.leancloud.appId }
    const status = async (headers: Record<string, string>) => (await fetch(url, { headers })).status
    expect(await status({ ...id, 'x-lc-sign': signed('1453014943466', cloud.settings.leancloud.appKey) })).toBe(200)
    expect(await status({ ...id, 'x-lc-sign': signed('1453014943466', 'wrong') })).toBe(401)
    expect(
      await status({ ...id, 'x-lc-sign': `${signed('1453014943466', cloud.settings.leancloud.appKey)},master` }),
    ).toBe(401)
    expect(await status({ 'x-lc-id': 'other', 'x-lc-key': cloud.settings.leancloud.appKey })).toBe(401)
    expect(await status({})).toBe(401)
  })

  it('agrees with LeanCloud’s published signature', () => {
    expect(createHash('md5').update('1453014943466UtOCzqb67d3sN12Kts4URwy8').digest('hex')).toBe(
      'd5bcbb897e19b2f6633c716dfdfaf9be',
    )
  })

  it('refuses an openid that the client claims, and every provider but WeChat', async () => {
    const claimed = await post(
      `${cloud.url}/1.1/users`,
      { authData: { lc_weapp: { openid: 'somebody', code: 'x:1' } } },
      key(),
    )
    expect(claimed).toMatchObject({ status: 400, body: { code: 142 } })
    const other = await post(`${cloud.url}/1.1/users`, { authData: { qq: { code: 'x:1' } } }, key())
    expect(other).toMatchObject({ status: 400, body: { code: 142 } })
    expect(await cloud.sql`select from people where openid = 'somebody'`).toHaveLength(0)
  })

  it('never hands out what signs people in at WeChat', async () => {
    const reply = await post(`${cloud.url}/1.1/users`, { authData: { lc_weapp: { code: 'secretive:1' } } }, key())
    expect(Object.keys(reply.body).sort()).toEqual(['createdAt', 'nickname', 'objectId', 'sessionToken', 'updatedAt'])
  })

  it('answers a browser’s preflight for the SDK’s headers', async () => {
    const reply = await fetch(`${cloud.url}/1.1/functions/activity.list`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://h5.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-lc-id,x-lc-session',
      },
    })
    expect(reply.status).toBe(204)
    expect(reply.headers.get('access-control-allow-headers')).toContain('x-lc-session')
  })

  it('takes the literal null that the SDK sends as a body', async () => {
    expect(await post(`${cloud.url}/1.1/functions/people.areas`, 'null', key())).toMatchObject({ status: 200 })
    expect(await post(`${cloud.url}/1.1/functions/people.areas?`, '', key())).toMatchObject({ status: 200 })
  })

  it('slows down whoever calls too often, and says until when', async () => {
    const hasty = await startTestCloud({ RATE_LIMIT_SESSION: '5' })
    const person = await hasty.signIn('hasty', { consent: false })
    const replies = []
    for (let n = 0; n < 7; n++) replies.push(await hasty.send(person, 'people.me', {}))
    expect(replies.map((r) => r.status)).toEqual([200, 200, 200, 200, 200, 429, 429])
    expect(replies[6]).toMatchObject({ body: { code: 429 } })
    expect(Number(replies[6]?.headers.get('retry-after'))).toBeGreaterThan(0)
    await hasty.stop()
  })

  it('says whether it lives and whether it can work', async () => {
    expect((await fetch(`${cloud.url}/healthz`)).status).toBe(200)
    expect((await fetch(`${cloud.url}/readyz`)).status).toBe(200)
  })

  it('gives the same answer to a replay and a conflict to other content', async () => {
    const person = await cloud.signIn('replayer')
    const requestId = randomUUID()
    const first = await cloud.send(person, 'people.updateMe', { requestId, nickname: '王秀兰' })
    await cloud.send(person, 'people.updateMe', { nickname: '别的名字' })
    expect((await cloud.send(person, 'people.updateMe', { requestId, nickname: '王秀兰' })).body).toEqual(first.body)
    expect(await cloud.send(person, 'people.updateMe', { requestId, nickname: '换了' })).toMatchObject({
      status: 409,
      body: { code: 137 },
    })
  })
})
