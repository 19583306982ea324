import type { volunteer } from '../../../types/volunteer'
import { tell } from '../../inbox/tell'
import { NotFound, refuse } from '../../platform/fault'
import type { Handlers } from '../../platform/operations'
import { fromCursor, pageSize, toPage } from '../../platform/paging'
import { found } from '../../platform/serve'
import { homeAreaName } from '../profile/home-areas'
import * as queries from './queries'
import { actionsIn } from './rules'

type TeamOperations = Pick<
  Handlers<typeof volunteer>,
  'teams' | 'team' | 'teamMembers' | 'joinTeam' | 'leaveTeam' | 'decideMember'
>

const shown = <T extends { homeAreaCode: string | null }>(row: T) => ({
  ...row,
  homeAreaName: row.homeAreaCode && homeAreaName(row.homeAreaCode),
})

/** Teams as everybody sees them, and who comes and goes. */
export const teamOperations: TeamOperations = {
  async teams(sql, who, input, call) {
    const after = fromCursor(input.cursor, ['number', 'number'])
    const position = after && { away: after[0] as number, teamId: after[1] as number }
    const areaCode =
      input.areaCode ?? (await queries.selectOptionalCommunity(sql, who.personId)) ?? call.services.countyCode
    const filter = { areaCode, mine: input.mine ?? false }
    const page = toPage(await queries.selectTeams(sql, who.personId, filter, position, pageSize + 1), (row) => [
      row.away,
      row.teamId,
    ])
    return { ...page, rows: page.rows.map(shown) }
  },

  async team(sql, who, input) {
    const row = found(await queries.selectOptionalTeam(sql, who.personId, input.teamId))
    const allowedActions = actionsIn(row)
    return { ...shown(row), asking: allowedActions.includes('decideMember') ? row.asking : null, allowedActions }
  },

  async teamMembers(sql, who, input) {
    const after = fromCursor(input.cursor, ['boolean', 'number'])
    const position = after && { in: after[0] as boolean, personId: after[1] as number }
    const rows = found(await queries.selectOptionalMembers(sql, who.personId, input.teamId, position, pageSize + 1))
    const page = toPage(rows, (row) => [row.status === 'member', row.personId])
    return { ...page, rows: page.rows.map(shown) }
  },

  async joinTeam(tx, who, input, call) {
    const team = found(await queries.lockTeam(tx, who.personId, input.teamId))
    const personName = await queries.holdOptionalVolunteer(tx, who.personId)
    if (personName === undefined) return refuse('notAVolunteer')
    if (team.leaderId === who.personId) return refuse('alreadyIn')
    if (!(await queries.insertAsk(tx, team.teamId, who.personId, call.now))) return refuse('alreadyIn')
    const facts = { teamId: team.teamId, title: team.name, personName }
    await tell(tx, [{ personId: team.leaderId, kind: 'teamJoinAsked', facts }])
    call.audit({ target: `team:${team.teamId}`, areaCode: team.areaCode, role: 'volunteer', after: { asks: 'in' } })
    return {}
  },

  async leaveTeam(tx, who, input, call) {
    const team = found(await queries.lockTeam(tx, who.personId, input.teamId))
    if (team.leaderId === who.personId) return refuse('leadsIt')
    const part = await queries.selectOptionalPart(tx, team.teamId, who.personId)
    const step = part && { from: part.status, to: 'left' as const }
    if (!step || !(await queries.setPart(tx, team.teamId, who.personId, step, call.now))) return refuse('notIn')
    if (part.status === 'member') {
      const facts = { teamId: team.teamId, title: team.name, personName: part.name }
      await tell(tx, [{ personId: team.leaderId, kind: 'teamLeft', facts }])
    }
    call.audit({
      target: `team:${team.teamId}`,
      areaCode: team.areaCode,
      role: 'volunteer',
      before: { part: part.status },
      after: { part: 'left' },
    })
    return {}
  },

  async decideMember(tx, who, input, call) {
    const team = found(await queries.lockTeam(tx, who.personId, input.teamId))
    const leads = team.leaderId === who.personId
    if (!leads && !team.administers) throw new NotFound()
    const part = await queries.selectOptionalPart(tx, team.teamId, input.personId)
    if (!part || (input.accept && part.status === 'member')) return refuse('noSuchAsk')
    // Whoever leads is taken out by handing over.
    if (!input.accept && input.personId === team.leaderId) return refuse('leadsIt')
    if (!input.accept && part.status === 'member' && input.reason === '') return refuse('reasonNeeded')
    const step = { from: part.status, to: input.accept ? ('member' as const) : ('left' as const) }
    if (!(await queries.setPart(tx, team.teamId, input.personId, step, call.now))) return refuse('noSuchAsk')
    const facts = { teamId: team.teamId, title: team.name }
    const why = input.reason === '' ? {} : { reason: input.reason }
    const refused = part.status === 'member' ? ('teamRemoved' as const) : ('teamNotJoined' as const)
    await tell(tx, [
      input.accept
        ? { personId: input.personId, kind: 'teamJoined', facts }
        : { personId: input.personId, kind: refused, facts: { ...facts, ...why } },
    ])
    call.audit({
      target: `team:${team.teamId}`,
      areaCode: team.areaCode,
      role: leads ? 'volunteer' : 'communityAdmin',
      before: { personId: input.personId, part: part.status },
      after: { part: input.accept ? 'member' : 'left', ...why },
    })
    return {}
  },
}
