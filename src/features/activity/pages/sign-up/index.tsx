import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { ActivityDetail, Question } from '../../../../../types/activity'
import { privacyVersion } from '../../../../../types/people'
import { Button } from '../../../../components/button'
import { Card } from '../../../../components/card'
import { Choice } from '../../../../components/choice'
import { Field } from '../../../../components/field'
import { Shell } from '../../../../components/shell'
import { Failed, Skeleton } from '../../../../components/states'
import { Stepper } from '../../../../components/stepper'
import { client } from '../../../../platform/client'
import { nearTime, timeSpan } from '../../../../platform/dates'
import { sendOrKeep, useSettled } from '../../../../platform/outbox'
import { go, replaceWith } from '../../../../platform/routes'
import { say, wordsOf } from '../../../../platform/say'
import { refreshMe, useMe } from '../../../../platform/session'
import { askForMessages, prepareMessages } from '../../../../platform/subscribe'
import { useAsk } from '../../../../platform/use-ask'
import { useDraft } from '../../../../platform/use-draft'
import { type SignUpRefusal, signUpRefusal, wording } from '../../wording'

const words = wording.form

interface Form {
  personId: number
  party: number
  groupId?: number
  inviteCode: string
  answers: Record<string, string>
}

/** What must be known to sign up, and nothing else. Sent once, also when the network is away right now. */
export default function SignUpPage() {
  const { params } = useRouter()
  const activityId = Number(params.activityId)
  const { asked, again } = useAsk(() => client.activity.detail({ activityId }), String(activityId))
  return (
    <Shell title={words.title}>
      {asked.state === 'loading' && <Skeleton rows={4} />}
      {(asked.state === 'offline' || asked.state === 'failed') && <Failed words={wording.offline} onAgain={again} />}
      {asked.state === 'ready' && <SignUpForm activity={asked.value} others={params.others !== undefined} />}
    </Shell>
  )
}

