import type { MatchReason } from '../../../types/volunteer'
import type { Sql, Tx } from '../../platform/database'
import type { OpeningRow, SeekerRow } from './rules'

/** What the engine is told of work, and what it proposes. */

/** One at a time in the county proposes work: two would ask the same person for more than he may be asked. */
export async function lockWork(tx: Tx): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtext('linlibang.work'))`
}

/** People who look for work on a day, one or all. */
export async function selectSeekers(sql: Sql, day: string, personId?: number): Promise<SeekerRow[]> {
  return sql<SeekerRow[]>`
    select s.person_id as "personId", s.lat, s.lng, s.radius_metres as "radiusMetres", coalesce(s.home_area_code, '') as "homeArea",
           coalesce((select json_agg(json_build_object('skill', skill_code, 'level', level) order by skill_code) from job_seeker_skills where person_id = s.person_id), '[]') as skills,
           array(select dialect_code from job_seeker_dialects where person_id = s.person_id order by 1) as dialects,
           coalesce((select json_agg(json_build_object('weekday', weekday, 'fromMinute', from_minute, 'untilMinute', until_minute)) from job_seeker_weekly
                      where person_id = s.person_id), '[]') as weekly,
           array(select other_id from person_blocks where by_id = s.person_id union select by_id from person_blocks where other_id = s.person_id) as blocks,
           (select count(*)::int from job_proposals where seeker_id = s.person_id and ended_at is null) as live,
           array(select opening_id from job_proposals where seeker_id = s.person_id) as before
      from job_seekers s
     where s.ended_at is null and s.active_until >= ${day}::date ${personId === undefined ? sql`` : sql`and s.person_id = ${personId}`}
     order by s.person_id`
}

/** Openings that are open on a day, one or all; they stay open until the caller has proposed them. */
export async function selectOpenOpenings(tx: Tx, day: string, openingId?: number): Promise<OpeningRow[]> {
  return tx<OpeningRow[]>`
    select o.id as "openingId", e.contact_id as "contactId", o.area_code as "areaCode", o.lat, o.lng,
           coalesce((select json_agg(json_build_object('skill', skill_code, 'level', level) order by skill_code) from opening_skills where opening_id = o.id), '[]') as skills,
           coalesce((select json_agg(json_build_object('weekday', weekday, 'fromMinute', from_minute, 'untilMinute', until_minute)) from opening_shifts
                      where opening_id = o.id), '[]') as shifts,
           o.people - (select count(*)::int from job_proposals where opening_id = o.id and status = 'hired') as left,
           (select count(*)::int from job_proposals where opening_id = o.id and ended_at is null) as live
      from openings o join enterprises e on e.id = o.enterprise_id
     where o.status = 'open' and o.until_on >= ${day}::date ${openingId === undefined ? tx`` : tx`and o.id = ${openingId}`}
     order by o.id for share of o`
}

export interface NewProposal {
  openingId: number
  seekerId: number
  areaCode: string
  status: 'proposed' | 'interested'
  score: number | null
  reasons: readonly MatchReason[]
  dueAt: Date
}

/** Whoever follows up an area at a level; undefined when nobody is there. */
export async function selectOptionalWorkOwner(
  sql: Sql,
  areaCode: string,
  level: number,
  except: readonly number[],
  day: string,
): Promise<number | undefined> {
  const [row] = await sql<{ ownerId: number | null }[]>`
    select next_work_owner(${areaCode}, ${level}, ${except as number[]}::bigint[], ${day}::date) as "ownerId"`
  return row?.ownerId ?? undefined
}

export async function insertProposal(tx: Tx, p: NewProposal, ownerId: number, now: Date): Promise<number | undefined> {
  const [row] = await tx<{ id: number }[]>`
    insert into job_proposals (opening_id, seeker_id, status, score, reasons, owner_id, due_at, proposed_at, answered_at)
    values (${p.openingId}, ${p.seekerId}, ${p.status}, ${p.score}, ${JSON.stringify(p.reasons)}::jsonb, ${ownerId}, ${p.dueAt}, ${now},
            ${p.status === 'interested' ? now : null})
    on conflict on constraint one_proposal_a_pair do nothing returning id`
  return row?.id
}
