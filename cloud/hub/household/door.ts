import { blindIndex, blindIndexes, type Keys } from '../../platform/crypto'

/** A door as a keyed hash: the same door of the same grid, however it was typed, without anything to read. */

const plain = (areaCode: string, door: string) =>
  `door:${areaCode}:${door.normalize('NFKC').replace(/\s/g, '').toLowerCase()}`

export const doorHash = ({ lookup }: Keys, areaCode: string, door: string): Buffer =>
  blindIndex(lookup, plain(areaCode, door))

/** Every hash the door may lie under, those of former secrets too. */
export const doorHashes = ({ lookup }: Keys, areaCode: string, door: string): Buffer[] =>
  blindIndexes(lookup, plain(areaCode, door))
