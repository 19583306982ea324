import * as v from 'valibot'
import { type Question, question as schema } from '../../../../types/activity'
import type { Problems } from './problems'
import { publishWording as words } from './wording'

/** A question while it is written: choices stay when another type is tried in between. */
export interface QuestionForm {
  key: string
  type: Question['type']
  label: string
  required: boolean
  choices: readonly string[]
}

export const questionFormOf = (question: Question | undefined): QuestionForm => ({
  key: question?.key ?? '',
  type: question?.type ?? 'text',
  label: question?.label ?? '',
  required: question?.required ?? false,
  choices: question?.type === 'choice' ? question.choices : ['', ''],
})

/** The question as the contract wants it; choices only where one chooses. */
export function toQuestion({ key, type, label, required, choices }: QuestionForm): Question {
  const asked = { key, label: label.trim(), required }
  return type === 'choice' ? { ...asked, type, choices: choices.map((choice) => choice.trim()) } : { ...asked, type }
}

/** What is wrong, by field, with the same schema as the cloud; two choices alike are no choice. */
export function questionProblems(form: QuestionForm): Problems {
  const result = v.safeParse(schema, toQuestion(form))
  if (!result.success) {
    return Object.fromEntries(
      result.issues.map((issue) => [v.getDotPath(issue) ?? '', issue.message] as const).reverse(),
    )
  }
  const { output } = result
  const repeats = output.type === 'choice' && new Set(output.choices).size < output.choices.length
  return repeats ? { choices: words.choicesRepeat } : {}
}
