import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { ActivityDetail, SignUpView } from '../../../../../types/activity'
import { Button } from '../../../../components/button'
import { Card, Row, Section } from '../../../../components/card'
import { QueueLine } from '../../../../components/queue-line'
import { Shell } from '../../../../components/shell'
import { Skeleton } from '../../../../components/states'
import { TimeSpan } from '../../../../components/time-span'
import { client } from '../../../../platform/client'
import { nearTime, timeSpan } from '../../../../platform/dates'
import { env } from '../../../../platform/env'
import { useOutbox } from '../../../../platform/outbox'
import { go, replaceWith } from '../../../../platform/routes'
import { say } from '../../../../platform/say'
import { askForMessages, prepareMessages } from '../../../../platform/subscribe'
import { useAsk } from '../../../../platform/use-ask'
import { ActivityRowView } from '../../activity-row'
import { MySignUp } from '../../my-sign-up'
import { wording } from '../../wording'

const words = wording.result

/** What became of it, what happens next, by when, and what else is free. No false comfort. */
export default function SignUpResult() {
  const { params } = useRouter()
  const activityId = Number(params.activityId)
  const waiting = useOutbox().some((entry) => entry.name === 'activity.signUp' && entry.input.activityId === activityId)
  const { asked, again } = useAsk(() => client.activity.detail({ activityId }), `${activityId}/${waiting}`)
  const signUp =
    asked.state === 'ready'
      ? (asked.value.mySignUps.find((s) => s.signUpId === Number(params.signUpId)) ?? asked.value.mySignUp)
      : null
  useEffect(() => {
    void prepareMessages()
  }, [])

  if (waiting || (asked.state === 'offline' && !signUp)) {
    return (
      <Shell title={words.title} bar={<SeeButton activityId={activityId} />}>
        <View className="stack t-center">
          <View className="t-display">{words.kept}</View>
          <View className="t-note">{words.keptNote}</View>
        </View>
      </Shell>
    )
  }
  if (asked.state !== 'ready' || !signUp) {
    return (
      <Shell title={words.title} bar={<SeeButton activityId={activityId} />}>
        <Skeleton rows={3} />
      </Shell>
    )
  }
  const activity = asked.value
  // A seat came free and the question is not answered yet: this is no result.
  if (signUp.answerBy) return <Promoted activity={activity} signUp={signUp} onAnswered={again} />
  return signUp.status === 'waitlisted' ? (
    <Waiting activity={activity} signUp={signUp} />
  ) : (
    <Settled activity={activity} signUp={signUp} />
  )
}

interface ResultProps {
  activity: ActivityDetail
  signUp: SignUpView
}

const Head = ({ activity, signUp }: ResultProps) => (
  <View className="t-note t-center">
    {[activity.title, timeSpan(activity.startsAt, activity.endsAt), words.party(signUp.party)].join(' · ')}
  </View>
)

const SeeButton = ({ activityId }: { activityId: number }) => (
  <Button block look="secondary" onTap={() => replaceWith('activity', { activityId })}>
    {words.see}
  </Button>
)

function Promoted({ activity, signUp, onAnswered }: ResultProps & { onAnswered: () => void }) {
  return (
    <Shell title={words.title} bar={<SeeButton activityId={activity.activityId} />}>
      <View className="stack">
        <Head activity={activity} signUp={signUp} />
        <MySignUp activity={activity} signUp={signUp} onChanged={onAnswered} />
      </View>
    </Shell>
  )
}

function Settled({ activity, signUp }: ResultProps) {
  const requested = signUp.status === 'requested'
  return (
    <Shell title={words.title} bar={<SeeButton activityId={activity.activityId} />}>
      <View className="stack">
        <Head activity={activity} signUp={signUp} />
        <View className="t-display t-center">{requested ? words.requested : words.confirmed}</View>
        <View className="t-note t-center">{requested ? words.requestedNote : words.confirmedNote}</View>
        <Card flush>
          <Row
            icon="clock"
            title={<TimeSpan from={activity.startsAt} until={activity.endsAt} />}
            note={wording.detail.cancelUntil(nearTime(activity.cancelUntil, new Date()))}
          />
          <Row icon="pin" title={activity.placeName} note={activity.address} />
          <Row icon="qr" title={signUp.code} note={wording.detail.codeHint} />
        </Card>
      </View>
    </Shell>
  )
}

function Waiting({ activity, signUp }: ResultProps) {
  const [asked, setAsked] = useState(false)
  const alternatives = useAsk(
    () => client.activity.alternatives({ activityId: activity.activityId }),
    String(activity.activityId),
  )
  const others = alternatives.asked.state === 'ready' ? alternatives.asked.value.rows : []
  const notify = async () => {
    if ((await askForMessages(['signUpPromoted', 'signUpNotPromoted', 'activityChanged'])) > 0) {
      setAsked(true)
      say(words.notified)
    }
  }
  const position = signUp.position ?? 1
  return (
    <Shell
      title={words.title}
      bar={
        env.inWechat && !asked ? (
          <Button block icon="bell" onTap={notify}>
            {words.notify}
          </Button>
        ) : (
          <SeeButton activityId={activity.activityId} />
        )
      }
    >
      <View className="stack">
        <Head activity={activity} signUp={signUp} />
        <QueueLine capacity={activity.capacity} position={position} />
        <View className="t-display t-center">{words.waiting(position)}</View>
        <View className="t-note t-center">{words.ahead(signUp.partiesAhead, signUp.peopleAhead)}</View>
        <Card flush>
          <Row icon="people" title={words.fair} note={words.fairNote} />
          <Row icon="bell" title={words.told} note={words.toldNote(activity.promotionAnswerMinutes)} />
          <Row icon="clock" title={words.until(nearTime(activity.cancelUntil, new Date()))} note={words.untilNote} />
        </Card>
        {others.length > 0 && (
          <Section title={words.else}>
            <Card flush>
              {others.map((row) => (
                <ActivityRowView key={row.activityId} activity={row} />
              ))}
            </Card>
          </Section>
        )}
        <Button look="quiet" onTap={() => go('activity', { activityId: activity.activityId })}>
          {wording.detail.leaveWaitlist}
        </Button>
      </View>
    </Shell>
  )
}
