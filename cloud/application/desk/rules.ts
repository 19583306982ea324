import type { Role } from '../../../types/operation'
import type { Application } from '../life/queries'
import { isLawful, mayBring } from '../life/rules'

/** Decisions about the work on a case. Pure. */

/** Roles that work on cases; a supervisor looks and changes none. */
export const handling = ['clerk', 'approver', 'communityAdmin'] as const
export type Handling = (typeof handling)[number]
/** Roles that may look. */
export const looking = [...handling, 'supervisor'] as const
export type Looking = (typeof looking)[number]

/** A document as it was handed in last. */
export interface HandedInLast {
  key: string
  round: number
  later: boolean
  fileIds: readonly unknown[]
}

interface Wanted {
  key: string
  name: string
  form: string
  deferrable: boolean
}

/** Electronic documents that are not there: forgotten, or promised for later. */
export function missingOf(wanted: readonly Wanted[], handedIn: readonly HandedInLast[]): Wanted[] {
  return wanted.filter(
    ({ key, form }) => form === 'electronic' && !handedIn.some((d) => d.key === key && d.fileIds.length > 0),
  )
}

/** Documents that can be handed in again, so that a notice may speak of them (beside what was typed). */
export const correctableOf = (wanted: readonly Pick<Wanted, 'key' | 'name' | 'form'>[]) =>
  wanted.filter((d) => d.form === 'electronic')

/**
 * What the next notice may speak of (一次性告知, 行政许可法 art. 32): the nth only of what was handed in in round n or later. What is not there at all
 * could be seen to be missing from the first submission on.
 */
export function objectableIn(nth: number, keys: readonly string[], handedIn: readonly HandedInLast[]): string[] {
  return keys.filter((key) => (handedIn.find((d) => d.key === key)?.round ?? 1) >= nth)
}

/** The role somebody acts in: the approver's for a decision of theirs, else the one that comes first. Whoever stands in for a clerk acts as one. */
export function actorFor(kind: Parameters<typeof mayBring>[0], roles: readonly Role[]): 'clerk' | 'approver' {
  if (roles.includes('approver') && (!mayBring(kind, 'clerk') || !roles.includes('clerk')))
    if (mayBring(kind, 'approver')) return 'approver'
  return 'clerk'
}

/** Whether somebody with these roles may decide this case: 即办件 the clerk, everything else only the approver. */
export const mayDecide = (a: Pick<Application, 'kind'>, roles: readonly Role[]): boolean =>
  roles.includes('approver') || (a.kind === 'onSpot' && roles.includes('clerk'))

/** Whether the next step of a case can be taken by somebody with these roles, so that it may be given to them. */
export function canWorkOn(a: Pick<Application, 'kind' | 'status'>, roles: readonly Role[]): boolean {
  if (a.status === 'inReview' || a.status === 'suspended') return mayDecide(a, roles)
  return handling.some((role) => roles.includes(role))
}

/** On-the-spot cases are reviewed and decided in one step once they are accepted. */
export const decidesAtOnce = (a: Pick<Application, 'kind' | 'status'>): boolean =>
  a.kind === 'onSpot' && isLawful('startReview', a.status)

/** Where a result goes: a refusal never costs a way or a stamp, its letter is there at once. */
export function deliveryOf(a: Pick<Application, 'delivery'>, outcome: 'approved' | 'refused') {
  return outcome === 'refused' ? 'electronic' : (a.delivery ?? 'electronic')
}

/** Whether whoever is responsible has something to do that they may have to call the applicant for: until the result is handed over. */
export const needsPhone = (status: Application['status']): boolean => isLawful('handOver', status)

/** Whether somebody with these roles only watches over a case: a supervisor, unless an appeal waits for the answer. */
export const onlyWatches = (status: Application['status'], roles: readonly Role[]): boolean =>
  status !== 'underAppeal' && !handling.some((role) => roles.includes(role))
