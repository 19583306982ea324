import type { Sql, Tx } from '../../platform/database'
import { verbatim } from '../../platform/database'
import { onDesk } from './queue-queries'

/** Statements about colleagues and absences. */

/** The first instant after an absence on a day; undefined for whoever is there. */
export async function selectOptionalAwayUntil(sql: Sql, personId: number, day: string): Promise<Date | undefined> {
  const [row] = await sql<{ until: Date }[]>`
    select upper(s.days)::timestamptz as until from staff_absences s
     where s.person_id = ${personId} and s.ended_at is null and s.days @> ${day}::date`
  return row?.until
}

export interface Colleague {
  personId: number
  name: string
  roles: string[]
  open: number
  awayUntil: Date | null
}

const colleague = (sql: Sql, day: string) => sql`
  p.id as "personId", p.nickname as name, array_agg(distinct g.role order by g.role) as roles,
  (select count(*)::int from applications o where o.owner_id = p.id and ${verbatim(onDesk('o'))}) as open,
  (select upper(s.days)::timestamptz from staff_absences s
    where s.person_id = p.id and s.ended_at is null and s.days @> ${day}::date) as "awayUntil"`

const handles = (sql: Sql) => sql`
  g.role in ('clerk', 'approver', 'communityAdmin') and g.revoked_at is null and g.valid_from <= now()
  and (g.valid_until is null or g.valid_until > now())`

/** Whoever works on cases of areas that cover one of mine, or that one of mine covers. */
export async function selectColleagues(sql: Sql, me: number, day: string): Promise<Colleague[]> {
  return sql<Colleague[]>`
    with mine as (select unnest(served_areas(${me}::bigint, '{clerk,approver,communityAdmin}')) as code)
    select ${colleague(sql, day)}
      from role_grants g join people p on p.id = g.person_id
     where ${handles(sql)} and g.person_id <> ${me}
       and exists (select from mine m where starts_with(g.area_code, m.code) or starts_with(m.code, g.area_code))
     group by p.id order by p.nickname, p.id limit 200`
}

/** Whoever could have this case: roles for its area, and no part in it. */
export async function selectColleaguesFor(
  sql: Sql,
  me: number,
  applicationId: number,
  day: string,
): Promise<Colleague[]> {
  return sql<Colleague[]>`
    select ${colleague(sql, day)}
      from applications a join role_grants g on starts_with(a.area_code, g.area_code) join people p on p.id = g.person_id
     where a.id = ${applicationId} and ${handles(sql)} and g.person_id <> ${me} and not has_part(g.person_id, a)
     group by p.id order by max(length(g.area_code)) desc, p.nickname, p.id limit 200`
}

// ---- absences --------------------------------------------------------------------------------------------------------

/** Whether two members of the staff serve areas of which one covers the other. */
export async function selectAreColleagues(sql: Sql, one: number, other: number): Promise<boolean> {
  const [row] = await sql<{ yes: boolean }[]>`
    select exists (
      select from unnest(served_areas(${one}::bigint, '{clerk,approver,communityAdmin}')) as mine (code),
                  unnest(served_areas(${other}::bigint, '{clerk,approver,communityAdmin}')) as theirs (code)
       where starts_with(mine.code, theirs.code) or starts_with(theirs.code, mine.code)) as yes`
  return row?.yes ?? false
}

export async function selectAbsences(sql: Sql, personId: number, day: string) {
  return sql<{ absenceId: number; from: string; until: string; coverName: string }[]>`
    select s.id as "absenceId", lower(s.days)::text as "from", (upper(s.days) - 1)::text as until, c.nickname as "coverName"
      from staff_absences s join people c on c.id = s.cover_id
     where s.person_id = ${personId} and s.ended_at is null and upper(s.days) > ${day}::date order by lower(s.days)`
}

/** An absence of a person that overlaps these days. */
export async function selectOptionalOverlap(tx: Tx, personId: number, from: string, until: string) {
  const [row] = await tx<{ from: string; until: string; backAt: Date }[]>`
    select lower(s.days)::text as "from", (upper(s.days) - 1)::text as until, upper(s.days)::timestamptz as "backAt"
      from staff_absences s
     where s.person_id = ${personId} and s.ended_at is null and s.days && daterange(${from}::date, ${until}::date, '[]')
     order by lower(s.days) limit 1`
  return row
}

/** Makes absences of these people wait for one another, so that two who cover each other cannot both go. */
export async function lockStaff(tx: Tx, personIds: readonly number[]): Promise<void> {
  await tx`select from people where id = any (${personIds as number[]}::bigint[]) order by id for no key update`
}

export async function insertAbsence(
  tx: Tx,
  absence: { personId: number; coverId: number; from: string; until: string },
  now: Date,
): Promise<number> {
  const [row] = await tx<{ id: number }[]>`
    insert into staff_absences (person_id, cover_id, days, recorded_at)
    values (${absence.personId}, ${absence.coverId}, daterange(${absence.from}::date, ${absence.until}::date, '[]'), ${now}) returning id`
  return row?.id ?? 0
}

/** Ends an absence of mine; false when there is none such. One that was ended before stays as it is. */
export async function updateAbsenceEnded(tx: Tx, personId: number, absenceId: number, now: Date): Promise<boolean> {
  const rows = await tx`
    update staff_absences set ended_at = coalesce(ended_at, ${now}) where id = ${absenceId} and person_id = ${personId}`
  return rows.count > 0
}

export async function updateAbsenceMoved(tx: Tx, absenceId: number, now: Date): Promise<void> {
  await tx`update staff_absences set moved_at = ${now} where id = ${absenceId}`
}

/** What a person is responsible for, in the order in which it is locked. */
export async function selectOwned(tx: Tx, personId: number): Promise<number[]> {
  const rows = await tx<{ id: number }[]>`
    select a.id from applications a where a.owner_id = ${personId} and ${verbatim(onDesk('a'))} order by a.id`
  return rows.map((row) => row.id)
}
