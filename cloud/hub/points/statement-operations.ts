import type { hub } from '../../../types/hub'
import { dayOf } from '../../deadlines/working-days'
import { newCheckCode } from '../../platform/check-code'
import { NotFound, refuse } from '../../platform/fault'
import { maskName } from '../../platform/mask-name'
import type { Handlers } from '../../platform/operations'
import { drawLetter } from '../../platform/pdf/draw'
import { found } from '../../platform/serve'
import { selectPostOver, selectSums } from './queries'
import { quarterOf } from './rules'
import * as queries from './statement-queries'
import { pointsWording as words } from './wording'

type StatementOperations = Pick<Handlers<typeof hub>, 'issuePointStatement' | 'pointStatement' | 'checkPointStatement'>

/** So many entries stand on the paper; the rest is in the sum. */
const mostRows = 200

/** A quarter on paper, for the member and the secretary of his branch: nobody else gets it, nothing compares it. */
export const statementOperations: StatementOperations = {
  async issuePointStatement(tx, who, input, call) {
    const personId = input.personId ?? who.personId
    if (personId !== who.personId && (await selectPostOver(tx, who.personId, personId)) !== 'secretary')
      throw new NotFound()
    const quarter = quarterOf(input.quarter)
    const entries = await queries.selectContent(tx, personId, quarter)
    if (entries.rows.length === 0) return refuse('nothingThere')
    const content = { ...entries, sums: await selectSums(tx, personId, quarter) }
    const checkCode = newCheckCode()
    const issued = { personId, checkCode, quarter, content, issuedBy: who.personId, issuedAt: call.now }
    const { statementId, memberId } = await queries.insertStatement(tx, issued)
    const after = { memberId, quarter, entries: content.rows.length }
    call.audit({ target: `pointStatement:${statementId}`, role: 'partyMember', after })
    return { statementId, checkCode }
  },

  async pointStatement(sql, who, input, call) {
    const statement = found(await queries.selectOptionalStatement(sql, who.personId, input.statementId))
    const { statementId, checkCode, quarter, content, issuedAt } = statement
    const { name, branch, sums, rows } = content
    const listed = rows.slice(0, mostRows)
    const { pdf } = await drawLetter({
      office: branch ?? words.noBranch,
      number: words.number(statementId),
      title: words.title,
      to: name,
      paragraphs: words.paragraphs(quarter, rows.length, sums),
      table: {
        columns: words.head.map((heading, n) => ({ heading, share: [3, 7, 1.5][n] ?? 1 })),
        rows: listed.map((row) => [row.day, words.row(row.rule, row.counter, row.words), words.signed(row.points)]),
      },
      closing: [...(rows.length > listed.length ? [words.more(rows.length - listed.length)] : []), words.closing],
      checkCode,
      checkUrl: checkPage(call.services.publicUrl() ?? '', checkCode),
      issuedAt,
    })
    call.audit({ target: `pointStatement:${statementId}` })
    return {
      fileName: `${words.fileName(quarter)}.pdf`,
      mimeType: 'application/pdf',
      base64: Buffer.from(pdf).toString('base64'),
    }
  },

  async checkPointStatement(sql, _who, input) {
    const statement = await queries.selectOptionalStatementByCode(sql, input.code)
    if (!statement) return { statement: null }
    const { content, quarter, issuedAt } = statement
    return {
      statement: {
        name: maskName(content.name),
        quarter,
        total: content.sums.total,
        entries: content.rows.length,
        issuedOn: dayOf(issuedAt),
      },
    }
  },
}

/** The public page that says whether a statement is ours; in the browser's build, so that it opens without WeChat too. */
const checkPage = (publicUrl: string, code: string) =>
  `${publicUrl.replace(/\/$/, '')}/#/features/party/pages/check-points/index?code=${encodeURIComponent(code)}`
