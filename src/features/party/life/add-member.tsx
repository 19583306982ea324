import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Choice } from '../../../components/choice'
import { DayTime } from '../../../components/day-time'
import { Field } from '../../../components/field'
import { Sheet } from '../../../components/sheet'
import { Switch } from '../../../components/switch'
import { client } from '../../../platform/client'
import { dayKey } from '../../../platform/dates'
import { useForm } from '../../../platform/use-form'
import { useWork } from '../use-work'
import { partyWording } from '../wording'
import { postNames, membersWording as words } from './wording'

export const postOptions = (['member', 'committee'] as const).map((value) => ({ value, words: postNames[value] }))

/** The secretary takes a party member in by his number. */
export function AddMember({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const [form, change] = useForm({
    phone: '',
    post: 'member' as 'member' | 'committee',
    floating: false,
    sinceOn: dayKey(new Date()),
  })
  const [tried, setTried] = useState(false)
  const [busy, work] = useWork()
  const phone = form.phone.replace(/\s/g, '')
  const wrong = !/^1\d{10}$/.test(phone)
  const send = async () => {
    setTried(true)
    if (wrong || !(await work(() => client.hub.addBranchMember({ ...form, phone }), words.added))) return
    onClose()
    onDone()
  }
  return (
    <Sheet open title={words.addTitle} onClose={onClose}>
      <View className="stack">
        <Field
          label={words.phone}
          type="tel"
          required
          hint={words.phoneHint}
          value={form.phone}
          problem={tried && wrong ? words.phoneWrong : ''}
          onChange={(typed) => change({ phone: typed })}
        />
        <Choice label={words.post} options={postOptions} value={form.post} onChange={(post) => change({ post })} />
        <Switch
          label={words.floatingLabel}
          hint={words.floatingHint}
          on={form.floating}
          onChange={(floating) => change({ floating })}
        />
        <DayTime
          label={words.sinceOn}
          kind="date"
          value={form.sinceOn}
          placeholder={partyWording.pick}
          onChange={(sinceOn) => change({ sinceOn })}
        />
        <Button block loading={busy} disabled={busy} onTap={() => void send()}>
          {words.addSend}
        </Button>
      </View>
    </Sheet>
  )
}
