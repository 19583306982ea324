import type { Field } from './people'

/**
 * Who may see which personal field in which operation, and why. A line more than people see fails as a line less does. The people are those of people.ts: the
 * resident, the volunteer, the host and the household are of 柳桥; "elsewhere" is another community.
 */

const everybodySignedIn = [
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
  'communityAdminElsewhere',
  'gridWorker',
  'gridWorkerElsewhere',
  'neighbour',
  'organiser',
  'partyMember',
  'supervisor',
  'theHost',
  'theResident',
  'theVolunteer',
] as const

export const allowed: Record<Field, Readonly<Record<string, readonly string[]>>> = {
  // Whoever acts for her: the organiser of what she signed up for, the staff of her matters, her hub unless she is anonymous, the volunteer who comes.
  residentName: {
    'application.case': ['approver', 'clerk', 'communityAdmin', 'supervisor'],
    'application.queue': ['clerk'],
    'activity.exportSignUps': ['communityAdmin'],
    'activity.roster': ['communityAdmin'],
    'feedback.desk': ['communityAdmin', 'supervisor'],
    'people.findByPhone': ['communityAdmin', 'communityAdminElsewhere'],
    'volunteer.boardRequest': ['communityAdmin', 'gridWorker', 'supervisor'],
    'hub.contact': ['theHost', 'theResident'],
    'hub.hubInbox': ['theHost'],
    'activity.detail': ['theResident'],
    'activity.list': ['theResident'],
    'activity.mine': ['theResident'],
    'application.detail': ['theResident'],
    'application.mine': ['theResident'],
    'application.today': ['theResident'],
    'people.exportMine': ['theResident'],
    'people.me': ['theResident'],
    'volunteer.myRequests': ['theResident'],
    'volunteer.request': ['theResident'],
    'volunteer.myTasks': ['theVolunteer'],
    'volunteer.task': ['theVolunteer'],
  },
  // In the clear only to herself and at the desk that handles her application.
  residentPhone: {
    'application.case': ['approver', 'clerk', 'communityAdmin', 'supervisor'],
    'people.exportMine': ['theResident'],
  },
  // Masked to who has to call back or to check a number that he was told.
  residentMasked: {
    'activity.exportSignUps': ['communityAdmin'],
    'activity.roster': ['communityAdmin'],
    'feedback.desk': ['communityAdmin', 'supervisor'],
    'people.findByPhone': ['communityAdmin', 'communityAdminElsewhere'],
    'people.exportMine': ['theResident'],
    'people.me': ['theResident'],
  },
  // Whoever she comes to, the staff of the area, her team; a leader of a team is named to whoever may join it.
  volunteerName: {
    'volunteer.team': everybodySignedIn,
    'volunteer.teams': everybodySignedIn,
    'inbox.list': ['communityAdmin', 'theResident'],
    'people.exportMine': ['communityAdmin', 'theResident', 'theVolunteer'],
    'people.grants': ['communityAdmin', 'supervisor'],
    'volunteer.board': ['communityAdmin', 'gridWorker', 'supervisor'],
    'volunteer.boardRequest': ['communityAdmin', 'gridWorker', 'supervisor'],
    'volunteer.teamMembers': ['communityAdmin', 'gridWorker', 'supervisor', 'theVolunteer'],
    'volunteer.volunteer': ['communityAdmin', 'gridWorker', 'supervisor'],
    'volunteer.volunteers': ['communityAdmin', 'gridWorker', 'supervisor'],
    'volunteer.request': ['theResident'],
    'people.me': ['theVolunteer'],
    'volunteer.myProfile': ['theVolunteer'],
  },
  // To herself alone.
  volunteerPhone: {
    'people.exportMine': ['theVolunteer'],
  },
  // The staff that took her in.
  volunteerMasked: {
    'people.grants': ['communityAdmin', 'supervisor'],
    'volunteer.volunteer': ['communityAdmin', 'gridWorker', 'supervisor'],
    'people.exportMine': ['theVolunteer'],
    'people.me': ['theVolunteer'],
  },
  // That somebody is a party member is for the community alone: no hub, no list of posts, no page of anybody else names the host; his branch reads who visited.
  hostName: {
    'hub.hubBoard': ['communityAdmin'],
    'hub.hubToEdit': ['communityAdmin'],
    'hub.partyMembers': ['communityAdmin'],
    'hub.postBoard': ['communityAdmin'],
    'hub.promises': ['branchLead'],
    'hub.visit': ['branchLead', 'theHost'],
    'hub.visits': ['branchLead', 'theHost'],
    'people.grants': ['communityAdmin'],
    'people.exportMine': ['theHost'],
    'people.me': ['theHost'],
  },
  // To himself alone.
  hostPhone: {
    'people.exportMine': ['theHost'],
  },
  // Who grants roles.
  hostMasked: {
    'people.grants': ['communityAdmin'],
    'people.exportMine': ['theHost'],
    'people.me': ['theHost'],
  },
  // One function, audited, for the hub and the staff of the area.
  householdDoor: {
    'hub.revealHousehold': ['communityAdmin', 'gridWorker', 'theHost'],
  },
  // The same.
  householdPhone: {
    'hub.revealHousehold': ['communityAdmin', 'gridWorker', 'theHost'],
  },
  // Who has to see whether somebody lives there.
  joinerName: {
    'hub.joinRequest': ['communityAdmin', 'gridWorker'],
    'hub.joinRequests': ['communityAdmin', 'gridWorker'],
  },
  // The same, one at a time, audited.
  joinerDoor: {
    'hub.joinRequest': ['communityAdmin', 'gridWorker'],
  },
  // Herself, and whoever comes, once he said yes.
  helpAddress: {
    'volunteer.request': ['theResident'],
    'volunteer.task': ['theVolunteer'],
  },
  // Who comes and the staff of the area; not the board, not those only asked.
  helpWords: {
    'volunteer.boardRequest': ['communityAdmin', 'gridWorker', 'supervisor'],
    'people.exportMine': ['theResident'],
    'volunteer.request': ['theResident'],
    'volunteer.task': ['theVolunteer'],
  },
  // The two sides of the thread, until it goes up.
  contactWords: {
    'hub.contact': ['theHost', 'theResident'],
    'hub.myContacts': ['theResident'],
    'hub.hubInbox': ['theHost'],
    'people.exportMine': ['theResident'],
  },
  // The desk.
  formValue: {
    'application.case': ['approver', 'clerk', 'communityAdmin', 'supervisor'],
    'application.detail': ['theResident'],
  },
  // Who answers it, and the supervisor.
  feedbackWords: {
    'feedback.desk': ['communityAdmin', 'supervisor'],
    'feedback.detail': ['theResident'],
    'feedback.mine': ['theResident'],
    'people.exportMine': ['theResident'],
  },
  // Who belongs to a branch is the branch's: no other secretary, no other member, no staff. The community knows whom it granted the role, and hears appeals.
  memberName: {
    'hub.branchMeeting': ['branchMember', 'branchPeer', 'branchSecretary'],
    'hub.branchMembers': ['branchMember', 'branchPeer', 'branchSecretary'],
    'hub.pointAppeals': ['communityAdmin'],
    'hub.partyMembers': ['communityAdmin'],
    'people.grants': ['communityAdmin'],
    'people.exportMine': ['branchMember'],
    'people.me': ['branchMember'],
  },
  // Himself and who plans the meeting.
  leaveReason: {
    'hub.branchMeeting': ['branchMember', 'branchSecretary'],
    'people.exportMine': ['branchMember'],
  },
  // Himself, his secretary one member at a time, and who decides the appeal.
  pointWords: {
    'hub.memberPoints': ['branchSecretary'],
    'hub.myPoints': ['branchMember'],
    'hub.pointAppeals': ['communityAdmin'],
    'people.exportMine': ['branchMember'],
  },
  appealWords: {
    'hub.memberPoints': ['branchSecretary'],
    'hub.myPoints': ['branchMember'],
    'hub.pointAppeals': ['communityAdmin'],
    'people.exportMine': ['branchMember'],
  },
  // The hub that visited and its branch; not even those who were visited.
  heardWords: {
    'hub.visit': ['branchLead', 'theHost'],
  },
  // The same, and to whom it was promised.
  promiseWords: {
    'hub.promises': ['branchLead'],
    'hub.visit': ['branchLead', 'theHost'],
    'hub.visitsToMe': ['theResident'],
  },
}
