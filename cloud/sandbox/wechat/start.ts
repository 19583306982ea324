import Fastify from 'fastify'
import { SandboxState, sandboxApp, wechatSandbox } from '.'

export interface RunningSandbox {
  /** What `createWechat` wants: the app's identity and where its "WeChat" listens. */
  wechat: { appid: string; secret: string; baseUrl: string }
  state: SandboxState
  stop(): Promise<void>
}

/** Starts the stand-in on a free port of this machine, reachable from this machine only. */
export async function startWechatSandbox(now: () => number = Date.now): Promise<RunningSandbox> {
  const app = Fastify({ logger: false, forceCloseConnections: true })
  const state = new SandboxState(now)
  await app.register(wechatSandbox, { state })
  const baseUrl = await app.listen({ port: 0, host: '127.0.0.1' })
  return { wechat: { ...sandboxApp, baseUrl }, state, stop: () => app.close() }
}
