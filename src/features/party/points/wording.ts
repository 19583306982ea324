import type { PointEvidence, PointKind } from '../../../../types/hub'
import type { LightKind } from '../../../components/light'
import type { Entry, Rule } from '../shapes'

/** 2026年第4季度 */
export const quarterName = (first: string) =>
  `${first.slice(0, 4)}年第${Math.floor((Number(first.slice(5, 7)) - 1) / 3) + 1}季度`
/** +2, −3. */
export const signedPoints = (points: number) => (points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '0')

export const kindNames: Record<PointKind, string> = { base: '基础', addition: '加分', deduction: '扣分' }
export const evidenceNames: Record<PointEvidence, string> = {
  contact: '回了居民的话',
  visit: '走访',
  serviceHours: '志愿服务',
  hand: '支部记的',
  counter: '更正',
}

type AppealStatus = NonNullable<Entry['appeal']>['status']
export const appealLights: Record<AppealStatus, { kind: LightKind; words: string }> = {
  waiting: { kind: 'soon', words: '申诉等答复' },
  upheld: { kind: 'go', words: '申诉成立，已更正' },
  dismissed: { kind: 'idle', words: '申诉没有成立' },
  withdrawn: { kind: 'idle', words: '申诉收回了' },
}

/** What a rule is worth, in a line. */
export const worthOf = ({ points, cap, cause, kind }: Pick<Rule, 'points' | 'cap' | 'cause' | 'kind'>): string =>
  [
    `${cause === 'serviceHours' ? '每小时' : '每次'}${kind === 'deduction' ? '扣' : ''} ${points} 分`,
    cap === null ? '不设上限' : `一个季度最多 ${cap} 分`,
    cause === 'hand' ? '支部记' : '自动记',
  ].join(' · ')

export const pointsWording = {
  title: '我的积分',
  of: (name: string | undefined) => (name === undefined ? '党员的积分' : `${name}的积分`),
  lead: (total: number) => `${total} 分`,
  mine: '只有您和支部书记看得到，不排名，不公布。',
  theirs: '一次只看一个人，看过会留下记录。',
  quarters: '哪个季度',
  facts: { base: '基础', addition: '加分', deduction: '扣分' },
  rules: '怎么算分',
  rulesNote: '每一条规则和改过几次',
  statement: '开这个季度的记录',
  statementNote: '带校验码的 PDF，给自己和书记',
  statementDone: (code: string) => `开好了，校验码 ${code}`,
  entries: '每一条',
  empty: '这个季度还没有记录。回居民的话、走访、志愿服务，记录会自己来。',
  notAMember: '积分是给党员的，您这里没有。',
  byItself: '系统在事情发生时自动记的',
  takenBack: (points: number) => `已更正 ${points} 分`,
  said: '依据',
  from: '由来',
  who: '谁记的',
  when: '哪天',
  seeContact: '看那件事',
  pictures: (n: number) => `依据照片 ${n}`,
  appeal: '我要申诉',
  appealTitle: '哪里不对',
  appealLabel: '您怎么看',
  appealHint: '比如：那天我请过假，书记知道',
  appealNote: '由没有记这一条的人答复，15 天内给您回话。',
  appealSend: '交上去',
  appealSent: '交上去了，15 天内给您答复',
  appealSaid: (words: string) => `您说：${words}`,
  decision: (words: string) => `答复：${words}`,
  takeBack: '更正这一条',
  takeBackTitle: '为什么更正',
  takeBackLabel: '原因',
  takeBackHint: '本人会看到，比如：记错人了',
  takenBackDone: '更正了，已经告诉本人',
} as const

export const giveWording = {
  title: '记一条积分',
  whom: (name: string) => `给 ${name}`,
  lead: '写清楚依据，本人会看到是谁记的，可以申诉。自己的分不能自己记。',
  rule: '按哪一条',
  words: '依据什么',
  wordsHint: '比如：11 月 20 日党员大会签到',
  photos: '照片（可不填）',
  photosHint: '签到表、现场照片',
  send: '记上',
  sent: (points: string) => `记上了 ${points} 分`,
  noRules: '现在没有可以手工记的规则。',
  notYours: '只有支部书记和支委能记分。',
  nobody: '这个人不在您的支部里，从党员名单里点一个。',
  notSelf: '自己的分不能自己记，请别的支委来。',
  toMembers: '看支部党员',
  problems: { rule: '选一条规则', words: '写清楚依据，至少 4 个字' },
} as const

export const rulesWording = {
  title: '积分规则',
  lead: '改规则要写原因，每一版都留着；新的一版从定的那天起管用，不往回算。',
  none: '这里还没有规则。',
  county: '全县',
  fromDay: (day: string) => `${day}起`,
  untilDay: (day: string) => `到${day}`,
  history: '改过几次',
  version: (n: number) => `第 ${n} 版`,
  change: '改这一条',
  add: '添一条',
  addTitle: '添一条规则',
  changeTitle: '改这一条',
  words: '规则怎么说',
  wordsHint: '比如：认领居民微心愿',
  kind: '哪一类',
  points: '一次几分',
  cap: '一个季度最多几分',
  capHint: '不填就不设上限',
  from: '从哪天起',
  until: '到哪天为止（不填就一直管用）',
  reason: '为什么这样定',
  reasonHint: '大家都看得到',
  save: '定下来',
  saved: '定下来了',
  own: '您改的是本社区的一版，全县那一版不变。',
  problems: {
    words: '至少 2 个字',
    points: '填 1 到 100 的整数',
    cap: '填整数，不少于一次的分',
    reason: '至少 2 个字',
  },
} as const

export const appealsWording = {
  title: '积分申诉',
  lead: '自己记的分不由自己答复。申诉成立，那一条当时就更正。',
  empty: '没有等您答复的申诉。',
  mine: '该您答复',
  dueBy: (day: string) => `${day}前答复`,
  overdue: '过了答复时间',
  said: (words: string) => `申诉说：${words}`,
  entry: (words: string) => `记的依据：${words}`,
  uphold: '成立，更正',
  dismiss: '不成立',
  upholdTitle: '申诉成立',
  dismissTitle: '申诉不成立',
  label: '答复本人的话',
  hint: '写清楚查了什么、为什么',
  send: '答复',
  done: '答复了，已经告诉本人',
} as const

export const checkPointsWording = {
  title: '查积分记录',
  lead: '这份积分记录是真的吗？',
  note: '记录右下角有校验码，扫码或照着填。谁都能查，不用登录。',
  code: '校验码',
  hint: '字母和数字，空格不用填',
  check: '查一查',
  scan: '扫一扫',
  yes: '是真的',
  no: '没有这份积分记录',
  noNote: '核对一下校验码。还是查不到的话，这份记录不是我们开的。',
  compare: '和您手里的对一对，要一模一样',
  facts: { name: '姓名', quarter: '哪个季度', total: '合计', entries: '几条', issuedOn: '哪天开的' },
  points: (n: number) => `${n} 分`,
  times: (n: number) => `${n} 条`,
} as const
