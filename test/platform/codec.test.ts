import fc from 'fast-check'
import { canonical, decode, encode } from '../../cloud/platform/codec'
import { InvalidInput } from '../../cloud/platform/fault'

const moment = fc.date({
  min: new Date('1900-01-01T00:00:00Z'),
  max: new Date('2199-12-31T23:59:59Z'),
  noInvalidDate: true,
})
const key = fc.string({ maxLength: 8 }).filter((k) => !['__proto__', 'constructor', 'prototype', '__type'].includes(k))
const { value: content } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.boolean(), fc.constant(null), moment),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}))

/** As it comes out of the wire. */
const overTheWire = (value: unknown) => decode(JSON.parse(JSON.stringify(encode(value))))

it('brings every value over the wire as it was, moments to the millisecond', () => {
  fc.assert(fc.property(content, (value) => expect(overTheWire(value)).toEqual(value)))
})

it('leaves out what is undefined', () => {
  expect(encode({ a: undefined, b: [{ c: undefined }] })).toEqual({ b: [{}] })
})

it('names a request by its content, not by the order of its keys', () => {
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed)
    if (value === null || typeof value !== 'object' || value instanceof Date) return value
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([k, v]) => [k, reversed(v)]),
    )
  }
  fc.assert(
    fc.property(content, content, (a, b) => {
      expect(canonical(reversed(a))).toBe(canonical(a))
      let same = true
      try {
        expect(a).toEqual(b)
      } catch {
        same = false
      }
      expect(canonical(a) === canonical(b)).toBe(same)
    }),
  )
  expect(canonical({ a: 1, b: undefined })).toBe(canonical({ a: 1 }))
  expect(canonical(['a,b'])).not.toBe(canonical(['a', 'b']))
  expect(canonical({ a: ['b'] })).not.toBe(canonical({ a: 'b' }))
})

it('reads the same moment in any offset', () => {
  const at = (iso: string) => decode({ __type: 'Date', iso })
  expect(at('2026-11-24T08:00:00+08:00')).toEqual(at('2026-11-24T00:00:00.000Z'))
})

it.each([
  ['a moment that is none', { startsAt: { __type: 'Date', iso: 'tomorrow' } }, 'startsAt'],
  ['a day that is none', { startsAt: { __type: 'Date', iso: '2026-02-30T00:00:00Z' } }, 'startsAt'],
  ['an hour that is none', { startsAt: { __type: 'Date', iso: '2026-11-24T25:00:00Z' } }, 'startsAt'],
  ['a month that is none', { startsAt: { __type: 'Date', iso: '2026-13-01T00:00:00Z' } }, 'startsAt'],
  ['a time without an offset', { startsAt: { __type: 'Date', iso: '2026-11-24T00:00:00' } }, 'startsAt'],
  ['a year nobody lives in', { startsAt: { __type: 'Date', iso: '1605-11-05T00:00:00Z' } }, 'startsAt'],
  ['a moment with more to it', { at: { __type: 'Date', iso: '2026-11-24T00:00:00Z', x: 1 } }, 'at'],
  ['another of LeanCloud’s types', { file: { __type: 'Pointer', className: '_User' } }, 'file'],
  ['a way into the prototype', JSON.parse('{"a":[{"__proto__":{"admin":true}}]}'), 'a.0.__proto__'],
  ['a constructor', { constructor: 1 }, 'constructor'],
])('refuses %s and says where', (_what, body, path) => {
  expect(() => decode(body)).toThrow(InvalidInput)
  try {
    decode(body)
  } catch (error) {
    expect((error as InvalidInput).fields).toEqual([{ path, problem: expect.stringMatching(/[\u4e00-\u9fff]/) }])
  }
})

it('refuses a body that is nested without end', () => {
  let deep: unknown = 1
  for (let n = 0; n < 10_000; n++) deep = [deep]
  expect(() => decode(deep)).toThrow(/层次太深/)
})
