import { View } from '@tarojs/components'
import type { Condition, ItemDraft } from '../../../../types/catalogue'
import { Choices } from '../../../components/choices'
import { wording } from '../wording'

const words = wording.edit

interface WhenProps {
  questions: NonNullable<ItemDraft['guidance']>
  value: Condition
  onChange: (value: Condition) => void
}

/** When something applies: the answers that count, question by question; none chosen: always. */
export function When({ questions, value, onChange }: WhenProps) {
  if (questions.length === 0) return null
  return (
    <View className="stack quiet" role="group" aria-label={words.when}>
      <View className="t-note">{value.length === 0 ? `${words.when}：${words.always}` : words.when}</View>
      {questions.map((question) => (
        <Choices
          key={question.key}
          label={question.question}
          options={question.options.map((o) => ({ value: o.value, words: o.label }))}
          values={value.find((line) => line.answer === question.key)?.oneOf ?? []}
          onChange={(oneOf) => {
            const others = value.filter((line) => line.answer !== question.key)
            onChange(oneOf.length === 0 ? others : [...others, { answer: question.key, oneOf }])
          }}
        />
      ))}
    </View>
  )
}
