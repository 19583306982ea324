import type { StaffRole } from '../staff/queries'

/** Decisions after the decision. Pure. */

/** A rating can be changed for so many days. */
export const changeableDays = 7

/** Who calls back after a poor rating: somebody who had no part in it. */
export const callers: readonly StaffRole[][] = [['approver'], ['communityAdmin'], ['supervisor']]

/** 王**: enough for whoever holds the letter to see that it is theirs, not enough to learn a name from a code. */
export const maskName = (name: string): string => {
  const [first = '', ...rest] = [...name]
  return first + '*'.repeat(Math.max(1, rest.length))
}
