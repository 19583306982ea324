import type { FastifyInstance } from 'fastify'
import encodeQR from 'qr'
import * as v from 'valibot'
import { type Sandbox, tokenCall } from './sandbox'

const asked = v.object({
  scene: v.fallback(v.string(), ''),
  page: v.fallback(v.string(), ''),
  check_path: v.fallback(v.boolean(), true),
})
const sceneForm = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/
const pageForm = /^\w[\w/-]*$/
const minuteMs = 60_000

/** `getwxacodeunlimit`: a QR code of page and scene in place of WeChat's round one, drawn the same every time. */
export function miniProgramCodeCalls(app: FastifyInstance, sandbox: Sandbox): void {
  const { state, answers, options } = sandbox
  const { codesAMinute = 5_000, pages } = options
  let drawnAt: number[] = []

  tokenCall(app, sandbox, '/wxa/getwxacodeunlimit', (body, reply) => {
    const { scene, page, check_path } = v.parse(asked, body)
    if (!sceneForm.test(scene)) return answers.failed(40169)
    if (page && (!pageForm.test(page) || (check_path && pages?.includes(page) === false))) return answers.failed(41030)
    drawnAt = drawnAt.filter((at) => at > state.now() - minuteMs)
    if (drawnAt.length >= codesAMinute) return answers.failed(45009)
    drawnAt.push(state.now())
    const image = encodeQR(`${page}?scene=${encodeURIComponent(scene)}`, 'gif', { scale: 8 })
    return reply.type('image/gif').send(Buffer.from(image))
  })
}
