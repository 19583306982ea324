import { parseCheckCode } from '../../platform/check-code'
import type { Sql, Tx } from '../../platform/database'
import type { Sums } from './queries'

/** Statements as they were issued. */

export interface StatementContent {
  name: string
  branch: string | null
  sums: Sums
  rows: { day: string; rule: string; counter: boolean; words: string; points: number }[]
}

export interface Statement {
  statementId: number
  checkCode: string
  quarter: string
  content: StatementContent
  issuedAt: Date
}

const columns = (sql: Sql) => sql`
  s.id as "statementId", s.check_code as "checkCode", s.quarter::text as quarter, unseal_text(s.content_cipher)::jsonb as content,
  s.issued_at as "issuedAt"`

/** For the member and the secretary of his branch. */
export async function selectOptionalStatement(
  sql: Sql,
  me: number,
  statementId: number,
): Promise<Statement | undefined> {
  const [row] = await sql<Statement[]>`
    select ${columns(sql)} from point_statements s
     where s.id = ${statementId} and (s.member_id = member_of(${me}) or branch_post(${me}, branch_of(person_of_member(s.member_id))) = 'secretary')`
  return row
}

export async function selectOptionalStatementByCode(sql: Sql, typed: string): Promise<Statement | undefined> {
  const code = parseCheckCode(typed)
  if (code === undefined) return undefined
  const [row] = await sql<Statement[]>`select ${columns(sql)} from point_statements s where s.check_code = ${code}`
  return row
}

/** Everything of a quarter, in its order. */
export async function selectContent(sql: Sql, personId: number, quarter: string) {
  const [who] = await sql<{ name: string; branch: string | null }[]>`
    select p.nickname as name, b.name as branch from people p left join branches b on b.id = branch_of(p.id) where p.id = ${personId}`
  const rows = await sql<StatementContent['rows']>`
    select (e.at at time zone 'Asia/Shanghai')::date::text as day, r.words as rule, e.counters_id is not null as counter, e.words, e.points
      from point_entries e join point_rules r on r.id = e.rule_id where e.member_id = member_of(${personId}) and e.quarter = ${quarter}::date order by e.id`
  return { name: who?.name ?? '', branch: who?.branch ?? null, rows: [...rows] }
}

export async function insertStatement(
  tx: Tx,
  s: Omit<Statement, 'statementId'> & { personId: number; issuedBy: number },
): Promise<{ statementId: number; memberId: number }> {
  const [row] = await tx<{ statementId: number; memberId: number }[]>`
    insert into point_statements (member_id, check_code, quarter, content_cipher, issued_by, issued_at)
    values (member_of(${s.personId}), ${s.checkCode}, ${s.quarter}::date, seal_text(${JSON.stringify(s.content)}), nullif(${s.issuedBy}::bigint, ${s.personId}), ${s.issuedAt})
    returning id as "statementId", member_id as "memberId"`
  return row as { statementId: number; memberId: number }
}
