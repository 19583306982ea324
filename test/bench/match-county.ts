import type { HelpRequest, Place, Sex, Span, Strength, Urgency, Volunteer } from '../../cloud/volunteer/match/model'

/** A county by chance, the same for the same seed: a seat and seven towns, villages between them, ordinary and rare skills, working and retired people. */
export interface County {
  volunteers: Volunteer[]
  requests: HelpRequest[]
}

/** Skills with the share of volunteers who have them and of requests that need them; the last three need a certificate. */
const skills: [name: string, has: number, needs: number][] = [
  ['companion', 0.5, 0.3],
  ['errand', 0.4, 0.25],
  ['phoneHelp', 0.25, 0.12],
  ['moving', 0.2, 0.08],
  ['tutoring', 0.08, 0.06],
  ['haircut', 0.05, 0.05],
  ['plumbing', 0.03, 0.04],
  ['electrician', 0.025, 0.04],
  ['doctor', 0.015, 0.03],
  ['lawyer', 0.01, 0.03],
]
const certified = new Set(['electrician', 'doctor', 'lawyer'])
const dialects = ['吴语', '江淮官话', '西南官话', '中原官话', '赣语', '湘语', '闽语', '粤语', '客家话', '晋语']
const day = 24 * 60

/** Mulberry32 (Ettinger 2017): numbers in 0 … 1 that depend on the seed only. */
export function chance(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function drawCounty(seed: number, people: number, asks: number): County {
  const random = chance(seed)
  const whole = (to: number) => Math.floor(random() * to)
  const one = <T>(list: readonly T[]): T => list[whole(list.length)] as T
  const bell = () => random() + random() + random() - 1.5
  const towns = Array.from({ length: 8 }, () => ({
    latitude: 30.3 + random() * 0.4,
    longitude: 120.3 + random() * 0.45,
  }))
  const place = (): Place => {
    if (random() < 0.3) return { latitude: 30.3 + random() * 0.4, longitude: 120.3 + random() * 0.45 }
    const town = random() < 0.4 ? (towns[0] as Place) : one(towns)
    return { latitude: town.latitude + bell() * 0.03, longitude: town.longitude + bell() * 0.035 }
  }
  // Two thirds are from here; the others from some forty counties.
  const home = () =>
    random() < 0.65
      ? `330481${String(1 + whole(12)).padStart(3, '0')}${String(200 + whole(15))}`
      : `${one([34, 36, 41, 42, 43, 51, 52])}${String(1 + whole(6)).padStart(2, '0')}${String(21 + whole(5))}${String(100 + whole(4))}000`
  const speaks = (code: string) => [dialects[code.startsWith('33') ? 0 : 1 + (Number(code.slice(0, 2)) % 9)] as string]
  const sex = (): Sex => (random() < 0.55 ? 'female' : 'male')

  const volunteers = Array.from({ length: people }, (_, i): Volunteer => {
    const homeArea = home()
    const retired = random() < 0.35
    return {
      id: `v${String(i).padStart(6, '0')}`,
      at: place(),
      radiusMetres: 1500 + 500 * whole(10),
      skills: skills
        .filter(([, has]) => random() < has)
        .map(([skill]) => ({
          skill,
          level: 1 + whole(3),
          ...(certified.has(skill) && random() < 0.9 ? { certifiedUntil: whole(60) * 7 * day } : {}),
        })),
      homeArea,
      dialects: random() < 0.8 ? speaks(homeArea) : [...speaks(homeArea), one(dialects)],
      sex: sex(),
      age: retired ? 55 + whole(20) : 18 + whole(40),
      ...(random() < 0.85 ? { insuredUntil: whole(52) * 7 * day } : {}),
      free: freeTime(random, retired),
      busy: [],
      minutesLeft: [60 * (3 + whole(8)), 60 * (3 + whole(8))],
      capacity: 1 + whole(3),
      served: whole(random() < 0.3 ? 8 : 3),
      answerRate: 0.5 + 0.5 * random(),
      blocks: [],
      knows: [],
      servedWell: random() < 0.1 ? [`p${whole(asks * 3)}`] : [],
      automatic: random() < 0.97,
    }
  })
  const requests = Array.from({ length: asks }, (_, i): HelpRequest => {
    const skill = drawSkill(random)
    const minutes = 30 * (1 + whole(5))
    const homeArea = home()
    const wish = (must: number, better: number): Strength | undefined => {
      const drawn = random()
      return drawn < must ? 'must' : drawn < must + better ? 'better' : undefined
    }
    return {
      id: `r${String(i).padStart(6, '0')}`,
      requester: `p${whole(asks * 3)}`,
      urgency: drawUrgency(random),
      at: place(),
      windows: Array.from({ length: random() < 0.1 ? 2 : 1 }, () => windowOf(random, minutes)),
      minutes,
      people: 1 + (random() < 0.6 ? 1 : 0) + (random() < 0.2 ? 2 : 0),
      skills: [{ skill, ...(certified.has(skill) ? { certificate: true } : {}) }],
      risky: random() < 0.1,
      homeArea,
      dialects: speaks(homeArea),
      sex: sex(),
      wishes: { dialect: wish(0.05, 0.3), homeCounty: wish(0.02, 0.2), sameSex: wish(0.08, 0.2) },
      without: [],
      parties: [],
    }
  })
  return { volunteers, requests }
}

/** Two weeks: the retired by day, others in the evening and at weekends, each on some days only. */
function freeTime(random: () => number, retired: boolean): Span[] {
  const spans: Span[] = []
  for (let n = 0; n < 14; n++) {
    const weekend = n % 7 > 4
    const hours: [number, number][] =
      retired || weekend
        ? [
            [8, 12],
            [13, 18],
            [18, 21],
          ]
        : [[18, 21]]
    for (const [from, to] of hours)
      if (random() < (weekend ? 0.6 : 0.7)) spans.push({ from: n * day + from * 60, to: n * day + to * 60 })
  }
  return spans
}

function windowOf(random: () => number, minutes: number): Span {
  const starts = [8, 9, 10, 13, 14, 15, 16, 18, 19]
  const from =
    Math.floor(random() * 7) * day +
    60 * (starts[Math.floor(random() * starts.length)] as number) +
    30 * Math.floor(random() * 2)
  return { from, to: from + minutes }
}

function drawSkill(random: () => number): string {
  let rest = random()
  for (const [skill, , needs] of skills) {
    rest -= needs
    if (rest < 0) return skill
  }
  return 'companion'
}

const drawUrgency = (random: () => number): Urgency => {
  const drawn = random()
  return drawn < 0.03 ? 'now' : drawn < 0.2 ? 'today' : drawn < 0.7 ? 'thisWeek' : 'planned'
}
