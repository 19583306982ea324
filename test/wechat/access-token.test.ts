import { Unavailable } from '../../cloud/platform/fault'
import { WechatQuotaError } from '../../cloud/platform/wechat'
import { sandboxApp } from '../../cloud/sandbox/wechat'
import { startSandbox, type TestClient, type TestSandbox } from './sandbox'

const tokenPath = '/cgi-bin/stable_token'
const phonePath = '/wxa/business/getuserphonenumber'
const minute = 60_000

describe('the access token', () => {
  let sandbox: TestSandbox
  let client: TestClient
  let codes = 0
  const phone = () => client.phoneNumber(`phone:13800000000:${codes++}`)
  const asked = (path: string) => client.asked.filter((one) => one === path).length
  const fault = (path: string, times: number, what: object) => sandbox.control('faults', { path, times, ...what })

  beforeEach(async () => {
    sandbox = await startSandbox()
    client = sandbox.client()
  })
  afterEach(() => sandbox.stop())

  it('is asked for once by calls that need it at the same moment', async () => {
    await Promise.all(Array.from({ length: 50 }, phone))
    expect(asked(tokenPath)).toBe(1)
    expect(asked(phonePath)).toBe(50)
  })

  it('is kept until shortly before it ends, then renewed once', async () => {
    await phone()
    sandbox.clock.pass(118 * minute)
    await phone()
    expect(asked(tokenPath)).toBe(1)
    sandbox.clock.pass(minute)
    await Promise.all([phone(), phone()])
    expect(asked(tokenPath)).toBe(2)
  })

  it('is dropped when WeChat ends it, and the call made once more', async () => {
    await phone()
    await sandbox.control('expire-tokens', {})
    expect(await phone()).toBe('13800000000')
    expect(asked(tokenPath)).toBe(2)
    expect(asked(phonePath)).toBe(3)
  })

  it('is renewed once when many calls find it ended', async () => {
    await phone()
    await sandbox.control('expire-tokens', {})
    expect(await Promise.all(Array.from({ length: 20 }, phone))).toEqual(Array(20).fill('13800000000'))
    expect(asked(tokenPath)).toBe(2)
  })

  it.each([40001, 40014, 42001])('is tried exactly twice when WeChat keeps answering %i', async (errcode) => {
    await fault(phonePath, 5, { errcode })
    await expect(phone()).rejects.toMatchObject({ errcode, call: 'getuserphonenumber' })
    expect(asked(phonePath)).toBe(2)
  })

  it('is not blamed for other errors', async () => {
    await fault(phonePath, 1, { errcode: 40013 })
    await expect(phone()).rejects.toMatchObject({ errcode: 40013 })
    expect(client.asked).toEqual([tokenPath, phonePath])
  })

  it('is asked for again after asking failed', async () => {
    await fault(tokenPath, 1, { drop: true })
    await expect(phone()).rejects.toBeInstanceOf(Unavailable)
    expect(await phone()).toBe('13800000000')
  })

  it('cannot be had with a wrong app or a wrong secret', async () => {
    client = sandbox.client({ appid: 'wxother' })
    await expect(phone()).rejects.toMatchObject({ errcode: 40013, call: 'stable_token' })
    client = sandbox.client({ secret: 'wrong' })
    await expect(phone()).rejects.toMatchObject({ errcode: 40125, call: 'stable_token' })
  })

  it('stays the same for every process, and both work while one replaces the other', async () => {
    const first = await sandbox.token()
    expect(await sandbox.token()).toBe(first)
    sandbox.clock.pass(115 * minute)
    const second = await sandbox.token()
    expect(second).not.toBe(first)
    const use = async (token: string) =>
      (await sandbox.post(phonePath, { code: `phone:13800000000:${codes++}` }, token)).body.errcode
    expect([await use(first), await use(second)]).toEqual([0, 0])
    sandbox.clock.pass(5 * minute)
    expect([await use(first), await use(second)]).toEqual([42001, 0])
  })

  it('ends at once when renewed by force twice, half a minute apart', async () => {
    const ask = { ...sandboxApp, grant_type: 'client_credential', force_refresh: true }
    const force = async () => String((await sandbox.post(tokenPath, ask)).body.access_token)
    const leaked = await sandbox.token()
    const second = await force()
    expect(second).not.toBe(leaked)
    expect(await force()).toBe(second)
    sandbox.clock.pass(30_000)
    const third = await force()
    const errors = [leaked, second, third].map(
      async (token) => (await sandbox.post(phonePath, { code: `phone:13800000000:${codes++}` }, token)).body.errcode,
    )
    expect(await Promise.all(errors)).toEqual([40001, 0, 0])
  })

  it('tells a missing token, an invented one and a body that is not JSON apart', async () => {
    expect((await sandbox.post(phonePath, {})).body.errcode).toBe(41001)
    expect((await sandbox.post(phonePath, {}, 'invented')).body.errcode).toBe(40014)
    expect((await sandbox.post(phonePath, '{', await sandbox.token())).body.errcode).toBe(47001)
    expect((await sandbox.post(tokenPath, 'not json')).body.errcode).toBe(47001)
  })
})

