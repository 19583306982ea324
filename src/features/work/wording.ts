import type { OpeningDetail, ProposalStatus, WeeklySpan } from '../../../types/volunteer'
import type { LightKind } from '../../components/light'
import { nearTime, shortDay } from '../../platform/dates'
import { type DayPart, groupsOf, minuteWords } from './week'

/** Words of 找工作 and 就业扶助. */

export const weekdayNames = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日']
export const partNames: Record<DayPart, string> = { morning: '上午', afternoon: '下午', evening: '晚上' }
export const levelNames: Record<number, string> = { 1: '会', 2: '熟练', 3: '很在行' }

export const workWording = {
  needSignIn: '登录后看得到。',
  signIn: '登录',
  offline: '网断了，连上再看。',
  notFound: '没有找到，可能已经招满或结束了。',
  back: '看看别的活',

  openings: '找工作',
  openingsNote: '单位都由社区核过。您的号码谁也看不到。',
  where: '哪里的',
  near: '本镇的',
  everywhere: '全县的',
  openingsEmpty: '现在没有在招人的活。填好您会什么，有了就告诉您。',
  mine: '帮我找',
  mineNote: '说说您会什么，合适的介绍给您',
  followUps: '就业帮扶队要跟进的',

  opening: '招工',
  left: (left: number, people: number) => (left === people ? `招 ${people} 人` : `招 ${people} 人，还差 ${left} 人`),
  full: '招满了',
  until: (day: string) => `${shortDay(day)}前`,
  pay: '工钱',
  place: '在哪里',
  shifts: '上班时间',
  noShifts: '时间可以商量',
  skills: '要会的',
  people: '要几个人',
  untilOn: '招到哪天',
  enterprise: '哪家单位',
  verified: '社区核过这家单位',
  notVerified: '社区还没核过这家单位',
  want: '我想去',
  wantAsk: '对方会看到您的名字和您会什么，看不到号码。有人帮您联系。',
  wantDone: '好，有人帮您联系',
  myProposal: '看看到哪一步了',
  toSeek: '先说说您会什么',
  toSeekNote: '填好以后，看中的活点一下就行',
  openingStates: { draft: '草稿', submitted: '等社区看', open: '在招人', closed: '不招了' },
  sentBack: (reason: string) => `社区说：${reason}`,
  edit: '改一改',
  submit: '交给社区看',
  submitDone: '交上去了，社区看过就放出来',
  close: '不招了',
  closeLabel: '为什么不招了',
  closePlaceholder: '比如：已经招到人了',
  closeDone: '结束了，介绍过的人都会知道',
  approve: '放出去',
  approveAsk: '放出去以后邻居都看得到，合适的人马上会收到介绍。',
  approveDone: '放出去了',
  sendBack: '退回去',
  sendBackLabel: '要改哪里',
  sendBackPlaceholder: '比如：写清楚一天几个小时',
  sendBackDone: '退回去了',
  verify: '核过这家单位的执照了',
  verifyAsk: '您亲眼看过这家单位的营业执照吗？会记下今天的日子。',
  verifyYes: '看过了',
  verifyDone: '记下了',
  candidates: '想来的人',
  candidatesEmpty: '还没有人说想来。有了马上告诉您。',

  seeker: '帮我找工作',
  lead: '说说您会什么，合适的活介绍给您',
  leadNote: '不收钱。不想去就说不，不影响以后。',
  name: '姓名',
  community: '住在哪个社区',
  can: '您会什么',
  canHint: '不选也行，不挑手艺的活也会介绍',
  level: (skill: string) => `${skill}，做得怎么样`,
  week: '什么时候能上班',
  weekHint: '上午从 6 点算起，晚上算到 10 点。上班时间要都在里面，才会介绍给您。',
  cell: (day: string, part: string, free: boolean) => `${day}${part}，${free ? '能上班' : '不能'}`,
  far: '最远能去哪里',
  ride: (metres: number) => `骑车 ${rideMinutes(metres)} 分钟`,
  wishes: '还想说的',
  wishesHint: '比如：要接孩子，5 点前下班',
  activeUntil: '帮您找到哪天',
  months: (day: string) => `到 ${shortDay(day)}`,
  consent: '我同意给就业帮扶队和社区工作人员看',
  consentHint: '只有他们看得到。您说想去，单位才看到您的名字和您会什么。随时可以停。',
  save: '帮我找',
  saved: (proposed: number) => (proposed > 0 ? `找到 ${proposed} 个合适的，请看看` : '记下了，有合适的就告诉您'),
  nameMissing: '请填姓名，至少两个字',
  communityMissing: '请选社区',
  weekMissing: '请选哪些时间能上班',
  consentMissing: '要您同意，才能帮您找',
  missing: '还有没填好的，看看红字。',
  seekingHead: (name: string) => `${name}，正在帮您找`,
  endedHead: '现在没有在找',
  seekingUntil: (day: string) => `找到 ${shortDay(day)}`,
  change: '改一改',
  again: '再帮我找',
  end: '不找了',
  endAsk: '不找了，或者已经找到了？以后谁也看不到您填的，正在联系的也会停下。',
  endDone: '停了，祝您顺利',
  proposals: '介绍给我的',
  proposalsEmpty: '还没有合适的，有了马上告诉您。也可以自己看看。',
  lookMyself: '自己看看',

  proposal: '介绍的活',
  why: '为什么介绍给您',
  whyTeam: '为什么合适',
  yes: '想去',
  no: '不去',
  noNote: '说不也不影响您。',
  yesDone: '好，有人帮您联系',
  noDone: '好，不打扰您了',
  owner: (name: string) => `${name}帮着联系`,
  ownerNote: '有话跟他说就行',
  due: (at: Date) => `${nearTime(at, new Date())} 前`,
  overdue: (at: Date) => `${nearTime(at, new Date())} 就该办了`,
  dueNote: '这一步的期限',
  note: '没成的原因',
  seekerSaid: '这个人',
  seekerSkills: (skills: readonly string[]) => (skills.length > 0 ? `会${skills.join('、')}` : '没写会什么'),
  talk: '说几句',
  talkNote: '号码谁也看不到，平台帮着接通。',
  callBack: '请对方回电',
  callBackAsk: '我们请对方用平台的号码给您回电，看不到您的号码。',
  callBackDone: '告诉对方了',
  sayLabel: '要说的话',
  say: '发出去',
  sayDone: '发出去了',
  you: '您',
  youAsked: '请对方回个电话',
  asksYou: '想请您回个电话',
  toOpening: '看看这个活',
  steps: {
    contacted: '和单位联系上了',
    contactedDone: '记下了，七天内看看成不成',
    hired: '上班了',
    hiredAsk: '真的去上班了吗？会告诉双方。',
    hiredDone: '太好了',
    notHired: '没成',
    notHiredLabel: '为什么没成',
    notHiredPlaceholder: '比如：要健康证，还没办',
    notHiredDone: '记下了',
    takeOver: '我来跟',
    takeOverDone: '现在您来跟',
  },

  notEmployer: '招人的单位先到社区登记，给您开通以后就能用。',
  employer: '招人',
  employerLead: '先登记单位，社区看过执照，再写要招什么人',
  enterprises: '我的单位',
  addEnterprise: '登记一家单位',
  enterpriseName: '单位名称',
  enterpriseAbout: '做什么的',
  enterpriseArea: '在哪个社区',
  enterpriseSave: '登记',
  enterpriseSaved: '登记好了，社区会来看执照',
  waitsVerify: '等社区看执照',
  myOpenings: '我招的人',
  addOpening: '写一个招工',
  noEnterprise: '先登记单位，才能写招工。',
  openingsNone: '还没有写过。',
  title: '招什么人',
  titleHint: '比如：食堂帮厨',
  payField: '工钱怎么给',
  payHint: '比如：一月一结，包午饭',
  payFrom: '最少多少元',
  payUntil: '最多多少元',
  about: '做些什么、有什么要求',
  addShift: '加一种班',
  dropShift: '去掉这种班',
  days: '哪几天',
  from: '几点上班',
  untilTime: '几点下班',
  pick: '选一选',
  saveDraft: '存下来',
  savedDraft: '存好了，看一遍再交给社区',
  titleMissing: '请写招什么人，至少两个字',
  payMissing: '请写工钱怎么给',
  numberWrong: '请填整数',
  dayMissing: '请选日子',
  enterpriseMissing: '请选单位',
  areaMissing: '请选社区',
  shiftWrong: '每种班要选日子，下班要晚于上班',

  follow: '就业扶助',
  tabs: { mine: '我跟进的', all: '大家的', approve: '要放出去的', verify: '要核的单位' },
  followEmpty: '没有要跟进的。有人说想去，就会分给您。',
  approveEmpty: '没有等着放出去的招工。',
  verifyEmpty: '没有等着核的单位。',
  contact: (name: string) => `联系人 ${name}`,
}

