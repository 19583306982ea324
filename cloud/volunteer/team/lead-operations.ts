import type { volunteer } from '../../../types/volunteer'
import { tell } from '../../inbox/tell'
import type { Tx } from '../../platform/database'
import { NotFound, refuse } from '../../platform/fault'
import type { Caller, Handlers } from '../../platform/operations'
import { found } from '../../platform/serve'
import * as queries from './queries'
import { decideHomeArea } from './rules'

type LeadOperations = Pick<Handlers<typeof volunteer>, 'createTeam' | 'changeTeam' | 'closeTeam' | 'handOverTeam'>

/** Founding, changing, handing over and ending a team. */
export const leadOperations: LeadOperations = {
  async createTeam(tx, who, input, call) {
    const { kind, name, areaCode, leaderId, about } = input
    const homeAreaCode = decideHomeArea(kind, input.homeAreaCode)
    await queries.holdVolunteer(tx, leaderId)
    const fit = await queries.mayLead(tx, who.personId, leaderId, areaCode)
    const team = { kind, name, areaCode, homeAreaCode, leaderId, about }
    const made = await queries.insertTeam(tx, who.personId, team, call.now)
    if (!made) return refuse('outsideYourArea')
    if (!fit) return refuse('leaderNotFit')
    await queries.makeMember(tx, made.teamId, leaderId, call.now)
    const facts = { teamId: made.teamId, title: name, areaName: made.areaName }
    await tell(tx, [{ personId: leaderId, kind: 'teamLed', facts }])
    call.audit({
      target: `team:${made.teamId}`,
      areaCode,
      role: 'communityAdmin',
      after: { kind, name, leaderId, homeAreaCode },
    })
    return { teamId: made.teamId }
  },

  async changeTeam(tx, who, input, call) {
    const team = await lockAdministered(tx, who, input.teamId)
    const after = { name: input.name, homeAreaCode: decideHomeArea(team.kind, input.homeAreaCode), about: input.about }
    await queries.updateTeam(tx, team.teamId, after)
    call.audit({
      target: `team:${team.teamId}`,
      areaCode: team.areaCode,
      role: 'communityAdmin',
      before: { name: team.name },
      after,
    })
    return {}
  },

  async closeTeam(tx, who, input, call) {
    const team = await lockAdministered(tx, who, input.teamId)
    const members = await queries.setClosed(tx, team.teamId, call.now)
    const facts = { title: team.name, reason: input.reason }
    await tell(
      tx,
      [...new Set([...members, team.leaderId])].map((personId) => ({ personId, kind: 'teamClosed' as const, facts })),
    )
    call.audit({
      target: `team:${team.teamId}`,
      areaCode: team.areaCode,
      role: 'communityAdmin',
      after: { closed: true, reason: input.reason, members: members.length },
    })
    return {}
  },

  async handOverTeam(tx, who, input, call) {
    const team = found(await queries.lockTeam(tx, who.personId, input.teamId))
    const leads = team.leaderId === who.personId
    if (!leads && !team.administers) throw new NotFound()
    await queries.holdVolunteer(tx, input.leaderId)
    const fit = team.administers
      ? await queries.mayLead(tx, who.personId, input.leaderId, team.areaCode)
      : await queries.isActiveMember(tx, team.teamId, input.leaderId)
    if (!fit) return refuse('leaderNotFit')
    if (input.leaderId !== team.leaderId) {
      await queries.setLeader(tx, team.teamId, input.leaderId)
      await queries.makeMember(tx, team.teamId, input.leaderId, call.now)
      const facts = { teamId: team.teamId, title: team.name, areaName: team.areaName }
      await tell(tx, [
        { personId: input.leaderId, kind: 'teamLed', facts },
        ...(leads ? [] : [{ personId: team.leaderId, kind: 'teamHandedOver' as const, facts }]),
      ])
    }
    call.audit({
      target: `team:${team.teamId}`,
      areaCode: team.areaCode,
      role: leads ? 'volunteer' : 'communityAdmin',
      before: { leaderId: team.leaderId },
      after: { leaderId: input.leaderId },
    })
    return {}
  },
}

/** Locks an open team of an area that the caller administers; for anybody else it does not exist. */
async function lockAdministered(tx: Tx, who: Caller, teamId: number): Promise<queries.TeamRecord> {
  const team = found(await queries.lockTeam(tx, who.personId, teamId))
  if (!team.administers) throw new NotFound()
  return team
}
