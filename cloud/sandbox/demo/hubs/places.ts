import { hubSpecialties } from '../../../../types/hub'
import { demoAreas } from '../areas'
import { nameOf } from '../names'
import type { Chance } from '../random'

/** The party-member households of 云溪县: one in each of the 60 grids, with who answers there and when. */

export interface PlannedPerson {
  openid: string
  nickname: string
  community: string
}

export interface PlannedHub {
  host: PlannedPerson
  /** Numbers of the hubs whose hosts stand in. */
  deputies: readonly number[]
  lead: PlannedPerson
  input: {
    name: string
    areaCode: string
    place: string
    lat: number
    lng: number
    languages: readonly string[]
    specialties: readonly string[]
    hours: readonly { weekday: number; fromMinute: number; untilMinute: number }[]
    room: number | null
  }
}

/** Landmarks of each community, one a grid. */
const landmarks: Readonly<Record<string, readonly string[]>> = {
  柳桥社区: ['柳桥便利店楼上', '柳桥小学东门旁', '老粮站对面', '柳桥路公交站旁', '桥头凉亭边'],
  石塘社区: ['石塘菜场南门', '石塘公园西侧', '邮政所斜对面', '塘边健身角', '石塘幼儿园旁'],
  东河社区: ['东河埠头边', '东河文化礼堂旁', '河东公交首末站', '东河卫生服务站旁', '丝厂老宿舍门口'],
  南门社区: ['南门老街口', '南门水塔下', '县二中后门', '南门停车场旁', '南门社区食堂边'],
  云岭社区: ['云岭汽车站对面', '云岭茶厂门口', '云岭敬老院旁', '镇政府后街', '云岭中学旁'],
  竹溪村: ['竹溪村口大樟树下', '竹编合作社旁', '竹溪小学旧址', '溪边水碓房', '竹溪文化礼堂旁'],
  茶坞村: ['茶坞炒茶房旁', '茶坞村委会对面', '上坞凉亭', '茶坞卫生室旁', '坞口公交站'],
  岭下村: ['岭下村口石桥边', '岭下祠堂旁', '岭下晒谷场', '岭脚小卖部旁', '水库管理房旁'],
  鹭湾社区: ['鹭湾广场东侧', '鹭湾农贸市场旁', '湾头渡口', '鹭湾社区食堂边', '鹭湾新城北门'],
  荷塘村: ['荷塘村委会旁', '荷花池南岸', '荷塘老年活动室旁', '荷塘幸福食堂边', '加油站对面'],
  渔港村: ['渔港码头旁', '渔政站对面', '渔港冷库旁', '灯塔下', '渔网厂门口'],
  新桥村: ['新桥桥头', '工业园南门', '新居民之家旁', '新桥文化礼堂旁', '新桥公交站旁'],
}

type Span = readonly [days: readonly number[], from: number, until: number]
const everyDay = [1, 2, 3, 4, 5, 6, 7]
/** When somebody is there: by the number of the grid. In the first community of each township the first hub never closes: it lives above its shop. */
const openings: readonly (readonly Span[])[] = [
  [[everyDay, 6.5, 22.5]],
  [
    [[1, 2, 3, 4, 5], 8, 11.5],
    [[1, 2, 3, 4, 5], 14, 17],
  ],
  [[everyDay, 18, 21.5]],
  [
    [everyDay, 6, 8.5],
    [[6, 7], 9, 20],
  ],
  [
    [[1, 3, 5], 9, 20],
    [[2, 4], 12, 14],
  ],
]
const allDay: readonly Span[] = [[everyDay, 0, 24]]

/** What hosts speak besides the language of the place: many came from elsewhere themselves. */
const tongues = [[], [], ['chuanyu'], ['zhongyuan'], ['gan'], ['xiang'], ['guizhou'], ['minnan'], ['jianghuai']]

/** 黄志远, whom anybody can sign in as: his hub is that of 王秀兰 and 李奶奶. */
export const huang: PlannedPerson = { openid: 'demo-huang', nickname: '黄志远', community: '990101001001' }
/** 许慧兰, who leads the party branch of 柳桥社区. */
export const xu: PlannedPerson = { openid: 'demo-xu', nickname: '许慧兰', community: '990101001001' }

/** The hubs, the same ones every time. */
export function planHubs(c: Chance): PlannedHub[] {
  const areas = demoAreas()
  const communities = areas.filter((area) => area.code.length === 12)
  const surnamesOf = new Map<string, Set<string>>()
  const grids = areas.filter((area) => area.code.length === 15)
  const hosts = grids.map((grid, n) => {
    const township = grid.code.slice(0, 9)
    const taken = surnamesOf.get(township) ?? new Set([huang.nickname.slice(0, 1)])
    surnamesOf.set(township, taken)
    if (n === 0) return huang
    let nickname = nameOf(c)
    // Two 王家中心户 in one township would be mistaken for one another.
    while (taken.has(nickname.slice(0, 1))) nickname = nameOf(c)
    taken.add(nickname.slice(0, 1))
    return { openid: `demo-host-${n + 1}`, nickname, community: grid.code.slice(0, 12) }
  })
  const leads = communities.map(({ code }, n) =>
    n === 0 ? xu : { openid: `demo-lead-${n + 1}`, nickname: nameOf(c), community: code },
  )
  return grids.map((grid, n) => {
    const [inCommunity, community] = [n % 5, Math.floor(n / 5)]
    const neighbour = (by: number) => community * 5 + ((inCommunity + by) % 5)
    const names = landmarks[communities[community]?.name ?? ''] ?? []
    const never = inCommunity === 0 && community % 4 === 0
    const spans = never ? allDay : (openings[inCommunity] as readonly Span[])
    return {
      host: hosts[n] as PlannedPerson,
      // Two stand in for one another; a few have nobody, and it goes to the branch.
      deputies: n % 15 === 7 ? [] : n % 4 === 1 ? [neighbour(1), neighbour(2)] : [neighbour(1)],
      lead: leads[community] as PlannedPerson,
      input: {
        name: `${hosts[n]?.nickname.slice(0, 1)}家中心户`,
        areaCode: grid.code,
        place: names[inCommunity] ?? grid.name,
        lat: thousandth(grid.lat),
        lng: thousandth(grid.lng),
        languages: ['jiahu', ...(n === 0 ? ['chuanyu'] : c.pick(tongues))],
        specialties: n === 0 ? ['policy', 'repair', 'elders'] : c.shuffle(hubSpecialties).slice(0, c.between(1, 3)),
        hours: spans.flatMap(([days, from, until]) =>
          days.map((weekday) => ({ weekday, fromMinute: from * 60, untilMinute: until * 60 })),
        ),
        room: n === 0 ? 15 : c.pick([null, null, null, null, 12, 18]),
      },
    }
  })
}

const thousandth = (n: number | null) => Math.round((n as number) * 1000) / 1000
