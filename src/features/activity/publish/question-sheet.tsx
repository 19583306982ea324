import { View } from '@tarojs/components'
import { useState } from 'react'
import { limits, type Question } from '../../../../types/activity'
import { Button } from '../../../components/button'
import { Choice } from '../../../components/choice'
import { Field } from '../../../components/field'
import { Sheet } from '../../../components/sheet'
import { Switch } from '../../../components/switch'
import { useForm } from '../../../platform/use-form'
import { type QuestionForm, questionFormOf, questionProblems, toQuestion } from './question-form'
import { publishWording as words } from './wording'

const types = (['text', 'choice', 'number'] as const).map((value) => ({ value, words: words.questionTypes[value] }))

interface QuestionSheetProps {
  /** The question that is open; undefined: none. */
  question: Question | undefined
  onDone: (question: Question) => void
  onRemove: (() => void) | undefined
  onClose: () => void
}

/** One question: what is asked, how it is answered, whether it must be. Mounted anew for each question. */
export function QuestionSheet({ question, onDone, onRemove, onClose }: QuestionSheetProps) {
  const [form, change] = useForm<QuestionForm>(() => questionFormOf(question))
  const [asked, setAsked] = useState(false)
  const problems = asked ? questionProblems(form) : {}
  const done = () => {
    setAsked(true)
    if (Object.keys(questionProblems(form)).length === 0) onDone(toQuestion(form))
  }
  return (
    <Sheet open={question !== undefined} title={onRemove ? words.editQuestion : words.addQuestion} onClose={onClose}>
      <Field
        label={words.question}
        required
        hint={words.questionHint}
        most={40}
        value={form.label}
        problem={problems.label}
        onChange={(label) => change({ label })}
      />
      <Choice label={words.questionType} options={types} value={form.type} onChange={(type) => change({ type })} />
      {form.type === 'choice' && (
        <View className="stack">
          {form.choices.map((choice, i) => (
            <View key={i} className="publish__choice">
              <View className="grow">
                <Field
                  label={words.choice(i + 1)}
                  required
                  most={20}
                  value={choice}
                  problem={problems[`choices.${i}`]}
                  onChange={(value) => change({ choices: form.choices.map((c, n) => (n === i ? value : c)) })}
                />
              </View>
              {form.choices.length > 2 && (
                <Button
                  look="quiet"
                  icon="close"
                  label={words.removeChoice(i + 1)}
                  onTap={() => change({ choices: form.choices.filter((_, n) => n !== i) })}
                />
              )}
            </View>
          ))}
          {problems.choices && <View className="t-late">{problems.choices}</View>}
          {form.choices.length < limits.choices && (
            <Button look="secondary" size="small" icon="plus" onTap={() => change({ choices: [...form.choices, ''] })}>
              {words.addChoice}
            </Button>
          )}
        </View>
      )}
      <Switch label={words.required} on={form.required} onChange={(required) => change({ required })} />
      <View className="line">
        {onRemove && (
          <Button look="quiet" onTap={onRemove}>
            {words.removeQuestion}
          </Button>
        )}
        <Button block onTap={done}>
          {words.questionDone}
        </Button>
      </View>
    </Sheet>
  )
}
