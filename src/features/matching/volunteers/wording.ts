import type { VolunteerStatus, WeeklySpan } from '../../../../types/volunteer'
import type { LightKind } from '../../../components/light'
import { datedDay, dayKey, shortDay } from '../../../platform/dates'
import type { VolunteerRow } from '../shapes'

/** Words of looking at volunteers and taking them in. */
export const volunteersWording = {
  title: '志愿者审核',
  one: '志愿者',
  waiting: (n: number) => (n > 0 ? `${n} 位等您看看` : '没有人在等'),
  filters: '看哪些',
  filter: { all: '全部', applied: '等审核', approved: '已加入', paused: '歇着', left: '没在做' },
  search: '姓名',
  more: '再取一些',
  empty: '这里没有志愿者。',
  emptySearch: '没找到，换个名字试试。',
  choose: '选一位，就在这里看。',
  gone: '这位不在您管的地方，或者已经没有了。',
  applied: (at: Date) => `${shortDay(at)}报的名`,
  papers: (names: readonly string[]) => `证件要看：${names.join('、')}`,
  can: '会做什么',
  level: ['', '会', '熟练', '行家'],
  noPaper: '还没看过证件',
  paperUntil: (at: Date) => `证件看过，有效到 ${datedDay(dayKey(at))}`,
  paperOver: (at: Date) => `证件 ${datedDay(dayKey(at))}过期了`,
  needs: (certificate: string) => `要看：${certificate}`,
  seen: '看过证件了',
  until: '有效到哪天',
  chooseDay: '选日子',
  take: '记下',
  takeBack: '不算了',
  noted: '记下了',
  insurance: '意外保险',
  insured: (at: Date) => `保到 ${datedDay(dayKey(at))}`,
  insuranceOver: (at: Date) => `${datedDay(dayKey(at))}已经到期`,
  notInsured: '没有保险，搬抬、修电路这些有风险的事不会派给这位。',
  facts: {
    home: '籍贯',
    area: '住在',
    dialects: '会说',
    age: '年龄',
    sex: '性别',
    far: '走多远',
    week: '每周',
    phone: '电话',
    automatic: '系统派单',
    free: '什么时候有空',
  },
  sex: { female: '女', male: '男' },
  age: (from: number) => (from >= 70 ? '70 岁以上' : from === 16 ? '16、17 岁' : `${from} 岁起`),
  far: (metres: number) => `走路 ${Math.round((metres * 1.3) / 75)} 分钟以内`,
  week: (minutes: number) => `最多 ${minutes % 60 === 0 ? minutes / 60 : (minutes / 60).toFixed(1)} 小时`,
  automatic: { yes: '可以', no: '不要，先问一声' },
  about: '自己说',
  decide: '能不能加入',
  approve: '同意加入',
  approveSure: (name: string) => `同意以后，系统会按${name}说的时间和本事去问，去不去由本人定。`,
  approved: '已经加入，告诉本人了',
  keep: '再想想',
  decline: '不同意',
  declineWhy: '为什么',
  declineHint: '比如：请先来社区见一面',
  declineNote: '本人会看到这句话，改好以后还能再报。',
  declined: '没有同意，原因告诉本人了',
  onlyAdmin: '社区管理员来定，您可以看。',
  statusReason: (why: string) => `上次没同意：${why}`,
  weekdays: ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日'],
}

export const statusLights: Record<VolunteerStatus, { kind: LightKind; words: string }> = {
  applied: { kind: 'soon', words: '等审核' },
  approved: { kind: 'go', words: '已加入' },
  paused: { kind: 'idle', words: '歇着' },
  left: { kind: 'idle', words: '没在做' },
}

export const noteOf = (row: VolunteerRow): string =>
  [row.areaName, row.homeAreaName, row.skills.slice(0, 3).join('、')].filter(Boolean).join(' · ')

const time = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`

/** 周一 8:00—18:00, day by day. */
export const weekWords = (weekly: readonly WeeklySpan[]): string[] =>
  weekly.map((span) => `${volunteersWording.weekdays[span.weekday]} ${time(span.fromMinute)}—${time(span.untilMinute)}`)
