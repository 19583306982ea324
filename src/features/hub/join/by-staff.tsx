import { View } from '@tarojs/components'
import { useState } from 'react'
import { Communities } from '../../../components/area-choice'
import { Button } from '../../../components/button'
import { Choice } from '../../../components/choice'
import { Field } from '../../../components/field'
import { useAreas } from '../../../platform/use-areas'
import { joinWording as words } from './wording'

export interface Address {
  areaCode: string
  areaName: string
  /** The grid within it; empty: whoever lives there does not know. */
  gridCode: string
  door: string
}

interface ByStaffProps {
  value: Address
  problem: string
  onChange: (part: Partial<Address>) => void
}

/** Where I say I live: the community, the grid if I know it, the door. */
export function ByStaff({ value, problem, onChange }: ByStaffProps) {
  const [choosing, setChoosing] = useState(value.areaCode === '')
  return (
    <View className="stack">
      {choosing ? (
        <Communities
          value={value.areaCode}
          onChange={(areaCode, areaName) => {
            setChoosing(false)
            onChange({ areaCode, areaName, gridCode: '' })
          }}
        />
      ) : (
        <View className="field">
          <View className="field__label">{words.community}</View>
          <Button look="secondary" icon="pin" onTap={() => setChoosing(true)}>
            {value.areaName}
          </Button>
        </View>
      )}
      {!choosing && (
        <Grids under={value.areaCode} value={value.gridCode} onChange={(gridCode) => onChange({ gridCode })} />
      )}
      <Field
        label={words.door}
        required
        hint={words.doorHint}
        placeholder={words.doorPlaceholder}
        most={40}
        value={value.door}
        problem={problem}
        onChange={(door) => onChange({ door })}
      />
    </View>
  )
}

function Grids({ under, value, onChange }: { under: string; value: string; onChange: (gridCode: string) => void }) {
  const { asked } = useAreas(under)
  if (asked.state !== 'ready' || asked.value.rows.length === 0) return null
  return (
    <Choice
      label={words.area}
      options={[
        ...asked.value.rows.map((row) => ({ value: row.areaCode, words: row.name })),
        { value: '', words: words.wholeCommunity },
      ]}
      value={value}
      onChange={onChange}
    />
  )
}
