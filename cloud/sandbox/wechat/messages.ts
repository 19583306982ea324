import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import { openidForm } from './codes'
import { type Sandbox, tokenCall } from './sandbox'
import { fieldIsValid } from './template-rules'

const text = v.fallback(v.string(), '')
const message = v.object({ touser: text, template_id: text, page: text, data: v.unknown() })
const fields = v.record(v.string(), v.object({ value: v.string() }))
const pageForm = /^\w[\w/-]*(\?.*)?$/

/** `subscribe/send`: one acceptance, one message. A refused message uses nothing up. */
export function messageCalls(app: FastifyInstance, sandbox: Sandbox): void {
  const { state, answers, options } = sandbox
  tokenCall(app, sandbox, '/cgi-bin/message/subscribe/send', (body) => {
    const { touser, template_id, page, data } = v.parse(message, body)
    if (!openidForm.test(touser)) return answers.failed(40003)
    if (!template_id || options.templates?.includes(template_id) === false) return answers.failed(40037)
    if (page && !pageExists(page, options.pages)) return answers.failed(41030)
    const given = v.safeParse(fields, data)
    if (!given.success || !Object.entries(given.output).every(([field, { value }]) => fieldIsValid(field, value)))
      return answers.failed(47003)
    if (!state.spend(touser, template_id)) return answers.failed(43101)
    state.messages.push({ openid: touser, templateId: template_id, page, data: given.output })
    return answers.ok()
  })
}

/** A page as WeChat wants it: no leading slash, and one of those that exist where they are known. */
function pageExists(page: string, pages: readonly string[] | undefined): boolean {
  const [path = ''] = page.split('?')
  return pageForm.test(page) && pages?.includes(path) !== false
}
