import { randomUUID } from 'node:crypto'
import * as v from 'valibot'
import type { Described, Schema } from './operations'

/** Inputs as a page would send them: what is real where something real fits, else what the schema takes. */

export type Real = Readonly<Record<string, unknown>>

const hour = 3_600_000
const dayAfter = (days: number) => new Date(Date.now() + days * 24 * hour + 8 * hour).toISOString().slice(0, 10)

/** Texts and numbers that people send, tried in this order until one fits. */
const texts = [
  '有话要说，请您看看',
  '13722220000',
  '990101001001',
  dayAfter(0),
  'ABCD2345EFGH',
  'medical',
  '08:30',
  'aGVsbG8=',
  'ABCDEFGH23',
  '陈',
]
const numbers = [1, 2, 60, 500, 2026, 30.5]

interface Shape extends Schema {
  readonly entries?: Record<string, Schema>
  readonly options?: readonly unknown[]
  readonly item?: Schema
  readonly wrapped?: Schema
  readonly literal?: unknown
  readonly pipe?: readonly Schema[]
  readonly requirement?: unknown
}

const fits = (schema: Schema, value: unknown): boolean => v.safeParse(schema as never, value).success

/** Every field that must be there, and those others that `real` has something for. */
export function inputOf({ entries }: Pick<Described, 'entries'>, real: Real = {}): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(entries).flatMap(([key, schema]) => {
      const value = plausible(schema, key, real)
      return value === undefined ? [] : [[key, value]]
    }),
  )
}

/** What a field may hold; undefined where it may be left out and `real` has nothing for it. */
export function plausible(schema: Schema, key: string, real: Real): unknown {
  if (key in real && fits(schema, real[key])) return real[key]
  const shape = schema as Shape
  switch (shape.type) {
    case 'optional':
    case 'exact_optional':
      return undefined
    case 'nullable':
      return null
    case 'string':
      return [...texts, randomUUID()].find((text) => fits(schema, text)) ?? texts[0]
    case 'number':
      return numbers.find((number) => fits(schema, number)) ?? 1
    case 'boolean':
      return true
    case 'date':
      return new Date(Date.now() + 24 * hour)
    case 'literal':
      return shape.literal
    case 'picklist':
      return shape.options?.[0]
    case 'array': {
      const one = plausible(shape.item as Schema, key, real)
      return fits(schema, []) ? [] : [one]
    }
    case 'object':
    case 'strict_object':
      return inputOf({ entries: shape.entries ?? {} }, real)
    case 'union':
    case 'variant':
      return plausible(shape.options?.[0] as Schema, key, real)
    case 'record':
      return {}
    default:
      throw new Error(`${key}: nothing is known of ${shape.type}`)
  }
}
