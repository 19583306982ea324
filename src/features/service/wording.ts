import type { LifeEvent } from '../../../types/catalogue'
import type { LightKind } from '../../components/light'
import { fullTime, clock as timeOfDay } from '../../platform/dates'
import type { ApplicationClock, MyApplication } from './shapes'

/** Words of 最多跑一次 that several pages share. */

export const lifeEventNames: Record<LifeEvent, string> = {
  birth: '生孩子',
  schooling: '上学',
  work: '工作创业',
  housing: '住房',
  retirement: '退休养老',
  newcomer: '新来这里',
  health: '看病',
  hardship: '遇到难处',
  other: '其他',
}

export const statusNames: Record<MyApplication['status'], string> = {
  draft: '没交',
  submitted: '等收件',
  correctionRequested: '要您补',
  accepted: '在办',
  conditionallyAccepted: '在办',
  deemedAccepted: '在办',
  inReview: '在办',
  suspended: '暂停',
  approved: '批了',
  refused: '没批',
  delivered: '办好了',
  rated: '办好了',
  closed: '办好了',
  underAppeal: '复核中',
  withdrawn: '已撤回',
  lapsed: '作废了',
}

export const pauseNames: Record<NonNullable<ApplicationClock['pausedFor']>, string> = {
  hearing: '听证',
  auction: '拍卖',
  test: '检测',
  inspection: '检验',
  quarantine: '检疫',
  appraisal: '鉴定',
  expertReview: '专家评审',
}

/** How much time is left, in a person's words. */
export function timeLeft(clock: ApplicationClock): string {
  const { daysLeft, deadlineAt } = clock
  if (daysLeft === null || deadlineAt === null) return ''
  if (daysLeft < 0) return `逾期 ${-daysLeft} 个工作日`
  return daysLeft === 0 ? `今天 ${timeOfDay(deadlineAt)} 前` : `还有 ${daysLeft} 个工作日`
}

/** The light of an application in a list: where it stands, and by when something comes. */
export function applicationLight(row: Pick<MyApplication, 'status' | 'clock'>): { kind: LightKind; words: string } {
  const name = statusNames[row.status]
  if (row.status === 'suspended') {
    const why = row.clock.pausedFor
    return { kind: 'idle', words: why ? `暂停：等${pauseNames[why]}` : name }
  }
  if (row.status === 'lapsed' || row.status === 'refused') return { kind: 'late', words: name }
  if (row.status === 'delivered' || row.status === 'rated' || row.status === 'closed')
    return { kind: 'go', words: name }
  const left = timeLeft(row.clock)
  const kind = row.status === 'correctionRequested' && row.clock.light !== 'late' ? 'soon' : row.clock.light
  return { kind, words: left === '' ? name : `${name}，${left}` }
}

export const wording = {
  offline: '网断了，连上再看。',
  notFound: '没有找到，可能已经下架了。',
  call: '打电话问',
  signIn: '登录',
  list: {
    title: '我的办件',
    underWay: '在办的',
    drafts: '没交的',
    ended: '办完的',
    empty: { underWay: '没有在办的事。', drafts: '没有没交的。', ended: '还没有办完的事。' },
    step: '看看能办什么',
    saved: (at: Date) => `${fullTime(at)} 存的`,
    owner: (department: string, owner: string | null) => `${department}${owner ? ` ${owner}` : ''}`,
    asHelper: (name: string) => `帮${name}办`,
    needSignIn: '登录后看到您办的事。',
  },
}
