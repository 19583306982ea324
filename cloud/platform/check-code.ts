import { randomBytes } from 'node:crypto'

/**
 * Check codes (校验码) printed on letters and certificates: whoever holds the paper types the code in and sees whether it is genuine. 60 random bits, so
 * that guessing finds nothing, and a check character, so that a slip of the pen is told apart from a forgery: 7K3M-9QRT-WX2B-5.
 *
 * Crockford's alphabet: no I, L, O, U. The characters, weighed in GF(32), sum to nothing, which finds every wrong one and
 * every swap of two.
 */

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const randomCharacters = 12

/** A fresh code. `random` yields at least eight bytes; only tests give one. */
export function newCheckCode(random: Uint8Array = randomBytes(8)): string {
  let bits = random.slice(0, 8).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  const values: number[] = []
  for (let i = 0; i < randomCharacters; i += 1, bits >>= 5n) values.push(Number(bits & 31n))
  return write([...values, double(weigh(values))])
}

/**
 * Reads a code as people type it: small letters, full-width ones, with or without dashes and spaces, O for 0, I and L for 1. The code as printed, or
 * undefined when no such code can have been given out.
 */
export function parseCheckCode(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s‐‑‒–—―−_.·-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  const values = [...plain].map((character) => alphabet.indexOf(character))
  if (values.length !== randomCharacters + 1 || values.includes(-1) || weigh(values) !== 0) return undefined
  return write(values)
}

function write(values: readonly number[]): string {
  return values
    .map((value) => alphabet[value])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-')
}

/** Horner's rule in GF(32): each character weighs twice the one to its right. */
function weigh(values: readonly number[]): number {
  return values.reduce((sum, value) => double(sum) ^ value, 0)
}

/** Multiplies by x modulo x⁵ + x² + 1, which is primitive: thirty-one places before a weight comes again. */
function double(value: number): number {
  return (value << 1) ^ (value & 16 ? 0b100101 : 0)
}
