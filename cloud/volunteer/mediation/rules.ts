import type { AssignmentStatus, DisputeAction, DisputePart, HelpStatus } from '../../../types/volunteer'

/** What each part of a dispute may do now. */

export interface DisputeState {
  part: DisputePart
  status: HelpStatus
  /** Both agreed and neither took it back. */
  agreedByBoth: boolean
  /** I took back that I agreed. */
  iWithdrew: boolean
  /** Both confirmed the newest version. */
  settled: boolean
  /** The newest version, 0 if there is none, and whether my side confirmed it. */
  newest: number
  mineConfirmed: boolean
  invitationsLeft: number
  mediators: readonly { status: AssignmentStatus; mine: boolean }[]
}

/** The mediator was or is there, and nobody has left. */
export const mayWrite = (
  s: Pick<DisputeState, 'part' | 'status' | 'agreedByBoth' | 'settled' | 'mediators'>,
): boolean =>
  s.part === 'mediator' &&
  s.agreedByBoth &&
  !s.settled &&
  s.status !== 'cancelled' &&
  s.mediators.some((one) => one.mine && (one.status === 'inService' || one.status === 'done'))

export function disputeActionsOf(s: DisputeState): DisputeAction[] {
  if (s.status === 'cancelled') return []
  const actions: DisputeAction[] = []
  const aSide = s.part !== 'mediator'
  if (s.part === 'requester' && s.status === 'open' && !s.agreedByBoth && s.invitationsLeft > 0) actions.push('invite')
  if (aSide && s.newest > 0 && s.agreedByBoth && !s.mineConfirmed) actions.push('confirmRecord')
  if (mayWrite(s)) actions.push('writeRecord')
  if (aSide && s.mediators.some((one) => one.status === 'assigned') && mayChange(s.status))
    actions.push('changeMediator')
  if (aSide && !s.settled && !s.iWithdrew) actions.push('withdraw')
  return actions
}

/** Until it begins another mediator can be asked. */
export const mayChange = (status: HelpStatus): boolean =>
  status === 'assigned' || status === 'offered' || status === 'matching'
