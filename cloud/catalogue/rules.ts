import type { Condition, Guidance, GuidanceAnswers, ItemContent } from '../../types/catalogue'
import { wording } from './wording'

/** 情形引导 as pure decisions: which questions apply, and what the answers come to. */

export type Outcome = NonNullable<Guidance['outcome']>
type Question = ItemContent['guidance'][number]

/** Whether every line of a condition holds. No lines: always; an unanswered question holds no line. */
export function holds(condition: Condition, answers: GuidanceAnswers): boolean {
  return condition.every(({ answer, oneOf }) => oneOf.includes(answers[answer] ?? ''))
}

/**
 * Walks the guidance with the answers so far. Answers to questions that do not apply (any more) count for nothing, nor do those that are none of
 * the options. Who cannot apply is told as soon as it is certain; everything else when all questions that apply are answered.
 */
export function guideFor(content: ItemContent, answers: GuidanceAnswers): Guidance {
  const { applicable, given, open } = applyAnswers(content.guidance, answers)
  const questions = applicable.map(({ key, question, help, options }) => ({
    key,
    question,
    ...(help === undefined ? {} : { help }),
    options,
    answer: given[key] ?? null,
  }))
  const barred = content.notEligible.find(({ when }) => holds(when, given))
  if (barred) return { questions, outcome: { ...nothingToDo(content), why: barred.why, goTo: barred.goTo } }
  return { questions, outcome: open ? null : outcomeOf(content, given) }
}

/** The first answer that names no question of the item, or none of its options: its key. */
export function unknownAnswer(content: ItemContent, answers: GuidanceAnswers): string | undefined {
  return Object.keys(answers).find((key) => {
    const question = content.guidance.find((q) => q.key === key)
    return !question?.options.some((option) => option.value === answers[key])
  })
}

/** Working days from acceptance to decision: the shorter of promised and statutory (浙江省保障“最多跑一次”改革规定). No statutory limit is 0. */
export function limitOf({
  statutoryLimit,
  promisedLimit,
}: Pick<ItemContent, 'statutoryLimit' | 'promisedLimit'>): number {
  return statutoryLimit > 0 ? Math.min(statutoryLimit, promisedLimit) : promisedLimit
}

/** Visits in the best case. Items with more ways than can be walked count by whether a visit is named without a condition. */
export function leastVisits(content: ItemContent): 0 | 1 {
  const seen = new Set<number>()
  const walked = walkGuidance(content, (_answers, { outcome }) => {
    if (outcome?.eligible) seen.add(outcome.visits)
    return !seen.has(0)
  })
  if (seen.has(0)) return 0
  return walked || content.visits.some(({ when }) => when.length === 0) ? 1 : 0
}

/** Most ends of a guidance that are walked. */
export const mostEnds = 5_000

/**
 * Goes every way through the guidance to its ends and shows each; stops when `see` says false. True when all ends were seen (or `see` had enough),
 * false when there are more than `mostEnds`.
 */
export function walkGuidance(
  content: ItemContent,
  see: (answers: GuidanceAnswers, guidance: Guidance) => boolean,
): boolean {
  const ways: GuidanceAnswers[] = [{}]
  for (let ends = 0; ends < mostEnds; ) {
    const answers = ways.pop()
    if (!answers) return true
    const guidance = guideFor(content, answers)
    const next = guidance.outcome ? undefined : guidance.questions.find((q) => q.answer === null)
    if (next) ways.push(...next.options.map(({ value }) => ({ ...answers, [next.key]: value })))
    else {
      ends++
      if (!see(answers, guidance)) return true
    }
  }
  return ways.length === 0
}

/** A question may only look at those before it, so one pass in order settles all of them. */
function applyAnswers(guidance: readonly Question[], answers: GuidanceAnswers) {
  const given: Record<string, string> = {}
  const applicable = guidance.filter((question) => {
    if (!holds(question.when, given)) return false
    const answer = answers[question.key]
    if (answer !== undefined && question.options.some(({ value }) => value === answer)) given[question.key] = answer
    return true
  })
  return { applicable, given, open: applicable.some(({ key }) => given[key] === undefined) }
}

function nothingToDo(content: ItemContent): Outcome {
  return {
    eligible: false,
    why: null,
    goTo: null,
    visits: 0,
    visitWhy: null,
    limit: limitOf(content),
    kind: content.kind,
    fee: { cents: 0, words: wording.free },
    documents: [],
    form: { type: 'object', properties: {}, required: [] },
    deliveries: content.result.deliveries,
    resultName: content.result.name,
    resultWords: null,
  }
}

function outcomeOf(content: ItemContent, given: GuidanceAnswers): Outcome {
  const visit = content.visits.find(({ when }) => holds(when, given))
  const fee = content.fees.find(({ when }) => holds(when, given))
  return {
    ...nothingToDo(content),
    eligible: true,
    visits: visit ? 1 : 0,
    visitWhy: visit?.why ?? null,
    fee: fee ? { cents: fee.cents, words: fee.words } : { cents: 0, words: wording.free },
    documents: content.documents
      .filter(({ when }) => holds(when, given))
      .map((document) => ({
        key: document.key,
        name: document.name,
        form: document.form,
        deferrable: document.deferrable,
        reusable: document.reusable,
        mostFiles: document.mostFiles,
        note: document.note ?? null,
        whereToGet: document.whereToGet ?? null,
        sample: document.sample ?? null,
        lookupFrom: document.lookupFrom ?? null,
      })),
    form: formFor(content.form, given),
    resultWords: content.result.words ?? null,
  }
}

/** The form without the fields that do not apply, in the same order, and without conditions: they are answered. */
function formFor(form: ItemContent['form'], given: GuidanceAnswers): ItemContent['form'] {
  const properties = Object.fromEntries(
    Object.entries(form.properties).flatMap(([key, { 'x-when': when = [], ...field }]) =>
      holds(when, given) ? [[key, field]] : [],
    ),
  )
  return { type: 'object', properties, required: form.required.filter((key) => Object.hasOwn(properties, key)) }
}
