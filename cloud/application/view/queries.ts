import type { EventKind, Status } from '../../../types/application'
import type { Sql } from '../../platform/database'

/** What pages show of one application beside its row. */

export interface StoredDocument {
  key: string
  round: number
  later: boolean
  reused: boolean
  verdict: 'ok' | 'notOk' | null
  fileIds: number[]
}

/** The newest of each document, and how it was handed in. */
export async function selectDocuments(sql: Sql, applicationId: number): Promise<StoredDocument[]> {
  return sql<StoredDocument[]>`
    select distinct on (d.key) d.key, d.round, d.later, d.reused, d.verdict,
           array(select f.file_id from application_document_files f
                  where f.application_id = d.application_id and f.key = d.key and f.round = d.round order by f.position) as "fileIds"
      from application_documents d where d.application_id = ${applicationId} order by d.key, d.round desc`
}

export interface EventRow {
  seq: number
  at: Date
  kind: EventKind
  from: Status
  to: Status
  by: string | null
  why: string | null
}

export async function selectEvents(sql: Sql, applicationId: number): Promise<EventRow[]> {
  return sql<EventRow[]>`
    select e.seq, e.at, e.kind, e.from_status as "from", e.to_status as "to", p.nickname as by, e.why
      from application_events e left join people p on p.id = e.person_id
     where e.application_id = ${applicationId} order by e.seq`
}

/** Who was told that it is overdue, by the last `steps` times it went up, the first of them first. */
export async function selectEscalatedTo(
  sql: Sql,
  applicationId: number,
  steps: number,
): Promise<{ role: 'approver' | 'supervisor' | 'communityAdmin'; names: string[] }[]> {
  return sql`
    select e.role, e.names
      from (select seq, facts->>'role' as role,
                   array(select p.nickname from jsonb_array_elements_text(facts->'told') t join people p on p.id = t::bigint order by p.id) as names
              from application_events
             where application_id = ${applicationId} and kind = 'escalate' and facts ? 'told' order by seq desc limit ${steps}) e
     where cardinality(e.names) > 0 order by e.seq`
}

export interface NoticeRow {
  nth: number
  at: Date
  by: string
  dueAt: Date
  lines: { key: string; what: string; how: string }[]
}

export async function selectNotices(sql: Sql, applicationId: number): Promise<NoticeRow[]> {
  return sql<NoticeRow[]>`
    select n.nth, n.at, p.nickname as by, n.due_at as "dueAt",
           (select jsonb_agg(jsonb_build_object('key', l.key, 'what', l.what, 'how', l.how) order by l.key)
              from correction_lines l where l.application_id = n.application_id and l.nth = n.nth) as lines
      from correction_notices n join people p on p.id = n.by where n.application_id = ${applicationId} order by n.nth`
}

export interface Sealed {
  answers: Record<string, string>
  formCipher: Buffer | null
  postToCipher: Buffer | null
  noticeDraft: { key: string; what: string; how: string }[]
  savedAt: Date
  trackingNumber: string | null
}

/** What was filled in, still sealed. */
export async function selectFilledIn(sql: Sql, applicationId: number): Promise<Sealed> {
  const [row] = await sql<Sealed[]>`
    select answers, form_cipher as "formCipher", post_to_cipher as "postToCipher", notice_draft as "noticeDraft", saved_at as "savedAt",
           tracking_number as "trackingNumber"
      from applications where id = ${applicationId}`
  if (!row) throw new Error(`application ${applicationId} is gone`)
  return row
}

export interface AppointmentRow {
  appointmentId: number
  startsAt: Date
  windowName: string
  place: string
  phone: string
  code: string
  status: 'booked' | 'checkedIn' | 'cancelled' | 'missed'
}

/** The appointment that counts: the newest that is booked or was kept, else the newest. */
export async function selectOptionalAppointment(sql: Sql, applicationId: number): Promise<AppointmentRow | undefined> {
  const [row] = await sql<AppointmentRow[]>`
    select p.id as "appointmentId", p.starts_at as "startsAt", w.name as "windowName", w.place, w.phone, p.code, p.status
      from appointments p join service_windows w on w.id = p.window_id
     where p.application_id = ${applicationId}
     order by p.status in ('booked', 'checkedIn') desc, p.id desc limit 1`
  return row
}

