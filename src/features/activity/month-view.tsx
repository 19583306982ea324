import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ActivityKind } from '../../../types/activity'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Tap } from '../../components/tap'
import { client } from '../../platform/client'
import { addMonths, dayKey, monthGrid, monthTitle } from '../../platform/dates'
import { useAsk } from '../../platform/use-ask'
import './month-view.scss'

const weekdays = ['一', '二', '三', '四', '五', '六', '日']

/** A month with the number of activities on each day; tapping one shows that day. */
export function MonthView({
  kind,
  day,
  onDay,
}: {
  kind: ActivityKind | undefined
  day: string | undefined
  onDay: (day: string | undefined) => void
}) {
  const [month, setMonth] = useState(dayKey(new Date()))
  const { asked } = useAsk(() => client.activity.calendar({ month, kind }), `${month.slice(0, 7)}/${kind}`)
  const counts = new Map(asked.state === 'ready' ? asked.value.days.map((d) => [d.day, d.activities]) : [])
  const today = dayKey(new Date())
  return (
    <Card>
      <View className="between">
        <Button look="quiet" size="small" icon="back" label="上个月" onTap={() => setMonth(addMonths(month, -1))} />
        <View className="t-strong">{monthTitle(month)}</View>
        <Button look="quiet" size="small" icon="next" label="下个月" onTap={() => setMonth(addMonths(month, 1))} />
      </View>
      <View className="month">
        {weekdays.map((name) => (
          <View key={name} className="month__name">
            {name}
          </View>
        ))}
        {monthGrid(month).flatMap((week, w) =>
          week.map((date, d) => {
            if (date === null) return <View key={`${w}-${d}`} className="month__day" />
            const count = counts.get(date) ?? 0
            const look = `month__day ${date === today ? 'month__day--today' : ''} ${date === day ? 'month__day--chosen' : ''} ${count ? '' : 'month__day--none'}`
            return (
              <Tap
                key={date}
                className={look}
                label={`${date}，${count} 场`}
                disabled={count === 0}
                onTap={() => onDay(date === day ? undefined : date)}
              >
                <View>{Number(date.slice(8))}</View>
                <View className="month__count">{count || ''}</View>
              </Tap>
            )
          }),
        )}
      </View>
    </Card>
  )
}
