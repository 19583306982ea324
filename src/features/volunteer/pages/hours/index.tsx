import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { Card, Row, Section } from '../../../../components/card'
import { Heading } from '../../../../components/heading'
import { Shell } from '../../../../components/shell'
import { Empty, EndMark, Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { dayKey } from '../../../../platform/dates'
import { go, pathOf } from '../../../../platform/routes'
import { useSignedIn } from '../../../../platform/session'
import { useList } from '../../../../platform/use-list'
import { RecordRow } from '../../hours/record-row'
import { StatementSheet } from '../../hours/statement-sheet'
import '../../hours/style.scss'
import { lengthOf, hoursWording as words } from '../../hours/wording'
import { YearCard } from '../../hours/year-card'
import { useIsVolunteer } from '../../use-volunteer'
import { wording } from '../../wording'

/** My hours: what they come to, each of them, and papers about them. Nobody else sees this page. */
export default function HoursPage() {
  const signedIn = useSignedIn()
  return (
    <Shell title={words.title}>
      {signedIn ? (
        <Hours />
      ) : (
        <Empty
          words={words.needSignIn}
          step={wording.signIn}
          onStep={() => go('signIn', { next: pathOf('helpHours') })}
        />
      )}
    </Shell>
  )
}

interface Totals {
  countedMinutes: number
  waitingMinutes: number
  thisYearMinutes: number
}

function Hours() {
  const volunteer = useIsVolunteer()
  const [totals, setTotals] = useState<Totals>()
  const [paper, setPaper] = useState(false)
  const list = useList(async (cursor) => {
    const answer = await client.volunteer.myHours({ cursor })
    if (answer.ok) setTotals(answer.value)
    return answer
  }, 'help/hours')
  // Coming back from a record that was sent in.
  const shown = useRef(false)
  useDidShow(() => {
    if (shown.current) void list.again()
    shown.current = true
  })
  if (list.rows.length === 0 && (list.state === 'offline' || list.state === 'failed'))
    return <Failed words={list.words || wording.offline} onAgain={list.again} />
  if (!totals) return <Skeleton rows={4} />
  const { countedMinutes, waitingMinutes, thisYearMinutes } = totals
  return (
    <View className="stack">
      <View className="hours__head">
        <Heading level={2} className="t-title">
          {countedMinutes > 0 ? words.lead(lengthOf(countedMinutes)) : words.none}
        </Heading>
        <View className="t-note">
          {[
            thisYearMinutes > 0 && words.year(lengthOf(thisYearMinutes)),
            waitingMinutes > 0 && words.waiting(lengthOf(waitingMinutes)),
          ]
            .filter(Boolean)
            .join('，')}
        </View>
        <View className="t-note">{words.mine}</View>
      </View>
      <Card flush>
        {volunteer && <Row icon="plus" title={words.log} note={words.logNote} onTap={() => go('logHours')} />}
        {countedMinutes > 0 && (
          <Row icon="file" title={words.statement} note={words.statementNote} onTap={() => setPaper(true)} />
        )}
      </Card>
      {countedMinutes > 0 && <YearCard thisYear={Number(dayKey(new Date()).slice(0, 4))} />}
      {list.rows.length === 0 ? (
        <Empty words={words.empty} step={words.emptyStep} onStep={() => go('helpOffers')} />
      ) : (
        <Section title={words.records}>
          <Card flush>
            {list.rows.map((record) => (
              <RecordRow key={record.recordId} record={record} />
            ))}
          </Card>
        </Section>
      )}
      {list.state === 'more' && <Skeleton rows={1} />}
      {list.state === 'end' && list.rows.length > 0 && <EndMark />}
      <StatementSheet open={paper} onClose={() => setPaper(false)} />
    </View>
  )
}
