import type { Actor, EventKind, Status } from '../../../types/application'
import type { Tx } from '../../platform/database'
import { type Application, type Changes, insertEvent, updateApplication } from './queries'
import { isLawful, mayBring, statusAfter } from './rules'

export interface Step {
  kind: EventKind
  actor: Actor
  /** Null: the system. */
  personId: number | null
  why?: string
  /** Facts for the history, without personal data. */
  facts?: object
  /** Columns that change with the step. */
  set?: Changes
}

/**
 * The one function that moves an application: writes the status the table gives and the event beside it, in the caller's transaction and under
 * the caller's lock. Throws when the table has no such step or the actor may not bring it about: operations ask `isLawful` first and
 * answer with a refusal.
 */
export async function move(tx: Tx, application: Application, step: Step, now: Date): Promise<Application> {
  const { applicationId, status: from } = application
  const to = statusAfter(step.kind, from)
  if (to === undefined || !mayBring(step.kind, step.actor))
    throw new Error(`${step.kind} by ${step.actor} is no step from ${from}`)
  const set = step.set ?? {}
  const version = await updateApplication(tx, applicationId, to, { ...set, changedBy: step.personId }, now)
  const { kind, actor, personId, why = null, facts = {} } = step
  await insertEvent(tx, { applicationId, kind, from, to, actor, personId, why, facts }, now)
  return { ...application, ...set, status: to, version, changedAt: now } as Application
}

export type { Status }
export { isLawful }
