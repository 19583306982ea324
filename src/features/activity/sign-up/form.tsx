import { View } from '@tarojs/components'
import type { ActivityDetail } from '../../../../types/activity'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Choice } from '../../../components/choice'
import { Field } from '../../../components/field'
import { roleOf } from '../../../components/spoken'
import { client } from '../../../platform/client'
import { nearTime, timeSpan } from '../../../platform/dates'
import { go } from '../../../platform/routes'
import { useAsk } from '../../../platform/use-ask'
import { useDraft } from '../../../platform/use-draft'
import { wording } from '../wording'
import { type SignUpForm, useSignUp } from './use-sign-up'
import { asksAnything, emptyWish, Wishes } from './wishes'
import { signUpRefusal, signUpWording as words } from './wording'

interface FormProps {
  activity: ActivityDetail
  /** For others only (代报名). */
  others: boolean
  /** The code of the invitation that led here. */
  invite: string
}

/** The sign-up form: what must be known, and nothing else. */
export function Form({ activity, others, invite }: FormProps) {
  const [form, change, forget] = useDraft<SignUpForm>(`sign-up/${activity.activityId}`, {
    ...emptyWish,
    personId: 0,
    inviteCode: '',
  })
  const { problem, sending, kept, consented, submit } = useSignUp(activity, forget)
  const dependants = useAsk(() => client.people.dependants({}), 'dependants')
  const people = [
    ...(others ? [] : [{ value: 0, words: words.me }]),
    ...(dependants.asked.state === 'ready'
      ? dependants.asked.value.rows.map((d) => ({ value: d.personId, words: d.name }))
      : []),
  ]
  const choosesWho = people.length > 1 || others
  const refusal = typeof problem === 'object' ? problem : undefined

  if (kept) {
    return (
      <View className="stack" {...roleOf('status')}>
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
      {(choosesWho || asksAnything(activity) || activity.join === 'invited' || !consented) && (
        <Card>
          <View className="stack">
            {choosesWho && (
              <>
                <Choice
                  label={words.who}
                  options={people}
                  value={form.personId}
                  onChange={(personId) => change({ personId })}
                />
                <Button look="quiet" size="small" icon="family" onTap={() => go('family')}>
                  {words.addFamily}
                </Button>
              </>
            )}
            <Wishes activity={activity} wish={form} refusal={refusal} onChange={change} />
            {activity.join === 'invited' && invite !== '' && <View className="t-strong">{words.invitedNow}</View>}
            {activity.join === 'invited' && (invite === '' || refusal?.reason === 'notEligible') && (
              <Field
                label={words.invite}
                required
                hint={words.inviteHint}
                most={12}
                value={form.inviteCode}
                problem={refusal?.reason === 'notEligible' ? signUpRefusal(refusal) : ''}
                onChange={(inviteCode) => change({ inviteCode: inviteCode.toUpperCase() })}
              />
            )}
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
      )}
      {problem !== undefined && (
        <View className="t-late" {...roleOf('alert')}>
          {typeof problem === 'string' ? problem : signUpRefusal(problem)}
        </View>
      )}
      <View className="t-note">{words.promise(nearTime(activity.cancelUntil, new Date()))}</View>
      <View className="line">
        <Button
          block
          loading={sending}
          disabled={sending}
          onTap={() => submit({ ...form, inviteCode: form.inviteCode || invite })}
        >
          {consented ? words.submit : words.agree}
        </Button>
      </View>
    </View>
  )
}
