import type { volunteer } from '../../../types/volunteer'
import { tell } from '../../inbox/tell'
import { grantRoleIn } from '../../people/grant'
import { areasWithin, selectServedAreas } from '../../people/scope'
import { NotFound, refuse } from '../../platform/fault'
import type { Handlers } from '../../platform/operations'
import { fromCursor, pageSize, toPage } from '../../platform/paging'
import { found } from '../../platform/serve'
import { homeAreaName } from './home-areas'
import { selectStaffProfile } from './queries'
import { communityOf, isOver, staffActions } from './rules'
import * as queries from './staff-queries'

type StaffOperations = Pick<
  Handlers<typeof volunteer>,
  'volunteers' | 'volunteer' | 'decideVolunteer' | 'checkCertificate' | 'setInsurance'
>

/** What the community does with its volunteers: looks, takes in, checks papers. */
export const staffOperations: StaffOperations = {
  async volunteers(sql, who, input) {
    const after = fromCursor(input.cursor, ['boolean', 'number', 'number'])
    const position = after && {
      decided: after[0] as boolean,
      appliedAt: after[1] as number,
      personId: after[2] as number,
    }
    const served = await selectServedAreas(sql, who.personId, ['communityAdmin', 'gridWorker', 'supervisor'])
    const areas = areasWithin(served, input.areaCode)
    const filter = { status: input.status, search: input.search ?? '' }
    const [rows, waiting] = await Promise.all([
      queries.selectVolunteers(sql, areas, filter, position, pageSize + 1),
      queries.countWaiting(sql, areas),
    ])
    const page = toPage(rows, (row) => [row.status !== 'applied', row.appliedAt.getTime(), row.personId])
    const shown = page.rows.map((row) => ({ ...row, homeAreaName: row.homeAreaCode && homeAreaName(row.homeAreaCode) }))
    return { ...page, rows: shown, waiting }
  },

  async volunteer(sql, who, input, call) {
    const profile = found(await selectStaffProfile(sql, who.personId, input.personId))
    call.audit({
      target: `volunteer:${profile.personId}`,
      areaCode: profile.areaCode,
      after: { read: 'profile' },
    })
    return { ...profile, allowedActions: staffActions(profile.status, profile.administers) }
  },

  async decideVolunteer(tx, who, input, call) {
    const one = found(await queries.lockAdministered(tx, who.personId, input.personId))
    if (one.status !== 'applied') return refuse('alreadyDecided')
    if (!input.approve && input.reason === '') return refuse('reasonNeeded')
    const status = input.approve ? ('approved' as const) : ('left' as const)
    const reason = input.approve ? null : input.reason
    await queries.setDecided(tx, one.personId, { status, reason, by: who.personId, at: call.now })
    if (input.approve) {
      const community = communityOf(one.areaCode)
      const granted = await grantRoleIn(tx, {
        byId: who.personId,
        personId: one.personId,
        role: 'volunteer',
        areaCode: community,
      })
      if (!granted) throw new NotFound()
    }
    await tell(tx, [
      input.approve
        ? { personId: one.personId, kind: 'volunteerApproved', facts: { areaName: one.areaName } }
        : {
            personId: one.personId,
            kind: 'volunteerDeclined',
            facts: { areaName: one.areaName, reason: input.reason },
          },
    ])
    call.audit({
      target: `volunteer:${one.personId}`,
      areaCode: one.areaCode,
      role: 'communityAdmin',
      before: { status: one.status },
      after: { status, ...(reason === null ? {} : { reason }) },
    })
    return {}
  },

  async checkCertificate(tx, who, input, call) {
    const one = found(await queries.lockAdministered(tx, who.personId, input.personId))
    if (isOver(input.until, call.now)) return refuse('alreadyOver')
    if (!(await queries.setCertificate(tx, one.personId, input.skill, input.until, who.personId, call.now)))
      return refuse('noSuchSkill')
    call.audit({
      target: `volunteer:${one.personId}`,
      areaCode: one.areaCode,
      role: 'communityAdmin',
      after: { certificate: input.skill, until: input.until },
    })
    return {}
  },

  async setInsurance(tx, who, input, call) {
    const one = found(await queries.lockAdministered(tx, who.personId, input.personId))
    if (isOver(input.until, call.now)) return refuse('alreadyOver')
    await queries.setInsured(tx, one.personId, input.until, call.now)
    call.audit({
      target: `volunteer:${one.personId}`,
      areaCode: one.areaCode,
      role: 'communityAdmin',
      after: { insuredUntil: input.until },
    })
    return {}
  },
}
