import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Field } from '../../../components/field'
import { client } from '../../../platform/client'
import { HubPick, type PickedHub } from '../hub-pick'
import type { HouseholdActProps } from './act-props'
import { householdsWording } from './wording'

const words = householdsWording.move

/** Gives a household to another hub by hand, with the reason. */
export function MoveHousehold({ row: { householdId, version, hubId }, busy, step, onDone }: HouseholdActProps) {
  const [to, setTo] = useState<PickedHub>()
  const [why, setWhy] = useState('')
  const [tried, setTried] = useState(false)
  const submit = async () => {
    setTried(true)
    if (!to) return
    const input = { householdId, version, hubId: to.hubId, why: why.trim() }
    if (await step(() => client.hub.linkHousehold(input), words.done(to.name))) onDone()
  }
  return (
    <View className="stack">
      <HubPick label={words.to} from={hubId} value={to} problem={tried && !to ? words.missing : ''} onChange={setTo} />
      <Field label={words.why} most={100} placeholder={words.whyHint} value={why} onChange={setWhy} />
      <View className="t-note">{words.note}</View>
      <Button block loading={busy} onTap={submit}>
        {words.submit}
      </Button>
    </View>
  )
}
