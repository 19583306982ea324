import { Rate } from 'react-vant'
import type { RatingProps } from './types'

/** One to five stars, from Vant. Without `onChange` it only shows. */
export function Rating({ label, value, onChange }: RatingProps) {
  return (
    <div role={onChange ? 'radiogroup' : 'img'} aria-label={`${label} ${value}`}>
      <Rate
        value={value}
        count={5}
        size={onChange ? 36 : 20}
        readOnly={!onChange}
        onChange={(next) => onChange?.(next)}
      />
    </div>
  )
}
