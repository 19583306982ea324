import type { application } from '../../../types/application'
import { Refusal, refuse } from '../../platform/fault'
import type { Handlers } from '../../platform/operations'
import { issueCorrectionNotice } from '../letters/issue'
import { startClock } from '../life/clock'
import { takeStep } from '../staff/step'
import { tellApplicant } from '../tell-sides'
import { formKey } from '../view/shared'
import * as queries from './queries'
import { correctableOf, objectableIn } from './rules'
import { by, contentOf, documentsOf, lockOwned, moved, noteStep } from './seen'
import { deskWording } from './wording'

type NoticeOperations = Pick<Handlers<typeof application>, 'saveReview' | 'requestCorrection'>

/** Looking through the documents, and the one notice of what is to be corrected (一次性告知). */
export const noticeOperations: NoticeOperations = {
  async saveReview(tx, who, input, call) {
    // Verdicts are formed until the decision; only the first look can end in a notice.
    const seen = await lockOwned(tx, who, input, 'say')
    if (seen instanceof Refusal) return seen
    const { a } = seen
    await queries.updateVerdicts(tx, a.applicationId, input.verdicts, who.personId)
    if (input.notice) await queries.updateNoticeDraft(tx, a.applicationId, input.notice)
    const version = await queries.touch(tx, a.applicationId, who.personId, call.now)
    const after = { verdicts: input.verdicts, lines: input.notice?.length }
    call.audit({ target: `application:${a.applicationId}`, areaCode: a.areaCode, role: 'clerk', after })
    return { version, status: a.status }
  },

  async requestCorrection(tx, who, input, call) {
    const seen = await lockOwned(tx, who, input, 'requestCorrection')
    if (seen instanceof Refusal) return seen
    const { a } = seen
    const content = await contentOf(tx, a)
    const { wanted, handedIn } = await documentsOf(tx, a, content)
    // Originals and paper copies are seen at the visit and what the office looks up is its own: only what can be handed in again can be corrected.
    const correctable = new Map(correctableOf(wanted).map((d) => [d.key, d.name]))
    const nameOf = (key: string) => (key === formKey ? deskWording.form : correctable.get(key))
    // One line a document: what was written twice about one is one line with both.
    const lines = [...new Map(input.lines.map((line) => [line.key, line])).values()].map(({ key }) => ({
      key,
      what: joined(input.lines, key, 'what'),
      how: joined(input.lines, key, 'how'),
      round: handedIn.find((d) => d.key === key)?.round ?? 1,
    }))
    const unknown = lines.find(({ key }) => nameOf(key) === undefined)
    if (unknown) return refuse('unknownKey', { key: unknown.key })
    const nth = (await queries.countNotices(tx, a.applicationId)) + 1
    const keys = lines.map((line) => line.key)
    const fresh = objectableIn(nth, keys, handedIn)
    if (fresh.length < keys.length) return refuse('alreadyTold', { keys: keys.filter((key) => !fresh.includes(key)) })

    const clock = startClock('correction', call.now, Math.max(1, content.correctionDays))
    const dueAt = clock.deadlineAt as Date
    const { applicationId } = a
    await queries.insertNotice(tx, { applicationId, nth, by: who.personId, dueAt, lines }, call.now)
    const after = await takeStep(
      tx,
      a,
      {
        ...by('requestCorrection', who, seen),
        why: deskWording.list(keys.map((key) => nameOf(key) ?? key)),
        facts: { nth, keys },
        set: { ...clock, noticeDraft: '[]' },
      },
      call.now,
    )
    await issueCorrectionNotice(tx, after, content, { at: call.now, dueAt, lines })
    await tellApplicant(tx, after, 'correctionRequested', { count: lines.length, dueAt })
    noteStep(call, a, after, 'clerk', { nth, keys })
    return { ...moved(after), dueAt }
  },
}

const joined = (lines: readonly { key: string; what: string; how: string }[], key: string, part: 'what' | 'how') =>
  lines
    .filter((line) => line.key === key)
    .map((line) => line[part])
    .join('；')
