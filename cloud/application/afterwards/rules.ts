import type { StaffRole } from '../staff/queries'

/** Decisions after the decision. Pure. */

/** A rating can be changed for so many days. */
export const changeableDays = 7

/** Who calls back after a poor rating: somebody who had no part in it. */
export const callers: readonly StaffRole[][] = [['approver'], ['communityAdmin'], ['supervisor']]
