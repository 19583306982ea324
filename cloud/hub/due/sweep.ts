import { dayOf } from '../../deadlines/working-days'
import type { Tx } from '../../platform/database'
import { insertMessage } from '../contact/queries'
import { tellOf } from '../contact/tell'
import { selectSettings } from '../hubs/settings-queries'
import { moveContact } from '../life/move'
import { type Contact, lockDue, selectNext, selectSide, updateContact } from '../life/queries'
import { hoursLater } from '../life/rules'
import { hubWording } from '../wording'

/**
 * Does what has become due for one contact, the most overdue that was not `seen`, and notes that it is; looking at it twice does nothing twice, because each step moves `due_at`. Returns it and
 * what was done, for the audit trail; undefined when nothing is due.
 */
export async function settleOne(
  tx: Tx,
  seen: number[],
  now: Date,
): Promise<{ contact: Contact; did: string } | undefined> {
  const contact = await lockDue(tx, now, dayOf(now), seen)
  if (!contact) return undefined
  seen.push(contact.contactId)
  if (contact.status === 'answered') return { contact, did: await confirm(tx, contact, now) }
  if (contact.why === 'done') return { contact, did: await answer(tx, contact, now) }
  return { contact, did: await escalate(tx, contact, contact.why, now) }
}

/** Nothing was heard for days: the answer was good. */
async function confirm(tx: Tx, contact: Contact, now: Date): Promise<string> {
  const set = { dueAt: null, endedAt: now }
  await moveContact(tx, contact, { kind: 'confirm', actor: 'system', personId: null, set }, now)
  return 'confirmed'
}

/** What it was handed on to is done: that is the answer, to be rated in the same thread. */
async function answer(tx: Tx, contact: Contact, now: Date): Promise<string> {
  const { confirmDays } = await selectSettings(tx)
  const { contactId } = contact
  const words = hubWording.handedOnDone
  await insertMessage(tx, { contactId, side: 'system', fromId: null, words }, now)
  const set = {
    answeredAt: now,
    firstAnsweredAt: contact.firstAnsweredAt ?? now,
    dueAt: hoursLater(now, confirmDays * 24),
  }
  await moveContact(tx, contact, { kind: 'answer', actor: 'system', personId: null, set }, now)
  await tellOf(tx, contact, contact.personId, 'contactAnswered')
  return 'answered'
}

/** Up the line: host, deputies, party branch, community. At its end whoever owes it is reminded every day. */
async function escalate(tx: Tx, contact: Contact, why: 'overdue' | 'away', now: Date): Promise<string> {
  const { hubId, areaCode, ownerId, personId, aboutHost } = contact
  const dueAt = hoursLater(now, (await selectSettings(tx)).nextAnswerHours)
  // One level up when it is late (a second deputy is no way up); where somebody is only away, the same level will do.
  const level = why === 'overdue' ? Math.min(3, contact.level + 1) : contact.level
  const except = [personId, ownerId, ...(aboutHost ? await selectSide(tx, hubId) : [])]
  const next = await selectNext(tx, { hubId, areaCode, level, except, day: dayOf(now) })
  if (!next || (contact.level === 3 && why === 'overdue')) {
    await updateContact(tx, contact.contactId, contact.status, { dueAt: hoursLater(now, 24) }, now)
    await tellOf(tx, contact, ownerId, 'contactOverdue', { dueAt: hoursLater(now, 24) })
    return 'reminded'
  }
  // Being away takes nothing from the time the resident was promised.
  const keeps = why === 'away' && contact.dueAt !== null && contact.dueAt > now
  const set = { ownerId: next.personId, level: next.level, ...(keeps ? {} : { dueAt }) }
  const facts = { why, level: next.level }
  const after = await moveContact(tx, contact, { kind: 'escalate', actor: 'system', personId: null, facts, set }, now)
  await tellOf(tx, contact, next.personId, why === 'overdue' ? 'contactOverdue' : 'contactReceived', {
    ...(after.dueAt ? { dueAt: after.dueAt } : {}),
  })
  return why === 'overdue' ? 'escalated' : 'handedToDeputy'
}
