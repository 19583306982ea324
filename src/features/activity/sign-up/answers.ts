import type { Answers, Question } from '../../../../types/activity'

/** What was typed, by question key, as the contract wants it: numbers travel as numbers, what was left empty is not an answer. */
export function readAnswers(questions: readonly Question[], typed: Readonly<Record<string, string>>): Answers {
  return Object.fromEntries(
    questions.flatMap((q) => {
      const value = (typed[q.key] ?? '').trim()
      if (value === '') return []
      const number = Number(value)
      return [[q.key, q.type === 'number' && Number.isFinite(number) ? number : value]]
    }),
  )
}
