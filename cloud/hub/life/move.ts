import type { ContactActor, ContactEventKind } from '../../../types/hub'
import type { Tx } from '../../platform/database'
import { type Changes, type Contact, insertEvent, updateContact } from './queries'
import { contactStatusAfter, mayBringAbout } from './rules'

export interface ContactStep {
  kind: ContactEventKind
  actor: ContactActor
  /** Null: the system. */
  personId: number | null
  /** Facts for the history, without words and names. */
  facts?: object
  /** Columns that change with the step. */
  set?: Changes
}

/**
 * The one function that moves a contact: writes the status the table gives and the event beside it, in the caller's transaction and under the caller's lock. Throws
 * when the table has no such step or the actor may not bring it about: operations ask `isContactStep` first and answer with a refusal.
 */
export async function moveContact<C extends Contact>(tx: Tx, contact: C, step: ContactStep, now: Date): Promise<C> {
  const { contactId, status: from } = contact
  const to = contactStatusAfter(step.kind, from)
  if (to === undefined || !mayBringAbout(step.kind, step.actor))
    throw new Error(`${step.kind} by ${step.actor} is no step from ${from}`)
  const set = step.set ?? {}
  const version = await updateContact(tx, contactId, to, set, now)
  const { kind, actor, personId, facts = {} } = step
  await insertEvent(tx, { contactId, kind, from, to, actor, personId, facts }, now)
  return { ...contact, ...set, status: to, version }
}
