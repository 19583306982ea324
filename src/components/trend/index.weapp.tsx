import { View } from '@tarojs/components'
import './style.scss'
import { monthOf, percent, type TrendProps } from './types'

/** A rate by month as bars: a phone shows few months, and no chart library fits beside them in a Mini Program. */
export function Trend({ label, points }: TrendProps) {
  return (
    <View className="trend trend--bars" aria-label={label}>
      {points.map((p) => (
        <View key={p.month} className="trend__month">
          <View className="t-note">{percent(p.value)}</View>
          <View className="trend__room">
            <View className="trend__bar" style={{ height: `${(p.value ?? 0) * 100}%` }} />
          </View>
          <View className="t-note">{monthOf(p.month)}</View>
        </View>
      ))}
    </View>
  )
}
