import type { TestCloud, TestPerson } from '../cloud'
import type { Office } from '../factories/applications'
import { liuqiao } from '../factories/areas'

/** What the matters of a neighbourhood are made of, and what each of them adds. */

export interface Scene {
  cloud: TestCloud
  office: Office
  admin: TestPerson
  gridWorker: TestPerson
  /** The resident whose matters most of them are. */
  resident: TestPerson
}

export interface Matter {
  /** Who looks: each role, and each side of the matter. */
  readers: Record<string, TestPerson>
  /** Ids of what there is, by the input field that takes them. */
  real: Record<string, unknown>
  /** The same for single operations, where the field says too little. */
  given?: Record<string, Record<string, unknown>>
  /** The same for one reader: what only he was handed. */
  handed?: Record<string, Record<string, Record<string, unknown>>>
  /** Other rows that everybody tries to read too. */
  also?: Record<string, readonly Record<string, unknown>[]>
}

export const hour = 3_600_000
export const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute: 0, untilMinute: 1440 }))
export const after = (hours: number) => new Date(Date.now() + hours * hour)
/** A calendar day of the county, so many days from a moment. */
export const onDay = (days: number, from = new Date()) =>
  new Date(from.getTime() + (24 * days + 8) * hour).toISOString().slice(0, 10)

/** Somebody of 柳桥 with a name and, where it matters, a number. */
export async function named(
  cloud: TestCloud,
  person: TestPerson,
  nickname: string,
  phone?: string,
): Promise<TestPerson> {
  await cloud.ask(person, 'people.updateMe', { nickname, communityCode: liuqiao })
  if (phone) await cloud.ask(person, 'people.bindPhone', { code: `phone:${phone}:${nickname}` })
  return person
}
