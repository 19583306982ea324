import { View } from '@tarojs/components'
import * as v from 'valibot'
import { contactLimits, hub } from '../../../../types/hub'
import { Button } from '../../../components/button'
import { Field } from '../../../components/field'
import { KeyName } from '../../../components/key-name'
import { Uploader } from '../../../components/uploader'
import { client } from '../../../platform/client'
import { useDraft } from '../../../platform/use-draft'
import { useKeys } from '../../../platform/use-keys'
import { useUploads } from '../../../platform/use-uploads'
import { useWide } from '../../../platform/use-wide'
import { useChecked } from '../use-checked'
import type { ActProps } from './act-props'
import { contactWording as words } from './wording'

/** The answer, with words and photos; what is written stays on this phone until it is sent. */
export const Answer = (props: ActProps) => <Write {...props} kind="answer" />

/** Words that are not the answer yet. */
export const Say = (props: ActProps) => <Write {...props} kind="say" />

const schemas = {
  answer: v.pick(hub.answerContact.input, ['words']),
  say: v.pick(hub.answerContact.input, ['words']),
}

function Write({ contact: { contactId, version, status }, busy, step, kind }: ActProps & { kind: 'answer' | 'say' }) {
  const [{ text }, set, forget] = useDraft(`branch/${contactId}/${kind}`, { text: '' })
  const uploads = useUploads()
  const { fileIds, sending } = uploads
  // A photo alone says something, too, where it is no answer.
  const checked = useChecked(schemas[kind], { words: text }, {})
  const send = async () => {
    const onlyPhotos = kind === 'say' && text.trim() === '' && fileIds.length > 0
    if (sending || !(onlyPhotos || checked.check())) return
    const said = { contactId, words: text.trim(), fileIds }
    const done = await step(
      () => (kind === 'answer' ? client.hub.answerContact({ ...said, version }) : client.hub.sayInContact(said)),
      words[kind].sent,
    )
    if (!done) return
    set({ text: '' })
    forget()
    for (const { key } of uploads.items) uploads.remove(key)
    checked.forgive()
  }
  // Once it is answered, nothing is owed any more.
  const hint = kind === 'say' && status === 'answered' ? '' : words[kind].hint
  const wide = useWide()
  useKeys({ 'Ctrl+Enter': () => void send() })
  return (
    <View className="stack">
      {kind === 'answer' && <View className="t-note">{words.answer.lead}</View>}
      <Field
        label={words[kind].words}
        type="textarea"
        required
        most={500}
        hint={hint}
        value={text}
        problem={checked.problemAt('words')}
        focus={checked.focus === 'words'}
        onChange={(value) => {
          checked.touched()
          set({ text: value })
        }}
        onLeave={() => text !== '' && checked.leave('words')}
      />
      <Uploader
        label={words.answer.photos}
        items={uploads.items}
        most={contactLimits.files}
        kinds={['picture']}
        problem={sending ? words.answer.sending : ''}
        onPick={(of, most) => void uploads.pick(of, most)}
        onRemove={uploads.remove}
        onRetry={uploads.retry}
      />
      <Button block loading={busy} disabled={sending} onTap={send}>
        {words[kind].send}
        {wide && <KeyName>Ctrl ↵</KeyName>}
      </Button>
    </View>
  )
}
