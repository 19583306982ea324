import { View } from '@tarojs/components'
import { useState } from 'react'
import * as v from 'valibot'
import { hub } from '../../../../types/hub'
import { Button } from '../../../components/button'
import { Field } from '../../../components/field'
import { client } from '../../../platform/client'
import type { Problems } from '../../../platform/problems'
import { confirm } from '../../../platform/say'
import { useDraft } from '../../../platform/use-draft'
import { HubPick, type PickedHub } from '../hub-pick'
import { useChecked } from '../use-checked'
import type { ActProps } from './act-props'
import { contactWording } from './wording'

const words = contactWording.passOn
const schema = v.pick(hub.passOnContact.input, ['words'])

/** To another hub, thread and history with it. */
export function PassOn({ contact: { contactId, version, hubId }, busy, step }: ActProps) {
  const [{ text }, set, forget] = useDraft(`branch/${contactId}/passOn`, { text: '' })
  const [to, setTo] = useState<PickedHub>()
  const missing: Problems = to ? {} : { hub: words.missing }
  const checked = useChecked(schema, { words: text }, missing)
  const send = async () => {
    if (!checked.check() || !to) return
    if (!(await confirm(words.sure(to.name), words.send))) return
    const input = { contactId, version, hubId: to.hubId, words: text.trim() }
    if (await step(() => client.hub.passOnContact(input), words.sent)) forget()
  }
  return (
    <View className="stack">
      <HubPick label={words.label} from={hubId} value={to} problem={checked.problemAt('hub')} onChange={setTo} />
      <Field
        label={words.words}
        type="textarea"
        required
        most={300}
        hint={words.hint}
        value={text}
        problem={checked.problemAt('words')}
        focus={checked.focus === 'words'}
        onChange={(value) => {
          checked.touched()
          set({ text: value })
        }}
        onLeave={() => text !== '' && checked.leave('words')}
      />
      <Button block loading={busy} onTap={send}>
        {words.send}
      </Button>
    </View>
  )
}
