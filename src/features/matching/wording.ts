import type { HelpKind, HelpStatus } from '../../../types/volunteer'
import { dayKey, fullTime, clock as hour, nearTime } from '../../platform/dates'
import type { Refusal, Row, Rule } from './shapes'

/** Words that every page of the matching desk uses. */

export const wording = {
  product: '邻里帮 匹配台',
  nav: {
    label: '匹配台的页面',
    board: '匹配',
    volunteers: '志愿者审核',
    duty: '谁在值班',
    teams: '团队',
    weights: '权重设置',
    hours: '时长核对',
  },
  who: (name: string, area: string | undefined) => [name, area].filter(Boolean).join(' · '),
  offline: '网断了，连上再看。',
  close: '关上',
  system: '系统',
  shortest: (n: number) => `至少写 ${n} 个字`,
}

export const kindNames: Record<HelpKind, string> = {
  escort: '陪去看病',
  errand: '代买代取',
  lift: '搬抬东西',
  repair: '修水管家具',
  electric: '修电路插座',
  phone: '教用手机',
  company: '陪聊做伴',
  care: '临时照看',
  health: '量血压看药单',
  law: '问法律',
  interpret: '方言翻译',
  paperwork: '填表写信',
  study: '辅导功课',
  work: '找工作',
  mediation: '劝架调解',
  other: '别的忙',
}

/** How somebody is told who can do it: 有 3 人会修. */
export const ableWords: Partial<Record<HelpKind, string>> = {
  lift: '能搬',
  repair: '会修',
  electric: '会修',
  phone: '会教',
}

export const statusNames: Record<HelpStatus, string> = {
  open: '等人安排',
  matching: '正在找人',
  offered: '等志愿者回话',
  assigned: '已有人接',
  inService: '正在帮',
  done: '帮完了，等居民确认',
  confirmed: '帮完了',
  rated: '评过了',
  cancelled: '不用了',
  unmet: '还缺人',
}

/** Rules of the engine, as they are broken by somebody. */
export const brokenNames: Record<Rule, string> = {
  automatic: '不要系统派单，先问一声',
  capacity: '手上的事已经到上限',
  out: '双方有一方说过不要',
  knowsParty: '认识其中一方，不能劝架',
  skill: '没说会做这件事',
  certificate: '没有有效的证件',
  insurance: '没有保险，这件有风险',
  sex: '性别和希望的不一样',
  age: '年龄不合适',
  homeCounty: '不是同县老乡',
  dialect: '不会说要的方言',
  radius: '比愿意走的远',
  hours: '这周的时间用完了',
  free: '这段时间没说有空',
  busy: '这段时间已经有别的事',
}

/** 今天 18:00—20:00, 周四(11月26日)9:00—10:00. */
export function spanWords({ from, until }: Row['span'], now: Date): string {
  return dayKey(from) === dayKey(until)
    ? `${nearTime(from, now)}—${hour(until)}`
    : `${nearTime(from, now)} 到 ${fullTime(until)}`
}

/** How long something still is: 40 分钟, 3 小时, 2 天. */
export function lengthWords(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000))
  if (minutes < 90) return `${minutes} 分钟`
  const hours = Math.round(minutes / 60)
  return hours < 48 ? `${hours} 小时` : `${Math.round(hours / 24)} 天`
}

const rules = (broken: readonly Rule[]) => broken.map((rule) => brokenNames[rule]).join('，')

/** Why something was not done, and what to do instead. */
export function refusalWords(refusal: Refusal): string {
  switch (refusal.reason) {
    case 'wrongStatus':
      return `这件现在是「${statusNames[refusal.status]}」，不能这样办`
    case 'notForThis':
      return `不能派给这位：${rules(refusal.rules)}`
    case 'notAVolunteer':
      return '这位现在不是志愿者了'
    case 'alreadyAsked':
      return '已经问着这位了'
    case 'hourTaken':
      return '这位那时已经有别的事了'
    case 'windowsOver':
      return '说好的时间已经过了，先和居民改时间'
    case 'timesWrong':
      return '说好的时间不行了，先和居民改时间'
    case 'outsideYourArea':
      return '那里不归您管'
    case 'alreadyDecided':
      return '别的同事已经定了'
    case 'reasonNeeded':
      return '写一句原因'
    case 'alreadyReviewed':
      return '别的同事已经核对了'
    case 'overlaps':
      return '这段时间已经有别的记录'
    case 'noSuchSkill':
      return '这一样不用证件，或者已经去掉了'
    case 'alreadyOver':
      return '这个时间已经过了'
    case 'noSuchPerson':
      return '没有这个人'
    case 'alreadyOnDuty':
      return '这位那时已经排了班'
    case 'tooLong':
      return `一次最多 ${refusal.hours} 小时`
    case 'nameTaken':
      return '已经有团队叫这个名字了'
    case 'leaderNotFit':
      return '带队的要是这一带通过审核的志愿者'
  }
}
