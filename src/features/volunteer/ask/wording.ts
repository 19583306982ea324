import type { RefusalOf } from '../../../../types/operation'
import type { volunteer } from '../../../../types/volunteer'
import { fullDay } from '../../../platform/dates'

type AskRefusal = RefusalOf<(typeof volunteer)['ask']>

export const timesWrong: Record<Extract<AskRefusal, { reason: 'timesWrong' }>['why'], string> = {
  past: '这个时间已经过了，请换一个。',
  tooShort: '这段时间太短，帮不完，请选长一点。',
  tooFar: '太远了，只能约四周以内的。',
  overlap: '选的时间有重叠，请改一改。',
  tooLong: '这段时间太长了，一次最多 12 小时。',
}

export const askWording = {
  title: '互助',
  what: '要帮什么？',
  more: '更多',
  fewer: '收起',
  when: '什么时候？',
  slots: {
    now: '现在',
    today: '今天',
    tomorrowMorning: '明天上午',
    tomorrowAfternoon: '明天下午',
    pick: '选时间',
  },
  day: '哪一天',
  from: '几点起',
  until: '几点前',
  pickDay: '选日子',
  pickTime: '选时间',
  whenMissing: '请选什么时候',
  emergency: '有人受伤、着火、打架，请先打',
  call: (number: string) => `打 ${number}`,
  numbers: [
    { number: '110', words: '110 报警' },
    { number: '119', words: '119 火警' },
    { number: '120', words: '120 急救' },
  ],
  mediation: '动手了或者有人拿了东西，先打 110，别靠近。',
  whom: '帮谁',
  me: '我自己',
  family: '加一位家人',
  where: '到哪里',
  whereNone: '还没有选社区',
  community: '社区、村',
  address: '门牌、楼栋',
  addressHint: '接的人才看得到。不写，就约在社区里。',
  here: '用我现在的位置',
  hereIs: '用的是现在的位置',
  hereFailed: '没取到位置，写门牌也行。',
  words: '说两句',
  wordsNone: '要注意什么，可以不写',
  wordsHint: '可以用键盘上的话筒说',
  wordsPlaceholder: '比如：妈妈走路慢，要去县医院复查',
  wish: '有什么要求',
  wishNone: '没有要求，谁来都行',
  people: '要几个人',
  peopleOf: (n: number) => `${n} 个人来`,
  dialect: '会说哪种话',
  strength: { dialect: '这种话', homeCounty: '同乡', sex: '这一条' },
  strengths: { none: '都行', better: '最好', must: '一定要' },
  homeCounty: '要不要老乡',
  home: '老家在哪',
  sex: '希望谁来',
  sexes: { any: '都行', female: '女的', male: '男的' },
  wishes: {
    dialect: (name: string, must: boolean) => `${must ? '一定' : '最好'}会说${name}`,
    homeCounty: (must: boolean) => `${must ? '一定' : '最好'}是老乡`,
    sex: (name: string, must: boolean) => `${must ? '一定' : '最好'}是${name}`,
  },
  mustNote: '要求越少，来得越快。',
  manual: '让社区安排，不要自动匹配',
  manualHint: '由社区的人看了给您找，会慢一些。',
  manualSays: '由社区安排',
  how: '怎么找人',
  howAutomatic: '马上自动找合适的邻居',
  why: '是怎么挑人的',
  done: '好了',
  send: '请人来帮',
  sendManual: '请社区安排',
  agree: '同意并请人来帮',
  consent: '第一次用，要请您同意隐私保护指引',
  consentBody: '您的地址只给接了这件事的人看，号码谁也看不到。',
  read: '看隐私保护指引',
  promise: '马上去问附近合适的邻居，没人能来也有社区的人接着管。',
  promiseManual: '社区的人看到了就给您安排。',
  next: '下一步',
  back: '上一步',
  outbox: (kind: string) => `请人${kind}`,
  kept: '已保存，联网后自动提交',
  keptNote: '您选的都在，不用再填一遍。急的话先打电话。',
  already: '求助过、想帮人',
  mine: '我的求助',
  mineNote: '看看办到哪了',
  become: '我也来帮人',
  becomeNote: '说说会什么、什么时候有空',
  offers: '等我回话的',
  offersNote: '去不去都行',
  tasks: '我去帮的',
  duty: '谁在值班',
  dutyNote: '医生、律师、民警，现在谁在',
  teams: '志愿团队',
  teamsNote: '老乡帮帮团、劝架服务团',
  signIn: '登录',
  needSignIn: '登录一下就能请人帮忙。',
  sayDay: (at: Date) => fullDay(at),
}

/** Why asking was refused, and what to do. */
export function askRefusal(refusal: AskRefusal): string {
  switch (refusal.reason) {
    case 'consentNeeded':
      return askWording.consent
    case 'notYours':
      return '您不能替这个人求助，请换一个人。'
    case 'noHome':
      return '还不知道到哪里帮，请选社区。'
    case 'unknownSkill':
      return '选的本领现在没有了，请重新选。'
    case 'unknownDialect':
      return '选的方言现在没有了，请重新选。'
    case 'timesWrong':
      return timesWrong[refusal.why]
    case 'tooManyRequests':
      return `您已经有 ${refusal.most} 件在办，先办完一件再来。`
    case 'nobodyResponsible':
      return '这个社区还没有人负责，请打社区电话。'
  }
}
