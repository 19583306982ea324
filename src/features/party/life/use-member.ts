import { client } from '../../../platform/client'
import { useAsk } from '../../../platform/use-ask'
import type { Member } from '../shapes'

interface Found {
  /** Absent: nobody of my branch. */
  member: Member | undefined
  /** I am the secretary or of the committee: I note points of others. */
  officer: boolean
}

/** A member of my branch by number; the name comes from the cloud, for who belongs to a branch stands in no address. */
export function useMember(personId: number | undefined) {
  return useAsk(async (): Promise<{ ok: true; value: Found } | { ok: false }> => {
    if (personId === undefined) return { ok: true, value: { member: undefined, officer: false } }
    const answer = await client.hub.branchMembers({})
    if (!answer.ok) return answer
    const { rows } = answer.value
    return {
      ok: true,
      value: {
        member: rows.find((row) => row.personId === personId),
        officer: rows.some((row) => row.me && row.post !== 'member'),
      },
    }
  }, `party/member/${personId}`)
}
