import type { OutputOf, RefusalOf } from '../../../types/operation'
import type { BoardRow, volunteer } from '../../../types/volunteer'

/** The answers of the cloud that the matching desk works on, by name. */

type Ops = typeof volunteer
export type Board = OutputOf<Ops['board']>
export type Row = BoardRow
export type Pair = Row['pairs'][number]
export type Request = OutputOf<Ops['boardRequest']>
export type Asked = Request['asked'][number]
export type Considered = OutputOf<Ops['consider']>['people'][number]
export type Preview = OutputOf<Ops['previewChoice']>
export type Reason = Asked['reasons'][number]
export type Rule = Preview['broken'][number]
/** Everything that something done at the matching desk may be refused for. */
export type Refusal = { [V in (typeof steps)[number]]: RefusalOf<Ops[V]> }[(typeof steps)[number]]
export const steps = [
  'consider',
  'previewChoice',
  'choose',
  'takeOverHelp',
  'closeHelp',
  'matchAgain',
  'saveWeights',
  'decideVolunteer',
  'checkCertificate',
  'setInsurance',
  'saveShift',
  'cancelShift',
  'createTeam',
  'handOverTeam',
  'closeTeam',
  'reviewHours',
] as const
export type VolunteerRow = OutputOf<Ops['volunteers']>['rows'][number]
export type Volunteer = OutputOf<Ops['volunteer']>
export type Weights = OutputOf<Ops['weights']>
export type Shift = OutputOf<Ops['shifts']>['rows'][number]
export type WaitingHours = OutputOf<Ops['hoursToReview']>['rows'][number]
export type Team = OutputOf<Ops['teams']>['rows'][number]
