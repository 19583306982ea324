import type { Objective } from '../../cloud/volunteer/match/answer'
import { matchOne, openIndex, updateIndex } from '../../cloud/volunteer/match/keep'
import { defaultDistance, defaultWeights, type Volunteer } from '../../cloud/volunteer/match/model'
import { weekMinutes } from '../../cloud/volunteer/match/roster'
import type { County } from './match-county'

/** First come, first served: each request in its turn, the most urgent first, gets the best who are still free. What a list and a phone would do at best. */
export function greedy({ volunteers, requests }: County): Omit<Objective, 'tie'> {
  const index = openIndex(volunteers, defaultDistance)
  const present = new Map(volunteers.map((one) => [one.id, one]))
  const sum = { filled: 0, score: 0, spread: 0 }
  const weight = ({ urgency }: { urgency: keyof typeof defaultWeights.urgency }) => defaultWeights.urgency[urgency]
  // Points are those of the beginning, as in the optimum: who serves twice in one plan is not yet less rested.
  for (const request of [...requests].sort((a, b) => weight(b) - weight(a))) {
    const { chosen } = matchOne(index, request, defaultWeights, 0)
    const states = chosen.map(({ volunteerId, window, score }): Volunteer => {
      const one = present.get(volunteerId) as Volunteer
      sum.filled += weight(request)
      sum.score += score
      sum.spread += 2 * (one.served + one.busy.length) + 1
      const week = Math.floor(window.from / weekMinutes)
      return {
        ...one,
        busy: [...one.busy, { ...window, at: request.at }],
        capacity: one.capacity - 1,
        minutesLeft: one.minutesLeft.map((left, i) => (i === week ? left - request.minutes : left)),
      }
    })
    for (const one of states) present.set(one.id, one)
    updateIndex(index, states)
  }
  return sum
}
