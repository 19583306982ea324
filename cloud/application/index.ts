import { application } from '../../types/application'
import { type Endpoints, type ServeDeps, serve } from '../platform/serve'
import { afterwardsOperations } from './afterwards/operations'
import { draftOperations } from './apply/draft-operations'
import { helperOperations } from './apply/helper-operations'
import { listOperations } from './apply/list-operations'
import { stepOperations } from './apply/step-operations'
import { absenceOperations } from './desk/absence-operations'
import { acceptOperations } from './desk/accept-operations'
import { assignOperations } from './desk/assign-operations'
import { caseOperations } from './desk/case-operations'
import { decideOperations } from './desk/decide-operations'
import { extendOperations } from './desk/extend-operations'
import { noticeOperations } from './desk/notice-operations'
import { queueOperations } from './desk/queue-operations'
import { reviewOperations } from './desk/review-operations'
import { superviseListOperations } from './supervise/list-operations'
import { superviseOperations } from './supervise/operations'
import { visitOperations } from './visit/operations'

/** application.*: 最多跑一次, from a draft to the rating, on both sides of the window. */
export const serveApplication = (deps: ServeDeps): Endpoints =>
  serve(
    'application',
    application,
    {
      ...draftOperations,
      ...stepOperations,
      ...helperOperations,
      ...listOperations,
      ...queueOperations,
      ...caseOperations,
      ...assignOperations,
      ...absenceOperations,
      ...noticeOperations,
      ...acceptOperations,
      ...reviewOperations,
      ...extendOperations,
      ...decideOperations,
      ...visitOperations,
      ...afterwardsOperations,
      ...superviseOperations,
      ...superviseListOperations,
    },
    deps,
    { service_windows_area_code_name_key: 'nameTaken' },
  )
