import { client } from './client'
import { useAsk } from './use-ask'

/** The children of an area; the townships of the county when none is named. */
export function useAreas(under: string | undefined) {
  return useAsk(async () => {
    const answer = await client.people.areas({ under })
    if (!answer.ok || under !== undefined) return answer
    const county = answer.value.rows[0]
    return county ? client.people.areas({ under: county.areaCode }) : answer
  }, String(under))
}
