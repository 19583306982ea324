import type { hub } from '../../../types/hub'
import type { OutputOf } from '../../../types/operation'
import { client } from '../../platform/client'
import { useSignedIn } from '../../platform/session'
import { useAsk } from '../../platform/use-ask'

export type MyHub = OutputOf<(typeof hub)['myHub']>

/** My household, its hub, and who is there instead when that is not; null for whoever is not signed in. */
export function useMyHub() {
  const signedIn = useSignedIn()
  return useAsk(
    (): Promise<{ ok: true; value: MyHub | null } | { ok: false }> =>
      signedIn ? client.hub.myHub({}) : Promise.resolve({ ok: true, value: null }),
    `my-hub/${signedIn}`,
  )
}
