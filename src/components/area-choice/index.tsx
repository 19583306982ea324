import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAreas } from '../../platform/use-areas'
import { Button } from '../button'
import { Choice } from '../choice'
import { Sheet } from '../sheet'
import { Skeleton } from '../states'
import { componentWording as wording } from '../wording'

interface AreaChoiceProps {
  label: string
  value: string
  name: string
  problem?: string
  onChange: (areaCode: string, name: string) => void
}

/** A community, chosen by township and then by name. */
export function AreaChoice({ label, value, name, problem, onChange }: AreaChoiceProps) {
  const [open, setOpen] = useState(false)
  return (
    <View className="field">
      <View className="field__label">{label}</View>
      <Button look="secondary" icon="pin" onTap={() => setOpen(true)}>
        {name || label}
      </Button>
      {problem ? <View className="t-late">{problem}</View> : null}
      <Sheet open={open} title={label} onClose={() => setOpen(false)}>
        <Communities
          value={value}
          onChange={(code, chosen) => {
            setOpen(false)
            onChange(code, chosen)
          }}
        />
      </Sheet>
    </View>
  )
}

/** Townships first, then the communities of the chosen one. */
export function Communities({
  value,
  onChange,
}: {
  value: string
  onChange: (areaCode: string, name: string) => void
}) {
  const [township, setTownship] = useState(value.slice(0, 9))
  const townships = useAreas(undefined)
  const communities = useAreas(township || undefined)
  if (townships.asked.state !== 'ready') return <Skeleton rows={3} />
  const options = (rows: readonly { areaCode: string; name: string }[]) =>
    rows.map((row) => ({ value: row.areaCode, words: row.name }))
  const below = township && communities.asked.state === 'ready' ? communities.asked.value.rows : []
  return (
    <View className="stack">
      <Choice
        label={wording.township}
        options={options(townships.asked.value.rows)}
        value={township}
        onChange={setTownship}
      />
      {township && (
        <Choice
          label={wording.community}
          options={options(below)}
          value={value}
          onChange={(code) => onChange(code, below.find((row) => row.areaCode === code)?.name ?? '')}
        />
      )}
    </View>
  )
}
