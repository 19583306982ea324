import { useMemo } from 'react'
import { client } from '../../../platform/client'
import { useAsk } from '../../../platform/use-ask'

/** Names of skills and dialects by their codes; a code is its own name until they are known. */
export function useNames(): (code: string) => string {
  const skills = useAsk(() => client.volunteer.skills({}), 'skills').asked
  const dialects = useAsk(() => client.volunteer.dialects({}), 'dialects').asked
  return useMemo(() => {
    const names = new Map<string, string>()
    if (skills.state === 'ready') for (const { skill, name } of skills.value.rows) names.set(skill, name)
    if (dialects.state === 'ready') for (const { dialect, name } of dialects.value.rows) names.set(dialect, name)
    return (code) => names.get(code) ?? code
  }, [skills, dialects])
}
