import { tell } from '../../inbox/tell'
import type { MediaSubject } from '../../media/subject'
import * as queries from './photo-queries'
import { decidePhoto } from './rules'
import { rateWording } from './wording'

/** Album pictures and WeChat's verdict on them: shown, hidden (and whoever added it told), or left to a person. */
export const photoSubject: MediaSubject = {
  picture: (sql, photoId) => queries.selectOptionalPicture(sql, photoId),

  async settle(tx, photoId, verdict) {
    const photo = await queries.lockWaiting(tx, photoId)
    if (!photo) return undefined
    const fate = decidePhoto(verdict)
    await queries.updateFate(tx, photoId, fate)
    const { activityId, title, startsAt, areaCode, addedBy } = photo
    const facts = { activityId, title, startsAt, reason: rateWording.machineHid }
    if (fate.state === 'hidden') await tell(tx, [{ personId: addedBy, kind: 'photoHidden', facts }])
    return {
      target: `photo:${photoId}`,
      areaCode,
      before: { photo: 'inReview', waitsFor: 'verdict' },
      after: { photo: fate.state, waitsFor: fate.waitsFor },
    }
  },
}
