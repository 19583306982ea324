import type { hub } from '../../../types/hub'
import type { OutputOf, RefusalOf } from '../../../types/operation'

/** Shapes of the contract by the names the pages use. */

type Hub = typeof hub
export type Ledger = OutputOf<Hub['memberPoints']>
export type Entry = Ledger['rows'][number]
export type Rule = OutputOf<Hub['pointRules']>['rows'][number]
export type RuleVersion = OutputOf<Hub['pointRuleHistory']>['rows'][number]
export type Appeal = OutputOf<Hub['pointAppeals']>['rows'][number]
export type MyBranch = NonNullable<OutputOf<Hub['myBranch']>['branch']>
export type Member = OutputOf<Hub['branchMembers']>['rows'][number]
export type MeetingRow = OutputOf<Hub['branchMeetings']>['rows'][number]
export type Meeting = OutputOf<Hub['branchMeeting']>
export type OwedMeeting = OutputOf<Hub['overdueMeetings']>['rows'][number]
export type Branch = OutputOf<Hub['branches']>['rows'][number]

export type Refusal =
  | RefusalOf<Hub['savePointRule']>
  | RefusalOf<Hub['givePoints']>
  | RefusalOf<Hub['takeBackPoints']>
  | RefusalOf<Hub['appealPoints']>
  | RefusalOf<Hub['decidePointAppeal']>
  | RefusalOf<Hub['issuePointStatement']>
  | RefusalOf<Hub['saveBranch']>
  | RefusalOf<Hub['closeBranch']>
  | RefusalOf<Hub['addBranchMember']>
  | RefusalOf<Hub['changeBranchMember']>
  | RefusalOf<Hub['branchMeetings']>
  | RefusalOf<Hub['saveMeeting']>
  | RefusalOf<Hub['cancelMeeting']>
  | RefusalOf<Hub['answerMeeting']>
  | RefusalOf<Hub['recordMeeting']>
  | RefusalOf<Hub['leavePost']>

/** Something done, or why not. */
export type Done = { ok: true } | { ok: false; refusal: Refusal }
