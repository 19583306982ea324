import { View } from '@tarojs/components'
import { Choice } from '../../../components/choice'
import { useMe } from '../../../platform/session'
import { useAreas } from '../../../platform/use-areas'
import { windowsWording as words } from './wording'

/** Areas of national codes: a window serves a county, a township or a community, never a grid. */
const communityLength = 12

interface AreaProps {
  value: string
  problem: string
  onChange: (areaCode: string) => void
}

/** Where a window is for: one of the areas the person administers, or a part of it. */
export function WindowArea({ value, problem, onChange }: AreaProps) {
  const me = useMe()
  const mine = (me?.grants ?? []).filter((g) => g.role === 'communityAdmin')
  // An area that lies in another one of mine is found below it.
  const roots = mine.filter((g, n) =>
    mine.every(
      (other, k) => k === n || !g.areaCode.startsWith(other.areaCode) || (g.areaCode === other.areaCode && k > n),
    ),
  )
  const root = roots.find((g) => value.startsWith(g.areaCode))
  return (
    <View className="stack">
      {roots.length > 1 && (
        <Choice
          label={words.area}
          options={roots.map((g) => ({ value: g.areaCode, words: g.areaName }))}
          value={root?.areaCode}
          onChange={onChange}
        />
      )}
      {root && (
        <Parts
          label={roots.length > 1 ? root.areaName : words.area}
          under={root.areaCode}
          name={root.areaName}
          value={value}
          onChange={onChange}
        />
      )}
      <View className={problem ? 't-late' : 't-hint'}>{problem || words.areaHint}</View>
    </View>
  )
}

interface PartsProps {
  label: string
  under: string
  name: string
  value: string
  onChange: (areaCode: string) => void
}

/** An area as a whole, or one of its parts; then the same for that part. */
function Parts({ label, under, name, value, onChange }: PartsProps) {
  const { asked } = useAreas(under)
  const parts = asked.state === 'ready' ? asked.value.rows.filter((a) => a.areaCode.length <= communityLength) : []
  const chosen = parts.find((a) => value.startsWith(a.areaCode))
  return (
    <>
      <Choice
        label={label}
        options={[
          { value: under, words: parts.length > 0 ? words.wholeOf(name) : name },
          ...parts.map((a) => ({ value: a.areaCode, words: a.name })),
        ]}
        value={chosen?.areaCode ?? under}
        onChange={onChange}
      />
      {chosen && chosen.areaCode.length < communityLength && (
        <Parts label={chosen.name} under={chosen.areaCode} name={chosen.name} value={value} onChange={onChange} />
      )}
    </>
  )
}
