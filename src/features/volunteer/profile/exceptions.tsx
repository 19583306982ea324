import { View } from '@tarojs/components'
import { useState } from 'react'
import type { VolunteerProfile } from '../../../../types/volunteer'
import { Button } from '../../../components/button'
import { Choice } from '../../../components/choice'
import { DayTime } from '../../../components/day-time'
import { Sheet } from '../../../components/sheet'
import { addDays, clock, dayKey, fullDay, momentOf } from '../../../platform/dates'
import { useForm } from '../../../platform/use-form'
import { profileWording as words } from './wording'

type Exception = VolunteerProfile['exceptions'][number]

interface ExceptionsProps {
  open: boolean
  exceptions: readonly Exception[]
  busy: boolean
  onClose: () => void
  onSave: (exceptions: Exception[]) => void
}

const midnight = '00:00'
const usual = { from: '08:00', until: '20:00' }

/** Single days that are otherwise than every week. */
export function Exceptions({ open, exceptions, busy, onClose, onSave }: ExceptionsProps) {
  const [day, setDay] = useState('')
  const [free, setFree] = useState(false)
  const [hours, setHours] = useForm(usual)
  const add = () => {
    const span = free
      ? { from: momentOf(day, hours.from), until: momentOf(day, hours.until) }
      : { from: momentOf(day, midnight), until: momentOf(addDays(day, 1), midnight) }
    if (!span.from || !span.until) return
    onSave([...exceptions, { from: span.from, until: span.until, free }])
    setDay('')
  }
  return (
    <Sheet open={open} title={words.exceptions} onClose={onClose}>
      <View className="stack">
        {exceptions.map((one) => (
          <View key={one.from.getTime()} className="between">
            <View>{exceptionWords(one)}</View>
            <Button
              look="quiet"
              icon="close"
              label={words.exceptionDrop(exceptionWords(one))}
              onTap={() => onSave(exceptions.filter((other) => other !== one))}
            />
          </View>
        ))}
        <DayTime
          label={words.exceptionDay}
          kind="date"
          from={dayKey(new Date())}
          value={day}
          placeholder={words.pickDay}
          onChange={setDay}
        />
        <Choice
          label={words.exceptionKind}
          options={[
            { value: 0, words: words.exceptionBusy },
            { value: 1, words: words.exceptionFree },
          ]}
          value={free ? 1 : 0}
          onChange={(value) => setFree(value === 1)}
        />
        {free && (
          <>
            <DayTime
              label={words.from}
              kind="time"
              value={hours.from}
              placeholder={words.pickTime}
              onChange={(from) => setHours({ from })}
            />
            <DayTime
              label={words.until}
              kind="time"
              value={hours.until}
              placeholder={words.pickTime}
              onChange={(until) => setHours({ until })}
            />
          </>
        )}
        <Button block disabled={day === ''} loading={busy} onTap={add}>
          {words.exceptionAdd}
        </Button>
      </View>
    </Sheet>
  )
}

/** 周三(11月25日) 没空 */
export const exceptionWords = ({ from, until, free }: Exception) =>
  words.exceptionWords(fullDay(from), free, free ? ` ${clock(from)}—${clock(until)}` : '')
