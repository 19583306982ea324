import type { OutputOf } from '../../types/operation'
import type { people } from '../../types/people'
import { client } from './client'
import { useWatched, watched } from './emitter'
import { newRequestId } from './env'
import { rememberHelpPhone } from './help-phone'
import { AV } from './leancloud'
import { forgetSession, signedIn } from './session-state'

export type Me = OutputOf<(typeof people)['me']>

/** Who is signed in, as the cloud knows them; undefined while unknown, null when nobody is. */
const me = watched<Me | null | undefined>(undefined)

/** Picks up the session of the last start. */
export function restoreSession(): void {
  signedIn.set(AV.User.current() !== null)
  signedIn.watch(() => {
    if (signedIn.get()) void refreshMe()
    else me.set(null)
  })
  if (signedIn.get()) void refreshMe()
  else me.set(null)
}

/** Reads the signed-in person anew; keeps what is known while the network is away. */
export async function refreshMe(): Promise<void> {
  if (!signedIn.get()) return
  try {
    const answer = await client.people.me({})
    if (!answer.ok) return
    me.set(answer.value)
    rememberHelpPhone(answer.value.helpPhone)
  } catch {
    // offline, or the session has ended (then `signedIn` has changed already)
  }
}

export const useMe = () => useWatched(me)
export const useSignedIn = () => useWatched(signedIn)
export const setMe = (value: Me) => me.set(value)

/** Signs in through WeChat: no form, no password. */
export async function signInWithWechat(): Promise<void> {
  await AV.User.loginWithMiniApp()
  signedIn.set(true)
  await refreshMe()
}

/** Signs in with a code from the sandbox's list of demo people (browser only). */
export async function signInAsDemoPerson(openid: string): Promise<void> {
  // The SDK's types know finished openids only; our cloud takes nothing but codes.
  const authData = { code: `${openid}:${newRequestId()}` } as unknown as Parameters<typeof AV.User.loginWithAuthData>[0]
  await AV.User.loginWithAuthData(authData, 'lc_weapp')
  signedIn.set(true)
  await refreshMe()
}

/** Staff at a computer: user name and password. Throws the SDK's error with LeanCloud's code. */
export async function signInWithPassword(username: string, password: string): Promise<void> {
  await AV.User.logIn(username, password)
  signedIn.set(true)
  await refreshMe()
}

/** Ends this session here and in the cloud. */
export async function signOut(): Promise<void> {
  try {
    const sessions = await client.people.sessions({})
    const current = sessions.ok ? sessions.value.rows.find((row) => row.current) : undefined
    if (current) await client.people.revokeSession({ sessionId: current.sessionId })
  } catch {
    // The session runs out by itself in the cloud; on this phone it ends now.
  }
  forgetSession()
}
