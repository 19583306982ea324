import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { noticeKind, noticeKinds } from '../../../types/inbox'
import { SessionInvalid } from '../../platform/fault'
import type { Identity } from '../../platform/identity'
import type { Services } from '../../platform/operations'
import type { SandboxState } from '../wechat'

/** A template of the sandbox for every kind of notice, where the operator has named none. */
export const sandboxTemplates: Readonly<Record<string, string>> = Object.fromEntries(
  noticeKinds.map((kind) => [kind, `sandbox-${kind}`]),
)

const acceptance = v.object({ kinds: v.pipe(v.array(noticeKind), v.minLength(1), v.maxLength(3)) })

/**
 * Subscription messages (订阅消息) for somebody who tries the demo in a browser: their tap in the prompt, and what "WeChat" delivered to
 * them. Only mounted with the sandbox.
 */
export async function mountDemoMessages(
  app: FastifyInstance,
  { identity, services, state }: { identity: Identity; services: Services; state: SandboxState },
): Promise<void> {
  const openidOf = async (request: FastifyRequest): Promise<string> => {
    const token = request.headers['x-lc-session']
    const caller = typeof token === 'string' && token.length < 200 ? await identity.callerOf(token) : undefined
    if (!caller?.openid) throw new SessionInvalid()
    return caller.openid
  }

  app.post('/sandbox/accept', async (request, reply) => {
    const openid = await openidOf(request)
    const given = v.safeParse(acceptance, request.body)
    if (!given.success) return reply.code(400).send({ code: 142, error: 'kinds' })
    for (const kind of given.output.kinds) {
      const templateId = services.templates[kind]
      if (templateId) state.accept(openid, templateId, 1)
    }
    return {}
  })

  app.get('/sandbox/messages', async (request) => {
    const openid = await openidOf(request)
    return {
      messages: state.messages
        .filter((message) => message.openid === openid)
        .reverse()
        .map(({ page, data }) => ({
          page,
          lines: Object.values(data).map(({ value }) => value),
        })),
    }
  })
}
