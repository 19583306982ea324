import type { volunteer } from '../../../types/volunteer'
import type { Tx } from '../../platform/database'
import { refuse } from '../../platform/fault'
import type { Call, Caller, Handlers } from '../../platform/operations'
import { found } from '../../platform/serve'
import { moveHelp } from '../life/move'
import { type HelpRequest, lockHelpRequest } from '../life/queries'
import { isHelpStep } from '../life/rules'
import { matchOne } from '../match/keep'
import { match } from '../match/match'
import { openPool, type Pool } from '../pool/matcher'
import { selectWanted } from '../pool/queries'
import { instantOf, type WantedRow } from '../pool/rules'
import { askThem } from '../seek/seek'
import { withdrawSent } from '../seek/withdraw'
import { tellRequester } from '../tell-sides'
import { askedByHand, judgeByHand, planNow } from './plan'
import * as queries from './queries'
import { firmAmong, losingBy, reachedBy, withChoice } from './rules'

type ChooseOperations = Pick<
  Handlers<typeof volunteer>,
  'consider' | 'previewChoice' | 'choose' | 'takeOverHelp' | 'closeHelp'
>

/** How many others are shown. */
const shown = 9

/** What staff do differently than the engine, seeing first what it costs. */
export const chooseOperations: ChooseOperations = {
  async consider(tx, who, input, call) {
    const opened = await openRequest(tx, who, input.helpRequestId, call)
    if (!opened) return refuse('wrongStatus', { status: (await lockAsStaff(tx, who, input.helpRequestId)).status })
    const { request, pool, row } = opened
    const asked = askedByHand(pool, row, call.now)
    if (!asked) return { people: [] }
    const { plan, requests } = planNow(pool, await selectWanted(tx), call.now)
    const kinds = new Map(
      await queries.selectKinds(
        tx,
        requests.map(({ id }) => Number(id)),
      ),
    )
    const { chosen, next } = matchOne(pool.index, asked, pool.weights, shown)
    return {
      people: [...chosen, ...next].slice(0, shown).map((one) => {
        const near = one.reasons.find((reason) => reason.kind === 'near')
        const elsewhere = plan.assignments.find(
          ({ volunteerId, requestId }) =>
            volunteerId === one.volunteerId && Number(requestId) !== request.helpRequestId,
        )
        return {
          personId: Number(one.volunteerId),
          name: pool.rowOf(Number(one.volunteerId))?.name ?? '',
          score: one.score,
          walkMinutes: near ? near.walkMinutes : 0,
          reasons: one.reasons,
          neededFor: elsewhere
            ? { helpRequestId: Number(elsewhere.requestId), kind: kinds.get(Number(elsewhere.requestId)) ?? 'other' }
            : null,
        }
      }),
    }
  },

  async previewChoice(tx, who, input, call) {
    const judged = await judge(tx, who, input, call)
    if (!judged.ok) return judged.refusal
    const { pool, row, asked, one } = judged
    const { volunteers, requests, plan } = planNow(pool, await selectWanted(tx), call.now)
    const changed = withChoice(volunteers, requests, {
      personId: String(input.personId),
      request: asked,
      window: one.window,
    })
    const after = match(changed.volunteers, changed.requests, pool.weights, pool.distance)
    const kinds = new Map(
      await queries.selectKinds(
        tx,
        requests.map(({ id }) => Number(id)),
      ),
    )
    // Somebody was asked already and would be told that it is somebody else: his place and points are part of what is.
    const [instead] = row.missing < 1 ? await queries.selectAsked(tx, input.helpRequestId) : []
    const now = reachedBy(plan)
    const taken = instead ? 1 : 0
    const before = {
      ...now,
      places: now.places + taken,
      filled: now.filled + taken,
      score: now.score + (instead?.score ?? 0),
    }
    const then = reachedBy(after)
    return {
      before,
      // The choice fills one place itself.
      after: { ...then, places: before.places, filled: then.filled + 1, score: then.score + one.score },
      broken: one.broken,
      losing: losingBy(plan, after, asked.id).map(({ requestId, places }) => ({
        helpRequestId: Number(requestId),
        kind: kinds.get(Number(requestId)) ?? 'other',
        places,
      })),
    }
  },

  async choose(tx, who, input, call) {
    const { now } = call
    const judged = await judge(tx, who, input, call)
    if (!judged.ok) return judged.refusal
    const { request, pool, one } = judged
    if (one.broken.includes('busy')) return refuse('hourTaken')
    // One place and somebody who has not answered yet: the hand goes before the machine.
    if (judged.row.missing < 1) await withdrawSent(tx, request, 'byStaff', now)
    const offer = {
      personId: input.personId,
      from: instantOf(one.window.from, pool.origin),
      until: instantOf(one.window.to, pool.origin),
      score: one.score,
      reasons: one.reasons,
    }
    const by = { settings: pool.settings, by: who.personId, why: input.reason }
    await askThem(tx, request, [offer], by, now)
    const [sent] = await queries.selectAsked(tx, request.helpRequestId)
    call.audit({
      target: `helpRequest:${request.helpRequestId}`,
      areaCode: request.areaCode,
      role: 'gridWorker',
      before: { status: request.status },
      after: {
        status: 'offered',
        person: input.personId,
        reason: input.reason,
        broken: one.broken,
        score: sent?.score,
      },
    })
    const [pair] = (await queries.selectPairs(tx, [request.helpRequestId])).filter((p) => p.personId === input.personId)
    return { offerId: found(pair).offerId }
  },

  async takeOverHelp(tx, who, input, call) {
    const request = await lockAsStaff(tx, who, input.helpRequestId)
    if (!isHelpStep('takeOver', request.status)) return refuse('wrongStatus', { status: request.status })
    await moveHelp(
      tx,
      request,
      { kind: 'takeOver', actor: 'staff', personId: who.personId, set: { ownerId: who.personId } },
      call.now,
    )
    note(call, request, { ownerId: who.personId })
    return {}
  },

  async closeHelp(tx, who, input, call) {
    const request = await lockAsStaff(tx, who, input.helpRequestId)
    const looking = ['open', 'matching', 'offered', 'unmet'].includes(request.status)
    if (!looking || !isHelpStep('cancel', request.status)) return refuse('wrongStatus', { status: request.status })
    const { coming } = await comingNow(tx, request.helpRequestId)
    if (coming > 0) return refuse('wrongStatus', { status: request.status })
    await withdrawSent(tx, request, 'cancelled', call.now)
    const after = await moveHelp(
      tx,
      request,
      {
        kind: 'cancel',
        actor: 'staff',
        personId: who.personId,
        why: input.reason,
        set: { dueAt: null, endedAt: call.now },
      },
      call.now,
    )
    await tellRequester(tx, after, 'helpClosed', { reason: input.reason })
    note(call, request, { status: 'cancelled', reason: input.reason })
    return {}
  },
}

