import { setTimeout as timer } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { accessCalls } from './access'
import { createAnswers, send } from './answers'
import { contentCheckCalls } from './content-check'
import { controlCalls } from './control'
import { playFaults } from './faults'
import { messageCalls } from './messages'
import { miniProgramCodeCalls } from './mini-program-code'
import { Pushes } from './pushes'
import { readJson, type Sandbox, type SandboxOptions } from './sandbox'

export type { SandboxOptions } from './sandbox'
export { type PlayedFault, SandboxState, type SentMessage, sandboxApp } from './state'

/**
 * A stand-in for WeChat's server with the calls, answers and errors of the real one, over real HTTP: a Fastify plugin for any prefix.
 * README.md beside it tells its rules. Anyone who reaches it can sign in as anyone: never register it where real credentials are set.
 */
export async function wechatSandbox(app: FastifyInstance, options: SandboxOptions): Promise<void> {
  const { state, callback, verdictAfterMs = 1_000 } = options
  const stopping = new AbortController()
  const sleep = (ms: number) => (options.sleep ?? pause)(ms, stopping.signal)
  const answers = createAnswers(state.nextId)
  const pushes = new Pushes({ state, verdictAfterMs, sleep, stopping: stopping.signal }, callback)
  const sandbox: Sandbox = { state, answers, pushes, sleep, options }
  app.addHook('preClose', async () => {
    stopping.abort()
    await pushes.settled()
  })
  readJson(app)
  playFaults(app, sandbox)
  app.setErrorHandler((error, request, reply) => {
    request.log.error(error)
    return send(reply, answers.failed(-1))
  })
  for (const calls of [accessCalls, messageCalls, contentCheckCalls, miniProgramCodeCalls, controlCalls])
    calls(app, sandbox)
}

/** Does not keep the process alive. */
const pause = (ms: number, signal: AbortSignal) => timer(ms, undefined, { signal, ref: false })
