import Taro from '@tarojs/taro'

/** Every page by name. Features know each other only through this table. */
const pages = {
  home: 'pages/home/index',
  mine: 'pages/mine/index',
  inbox: 'pages/inbox/index',
  me: 'pages/me/index',
  activities: 'features/activity/pages/list/index',
  activity: 'features/activity/pages/detail/index',
  signUp: 'features/activity/pages/sign-up/index',
  signUpResult: 'features/activity/pages/result/index',
  checkIn: 'features/activity/pages/check-in/index',
  rate: 'features/activity/pages/rate/index',
  console: 'features/activity/pages/console/index',
  publish: 'features/activity/pages/publish/index',
  publishPreview: 'features/activity/pages/publish-preview/index',
  invite: 'features/activity/pages/invite/index',
  poster: 'features/activity/pages/poster/index',
  ratings: 'features/activity/pages/ratings/index',
  reviews: 'features/activity/pages/reviews/index',
  managed: 'features/activity/pages/managed/index',
  approvals: 'features/activity/pages/approvals/index',
  catalogue: 'features/catalogue/pages/list/index',
  catalogueItem: 'features/catalogue/pages/edit/index',
  catalogueFiles: 'features/catalogue/pages/files/index',
  services: 'features/service/pages/catalogue/index',
  serviceItem: 'features/service/pages/item/index',
  apply: 'features/service/pages/apply/index',
  applied: 'features/service/pages/applied/index',
  applications: 'features/service/pages/applications/index',
  application: 'features/service/pages/application/index',
  correct: 'features/service/pages/correct/index',
  talk: 'features/service/pages/talk/index',
  visit: 'features/service/pages/visit/index',
  helper: 'features/service/pages/helper/index',
  appeal: 'features/service/pages/appeal/index',
  rateService: 'features/service/pages/rate/index',
  checkLetter: 'features/service/pages/check-letter/index',
  visitRates: 'features/service/pages/rates/index',
  askHelp: 'features/volunteer/pages/ask/index',
  helpRequest: 'features/volunteer/pages/request/index',
  helpRequests: 'features/volunteer/pages/requests/index',
  helpOffers: 'features/volunteer/pages/offers/index',
  helpOffer: 'features/volunteer/pages/offer/index',
  helpTasks: 'features/volunteer/pages/tasks/index',
  helpHours: 'features/volunteer/pages/hours/index',
  logHours: 'features/volunteer/pages/log-hours/index',
  checkStatement: 'features/volunteer/pages/check-statement/index',
  helpTask: 'features/volunteer/pages/task/index',
  helpWhy: 'features/volunteer/pages/why/index',
  teams: 'features/volunteer/pages/teams/index',
  team: 'features/volunteer/pages/team/index',
  duty: 'features/volunteer/pages/duty/index',
  volunteerProfile: 'features/volunteer/pages/profile/index',
  hub: 'features/hub/pages/card/index',
  hubs: 'features/hub/pages/list/index',
  contact: 'features/hub/pages/contact/index',
  contacts: 'features/hub/pages/contacts/index',
  joinHousehold: 'features/hub/pages/join/index',
  household: 'features/hub/pages/household/index',
  hubPosts: 'features/hub/pages/posts/index',
  hubVisits: 'features/hub/pages/visits/index',
  workOpenings: 'features/work/pages/openings/index',
  workOpening: 'features/work/pages/opening/index',
  workSeeker: 'features/work/pages/seeker/index',
  workProposal: 'features/work/pages/proposal/index',
  workEmployer: 'features/work/pages/employer/index',
  workFollow: 'features/work/pages/follow/index',
  mediations: 'features/mediation/pages/list/index',
  mediation: 'features/mediation/pages/dispute/index',
  mediationInvitation: 'features/mediation/pages/invitation/index',
  partyPoints: 'features/party/pages/points/index',
  partyRules: 'features/party/pages/rules/index',
  partyAppeals: 'features/party/pages/appeals/index',
  partyGive: 'features/party/pages/give-points/index',
  checkPoints: 'features/party/pages/check-points/index',
  partyLife: 'features/party/pages/life/index',
  partyMeeting: 'features/party/pages/meeting/index',
  partyPlan: 'features/party/pages/plan/index',
  partyRecord: 'features/party/pages/record/index',
  partyMembers: 'features/party/pages/members/index',
  partyBranches: 'features/party/pages/branches/index',
  signIn: 'features/people/pages/sign-in/index',
  homeArea: 'features/people/pages/home-area/index',
  privacy: 'features/people/pages/privacy/index',
  data: 'features/people/pages/data/index',
  family: 'features/people/pages/family/index',
  grants: 'features/people/pages/grants/index',
  feedback: 'features/feedback/pages/list/index',
  feedbackSend: 'features/feedback/pages/send/index',
  feedbackDetail: 'features/feedback/pages/detail/index',
  feedbackDesk: 'features/feedback/pages/desk/index',
  desk: 'features/desk/pages/queue/index',
  deskCase: 'features/desk/pages/case/index',
  deskAct: 'features/desk/pages/act/index',
  deskAbsences: 'features/desk/pages/absences/index',
  deskVisits: 'features/desk/pages/visits/index',
  deskBoard: 'features/desk/pages/board/index',
  deskWindows: 'features/desk/pages/windows/index',
  deskWindow: 'features/desk/pages/window/index',
  deskSettings: 'features/desk/pages/settings/index',
  matching: 'features/matching/pages/board/index',
  matchingRequest: 'features/matching/pages/request/index',
  matchingVolunteers: 'features/matching/pages/volunteers/index',
  matchingVolunteer: 'features/matching/pages/volunteer/index',
  matchingDuty: 'features/matching/pages/duty/index',
  matchingTeams: 'features/matching/pages/teams/index',
  matchingHours: 'features/matching/pages/hours/index',
  matchingWeights: 'features/matching/pages/weights/index',
  branchInbox: 'features/branch/pages/inbox/index',
  branchContact: 'features/branch/pages/contact/index',
  branchMine: 'features/branch/pages/mine/index',
  branchVisits: 'features/branch/pages/visits/index',
  branchVisit: 'features/branch/pages/visit/index',
  branchWriteVisit: 'features/branch/pages/write-visit/index',
  branchPromises: 'features/branch/pages/promises/index',
  branchPosts: 'features/branch/pages/posts/index',
  branchPostEdit: 'features/branch/pages/post-edit/index',
  branchAbsence: 'features/branch/pages/absence/index',
  branchHubs: 'features/branch/pages/hubs/index',
  branchHub: 'features/branch/pages/hub/index',
  branchHubEdit: 'features/branch/pages/hub-edit/index',
  branchHouseholds: 'features/branch/pages/households/index',
  branchRegister: 'features/branch/pages/register/index',
  branchImport: 'features/branch/pages/import/index',
  branchJoins: 'features/branch/pages/joins/index',
  branchBalance: 'features/branch/pages/balance/index',
  branchDeadlines: 'features/branch/pages/deadlines/index',
  branchSettings: 'features/branch/pages/settings/index',
} as const
export type PageName = keyof typeof pages
type Params = Readonly<Record<string, string | number | undefined>>

