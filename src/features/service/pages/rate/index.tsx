import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { poorRatingMost } from '../../../../../types/application'
import { Button } from '../../../../components/button'
import { Card } from '../../../../components/card'
import { Field } from '../../../../components/field'
import { Heading } from '../../../../components/heading'
import { Icon } from '../../../../components/icon'
import { Shell } from '../../../../components/shell'
import { Empty, Failed, Skeleton } from '../../../../components/states'
import { Tap } from '../../../../components/tap'
import { client } from '../../../../platform/client'
import { goBack, replaceWith } from '../../../../platform/routes'
import { say, wordsOf } from '../../../../platform/say'
import { useAsk } from '../../../../platform/use-ask'
import { useDraft } from '../../../../platform/use-draft'
import { levelNames, ratingRefusal, ratingWording as words } from '../../rating/wording'
import type { ApplicationDetail } from '../../shapes'
import { wording } from '../../wording'
import '../../../../components/choice/style.scss'
import './index.scss'

const levels = [5, 4, 3, 2, 1] as const

/** 好差评: one of five levels in words, and a sentence. */
export default function RateServicePage() {
  const { params } = useRouter()
  const applicationId = Number(params.applicationId)
  const { asked, again } = useAsk(() => client.application.detail({ applicationId }), String(applicationId))
  if (asked.state === 'ready') {
    const may = asked.value.allowedActions
    if (may.includes('rate') || may.includes('changeRating')) return <RateForm application={asked.value} />
    return (
      <Shell title={words.title}>
        <Empty
          words={words.notNow}
          step={wording.list.title}
          onStep={() => replaceWith('application', { applicationId })}
        />
      </Shell>
    )
  }
  return (
    <Shell title={words.title}>
      {asked.state === 'loading' ? <Skeleton rows={2} /> : <Failed words={wording.offline} onAgain={again} />}
    </Shell>
  )
}

function RateForm({ application: a }: { application: ApplicationDetail }) {
  const { applicationId, rating } = a
  const [form, change, forget] = useDraft(`rate-service/${applicationId}`, {
    level: rating?.level ?? 0,
    words: rating?.words ?? '',
  })
  const [problem, setProblem] = useState('')
  const [sending, setSending] = useState(false)
  const submit = async () => {
    setSending(true)
    setProblem('')
    try {
      const answer = await client.application.rate({ applicationId, ...form })
      if (!answer.ok) return setProblem(ratingRefusal(answer.refusal))
      forget()
      say(answer.value.callBackBy ? words.callBack(answer.value.callBackBy) : words.thanks)
      setTimeout(goBack, 1200)
    } catch (error) {
      setProblem(wordsOf(error))
    } finally {
      setSending(false)
    }
  }
  const poor = form.level > 0 && form.level <= poorRatingMost
  return (
    <Shell
      title={words.title}
      bar={
        <Button block disabled={form.level === 0 || sending} loading={sending} onTap={submit}>
          {words.submit}
        </Button>
      }
    >
      <View className="stack">
        <View>
          <Heading level={2} className="t-title">
            {words.ask}
          </Heading>
          <View className="t-note">{words.about(a.itemName, a.department)}</View>
        </View>
        <Card>
          <View className="levels" role="radiogroup" aria-label={words.ask}>
            {levels.map((level) => (
              <Tap
                key={level}
                role="radio"
                chosen={form.level === level}
                className={`choice level ${form.level === level ? 'choice--chosen' : ''}`}
                onTap={() => change({ level })}
              >
                <View className="level__stars" aria-hidden>
                  {Array.from({ length: level }, (_, n) => (
                    <Icon key={n} name="star" size={16} />
                  ))}
                </View>
                <View className="grow">{levelNames[level]}</View>
                {form.level === level && <Icon name="check" size={20} />}
              </Tap>
            ))}
          </View>
        </Card>
        <Card>
          <Field
            label={words.words}
            type="textarea"
            hint={poor ? words.hint.poor : words.hint.good}
            most={500}
            value={form.words}
            problem={problem}
            onChange={(said) => change({ words: said })}
          />
        </Card>
        <View className="t-note">{words.promise}</View>
      </View>
    </Shell>
  )
}
