import { isDay } from '../../types/day'
import { InvalidInput } from './fault'

/** LeanCloud's JSON: a moment travels as `{"__type":"Date","iso":"…"}`; everything else is plain. */

const deepest = 12

/** Decodes what the SDK sent: moments become `Date`, every other typed or operational value is refused. */
export function decode(value: unknown, path = '', depth = 0): unknown {
  if (value === null || typeof value !== 'object') return value
  if (depth > deepest) throw new InvalidInput([{ path, problem: '层次太深' }])
  if (Array.isArray(value)) return value.map((item, i) => decode(item, join(path, i), depth + 1))
  const entries = Object.entries(value)
  if ('__type' in value) {
    const { __type, iso, ...rest } = value as Record<string, unknown>
    const moment =
      __type === 'Date' && typeof iso === 'string' && Object.keys(rest).length === 0 ? parseIso(iso) : undefined
    if (moment) return moment
    throw new InvalidInput([{ path, problem: '时间不对' }])
  }
  const out: Record<string, unknown> = {}
  for (const [key, item] of entries) {
    if (key === '__proto__' || key === 'constructor' || key === 'prototype')
      throw new InvalidInput([{ path: join(path, key), problem: '不认识的字段' }])
    out[key] = decode(item, join(path, key), depth + 1)
  }
  return out
}

/** Encodes an answer for the SDK. Keys that the SDK would decode (`__type`, `__op`, `ACL`) never occur in the contract. */
export function encode(value: unknown): unknown {
  if (value instanceof Date) return { __type: 'Date', iso: value.toISOString() }
  if (Array.isArray(value)) return value.map(encode)
  if (value === null || typeof value !== 'object') return value
  const out: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(value)) if (item !== undefined) out[key] = encode(item)
  return out
}

/** Canonical text of decoded input: the same content in another key order is the same request. */
export function canonical(value: unknown): string {
  if (value instanceof Date) return `"${value.toISOString()}"`
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const record = value as Record<string, unknown>
  const keys = Object.keys(record).filter((k) => record[k] !== undefined)
  return `{${keys
    .sort()
    .map((k) => `${JSON.stringify(k)}:${canonical(record[k])}`)
    .join()}}`
}

// Exactly the form Date.toISOString gives, on a day that there is.
const isoForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:\d\d)$/

function parseIso(iso: string): Date | undefined {
  if (!isoForm.test(iso) || !isDay(iso.slice(0, 10))) return undefined
  const moment = new Date(iso)
  return Number.isNaN(moment.getTime()) ? undefined : moment
}

const join = (path: string, key: string | number) => (path ? `${path}.${key}` : String(key))
