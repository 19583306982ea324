import type { Allowed } from './groups'

export const told: Allowed = {
  // Whoever turns to somebody on duty says who it is; so does the message that WeChat carries.
  'WeChat dutyCalled': {
    otherPartyName: ['theVolunteer'],
    employerName: ['theVolunteer'],
    memberName: ['theVolunteer'],
    anonymousName: ['theVolunteer'],
    joinerName: ['theVolunteer'],
    residentName: ['theVolunteer'],
  },
  // Whom she asked to help with her application.
  'WeChat helpAsked': {
    residentName: ['helper'],
  },
  // Whoever comes is told who wrote; the words stay in the cloud.
  'WeChat helpMessage': {
    residentName: ['theVolunteer'],
  },
  // His own words.
  'WeChat hoursCounted': {
    serviceWords: ['theVolunteer'],
  },
  // What had been told before anybody walked.
  'inbox.list': {
    residentName: ['helper', 'theVolunteer'],
    helpWords: ['theVolunteer'],
    serviceWords: ['theVolunteer'],
    volunteerName: ['communityAdmin'],
  },
  'inbox.list dutyCalled': {
    otherPartyName: ['theVolunteer'],
    employerName: ['theVolunteer'],
    memberName: ['theVolunteer'],
    anonymousName: ['theVolunteer'],
    joinerName: ['theVolunteer'],
    residentName: ['theVolunteer'],
  },
  'inbox.list helpAsked': {
    residentName: ['helper'],
  },
  'inbox.list helpMessage': {
    residentName: ['theVolunteer'],
  },
  'inbox.list hoursCounted': {
    serviceWords: ['theVolunteer'],
  },
}
