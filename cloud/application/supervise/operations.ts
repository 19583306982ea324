import type { application } from '../../../types/application'
import { selectItemVersion } from '../../catalogue/item'
import { addDays, addWorkingDays, dayOf } from '../../deadlines/working-days'
import { hasRole } from '../../people/scope'
import { NotAllowed, refuse } from '../../platform/fault'
import type { Handlers } from '../../platform/operations'
import { found } from '../../platform/serve'
import { bindingLimit, startClock } from '../life/clock'
import { isLawful, move } from '../life/move'
import { lockApplication, selectSettings } from '../life/queries'
import { deciding, selectOptionalNextOwner } from '../staff/queries'
import { tellApplicant, tellStaff } from '../tell-sides'
import { selectAround } from '../view/queries'
import { answerAppeal, lockAppeal } from './answer-queries'
import { boardFile } from './board-file'
import { insertException, updateSettings } from './queries'
import { selectAreaNames, selectOpenCounts, selectOptionalScope, selectRates } from './rate-queries'
import { largeEnough, monthsBack, publicDays } from './rules'

type SuperviseOperations = Pick<
  Handlers<typeof application>,
  'board' | 'exportBoard' | 'publicRates' | 'allowSecondVisit' | 'answerAppeal' | 'settings' | 'saveSettings'
>

const watchers = ['supervisor', 'communityAdmin', 'approver'] as const

/** Watching over the promises, and the two things a supervisor may do about them. */
export const superviseOperations: SuperviseOperations = {
  board: (sql, who, input, call) => readBoard(sql, who.personId, input, call.now),

  async exportBoard(sql, who, input, call) {
    const board = await readBoard(sql, who.personId, input, call.now)
    call.audit({ target: 'board', areaCode: input.areaCode ?? null, role: 'supervisor' })
    return boardFile(board, dayOf(call.now))
  },

  async publicRates(sql, _who, _input, call) {
    const until = dayOf(call.now)
    const since = addDays(until, -publicDays)
    const [[total], byDepartment, byMonth] = await Promise.all([
      selectRates(sql, 'all', call.services.countyCode, since, until),
      selectRates(sql, 'department', call.services.countyCode, since, until),
      selectRates(sql, 'month', call.services.countyCode, since, until),
    ])
    return {
      since,
      total: total && largeEnough(total) ? total : nothing,
      byDepartment: byDepartment.filter(largeEnough).map(({ key, ...rates }) => ({ department: key, ...rates })),
      byMonth: byMonth.filter(largeEnough).map(({ key, ...rates }) => ({ month: key, ...rates })),
    }
  },

  async allowSecondVisit(tx, who, input, call) {
    const reach = { as: 'staff', personId: who.personId, roles: ['supervisor'] } as const
    const a = await lockApplication(tx, input.applicationId, reach)
    if (!a) return refuse('outsideYourArea')
    if (!isLawful('allowSecondVisit', a.status)) return refuse('wrongStatus', { status: a.status })
    const { visits, visitsAllowed } = await selectAround(tx, a.applicationId)
    if (visits === 0) return refuse('notVisitedYet')
    if (visits < visitsAllowed) return refuse('alreadyAllowed')
    const { reason, apology } = input
    const exception = {
      applicationId: a.applicationId,
      visit: visits + 1,
      reason,
      apology,
      by: who.personId,
      at: call.now,
    }
    if (!(await insertException(tx, exception))) return refuse('alreadyAllowed')
    await move(
      tx,
      a,
      { kind: 'allowSecondVisit', actor: 'supervisor', personId: who.personId, why: reason, set: { visitsNeeded: 1 } },
      call.now,
    )
    await tellApplicant(tx, a, 'secondVisitAllowed', { reason: apology })
    call.audit({
      target: `application:${a.applicationId}`,
      areaCode: a.areaCode,
      role: 'supervisor',
      after: { visit: visits + 1, reason },
    })
    return {}
  },

  async answerAppeal(tx, who, input, call) {
    const seen = found(await lockAppeal(tx, who.personId, input.appealId))
    const a = found(await lockApplication(tx, seen.applicationId, { as: 'system' }))
    if (seen.outcome || a.status !== 'underAppeal') return refuse('alreadyDone')
    const { uphold, answer } = input
    const actor = { actor: 'supervisor', personId: who.personId, why: answer } as const
    let ownerId: number | null = null
    if (uphold) {
      const still = { deadlineKind: null, deadlineAt: null, escalateAt: null, deliveredAt: call.now }
      await move(tx, a, { kind: 'uphold', ...actor, set: still }, call.now)
    } else {
      // Whoever decided does not decide again.
      const except = [a.applicantId, a.madeBy, who.personId, a.decidedBy ?? 0]
      ownerId = (await selectOptionalNextOwner(tx, a.areaCode, deciding, except, dayOf(call.now))) ?? null
      if (ownerId === null) return refuse('noStaff')
      const { content } = found(await selectItemVersion(tx, a.itemCode, a.itemVersion))
      const anew = {
        ...startClock('decision', call.now, bindingLimit(content)),
        ownerId,
        outcome: null,
        decisionReason: null,
        decidedBy: null,
        decidedAt: null,
        decidedInTime: null,
        decidedAfterDays: null,
        deliveredAt: null,
        extensionStatus: null,
        extensionDays: null,
        extensionReason: null,
      }
      const reopened = await move(tx, a, { kind: 'reopen', ...actor, set: anew }, call.now)
      await tellStaff(tx, reopened, [ownerId], 'caseAssigned', { dueAt: reopened.deadlineAt ?? undefined })
    }
    await answerAppeal(tx, input.appealId, uphold ? 'upheld' : 'reopened', answer, who.personId, call.now)
    await tellApplicant(tx, a, 'appealAnswered')
    call.audit({
      target: `application:${a.applicationId}`,
      areaCode: a.areaCode,
      role: 'supervisor',
      before: { status: a.status },
      after: { upheld: uphold, ownerId },
    })
    return {}
  },

  settings: (sql) => selectSettings(sql),

  async saveSettings(tx, who, input, call) {
    if (!(await hasRole(tx, who.personId, ['communityAdmin'], call.services.countyCode)))
      return refuse('outsideYourArea')
    const before = await selectSettings(tx)
    const { requestId: _, ...settings } = input
    await updateSettings(tx, settings)
    call.audit({
      target: 'settings:application',
      areaCode: call.services.countyCode,
      role: 'communityAdmin',
      before,
      after: settings,
    })
    return {}
  },
}

