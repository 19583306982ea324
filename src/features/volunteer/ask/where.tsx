import { View } from '@tarojs/components'
import { useState } from 'react'
import { Communities } from '../../../components/area-choice'
import { Button } from '../../../components/button'
import { Field } from '../../../components/field'
import { whereIAm } from '../../../platform/position'
import { useMe } from '../../../platform/session'
import type { PartProps } from './part'
import { askWording as words } from './wording'

/** Where help is needed: the community, the door, and on a tap the place itself. */
export function Where({ form, onChange }: PartProps) {
  const home = useMe()?.community
  const [choosing, setChoosing] = useState(!home && !form.areaCode)
  const [failed, setFailed] = useState(false)
  const here = async () => {
    const at = await whereIAm()
    setFailed(!at)
    if (at) onChange({ here: at })
  }
  return (
    <View className="stack">
      {choosing ? (
        <Communities
          value={form.areaCode || (home?.areaCode ?? '')}
          onChange={(areaCode, areaName) => {
            onChange({ areaCode, areaName, here: null })
            setChoosing(false)
          }}
        />
      ) : (
        <View className="field">
          <View className="field__label">{words.community}</View>
          <Button look="secondary" icon="pin" onTap={() => setChoosing(true)}>
            {form.areaName || home?.name}
          </Button>
        </View>
      )}
      <Field
        label={words.address}
        hint={words.addressHint}
        most={100}
        value={form.address}
        onChange={(address) => onChange({ address })}
      />
      <Button look="quiet" size="small" icon={form.here ? 'check' : 'pin'} onTap={() => void here()}>
        {form.here ? words.hereIs : words.here}
      </Button>
      {failed && <View className="t-note">{words.hereFailed}</View>}
    </View>
  )
}
