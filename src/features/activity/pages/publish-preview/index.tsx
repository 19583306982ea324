import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { ActivityDetail } from '../../../../../types/activity'
import { privacyVersion } from '../../../../../types/people'
import { Button } from '../../../../components/button'
import { Card, Section } from '../../../../components/card'
import { Scene } from '../../../../components/scene'
import { Shell } from '../../../../components/shell'
import { CallFailed } from '../../../../platform/client'
import { tieToContact } from '../../../../platform/hand-on'
import { go, goBack, replaceWith, startOver } from '../../../../platform/routes'
import { say, wordsOf } from '../../../../platform/say'
import type { Me } from '../../../../platform/session'
import { useForm } from '../../../../platform/use-form'
import { ActivityView } from '../../detail/view'
import { emptyForm, formOf } from '../../publish/form'
import { consent, handIn } from '../../publish/hand-in'
import { Open } from '../../publish/open'
import { previewOf } from '../../publish/preview-of'
import { type Problems, problemOfRefusal, problemsOf } from '../../publish/problems'
import { useKeptForm } from '../../publish/use-kept-form'
import { publishWording as words } from '../../publish/wording'
import { asksAnything, emptyWish, type Wish, Wishes } from '../../sign-up/wishes'
import './index.scss'

/** What was written, exactly as residents will see it; from here it is handed in. */
export default function PublishPreview() {
  const { params } = useRouter()
  const activityId = params.activityId ? Number(params.activityId) : undefined
  return (
    <Open title={words.previewTitle} activityId={activityId}>
      {(me, activity) => <Preview key={activity?.version ?? 0} me={me} activity={activity} />}
    </Open>
  )
}

function Preview({ me, activity }: { me: Me; activity: ActivityDetail | null }) {
  const name = activity ? `${activity.activityId}/${activity.version}` : 'new'
  const { form, requestId, mark, forget } = useKeptForm(name, activity ? formOf(activity) : emptyForm(me))
  const [busy, setBusy] = useState(false)
  const [wish, setWish] = useForm<Wish>(emptyWish)
  const now = new Date()
  const fit = Object.keys(problemsOf(form, now)).length === 0
  const consented = me.privacyConsent?.version === privacyVersion
  const approves = me.grants.some((g) => g.role === 'communityAdmin' && form.areaCode.startsWith(g.areaCode))
  const draftStage = !activity || activity.status === 'draft'

  /** Back to the form, with each mistake at its field. */
  const back = (problems: Problems) => {
    mark(problems)
    say(Object.values(problems)[0] ?? '')
    goBack()
  }
  const send = async (submit: boolean) => {
    setBusy(true)
    try {
      if (!consented) await consent()
      const answer = await handIn({ activity, form, requestId, submit })
      if (!answer.ok) return back(problemOfRefusal(answer.refusal))
      forget()
      say(words[answer.outcome])
      await tieToContact('activity', answer.activityId)
      startOver('activity', { activityId: answer.activityId })
    } catch (error) {
      if (error instanceof CallFailed && error.fields.length > 0)
        return back(Object.fromEntries(error.fields.map((f) => [f.path.replace(/^draft\./, ''), f.problem])))
      say(wordsOf(error))
    } finally {
      setBusy(false)
    }
  }

  if (!fit) {
    // Opened by itself, or lying here since yesterday: there is something to write first.
    return (
      <Shell title={words.previewTitle}>
        <Button block look="secondary" onTap={() => replaceWith('publish', { activityId: activity?.activityId })}>
          {words.backToWrite}
        </Button>
      </Shell>
    )
  }
  const shown = previewOf(form, now)
  return (
    <Shell
      hero={<Scene name={shown.kind} />}
      bar={
        <>
          {draftStage && (
            <Button look="secondary" disabled={busy} onTap={() => send(false)}>
              {words.save}
            </Button>
          )}
          <Button block loading={busy} disabled={busy} onTap={() => send(true)}>
            {!consented ? words.agree : draftStage ? (approves ? words.publishNow : words.submit) : words.update}
          </Button>
        </>
      }
    >
      <ActivityView activity={shown} still>
        <View className="preview__note">
          <View className="t-strong">{words.previewTitle}</View>
          <View className="t-note">{words.previewNote}</View>
        </View>
      </ActivityView>
      <Section title={words.previewForm}>
        <Card>
          <View className="stack">
            {asksAnything(shown) ? (
              <Wishes activity={shown} wish={wish} refusal={undefined} onChange={setWish} />
            ) : (
              <View className="t-note">{words.previewNothing}</View>
            )}
          </View>
        </Card>
      </Section>
      <View className="preview__end">
        {form.repeat !== 'none' && <View className="t-note">{words.series(form.times, form.repeat)}</View>}
        {!consented && (
          <View>
            <View className="t-strong">{words.consentTitle}</View>
            <View className="t-note">{words.consentBody}</View>
            <Button look="quiet" size="small" icon="shield" onTap={() => go('privacy')}>
              {words.consentTitle}
            </Button>
          </View>
        )}
        {draftStage && !approves && <View className="t-note">{words.promise}</View>}
        <Button look="quiet" onTap={goBack}>
          {words.backToWrite}
        </Button>
      </View>
    </Shell>
  )
}
