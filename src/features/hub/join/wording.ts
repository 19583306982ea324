import type { hub } from '../../../../types/hub'
import type { RefusalOf } from '../../../../types/operation'
import { hubWording } from '../wording'

export const joinWording = {
  title: '找我的中心户',
  head: '您住哪一户？',
  why: '登记过的每一户都有一家党员中心户。知道您住哪一户，就知道是哪一家。',
  how: '怎么确认',
  ways: { code: '家里人给了邀请码', staff: '没有邀请码' },
  code: '邀请码',
  codeHint: '十位字母和数字，家里人或网格员给的',
  scan: '扫一扫',
  join: '加入这一户',
  joined: '加入了，看看您家的中心户',
  area: '哪个网格',
  community: '哪个社区、村',
  grid: '网格',
  change: '换一个',
  wholeCommunity: '不知道是哪个网格',
  door: '门牌',
  doorHint: '只给网格员看一次，确认完就删掉',
  doorPlaceholder: '比如：3 幢 502 室',
  askStaff: '请网格员确认',
  asked: '交上去了，等网格员确认',
  areaMissing: '请选您住的社区',
  doorMissing: '请写门牌',
  agree: '点下去就是同意隐私保护指引。',
  waitingHead: '等网格员确认',
  waiting: (area: string, at: string) => `${at} 交给${area}的网格员了，确认了就告诉您。`,
  waitingStep: '不等了，撤回',
  withdrawAsk: '撤回以后要重新填。真的撤回？',
  withdrawn: '撤回了',
  orCode: '拿到邀请码了？填上马上就好。',
  needSignIn: '登录后找到您家的中心户。',
}

export const householdWording = {
  visits: '来我家走访过',
  visitsNote: '来过哪几次，答应了什么',
  title: '我这一户',
  people: (n: number) => `${n} 口人`,
  since: (day: string) => `${day}加入的`,
  hub: '我家的中心户',
  orphaned: '还在等中心户，社区知道',
  invite: '请家里人加入',
  inviteNote: '给家里人一个邀请码，一个码用一次',
  codeTitle: '邀请码',
  codeNote: '让家里人在“找我的中心户”里填上，或者扫这个码。',
  until: (at: string) => `${at} 前有效，用一次就没用了。`,
  share: '发给家里人',
  shareTitle: '加入我们家这一户',
  qr: (code: string) => `邀请码 ${code} 的二维码`,
  leave: '我搬走了，退出这一户',
  leaveAsk: '退出以后，这一家中心户就不再是您的了，已经问的事还照样办。真的退出？',
  leaveYes: '退出',
  left: '退出了',
  none: '您还没有加入哪一户。',
  find: '找我的中心户',
  tooMany: (most: number) => `已经有 ${most} 个码没用，先用完再要。`,
  outOfIt: '您已经不在这一户了。',
}

export type JoinRefusal =
  | RefusalOf<(typeof hub)['joinByCode']>
  | RefusalOf<(typeof hub)['askToJoin']>
  | RefusalOf<(typeof hub)['leaveHousehold']>

/** Why joining or leaving was refused, and what to do. */
export function joinRefusal(refusal: JoinRefusal): string {
  switch (refusal.reason) {
    case 'consentNeeded':
      return hubWording.consent
    case 'codeNotValid':
      return '这个码不对，或者用过、过期了，请家里人再给一个。'
    case 'alreadyInHousehold':
      return '您已经在一户里了，先退出那一户。'
    case 'alreadyAsked':
      return '已经交上去了，等网格员确认。'
    case 'noSuchArea':
      return '没有这个网格，请重新选。'
    case 'notInHousehold':
      return householdWording.outOfIt
  }
}
