import type { TestCloud } from '../cloud'
import { inputOf } from '../contract/input'
import type { Described } from '../contract/operations'
import { draftOf } from '../factories/activities'
import { profileOf } from '../factories/volunteers'
import type { Neighbours } from './people'
import { after, onDay } from './scene'

/** What the readers send: ids that are real, versions that are the newest, words that are nobody's. */

const { startsAt, ...draft } = draftOf()

/** What operations want that no matter has: days to look at, words to look for. */
const given: Record<string, Record<string, unknown>> = {
  'activity.calendar': { month: onDay(0) },
  'activity.mine': { when: 'coming' },
  'activity.draft': { ...draft, startsAt: after(200), endsAt: after(201) },
  'activity.edit': { draft: { ...draft, startsAt: after(74), endsAt: after(76), capacity: 29 } },
  'application.mine': { when: 'underWay' },
  'catalogue.exportItems': { format: 'csv' },
  'feedback.send': { kind: 'suggestion', about: 'activity' },
  'people.givePrivacyConsent': { version: '2026-11-01' },
  'people.bindPhone': { code: 'phone:13799990009:walk' },
  'people.setDeskPassword': { username: 'walker', password: 'Vt8!kq-pw-walk' },
  'people.grantRole': { role: 'organiser' },
  'volunteer.homeAreas': { search: '四川' },
  'volunteer.myYear': { year: 2026 },
  'volunteer.saveProfile': profileOf({ name: '新志愿者' }),
  'volunteer.saveExceptions': { exceptions: [] },
}

/** Tables whose rows are changed on the version that was seen, by the field that names the row. */
const versioned = {
  activityId: 'activities',
  applicationId: 'applications',
  contactId: 'contacts',
  householdId: 'households',
  meetingId: 'branch_meetings',
  postId: 'hub_posts',
  visitId: 'home_visits',
} as const

/** The input of one operation, on the newest version of what it is about. */
export async function inputFor(
  cloud: TestCloud,
  here: Neighbours,
  reader: string,
  { operation, instead }: { operation: Described; instead: object | undefined },
) {
  const { name, entries } = operation
  const stated: Record<string, unknown> = {
    ...given[name],
    ...here.given[name],
    ...here.handed[reader]?.[name],
    ...instead,
  }
  const real: Record<string, unknown> = { ...here.real, ...stated }
  const input = inputOf(operation, real)
  // What may be left out is left out unless it was stated: an id would show, or change, one row instead of all.
  for (const [key, { type }] of Object.entries(entries))
    if (type.includes('optional') && !(key in stated)) delete input[key]
  const newest = async (field: string, id: unknown) => {
    const table = versioned[field as keyof typeof versioned]
    const [row] = table
      ? await cloud.sql.unsafe<{ version: number }[]>(`select version from ${table} where id = ${Number(id)}`)
      : []
    return row?.version ?? 1
  }
  if ('version' in entries && !('version' in stated)) {
    const field = Object.keys(versioned).find((key) => key in input)
    if (field) input.version = await newest(field, input[field])
  }
  if ('cases' in entries) {
    const { applicationId } = real
    input.cases = [{ applicationId, version: await newest('applicationId', applicationId) }]
  }
  return input
}
