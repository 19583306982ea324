import { type Allowed, desk, deskAndSupervisor, watchers } from './groups'

export const application: Allowed = {
  // Who answers it.
  'application.appeals': {
    caseAppealWords: ['supervisor'],
  },
  // Who is expected at the window today.
  'application.appointments': {
    residentName: desk,
  },
  // The number is for whoever has to call back, nobody else.
  'application.callBacks': {
    residentPhone: ['communityAdmin'],
    ratingWords: watchers,
  },
  // Whoever may act on it; what was typed, handed in and appealed about is the supervisor's only while an appeal waits for the answer. Nobody has the number.
  'application.case': {
    residentName: deskAndSupervisor,
    residentMasked: deskAndSupervisor,
    formValue: deskAndSupervisor,
    idNumber: deskAndSupervisor,
    postAddress: desk,
    caseWords: desk,
    caseAppealWords: deskAndSupervisor,
  },
  'application.checkInVisit': {
    residentName: desk,
  },
  // The applicant, and whoever she asked to help.
  'application.detail': {
    residentName: ['helper', 'theResident'],
    formValue: ['helper', 'theResident'],
    idNumber: ['helper', 'theResident'],
    postAddress: ['helper', 'theResident'],
    caseWords: ['helper', 'theResident'],
  },
  // Whoever issues letters, and whom they are for.
  'application.letter': {
    residentName: [...watchers, 'anotherClerk', 'approver', 'clerk', 'countyClerk', 'theResident'],
  },
  'application.mine': {
    residentName: ['helper', 'theResident'],
  },
  // What waits, and for whom.
  'application.queue': {
    residentName: ['anotherClerk', 'approver', 'clerk', 'supervisor'],
  },
  // One at a time, for whoever is responsible and has something left to do; in the log.
  'application.revealPhone': {
    residentPhone: ['approver', 'clerk'],
  },
  'application.today': {
    residentName: ['helper', 'theResident'],
  },
}
