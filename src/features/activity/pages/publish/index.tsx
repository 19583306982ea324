import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type ActivityDetail, activityKinds, joinRules } from '../../../../../types/activity'
import { privacyVersion } from '../../../../../types/people'
import { AreaChoice } from '../../../../components/area-choice'
import { Button } from '../../../../components/button'
import { Card } from '../../../../components/card'
import { Choice } from '../../../../components/choice'
import { DayTime } from '../../../../components/day-time'
import { Field } from '../../../../components/field'
import { Shell } from '../../../../components/shell'
import { Empty, Skeleton } from '../../../../components/states'
import { Stepper } from '../../../../components/stepper'
import { Switch } from '../../../../components/switch'
import { CallFailed, client } from '../../../../platform/client'
import { dayKey } from '../../../../platform/dates'
import { go, pathOf, replaceWith } from '../../../../platform/routes'
import { say, wordsOf } from '../../../../platform/say'
import { useMe, useSignedIn } from '../../../../platform/session'
import { useAsk } from '../../../../platform/use-ask'
import { useDraft } from '../../../../platform/use-draft'
import { emptyForm, formOf, type PublishForm, problemsOf, toDraft } from '../../publish-form'
import { editRefusal, joinNames, kindNames, wording } from '../../wording'

const words = wording.publish

/** Proposing an activity, or changing one. Every change is kept on the phone until it is handed in. */
export default function PublishPage() {
  const { params } = useRouter()
  const activityId = params.activityId ? Number(params.activityId) : undefined
  const signedIn = useSignedIn()
  const me = useMe()
  const existing = useAsk(
    () => (activityId ? client.activity.detail({ activityId }) : Promise.resolve({ ok: true as const, value: null })),
    String(activityId),
  )
  if (!signedIn) {
    return (
      <Shell title={words.title}>
        <Empty
          words={words.needSignIn}
          step={wording.signIn}
          onStep={() => go('signIn', { next: pathOf('publish') })}
        />
      </Shell>
    )
  }
  if (existing.asked.state !== 'ready' || !me) {
    return (
      <Shell title={words.title}>
        <Skeleton rows={5} />
      </Shell>
    )
  }
  const activity = existing.asked.value
  const first = activity ? formOf(activity) : emptyForm(me)
  return <Form key={activity?.version ?? 0} activity={activity} first={first} />
}

