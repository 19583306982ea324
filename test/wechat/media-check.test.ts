import { createHash } from 'node:crypto'
import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { type MediaVerdict, readMediaVerdict } from '../../cloud/platform/wechat'
import { startSandbox, type TestClient, type TestSandbox } from './sandbox'

const pushToken = 'AAAAA'

/** The app's own server, as far as pushes go: it checks the signature, answers the handshake, and keeps what it was told. */
async function startReceiver(client: TestClient, answers: string[] = []) {
  const events: unknown[] = []
  const server = http.createServer(async (request, response) => {
    const query = new URL(request.url ?? '', 'http://receiver').searchParams
    const given = (name: string) => query.get(name) ?? ''
    if (!client.verifyPush(given('signature'), given('timestamp'), given('nonce'))) return response.writeHead(403).end()
    if (request.method === 'GET') return response.end(given('echostr'))
    let body = ''
    for await (const chunk of request) body += String(chunk)
    events.push(JSON.parse(body))
    response.end(answers.shift() ?? 'success', () => server.emit('told'))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/push?app=1`,
    events,
    async next(count = 1): Promise<void> {
      while (events.length < count) await once(server, 'told')
    },
    async stop(): Promise<void> {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

describe('checking an image or a recording', () => {
  let sandbox: TestSandbox
  let client: TestClient
  beforeEach(async () => {
    sandbox = await startSandbox()
    client = sandbox.client({ pushToken })
  })
  afterEach(() => sandbox.stop())

  const checkImage = async (name: string) => {
    const url = `https://files.example/${encodeURIComponent(name)}.jpg`
    const check = await client.checkMedia({ openid: 'author-1', scene: 3, url, kind: 'image' })
    if (check === 'unavailable') throw new Error('the check was not taken')
    return check.traceId
  }
  const verified = async (url: string, token: string) => {
    const reply = await sandbox.control('callback', { url, token })
    return ((await reply.json()) as { verified: boolean }).verified
  }

  it.each([
    ['包饺子', 'pass'],
    ['违规测试', 'risky'],
    ['待审测试', 'review'],
  ])('pushes the verdict on %s, %s, under the trace id that was given', async (name, verdict) => {
    const receiver = await startReceiver(client)
    expect(await verified(receiver.url, pushToken)).toBe(true)
    const traceId = await checkImage(name)
    await receiver.next()
    expect(readMediaVerdict(receiver.events[0])).toEqual<MediaVerdict>({ traceId, verdict: verdict as 'pass' })
    await receiver.stop()
  })

  it('pushes again, up to three times, until it is answered with success', async () => {
    const receiver = await startReceiver(client, ['later', 'later', 'later'])
    await verified(receiver.url, pushToken)
    const first = await checkImage('一')
    await receiver.next(3)
    const second = await checkImage('二')
    await receiver.next(4)
    expect(receiver.events.map((event) => readMediaVerdict(event)?.traceId)).toEqual([first, first, first, second])
    await receiver.stop()
  })

  it('pushes nothing to an address that does not know the token, or does not listen', async () => {
    const receiver = await startReceiver(client)
    expect(await verified(receiver.url, 'another-token')).toBe(false)
    await receiver.stop()
    expect(await verified(receiver.url, pushToken)).toBe(false)
    expect(await verified(`${sandbox.baseUrl}/sandbox-control/messages`, pushToken)).toBe(false)
    await checkImage('包饺子')
    expect(receiver.events).toEqual([])
  })

  it('pushes the old shape to who asks in the old version, and that is no verdict', async () => {
    const receiver = await startReceiver(client)
    await verified(receiver.url, pushToken)
    const old = { media_url: 'https://files.example/a.jpg', media_type: 2, version: 1, scene: 3, openid: 'author-1' }
    const { body } = await sandbox.post('/wxa/media_check_async', old, await sandbox.token())
    await receiver.next()
    expect(receiver.events[0]).toMatchObject({ isrisky: 0, status_code: 0 })
    expect(readMediaVerdict(receiver.events[0])).toEqual({ traceId: body.trace_id, verdict: 'unavailable' })
    await receiver.stop()
  })

  it('is unavailable when WeChat is', async () => {
    await sandbox.control('faults', { path: '/wxa/media_check_async', times: 1, drop: true })
    const media = { openid: 'author-1', scene: 3, url: 'https://files.example/a.mp3', kind: 'audio' } as const
    expect(await client.checkMedia(media)).toBe('unavailable')
    expect(await client.checkMedia({ ...media, url: 'not an address' })).toBe('unavailable')
  })

  it('refuses a scene that does not exist', async () => {
    const asked = { media_url: 'https://files.example/a.jpg', media_type: 2, version: 2, scene: 5, openid: 'author-1' }
    const { body } = await sandbox.post('/wxa/media_check_async', asked, await sandbox.token())
    expect(body.errcode).toBe(40129)
  })

  it('gives up a verdict that is still to come when the sandbox stops', async () => {
    let waits = 0
    const patient = await startSandbox({
      sleep: (_ms, signal) => {
        waits++
        return new Promise((_, give) => signal.addEventListener('abort', () => give(signal.reason)))
      },
      callback: { url: 'http://127.0.0.1:9/', token: pushToken },
    })
    const media = { openid: 'author-1', scene: 3, url: 'https://files.example/a.jpg', kind: 'image' } as const
    expect(await patient.client().checkMedia(media)).toMatchObject({ traceId: expect.any(String) })
    await patient.stop()
    expect(waits).toBe(1)
  })
})

