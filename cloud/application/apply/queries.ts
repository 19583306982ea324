import type { Sql, Tx } from '../../platform/database'

/** Statements of the applicant's side. */

export interface Applicant {
  personId: number
  name: string
  /** The community the person lives in, or was enrolled in; null when neither is known. */
  communityCode: string | null
  mayActFor: boolean
}

export async function selectOptionalApplicant(sql: Sql, me: number, personId: number): Promise<Applicant | undefined> {
  const [row] = await sql<Applicant[]>`
    select id as "personId", nickname as name, may_act_for(${me}::bigint, id) as "mayActFor",
           coalesce(community_code, case when length(enrolled_in) >= 12 then left(enrolled_in, 12) end) as "communityCode"
      from people where id = ${personId} and deleted_at is null`
  return row
}

export async function countDrafts(tx: Tx, me: number): Promise<number> {
  const [row] = await tx<
    { n: number }[]
  >`select count(*)::int as n from applications where made_by = ${me} and status = 'draft'`
  return row?.n ?? 0
}

export interface Draft {
  itemId: number
  itemVersion: number
  itemName: string
  department: string
  kind: 'onSpot' | 'promised'
  areaCode: string
  applicantId: number
  applicantName: string
  answers: Record<string, string>
  formCipher: Buffer
  delivery: string | null
  postToCipher: Buffer | null
}

export async function insertDraft(tx: Tx, me: number, d: Draft, now: Date): Promise<number> {
  const [row] = await tx<{ id: number }[]>`
    insert into applications (item_id, item_version, item_name, department, kind, area_code, applicant_id, applicant_name, made_by, answers,
                              form_cipher, delivery, post_to_cipher, saved_at, changed_at)
    values (${d.itemId}, ${d.itemVersion}, ${d.itemName}, ${d.department}, ${d.kind}, ${d.areaCode}, ${d.applicantId}, ${d.applicantName}, ${me},
            ${JSON.stringify(d.answers)}::jsonb, ${d.formCipher}, ${d.delivery}, ${d.postToCipher}, ${now}, ${now})
    returning id`
  return row?.id ?? 0
}

export async function updateDraft(tx: Tx, applicationId: number, d: Draft, now: Date): Promise<void> {
  await tx`
    update applications
       set item_version = ${d.itemVersion}, item_name = ${d.itemName}, department = ${d.department}, kind = ${d.kind}, area_code = ${d.areaCode},
           applicant_id = ${d.applicantId}, applicant_name = ${d.applicantName}, answers = ${JSON.stringify(d.answers)}::jsonb,
           form_cipher = ${d.formCipher}, delivery = ${d.delivery}, post_to_cipher = ${d.postToCipher}, saved_at = ${now}, changed_at = ${now}
     where id = ${applicationId} and status = 'draft'`
}

export async function updateForm(tx: Tx, applicationId: number, formCipher: Buffer): Promise<void> {
  await tx`update applications set form_cipher = ${formCipher} where id = ${applicationId}`
}

export async function deleteDraft(tx: Tx, applicationId: number): Promise<void> {
  await tx`delete from applications where id = ${applicationId} and status = 'draft'`
}

