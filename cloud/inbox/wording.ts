import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone'
import utc from 'dayjs/plugin/utc'
import type { NoticeFacts, NoticeKind } from '../../types/inbox'

dayjs.extend(utc)
dayjs.extend(timezone)

/** Words of WeChat messages. Fields are those of a template with thing1 (事项), time2 (时间), thing3 (提醒); a county picks such templates. */

const tips: Record<NoticeKind, (facts: NoticeFacts) => string> = {
  signUpConfirmed: () => '已经报上了，到时候见',
  signUpPromoted: (facts) => (facts.answerBy ? `轮到您了，${clock(facts.answerBy)} 前回一声` : '轮到您了，去不去？'),
  signUpLapsed: () => '没等到您回话，名额给了下一家',
  signUpRejected: (facts) => facts.reason ?? '这次没能报上',
  signUpNotPromoted: () => '这次没轮到，下次再来',
  activityChanged: () => '时间或地点有变，点开看看',
  activityCancelled: (facts) => facts.reason ?? '活动取消了',
  activityReminder: (facts) => facts.place ?? '快开始了，别忘了来',
  activitySubmitted: () => '有活动等您审批',
  activityApproved: () => '活动已通过，可以报名了',
  activitySentBack: (facts) => facts.reason ?? '请修改后再提交',
  photoHidden: (facts) => facts.reason ?? '您加的照片没有贴出来',
  commentHidden: (facts) => facts.reason ?? '您的评价没有贴出来',
  feedbackReceived: (facts) => (facts.answerBy ? `有投诉建议，${dayOf(facts.answerBy)}前答复` : '有投诉建议等您答复'),
  feedbackAnswered: () => '您的投诉建议有答复了',
  feedbackOverdue: () => '投诉建议过了答复时间',
  roleGranted: (facts) => facts.areaName ?? '点开看看',
  applicationSubmitted: (facts) => (facts.dueAt ? `已收到，最晚 ${dayOf(facts.dueAt)} 回话` : '已收到'),
  correctionRequested: (facts) => `还差 ${facts.count ?? 1} 样，补齐就能办`,
  applicationAccepted: (facts) => (facts.dueAt ? `受理了，最晚 ${dayOf(facts.dueAt)} 办好` : '受理了'),
  applicationSuspended: (facts) => facts.reason ?? '依法暂停计时，点开看看',
  applicationExtended: (facts) => (facts.dueAt ? `延到 ${dayOf(facts.dueAt)}，点开看原因` : '延期了，点开看原因'),
  applicationDecided: (facts) => (facts.outcome === 'approved' ? '批下来了' : '没有批准，点开看原因'),
  applicationDelivered: () => '结果已送达，点开看看',
  applicationLapsing: (facts) => (facts.dueAt ? `请在 ${dayOf(facts.dueAt)} 前补齐` : '请尽快补齐'),
  applicationLapsed: () => '过了补齐的日子，可以重新申请',
  applicationMessage: () => '经办人有话对您说',
  visitBooked: (facts) => facts.place ?? '约好了，请准时来',
  visitReminder: (facts) => facts.place ?? '别忘了来一趟',
  secondVisitAllowed: () => '要麻烦您再来一次，抱歉',
  helpAsked: (facts) => `${facts.personName ?? '有人'}请您帮忙办`,
  appealAnswered: () => '申诉有答复了',
  ratingAnswered: () => '您的评价有答复了',
  caseAssigned: () => '有一件事交给您办',
  caseCorrected: () => '申请人补正好了',
  caseOverdue: (facts) => facts.personName ?? '有一件逾期了',
  callBackDue: () => '有差评等您回访',
  appealDue: () => '有申诉等您答复',
  volunteerApplied: (facts) => `${facts.personName ?? '有人'}想当志愿者`,
  volunteerApproved: () => '您是志愿者了，谢谢您',
  volunteerDeclined: (facts) => facts.reason ?? '这次没能通过，点开看看',
  teamJoinAsked: (facts) => `${facts.personName ?? '有人'}想加入`,
  teamJoined: () => '欢迎加入',
  teamNotJoined: (facts) => facts.reason ?? '这次没能加入',
  teamLeft: (facts) => `${facts.personName ?? '有人'}退出了`,
  teamLed: () => '请您来带队',
  teamHandedOver: () => '换了队长，谢谢您一路带队',
  teamRemoved: (facts) => facts.reason ?? '您不在这支队伍里了',
  teamClosed: (facts) => facts.reason ?? '队伍解散了，谢谢您',
  dutyAsked: (facts) => `请您值班：${facts.place ?? '点开看看'}`,
  dutyCancelled: (facts) => facts.reason ?? '这次值班取消了',
  dutyDeclined: (facts) => `${facts.personName ?? '有人'}这次不能值班`,
  dutyAnswered: (facts) => `${facts.personName ?? '值班的人'}给您回话了`,
  dutyCalled: (facts) => `${facts.personName ?? '有居民'}请您回个话`,
  helpOffered: (facts) => (facts.answerBy ? `能来帮忙吗？${clock(facts.answerBy)} 前回一声` : '能来帮忙吗？'),
  helpOfferGone: () => '已经有人去了，谢谢您',
  helpOfferLapsed: () => '没等到您回话，请了别人',
  helpTaken: (facts) => `${facts.personName ?? '有人'}接了，会按时来`,
  helpLookingAgain: () => '约好的人来不了，正在另找',
  helpOnTheWay: (facts) => `${facts.personName ?? '帮忙的人'}出发了`,
  helpDone: () => '帮完了，办得怎么样？',
  hoursCounted: () => '补记的时长算上了',
  hoursRefused: (facts) => facts.reason ?? '补记的时长没有通过',
  mediationAgreed: () => '对方愿意谈，正在请劝架的人',
  mediationDeclined: () => '对方这次不想谈，点开看看还能怎么办',
  mediationNoAnswer: () => '对方还没有回话，可以再发一次邀请',
  mediationEnded: () => '有一方不想谈了，这次就到这里',
  mediationRecord: () => '谈成的话写下来了，请看一遍、确认',
  mediationSettled: () => '双方都确认了',
  householdsLinked: (facts) => `新联系 ${facts.count ?? 1} 户`,
  householdOrphaned: (facts) => `${facts.count ?? 1} 户还没有中心户`,
  hubLinked: () => '是您家的中心户，有事找他们',
  householdAsked: () => '有居民等您确认住处',
  householdJoined: () => '确认好了，看看您家的中心户',
  householdNotJoined: (facts) => facts.reason ?? '这次没能确认，点开看看',
  openingSubmitted: () => '有招工等您审核',
  openingApproved: () => '审核通过，街坊能看到了',
  openingSentBack: (facts) => facts.reason ?? '退回来了，点开看看',
  workProposed: () => '有个活儿可能适合您',
  workInterested: () => '有人想来，点开看看',
  workToFollowUp: (facts) => (facts.dueAt ? `请跟进，${dayOf(facts.dueAt)}前` : '请您跟进'),
  workContacted: () => '用人单位联系上了',
  workHired: () => '定下来了，恭喜您',
  workNotHired: (facts) => facts.reason ?? '这次没成，点开看看',
  workWithdrawn: () => '这个活儿不招了',
  workMessage: () => '有话对您说',
  helpClosed: (facts) => facts.reason ?? '这次没能帮上，点开看看',
  helpUnmet: () => '暂时没人能来，社区在想办法',
  helpCancelled: () => '这次不用去了，谢谢您',
  helpMessage: (facts) => `${facts.personName ?? '对方'}有话对您说`,
  helpCallBack: (facts) => `${facts.personName ?? '对方'}想请您回个电话`,
  helpToArrange: (facts) => (facts.dueAt ? `有求助等您安排，${clock(facts.dueAt)} 前` : '有求助等您安排'),
}

const dayOf = (at: Date) => dayjs(at).tz('Asia/Shanghai').format('M月D日')
const clock = (at: Date) => dayjs(at).tz('Asia/Shanghai').format('HH:mm')

/** The fields of one message; the client cuts them to WeChat's limits. */
export function messageFields(kind: NoticeKind, facts: NoticeFacts, now: Date): Record<string, string> {
  return {
    thing1: facts.title ?? '邻里帮',
    time2: dayjs(facts.startsAt ?? now)
      .tz('Asia/Shanghai')
      .format('YYYY-MM-DD HH:mm'),
    thing3: tips[kind](facts),
  }
}
