import type { ContactKind, ContactStatus, HubSpecialty, LinkReason } from '../../../types/hub'
import type { LightKind } from '../../components/light'
import { dueLight } from './clock'
import type { Refusal } from './shapes'

/** Words that every page of those who keep hubs uses. */

export const wording = {
  host: {
    product: '邻里帮 户长台',
    label: '户长台的页面',
    inbox: '来问的事',
    mine: '我的住户',
    visits: '走访日记',
    promises: '答应的事',
    absence: '我不在家',
  },
  community: {
    product: '邻里帮 中心户',
    label: '中心户管理的页面',
    hubs: '中心户',
    households: '住户',
    joins: '要加入的',
    posts: '岗位',
    balance: '调一调',
    deadlines: '时限',
    settings: '设置',
  },
  who: (name: string, area: string | undefined) => [name, area].filter(Boolean).join(' · '),
  offline: '网断了，连上再看。',
  again: '再试一次',
  more: '再看一些',
  cancel: '先不了',
  gone: '没有找到，或者不归您看。',
  needSignIn: '登录后才看得到。',
  signIn: '去登录',
  mistakes: (n: number) => `还有 ${n} 处要改`,
  metres: (n: number) => (n < 1000 ? `${n} 米` : `${(n / 1000).toFixed(1)} 公里`),
  households: (n: number) => `${n} 户`,
}

export const kindNames: Record<ContactKind, string> = {
  ask: '问一问',
  suggest: '提建议',
  complain: '投诉',
  difficulty: '有困难',
  dispute: '邻里纠纷',
  policy: '问政策',
  visit: '请上门',
}

export const statusNames: Record<ContactStatus, string> = {
  asked: '等着回话',
  sorted: '在梳理',
  discussed: '在商量',
  claimed: '有人在办',
  answered: '回话了，等居民说',
  confirmed: '办好了',
  rated: '评过了',
  withdrawn: '居民收回了',
}

/** Who owes the answer, by the level it has gone up to. */
export const levelNames = ['户长', '代理人', '党支部', '社区'] as const

export const reasonNames: Record<LinkReason, string> = {
  neighbour: '邻居',
  relative: '亲属',
  difficulty: '困难户',
  other: '其他',
}
export const reasonOptions = (Object.keys(reasonNames) as LinkReason[]).map((value) => ({
  value,
  words: reasonNames[value],
}))

export const specialtyNames: Record<HubSpecialty, string> = {
  policy: '懂政策',
  mediation: '会劝架',
  medical: '懂医保看病',
  law: '懂法律',
  jobs: '帮找工作',
  repair: '会修理',
  elders: '照看老人',
  children: '照看孩子',
  newcomers: '帮新来的',
}

/** The light of a contact: its clock while an answer is owed, else where it stands. */
export function lightOf(
  { status, dueAt }: { status: ContactStatus; dueAt: Date | null },
  now: Date,
): { kind: LightKind; words: string } {
  if (dueAt) return dueLight(dueAt, now)
  return status === 'withdrawn'
    ? { kind: 'idle', words: statusNames.withdrawn }
    : { kind: 'go', words: statusNames[status] }
}

/** Why something was not done, and what to do instead. */
export function refusalWords(refusal: Refusal): string {
  switch (refusal.reason) {
    case 'wrongStatus':
      return `这件现在是「${statusNames[refusal.status]}」，不能这样办`
    case 'changedMeanwhile':
      return '刚刚有人动过了，请看看新的再办'
    case 'hubClosed':
      return '那一家已经关了，换一家'
    case 'alreadyThere':
      return '已经在那一家了'
    case 'nobodyResponsible':
      return '那边现在没有人能接，换一家'
    case 'noSuchItem':
      return '没有这个事项了，换一个'
    case 'noRelay':
      return '这里还没有接通转接电话，请写字回'
    case 'notWished':
      return '居民没有要您打电话'
    case 'noPhone':
      return 'whose' in refusal && refusal.whose === 'other'
        ? '对方没有留号码'
        : '您还没有绑定手机号，先去「我的数据」绑定'
    case 'notShared':
      return '对方还没有同意，或者收回了'
    case 'nothingSaid':
      return '写几个字，或者发张照片'
    case 'daysWrong':
      return '日子不对，请再选一次'
    case 'alreadyAway':
      return '这几天已经说过不在了'
    case 'notOfAHub':
      return '您现在不是中心户的人'
    case 'outsideYourArea':
      return '那里不归您管'
    case 'doorTaken':
      return '这个门牌已经登记过了'
    case 'noPlace':
      return '这个网格没有位置，请在地图上点一下'
    case 'tooMany':
      return `没用过的邀请码最多 ${refusal.most} 个，用掉一个再要`
    case 'alreadyDecided':
      return '别的同事已经定了'
    case 'reasonNeeded':
      return '写一句原因'
    case 'householdNeeded':
      return '先选是哪一户'
    case 'alreadyInHousehold':
      return '这位已经在别的一户里了'
    case 'notAPartyMember':
      return '这位不是这里的党员，不能当户长'
    case 'noSuchPerson':
      return '没有这个人，或者注销了'
    case 'alreadyHost':
      return '这位已经是别的中心户的户长'
    case 'unknownDialect':
      return '有一种话不在名单里，换一种'
    case 'hoursWrong':
      return '时间有重叠，或者结束比开始早'
    case 'consentMissing':
      return '同意书的日子不能在今天以后'
    case 'dayWrong':
      return '走访的日子不对：不能在今天以后，也不能早过三个月'
    case 'notYourHouseholds':
      return '有一户不归您的中心户，一次只写一家中心户的'
    case 'promiseToOther':
      return '答应的事要是这次去的那一户'
    case 'promiseDayWrong':
      return '答应的日子要在今天以后、一年以内'
    case 'notAVisitWish':
      return '这件不是「请上门」，或者已经回过了'
    case 'alreadyKept':
      return '这件已经办好了'
    case 'promiseEnded':
      return '这一户已经不在这里了，不用办了'
    case 'noSuchHub':
      return '没有这家中心户了，换一家'
    case 'nameTaken':
      return '这里已经有一个同名的'
    case 'alreadyEnded':
      return '这个岗位已经撤了'
    case 'alreadyClosed':
      return '这一家已经关了'
  }
}