/** The pages of the tab bar, in its order. */
export const tabs = ['home', 'mine', 'inbox', 'me'] as const
const isTab = (page: PageName) => tabs.some((tab) => tab === page)

/** The address of a page with its parameters, as Taro and share cards want it. */
export function pathOf(page: PageName, params: Params = {}): string {
  const query = Object.entries(params)
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${encodeURIComponent(String(value))}`]))
    .join('&')
  return `/${pages[page]}${query ? `?${query}` : ''}`
}

/** Opens a page; a tab page by switching to its tab. A second tap while it opens does nothing. */
export function go(page: PageName, params: Params = {}): void {
  if (isTab(page)) Taro.switchTab({ url: pathOf(page) }).catch(() => {})
  else Taro.navigateTo({ url: pathOf(page, params) }).catch(() => {})
}

/** Opens a page in the place of this one. */
export function replaceWith(page: PageName, params: Params = {}): void {
  if (isTab(page)) go(page)
  else Taro.redirectTo({ url: pathOf(page, params) }).catch(() => {})
}

/** Opens a page as the only one: what led here is done, and going back leads home. */
export function startOver(page: PageName, params: Params = {}): void {
  Taro.reLaunch({ url: pathOf(page, params) }).catch(() => {})
}

export const goHome = () => go('home')

/** Back, or home when this page was opened from outside (a share card, a code). */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) Taro.navigateBack().catch(() => {})
  else goHome()
}
