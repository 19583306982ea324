import { type DisputePart, mediationLimits, type volunteer } from '../../../types/volunteer'
import { seal } from '../../platform/crypto'
import type { Tx } from '../../platform/database'
import { refuse } from '../../platform/fault'
import type { Call, Caller, Handlers } from '../../platform/operations'
import { fromCursor, pageSize, toPage } from '../../platform/paging'
import { found } from '../../platform/serve'
import { type HelpRequest, lockHelpRequest } from '../life/queries'
import { isHelpStep } from '../life/rules'
import { releasePlace } from '../seek/release'
import { insertAcquaintances, selectLiveAssignments } from '../serve/queries'
import { tellPeople, tellRequester } from '../tell-sides'
import { endDispute } from './end'
import * as queries from './queries'
import { insertConfirmation, insertRecord, selectRecords } from './record-queries'
import { mayChange, mayWrite } from './rules'
import { readMediation } from './shape'

type MediationOperations = Pick<
  Handlers<typeof volunteer>,
  'mediation' | 'myMediations' | 'withdrawConsent' | 'changeMediator' | 'saveMediationRecord' | 'confirmRecord'
>

/** A dispute whose two sides agreed to talk. */
export const mediationOperations: MediationOperations = {
  async mediation(sql, who, input, call) {
    return found(await readMediation(sql, who.personId, input.helpRequestId, call.services.keys, call.now))
  },

  async myMediations(sql, who, input) {
    const after = fromCursor(input.cursor, ['boolean', 'number']) as [boolean, number] | undefined
    const page = toPage(await queries.selectMine(sql, who.personId, after, pageSize + 1), (row) => [
      row.ended,
      row.helpRequestId,
    ])
    return { ...page, rows: page.rows.map(({ ended: _, ...row }) => row) }
  },

  async withdrawConsent(tx, who, input, call) {
    const { request, part, sides, records } = await lockDispute(tx, who, input.helpRequestId)
    if (part === 'mediator') found(undefined)
    const mine = sides.find((one) => one.side === part)
    if (records[0]?.confirmations.length === 2) return refuse('settled')
    if (request.status === 'cancelled' || part === 'mediator' || !mine || mine.withdrawnAt)
      return refuse('wrongStatus', { status: request.status })
    await endDispute(tx, request, { side: part, personId: who.personId }, call.now)
    return detailAfter(tx, who, request, call, { withdrew: part })
  },

  async changeMediator(tx, who, input, call) {
    const { request, part, sides } = await lockDispute(tx, who, input.helpRequestId)
    const mine = found(sides.find((one) => one.side === part))
    const places = await selectLiveAssignments(tx, request.helpRequestId)
    const place = found(places.find((one) => one.assignmentId === input.assignmentId))
    if (place.status !== 'assigned') return refuse('tooLate')
    const kind = request.status === 'assigned' ? 'lookAgain' : 'leavePlace'
    if (!mayChange(request.status) || !isHelpStep(kind, request.status))
      return refuse('wrongStatus', { status: request.status })
    // Whoever is not wanted by one side is not asked again between these two, and learns no reason.
    await insertAcquaintances(tx, place.personId, [mine.personId])
    const by = { actor: 'requester', personId: who.personId, as: 'withdrawn', reason: 'swapped' } as const
    const after = await releasePlace(tx, request, place, by, call.now)
    await tellPeople(tx, request, [place.personId], 'helpCancelled', { startsAt: place.from })
    await tellRequester(tx, after, 'helpLookingAgain', { personName: place.personName, startsAt: place.from })
    return detailAfter(tx, who, request, call, { swapped: place.assignmentId })
  },

  async saveMediationRecord(tx, who, input, call) {
    const { request, part, sides, records } = await lockDispute(tx, who, input.helpRequestId)
    if (part !== 'mediator') found(undefined)
    const { status, helpRequestId } = request
    const places = await selectLiveAssignments(tx, helpRequestId)
    const mediators = places.map((one) => ({ status: one.status, mine: one.personId === who.personId }))
    const agreedByBoth = sides.length === 2 && sides.every((one) => one.withdrawnAt === null)
    const newest = records[0]?.version ?? 0
    if (records[0]?.confirmations.length === 2) return refuse('settled')
    if (status === 'cancelled' || !agreedByBoth) return refuse('wrongStatus', { status })
    if (!mayWrite({ part, status, agreedByBoth, settled: false, mediators })) return refuse('notThereYet')
    if (newest !== input.after) return refuse('changedMeanwhile')
    const most = mediationLimits.recordVersions
    if (newest >= most) return refuse('tooManyVersions', { most })
    const wordsCipher = seal(call.services.keys.field, input.words)
    await insertRecord(tx, { helpRequestId, version: newest + 1, wordsCipher, by: who.personId }, call.now)
    const both = sides.map(({ personId }) => personId)
    await tellPeople(tx, request, both, 'mediationRecord', { mediationId: helpRequestId, count: newest + 1 })
    return detailAfter(tx, who, request, call, { version: newest + 1 })
  },

  async confirmRecord(tx, who, input, call) {
    const { request, part, sides, records } = await lockDispute(tx, who, input.helpRequestId)
    if (part === 'mediator') found(undefined)
    const [newest] = records
    if (part === 'mediator' || request.status === 'cancelled' || sides.some((one) => one.withdrawnAt !== null))
      return refuse('wrongStatus', { status: request.status })
    if (!newest || newest.version !== input.version) return refuse('notTheNewest')
    if (newest.confirmations.some(({ side }) => side === part)) return refuse('alreadyConfirmed')
    await insertConfirmation(tx, newest.recordId, part, who.personId, call.now)
    if (newest.confirmations.length === 1) {
      const places = await selectLiveAssignments(tx, request.helpRequestId)
      const people = [...sides, ...places].map(({ personId }) => personId)
      await tellPeople(tx, request, people, 'mediationSettled', { mediationId: request.helpRequestId })
    }
    return detailAfter(tx, who, request, call, { confirmed: part, version: input.version })
  },
}

/** A dispute of mine under the request's lock. To strangers, staff among them, it does not exist. */
async function lockDispute(tx: Tx, who: Caller, helpRequestId: number) {
  found(await queries.selectOptionalPart(tx, who.personId, helpRequestId))
  const request = found(await lockHelpRequest(tx, helpRequestId, { as: 'system' }))
  // Read again: meanwhile somebody else may mediate.
  const part: DisputePart = found(await queries.selectOptionalPart(tx, who.personId, helpRequestId))
  return {
    request,
    part,
    sides: await queries.selectSides(tx, helpRequestId),
    records: await selectRecords(tx, helpRequestId),
  }
}

async function detailAfter(tx: Tx, who: Caller, { helpRequestId, areaCode }: HelpRequest, call: Call, after: object) {
  call.audit({ target: `helpRequest:${helpRequestId}`, areaCode, after })
  return found(await readMediation(tx, who.personId, helpRequestId, call.services.keys, call.now))
}
