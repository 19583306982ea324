import { followOperations } from './work/follow'
import { hireOperations } from './work/hire'
import { seekOperations } from './work/seek'

/** 就业扶助 work: openings, people who look for work, proposals of the same engine, and whoever follows up. */
export const workOperations = { ...hireOperations, ...seekOperations, ...followOperations }

export {
  type OpeningDetail,
  openingStatuses,
  type ProposalAction,
  type ProposalDetail,
  type ProposalStatus,
  proposalActions,
  proposalStatuses,
  workLimits,
} from './work/shapes'
