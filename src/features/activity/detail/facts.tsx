import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ActivityDetail } from '../../../../types/activity'
import { Button } from '../../../components/button'
import { Card, Row } from '../../../components/card'
import { Dated } from '../../../components/dated'
import { TimeSpan } from '../../../components/time-span'
import { client } from '../../../platform/client'
import { nearTime } from '../../../platform/dates'
import { walkingMinutes } from '../../../platform/distance'
import { addToCalendar } from '../../../platform/files'
import { makePhoneCall } from '../../../platform/help-phone'
import { useMe } from '../../../platform/session'
import { wording } from '../wording'

const words = wording.detail

/** When, where, who to ask, who may come. `still`: a preview, in which nothing can be tapped. */
export function Facts({ activity, still = false }: { activity: ActivityDetail; still?: boolean }) {
  const home = useMe()?.community
  const { lat, lng, join } = activity
  const walk =
    home?.lat != null && home.lng != null && lat !== null && lng !== null
      ? walkingMinutes({ lat: home.lat, lng: home.lng }, { lat, lng })
      : undefined
  const now = new Date()
  const place = [walk !== undefined && walk <= 90 ? words.walk(walk) : activity.areaName, activity.accessNote]
    .filter(Boolean)
    .join('，')
  const openMap = () =>
    lat !== null &&
    lng !== null &&
    Taro.openLocation({ latitude: lat, longitude: lng, name: activity.placeName, address: activity.address })
  const phone = activity.contactPhone
  const leave = activity.status === 'published' && activity.cancelUntil > now
  return (
    <Card flush>
      <Row
        icon="clock"
        title={<TimeSpan from={activity.startsAt} until={activity.endsAt} />}
        note={leave ? <Dated words={words.cancelUntil(nearTime(activity.cancelUntil, now))} /> : undefined}
        tail={
          still ? undefined : (
            <Button
              look="quiet"
              size="small"
              icon="calendar-add"
              label={words.calendar}
              onTap={() =>
                addToCalendar(activity, () => client.activity.calendarFile({ activityId: activity.activityId }))
              }
            />
          )
        }
      />
      <Row
        icon="pin"
        title={`${activity.address} ${activity.placeName}`}
        note={place}
        tail={lat === null || still ? undefined : <View className="t-link">{words.map}</View>}
        onTap={lat === null || still ? undefined : openMap}
      />
      <Row
        icon="person"
        title={activity.contactName}
        note={phone ? words.noAccount(activity.contactName) : undefined}
        tail={phone && !still ? <View className="t-link">{words.ask}</View> : undefined}
        onTap={phone && !still ? () => makePhoneCall(phone) : undefined}
      />
      {join !== 'everyone' && <Row icon="people" title={words.joinTitle} note={words.joins[join]} />}
    </Card>
  )
}
