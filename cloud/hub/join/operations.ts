import type { hub } from '../../../types/hub'
import { privacyVersion } from '../../../types/people'
import { dayOf } from '../../deadlines/working-days'
import { tell } from '../../inbox/tell'
import { areasWithin, hasConsent, selectServedAreas } from '../../people/scope'
import { open, seal } from '../../platform/crypto'
import { refuse } from '../../platform/fault'
import type { Handlers } from '../../platform/operations'
import { idAfter, pageSize, toPage } from '../../platform/paging'
import { found } from '../../platform/serve'
import { doorHashes } from '../household/door'
import { selectTakenDoors } from '../household/queries'
import { codeHash, codeHashes, newCode } from './code'
import * as queries from './queries'

type JoinOperations = Pick<
  Handlers<typeof hub>,
  'inviteToHousehold' | 'joinByCode' | 'askToJoin' | 'leaveHousehold' | 'joinRequests' | 'joinRequest' | 'decideJoin'
>

/** Codes of one household that wait to be used at most. */
const mostInvitations = 10

/** Residents join their household: by a code from somebody who may give one, or because the staff have seen that they live there. */
export const joinOperations: JoinOperations = {
  async inviteToHousehold(tx, who, { householdId }, call) {
    const home = found(await queries.lockInviting(tx, who.personId, householdId))
    if ((await queries.countLiveInvitations(tx, householdId, call.now)) >= mostInvitations)
      return refuse('tooMany', { most: mostInvitations })
    const code = newCode()
    const hash = codeHash(call.services.keys, code)
    const { invitationId, expiresAt } = await queries.insertInvitation(tx, householdId, hash, who.personId, call.now)
    call.audit({ target: `household:${householdId}`, areaCode: home.areaCode, after: { invitationId, expiresAt } })
    return { code, expiresAt }
  },

  async joinByCode(tx, who, { code }, call) {
    if (!(await hasConsent(tx, who.personId, privacyVersion))) return refuse('consentNeeded')
    if (await queries.isMember(tx, who.personId)) return refuse('alreadyInHousehold')
    const hashes = codeHashes(call.services.keys, code)
    const used = await queries.takeInvitation(tx, hashes, who.personId, call.now)
    if (!used) return refuse('codeNotValid')
    await queries.insertMember(tx, used.householdId, who.personId, 'code', call.now)
    call.audit({ target: `household:${used.householdId}`, areaCode: used.areaCode, after: { joined: who.personId } })
    return { householdId: used.householdId }
  },

  async askToJoin(tx, who, { areaCode, door }, call) {
    if (!(await hasConsent(tx, who.personId, privacyVersion))) return refuse('consentNeeded')
    if (await queries.isMember(tx, who.personId)) return refuse('alreadyInHousehold')
    const sealed = seal(call.services.keys.field, door)
    const joinRequestId = await queries.insertRequest(tx, who.personId, areaCode, sealed, call.now)
    if (joinRequestId === undefined) return refuse('noSuchArea')
    const keeper = await queries.selectOptionalKeeper(tx, areaCode, dayOf(call.now))
    if (keeper)
      await tell(tx, [{ personId: keeper.personId, kind: 'householdAsked', facts: { areaName: keeper.areaName } }])
    call.audit({ target: `joinRequest:${joinRequestId}`, areaCode })
    return { joinRequestId }
  },

  async leaveHousehold(tx, who, _input, call) {
    const left = await queries.leave(tx, who.personId, call.now)
    if (!left) return refuse('notInHousehold')
    call.audit({
      target: left.householdId === null ? `person:${who.personId}` : `household:${left.householdId}`,
      after: { left: who.personId },
    })
    return {}
  },

  async joinRequests(sql, who, input, call) {
    const served = await selectServedAreas(sql, who.personId, ['gridWorker', 'communityAdmin'])
    const areas = areasWithin(served, input.areaCode)
    const page = toPage(await queries.selectRequests(sql, areas, idAfter(input.cursor), pageSize + 1), (row) => [
      row.joinRequestId,
    ])
    call.audit({ target: 'joinRequests', after: { read: page.rows.map(({ joinRequestId }) => joinRequestId) } })
    return page
  },

  async joinRequest(sql, who, { joinRequestId }, call) {
    const row = found(await queries.selectOptionalRequest(sql, who.personId, joinRequestId))
    // What was decided is kept without the door.
    const { door: sealed, status: _s, personId: _p, ...shown } = row
    const door = open(call.services.keys.field, found(sealed ?? undefined))
    const [there] = await selectTakenDoors(sql, doorHashes(call.services.keys, row.areaCode, door))
    call.audit({
      target: `joinRequest:${joinRequestId}`,
      areaCode: row.areaCode,
      role: 'gridWorker',
      after: { read: 'door' },
    })
    return { ...shown, door, householdId: there?.householdId ?? null }
  },

  async decideJoin(tx, who, { joinRequestId, approve, householdId, reason }, call) {
    const asked = found(await queries.lockRequest(tx, who.personId, joinRequestId))
    if (asked.status !== 'waiting') return refuse('alreadyDecided')
    if (!approve && reason.length < 2) return refuse('reasonNeeded')
    if (approve && householdId === undefined) return refuse('householdNeeded')
    const home =
      approve && householdId !== undefined ? found(await queries.lockHome(tx, who.personId, householdId)) : null
    const to = {
      status: home ? ('confirmed' as const) : ('declined' as const),
      householdId: home?.householdId ?? null,
      reason: home ? null : reason,
      by: who.personId,
    }
    await queries.setDecided(tx, joinRequestId, to, call.now)
    if (home) await queries.insertMember(tx, home.householdId, asked.personId, 'staff', call.now)
    const { personId, areaName } = asked
    await tell(tx, [
      home
        ? { personId, kind: 'householdJoined', facts: { areaName } }
        : { personId, kind: 'householdNotJoined', facts: { areaName, reason } },
    ])
    call.audit({
      target: `joinRequest:${joinRequestId}`,
      areaCode: asked.areaCode,
      role: 'gridWorker',
      after: { status: to.status, householdId: to.householdId },
    })
    return {}
  },
}
