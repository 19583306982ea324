import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Button } from '../../../../components/button'
import { Card, Section } from '../../../../components/card'
import { Light } from '../../../../components/light'
import { Shell } from '../../../../components/shell'
import { Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { fullTime } from '../../../../platform/dates'
import { confirm, say, wordsOf } from '../../../../platform/say'
import { useAsk } from '../../../../platform/use-ask'
import { clockOf, headOf } from '../../clock'
import { wording } from '../../wording'

const words = wording.detail

/** One of mine: who answers and until when, the answer, and what I wrote. */
export default function FeedbackDetailPage() {
  const feedbackId = Number(useRouter().params.feedbackId)
  const { asked, again, put } = useAsk(() => client.feedback.detail({ feedbackId }), String(feedbackId))
  const withdraw = async () => {
    if (!(await confirm(words.withdrawSure, words.withdraw))) return
    try {
      const answer = await client.feedback.withdraw({ feedbackId })
      if (answer.ok) put(answer.value)
      say(answer.ok ? words.withdrawn : words.refusals[answer.refusal.reason])
      if (!answer.ok) void again()
    } catch (error) {
      say(wordsOf(error))
    }
  }
  if (asked.state === 'loading')
    return (
      <Shell title={wording.title}>
        <Skeleton />
      </Shell>
    )
  if (asked.state !== 'ready')
    return (
      <Shell title={wording.title}>
        <Failed words={asked.state === 'failed' ? asked.words : wording.offline} onAgain={again} />
      </Shell>
    )
  const row = asked.value
  const clock = clockOf(row, new Date())
  return (
    <Shell
      title={wording.title}
      bar={
        row.allowedActions.includes('withdraw') ? (
          <Button look="quiet" block onTap={withdraw}>
            {words.withdraw}
          </Button>
        ) : undefined
      }
    >
      <View className="stack">
        <Card>
          <View className="stack">
            <View className="line">
              <Light pill kind={clock.kind} words={clock.words} />
            </View>
            <View className="t-title">{headOf(row)}</View>
            <View className="t-note">
              {[wording.number(row.number), row.ownerName ? wording.owner(row.ownerName) : wording.noOwner].join(' · ')}
            </View>
          </View>
        </Card>
        {row.state !== 'withdrawn' && (
          <Section title={words.answer}>
            <Card>
              {row.answer && row.answeredAt ? (
                <View className="stack">
                  <View className="t-prewrap">{row.answer}</View>
                  <View className="t-note">{fullTime(row.answeredAt)}</View>
                </View>
              ) : (
                <View className="t-note">{words.waiting}</View>
              )}
            </Card>
          </Section>
        )}
        <Section title={words.mine}>
          <Card>
            <View className="stack">
              <View className="t-prewrap">{row.words}</View>
              <View className="t-note">
                {[words.sentAt(fullTime(row.sentAt)), row.areaName, row.anonymous ? words.anonymous : '']
                  .filter(Boolean)
                  .join(' · ')}
              </View>
            </View>
          </Card>
        </Section>
      </View>
    </Shell>
  )
}
