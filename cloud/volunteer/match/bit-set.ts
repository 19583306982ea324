/** A set of slots, 32 a word. */
export type BitSet = Uint32Array

export const newBitSet = (size: number): BitSet => new Uint32Array((size + 31) >> 5)

export function setBit(bits: BitSet, slot: number): void {
  bits[slot >> 5]! |= 1 << (slot & 31)
}

export const hasBit = (bits: BitSet, slot: number): boolean => ((bits[slot >> 5] as number) & (1 << (slot & 31))) !== 0

/**
 * Writes every slot from `from` to before `to` that is in all the sets into a list, ascending, from `count` on, and answers where the list ends then. A union counts
 * as one set: pass it made.
 */
export function collectCommon(
  sets: readonly BitSet[],
  from: number,
  to: number,
  list: Int32Array,
  count: number,
): number {
  let end = count
  const lastWord = (to - 1) >> 5
  for (let word = from >> 5; from < to && word <= lastWord; word++) {
    let bits = -1
    if (word === from >> 5) bits &= -1 << (from & 31)
    if (word === lastWord) bits &= -1 >>> (31 - ((to - 1) & 31))
    for (let i = 0; i < sets.length && bits !== 0; i++) bits &= ((sets[i] as BitSet)[word] as number) | 0
    while (bits !== 0) {
      list[end++] = (word << 5) + (31 - Math.clz32(bits & -bits))
      bits &= bits - 1
    }
  }
  return end
}

/** Who is in any of the sets. Of a single set that is the set itself: nobody changes one that was built. */
export function union(sets: readonly BitSet[], size: number): BitSet {
  if (sets.length === 1) return sets[0] as BitSet
  const all = newBitSet(size)
  for (const bits of sets) for (let word = 0; word < all.length; word++) all[word]! |= bits[word] as number
  return all
}
