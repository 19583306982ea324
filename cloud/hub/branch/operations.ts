import type { hub } from '../../../types/hub'
import { branchLimits } from '../../../types/hub'
import { dayOf } from '../../deadlines/working-days'
import { areasWithin, selectServedAreas } from '../../people/scope'
import { blindIndexes } from '../../platform/crypto'
import { refuse } from '../../platform/fault'
import type { Handlers } from '../../platform/operations'
import { fromCursor, pageSize, toPage } from '../../platform/paging'
import { found } from '../../platform/serve'
import { countAppeals } from '../points/appeal-queries'
import { selectMeetings } from './meeting-queries'
import { selectOwed } from './owed'
import * as queries from './queries'

type BranchOperations = Pick<
  Handlers<typeof hub>,
  'branches' | 'saveBranch' | 'closeBranch' | 'myBranch' | 'branchMembers' | 'addBranchMember' | 'changeBranchMember'
>

/** The community says which branches there are and who leads them; who belongs to one is the branch's own. */
export const branchOperations: BranchOperations = {
  async branches(sql, who, input) {
    const areas = areasWithin(await selectServedAreas(sql, who.personId, ['communityAdmin']), input.areaCode)
    const after = fromCursor(input.cursor, ['string', 'number'])
    const position = after && { areaCode: after[0] as string, branchId: after[1] as number }
    return toPage(await queries.selectBranches(sql, areas, position, pageSize + 1), (row) => [
      row.areaCode,
      row.branchId,
    ])
  },

  async saveBranch(tx, who, input, call) {
    const { branchId, requestId: _, ...branch } = input
    const may = await queries.selectMayLead(tx, who.personId, branch.areaCode, branch.secretaryId)
    if (!may.area) return refuse('outsideYourArea')
    if (!may.member) return refuse('notAPartyMember')
    if (branch.foundedOn > dayOf(call.now)) return refuse('daysWrong')
    const before = branchId === undefined ? undefined : found(await queries.lockBranch(tx, who.personId, branchId))
    if (before?.closed) return refuse('alreadyClosed')
    if (may.branchId !== null && may.branchId !== before?.branchId) return refuse('inAnotherBranch')
    const id = before?.branchId ?? (await queries.insertBranch(tx, branch, who.personId, call.now))
    if (before) await queries.updateBranch(tx, id, branch, call.now)
    if (may.branchId === null) {
      const sinceOn = before ? dayOf(call.now) : branch.foundedOn
      const { secretaryId: personId } = branch
      const member = { branchId: id, personId, post: 'committee' as const, floating: false, sinceOn }
      await queries.insertMember(tx, member, who.personId, call.now)
    }
    await queries.leadHubs(tx, id, before?.secretaryId ?? null)
    call.audit({
      target: `branch:${id}`,
      areaCode: branch.areaCode,
      role: 'communityAdmin',
      ...(before ? { before: { secretaryId: before.secretaryId, areaCode: before.areaCode, name: before.name } } : {}),
      after: branch,
    })
    return { branchId: id }
  },

  async closeBranch(tx, who, input, call) {
    const branch = found(await queries.lockBranch(tx, who.personId, input.branchId))
    if (branch.closed) return refuse('alreadyClosed')
    await queries.setClosed(tx, branch.branchId, input.reason, dayOf(call.now), call.now)
    const { areaCode } = branch
    const after = { closed: true, reason: input.reason }
    call.audit({ target: `branch:${branch.branchId}`, areaCode, role: 'communityAdmin', after })
    return {}
  },

  async myBranch(sql, who, _input, call) {
    const mine = await queries.selectMine(sql, who.personId)
    const appeals = await countAppeals(sql, who.personId)
    if (!mine) return { branch: null, appeals }
    const times = { from: call.now, until: new Date(call.now.getTime() + branchLimits.calendarDays * 86_400_000) }
    const [next] = await selectMeetings(sql, who.personId, { ...times, onlyLive: true })
    const officer = mine.post !== 'member'
    const overdue = officer ? (await selectOwed(sql, mine, call.now)).filter((one) => one.overdue).length : null
    return { branch: { ...mine, next: next ?? null, overdue }, appeals }
  },

  async branchMembers(sql, who, _input, call) {
    const rows = await queries.selectMembers(sql, who.personId)
    if (rows.length > 0) call.audit({ target: 'branchMembers', after: { rows: rows.length } })
    return { rows, mayChange: rows.some((row) => row.me && row.post === 'secretary') }
  },

  async addBranchMember(tx, who, input, call) {
    const { branchId, areaCode } = found(await queries.lockLed(tx, who.personId))
    const { phone, post, floating, sinceOn } = input
    if (sinceOn > dayOf(call.now)) return refuse('daysWrong')
    if ((await queries.countMembers(tx, branchId)) >= branchLimits.members)
      return refuse('tooMany', { most: branchLimits.members })
    const hashes = blindIndexes(call.services.keys.lookup, phone)
    const personId = await queries.selectPartyMemberByPhone(tx, hashes, areaCode)
    if (personId === undefined) return refuse('notAPartyMember')
    const member = { branchId, personId, post, floating, sinceOn }
    const memberId = await queries.insertMember(tx, member, who.personId, call.now)
    await queries.leadHubs(tx, branchId, null)
    call.audit({
      target: `branch:${branchId}`,
      areaCode,
      role: 'partyMember',
      after: { memberId, post, floating, sinceOn },
    })
    return { personId }
  },

  async changeBranchMember(tx, who, input, call) {
    const { branchId, areaCode } = found(await queries.lockLed(tx, who.personId))
    const { personId, post, floating, untilOn } = input
    if (personId === who.personId) return refuse('notTheSecretary')
    const before = found(await queries.lockMember(tx, branchId, personId))
    if (untilOn !== null && (untilOn < before.sinceOn || untilOn > dayOf(call.now))) return refuse('daysWrong')
    await queries.updateMember(tx, branchId, personId, { post, floating, untilOn })
    const after = { memberId: before.memberId, post, floating, untilOn }
    call.audit({ target: `branch:${branchId}`, areaCode, role: 'partyMember', before, after })
    return {}
  },
}