/** Minutes by bicycle, at 12 km/h. */
export function rideMinutes(metres: number): number {
  const metresAMinute = 12_000 / 60
  return Math.max(1, Math.round(metres / metresAMinute))
}

type Lit = { kind: LightKind; words: string }
/** Where a proposal stands, for whoever looks for work, and for everybody else. */
export const proposalLights: Record<ProposalStatus, { seeker: Lit; others: Lit }> = {
  proposed: { seeker: { kind: 'soon', words: '等您回话' }, others: { kind: 'soon', words: '等本人回话' } },
  interested: {
    seeker: { kind: 'go', words: '您想去，正在联系' },
    others: { kind: 'soon', words: '想去，等联系单位' },
  },
  contacted: { seeker: { kind: 'go', words: '和单位联系上了' }, others: { kind: 'go', words: '联系上了，等结果' } },
  hired: { seeker: { kind: 'go', words: '上班了' }, others: { kind: 'go', words: '上班了' } },
  notHired: { seeker: { kind: 'idle', words: '这次没成' }, others: { kind: 'idle', words: '没成' } },
  notInterested: { seeker: { kind: 'idle', words: '您说不去' }, others: { kind: 'idle', words: '不去' } },
  withdrawn: { seeker: { kind: 'idle', words: '不招了' }, others: { kind: 'idle', words: '停了' } },
}

