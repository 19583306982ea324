import type { DutyProfession } from '../../../types/volunteer'
import type { Sql, Tx } from '../../platform/database'

/** Statements about who is on duty. A shift that was not agreed to is shown to nobody but the two who know of it. */

export interface ShiftRow {
  shiftId: number
  profession: DutyProfession
  placeName: string
  areaCode: string
  areaName: string
  surname: string
  from: Date
  until: Date
}

const shiftColumns = (sql: Sql) => sql`
  s.id as "shiftId", s.profession, s.place_name as "placeName", s.area_code as "areaCode", a.name as "areaName", s.surname,
  lower(s.span) as "from", upper(s.span) as until`

/** Milliseconds since 1970, for positions in lists. */
const startMs = (sql: Sql) => sql`(extract(epoch from lower(s.span)) * 1000)::bigint`

export interface ShiftPosition {
  from: number
  shiftId: number
}
const behind = (sql: Sql, after: ShiftPosition | undefined) =>
  after ? sql`and (${startMs(sql)}, s.id) > (${after.from}::bigint, ${after.shiftId}::bigint)` : sql``

/** The community a person lives in; undefined when none was said. */
export async function selectOptionalCommunity(sql: Sql, personId: number): Promise<string | undefined> {
  const [row] = await sql<{ code: string | null }[]>`select community_code as code from people where id = ${personId}`
  return row?.code ?? undefined
}

/** Who is there now, and of each profession who comes next, in the areas around and within `areaCode`. A hundred at most. */
export async function selectOnDuty(
  sql: Sql,
  me: number,
  { areaCode, profession }: { areaCode: string; profession: DutyProfession | undefined },
  now: Date,
) {
  return sql<(ShiftRow & { lat: number | null; lng: number | null; now: boolean; mine: boolean })[]>`
    with live as (
      select s.* from duty_shifts s
       where s.cancelled_at is null and s.agreed_at is not null
         and s.span && tstzrange(${now}, ${now}::timestamptz + interval '7 days')
         and (starts_with(s.area_code, ${areaCode}) or starts_with(${areaCode}, s.area_code))
         ${profession === undefined ? sql`` : sql`and s.profession = ${profession}`}
    ), next as (
      select profession, min(lower(span)) as starts from live where lower(span) > ${now} group by profession
    )
    select ${shiftColumns(sql)}, a.lat, a.lng, lower(s.span) <= ${now} as now, s.person_id = ${me} as mine
      from live s join areas a on a.code = s.area_code left join next n on n.profession = s.profession
     where lower(s.span) <= ${now} or lower(s.span) = n.starts
     order by lower(s.span) <= ${now} desc, lower(s.span), s.id limit 100`
}

/** A person's own shifts that are not over, the next first. */
export async function selectMyShifts(sql: Sql, me: number, now: Date, after: ShiftPosition | undefined, limit: number) {
  return sql<(ShiftRow & { agreedAt: Date | null })[]>`
    select ${shiftColumns(sql)}, s.agreed_at as "agreedAt"
      from duty_shifts s join areas a on a.code = s.area_code
     where s.person_id = ${me} and s.cancelled_at is null and upper(s.span) > ${now} ${behind(sql, after)}
     order by ${startMs(sql)}, s.id limit ${limit}`
}

/** Shifts that are not over in the areas somebody administers (`areas`), the next first. */
export async function selectShifts(
  sql: Sql,
  areas: readonly string[],
  { profession, now }: { profession: DutyProfession | undefined; now: Date },
  after: ShiftPosition | undefined,
  limit: number,
) {
  return sql<(ShiftRow & { agreedAt: Date | null; personId: number; nickname: string; maskedPhone: string | null })[]>`
    select ${shiftColumns(sql)}, s.agreed_at as "agreedAt", s.person_id as "personId", p.nickname, p.masked_phone as "maskedPhone"
      from duty_shifts s join areas a on a.code = s.area_code join people p on p.id = s.person_id
     where s.area_code ^@ any (${areas as string[]}::text[]) and s.cancelled_at is null and upper(s.span) > ${now}
       ${profession === undefined ? sql`` : sql`and s.profession = ${profession}`} ${behind(sql, after)}
     order by ${startMs(sql)}, s.id limit ${limit}`
}

export interface ShiftRecord extends ShiftRow {
  personId: number
  createdBy: number
  agreedAt: Date | null
}

/** Locks a shift that was not cancelled, as the person on duty or as who administers its area; undefined for everybody else. */
export async function lockShift(
  tx: Tx,
  me: number,
  as: 'person' | 'communityAdmin',
  shiftId: number,
): Promise<ShiftRecord | undefined> {
  const [row] = await tx<ShiftRecord[]>`
    select ${shiftColumns(tx)}, s.person_id as "personId", s.created_by as "createdBy", s.agreed_at as "agreedAt"
      from duty_shifts s join areas a on a.code = s.area_code
     where s.id = ${shiftId} and s.cancelled_at is null
       and ${as === 'person' ? tx`s.person_id = ${me}` : tx`has_role(${me}, '{communityAdmin}', s.area_code)`}
       for no key update of s`
  return row
}

/** Whether somebody can be put on the roster: who has an account and has not deleted it. */
export async function hasAccount(sql: Sql, personId: number): Promise<boolean> {
  const [row] = await sql`select from people where id = ${personId} and openid is not null and deleted_at is null`
  return row !== undefined
}

interface Shift {
  personId: number
  profession: DutyProfession
  areaCode: string
  placeName: string
  surname: string
  from: Date
  until: Date
}

/** A shift in an area that `me` administers; undefined when there is no such area or it is not his. Raises `on_duty_once` when the person is elsewhere. */
export async function insertShift(tx: Tx, me: number, shift: Shift, now: Date): Promise<number | undefined> {
  const [row] = await tx<{ id: number }[]>`
    insert into duty_shifts (person_id, profession, area_code, place_name, surname, span, created_by, created_at)
    select ${shift.personId}, ${shift.profession}, a.code, ${shift.placeName}, ${shift.surname}, tstzrange(${shift.from}, ${shift.until}), ${me}, ${now}
      from areas a where a.code = ${shift.areaCode} and has_role(${me}, '{communityAdmin}', a.code)
    returning id`
  return row?.id
}

/** Changes a locked shift; when it is another one now (`askAgain`), nobody has agreed to it. False when the new area is not administered by `me`. */
export async function updateShift(
  tx: Tx,
  me: number,
  shiftId: number,
  shift: Shift,
  askAgain: boolean,
): Promise<boolean> {
  const rows = await tx`
    update duty_shifts s
       set person_id = ${shift.personId}, profession = ${shift.profession}, area_code = a.code, place_name = ${shift.placeName},
           surname = ${shift.surname}, span = tstzrange(${shift.from}, ${shift.until}),
           agreed_at = case when ${askAgain}::bool then null else s.agreed_at end
      from areas a
     where s.id = ${shiftId} and a.code = ${shift.areaCode} and has_role(${me}, '{communityAdmin}', a.code)
    returning s.id`
  return rows.length > 0
}

export async function setAgreed(tx: Tx, shiftId: number, now: Date): Promise<void> {
  await tx`update duty_shifts set agreed_at = coalesce(agreed_at, ${now}) where id = ${shiftId}`
}

export async function setCancelled(tx: Tx, shiftId: number, now: Date): Promise<void> {
  await tx`update duty_shifts set cancelled_at = ${now} where id = ${shiftId}`
}
