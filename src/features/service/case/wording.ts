import type { EventKind } from '../../../../types/application'
import { fullDay, fullTime, shortDay, clock as timeOfDay } from '../../../platform/dates'
import type { ApplicationDetail, Explanation } from '../shapes'

/** Words of one application: its answer, its calendar, its history and what can be done. */

type Event = ApplicationDetail['events'][number]

const at = (moment: Date) => `${fullDay(moment)}${timeOfDay(moment)}`

const aboveNames = { approver: '审批人', supervisor: '监督员', communityAdmin: '社区管理员' }
const mostNames = 3
const someOf = (names: readonly string[]) =>
  names.length > mostNames ? `${names.slice(0, mostNames).join('、')}等 ${names.length} 位` : names.join('、')

export const caseWording = {
  title: '办件',
  needSignIn: '登录后看办到哪一步。',
  owner: (department: string, name: string | null) => `现在由${department}${name ?? ''}负责`,
  escalatedTo: (above: ApplicationDetail['escalatedTo']) =>
    `已经报给${above.map(({ role, names }) => `${aboveNames[role]}${someOf(names)}`).join('，又报给')}`,
  number: (number: string) => `编号 ${number}`,
  asHelper: (name: string) => `您在帮${name}办`,
  /** The pill of the head. */
  pills: {
    fine: '正常在办',
    soon: '快到期了',
    late: '逾期了',
    waiting: '等收件',
    yours: '等您补',
    paused: '暂停计时',
    lapsed: '作废了',
  },
  answers: {
    draft: '还没交',
    correct: (n: number) => `要补 ${n} 处`,
    paused: (why: string) => `等${why}`,
    approved: '批下来了',
    refused: '这次没批',
    done: '办好了',
    appeal: '正在复核',
    withdrawn: '您撤回了',
    lapsed: '过了日子，没补上',
    today: (moment: Date) => `今天 ${timeOfDay(moment)} 前`,
    daysLeft: (n: number) => `还有 ${n} 个工作日`,
    overdue: (n: number) => `逾期 ${n} 个工作日`,
    onTheWay: '正在办',
  },
  by: {
    notice: (moment: Date) => `最晚 ${at(moment)} 告诉您收下没有`,
    decision: (moment: Date) => `最晚 ${at(moment)} 给您结果`,
    correction: (moment: Date) => `${at(moment)} 前补齐，过了就作废`,
    delivery: (moment: Date) => `最晚 ${at(moment)} 送到您手上`,
    appeal: (moment: Date) => `最晚 ${at(moment)} 答复您`,
    late: (moment: Date) => `本来 ${at(moment)} 就该有结果，已经往上报了`,
    paused: '等的这几天依法不算，等到了接着算',
    rejected: (moment: Date) => `不服可以在 ${fullDay(moment)} 前申诉`,
    withdrawn: '随时可以重新申请',
    lapsed: '材料还在，可以重新申请',
  },
  extended: (days: number, why: string) => `延了 ${days} 个工作日：${why}`,
  calendar: {
    title: (day: string) => `为什么是 ${shortDay(day)}`,
    titleOpen: '已经算了几天',
    promised: (n: number) => `承诺 ${n} 个工作日`,
    limit: (n: number) => `规定 ${n} 个工作日`,
    weekdays: ['一', '二', '三', '四', '五', '六', '日'],
    today: '今天',
    start: '受理',
    received: '收到',
    off: '休',
    paused: '停',
    counted: (n: number) => (n === 1 ? '算数的工作日，当天是期限' : `算数的工作日，第 ${n} 天是期限`),
    countedRange: (n: number) => (n === 1 ? '1' : `1—${n}`),
    weekends: (n: number) => `周末 ${n} 天，不算`,
    holiday: (name: string, n: number) => `${name} ${n} 天，不算`,
    pause: (why: string, n: number) => `等${why} ${n} 天，依法不算`,
    makeUp: (days: readonly string[]) => `${days.map(shortDay).join('、')} 调休上班，算`,
    unpublished: '那一年的放假安排还没公布，先按周末算；公布后可能会变。',
    all: '看每一天',
    fewer: '收起来',
    spoken: (from: string, until: string, counted: number, not: number) =>
      `从 ${shortDay(from)} 到 ${shortDay(until)}，算了 ${counted} 个工作日，${not} 天不算`,
    day: (day: string, reason: string, nth: number | null) =>
      nth === null ? `${shortDay(day)}：${reason}，不算` : `${shortDay(day)}：${reason}，第 ${nth} 天`,
    startDay: (day: string) => `${shortDay(day)}：从第二天起算`,
  },
  timeline: {
    title: '办到哪一步',
    since: (moment: Date) => `${shortDay(moment)}起`,
    all: (n: number) => `看全部 ${n} 步`,
    fewer: '收起来',
    system: '系统',
  },
  correction: {
    title: (n: number) => `一次说全：要补 ${n} 处`,
    note: (by: string, moment: Date) => `${by} ${fullDay(moment)} 告诉您的。这些补好，别的不会再要。`,
    go: '去补',
    form: '填的内容',
  },
  supply: {
    title: '还有可以后补的材料',
    until: (moment: Date) => `${fullDay(moment)} 前补上就行，不耽误办`,
    go: '去补材料',
  },
  visit: {
    title: '要来一次',
    note: '就这一次。约个时间，不用排队。',
    go: '约个时间',
    booked: (moment: Date) => `${fullTime(moment)} 来一次`,
    ticket: '看预约码',
    missed: '上次约的没来，可以再约',
    done: '已经来过了，不用再跑',
  },
  apology: '对不起，要麻烦您再来一次',
  decision: {
    approved: '批准了',
    refused: '没有批准',
    reason: '原因',
    appeal: '我要申诉',
    appealUntil: (moment: Date) => `${fullDay(moment)} 前可以申诉，请监督员再看一遍`,
  },
  appeal: {
    title: '您的申诉',
    waiting: '监督员在看',
    answer: '监督员答复',
  },
  rating: {
    title: '您的评价',
    ask: '办得怎么样？',
    go: '评一评',
    change: '改评价',
    answer: '给您的答复',
  },
  details: '交了什么',
  answersGiven: '您说的情况',
  documents: {
    title: '材料',
    none: '没有要交的材料。',
    files: (n: number) => `${n} 份`,
    later: '以后补',
    lookup: '我们去查，不用交',
    atVisit: '来的时候带',
    ok: '没问题',
    notOk: '要补',
    missing: '还没交',
  },
  letters: {
    title: '通知书',
    names: { receipt: '受理通知书', correctionNotice: '补正告知书', decision: '决定书' },
    checkCode: '查验码',
    open: '打开',
  },
  helper: {
    title: '帮您办的人',
    until: (name: string, until: Date) => `${name}可以替您办，到 ${fullDay(until)} 为止`,
    end: '不用帮了',
    endAsk: '不让这位帮您办了吗？办到一半的都还在。',
    endYes: '不用帮了',
    ended: '已经不帮了',
    name: '请人帮我办',
  },
  delivery: {
    title: '怎么给您',
    electronic: '手机上看，能下载',
    post: (to: string) => `寄到 ${to}`,
    pickUp: '自己去取，这就是那一次',
  },
  help: '有事找窗口',
  call: (phone: string) => `打电话 ${phone}`,
  withdraw: '撤回申请',
  withdrawAsk: '撤回以后就不办了，填的和交的还在，以后可以重新申请。确定撤回吗？',
  withdrawYes: '撤回',
  withdrawn: '撤回了',
  say: '问经办人',
  saySomeone: '问问窗口',
  goOn: '接着填',
  again: '再申请一次',
}

