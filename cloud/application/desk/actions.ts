import type { staffActions } from '../../../types/application'
import type { Role } from '../../../types/operation'
import type { Application } from '../life/queries'
import { isLawful } from '../life/rules'
import type { Review } from './queries'
import {
  canWorkOn,
  correctableOf,
  decidesAtOnce,
  type HandedInLast,
  handling,
  mayDecide,
  missingOf,
  needsPhone,
  objectableIn,
} from './rules'

/** What a member of the staff may do next with a case. Pure: the desk shows these and nothing else. */

type Action = (typeof staffActions)[number]

export interface Facts {
  /** Roles for the area of the case, and for the county itself (whose staff the departments are). */
  roles: readonly Role[]
  countyRoles: readonly Role[]
  mine: boolean
  /** Their own case, or their family's. */
  hasPart: boolean
  /** Whether they decided it before it was opened again. */
  decidedBefore: boolean
  /** In the queue, or with somebody who is away. */
  free: boolean
  /** Who asked for the extension. */
  askedForIt: boolean
  /** The applicant has a number. */
  hasPhone: boolean
  wanted: readonly { key: string; name: string; form: string; deferrable: boolean }[]
  handedIn: readonly HandedInLast[]
  notices: number
  departments: number
  reviews: readonly Review[]
  visits: number
  visitsAllowed: number
  appointment: 'booked' | 'checkedIn' | 'cancelled' | 'missed' | null
}

export function actionsOfStaff(a: Application, f: Facts): Action[] {
  const supervises = f.roles.includes('supervisor') && isLawful('allowSecondVisit', a.status)
  const second = supervises && f.visits > 0 && f.visits >= f.visitsAllowed && 'allowSecondVisit'
  const answers = f.roles.includes('supervisor') && a.status === 'underAppeal' && 'answerAppeal'
  const works = handling.some((role) => f.roles.includes(role)) && !f.hasPart
  const actions: (Action | false)[] = works
    ? [...ofOwner(a, f), ...ofColleague(a, f), second, answers]
    : [second, answers]
  return [...new Set(actions.filter((action) => action !== false))]
}

/** What only whoever is responsible does. */
function ofOwner(a: Application, f: Facts): (Action | false)[] {
  if (!f.mine) return []
  const missing = missingOf(f.wanted, f.handedIn)
  const keys = [...correctableOf(f.wanted).map((d) => d.key), 'form']
  const may = (kind: Parameters<typeof isLawful>[0]) => isLawful(kind, a.status)
  const decides = !f.decidedBefore && mayDecide(a, f.roles) && (may('approve') || decidesAtOnce(a))
  return [
    may('accept') && 'review',
    may('accept') && missing.length === 0 && 'accept',
    may('acceptConditionally') && missing.length > 0 && missing.every((d) => d.deferrable) && 'acceptConditionally',
    may('requestCorrection') && objectableIn(f.notices + 1, keys, f.handedIn).length > 0 && 'requestCorrection',
    may('startReview') && 'startReview',
    may('suspend') && 'suspend',
    may('resume') && 'resume',
    may('askDepartments') && f.departments > 0 && f.reviews.length === 0 && 'askDepartments',
    decides && 'approve',
    decides && 'refuse',
    f.hasPhone && needsPhone(a.status) && 'revealPhone',
    may('deliver') && (a.delivery !== 'pickUp' || f.visits > 0) && 'deliver',
  ]
}

/** What colleagues of the area may do too. */
function ofColleague(a: Application, f: Facts): (Action | false)[] {
  const may = (kind: Parameters<typeof isLawful>[0]) => isLawful(kind, a.status)
  const open = a.extensionStatus === null || a.extensionStatus === 'declined'
  const spreads = f.roles.includes('approver') || f.roles.includes('communityAdmin')
  const ofDepartment = f.countyRoles.includes('clerk') || f.countyRoles.includes('approver')
  return [
    !f.mine && f.free && may('claim') && canWorkOn(a, f.roles) && 'claim',
    (f.mine || spreads) && may('handOver') && 'handOver',
    (f.mine || f.roles.includes('clerk')) && may('requestExtension') && open && 'requestExtension',
    f.roles.includes('approver') &&
      may('extend') &&
      a.extensionStatus === 'requested' &&
      !f.askedForIt &&
      'decideExtension',
    ofDepartment && may('giveOpinion') && f.reviews.some((r) => r.at === null) && 'giveOpinion',
    f.appointment === 'booked' && 'checkInVisit',
    f.appointment === 'booked' && may('cancelVisit') && 'cancelVisit',
    may('say') && 'say',
  ]
}