const nothing = {
  decided: 0,
  zeroVisitRate: null,
  oneVisitRate: null,
  exceptions: 0,
  onTimeRate: null,
  ratings: 0,
  satisfiedRate: null,
  averageDays: null,
}

async function readBoard(
  sql: Parameters<typeof selectRates>[0],
  me: number,
  input: { areaCode?: string | undefined; from?: string | undefined; until?: string | undefined },
  now: Date,
) {
  const areaCode = await selectOptionalScope(sql, me, watchers, input.areaCode)
  if (areaCode === undefined) throw new NotAllowed()
  const until = input.until ?? dayOf(now)
  const from = input.from ?? monthsBack(until, 6)
  const [open, [total], byDepartment, byCommunity, byMonth] = await Promise.all([
    selectOpenCounts(sql, areaCode, now, addWorkingDays(now, 1) as Date),
    selectRates(sql, 'all', areaCode, from, until),
    selectRates(sql, 'department', areaCode, from, until),
    selectRates(sql, 'community', areaCode, from, until),
    selectRates(sql, 'month', areaCode, from, until),
  ])
  const names = await selectAreaNames(
    sql,
    byCommunity.map((row) => row.key),
  )
  return {
    ...open,
    total: total ?? nothing,
    byDepartment: byDepartment.map(({ key, ...rates }) => ({ department: key, ...rates })),
    byCommunity: byCommunity.map(({ key, ...rates }) => ({ areaCode: key, name: names.get(key) ?? key, ...rates })),
    byMonth: byMonth.map(({ key, ...rates }) => ({ month: key, ...rates })),
  }
}
