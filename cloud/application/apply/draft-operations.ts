import type { application } from '../../../types/application'
import type { FormValues, ItemContent } from '../../../types/catalogue'
import { privacyVersion } from '../../../types/people'
import { guideFor, problemsInForm } from '../../catalogue/guide'
import { countApplied, selectItemVersion } from '../../catalogue/item'
import { dayOf } from '../../deadlines/working-days'
import { dropFilesOf } from '../../files/drop'
import { hasConsent } from '../../people/scope'
import { seal } from '../../platform/crypto'
import type { Tx } from '../../platform/database'
import { refuse } from '../../platform/fault'
import type { Call, Caller, Handlers } from '../../platform/operations'
import { found } from '../../platform/serve'
import { startClock } from '../life/clock'
import { move } from '../life/move'
import { type Application, lockApplication, selectSettings } from '../life/queries'
import { formatNumber } from '../number'
import { accepting, selectOptionalNextOwner } from '../staff/queries'
import { tellApplicant, tellStaff } from '../tell-sides'
import { filesOf, handInDraft } from './hand-in'
import * as queries from './queries'
import { missingDocuments, mostDrafts, onlyAsked, strayDocument } from './rules'

type DraftOperations = Pick<Handlers<typeof application>, 'saveDraft' | 'discardDraft' | 'submit'>

