import { ledgerOperations } from './points/ledger'
import { ruleOperations } from './points/rules'

/** 积分 points: an append-only ledger of evidence that its owner keeps, and the rules it rests on. Nobody's points are seen beside anybody else's. */
export const pointsOperations = { ...ruleOperations, ...ledgerOperations }

export {
  type AppealStatus,
  appealStatuses,
  type PointCause,
  type PointEntry,
  type PointEvidence,
  type PointKind,
  pointCauses,
  pointEvidence,
  pointKinds,
  pointLimits,
} from './points/shapes'
