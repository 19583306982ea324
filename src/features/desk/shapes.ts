import type { application } from '../../../types/application'
import type { InputOf, OutputOf, RefusalOf } from '../../../types/operation'

/** The answers of the cloud that the desk works on, by name. */

type Ops = typeof application
export type QueueRow = OutputOf<Ops['queue']>['rows'][number]
export type Counts = NonNullable<OutputOf<Ops['queue']>['counts']>
export type Whose = NonNullable<InputOf<Ops['queue']>['whose']>
export type Case = OutputOf<Ops['case']>
export type CaseDocument = Case['documents'][number]
export type Clock = Case['clock']
export type Status = Case['status']
export type StaffAction = Case['allowedActions'][number]
export type Colleague = OutputOf<Ops['colleagues']>['rows'][number]
export type Board = OutputOf<Ops['board']>
export type Rates = Board['total']
export type StaffWindow = OutputOf<Ops['windows']>['rows'][number]
export type Settings = OutputOf<Ops['settings']>
/** Somebody was faster. */
export type Changed = Omit<Extract<RefusalOf<Ops['accept']>, { reason: 'changed' }>, 'reason'>
/** Everything that a step on a case may be refused for. */
export type StepRefusal = {
  [V in (typeof steps)[number]]: RefusalOf<Ops[V]>
}[(typeof steps)[number]]
export const steps = [
  'claim',
  'handOver',
  'saveReview',
  'requestCorrection',
  'accept',
  'acceptConditionally',
  'startReview',
  'suspend',
  'resume',
  'requestExtension',
  'decideExtension',
  'askDepartments',
  'giveOpinion',
  'decide',
  'deliver',
  'answer',
  'allowSecondVisit',
  'cancelVisit',
] as const
