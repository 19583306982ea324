import { View } from '@tarojs/components'
import Taro, { useRouter, useShareAppMessage } from '@tarojs/taro'
import type { ActivityDetail } from '../../../../../types/activity'
import { Button } from '../../../../components/button'
import { Card, Row, Section } from '../../../../components/card'
import { Light } from '../../../../components/light'
import { Scene } from '../../../../components/scene'
import { SeatCups } from '../../../../components/seat-cups'
import { Shell } from '../../../../components/shell'
import { Empty, Failed, Skeleton } from '../../../../components/states'
import { Tag } from '../../../../components/tag'
import { client } from '../../../../platform/client'
import { nearTime, timeSpan } from '../../../../platform/dates'
import { walkingMinutes } from '../../../../platform/distance'
import { addToCalendar } from '../../../../platform/files'
import { makePhoneCall } from '../../../../platform/help-phone'
import { go, pathOf } from '../../../../platform/routes'
import { useMe } from '../../../../platform/session'
import { useAsk } from '../../../../platform/use-ask'
import { Album } from '../../album'
import { DetailBar } from '../../detail-bar'
import { MySignUp } from '../../my-sign-up'
import { kindNames, wording } from '../../wording'
import './index.scss'

const words = wording.detail

/** One activity: when, where, who, how full, and the one thing to do next. */
export default function ActivityDetailPage() {
  const { params } = useRouter()
  // A mini-program code carries `a=12` in its scene.
  const activityId = Number(params.activityId ?? decodeURIComponent(params.scene ?? '').replace('a=', ''))
  const { asked, again } = useAsk(() => client.activity.detail({ activityId }), String(activityId))
  const shown = asked.state === 'ready' ? asked.value : undefined
  useShareAppMessage(() => ({ title: shown?.title ?? words.title, path: pathOf('activity', { activityId }) }))

  if (asked.state === 'loading') {
    return (
      <Shell title={words.title}>
        <Skeleton rows={4} />
      </Shell>
    )
  }
  if (!shown) {
    const notFound = asked.state === 'failed' && asked.notFound
    return (
      <Shell title={words.title}>
        {notFound ? (
          <Empty words={words.notFound} step={wording.list.see} onStep={() => go('activities')} />
        ) : (
          <Failed words={wording.offline} onAgain={again} />
        )}
      </Shell>
    )
  }
  return (
    <Shell hero={<Scene name={shown.kind} />} bar={<DetailBar activity={shown} />}>
      <View className="detail">
        <View className="line">
          <Tag>{kindNames[shown.kind]}</Tag>
          <View className="t-note">{words.host(shown.host)}</View>
        </View>
        <View className="t-title">{shown.title}</View>
        {shown.mySignUps.map((s) => (
          <MySignUp key={s.signUpId} activity={shown} signUp={s} onChanged={again} />
        ))}
        <Facts activity={shown} />
        <Seats activity={shown} />
        {shown.body && (
          <Card>
            <View className="t-prewrap">{shown.body}</View>
          </Card>
        )}
        {shown.photos.length > 0 && (
          <Section title={words.album}>
            <Album photos={shown.photos} />
          </Section>
        )}
      </View>
    </Shell>
  )
}

function Facts({ activity }: { activity: ActivityDetail }) {
  const home = useMe()?.community
  const { lat, lng } = activity
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
  return (
    <Card flush>
      <Row
        icon="clock"
        title={timeSpan(activity.startsAt, activity.endsAt)}
        note={
          activity.status === 'published' && activity.cancelUntil > now
            ? words.cancelUntil(nearTime(activity.cancelUntil, now))
            : undefined
        }
        tail={
          <Button
            look="quiet"
            size="small"
            icon="calendar-add"
            label={words.calendar}
            onTap={() =>
              addToCalendar(activity, () => client.activity.calendarFile({ activityId: activity.activityId }))
            }
          />
        }
      />
      <Row
        icon="pin"
        title={`${activity.address} ${activity.placeName}`}
        note={place}
        tail={lat === null ? undefined : <View className="t-link">{words.map}</View>}
        onTap={lat === null ? undefined : openMap}
      />
      <Row
        icon="person"
        title={activity.contactName}
        note={phone ? words.noAccount(activity.contactName) : undefined}
        tail={phone ? <View className="t-link">{words.ask}</View> : undefined}
        onTap={phone ? () => makePhoneCall(phone) : undefined}
      />
    </Card>
  )
}

function Seats({ activity }: { activity: ActivityDetail }) {
  const { rating } = activity
  if (activity.status === 'cancelled') return <Light kind="late" words={words.cancelled} pill />
  if (activity.status === 'ended') {
    return (
      <Card>
        <View className="t-strong">{words.ended}</View>
        {rating.average !== null && <View className="t-note">{words.ratings(rating.average, rating.count)}</View>}
      </Card>
    )
  }
  if (activity.capacity === null) {
    return (
      <Card>
        <View className="t-strong">{words.unlimited}</View>
      </Card>
    )
  }
  const named = activity.groups.some((g) => g.name !== '')
  const free = activity.capacity - activity.taken
  return (
    <Card>
      <View className="stack">
        <View className="between">
          <View className="t-strong">{free > 0 ? words.free(free) : words.full}</View>
          <View className="t-note">{words.counted(activity.capacity, activity.taken)}</View>
        </View>
        {named ? (
          activity.groups.map((g) => (
            <View key={g.groupId} className="stack">
              <View className="t-note">{`${g.name} ${g.capacity === null ? words.unlimited : words.counted(g.capacity, g.taken)}`}</View>
              {g.capacity !== null && <SeatCups taken={g.taken} capacity={g.capacity} />}
            </View>
          ))
        ) : (
          <SeatCups taken={activity.taken} capacity={activity.capacity} />
        )}
        <View className="t-note">{activity.waitlist ? words.waitlist : words.noWaitlist}</View>
      </View>
    </Card>
  )
}