describe('the signature of a push', () => {
  const vector = ['f464b24fc39322e44b38aa78f5edd27bd1441696', '1714036504', '1514711492'] as const
  const wechat = async (token?: string) => {
    const sandbox = await startSandbox()
    await sandbox.stop()
    return sandbox.client({ pushToken: token })
  }

  it('is WeChat’s when made of token, timestamp and nonce', async () => {
    expect((await wechat(pushToken)).verifyPush(...vector)).toBe(true)
  })

  it.each([
    ['another signature', ['0464b24fc39322e44b38aa78f5edd27bd1441696', vector[1], vector[2]]],
    ['a signature cut short', [vector[0].slice(0, 38), vector[1], vector[2]]],
    ['no signature', ['', vector[1], vector[2]]],
    ['another moment', [vector[0], '1714036505', vector[2]]],
    ['another nonce', [vector[0], vector[1], '1514711493']],
  ] as [string, [string, string, string]][])('is refused with %s', async (_what, given) => {
    expect((await wechat(pushToken)).verifyPush(...given)).toBe(false)
  })

  it('is refused with another token, and always without one', async () => {
    expect((await wechat('BBBBB')).verifyPush(...vector)).toBe(false)
    expect((await wechat(undefined)).verifyPush(...vector)).toBe(false)
    const [, timestamp, nonce] = vector
    const madeOfNothing = createHash('sha1').update([nonce, timestamp].join('')).digest('hex')
    for (const token of [undefined, ''])
      expect((await wechat(token)).verifyPush(madeOfNothing, timestamp, nonce)).toBe(false)
  })
})

describe('reading a push', () => {
  const event = { Event: 'wxa_media_check', trace_id: 't1', version: 2, errcode: 0, result: { suggest: 'pass' } }

  it.each([
    ['an explicit pass', event, 'pass'],
    ['a pass without errcode', { ...event, errcode: undefined }, 'pass'],
    ['an error', { ...event, errcode: -1008 }, 'unavailable'],
    ['an unknown opinion', { ...event, result: { suggest: 'maybe' } }, 'unavailable'],
    ['the old shape', { Event: 'wxa_media_check', trace_id: 't1', isrisky: 0, status_code: 0 }, 'unavailable'],
  ])('%s', (_what, given, verdict) => {
    expect(readMediaVerdict(given)).toEqual({ traceId: 't1', verdict })
  })

  it.each([[{ Event: 'subscribe_msg_popup_event' }], [{ Event: 'wxa_media_check' }], ['text'], [null], [undefined]])(
    'is not for us: %j',
    (given) => expect(readMediaVerdict(given)).toBeUndefined(),
  )
})
