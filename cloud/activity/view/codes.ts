import { createHmac, timingSafeEqual } from 'node:crypto'

/** Codes that check people in: a short one that belongs to a sign-up, and one on the organiser's screen that changes. */

// Without letters that look alike on paper (Crockford's base 32).
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const tagLength = 4

/** New code on the organiser's screen every so many seconds. */
export const windowSeconds = 30

/** The printable code of a sign-up, e.g. `1F-7K2Q`: its number and a keyed tag, so that nobody can guess another one. */
export function personalCode(key: Buffer, signUpId: number): string {
  return `${base32(signUpId)}-${tag(key, `sign-up:${signUpId}`, tagLength)}`
}

/** The sign-up behind a printable code, however it was typed; undefined when the tag is not ours. */
export function readPersonalCode(key: Buffer, code: string): number | undefined {
  const typed = code
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '')
  if (typed.length <= tagLength || typed.length > 16) return undefined
  let signUpId = 0
  for (const digit of typed.slice(0, -tagLength)) {
    const value = alphabet.indexOf(digit)
    if (value < 0) return undefined
    signUpId = signUpId * 32 + value
  }
  if (!Number.isSafeInteger(signUpId)) return undefined
  return same(tag(key, `sign-up:${signUpId}`, tagLength), typed.slice(-tagLength)) ? signUpId : undefined
}

/** The rotating code of an activity in the window that contains `at`. */
export function rotatingCode(key: Buffer, activityId: number, at: Date): string {
  return tag(key, `activity:${activityId}:${windowOf(at)}`, 12)
}

/** Whether a rotating code is the one of this window or of the one before. */
export function rotatingCodeIsValid(key: Buffer, activityId: number, code: string, now: Date): boolean {
  const before = new Date(now.getTime() - windowSeconds * 1000)
  return same(rotatingCode(key, activityId, now), code) || same(rotatingCode(key, activityId, before), code)
}

/** When the window of `at` began. */
export function windowStart(at: Date): Date {
  return new Date(windowOf(at) * windowSeconds * 1000)
}

const windowOf = (at: Date) => Math.floor(at.getTime() / 1000 / windowSeconds)

function base32(value: number): string {
  let text = ''
  for (let rest = value; rest > 0; rest = Math.floor(rest / 32)) text = alphabet[rest % 32] + text
  return text || '0'
}

function tag(key: Buffer, message: string, length: number): string {
  const mac = createHmac('sha256', key).update(message).digest()
  return [...mac.subarray(0, length)].map((byte) => alphabet[byte % 32]).join('')
}

function same(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}
