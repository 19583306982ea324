import type { Question } from '../../../../types/activity'
import { Choice } from '../../../components/choice'
import { Field } from '../../../components/field'

interface QuestionFieldProps {
  question: Question
  value: string
  problem: string
  onChange: (value: string) => void
}

/** One question of the organiser, as a field or as visible choices. */
export function QuestionField({ question, value, problem, onChange }: QuestionFieldProps) {
  if (question.type === 'choice') {
    return (
      <Choice
        label={question.label}
        options={question.choices.map((choice) => ({ value: choice, words: choice }))}
        value={value}
        problem={problem}
        onChange={onChange}
      />
    )
  }
  return (
    <Field
      label={question.label}
      required={question.required}
      type={question.type === 'number' ? 'number' : 'text'}
      most={question.type === 'number' ? 12 : 200}
      value={value}
      problem={problem}
      onChange={onChange}
    />
  )
}
