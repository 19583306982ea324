import type { volunteer } from '../../../types/volunteer'
import { dayOf } from '../../deadlines/working-days'
import { selectAreaName } from '../../people/scope'
import { newCheckCode } from '../../platform/check-code'
import { refuse } from '../../platform/fault'
import { maskName } from '../../platform/mask-name'
import type { Handlers } from '../../platform/operations'
import { drawLetter } from '../../platform/pdf/draw'
import { found } from '../../platform/serve'
import { helpKindNames } from '../wording'
import { selectCounted } from './queries'
import * as queries from './statement-queries'
import { statementWording as words } from './wording'

type StatementOperations = Pick<Handlers<typeof volunteer>, 'issueStatement' | 'statement' | 'checkStatement'>

/** So many rows stand on the paper; the rest is in the sum. */
const mostRows = 200

/** 平台服务记录: what somebody did, on paper, for whoever he shows it to. */
export const statementOperations: StatementOperations = {
  async issueStatement(tx, who, input, call) {
    const { fromOn, untilOn } = input
    if (fromOn > untilOn || fromOn > dayOf(call.now)) return refuse('daysWrong')
    const counted = await selectCounted(tx, who.personId, fromOn, untilOn)
    if (counted.length === 0) return refuse('nothingThere')
    const checkCode = newCheckCode()
    const content = {
      name: await queries.selectName(tx, who.personId),
      minutes: counted.reduce((sum, one) => sum + one.minutes, 0),
      rows: counted.map(({ day, title, kind, minutes }) => ({
        day,
        title: title ?? (kind ? helpKindNames[kind] : words.longer),
        minutes,
      })),
    }
    const issued = { personId: who.personId, checkCode, fromOn, untilOn, content, issuedAt: call.now }
    const statementId = await queries.insertStatement(tx, issued)
    call.audit({ target: `serviceStatement:${statementId}`, after: { fromOn, untilOn, minutes: content.minutes } })
    return { statementId, checkCode }
  },

  async statement(sql, who, input, call) {
    const { statementId, checkCode, fromOn, untilOn, content, issuedAt } = found(
      await queries.selectOptionalStatement(sql, who.personId, input.statementId),
    )
    const { publicUrl, countyCode } = call.services
    const { name, minutes, rows } = content
    const listed = rows.slice(0, mostRows)
    const { pdf } = await drawLetter({
      office: words.office(await selectAreaName(sql, countyCode)),
      number: words.number(statementId),
      title: words.title,
      to: name,
      paragraphs: words.paragraphs(name, fromOn, untilOn, minutes, rows.length),
      table: {
        columns: words.head.map((heading, n) => ({ heading, share: n === 1 ? 3 : 2 })),
        rows: listed.map((row) => [words.date(row.day), row.title, words.hours(row.minutes)]),
      },
      closing: [...(rows.length > listed.length ? [words.more(rows.length - listed.length)] : []), words.closing],
      checkCode,
      checkUrl: checkPage(publicUrl() ?? '', checkCode),
      issuedAt,
    })
    call.audit({ target: `serviceStatement:${statementId}` })
    return {
      fileName: `${words.fileName}-${fromOn}-${untilOn}.pdf`,
      mimeType: 'application/pdf',
      base64: Buffer.from(pdf).toString('base64'),
    }
  },

  async checkStatement(sql, _who, input) {
    const statement = await queries.selectOptionalStatementByCode(sql, input.code)
    if (!statement) return { statement: null }
    const { content, fromOn, untilOn, issuedAt } = statement
    return {
      statement: {
        name: maskName(content.name),
        fromOn,
        untilOn,
        minutes: content.minutes,
        records: content.rows.length,
        issuedOn: dayOf(issuedAt),
      },
    }
  },
}

/** The public page that says whether a statement is ours; in the browser's build, so that it opens without WeChat too. */
const checkPage = (publicUrl: string, code: string) =>
  `${publicUrl.replace(/\/$/, '')}/#/features/volunteer/pages/check-statement/index?code=${encodeURIComponent(code)}`