/** Everything small about an application that pages show, in one statement. */
export interface Around {
  visits: number
  visitsAllowed: number
  apology: string | null
  rating: { level: number; words: string; ratedAt: Date } | null
  ratingAnswer: string | null
  appeal: { words: string; at: Date; answer: string | null; answeredAt: Date | null } | null
  helper: { personId: number; name: string; until: Date; ended: boolean } | null
  letters: { letterId: number; kind: 'receipt' | 'correctionNotice' | 'decision'; issuedAt: Date; checkCode: string }[]
  messages: { messageId: number; at: Date; from: 'applicant' | 'staff'; name: string; words: string }[]
}

export async function selectAround(sql: Sql, applicationId: number): Promise<Around> {
  const [[row], letters, messages, [appeal], [rating], [helper]] = await Promise.all([
    sql<{ visits: number; visitsAllowed: number; apology: string | null; ratingAnswer: string | null }[]>`
      select (select count(*)::int from appointments p where p.application_id = ${applicationId} and p.status = 'checkedIn') as visits,
             (select count(*)::int from visit_exceptions x where x.application_id = ${applicationId}) + 1 as "visitsAllowed",
             (select x.apology from visit_exceptions x where x.application_id = ${applicationId} order by x.id desc limit 1) as apology,
             (select b.answer from rating_call_backs b where b.application_id = ${applicationId}) as "ratingAnswer"`,
    sql<Around['letters']>`
      select id as "letterId", kind, issued_at as "issuedAt", check_code as "checkCode"
        from application_letters where application_id = ${applicationId} and replaced_at is null order by id`,
    sql<Around['messages']>`
      select m.id as "messageId", m.at, case when m.from_staff then 'staff' else 'applicant' end as "from", p.nickname as name, m.words
        from application_messages m join people p on p.id = m.person_id where m.application_id = ${applicationId} order by m.id`,
    sql<NonNullable<Around['appeal']>[]>`
      select words, at, answer, answered_at as "answeredAt" from application_appeals where application_id = ${applicationId}`,
    sql<NonNullable<Around['rating']>[]>`
      select level, words, rated_at as "ratedAt" from application_ratings where application_id = ${applicationId}`,
    sql<NonNullable<Around['helper']>[]>`
      select h.helper_id as "personId", p.nickname as name, h.until_at as until, h.ended_at is not null or h.until_at <= now() as ended
        from application_helpers h join people p on p.id = h.helper_id
       where h.application_id = ${applicationId} order by h.consent_at desc limit 1`,
  ])
  return {
    ...(row ?? { visits: 0, visitsAllowed: 1, apology: null, ratingAnswer: null }),
    letters: [...letters],
    messages: [...messages],
    appeal: appeal ?? null,
    rating: rating ?? null,
    helper: helper ?? null,
  }
}

/** How often somebody came for each of these applications. */
export async function selectVisits(sql: Sql, applicationIds: readonly number[]): Promise<Map<number, number>> {
  if (applicationIds.length === 0) return new Map()
  const rows = await sql<{ id: number; visits: number }[]>`
    select application_id as id, count(*)::int as visits from appointments
     where application_id = any (${applicationIds as number[]}::bigint[]) and status = 'checkedIn' group by 1`
  return new Map(rows.map((row) => [row.id, row.visits]))
}

/** Why the clock of each of these stands still now. */
export async function selectOpenPauses(sql: Sql, applicationIds: readonly number[]) {
  if (applicationIds.length === 0) return new Map<number, string>()
  const rows = await sql<{ id: number; reason: string }[]>`
    select application_id as id, reason from application_pauses
     where application_id = any (${applicationIds as number[]}::bigint[]) and until_at is null`
  return new Map(rows.map((row) => [row.id, row.reason]))
}

/** In which capacity somebody helps with each of these now (帮办代办). */
export async function selectHelperKinds(sql: Sql, applicationIds: readonly number[]) {
  if (applicationIds.length === 0) return new Map<number, 'family' | 'volunteer' | 'gridWorker'>()
  const rows = await sql<{ id: number; kind: 'family' | 'volunteer' | 'gridWorker' | null }[]>`
    select a.id, coalesce(
             (select h.kind from application_helpers h where h.application_id = a.id and h.ended_at is null and h.until_at > now()),
             case when a.made_by <> a.applicant_id then
               case when exists (select from family_members f where f.helper_id = a.made_by and f.person_id = a.applicant_id) then 'family'
                    else 'gridWorker' end
             end) as kind
      from applications a where a.id = any (${applicationIds as number[]}::bigint[])`
  return new Map(rows.flatMap(({ id, kind }) => (kind ? [[id, kind] as const] : [])))
}
