import type { application } from '../../../types/application'
import { guideFor, problemsInForm } from '../../catalogue/guide'
import { selectItemVersion } from '../../catalogue/item'
import { open, seal } from '../../platform/crypto'
import { refuse } from '../../platform/fault'
import type { Handlers } from '../../platform/operations'
import { found } from '../../platform/serve'
import { startClock } from '../life/clock'
import { isLawful, move } from '../life/move'
import { selectSettings } from '../life/queries'
import { tellStaff } from '../tell-sides'
import { selectDocuments, selectFilledIn } from '../view/queries'
import { formKey } from '../view/shared'
import { lockOwn } from './draft-operations'
import { handIn } from './hand-in'
import * as queries from './queries'
import { mostWaitingMessages, onlyAsked, strayDocument, unanswered } from './rules'

type StepOperations = Pick<Handlers<typeof application>, 'correct' | 'supply' | 'withdraw' | 'say'>

/** What an applicant does while an application is under way. */
export const stepOperations: StepOperations = {
  async correct(tx, who, input, call) {
    const own = found(await lockOwn(tx, who, input.applicationId))
    if (!isLawful('correct', own.status)) return refuse('wrongStatus', { status: own.status })
    const notice = found(await queries.selectOptionalLastNotice(tx, own.applicationId))
    const asked = new Set(notice.lines.map((line) => line.key))
    const uncalled = input.documents.find((d) => !asked.has(d.key))
    if (uncalled) return refuse('notAskedFor', { key: uncalled.key })
    const { content } = found(await selectItemVersion(tx, own.itemCode, own.itemVersion))
    const { answers, formCipher } = await selectFilledIn(tx, own.applicationId)
    const outcome = found(guideFor(content, answers).outcome ?? undefined)
    const stray = strayDocument(outcome, input.documents)
    if (stray !== undefined) return refuse('fileGone', { key: stray })

    const { field } = call.services.keys
    const before = formCipher ? open(field, formCipher) : '{}'
    const values = input.form && asked.has(formKey) ? onlyAsked(outcome, input.form) : undefined
    const fields = values ? problemsInForm(outcome.form, values) : []
    const formChanged = values !== undefined && JSON.stringify(values) !== before
    const open_ = unanswered(notice.lines, input.documents, formChanged)
    if (open_.length > 0 || fields.length > 0) {
      const named = outcome.documents.filter((d) => open_.includes(d.key)).map(({ key, name }) => ({ key, name }))
      return refuse('incomplete', {
        documents: open_.includes(formKey) ? [...named, { key: formKey, name: '' }] : named,
        fields,
      })
    }

    const round = own.round + 1
    const alsoKeys = formChanged ? [formKey] : []
    if (values && formChanged) await queries.updateForm(tx, own.applicationId, seal(field, JSON.stringify(values)))
    const { documents } = input
    await handIn(tx, {
      applicationId: own.applicationId,
      personId: who.personId,
      round,
      documents,
      alsoKeys,
      now: call.now,
    })
    const { noticeDays } = await selectSettings(tx)
    const corrected = await move(
      tx,
      own,
      {
        kind: 'correct',
        actor: 'applicant',
        personId: who.personId,
        facts: { keys: [...asked] },
        set: { ...startClock('notice', call.now, noticeDays), round },
      },
      call.now,
    )
    const answerBy = corrected.deadlineAt as Date
    await tellStaff(tx, corrected, [own.ownerId], 'caseCorrected', { dueAt: answerBy })
    call.audit({
      target: `application:${own.applicationId}`,
      areaCode: own.areaCode,
      before: { status: own.status },
      after: { status: corrected.status, round },
    })
    return { answerBy }
  },

  async supply(tx, who, input, call) {
    const own = found(await lockOwn(tx, who, input.applicationId))
    if (!own.deferUntil || !(isLawful('supply', own.status) || isLawful('supplyInReview', own.status)))
      return refuse('wrongStatus', { status: own.status })
    const stored = await selectDocuments(tx, own.applicationId)
    const outstanding = stored.filter((d) => d.later).map((d) => d.key)
    const uncalled = input.documents.find((d) => !outstanding.includes(d.key))
    if (uncalled) return refuse('notAskedFor', { key: uncalled.key })
    const empty = input.documents.find((d) => d.fileIds.length === 0)
    if (empty) return refuse('fileGone', { key: empty.key })
    const round = own.round + 1
    const { documents } = input
    await handIn(tx, { applicationId: own.applicationId, personId: who.personId, round, documents, now: call.now })
    const stillMissing = outstanding.filter((key) => !input.documents.some((d) => d.key === key))
    const complete = stillMissing.length === 0
    const supplied = await move(
      tx,
      own,
      {
        // While things are missing, or once the review has begun, it is history and no step.
        kind: complete && isLawful('supply', own.status) ? 'supply' : 'supplyInReview',
        actor: 'applicant',
        personId: who.personId,
        facts: { keys: input.documents.map((d) => d.key) },
        set: { round, ...(complete ? { deferUntil: null } : {}) },
      },
      call.now,
    )
    await tellStaff(tx, supplied, [own.ownerId], 'caseCorrected')
    call.audit({
      target: `application:${own.applicationId}`,
      areaCode: own.areaCode,
      before: { status: own.status },
      after: { status: supplied.status, stillMissing },
    })
    return { stillMissing }
  },

  async withdraw(tx, who, input, call) {
    const own = found(await lockOwn(tx, who, input.applicationId))
    if (!isLawful('withdraw', own.status)) return refuse('wrongStatus', { status: own.status })
    const { content } = found(await selectItemVersion(tx, own.itemCode, own.itemVersion))
    await queries.cancelOpenAppointment(tx, own.applicationId)
    const withdrawn = await move(
      tx,
      own,
      {
        kind: 'withdraw',
        actor: 'applicant',
        personId: who.personId,
        why: input.reason || undefined,
        set: endedAt(call.now, content.retentionMonths),
      },
      call.now,
    )
    await tellStaff(tx, withdrawn, [own.ownerId], 'applicationMessage', { reason: input.reason })
    call.audit({
      target: `application:${own.applicationId}`,
      areaCode: own.areaCode,
      before: { status: own.status },
      after: { status: 'withdrawn' },
    })
    return {}
  },

  async say(tx, who, input, call) {
    const own = found(await lockOwn(tx, who, input.applicationId))
    if (!isLawful('say', own.status)) return refuse('wrongStatus', { status: own.status })
    if ((await queries.countWaitingMessages(tx, own.applicationId)) >= mostWaitingMessages)
      return refuse('tooManyWaiting', { most: mostWaitingMessages })
    if (who.openid) {
      const verdict = await call.services.wechat.checkText({ openid: who.openid, scene: 2, content: input.words })
      if (verdict === 'risky') return refuse('unfitWords')
    }
    await queries.insertMessage(tx, own.applicationId, who.personId, false, input.words, call.now)
    await move(tx, own, { kind: 'say', actor: 'applicant', personId: who.personId }, call.now)
    await tellStaff(tx, own, [own.ownerId], 'applicationMessage')
    call.audit({ target: `application:${own.applicationId}`, areaCode: own.areaCode })
    return {}
  },
}

/** What ends with an application: no clock, nobody who owes anything, and from when its documents may go. */
export function endedAt(now: Date, retentionMonths: number) {
  const keepUntil = new Date(now)
  keepUntil.setUTCMonth(keepUntil.getUTCMonth() + retentionMonths)
  return {
    endedAt: now,
    keepUntil,
    deadlineKind: null,
    deadlineAt: null,
    escalateAt: null,
    deferUntil: null,
  }
}
