import type { ActivityDraft, activity } from '../../../types/activity'
import { privacyVersion } from '../../../types/people'
import { tell } from '../../inbox/tell'
import { areaExists, hasConsent } from '../../people/scope'
import type { Tx } from '../../platform/database'
import { NotFound, Refusal, refuse } from '../../platform/fault'
import type { Call, Caller, Handlers } from '../../platform/operations'
import { readDetail, viewerOf } from '../browse/operations'
import { promote, toBoth } from '../sign-up/promote'
import { leaveSeats } from '../sign-up/queries'
import { newInviteCode } from './invite-operations'
import * as queries from './queries'
import {
  changesToTell,
  decideSchedule,
  planPools,
  poolsOf,
  repeatSchedule,
  type Schedule,
  shiftSchedule,
} from './rules'

type WriteOperations = Pick<Handlers<typeof activity>, 'draft' | 'edit' | 'cancel'>

/** Making an activity, changing it, calling it off. */
export const organiseOperations: WriteOperations = {
  async draft(tx, who, input, call) {
    if (!(await hasConsent(tx, who.personId, privacyVersion))) return refuse('consentNeeded')
    if (!(await areaExists(tx, input.areaCode))) return refuse('noSuchArea')
    const schedule = decideSchedule(input, call.now)
    if (schedule instanceof Refusal) return schedule
    if (await wordsAreRisky(who, input, call)) return refuse('wordsRefused')
    const { repeat } = input
    const seriesId = repeat ? await queries.insertSeries(tx, repeat.every, who.personId) : null
    const schedules = repeat ? repeatSchedule(schedule, repeat.every, repeat.times) : [schedule]
    const activityIds: number[] = []
    for (const one of schedules) {
      const made = { createdBy: who.personId, inviteCode: newInviteCode(), seriesId, pools: poolsOf(input) }
      activityIds.push(await queries.insertActivity(tx, input, one, made))
    }
    call.audit({
      target: `activity:${activityIds[0]}`,
      areaCode: input.areaCode,
      after: { activityIds, title: input.title },
    })
    return { activityId: activityIds[0] as number, seriesId, activityIds }
  },

  async edit(tx, who, input, call) {
    const { draft } = input
    const activities = await queries.lockManaged(tx, who.personId, input.activityId, input.scope === 'following')
    const edited = activities.find((a) => a.activityId === input.activityId)
    if (!edited) throw new NotFound()
    if (edited.version !== input.version) return refuse('changedMeanwhile', { version: edited.version })
    if (isOver(edited)) return refuse('alreadyOver')
    if (!(await areaExists(tx, draft.areaCode))) return refuse('noSuchArea')
    const schedule = decideSchedule(draft, call.now, edited.signUpOpensAt)
    if (schedule instanceof Refusal) return schedule
    if (await wordsAreRisky(who, draft, call)) return refuse('wordsRefused')
    for (const one of activities) {
      if (isOver(one)) continue
      const moved = shiftSchedule(schedule, one.startsAt.getTime() - edited.startsAt.getTime())
      const refused = await applyEdit(tx, one, draft, moved)
      if (refused) return refused
    }
    const { title, startsAt, endsAt, placeName } = edited
    const after = {
      title: draft.title,
      startsAt: draft.startsAt,
      endsAt: draft.endsAt,
      placeName: draft.placeName,
      scope: input.scope,
    }
    call.audit({
      target: `activity:${edited.activityId}`,
      areaCode: draft.areaCode,
      before: { title, startsAt, endsAt, placeName },
      after,
    })
    return readDetail(tx, edited.activityId, viewerOf(who, call))
  },

  async cancel(tx, who, input, call) {
    const activities = await queries.lockManaged(tx, who.personId, input.activityId, input.scope === 'following')
    const own = activities.find((a) => a.activityId === input.activityId)
    if (!own) throw new NotFound()
    if (isOver(own)) return refuse('alreadyOver')
    let told = 0
    for (const { activityId, title, startsAt, ...one } of activities) {
      if (one.status === 'ended' || one.status === 'cancelled') continue
      const signedUp = await queries.selectSignedUp(tx, activityId)
      await leaveSeats(
        tx,
        signedUp.map((s) => s.signUpId),
        'activityCancelled',
      )
      await queries.setCancelled(tx, activityId, input.reason)
      const facts = { activityId, title, startsAt, reason: input.reason }
      await tell(
        tx,
        signedUp.flatMap((s) => toBoth(s, { kind: 'activityCancelled', facts: { ...facts, signUpId: s.signUpId } })),
      )
      told += signedUp.length
    }
    call.audit({
      target: `activity:${own.activityId}`,
      areaCode: own.areaCode,
      before: { status: own.status },
      after: { status: 'cancelled', scope: input.scope, told },
    })
    return { told }
  },
}

const isOver = (a: queries.ManagedActivity) => a.status === 'ended' || a.status === 'cancelled'

/** Applies new words, times and pools to one activity; gives new seats to those who wait and tells of a new time or place. */
async function applyEdit(tx: Tx, one: queries.ManagedActivity, draft: ActivityDraft, schedule: Schedule) {
  const plan = planPools(await queries.selectPools(tx, one.activityId), poolsOf(draft))
  if (plan instanceof Refusal) return plan
  await queries.updatePools(tx, one.activityId, plan)
  await queries.updateWords(tx, one.activityId, draft, schedule)
  if (one.status !== 'published') return undefined
  const activity = { activityId: one.activityId, title: draft.title, startsAt: schedule.startsAt }
  await promote(
    tx,
    activity,
    plan.resize.map((r) => r.groupId),
  )
  const changed = changesToTell(one, { ...draft, ...schedule })
  if (changed.length > 0) {
    const signedUp = await queries.selectSignedUp(tx, one.activityId)
    const facts = { ...activity, place: draft.placeName, changed }
    await tell(
      tx,
      signedUp.flatMap((s) => toBoth(s, { kind: 'activityChanged', facts: { ...facts, signUpId: s.signUpId } })),
    )
  }
  return undefined
}

/** Content check of what others will read. A doubtful text goes to the approver, who is a person; only a clear breach is refused here. */
async function wordsAreRisky(who: Caller, draft: ActivityDraft, call: Call): Promise<boolean> {
  if (!who.openid) return false
  const content = [draft.title, draft.body, draft.placeName, draft.address, draft.accessNote ?? ''].join('\n')
  return (await call.services.wechat.checkText({ openid: who.openid, scene: 3, content })) === 'risky'
}
