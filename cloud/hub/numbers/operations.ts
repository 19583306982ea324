import type { hub } from '../../../types/hub'
import { open } from '../../platform/crypto'
import { refuse } from '../../platform/fault'
import type { Handlers } from '../../platform/operations'
import { found } from '../../platform/serve'
import { note } from '../contact/operations'
import { otherSide } from '../contact/tell'
import { moveContact } from '../life/move'
import { lockContact, selectOptionalContact } from '../life/queries'
import { isContactStep } from '../life/rules'
import * as queries from './queries'

type NumberOperations = Pick<Handlers<typeof hub>, 'shareNumber' | 'contactNumber' | 'callInContact'>

/** Numbers stay with the cloud, unless both sides of one contact agree; calls go by relay. */
export const numberOperations: NumberOperations = {
  async shareNumber(tx, who, { contactId, share }, call) {
    const contact = found(await lockContact(tx, who.personId, contactId))
    // A number that is shared would say who somebody is who wished not to say it; that is his to decide, and only for what he does himself.
    if (share && (await queries.selectPhone(tx, who.personId)) === null) return refuse('noPhone')
    if (share) await queries.giveConsent(tx, contactId, who.personId, call.now)
    else await queries.withdrawConsent(tx, contactId, who.personId, call.now)
    note(call, contact, contact.status, { sharesNumber: share })
    return {}
  },

  async contactNumber(sql, who, { contactId }, call) {
    const contact = found(await selectOptionalContact(sql, who.personId, contactId))
    const other = otherSide(contact)
    const mine = contact.side === 'resident' || contact.ownerId === who.personId
    const over = !isContactStep('say', contact.status, contact.side)
    if (other === null || !mine || over || !(await queries.bothConsent(sql, contactId, who.personId, other)))
      return refuse('notShared')
    const cipher = await queries.selectPhone(sql, other)
    if (cipher === null) return refuse('notShared')
    note(call, contact, contact.status, { read: 'number', of: other })
    return { phone: open(call.services.keys.field, cipher) }
  },

  async callInContact(tx, who, { contactId }, call) {
    const contact = found(await lockContact(tx, who.personId, contactId))
    const { side, status, personId } = contact
    if (side === 'resident') found(undefined)
    if (!call.services.relay) return refuse('noRelay')
    if (!isContactStep('callBack', status, side)) return refuse('wrongStatus', { status })
    if (!contact.wantsCall) return refuse('notWished')
    if ((await queries.selectPhone(tx, who.personId)) === null) return refuse('noPhone', { whose: 'mine' })
    if ((await queries.selectPhone(tx, personId)) === null) return refuse('noPhone', { whose: 'other' })
    const callId = await queries.insertCall(tx, contactId, who.personId, personId, call.now)
    const facts = { callId }
    await moveContact(tx, contact, { kind: 'callBack', actor: side, personId: who.personId, facts }, call.now)
    note(call, contact, status, facts)
    return { callId }
  },
}
