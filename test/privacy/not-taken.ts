/** What nobody in this neighbourhood can do, and why: each gives back no more than that it is done, and what it refuses was read. */
export const neverTaken: Readonly<Record<string, string>> = {
  'activity.answerPromotion': 'no seat came free for somebody who waits',
  'activity.checkInByCode': 'the activity has not begun, and its code is new every minute',
  'activity.renewInvitation': 'no activity is by invitation',
  'activity.reviewComment': 'nobody hid a comment; it is about a rating written at another moment',
  'application.allowSecondVisit': 'the one visit has not been made',
  'hub.applyProposal': 'households have moved since the proposal was made',
  'volunteer.changeMediator': 'the mediator is there already',
}
