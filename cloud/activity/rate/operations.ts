import type { activity } from '../../../types/activity'
import { checkPicture } from '../../media/check'
import { refuse } from '../../platform/fault'
import type { Call, Caller, Handlers } from '../../platform/operations'
import { found } from '../../platform/serve'
import { managedActivity } from '../organise/list-operations'
import { ratingIsOpen } from '../view/rules'
import { cleanPicture } from './picture'
import * as queries from './queries'
import { decideComment, photoWaitsFor } from './rules'

type RateOperations = Pick<Handlers<typeof activity>, 'rate' | 'addPhoto' | 'removePhoto'>

const mostPhotos = 30

/** After it: stars, words, pictures. */
export const rateOperations: RateOperations = {
  async rate(tx, who, input, call) {
    const attendance = found(await queries.selectOptionalAttendance(tx, who.personId, input.activityId))
    if (!attendance.attended) return refuse('notAttended')
    if (!ratingIsOpen(attendance, call.now)) return refuse('tooLate')
    const verdict = await check(who, input.comment, 2, call)
    if (verdict === 'risky') return refuse('commentRefused')
    const before = await queries.lockOptionalRating(tx, who.personId, input.activityId)
    const fate = decideComment(before, input.comment, verdict)
    const { activityId, stars, comment } = input
    await queries.upsertRating(tx, { activityId, personId: who.personId, stars, comment, ...fate })
    call.audit({
      target: `activity:${activityId}`,
      areaCode: attendance.areaCode,
      after: { stars, comment: fate.state },
    })
    const shown = { none: 'none', shown: 'yes', inReview: 'afterReview', hidden: 'no' } as const
    return { commentShown: shown[fate.state] }
  },

  async addPhoto(tx, who, input, call) {
    const own = await managedActivity(tx, who, input.activityId)
    if (!input.cover && call.now < own.startsAt) return refuse('notYet')
    const picture = cleanPicture(Buffer.from(input.base64, 'base64'))
    if (!picture) return refuse('notAPicture')
    const caption = await check(who, input.caption, 3, call)
    if (caption === 'risky') return refuse('captionRefused')
    const waitsFor = photoWaitsFor(caption)
    const photo = {
      ...picture,
      activityId: own.activityId,
      caption: input.caption,
      cover: input.cover,
      addedBy: who.personId,
      waitsFor,
      most: mostPhotos,
    }
    const photoId = await queries.insertPhoto(tx, photo)
    if (photoId === undefined) return refuse('tooManyPhotos', { most: mostPhotos })
    if (waitsFor === 'verdict')
      await checkPicture(tx, { subject: 'activityPhoto', subjectId: photoId, personId: who.personId })
    call.audit({
      target: `photo:${photoId}`,
      areaCode: own.areaCode,
      role: 'organiser',
      after: { activityId: own.activityId, cover: input.cover },
    })
    return { photoId }
  },

  async removePhoto(tx, who, input, call) {
    const activityId = found(await queries.removePhoto(tx, who.personId, input.photoId))
    call.audit({ target: `photo:${input.photoId}`, role: 'organiser', after: { activityId, removed: true } })
    return {}
  },
}

/** Content check before others read it. Without a WeChat identity, or while WeChat is away, it is not a pass. */
async function check(who: Caller, content: string, scene: 2 | 3, call: Call) {
  if (content === '') return 'pass'
  if (!who.openid) return 'unavailable'
  return call.services.wechat.checkText({ openid: who.openid, scene, content })
}
