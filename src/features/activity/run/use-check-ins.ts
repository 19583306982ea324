import { useCallback, useEffect, useState } from 'react'
import type { activity } from '../../../../types/activity'
import type { InputOf, OutputOf } from '../../../../types/operation'
import { client, Unreachable } from '../../../platform/client'
import { newRequestId } from '../../../platform/env'
import { storage } from '../../../platform/storage'

type Entry = InputOf<(typeof activity)['syncCheckIns']>['entries'][number]
export type CheckInResult = OutputOf<(typeof activity)['syncCheckIns']>['results'][number]

const atOnce = 200

/**
 * Check-ins on the organiser's phone. Each is kept here first and sent when there is a network; its own id makes sending it twice
 * count once. Answers with the result, or undefined while it waits.
 */
export function useCheckIns(activityId: number, onSynced: () => void) {
  const key = `check-ins/${activityId}`
  const [unsent, setUnsent] = useState<readonly Entry[]>(() => storage.read<Entry[]>(key) ?? [])

  const flush = useCallback(async (): Promise<CheckInResult[]> => {
    const entries = (storage.read<Entry[]>(key) ?? []).slice(0, atOnce)
    if (entries.length === 0) return []
    const answer = await client.activity.syncCheckIns({ activityId, entries })
    if (!answer.ok) return []
    const sent = new Set(entries.map((e) => e.entryId))
    const rest = (storage.read<Entry[]>(key) ?? []).filter((e) => !sent.has(e.entryId))
    storage.write(key, rest)
    setUnsent(rest)
    onSynced()
    return answer.value.results
  }, [activityId, key, onSynced])

  const record = useCallback(
    async (by: Entry['by'], action: Entry['action']): Promise<CheckInResult | undefined> => {
      const entry: Entry = { entryId: newRequestId(), by, action, at: new Date() }
      const all = [...(storage.read<Entry[]>(key) ?? []), entry]
      storage.write(key, all)
      setUnsent(all)
      try {
        return (await flush()).find((r) => r.entryId === entry.entryId)
      } catch (error) {
        if (error instanceof Unreachable) return undefined
        throw error
      }
    },
    [flush, key],
  )

  useEffect(() => {
    const timer = setInterval(() => {
      // While the network is away the entries simply keep waiting.
      flush().catch(() => {})
    }, 15_000)
    return () => clearInterval(timer)
  }, [flush])

  return { unsent: unsent.length, record }
}
