import { View } from '@tarojs/components'
import type { ActivityRow } from '../../../types/activity'
import { Row } from '../../components/card'
import { Dated } from '../../components/dated'
import { Light } from '../../components/light'
import { dayOfMonth, weekday } from '../../platform/dates'
import { walkingMinutes } from '../../platform/distance'
import { go } from '../../platform/routes'
import { useMe } from '../../platform/session'
import './activity-row.scss'
import { rowNote, signUpLight } from './wording'

/** One activity in a list: its day as a leaf of the calendar, its name, when, how far, how full, and my state. */
export function ActivityRowView({ activity, onTap }: { activity: ActivityRow; onTap?: () => void }) {
  const me = useMe()
  const home = me?.community
  const walk =
    home?.lat != null && home.lng != null && activity.lat !== null && activity.lng !== null
      ? walkingMinutes({ lat: home.lat, lng: home.lng }, { lat: activity.lat, lng: activity.lng })
      : undefined
  const mine = activity.mySignUp
  const light = mine && mine.status !== 'cancelled' ? signUpLight(mine, new Date()) : undefined
  return (
    <Row
      lead={
        <View className="leaf">
          <View className="leaf__day">{dayOfMonth(activity.startsAt)}</View>
          <View className="leaf__weekday">{weekday(activity.startsAt)}</View>
        </View>
      }
      title={activity.title}
      note={
        <>
          <View>
            <Dated words={rowNote(activity, walk !== undefined && walk <= 60 ? walk : undefined)} />
          </View>
          {light && <Light {...light} />}
        </>
      }
      onTap={onTap ?? (() => go('activity', { activityId: activity.activityId }))}
    />
  )
}
