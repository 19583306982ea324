import { Text } from '@tarojs/components'
import { CodeCheck, type Found } from '../../../../components/code-check'
import { client } from '../../../../platform/client'
import { datedDay } from '../../../../platform/dates'
import { caseWording } from '../../case/wording'
import { letterWording as words } from '../../letter/wording'

/** Anybody checks a letter by its code: it says no more than the letter itself. */
export default function CheckLetterPage() {
  return <CodeCheck words={words} check={check} />
}

async function check(code: string): Promise<Found | null> {
  const answer = await client.application.checkLetter({ code })
  const letter = answer.ok ? answer.value.letter : null
  if (!letter) return null
  const { facts } = words
  return {
    valid: !letter.replaced,
    verdict: letter.replaced ? words.replaced : words.yes,
    note: letter.replaced ? words.replacedNote : words.compare,
    facts: [
      [facts.kind, caseWording.letters.names[letter.kind]],
      [facts.number, inParts(letter.number)],
      [facts.itemName, letter.itemName],
      [facts.applicant, letter.applicant],
      [facts.department, letter.department],
      [facts.issuedOn, datedDay(letter.issuedOn)],
      ...(letter.outcome ? [[facts.outcome, caseWording.decision[letter.outcome]] as const] : []),
    ],
  }
}

/** A case number, on two lines only between its parts. */
const inParts = (number: string) =>
  number.match(/[^-]+-?/g)?.map((part) => (
    <Text key={part} className="nowrap">
      {part}
    </Text>
  ))
