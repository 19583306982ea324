import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../../../components/button'
import { Card } from '../../../../components/card'
import { Field } from '../../../../components/field'
import { Rating } from '../../../../components/rating'
import { Shell } from '../../../../components/shell'
import { client } from '../../../../platform/client'
import { goBack } from '../../../../platform/routes'
import { say, wordsOf } from '../../../../platform/say'
import { useDraft } from '../../../../platform/use-draft'
import { wording } from '../../wording'

const words = wording.rate

/** Stars and a sentence, without a name. */
export default function RatePage() {
  const { params } = useRouter()
  const activityId = Number(params.activityId)
  const [form, setForm, forget] = useDraft(`rate/${activityId}`, { stars: 0, comment: '' })
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
      <Card>
        <View className="stack">
          <View className="t-head">{words.ask}</View>
          <Rating label={words.ask} value={form.stars} onChange={(stars) => setForm({ ...form, stars })} />
          <View className="t-note">{words.words[form.stars]}</View>
          <Field
            label={words.comment}
            type="textarea"
            most={500}
            value={form.comment}
            problem={problem}
            onChange={(comment) => setForm({ ...form, comment })}
          />
        </View>
      </Card>
    </Shell>
  )
}
