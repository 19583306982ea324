import { View } from '@tarojs/components'
import { useElderMode } from '../../platform/elder-mode'
import { componentWording as wording } from '../wording'
import type { RatingProps } from './types'

/** One to five stars, from Vant. Without `onChange` it only shows. */
export function Rating({ label, value, onChange }: RatingProps) {
  const elder = useElderMode()
  return (
    <View aria-label={`${label} ${wording.stars(value)}`}>
      <van-rate
        value={value}
        count={5}
        size={!onChange ? 20 : elder ? 48 : 36}
        gutter={onChange ? 12 : 4}
        readonly={!onChange}
        onChange={(event: { detail: number }) => onChange?.(event.detail)}
      />
    </View>
  )
}
