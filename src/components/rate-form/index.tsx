import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { useDraft } from '../../platform/use-draft'
import { Button } from '../button'
import { Card } from '../card'
import { Field } from '../field'
import { Heading } from '../heading'
import { Rating } from '../rating'

interface RateFormProps {
  /** What is rated, for the draft on this phone. */
  name: string
  words: { rate: string; stars: string; comment: string; commentHint: string; rateYes: string }
  /** Something is being done: nothing else begins. */
  busy: boolean
  /** It is this that is being done. */
  sending?: boolean
  /** True when it was taken: then the draft is gone. */
  onRate: (stars: number, comment: string) => Promise<boolean>
}

const mostLetters = 300

/** How it was: stars and words, once. What else can be done stands under the button. */
export function RateForm({ name, words, busy, sending = busy, onRate, children }: PropsWithChildren<RateFormProps>) {
  const [form, change, forget] = useDraft(name, { stars: 0, comment: '' })
  const send = async () => {
    if (await onRate(form.stars, form.comment.trim())) forget()
  }
  return (
    <Card>
      <View className="stack">
        <Heading level={2} className="t-head">
          {words.rate}
        </Heading>
        <Rating label={words.stars} value={form.stars} onChange={(stars) => change({ stars })} />
        <Field
          label={words.comment}
          type="textarea"
          most={mostLetters}
          hint={words.commentHint}
          value={form.comment}
          onChange={(comment) => change({ comment })}
        />
        <Button block disabled={form.stars === 0 || busy} loading={sending} onTap={() => void send()}>
          {words.rateYes}
        </Button>
        {children}
      </View>
    </Card>
  )
}
