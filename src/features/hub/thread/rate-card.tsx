import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Field } from '../../../components/field'
import { Heading } from '../../../components/heading'
import { Rating } from '../../../components/rating'
import { useDraft } from '../../../platform/use-draft'
import { threadWording as words } from './wording'

interface RateCardProps {
  contactId: number
  busy: string
  mayConfirm: boolean
  onRate: (stars: number, comment: string) => Promise<boolean>
  onConfirm: () => void
}

/** How it was: stars and words, once; or only that it is done. */
export function RateCard({ contactId, busy, mayConfirm, onRate, onConfirm }: RateCardProps) {
  const [form, setForm, forget] = useDraft(`hub/rate/${contactId}`, { stars: 0, comment: '' })
  const send = async () => {
    if (await onRate(form.stars, form.comment.trim())) forget()
  }
  return (
    <Card>
      <View className="stack">
        <Heading level={2} className="t-head">
          {words.rate}
        </Heading>
        <Rating label={words.stars} value={form.stars} onChange={(stars) => setForm({ ...form, stars })} />
        <Field
          label={words.comment}
          type="textarea"
          most={300}
          hint={words.commentHint}
          value={form.comment}
          onChange={(comment) => setForm({ ...form, comment })}
        />
        <Button block disabled={form.stars === 0 || busy !== ''} loading={busy === 'rate'} onTap={() => void send()}>
          {words.rateYes}
        </Button>
        {mayConfirm && (
          <Button look="quiet" block loading={busy === 'confirm'} onTap={onConfirm}>
            {words.confirm}
          </Button>
        )}
      </View>
    </Card>
  )
}
