import { profileOperations } from './volunteer/profile'

/** 志愿匹配 volunteer: ask, be matched, serve. */
export const volunteer = {
  ...profileOperations,
}

export * from './volunteer/kinds'
export * from './volunteer/life'
export * from './volunteer/profile'
export * from './volunteer/shapes'
export * from './volunteer/views'
