import type { applicantActions } from '../../../types/application'
import { changeableDays } from '../afterwards/rules'
import { daysAfter } from '../life/clock'
import type { Application } from '../life/queries'
import { isLawful } from '../life/rules'
import type { Around } from './queries'

/** What the applicant's side may do next. Pure: pages show these and nothing else. */

type Action = (typeof applicantActions)[number]
interface Shown {
  appointment: { status: string } | null
  visitsNeeded: number
  decision: { appealUntil: Date } | null
}

export function actionsOfApplicant(a: Application, shown: Shown, around: Around, now: Date): Action[] {
  if (a.status === 'draft') return ['edit', 'submit', 'discard', ...helper(around)]
  const booked = shown.appointment?.status === 'booked'
  const rated = around.rating
  const actions: (Action | false)[] = [
    isLawful('correct', a.status) && 'correct',
    a.deferUntil !== null && (isLawful('supply', a.status) || isLawful('supplyInReview', a.status)) && 'supply',
    isLawful('withdraw', a.status) && 'withdraw',
    isLawful('bookVisit', a.status) && !booked && around.visits < shown.visitsNeeded && 'book',
    booked && isLawful('cancelVisit', a.status) && 'cancelVisit',
    isLawful('rate', a.status) && !rated && 'rate',
    rated !== null &&
      isLawful('changeRating', a.status) &&
      daysAfter(rated.ratedAt, changeableDays) > now &&
      'changeRating',
    isLawful('appeal', a.status) &&
      !around.appeal &&
      shown.decision !== null &&
      shown.decision.appealUntil > now &&
      'appeal',
    isLawful('say', a.status) && 'say',
  ]
  return [...actions.filter((action) => action !== false), ...(isLawful('nameHelper', a.status) ? helper(around) : [])]
}

const helper = ({ helper: h }: Around): Action[] => [h && !h.ended ? 'endHelper' : 'nameHelper']
