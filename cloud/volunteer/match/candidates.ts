import { findAble } from './able'
import type { Ask } from './ask'
import { pairPrint } from './fingerprint'
import type { Span, Weights } from './model'
import { scoreOf, topScore } from './score'

/** Who may do what, best first, each pair as a key; `able` counts those too that were left out. */
export interface Candidates {
  keys: Float64Array
  able: number
}

/** What a key says: topScore - points, the load, and the pair's fingerprint, by which in this order pairs are ranked; then who, in which window. */
export interface Candidate {
  cost: number
  served: number
  print: number
  window: number
  slot: number
}

const slotSpan = 2 ** 17
const windowSpan = 2 ** 3
const printSpan = 2 ** 10
const servedSpan = 2 ** 10
/** cost 13 bits · served 10 · print 10 · window 3 · slot 17: 53 bits, which a number holds exactly. */
export const mostVolunteers = slotSpan
export const mostWindows = windowSpan

export const keyOf = ({ cost, served, print, window, slot }: Candidate): number =>
  (((cost * servedSpan + served) * printSpan + print) * windowSpan + window) * slotSpan + slot

export function readKey(key: number): Candidate {
  const upper = Math.floor(key / (slotSpan * windowSpan))
  const lower = key - upper * (slotSpan * windowSpan)
  const cost = Math.floor(upper / (printSpan * servedSpan))
  const middle = upper - cost * (printSpan * servedSpan)
  return {
    cost,
    served: Math.floor(middle / printSpan),
    print: middle % printSpan,
    window: Math.floor(lower / slotSpan),
    slot: lower % slotSpan,
  }
}

/** Where one search collects its keys; it grows, and is used again by the next. */
let found = new Float64Array(1 << 16)

/**
 * The best `most` pairs (volunteer, window) for an ask, among all who keep every hard rule: the grid, and the bit sets by skill, sex, dialect and hour give
 * whom to look at; the rules decide. The order is total, so the choice is one of a kind and the optimum over it well defined.
 */
export function findCandidates(ask: Ask, weights: Weights, most: number): Candidates {
  const { served, print } = ask.roster
  let count = 0
  for (let window = 0; window < ask.windows.length; window++) {
    const { slots, metres, count: able } = findAble(ask, ask.windows[window] as Span)
    while (count + able > found.length) found = lengthen(found)
    for (let i = 0; i < able; i++) {
      const slot = slots[i] as number
      const points = scoreOf(ask, weights, slot, metres[i] as number)
      if (points > topScore) throw new RangeError(`a match of ${points} points; ${topScore} are the most`)
      found[count++] = keyOf({
        cost: topScore - points,
        served: served[slot] as number,
        print: pairPrint(ask.print, print[slot] as number, window),
        window,
        slot,
      })
    }
  }
  const all = found.subarray(0, count)
  if (count > most) selectLeast(all, most)
  return { keys: all.slice(0, most).sort(), able: count }
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