function SignUpForm({ activity, others }: { activity: ActivityDetail; others: boolean }) {
  const me = useMe()
  const { activityId } = activity
  const [form, setForm, forget] = useDraft<Form>(`sign-up/${activityId}`, {
    personId: 0,
    party: 1,
    inviteCode: '',
    answers: {},
  })
  const [problem, setProblem] = useState<SignUpRefusal | string>()
  const [sending, setSending] = useState(false)
  const [kept, setKept] = useState(false)
  const settled = useSettled()
  const dependants = useAsk(() => client.people.dependants({}), 'dependants')
  useEffect(() => {
    void prepareMessages()
  }, [])

  // What was kept has been sent now: on to what became of it.
  useEffect(() => {
    if (!kept || settled?.entry.name !== 'activity.signUp' || settled.entry.input.activityId !== activityId) return
    setKept(false)
    const { answer } = settled
    if (answer instanceof Error) setProblem(answer.message)
    else if (answer.ok)
      replaceWith('signUpResult', { activityId, signUpId: (answer.value as { signUpId: number }).signUpId })
    else setProblem(answer.refusal as SignUpRefusal)
  }, [kept, settled, activityId])

  const people = [
    ...(others ? [] : [{ value: 0, words: words.me }]),
    ...(dependants.asked.state === 'ready'
      ? dependants.asked.value.rows.map((d) => ({ value: d.personId, words: d.name }))
      : []),
  ]
  const named = activity.groups.filter((g) => g.name !== '')
  const consented = me?.privacyConsent?.version === privacyVersion
  const reason = typeof problem === 'object' ? problem : undefined

  const submit = async () => {
    setSending(true)
    setProblem(undefined)
    // Within the tap, before anything else: WeChat allows the prompt only there.
    const asking = askForMessages(['signUpPromoted', 'activityChanged', 'activityReminder'])
    try {
      if (!consented) {
        const consent = await client.people.givePrivacyConsent({ version: privacyVersion })
        if (!consent.ok) return setProblem(words.consentTitle)
      }
      await asking
      const input = {
        activityId,
        party: form.party,
        answers: readAnswers(activity.questions, form.answers),
        ...(form.personId ? { personId: form.personId } : {}),
        ...(form.groupId ? { groupId: form.groupId } : {}),
        ...(form.inviteCode ? { inviteCode: form.inviteCode } : {}),
      }
      const answer = await sendOrKeep('activity.signUp', activity.title, input)
      if (answer && !answer.ok) return setProblem(answer.refusal as SignUpRefusal)
      forget()
      // Without a network a browser could not even fetch the next page: it is said here.
      if (!answer) return setKept(true)
      void refreshMe()
      replaceWith('signUpResult', {
        activityId,
        signUpId: (answer?.value as { signUpId: number } | undefined)?.signUpId,
      })
    } catch (error) {
      say(wordsOf(error))
    } finally {
      setSending(false)
    }
  }

  if (kept) {
    return (
      <View className="stack" role="status">
        <View className="t-display">{wording.result.kept}</View>
        <View>{wording.result.keptNote}</View>
      </View>
    )
  }
  return (
    <View className="stack">
      <View>
        <View className="t-title">{activity.title}</View>
        <View className="t-note">{timeSpan(activity.startsAt, activity.endsAt)}</View>
      </View>
      <Card>
        <View className="stack">
          {(people.length > 1 || others) && (
            <Choice
              label={words.who}
              options={people}
              value={form.personId}
              onChange={(personId) => setForm({ ...form, personId })}
            />
          )}
          {(people.length > 1 || others) && (
            <Button look="quiet" size="small" icon="family" onTap={() => go('family')}>
              {words.addFamily}
            </Button>
          )}
          {activity.maxParty > 1 && (
            <View className="between">
              <View className="t-strong">{words.party}</View>
              <Stepper
                label={words.party}
                value={form.party}
                least={1}
                most={activity.maxParty}
                onChange={(party) => setForm({ ...form, party })}
              />
            </View>
          )}
          {named.length > 0 && (
            <Choice
              label={words.group}
              options={named.map((g) => ({
                value: g.groupId,
                words: g.name,
                note: g.capacity === null ? undefined : wording.detail.free(Math.max(0, g.capacity - g.taken)),
              }))}
              value={form.groupId}
              problem={reason?.reason === 'chooseGroup' ? signUpRefusal(reason) : undefined}
              onChange={(groupId) => setForm({ ...form, groupId })}
            />
          )}
          {activity.join === 'invited' && (
            <Field
              label={words.invite}
              required
              value={form.inviteCode}
              problem={reason?.reason === 'notEligible' ? signUpRefusal(reason) : ''}
              onChange={(inviteCode) => setForm({ ...form, inviteCode: inviteCode.toUpperCase() })}
            />
          )}
          {activity.questions.map((question) => (
            <QuestionField
              key={question.key}
              question={question}
              value={form.answers[question.key] ?? ''}
              problem={reason && 'key' in reason && reason.key === question.key ? signUpRefusal(reason) : ''}
              onChange={(value) => setForm({ ...form, answers: { ...form.answers, [question.key]: value } })}
            />
          ))}
          {!consented && (
            <View>
              <View className="t-strong">{words.consentTitle}</View>
              <View className="t-note">{words.consentBody}</View>
              <Button look="quiet" size="small" icon="shield" onTap={() => go('privacy')}>
                {words.consentTitle}
              </Button>
            </View>
          )}
        </View>
      </Card>
      {problem !== undefined && (
        <View className="t-late" role="alert">
          {typeof problem === 'string' ? problem : signUpRefusal(problem)}
        </View>
      )}
      <View className="t-note">{words.promise(nearTime(activity.cancelUntil, new Date()))}</View>
      <View className="line">
        <Button block loading={sending} disabled={sending} onTap={submit}>
          {consented ? words.submit : words.agree}
        </Button>
      </View>
    </View>
  )
}

function QuestionField({
  question,
  value,
  problem,
  onChange,
}: {
  question: Question
  value: string
  problem: string
  onChange: (value: string) => void
}) {
  if (question.type === 'choice') {
    return (
      <Choice
        label={question.label}
        options={question.choices.map((c) => ({ value: c, words: c }))}
        value={value}
        problem={problem}
        onChange={onChange}
      />
    )
  }
  return (
    <Field
      label={question.label}
      required={question.required}
      type={question.type === 'number' ? 'number' : 'text'}
      most={question.type === 'number' ? 12 : 200}
      value={value}
      problem={problem}
      onChange={onChange}
    />
  )
}

/** Numbers travel as numbers; what was left empty is not an answer. */
function readAnswers(questions: readonly Question[], typed: Record<string, string>): Record<string, string | number> {
  return Object.fromEntries(
    questions.flatMap((q) => {
      const value = (typed[q.key] ?? '').trim()
      if (value === '') return []
      const number = Number(value)
      return [[q.key, q.type === 'number' && Number.isFinite(number) ? number : value]]
    }),
  )
}
