import { CodeCheck, type Found } from '../../../../components/code-check'
import { client } from '../../../../platform/client'
import { datedDay } from '../../../../platform/dates'
import { quarterName, checkPointsWording as words } from '../../points/wording'

/** Anybody checks a statement of points by its code: it says no more than the paper itself. */
export default function CheckPointsPage() {
  return <CodeCheck words={words} check={check} />
}

async function check(code: string): Promise<Found | null> {
  const answer = await client.hub.checkPointStatement({ code })
  const statement = answer.ok ? answer.value.statement : null
  if (!statement) return null
  const { facts } = words
  return {
    valid: true,
    verdict: words.yes,
    note: words.compare,
    facts: [
      [facts.name, statement.name],
      [facts.quarter, quarterName(statement.quarter)],
      [facts.total, words.points(statement.total)],
      [facts.entries, words.times(statement.entries)],
      [facts.issuedOn, datedDay(statement.issuedOn)],
    ],
  }
}
