import type { Case, StaffAction } from '../shapes'
import { type Act, acts } from './wording'

const needs: Record<Act, StaffAction> = {
  notice: 'requestCorrection',
  accept: 'accept',
  conditionally: 'acceptConditionally',
  start: 'startReview',
  decide: 'refuse',
  opinion: 'giveOpinion',
  ask: 'askDepartments',
  suspend: 'suspend',
  resume: 'resume',
  extend: 'requestExtension',
  grant: 'decideExtension',
  deliver: 'deliver',
  second: 'allowSecondVisit',
}

/** What may be done with a case: what the cloud allows, the likeliest first. */
export function actsOf(c: Case, wrong: number): Act[] {
  const may = acts.filter((act) => c.allowedActions.includes(needs[act]))
  // With nothing wrong so far the notice is the exception.
  return wrong > 0 || !may.some((act) => act === 'accept') ? may : [...may.filter((a) => a !== 'notice'), 'notice']
}
