import * as v from 'valibot'
import {
  type Condition,
  type ContentProblem,
  type ItemContent,
  type ItemDraft,
  itemContent,
} from '../../../types/catalogue'
import { walkGuidance } from '../rules'
import { wording } from '../wording'
import { problemsInFields } from './fields'

/** What stands between a draft and its publication. Pure. */

const words = wording.problems

/** Everything wrong with a draft, by field: what is missing, then what contradicts itself. Empty: it can be published. */
export function problemsInContent(draft: ItemDraft): ContentProblem[] {
  return [...missingIn(draft), ...contradictionsIn(draft)]
}

/** The complete content of a draft with its defaults; undefined while something is missing or malformed. */
export function completeContent(draft: ItemDraft): ItemContent | undefined {
  const parsed = v.safeParse(itemContent, draft)
  return parsed.success ? parsed.output : undefined
}

function missingIn(draft: ItemDraft): ContentProblem[] {
  const parsed = v.safeParse(itemContent, draft)
  return (parsed.issues ?? []).map((issue) => ({
    path: v.getDotPath(issue) ?? '',
    problem: issue.received === 'undefined' || !/[\u4e00-\u9fff]/.test(issue.message) ? words.missing : issue.message,
  }))
}

/** What cannot be right whatever is still missing. */
export function contradictionsIn(draft: ItemDraft): ContentProblem[] {
  const found = [
    ...limits(draft),
    ...guidance(draft),
    ...conditions(draft),
    ...documents(draft),
    ...problemsInFields(draft),
  ]
  const content = found.length === 0 ? completeContent(draft) : undefined
  return content ? ways(content) : found
}

function limits({ kind, statutoryLimit = 0, promisedLimit }: ItemDraft): ContentProblem[] {
  const path = 'promisedLimit'
  if (promisedLimit === undefined) return []
  if (statutoryLimit > 0 && promisedLimit > statutoryLimit) return [{ path, problem: words.promisedTooLong }]
  if (kind === 'promised' && promisedLimit === 0) return [{ path, problem: words.promisedMissing }]
  if (kind === 'onSpot' && promisedLimit > 1) return [{ path, problem: words.onSpotTooLong }]
  return []
}

function guidance({ guidance: questions = [] }: ItemDraft): ContentProblem[] {
  return [
    ...twice(questions, 'guidance'),
    ...questions.flatMap(({ options, when = [] }, at) => [
      ...options.flatMap(({ value }, n) =>
        options.findIndex((other) => other.value === value) < n
          ? [{ path: `guidance.${at}.options.${n}.value`, problem: words.duplicateOption(value) }]
          : [],
      ),
      ...problemsInCondition(when, questions.slice(0, at), `guidance.${at}.when`, questions),
    ]),
  ]
}

/** Conditions outside the guidance may look at all of it. */
function conditions(draft: ItemDraft): ContentProblem[] {
  const questions = draft.guidance ?? []
  const parts = [
    ['notEligible', draft.notEligible],
    ['documents', draft.documents],
    ['fees', draft.fees],
    ['visits', draft.visits],
  ] as const
  const inParts = parts.flatMap(([name, rows = []]) =>
    rows.flatMap(({ when = [] }, at) => problemsInCondition(when, questions, `${name}.${at}.when`)),
  )
  const inForm = Object.entries(draft.form?.properties ?? {}).flatMap(([key, field]) =>
    problemsInCondition(field['x-when'] ?? [], questions, `form.properties.${key}.x-when`),
  )
  return [...inParts, ...inForm]
}

function problemsInCondition(
  condition: Condition,
  known: NonNullable<ItemDraft['guidance']>,
  path: string,
  all = known,
): ContentProblem[] {
  return condition.flatMap(({ answer, oneOf }, at) => {
    const question = known.find((q) => q.key === answer)
    if (!question) {
      const later = all.some((q) => q.key === answer)
      return [
        {
          path: `${path}.${at}.answer`,
          problem: later ? words.laterQuestion(answer) : words.unknownQuestion(answer),
        },
      ]
    }
    return oneOf
      .filter((value) => !question.options.some((option) => option.value === value))
      .map((value) => ({ path: `${path}.${at}.oneOf`, problem: words.unknownOption(answer, value) }))
  })
}

function documents({ documents: rows = [], reviews = [] }: ItemDraft): ContentProblem[] {
  return [
    ...twice(rows, 'documents'),
    ...twice(reviews, 'reviews'),
    ...rows.flatMap(({ form, lookupFrom }, at) =>
      form === 'lookup' && !lookupFrom ? [{ path: `documents.${at}.lookupFrom`, problem: words.lookupFrom }] : [],
    ),
  ]
}

function twice(rows: readonly { key: string }[], name: string): ContentProblem[] {
  return rows.flatMap(({ key }, at) =>
    rows.findIndex((other) => other.key === key) < at
      ? [{ path: `${name}.${at}.key`, problem: words.duplicateKey(key) }]
      : [],
  )
}

/** Goes through the guidance: somebody must be able to apply, every question must come up, and whoever must come is told so (最多跑一次). */
function ways(content: ItemContent): ContentProblem[] {
  const asked = new Set<string>()
  let anybody = false
  let unsaid = false
  let uncollected = false
  const onlyPickUp = content.result.deliveries.every((way) => way === 'pickUp')
  const walked = walkGuidance(content, (_answers, { questions, outcome }) => {
    for (const { key, answer } of questions) if (answer !== null) asked.add(key)
    if (!outcome?.eligible) return true
    anybody = true
    uncollected ||= onlyPickUp && outcome.visits === 0
    unsaid ||= outcome.visits === 0 && outcome.documents.some(({ form }) => form === 'original' || form === 'copy')
    return true
  })
  return [
    ...(walked && !anybody ? [{ path: 'notEligible', problem: words.deadEnd }] : []),
    ...(unsaid ? [{ path: 'visits', problem: words.originalVisit }] : []),
    ...(uncollected ? [{ path: 'visits', problem: words.pickUpVisit }] : []),
    ...(walked
      ? content.guidance.flatMap(({ key }, at) =>
          asked.has(key) ? [] : [{ path: `guidance.${at}.when`, problem: words.unreachable }],
        )
      : []),
  ]
}
