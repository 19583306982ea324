import { type Ask, setsOf } from './ask'
import { eachCommon } from './bit-set'
import { pairPrint } from './fingerprint'
import { slotsAround } from './grid'
import type { Weights } from './model'
import { failures, metresTo } from './rules'
import { scoreOf, topScore } from './score'

/** Who may do what, best first, in columns; `able` counts those too that were left out. */
export interface Candidates {
  slot: Int32Array
  window: Int32Array
  /** topScore - points, the load, and the pair's fingerprint: by these in this order they are ranked. */
  cost: Int32Array
  served: Int32Array
  print: Int32Array
  able: number
}

const slotSpan = 2 ** 17
const windowSpan = 2 ** 3
const printSpan = 2 ** 10
const servedSpan = 2 ** 10
/** cost 13 bits · served 10 · print 10 · window 3 · slot 17: 53 bits, which a number holds exactly. */
export const mostVolunteers = slotSpan
export const mostWindows = windowSpan

let keys = new Float64Array(1 << 16)

/**
 * The best `most` pairs (volunteer, window) for an ask, among all who keep every hard rule: the grid, and the bit sets by skill, sex, dialect and hour give
 * whom to look at; the rules decide. The order is total, so the choice is one of a kind and the optimum over it well defined.
 */
export function findCandidates(ask: Ask, weights: Weights, most: number): Candidates {
  const { roster } = ask
  let count = 0
  for (const [index, window] of ask.windows.entries()) {
    const sets = setsOf(ask, window)
    if (!sets) continue
    slotsAround(roster.grid, ask.request.at, (from, to) =>
      eachCommon(sets, from, to, (slot) => {
        const metres = metresTo(ask, slot)
        if (failures(ask, window, slot, metres, false)) return
        const points = scoreOf(ask, weights, slot, metres)
        if (points > topScore) throw new RangeError(`a match of ${points} points; ${topScore} are the most`)
        if (count === keys.length) keys = lengthen(keys)
        keys[count++] =
          ((((topScore - points) * servedSpan + (roster.served[slot] as number)) * printSpan +
            pairPrint(ask.print, roster.print[slot] as number, index)) *
            windowSpan +
            index) *
            slotSpan +
          slot
      }),
    )
  }
  const found = keys.subarray(0, count)
  if (count > most) selectLeast(found, most)
  const kept = found.subarray(0, Math.min(most, count)).sort()
  return unpack(kept, count)
}

function unpack(kept: Float64Array, able: number): Candidates {
  const n = kept.length
  const [slot, window, cost, served, print] = [0, 1, 2, 3, 4].map(() => new Int32Array(n)) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ]
  for (let i = 0; i < n; i++) {
    let key = kept[i] as number
    slot[i] = key % slotSpan
    key = Math.floor(key / slotSpan)
    window[i] = key % windowSpan
    key = Math.floor(key / windowSpan)
    print[i] = key % printSpan
    key = Math.floor(key / printSpan)
    served[i] = key % servedSpan
    cost[i] = Math.floor(key / servedSpan)
  }
  return { slot, window, cost, served, print, able }
}

function lengthen(short: Float64Array): Float64Array<ArrayBuffer> {
  const long = new Float64Array(short.length * 2)
  long.set(short)
  return long
}

/** Brings the least `most` numbers to the front, in any order (quickselect, Hoare 1961; the middle of three as pivot). */
function selectLeast(list: Float64Array, most: number): void {
  let left = 0
  let right = list.length - 1
  while (left < right) {
    const [a, b, c] = [list[left], list[(left + right) >> 1], list[right]] as [number, number, number]
    const pivot = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
    let i = left
    let j = right
    while (i <= j) {
      while ((list[i] as number) < pivot) i++
      while ((list[j] as number) > pivot) j--
      if (i > j) break
      const swap = list[i] as number
      list[i++] = list[j] as number
      list[j--] = swap
    }
    if (most - 1 <= j) right = j
    else if (most - 1 >= i) left = i
    else return
  }
}
