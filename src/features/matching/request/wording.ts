import type { HelpEventKind, Urgency } from '../../../../types/volunteer'
import { fullTime, nearTime } from '../../../platform/dates'
import type { Asked, Considered, Preview, Reason, Request } from '../shapes'
import { brokenNames, kindNames } from '../wording'

/** Words of one request on the matching desk. */
export const requestWording = {
  title: '求助',
  nth: (n: number) => (n > 0 ? `第 ${n} 件` : ''),
  gone: '这件不在您管的地方，或者已经没有了。',
  owner: (name: string | null, mine: boolean) => (mine ? '您负责' : name ? `${name}负责` : '还没人负责'),
  due: (at: Date, now: Date) => `最晚 ${nearTime(at, now)} 前安排好`,
  byHand: '求助的人不要系统派，请您找人。',
  gap: '怎样就有人',
  asked: {
    system: (name: string) => `系统先问了${name}`,
    hand: (by: string, name: string) => `${by}请了${name}`,
    coming: (name: string) => `${name}接了`,
  },
  askedAt: (at: Date, now: Date) => `${nearTime(at, now)} 问的`,
  why: (words: string) => `原因：${words}`,
  refusals: (n: number) => `问过 ${n} 次没成。不去不用说理由，也不记在谁头上。`,
  considered: '还考虑过',
  consider: '看还考虑过谁',
  considerNote: '会看到名字和得分，看过留有记录。',
  nobodyElse: '没有别的人合适了。',
  columns: { name: '志愿者', why: '为什么没先问', score: '这次得分' },
  pick: (name: string) => `改问${name}`,
  note: '先让最多的人有人帮，再看得分',
  noteWhy: '得分只管这一件事，不给人排名。',
  change: '改问谁',
  changeTo: (name: string) => `改派给${name}`,
  pickFirst: '在上面的名单里点一位，先看看会怎样。',
  effect: '要是这样改',
  looking: '正在算会怎样…',
  reason: '原因',
  reasonHint: '比如：家属认识，点名要',
  reasonSeen: '志愿者和求助的人都看得到这句话。',
  submit: (name: string) => `改派给${name}`,
  chosen: (name: string) => `已经去问${name}了`,
  takeOver: '我来负责',
  taken: '归您负责了',
  matchAgain: '再找一遍',
  matched: '重新找过了',
  close: '关掉这件',
  closeTitle: '关掉这件求助',
  closeWhy: '对求助的人说清楚',
  closeHint: '比如：社区已经把药送过去了',
  closeNote: '问着的志愿者会知道不用去了。',
  closed: '关掉了，已经告诉求助的人',
  said: '求助的人说',
  nothingSaid: '没有多说。',
  facts: {
    who: '谁求助',
    urgency: '多急',
    when: '什么时候行',
    needs: '要会什么',
    dialects: '说什么话',
    long: '大约多久',
  },
  minutes: (n: number) =>
    n % 60 === 0 ? `${n / 60} 小时` : n > 60 ? `${Math.floor(n / 60)} 小时 ${n % 60} 分钟` : `${n} 分钟`,
  history: '全过程',
  more: '看全过程',
  less: '收起来',
  actors: { requester: '求助的人', volunteer: '志愿者', staff: '工作人员', system: '系统' } as Record<string, string>,
  readOnly: '您可以看，不能改派。',
}

export const urgencyNames: Record<Urgency, string> = { now: '马上', today: '今天', thisWeek: '这周', planned: '不急' }

export const eventNames: Record<HelpEventKind, string> = {
  ask: '提出求助',
  match: '开始找人',
  offer: '去问志愿者',
  offerMore: '又问了一位',
  takePlace: '有人接了一个名额',
  fill: '有人接了',
  decline: '这位去不了',
  expire: '到时没回话',
  withdrawOffer: '不问了',
  lookAgain: '重新找人',
  leavePlace: '空出一个名额',
  startShort: '人没齐，先帮起来',
  giveUp: '没找到人，交给负责人',
  askStaff: '改由工作人员找人',
  change: '改了要求',
  escalate: '到时没安排，往上报',
  takeOver: '换人负责',
  setOut: '出发了',
  checkIn: '到了',
  joinIn: '又到了一位',
  leaveEarly: '有一位先走了',
  finish: '帮完了',
  confirm: '确认帮完',
  rate: '评价了',
  cancel: '不用帮了',
  withdrawConsent: '有一方不同意调解了',
}

const homeLevels = {
  province: '同省老乡',
  city: '同市老乡',
  county: '同乡，是一个县的',
  township: '同乡，是一个镇的',
  village: '同乡，是一个村的',
} as const
const levels = ['', '会做这件事', '这件事做得熟', '这件事是行家']

