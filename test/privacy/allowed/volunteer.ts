import { type Allowed, admins, arrangers, everybodySignedIn, followers, sides, staffOfTheArea } from './groups'

export const volunteer: Allowed = {
  // Whoever was handed the code hears who asks, never what about.
  'volunteer.agreeToMediation': {
    partyName: ['neighbour'],
  },
  'volunteer.askStaff': {
    residentName: ['theResident'],
    helpAddress: ['theResident'],
    helpWords: ['theResident'],
  },
  // Who comes, for the staff of the area.
  'volunteer.board': {
    volunteerName: staffOfTheArea,
  },
  // The staff that arranges it, in the log; no address.
  'volunteer.boardRequest': {
    residentName: staffOfTheArea,
    helpWords: staffOfTheArea,
    volunteerName: staffOfTheArea,
    partyName: staffOfTheArea,
    disputeWords: staffOfTheArea,
  },
  // Her own request.
  'volunteer.changeRequest': {
    residentName: ['theResident'],
    helpAddress: ['theResident'],
    helpWords: ['theResident'],
  },
  // Whoever said yes, for as long as it lasts.
  'volunteer.checkIn': {
    residentName: ['theVolunteer'],
    helpAddress: ['theVolunteer'],
    helpWords: ['theVolunteer'],
  },
  'volunteer.checkOut': {
    residentName: ['theVolunteer'],
    helpAddress: ['theVolunteer'],
    helpWords: ['theVolunteer'],
  },
  // Both sides and whoever mediates see the same.
  'volunteer.confirmRecord': {
    partyName: sides,
    otherPartyName: sides,
    mediationWords: sides,
  },
  // Among whom the staff chooses.
  'volunteer.consider': {
    volunteerName: arrangers,
  },
  // Whom she turned to.
  'volunteer.dutyCalls': {
    residentName: ['theVolunteer'],
    helpWords: ['theVolunteer'],
  },
  // Whom to ask for the licence.
  'volunteer.enterprisesToVerify': {
    employerName: admins,
  },
  // Who looks before it counts.
  'volunteer.hoursToReview': {
    volunteerName: admins,
    serviceWords: admins,
  },
  // Whoever was handed the code hears who asks, never what about.
  'volunteer.invitation': {
    partyName: ['neighbour'],
  },
  // Both sides and whoever mediates see the same.
  'volunteer.mediation': {
    partyName: [...sides, 'mediator'],
    otherPartyName: [...sides, 'mediator'],
    mediationWords: [...sides, 'mediator'],
  },
  'volunteer.myEnterprises': {
    employerName: ['theEmployer'],
  },
  'volunteer.myHours': {
    serviceWords: ['theVolunteer'],
  },
  'volunteer.myMediations': {
    otherPartyName: ['oneSide'],
    partyName: ['otherSide'],
  },
  'volunteer.myProfile': {
    volunteerName: ['theVolunteer'],
  },
  'volunteer.myRequests': {
    partyName: ['oneSide'],
    residentName: ['theResident'],
  },
  // Whoever said yes.
  'volunteer.myTasks': {
    residentName: ['theVolunteer'],
    partyName: ['mediator'],
  },
  'volunteer.myWorkProfile': {
    seekerName: ['theSeeker'],
    seekerWishes: ['theSeeker'],
  },
  'volunteer.myWorkProposals': {
    seekerName: ['theSeeker'],
  },
  'volunteer.openMediation': {
    partyName: ['oneSide'],
  },
  // Her own request.
  'volunteer.request': {
    helpAddress: ['oneSide', 'theResident'],
    partyName: ['oneSide'],
    disputeWords: ['oneSide'],
    residentName: ['theResident'],
    helpWords: ['theResident'],
    volunteerName: ['theResident'],
  },
  'volunteer.saveMediationRecord': {
    partyName: ['mediator'],
    otherPartyName: ['mediator'],
    mediationWords: ['mediator'],
  },
  // Who looks for work, the employer once she is interested, and who follows up.
  'volunteer.sayAboutWork': {
    workWords: [...arrangers, 'theEmployer', 'theSeeker', 'workTeam'],
    seekerName: [...arrangers, 'theEmployer', 'workTeam'],
    employerName: ['theEmployer'],
    seekerWishes: followers,
  },
  'volunteer.setOut': {
    residentName: ['theVolunteer'],
    helpAddress: ['theVolunteer'],
    helpWords: ['theVolunteer'],
  },
  // Who plans them.
  'volunteer.shifts': {
    volunteerName: admins,
    volunteerMasked: admins,
  },
  // His own paper.
  'volunteer.statement': {
    volunteerName: ['theVolunteer'],
    serviceWords: ['theVolunteer'],
  },
  // Who follows up.
  'volunteer.stepWorkProposal': {
    seekerName: followers,
    seekerWishes: followers,
    workWords: followers,
  },
  'volunteer.swapPerson': {
    residentName: ['theResident'],
    helpAddress: ['theResident'],
    helpWords: ['theResident'],
    volunteerName: ['theResident'],
  },
  'volunteer.takeOverWorkProposal': {
    seekerName: followers,
    seekerWishes: followers,
    workWords: followers,
  },
  // Whoever said yes, in the log.
  'volunteer.task': {
    residentName: ['theVolunteer'],
    helpAddress: ['mediator', 'theVolunteer'],
    helpWords: ['theVolunteer'],
    partyName: ['mediator'],
    disputeWords: ['mediator'],
  },
  // A leader is named to whoever may join.
  'volunteer.team': {
    volunteerName: everybodySignedIn,
  },
  // The team, and the staff of its area.
  'volunteer.teamMembers': {
    volunteerName: [...staffOfTheArea, 'theVolunteer'],
  },
  'volunteer.teams': {
    volunteerName: everybodySignedIn,
  },
  // The staff that took him in.
  'volunteer.volunteer': {
    volunteerName: staffOfTheArea,
    volunteerMasked: staffOfTheArea,
  },
  'volunteer.volunteers': {
    volunteerName: staffOfTheArea,
  },
  'volunteer.withdrawConsent': {
    partyName: sides,
    otherPartyName: sides,
    mediationWords: sides,
  },
  // Once she is interested; not her wishes.
  'volunteer.workCandidates': {
    seekerName: ['theEmployer'],
  },
  // Whoever is responsible for it.
  'volunteer.workFollowUps': {
    seekerName: ['communityAdmin'],
  },
  // Who looks for work, the employer once she is interested (not her wishes), and who follows up.
  'volunteer.workProposal': {
    seekerName: [...arrangers, 'theEmployer', 'theSeeker', 'workTeam'],
    seekerWishes: [...arrangers, 'theSeeker', 'workTeam'],
    workWords: [...arrangers, 'theEmployer', 'theSeeker', 'workTeam'],
  },
}
