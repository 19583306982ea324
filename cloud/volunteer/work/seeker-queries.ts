import type { Sql, Tx } from '../../platform/database'
import type { WeeklySpan } from './rules'

/** What people say of themselves to find work. */

export interface SeekerInput {
  name: string
  areaCode: string
  homeAreaCode: string | null
  lat: number
  lng: number
  radiusMetres: number
  wishes: string
  activeUntil: string
  skills: readonly { skill: string; level: number }[]
  dialects: readonly string[]
  weekly: readonly WeeklySpan[]
}

export async function saveSeeker(tx: Tx, me: number, s: SeekerInput, now: Date): Promise<void> {
  await tx`
    insert into job_seekers (person_id, name, area_code, home_area_code, lat, lng, radius_metres, wishes, active_until, consented_at, changed_at)
    values (${me}, ${s.name}, ${s.areaCode}, ${s.homeAreaCode}, ${s.lat}, ${s.lng}, ${s.radiusMetres}, ${s.wishes}, ${s.activeUntil}::date, ${now}, ${now})
    on conflict (person_id) do update set name = excluded.name, area_code = excluded.area_code, home_area_code = excluded.home_area_code, lat = excluded.lat,
       lng = excluded.lng, radius_metres = excluded.radius_metres, wishes = excluded.wishes, active_until = excluded.active_until,
       consented_at = excluded.consented_at, ended_at = null, changed_at = excluded.changed_at`
  await tx`delete from job_seeker_skills where person_id = ${me}`
  await tx`delete from job_seeker_dialects where person_id = ${me}`
  await tx`delete from job_seeker_weekly where person_id = ${me}`
  await tx`
    insert into job_seeker_skills (person_id, skill_code, level)
    select ${me}::bigint, * from unnest(${s.skills.map((k) => k.skill)}::text[], ${s.skills.map((k) => k.level)}::int[])`
  await tx`insert into job_seeker_dialects (person_id, dialect_code) select distinct ${me}::bigint, d from unnest(${s.dialects as string[]}::text[]) as d`
  await tx`
    insert into job_seeker_weekly (person_id, weekday, from_minute, until_minute)
    select ${me}::bigint, * from unnest(${s.weekly.map((w) => w.weekday)}::int[], ${s.weekly.map((w) => w.fromMinute)}::int[], ${s.weekly.map((w) => w.untilMinute)}::int[])`
}

/** Ends it; true when there was something to end. */
export async function endSeeker(tx: Tx, me: number, now: Date): Promise<boolean> {
  const rows =
    await tx`update job_seekers set ended_at = ${now} where person_id = ${me} and ended_at is null returning person_id`
  return rows.length > 0
}

/** Nothing stays of somebody who deletes the account but a bare number. */
export async function blankSeeker(tx: Tx, me: number, name: string, words: string): Promise<void> {
  for (const table of ['job_seeker_skills', 'job_seeker_dialects', 'job_seeker_weekly'])
    await tx.unsafe(`delete from ${table} where person_id = $1`, [me])
  await tx`
    update job_seekers s set name = ${name}, wishes = '', home_area_code = null, area_code = c.code, lat = coalesce(c.lat, 0), lng = coalesce(c.lng, 0)
      from areas c where s.person_id = ${me} and c.code = left(s.area_code, 12)`
  await tx`update job_messages set words = ${words} where from_id = ${me} and kind = 'words'`
}

/** Whether somebody looks for work on a day. */
export async function isSeeking(sql: Sql, me: number, day: string): Promise<boolean> {
  const [row] =
    await sql`select from job_seekers where person_id = ${me} and ended_at is null and active_until >= ${day}::date`
  return row !== undefined
}

export async function selectOptionalProfile(sql: Sql, me: number, day: string) {
  const [row] = await sql<
    {
      name: string
      areaCode: string
      areaName: string
      homeAreaCode: string | null
      lat: number
      lng: number
      radiusMetres: number
      wishes: string
      activeUntil: string
      skills: { skill: string; name: string; level: number }[]
      dialects: string[]
      weekly: WeeklySpan[]
      active: boolean
    }[]
  >`
    select s.name, s.area_code as "areaCode", r.name as "areaName", s.home_area_code as "homeAreaCode", s.lat, s.lng, s.radius_metres as "radiusMetres", s.wishes,
           s.active_until::text as "activeUntil",
           coalesce((select json_agg(json_build_object('skill', k.code, 'name', k.name, 'level', j.level) order by k.position)
                       from job_seeker_skills j join skills k on k.code = j.skill_code where j.person_id = s.person_id), '[]') as skills,
           array(select dialect_code from job_seeker_dialects where person_id = s.person_id order by 1) as dialects,
           coalesce((select json_agg(json_build_object('weekday', weekday, 'fromMinute', from_minute, 'untilMinute', until_minute) order by weekday, from_minute)
                       from job_seeker_weekly where person_id = s.person_id), '[]') as weekly,
           s.ended_at is null and s.active_until >= ${day}::date as active
      from job_seekers s join areas r on r.code = s.area_code where s.person_id = ${me}`
  return row
}
