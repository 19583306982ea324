import { Unavailable } from '../../cloud/platform/fault'
import { WechatQuotaError } from '../../cloud/platform/wechat'
import { sandboxApp } from '../../cloud/sandbox/wechat'
import { startedAt, startSandbox, type TestSandbox } from './sandbox'

describe('signing in with a code', () => {
  let sandbox: TestSandbox
  beforeEach(async () => {
    sandbox = await startSandbox()
  })
  afterEach(() => sandbox.stop())

  const askRaw = (query: Record<string, string>) =>
    sandbox.get('/sns/jscode2session', {
      ...sandboxApp,
      grant_type: 'authorization_code',
      js_code: 'resident-1:a',
      ...query,
    })

  it('gives the openid and keeps the session key to itself', async () => {
    expect(await sandbox.client().exchangeCode('resident-1:a')).toEqual({ openid: 'resident-1' })
  })

  it('works once for one code, and again with another', async () => {
    const client = sandbox.client()
    await client.exchangeCode('resident-1:a')
    await expect(client.exchangeCode('resident-1:a')).rejects.toMatchObject({ errcode: 40163, call: 'jscode2session' })
    expect(await client.exchangeCode('resident-1:b')).toEqual({ openid: 'resident-1' })
  })

  it('lets only one of many simultaneous uses of a code through', async () => {
    const client = sandbox.client()
    const uses = await Promise.allSettled(Array.from({ length: 20 }, () => client.exchangeCode('resident-1:race')))
    expect(uses.filter((use) => use.status === 'fulfilled')).toHaveLength(1)
    for (const use of uses) if (use.status === 'rejected') expect(use.reason).toMatchObject({ errcode: 40163 })
  })

  it.each(['', 'resident-1', 'resident-1:', ':a', 'no spaces:a', 'phone:13800000000:a'])(
    'refuses the malformed code %j',
    async (code) => {
      await expect(sandbox.client().exchangeCode(code)).rejects.toMatchObject({ errcode: 40029 })
    },
  )

  it('takes a code that tells its age for five minutes and no longer', async () => {
    const client = sandbox.client()
    sandbox.clock.pass(300_000)
    expect(await client.exchangeCode(`resident-1:${startedAt}`)).toEqual({ openid: 'resident-1' })
    sandbox.clock.pass(1)
    await expect(client.exchangeCode(`resident-1:${startedAt}:again`)).rejects.toMatchObject({ errcode: 40029 })
  })

  it('refuses a person whom WeChat distrusts', async () => {
    await expect(sandbox.client().exchangeCode('risky-person:a')).rejects.toMatchObject({ errcode: 40226 })
  })

  it('stops a person at 100 sign-ins a minute with a quota error, and lets others through', async () => {
    const client = sandbox.client()
    await Promise.all(Array.from({ length: 100 }, (_, i) => client.exchangeCode(`busy-person:${i}`)))
    const refused = await client.exchangeCode('busy-person:100').catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(WechatQuotaError)
    expect(refused).toMatchObject({ errcode: 45011 })
    expect(await client.exchangeCode('resident-1:a')).toEqual({ openid: 'resident-1' })
    sandbox.clock.pass(60_000)
    expect(await client.exchangeCode('busy-person:101')).toEqual({ openid: 'busy-person' })
  })

  it('tells a wrong app from a wrong secret', async () => {
    expect((await askRaw({ appid: 'wxother' })).body.errcode).toBe(40013)
    expect((await askRaw({ secret: 'wrong' })).body.errcode).toBe(40125)
    expect((await askRaw({ grant_type: 'password' })).body.errcode).toBe(40002)
  })

  it('answers JSON as plain text with status 200, errors with a request id', async () => {
    const good = await askRaw({})
    expect(good).toMatchObject({ status: 200, contentType: 'text/plain', body: { openid: 'resident-1' } })
    expect(good.body).not.toHaveProperty('errcode')
    expect(good.body.session_key).toMatch(/^[A-Za-z0-9+/]{22}==$/)
    const bad = await askRaw({})
    expect(bad).toMatchObject({ status: 200, contentType: 'text/plain', body: { errcode: 40163 } })
    expect(bad.body.errmsg).toMatch(/ rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/)
  })

  it('leaves no secret, code or openid in the error', async () => {
    const log = { warn: jest.fn() }
    const client = sandbox.client({ log })
    await client.exchangeCode('resident-1:a')
    const error = await client.exchangeCode('resident-1:a').catch((refused: Error) => refused)
    const traces = JSON.stringify([error, String(error), log.warn.mock.calls])
    expect(traces).toContain('40163')
    for (const secret of [sandboxApp.secret, 'resident-1']) expect(traces).not.toContain(secret)
  })

  it('leaves the session key out of the log when the answer has another shape', async () => {
    const log = { warn: jest.fn() }
    const odd = async () => new Response(JSON.stringify({ session_key: 'very-secret', user: 'resident-1' }))
    const error = await sandbox
      .client({ log, fetch: odd })
      .exchangeCode('resident-1:a')
      .catch((thrown: Error) => thrown)
    expect(error).toBeInstanceOf(Unavailable)
    expect(log.warn).toHaveBeenCalledTimes(1)
    expect(JSON.stringify([error, log.warn.mock.calls])).not.toMatch(/very-secret|resident-1/)
  })
})

it('gives the unionid of an app that has one', async () => {
  const sandbox = await startSandbox({ unionIds: true })
  expect(await sandbox.client().exchangeCode('resident-1:a')).toEqual({
    openid: 'resident-1',
    unionid: 'union-resident-1',
  })
  await sandbox.stop()
})

describe('the phone number behind a code', () => {
  let sandbox: TestSandbox
  beforeEach(async () => {
    sandbox = await startSandbox()
  })
  afterEach(() => sandbox.stop())

  it('is given once', async () => {
    const client = sandbox.client()
    expect(await client.phoneNumber('phone:13800000000:a')).toBe('13800000000')
    await expect(client.phoneNumber('phone:13800000000:a')).rejects.toMatchObject({ errcode: 40029 })
  })

  it.each(['', 'phone:1380000000:a', 'phone:138000000000:a', 'phone:23800000000:a', 'resident-1:a'])(
    'is refused for the malformed code %j',
    async (code) => {
      await expect(sandbox.client().phoneNumber(code)).rejects.toMatchObject({ errcode: 40029 })
    },
  )

  it('is refused when the code is older than five minutes', async () => {
    sandbox.clock.pass(300_001)
    const code = `phone:13800000000:${startedAt}`
    await expect(sandbox.client().phoneNumber(code)).rejects.toMatchObject({ errcode: 40029 })
  })

  it('comes with its watermark', async () => {
    const code = 'phone:13800000000:a'
    const { body } = await sandbox.post('/wxa/business/getuserphonenumber', { code }, await sandbox.token())
    expect(body).toMatchObject({
      errcode: 0,
      phone_info: {
        phoneNumber: '13800000000',
        countryCode: '86',
        watermark: { timestamp: startedAt / 1000, appid: sandboxApp.appid },
      },
    })
  })
})
