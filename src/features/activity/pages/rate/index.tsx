import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../../../components/button'
import { Card } from '../../../../components/card'
import { Field } from '../../../../components/field'
import { Heading } from '../../../../components/heading'
import { Rating } from '../../../../components/rating'
import { Shell } from '../../../../components/shell'
import { Failed, Skeleton } from '../../../../components/states'
import { client } from '../../../../platform/client'
import { timeSpan } from '../../../../platform/dates'
import { goBack } from '../../../../platform/routes'
import { say, wordsOf } from '../../../../platform/say'
import { useAsk } from '../../../../platform/use-ask'
import { useDraft } from '../../../../platform/use-draft'
import { ratingWording } from '../../ratings/wording'
import { wording } from '../../wording'

const words = ratingWording.rate

interface RateForm {
  stars: number
  comment: string
}

/** Stars and a sentence, without a name; what I gave before stands there to be changed. */
export default function RatePage() {
  const { params } = useRouter()
  const activityId = Number(params.activityId)
  const { asked, again } = useAsk(() => client.activity.ratings({ activityId }), String(activityId))
  if (asked.state === 'ready') {
    const { stars, comment } = asked.value.mine ?? { stars: 0, comment: '' }
    return <Form activityId={activityId} first={{ stars, comment }} />
  }
  return (
    <Shell title={words.title}>
      {asked.state === 'loading' ? <Skeleton rows={2} /> : <Failed words={wording.offline} onAgain={again} />}
    </Shell>
  )
}

function Form({ activityId, first }: { activityId: number; first: RateForm }) {
  const { asked } = useAsk(() => client.activity.detail({ activityId }), `detail/${activityId}`)
  const [form, change, forget] = useDraft(`rate/${activityId}`, first)
  const [problem, setProblem] = useState('')
  const submit = async () => {
    try {
      const answer = await client.activity.rate({ activityId, ...form })
      if (!answer.ok) return setProblem(words.refusals[answer.refusal.reason])
      forget()
      say(words.thanks[answer.value.commentShown])
      setTimeout(goBack, 800)
    } catch (error) {
      setProblem(wordsOf(error))
    }
  }
  return (
    <Shell
      title={words.title}
      bar={
        <Button block disabled={form.stars === 0} onTap={submit}>
          {words.submit}
        </Button>
      }
    >
      <View className="stack">
        {asked.state === 'ready' && (
          <View>
            <Heading level={2} className="t-title">
              {asked.value.title}
            </Heading>
            <View className="t-note">{timeSpan(asked.value.startsAt, asked.value.endsAt)}</View>
          </View>
        )}
        <Card>
          <View className="stack">
            <View className="t-head">{words.ask}</View>
            <Rating label={words.ask} value={form.stars} onChange={(stars) => change({ stars })} />
            <View className="t-note">{words.words[form.stars]}</View>
            <Field
              label={words.comment}
              type="textarea"
              hint={words.commentHint}
              most={500}
              value={form.comment}
              problem={problem}
              onChange={(comment) => change({ comment })}
            />
          </View>
        </Card>
      </View>
    </Shell>
  )
}
