import type { FastifyInstance, FastifyReply } from 'fastify'
import * as v from 'valibot'
import type { Sandbox } from './sandbox'

const whole = v.pipe(v.number(), v.integer(), v.minValue(0))
const acceptance = v.object({ openid: v.string(), templateId: v.string(), count: whole })
const fault = v.object({
  path: v.pipe(v.string(), v.startsWith('/')),
  times: whole,
  delayMs: v.optional(whole),
  errcode: v.optional(v.pipe(v.number(), v.integer())),
  drop: v.optional(v.boolean()),
  loseAnswer: v.optional(v.boolean()),
})
const callback = v.object({ url: v.pipe(v.string(), v.url()), token: v.string() })

/** `/sandbox-control/*`: what WeChat's server does not offer. Stands in for people's taps and for bad days. Wrong input is a plain 400. */
export function controlCalls(app: FastifyInstance, { state, pushes }: Sandbox): void {
  app.post('/sandbox-control/accept', async ({ body }, reply) => {
    const given = v.safeParse(acceptance, body)
    if (!given.success) return wrong(reply, given.issues)
    state.accept(given.output.openid, given.output.templateId, given.output.count)
    return {}
  })

  app.get<{ Querystring: { openid?: string } }>('/sandbox-control/messages', async ({ query }) => ({
    messages: state.messages.filter((message) => !query.openid || message.openid === query.openid),
  }))

  app.post('/sandbox-control/faults', async ({ body }, reply) => {
    const given = v.safeParse(fault, body)
    if (!given.success) return wrong(reply, given.issues)
    state.faults.push(given.output)
    return {}
  })

  app.delete('/sandbox-control/faults', async () => {
    state.faults.length = 0
    return {}
  })

  app.post('/sandbox-control/expire-tokens', async () => {
    state.expireTokens()
    return {}
  })

  app.post('/sandbox-control/callback', async ({ body }, reply) => {
    const given = v.safeParse(callback, body)
    if (!given.success) return wrong(reply, given.issues)
    return { verified: await pushes.configure(given.output) }
  })
}

const wrong = (reply: FastifyReply, issues: readonly v.BaseIssue<unknown>[]) =>
  reply.code(400).send({ problems: issues.map((issue) => `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`) })