/** From a draft to a number: what an applicant fills in, saved as often as they like, submitted once. */
export const draftOperations: DraftOperations = {
  async saveDraft(tx, who, input, call) {
    if (!(await hasConsent(tx, who.personId, privacyVersion))) return refuse('consentNeeded')
    const item = await selectItemVersion(tx, input.itemCode, input.itemVersion)
    if (!item?.published) return refuse('notOpen')
    const applicant = await queries.selectOptionalApplicant(tx, who.personId, input.personId ?? who.personId)
    if (!applicant?.mayActFor) return refuse('notYours')
    const draft = draftOf(item, applicant, input, call)
    let applicationId = input.applicationId
    if (applicationId === undefined) {
      if ((await queries.countDrafts(tx, who.personId)) >= mostDrafts)
        return refuse('tooManyDrafts', { most: mostDrafts })
      applicationId = await queries.insertDraft(tx, who.personId, draft, call.now)
    } else {
      const before = found(await lockOwn(tx, who, applicationId))
      if (before.status !== 'draft') return refuse('wrongStatus', { status: before.status })
      if (before.itemCode !== input.itemCode) return refuse('notOpen')
      await queries.updateDraft(tx, applicationId, draft, call.now)
    }
    const { documents } = input
    await handInDraft(tx, { applicationId, personId: who.personId, documents, now: call.now }, 0)
    call.audit({
      target: `application:${applicationId}`,
      areaCode: draft.areaCode,
      after: { status: 'draft', itemCode: input.itemCode },
    })
    return { applicationId, savedAt: call.now, itemVersion: item.version }
  },

  async discardDraft(tx, who, input, call) {
    const own = found(await lockOwn(tx, who, input.applicationId))
    if (own.status !== 'draft') return refuse('wrongStatus', { status: own.status })
    await dropFilesOf(tx, filesOf(own.applicationId))
    await queries.deleteDraft(tx, own.applicationId)
    call.audit({ target: `application:${own.applicationId}`, areaCode: own.areaCode, before: { status: 'draft' } })
    return {}
  },

  async submit(tx, who, input, call) {
    if (!(await hasConsent(tx, who.personId, privacyVersion))) return refuse('consentNeeded')
    const item = await selectItemVersion(tx, input.itemCode)
    if (!item?.published) return refuse('notOpen')
    if (item.version !== input.itemVersion) return refuse('itemChanged', { version: item.version })
    const applicant = await queries.selectOptionalApplicant(tx, who.personId, input.personId ?? who.personId)
    if (!applicant?.mayActFor) return refuse('notYours')
    if (!applicant.communityCode?.startsWith(item.areaCode)) return refuse('homeUnknown')

    const { questions, outcome } = guideFor(item.content, input.answers)
    if (!outcome) return refuse('questionsOpen', { keys: questions.filter((q) => q.answer === null).map((q) => q.key) })
    if (!outcome.eligible) return refuse('notEligible', { why: outcome.why ?? '', goTo: outcome.goTo ?? '' })
    const stray = strayDocument(outcome, input.documents)
    if (stray !== undefined) return refuse('fileGone', { key: stray })
    const values = onlyAsked(outcome, input.form)
    const documents = missingDocuments(outcome, input.documents)
    const fields = problemsInForm(outcome.form, values)
    if (documents.length > 0 || fields.length > 0) return refuse('incomplete', { documents, fields })

    await queries.lockApplicantItem(tx, applicant.personId, item.itemId)
    const underWay = await queries.selectOptionalUnderWay(tx, applicant.personId, item.itemId)
    if (underWay) return refuse('alreadyUnderWay', underWay)
    const day = dayOf(call.now)
    const areaCode = applicant.communityCode
    const ownerId = await selectOptionalNextOwner(tx, areaCode, accepting, [applicant.personId, who.personId], day)
    if (ownerId === undefined) return refuse('noStaff')

    const draft = draftOf(
      item,
      applicant,
      { ...input, form: values, delivery: input.delivery ?? outcome.deliveries[0] },
      call,
    )
    let applicationId = input.applicationId
    if (applicationId === undefined) applicationId = await queries.insertDraft(tx, who.personId, draft, call.now)
    else {
      const before = found(await lockOwn(tx, who, applicationId))
      if (before.status !== 'draft') return refuse('wrongStatus', { status: before.status })
      await queries.updateDraft(tx, applicationId, draft, call.now)
    }
    await handInDraft(tx, { applicationId, personId: who.personId, documents: input.documents, now: call.now }, 1)
    const { noticeDays } = await selectSettings(tx)
    const number = formatNumber({ areaCode, day, sequence: await queries.takeSequence(tx, areaCode, day) })
    const submitted = await move(
      tx,
      found(await lockApplication(tx, applicationId, { as: 'system' })),
      {
        kind: 'submit',
        actor: 'applicant',
        personId: who.personId,
        facts: { documents: input.documents.length },
        set: {
          ...startClock('notice', call.now, noticeDays),
          number,
          ownerId,
          round: 1,
          submittedAt: call.now,
          // Picking the result up is the one visit, not a second one.
          visitsNeeded: draft.delivery === 'pickUp' ? 1 : outcome.visits,
        },
      },
      call.now,
    )
    await countApplied(tx, item.itemId)
    const answerBy = submitted.deadlineAt as Date
    await tellApplicant(tx, submitted, 'applicationSubmitted', { dueAt: answerBy })
    await tellStaff(tx, submitted, [ownerId], 'caseAssigned', { dueAt: answerBy })
    call.audit({
      target: `application:${applicationId}`,
      areaCode,
      before: { status: 'draft' },
      after: { status: 'submitted', number, ownerId },
    })
    const owner = await queries.selectOptionalApplicant(tx, ownerId, ownerId)
    return { applicationId, number, ownerName: owner?.name ?? '', department: item.content.department, answerBy }
  },
}

/** An application that the caller may act on for the applicant, under lock. */
export const lockOwn = (tx: Tx, who: Caller, applicationId: number): Promise<Application | undefined> =>
  lockApplication(tx, applicationId, { as: 'applicant', personId: who.personId })

interface Filled {
  answers: Record<string, string>
  form: FormValues
  delivery?: 'electronic' | 'post' | 'pickUp' | undefined
  postTo?: string | undefined
}

function draftOf(
  item: { itemId: number; version: number; areaCode: string; content: ItemContent },
  applicant: queries.Applicant,
  filled: Filled,
  call: Call,
): queries.Draft {
  const { field } = call.services.keys
  return {
    itemId: item.itemId,
    itemVersion: item.version,
    itemName: item.content.name,
    department: item.content.department,
    kind: item.content.kind,
    areaCode: applicant.communityCode ?? item.areaCode,
    applicantId: applicant.personId,
    applicantName: applicant.name,
    answers: filled.answers,
    formCipher: seal(field, JSON.stringify(filled.form)),
    delivery: filled.delivery ?? null,
    postToCipher: filled.postTo ? seal(field, filled.postTo) : null,
  }
}
