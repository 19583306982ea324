import type { HubCard } from '../../../types/hub'
import type { LightKind } from '../../components/light'
import { clock, dayKey, nearTime } from '../../platform/dates'
import { minutesOnFoot } from '../../platform/distance'
import { specialtyNames, presenceWording as words } from './wording'

/** Is somebody there: what the light of a hub says. */

type Shown = Pick<HubCard, 'status' | 'away' | 'openNow' | 'openUntil' | 'opensAt'>

export function presenceLight(hub: Shown, now: Date): { kind: LightKind; words: string } {
  if (hub.status !== 'open') return { kind: 'idle', words: words.paused }
  if (hub.openNow) return { kind: 'go', words: untilWords(hub.openUntil, now) }
  return { kind: 'idle', words: hub.away ? words.away : words.notNow }
}

/** When somebody is there again; empty while somebody is, or when nobody knows. */
export const nextWords = (hub: Shown, now: Date): string =>
  !hub.openNow && hub.opensAt ? words.next(nearTime(hub.opensAt, now)) : ''

/** Whether nobody answers for it now, whatever the hour. */
export const isShut = (hub: Shown): boolean => hub.status !== 'open' || hub.away

const dayMs = 86_400_000

/** Until when somebody is there: the hour alone today, midnight as 24:00, and no hour when it is a day or more. */
function untilWords(until: Date | null, now: Date): string {
  if (!until || until.getTime() - now.getTime() >= dayMs) return words.now
  if (dayKey(until) === dayKey(now)) return words.until(clock(until))
  const lastMinute = new Date(until.getTime() - 60_000)
  return words.until(dayKey(lastMinute) === dayKey(now) ? words.midnight : nearTime(until, now))
}

/** 会本地话、普通话，懂邻里纠纷和医保看病 */
export const abilityWords = ({ languages, specialties }: Pick<HubCard, 'languages' | 'specialties'>): string =>
  [
    languages.length > 0 ? words.speaks(languages.map(({ name }) => name)) : '',
    specialties.length > 0 ? words.knows(specialties.map((one) => specialtyNames[one])) : '',
  ]
    .filter(Boolean)
    .join('，')

/** Nobody walks farther than an hour: from there on the way itself says more. */
const longestWalk = 60

/** How far a hub is, by the metres of the way. */
export function walkWords(metres: number | null): string {
  if (metres === null) return ''
  const minutes = minutesOnFoot(metres)
  return minutes > longestWalk ? words.far(metres) : words.walk(minutes)
}
