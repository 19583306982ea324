import type { RefusalOf } from '../../../../types/operation'
import type { ServiceRecord, volunteer } from '../../../../types/volunteer'
import type { LightKind } from '../../../components/light'

/** Minutes as people say them: 2 小时, 2 小时 30 分钟, 45 分钟. */
export function lengthOf(minutes: number): string {
  const whole = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (whole === 0) return `${rest} 分钟`
  return rest === 0 ? `${whole} 小时` : `${whole} 小时 ${rest} 分钟`
}

export const recordLights: Record<ServiceRecord['status'], { kind: LightKind; words: string }> = {
  counted: { kind: 'go', words: '已算上' },
  waiting: { kind: 'soon', words: '等核对' },
  refused: { kind: 'late', words: '没算上' },
  replaced: { kind: 'idle', words: '已更正' },
}

export const hoursWording = {
  title: '我的服务时长',
  lead: (length: string) => `帮了 ${length}`,
  none: '还没有时长',
  year: (length: string) => `今年 ${length}`,
  waiting: (length: string) => `另有 ${length}等社区核对`,
  mine: '只有您自己看得到，不排名。',
  log: '补记一次',
  logNote: '没签到也算，社区核对后计入',
  statement: '开服务记录',
  statementNote: '带校验码的 PDF，谁都能核对真假',
  yearSummary: (year: number) => `${year} 年小结`,
  records: '每一次',
  empty: '帮一次忙，签到签退，时长就记在这里。',
  emptyStep: '看看等我回话的',
  longer: '多出来的时间',
  needSignIn: '登录后才能看到自己的时长。',
  why: (why: string) => `您说：${why}`,
  because: (reason: string) => `社区说：${reason}`,
  countyLooks: '一天超过 12 小时，等县里核对',
  communityLooks: '等社区核对',
  // The year's summary.
  summary: {
    times: '帮忙',
    activities: '活动',
    neighbours: '邻居',
    timesOf: (n: number) => `${n} 次`,
    neighboursOf: (n: number) => `${n} 户`,
    months: '每个月',
    kinds: '都帮了什么',
    activity: '活动和其他',
    month: (n: number) => `${n} 月`,
    before: '看前一年',
    none: '这一年还没有时长',
  },
  // Logging and correcting.
  logTitle: '补记一次',
  correctTitle: '更正这一次',
  correct: '这次记得不对',
  what: '做了什么',
  whatHint: '比如：帮李奶奶搬家',
  day: '哪天',
  from: '从几点',
  until: '到几点',
  pick: '请选择',
  photos: '照片（可不填）',
  photosHint: '有照片核对得快',
  why1: '哪里不对',
  whyHint: '比如：忘了签退',
  send: '交给社区核对',
  sent: '交上去了，核对后告诉您',
  missing: { what: '写一写做了什么', day: '选一下哪天', time: '选一下几点到几点', why: '写一写哪里不对' },
  // The statement.
  statementTitle: '开一份服务记录',
  statementFrom: '从哪天',
  statementUntil: '到哪天',
  statementYes: '开出来',
  statementDone: (code: string) => `开好了，校验码 ${code}`,
} as const

type Refusal =
  | RefusalOf<(typeof volunteer)['logHours']>
  | RefusalOf<(typeof volunteer)['correctHours']>
  | RefusalOf<(typeof volunteer)['issueStatement']>

const timesWrong = {
  notYet: '这个时间还没到',
  order: '结束要在开始后面',
  tooLong: '一次最多 24 小时',
  tooOld: '过去太久了，请到社区说一声',
} as const

/** Why it was refused. */
export function hoursRefusal(refusal: Refusal): string {
  switch (refusal.reason) {
    case 'timesWrong':
      return timesWrong[refusal.why]
    case 'overlaps':
      return '这段时间已经记过了'
    case 'notAVolunteer':
      return '社区通过以后才能补记'
    case 'notThisOne':
      return '这一次不能更正'
    case 'alreadyCorrected':
      return '已经交过一次更正，等社区核对'
    case 'daysWrong':
      return '结束那天要在开始后面'
    case 'nothingThere':
      return '这段时间还没有算上的时长'
  }
}

export const checkStatementWording = {
  title: '查服务记录',
  lead: '这份服务记录是真的吗？',
  note: '记录右下角有校验码，扫码或照着填。谁都能查，不用登录。',
  code: '校验码',
  hint: '字母和数字，空格不用填',
  check: '查一查',
  scan: '扫一扫',
  yes: '是真的',
  no: '没有这份服务记录',
  noNote: '核对一下校验码。还是查不到的话，这份记录不是我们开的。',
  compare: '和您手里的对一对，要一模一样',
  facts: { name: '姓名', days: '哪段时间', length: '一共', records: '几次', issuedOn: '哪天开的' },
  days: (from: string, until: string) => `${from}—${until}`,
  times: (n: number) => `${n} 次`,
}
