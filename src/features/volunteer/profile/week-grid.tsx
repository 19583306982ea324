import { View } from '@tarojs/components'
import { useState } from 'react'
import type { WeeklySpan } from '../../../../types/volunteer'
import { Button } from '../../../components/button'
import { DayTime } from '../../../components/day-time'
import { Icon } from '../../../components/icon'
import { Sheet } from '../../../components/sheet'
import { roleOf } from '../../../components/spoken'
import { Tap } from '../../../components/tap'
import { cellOf, freeIn, fromWheel, minuteWords, parts, toWheel, turnCell, weekdays, withDay } from './week'
import './week.scss'
import { partNames, weekdayNames, profileWording as words } from './wording'

interface WeekProps {
  weekly: readonly WeeklySpan[]
  problem?: string | undefined
  onChange: (weekly: WeeklySpan[]) => void
}

/** Seven days by morning, afternoon and evening, turned by a tap; a day's name opens its hours. */
export function WeekGrid({ weekly, problem, onChange }: WeekProps) {
  const [day, setDay] = useState<number>()
  return (
    <View className="field" {...roleOf('group')} aria-label={words.week}>
      <View className="field__label">{words.week}</View>
      <View className="t-note">{words.weekHint}</View>
      <View className="week">
        {weekdays.map((weekday) => (
          <View key={weekday} className="week__row">
            <Tap
              className="week__day"
              label={words.dayTitle(weekdayNames[weekday] as string)}
              onTap={() => setDay(weekday)}
            >
              {weekdayNames[weekday]}
            </Tap>
            {parts.map((part) => {
              const state = cellOf(weekly, weekday, part)
              const free = freeIn(weekly, weekday, part)
              return (
                <Tap
                  key={part}
                  role="checkbox"
                  chosen={state !== 'none'}
                  label={words.cell(weekdayNames[weekday] as string, partNames[part], words.states[state])}
                  className={`week__cell week__cell--${state}`}
                  onTap={() => onChange(turnCell(weekly, weekday, part))}
                >
                  {state !== 'none' && <Icon name="check" size={16} />}
                  <View>
                    {state === 'some' && free[0]
                      ? `${minuteWords(free[0].fromMinute)}—${minuteWords(free.at(-1)?.untilMinute ?? 0)}`
                      : partNames[part]}
                  </View>
                </Tap>
              )
            })}
          </View>
        ))}
      </View>
      {problem ? <View className="t-late">{problem}</View> : null}
      <Sheet
        open={day !== undefined}
        title={day === undefined ? '' : words.dayTitle(weekdayNames[day] as string)}
        onClose={() => setDay(undefined)}
      >
        {day !== undefined && (
          <DayHours weekly={weekly} weekday={day} onChange={onChange} onDone={() => setDay(undefined)} />
        )}
      </Sheet>
    </View>
  )
}

interface DayProps {
  weekly: readonly WeeklySpan[]
  weekday: number
  onChange: (weekly: WeeklySpan[]) => void
  onDone: () => void
}

/** The free hours of one day, to the minute. They are joined only when it is done, so that a wheel may pass anything. */
function DayHours({ weekly, weekday, onChange, onDone }: DayProps) {
  const [spans, setSpans] = useState(() =>
    weekly.filter((one) => one.weekday === weekday).map(({ fromMinute, untilMinute }) => ({ fromMinute, untilMinute })),
  )
  const put = (n: number, part: Partial<(typeof spans)[number]>) =>
    setSpans(spans.map((one, at) => (at === n ? { ...one, ...part } : one)))
  return (
    <View className="stack">
      {spans.map((span, n) => (
        // Rows are changed in place; nothing else tells two of them apart.
        <View key={n} className="week__span">
          <DayTime
            label={words.from}
            kind="time"
            value={toWheel(span.fromMinute)}
            placeholder={words.pickTime}
            onChange={(time) => put(n, { fromMinute: fromWheel(time) })}
          />
          <DayTime
            label={words.until}
            kind="time"
            value={toWheel(span.untilMinute)}
            placeholder={words.pickTime}
            onChange={(time) => put(n, { untilMinute: fromWheel(time) })}
          />
          <Button
            look="quiet"
            icon="close"
            label={words.dropSpan}
            onTap={() => setSpans(spans.filter((_, at) => at !== n))}
          />
        </View>
      ))}
      <Button
        look="secondary"
        icon="plus"
        onTap={() => setSpans([...spans, { fromMinute: 9 * 60, untilMinute: 11 * 60 }])}
      >
        {words.addSpan}
      </Button>
      <Button
        block
        onTap={() => {
          onChange(withDay(weekly, weekday, spans))
          onDone()
        }}
      >
        {words.done}
      </Button>
    </View>
  )
}
