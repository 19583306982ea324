import { prepareAsk } from '../../cloud/volunteer/match/ask'
import { findCandidates } from '../../cloud/volunteer/match/candidates'
import { clashesOf } from '../../cloud/volunteer/match/clash'
import { byId } from '../../cloud/volunteer/match/fingerprint'
import { candidatesPerPlace } from '../../cloud/volunteer/match/match'
import { defaultDistance, defaultWeights } from '../../cloud/volunteer/match/model'
import { buildProblem } from '../../cloud/volunteer/match/problem'
import { buildRoster } from '../../cloud/volunteer/match/roster'
import type { County } from './match-county'

/** The problem that the engine makes of a county, in which people who come together do so in the first window. */
export function poolOf({ volunteers, requests }: County) {
  const roster = buildRoster(volunteers, defaultDistance)
  const prepared = [...requests].sort(byId).map((request) => {
    const ask = prepareAsk(roster, request)
    return request.people > 1 ? { ...ask, windows: ask.windows.slice(0, 1) } : ask
  })
  const lists = prepared.map((ask) => findCandidates(ask, defaultWeights, candidatesPerPlace * ask.request.people))
  const pool = buildProblem(roster, prepared, defaultWeights, lists)
  return { ...pool, clashes: clashesOf(roster, prepared, pool.tasks, pool.slots), asks: prepared, roster }
}
