import type { FastifyInstance } from 'fastify'
import { PublicError } from '../fault'
import type { Log } from '../log'
import type { Wechat } from '.'

export interface PushRouteOptions {
  wechat: Pick<Wechat, 'verifyPush'>
  log: Pick<Log, 'error'>
  /** Takes one event in. May be called again with the same one; throwing makes WeChat send it again. */
  onEvent(event: unknown): Promise<void>
}

type Query = Record<'signature' | 'timestamp' | 'nonce' | 'echostr', string | undefined>

const largest = 64 * 1024

/**
 * WeChat's message push (消息推送), as plain JSON: the GET handshake is answered with `echostr`, a delivery with `success` once it
 * is taken in. Whoever does not know the token gets 403. XML and encrypted bodies are refused: the operator chooses JSON and plain text.
 */
export async function pushRoute(app: FastifyInstance, { wechat, log, onEvent }: PushRouteOptions): Promise<void> {
  // Read as text whatever it claims to be: an XML delivery must reach our own words about it.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string', bodyLimit: largest }, (_request, body, done) => done(null, body))
  app.addHook('onRequest', async ({ query }) => {
    const { signature = '', timestamp = '', nonce = '' } = query as Query
    if (!wechat.verifyPush(signature, timestamp, nonce)) throw new PublicError(403, 403, 'Forbidden')
  })

  app.get<{ Querystring: Query }>('/', async ({ query }, reply) => reply.type('text/plain').send(query.echostr ?? ''))

  app.post('/', async ({ body }, reply) => {
    const event = readEvent(typeof body === 'string' ? body : '')
    if (!event) {
      log.error('a message push is not plain JSON: choose JSON and plain text (明文模式) in the WeChat console')
      throw new PublicError(415, 107, 'JSON and plain text only')
    }
    await onEvent(event)
    return reply.type('text/plain').send('success')
  })
}

function readEvent(body: string): object | undefined {
  try {
    const event: unknown = JSON.parse(body)
    return typeof event === 'object' && event !== null && !('Encrypt' in event) ? event : undefined
  } catch {
    return undefined
  }
}
