import type { hub } from '../../../types/hub'
import { contactLimits } from '../../../types/hub'
import { privacyVersion } from '../../../types/people'
import { dayOf } from '../../deadlines/working-days'
import { attachFiles } from '../../files/attach'
import { hasConsent } from '../../people/scope'
import type { Tx } from '../../platform/database'
import { refuse } from '../../platform/fault'
import type { Call, Caller, Handlers } from '../../platform/operations'
import { fromCursor, pageSize, toPage } from '../../platform/paging'
import { found } from '../../platform/serve'
import { selectSettings } from '../hubs/settings-queries'
import { moveContact } from '../life/move'
import { type Contact, lockContact, selectNext, selectSide } from '../life/queries'
import { afterFirstAnswer, hoursLater, isContactStep } from '../life/rules'
import * as lists from './list-queries'
import * as queries from './queries'
import { otherSide, tellOf } from './tell'
import { readContact } from './view'

type ContactOperations = Pick<
  Handlers<typeof hub>,
  | 'askHub'
  | 'myContacts'
  | 'contact'
  | 'sayInContact'
  | 'askCallBack'
  | 'withdrawContact'
  | 'confirmContact'
  | 'rateContact'
  | 'followHandOn'
>

/** What residents do, and words of either side. */
export const contactOperations: ContactOperations = {
  async askHub(tx, who, input, call) {
    const { now } = call
    const me = who.personId
    if (!(await hasConsent(tx, me, privacyVersion))) return refuse('consentNeeded')
    const to = await queries.selectDestination(tx, me, input.hubId)
    if (!to?.hubId || to.areaCode === null) return refuse('noHub')
    if (to.closed || !(await queries.holdOpen(tx, to.hubId))) return refuse('hubClosed')
    if (to.own) return refuse('yourself')
    if ((await queries.countLive(tx, me)) >= contactLimits.live) return refuse('tooMany', { most: contactLimits.live })
    const { hubId, areaCode } = to
    const except = [me, ...(input.aboutHost ? await selectSide(tx, hubId) : [])]
    const level = input.aboutHost ? 2 : 0
    const next = await selectNext(tx, { hubId, areaCode, level, except, day: dayOf(now) })
    if (!next) return refuse('nobodyResponsible')
    const dueAt = hoursLater(now, (await selectSettings(tx)).firstAnswerHours)
    const { kind, anonymous, aboutHost } = input
    const contactId = await queries.insertContact(
      tx,
      {
        personId: me,
        householdId: to.householdId,
        hubId,
        areaCode,
        kind,
        anonymous,
        aboutHost,
        wantsCall: input.callBack,
        ownerId: next.personId,
        level: next.level,
        dueAt,
      },
      now,
    )
    const contact = found(await lockContact(tx, me, contactId))
    await write(tx, contact, me, { words: input.words, fileIds: input.fileIds, callBack: input.callBack }, now)
    await moveContact(tx, contact, { kind: 'ask', actor: 'resident', personId: me }, now)
    await tellOf(tx, contact, next.personId, 'contactReceived', { dueAt })
    call.audit({ target: `contact:${contactId}`, areaCode, after: { kind, hubId, level: next.level } })
    return { contactId, status: 'asked', dueAt }
  },

  async myContacts(sql, who, input) {
    const before = fromCursor(input.cursor, ['number'])?.[0] as number | undefined
    return toPage(await lists.selectMine(sql, who.personId, before, pageSize + 1), (row) => [row.contactId])
  },

  async contact(sql, who, { contactId }, call) {
    const detail = await readContact(sql, who.personId, contactId, call)
    if (detail.side !== 'resident')
      call.audit({
        target: `contact:${contactId}`,
        role: detail.side === 'host' ? 'hubHost' : 'communityAdmin',
        after: { read: 'thread' },
      })
    return detail
  },

  async sayInContact(tx, who, input, call) {
    const contact = found(await lockContact(tx, who.personId, input.contactId))
    if (!isContactStep('say', contact.status, contact.side)) return refuse('wrongStatus', { status: contact.status })
    if (input.words === '' && input.fileIds.length === 0) return refuse('nothingSaid')
    await write(tx, contact, who.personId, input, call.now)
    const set = await firstAnswer(tx, contact, call.now)
    await moveContact(tx, contact, { kind: 'say', actor: contact.side, personId: who.personId, set }, call.now)
    await tellOf(tx, contact, otherSide(contact), 'contactMessage')
    note(call, contact, contact.status)
    return {}
  },

  async askCallBack(tx, who, { contactId }, call) {
    const contact = await lockOwn(tx, who, contactId)
    if (!isContactStep('callBack', contact.status, 'resident')) return refuse('wrongStatus', { status: contact.status })
    await write(tx, contact, who.personId, { words: '', fileIds: [], callBack: true }, call.now)
    const set = { wantsCall: true }
    await moveContact(tx, contact, { kind: 'callBack', actor: 'resident', personId: who.personId, set }, call.now)
    await tellOf(tx, contact, contact.ownerId, 'contactCallBack')
    note(call, contact, contact.status)
    return {}
  },

  async withdrawContact(tx, who, { contactId }, call) {
    const contact = await lockOwn(tx, who, contactId)
    if (!isContactStep('withdraw', contact.status, 'resident')) return refuse('wrongStatus', { status: contact.status })
    const set = { dueAt: null, endedAt: call.now }
    await moveContact(tx, contact, { kind: 'withdraw', actor: 'resident', personId: who.personId, set }, call.now)
    note(call, contact, 'withdrawn')
    return {}
  },

  async confirmContact(tx, who, { contactId }, call) {
    const contact = await lockOwn(tx, who, contactId)
    if (!isContactStep('confirm', contact.status, 'resident')) return refuse('wrongStatus', { status: contact.status })
    const set = { dueAt: null, endedAt: call.now }
    await moveContact(tx, contact, { kind: 'confirm', actor: 'resident', personId: who.personId, set }, call.now)
    note(call, contact, 'confirmed')
    return {}
  },

  async rateContact(tx, who, { contactId, stars, comment }, call) {
    const contact = await lockOwn(tx, who, contactId)
    if (!isContactStep('rate', contact.status, 'resident')) return refuse('wrongStatus', { status: contact.status })
    const set = { dueAt: null, endedAt: call.now, stars, comment }
    await moveContact(tx, contact, { kind: 'rate', actor: 'resident', personId: who.personId, set }, call.now)
    note(call, contact, 'rated')
    return {}
  },

  async followHandOn(tx, who, { contactId, handOnId, targetId }, call) {
    const contact = await lockOwn(tx, who, contactId)
    if (!isContactStep('follow', contact.status, 'resident')) return refuse('wrongStatus', { status: contact.status })
    const handOn = found(await queries.lockHandOn(tx, contactId, handOnId))
    if (handOn.followed) return refuse('alreadyFollowed')
    if (!(await queries.setFollowed(tx, who.personId, handOnId, targetId, call.now))) return refuse('notYours')
    const facts = { handOnId, to: handOn.to }
    await moveContact(tx, contact, { kind: 'follow', actor: 'resident', personId: who.personId, facts }, call.now)
    note(call, contact, contact.status)
    return {}
  },
}

