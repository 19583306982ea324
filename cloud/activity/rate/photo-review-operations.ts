import type { activity } from '../../../types/activity'
import { tell } from '../../inbox/tell'
import { areasWithin, selectServedAreas } from '../../people/scope'
import { refuse } from '../../platform/fault'
import type { Handlers } from '../../platform/operations'
import { idAfter, pageSize, toPage } from '../../platform/paging'
import { found } from '../../platform/serve'
import * as queries from './photo-queries'

type PhotoReviewOperations = Pick<Handlers<typeof activity>, 'photosToReview' | 'reviewPhoto'>

/** A person looks at pictures that WeChat could not decide on. */
export const photoReviewOperations: PhotoReviewOperations = {
  async photosToReview(sql, who, input) {
    const { state, areaCode } = input
    const areas = areasWithin(await selectServedAreas(sql, who.personId, ['communityAdmin']), areaCode)
    const rows = await queries.selectPhotosToReview(sql, areas, state, idAfter(input.cursor), pageSize + 1)
    return toPage(rows, (row) => [row.photoId])
  },

  async reviewPhoto(tx, who, input, call) {
    const { photoId, decision } = input
    const photo = found(await queries.lockPhoto(tx, who.personId, photoId))
    const { activityId, title, startsAt, areaCode, state } = photo
    const wanted = decision.show ? 'shown' : 'hidden'
    if (state === wanted) return refuse('alreadySo', { state })
    const reason = decision.show ? null : decision.reason
    await queries.decidePhotoByPerson(tx, who.personId, photoId, reason)
    if (reason !== null)
      await tell(tx, [{ personId: photo.addedBy, kind: 'photoHidden', facts: { activityId, title, startsAt, reason } }])
    call.audit({
      target: `photo:${photoId}`,
      areaCode,
      role: 'communityAdmin',
      before: { photo: state },
      after: { photo: wanted, ...(reason === null ? {} : { reason }) },
    })
    return {}
  },
}
