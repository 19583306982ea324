import { randomInt } from 'node:crypto'
import { blindIndex, blindIndexes, type Keys } from '../../platform/crypto'

/** Invitation codes: ten of 31 letters and digits that nobody confuses, about 49 bits; only a keyed hash is kept. */

const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

export const newCode = (): string => Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)]).join('')
export const codeHash = ({ lookup }: Keys, code: string): Buffer => blindIndex(lookup, `household:${code}`)
export const codeHashes = ({ lookup }: Keys, code: string): Buffer[] => blindIndexes(lookup, `household:${code}`)
