import { watched } from './emitter'
import { AV } from './leancloud'

/** Whether somebody is signed in on this phone. */
export const signedIn = watched<boolean>(false)

/** The session is over: forged, expired, revoked or signed out. */
export function forgetSession(): void {
  if (AV.User.current()) void AV.User.logOut()
  signedIn.set(false)
}

/** Whose session this phone has; what one person left here is not another's. */
export const whoIsHere = (): string | undefined => AV.User.current()?.id ?? undefined
