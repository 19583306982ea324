import type { BoardRow, volunteer } from '../../../types/volunteer'
import { areasWithin, hasRole, selectServedAreas } from '../../people/scope'
import type { Sql } from '../../platform/database'
import { refuse } from '../../platform/fault'
import type { Handlers } from '../../platform/operations'
import { found } from '../../platform/serve'
import { selectWindows } from '../ask/queries'
import { defaultWeights } from '../match/model'
import { selectEvents } from '../view/queries'
import { withMoments } from '../view/shape'
import * as queries from './queries'

type BoardOperations = Pick<Handlers<typeof volunteer>, 'board' | 'boardRequest' | 'weights' | 'saveWeights'>

const mostRequests = 300
const mostVolunteers = 300

/** What staff look at. */
export const boardOperations: BoardOperations = {
  async board(sql, who, input) {
    const served = await selectServedAreas(sql, who.personId, queries.staffRoles)
    const areas = areasWithin(served, input.areaCode)
    const [requests, volunteers, lastRun] = await Promise.all([
      queries.selectBoard(sql, who.personId, areas, mostRequests),
      queries.selectFreeVolunteers(sql, areas, mostVolunteers),
      queries.selectOptionalLastRun(sql),
    ])
    return { rows: await toRows(sql, requests), volunteers, lastRun: lastRun ?? null }
  },

  async boardRequest(sql, who, input, call) {
    const request = found(await queries.selectOptionalBoardRequest(sql, who.personId, input.helpRequestId))
    const [[row], said, asked, windows, events, acts] = await Promise.all([
      toRows(sql, [request]),
      queries.selectSaid(sql, input.helpRequestId),
      queries.selectAsked(sql, input.helpRequestId),
      selectWindows(sql, input.helpRequestId),
      selectEvents(sql, input.helpRequestId),
      hasRole(sql, who.personId, ['gridWorker', 'communityAdmin'], request.areaCode),
    ])
    call.audit({ target: `helpRequest:${input.helpRequestId}`, areaCode: request.areaCode, role: 'gridWorker' })
    return {
      row: found(row),
      ...found(said),
      asked,
      windows,
      events,
      allowedActions: acts
        ? actionsOf(
            request,
            windows.some((one) => one.from > call.now),
          )
        : [],
    }
  },

  async weights(sql, who, _input, call) {
    const [history, mayChange] = await Promise.all([
      queries.selectWeightsHistory(sql),
      hasRole(sql, who.personId, ['communityAdmin'], call.services.countyCode),
    ])
    return { weights: history[0]?.weights ?? defaultWeights, mayChange, history }
  },

  async saveWeights(tx, who, input, call) {
    const { countyCode } = call.services
    if (!(await hasRole(tx, who.personId, ['communityAdmin'], countyCode))) return refuse('outsideYourArea')
    const [last] = await queries.selectWeightsHistory(tx)
    await queries.insertWeights(tx, input.weights, input.why, who.personId, call.now)
    call.audit({
      target: 'matchingWeights',
      areaCode: countyCode,
      role: 'communityAdmin',
      before: last?.weights ?? defaultWeights,
      after: { ...input.weights, why: input.why },
    })
    return {}
  },
}

function actionsOf(h: queries.BoardRequest, windowsAhead: boolean): ('choose' | 'takeOver' | 'close' | 'matchAgain')[] {
  const looking = ['open', 'matching', 'offered', 'unmet'].includes(h.status)
  return [
    ...(looking && windowsAhead ? (['choose'] as const) : []),
    ...(h.mine ? [] : (['takeOver'] as const)),
    ...(windowsAhead && h.automatic && h.status === 'unmet' ? (['matchAgain'] as const) : []),
    ...(looking ? (['close'] as const) : []),
  ]
}

async function toRows(sql: Sql, requests: readonly queries.BoardRequest[]): Promise<BoardRow[]> {
  const pairs = await queries.selectPairs(
    sql,
    requests.map(({ helpRequestId }) => helpRequestId),
  )
  return requests.map(({ from, until, unmetReason, unmetPlaces, ...row }) => ({
    ...row,
    span: { from, until },
    pairs: pairs
      .filter((pair) => pair.helpRequestId === row.helpRequestId)
      .map(({ helpRequestId: _, ...pair }) => pair),
    unmet:
      unmetReason !== null || unmetPlaces !== null
        ? { reason: unmetReason, places: unmetPlaces && withMoments(unmetPlaces) }
        : null,
  }))
}
