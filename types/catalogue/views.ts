import * as v from 'valibot'
import { count, id, instant, text } from '../operation'
import { form } from './form'
import { itemDraft, itemKinds, lifeEvents } from './item'

/** How items look from outside. */

/** What stands between a draft and its publication: a dotted path into the content, and the reason in plain Chinese. */
export const contentProblem = v.object({ path: text, problem: text })
export type ContentProblem = v.InferOutput<typeof contentProblem>

export const itemRow = v.object({
  itemId: id,
  code: text,
  name: text,
  department: text,
  summary: text,
  lifeEvents: v.array(v.picklist(lifeEvents)),
  /** False: listed, but not complete yet; there is somebody to call and nothing to fill in. */
  canApply: v.boolean(),
  /** Visits in the best case: 0 您不用跑, 1 最多跑一次. */
  leastVisits: count,
  promisedLimit: v.nullable(count),
  phone: v.nullable(text),
})

export const itemDetail = v.object({
  ...itemRow.entries,
  version: count,
  kind: v.nullable(v.picklist(itemKinds)),
  statutoryLimit: v.nullable(count),
  conditions: v.array(text),
  legalBasis: v.array(v.object({ title: text, article: v.optional(text), words: v.optional(text) })),
  window: v.nullable(v.object({ place: text, hours: text, phone: text })),
  result: v.nullable(v.object({ name: text, words: v.optional(text), deliveries: v.array(text) })),
  /** Whether the guidance asks anything at all. */
  asks: v.boolean(),
})

/** What the guidance says so far: the next questions, and as soon as they are answered what it takes. */
export const guidance = v.object({
  /** Questions that apply to the answers so far, in order, answered or not. */
  questions: v.array(
    v.object({
      key: text,
      question: text,
      help: v.optional(text),
      options: v.array(v.object({ value: text, label: text, short: v.optional(text) })),
      answer: v.nullable(text),
    }),
  ),
  /** Null until every question that applies is answered, unless it is clear already that one cannot apply. */
  outcome: v.nullable(
    v.object({
      eligible: v.boolean(),
      why: v.nullable(text),
      goTo: v.nullable(text),
      visits: v.picklist([0, 1]),
      visitWhy: v.nullable(text),
      /** Working days from acceptance to the result. */
      limit: count,
      kind: v.picklist(itemKinds),
      fee: v.object({ cents: count, words: text }),
      documents: v.array(
        v.object({
          key: text,
          name: text,
          form: v.picklist(['electronic', 'original', 'copy', 'lookup']),
          deferrable: v.boolean(),
          reusable: v.boolean(),
          mostFiles: count,
          note: v.nullable(text),
          whereToGet: v.nullable(text),
          sample: v.nullable(text),
          lookupFrom: v.nullable(text),
        }),
      ),
      /** The form without the fields that do not apply. */
      form,
      deliveries: v.array(v.picklist(['electronic', 'post', 'pickUp'])),
      resultName: text,
      resultWords: v.nullable(text),
    }),
  ),
})
export type Guidance = v.InferOutput<typeof guidance>

/** The guidance of one version of an item. */
export const guide = v.object({ itemId: id, version: count, ...guidance.entries })
export type Guide = v.InferOutput<typeof guide>

/** For staff: an item with its content, complete or not, and its versions, newest first. */
export const itemForEditing = v.object({
  itemId: id,
  code: text,
  status: v.picklist(['draft', 'published', 'withdrawn']),
  publishedVersion: v.nullable(count),
  /** What is being worked on; any of it may be missing. */
  draft: itemDraft,
  /** What is still missing before it can be published, by field. */
  problems: v.array(contentProblem),
  /** Whether the draft says something else than the published version. */
  changed: v.boolean(),
  versions: v.array(v.object({ version: count, publishedAt: instant, publishedBy: v.nullable(text) })),
})
