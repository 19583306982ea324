import type { HelpActor, HelpEventKind } from '../../../types/volunteer'
import type { Tx } from '../../platform/database'
import { type Changes, type HelpRequest, insertEvent, updateHelpRequest } from './queries'
import { helpStatusAfter, mayBringAbout } from './rules'

export interface HelpStep {
  kind: HelpEventKind
  actor: HelpActor
  /** Null: the system. */
  personId: number | null
  why?: string
  /** Facts for the history, without personal data. */
  facts?: object
  /** Columns that change with the step. */
  set?: Changes
}

/**
 * The one function that moves a help request: writes the status the table gives and the event beside it, in the caller's transaction and under the
 * caller's lock. Throws when the table has no such step or the actor may not bring it about: operations ask `isHelpStep` first and
 * answer with a refusal.
 */
export async function moveHelp(tx: Tx, request: HelpRequest, step: HelpStep, now: Date): Promise<HelpRequest> {
  const { helpRequestId, status: from } = request
  const to = helpStatusAfter(step.kind, from)
  if (to === undefined || !mayBringAbout(step.kind, step.actor))
    throw new Error(`${step.kind} by ${step.actor} is no step from ${from}`)
  const set = step.set ?? {}
  const version = await updateHelpRequest(tx, helpRequestId, to, set, now)
  const { kind, actor, personId, why = null, facts = {} } = step
  await insertEvent(tx, { helpRequestId, kind, from, to, actor, personId, why, facts }, now)
  return { ...request, ...set, status: to, version } as HelpRequest
}
