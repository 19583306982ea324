import { View } from '@tarojs/components'
import { Choice } from '../../../components/choice'
import { Field } from '../../../components/field'
import type { Outcome } from '../shapes'
import { idOf } from './fields'
import type { KeptForm } from './kept-form'
import type { Problems } from './problems'
import { applyWording as words } from './wording'

interface DeliveryProps {
  outcome: Outcome
  form: KeptForm
  problems: Problems
  focus: string
  onChange: (change: Partial<KeptForm>) => void
}

/** How the result comes to the person; what a choice means stands under it. */
export function DeliveryChoice({ outcome, form, problems, focus, onChange }: DeliveryProps) {
  const only = outcome.deliveries.length === 1 ? outcome.deliveries[0] : undefined
  const chosen = only ?? form.delivery
  return (
    <View className="stack">
      <View id={idOf('delivery')}>
        {only ? (
          <View className="field">
            <View className="field__label">{words.delivery}</View>
            <View>{words.deliveries[only]}</View>
          </View>
        ) : (
          <Choice
            label={words.delivery}
            options={outcome.deliveries.map((value) => ({ value, words: words.deliveries[value] }))}
            value={form.delivery}
            problem={problems.delivery}
            onChange={(delivery) => onChange({ delivery })}
          />
        )}
      </View>
      {chosen && <View className="t-note">{words.deliveryNotes[chosen]}</View>}
      {chosen === 'post' && (
        <View id={idOf('postTo')}>
          <Field
            label={words.postTo}
            required
            hint={words.postToHint}
            most={120}
            value={form.postTo}
            problem={problems.postTo ?? ''}
            focus={focus === 'postTo'}
            onChange={(postTo) => onChange({ postTo })}
          />
        </View>
      )}
    </View>
  )
}
