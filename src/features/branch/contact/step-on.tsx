import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Choice } from '../../../components/choice'
import { Field } from '../../../components/field'
import { KeyName } from '../../../components/key-name'
import { client } from '../../../platform/client'
import { useDraft } from '../../../platform/use-draft'
import { useKeys } from '../../../platform/use-keys'
import { useWide } from '../../../platform/use-wide'
import type { ActProps } from './act-props'
import { contactWording as words } from './wording'

const steps = ['sort', 'discuss', 'claim'] as const

/** A step of the way, with words to the resident if there are any. */
export function StepOn({ contact: { contactId, version, allowedActions }, busy, step }: ActProps) {
  const open = steps.filter((one) => allowedActions.includes(one))
  const [wished, setWished] = useState<(typeof steps)[number]>()
  const chosen = open.find((one) => one === wished) ?? open[0]
  const [{ text }, set, forget] = useDraft(`branch/${contactId}/step`, { text: '' })
  const send = async () => {
    if (!chosen) return
    const done = await step(
      () => client.hub.stepContact({ contactId, version, step: chosen, words: text.trim() }),
      words.step.sent,
    )
    if (!done) return
    set({ text: '' })
    forget()
  }
  const wide = useWide()
  useKeys({ 'Ctrl+Enter': () => void send() })
  return (
    <View className="stack">
      <Choice
        label={words.step.label}
        options={open.map((value) => ({ value, words: words.step.names[value] }))}
        value={chosen}
        onChange={setWished}
      />
      {chosen && <View className="t-note">{words.step.notes[chosen]}</View>}
      <Field
        label={words.step.words}
        type="textarea"
        most={500}
        hint={words.step.hint}
        value={text}
        onChange={(value) => set({ text: value })}
      />
      <Button block loading={busy} disabled={!chosen} onTap={send}>
        {words.step.send}
        {wide && <KeyName>Ctrl ↵</KeyName>}
      </Button>
    </View>
  )
}
