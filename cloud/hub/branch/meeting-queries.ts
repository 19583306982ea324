import type { MeetingAnswer, MeetingAttendance, MeetingKind, MeetingStatus } from '../../../types/hub'
import type { Sql, Tx } from '../../platform/database'

/** Meetings of a branch; each statement asks whether `me` is of it. */

export interface MeetingRow {
  meetingId: number
  kind: MeetingKind
  title: string
  place: string
  startsAt: Date
  endsAt: Date
  status: MeetingStatus
  forMe: boolean
  mySaid: MeetingAnswer | null
  myAttended: MeetingAttendance | null
}

const columns = (sql: Sql, me: number) => sql`
  t.id as "meetingId", t.kind, t.title, t.place, t.starts_at as "startsAt", t.ends_at as "endsAt", t.status,
  t.kind <> 'committee' or branch_post(${me}, t.branch_id) <> 'member' as "forMe", mine.said as "mySaid", mine.attended as "myAttended"`

/** Meetings of the branch of `me` that begin in a time, in their order; `onlyLive`: the next one that is not cancelled and meant for `me`. */
export async function selectMeetings(
  sql: Sql,
  me: number,
  { from, until, onlyLive = false }: { from: Date; until: Date; onlyLive?: boolean },
): Promise<MeetingRow[]> {
  return sql<MeetingRow[]>`
    select ${columns(sql, me)}
      from branch_meetings t left join branch_attendances mine on mine.meeting_id = t.id and mine.member_id = member_of(${me})
     where t.branch_id = branch_of(${me}) and t.starts_at >= ${from} and t.starts_at < ${until}
       and (not ${onlyLive}::bool or (t.status = 'planned' and (t.kind <> 'committee' or branch_post(${me}, t.branch_id) <> 'member')))
     order by t.starts_at, t.id limit ${onlyLive ? 1 : 1000}`
}

export interface Meeting extends MeetingRow {
  branchId: number
  agenda: string
  remoteWay: string
  version: number
  summary: string | null
  cancelReason: string | null
  post: 'secretary' | 'committee' | 'member'
  floating: boolean
}

const detail = (sql: Sql, me: number) => sql`
  ${columns(sql, me)}, t.branch_id as "branchId", t.agenda, t.remote_way as "remoteWay", t.version, t.summary, t.cancel_reason as "cancelReason",
  branch_post(${me}, t.branch_id) as post,
  exists (select from branch_members m where m.branch_id = t.branch_id and m.member_id = member_of(${me}) and m.until_on is null and m.floating) as floating`

/** A meeting of the branch of `me`. */
export async function selectOptionalMeeting(sql: Sql, me: number, meetingId: number): Promise<Meeting | undefined> {
  const [row] = await sql<Meeting[]>`
    select ${detail(sql, me)} from branch_meetings t left join branch_attendances mine on mine.meeting_id = t.id and mine.member_id = member_of(${me})
     where t.id = ${meetingId} and t.branch_id = branch_of(${me})`
  return row
}

/** The same under lock. */
export async function lockMeeting(tx: Tx, me: number, meetingId: number): Promise<Meeting | undefined> {
  const [row] = await tx<Meeting[]>`
    select ${detail(tx, me)} from branch_meetings t left join branch_attendances mine on mine.meeting_id = t.id and mine.member_id = member_of(${me})
     where t.id = ${meetingId} and t.branch_id = branch_of(${me}) for update of t`
  return row
}

/** Who is meant: members now, and whoever stands in its list though he has gone. */
export async function selectPeople(sql: Sql, me: number, meeting: Pick<Meeting, 'meetingId' | 'branchId' | 'kind'>) {
  return sql<
    {
      personId: number
      name: string
      floating: boolean
      member: boolean
      me: boolean
      said: MeetingAnswer | null
      reason: string
      attended: MeetingAttendance | null
    }[]
  >`
    select p.id as "personId", p.nickname as name, coalesce(m.floating, false) as floating, m.id is not null as member, p.id = ${me} as me,
           d.said, coalesce(d.reason, '') as reason, d.attended
      from (select n.member_id from branch_members n where n.branch_id = ${meeting.branchId} and n.until_on is null
            union select o.member_id from branch_attendances o where o.meeting_id = ${meeting.meetingId}) s
      join people p on p.id = person_of_member(s.member_id)
      left join branch_members m on m.member_id = s.member_id and m.branch_id = ${meeting.branchId} and m.until_on is null
       and (${meeting.kind} <> 'committee' or branch_post(p.id, m.branch_id) <> 'member')
      left join branch_attendances d on d.member_id = s.member_id and d.meeting_id = ${meeting.meetingId}
     where m.id is not null or d.member_id is not null
     order by p.nickname, p.id`
}

