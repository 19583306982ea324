import { CodeCheck, type Found } from '../../../../components/code-check'
import { client } from '../../../../platform/client'
import { datedDay } from '../../../../platform/dates'
import { lengthOf, checkStatementWording as words } from '../../hours/wording'

/** Anybody checks a 平台服务记录 by its code: it says no more than the paper itself. */
export default function CheckStatementPage() {
  return <CodeCheck words={words} check={check} />
}

async function check(code: string): Promise<Found | null> {
  const answer = await client.volunteer.checkStatement({ code })
  const statement = answer.ok ? answer.value.statement : null
  if (!statement) return null
  const { facts } = words
  return {
    valid: true,
    verdict: words.yes,
    note: words.compare,
    facts: [
      [facts.name, statement.name],
      [facts.days, words.days(datedDay(statement.fromOn), datedDay(statement.untilOn))],
      [facts.length, lengthOf(statement.minutes)],
      [facts.records, words.times(statement.records)],
      [facts.issuedOn, datedDay(statement.issuedOn)],
    ],
  }
}
