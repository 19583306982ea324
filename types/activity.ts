import { afterwardsOperations } from './activity/afterwards'
import { browseOperations } from './activity/browse'
import { publishOperations } from './activity/publish'
import { runOperations } from './activity/run'
import { takePartOperations } from './activity/take-part'

/** 邻里活动 activity: publish, sign up, wait, check in, rate. */
export const activity = {
  ...browseOperations,
  ...takePartOperations,
  ...publishOperations,
  ...runOperations,
  ...afterwardsOperations,
}

export * from './activity/shapes'
export * from './activity/views'