export async function selectFiles(sql: Sql, meetingId: number): Promise<number[]> {
  const rows = await sql<{ id: number }[]>`
    select file_id as id from branch_meeting_files where meeting_id = ${meetingId} order by added_at, file_id`
  return rows.map(({ id }) => id)
}

export interface MeetingToSave {
  kind: MeetingKind
  title: string
  place: string
  remoteWay: string
  agenda: string
  startsAt: Date
  endsAt: Date
}

export async function insertMeeting(
  tx: Tx,
  branchId: number,
  m: MeetingToSave,
  me: number,
  now: Date,
): Promise<number> {
  const [row] = await tx<{ id: number }[]>`
    insert into branch_meetings (branch_id, kind, title, place, remote_way, agenda, starts_at, ends_at, created_by, created_at)
    values (${branchId}, ${m.kind}, ${m.title}, ${m.place}, ${m.remoteWay}, ${m.agenda}, ${m.startsAt}, ${m.endsAt}, ${me}, ${now}) returning id`
  return row?.id ?? 0
}

export async function updateMeeting(tx: Tx, meetingId: number, m: MeetingToSave): Promise<void> {
  await tx`
    update branch_meetings set kind = ${m.kind}, title = ${m.title}, place = ${m.place}, remote_way = ${m.remoteWay}, agenda = ${m.agenda},
           starts_at = ${m.startsAt}, ends_at = ${m.endsAt}, version = version + 1
     where id = ${meetingId}`
}

export async function setCancelled(tx: Tx, meetingId: number, reason: string): Promise<void> {
  await tx`
    update branch_meetings set status = 'cancelled', cancel_reason = ${reason}, version = version + 1 where id = ${meetingId}`
}

export async function setHeld(tx: Tx, meetingId: number, summary: string, now: Date): Promise<void> {
  await tx`
    update branch_meetings set status = 'held', held_at = coalesce(held_at, ${now}), summary = ${summary}, version = version + 1 where id = ${meetingId}`
}

export async function upsertAnswer(
  tx: Tx,
  meetingId: number,
  personId: number,
  said: MeetingAnswer,
  reason: string,
  now: Date,
): Promise<void> {
  await tx`
    insert into branch_attendances (meeting_id, member_id, said, reason, said_at)
    values (${meetingId}, member_of(${personId}), ${said}, ${reason}, ${now})
    on conflict (meeting_id, member_id) do update set said = excluded.said, reason = excluded.reason, said_at = excluded.said_at`
}

export async function upsertAttendance(
  tx: Tx,
  meetingId: number,
  rows: readonly { personId: number; attended: MeetingAttendance }[],
  me: number,
  now: Date,
): Promise<void> {
  await tx`
    insert into branch_attendances (meeting_id, member_id, attended, noted_by, noted_at)
    select ${meetingId}, member_of(n.person), n.attended, ${me}, ${now}::timestamptz(3)
      from unnest(${rows.map((r) => r.personId)}::bigint[], ${rows.map((r) => r.attended)}::text[]) as n (person, attended)
    on conflict (meeting_id, member_id) do update set attended = excluded.attended, noted_by = excluded.noted_by, noted_at = excluded.noted_at`
}

export async function insertFiles(
  tx: Tx,
  meetingId: number,
  fileIds: readonly number[],
  me: number,
  now: Date,
): Promise<void> {
  await tx`
    insert into branch_meeting_files (meeting_id, file_id, added_by, added_at)
    select ${meetingId}, n.id, ${me}, ${now}::timestamptz(3) from unnest(${fileIds as number[]}::bigint[]) as n (id) on conflict do nothing`
}

/** The day of the last meeting of each kind that was held, and of the next that is planned. */
export async function selectHeld(sql: Sql, branchId: number, now: Date) {
  return sql<{ kind: MeetingKind; lastOn: string | null; plannedOn: string | null }[]>`
    select kind, max((starts_at at time zone 'Asia/Shanghai')::date) filter (where status = 'held')::text as "lastOn",
           min((starts_at at time zone 'Asia/Shanghai')::date) filter (where status = 'planned' and starts_at >= ${now})::text as "plannedOn"
      from branch_meetings where branch_id = ${branchId} group by kind`
}
