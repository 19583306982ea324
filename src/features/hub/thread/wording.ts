import type { Status as ApplicationStatus } from '../../../../types/application'
import type { ContactEventKind, ContactStatus, HandOnTarget, hub } from '../../../../types/hub'
import type { RefusalOf } from '../../../../types/operation'
import type { HelpStatus } from '../../../../types/volunteer'
import type { LightKind } from '../../../components/light'
import { statusLights } from '../wording'

type Operations = typeof hub
export type StepRefusal =
  | RefusalOf<Operations['sayInContact']>
  | RefusalOf<Operations['askCallBack']>
  | RefusalOf<Operations['withdrawContact']>
  | RefusalOf<Operations['confirmContact']>
  | RefusalOf<Operations['rateContact']>
  | RefusalOf<Operations['followHandOn']>
  | RefusalOf<Operations['shareNumber']>
  | RefusalOf<Operations['contactNumber']>

export const threadWording = {
  title: '这件事',
  steps: { asked: '问事', sorted: '梳理', discussed: '商量', claimed: '认领', answered: '回话' },
  stepsSaid: (done: string, next: string) => `进度：${done}${next ? `，下一步是${next}` : '，五步都走完了'}`,
  heads: {
    asked: '等户长回您',
    sorted: '户长在梳理这件事',
    discussed: '正在商量怎么办',
    claimed: '有人在办了',
    answered: '回您话了，办得怎么样？',
    confirmed: '办好了',
    rated: '办好了，谢谢您的评价',
    withdrawn: '这件事您收回了',
  } satisfies Record<ContactStatus, string>,
  toFollow: {
    helpRequest: '户长请志愿者来帮您，去说一声',
    application: '这件事可以在网上办，去办一下',
    activity: '有个活动合适，去看看',
  } satisfies Record<HandOnTarget, string>,
  owners: ['户长', '代理人', '党支部', '社区'],
  owed: (owner: string, by: string) => `${owner}最晚 ${by} 回您`,
  owedBy: (by: string) => `最晚 ${by} 回您`,
  overdue: (owner: string) => `过了时间，已经催${owner}`,
  about: (kind: string, hub: string) => `${kind} · ${hub}`,
  anonymous: '没说您是谁',
  aboutHost: '没经过户长',
  sides: { resident: '您', host: '户长', staff: '社区', system: '系统' },
  wishesCall: '请回个电话',
  events: {
    escalate: '没按时回，转给下一位了',
    passOn: '转给更合适的中心户了',
    takeOver: '社区接过去办了',
    follow: '您已经去办了',
    withdraw: '您收回了这件事',
    confirm: '您说办好了',
    confirmBySystem: '一直没听您说没办好，算办好了',
    sort: '户长梳理好了',
    discuss: '开始商量怎么办',
    claim: '有人认领，在办了',
  } satisfies Partial<Record<ContactEventKind | 'confirmBySystem', string>>,
  photo: (n: number) => `第 ${n} 张照片`,
  handOn: {
    helpRequest: {
      title: '请志愿者来帮',
      go: '去求助',
      done: '已经求助过了',
      look: '看办到哪了',
      pick: '是哪一件求助',
      none: '您还没有求助过。',
    },
    application: {
      title: '网上就能办',
      go: '去办',
      done: '已经交过了',
      look: '看办到哪了',
      pick: '是哪一件办件',
      none: '您还没有交过这样的办件。',
    },
    activity: {
      title: '有个活动合适',
      go: '看看活动',
      done: '已经报过名了',
      look: '看这场活动',
      pick: '是哪一场活动',
      none: '您还没有报过名。',
    },
  },
  toFollowLight: '等您去',
  followed: '接上了，这里一直看得到',
  outboxFollow: (title: string) => `${title}接到中心户`,
  sayHead: '接着说',
  sayHint: '说清楚些，或者拍张照片',
  notYet: '还没办好？在这里接着说。',
  send: '发出去',
  sent: '发出去了',
  keptTitle: '跟中心户说的话',
  kept: '已保存，联网后自动发出去',
  more: '还可以',
  callBack: '请回个电话',
  callBackNote: '平台转接，互相看不到号码',
  callBackSent: '告诉他了，等电话吧',
  share: '互相看到号码',
  shareNote: '两边都同意才看得到，随时能收回',
  shareBoth: '两边都同意了',
  shareWaits: '您同意了，等对方同意',
  shareAsked: '对方同意了，等您点头',
  shared: '您同意了',
  unshared: '收回了，对方看不到了',
  number: '看对方的号码',
  numberIs: (phone: string) => `对方的号码 ${phone}`,
  dial: '打过去',
  withdraw: '不用了，收回',
  withdrawAsk: '收回以后，户长就不再办这件事了。真的收回？',
  withdrawYes: '收回',
  withdrawn: '收回了',
  rate: '办得怎么样？',
  stars: '几颗星',
  comment: '说两句',
  commentHint: '只有户长和社区看得到',
  rateYes: '提交评价',
  rated: '谢谢您的评价',
  confirm: '办好了，不评了',
  confirmed: '好的，办好了',
  askAgain: '再问一件',
}

