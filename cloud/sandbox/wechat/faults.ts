import type { FastifyInstance } from 'fastify'
import { send } from './answers'
import type { Sandbox } from './sandbox'

/** A fault played on the next `times` calls of a path (`/wxa/msg_sec_check`). Without any of the rest, the call is answered normally. */
export interface PlayedFault {
  path: string
  times: number
  /** Milliseconds to wait before anything else. */
  delayMs?: number
  /** Answer this, and carry nothing out. */
  errcode?: number
  /** Cut the connection, and carry nothing out. */
  drop?: boolean
  /** Carry the call out, then cut the connection instead of answering. */
  loseAnswer?: boolean
}

/** Plays the faults that tests ask for, oldest first. Paths are told without the prefix. */
export function playFaults(app: FastifyInstance, { state, answers, sleep }: Sandbox): void {
  const answersToLose = new WeakSet<object>()

  app.addHook('preHandler', async (request, reply) => {
    const path = request.routeOptions.url?.slice(app.prefix.length)
    const fault = state.faults.find((one) => one.path === path && one.times > 0)
    if (!fault) return
    fault.times -= 1
    if (fault.delayMs) await sleep(fault.delayMs)
    if (fault.loseAnswer) answersToLose.add(request)
    if (fault.drop) {
      request.raw.socket.destroy()
      return reply.hijack()
    }
    if (fault.errcode !== undefined) return send(reply, answers.failed(fault.errcode))
  })

  app.addHook('onSend', async (request) => {
    if (answersToLose.has(request)) request.raw.socket.destroy()
  })
}