it('gives no token to an address that is not on the allow list', async () => {
  const sandbox = await startSandbox({ allowedIps: ['192.0.2.1'] })
  await expect(sandbox.client().phoneNumber('phone:13800000000:a')).rejects.toMatchObject({ errcode: 40164 })
  await sandbox.stop()
})

describe('a bad day at WeChat', () => {
  let sandbox: TestSandbox
  beforeEach(async () => {
    sandbox = await startSandbox()
  })
  afterEach(() => sandbox.stop())

  it('is waited out, with growing pauses, while WeChat is busy', async () => {
    const client = sandbox.client()
    await sandbox.control('faults', { path: phonePath, times: 2, errcode: -1 })
    expect(await client.phoneNumber('phone:13800000000:a')).toBe('13800000000')
    expect(client.pauses).toEqual([200, 400])
  })

  it('is given up after three busy answers', async () => {
    const client = sandbox.client()
    await sandbox.control('faults', { path: phonePath, times: 9, errcode: -1 })
    await expect(client.phoneNumber('phone:13800000000:a')).rejects.toMatchObject({ errcode: -1 })
    expect(client.asked.filter((path) => path === phonePath)).toHaveLength(3)
  })

  it.each([45009, 45011])('is a quota error, not tried again, for %i', async (errcode) => {
    const client = sandbox.client()
    await sandbox.control('faults', { path: phonePath, times: 1, errcode })
    const error = await client.phoneNumber('phone:13800000000:a').catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(WechatQuotaError)
    expect(error).toMatchObject({ name: 'WechatQuotaError', errcode, call: 'getuserphonenumber' })
    expect(client.pauses).toEqual([])
  })

  it('is told as unavailable when the connection breaks', async () => {
    await sandbox.control('faults', { path: '/sns/jscode2session', times: 1, drop: true })
    const client = sandbox.client()
    await expect(client.exchangeCode('resident-1:a')).rejects.toBeInstanceOf(Unavailable)
    expect(await client.exchangeCode('resident-1:a')).toEqual({ openid: 'resident-1' })
  })

  it('is told as unavailable when the answer takes too long', async () => {
    const slow = await startSandbox({
      sleep: (_ms, signal) => new Promise((_, give) => signal.addEventListener('abort', give)),
    })
    await slow.control('faults', { path: '/sns/jscode2session', times: 1, delayMs: 60_000 })
    await expect(slow.client({ timeoutMs: 20 }).exchangeCode('resident-1:a')).rejects.toBeInstanceOf(Unavailable)
    await slow.stop()
  })

  it('is told as unavailable when a gateway answers with an error page or half an answer', async () => {
    const page = async () => new Response('<html>Bad Gateway</html>', { status: 502 })
    await expect(sandbox.client({ fetch: page }).exchangeCode('resident-1:a')).rejects.toBeInstanceOf(Unavailable)
    const sorry = async () => new Response('{"openid":"resident-1"}', { status: 500 })
    await expect(sandbox.client({ fetch: sorry }).exchangeCode('resident-1:a')).rejects.toBeInstanceOf(Unavailable)
    const half = async () => new Response('{"openid":"resi')
    await expect(sandbox.client({ fetch: half }).exchangeCode('resident-1:a')).rejects.toBeInstanceOf(Unavailable)
  })

  it('ends when the control API takes the faults back', async () => {
    await sandbox.control('faults', { path: '/sns/jscode2session', times: 9, errcode: -1 })
    await fetch(`${sandbox.baseUrl}/sandbox-control/faults`, { method: 'DELETE' })
    expect(await sandbox.client().exchangeCode('resident-1:a')).toEqual({ openid: 'resident-1' })
  })

  it('cannot be asked for in a wrong shape', async () => {
    const reply = await sandbox.control('faults', { path: 'no-slash', times: 1 })
    expect(reply.status).toBe(400)
    expect(await reply.json()).toEqual({ problems: [expect.stringContaining('path')] })
  })
})
