import { View } from '@tarojs/components'
import { useShareAppMessage } from '@tarojs/taro'
import { Card, Section } from '../../../../components/card'
import { Heading } from '../../../../components/heading'
import { Shell } from '../../../../components/shell'
import { Empty, Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { pathOf } from '../../../../platform/routes'
import { useAsk } from '../../../../platform/use-ask'
import { Bars } from '../../rates/bars'
import { percent, ratesWording as words } from '../../rates/wording'
import { wording } from '../../wording'

/** 零跑率 and 一跑率, for everybody: computed from visits that happened. */
export default function RatesPage() {
  const { asked, again } = useAsk(() => client.application.publicRates({}), 'rates')
  useShareAppMessage(() => ({ title: words.title, path: pathOf('visitRates') }))
  if (asked.state !== 'ready') {
    return (
      <Shell title={words.title}>
        {asked.state === 'loading' ? <Skeleton rows={4} /> : <Failed words={wording.offline} onAgain={again} />}
      </Shell>
    )
  }
  const { since, total, byMonth, byDepartment } = asked.value
  if (total.zeroVisitRate === null) {
    return (
      <Shell title={words.title}>
        <Empty words={words.none} />
      </Shell>
    )
  }
  const numbers = [
    { name: words.one, value: percent(total.oneVisitRate), note: words.oneNote },
    { name: words.onTime, value: percent(total.onTimeRate), note: words.cases(total.decided) },
    { name: words.satisfied, value: percent(total.satisfiedRate), note: words.cases(total.ratings) },
    {
      name: words.averageDays,
      value: total.averageDays === null ? '—' : words.days(total.averageDays),
      note: words.exceptions(total.exceptions),
    },
  ]
  return (
    <Shell title={words.title}>
      <View className="stack">
        <Card>
          <Heading level={2} className="t-display">
            {words.lead(percent(total.zeroVisitRate))}
          </Heading>
          <View>{words.zeroNote}</View>
          <View className="t-note">{words.since(since)}</View>
        </Card>
        <Card>
          <View className="rates">
            {numbers.map(({ name, value, note }) => (
              <View key={name} className="rates__one">
                <View className="rates__value">{value}</View>
                <View>{name}</View>
                <View className="t-hint">{note}</View>
              </View>
            ))}
          </View>
        </Card>
      </View>
      {byMonth.length > 0 && (
        <Section title={words.byMonth}>
          <Card>
            <Bars rows={byMonth.map((row) => ({ ...row, name: words.month(row.month) }))} />
          </Card>
        </Section>
      )}
      {byDepartment.length > 0 && (
        <Section title={words.byDepartment}>
          <Card>
            <Bars rows={byDepartment.map((row) => ({ ...row, name: row.department }))} />
          </Card>
        </Section>
      )}
    </Shell>
  )
}
