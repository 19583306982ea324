import type { UnmetReason } from '../../../../types/volunteer'
import type { LightKind } from '../../../components/light'
import { clock, nearTime, weekday } from '../../../platform/dates'
import type { Row, Rule } from '../shapes'
import { ableWords, kindNames, lengthWords } from '../wording'
import { answerBy, comingTo, type Group, groupOf, missingIn } from './groups'

/** Words of the board. */
export const boardWording = {
  title: '匹配',
  lead: (all: number, filled: number) => `${all} 件求助，配上 ${filled} 件`,
  none: '现在没有求助。',
  noneNote: '有人求助，这里马上会有。',
  groups: { lacking: '还缺人', waiting: '等志愿者回话', taken: '已有人接' } satisfies Record<Group, string>,
  group: (name: string, n: number) => `${name} ${n} 件`,
  ran: (at: Date, minutes: number) => `${clock(at)} ${minutes < 10 ? '刚算过一遍' : '算过一遍'}，已答应的没有动`,
  neverRan: '还没算过',
  views: '怎么看',
  view: { list: '清单', map: '地图', table: '表格' },
  walk: '换一件',
  map: '求助和志愿者的地图',
  mapWords: { closer: '放大', farther: '缩小', all: '全部', several: (n: number) => `${n} 件` },
  mark: (n: number, kind: string, light: string) => `第 ${n} 件 ${kind}，${light}`,
  legend: { request: '求助', volunteer: '志愿者', free: '空着的', taken: '已接', waiting: '等回话', lacking: '缺人' },
  freePeople: (n: number) => (n >= 300 ? '空着 300 多人' : `空着 ${n} 人`),
  table: { number: '件', kind: '帮什么', when: '什么时候', where: '在哪', who: '谁去', state: '到哪一步' },
  nobody: '还没有人',
  pairComing: (name: string) => name,
  pairAsked: (name: string) => `问着${name}`,
  sortBy: (column: string) => `按${column}排`,
  choose: '选一件，就在这里看。',
}

const some = 60 * 60_000

/** Where a request stands: the fact or the time, with its light. */
export function lightOf(row: Row, now: Date): { kind: LightKind; words: string } {
  const missing = missingIn(row)
  switch (row.status) {
    case 'assigned':
      return missing > 0 ? { kind: 'soon', words: `已接，少 ${missing} 人` } : { kind: 'go', words: '已接' }
    case 'inService':
      return { kind: 'go', words: '已到场' }
    case 'done':
      return { kind: 'idle', words: '等居民确认' }
    case 'open':
      return { kind: 'soon', words: '等您安排' }
    case 'matching':
      return { kind: 'soon', words: '正在找人' }
    default:
  }
  if (groupOf(row) === 'lacking')
    return { kind: row.urgency === 'planned' ? 'soon' : 'late', words: `缺 ${Math.max(1, missing)} 人` }
  const by = answerBy(row)
  if (!by) return { kind: 'soon', words: '正在问' }
  const left = by.getTime() - now.getTime()
  if (left <= 0) return { kind: 'late', words: '到时没回话' }
  return { kind: left < some ? 'soon' : 'go', words: `还有 ${lengthWords(left)}回` }
}

/** The second line of a row: from when and where, and how many when it is more than one. */
export function noteOf(row: Row, now: Date): string[] {
  const of = row.people > 1 ? `要 ${row.people} 人，有 ${comingTo(row)} 人` : ''
  return [nearTime(row.span.from, now), row.areaName, of].filter(Boolean)
}

const partOfDay = (at: Date) => {
  const hour = Number(clock(at).split(':')[0])
  return hour < 12 ? '上午' : hour < 18 ? '下午' : '晚上'
}

/** What asking for less is called, by the rule that would give way. */
const without: Partial<Record<Rule, string>> = {
  dialect: '不要求会说方言',
  homeCounty: '不要求是同县老乡',
  sex: '不要求同性别',
  certificate: '不要求有证',
  insurance: '给志愿者上了保险',
  hours: '这周多帮一会儿',
  automatic: '人工问一声',
  age: '年龄放宽',
  capacity: '手上的事多一件',
}

const metresAMinute = 75

/** Everything that would fill what is missing, in words, the likeliest first. */
export function gapWords(row: Row): string[] {
  const { unmet } = row
  if (!unmet) return []
  const { places } = unmet
  const words: string[] = []
  const able = ableWords[row.kind] ?? '能来'
  for (const { from, volunteers } of places?.otherTimes ?? [])
    words.push(`${weekday(from)}${partOfDay(from)}有 ${volunteers} 人${able}`)
  for (const { rule, volunteers, fills } of places?.relaxations ?? []) {
    if (rule === 'radius' && places?.reachMetres !== undefined)
      words.push(`多走到 ${Math.round(places.reachMetres / metresAMinute)} 分钟，就有 ${volunteers} 人`)
    else if (without[rule]) words.push(`${without[rule]}，${fills ? '就有' : '也只有'} ${volunteers} 人`)
  }
  if (places && places.takenElsewhere > 0) words.push(`有 ${places.takenElsewhere} 人能来，别处更要他们`)
  // Two times of one afternoon are one sentence.
  return [...new Set(words)]
}

/** Why nobody was found, when nothing would change that. */
export const emptyWords = (row: Row): string => (row.unmet ? unmetNames[row.unmet.reason ?? 'nobodyAble'] : '')

const unmetNames: Record<UnmetReason, string> = {
  nobodyAble: '附近还没有人会做',
  nobodyAnswered: '问过的都来不了',
  timeIsUp: '到时间还没有人应',
  nobodyCame: '说好的人没有来',
}

/** Who comes or is asked, in one line. */
export function peopleWords({ pairs }: Row): string {
  if (pairs.length === 0) return boardWording.nobody
  return pairs
    .map((p) => (p.coming === null ? boardWording.pairAsked(p.name) : boardWording.pairComing(p.name)))
    .join('、')
}

export const kindOf = (row: Pick<Row, 'kind'>): string => kindNames[row.kind]
