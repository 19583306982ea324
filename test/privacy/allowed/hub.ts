import { type Allowed, admins, arrangers, branch, hubSide } from './groups'

export const hub: Allowed = {
  // A branch knows its members; why somebody stays away is for who plans the meeting.
  'hub.branchMeeting': {
    memberName: branch,
    leaveReason: ['branchMember', 'branchSecretary'],
    membership: branch,
  },
  // The branch alone: no other branch, no staff.
  'hub.branchMembers': {
    memberName: branch,
    membership: branch,
  },
  // Who set it up.
  'hub.branches': {
    branchName: admins,
  },
  // The two sides of the thread, until it goes up. Who wished to be unnamed is named to nobody.
  'hub.contact': {
    residentName: [...hubSide, 'theResident'],
    contactWords: [...hubSide, 'theResident'],
    anonymousName: ['anonymous'],
  },
  // While both agree; in the log.
  'hub.contactNumber': {
    residentPhone: ['theHost'],
    hostPhone: ['theResident'],
  },
  // That somebody is a party member is for the community alone: no page of anybody else names the host.
  'hub.hubBoard': {
    hostName: admins,
  },
  'hub.hubInbox': {
    residentName: hubSide,
    contactWords: hubSide,
  },
  'hub.hubToEdit': {
    hostName: admins,
  },
  // Who has to see whether somebody lives there; the door one at a time, in the log.
  'hub.joinRequest': {
    joinerName: arrangers,
    joinerDoor: arrangers,
  },
  'hub.joinRequests': {
    joinerName: arrangers,
  },
  // Her secretary, one member at a time, in the log.
  'hub.memberPoints': {
    pointWords: ['branchSecretary'],
    appealWords: ['branchSecretary'],
  },
  'hub.myBranch': {
    branchName: branch,
  },
  'hub.myContacts': {
    contactWords: ['theResident'],
  },
  'hub.myPoints': {
    pointWords: ['branchMember'],
    appealWords: ['branchMember'],
  },
  // Who grants the role, and chooses hosts and secretaries.
  'hub.partyMembers': {
    hostName: admins,
    memberName: admins,
    membership: admins,
  },
  // Who decides the appeal.
  'hub.pointAppeals': {
    memberName: admins,
    pointWords: admins,
    appealWords: admins,
    membership: admins,
  },
  // Her own paper; the secretary issued it.
  'hub.pointStatement': {
    memberName: ['branchMember', 'branchSecretary'],
    branchName: ['branchMember', 'branchSecretary'],
    pointWords: ['branchMember', 'branchSecretary'],
    membership: ['branchMember', 'branchSecretary'],
  },
  'hub.postBoard': {
    hostName: admins,
  },
  // What was promised, to the branch that answers for it.
  'hub.promises': {
    hostName: ['branchLead'],
    promiseWords: ['branchLead'],
  },
  // The hub and the staff of the area, for a task that is said; in the log.
  'hub.revealHousehold': {
    householdDoor: [...arrangers, 'deputy', 'theHost'],
    householdPhone: [...arrangers, 'deputy', 'theHost'],
  },
  // The hub that visited and its branch; not even those who were visited read what was heard.
  'hub.visit': {
    hostName: [...hubSide, 'branchLead'],
    heardWords: [...hubSide, 'branchLead'],
    promiseWords: [...hubSide, 'branchLead'],
  },
  'hub.visits': {
    hostName: [...hubSide, 'branchLead'],
  },
  // What was promised to her household.
  'hub.visitsToMe': {
    promiseWords: ['anonymous', 'theResident'],
  },
}
