import type { ContactKind, hub } from '../../../../types/hub'
import type { RefusalOf } from '../../../../types/operation'
import { hubWording } from '../wording'

export const cardWording = {
  title: '我的中心户',
  otherTitle: '中心户',
  mapSaid: (place: string, walk: string) => `${place}${walk ? `，从您家${walk}` : ''}`,
  shut: (name: string, walk: string) => `急的话，离您最近、有人的是${name}${walk ? `，${walk}` : ''}。`,
  shutAlone: '先写下来，社区会看着，到时一定有人回。',
  goInstead: '去问这一家',
  notYours: '不是您家的中心户，也可以问。',
  otherPaused: '这一家先停了，急的话问别家；写下来，也有人回。',
  none: '您还没有中心户',
  noneNote: (hours: number) => `每户都有一家党员中心户：有事找他，${hours} 小时内有人回。先说您住哪一户。`,
  find: '找我的中心户',
  near: '看看附近有哪些',
  waiting: (area: string) => `等${area}的网格员确认您住这儿`,
  waitingNote: '确认了就告诉您。等着的时候，附近的中心户也可以问。',
  waitingOpen: '看一看',
  orphaned: '您这一户还在等中心户',
  orphanedNote: '附近的中心户都满了，社区知道，一有空就给您安排。',
  tell: '有事跟户长说',
  ask: '什么事',
  say: '想说什么',
  sayPlaceholders: {
    ask: '比如：附近哪里能修助听器？',
    suggest: '比如：楼下能不能多放两张长椅？',
    complain: '哪里不好，什么时候的事',
    difficulty: '比如：腿脚不方便，买米买菜没人搬',
    dispute: '比如：楼上半夜太吵，想请您来说说',
    policy: '比如：妈妈装了假牙，医保能报多少？',
    visit: '为什么想请他来，哪天您在家',
  } satisfies Record<ContactKind, string>,
  sayToStaff: '户长哪里做得不好',
  callBack: '请回电话给我',
  callBackHint: '平台转接，他看不到您的号码',
  anonymous: '不让户长知道我是谁',
  anonymousHint: '社区也看不到，照样在这里回您',
  anonymousToStaff: '不让他们知道我是谁',
  anonymousToStaffHint: '党支部和社区都看不到，照样在这里回您',
  aboutHost: '对户长有意见？不经过他说',
  aboutHostTitle: '这件事不经过户长',
  aboutHostNote: '直接交给党支部和社区，他看不到。',
  backToHost: '还是跟户长说',
  promise: (by: string, deputy: boolean) => `最晚 ${by} 回您，没回就转给${deputy ? '代理人' : '社区'}`,
  promiseStaff: (by: string) => `最晚 ${by} 有人回您`,
  send: '告诉户长',
  sendStaff: '交给社区',
  agree: '同意并告诉户长',
  agreeStaff: '同意并交给社区',
  sendSignIn: '登录后告诉户长',
  sent: '告诉户长了',
  sentStaff: '交给社区了',
  keptNote: '您写的都在，不用再写一遍。',
  outbox: (kind: string) => `${kind}中心户`,
  tooShort: '说两句，至少两个字',
  sending: '照片还在上传，请等一等',
  more: '还有',
  mine: '我问过的',
  others: '附近的中心户',
  duty: '谁在值班',
  dutyNote: '医生、律师、民警，现在谁在',
  household: '我这一户',
  householdNote: '请家里人加入、搬走了',
}

type AskRefusal = RefusalOf<(typeof hub)['askHub']>

/** Why the hub could not be asked, and what to do. */
export function askRefusal(refusal: AskRefusal): string {
  switch (refusal.reason) {
    case 'consentNeeded':
      return hubWording.consent
    case 'noHub':
      return '您还没有中心户，先找到您家的。'
    case 'hubClosed':
      return '这一家不办了，请问别家。'
    case 'yourself':
      return '您就是这一家的，请问别家。'
    case 'nobodyResponsible':
      return '现在没有人能接，请打社区电话。'
    case 'tooMany':
      return `您已经有 ${refusal.most} 件在办，先办完一件再来。`
  }
}
