import type { application, lights } from '../../../types/application'
import type { OutputOf } from '../../../types/operation'
import { addWorkingDays } from '../../deadlines/working-days'

/** Decisions of the queue. Pure. */

export type Light = (typeof lights)[number]
/** How many there are of each light. */
export type Counts = NonNullable<OutputOf<(typeof application)['queue']>['counts']>
export { mostCounted } from '../../../types/application'
export type Stage = 'accepting' | 'deciding' | 'delivering' | 'ended'

/** Up to here a deadline is yellow: the end of business of the next working day. */
export const soonUntil = (now: Date): Date => addWorkingDays(now, 1) as Date

/**
 * What was typed into the search field: a name (whole, its beginning, or without the surname), any three characters of a number, or an item's name or
 * pinyin initials. Undefined when nothing was.
 */
export function searchOf(typed: string): { name: string; number: string | undefined; item: string } | undefined {
  const words = typed.trim()
  if (words === '') return undefined
  return {
    name: words,
    number: /^[0-9A-Za-z-]{3,}$/.test(words) && /\d/.test(words) ? words.toUpperCase() : undefined,
    item: words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''),
  }
}
