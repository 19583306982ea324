import { Text, View } from '@tarojs/components'
import { Icon } from '../icon'
import { componentWording as wording } from '../wording'
import './style.scss'

/** The line before a full activity: who is ahead, and you. */
export function QueueLine({ capacity, position }: { capacity: number | null; position: number }) {
  // Three fit beside the door; of a longer line the beginning is left out.
  const ahead = Array.from({ length: Math.min(position - 1, 2) }, (_, n) => position - Math.min(position - 1, 2) + n)
  return (
    <View className="queue-line">
      <View className="queue-line__place">
        <View className="queue-line__full">{wording.full}</View>
        {capacity !== null && <Text className="t-note">{wording.seatsCount(capacity)}</Text>}
      </View>
      {ahead.map((place) => (
        <View key={place} className="queue-line__place">
          <View className="queue-line__head">
            <Icon name="person" />
          </View>
          <Text className="t-note">{wording.place(place)}</Text>
        </View>
      ))}
      <View className="queue-line__place">
        <View className="queue-line__me">{position}</View>
        <Text className="t-strong">{wording.you}</Text>
      </View>
    </View>
  )
}
