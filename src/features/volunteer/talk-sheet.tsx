import { View } from '@tarojs/components'
import { useState } from 'react'
import type { HelpDetail } from '../../../types/volunteer'
import { Button } from '../../components/button'
import { Field } from '../../components/field'
import { Sheet } from '../../components/sheet'
import { nearTime } from '../../platform/dates'
import { sendOrKeep } from '../../platform/outbox'
import { say, wordsOf } from '../../platform/say'
import { useDraft } from '../../platform/use-draft'
import { type SayRefusal, stepRefusal } from './request/wording'
import './style.scss'
import { talkWording as words } from './talk-wording'

interface TalkProps {
  open: boolean
  helpRequestId: number
  messages: HelpDetail['messages']
  /** Whether something may be said now. */
  may: boolean
  onClose: () => void
  onChanged: () => Promise<void>
}

/** Words between whoever is helped and whoever comes; none of them sees a number. */
export function TalkSheet({ open, helpRequestId, messages, may, onClose, onChanged }: TalkProps) {
  const [draft, setDraft, forget] = useDraft(`help-talk/${helpRequestId}`, { text: '' })
  const [problem, setProblem] = useState('')
  const [sending, setSending] = useState(false)
  const send = async () => {
    setSending(true)
    setProblem('')
    try {
      const answer = await sendOrKeep('volunteer.sayAboutHelp', words.outbox, {
        helpRequestId,
        words: draft.text.trim(),
      })
      if (answer && !answer.ok) return setProblem(stepRefusal(answer.refusal as SayRefusal))
      forget()
      setDraft({ text: '' })
      say(answer ? words.sent : words.kept)
      if (answer) await onChanged()
    } catch (error) {
      setProblem(wordsOf(error))
    } finally {
      setSending(false)
    }
  }
  return (
    <Sheet open={open} title={words.title} onClose={onClose}>
      <View className="stack">
        {messages.length === 0 && <View className="t-note">{words.empty}</View>}
        <View className="help-talk" role="list">
          {messages.map((message) => (
            <View
              key={message.messageId}
              role="listitem"
              className={`help-talk__said ${message.mine ? 'help-talk__said--mine' : ''}`}
            >
              <View className="t-hint">
                {message.mine ? words.you : message.fromName} · {nearTime(message.at, new Date())}
              </View>
              <View className="help-talk__words t-prewrap">
                {message.kind === 'callBack' ? (message.mine ? words.youAsked : words.asksYou) : message.words}
              </View>
            </View>
          ))}
        </View>
        {may && (
          <>
            <Field
              label={words.field}
              type="textarea"
              most={300}
              hint={words.hint}
              value={draft.text}
              problem={problem}
              onChange={(text) => setDraft({ text })}
            />
            <Button block loading={sending} disabled={sending || draft.text.trim() === ''} onTap={send}>
              {words.send}
            </Button>
          </>
        )}
      </View>
    </Sheet>
  )
}
