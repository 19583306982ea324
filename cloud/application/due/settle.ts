import { addWorkingDays } from '../../deadlines/working-days'
import { dropFilesOf } from '../../files/drop'
import type { Tx } from '../../platform/database'
import type { JobDeps } from '../../platform/jobs'
import { filesOf } from '../apply/hand-in'
import { cancelOpenAppointment } from '../apply/queries'
import { endedAt } from '../apply/step-operations'
import { endPause } from '../desk/queries'
import { missingOf } from '../desk/rules'
import { documentsOf } from '../desk/seen'
import { issueReceipt } from '../letters/issue'
import { replaceLetters } from '../letters/queries'
import { bindingLimit, daysAfter, nextEscalation, type Settings, startClock } from '../life/clock'
import { move } from '../life/move'
import type { Application } from '../life/queries'
import { selectStaff } from '../staff/queries'
import { staffWording } from '../staff/wording'
import { tellApplicant, tellStaff } from '../tell-sides'
import * as queries from './queries'
import { type Due, itemsOf } from './rounds'

/** What the clock does with a case when its time has come. Each is a step of the same table, under the same lock, as any other. */

const bySystem = { actor: 'system', personId: null } as const
const status = (a: Application) => ({ status: a.status, deadlineAt: a.deadlineAt })

/** 视为受理 (行政许可法 art. 32): nobody said anything in time, so it counts as accepted from the day it was received, and the decision's clock runs since. */
export function deemAccepted({ now }: JobDeps): Due {
  const contentOf = itemsOf()
  return {
    name: 'deemAccepted',
    lock: (tx, limit, except) => queries.lockUnanswered(tx, now(), limit, except),
    async settle(tx, a) {
      const content = await contentOf(tx, a)
      const receivedAt = a.clockStartedAt ?? a.submittedAt ?? now()
      const missing = await missingIn(tx, a, content)
      const later = missing.some((d) => d.deferrable)
      const set = {
        ...startClock('decision', receivedAt, bindingLimit(content)),
        acceptedAt: receivedAt,
        deferUntil: later ? addWorkingDays(now(), Math.max(1, content.deferDays)) : null,
      }
      const after = await move(tx, a, { kind: 'deemAccepted', ...bySystem, why: staffWording.deemed, set }, now())
      const names = missing.map((d) => d.name)
      await issueReceipt(tx, after, { at: receivedAt, issuedAt: now(), deemed: true, missing: names })
      await tellApplicant(tx, after, 'applicationAccepted', { dueAt: after.deadlineAt as Date })
      await tellStaff(tx, after, [a.ownerId], 'caseOverdue', { reason: staffWording.deemed })
      return { after: status(after) }
    },
  }
}

/** Not corrected in time: it lapses; a new application may be made any time. */
export function lapse({ now }: JobDeps): Due {
  const contentOf = itemsOf()
  return {
    name: 'lapse',
    lock: (tx, limit, except) => queries.lockUncorrected(tx, now(), limit, except),
    async settle(tx, a) {
      const { retentionMonths } = await contentOf(tx, a)
      await cancelOpenAppointment(tx, a.applicationId)
      const step = {
        kind: 'lapse',
        ...bySystem,
        why: staffWording.lapsed,
        set: endedAt(now(), retentionMonths),
      } as const
      const after = await move(tx, a, step, now())
      await tellApplicant(tx, after, 'applicationLapsed', { reason: staffWording.lapsed })
      return { after: status(after) }
    },
  }
}

/** 容缺 that was not made good: the acceptance is taken back in writing (浙江省保障“最多跑一次”改革规定 art. 11), and its receipt holds no more. */
export function revokeAcceptance({ now }: JobDeps): Due {
  const contentOf = itemsOf()
  return {
    name: 'revokeAcceptance',
    lock: (tx, limit, except) => queries.lockUnsupplied(tx, now(), limit, except),
    async settle(tx, a) {
      const content = await contentOf(tx, a)
      const missing = await missingIn(tx, a, content)
      const why = staffWording.revoked(missing.map((d) => d.name))
      await cancelOpenAppointment(tx, a.applicationId)
      await endPause(tx, a.applicationId, now())
      await replaceLetters(tx, a.applicationId, 'receipt', now())
      const set = endedAt(now(), content.retentionMonths)
      const after = await move(tx, a, { kind: 'revokeAcceptance', ...bySystem, why, set }, now())
      await tellApplicant(tx, after, 'applicationLapsed', { reason: why })
      await tellStaff(tx, after, [a.ownerId], 'caseOverdue', { reason: why })
      return { after: status(after) }
    },
  }
}

