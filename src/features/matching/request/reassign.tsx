import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Field } from '../../../components/field'
import { Heading } from '../../../components/heading'
import { KeyName } from '../../../components/key-name'
import { Light } from '../../../components/light'
import { roleOf } from '../../../components/spoken'
import { client } from '../../../platform/client'
import { useKeys } from '../../../platform/use-keys'
import type { Request } from '../shapes'
import { wording } from '../wording'
import type { RequestDesk } from './use-request'
import { effectWords, requestWording as words } from './wording'

const shortest = 2

/** Somebody else, with a reason; what it does to the others is said before it is saved. */
export function Reassign({ request, desk, keys }: { request: Request; desk: RequestDesk; keys: boolean }) {
  const { choice, busy } = desk
  const [reason, setReason] = useState('')
  const [left, setLeft] = useState(false)
  const { helpRequestId } = request.row
  const short = reason.trim().length < shortest
  const submit = async () => {
    setLeft(true)
    if (!choice || short) return
    const { personId, name } = choice
    await desk.step(
      () => client.volunteer.choose({ helpRequestId, personId, reason: reason.trim() }),
      words.chosen(name),
    )
  }
  useKeys(choice?.preview ? { 'Ctrl+Enter': () => void submit() } : {})
  if (!choice) return <View className="t-note">{words.pickFirst}</View>
  return (
    <View className="stack">
      <Heading level={2} className="help__sub">
        {words.changeTo(choice.name)}
      </Heading>
      <View className="help__quiet" {...roleOf('status')} aria-live="polite">
        <View className="t-strong">{words.effect}</View>
        {choice.refused && <Light kind="late" words={choice.refused} />}
        {!choice.refused && !choice.preview && <View className="t-note">{words.looking}</View>}
        {choice.preview &&
          effectWords(choice.preview).map((line) => (
            <View key={line.words}>
              <Light kind={line.light} words={line.words} />
            </View>
          ))}
      </View>
      {!choice.refused && (
        <>
          <Field
            label={words.reason}
            type="textarea"
            required
            most={200}
            placeholder={words.reasonHint}
            hint={words.reasonSeen}
            problem={left && short ? wording.shortest(shortest) : ''}
            value={reason}
            onChange={setReason}
            onLeave={() => reason !== '' && setLeft(true)}
          />
          <Button block loading={busy} disabled={!choice.preview} onTap={submit}>
            {words.submit(choice.name)}
            {keys && <KeyName>Ctrl ↵</KeyName>}
          </Button>
        </>
      )}
    </View>
  )
}
