import type { InputOf } from '../../../types/operation'
import type { VolunteerProfile, VolunteerStatus, volunteer, WeeklySpan } from '../../../types/volunteer'
import { assigned, inserted, type Sql, type Tx } from '../../platform/database'
import { homeAreaName } from './home-areas'
import type { Exception } from './rules'

/** Statements of one volunteer about himself. */

type Saved = InputOf<(typeof volunteer)['saveProfile']>

/** A day is good until its last moment in Asia/Shanghai, the session's zone. */
export const endOfDay = (sql: Sql, column: 'v.insured_until' | 's.certificate_until') =>
  column === 'v.insured_until'
    ? sql`(v.insured_until + time '23:59:59.999')::timestamptz`
    : sql`(s.certificate_until + time '23:59:59.999')::timestamptz`

type ProfileRow = Omit<VolunteerProfile, 'homeAreaName' | 'skills' | 'exceptions'> & {
  skills: { skill: string; level: number; certificateUntil: string | null }[]
  exceptions: { from: string; until: string; free: boolean }[]
}

/** What a volunteer is seen as, `where` naming whose: of alias `v`. */
const profileOf = (sql: Sql) => sql`
  select v.person_id as "personId", v.status, v.status_reason as "statusReason", v.name, v.area_code as "areaCode", a.name as "areaName",
         v.home_area_code as "homeAreaCode", v.sex, v.age_band as "ageBand", v.base_lat as lat, v.base_lng as lng,
         v.radius_metres as "radiusMetres", v.weekly_minutes as "weeklyMinutes", ${endOfDay(sql, 'v.insured_until')} as "insuredUntil",
         v.automatic, v.about, v.applied_at as "appliedAt",
         coalesce((select jsonb_agg(jsonb_build_object('skill', s.skill_code, 'level', s.level, 'certificateUntil', ${endOfDay(sql, 's.certificate_until')})
                                    order by k.position)
                     from volunteer_skills s join skills k on k.code = s.skill_code where s.person_id = v.person_id), '[]') as skills,
         (select coalesce(array_agg(s.dialect_code order by d.position), '{}')
            from volunteer_dialects s join dialects d on d.code = s.dialect_code where s.person_id = v.person_id) as dialects,
         coalesce((select jsonb_agg(jsonb_build_object('weekday', weekday, 'fromMinute', from_minute, 'untilMinute', until_minute)
                                    order by weekday, from_minute)
                     from availability_weekly w where w.person_id = v.person_id), '[]') as weekly,
         coalesce((select jsonb_agg(jsonb_build_object('from', lower(span), 'until', upper(span), 'free', free) order by lower(span))
                     from availability_exceptions e where e.person_id = v.person_id and upper(span) > now()), '[]') as exceptions
    from volunteers v join areas a on a.code = v.area_code`

function shaped(row: ProfileRow): VolunteerProfile {
  return {
    ...row,
    homeAreaName: row.homeAreaCode && homeAreaName(row.homeAreaCode),
    skills: row.skills.map((one) => ({
      ...one,
      certificateUntil: one.certificateUntil === null ? null : new Date(one.certificateUntil),
    })),
    exceptions: row.exceptions.map((one) => ({ ...one, from: new Date(one.from), until: new Date(one.until) })),
  }
}

/** The profile of a person; undefined for those who never applied. */
export async function selectOptionalProfile(sql: Sql, personId: number): Promise<VolunteerProfile | undefined> {
  const [row] = await sql<ProfileRow[]>`${profileOf(sql)} where v.person_id = ${personId}`
  return row && shaped(row)
}

/** The profile of a volunteer of an area that `me` serves as staff, with what else the staff sees. */
export async function selectStaffProfile(sql: Sql, me: number, personId: number) {
  const [row] = await sql<(ProfileRow & { maskedPhone: string | null; administers: boolean })[]>`
    select q.*, p.masked_phone as "maskedPhone", has_role(${me}, '{communityAdmin}', left(q."areaCode", 12)) as administers
      from (${profileOf(sql)} where v.person_id = ${personId}) q join people p on p.id = q."personId"
     where has_role(${me}, '{communityAdmin,gridWorker,supervisor}', q."areaCode")`
  return row && { ...shaped(row), maskedPhone: row.maskedPhone, administers: row.administers }
}

/** One person after another: two savings of the same person do not meet, not even the first two. */
export async function lockPerson(tx: Tx, personId: number): Promise<void> {
  await tx`select from people where id = ${personId} for no key update`
}

export interface OwnRecord {
  status: VolunteerStatus
  areaCode: string
  name: string
}

