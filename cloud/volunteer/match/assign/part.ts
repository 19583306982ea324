import type { Clashes, Network } from './network'

/** Tasks of one volunteer that must share a group. */
export type Pair = readonly [task: number, other: number]

/**
 * Parts a volunteer's arcs into groups of which any two tasks clash, so that "at most one of a group" is true of every plan. Pairs in `together` share a group;
 * the rest is covered greedily. Undefined when the pairs cannot all be kept.
 */
export function layGroups(
  net: Network,
  clashes: Clashes,
  volunteer: number,
  together: readonly Pair[] = [],
): number[][] | undefined {
  const arcs = net.volunteerArcs.slice(net.volunteerStart[volunteer], net.volunteerStart[volunteer + 1]).sort()
  // One task at most: the capacity says it all.
  if ((net.capacity[volunteer] as number) === 1) return arcs.length ? [Array.from(arcs)] : []
  const groups: number[][] = []
  if (together.length && !keepTogether(net, clashes, volunteer, arcs, together, groups)) return undefined
  cover(net, clashes, volunteer, arcs, groups)
  return groups
}

function keepTogether(
  net: Network,
  clashes: Clashes,
  volunteer: number,
  arcs: Int32Array,
  together: readonly Pair[],
  groups: number[][],
): boolean {
  const arcOf = (task: number) => arcs.find((arc) => net.arcTask[arc] === task) as number
  for (const pair of together) {
    const [one, other] = [arcOf(pair[0]), arcOf(pair[1])]
    const [a, b] = [one, other].map((arc) => groups.find((group) => group.includes(arc)))
    if (a && a === b) continue
    if (a && b) return false
    const group = a ?? b
    if (!group) groups.push([one, other])
    else {
      const newcomer = a ? other : one
      if (!fits(net, clashes, volunteer, group, newcomer)) return false
      group.push(newcomer)
    }
  }
  return true
}

/** Every arc that is in no group yet joins the first that it fits, or founds one. */
function cover(net: Network, clashes: Clashes, volunteer: number, arcs: Int32Array, groups: number[][]): void {
  const placed = groups.flat()
  for (const arc of arcs) {
    if (placed.includes(arc)) continue
    let i = 0
    while (i < groups.length && !fits(net, clashes, volunteer, groups[i] as number[], arc)) i++
    if (i === groups.length) groups.push([arc])
    else (groups[i] as number[]).push(arc)
  }
}

function fits(net: Network, clashes: Clashes, volunteer: number, group: readonly number[], arc: number): boolean {
  const task = net.arcTask[arc] as number
  for (const member of group) if (!clashes.pair(volunteer, net.arcTask[member] as number, task)) return false
  return true
}

/** Writes the groups into the network. The volunteer's arcs are put in their order, so that those of a group lie side by side. */
export function placeGroups(net: Network, volunteer: number, groups: readonly (readonly number[])[]): void {
  const first = net.volunteerStart[volunteer] as number
  net.groups[volunteer] = groups.length
  let at = first
  for (let i = 0; i < groups.length; i++) {
    for (const arc of groups[i] as readonly number[]) {
      net.volunteerArcs[at++] = arc
      net.group[arc] = first + i
    }
    net.groupEnd[first + i] = at
  }
}