const comingNow = async (tx: Tx, helpRequestId: number) => ({
  coming: (await queries.selectPairs(tx, [helpRequestId])).filter((pair) => pair.coming !== null).length,
})

const lockAsStaff = async (tx: Tx, who: Caller, helpRequestId: number): Promise<HelpRequest> =>
  found(
    await lockHelpRequest(tx, helpRequestId, {
      as: 'staff',
      personId: who.personId,
      roles: ['gridWorker', 'communityAdmin'],
    }),
  )

/** The request under its lock and the county's, when somebody is looked for. */
async function openRequest(
  tx: Tx,
  who: Caller,
  helpRequestId: number,
  call: Call,
): Promise<{ request: HelpRequest; pool: Pool; row: WantedRow } | undefined> {
  const request = await lockAsStaff(tx, who, helpRequestId)
  const [row] = await selectWanted(tx, helpRequestId, true)
  if (!row) return undefined
  call.audit({ target: `helpRequest:${helpRequestId}`, areaCode: request.areaCode, role: 'gridWorker' })
  return { request, row, pool: await openPool(tx, call.services, call.now) }
}

async function judge(tx: Tx, who: Caller, input: { helpRequestId: number; personId: number }, call: Call) {
  const opened = await openRequest(tx, who, input.helpRequestId, call)
  if (!opened) {
    const { status } = await lockAsStaff(tx, who, input.helpRequestId)
    return { ok: false, refusal: refuse('wrongStatus', { status }) } as const
  }
  const { pool, row } = opened
  const asked = askedByHand(pool, row, call.now)
  if (!asked) return { ok: false, refusal: refuse('windowsOver') } as const
  const one = judgeByHand(pool, asked, input.personId)
  if (!one) return { ok: false, refusal: refuse('notAVolunteer') } as const
  if ((await queries.selectPairs(tx, [input.helpRequestId])).some((pair) => pair.personId === input.personId))
    return { ok: false, refusal: refuse('alreadyAsked') } as const
  const rules = firmAmong(one.broken).filter((rule) => rule !== 'busy')
  if (rules.length > 0) return { ok: false, refusal: refuse('notForThis', { rules }) } as const
  return { ok: true, ...opened, asked, one } as const
}

const note = (call: Call, request: HelpRequest, after: object) =>
  call.audit({
    target: `helpRequest:${request.helpRequestId}`,
    areaCode: request.areaCode,
    role: 'gridWorker',
    before: { status: request.status, ownerId: request.ownerId },
    after,
  })
