import { type Ask, setsOf } from './ask'
import { collectCommon } from './bit-set'
import { metresOfChord } from './distance'
import { slotsAround } from './grid'
import type { Span } from './model'
import { failures } from './rules'

/** Volunteers who keep every hard rule, and their ways on foot: the first `count` of each list. Good until the next search, which uses the lists again. */
export interface Able {
  slots: Int32Array
  metres: Float64Array
  count: number
}

const able: Able = { slots: new Int32Array(0), metres: new Float64Array(0), count: 0 }

/** Who could come in a window: the grid and the bit sets by skill, sex, dialect and hour give whom to look at; the rules decide. */
export function findAble(ask: Ask, window: Span): Able {
  const { grid, people } = ask.roster
  if (able.slots.length < people.length) {
    able.slots = new Int32Array(people.length)
    able.metres = new Float64Array(people.length)
  }
  const sets = setsOf(ask, window)
  let count = 0
  if (sets)
    slotsAround(grid, ask.request.at, (from, to) => {
      count = collectCommon(sets, from, to, able.slots, count)
    })
  able.count = keepAble(ask, window, able, count)
  return able
}

/** Keeps those of the first `count` slots who keep every rule. Whoever is surely too far is left out first: the dearer arithmetic is for the others. */
function keepAble(ask: Ask, window: Span, { slots, metres }: Able, count: number): number {
  const { x, y, z, reach, rule } = ask.roster
  let kept = 0
  for (let i = 0; i < count; i++) {
    const slot = slots[i] as number
    const [dx, dy, dz] = [(x[slot] as number) - ask.x, (y[slot] as number) - ask.y, (z[slot] as number) - ask.z]
    const chord = dx ** 2 + dy ** 2 + dz ** 2
    if (chord > (reach[slot] as number)) continue
    const way = metresOfChord(chord, rule)
    if (failures(ask, window, slot, way, false) !== 0) continue
    slots[kept] = slot
    metres[kept++] = way
  }
  return kept
}
