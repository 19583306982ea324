import * as v from 'valibot'
import { guidanceAnswers } from './catalogue/condition'
import { itemCode, itemDraft, lifeEvents } from './catalogue/item'
import { contentProblem, guidance, guide, itemDetail, itemForEditing, itemRow } from './catalogue/views'
import { attachment, count, cursor, done, id, operation, page, requestId, text, words } from './operation'

/** 事项目录 catalogue: what can be applied for, found by words, by pinyin initials and by life event; and how staff keep it. */

/** Bytes of a file that `importItems` takes. Larger ones are for the operator's console, which has no limit. */
export const mostFileBytes = 480_000

/** One thing wrong in a file: its line, the code when it could be read, the column or field. */
export const importProblem = v.object({ line: count, code: v.nullable(text), path: text, problem: text })
export type ImportProblem = v.InferOutput<typeof importProblem>

export const catalogue = {
  /**
   * Published items and stubs that fit: `search` matches names, aliases, departments and pinyin (initials or whole), `lifeEvent` narrows. Best
   * matches first; without a search the most applied-for first.
   */
  list: operation({
    access: 'anyone',
    input: { search: v.optional(words(40), ''), lifeEvent: v.optional(v.picklist(lifeEvents)), cursor },
    output: page(itemRow),
  }),

  /** One item: what it is, conditions, legal basis, window. */
  item: operation({ access: 'anyone', input: { code: itemCode }, output: itemDetail }),

  /**
   * 情形引导: given the answers so far, which questions apply and, once they are answered, exactly what it takes: documents, time, fee, visits.
   * `version` keeps to one version of the item (a draft that is being filled in); absent: the current one.
   */
  guide: operation({
    access: 'anyone',
    input: { code: itemCode, answers: v.optional(guidanceAnswers, {}), version: v.optional(count) },
    output: guide,
    refusals: { notOpen: { phone: v.nullable(text) }, answerUnknown: { key: text } },
  }),

  /** Items in every state, for those who keep the catalogue. */
  staffList: operation({
    access: ['communityAdmin', 'supervisor'],
    input: {
      search: v.optional(words(40), ''),
      status: v.optional(v.picklist(['draft', 'published', 'withdrawn'])),
      cursor,
    },
    output: page(
      v.object({ ...itemRow.entries, status: v.picklist(['draft', 'published', 'withdrawn']), problems: count }),
    ),
  }),

  /** One item to work on. */
  staffItem: operation({ access: ['communityAdmin', 'supervisor'], input: { itemId: id }, output: itemForEditing }),

  /**
   * Saves what is being worked on; it may be incomplete. Running applications and the published version do not change. Without `itemId` a new
   * item of the county begins. The code of an item that was ever published stays as it is.
   */
  saveItem: operation({
    access: ['communityAdmin'],
    input: { requestId, itemId: v.optional(id), code: itemCode, draft: itemDraft },
    output: v.object({ itemId: id, problems: v.array(contentProblem) }),
    refusals: { codeTaken: {}, codeFixed: {}, outsideYourArea: {} },
  }),

  /** What residents would see of a draft with these answers, and what it still lacks. Nothing is saved; no guide while it lacks something. */
  preview: operation({
    access: ['communityAdmin', 'supervisor'],
    input: { draft: itemDraft, answers: v.optional(guidanceAnswers, {}) },
    output: v.object({ problems: v.array(contentProblem), guide: v.nullable(guidance) }),
  }),

  /** Publishes the draft as the next version. Applications under way keep theirs. */
  publishItem: operation({
    access: ['communityAdmin'],
    input: { requestId, itemId: id },
    output: v.object({ version: count }),
    refusals: {
      incomplete: { problems: v.array(contentProblem) },
      outsideYourArea: {},
      nothingNew: {},
    },
  }),

  /** Takes an item out of the public list; applications under way go on. One that was never published is deleted. */
  withdrawItem: operation({
    access: ['communityAdmin'],
    input: { requestId, itemId: id },
    output: done,
    refusals: { outsideYourArea: {} },
  }),

  /**
   * Imports a whole list into the county's catalogue, all or nothing: every problem with its line (the first 200, and how many more), or how many
   * items were new, changed and the same, and how many of them are not complete yet. `publish` also publishes the complete ones. The file comes as
   * it lies on the disk, in any encoding that `npm run cloud -- catalogue import` reads.
   */
  importItems: operation({
    access: ['communityAdmin'],
    input: {
      requestId,
      format: v.picklist(['csv', 'json']),
      base64: v.pipe(
        v.string(),
        v.base64('文件没有读好，请再选一次'),
        v.maxLength((mostFileBytes / 3) * 4, '文件太大，请用命令行导入'),
      ),
      publish: v.optional(v.boolean(), false),
    },
    output: v.object({ added: count, changed: count, same: count, drafts: count, published: count }),
    refusals: { problems: { rows: v.array(importProblem), more: count }, outsideYourArea: {} },
  }),

  /** The whole catalogue as a file that `importItems` takes back. */
  exportItems: operation({
    access: ['communityAdmin', 'supervisor'],
    input: { format: v.picklist(['csv', 'json']) },
    output: attachment,
  }),
}

export type { Condition, GuidanceAnswers } from './catalogue/condition'
export { condition, guidanceAnswers, key } from './catalogue/condition'
export type { Form, FormField, FormValues } from './catalogue/form'
export { form, formField, formValues } from './catalogue/form'
export { type FormProblem, problemsInForm, valuesOfForm } from './catalogue/form-problems'
export type { ItemContent, ItemDraft, LifeEvent, RequiredDocument } from './catalogue/item'
export { itemCode, itemContent, itemDraft, itemKinds, itemStub, lifeEvents, requiredDocument } from './catalogue/item'
export type { ContentProblem, Guidance, Guide } from './catalogue/views'
