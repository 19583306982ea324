import { nameOf } from '../names'
import type { Chance } from '../random'
import { daysFrom } from './days'
import type { Fate } from './fate'
import { fates } from './fates'
import { fillIn } from './forms'
import { type Play, playOf } from './play'
import { fits, type Wants, type Way } from './ways'

/** A person of the demo county whose case it is. */
export interface Applicant {
  key: string
  nickname: string
  /** Code and name of the community they live in. */
  community: string
  communityName: string
}

export interface PlannedCase extends Play {
  name: string
  applicant: Applicant
}

/** What 王秀兰 and 李奶奶 find when they sign in. */
const own: readonly { who: string; fate: Fate }[] = [
  {
    who: 'demo-wang',
    fate: {
      name: 'wangUnderWay',
      count: 1,
      wants: { code: 'JY-XJM-01' },
      play(p, d) {
        p.submit(d.back(5, 19))
        p.accept(d.back(4, 10))
        p.startReview(d.back(4, 14))
        p.say(d.back(2, 12), '户口本的照片拍得清楚吗？要不要再发一张？')
        p.answer(d.back(2, 15), '清楚的，不用再发。学校那边核对完就给您答复。')
      },
    },
  },
  {
    who: 'demo-wang',
    fate: {
      name: 'wangVisit',
      count: 1,
      wants: { delivery: 'pickUp', code: 'GA-JZZ-01' },
      play(p, d) {
        p.submit(d.back(7, 20))
        p.accept(d.back(6, 10))
        p.startReview(d.back(6, 11))
        p.approve(d.back(2, 15))
        p.book(d.back(1, 20), d.ahead(1, 9.5))
      },
    },
  },
  {
    who: 'demo-wang',
    fate: {
      name: 'wangToRate',
      count: 1,
      wants: { code: 'YB-CB-01' },
      play(p, d) {
        p.submit(d.back(3, 20))
        p.accept(d.back(2, 9))
        p.approve(d.back(2, 9.2))
      },
    },
  },
  {
    who: 'demo-wang',
    fate: {
      name: 'wangDraft',
      count: 1,
      wants: { code: 'SC-XCY-01', reviews: true },
      play: (p, d) => p.draft(d.back(1, 21)),
    },
  },
  {
    who: 'demo-li',
    fate: {
      name: 'liUnderWay',
      count: 1,
      wants: { code: 'MZ-GL-01' },
      play(p, d) {
        p.submit(d.back(2, 9))
        p.accept(d.back(1, 10))
      },
    },
  },
]

/**
 * Plans two hundred cases over the county's services, each for somebody else but those of the people with a name: the service used least so far of those
 * that fit, one of the ways through it, what was typed, and every step with its moment. The same chance gives the same cases.
 */
export function planCases(
  c: Chance,
  ways: readonly Way[],
  people: { named: readonly Applicant[]; crowd: readonly Applicant[] },
  now: Date,
): PlannedCase[] {
  const days = daysFrom(now)
  const used = new Map<string, number>()
  const left = c.shuffle(people.crowd)
  const cases: PlannedCase[] = []

  const plan = (fate: Fate, nth: number, applicant: Applicant) => {
    const wants: Wants = typeof fate.wants === 'function' ? fate.wants(nth) : fate.wants
    const way = leastUsed(c, ways, wants, used)
    if (!way) throw new Error(`no service fits the demo case ${fate.name} ${nth}`)
    used.set(way.code, (used.get(way.code) ?? 0) + 1)
    const form = fillIn(c, way, { name: applicant.nickname, community: applicant.communityName, now })
    const address = `云溪县${applicant.communityName}${c.between(1, 99)} 号，${nameOf(c)}收`
    const script = playOf({ c, way, wants, form, address })
    fate.play(script, days, nth, way)
    cases.push({ ...script.play, name: `${fate.name} ${nth}`, applicant })
  }

  for (const { who, fate } of own) {
    const applicant = people.named.find((person) => person.key === who)
    if (applicant) plan(fate, 0, applicant)
  }
  for (const fate of fates)
    for (let nth = 0; nth < fate.count; nth++) {
      // Half of all cases in 柳桥, whose window the demo shows; those with a helper where a grid worker is no clerk.
      const near = (a: Applicant) =>
        fate.helped ? /^99010100[23]001/.test(a.community) : nth % 2 === 1 || a.community.startsWith('990101001')
      const at = left.findIndex(near)
      const [applicant] = left.splice(at, 1)
      if (applicant) plan(fate, nth, applicant)
    }
  return cases
}

function leastUsed(c: Chance, ways: readonly Way[], wants: Wants, used: ReadonlyMap<string, number>): Way | undefined {
  const fit = ways.filter((way) =>
    // A service named by its code is taken as it comes.
    fits(
      way,
      wants.code === undefined
        ? wants
        : { ...wants, visits: way.outcome.visits, reviews: way.content.reviews.length > 0 },
    ),
  )
  const least = Math.min(...fit.map((way) => used.get(way.code) ?? 0))
  const rarest = fit.filter((way) => (used.get(way.code) ?? 0) === least)
  const codes = [...new Set(rarest.map((way) => way.code))]
  const code = c.pick(codes)
  const open = rarest.filter((way) => way.code === code)
  return open.length > 0 ? c.pick(open) : undefined
}
