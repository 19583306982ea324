import { useRef } from 'react'
import { Rate } from 'react-vant'
import { useElderMode } from '../../platform/elder-mode'
import { pressesByKey, useDescriptionInside } from '../describe-inside'
import { componentWording as wording } from '../wording'
import './style.scss'
import type { RatingProps } from './types'

/** One to five stars, from Vant. Without `onChange` it only shows. */
export function Rating({ label, value, onChange }: RatingProps) {
  const elder = useElderMode()
  const box = useRef<HTMLDivElement>(null)
  const given = `${label} ${wording.stars(value)}`
  useDescriptionInside(box, '[role=radiogroup], [role=img]', () => ({
    role: onChange ? 'radiogroup' : 'img',
    'aria-label': onChange ? label : given,
    tabindex: undefined,
  }))
  // Vant marks every star up to the value as chosen; a screen reader should hear one answer.
  useDescriptionInside(box, '.rv-rate__item', (index) =>
    onChange
      ? { 'aria-label': wording.stars(index + 1), 'aria-checked': String(index + 1 === value) }
      : {
          role: 'presentation',
          tabindex: undefined,
          'aria-checked': undefined,
          'aria-setsize': undefined,
          'aria-posinset': undefined,
        },
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Vant's stars inside have the roles; this only adds their keys
    <div ref={box} className={onChange ? 'rating--asked' : ''} onKeyDown={pressesByKey}>
      <Rate
        value={value}
        count={5}
        size={!onChange ? 20 : elder ? 48 : 36}
        gutter={onChange ? 0 : 4}
        readOnly={!onChange}
        onChange={(next) => onChange?.(next)}
      />
    </div>
  )
}
