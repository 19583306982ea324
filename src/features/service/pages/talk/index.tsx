import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../../../components/button'
import { Card } from '../../../../components/card'
import { Field } from '../../../../components/field'
import { Shell } from '../../../../components/shell'
import { Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { nearTime } from '../../../../platform/dates'
import { makePhoneCall } from '../../../../platform/help-phone'
import { sendOrKeep } from '../../../../platform/outbox'
import { say, wordsOf } from '../../../../platform/say'
import { useAsk } from '../../../../platform/use-ask'
import { useDraft } from '../../../../platform/use-draft'
import { caseWording } from '../../case/wording'
import type { ApplicationDetail } from '../../shapes'
import { talkRefusal, talkWording as words } from '../../talk/wording'
import { wording } from '../../wording'
import './index.scss'

/** A thread with whoever is responsible for an application. */
export default function TalkPage() {
  const { params } = useRouter()
  const applicationId = Number(params.applicationId)
  const { asked, again } = useAsk(() => client.application.detail({ applicationId }), String(applicationId))
  if (asked.state === 'ready') return <Talk application={asked.value} onChanged={again} />
  return (
    <Shell title={words.title}>
      {asked.state === 'loading' ? <Skeleton rows={3} /> : <Failed words={wording.offline} onAgain={again} />}
    </Shell>
  )
}

function Talk({ application: a, onChanged }: { application: ApplicationDetail; onChanged: () => Promise<void> }) {
  const [draft, setDraft, forget] = useDraft(`talk/${a.applicationId}`, { text: '' })
  const [problem, setProblem] = useState('')
  const [sending, setSending] = useState(false)
  const send = async () => {
    setSending(true)
    setProblem('')
    try {
      const answer = await sendOrKeep('application.say', words.outbox(a.itemName), {
        applicationId: a.applicationId,
        words: draft.text,
      })
      if (answer && !answer.ok) return setProblem(talkRefusal(answer.refusal as Parameters<typeof talkRefusal>[0]))
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
  const may = a.allowedActions.includes('say')
  return (
    <Shell
      title={words.title}
      bar={
        may ? (
          <Button block loading={sending} disabled={sending || draft.text.trim() === ''} onTap={send}>
            {words.send}
          </Button>
        ) : (
          <Button block look="secondary" icon="phone" onTap={() => makePhoneCall(a.help.phone)}>
            {caseWording.call(a.help.phone)}
          </Button>
        )
      }
    >
      <View className="stack">
        <View>
          <View className="t-title">{words.who(a.department, a.ownerName)}</View>
          <View className="t-note">{may ? words.note : words.over}</View>
        </View>
        {a.messages.length === 0 && may && <View className="t-note">{words.empty}</View>}
        <View className="talk" role="list">
          {a.messages.map((message) => (
            <View key={message.messageId} role="listitem" className={`said said--${message.from}`}>
              <View className="t-hint">
                {message.from === 'applicant' ? words.you : message.name} · {nearTime(message.at, new Date())}
              </View>
              <View className="said__words t-prewrap">{message.words}</View>
            </View>
          ))}
        </View>
        {may && (
          <Card>
            <Field
              label={words.field}
              required
              type="textarea"
              placeholder={words.hint}
              most={500}
              value={draft.text}
              problem={problem}
              onChange={(text) => setDraft({ text })}
            />
          </Card>
        )}
      </View>
    </Shell>
  )
}
