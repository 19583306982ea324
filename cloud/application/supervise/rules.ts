/** What of the rates may be shown to whom. Pure. */

/** The public page looks back so many days. */
export const publicDays = 365
/** A smaller group could point at people: it is not shown publicly. */
const smallestPublicGroup = 10

export const largeEnough = (rates: { decided: number }): boolean => rates.decided >= smallestPublicGroup

/** The first day of the month `n` months before the month of `day` (YYYY-MM-DD). */
export function monthsBack(day: string, n: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 - n, 1)).toISOString().slice(0, 10)
}
