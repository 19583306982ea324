import type { OutputOf, RefusalOf } from '../../../../types/operation'
import type { UnmetReason, volunteer } from '../../../../types/volunteer'
import { timesWrong } from '../ask/wording'

/** Words of one request for help, as the side that asked sees it. */

export const unmetWords: Record<UnmetReason, string> = {
  nobodyAble: '您要的时间，附近合适的人都没空。',
  nobodyAnswered: '问过的邻居这次都去不了。',
  timeIsUp: '约的时间已经过了，还没有人接。',
  nobodyCame: '说好的人没有到，对不起。',
}

export const requestWording = {
  title: '我的求助',
  needSignIn: '登录后看到您的求助。',
  heads: {
    byStaff: (owner: string) => `${owner}正在给您安排`,
    looking: '正在找合适的邻居',
    asking: (n: number, by: string) => `正在问 ${n} 位邻居，${by} 前有回话`,
    askingSoon: (n: number) => `正在问 ${n} 位邻居`,
    someCome: (names: string, missing: number) => `${names}来，还差 ${missing} 人`,
    taken: (names: string, deed: string) => `${names}接了，${deed}`,
    onTheWay: (names: string) => `${names}出发了，正往您那儿走`,
    there: (names: string) => `${names}到了，正在帮忙`,
    done: '办完了吗？',
    over: '办完了',
    rated: '办完了，谢谢您的评价',
    cancelled: '这次不用帮了',
    unmet: '暂时没人能来',
  },
  next: (owner: string) => `先问最合适的，没空就问下一位。有人接了马上告诉您；都来不了，${owner}接着管。`,
  nextByStaff: (owner: string) => `${owner}看到了就给您找人，找到了马上告诉您。`,
  owner: '社区的人',
  ownerOf: (owner: string) => `社区的${owner}`,
  place: (area: string, address: string | null) => [area, address].filter(Boolean).join(' '),
  steps: { taken: '已接', setOut: '出发', there: '到了', done: '办完' },
  stepsSaid: (done: string, next: string) => `进度：${done}${next ? `，下一步是${next}` : ''}`,
  from: (home: string) => `${home}人`,
  callBack: '请他回电话',
  callBackSent: '已经告诉他了，等他回电话',
  message: '发消息',
  relay: '平台转接，互相看不到号码',
  why: '为什么是他',
  whyOne: (name: string) => `为什么是${name}`,
  staffSay: '社区安排的',
  askStaff: (owner: string) => `想让${owner}来安排`,
  askStaffAsk: (owner: string) => `${owner}会看了给您找人，系统不再自动问邻居。`,
  askStaffYes: '让社区安排',
  matchAgain: '再自动找找人',
  otherSide: '请另一方来谈',
  otherSideNote: '两边都同意了，才会请人来劝',
  howChosen: '是怎么挑人的',
  cancel: '不用帮了',
  cancelAsk: '取消以后，来的人和问过的邻居都会收到消息。',
  cancelYes: '不用帮了',
  cancelled: '已经取消了',
  swap: '换个人',
  swapNote: '不合适可以换人，不用说理由，也不影响他。',
  swapWho: '换掉谁',
  never: '以后也不要再安排他',
  neverHint: '只有系统知道，他不会知道。',
  swapYes: '换个人来',
  swapped: '正在另找人',
  details: '您说的',
  confirm: '说一声办完了',
  confirmNote: '点一下，这次的时间就记给他。',
  longer: '比约好的久',
  longerHint: '多花的时间也记给他。',
  confirmYes: '办完了',
  confirmed: '谢谢您说一声',
  rate: '帮得怎么样？',
  stars: '几颗星',
  comment: '说两句',
  commentHint: '可以不写',
  rateYes: '提交评价',
  rated: '谢谢您的评价',
  unmetFill: '怎样就有人来',
  otherTime: (n: number) => `有 ${n} 人能来`,
  changeTo: '改到这时候',
  relaxations: {
    dialect: (n: number, names: string) => `不要求会说${names || '方言'}，有 ${n} 人能来`,
    homeCounty: (n: number) => `不要求是老乡，有 ${n} 人能来`,
    sex: (n: number) => `男的女的都行，有 ${n} 人能来`,
  },
  relax: '就这样找',
  takenElsewhere: (n: number) => `有 ${n} 人合适，这时候正在帮更急的人。`,
  changed: '改好了，正在找人',
  caring: (owner: string) => `${owner}在替您想办法`,
  call: (phone: string) => `打 ${phone}`,
  callNote: '急就直接打社区电话',
  askAgain: '再请人帮一次',
}

type Steps = 'changeRequest' | 'cancelRequest' | 'swapPerson' | 'askStaff' | 'matchAgain' | 'confirmDone' | 'rateHelp'
type RefusalsOf<Verb extends Steps> = Verb extends Steps ? RefusalOf<(typeof volunteer)[Verb]> : never
export type StepRefusal = RefusalsOf<Steps>
export type SayRefusal = RefusalOf<(typeof volunteer)['sayAboutHelp']>
export type Request = OutputOf<(typeof volunteer)['request']>

/** Why a step was refused. */
export function stepRefusal(refusal: StepRefusal | SayRefusal): string {
  switch (refusal.reason) {
    case 'wrongStatus':
      return '刚刚有变化，已经换成最新的了。'
    case 'timesWrong':
      return timesWrong[refusal.why]
    case 'tooLate':
      return '人已经到了，现在不能换了，有事请打社区电话。'
    case 'nothingSaid':
      return '写两个字再发。'
    case 'nobodyThere':
      return '现在还没有人来，等有人接了再说。'
  }
}
