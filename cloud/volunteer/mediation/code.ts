import { createHmac, randomBytes } from 'node:crypto'
import { hashToken } from '../../platform/crypto'

/** The code of an invitation: made anew from what the row holds and a key that the database does not hold, so that nothing stored gives it away. */

/** Crockford's base 32: nothing that is mistaken for something else when it is read out. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 60 bits. */
const length = 12

export interface Code {
  nonce: Buffer
  hash: Buffer
}

export const codeOf = (key: Buffer, nonce: Buffer): string => {
  const digest = createHmac('sha256', key).update('mediation').update(nonce).digest()
  return Array.from({ length }, (_, i) => letters[(digest[i] as number) % 32]).join('')
}

export const hashOf = (code: string): Buffer => hashToken(`mediation:${code}`)

/** A fresh code as it is stored. */
export function newCode(key: Buffer): Code {
  const nonce = randomBytes(16)
  return { nonce, hash: hashOf(codeOf(key, nonce)) }
}

/** The code of a row; undefined when it was made under a former key. */
export function shownCode(key: Buffer, { nonce, hash }: Code): string | undefined {
  const code = codeOf(key, nonce)
  return hashOf(code).equals(hash) ? code : undefined
}
