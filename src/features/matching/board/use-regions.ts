import { useMemo } from 'react'
import type { Region } from '../../../components/place-map/types'
import { client } from '../../../platform/client'
import { useMe } from '../../../platform/session'
import { useAsk } from '../../../platform/use-ask'

/** More would be more names than paper. */
const mostAreas = 6
const none: readonly Region[] = []

/** The areas that lie in those I serve, down to communities for a county and to grids for a community, as far as they have a middle. */
export function useRegions(): readonly Region[] {
  const me = useMe()
  const served = useMemo(() => {
    const codes = (me?.grants ?? [])
      .filter(({ role }) => role === 'gridWorker' || role === 'communityAdmin' || role === 'supervisor')
      // A grid has no areas in it: its neighbours are drawn.
      .map(({ areaCode }) => (areaCode.length > 12 ? areaCode.slice(0, 12) : areaCode))
    return [...new Set(codes)].slice(0, mostAreas)
  }, [me])
  const { asked } = useAsk(async () => {
    const rows = (await Promise.all(served.map(within))).flat()
    return { ok: true as const, value: rows }
  }, served.join())
  return asked.state === 'ready' ? asked.value : none
}

async function within(under: string): Promise<Region[]> {
  const rows = await areasIn(under)
  const townships = under.length === 6 ? rows : []
  const communities = (await Promise.all(townships.map(({ areaCode }) => areasIn(areaCode)))).flat()
  const shown = townships.length > 0 ? communities : rows
  return shown.flatMap(({ areaCode, name, lat, lng }) =>
    lat === null || lng === null ? [] : [{ key: areaCode, name, lat, lng }],
  )
}

const areasIn = async (under: string) => {
  const answer = await client.people.areas({ under })
  return answer.ok ? answer.value.rows : []
}
