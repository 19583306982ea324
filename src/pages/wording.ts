import type { NoticeFacts, NoticeKind } from '../../types/inbox'
import type { Role } from '../../types/operation'
import { fullTime, nearTime } from '../platform/dates'

/** Words of the four tab pages. */
export const wording = {
  home: {
    county: '云溪县',
    chooseHome: '选社区',
    changeHome: (name: string) => `切换社区，现在是${name}`,
    visitor: '您好，欢迎来邻里帮',
    nothing: '今天没有要办的事',
    tasks: (n: number) => `今天有 ${n} 件事`,
    can: '我能做什么',
    activities: '活动',
    thisWeek: (n: number) => `这周附近 ${n} 场`,
    near: '附近的活动',
    all: '看全部',
    empty: '附近还没有活动。',
    emptyStep: '我来办一个',
    offline: '网断了，连上再看。',
    mine: '我的事',
    inbox: '消息',
    me: '我',
    organise: '办活动',
    organiseNote: '自己也办一场',
    answer: '去回复',
    walk: '带我走过去',
    listen: '听',
    tasksFor: {
      answerPromotion: (title: string) => `${title}轮到您了，去不去？`,
      attend: (title: string) => title,
      waiting: (title: string) => title,
      sentBack: (title: string) => `「${title}」要改一改`,
      approve: (title: string) => `「${title}」等您审批`,
      rate: (title: string) => `${title}办得怎么样？`,
    },
    lights: {
      answerPromotion: (at: string) => `${at} 前回复`,
      attend: (at: string) => `${at}，已报上`,
      waiting: '候补中',
      sentBack: '退回修改',
      approve: '等审批',
      rate: '可以评价了',
    },
    elderAsk: '要用大字的长辈模式吗？随时可以在「我」里换。',
    elderYes: '用长辈模式',
    elderNo: '不用',
  },
  mine: {
    title: '我的事',
    coming: '要去的',
    past: '去过的',
    empty: '您还没有报名。',
    step: '看看有什么活动',
    emptyPast: '还没有去过的活动。',
    needSignIn: '登录后看到您报的活动。',
    signIn: '登录',
    offline: '网断了，连上再看。',
  },
  inbox: {
    title: '消息',
    empty: '没有消息。',
    readAll: '全部看过',
    needSignIn: '登录后收消息。',
    signIn: '登录',
    offline: '网断了，连上再看。',
    unread: '没看过',
  },
  demoMessages: { title: '演示：微信里收到的' },
  outbox: (n: number) => `${n} 件事等联网后自动提交`,
  outboxDone: (title: string) => `「${title}」已经替您交上去了`,
  outboxRefused: (title: string) => `「${title}」没有办成，点开看看`,
}

const roleNames: Record<Role, string> = {
  volunteer: '志愿者',
  partyMember: '党员',
  hubHost: '中心户户长',
  organiser: '团队负责人',
  gridWorker: '网格员',
  clerk: '窗口人员',
  approver: '审批人',
  communityAdmin: '社区管理员',
  supervisor: '监督员',
}

const title = (f: NoticeFacts) => f.title ?? '活动'
const by = (f: NoticeFacts, before: string, after: string) =>
  f.dueAt ? `${before} ${nearTime(f.dueAt, new Date())} ${after}`.trim() : ''
const at = (f: NoticeFacts) => (f.startsAt ? nearTime(f.startsAt, new Date()) : '')

