import { privacyVersion } from '../../../types/people'
import { mediationLimits, type volunteer } from '../../../types/volunteer'
import { areaExists, hasConsent } from '../../people/scope'
import type { Tx } from '../../platform/database'
import { refuse } from '../../platform/fault'
import type { Call, Caller, Handlers } from '../../platform/operations'
import { found } from '../../platform/serve'
import { selectWindows } from '../ask/queries'
import { type HelpRequest, lockHelpRequest, updateHelpRequest } from '../life/queries'
import { queueSeek } from '../seek/queries'
import { staffDeadline } from '../seek/rules'
import { tellPeople } from '../tell-sides'
import { hashOf, newCode } from './code'
import * as queries from './queries'
import { readMediation } from './shape'

type InviteOperations = Pick<
  Handlers<typeof volunteer>,
  'openMediation' | 'invitation' | 'agreeToMediation' | 'declineMediation'
>

const hourMs = 3_600_000

/** How the second side comes to a dispute: by a code that the first one hands over, never by being looked for. */
export const inviteOperations: InviteOperations = {
  async openMediation(tx, who, input, call) {
    const { now } = call
    const { helpRequestId } = input
    const part = await queries.selectOptionalPart(tx, who.personId, helpRequestId)
    if (part !== 'requester') found(undefined)
    const request = found(await lockHelpRequest(tx, helpRequestId, { as: 'requester', personId: who.personId }))
    if ((await queries.selectOtherSide(tx, helpRequestId)).length > 0) return refuse('otherAgreed')
    if (request.status !== 'open') return refuse('wrongStatus', { status: request.status })
    const most = mediationLimits.invitations
    if ((await queries.selectInvitations(tx, helpRequestId, now)).made >= most)
      return refuse('tooManyInvitations', { most })
    await queries.endInvitation(tx, helpRequestId, 'replaced', now)
    const expiresAt = new Date(now.getTime() + mediationLimits.invitationHours * hourMs)
    const code = newCode(call.services.keys.checkIn)
    await queries.insertInvitation(tx, { ...code, helpRequestId, place: input.place, by: who.personId, expiresAt }, now)
    // When nobody answered until then, the requester hears of it and whoever answers for it finds another way.
    await updateHelpRequest(tx, helpRequestId, request.status, { dueAt: expiresAt }, now)
    return detailAfter(tx, who, request, call, { invited: true, expiresAt })
  },

  async invitation(sql, who, input, call) {
    const one = await queries.selectOptionalInvitation(sql, hashOf(input.code), call.now)
    if (!one) return refuse('noSuchInvitation')
    if (await queries.selectOptionalPart(sql, who.personId, one.helpRequestId)) return refuse('ownDispute')
    const row = found(await queries.selectMediation(sql, one.helpRequestId))
    const { requesterName, areaName, minutes, helpPhone } = row
    const windows = await selectWindows(sql, one.helpRequestId)
    return { requesterName, areaName, minutes, helpPhone, windows, place: one.place, expiresAt: one.expiresAt }
  },

  async agreeToMediation(tx, who, input, call) {
    const { now } = call
    if (!(await hasConsent(tx, who.personId, privacyVersion))) return refuse('consentNeeded')
    if (input.areaCode !== undefined && !(await areaExists(tx, input.areaCode))) return refuse('noSuchArea')
    const invited = await lockInvited(tx, who, input.code, now)
    if (typeof invited === 'string') return refuse(invited)
    const { helpRequestId } = invited
    await queries.endInvitation(tx, helpRequestId, 'agreed', now)
    const lives = { areaCode: input.areaCode ?? null, lat: input.lat ?? null, lng: input.lng ?? null }
    if (lives.lat === null || lives.lng === null) Object.assign(lives, { lat: null, lng: null })
    await queries.insertSide(tx, helpRequestId, { side: 'other', personId: who.personId, ...lives }, now)
    const dueAt = staffDeadline(invited.urgency, now)
    await updateHelpRequest(tx, helpRequestId, invited.status, { dueAt }, now)
    if (invited.automatic) await queueSeek(tx, helpRequestId)
    else await tellPeople(tx, invited, [invited.ownerId], 'helpToArrange', { dueAt })
    const asking = [invited.requesterId, invited.madeBy]
    await tellPeople(tx, invited, asking, 'mediationAgreed', { mediationId: helpRequestId })
    return detailAfter(tx, who, invited, call, { agreed: 'other' })
  },

  async declineMediation(tx, who, input, call) {
    const { now } = call
    const invited = await lockInvited(tx, who, input.code, now)
    if (typeof invited === 'string') return refuse(invited)
    const { helpRequestId, areaCode } = invited
    await queries.endInvitation(tx, helpRequestId, 'declined', now)
    const asking = [invited.requesterId, invited.madeBy]
    await tellPeople(tx, invited, asking, 'mediationDeclined', { mediationId: helpRequestId })
    call.audit({ target: `helpRequest:${helpRequestId}`, areaCode, after: { invitation: 'declined' } })
    return {}
  },
}

/** The request of a good code under its lock, for somebody who is no part of it yet. Of two who use a code at once, one finds it used. */
async function lockInvited(
  tx: Tx,
  who: Caller,
  code: string,
  now: Date,
): Promise<HelpRequest | 'noSuchInvitation' | 'ownDispute'> {
  const hash = hashOf(code)
  const seen = await queries.selectOptionalInvitation(tx, hash, now)
  if (!seen) return 'noSuchInvitation'
  const request = found(await lockHelpRequest(tx, seen.helpRequestId, { as: 'system' }))
  if (!(await queries.selectOptionalInvitation(tx, hash, now))) return 'noSuchInvitation'
  return (await queries.selectOptionalPart(tx, who.personId, seen.helpRequestId)) ? 'ownDispute' : request
}

async function detailAfter(tx: Tx, who: Caller, { helpRequestId, areaCode }: HelpRequest, call: Call, after: object) {
  call.audit({ target: `helpRequest:${helpRequestId}`, areaCode, after })
  return found(await readMediation(tx, who.personId, helpRequestId, call.services.keys, call.now))
}