/** My own row, locked; undefined when I never applied. */
export async function lockOwn(tx: Tx, personId: number): Promise<OwnRecord | undefined> {
  const [row] = await tx<OwnRecord[]>`
    select status, area_code as "areaCode", name from volunteers where person_id = ${personId} for no key update`
  return row
}

/** The name of a community or grid of the county; undefined for anything else. */
export async function selectOptionalHome(sql: Sql, areaCode: string): Promise<{ areaName: string } | undefined> {
  const [row] = await sql<{ areaName: string }[]>`
    select name as "areaName" from areas where code = ${areaCode} and level in ('community', 'grid')`
  return row
}

/** Writes all that is said of a volunteer, whose person is locked. Certificates that were seen stay with the skills that stay. */
export async function saveVolunteer(
  tx: Tx,
  personId: number,
  status: VolunteerStatus,
  input: Saved,
  now: Date,
): Promise<void> {
  const said = {
    status,
    name: input.name,
    area_code: input.areaCode,
    home_area_code: input.homeAreaCode ?? null,
    sex: input.sex ?? null,
    age_band: input.ageBand,
    base_lat: input.lat,
    base_lng: input.lng,
    radius_metres: input.radiusMetres,
    weekly_minutes: input.weeklyMinutes,
    about: input.about,
    changed_at: now,
  }
  const known = await tx`
    update volunteers set ${assigned(said)}, applied_at = case when ${status} = 'applied' and status <> 'applied' then ${now} else applied_at end,
           status_reason = case when ${status} <> 'applied' then status_reason end,
           decided_at = case when ${status} <> 'applied' then decided_at end, decided_by = case when ${status} <> 'applied' then decided_by end
     where person_id = ${personId} returning person_id`
  if (known.length === 0)
    await tx`insert into volunteers ${inserted({ ...said, person_id: personId, applied_at: now })}`
  const skills = input.skills.map((one) => one.skill)
  await tx`delete from volunteer_skills where person_id = ${personId} and skill_code <> all (${skills}::text[])`
  await tx`
    insert into volunteer_skills (person_id, skill_code, level)
    select ${personId}, * from unnest(${skills}::text[], ${input.skills.map((one) => one.level)}::int[])
    on conflict (person_id, skill_code) do update set level = excluded.level where volunteer_skills.level <> excluded.level`
  await tx`delete from volunteer_dialects where person_id = ${personId} and dialect_code <> all (${input.dialects}::text[])`
  await tx`
    insert into volunteer_dialects (person_id, dialect_code) select ${personId}, unnest(${input.dialects}::text[])
    on conflict do nothing`
  await saveWeekly(tx, personId, input.weekly)
}

async function saveWeekly(tx: Tx, personId: number, weekly: readonly WeeklySpan[]): Promise<void> {
  await tx`delete from availability_weekly where person_id = ${personId}`
  await tx`
    insert into availability_weekly (person_id, weekday, from_minute, until_minute)
    select ${personId}, * from unnest(${weekly.map((one) => one.weekday)}::int[], ${weekly.map((one) => one.fromMinute)}::int[],
                                      ${weekly.map((one) => one.untilMinute)}::int[])`
}

export async function saveExceptions(tx: Tx, personId: number, all: readonly Exception[]): Promise<void> {
  await tx`delete from availability_exceptions where person_id = ${personId}`
  await tx`
    insert into availability_exceptions (person_id, span, free)
    select ${personId}, tstzrange(f, u), free
      from unnest(${all.map((one) => one.from)}::timestamptz[], ${all.map((one) => one.until)}::timestamptz[],
                  ${all.map((one) => one.free)}::bool[]) as one (f, u, free)`
}

/** Tasks that a person has accepted and that are not over. */
export async function countTasks(sql: Sql, personId: number): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from assignments where person_id = ${personId} and status in ('assigned', 'inService')`
  return row?.n ?? 0
}

/** Open teams that a person leads. */
export async function countLed(sql: Sql, personId: number): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from teams where leader_id = ${personId} and closed_at is null`
  return row?.n ?? 0
}

export async function setStatus(tx: Tx, personId: number, status: VolunteerStatus, now: Date): Promise<void> {
  await tx`update volunteers set status = ${status}, status_reason = null, changed_at = ${now} where person_id = ${personId}`
}

export async function setAutomatic(tx: Tx, personId: number, automatic: boolean, now: Date): Promise<void> {
  await tx`update volunteers set automatic = ${automatic}, changed_at = ${now} where person_id = ${personId}`
}

/** Ends every membership, and what was asked for and not answered yet. */
export async function leaveTeams(tx: Tx, personId: number, now: Date): Promise<void> {
  await tx`
    update team_members set status = 'left', decided_at = ${now} where person_id = ${personId} and status in ('asked', 'member')`
}
