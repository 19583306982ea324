/** A set of slots, 32 a word. */
export type BitSet = Uint32Array

export const newBitSet = (size: number): BitSet => new Uint32Array((size + 31) >> 5)

export function setBit(bits: BitSet, slot: number): void {
  bits[slot >> 5]! |= 1 << (slot & 31)
}

export const hasBit = (bits: BitSet, slot: number): boolean => ((bits[slot >> 5] as number) & (1 << (slot & 31))) !== 0

/** Calls `visit` for every slot from `from` to before `to` that is in all the sets, ascending. A union counts as one set: pass it made. */
export function eachCommon(sets: readonly BitSet[], from: number, to: number, visit: (slot: number) => void): void {
  if (from >= to) return
  const firstWord = from >> 5
  const lastWord = (to - 1) >> 5
  for (let word = firstWord; word <= lastWord; word++) {
    let bits = -1
    if (word === firstWord) bits &= -1 << (from & 31)
    if (word === lastWord) bits &= -1 >>> (31 - ((to - 1) & 31))
    for (let i = 0; i < sets.length && bits !== 0; i++) bits &= ((sets[i] as BitSet)[word] as number) | 0
    while (bits !== 0) {
      visit((word << 5) + (31 - Math.clz32(bits & -bits)))
      bits &= bits - 1
    }
  }
}

export function union(sets: readonly BitSet[], size: number): BitSet {
  const all = newBitSet(size)
  for (const bits of sets) for (let word = 0; word < all.length; word++) all[word]! |= bits[word] as number
  return all
}

/** How many slots are in a set. */
export function size(bits: BitSet): number {
  let count = 0
  for (let word of bits) for (; word !== 0; word &= word - 1) count++
  return count
}
