import { householdOperations } from './hub/households'
import { hubOperations } from './hub/hubs'
import { joinOperations } from './hub/join'

/** 党员中心户 hub: the household next door that answers. */
export const hub = {
  ...hubOperations,
  ...householdOperations,
  ...joinOperations,
}

export * from './hub/hubs'
export * from './hub/shapes'
