import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Candidate, keyOf, readKey } from '../../../cloud/volunteer/match/candidates'
import { squaredChord, unitVector, walkMetres } from '../../../cloud/volunteer/match/distance'
import { homePrefixes, prefixReader } from '../../../cloud/volunteer/match/home-area'
import { defaultDistance } from '../../../cloud/volunteer/match/model'
import { enterSpans, newSpanColumns, tidySpans } from '../../../cloud/volunteer/match/spans'

const span = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 12 }))
  .map(([from, length]) => ({ from, to: from + length }))
const spans = fc.array(span, { maxLength: 12 })

/** The minutes that lie in any of the spans. */
const minutes = (list: readonly { from: number; to: number }[]): number[] =>
  Array.from({ length: 80 }, (_, minute) => minute).filter((m) => list.some(({ from, to }) => from <= m && m < to))

test('tidy spans hold the same minutes, in order and apart from each other', () => {
  fc.assert(
    fc.property(spans, (list) => {
      const tidy = tidySpans(list)
      expect(minutes(tidy)).toEqual(minutes(list))
      for (const [i, { from, to }] of tidy.entries()) {
        expect(from).toBeLessThan(to)
        if (i > 0) expect(from).toBeGreaterThan(tidy[i - 1]?.to as number)
      }
    }),
  )
})

test('columns give everybody his or her own spans, in whatever order people are entered', () => {
  fc.assert(
    fc.property(fc.array(spans, { minLength: 1, maxLength: 6 }), fc.infiniteStream(fc.nat()), (lists, chance) => {
      const columns = newSpanColumns(
        lists.length,
        lists.reduce((sum, list) => sum + list.length, 0),
      )
      const order = lists.map((_, i) => ({ i, key: chance.next().value as number })).sort((a, b) => a.key - b.key)
      for (const { i } of order) enterSpans(columns, i, lists[i] as (typeof lists)[number])
      for (const [i, list] of lists.entries()) {
        const own = Array.from(columns.from.subarray(columns.start[i], columns.end[i]), (from, n) => ({
          from,
          to: columns.to[(columns.start[i] as number) + n],
        }))
        expect(own).toEqual(tidySpans(list))
      }
    }),
  )
})

const candidate: fc.Arbitrary<Candidate> = fc.record({
  cost: fc.nat(8191),
  served: fc.nat(1023),
  print: fc.nat(1023),
  window: fc.nat(7),
  slot: fc.nat(2 ** 17 - 1),
})

test('a key says what it was made of, and keys stand in the order of cost, load and fingerprint', () => {
  fc.assert(
    fc.property(candidate, candidate, (a, b) => {
      expect(readKey(keyOf(a))).toEqual(a)
      const first = a.cost - b.cost || a.served - b.served || a.print - b.print
      if (first !== 0) expect(Math.sign(keyOf(a) - keyOf(b))).toBe(Math.sign(first))
    }),
    {
      examples: [
        [
          { cost: 8191, served: 1023, print: 1023, window: 7, slot: 2 ** 17 - 1 },
          { cost: 0, served: 0, print: 0, window: 0, slot: 0 },
        ],
      ],
    },
  )
})

const place = fc.record({
  latitude: fc.double({ min: 30, max: 31, noNaN: true }),
  longitude: fc.double({ min: 120, max: 121, noNaN: true }),
})

test('nobody within the radius is left out as surely too far', () => {
  fc.assert(
    fc.property(place, place, fc.double({ min: 0.99, max: 1.01, noNaN: true }), (one, other, share) => {
      const [a, b] = [unitVector(one), unitVector(other)]
      const metres = walkMetres(...a, ...b, defaultDistance)
      const radius = metres * share
      const chord = (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2
      if (metres <= radius) expect(chord).toBeLessThanOrEqual(squaredChord(radius, defaultDistance) * (1 + 1e-9))
      if (share < 0.9999 && metres > 1)
        expect(chord).toBeGreaterThan(squaredChord(radius, defaultDistance) * (1 + 1e-9))
    }),
  )
})

test('a code is cut to its five levels, the second time as the first', () => {
  const read = prefixReader()
  for (const code of ['330481001201', '330481001000', '330481000000', '33048', '330000000000', ''])
    for (const _ of [1, 2]) expect(read(code)).toEqual(homePrefixes(code))
  expect(read('330481001000')).toEqual([33, 3304, 330481, 330481001, -1])
})