/** Holds everybody else who submits the same item for the same person until this one is done. */
export async function lockApplicantItem(tx: Tx, applicantId: number, itemId: number): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended('application/' || ${applicantId}::text || '/' || ${itemId}::text, 0))`
}

/** An application of the same item for the same person that is under way. */
export async function selectOptionalUnderWay(tx: Tx, applicantId: number, itemId: number) {
  const [row] = await tx<{ applicationId: number; number: string }[]>`
    select id as "applicationId", number from applications
     where applicant_id = ${applicantId} and item_id = ${itemId}
       and status in ('submitted', 'correctionRequested', 'accepted', 'conditionallyAccepted', 'deemedAccepted', 'inReview', 'suspended')`
  return row
}

/** The next sequence number of an area on a day, without gaps or twins: the row is locked until the transaction ends. */
export async function takeSequence(tx: Tx, areaCode: string, day: string): Promise<number> {
  const [row] = await tx<{ last: number }[]>`
    insert into application_numbers (area_code, day, last) values (${areaCode}, ${day}::date, 1)
    on conflict (area_code, day) do update set last = application_numbers.last + 1 returning last`
  return row?.last ?? 0
}

/** Forgets what a draft held for its documents; returns the files that lay there. */
export async function clearRound(tx: Tx, applicationId: number, round: number): Promise<number[]> {
  const rows = await tx<{ fileId: number }[]>`
    delete from application_document_files where application_id = ${applicationId} and round = ${round} returning file_id as "fileId"`
  await tx`delete from application_documents where application_id = ${applicationId} and round = ${round}`
  return rows.map((row) => row.fileId)
}

export interface DocumentRow {
  key: string
  later: boolean
  reused: boolean
  fileIds: readonly number[]
}

export async function insertDocuments(
  tx: Tx,
  applicationId: number,
  round: number,
  documents: readonly DocumentRow[],
): Promise<void> {
  if (documents.length === 0) return
  await tx`
    insert into application_documents (application_id, key, round, later, reused)
    select ${applicationId}::bigint, key, ${round}::int, later, reused
      from unnest(${documents.map((d) => d.key)}::text[], ${documents.map((d) => String(d.later))}::text[]::boolean[],
                  ${documents.map((d) => String(d.reused))}::text[]::boolean[]) as d (key, later, reused)`
  const files = documents.flatMap((d) => d.fileIds.map((fileId, position) => ({ key: d.key, fileId, position })))
  if (files.length === 0) return
  await tx`
    insert into application_document_files (application_id, key, round, position, file_id)
    select ${applicationId}::bigint, key, ${round}::int, position, file_id
      from unnest(${files.map((f) => f.key)}::text[], ${files.map((f) => f.position)}::int[], ${files.map((f) => f.fileId)}::bigint[])
           as f (key, position, file_id)`
}

/** The newest notice with its lines. */
export async function selectOptionalLastNotice(tx: Tx, applicationId: number) {
  const [row] = await tx<{ nth: number; lines: { key: string }[] }[]>`
    select n.nth, (select jsonb_agg(jsonb_build_object('key', l.key)) from correction_lines l
                    where l.application_id = n.application_id and l.nth = n.nth) as lines
      from correction_notices n where n.application_id = ${applicationId} order by n.nth desc limit 1`
  return row
}

export async function insertMessage(
  tx: Tx,
  applicationId: number,
  personId: number,
  fromStaff: boolean,
  words: string,
  now: Date,
): Promise<void> {
  await tx`
    insert into application_messages (application_id, person_id, from_staff, words, at)
    values (${applicationId}, ${personId}, ${fromStaff}, ${words}, ${now})`
}

/** Messages of the applicant's side since the staff last spoke. */
export async function countWaitingMessages(tx: Tx, applicationId: number): Promise<number> {
  const [row] = await tx<{ n: number }[]>`
    select count(*)::int as n from application_messages m
     where m.application_id = ${applicationId} and not m.from_staff
       and m.id > coalesce((select max(s.id) from application_messages s where s.application_id = ${applicationId} and s.from_staff), 0)`
  return row?.n ?? 0
}

/** Cancels the appointment still to come, and gives its place back. */
export async function cancelOpenAppointment(tx: Tx, applicationId: number): Promise<void> {
  await tx`
    with gone as (
      update appointments set status = 'cancelled' where application_id = ${applicationId} and status = 'booked' returning window_id, starts_at
    )
    update service_window_slots s set taken = s.taken - 1 from gone where s.window_id = gone.window_id and s.starts_at = gone.starts_at`
}

/** Everybody on the applicant's side who should hear of a step: the applicant, a helper whose consent lasts, and who filled it in while they may act. */
export async function selectApplicantsSide(tx: Tx, applicationId: number): Promise<number[]> {
  const rows = await tx<{ id: number }[]>`
    select a.applicant_id as id from applications a where a.id = ${applicationId}
    union
    select h.helper_id from application_helpers h
     where h.application_id = ${applicationId} and h.ended_at is null and h.until_at > now()
    union
    select a.made_by from applications a where a.id = ${applicationId} and on_applicants_side(a.made_by, a)`
  return rows.map((row) => row.id)
}
