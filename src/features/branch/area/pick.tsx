import { View } from '@tarojs/components'
import { useEffect } from 'react'
import type { Role } from '../../../../types/operation'
import { Choice } from '../../../components/choice'
import { useAreas } from '../../../platform/use-areas'
import { useServed } from './use-served'
import { areaWording as words } from './wording'

export interface PickedArea {
  areaCode: string
  name: string
  lat: number | null
  lng: number | null
}

interface AreaPickProps {
  label: string
  roles: readonly Role[]
  value: string
  /** Digits of the code: a community has 12, a grid more, a county 6. */
  least: number
  most: number
  problem?: string
  onChange: (area: PickedArea) => void
}

/** One of the areas I serve, or a part of it; as far down as `most` and not above `least`. */
export function AreaPick({ label, roles, value, least, most, problem = '', onChange }: AreaPickProps) {
  const roots = useServed(roles)
  const root = roots.find(({ areaCode }) => value.startsWith(areaCode)) ?? (roots.length === 1 ? roots[0] : undefined)
  return (
    <View className="stack">
      {roots.length > 1 && (
        <Choice
          label={label}
          options={roots.map(({ areaCode, areaName }) => ({ value: areaCode, words: areaName }))}
          value={root?.areaCode}
          onChange={(areaCode) => {
            const chosen = roots.find((one) => one.areaCode === areaCode)
            onChange({ areaCode, name: chosen?.areaName ?? '', lat: null, lng: null })
          }}
        />
      )}
      {root && (
        <Parts
          label={roots.length > 1 ? root.areaName : label}
          under={root.areaCode}
          name={root.areaName}
          {...{ value, least, most, onChange }}
        />
      )}
      {problem ? <View className="t-late">{problem}</View> : null}
    </View>
  )
}

type PartsProps = Pick<AreaPickProps, 'label' | 'value' | 'least' | 'most' | 'onChange'> & {
  under: string
  name: string
}

/** An area as a whole, or one of its parts; then the same for that part. */
function Parts({ label, under, name, value, least, most, onChange }: PartsProps) {
  const { asked } = useAreas(under)
  const parts = asked.state === 'ready' ? asked.value.rows.filter(({ areaCode }) => areaCode.length <= most) : []
  const chosen = parts.find(({ areaCode }) => value.startsWith(areaCode))
  const whole = under.length >= least
  const only = whole && parts.length === 0 && asked.state === 'ready'
  // Where there is nothing to choose, it is chosen.
  useEffect(() => {
    if (only && value !== under) onChange({ areaCode: under, name, lat: null, lng: null })
  }, [only, value, under, name, onChange])
  const options = [
    ...(whole ? [{ value: under, words: parts.length > 0 ? words.wholeOf(name) : name }] : []),
    ...parts.map(({ areaCode, name: part }) => ({ value: areaCode, words: part })),
  ]
  return (
    <>
      <Choice
        label={label}
        options={options}
        value={chosen?.areaCode ?? (whole && value === under ? under : undefined)}
        onChange={(areaCode) => {
          const part = parts.find((one) => one.areaCode === areaCode)
          onChange(part ? { ...part } : { areaCode: under, name, lat: null, lng: null })
        }}
      />
      {chosen && chosen.areaCode.length < most && (
        <Parts
          key={chosen.areaCode}
          label={chosen.name}
          under={chosen.areaCode}
          name={chosen.name}
          {...{ value, least, most, onChange }}
        />
      )}
    </>
  )
}
