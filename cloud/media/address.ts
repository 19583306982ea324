import { createHmac, timingSafeEqual } from 'node:crypto'

/** Where WeChat finds the picture of a check. Nobody can guess it, and it works only until there is a verdict. */
export const picturePath = (key: Buffer, checkId: number): string => `/media/${checkId}/${signature(key, checkId)}`

/** Whether `given` is the secret part of that check's address. */
export function pictureIsAskedFor(key: Buffer, checkId: number, given: string): boolean {
  const expected = Buffer.from(signature(key, checkId))
  const actual = Buffer.from(given)
  return expected.length === actual.length && timingSafeEqual(expected, actual)
}

const signature = (key: Buffer, checkId: number) =>
  createHmac('sha256', key).update(`picture ${checkId}`).digest('base64url')
