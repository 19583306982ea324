import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import * as v from 'valibot'
import { type HandOnTarget, handOnTargets, hub } from '../../../../types/hub'
import { Button } from '../../../components/button'
import { Choice } from '../../../components/choice'
import { Field } from '../../../components/field'
import { KeyName } from '../../../components/key-name'
import { Tap } from '../../../components/tap'
import { client } from '../../../platform/client'
import type { Problems } from '../../../platform/problems'
import { say, wordsOf } from '../../../platform/say'
import { useDraft } from '../../../platform/use-draft'
import { useKeys } from '../../../platform/use-keys'
import { useWide } from '../../../platform/use-wide'
import { useChecked } from '../use-checked'
import type { ActProps } from './act-props'
import { contactWording } from './wording'

const words = contactWording.handOn
const schema = v.pick(hub.handOnContact.input, ['words', 'to'])
const targets = handOnTargets.map((value) => ({ value, words: contactWording.handOnTo[value] }))

interface Item {
  code: string
  name: string
}

/** Leads the resident on to a request for help, an application or an activity; the thread goes on. */
export function HandOn({ contact: { contactId, version }, busy, step }: ActProps) {
  const [{ text }, set, forget] = useDraft(`branch/${contactId}/handOn`, { text: '' })
  const [to, setTo] = useState<HandOnTarget>('helpRequest')
  const [item, setItem] = useState<Item>()
  const missing: Problems = to === 'application' && !item ? { item: words.itemMissing } : {}
  const checked = useChecked(schema, { words: text, to }, missing)
  const send = async () => {
    if (!checked.check()) return
    const done = await step(
      () =>
        client.hub.handOnContact({
          contactId,
          version,
          to,
          words: text.trim(),
          ...(to === 'application' && item ? { itemCode: item.code } : {}),
        }),
      words.sent,
    )
    if (!done) return
    set({ text: '' })
    forget()
  }
  const wide = useWide()
  useKeys({ 'Ctrl+Enter': () => void send() })
  return (
    <View className="stack">
      <Choice label={words.label} options={targets} value={to} onChange={setTo} />
      <View className="t-note">{words.notes[to]}</View>
      {to === 'application' && <ItemPick item={item} problem={checked.problemAt('item')} onChange={setItem} />}
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
        {wide && <KeyName>Ctrl ↵</KeyName>}
      </Button>
    </View>
  )
}

const typingMs = 300
const most = 6

interface ItemPickProps {
  item: Item | undefined
  problem: string
  onChange: (item: Item | undefined) => void
}

/** One item of the public catalogue, by name or pinyin. */
function ItemPick({ item, problem, onChange }: ItemPickProps) {
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<readonly Item[]>()
  const search = typed.trim()
  useEffect(() => {
    setFound(undefined)
    if (search === '') return
    let gone = false
    const timer = setTimeout(() => {
      client.catalogue.list({ search }).then(
        (answer) => !gone && answer.ok && setFound(answer.value.rows.slice(0, most)),
        (error: unknown) => say(wordsOf(error)),
      )
    }, typingMs)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [search])
  if (item)
    return (
      <View className="field">
        <View className="field__label">{words.item}</View>
        <View className="between">
          <View className="t-strong">{item.name}</View>
          <Button look="quiet" size="small" onTap={() => onChange(undefined)}>
            {words.itemAgain}
          </Button>
        </View>
      </View>
    )
  return (
    <View className="stack">
      <Field
        label={words.item}
        required
        placeholder={words.itemHint}
        problem={problem}
        value={typed}
        onChange={setTyped}
      />
      {found?.length === 0 && <View className="t-note">{words.itemNone}</View>}
      {found?.map(({ code, name }) => (
        <Tap
          key={code}
          className="contact-pick"
          onTap={() => {
            setTyped('')
            onChange({ code, name })
          }}
        >
          {name}
        </Tap>
      ))}
    </View>
  )
}