/** 3500—4200 元，一月一结 */
export function payWords({ pay, payFrom, payUntil }: Pick<OpeningDetail, 'pay' | 'payFrom' | 'payUntil'>): string {
  if (payFrom === null && payUntil === null) return pay
  const sum =
    payFrom !== null && payUntil !== null && payFrom !== payUntil
      ? `${payFrom}—${payUntil} 元`
      : payFrom !== null
        ? `${payFrom} 元${payUntil === null ? '起' : ''}`
        : `最多 ${payUntil} 元`
  return `${sum}，${pay}`
}

/** 周一到周五 */
function daysWords(days: readonly number[]): string {
  const first = days[0] ?? 1
  const last = days.at(-1) ?? first
  if (days.length === 7) return '每天'
  if (days.length > 2 && last - first === days.length - 1) return `${weekdayNames[first]}到${weekdayNames[last]}`
  return days.map((day) => weekdayNames[day]).join('、')
}

/** 周一到周五 8:00—16:00 */
export const shiftsWords = (weekly: readonly WeeklySpan[]): string =>
  groupsOf(weekly)
    .map(
      ({ days, fromMinute, untilMinute }) =>
        `${daysWords(days)} ${minuteWords(fromMinute)}—${minuteWords(untilMinute)}`,
    )
    .join('；')
