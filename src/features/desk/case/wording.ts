import type { EventKind } from '../../../../types/application'
import { fullTime } from '../../../platform/dates'
import type { Case, Clock, Status } from '../shapes'
import { clockWords } from '../wording'

/** Words of one case on the desk. */
export const caseWording = {
  title: '办件',
  number: (number: string) => `办件号 ${number}`,
  owner: (name: string) => `${name}负责`,
  noOwner: '还没人负责',
  phone: '打电话',
  phoneOf: (phone: string) => `电话 ${phone}`,
  showPhone: '显示号码',
  noted: '看一次记一次',
  noPhone: '申请人没有留电话',
  handOver: '转给同事',
  claim: '认领',
  claimed: '归您办了',
  tabs: '办件的内容',
  tab: { documents: '材料', history: '全过程', messages: '留言' },
  documents: (n: number) => `材料 ${n} 样`,
  looked: (n: number, all: number) => `看完 ${n} / ${all}`,
  verdicts: { ok: '合格', notOk: '不合格', none: '还没看' },
  later: '说好后补',
  missing: '没交',
  lookup: '我们去查，不用交',
  original: '来窗口核对原件',
  copy: '来窗口交复印件',
  told: '上次看过，不能再提',
  typed: '填的内容',
  answers: '怎么选的',
  nothingTyped: '这个事项不用填表',
  yes: '是',
  no: '否',
  once: '这次看得到却没提的问题，以后不能再拿来退件。',
  noFile: '没有可以看的文件。',
  withheld: '您管的是时限：填的内容、材料和留言只给经办的人看，申诉时才打开。',
  open: '打开文件',
  bigger: '放大',
  smaller: '缩小',
  turn: '转个方向',
  picture: (name: string) => `${name}的图`,
  fileOf: (n: number, all: number) => `第 ${n} 页，共 ${all} 页`,
  nextFile: '下一页',
  lastFile: '上一页',
  act: '去办这件',
  none: '选一件办件，就在这里看。',
  gone: '这件不在您管的地方，或者已经没有了。',
  events: {
    submit: '申请人交了',
    requestCorrection: '发出一次性告知',
    correct: '申请人补正了',
    accept: '受理',
    acceptConditionally: '容缺受理',
    deemAccepted: '到点没动作，系统视为受理',
    supply: '后补的齐了',
    supplyInReview: '申请人补交',
    startReview: '开始审核',
    suspend: '暂停计时',
    resume: '恢复计时',
    extend: '准许延期',
    approve: '批准',
    refuse: '不批准',
    deliver: '送达',
    rate: '评价',
    changeRating: '改了评价',
    close: '办结归档',
    appeal: '申请人申诉',
    uphold: '监督员维持原决定',
    reopen: '监督员要求重新审',
    withdraw: '申请人撤回',
    lapse: '过期没补',
    revokeAcceptance: '后补没到，撤回受理',
    assign: '派给经办人',
    claim: '认领',
    handOver: '转给同事',
    escalate: '逾期上报',
    nameHelper: '请人代办',
    endHelper: '代办结束',
    askDepartments: '问各部门意见',
    giveOpinion: '部门给了意见',
    bookVisit: '约了时间',
    cancelVisit: '取消预约',
    missVisit: '约了没来',
    visit: '来窗口了',
    allowSecondVisit: '准许第二次来',
    say: '留言',
    requestExtension: '申请延期',
    declineExtension: '没准延期',
    callBack: '回访',
  } satisfies Record<EventKind, string>,
  system: '系统',
  noMessages: '还没有留言。',
  applicant: '申请人',
  say: '对申请人说',
  sayHint: '说清楚要做什么、去哪、什么时候',
  send: '发出去',
  sent: '发出去了',
  appointment: (at: Date, place: string) => `约了 ${fullTime(at)} 来${place}`,
  cancelVisit: '取消预约',
  cancelVisitSure: '取消以后，申请人要重新约时间。这次不算跑一次。',
  keep: '留着',
  visitCancelled: '取消了，已经告诉申请人',
  checkIn: '去签到',
  calendar: '为什么是这一天',
  days: { start: '起算', counted: '算', weekend: '周末，不算', holiday: '放假，不算', paused: '暂停，不算' },
  unpublished: '那年的放假安排还没公布，先按周末算。',
}

const aboveNames = { approver: '审批人', supervisor: '监督员', communityAdmin: '社区管理员' }

/** What stands at the head of a case: until when, to do what, and what happens otherwise. */
export function alertWords(
  c: Pick<Case, 'status' | 'escalatedTo'> & { clock: Clock },
  now: Date,
): { strong: string; rest: string } {
  const { clock, status } = c
  const until = clock.deadlineAt && !clock.pausedFor ? clockWords(clock, status, now) : ''
  if (clock.pausedFor) return { strong: clockWords(clock, status, now), rest: '，这几天不计时。' }
  if (!clock.deadlineAt) return { strong: clockWords(clock, status, now), rest: '' }
  const late = clock.light === 'late'
  const head = late ? `${until}，马上` : until.startsWith('今天') ? until : `${until}，${fullTime(clock.deadlineAt)} 前`
  const [what, rest] = alerts[status] ?? ['', '']
  const above = c.escalatedTo.map(({ role, names }) => `${aboveNames[role]}${names.join('、')}`)
  if (late && above.length > 0) return { strong: `${head}${what}`, rest: `，已经报给${above.join('，又报给')}。` }
  // What was to happen at the deadline is no threat any more once it is past.
  return { strong: `${head}${what}`, rest: late && rest === goesUp ? '。' : rest }
}

const goesUp = '，过了就报审批人。'

const alerts: Partial<Record<Status, readonly [string, string]>> = {
  submitted: ['发出告知或受理', '，到点没动作，系统自动受理。'],
  correctionRequested: ['等申请人补正', '，过了这天没补就作废。'],
  accepted: ['作决定', goesUp],
  conditionallyAccepted: ['作决定', '，后补的没到不能批。'],
  deemedAccepted: ['作决定', '，这件是系统自动受理的。'],
  inReview: ['作决定', goesUp],
  approved: ['送达', '。'],
  refused: ['送达', '。'],
  underAppeal: ['答复申诉', '，由监督员答复。'],
}
