import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { less } from '../../../cloud/volunteer/match/assign/cost'
import { buildNetwork, type Network, nextCost, type Problem } from '../../../cloud/volunteer/match/assign/network'
import { allow, forbid, type Relaxation, solveRelaxation } from '../../../cloud/volunteer/match/assign/volunteer'
import { type Pool, pools, problemOf } from './pools'

const nothing = { hi: 0, lo: 0 }

/** That the potentials prove the flow to be an optimum: no residual arc has a reduced cost below zero. */
function expectProof({ net }: Relaxation): void {
  const node = (i: number) => ({ hi: net.nodeHi[i] as number, lo: net.nodeLo[i] as number })
  const price = (group: number) => ({ hi: net.groupHi[group] as number, lo: net.groupLo[group] as number })
  const plus = (a: typeof nothing, b: typeof nothing) => ({ hi: a.hi + b.hi, lo: a.lo + b.lo })
  const expectAtMost = (a: typeof nothing, b: typeof nothing) => expect(less(b, a)).toBe(false)
  for (let row = 0; row < net.rows; row++) {
    const unfilled = plus(node(row), { hi: net.unfilledHi[row] as number, lo: net.unfilledLo[row] as number })
    expectAtMost(nothing, unfilled)
    if ((net.unfilled[row] as number) > 0) expectAtMost(unfilled, nothing)
  }
  for (let arc = 0; arc < net.head.length; arc++) {
    const group = net.head[arc] as number
    if (group < 0) continue
    const paid = plus(node(net.arcRow[arc] as number), { hi: net.arcHi[arc] as number, lo: net.arcLo[arc] as number })
    if (net.flow[group] === arc) expect(price(group)).toEqual(paid)
    else expectAtMost(price(group), paid)
  }
  for (let volunteer = 0; volunteer < net.volunteers; volunteer++) expectVolunteerProof(net, volunteer, node, price)
}

function expectVolunteerProof(
  net: Network,
  volunteer: number,
  node: (i: number) => typeof nothing,
  price: (group: number) => typeof nothing,
): void {
  const own = node(net.rows + volunteer)
  const first = net.volunteerStart[volunteer] as number
  for (let group = first; group < first + (net.groups[volunteer] as number); group++) {
    if ((net.flow[group] as number) < 0) expect(price(group)).toEqual(own)
    else expect(less(own, price(group))).toBe(false)
  }
  const taken = net.taken[volunteer] as number
  const next = { hi: own.hi, lo: own.lo + nextCost(net, volunteer, taken) }
  if (taken < (net.capacity[volunteer] as number)) expect(less(next, nothing)).toBe(false)
  const last = { hi: own.hi, lo: own.lo + nextCost(net, volunteer, taken - 1) }
  if (taken > 0) expect(less(nothing, last)).toBe(false)
}

/** The same groups solved from the beginning without those arcs: they cost more than leaving every place unfilled. */
function costWithout(problem: Problem, pool: Pool, arcs: ReadonlySet<number>): typeof nothing {
  const dear = problem.unfilledHi.reduce((sum, hi) => sum + hi, 1)
  const arcHi = problem.arcHi.map((hi, arc) => (arcs.has(arc) ? hi + dear : hi))
  const net = buildNetwork({ ...problem, arcHi })
  net.unsorted.fill(1)
  const { costHi, costLo } = solveRelaxation(net, problemOf(pool).clashes).net
  return { hi: costHi, lo: costLo }
}

test('while arcs are forbidden and allowed again the flow stays an optimum, with a proof', () => {
  fc.assert(
    fc.property(pools(6, 14, 2), fc.array(fc.nat(), { minLength: 1, maxLength: 30 }), (pool, choices) => {
      const { problem, clashes } = problemOf(pool)
      const arcs = problem.arcVolunteer.length
      if (arcs === 0) return
      const relaxation = solveRelaxation(buildNetwork(problem), clashes)
      const without = new Set<number>()
      for (const choice of choices) {
        const arc = choice % arcs
        if (without.delete(arc)) allow(relaxation, arc)
        else {
          without.add(arc)
          forbid(relaxation, arc)
        }
        expectProof(relaxation)
        const { costHi, costLo } = relaxation.net
        expect({ hi: costHi, lo: costLo }).toEqual(costWithout(problem, pool, without))
      }
    }),
    { numRuns: 150 },
  )
})
