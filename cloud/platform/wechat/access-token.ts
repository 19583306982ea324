import * as v from 'valibot'
import { isTokenError } from './error'
import type { Wire } from './wire'

/**
 * Runs a call with a valid access token (接口调用凭据). A token that WeChat no longer takes is dropped and the call made once more.
 * Throws what the call throws, or what getting a token threw.
 */
export type WithToken = <T>(run: (accessToken: string) => Promise<T>) => Promise<T>

export interface AppCredentials {
  appid: string
  secret: string
}

const tokenAnswer = v.object({ access_token: v.string(), expires_in: v.number() })
const renewEarlySeconds = 60

/**
 * Keeps one token for this process. Callers that need a new one at the same moment share one request. Other processes need no word of
 * it: `stable_token` gives all of them the same token, and keeps a replaced one valid for five minutes.
 */
export function createWithToken(wire: Wire, { appid, secret }: AppCredentials, now: () => number): WithToken {
  let held: { token: string; renewAt: number } | undefined
  let renewing: Promise<string> | undefined

  const renew = async (): Promise<string> => {
    const answer = await wire.ask(
      {
        name: 'stable_token',
        path: '/cgi-bin/stable_token',
        query: {},
        body: { grant_type: 'client_credential', appid, secret },
      },
      tokenAnswer,
    )
    held = { token: answer.access_token, renewAt: now() + (answer.expires_in - renewEarlySeconds) * 1000 }
    return held.token
  }

  const current = (): Promise<string> => {
    if (held && now() < held.renewAt) return Promise.resolve(held.token)
    renewing ??= renew().finally(() => {
      renewing = undefined
    })
    return renewing
  }

  return async (run) => {
    const used = await current()
    try {
      return await run(used)
    } catch (error) {
      if (!isTokenError(error)) throw error
      // Another call may have renewed it meanwhile; its new token must not be thrown away.
      if (held?.token === used) held = undefined
      return run(await current())
    }
  }
}