/** Overdue goes up: to the approvers, some working days later to the supervisors. No step is left out, however long the clock was not looked at. */
export function escalate({ now }: JobDeps, { escalateDays }: Settings): Due {
  return {
    name: 'escalate',
    lock: (tx, limit, except) => queries.lockToEscalate(tx, now(), limit, except),
    async settle(tx, a) {
      const escalation = a.escalation === 0 ? 1 : 2
      const escalateAt = a.deadlineAt && nextEscalation(a.deadlineAt, escalation, escalateDays)
      // An appeal is the supervisor's own task: there is no approver to tell.
      const toWatchers = escalation === 2 || a.deadlineKind === 'appeal'
      const why = toWatchers ? staffWording.toSupervisor : staffWording.toApprover
      const above = await selectStaff(tx, a.areaCode, [toWatchers ? 'supervisor' : 'approver'])
      const told = above.length > 0 ? above : await selectStaff(tx, a.areaCode, ['communityAdmin'])
      const role = above.length === 0 ? 'communityAdmin' : toWatchers ? 'supervisor' : 'approver'
      const facts = { level: escalation, deadlineAt: a.deadlineAt, role, told }
      const after = await move(
        tx,
        a,
        { kind: 'escalate', ...bySystem, why, facts, set: { escalation, escalateAt } },
        now(),
      )
      await tellStaff(tx, after, [...told, a.ownerId], 'caseOverdue', {
        personName: a.ownerName ?? '',
        ...(a.deadlineAt ? { dueAt: a.deadlineAt } : {}),
      })
      return { after: { ...status(after), escalation } }
    },
  }
}

const remindBeforeDays = 2

/** Two days before what the applicant owes has to be there. */
export function remind({ now }: JobDeps): Due {
  return {
    name: 'remind',
    lock: (tx, limit, except) => queries.lockToRemind(tx, now(), daysAfter(now(), remindBeforeDays), limit, except),
    async settle(tx, a) {
      const dueAt = a.status === 'correctionRequested' ? a.deadlineAt : a.deferUntil
      await queries.markReminded(tx, [a.applicationId])
      await tellApplicant(tx, a, 'applicationLapsing', dueAt ? { dueAt } : {})
      return { after: { remindedOf: dueAt } }
    },
  }
}

/** Delivered, and the time to rate it has passed. */
export function close({ now }: JobDeps, { closeDays }: Settings): Due {
  const contentOf = itemsOf()
  return {
    name: 'close',
    lock: (tx, limit, except) => queries.lockToClose(tx, daysAfter(now(), -closeDays), limit, except),
    async settle(tx, a) {
      const { retentionMonths } = await contentOf(tx, a)
      const after = await move(tx, a, { kind: 'close', ...bySystem, set: endedAt(now(), retentionMonths) }, now())
      return { after: status(after) }
    },
  }
}

/** The retention period is over: documents and typed values go, the number, the decision and the history stay. */
export function purge({ now }: JobDeps): Due {
  return {
    name: 'purge',
    lock: (tx, limit, except) => queries.lockToPurge(tx, now(), limit, except),
    async settle(tx, a) {
      const files = await dropFilesOf(tx, filesOf(a.applicationId))
      await queries.purge(tx, a.applicationId, now())
      return { after: { purgedAt: now(), files } }
    },
  }
}

async function missingIn(tx: Tx, a: Application, content: Parameters<typeof documentsOf>[2]) {
  const { wanted, handedIn } = await documentsOf(tx, a, content)
  return missingOf(wanted, handedIn)
}