/** A notice in two lines: what happened, and what it means. */
export const noticeWords: Record<NoticeKind, (f: NoticeFacts) => { head: string; note: string }> = {
  signUpConfirmed: (f) => ({ head: `${title(f)}：报上了`, note: at(f) }),
  signUpPromoted: (f) => ({
    head: `${title(f)}轮到您了，去不去？`,
    note: f.answerBy ? `${nearTime(f.answerBy, new Date())} 前回一声` : '',
  }),
  signUpLapsed: (f) => ({ head: `${title(f)}：没等到您回话`, note: '名额给了下一家' }),
  signUpRejected: (f) => ({ head: `${title(f)}：这次没报上`, note: f.reason ?? '' }),
  signUpNotPromoted: (f) => ({ head: `${title(f)}：这次没轮到`, note: '下次再来' }),
  activityChanged: (f) => ({
    head: `${title(f)}：${(f.changed ?? []).includes('time') ? '时间' : '地点'}改了`,
    note: [at(f), f.place].filter(Boolean).join(' · '),
  }),
  activityCancelled: (f) => ({ head: `${title(f)}：取消了`, note: f.reason ?? '' }),
  activityReminder: (f) => ({ head: `${title(f)}快开始了`, note: [at(f), f.place].filter(Boolean).join(' · ') }),
  activitySubmitted: (f) => ({ head: `「${title(f)}」等您审批`, note: at(f) }),
  activityApproved: (f) => ({ head: `「${title(f)}」通过了`, note: '已经可以报名' }),
  activitySentBack: (f) => ({ head: `「${title(f)}」要改一改`, note: f.reason ?? '' }),
  photoHidden: (f) => ({ head: `您给「${title(f)}」加的照片没有贴出来`, note: f.reason ?? '' }),
  commentHidden: (f) => ({ head: `您对「${title(f)}」的评价没有贴出来`, note: f.reason ?? '' }),
  feedbackReceived: (f) => ({
    head: `投诉建议 ${f.title ?? ''} 等您答复`,
    note: f.answerBy ? `最晚 ${fullTime(f.answerBy)}` : '',
  }),
  feedbackAnswered: (f) => ({ head: `您的投诉建议 ${f.title ?? ''} 有答复了`, note: f.reason ?? '' }),
  feedbackOverdue: (f) => ({
    head: `投诉建议 ${f.title ?? ''} 过了答复时间`,
    note: f.answerBy ? `该在 ${fullTime(f.answerBy)} 前答复` : '',
  }),
  roleGranted: (f) => ({ head: `您是${f.areaName ?? ''}的${roleNames[f.role as Role] ?? ''}了`, note: '' }),
  applicationSubmitted: (f) => ({ head: `${title(f)}：已经交上去了`, note: by(f, '最晚', '回话') }),
  correctionRequested: (f) => ({ head: `${title(f)}：还差 ${f.count ?? 1} 样`, note: by(f, '请在', '前补齐') }),
  applicationAccepted: (f) => ({ head: `${title(f)}：受理了`, note: by(f, '最晚', '办好') }),
  applicationSuspended: (f) => ({ head: `${title(f)}：依法暂停计时`, note: f.reason ?? '' }),
  applicationExtended: (f) => ({ head: `${title(f)}：延期了`, note: by(f, '最晚', '办好') }),
  applicationDecided: (f) => ({
    head: `${title(f)}：${f.outcome === 'approved' ? '批下来了' : '没有批准'}`,
    note: f.outcome === 'approved' ? '' : '点开看原因和怎么申诉',
  }),
  applicationDelivered: (f) => ({ head: `${title(f)}：结果已送达`, note: '办得怎么样？点开评一评' }),
  applicationLapsing: (f) => ({ head: `${title(f)}：还等您补齐`, note: by(f, '请在', '前补齐') }),
  applicationLapsed: (f) => ({ head: `${title(f)}：过了补齐的日子`, note: '材料还在，可以重新申请' }),
  applicationMessage: (f) => ({ head: `${title(f)}：经办人有话对您说`, note: '' }),
  visitBooked: (f) => ({ head: `${title(f)}：约好了`, note: [at(f), f.place].filter(Boolean).join(' · ') }),
  visitReminder: (f) => ({ head: `${title(f)}：别忘了来一趟`, note: [at(f), f.place].filter(Boolean).join(' · ') }),
  secondVisitAllowed: (f) => ({ head: `${title(f)}：要麻烦您再来一次`, note: f.reason ?? '' }),
  helpAsked: (f) => ({ head: `${f.personName ?? '有人'}请您帮忙办「${title(f)}」`, note: '' }),
  appealAnswered: (f) => ({ head: `${title(f)}：申诉有答复了`, note: '' }),
  ratingAnswered: (f) => ({ head: `${title(f)}：您的评价有答复了`, note: '' }),
  caseAssigned: (f) => ({ head: `「${title(f)}」交给您办`, note: by(f, '最晚', '') }),
  caseCorrected: (f) => ({ head: `「${title(f)}」补正好了`, note: by(f, '最晚', '回话') }),
  caseOverdue: (f) => ({ head: `「${title(f)}」逾期了`, note: f.personName ?? '' }),
  callBackDue: (f) => ({ head: `「${title(f)}」有差评等您回访`, note: by(f, '最晚', '') }),
  appealDue: (f) => ({ head: `「${title(f)}」有申诉等您答复`, note: by(f, '最晚', '') }),
}
