import type { TestCloud, TestPerson } from '../cloud'
import { liuqiao } from '../factories/areas'
import { helpOf } from '../factories/help'
import { approved, somebody } from '../factories/volunteers'

/** Help for the visit to every page: asked for by `liu`, and given by a neighbour. */

const dayMs = 24 * 3_600_000
const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute: 8 * 60, untilMinute: 20 * 60 }))

/** Tomorrow from nine to eleven, county time. */
export function tomorrowMorning(now = Date.now()) {
  const shanghaiMs = 8 * 3_600_000
  const midnight = Math.floor((now + shanghaiMs) / dayMs) * dayMs - shanghaiMs + dayMs
  return { from: new Date(midnight + 9 * 3_600_000), until: new Date(midnight + 11 * 3_600_000) }
}

export async function helpOfAndFor(cloud: TestCloud, liu: TestPerson) {
  const owner = await somebody(cloud, ['gridWorker', liuqiao])
  await cloud.ask(owner, 'people.updateMe', { nickname: '孙工' })
  const wu = await approved(cloud, liu, { weekly })
  const asking = helpOf({ now: () => new Date() }, { windows: [tomorrowMorning()], words: '米买十斤。' })
  const { helpRequestId: requested } = await cloud.ask(liu, 'volunteer.ask', asking)
  const [offer] = (await cloud.ask(wu, 'volunteer.myOffers', {})).rows
  await cloud.ask(wu, 'volunteer.answerOffer', { offerId: offer?.offerId as number, accept: true })
  await cloud.ask(wu, 'volunteer.sayAboutHelp', { helpRequestId: requested, words: '我九点来。' })
  return { requested }
}
