import { branchOperations } from './hub/branch'
import { contactOperations } from './hub/contacts'
import { diaryOperations } from './hub/diary'
import { householdOperations } from './hub/households'
import { hubOperations } from './hub/hubs'
import { joinOperations } from './hub/join'
import { keepingOperations } from './hub/keeping'
import { pointsOperations } from './hub/points'
import { postOperations } from './hub/posts'

/** 党员中心户 hub: the household next door that answers. */
export const hub = {
  ...hubOperations,
  ...keepingOperations,
  ...householdOperations,
  ...joinOperations,
  ...contactOperations,
  ...pointsOperations,
  ...branchOperations,
  ...diaryOperations,
  ...postOperations,
}

export * from './hub/branch'
export * from './hub/contacts'
export * from './hub/diary'
export * from './hub/hubs'
export { type HubPart, hubParts } from './hub/keeping'
export * from './hub/life'
export * from './hub/points'
export * from './hub/posts'
export * from './hub/shapes'
