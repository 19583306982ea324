import type { hub } from '../../../types/hub'
import type { OutputOf, RefusalOf } from '../../../types/operation'

/** The answers of the cloud that those who keep hubs work on, by name. */

type Ops = typeof hub
export type InboxRow = OutputOf<Ops['hubInbox']>['rows'][number]
export type Contact = OutputOf<Ops['contact']>
export type MyHubs = OutputOf<Ops['myHubs']>
export type Household = OutputOf<Ops['households']>['rows'][number]
export type HubRow = OutputOf<Ops['hubBoard']>['rows'][number]
export type HubToEdit = OutputOf<Ops['hubToEdit']>
export type Closing = OutputOf<Ops['closing']>
export type Proposal = OutputOf<Ops['proposal']>
export type Coverage = OutputOf<Ops['coverage']>
export type Deadline = OutputOf<Ops['contactBoard']>['rows'][number]
export type JoinRow = OutputOf<Ops['joinRequests']>['rows'][number]
export type VisitRow = OutputOf<Ops['visits']>['rows'][number]
export type Visit = OutputOf<Ops['visit']>
export type Promised = OutputOf<Ops['promises']>['rows'][number]
export type PostRow = OutputOf<Ops['postBoard']>['rows'][number]
export type Settings = Omit<OutputOf<Ops['hubSettings']>, 'mayChange'>
/** Everything that something done here may be refused for. */
export type Refusal = { [V in (typeof steps)[number]]: RefusalOf<Ops[V]> }[(typeof steps)[number]]
export const steps = [
  'stepContact',
  'answerContact',
  'handOnContact',
  'passOnContact',
  'callInContact',
  'takeOverContact',
  'sayInContact',
  'shareNumber',
  'contactNumber',
  'setAbsence',
  'registerHousehold',
  'changeHousehold',
  'linkHousehold',
  'endHousehold',
  'inviteToHousehold',
  'decideJoin',
  'partyMembers',
  'saveHub',
  'closing',
  'closeHub',
  'proposal',
  'applyProposal',
  'saveHubSettings',
  'writeVisit',
  'correctVisit',
  'keepPromise',
  'savePost',
  'endPost',
] as const
