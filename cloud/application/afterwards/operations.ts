import { type application, poorRatingMost } from '../../../types/application'
import { addWorkingDays, dayOf } from '../../deadlines/working-days'
import { refuse } from '../../platform/fault'
import { maskName } from '../../platform/mask-name'
import type { Call, Caller, Handlers } from '../../platform/operations'
import { found } from '../../platform/serve'
import { lockOwn } from '../apply/draft-operations'
import { letterFile } from '../letters/file'
import { selectOptionalLetter, selectOptionalLetterByCode } from '../letters/queries'
import { daysAfter, startClock } from '../life/clock'
import { isLawful, move } from '../life/move'
import { selectSettings } from '../life/queries'
import { selectOptionalNextOwner, watching } from '../staff/queries'
import { tellStaff } from '../tell-sides'
import * as queries from './queries'
import { callers, changeableDays } from './rules'

type AfterwardsOperations = Pick<Handlers<typeof application>, 'rate' | 'appeal' | 'letter' | 'checkLetter'>

/** After the decision: 好差评, appeal, letters. */
export const afterwardsOperations: AfterwardsOperations = {
  async rate(tx, who, input, call) {
    const own = found(await lockOwn(tx, who, input.applicationId))
    const before = await queries.selectOptionalRating(tx, own.applicationId)
    const kind = before ? 'changeRating' : 'rate'
    if (!isLawful(kind, own.status)) return refuse('wrongStatus', { status: own.status })
    const changeableUntil = daysAfter(before?.ratedAt ?? call.now, changeableDays)
    if (changeableUntil <= call.now) return refuse('tooLate', { until: changeableUntil })
    if (!(await wordsFit(who, call, input.words))) return refuse('unfitWords')
    if (before) await queries.updateRating(tx, own.applicationId, input.level, input.words, call.now)
    else await queries.insertRating(tx, own.applicationId, input.level, input.words, call.now)
    // Neither the history nor the audit log names the rater's level to whoever was rated: it stays with the rating.
    await move(tx, own, { kind, actor: 'applicant', personId: who.personId }, call.now)
    call.audit({ target: `application:${own.applicationId}`, areaCode: own.areaCode })
    if (input.level > poorRatingMost) return { changeableUntil, callBackBy: null }

    const { callBackDays } = await selectSettings(tx)
    const involved = [own.applicantId, who.personId, own.ownerId, own.decidedBy].filter((id) => id !== null)
    const owner =
      (await selectOptionalNextOwner(tx, own.areaCode, callers, involved, dayOf(call.now))) ??
      (await selectOptionalNextOwner(tx, own.areaCode, watching, [own.applicantId, who.personId], dayOf(call.now))) ??
      found(own.decidedBy ?? undefined)
    const dueAt = addWorkingDays(call.now, callBackDays) as Date
    const callBackBy = await queries.openCallBack(tx, own.applicationId, owner, dueAt, call.now)
    await tellStaff(tx, own, [owner], 'callBackDue', { dueAt: callBackBy })
    return { changeableUntil, callBackBy }
  },

  async appeal(tx, who, input, call) {
    const own = found(await lockOwn(tx, who, input.applicationId))
    if (await queries.appealExists(tx, own.applicationId)) return refuse('alreadyAppealed')
    if (!isLawful('appeal', own.status) || !own.decidedAt) return refuse('wrongStatus', { status: own.status })
    const settings = await selectSettings(tx)
    const until = daysAfter(own.decidedAt, settings.appealDays)
    if (until <= call.now) return refuse('tooLate', { until })
    if (!(await wordsFit(who, call, input.words))) return refuse('unfitWords')
    const clock = startClock('appeal', call.now, settings.appealAnswerDays)
    const answerBy = clock.deadlineAt as Date
    const involved = [own.applicantId, who.personId, own.decidedBy].filter((id) => id !== null)
    const ownerId =
      (await selectOptionalNextOwner(tx, own.areaCode, watching, involved, dayOf(call.now))) ??
      own.ownerId ??
      own.decidedBy
    const appealId = await queries.insertAppeal(tx, own.applicationId, input.words, answerBy, call.now)
    const set = { ...clock, ownerId, endedAt: null, keepUntil: null }
    const appealed = await move(
      tx,
      own,
      { kind: 'appeal', actor: 'applicant', personId: who.personId, why: input.words, set },
      call.now,
    )
    await tellStaff(tx, appealed, [ownerId], 'appealDue', { dueAt: answerBy })
    call.audit({
      target: `application:${own.applicationId}`,
      areaCode: own.areaCode,
      before: { status: own.status },
      after: { status: 'underAppeal', appealId },
    })
    return { answerBy }
  },

  async letter(sql, who, input, call) {
    const letter = found(await selectOptionalLetter(sql, who.personId, input.letterId))
    call.audit({ target: `letter:${input.letterId}`, areaCode: letter.areaCode })
    return letterFile(letter, (code) => checkPage(call.services.publicUrl() ?? '', code))
  },

  async checkLetter(sql, _who, input) {
    const letter = await selectOptionalLetterByCode(sql, input.code)
    if (!letter) return { letter: null }
    const { kind, content, issuedAt, replaced } = letter
    return {
      letter: {
        kind,
        number: content.number,
        itemName: content.itemName,
        department: content.department,
        issuedOn: dayOf(issuedAt),
        outcome: content.outcome ?? null,
        applicant: maskName(content.applicant),
        replaced,
      },
    }
  },
}

/** The public page that says whether a letter is ours; in the browser's build, so that it opens without WeChat too. */
const checkPage = (publicUrl: string, code: string) =>
  `${publicUrl.replace(/\/$/, '')}/#/features/service/pages/check-letter/index?code=${encodeURIComponent(code)}`

/** Words of a person that others will read. Staff and people enrolled by a grid worker have no WeChat account to be checked by. */
async function wordsFit(who: Caller, call: Call, content: string): Promise<boolean> {
  if (!who.openid || content === '') return true
  return (await call.services.wechat.checkText({ openid: who.openid, scene: 2, content })) !== 'risky'
}
