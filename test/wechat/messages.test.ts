import type { SubscribeMessage } from '../../cloud/platform/wechat'
import { startSandbox, type TestSandbox } from './sandbox'

const sendPath = '/cgi-bin/message/subscribe/send'
const message: SubscribeMessage = {
  openid: 'resident-1',
  templateId: 'reminder',
  page: 'pages/inbox/index?from=message',
  data: { thing1: '重阳节包饺子', time2: '2026-11-24 15:00' },
}

describe('a subscription message', () => {
  let sandbox: TestSandbox
  beforeEach(async () => {
    sandbox = await startSandbox()
  })
  afterEach(() => sandbox.stop())

  const accept = (count: number) =>
    sandbox.control('accept', { openid: message.openid, templateId: message.templateId, count })
  const outbox = async (openid = message.openid) => {
    const reply = await sandbox.control(`messages?openid=${openid}`)
    return ((await reply.json()) as { messages: unknown[] }).messages
  }
  const fault = (path: string, what: object) => sandbox.control('faults', { path, times: 1, ...what })
  const failsWith = async (change: Partial<SubscribeMessage>) =>
    sandbox.client().sendSubscribeMessage({ ...message, ...change })

  it('arrives while an acceptance is left, one for each', async () => {
    await accept(2)
    const client = sandbox.client()
    const outcomes = []
    for (let i = 0; i < 3; i++) outcomes.push((await client.sendSubscribeMessage(message)).outcome)
    expect(outcomes).toEqual(['sent', 'sent', 'noAcceptance'])
    expect(await outbox()).toHaveLength(2)
  })

  it('carries its page and its fields, and nobody else sees it', async () => {
    await accept(1)
    await sandbox.client().sendSubscribeMessage(message)
    const data = { thing1: { value: '重阳节包饺子' }, time2: { value: '2026-11-24 15:00' } }
    const sent = { openid: message.openid, templateId: message.templateId, page: message.page, data }
    expect(await outbox()).toEqual([sent])
    expect(await outbox('resident-2')).toEqual([])
  })

  it('does not use the acceptance of another template or another person', async () => {
    await accept(1)
    expect(await failsWith({ templateId: 'other' })).toEqual({ outcome: 'noAcceptance' })
    expect(await failsWith({ openid: 'resident-2' })).toEqual({ outcome: 'noAcceptance' })
    expect(await failsWith({})).toEqual({ outcome: 'sent' })
  })

  it('never spends one acceptance twice, however many go out at once', async () => {
    await accept(3)
    const client = sandbox.client()
    const results = await Promise.all(Array.from({ length: 12 }, () => client.sendSubscribeMessage(message)))
    expect(results.filter(({ outcome }) => outcome === 'sent')).toHaveLength(3)
    expect(await outbox()).toHaveLength(3)
  })

  it('is cut to fit, so that a long title still arrives', async () => {
    await accept(1)
    expect(await failsWith({ data: { thing1: '长'.repeat(50) } })).toEqual({ outcome: 'sent' })
    expect(await outbox()).toMatchObject([{ data: { thing1: { value: `${'长'.repeat(19)}…` } } }])
  })

  it.each([
    ['an openid that cannot be one', { openid: 'not an openid' }, 40003],
    ['no template', { templateId: '' }, 40037],
    ['a page with a leading slash', { page: '/pages/inbox/index' }, 41030],
    ['a number that is none', { data: { number1: '三' } }, 47003],
    ['a moment that is none', { data: { time1: '明天下午' } }, 47003],
    ['a field of no known type', { data: { constructor1: '无' } }, 47003],
  ])('fails for good with %s, and uses nothing up', async (_why, change, errcode) => {
    await accept(1)
    expect(await failsWith(change)).toEqual({ outcome: 'failed', errcode })
    expect(await failsWith({})).toEqual({ outcome: 'sent' })
  })

  it.each([-1, 45009, 45011])('may be sent later after %i, and was certainly not sent', async (errcode) => {
    await accept(1)
    await fault(sendPath, { errcode })
    const client = sandbox.client()
    expect(await client.sendSubscribeMessage(message)).toEqual({ outcome: 'tryLater', errcode })
    expect(client.asked.filter((path) => path === sendPath)).toHaveLength(1)
    expect(await outbox()).toEqual([])
  })

  it('may be sent later when there was no access token, whatever the reason', async () => {
    await accept(1)
    await fault('/cgi-bin/stable_token', { drop: true })
    expect(await failsWith({})).toEqual({ outcome: 'tryLater', errcode: -1 })
    await fault('/cgi-bin/stable_token', { errcode: 40164 })
    expect(await failsWith({})).toEqual({ outcome: 'tryLater', errcode: 40164 })
    expect(await outbox()).toEqual([])
  })

  it('may be sent later when the token ended and a new one cannot be had', async () => {
    await accept(1)
    const client = sandbox.client()
    await client.phoneNumber('phone:13800000000:a')
    await sandbox.control('expire-tokens', {})
    await fault('/cgi-bin/stable_token', { drop: true })
    expect(await client.sendSubscribeMessage(message)).toEqual({ outcome: 'tryLater', errcode: -1 })
  })

  it('may be sent later when WeChat refuses the renewed token too', async () => {
    await accept(1)
    await sandbox.control('faults', { path: sendPath, times: 2, errcode: 40001 })
    expect(await failsWith({})).toEqual({ outcome: 'tryLater', errcode: 40001 })
    expect(await outbox()).toEqual([])
  })

  it('goes out with a new token when the old one ended', async () => {
    await accept(1)
    const client = sandbox.client()
    await client.phoneNumber('phone:13800000000:a')
    await sandbox.control('expire-tokens', {})
    expect(await client.sendSubscribeMessage(message)).toEqual({ outcome: 'sent' })
    expect(await outbox()).toHaveLength(1)
  })

  it.each([
    ['arrived', { loseAnswer: true }, 1],
    ['did not arrive', { drop: true }, 0],
  ])('is of unknown fate when the connection breaks, here one that %s', async (_fate, what, arrived) => {
    await accept(1)
    await fault(sendPath, what)
    const client = sandbox.client()
    expect(await client.sendSubscribeMessage(message)).toEqual({ outcome: 'unknown' })
    expect(client.asked.filter((path) => path === sendPath)).toHaveLength(1)
    expect(await outbox()).toHaveLength(arrived)
  })
})

it('fails for templates and pages that the app does not have', async () => {
  const sandbox = await startSandbox({ templates: ['reminder'], pages: ['pages/inbox/index'] })
  await sandbox.control('accept', { openid: 'resident-1', templateId: 'reminder', count: 1 })
  const client = sandbox.client()
  const send = (change: Partial<SubscribeMessage>) => client.sendSubscribeMessage({ ...message, ...change })
  expect(await send({ templateId: 'other' })).toEqual({ outcome: 'failed', errcode: 40037 })
  expect(await send({ page: 'pages/nowhere/index' })).toEqual({ outcome: 'failed', errcode: 41030 })
  expect(await send({})).toEqual({ outcome: 'sent' })
  await sandbox.stop()
})
