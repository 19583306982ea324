import * as v from 'valibot'
import { line } from '../operation'

/** Key of a question, a document, a form field or a reviewing department inside one service item. */
export const key = v.pipe(
  v.string('标识不对'),
  v.regex(/^[a-z][a-zA-Z0-9]{0,39}$/, '标识用英文字母和数字，小写字母开头'),
  // `constructor` and the like are on every JavaScript object already.
  v.check((name) => !(name in {}), '这个标识不能用，请换一个'),
)

/**
 * When something applies, over the answers of the guidance (情形引导): every line must hold, a line holds when the answer is one of those
 * named. No lines: always. An unanswered question holds no line.
 */
export const condition = v.array(v.strictObject({ answer: key, oneOf: v.pipe(v.array(line(40)), v.minLength(1)) }))
export type Condition = v.InferOutput<typeof condition>

/** Answers to the guidance by question: the value of the chosen option. */
export const guidanceAnswers = v.pipe(
  v.record(key, line(40)),
  v.check((r) => Object.keys(r).length <= 20, '回答太多'),
)
export type GuidanceAnswers = v.InferOutput<typeof guidanceAnswers>