/** What each event means to the applicant. Events that only move paper inside the office are said in one quiet line. */
const eventNames: Record<EventKind, (e: Event) => string> = {
  submit: () => '您交上去了',
  requestCorrection: () => '看过了，要您补几处',
  correct: () => '您补好了',
  accept: () => '受理，开始计时',
  acceptConditionally: () => '先受理，缺的以后补',
  deemAccepted: () => '到时限没说不收，自动算受理',
  supply: () => '后补的材料收到了',
  supplyInReview: () => '您补了材料',
  startReview: () => '正在审查',
  suspend: () => '依法暂停计时',
  resume: () => '接着计时',
  extend: () => '延期了一次',
  approve: () => '批下来了',
  refuse: () => '没有批准',
  deliver: () => '结果送到了',
  rate: () => '您评价了',
  changeRating: () => '您改了评价',
  close: () => '这件办结了',
  appeal: () => '您申诉了',
  uphold: () => '复核过了，维持原来的决定',
  reopen: () => '复核过了，重新办',
  withdraw: () => '您撤回了',
  lapse: () => '没按时补上，作废了',
  revokeAcceptance: () => '后补的没按时来，受理撤销了',
  assign: (e) => (e.by ? `交给${e.by}负责` : '分给了经办人'),
  claim: (e) => (e.by ? `${e.by}接手了` : '有人接手了'),
  handOver: (e) => (e.by ? `${e.by}转交了同事` : '换了经办人'),
  escalate: () => '逾期，往上报了',
  nameHelper: () => '您请了人帮办',
  endHelper: () => '帮办结束了',
  askDepartments: () => '请几个部门一起看',
  giveOpinion: () => '一个部门看完了',
  bookVisit: () => '您约了时间',
  cancelVisit: () => '取消了预约',
  missVisit: () => '约的时间没来',
  visit: () => '您来过窗口了',
  allowSecondVisit: () => '监督员同意再来一次',
  say: (e) => (e.by ? `${e.by}留了话` : '有一句留言'),
  requestExtension: () => '申请延期，等批准',
  declineExtension: () => '延期没批准，照原来的时间办',
  callBack: () => '给您打了回访电话',
}
export const eventWords = (e: Event) => eventNames[e.kind](e)

/** The title of the calendar's right side: a promise, or what the law says. */
export const limitOfClock = (e: Explanation, kind: ApplicationDetail['clock']['kind']) =>
  kind === 'decision' || kind === null ? caseWording.calendar.promised(e.limit) : caseWording.calendar.limit(e.limit)
