import { batcher } from './batcher'
import { hashToken } from './crypto'
import { type Database, listen, type Sql } from './database'
import type { Caller } from './operations'

/** What the people capability tells the platform about a session. */
export interface FoundSession extends Caller {
  expiresAt: Date
}

export interface IdentityDeps {
  sql: Database
  /** The sessions behind token hashes, in their order. */
  findSessions: (sql: Sql, tokenHashes: readonly Buffer[]) => Promise<(FoundSession | undefined)[]>
  touchSessions: (sql: Sql, sessionIds: number[]) => Promise<void>
  now: () => Date
}

/** Who stands behind a token. Ended sessions and changed roles are heard of at once, on every server. */
export interface Identity {
  /** The caller, or undefined when the token is forged, expired or revoked. */
  callerOf(token: string): Promise<Caller | undefined>
  stop(): Promise<void>
}

const cachedForMs = 60_000
const mostCached = 50_000
const touchEveryMs = 60_000

/**
 * Looks sessions up and remembers them for a minute. Correctness does not rest on that minute: the database announces ended
 * sessions and changed roles (LISTEN), and while the connection that listens is down nothing is taken from the cache.
 */
export async function createIdentity(deps: IdentityDeps): Promise<Identity> {
  const cache = new Map<string, { session: FoundSession; until: number }>()
  const seen = new Set<number>()
  // When a whole community opens the app at once, its sessions are looked up together.
  const find = batcher((hashes: Buffer[]) => deps.findSessions(deps.sql, hashes))
  let listening = false
  const forget = (test: (token: string, session: FoundSession) => boolean) => {
    for (const [token, { session }] of cache) if (test(token, session)) cache.delete(token)
  }
  const onListen = () => {
    cache.clear() // whatever was announced before this moment was not heard
    listening = true
  }
  const listener = await listen(deps.sql, {
    channels: {
      session_ended: (tokenHash) => void cache.delete(tokenHash),
      roles_changed: (personId) => forget((_, s) => String(s.personId) === personId),
    },
    onListen,
    onDeaf: () => {
      listening = false
    },
  })
  const timer = setInterval(() => {
    const ids = [...seen]
    seen.clear()
    if (ids.length > 0) deps.touchSessions(deps.sql, ids).catch(() => {}) // "last seen" is a courtesy, not a promise
  }, touchEveryMs)
  timer.unref()

  return {
    async callerOf(token) {
      const hash = hashToken(token)
      const key = hash.toString('hex')
      const now = deps.now().getTime()
      const hit = listening ? cache.get(key) : undefined
      const session = hit && hit.until > now ? hit.session : await find(hash)
      if (!session || session.expiresAt.getTime() <= now) return undefined
      if (session !== hit?.session) {
        if (cache.size >= mostCached) cache.clear()
        cache.set(key, { session, until: now + cachedForMs })
      }
      seen.add(session.sessionId)
      return session
    },
    async stop() {
      clearInterval(timer)
      await listener.stop()
    },
  }
}