const helpLights: Record<HelpStatus, { kind: LightKind; words: string }> = {
  open: { kind: 'soon', words: '社区在安排' },
  matching: { kind: 'soon', words: '正在找人' },
  offered: { kind: 'soon', words: '正在问邻居' },
  assigned: { kind: 'go', words: '有人接了' },
  inService: { kind: 'go', words: '正在帮' },
  done: { kind: 'soon', words: '帮完了，等您说一声' },
  confirmed: { kind: 'go', words: '帮完了' },
  rated: { kind: 'go', words: '帮完了' },
  cancelled: { kind: 'idle', words: '不用了' },
  unmet: { kind: 'late', words: '暂时没人能来' },
}

const applicationLights: Record<ApplicationStatus, { kind: LightKind; words: string }> = {
  draft: { kind: 'idle', words: '还没交' },
  submitted: { kind: 'go', words: '交上去了' },
  correctionRequested: { kind: 'soon', words: '要补几处' },
  accepted: { kind: 'go', words: '在办' },
  conditionallyAccepted: { kind: 'go', words: '在办，材料后补' },
  deemedAccepted: { kind: 'go', words: '在办' },
  inReview: { kind: 'go', words: '在审' },
  suspended: { kind: 'idle', words: '暂停' },
  approved: { kind: 'go', words: '批下来了' },
  refused: { kind: 'late', words: '没批' },
  delivered: { kind: 'go', words: '办好了' },
  rated: { kind: 'go', words: '办好了' },
  closed: { kind: 'go', words: '办好了' },
  underAppeal: { kind: 'soon', words: '在申诉' },
  withdrawn: { kind: 'idle', words: '撤回了' },
  lapsed: { kind: 'late', words: '过期了' },
}

const activityLights: Record<string, { kind: LightKind; words: string }> = {
  draft: { kind: 'idle', words: '还没交' },
  submitted: { kind: 'soon', words: '等审批' },
  published: { kind: 'go', words: '报上了' },
  ended: { kind: 'go', words: '办过了' },
  cancelled: { kind: 'late', words: '取消了' },
}

/** What became of it, as a light. The status is one of whatever it was handed on to. */
export function targetLight(to: HandOnTarget, status: string): { kind: LightKind; words: string } {
  const known: Record<string, { kind: LightKind; words: string }> = {
    helpRequest: helpLights,
    application: applicationLights,
    activity: activityLights,
  }[to]
  return known[status] ?? { kind: 'idle', words: status }
}

/** Why a step was refused, and what to do. */
export function stepRefusal(refusal: StepRefusal): string {
  switch (refusal.reason) {
    case 'wrongStatus':
      return `这件事已经是“${statusLights[refusal.status].words}”，请看最新的。`
    case 'nothingSaid':
      return '说两句，或者加张照片。'
    case 'notYours':
      return '这一件不是您的，请选自己的。'
    case 'alreadyFollowed':
      return '已经接上了。'
    case 'noPhone':
      return '您还没有绑定手机号，先在“我”里绑定。'
    case 'notShared':
      return '对方收回了，看不到号码了。'
  }
}
