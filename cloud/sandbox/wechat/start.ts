import { randomBytes } from 'node:crypto'
import Fastify from 'fastify'
import { type SandboxOptions, SandboxState, sandboxApp, wechatSandbox } from '.'

export interface RunningSandbox {
  /** What `createWechat` wants: the app's identity and where its "WeChat" listens. */
  wechat: { appid: string; secret: string; baseUrl: string; pushToken: string }
  state: SandboxState
  /** Sends message pushes there from now on, once it has answered the handshake. False when it did not. */
  pushTo(url: string): Promise<boolean>
  stop(): Promise<void>
}

/** Starts the stand-in on a free port of this machine, reachable from this machine only. It fetches the pictures it is asked about. */
export async function startWechatSandbox(
  now: () => number = Date.now,
  options: Omit<SandboxOptions, 'state' | 'callback'> = {},
): Promise<RunningSandbox> {
  const app = Fastify({ logger: false, forceCloseConnections: true })
  const state = new SandboxState(now)
  await app.register(wechatSandbox, { readsMedia: true, ...options, state })
  const baseUrl = await app.listen({ port: 0, host: '127.0.0.1' })
  const pushToken = randomBytes(16).toString('hex')
  return {
    wechat: { ...sandboxApp, baseUrl, pushToken },
    state,
    async pushTo(url) {
      const body = JSON.stringify({ url, token: pushToken })
      const response = await fetch(`${baseUrl}/sandbox-control/callback`, { method: 'POST', body })
      return ((await response.json()) as { verified?: boolean }).verified === true
    },
    stop: () => app.close(),
  }
}
