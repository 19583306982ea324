import * as v from 'valibot'
import { cursor, id, operation, page, requestId, words } from '../../operation'
import { proposalDetail, proposalRow, wrongProposal } from './shapes'

/** Whoever follows up: the next step of each proposal, by its day. */

export const followOperations = {
  /** What I follow up, or (`all`) my team and my area do: the nearest deadline first. For the team for work and the community's staff. */
  workFollowUps: operation({
    access: 'signedIn',
    input: { all: v.optional(v.boolean(), false), cursor },
    output: page(proposalRow),
  }),

  /** The next step, with its day: the employer was contacted, the person was hired, or not and why. */
  stepWorkProposal: operation({
    access: 'signedIn',
    input: {
      requestId,
      proposalId: id,
      step: v.picklist(['contacted', 'hired', 'notHired']),
      note: v.optional(words(200), ''),
    },
    output: proposalDetail,
    refusals: { ...wrongProposal, reasonNeeded: {}, filled: {} },
  }),

  /** I follow up from now on. */
  takeOverWorkProposal: operation({
    access: 'signedIn',
    input: { requestId, proposalId: id },
    output: proposalDetail,
    refusals: wrongProposal,
  }),
}
