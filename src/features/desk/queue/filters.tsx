import { Text, View } from '@tarojs/components'
import { Chips } from '../../../components/chips'
import { Light } from '../../../components/light'
import { roleOf } from '../../../components/spoken'
import { Tap } from '../../../components/tap'
import type { Counts, Whose } from '../shapes'
import type { LightFilter, QueueFilter } from '../use-queue'
import { queueWording as words } from './wording'

const lights = ['all', 'late', 'soon', 'go', 'idle'] as const
const whose = (['mine', 'unclaimed', 'all', 'opinions'] as const satisfies readonly Whose[]).map((value) => ({
  value,
  words: words.title[value],
}))

interface FiltersProps {
  filter: QueueFilter
  counts: Counts | undefined
  onChange: (filter: QueueFilter) => void
}

/** Whose cases, and which lights, with how many there are of each. */
export function Filters({ filter, counts, onChange }: FiltersProps) {
  return (
    <View className="queue-filters">
      <Chips
        label={words.whose}
        items={whose}
        value={filter.whose}
        onChange={(value) => onChange({ ...filter, whose: value, light: 'all' })}
      />
      <View className="queue-lights" {...roleOf('tablist')} aria-label={words.lights}>
        {lights.map((light) => (
          <LightTab
            key={light}
            light={light}
            n={counts?.[light]}
            chosen={filter.light === light}
            onTap={() => onChange({ ...filter, light })}
          />
        ))}
      </View>
    </View>
  )
}

interface LightTabProps {
  light: LightFilter
  n: number | undefined
  chosen: boolean
  onTap: () => void
}

function LightTab({ light, n, chosen, onTap }: LightTabProps) {
  const name = words.lightNames[light]
  return (
    <Tap
      role="tab"
      chosen={chosen}
      className={`queue-light ${chosen ? 'queue-light--on' : ''}`}
      label={n === undefined ? name : words.spoken(name, n)}
      onTap={onTap}
    >
      {light === 'all' ? (
        <Text>{`${name} ${n === undefined ? '' : words.count(n)}`}</Text>
      ) : (
        <Light kind={light} words={n === undefined ? name : words.count(n)} />
      )}
    </Tap>
  )
}