function Form({ activity, first }: { activity: ActivityDetail | null; first: PublishForm }) {
  const me = useMe()
  const draftName = activity ? `publish/${activity.activityId}/${activity.version}` : 'publish/new'
  const [form, setForm, forget, restored] = useDraft<PublishForm>(draftName, first)
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const [refused, setRefused] = useState('')
  const [busy, setBusy] = useState(false)
  const change = (part: Partial<PublishForm>) => setForm({ ...form, ...part })
  const check = () => setProblems(problemsOf(form))
  const approves = me?.grants.some((g) => g.role === 'communityAdmin' && form.areaCode.startsWith(g.areaCode)) ?? false

  const run = async (work: () => Promise<void>) => {
    const found = problemsOf(form)
    setProblems(found)
    setRefused('')
    if (Object.keys(found).length > 0) return setRefused(Object.values(found)[0] ?? '')
    setBusy(true)
    try {
      await work()
    } catch (error) {
      if (error instanceof CallFailed) setProblems(Object.fromEntries(error.fields.map((f) => [f.path, f.problem])))
      setRefused(wordsOf(error))
    } finally {
      setBusy(false)
    }
  }

  const save = (handIn: boolean) =>
    run(async () => {
      if (me?.privacyConsent?.version !== privacyVersion)
        await client.people.givePrivacyConsent({ version: privacyVersion })
      let activityId = activity?.activityId
      if (activity) {
        const answer = await client.activity.edit({
          activityId: activity.activityId,
          version: activity.version,
          scope: form.scope,
          draft: toDraft(form),
        })
        if (!answer.ok) return setRefused(editRefusal(answer.refusal))
      } else {
        const repeat = form.repeat === 'none' ? undefined : { every: form.repeat, times: form.times }
        const answer = await client.activity.draft({ ...toDraft(form), repeat })
        if (!answer.ok) return setRefused(editRefusal(answer.refusal))
        activityId = answer.value.activityId
      }
      forget()
      if (activityId === undefined) return
      if (handIn && (!activity || activity.status === 'draft')) {
        const answer = await client.activity.submit({ activityId })
        if (!answer.ok) return setRefused(editRefusal(answer.refusal))
        say(answer.value.status === 'published' ? words.published : words.submitted)
      } else say(activity ? words.updated : words.saved)
      setTimeout(() => replaceWith('activity', { activityId }), 600)
    })

  const draftStage = !activity || activity.status === 'draft'
  return (
    <Shell
      title={activity ? words.editTitle : words.title}
      bar={
        <>
          {draftStage && (
            <Button look="secondary" disabled={busy} onTap={() => save(false)}>
              {words.save}
            </Button>
          )}
          <Button block loading={busy} disabled={busy} onTap={() => save(true)}>
            {draftStage ? (approves ? words.publishNow : words.submit) : words.update}
          </Button>
        </>
      }
    >
      <View className="stack">
        {restored && <View className="t-note">{words.restored}</View>}
        {activity?.sentBackReason && (
          <Card>
            <View className="t-strong">{wording.managed.sentBack}</View>
            <View>{activity.sentBackReason}</View>
          </Card>
        )}
        <Card>
          <View className="stack">
            <Choice
              label={words.kind}
              options={activityKinds.map((value) => ({ value, words: kindNames[value] }))}
              value={form.kind}
              onChange={(kind) => change({ kind })}
            />
            <Field
              label={words.name}
              required
              hint={words.nameHint}
              most={40}
              value={form.title}
              problem={problems.title}
              onLeave={check}
              onChange={(title) => change({ title })}
            />
            <Field
              label={words.body}
              type="textarea"
              most={4000}
              value={form.body}
              problem={problems.body}
              onChange={(body) => change({ body })}
            />
          </View>
        </Card>
        <Card>
          <View className="stack">
            <DayTime
              label={words.day}
              kind="date"
              placeholder={words.chooseDay}
              from={dayKey(new Date())}
              value={form.day}
              problem={problems.startsAt}
              onChange={(day) => change({ day })}
            />
            <View className="line">
              <View className="grow">
                <DayTime
                  label={words.from}
                  kind="time"
                  placeholder={words.chooseTime}
                  value={form.from}
                  onChange={(from) => change({ from })}
                />
              </View>
              <View className="grow">
                <DayTime
                  label={words.until}
                  kind="time"
                  placeholder={words.chooseTime}
                  value={form.until}
                  problem={problems.endsAt}
                  onChange={(until) => change({ until })}
                />
              </View>
            </View>
            {!activity && (
              <Choice
                label={words.repeat}
                options={(['none', 'week', 'month'] as const).map((value) => ({ value, words: words.repeats[value] }))}
                value={form.repeat}
                onChange={(repeat) => change({ repeat })}
              />
            )}
            {!activity && form.repeat !== 'none' && (
              <View className="between">
                <View>{words.times}</View>
                <Stepper
                  label={words.times}
                  value={form.times}
                  least={2}
                  most={26}
                  onChange={(times) => change({ times })}
                />
              </View>
            )}
            {activity?.seriesId != null && (
              <Choice
                label={words.scope}
                options={(['one', 'following'] as const).map((value) => ({ value, words: words.scopes[value] }))}
                value={form.scope}
                onChange={(scope) => change({ scope })}
              />
            )}
          </View>
        </Card>
        <Card>
          <View className="stack">
            <AreaChoice
              label={words.area}
              value={form.areaCode}
              name={form.areaName}
              onChange={(areaCode, areaName) => change({ areaCode, areaName })}
              problem={problems.areaCode}
            />
            <Field
              label={words.placeName}
              required
              hint={words.placeHint}
              most={60}
              value={form.placeName}
              problem={problems.placeName}
              onLeave={check}
              onChange={(placeName) => change({ placeName })}
            />
            <Field
              label={words.address}
              required
              most={100}
              value={form.address}
              problem={problems.address}
              onLeave={check}
              onChange={(address) => change({ address })}
            />
            <Field
              label={words.access}
              hint={words.accessHint}
              most={60}
              value={form.accessNote}
              onChange={(accessNote) => change({ accessNote })}
            />
          </View>
        </Card>
        <Card>
          <View className="stack">
            <Switch label={words.limited} on={form.limited} onChange={(limited) => change({ limited })} />
            {form.limited && (
              <Field
                label={words.capacity}
                required
                type="number"
                most={6}
                value={form.capacity}
                problem={problems.capacity}
                onLeave={check}
                onChange={(capacity) => change({ capacity })}
              />
            )}
            {form.limited && (
              <Switch label={words.waitlist} on={form.waitlist} onChange={(waitlist) => change({ waitlist })} />
            )}
            <View className="between">
              <View>{words.maxParty}</View>
              <Stepper
                label={words.maxParty}
                value={form.maxParty}
                least={1}
                most={10}
                onChange={(maxParty) => change({ maxParty })}
              />
            </View>
            <Choice
              label={words.join}
              options={joinRules.map((value) => ({ value, words: joinNames[value] }))}
              value={form.join}
              onChange={(join) => change({ join })}
            />
            <Switch
              label={words.needsApproval}
              on={form.needsApproval}
              onChange={(needsApproval) => change({ needsApproval })}
            />
            <Switch
              label={words.showUpFirst}
              hint={words.showUpHint}
              on={form.showUpFirst}
              onChange={(showUpFirst) => change({ showUpFirst })}
            />
            <Field
              label={words.question}
              hint={words.questionHint}
              most={40}
              value={form.question}
              onChange={(question) => change({ question })}
            />
          </View>
        </Card>
        <Card>
          <View className="stack">
            <Field
              label={words.host}
              required
              most={40}
              value={form.host}
              problem={problems.host}
              onLeave={check}
              onChange={(host) => change({ host })}
            />
            <Field
              label={words.contact}
              required
              most={20}
              value={form.contactName}
              problem={problems.contactName}
              onLeave={check}
              onChange={(contactName) => change({ contactName })}
            />
            <Field
              label={words.phone}
              type="tel"
              most={20}
              value={form.contactPhone}
              problem={problems.contactPhone}
              onLeave={check}
              onChange={(contactPhone) => change({ contactPhone })}
            />
          </View>
        </Card>
        {refused && (
          <View className="t-late" role="alert">
            {refused}
          </View>
        )}
        {draftStage && !approves && <View className="t-note">{words.promise}</View>}
      </View>
    </Shell>
  )
}
