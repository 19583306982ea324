import type { TeamKind } from '../../../types/volunteer'
import type { Sql, Tx } from '../../platform/database'

/** Statements about teams. Who may is in each of them. */

export interface TeamRow {
  teamId: number
  kind: TeamKind
  name: string
  areaCode: string
  areaName: string
  homeAreaCode: string | null
  leaderName: string
  members: number
  myPart: 'none' | 'asked' | 'member' | 'leader'
}

/** What is seen of a team of alias `t`. A leader is called as volunteers know him, an organiser by nickname. */
const teamColumns = (sql: Sql, me: number) => sql`
  t.id as "teamId", t.kind, t.name, t.area_code as "areaCode", a.name as "areaName", t.home_area_code as "homeAreaCode",
  coalesce((select v.name from volunteers v where v.person_id = t.leader_id and v.status <> 'left'), l.nickname) as "leaderName",
  (select count(*)::int from team_members m where m.team_id = t.id and m.status = 'member') as members,
  case when t.leader_id = ${me} then 'leader'
       else coalesce((select m.status from team_members m where m.team_id = t.id and m.person_id = ${me} and m.status <> 'left'), 'none') end as "myPart"`
const teamJoins = (sql: Sql) => sql`join areas a on a.code = t.area_code join people l on l.id = t.leader_id`

/** The community a person lives in; undefined when none was said. */
export async function selectOptionalCommunity(sql: Sql, personId: number): Promise<string | undefined> {
  const [row] = await sql<{ code: string | null }[]>`select community_code as code from people where id = ${personId}`
  return row?.code ?? undefined
}

/**
 * Open teams by how near they are to `areaCode`: 0 cover it, 1 lie in it, 2 are of the same township, 3 elsewhere in the county; then by age. `mine`: only
 * those I am in or lead.
 */
export async function selectTeams(
  sql: Sql,
  me: number,
  { areaCode, mine }: { areaCode: string; mine: boolean },
  after: { away: number; teamId: number } | undefined,
  limit: number,
) {
  return sql<(TeamRow & { away: number })[]>`
    with near as (
      select id, case when starts_with(${areaCode}, area_code) then 0 when starts_with(area_code, ${areaCode}) then 1
                      when length(${areaCode}) >= 9 and starts_with(area_code, left(${areaCode}, 9)) then 2 else 3 end as away
        from teams
       where closed_at is null
         and (${mine}::bool is false or leader_id = ${me}
              or exists (select from team_members m where m.team_id = id and m.person_id = ${me} and m.status <> 'left'))
    ), chosen as materialized (
      select id, away from near ${after ? sql`where (away, id) > (${after.away}::int, ${after.teamId}::bigint)` : sql``}
       order by away, id limit ${limit}
    )
    select ${teamColumns(sql, me)}, c.away from chosen c join teams t on t.id = c.id ${teamJoins(sql)} order by c.away, t.id`
}

/** One open team, with what the caller is to it. */
export async function selectOptionalTeam(sql: Sql, me: number, teamId: number) {
  const [row] = await sql<
    (TeamRow & { about: string; asking: number; administers: boolean; staff: boolean; volunteers: boolean })[]
  >`
    select ${teamColumns(sql, me)}, t.about,
           (select count(*)::int from team_members m where m.team_id = t.id and m.status = 'asked') as asking,
           has_role(${me}, '{communityAdmin}', t.area_code) as administers,
           has_role(${me}, '{communityAdmin,gridWorker,supervisor}', t.area_code) as staff,
           exists (select from volunteers v where v.person_id = ${me} and v.status in ('approved', 'paused')) as volunteers
      from teams t ${teamJoins(sql)} where t.id = ${teamId} and t.closed_at is null`
  return row
}

export interface MemberRow {
  personId: number
  name: string
  homeAreaCode: string | null
  status: 'asked' | 'member'
  askedAt: Date
}

/** Who is in a team, for its leader and the staff of its area; undefined for everybody else. Those who wait first. */
export async function selectOptionalMembers(
  sql: Sql,
  me: number,
  teamId: number,
  after: { in: boolean; personId: number } | undefined,
  limit: number,
): Promise<MemberRow[] | undefined> {
  const [may] = await sql`
    select from teams
     where id = ${teamId} and closed_at is null
       and (leader_id = ${me} or has_role(${me}, '{communityAdmin,gridWorker,supervisor}', area_code))`
  if (!may) return undefined
  return sql<MemberRow[]>`
    select m.person_id as "personId", v.name, v.home_area_code as "homeAreaCode", m.status, m.asked_at as "askedAt"
      from team_members m join volunteers v on v.person_id = m.person_id
     where m.team_id = ${teamId} and m.status <> 'left'
       ${after ? sql`and (m.status = 'member', m.person_id) > (${after.in}::bool, ${after.personId}::bigint)` : sql``}
     order by m.status = 'member', m.person_id limit ${limit}`
}

export interface TeamRecord {
  teamId: number
  kind: TeamKind
  name: string
  areaCode: string
  areaName: string
  leaderId: number
  administers: boolean
}

/** Locks an open team, and says whether the caller administers its area. */
export async function lockTeam(tx: Tx, me: number, teamId: number): Promise<TeamRecord | undefined> {
  const [row] = await tx<TeamRecord[]>`
    select t.id as "teamId", t.kind, t.name, t.area_code as "areaCode", a.name as "areaName", t.leader_id as "leaderId",
           has_role(${me}, '{communityAdmin}', t.area_code) as administers
      from teams t join areas a on a.code = t.area_code
     where t.id = ${teamId} and t.closed_at is null for no key update of t`
  return row
}

