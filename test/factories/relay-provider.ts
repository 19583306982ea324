import http from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the provider does with a call: connects it, or behaves as providers do on bad days. */
export type Mood =
  | 'connects'
  | 'refuses'
  | 'broken'
  | 'hangs'
  | 'stopsHalfway'
  | 'talksRubbish'
  | 'repeatsNumbers'
  | 'givesNoReference'
  | 'sendsElsewhere'
  | 'namesCallsByNumber'

export interface HeardCall {
  id: string
  from: string
  to: string
  key: string
  bearer: string
}

/** A provider of virtual numbers on this machine, over real HTTP. */
export interface RelayProvider {
  url: string
  /** What it is asked, in order, whatever it did with it. */
  readonly heard: HeardCall[]
  /** Bodies that came to where it sent callers on to. */
  readonly elsewhere: string[]
  mood: Mood
  /** Goes away: connections are refused. */
  leave(): Promise<void>
  /** Is there again under the same address. */
  comeBack(): Promise<void>
}

export async function openRelayProvider(): Promise<RelayProvider> {
  const read = async (request: http.IncomingMessage) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    return Buffer.concat(parts).toString('utf8')
  }
  const server = http.createServer(async (request, response) => {
    const body = await read(request)
    if (request.url === '/elsewhere') {
      provider.elsewhere.push(body)
      return void response.end('{"reference":"elsewhere"}')
    }
    const asked = JSON.parse(body) as Pick<HeardCall, 'id' | 'from' | 'to'>
    const { authorization = '', 'idempotency-key': key } = request.headers
    provider.heard.push({ ...asked, key: String(key), bearer: authorization })
    const say = (status: number, text: string) =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(text)
    const both = `${asked.from} ${asked.to}`
    const answers: Record<Mood, () => void> = {
      connects: () => say(200, JSON.stringify({ reference: `vn-${asked.id}` })),
      refuses: () => say(403, JSON.stringify({ message: `not allowed: ${both}` })),
      broken: () => say(503, `cannot connect ${both}`),
      hangs: () => {},
      stopsHalfway: () => {
        response.writeHead(200, { 'content-length': '100' }).write(`{"reference":"${both}`)
        setTimeout(() => response.destroy(), 20)
      },
      talksRubbish: () => say(200, `<html>${both}</html>`),
      repeatsNumbers: () => say(200, both),
      givesNoReference: () => say(200, JSON.stringify({ reference: { from: asked.from } })),
      sendsElsewhere: () => void response.writeHead(307, { location: '/elsewhere' }).end(),
      namesCallsByNumber: () => say(200, JSON.stringify({ reference: `call of ${asked.to}` })),
    }
    answers[provider.mood]()
  })
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  await listen(0)
  const { port } = server.address() as AddressInfo
  const provider: RelayProvider = {
    url: `http://127.0.0.1:${port}/calls`,
    heard: [],
    elsewhere: [],
    mood: 'connects',
    leave: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
    comeBack: () => listen(port),
  }
  return provider
}
