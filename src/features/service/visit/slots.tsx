import { View } from '@tarojs/components'
import { useState } from 'react'
import type { application } from '../../../../types/application'
import type { OutputOf } from '../../../../types/operation'
import { Button } from '../../../components/button'
import { Card, Row } from '../../../components/card'
import { Chips } from '../../../components/chips'
import { Heading } from '../../../components/heading'
import { Icon } from '../../../components/icon'
import { Shell } from '../../../components/shell'
import { Empty } from '../../../components/states'
import { Tap } from '../../../components/tap'
import { client } from '../../../platform/client'
import { clock, momentOf } from '../../../platform/dates'
import { makePhoneCall } from '../../../platform/help-phone'
import { say, wordsOf } from '../../../platform/say'
import { askForMessages } from '../../../platform/subscribe'
import '../../../components/choice/style.scss'
import './style.scss'
import { bookRefusal, visitWording as words } from './wording'

export type Slots = OutputOf<(typeof application)['slots']>
type Slot = Slots['days'][number]['slots'][number]

interface SlotsProps {
  applicationId: number
  slots: Slots
  onBooked: () => void
}

/** A day, then a time: places that are left are said, full ones cannot be chosen. */
export function SlotChoice({ applicationId, slots, onBooked }: SlotsProps) {
  const open = slots.days.filter((day) => day.slots.some((slot) => slot.free > 0))
  const [day, setDay] = useState(open[0]?.day ?? '')
  const [chosen, setChosen] = useState<Date>()
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState('')
  const today = slots.days.find((d) => d.day === day)
  const book = async () => {
    if (!chosen) return
    setSending(true)
    setProblem('')
    const asking = askForMessages(['visitReminder'])
    try {
      await asking
      const answer = await client.application.bookVisit({ applicationId, startsAt: chosen })
      if (!answer.ok) setProblem(bookRefusal(answer.refusal))
      onBooked()
    } catch (error) {
      say(wordsOf(error))
    } finally {
      setSending(false)
    }
  }
  const call = (
    <Button look="secondary" block icon="phone" onTap={() => makePhoneCall(slots.phone)}>
      {words.call(slots.phone)}
    </Button>
  )
  return (
    <Shell
      title={words.title}
      bar={
        open.length === 0 ? (
          call
        ) : (
          <Button block disabled={!chosen || sending} loading={sending} onTap={book}>
            {chosen ? words.book(chosen) : words.choose}
          </Button>
        )
      }
    >
      <View className="stack">
        <View>
          <Heading level={2} className="t-display">
            {words.lead}
          </Heading>
          <View className="t-note">{words.note}</View>
        </View>
        <Card flush>
          <Row icon="pin" title={slots.windowName} note={slots.place} />
          <Row
            icon="file"
            title={words.bring}
            note={slots.bring.length === 0 ? words.bringNothing : slots.bring.join('、')}
          />
        </Card>
        {open.length === 0 ? (
          <Empty words={words.none} />
        ) : (
          <>
            <View className="t-head">{words.day}</View>
            <Chips
              label={words.day}
              items={slots.days.map((d) => ({ value: d.day, words: dayWords(d.day) }))}
              value={day}
              onChange={(next) => {
                setDay(next)
                setChosen(undefined)
              }}
            />
            {today && <Times slots={today.slots} chosen={chosen} onChoose={setChosen} />}
          </>
        )}
        {problem && (
          <View className="t-late" role="alert">
            {problem}
          </View>
        )}
      </View>
    </Shell>
  )
}

function Times({
  slots,
  chosen,
  onChoose,
}: {
  slots: readonly Slot[]
  chosen: Date | undefined
  onChoose: (at: Date) => void
}) {
  if (slots.every((slot) => slot.free === 0)) return <View className="t-note">{words.full}</View>
  return (
    <View className="times" role="radiogroup" aria-label={words.time}>
      {slots.map((slot) => {
        const on = chosen?.getTime() === slot.startsAt.getTime()
        return (
          <Tap
            key={slot.startsAt.getTime()}
            role="radio"
            chosen={on}
            disabled={slot.free === 0}
            className={`choice time ${on ? 'choice--chosen' : ''} ${slot.free === 0 ? 'time--full' : ''}`}
            onTap={() => onChoose(slot.startsAt)}
          >
            {on && <Icon name="check" size={16} />}
            <View>{clock(slot.startsAt)}</View>
            <View className="t-note">{slot.free === 0 ? words.noneLeft : words.free(slot.free)}</View>
          </Tap>
        )
      })}
    </View>
  )
}

const dayWords = (day: string) => {
  const noon = momentOf(day, '12:00')
  return noon ? words.dayOf(noon) : day
}