async function lockOwn(
  tx: Tx,
  who: Caller,
  contactId: number,
): Promise<Contact & { side: 'resident' | 'host' | 'staff' }> {
  const contact = found(await lockContact(tx, who.personId, contactId))
  return found(contact.side === 'resident' ? contact : undefined)
}

/** Puts words and photos into the thread. */
export async function write(
  tx: Tx,
  contact: Contact & { side: 'resident' | 'host' | 'staff' },
  me: number,
  said: { words: string; fileIds?: readonly number[]; callBack?: boolean },
  now: Date,
): Promise<void> {
  const { contactId, side } = contact
  const fileIds = [...new Set(said.fileIds ?? [])]
  const messageId = await queries.insertMessage(tx, { ...said, fileIds, contactId, side, fromId: me }, now)
  await attachFiles(tx, { ownerId: me, fileIds, target: { kind: 'contactMessage', id: messageId }, path: 'fileIds' })
}

/** The first answer is given with the first words of the other side: from then on the clock of the whole answer runs. */
export async function firstAnswer(tx: Tx, contact: Contact & { side: 'resident' | 'host' | 'staff' }, now: Date) {
  if (contact.side === 'resident' || contact.firstAnsweredAt !== null || contact.status === 'answered') return {}
  return { firstAnsweredAt: now, dueAt: afterFirstAnswer(contact.askedAt, now, await selectSettings(tx)) }
}

export const note = (call: Call, contact: Contact, status: string, after: object = {}) =>
  call.audit({
    target: `contact:${contact.contactId}`,
    areaCode: contact.areaCode,
    role: contact.side === 'host' ? 'hubHost' : contact.side === 'staff' ? 'communityAdmin' : 'resident',
    before: { status: contact.status },
    after: { status, ...after },
  })
