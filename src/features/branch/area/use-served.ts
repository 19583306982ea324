import { useMemo } from 'react'
import type { Role } from '../../../../types/operation'
import { useMe } from '../../../platform/session'

export interface Served {
  areaCode: string
  areaName: string
}

/** The areas in which I hold one of these roles; one that lies in another of mine is found below it. */
export function useServed(roles: readonly Role[]): readonly Served[] {
  const me = useMe()
  const key = roles.join()
  return useMemo(() => {
    const mine = (me?.grants ?? []).filter(({ role }) => key.split(',').includes(role))
    return mine.filter((g, n) =>
      mine.every(
        (other, k) => k === n || !g.areaCode.startsWith(other.areaCode) || (g.areaCode === other.areaCode && k > n),
      ),
    )
  }, [me, key])
}
