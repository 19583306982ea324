import { addDays, type Day } from '../deadlines/working-days'

/**
 * The number of an application (办件编号): area code, day of submission, the day's sequence in that area, check digit: 999001001-261117-0042-6. Pure.
 *
 * The check digit is Damm's (2004), over all digits from the left. People read these numbers out and type them in; it finds every wrong digit and every
 * swap of neighbours. Of the swaps ISO 7064 MOD 11,10 and Luhn's each miss one in fifty.
 */

export interface ApplicationNumber {
  /** The statistical code of the area: county 6 digits, township 9, community 12. */
  areaCode: string
  /** A day in Asia/Shanghai of this century. */
  day: Day
  /** From 1; each area starts anew each day. */
  sequence: number
}

const shape = /^([1-9]\d{5,11})-(\d\d)(\d\d)(\d\d)-(0\d{3}|[1-9]\d{3,})-(\d)$/

/** Writes a number with its check digit. RangeError for a part that no number can hold. */
export function formatNumber({ areaCode, day, sequence }: ApplicationNumber): string {
  const body = `${areaCode}-${day.slice(2).replaceAll('-', '')}-${String(sequence).padStart(4, '0')}`
  const number = shape.test(`${body}-0`) ? `${body}-${damm(body)}` : ''
  const read = parseNumber(number)
  if (read?.areaCode !== areaCode || read.day !== day || read.sequence !== sequence)
    throw new RangeError(`not the parts of an application number: ${areaCode} ${day} ${sequence}`)
  return number
}

/** Reads a number as people type it: full-width digits, any dash, spaces. Undefined when it is no number or its check digit does not fit. */
export function parseNumber(text: string): ApplicationNumber | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[‐‑‒–—―−－]/g, '-')
  const [, areaCode, year, month, date, sequence] = shape.exec(plain) ?? []
  if (!areaCode || damm(plain) !== 0) return undefined
  const day = `20${year}-${month}-${date}`
  if (!isDay(day) || Number(sequence) < 1 || !Number.isSafeInteger(Number(sequence))) return undefined
  return { areaCode, day, sequence: Number(sequence) }
}

/** Whether a text is an application number with a fitting check digit, as `parseNumber` reads it. */
export function verifyNumber(text: string): boolean {
  return parseNumber(text) !== undefined
}

function isDay(day: string): boolean {
  try {
    return addDays(day, 0) === day
  } catch {
    return false
  }
}

/** Damm's totally anti-symmetric quasigroup of order ten: row by what was found so far, column by the next digit. */
const quasigroup = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
]

/** The check digit of the digits in a text; 0 for digits that end with their own. */
function damm(text: string): number {
  return [...text.replaceAll('-', '')].reduce((found, digit) => Number(quasigroup[found]![Number(digit)]), 0)
}
