import type { application } from '../../../types/application'
import { addWorkingDays, dayOf } from '../../deadlines/working-days'
import type { Tx } from '../../platform/database'
import { Refusal, refuse } from '../../platform/fault'
import type { Call, Handlers } from '../../platform/operations'
import { issueReceipt } from '../letters/issue'
import { bindingLimit, startClock } from '../life/clock'
import type { Application } from '../life/queries'
import { takeStep } from '../staff/step'
import { tellApplicant } from '../tell-sides'
import { missingOf } from './rules'
import { by, contentOf, documentsOf, lockOwned, moved, noteStep } from './seen'
import { deskWording } from './wording'

type AcceptOperations = Pick<Handlers<typeof application>, 'accept' | 'acceptConditionally'>

/** 受理: from here on the promised clock runs. */
export const acceptOperations: AcceptOperations = {
  async accept(tx, who, input, call) {
    const rows = new Map<number, Application>()
    // In the order of ids, so that two clerks who accept the same cases never wait for one another in a circle.
    for (const wish of [...input.cases].sort((a, b) => a.applicationId - b.applicationId)) {
      const seen = await lockOwned(tx, who, wish, 'accept')
      if (seen instanceof Refusal) return seen
      const content = await contentOf(tx, seen.a)
      const { wanted, handedIn } = await documentsOf(tx, seen.a, content)
      const missing = missingOf(wanted, handedIn)
      if (missing.length > 0)
        return refuse('documentsMissing', { number: seen.a.number ?? '', names: missing.map((d) => d.name) })
      const clock = startClock('decision', call.now, bindingLimit(content))
      const set = { ...clock, acceptedAt: call.now }
      const after = await takeStep(tx, seen.a, { ...by('accept', who, seen), set }, call.now)
      await afterAcceptance(tx, seen.a, after, [], call)
      rows.set(wish.applicationId, after)
    }
    return {
      rows: input.cases.map(({ applicationId }) => {
        const after = rows.get(applicationId) as Application
        return { applicationId, ...moved(after), deadlineAt: after.deadlineAt as Date }
      }),
    }
  },

  async acceptConditionally(tx, who, input, call) {
    const seen = await lockOwned(tx, who, input, 'acceptConditionally')
    if (seen instanceof Refusal) return seen
    const content = await contentOf(tx, seen.a)
    const { wanted, handedIn } = await documentsOf(tx, seen.a, content)
    const missing = missingOf(wanted, handedIn)
    if (missing.length === 0) return refuse('nothingMissing')
    const never = missing.filter((d) => !d.deferrable)
    if (never.length > 0) return refuse('notDeferrable', { names: never.map((d) => d.name) })
    const deferUntil = addWorkingDays(call.now, Math.max(1, content.deferDays)) as Date
    const names = missing.map((d) => d.name)
    const after = await takeStep(
      tx,
      seen.a,
      {
        ...by('acceptConditionally', who, seen),
        why: deskWording.later(names, dayOf(deferUntil)),
        facts: { keys: missing.map((d) => d.key) },
        set: { ...startClock('decision', call.now, bindingLimit(content)), acceptedAt: call.now, deferUntil },
      },
      call.now,
    )
    await afterAcceptance(tx, seen.a, after, names, call)
    return { ...moved(after), deferUntil, deadlineAt: after.deadlineAt as Date }
  },
}

async function afterAcceptance(
  tx: Tx,
  before: Application,
  after: Application,
  missing: readonly string[],
  call: Call,
): Promise<void> {
  await issueReceipt(tx, after, { at: call.now, missing })
  await tellApplicant(tx, after, 'applicationAccepted', { dueAt: after.deadlineAt as Date })
  noteStep(call, before, after, 'clerk', missing.length > 0 ? { missing } : {})
}
