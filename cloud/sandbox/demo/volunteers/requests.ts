import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone'
import utc from 'dayjs/plugin/utc'
import { type HelpKind, helpKindNeeds, type Urgency } from '../../../../types/volunteer'
import { demoAreas } from '../areas'
import type { Chance } from '../random'

dayjs.extend(utc)
dayjs.extend(timezone)

/** What is asked for in 云溪县: six weeks that are over, and the two that come. */

export interface PlannedRequest {
  /** Which of the residents, by number. */
  resident: number
  input: {
    kind: HelpKind
    words: string
    urgency: Urgency
    windows: { from: Date; until: Date }[]
    areaCode: string
    address: string
    lat: number
    lng: number
    homeAreaCode: string
    dialects: string[]
    wishes: { dialect?: 'must' | 'better'; homeCounty?: 'better' }
  }
  /** What whoever is asked says, in turn; after the last one everybody says yes. Nothing: nobody has answered yet. */
  answers: boolean[]
  stars: number
  comment: string
}

const wishes: readonly [kind: HelpKind, share: number, words: readonly string[]][] = [
  ['escort', 18, ['陪妈妈去县医院复查，要排队取药', '去看牙，走路慢', '上午抽血，要空腹']],
  ['errand', 18, ['取个快递，有点沉', '买点菜和米', '去药店拿药']],
  ['phone', 14, ['挂号的软件不会用', '跟女儿视频总是没声音', '字太小，调不来']],
  ['lift', 8, ['搬两袋米上六楼', '旧床垫搬下楼']],
  ['repair', 10, ['水龙头一直滴', '马桶冲不下去', '柜门掉了']],
  ['electric', 5, ['厨房插座冒火花，不敢用', '灯不亮了']],
  ['company', 9, ['想有人说说话', '一起下盘棋']],
  ['care', 6, ['我去开家长会，帮看一下孩子']],
  ['health', 4, ['量量血压，看看药能不能一起吃']],
  ['law', 2, ['租房合同看不懂']],
  ['interpret', 3, ['老人只会说家乡话，去办事听不懂']],
  ['paperwork', 6, ['填一张申请表', '给老家写封信']],
  ['study', 4, ['孩子三年级，数学跟不上']],
  ['work', 2, ['改改简历']],
]
const pool = wishes.flatMap(([kind, share]) => Array<HelpKind>(share).fill(kind))
const comments = ['真好，谢谢', '很有耐心', '', '', '老乡就是亲', '来得准时', '说得清楚，我会了']

/** When this kind of help is usually wanted, hours of the day. */
const hours: Partial<Record<HelpKind, readonly number[]>> = {
  escort: [8],
  study: [18, 19],
  company: [9, 14, 15],
  care: [19],
}

/** The requests, in the order in which they are asked; those that are over first. `residents`: how many there are. */
export function planRequests(
  c: Chance,
  now: Date,
  many: { past: number; coming: number; residents: number },
): { past: PlannedRequest[]; coming: PlannedRequest[] } {
  const grids = demoAreas().filter((area) => area.code.length === 15)
  const today = dayjs(now).tz('Asia/Shanghai').startOf('day')
  const make = (daysFromToday: number, past: boolean): PlannedRequest => {
    const kind = c.pick(pool)
    const grid = c.pick(grids)
    const { minutes, urgency } = helpKindNeeds[kind]
    const from = today.add(daysFromToday, 'day').add(c.pick(hours[kind] ?? [9, 10, 14, 15, 16, 19]), 'hour')
    const home = c.pick([
      ['511723', 'chuanyu'],
      ['341221', 'zhongyuan'],
      ['361128', 'gan'],
      ['430582', 'xiang'],
    ] as const)
    const longing = c.between(1, 10)
    return {
      resident: c.between(0, many.residents - 1),
      input: {
        kind,
        words: c.pick(wishes.find(([one]) => one === kind)?.[2] ?? ['']),
        urgency: past || daysFromToday > 7 ? 'planned' : urgency,
        windows: [{ from: from.toDate(), until: from.add(minutes, 'minute').toDate() }],
        areaCode: grid.code,
        address: `${c.between(1, 40)} 号 ${c.between(1, 6)}0${c.between(1, 4)} 室`,
        lat: round((grid.lat as number) + (c.next() - 0.5) * 0.004),
        lng: round((grid.lng as number) + (c.next() - 0.5) * 0.004),
        homeAreaCode: home[0],
        dialects: [home[1]],
        wishes: longing <= 1 ? { dialect: 'must' } : longing <= 5 ? { dialect: 'better', homeCounty: 'better' } : {},
      },
      answers: past
        ? c.between(1, 5) === 1
          ? [false, true]
          : [true]
        : c.pick([[true], [true], [true], [], [false, true]]),
      stars: c.pick([5, 5, 5, 4, 4, 3]),
      comment: c.pick(comments),
    }
  }
  const luosPast = [-20, -12, -5].map((days, i) =>
    nextDoor(days, 10, (['errand', 'company', 'phone'] as const)[i] ?? 'errand', [true]),
  )
  // 王秀兰 has somebody who comes; 李奶奶 waits for an answer.
  const named = [nextDoor(1, 9, 'escort', [true]), nextDoor(2, 15, 'phone', [])]
  const past = Array.from({ length: many.past }, () => make(-c.between(3, 42), true))
  const coming = Array.from({ length: many.coming }, () => make(c.between(1, 13), false))
  return {
    past: [...past, ...luosPast].sort((a, b) => +begin(a) - +begin(b)),
    coming: [...named, ...coming],
  }

  /** Asked for next door to 罗小梅, by somebody from her county. */
  function nextDoor(days: number, hour: number, kind: HelpKind, answers: boolean[]): PlannedRequest {
    const one = make(days, days < 0)
    const from = today.add(days, 'day').add(hour, 'hour')
    const until = from.add(helpKindNeeds[kind].minutes, 'minute')
    return {
      ...one,
      answers,
      input: {
        ...one.input,
        ...{ kind, areaCode: '990101001001001', address: '柳桥路 8 号 302 室', lat: 30.5141, lng: 120.6872 },
        words: wishes.find(([it]) => it === kind)?.[2][0] ?? '',
        urgency: days < 0 ? 'planned' : 'thisWeek',
        windows: [{ from: from.toDate(), until: until.toDate() }],
        wishes: { dialect: 'must' },
        ...{ homeAreaCode: '511723', dialects: ['chuanyu'] },
      },
    }
  }
}

export const begin = (one: PlannedRequest): Date => one.input.windows[0]?.from as Date

const round = (n: number) => Math.round(n * 1e5) / 1e5
