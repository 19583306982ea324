import type { DutyHours } from '../../../../types/hub'
import type { LightKind } from '../../../components/light'
import { fullTime } from '../../../platform/dates'
import type { Closing, Coverage, HubRow } from '../shapes'
import { wording } from '../wording'

/** Words of hubs, as the community keeps them. */
export const hubsWording = {
  title: wording.community.hubs,
  one: '中心户',
  add: '设一家中心户',
  empty: '这里还没有中心户。先设一家，住户会自动分过去。',
  choose: '选一家来看。',
  lead: (n: number, more: boolean) => `${n}${more ? ' 家以上' : ' 家'}中心户`,
  coverage: {
    title: '覆盖',
    all: '户户都有人管',
    part: (percent: string) => `覆盖 ${percent}`,
    none: '还没有登记住户',
    figures: ({ households, linked, hubs }: Coverage) => `${households} 户里 ${linked} 户有中心户，一共 ${hubs} 家`,
    orphaned: (n: number) => `${n} 户还没人管`,
    overloaded: (n: number) => `${n} 家超了`,
    see: '看是哪些',
    balance: '调一调',
    prove: '这个数怎么验',
    hide: '收起来',
    query: '任何人在数据库里跑这一句，得到同样的数，看不到一个地址：',
    digest: (digest: string, at: Date) =>
      `指纹 ${digest.slice(0, 16)}…（${fullTime(at)}）。谁家归谁管有一处不同，指纹就不同。`,
    copy: '复制这一句',
  },
  facts: {
    area: '管哪里',
    place: '在哪',
    host: '户长',
    hostHidden: '只有社区管理员看得到',
    languages: '会说',
    specialties: '会帮',
    hours: '在家',
    noHours: '没有写时间',
    load: '住户',
    deputies: '代理人',
    noDeputies: '没有代理人，户长不在就转给党支部',
    lead: '党支部',
    noLead: '没有写，逾期直接转给社区',
    consent: '书面同意',
    now: '现在',
  },
  now: { open: '有人', closed: '没人，不到在家的时间', away: '户长不在，代理人接着', nobody: '户长不在，也没有代理人' },
  load: ({ households, room }: HubRow) => `${households} / ${room} 户`,
  loadSpoken: ({ households, room }: HubRow) => `管着 ${households} 户，最多 ${room} 户`,
  map: {
    label: '中心户的地图',
    closer: '放大',
    farther: '缩小',
    all: '看全部',
    several: (n: number) => `${n} 家`,
    note: '圈里是户数，加号是超了的。位置只到大概。',
  },
  seeHouseholds: '看这些住户',
  edit: '改资料',
  pause: '先停一停',
  pauseNote: '停的时候不收新住户，原来的照管。',
  pauseSure: '停下以后不再分新住户过来，原来的住户照管，来问的事照接。确定停吗？',
  paused: '停下了',
  resume: '重新开',
  resumed: '重新开了，又会分新住户',
  close: {
    button: '关掉这一家',
    title: (name: string) => `关掉${name}`,
    lead: '关了就不能再开。住户马上分到别家：',
    none: '这一家没有住户要搬。',
    move: ({ households, farthestMetres }: Closing['to'][number]) =>
      `${households} 户，最远走 ${wording.metres(farthestMetres)}`,
    orphaned: (n: number) => `${n} 户附近没有空位，会列在「还没人管」里`,
    contacts: (n: number) => `还没回的 ${n} 件，马上转给党支部和社区`,
    reason: '为什么关',
    reasonHint: '比如：户长搬走了',
    submit: '关掉',
    sure: '关了不能再开，住户马上转走。确定关吗？',
    done: (moved: number, orphaned: number) =>
      orphaned > 0 ? `关了，${moved} 户转走，${orphaned} 户还没人管` : `关了，${moved} 户都转走了`,
  },
}

/** 覆盖率, never rounded up to a whole. */
export function percentOf({ households, linked }: Coverage): string {
  const tenths = Math.floor((linked * 1000) / households)
  return `${(tenths / 10).toFixed(tenths % 10 === 0 ? 0 : 1)}%`
}

export function loadLight({ status, households, room, overloaded }: HubRow): { kind: LightKind; words: string } {
  if (status === 'paused') return { kind: 'idle', words: '暂停' }
  if (overloaded) return { kind: 'late', words: `超 ${households - room} 户` }
  if (households === room) return { kind: 'soon', words: '满了' }
  return { kind: 'go', words: `还能收 ${room - households} 户` }
}

const weekdays = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日']
const clockOf = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`

/** 周一到周五 18:00—21:00, in as few lines as it takes. */
export function hoursWords(hours: readonly DutyHours[]): string[] {
  const days = new Map<string, number[]>()
  for (const { weekday, fromMinute, untilMinute } of hours) {
    const times = `${clockOf(fromMinute)}—${clockOf(untilMinute)}`
    days.set(times, [...(days.get(times) ?? []), weekday].sort())
  }
  return [...days].map(([times, on]) => `${daysWords(on)} ${times}`)
}

function daysWords(on: readonly number[]): string {
  const [first = 1] = on
  const last = on.at(-1) ?? first
  if (on.length === 7) return '每天'
  if (on.length > 2 && last - first === on.length - 1) return `${weekdays[first]}到${weekdays[last]}`
  return on.map((day) => weekdays[day]).join('、')
}
