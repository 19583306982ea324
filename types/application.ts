import { afterwardsOperations } from './application/afterwards'
import { applyOperations } from './application/apply'
import { deskOperations } from './application/desk'
import { superviseOperations } from './application/supervise'
import { visitOperations } from './application/visit'

/** 最多跑一次 application: apply for a public service with at most one visit. */
export const application = {
  ...applyOperations,
  ...deskOperations,
  ...visitOperations,
  ...afterwardsOperations,
  ...superviseOperations,
}

export * from './application/shapes'
export * from './application/views'
export * from './application/workflow'
