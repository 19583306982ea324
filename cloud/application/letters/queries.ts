import { parseCheckCode } from '../../platform/check-code'
import type { Sql, Tx } from '../../platform/database'

/** Letters as they were issued. */

export type LetterKind = 'receipt' | 'correctionNotice' | 'decision'

/** What a letter says: enough to print it again, word for word. */
export interface LetterContent {
  number: string
  itemName: string
  department: string
  applicant: string
  outcome?: 'approved' | 'refused'
  paragraphs: string[]
  table?: { head: string[]; rows: string[][] }
}

export interface Letter {
  letterId: number
  kind: LetterKind
  areaCode: string
  checkCode: string
  content: LetterContent
  issuedAt: Date
  replaced: boolean
}

const columns = (sql: Sql) => sql`
  l.id as "letterId", l.kind, a.area_code as "areaCode", l.check_code as "checkCode", l.content, l.issued_at as "issuedAt",
  l.replaced_at is not null as replaced`

/** A letter, for the applicant's side and for the staff of the case. */
export async function selectOptionalLetter(sql: Sql, me: number, letterId: number): Promise<Letter | undefined> {
  const [row] = await sql<Letter[]>`
    select ${columns(sql)} from application_letters l join applications a on a.id = l.application_id
     where l.id = ${letterId}
       and (on_applicants_side(${me}::bigint, a) or has_role(${me}::bigint, '{clerk,approver,communityAdmin,supervisor}', a.area_code))`
  return row
}

/** A letter by its check code, as somebody typed it; undefined for what is no code of ours. */
export async function selectOptionalLetterByCode(sql: Sql, typed: string): Promise<Letter | undefined> {
  const code = parseCheckCode(typed)
  if (code === undefined) return undefined
  const [row] = await sql<Letter[]>`
    select ${columns(sql)} from application_letters l join applications a on a.id = l.application_id where l.check_code = ${code}`
  return row
}

export async function insertLetter(
  tx: Tx,
  applicationId: number,
  kind: LetterKind,
  checkCode: string,
  content: LetterContent,
  at: Date,
): Promise<number> {
  const [row] = await tx<{ id: number }[]>`
    insert into application_letters (application_id, kind, check_code, content, issued_at)
    values (${applicationId}, ${kind}, ${checkCode}, ${JSON.stringify(content)}::jsonb, ${at}) returning id`
  return row?.id ?? 0
}

/** A decision that is taken anew replaces the letter of the one before. */
export async function replaceLetters(tx: Tx, applicationId: number, kind: LetterKind, at: Date): Promise<void> {
  await tx`
    update application_letters set replaced_at = ${at} where application_id = ${applicationId} and kind = ${kind} and replaced_at is null`
}
