import { organiserOperations } from './activity/organiser'
import { residentOperations } from './activity/resident'

/** 邻里活动 activity: publish, sign up, wait, check in, rate. */
export const activity = { ...residentOperations, ...organiserOperations }

export * from './activity/shapes'
