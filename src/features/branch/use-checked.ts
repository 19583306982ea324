import { useState } from 'react'
import type * as v from 'valibot'
import { CallFailed } from '../../platform/client'
import { type Problems, problemsBySchema } from '../../platform/problems'

/** A form checked with the contract's schema: each field when it is left, all of them when it is sent, and what the cloud says of them. */
export function useChecked(schema: v.GenericSchema, input: unknown, more: Problems = {}) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState(false)
  const [refused, setRefused] = useState<Problems>({})
  const [focus, setFocus] = useState('')
  const found: Problems = { ...problemsBySchema(schema, input), ...more }
  return {
    /** What is wrong with a field, once it is time to say so. */
    problemAt: (field: string): string => refused[field] ?? (((asked || left.has(field)) && found[field]) || ''),
    /** How many mistakes there are, once it was sent. */
    count: asked ? Object.keys(found).length : 0,
    /** The field that the keyboard goes to: the first mistake. */
    focus,
    leave: (field: string) => setLeft((before) => new Set(before).add(field)),
    /** Something was typed: what the cloud said is over. */
    touched: () => {
      setRefused({})
      setFocus('')
    },
    /** Whether it may be sent; else every mistake is shown. */
    check(): boolean {
      setAsked(true)
      const [first] = Object.keys(found)
      setFocus(first ?? '')
      return first === undefined
    },
    /** Shows what the cloud said of a field; false where it said nothing of one. */
    refuse(problems: Problems): void {
      setRefused(problems)
    },
    /** Takes what the cloud could not read to its fields; whether there was such a thing. */
    take(error: unknown): boolean {
      if (!(error instanceof CallFailed) || error.fields.length === 0) return false
      setRefused(Object.fromEntries(error.fields.map(({ path, problem }) => [path, problem])))
      return true
    },
    forgive() {
      setAsked(false)
      setLeft(new Set())
    },
  }
}
export type Checked = ReturnType<typeof useChecked>
