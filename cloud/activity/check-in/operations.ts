import { type activity, limits } from '../../../types/activity'
import type { Tx } from '../../platform/database'
import { refuse } from '../../platform/fault'
import type { Handlers } from '../../platform/operations'
import { found } from '../../platform/serve'
import { managedActivity } from '../organise/list-operations'
import { readPersonalCode, rotatingCode, rotatingCodeIsValid, windowSeconds, windowStart } from '../view/codes'
import { checkInClosesAfter, checkInOpensAt } from '../view/rules'
import * as queries from './queries'
import { actionOfScan, type CheckInResult, decideCheckIn, minutesPresent } from './rules'

type CheckInOperations = Pick<Handlers<typeof activity>, 'checkInByCode' | 'checkInCodes' | 'syncCheckIns'>

// Codes for the coming four hours: an afternoon without a network.
const codesAtOnce = (4 * 3600) / windowSeconds

/** Being there: by the code on the screen, by a personal code, or by ticking the list. */
export const checkInOperations: CheckInOperations = {
  async checkInByCode(tx, who, input, call) {
    const window = found(await queries.selectWindow(tx, input.activityId))
    const opensAt = checkInOpensAt(window)
    const closed = call.now.getTime() > window.endsAt.getTime() + checkInClosesAfter
    if (call.now < opensAt || closed) return refuse('notNow', { opensAt })
    if (!rotatingCodeIsValid(call.services.keys.checkIn, input.activityId, input.code, call.now))
      return refuse('codeExpired')
    const signUpId = await queries.selectOptionalOwn(tx, who.personId, input.activityId, input.personId ?? who.personId)
    const target =
      signUpId === undefined ? undefined : await queries.lockOptionalTarget(tx, input.activityId, signUpId, call.now)
    if (!target) return refuse('notSignedUp')
    const action = actionOfScan(target, call.now)
    if (action === 'none')
      return { signUpId: target.signUpId, status: target.status, at: target.checkedInAt ?? call.now, minutes: null }
    const decided = decideCheckIn(target, action, call.now, call.now)
    if (decided.result === 'tooManyToday') return refuse('tooManyToday', { most: limits.checkInsADay })
    if (decided.result !== 'recorded') return refuse('stillWaiting')
    const entry = {
      entryId: call.requestId,
      action,
      at: call.now,
      means: 'rotatingCode' as const,
      recordedBy: who.personId,
    }
    await record(tx, target, decided, entry)
    call.audit({
      target: `signUp:${target.signUpId}`,
      areaCode: target.areaCode,
      before: { status: target.status },
      after: { status: decided.status },
    })
    const minutes = minutesPresent(decided.checkedInAt, decided.checkedOutAt)
    return { signUpId: target.signUpId, status: decided.status, at: call.now, minutes }
  },

  async checkInCodes(sql, who, input, call) {
    const activity = await managedActivity(sql, who, input.activityId)
    const opensAt = checkInOpensAt(activity)
    const closesAt = activity.endsAt.getTime() + checkInClosesAfter
    if (call.now.getTime() > closesAt || activity.status === 'cancelled') return refuse('notNow', { opensAt })
    const first = windowStart(new Date(Math.max(call.now.getTime(), opensAt.getTime()))).getTime()
    const codes = Array.from({ length: codesAtOnce }, (_, n) => new Date(first + n * windowSeconds * 1000))
      .filter((validFrom) => validFrom.getTime() <= closesAt)
      .map((validFrom) => ({ validFrom, code: rotatingCode(call.services.keys.checkIn, input.activityId, validFrom) }))
    return { windowSeconds, codes }
  },

  async syncCheckIns(tx, who, input, call) {
    const activity = await managedActivity(tx, who, input.activityId)
    const results = []
    // In the order they happened, whatever order they arrive in.
    const entries = [...input.entries].sort((a, b) => a.at.getTime() - b.at.getTime())
    for (const { entryId, by, action, at } of entries) {
      const signUpId = by.type === 'list' ? by.signUpId : readPersonalCode(call.services.keys.checkIn, by.code)
      const target =
        signUpId === undefined ? undefined : await queries.lockOptionalTarget(tx, activity.activityId, signUpId, at)
      if (!target) {
        results.push({ entryId, result: 'unknownCode' as const, personName: null, status: null })
        continue
      }
      const seen = { entryId, personName: target.personName }
      if (await queries.entryExists(tx, entryId)) {
        results.push({ ...seen, result: 'alreadyRecorded' as const, status: target.status })
        continue
      }
      const decided = decideCheckIn(target, action, at, call.now)
      if (decided.result === 'recorded') {
        const means = by.type === 'list' ? ('list' as const) : ('personalCode' as const)
        await record(tx, target, decided, { entryId, action, at, means, recordedBy: who.personId })
        const change = { before: { status: target.status }, after: { status: decided.status, at } }
        call.audit({ target: `signUp:${target.signUpId}`, areaCode: target.areaCode, role: 'organiser', ...change })
      }
      results.push({
        ...seen,
        result: decided.result,
        status: decided.result === 'recorded' ? decided.status : target.status,
      })
    }
    return { results }
  },
}

type Recorded = Extract<CheckInResult, { result: 'recorded' }>

/** Writes an entry, the new state, and for service activities the served time. */
async function record(
  tx: Tx,
  target: queries.CheckInTarget,
  decided: Recorded,
  entry: Omit<queries.Entry, 'signUpId' | 'nth'>,
): Promise<void> {
  await queries.insertEntry(tx, { ...entry, signUpId: target.signUpId, nth: decided.nth })
  await queries.updatePresence(tx, target.signUpId, decided)
  if (target.kind !== 'service') return
  if (decided.checkedInAt && decided.checkedOutAt)
    await queries.upsertServiceRecord(tx, target, decided.checkedInAt, decided.checkedOutAt)
  else if (entry.action === 'undo') await queries.deleteServiceRecord(tx, target.signUpId)
}
