/**
 * Whether a text is a day of the calendar, `YYYY-MM-DD`, of the years 1900 to 2199: those a county's affairs happen in. `Date` takes 02-30 for 03-02; PostgreSQL
 * takes it for a fault.
 */
export function isDay(text: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text
}
