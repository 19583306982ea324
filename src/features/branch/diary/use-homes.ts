import { useEffect } from 'react'
import { client } from '../../../platform/client'
import { whoIsHere } from '../../../platform/session-state'
import { storage } from '../../../platform/storage'
import { type Listed, useList } from '../../../platform/use-list'
import type { Household } from '../shapes'

/** As much of a household as tells those of one hub apart: no door, no number, no name. */
export type Home = Pick<Household, 'householdId' | 'areaName' | 'people' | 'reason'>
interface Kept {
  owner: string | undefined
  rows: Home[]
}

const key = 'branch/homes'

/**
 * The households of my hubs. As much as a visit is written with stays on this phone, for the village without a network; `old`: the rows are those.
 */
export function useHomes(): { list: Listed<Household>; rows: readonly Home[]; old: boolean } {
  const list = useList((cursor) => client.hub.myHouseholds(cursor ? { cursor } : {}), 'mine')
  const known = list.state === 'ready' || list.state === 'end'
  useEffect(() => {
    if (!known) return
    const rows = list.rows.map(({ householdId, areaName, people, reason }) => ({
      householdId,
      areaName,
      people,
      reason,
    }))
    storage.write(key, { owner: whoIsHere(), rows } satisfies Kept)
  }, [known, list.rows])
  const kept = list.state === 'offline' && list.rows.length === 0 ? storage.read<Kept>(key) : undefined
  const old = kept !== undefined && kept.owner === whoIsHere()
  return { list, rows: old ? kept.rows : list.rows, old }
}
