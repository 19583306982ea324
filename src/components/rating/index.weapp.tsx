import { View } from '@tarojs/components'
import type { RatingProps } from './types'

/** One to five stars, from Vant. Without `onChange` it only shows. */
export function Rating({ label, value, onChange }: RatingProps) {
  return (
    <View aria-label={label}>
      <van-rate
        value={value}
        count={5}
        size={onChange ? 36 : 20}
        readonly={!onChange}
        onChange={(event: { detail: number }) => onChange?.(event.detail)}
      />
    </View>
  )
}
