import fc from 'fast-check'
import { formatNumber, parseNumber, verifyNumber } from '../../cloud/application/number'

const digits = (min: number, max: number) => fc.integer({ min, max })
const parts = fc.record({
  areaCode: fc.constantFrom(6, 9, 12).chain((length) => digits(10 ** (length - 1), 10 ** length - 1).map(String)),
  day: fc
    .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  sequence: fc.oneof(digits(1, 9999), digits(10_000, 9_999_999)),
})
const numbers = parts.map(formatNumber)

/** Where the digits of a number are, so that errors strike digits and reach across the dashes. */
const places = (number: string) => [...number].flatMap((character, at) => (character === '-' ? [] : [at]))
const put = (number: string, changes: [number, string][]) => {
  const characters = [...number]
  for (const [at, character] of changes) characters[at] = character
  return characters.join('')
}

it('is written as area, day, sequence and check digit', () => {
  expect(formatNumber({ areaCode: '999001001', day: '2026-11-17', sequence: 42 })).toBe('999001001-261117-0042-6')
  expect(formatNumber({ areaCode: '330481', day: '2026-02-28', sequence: 12_345 })).toMatch(/^330481-260228-12345-\d$/)
})

it('is read back as it was written', () => {
  fc.assert(fc.property(parts, (given) => expect(parseNumber(formatNumber(given))).toEqual(given)))
})

it('is read however it was typed', () => {
  const given = { areaCode: '999001001', day: '2026-11-17', sequence: 42 }
  for (const typed of ['９９９００１００１－２６１１１７－００４２－６', ' 999001001 - 261117 – 0042 — 6\n'])
    expect(parseNumber(typed)).toEqual(given)
})

it('with any one digit wrong is no number', () => {
  fc.assert(
    fc.property(numbers, (number) => {
      for (const at of places(number))
        for (const digit of '0123456789')
          if (number[at] !== digit) expect([number, verifyNumber(put(number, [[at, digit]]))]).toEqual([number, false])
    }),
  )
})

it('with any two neighbouring digits swapped is no number', () => {
  fc.assert(
    fc.property(numbers, (number) => {
      const at = places(number)
      for (let i = 1; i < at.length; i += 1) {
        const [a, b] = [at[i - 1]!, at[i]!]
        if (number[a] === number[b]) continue
        const swapped = put(number, [
          [a, number[b]!],
          [b, number[a]!],
        ])
        expect([number, verifyNumber(swapped)]).toEqual([number, false])
      }
    }),
  )
})

it.each([
  '',
  '999001001-261117-0042',
  '999001001-261117-42-6',
  '099001001-261117-0042-6',
  '999001001-261117-00042-6',
  'abc',
])('is not %j', (text) => expect(verifyNumber(text)).toBe(false))

it('holds no day and no sequence that cannot be', () => {
  // Each with a check digit that fits: Damm's digit is the one for which the number would be read.
  for (const body of ['999001001-260230-0042', '999001001-261301-0042', '999001001-261117-0000'])
    expect([...'0123456789'].some((digit) => verifyNumber(`${body}-${digit}`))).toBe(false)
})

it.each([
  { areaCode: '33048', day: '2026-11-17', sequence: 1 },
  { areaCode: '3304810010011', day: '2026-11-17', sequence: 1 },
  { areaCode: '330481', day: '1999-11-17', sequence: 1 },
  { areaCode: '330481', day: '2026-11-31', sequence: 1 },
  { areaCode: '330481', day: '2026-11-17', sequence: 0 },
  { areaCode: '330481', day: '2026-11-17', sequence: 1.5 },
])('refuses to write %j', (given) => {
  expect(() => formatNumber(given)).toThrow(RangeError)
})
