import type { FastifyInstance } from 'fastify'
import { send } from './answers'
import type { Sandbox } from './sandbox'

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
