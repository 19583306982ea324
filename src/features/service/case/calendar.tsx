import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Heading } from '../../../components/heading'
import { Tap } from '../../../components/tap'
import { dayKey } from '../../../platform/dates'
import type { ApplicationClock, Explanation } from '../shapes'
import './calendar.scss'
import { type Cell, nearWeeks, sumUp, weeksOf } from './weeks'
import { caseWording, limitOfClock } from './wording'

const words = caseWording.calendar
const mostWeeks = 6

/** Why the deadline is where it is: every day counted, or the reason why not. A tap on a day says it in a sentence. */
export function Calendar({ explanation, kind }: { explanation: Explanation; kind: ApplicationClock['kind'] }) {
  const [all, setAll] = useState(false)
  const [asked, setAsked] = useState<Cell>()
  const weeks = weeksOf(explanation, dayKey(new Date()))
  const shown = all ? weeks : nearWeeks(weeks, mostWeeks)
  const { rows, deadlineAt } = explanation
  const last = rows.at(-1)
  if (!last) return null
  return (
    <Card>
      <View className="between weeks__head">
        <Heading level={2} className="t-head">
          {deadlineAt ? words.title(last.day) : words.titleOpen}
        </Heading>
        <View className="t-note">{limitOfClock(explanation, kind)}</View>
      </View>
      <View className="weeks">
        {words.weekdays.map((name) => (
          <View key={name} className="weeks__name" aria-hidden>
            {name}
          </View>
        ))}
        {shown.flat().map((cell) =>
          cell.kind === 'blank' ? (
            <View key={cell.day} className={classOf(cell)} aria-hidden>
              {numberOf(cell)}
            </View>
          ) : (
            <Tap key={cell.day} className={classOf(cell)} onTap={() => setAsked(cell)}>
              <View aria-hidden>{numberOf(cell)}</View>
              <View className="weeks__mark" aria-hidden>
                {markOf(cell, kind)}
              </View>
              <View className="only-spoken">{sentenceOf(cell)}</View>
            </Tap>
          ),
        )}
      </View>
      {asked && (
        <View className="weeks__asked" role="status">
          {sentenceOf(asked)}
        </View>
      )}
      <Key explanation={explanation} />
      {weeks.length > mostWeeks && (
        <Button look="quiet" size="small" onTap={() => setAll(!all)}>
          {all ? words.fewer : words.all}
        </Button>
      )}
    </Card>
  )
}

/** The lines under the calendar: what its marks mean, and how many days each reason took. */
function Key({ explanation }: { explanation: Explanation }) {
  const { counted, weekends, holidays, pauses, makeUps } = sumUp(explanation)
  const lines = [
    ...(counted > 0 && explanation.deadlineAt
      ? [{ mark: words.countedRange(counted), said: words.counted(counted) }]
      : []),
    ...(weekends > 0 ? [{ mark: words.off, said: words.weekends(weekends) }] : []),
    ...holidays.map(({ reason, days }) => ({ mark: words.off, said: words.holiday(reason, days) })),
    ...pauses.map(({ reason, days }) => ({ mark: shortReason(reason), said: words.pause(bare(reason), days) })),
    ...(makeUps.length > 0 ? [{ mark: '', said: words.makeUp(makeUps) }] : []),
  ]
  return (
    <View className="weeks__key t-note">
      {lines.map(({ mark, said }) => (
        <View key={mark + said} className="line weeks__line">
          {mark && <View className="t-strong">{mark}</View>}
          <View>{said}</View>
        </View>
      ))}
      {!explanation.published && <View>{words.unpublished}</View>}
    </View>
  )
}

function classOf({ kind, today, ahead, last }: Cell): string {
  const state = last ? 'last' : kind === 'counted' && ahead ? 'ahead' : kind
  return `weeks__day weeks__day--${state} ${today ? 'weeks__day--today' : ''}`
}

const numberOf = ({ day, today }: Cell) => (today ? words.today : String(Number(day.slice(8))))

function markOf({ kind, nth, reason }: Cell, clock: ApplicationClock['kind']): string {
  if (kind === 'counted') return String(nth ?? '')
  if (kind === 'start') return clock === 'notice' ? words.received : words.start
  return kind === 'paused' ? shortReason(reason) : words.off
}

const sentenceOf = ({ day, kind, reason, nth }: Cell) =>
  kind === 'start' ? words.startDay(day) : words.day(day, reason, nth)

const bare = (reason: string) => reason.replace(/^等/, '')
/** Two characters fit into a day. */
const shortReason = (reason: string) => (bare(reason).length <= 2 ? bare(reason) : words.paused)
