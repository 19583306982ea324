import { client } from '../../platform/client'
import { useAsk } from '../../platform/use-ask'
import type { Names } from './reasons'

/** The catalogues of skills and dialects, to say codes in words; a code nobody knows yet says nothing. */
export function useNames(): Names {
  const skills = useAsk(() => client.volunteer.skills({}), 'names/skills')
  const dialects = useAsk(() => client.volunteer.dialects({}), 'names/dialects')
  const skillRows = skills.asked.state === 'ready' ? skills.asked.value.rows : []
  const dialectRows = dialects.asked.state === 'ready' ? dialects.asked.value.rows : []
  return {
    skill: (code) => skillRows.find((row) => row.skill === code)?.name ?? '',
    dialect: (code) => dialectRows.find((row) => row.dialect === code)?.name ?? '',
  }
}
