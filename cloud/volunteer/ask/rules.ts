import { type HelpKind, helpKindNeeds, type TimeSpan, volunteerLimits } from '../../../types/volunteer'

/** What may be asked for, and what a kind of help brings with it. */

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
/** A window that begins this much in the past is still "now". */
const graceMs = 5 * minuteMs
const longestMs = 12 * 60 * minuteMs

export type BadTimes = 'past' | 'tooShort' | 'tooFar' | 'overlap' | 'tooLong'

/** Why these windows cannot be; undefined when they can. */
export function whatIsWrongWith(windows: readonly TimeSpan[], minutes: number, now: Date): BadTimes | undefined {
  const sorted = [...windows].sort((a, b) => a.from.getTime() - b.from.getTime())
  for (const { from, until } of sorted) {
    const length = until.getTime() - from.getTime()
    if (length < minutes * minuteMs) return 'tooShort'
    if (length > longestMs) return 'tooLong'
    if (from.getTime() < now.getTime() - graceMs) return 'past'
    if (until.getTime() > now.getTime() + volunteerLimits.days * dayMs) return 'tooFar'
  }
  return sorted.some((one, i) => i > 0 && one.from < (sorted[i - 1] as TimeSpan).until) ? 'overlap' : undefined
}

interface Said {
  kind: HelpKind
  minutes?: number | undefined
  people?: number | undefined
  skills?: { skill: string; level?: number | undefined }[] | undefined
}

/** What the kind needs, with what was said in its place. A certificate that the kind asks for is asked for whatever is said. */
export function needsOf({ kind, minutes, people, skills }: Said) {
  const needs: {
    skills: readonly { skill: string; level?: number; certificate?: boolean }[]
    minutes: number
    people: number
    risky?: boolean
    minAge?: number
    maxAge?: number
  } = helpKindNeeds[kind]
  const certified = new Set(needs.skills.filter((one) => one.certificate).map((one) => one.skill))
  const own = (skills ?? needs.skills).map(({ skill, level }) => ({
    skill,
    level: level ?? 1,
    certificate: certified.has(skill),
  }))
  const left = needs.skills.filter((one) => one.certificate && !own.some(({ skill }) => skill === one.skill))
  return {
    minutes: minutes ?? needs.minutes,
    people: people ?? needs.people,
    risky: needs.risky ?? false,
    minAge: needs.minAge ?? null,
    maxAge: needs.maxAge ?? null,
    skills: [...own, ...left.map(({ skill }) => ({ skill, level: 1, certificate: true }))],
  }
}
