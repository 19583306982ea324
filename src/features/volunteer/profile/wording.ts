import type { RefusalOf } from '../../../../types/operation'
import type { ageBands, VolunteerStatus, volunteer } from '../../../../types/volunteer'
import type { LightKind } from '../../../components/light'
import type { DayPart } from './week'

export const ageNames: Record<(typeof ageBands)[number], string> = {
  16: '16—17 岁',
  18: '18—34 岁',
  35: '35—49 岁',
  50: '50—59 岁',
  60: '60—69 岁',
  70: '70 岁以上',
}
export const partNames: Record<DayPart, string> = { morning: '上午', afternoon: '下午', evening: '晚上' }
export const weekdayNames = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日']
export const levelNames = { 1: '会一点', 2: '熟练', 3: '很在行' } as const

export const presence: Record<VolunteerStatus, { kind: LightKind; words: string; head: string; note: string }> = {
  applied: { kind: 'soon', words: '等社区看', head: '报上名了', note: '社区看过就告诉您，通过了才会有事来问您。' },
  approved: { kind: 'go', words: '已通过', head: '您是志愿者', note: '有合适的事会来问您，去不去都行。' },
  paused: { kind: 'idle', words: '休息中', head: '您在休息', note: '休息的时候没有事来问您，想回来随时回来。' },
  left: { kind: 'idle', words: '退出了', head: '您退出了', note: '想再来，改一改信息交上去就行。' },
}

export const profileWording = {
  title: '做志愿者',
  mine: '我的志愿服务',
  lead: '有空的时候，帮邻居一把',
  leadNote: '说说您会什么、什么时候有空，有合适的事来问您，去不去都行。',
  notPassed: (why: string) => `这次没通过：${why}`,
  about: '您是谁',
  name: '姓名',
  nameHint: '来帮忙时，人家看到这个名字',
  community: '哪个社区',
  age: '年龄',
  sex: '性别',
  sexHint: '可以不说。有人想要女的或男的来，才用得着。',
  sexes: { '': '不说', female: '女', male: '男' },
  home: '老家在哪',
  homeHint: '可以不填。老乡来求助，先问您。',
  dialects: '会说哪些话',
  moreDialects: '别的话',
  skills: '会做什么',
  skillsMissing: '至少选一样会做的',
  level: (skill: string) => `${skill}，到什么程度`,
  certificate: (skill: string, paper: string) => `${skill}要凭证：带${paper}到社区看一下，看过才算。`,
  certified: (skill: string, until: string) => `${skill}的证看过了，${until} 前有效`,
  week: '什么时候有空',
  weekHint: '点一下有空，再点一下没空。点星期几能改得更细。',
  weekMissing: '至少选一段有空的时间',
  cell: (day: string, part: string, state: string) => `${day}${part}，${state}`,
  states: { free: '有空', some: '一部分有空', none: '没空' },
  dayTitle: (day: string) => `${day}有空的时间`,
  addSpan: '加一段',
  dropSpan: '去掉这一段',
  from: '几点起',
  until: '几点止',
  pickTime: '选时间',
  done: '好了',
  radius: '最远走到哪',
  metres: (n: number) => (n < 1000 ? `${n} 米` : `${n / 1000} 公里`),
  hoursOf: (minutes: number) => (minutes < 60 ? `${minutes} 分钟` : `${minutes / 60} 小时`),
  start: '从哪里出发',
  startNote: '用来算走路几分钟，不给别人看。',
  startHere: '用我现在的位置',
  startIs: '用的是您选的位置',
  startMiddle: '现在按社区中间算',
  startFailed: '没取到位置，先按社区中间算。',
  startUnknown: '这个社区没有位置，请点一下用现在的位置。',
  says: '想说的',
  saysHint: '可以不写，比如：退休护士，楼上楼下都认识',
  submit: '交给社区看',
  save: '保存',
  agree: '同意并交给社区看',
  consent: '第一次用，要请您同意隐私保护指引',
  consentBody: '您的位置和时间只用来找合适的事，别人看不到。',
  read: '看隐私保护指引',
  promise: '社区看过就告诉您。',
  sent: '交上去了，等社区看',
  saved: '存好了',
  edit: '改一改',
  can: '会做的',
  free: '有空的时间',
  allDay: '全天',
  everyDay: '每天',
  reach: '走多远、每周多久',
  reachWords: (far: string, long: string) => `最远 ${far}，每周最多 ${long}`,
  homeAndTalk: '老家、会说的话',
  nothing: '没有填',
  automatic: '让系统自动来问我',
  automaticHint: '按会什么、多远、什么时候有空来问您。关了就只有社区的人来问，您随时能改。',
  why: '是怎么挑人的',
  rest: '休息一阵',
  restAsk: '休息的时候没有事来问您，等您回话的会请别人去。',
  restYes: '休息一阵',
  back: '我回来了',
  leave: '不做志愿者了',
  leaveAsk: '退出以后没有事来问您，做过的时长都留着。',
  leaveYes: '退出',
  presenceDone: { here: '欢迎回来', paused: '好好休息', left: '谢谢您帮过大家' },
  exceptions: '哪几天不一样',
  exceptionsNone: '没有，都按每周的来',
  exceptionFree: '这天有空',
  exceptionBusy: '这天没空',
  exceptionDay: '哪一天',
  exceptionKind: '那天有空吗',
  pickDay: '选日子',
  exceptionAdd: '加上',
  exceptionDrop: (day: string) => `去掉 ${day}`,
  exceptionWords: (day: string, free: boolean, span: string) => `${day} ${free ? '有空' : '没空'}${span}`,
  missing: '还有没填好的，看看红字。',
  ageMissing: '请选择年龄',
  nameMissing: '请填姓名，至少两个字',
  communityMissing: '请选社区',
  insured: (until: string) => `意外险到 ${until}`,
  offers: '等我回话的',
  tasks: '我去帮的',
  hours: '我的服务时长',
}

type Verbs = 'saveProfile' | 'saveExceptions' | 'setPresence' | 'setAutomatic'
type RefusalsOf<Verb extends Verbs> = Verb extends Verbs ? RefusalOf<(typeof volunteer)[Verb]> : never
export type ProfileRefusal = RefusalsOf<Verbs>

/** Why a change of the profile was refused. */
export function profileRefusal(refusal: ProfileRefusal): string {
  switch (refusal.reason) {
    case 'consentNeeded':
      return profileWording.consent
    case 'noSuchCommunity':
      return '没有这个社区，请重新选。'
    case 'unknownSkill':
      return '有一样本领现在没有了，请重新选。'
    case 'unknownDialect':
      return '有一种话现在没有了，请重新选。'
    case 'timesOverlap':
      return `${weekdayNames[refusal.weekday] ?? ''}的时间有重叠，请改一改。`
    case 'notAVolunteer':
      return '您还不是志愿者，先报个名。'
    case 'leadsTeams':
      return `您还带着 ${refusal.teams} 支队伍，先交给别人带。`
    case 'hasTasks':
      return `您还有 ${refusal.tasks} 件说好要去的，先退掉或办完。`
  }
}
