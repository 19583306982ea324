import { activity } from '../../types/activity'
import { type Endpoints, type ServeDeps, serve } from '../platform/serve'
import { browseOperations } from './browse/operations'
import { checkInOperations } from './check-in/operations'
import { approveOperations } from './organise/approve-operations'
import { inviteOperations } from './organise/invite-operations'
import { organiseListOperations } from './organise/list-operations'
import { organiseOperations } from './organise/operations'
import { rateOperations } from './rate/operations'
import { photoReviewOperations } from './rate/photo-review-operations'
import { reviewOperations } from './rate/review-operations'
import { signUpOperations } from './sign-up/operations'

/** activity.*: 邻里活动, from publishing to rating. */
export const serveActivity = (deps: ServeDeps): Endpoints =>
  serve(
    'activity',
    activity,
    {
      ...browseOperations,
      ...signUpOperations,
      ...checkInOperations,
      ...organiseOperations,
      ...approveOperations,
      ...inviteOperations,
      ...organiseListOperations,
      ...rateOperations,
      ...reviewOperations,
      ...photoReviewOperations,
    },
    deps,
  )
