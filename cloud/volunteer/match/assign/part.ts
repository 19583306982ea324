import type { Clashes, Network } from './network'

/**
 * Parts a volunteer's allowed arcs into groups of which any two tasks clash, so that "at most one of a group" is true of every plan. Pairs in `together`
 * must share a group; the rest is covered greedily in the order of time. Answers false, and changes nothing, when the pairs cannot all be kept.
 */
export function partVolunteer(
  net: Network,
  clashes: Clashes,
  volunteer: number,
  arcs: number[],
  together: readonly [number, number][] = [],
): boolean {
  const groups: number[][] = []
  // One task at most: the capacity says it all.
  if ((net.capacity[volunteer] as number) === 1) {
    if (arcs.length) groups.push(arcs)
  } else {
    if (!keepTogether(net, clashes, volunteer, arcs, together, groups)) return false
    cover(net, clashes, volunteer, arcs, groups)
  }
  place(net, volunteer, groups)
  return true
}

function keepTogether(
  net: Network,
  clashes: Clashes,
  volunteer: number,
  arcs: number[],
  together: readonly [number, number][],
  groups: number[][],
): boolean {
  const groupOf = (task: number) => groups.find((group) => group.some((arc) => net.arcTask[arc] === task))
  for (const [one, other] of together) {
    const pair = arcs.filter((arc) => net.arcTask[arc] === one || net.arcTask[arc] === other)
    // One of the two is forbidden here: nothing to keep.
    if (pair.length < 2) continue
    const [a, b] = [groupOf(one), groupOf(other)]
    if (a && a === b) continue
    if (a && b) return false
    const group = a ?? b
    if (!group) groups.push(pair)
    else {
      const newcomer = pair.find((arc) => !group.includes(arc)) as number
      if (!fits(net, clashes, volunteer, group, newcomer)) return false
      group.push(newcomer)
    }
  }
  return true
}

/** Every arc that is in no group yet joins the first that it fits, or founds one. */
function cover(net: Network, clashes: Clashes, volunteer: number, arcs: number[], groups: number[][]): void {
  const placed = new Set(groups.flat())
  for (const arc of arcs) {
    if (placed.has(arc)) continue
    const group = groups.find((members) => fits(net, clashes, volunteer, members, arc))
    if (group) group.push(arc)
    else groups.push([arc])
  }
}

const fits = (net: Network, clashes: Clashes, volunteer: number, group: number[], arc: number): boolean =>
  group.every((member) => clashes.pair(volunteer, net.arcTask[member] as number, net.arcTask[arc] as number))

/** Writes the groups into the network, and the arcs' heads. */
function place(net: Network, volunteer: number, groups: number[][]): void {
  net.groups[volunteer] = groups.length
  const first = net.volunteerStart[volunteer] as number
  groups.forEach((members, i) => {
    for (const arc of members) net.head[arc] = first + i
  })
}
