import type { hub } from '../../../types/hub'
import { dayOf } from '../../deadlines/working-days'
import { areasWithin, selectServedAreas } from '../../people/scope'
import type { Tx } from '../../platform/database'
import { refuse } from '../../platform/fault'
import type { Call, Handlers } from '../../platform/operations'
import { fromCursor, pageSize, toPage } from '../../platform/paging'
import { found } from '../../platform/serve'
import { selectSettings } from '../hubs/settings-queries'
import { moveContact } from '../life/move'
import { type Contact, lockContact, lockInArea, selectNext, selectSide } from '../life/queries'
import { hoursLater, isContactStep } from '../life/rules'
import * as lists from './list-queries'
import { firstAnswer, note, write } from './operations'
import * as queries from './queries'
import { tellOf } from './tell'

type HostOperations = Pick<
  Handlers<typeof hub>,
  | 'hubInbox'
  | 'stepContact'
  | 'answerContact'
  | 'handOnContact'
  | 'passOnContact'
  | 'contactBoard'
  | 'takeOverContact'
  | 'setAbsence'
>

const positionOf = (cursor: string | undefined) => {
  const after = fromCursor(cursor, ['number', 'number'])
  return after && { dueAt: after[0] as number, contactId: after[1] as number }
}

/** What the hub's side, the branch and the community do. */
export const hostOperations: HostOperations = {
  async hubInbox(sql, who, input, call) {
    const rows = await lists.selectInbox(sql, who.personId, input.ended, positionOf(input.cursor), pageSize + 1)
    const page = toPage(rows, (row) => [row.sort, row.contactId])
    return { ...page, rows: page.rows.map((row) => ({ ...row, ...owed(row, call.now) })) }
  },

  async stepContact(tx, who, input, call) {
    const contact = found(await lockContact(tx, who.personId, input.contactId))
    if (contact.version !== input.version) return refuse('changedMeanwhile')
    if (!isContactStep(input.step, contact.status, contact.side))
      return refuse('wrongStatus', { status: contact.status })
    if (input.words !== '') await write(tx, contact, who.personId, input, call.now)
    // A step without words is work, not an answer.
    const set = input.words === '' ? {} : await firstAnswer(tx, contact, call.now)
    const after = await moveContact(
      tx,
      contact,
      { kind: input.step, actor: contact.side, personId: who.personId, set },
      call.now,
    )
    await tellOf(tx, contact, contact.personId, 'contactMoved')
    note(call, contact, after.status)
    return {}
  },

  async answerContact(tx, who, input, call) {
    const contact = found(await lockContact(tx, who.personId, input.contactId))
    if (contact.version !== input.version) return refuse('changedMeanwhile')
    if (!isContactStep('answer', contact.status, contact.side)) return refuse('wrongStatus', { status: contact.status })
    await answerInWords(tx, contact, who.personId, input, call)
    return {}
  },

  async handOnContact(tx, who, input, call) {
    const contact = found(await lockContact(tx, who.personId, input.contactId))
    if (contact.version !== input.version) return refuse('changedMeanwhile')
    if (!isContactStep('handOn', contact.status, contact.side)) return refuse('wrongStatus', { status: contact.status })
    const itemCode = input.to === 'application' ? (input.itemCode ?? '') : null
    if (itemCode !== null && !(await queries.hasItem(tx, itemCode))) return refuse('noSuchItem')
    const { to, words, contactId } = input
    const handOnId = await queries.insertHandOn(tx, { contactId, to, words, itemCode, by: who.personId }, call.now)
    await write(tx, contact, who.personId, { words }, call.now)
    const set = await firstAnswer(tx, contact, call.now)
    const facts = { handOnId, to }
    await moveContact(
      tx,
      contact,
      { kind: 'handOn', actor: contact.side, personId: who.personId, facts, set },
      call.now,
    )
    await tellOf(tx, contact, contact.personId, 'contactHandedOn')
    note(call, contact, 'claimed', facts)
    return { handOnId }
  },

  async passOnContact(tx, who, input, call) {
    const contact = found(await lockContact(tx, who.personId, input.contactId))
    if (contact.version !== input.version) return refuse('changedMeanwhile')
    if (!isContactStep('passOn', contact.status, contact.side)) return refuse('wrongStatus', { status: contact.status })
    if (input.hubId === contact.hubId) return refuse('alreadyThere')
    const to = found(await queries.selectOptionalOpenHub(tx, input.hubId))
    if (to.closed || !(await queries.holdOpen(tx, to.hubId))) return refuse('hubClosed')
    // Past the side it complains about, also when that has a part in the other hub.
    const except = [contact.personId, ...(contact.aboutHost ? await selectSide(tx, contact.hubId) : [])]
    const level = contact.aboutHost ? 2 : 0
    const { hubId, areaCode } = to
    const next = await selectNext(tx, { hubId, areaCode, level, except, day: dayOf(call.now) })
    if (!next) return refuse('nobodyResponsible')
    await write(tx, contact, who.personId, input, call.now)
    const dueAt = hoursLater(call.now, (await selectSettings(tx)).firstAnswerHours)
    const set = { hubId, ownerId: next.personId, level: next.level, dueAt }
    const facts = { fromHubId: contact.hubId, toHubId: hubId }
    await moveContact(
      tx,
      contact,
      { kind: 'passOn', actor: contact.side, personId: who.personId, facts, set },
      call.now,
    )
    const passed = { ...contact, hubName: to.name }
    await tellOf(tx, passed, next.personId, 'contactReceived', { dueAt })
    await tellOf(tx, passed, contact.personId, 'contactHandedOn')
    note(call, contact, contact.status, facts)
    return {}
  },

  async contactBoard(sql, who, input, call) {
    const served = await selectServedAreas(sql, who.personId, ['communityAdmin', 'supervisor'])
    const areas = areasWithin(served, input.areaCode)
    const [rows, overdue] = await Promise.all([
      lists.selectBoard(sql, who.personId, areas, positionOf(input.cursor), pageSize + 1),
      lists.countOverdue(sql, areas, call.now),
    ])
    const page = toPage(rows, (row) => [row.sort, row.contactId])
    return { ...page, overdue, rows: page.rows.map((row) => ({ ...row, ...owed(row, call.now) })) }
  },

  async takeOverContact(tx, who, input, call) {
    const contact = found(await lockInArea(tx, who.personId, input.contactId))
    if (contact.version !== input.version) return refuse('changedMeanwhile')
    if (!isContactStep('takeOver', contact.status, 'staff')) return refuse('wrongStatus', { status: contact.status })
    const dueAt = hoursLater(call.now, (await selectSettings(tx)).nextAnswerHours)
    const set = { ownerId: who.personId, level: 3, ...(contact.dueAt && contact.dueAt > dueAt ? {} : { dueAt }) }
    await moveContact(tx, contact, { kind: 'takeOver', actor: 'staff', personId: who.personId, set }, call.now)
    note(call, { ...contact, side: 'staff' }, contact.status, { ownerId: who.personId, level: 3 })
    return {}
  },

  async setAbsence(tx, who, input, call) {
    if (!(await queries.answersForAHub(tx, who.personId))) return refuse('notOfAHub')
    const { from, until, end } = input
    if (until < from || (!end && until < dayOf(call.now))) return refuse('daysWrong')
    if (end) await queries.endAbsences(tx, who.personId, from, until, call.now)
    else await queries.insertAbsence(tx, who.personId, from, until)
    call.audit({ target: `person:${who.personId}`, role: 'hubHost', after: { absent: !end, from, until } })
    return {}
  },
}

/** Gives the answer of a contact under its lock, whose status allows it: words to whoever asked, the step, the notice, the audit. */
export async function answerInWords(
  tx: Tx,
  contact: Contact & { side: 'resident' | 'host' | 'staff' },
  me: number,
  said: { words: string; fileIds: readonly number[] },
  call: Call,
): Promise<void> {
  await write(tx, contact, me, said, call.now)
  const { confirmDays } = await selectSettings(tx)
  const set = {
    answeredAt: call.now,
    firstAnsweredAt: contact.firstAnsweredAt ?? call.now,
    dueAt: hoursLater(call.now, confirmDays * 24),
  }
  await moveContact(tx, contact, { kind: 'answer', actor: contact.side, personId: me, set }, call.now)
  await tellOf(tx, contact, contact.personId, 'contactAnswered')
  note(call, contact, 'answered')
}

/** An answer that is given owes nothing any more. */
const owed = ({ status, dueAt }: lists.ContactListRow, now: Date) => {
  const owes = status === 'answered' ? null : dueAt
  return { dueAt: owes, overdue: owes !== null && owes <= now }
}