/** Holds a volunteer against leaving while something is decided about him; no row for those who are none. */
export async function holdVolunteer(tx: Tx, personId: number): Promise<void> {
  await tx`select from volunteers where person_id = ${personId} for share`
}

/**
 * Whether somebody may lead a team of an area that `me` administers: an approved volunteer of an area that `me` administers too, or an organiser of the
 * team's area.
 */
export async function mayLead(sql: Sql, me: number, leaderId: number, areaCode: string): Promise<boolean> {
  const [row] = await sql`
    select from people p
     where p.id = ${leaderId} and p.deleted_at is null
       and (has_role(p.id, '{organiser}', ${areaCode})
            or exists (select from volunteers v where v.person_id = p.id and v.status = 'approved'
                          and (has_role(${me}, '{communityAdmin}', v.area_code) or starts_with(v.area_code, ${areaCode}))))`
  return row !== undefined
}

/** Whether somebody is a member of a team and an approved volunteer: whom its leader may hand it to. */
export async function isActiveMember(sql: Sql, teamId: number, personId: number): Promise<boolean> {
  const [row] = await sql`
    select from team_members m join volunteers v on v.person_id = m.person_id
     where m.team_id = ${teamId} and m.person_id = ${personId} and m.status = 'member' and v.status = 'approved'`
  return row !== undefined
}

/** A team in an area that `me` administers; undefined when there is no such area, or when it is not his. */
export async function insertTeam(
  tx: Tx,
  me: number,
  team: {
    kind: TeamKind
    name: string
    areaCode: string
    homeAreaCode: string | null
    leaderId: number
    about: string
  },
  now: Date,
) {
  const [row] = await tx<{ teamId: number; areaName: string }[]>`
    with made as (
      insert into teams (kind, name, area_code, home_area_code, leader_id, about, created_by, created_at)
      select ${team.kind}, ${team.name}, a.code, ${team.homeAreaCode}, ${team.leaderId}, ${team.about}, ${me}, ${now}
        from areas a where a.code = ${team.areaCode} and has_role(${me}, '{communityAdmin}', a.code)
      returning id, area_code
    )
    select m.id as "teamId", a.name as "areaName" from made m join areas a on a.code = m.area_code`
  return row
}

export async function updateTeam(
  tx: Tx,
  teamId: number,
  { name, homeAreaCode, about }: { name: string; homeAreaCode: string | null; about: string },
): Promise<void> {
  await tx`update teams set name = ${name}, home_area_code = ${homeAreaCode}, about = ${about} where id = ${teamId}`
}

export async function setLeader(tx: Tx, teamId: number, leaderId: number): Promise<void> {
  await tx`update teams set leader_id = ${leaderId} where id = ${teamId}`
}

/** Ends a team and gives whoever was in it or had asked. */
export async function setClosed(tx: Tx, teamId: number, now: Date): Promise<number[]> {
  await tx`update teams set closed_at = ${now} where id = ${teamId}`
  const rows = await tx<{ personId: number }[]>`
    update team_members set status = 'left', decided_at = ${now} where team_id = ${teamId} and status <> 'left'
    returning person_id as "personId"`
  return rows.map((row) => row.personId)
}

/** The volunteer who asks to be let in, held against leaving meanwhile; undefined when he is none, or has left. */
export async function holdOptionalVolunteer(tx: Tx, personId: number): Promise<string | undefined> {
  const [row] = await tx<{ name: string }[]>`
    select name from volunteers where person_id = ${personId} and status in ('approved', 'paused') for share`
  return row?.name
}

/** Notes that somebody asks to be let in. False when he is in, or has asked before. */
export async function insertAsk(tx: Tx, teamId: number, personId: number, now: Date): Promise<boolean> {
  const rows = await tx`
    insert into team_members (team_id, person_id, status, asked_at) values (${teamId}, ${personId}, 'asked', ${now})
    on conflict (team_id, person_id) do update set status = 'asked', asked_at = excluded.asked_at, decided_at = null
     where team_members.status = 'left'
    returning team_id`
  return rows.length > 0
}

/** A leader who is a volunteer is a member, too, whatever was before. */
export async function makeMember(tx: Tx, teamId: number, personId: number, now: Date): Promise<void> {
  await tx`
    insert into team_members (team_id, person_id, status, asked_at, decided_at)
    select ${teamId}, v.person_id, 'member', ${now}, ${now} from volunteers v where v.person_id = ${personId} and v.status <> 'left'
    on conflict (team_id, person_id) do update set status = 'member', decided_at = excluded.decided_at where team_members.status <> 'member'`
}

/** What somebody is in a team, locked by the team; undefined when nothing. */
export async function selectOptionalPart(tx: Tx, teamId: number, personId: number) {
  const [row] = await tx<{ status: 'asked' | 'member'; name: string }[]>`
    select m.status, v.name from team_members m join volunteers v on v.person_id = m.person_id
     where m.team_id = ${teamId} and m.person_id = ${personId} and m.status <> 'left'`
  return row
}

/** Changes what somebody is in a team. False when he is no longer `from`: a volunteer who leaves ends all of it without asking the team. */
export async function setPart(
  tx: Tx,
  teamId: number,
  personId: number,
  { from, to }: { from: 'asked' | 'member'; to: 'member' | 'left' },
  now: Date,
): Promise<boolean> {
  const rows = await tx`
    update team_members set status = ${to}, decided_at = ${now}
     where team_id = ${teamId} and person_id = ${personId} and status = ${from} returning team_id`
  return rows.length > 0
}
