import * as v from 'valibot'
import { guidanceAnswers } from './catalogue/condition'
import { itemCode, itemContent, lifeEvents } from './catalogue/item'
import { guide, itemDetail, itemForEditing, itemRow } from './catalogue/views'
import { attachment, count, cursor, done, id, operation, page, requestId, text, words } from './operation'

/** 事项目录 catalogue: what can be applied for, found by words, by pinyin initials and by life event; and how staff keep it. */

const problem = v.object({ line: count, code: v.nullable(text), path: text, problem: text })

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

  /** Saves what is being worked on; it may be incomplete. Running applications and the published version do not change. */
  saveItem: operation({
    access: ['communityAdmin'],
    input: { requestId, itemId: v.optional(id), code: itemCode, draft: v.partial(v.strictObject(itemContent.entries)) },
    output: itemForEditing,
    refusals: { codeTaken: {}, outsideYourArea: {} },
  }),

  /** Publishes the draft as the next version. Applications under way keep theirs. */
  publishItem: operation({
    access: ['communityAdmin'],
    input: { requestId, itemId: id },
    output: v.object({ version: count }),
    refusals: {
      incomplete: { problems: v.array(v.object({ path: text, problem: text })) },
      outsideYourArea: {},
      nothingNew: {},
    },
  }),

  /** Takes an item out of the public list; applications under way go on. */
  withdrawItem: operation({
    access: ['communityAdmin'],
    input: { requestId, itemId: id },
    output: done,
    refusals: { outsideYourArea: {} },
  }),

  /** Imports a whole list, all or nothing: every problem with its line, or how many items were new, changed and the same. */
  importItems: operation({
    access: ['communityAdmin'],
    input: {
      requestId,
      format: v.picklist(['csv', 'json']),
      content: v.pipe(v.string(), v.maxLength(600_000, '文件太大，请用命令行导入')),
    },
    output: v.object({ added: count, changed: count, same: count, drafts: count }),
    refusals: { problems: { rows: v.array(problem), more: count }, outsideYourArea: {} },
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
export type { ItemContent, LifeEvent, RequiredDocument } from './catalogue/item'
export { itemCode, itemContent, itemKinds, itemStub, lifeEvents, requiredDocument } from './catalogue/item'
export type { Guide } from './catalogue/views'
