import { useMe } from '../../../platform/session'

/** Where the person administers windows; the cloud checks it again. */
export function useAdministered(): string[] {
  const me = useMe()
  return (me?.grants ?? []).filter((g) => g.role === 'communityAdmin').map((g) => g.areaCode)
}
