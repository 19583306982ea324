/** What can be recorded as service. */

const dayMs = 86_400_000
/** How far back a volunteer logs what nobody checked in. */
export const logBackDays = 30
/** And how far back a record is corrected. */
export const correctBackDays = 180

/** Why these times cannot be; undefined when they can. */
export function whatIsWrongWith(
  from: Date,
  until: Date,
  backDays: number,
  now: Date,
): 'notYet' | 'order' | 'tooLong' | 'tooOld' | undefined {
  if (until <= from) return 'order'
  if (until > now) return 'notYet'
  if (until.getTime() - from.getTime() > dayMs) return 'tooLong'
  return now.getTime() - from.getTime() > backDays * dayMs ? 'tooOld' : undefined
}
