import type { Tx } from '../../platform/database'
import { move, type Step } from '../life/move'
import type { Application } from '../life/queries'

/**
 * Takes a step of the desk: every step of a member of the staff passes here. Whoever is responsible and acts has taken the case up, so it waits in the
 * queue no longer.
 */
export function takeStep(tx: Tx, a: Application, step: Step, now: Date): Promise<Application> {
  const begins = a.claimedAt === null && step.personId !== null && step.personId === a.ownerId
  return move(tx, a, begins ? { ...step, set: { claimedAt: now, ...step.set } } : step, now)
}
