import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card, Row, Section } from '../../../components/card'
import { Chips } from '../../../components/chips'
import { Heading } from '../../../components/heading'
import { Empty, EndMark, Failed, Skeleton } from '../../../components/states'
import { client } from '../../../platform/client'
import { giveFile } from '../../../platform/files'
import { go } from '../../../platform/routes'
import { say, wordsOf } from '../../../platform/say'
import { useList } from '../../../platform/use-list'
import type { Entry, Ledger } from '../shapes'
import { partyWording, refusalWords } from '../wording'
import { EntryRow } from './entry-row'
import { EntrySheet } from './entry-sheet'
import { quarterName, signedPoints, pointsWording as words } from './wording'

/** One quarter of mine, or of a member whose secretary I am: what it comes to, each entry, and the paper about it. */
export function LedgerView({ personId }: { personId: number | undefined }) {
  const [quarter, setQuarter] = useState<string>()
  const [head, setHead] = useState<Ledger & { isMember?: boolean }>()
  const [chosen, setChosen] = useState<Entry>()
  const list = useList(
    async (cursor) => {
      const answer =
        personId === undefined
          ? await client.hub.myPoints({ quarter, cursor })
          : await client.hub.memberPoints({ personId, quarter, cursor })
      if (answer.ok) setHead(answer.value)
      return answer
    },
    `points/${personId ?? 'mine'}/${quarter ?? 'now'}`,
  )
  if (list.rows.length === 0 && (list.state === 'offline' || list.state === 'failed'))
    return <Failed words={list.words || partyWording.offline} onAgain={list.again} />
  if (!head) return <Skeleton rows={4} />
  if (head.isMember === false && list.rows.length === 0 && head.quarters.length === 1)
    return <Empty words={words.notAMember} />
  const { sums } = head
  return (
    <>
      <View>
        <View className="t-note">{quarterName(head.quarter)}</View>
        <Heading level={2} className="t-display">
          {words.lead(sums.total)}
        </Heading>
        <View className="t-note">{personId === undefined ? words.mine : words.theirs}</View>
      </View>
      {head.quarters.length > 1 && (
        <Chips
          label={words.quarters}
          items={head.quarters.map((value) => ({ value, words: quarterName(value) }))}
          value={head.quarter}
          onChange={setQuarter}
        />
      )}
      <Card>
        <View className="party__facts">
          {(['base', 'addition', 'deduction'] as const).map((kind) => (
            <View key={kind} className="party__fact">
              <View className="t-strong">{signedPoints(sums[kind])}</View>
              <View className="t-note">{words.facts[kind]}</View>
            </View>
          ))}
        </View>
      </Card>
      <Section title={words.entries}>
        {list.rows.length === 0 && list.state !== 'loading' ? (
          <Empty words={words.empty} />
        ) : (
          <Card flush>
            {list.rows.map((entry) => (
              <EntryRow key={entry.entryId} entry={entry} onTap={() => setChosen(entry)} />
            ))}
          </Card>
        )}
      </Section>
      {list.state === 'more' && <Skeleton rows={1} />}
      {list.state === 'end' && list.rows.length > 0 && <EndMark />}
      <Card flush>
        {list.rows.length > 0 && (
          <Row
            icon="file"
            title={words.statement}
            note={words.statementNote}
            onTap={() => void issue(head.quarter, personId)}
          />
        )}
        <Row icon="list" title={words.rules} note={words.rulesNote} onTap={() => go('partyRules')} />
      </Card>
      {chosen && (
        <EntrySheet
          entry={chosen}
          secretary={personId !== undefined}
          onClose={() => setChosen(undefined)}
          onDone={() => void list.again()}
        />
      )}
    </>
  )
}

/** Issues the paper of a quarter and opens it. */
async function issue(quarter: string, personId: number | undefined): Promise<void> {
  try {
    const issued = await client.hub.issuePointStatement({ quarter, ...(personId === undefined ? {} : { personId }) })
    if (!issued.ok) return say(refusalWords(issued.refusal))
    const { statementId, checkCode } = issued.value
    const file = await client.hub.pointStatement({ statementId })
    if (file.ok) await giveFile(file.value)
    say(words.statementDone(checkCode))
  } catch (error) {
    say(wordsOf(error))
  }
}
