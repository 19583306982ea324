import { View } from '@tarojs/components'
import { componentWording as wording } from '../wording'
import './style.scss'

/** Seats as cups, an empty one free; from forty on as a bar, because nobody counts sixty cups. */
export function SeatCups({ taken, capacity }: { taken: number; capacity: number }) {
  const spoken = { role: 'img', 'aria-label': wording.seats(capacity - taken, capacity) }
  if (capacity > 40) {
    return (
      <View className="seats-bar" {...spoken}>
        <View className="seats-bar__taken" style={{ width: `${(taken / capacity) * 100}%` }} />
      </View>
    )
  }
  return (
    <View className="seats" {...spoken}>
      {Array.from({ length: capacity }, (_, n) => (
        <View key={n} className={`seat ${n < taken ? '' : 'seat--free'}`} />
      ))}
    </View>
  )
}