/** A reason of the engine, said of somebody. */
export function reasonWords(reason: Reason, nameOf: (code: string) => string): string {
  switch (reason.kind) {
    case 'home':
      return homeLevels[reason.level]
    case 'dialect':
      return `会说${reason.dialects.map(nameOf).join('、')}`
    case 'near':
      return `走路 ${reason.walkMinutes} 分钟`
    case 'skill':
      return `${nameOf(reason.skill)}：${levels[reason.level] ?? levels[1]}`
    case 'rested':
      return reason.served === 0 ? '最近没服务过，匀一匀' : `最近服务了 ${reason.served} 次`
    case 'answers':
      // How often somebody answers is nobody's business.
      return ''
    case 'servedWell':
      return '以前帮过这家，办得好'
    case 'sameSex':
      return '同性别，方便些'
  }
}

/** What somebody has less of than another, the largest difference first. */
const lessOf: Record<Reason['kind'], (mine: Reason | undefined) => string> = {
  home: (mine) => (mine?.kind === 'home' ? `${homeLevels[mine.level]}，没那么近` : '不是老乡'),
  dialect: () => '没有说一样的方言',
  near: (mine) => (mine?.kind === 'near' ? `远一些，走路 ${mine.walkMinutes} 分钟` : '远一些'),
  skill: () => '这件事没那么熟',
  rested: (mine) => (mine?.kind === 'rested' ? `最近已经服务了 ${mine.served} 次` : '最近服务得多'),
  answers: () => '差一点点',
  servedWell: () => '没帮过这家',
  sameSex: () => '性别不同',
}

/** Why somebody was not asked before `first`: needed elsewhere, or what most of the difference comes from. */
export function whyNot(
  one: Considered,
  first: { score: number; reasons: readonly Reason[] } | undefined,
  numbers: ReadonlyMap<number, number>,
): string {
  if (one.neededFor) {
    const nth = numbers.get(one.neededFor.helpRequestId)
    const which = nth ? `第 ${nth} 件` : ''
    const better = first && one.score > first.score ? '更合适，但' : ''
    return `${better}${which}「${kindNames[one.neededFor.kind]}」更要这位`
  }
  if (!first) return '可以先问'
  const points = (reasons: readonly Reason[], kind: Reason['kind']) =>
    reasons.filter((r) => r.kind === kind).reduce((sum, r) => sum + r.points, 0)
  const kinds = [...new Set(first.reasons.map(({ kind }) => kind))]
  const [worst] = kinds
    .map((kind) => ({ kind, lost: points(first.reasons, kind) - points(one.reasons, kind) }))
    .filter(({ lost }) => lost > 0)
    .sort((a, b) => b.lost - a.lost)
  if (!worst) return one.score >= first.score ? '一样合适' : '差一点点'
  return lessOf[worst.kind](one.reasons.find(({ kind }) => kind === worst.kind))
}

export const scoreWords = (score: number): string => String(Math.round(score))

export type Weight = 'go' | 'soon' | 'late'

/** What choosing somebody would do, sentence by sentence, the heaviest first. */
export function effectWords({ before, after, losing, broken }: Preview): { light: Weight; words: string }[] {
  const found: { light: Weight; words: string }[] = []
  const fewer = before.filled - after.filled
  const lost = losing.map(({ kind }) => kindNames[kind]).join('、')
  if (fewer > 0) found.push({ light: 'late', words: `会少帮 ${fewer} 件${lost ? `：${lost}` : ''}` })
  else if (fewer < 0) found.push({ light: 'go', words: `多帮到 ${-fewer} 件` })
  else {
    found.push({ light: 'go', words: '帮到的人一样多' })
    if (lost) found.push({ light: 'soon', words: `但「${lost}」会没有人` })
  }
  const points = Math.round(after.score - before.score)
  if (points !== 0)
    found.push({ light: points < 0 ? 'soon' : 'go', words: `总分${points < 0 ? '少' : '多'} ${Math.abs(points)}` })
  for (const rule of broken) found.push({ light: 'soon', words: `${brokenNames[rule]}，先打个招呼` })
  return found
}

/** Who was asked, by whom, or that he comes. */
export function askedWords({ name, status, byName }: Pick<Asked, 'name' | 'status' | 'byName'>): string {
  const { asked } = requestWording
  if (status === 'accepted') return asked.coming(name)
  return byName ? asked.hand(byName, name) : asked.system(name)
}

export const eventWords = (event: Request['events'][number]): string =>
  eventNames[event.kind as HelpEventKind] ?? event.kind
export const eventNote = ({ at, byName, actor }: Request['events'][number]): string =>
  `${fullTime(at)} · ${byName ?? requestWording.actors[actor] ?? actor}`
