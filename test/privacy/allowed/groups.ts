import type { Field } from '../marks'

/** Who may see which personal field in which operation: operation, field, readers. */
export type Allowed = Readonly<Record<string, Readonly<Partial<Record<Field, readonly string[]>>>>>

/** Everybody with a session. */
export const everybodySignedIn: readonly string[] = [
  'anonymous',
  'anotherBranchMember',
  'anotherClerk',
  'anotherEmployer',
  'anotherHost',
  'anotherSecretary',
  'anotherVolunteer',
  'approver',
  'branchLead',
  'branchMember',
  'branchPeer',
  'branchSecretary',
  'clerk',
  'communityAdmin',
  'countyAdmin',
  'countyClerk',
  'deputy',
  'everyRoleElsewhere',
  'gridWorker',
  'helper',
  'joiner',
  'mediator',
  'neighbour',
  'oneSide',
  'organiser',
  'otherSide',
  'partyMember',
  'supervisor',
  'supervisorElsewhere',
  'theEmployer',
  'theHost',
  'theResident',
  'theSeeker',
  'theVolunteer',
  'workTeam',
]
/** Everybody: the readers of people.ts. */
export const everybody: readonly string[] = ['nobody', ...everybodySignedIn]
/** The staff that looks after people of the community; the supervisor looks on. */
export const staffOfTheArea: readonly string[] = ['communityAdmin', 'countyAdmin', 'gridWorker', 'supervisor']
/** The staff that arranges things for people of the community. */
export const arrangers: readonly string[] = ['communityAdmin', 'countyAdmin', 'gridWorker']
/** Who answers what is complained about, and who watches that it is answered. */
export const watchers: readonly string[] = ['communityAdmin', 'countyAdmin', 'supervisor']
/** The administrators of the community and of the county above it. */
export const admins: readonly string[] = ['communityAdmin', 'countyAdmin']
/** Who works on applications of the area. */
export const desk: readonly string[] = [
  'anotherClerk',
  'approver',
  'clerk',
  'communityAdmin',
  'countyAdmin',
  'countyClerk',
]
/** Who answers for the hub. */
export const hubSide: readonly string[] = ['deputy', 'theHost']
/** The members of one branch. */
export const branch: readonly string[] = ['branchMember', 'branchPeer', 'branchSecretary']
/** The two who quarrel. */
export const sides: readonly string[] = ['oneSide', 'otherSide']
/** Who follows up what was proposed to somebody who looks for work. */
export const followers: readonly string[] = ['communityAdmin', 'countyAdmin', 'gridWorker', 'workTeam']
/** Who works on applications, and the supervisor, who looks on. */
export const deskAndSupervisor: readonly string[] = [...desk, 'supervisor']
