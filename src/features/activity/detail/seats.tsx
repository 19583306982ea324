import { View } from '@tarojs/components'
import type { ActivityDetail } from '../../../../types/activity'
import { Card, Row } from '../../../components/card'
import { Light } from '../../../components/light'
import { SeatCups } from '../../../components/seat-cups'
import { go } from '../../../platform/routes'
import { wording } from '../wording'

const words = wording.detail

/** How full it is; after the end, what people thought. */
export function Seats({ activity }: { activity: ActivityDetail }) {
  const { rating, activityId } = activity
  if (activity.status === 'cancelled') return <Light kind="late" words={words.cancelled} pill />
  if (activity.status === 'ended') {
    return (
      <Card flush>
        <Row
          icon="star"
          title={words.ended}
          note={rating.average === null ? words.noRatings : words.ratings(rating.average, rating.count)}
          onTap={() => go('ratings', { activityId })}
        />
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
