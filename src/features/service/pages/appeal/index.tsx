import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../../../components/button'
import { Card } from '../../../../components/card'
import { Field } from '../../../../components/field'
import { Heading } from '../../../../components/heading'
import { Shell } from '../../../../components/shell'
import { Empty, Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { goBack, replaceWith } from '../../../../platform/routes'
import { say, wordsOf } from '../../../../platform/say'
import { useAsk } from '../../../../platform/use-ask'
import { useDraft } from '../../../../platform/use-draft'
import { appealRefusal, appealWording as words } from '../../appeal/wording'
import { caseWording } from '../../case/wording'
import type { ApplicationDetail } from '../../shapes'
import { wording } from '../../wording'

/** Asking the supervisor to look at a decision again. */
export default function AppealPage() {
  const { params } = useRouter()
  const applicationId = Number(params.applicationId)
  const { asked, again } = useAsk(() => client.application.detail({ applicationId }), String(applicationId))
  if (asked.state === 'ready' && asked.value.allowedActions.includes('appeal'))
    return <Form application={asked.value} />
  return (
    <Shell title={words.title}>
      {asked.state === 'loading' && <Skeleton rows={2} />}
      {(asked.state === 'offline' || asked.state === 'failed') && <Failed words={wording.offline} onAgain={again} />}
      {asked.state === 'ready' && (
        <Empty
          words={words.not}
          step={wording.list.title}
          onStep={() => replaceWith('application', { applicationId })}
        />
      )}
    </Shell>
  )
}

function Form({ application: a }: { application: ApplicationDetail }) {
  const [draft, setDraft, forget] = useDraft(`appeal/${a.applicationId}`, { text: '' })
  const [problem, setProblem] = useState('')
  const [sending, setSending] = useState(false)
  const submit = async () => {
    setSending(true)
    setProblem('')
    try {
      const answer = await client.application.appeal({ applicationId: a.applicationId, words: draft.text })
      if (!answer.ok) return setProblem(appealRefusal(answer.refusal))
      forget()
      say(words.done(answer.value.answerBy))
      setTimeout(goBack, 1200)
    } catch (error) {
      setProblem(wordsOf(error))
    } finally {
      setSending(false)
    }
  }
  return (
    <Shell
      title={words.title}
      bar={
        <Button block loading={sending} disabled={sending || draft.text.trim() === ''} onTap={submit}>
          {words.submit}
        </Button>
      }
    >
      <View className="stack">
        <View>
          <Heading level={2} className="t-title">
            {words.lead}
          </Heading>
          <View className="t-note">{words.note}</View>
        </View>
        {a.decision && (
          <Card>
            <View className="t-note">{words.decision}</View>
            <View className="t-strong">{caseWording.decision[a.decision.outcome]}</View>
            <View>{a.decision.reason}</View>
          </Card>
        )}
        <Card>
          <Field
            label={words.field}
            required
            type="textarea"
            hint={words.hint}
            most={1000}
            value={draft.text}
            problem={problem}
            onChange={(text) => setDraft({ text })}
          />
        </Card>
        <View className="t-note">{words.other}</View>
      </View>
    </Shell>
  )
}
