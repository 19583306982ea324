import { View } from '@tarojs/components'
import { useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { type ActivityKind, activityKinds } from '../../../../../types/activity'
import { Button } from '../../../../components/button'
import { Card } from '../../../../components/card'
import { Chips } from '../../../../components/chips'
import { Shell } from '../../../../components/shell'
import { Empty, EndMark, Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { go, pathOf } from '../../../../platform/routes'
import { useSignedIn } from '../../../../platform/session'
import { useList } from '../../../../platform/use-list'
import { ActivityRowView } from '../../activity-row'
import { MonthView } from '../../month-view'
import { kindNames, wording } from '../../wording'

const kinds = [
  { value: 'all' as const, words: wording.all },
  ...activityKinds.map((value) => ({ value, words: kindNames[value] })),
]

/** Activities near me: by kind, as a list or as a calendar. */
export default function ActivityList() {
  const [kind, setKind] = useState<ActivityKind | 'all'>('all')
  const [day, setDay] = useState<string | undefined>()
  const [calendar, setCalendar] = useState(false)
  const signedIn = useSignedIn()
  const chosenKind = kind === 'all' ? undefined : kind
  const list = useList(
    (cursor) => client.activity.list({ kind: chosenKind, day, cursor }),
    `${kind}/${day}/${signedIn}`,
  )
  useShareAppMessage(() => ({ title: wording.list.title, path: pathOf('activities') }))

  return (
    <Shell title={wording.list.title}>
      <View className="stack">
        <Chips label={wording.list.title} items={kinds} value={kind} onChange={setKind} />
        <View className="between">
          <Button
            look="secondary"
            size="small"
            icon={calendar ? 'list' : 'calendar'}
            onTap={() => {
              setCalendar(!calendar)
              setDay(undefined)
            }}
          >
            {calendar ? wording.list.list : wording.list.calendar}
          </Button>
          <Button look="quiet" size="small" onTap={() => go('managed')}>
            {wording.list.organise}
          </Button>
        </View>
        {calendar && <MonthView kind={chosenKind} day={day} onDay={setDay} />}
        {list.state === 'loading' && <Skeleton rows={5} />}
        {list.state === 'offline' && list.rows.length === 0 && <Failed words={wording.offline} onAgain={list.again} />}
        {list.state === 'failed' && <Failed words={list.words} onAgain={list.again} />}
        {list.state === 'end' && list.rows.length === 0 && (
          <Empty
            words={day ? wording.list.emptyDay : wording.list.empty}
            step={day ? wording.list.see : wording.list.emptyStep}
            onStep={() => (day ? setDay(undefined) : go('publish'))}
          />
        )}
        {list.rows.length > 0 && (
          <Card flush>
            {list.rows.map((row) => (
              <ActivityRowView key={row.activityId} activity={row} />
            ))}
          </Card>
        )}
        {list.state === 'more' && <Skeleton rows={1} />}
        {list.state === 'end' && list.rows.length > 0 && <EndMark />}
      </View>
    </Shell>
  )
}
