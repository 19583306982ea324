import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Field } from '../../../components/field'
import { Heading } from '../../../components/heading'
import { Rating } from '../../../components/rating'
import { Switch } from '../../../components/switch'
import { useDraft } from '../../../platform/use-draft'
import { type Request, requestWording as words } from './wording'

/** Was it done: then the hours are recorded. */
export function ConfirmCard({ busy, onConfirm }: { busy: boolean; onConfirm: (longer: boolean) => void }) {
  const [longer, setLonger] = useState(false)
  return (
    <Card>
      <View className="stack">
        <View>{words.confirmNote}</View>
        <Switch label={words.longer} hint={words.longerHint} on={longer} onChange={setLonger} />
        <Button block loading={busy} onTap={() => onConfirm(longer)}>
          {words.confirmYes}
        </Button>
      </View>
    </Card>
  )
}

interface RateProps {
  request: Request
  busy: boolean
  onRate: (stars: number, comment: string) => Promise<boolean>
}

/** How it was: stars and words, once. */
export function RateCard({ request, busy, onRate }: RateProps) {
  const [form, setForm, forget] = useDraft(`rate-help/${request.helpRequestId}`, { stars: 0, comment: '' })
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
        <Button block disabled={form.stars === 0 || busy} loading={busy} onTap={send}>
          {words.rateYes}
        </Button>
      </View>
    </Card>
  )
}
