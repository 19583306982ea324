import { parseCheckCode } from '../../platform/check-code'
import type { Sql, Tx } from '../../platform/database'

/** 平台服务记录 as they were issued. */

export interface StatementContent {
  name: string
  minutes: number
  rows: { day: string; title: string; minutes: number }[]
}

export interface Statement {
  statementId: number
  checkCode: string
  fromOn: string
  untilOn: string
  content: StatementContent
  issuedAt: Date
}

const columns = (sql: Sql) => sql`
  s.id as "statementId", s.check_code as "checkCode", s.from_on::text as "fromOn", s.until_on::text as "untilOn", s.content, s.issued_at as "issuedAt"`

export async function selectOptionalStatement(
  sql: Sql,
  me: number,
  statementId: number,
): Promise<Statement | undefined> {
  const [row] = await sql<Statement[]>`
    select ${columns(sql)} from service_statements s where s.id = ${statementId} and s.person_id = ${me}`
  return row
}

/** A statement by its code, as somebody typed it; undefined for what is no code of ours. */
export async function selectOptionalStatementByCode(sql: Sql, typed: string): Promise<Statement | undefined> {
  const code = parseCheckCode(typed)
  if (code === undefined) return undefined
  const [row] = await sql<Statement[]>`select ${columns(sql)} from service_statements s where s.check_code = ${code}`
  return row
}

export async function insertStatement(
  tx: Tx,
  s: Omit<Statement, 'statementId'> & { personId: number },
): Promise<number> {
  const [row] = await tx<{ id: number }[]>`
    insert into service_statements (person_id, check_code, from_on, until_on, content, issued_at)
    values (${s.personId}, ${s.checkCode}, ${s.fromOn}::date, ${s.untilOn}::date, ${JSON.stringify(s.content)}::jsonb, ${s.issuedAt}) returning id`
  return row?.id ?? 0
}

/** Under which name somebody serves. */
export async function selectName(sql: Sql, personId: number): Promise<string> {
  const [row] = await sql<{ name: string }[]>`
    select coalesce(v.name, p.nickname) as name from people p left join volunteers v on v.person_id = p.id where p.id = ${personId}`
  return row?.name ?? ''
}
