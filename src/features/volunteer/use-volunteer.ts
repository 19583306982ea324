import { useMe } from '../../platform/session'

/** Whether the person is a volunteer now: only then are offers and tasks asked for. */
export const useIsVolunteer = () => useMe()?.grants.some((grant) => grant.role === 'volunteer') ?? false
