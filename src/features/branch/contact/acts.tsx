import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Choice } from '../../../components/choice'
import { client } from '../../../platform/client'
import { go } from '../../../platform/routes'
import { diaryWording } from '../diary/wording'
import type { Contact } from '../shapes'
import type { ActProps } from './act-props'
import { Answer, Say } from './answer'
import { HandOn } from './hand-on'
import { PassOn } from './pass-on'
import { Reach } from './reach'
import { StepOn } from './step-on'
import { contactWording as words } from './wording'
import './style.scss'

const acts = ['answer', 'say', 'step', 'handOn', 'passOn'] as const
type Act = (typeof acts)[number]

const isAllowed = ({ allowedActions }: Contact, act: Act) =>
  act === 'step'
    ? allowedActions.some((action) => action === 'sort' || action === 'discuss' || action === 'claim')
    : allowedActions.includes(act)

/** What can be done now, one thing at a time: the answer first. */
export function Acts(props: ActProps) {
  const { contact, busy, step } = props
  const [wished, setWished] = useState<Act>('answer')
  const open = acts.filter((act) => isAllowed(contact, act))
  const act = open.includes(wished) ? wished : open[0]
  const { contactId, version } = contact
  return (
    <View className="contact-acts">
      {contact.allowedActions.includes('takeOver') && (
        <View className="stack">
          <View className="t-note">{words.takeOver.note}</View>
          <Button
            look="secondary"
            loading={busy}
            onTap={() => step(() => client.hub.takeOverContact({ contactId, version }), words.takeOver.taken)}
          >
            {words.takeOver.button}
          </Button>
        </View>
      )}
      {open.length > 1 && (
        <Choice
          label={words.acts}
          options={open.map((value) => ({ value, words: words.act[value] }))}
          value={act}
          onChange={setWished}
        />
      )}
      {act === undefined && <View className="t-note">{contact.dueAt ? words.nothing : words.ended}</View>}
      {act === 'answer' && contact.kind === 'visit' && contact.side === 'host' && (
        <Button look="secondary" block icon="edit" onTap={() => go('branchWriteVisit', { contactId })}>
          {diaryWording.writeFor}
        </Button>
      )}
      {act === 'answer' && <Answer {...props} />}
      {act === 'say' && <Say {...props} />}
      {act === 'step' && <StepOn {...props} />}
      {act === 'handOn' && <HandOn {...props} />}
      {act === 'passOn' && <PassOn {...props} />}
      <Reach {...props} />
    </View>
  )
}
