import type { RequestOf } from '../../types/operation'
import type { volunteer } from '../../types/volunteer'
import type { TestCloud, TestPerson } from '../cloud'
import { liuqiao } from './areas'
import { somebody } from './volunteers'

/** Enterprises, openings, and people who look for work. */

type Opening = Omit<RequestOf<(typeof volunteer)['saveOpening']>, 'requestId' | 'enterpriseId'>
type Profile = Omit<RequestOf<(typeof volunteer)['saveWorkProfile']>, 'requestId'>

const inDays = (now: Date, days: number) => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)
const everyDay = (fromMinute: number, untilMinute: number) =>
  [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute, untilMinute }))

/** Who writes openings for an enterprise that the community verified. */
export async function employer(cloud: TestCloud, admin: TestPerson, name = '云溪食品厂') {
  const boss = await somebody(cloud, ['organiser', liuqiao])
  const { enterpriseId } = await cloud.ask(boss, 'volunteer.saveEnterprise', { name, areaCode: liuqiao })
  await cloud.ask(admin, 'volunteer.verifyEnterprise', { enterpriseId })
  return { boss, enterpriseId }
}

/** A day shift in the kitchen; tests state what matters. */
export const openingOf = (now: Date, more: Partial<Opening> = {}): Opening => ({
  title: '食堂帮厨',
  areaCode: liuqiao,
  people: 1,
  pay: '一月一结，包午饭',
  payFrom: 3500,
  payUntil: 4200,
  untilOn: inDays(now, 30),
  skills: [{ skill: 'cooking', level: 1 }],
  shifts: everyDay(8 * 60, 16 * 60),
  ...more,
})

/** Somebody of 柳桥 who cooks and has time on weekdays. */
export const profileOf = (now: Date, more: Partial<Profile> = {}): Profile => ({
  consent: true,
  name: '孙小梅',
  areaCode: liuqiao,
  radiusMetres: 5000,
  wishes: '离家近，能接孩子',
  activeUntil: inDays(now, 90),
  skills: [{ skill: 'cooking', level: 2 }],
  weekly: everyDay(7 * 60, 17 * 60),
  ...more,
})

export async function seeker(cloud: TestCloud, now: Date, more: Partial<Profile> = {}): Promise<TestPerson> {
  const who = await somebody(cloud)
  await cloud.ask(who, 'volunteer.saveWorkProfile', profileOf(now, more))
  return who
}

let firms = 0
/** An opening that residents see, and somebody who looks for just that. */
export async function openOpening(
  cloud: TestCloud,
  admin: TestPerson,
  {
    now = new Date(),
    opening = {},
    boss: given,
  }: { now?: Date; opening?: Partial<Opening>; boss?: Awaited<ReturnType<typeof employer>> } = {},
) {
  const sun = await seeker(cloud, now)
  const { boss, enterpriseId } = given ?? (await employer(cloud, admin, `食品厂${++firms}`))
  const { openingId } = await cloud.ask(boss, 'volunteer.saveOpening', { enterpriseId, ...openingOf(now, opening) })
  await cloud.ask(boss, 'volunteer.submitOpening', { openingId })
  await cloud.ask(admin, 'volunteer.decideOpening', { openingId, approve: true })
  return { boss, enterpriseId, openingId, sun }
}
