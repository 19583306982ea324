import type { PauseReason } from '../../../types/application'
import { fullTime, clock as hour, nearTime } from '../../platform/dates'
import type { Clock, QueueRow, Status, StepRefusal } from './shapes'

/** Words that every page of the desk uses. */

export const statusNames: Record<Status, string> = {
  draft: '没交',
  submitted: '等受理',
  correctionRequested: '等补正',
  accepted: '已受理',
  conditionallyAccepted: '容缺受理',
  deemedAccepted: '视为受理',
  inReview: '审核中',
  suspended: '暂停计时',
  approved: '已批准',
  refused: '没批准',
  delivered: '已送达',
  rated: '已评价',
  closed: '已结束',
  underAppeal: '申诉中',
  withdrawn: '已撤回',
  lapsed: '过期没补',
}

export const pauseNames: Record<PauseReason, string> = {
  hearing: '听证',
  auction: '招标、拍卖',
  test: '检验',
  inspection: '检测',
  quarantine: '检疫',
  appraisal: '鉴定',
  expertReview: '专家评审',
}

export const nextNames: Record<QueueRow['next'], string> = {
  firstLook: '第一次看',
  corrected: '补正已回',
  review: '要审核',
  decide: '要决定',
  deliver: '要送达',
  appeal: '有申诉',
  wait: '等申请人',
  opinion: '要意见',
}

/** What somebody else did, told by where the case stands now. */
const becameNames: Partial<Record<Status, string>> = {
  submitted: '改了这件',
  correctionRequested: '已经发了告知',
  accepted: '已经受理了',
  conditionallyAccepted: '已经容缺受理了',
  deemedAccepted: '没动作，系统已经受理了',
  inReview: '已经在审了',
  suspended: '已经暂停计时了',
  approved: '已经批准了',
  refused: '已经决定不批准了',
  delivered: '已经送达了',
  withdrawn: '撤回了这件',
  lapsed: '没补，这件过期了',
}

const overdue = (days: number) => (days < 0 ? `逾期 ${-days} 个工作日` : '逾期')

/** A clock in words: the time or the fact, never the name of a colour. */
export function clockWords({ light, deadlineAt, daysLeft, pausedFor }: Clock, status: Status, now: Date): string {
  if (pausedFor) return `暂停：等${pauseNames[pausedFor]}`
  if (!deadlineAt || light === 'idle') return statusNames[status]
  if (light === 'late') return overdue(daysLeft ?? 0)
  const words = nearTime(deadlineAt, now)
  return words.startsWith('今天') ? `${words} 前` : `还有 ${daysLeft ?? 0} 个工作日`
}

export const wording = {
  product: '邻里帮 受理台',
  nav: {
    label: '受理台的页面',
    queue: '受理',
    visits: '预约',
    board: '统计',
    windows: '窗口',
    absences: '请假',
    settings: '设置',
  },
  offline: '网断了，连上再看。',
  again: '再看一遍',
  close: '关上',
  usePhrase: (phrase: string) => `用这句：${phrase}`,
  more: '再取一些',
  changed: (by: string, at: Date, status: Status) => `${by || '系统'} ${hour(at)} ${becameNames[status] ?? '已经办了'}`,
  changedSafe: '您写的都在。',
  seeNewest: '看最新',
  shortest: (n: number) => `至少写 ${n} 个字`,
  visits: (n: number) => `跑 ${n} 次`,
  helper: { family: '家人代办', volunteer: '志愿者代办', gridWorker: '网格员代办' },
  escalated: ['', '已报审批人', '已报监督员'],
}

/** Why a step was not taken, and what to do instead. */
export function refusalWords(refusal: StepRefusal): string {
  switch (refusal.reason) {
    case 'changed':
      return wording.changed(refusal.by, refusal.at, refusal.status)
    case 'wrongStatus':
      return `这件现在是「${statusNames[refusal.status as Status] ?? refusal.status}」，不能这样办`
    case 'notYours':
      return refusal.owner ? `这件由${refusal.owner}负责` : '这件不归您办'
    case 'outsideYourArea':
      return '这件不在您管的地方'
    case 'notAColleague':
      return '这位不办这里的件，换一位'
    case 'colleagueAway':
      return `这位请假到 ${fullTime(refusal.until)}，换一位`
    case 'alreadyTold':
      return '上次就看得到的问题，不能再拿来退件'
    case 'unknownKey':
      return '有一样不在材料里，看最新再发'
    case 'documentsMissing':
      return `${refusal.number} 还差：${refusal.names.join('、')}`
    case 'nothingMissing':
      return '材料齐的，直接受理就行'
    case 'notDeferrable':
      return `这些不能后补：${refusal.names.join('、')}`
    case 'alreadyExtended':
      return '已经延过一次，不能再延'
    case 'nothingAsked':
      return '没有人申请延期'
    case 'noDepartments':
      return '这个事项不用别的部门出意见'
    case 'alreadyAsked':
      return '已经问过各部门了'
    case 'notAsked':
      return '没有请您的部门出意见'
    case 'alreadyGiven':
      return `${refusal.by}已经给了意见`
    case 'approverOnly':
      return '这件要审批人决定'
    case 'opinionsMissing':
      return `还等意见：${refusal.departments.join('、')}`
    case 'reasonMissing':
      return '不批准要写明原因'
    case 'visitMissing':
      return '申请人还没来窗口核对原件'
    case 'documentsOutstanding':
      return `后补的还没到：${refusal.names.join('、')}`
    case 'ownCase':
      return '自己或家人的件要别人办'
    case 'trackingNumberMissing':
      return '寄出要填快递单号'
    case 'notVisitedYet':
      return '还没来过，先约第一次'
    case 'alreadyAllowed':
      return '已经准许过了'
    case 'tooLate':
      return '时间太近，取消不了'
    case 'alreadyOver':
      return '这次预约已经过了'
  }
}
