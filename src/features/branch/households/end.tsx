import { View } from '@tarojs/components'
import { useState } from 'react'
import * as v from 'valibot'
import { hub } from '../../../../types/hub'
import { Button } from '../../../components/button'
import { Field } from '../../../components/field'
import { client } from '../../../platform/client'
import { confirm } from '../../../platform/say'
import { useChecked } from '../use-checked'
import type { HouseholdActProps } from './act-props'
import { householdsWording } from './wording'

const words = householdsWording.end
const schema = v.pick(hub.endHousehold.input, ['why'])

/** It is no household of this county any more. */
export function EndHousehold({ row: { householdId, version }, busy, step, onDone }: HouseholdActProps) {
  const [why, setWhy] = useState('')
  const checked = useChecked(schema, { why })
  const submit = async () => {
    if (!checked.check() || !(await confirm(words.sure, words.submit))) return
    if (await step(() => client.hub.endHousehold({ householdId, version, why: why.trim() }), words.done)) onDone()
  }
  return (
    <View className="stack">
      <View className="t-note">{words.note}</View>
      <Field
        label={words.why}
        required
        most={100}
        placeholder={words.whyHint}
        value={why}
        problem={checked.problemAt('why')}
        focus={checked.focus === 'why'}
        onChange={setWhy}
        onLeave={() => checked.leave('why')}
      />
      <Button block loading={busy} onTap={submit}>
        {words.submit}
      </Button>
    </View>
  )
}
