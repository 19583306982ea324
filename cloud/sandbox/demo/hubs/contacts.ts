import type { Chance } from '../random'
import { aboutHost, asksAgain, passOnWords, type Script, scripts, thanks } from './contact-words'

/** 300 contacts of the last six weeks: who asks what, and what becomes of it when. */

export type Act =
  | { do: 'sort' | 'discuss' | 'claim' | 'answer' | 'passOn'; words: string }
  | { do: 'say'; words: string }
  | { do: 'handOn'; handOn: NonNullable<Script['handOn']> }
  /** The resident goes where he was led, help is given, and it is done. */
  | { do: 'follow' | 'beHelped' }
  | { do: 'confirm' | 'withdraw' | 'callBack' }
  | { do: 'rate'; stars: number; comment: string }

export interface PlannedContact {
  key: number
  /** Which of the members asks, by number. */
  member: number
  kind: Script['kind']
  words: string
  anonymous: boolean
  aboutHost: boolean
  callBack: boolean
  askedAt: Date
  acts: { at: Date; act: Act }[]
}

export const fates = [
  ['fresh', 24],
  ['aboutHost', 5],
  ['atDeputy', 9],
  ['atBranch', 7],
  ['atCommunity', 5],
  ['sorted', 20],
  ['discussed', 14],
  ['claimed', 21],
  ['handedOn', 11],
  ['followed', 4],
  ['passedOn', 6],
  ['answered', 27],
  ['confirmed', 38],
  ['silent', 25],
  ['rated', 52],
  ['lateAnswer', 15],
  ['helped', 5],
  ['withdrawn', 12],
] as const
type Fate = (typeof fates)[number][0]

/** What one neighbour alone can do for another. */
const canBeServed = ({ handOn }: Script): boolean => handOn?.help !== undefined && handOn.help !== 'lift'

const hourMs = 3_600_000
const minuteMs = 60_000

