import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../../../components/button'
import { Card, Section } from '../../../../components/card'
import { Field } from '../../../../components/field'
import { QrCode } from '../../../../components/qr-code'
import { Shell } from '../../../../components/shell'
import { Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { env } from '../../../../platform/env'
import { say, wordsOf } from '../../../../platform/say'
import { useAsk } from '../../../../platform/use-ask'
import { MySignUp } from '../../my-sign-up'
import { readScreenCode } from '../../run/codes'
import { wording } from '../../wording'

const words = wording.checkIn

/** Being there: scan the code on the screen, type it, or show one's own. */
export default function CheckInPage() {
  const { params } = useRouter()
  const activityId = Number(params.activityId)
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState('')
  const { asked, again } = useAsk(() => client.activity.detail({ activityId }), String(activityId))

  const enter = async (text: string) => {
    setProblem('')
    try {
      const answer = await client.activity.checkInByCode({ activityId, code: readScreenCode(text) })
      if (answer.ok) say(answer.value.status === 'checkedOut' ? words.out(answer.value.minutes) : words.done)
      else setProblem(words.refusals[answer.refusal.reason])
    } catch (error) {
      setProblem(wordsOf(error))
    }
    void again()
  }
  const scan = async () => {
    const result = await Taro.scanCode({ onlyFromCamera: true }).catch(() => undefined)
    if (result) await enter(result.result)
  }

  if (asked.state !== 'ready') {
    return (
      <Shell title={words.title}>
        {asked.state === 'loading' ? <Skeleton rows={2} /> : <Failed words={wording.offline} onAgain={again} />}
      </Shell>
    )
  }
  const mine = asked.value.mySignUps.filter((s) => ['confirmed', 'checkedIn', 'checkedOut'].includes(s.status))
  return (
    <Shell title={words.title}>
      <View className="stack">
        <View className="t-title">{asked.value.title}</View>
        {env.inWechat && (
          <View className="line">
            <Button block icon="scan" onTap={scan}>
              {words.scan}
            </Button>
          </View>
        )}
        <Card>
          <View className="stack">
            <Field label={words.typed} required value={typed} problem={problem} most={64} onChange={setTyped} />
            <Button
              look={env.inWechat ? 'secondary' : 'primary'}
              disabled={typed.trim() === ''}
              onTap={() => enter(typed)}
            >
              {words.enter}
            </Button>
          </View>
        </Card>
        <Section title={words.show}>
          <View className="stack">
            {mine.map((s) => (
              <View key={s.signUpId} className="stack">
                <Card>
                  <View className="t-center">
                    <QrCode text={s.code} label={`${wording.detail.code} ${s.code}`} />
                  </View>
                </Card>
                <MySignUp activity={asked.value} signUp={s} onChanged={again} />
              </View>
            ))}
          </View>
        </Section>
      </View>
    </Shell>
  )
}
