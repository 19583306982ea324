import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Heading } from '../../../components/heading'
import { client } from '../../../platform/client'
import { useAsk } from '../../../platform/use-ask'
import { kindNames } from '../wording'
import './style.scss'
import { hoursWording, lengthOf } from './wording'

const words = hoursWording.summary

/** One year in a card: how much, how often, for how many neighbours, month by month. */
export function YearCard({ thisYear }: { thisYear: number }) {
  const [year, setYear] = useState(thisYear)
  const { asked } = useAsk(() => client.volunteer.myYear({ year }), `hours/${year}`)
  if (asked.state !== 'ready') return null
  const { minutes, tasks, activities, neighbours, months, kinds } = asked.value
  const most = Math.max(...months.map((one) => one.minutes), 1)
  return (
    <Card>
      <View className="between">
        <Heading level={2} className="t-head">
          {hoursWording.yearSummary(year)}
        </Heading>
        <View className="t-strong">{minutes === 0 ? '' : lengthOf(minutes)}</View>
      </View>
      {minutes === 0 ? (
        <View className="t-note">{words.none}</View>
      ) : (
        <>
          <View className="hours__facts">
            <Fact name={words.times} value={words.timesOf(tasks)} />
            <Fact name={words.activities} value={words.timesOf(activities)} />
            <Fact name={words.neighbours} value={words.neighboursOf(neighbours)} />
          </View>
          <View className="hours__bars">
            {months.map(({ month, minutes: length }) => (
              <View key={month} className="hours__month" aria-label={`${words.month(month)} ${lengthOf(length)}`}>
                <View
                  className={`hours__bar ${length === 0 ? 'hours__bar--none' : ''}`}
                  style={{ height: `${Math.round((100 * length) / most)}%` }}
                />
                <View className="hours__name">{month}</View>
              </View>
            ))}
          </View>
          <View className="t-note">
            {kinds
              .map(({ kind, minutes: length }) => `${kind ? kindNames[kind] : words.activity} ${lengthOf(length)}`)
              .join('，')}
          </View>
        </>
      )}
      <Button look="quiet" onTap={() => setYear(year - 1)}>
        {words.before}
      </Button>
    </Card>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <View className="hours__fact">
      <View className="t-strong">{value}</View>
      <View className="t-note">{name}</View>
    </View>
  )
}
