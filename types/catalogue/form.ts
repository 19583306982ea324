import * as v from 'valibot'
import { line, words } from '../operation'
import { condition, key } from './condition'

/** What a form field may hold, as the subset of JSON Schema that forms of the catalogue use. `x-when` shows it only for some answers. */
export const formField = v.strictObject({
  type: v.picklist(['string', 'number', 'integer', 'boolean']),
  title: line(40),
  /** A line of help under the field. */
  description: v.optional(line(120)),
  enum: v.optional(v.pipe(v.array(line(40)), v.minLength(2, '至少写两个'), v.maxLength(30, '最多 30 个'))),
  /** `idNumber`: 18 digits with their check digit; `phone`: mainland mobile or landline; `long`: several lines. */
  format: v.optional(v.picklist(['date', 'phone', 'idNumber', 'long'])),
  minLength: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  maxLength: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2000))),
  minimum: v.optional(v.number()),
  maximum: v.optional(v.number()),
  'x-when': v.optional(condition),
})
export type FormField = v.InferOutput<typeof formField>

/** A form as JSON Schema. The order of `properties` is the order on the page. */
export const form = v.strictObject({
  type: v.literal('object'),
  properties: v.record(key, formField),
  required: v.array(key),
})
export type Form = v.InferOutput<typeof form>

/** What a person typed, by field. Checked against the item's form by `problemsInForm`. */
export const formValues = v.pipe(
  v.record(key, v.union([words(2000), v.number('请填数字'), v.boolean()])),
  v.check((r) => Object.keys(r).length <= 60, '填的项太多'),
)
export type FormValues = v.InferOutput<typeof formValues>
