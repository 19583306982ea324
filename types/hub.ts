import { contactOperations } from './hub/contacts'
import { householdOperations } from './hub/households'
import { hubOperations } from './hub/hubs'
import { joinOperations } from './hub/join'

/** 党员中心户 hub: the household next door that answers. */
export const hub = {
  ...hubOperations,
  ...householdOperations,
  ...joinOperations,
  ...contactOperations,
}

export * from './hub/contacts'
export * from './hub/hubs'
export * from './hub/life'
export * from './hub/shapes'