/** Contacts in the order in which they are asked. `members`: how many there are; the first two are 王秀兰 and 李奶奶. */
export function planContacts(c: Chance, now: Date, many: number, members: number): PlannedContact[] {
  const whole = fates.reduce((sum, [, share]) => sum + share, 0)
  const plan = fates.flatMap(([fate, share]) => Array<Fate>(Math.max(1, Math.round((share * many) / whole))).fill(fate))
  const askers = c.shuffle(Array.from({ length: Math.max(1, members - 2) }, (_, n) => n + 2))
  const named: readonly (readonly [member: number, fate: Fate, kind: Script['kind']])[] = [
    [0, 'rated', 'ask'],
    [0, 'answered', 'policy'],
    [0, 'claimed', 'suggest'],
    [1, 'confirmed', 'difficulty'],
    [1, 'fresh', 'visit'],
  ]
  // What is too many goes from the most usual end of a contact, so that none of the fates is left out.
  let surplus = plan.length + named.length - many
  const others = plan.filter((fate) => fate !== 'rated' || surplus-- <= 0)
  return [
    ...named.map(([member, fate, kind], key) => one(key, member, fate, kind)),
    ...others.map((fate, n) => one(named.length + n, askers[n % askers.length] ?? 0, fate)),
  ].sort((a, b) => a.askedAt.getTime() - b.askedAt.getTime())

  function one(key: number, member: number, fate: Fate, kind?: Script['kind']): PlannedContact {
    const led = fate === 'handedOn' || fate === 'followed' || fate === 'helped'
    const fit = scripts.filter(
      (script) =>
        (kind === undefined || script.kind === kind) &&
        (!led || (fate === 'handedOn' ? script.handOn !== undefined : canBeServed(script))),
    )
    const script = c.pick(fit)
    const anonymous = member > 1 && fate !== 'helped' && fate !== 'followed' && c.between(1, 8) === 1
    const { hoursAgo, acts } = lifeOf(fate, script)
    const askedAt = new Date(now.getTime() - Math.round(hoursAgo * hourMs) - c.between(0, 50) * minuteMs)
    const complaint = fate === 'aboutHost'
    return {
      key,
      member,
      kind: complaint ? 'complain' : script.kind,
      words: complaint ? c.pick(aboutHost) : script.ask,
      anonymous,
      aboutHost: complaint,
      callBack: c.between(1, 10) === 1,
      askedAt,
      acts: acts
        .map(([hours, act]) => ({ at: new Date(askedAt.getTime() + hours * hourMs), act }))
        .filter(({ at }) => at.getTime() < now.getTime()),
    }
  }

  /** How many hours ago it was asked, and what happened how many hours later. */
  function lifeOf(fate: Fate, script: Script): { hoursAgo: number; acts: [number, Act][] } {
    const soon = between(0.3, 3)
    const sort: [number, Act] = [soon, { do: 'sort', words: script.work }]
    const discuss: [number, Act] = [soon + between(0.5, 2), { do: 'discuss', words: '' }]
    const claim: [number, Act] = [soon + between(2.2, 4), { do: 'claim', words: '这件事我来办，办好告诉您。' }]
    const answered = between(6, 90)
    const worked: [number, Act][] = c.pick([[sort, claim], [sort, discuss, claim], [claim], [sort]])
    const answer: [number, Act] = [answered, { do: 'answer', words: script.answer }]
    const past = between(9 * 24, 38 * 24)
    const rate: [number, Act] = [
      answered + between(1, 60),
      { do: 'rate', stars: c.pick([5, 5, 5, 4, 4, 3, 2]), comment: c.pick(thanks) },
    ]
    const again: [number, Act][] = c.between(1, 4) === 1 ? [[soon + 0.2, { do: 'say', words: c.pick(asksAgain) }]] : []
    const handOn: [number, Act] = [
      soon + 1,
      { do: 'handOn', handOn: script.handOn ?? { to: 'helpRequest', words: script.work } },
    ]
    switch (fate) {
      case 'fresh':
      case 'aboutHost':
        return { hoursAgo: between(0.1, 20), acts: [] }
      case 'atDeputy':
        return { hoursAgo: between(25, 34), acts: [] }
      case 'atBranch':
        return { hoursAgo: between(38, 46), acts: [] }
      case 'atCommunity':
        return { hoursAgo: between(50, 70), acts: [] }
      case 'sorted':
        return { hoursAgo: between(4, 90), acts: [sort, ...again] }
      case 'discussed':
        return { hoursAgo: between(6, 90), acts: [sort, ...again, discuss] }
      case 'claimed':
        return { hoursAgo: between(8, 90), acts: [sort, ...again, claim] }
      case 'handedOn':
        return { hoursAgo: between(5, 80), acts: [sort, handOn] }
      case 'followed':
        return { hoursAgo: between(6, 60), acts: [sort, handOn, [soon + 1.5, { do: 'follow' }]] }
      case 'passedOn':
        return { hoursAgo: between(3, 20), acts: [[soon, { do: 'passOn', words: passOnWords }]] }
      case 'answered':
        return { hoursAgo: answered + between(1, 60), acts: [...worked, ...again, answer] }
      case 'confirmed':
        return { hoursAgo: past, acts: [...worked, ...again, answer, [answered + between(1, 90), { do: 'confirm' }]] }
      case 'silent':
        return { hoursAgo: between(13 * 24, 38 * 24), acts: [...worked, answer] }
      case 'rated':
        return { hoursAgo: past, acts: [...worked, ...again, answer, rate] }
      case 'lateAnswer': {
        const late = between(26, 60)
        return {
          hoursAgo: past,
          acts: [
            [late, { do: 'answer', words: script.answer }],
            [late + 20, rate[1]],
          ],
        }
      }
      case 'helped':
        return {
          hoursAgo: between(8 * 24, 20 * 24),
          acts: [sort, handOn, [soon + 2, { do: 'follow' }], [soon + 50, { do: 'beHelped' }], [soon + 60, rate[1]]],
        }
      case 'withdrawn':
        return { hoursAgo: past, acts: [[between(0.5, 12), { do: 'withdraw' }]] }
    }
  }

  function between(least: number, most: number): number {
    return least + c.next() * (most - least)
  }
}
