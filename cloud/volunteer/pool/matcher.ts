import type { Tx } from '../../platform/database'
import type { Services } from '../../platform/operations'
import { type Index, openIndex, updateIndex } from '../match/keep'
import { type DistanceRule, defaultWeights, type Volunteer, type Weights } from '../match/model'
import {
  lockMatching,
  type MatchingSettings,
  type ReadVolunteer,
  selectOptionalWeights,
  selectSettings,
  selectVolunteers,
} from './queries'
import { originOf, volunteerOf } from './rules'

/** Everybody's present state as this process last read it. Looked at only by who holds the county's lock. */
interface Known {
  index: Index
  rows: Map<number, ReadVolunteer>
  origin: Date
  readAt: Date
  settings: MatchingSettings
  /** Changes from here on have not been read. */
  xmin: string
  /** Read in the middle of a transaction that may have been taken back. */
  again: Set<number>
}

/** What a plan is made from. */
export interface Pool {
  index: Index
  origin: Date
  weights: Weights
  settings: MatchingSettings
  distance: DistanceRule
  rowOf(personId: number): ReadVolunteer | undefined
  /** Everybody, with some offers as if they had not been made. */
  everybodyWithout(offerIds: ReadonlySet<number>): Volunteer[]
}

/** "Lately" moves on, and so do past exceptions: after this long everything is read anew. Milliseconds. */
const readAnewAfter = 6 * 3_600_000

const known = new WeakMap<Services, Known>()

/**
 * Takes the county's lock for the rest of the transaction and brings the index up to what this transaction sees: those who changed since the last look,
 * by any server. Nobody else matches until the transaction ends.
 */
export async function openPool(tx: Tx, services: Services, now: Date): Promise<Pool> {
  await lockMatching(tx)
  const [settings, weights = defaultWeights] = await Promise.all([selectSettings(tx), selectOptionalWeights(tx)])
  const state = await bringUp(tx, services, settings, now)
  return {
    index: state.index,
    origin: state.origin,
    weights,
    settings,
    distance: state.index.rule,
    rowOf: (personId) => state.rows.get(personId),
    everybodyWithout: (offerIds) =>
      [...state.rows.values()].map((row) => volunteerOf(row, state.origin, settings.mostTasks, offerIds)),
  }
}

async function bringUp(tx: Tx, services: Services, settings: MatchingSettings, now: Date): Promise<Known> {
  const before = known.get(services)
  const origin = originOf(now)
  const usable =
    before &&
    before.origin.getTime() === origin.getTime() &&
    now.getTime() - before.readAt.getTime() < readAnewAfter &&
    now >= before.readAt &&
    before.settings.walkingFactor === settings.walkingFactor &&
    before.settings.metresPerMinute === settings.metresPerMinute &&
    before.settings.mostTasks === settings.mostTasks
  const toEngine = (row: ReadVolunteer) => volunteerOf(row, origin, settings.mostTasks)
  if (!usable) {
    const { rows, xmin } = await selectVolunteers(tx, undefined, now)
    const { walkingFactor, metresPerMinute } = settings
    const state: Known = {
      index: openIndex(rows.map(toEngine), { walkingFactor, metresPerMinute }),
      rows: new Map(rows.map((row) => [row.personId, row])),
      origin,
      readAt: now,
      settings,
      xmin,
      again: new Set(rows.filter(({ own }) => own).map(({ personId }) => personId)),
    }
    known.set(services, state)
    return state
  }
  const { rows, xmin } = await selectVolunteers(tx, { xmin: before.xmin, again: [...before.again] }, now)
  const there = rows.filter((row) => row.there)
  const gone = rows.filter((row) => !row.there)
  for (const row of there) before.rows.set(row.personId, row)
  for (const { personId } of gone) before.rows.delete(personId)
  if (rows.length > 0)
    updateIndex(
      before.index,
      there.map(toEngine),
      gone.map(({ personId }) => String(personId)),
    )
  before.xmin = xmin
  before.again = new Set(rows.filter(({ own }) => own).map(({ personId }) => personId))
  return before
}
