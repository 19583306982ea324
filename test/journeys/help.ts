import type { TestCloud, TestPerson } from '../cloud'
import { liuqiao } from '../factories/areas'
import { helpOf } from '../factories/help'
import { approved, profileOf, somebody } from '../factories/volunteers'
import { openOpening, profileOf as workProfileOf } from '../factories/works'

/** Help for the visit to every page: 刘敏 asks for it, gives it, is asked, leads a team and is on duty. */

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute: 8 * 60, untilMinute: 20 * 60 }))

/** Some hours of tomorrow, county time. */
function tomorrow(fromHour: number, hours: number) {
  const shanghaiMs = 8 * hourMs
  const midnight = Math.floor((Date.now() + shanghaiMs) / dayMs) * dayMs - shanghaiMs + dayMs
  const from = midnight + fromHour * hourMs
  return { from: new Date(from), until: new Date(from + hours * hourMs) }
}

/** Makes it and gives its numbers; `liu` has a new session that knows the role of a volunteer. */
export async function helpOfAndFor(cloud: TestCloud, liu: TestPerson) {
  const { openid } = liu
  const owner = await somebody(cloud, ['gridWorker', liuqiao])
  await cloud.ask(owner, 'people.updateMe', { nickname: '孙工' })
  const admin = await somebody(cloud, ['communityAdmin', liuqiao])
  const asking = (hour: number) =>
    helpOf({ now: () => new Date() }, { windows: [tomorrow(hour, 2)], words: '米买十斤。' })
  const offerTo = async (who: TestPerson): Promise<number> => {
    const [offer] = (await cloud.ask(who, 'volunteer.myOffers', {})).rows
    if (!offer) throw new Error(`${who.openid} was not asked`)
    return offer.offerId
  }
  const accept = async (who: TestPerson) => {
    const offerId = await offerTo(who)
    return (await cloud.ask(who, 'volunteer.answerOffer', { offerId, accept: true })).assignmentId as number
  }

  // One errand and his week is full: the others are for her.
  const wu = await approved(cloud, admin, { weekly, weeklyMinutes: 60 })
  const { helpRequestId: requested } = await cloud.ask(liu, 'volunteer.ask', asking(9))
  await accept(wu)
  await cloud.ask(wu, 'volunteer.sayAboutHelp', { helpRequestId: requested, words: '我九点来。' })

  await cloud.ask(liu, 'volunteer.saveProfile', profileOf({ name: '刘敏', weekly, weeklyMinutes: 900 }))
  await cloud.ask(admin, 'volunteer.decideVolunteer', { personId: liu.personId, approve: true })
  const serving = await cloud.signIn(openid, { consent: false })
  const li = await cloud.signIn('demo-li', { community: liuqiao })
  await cloud.ask(li, 'volunteer.ask', asking(12))
  const promised = await accept(serving)
  await cloud.ask(li, 'volunteer.ask', asking(16))
  const offered = await offerTo(serving)
  const { teamId: team } = await cloud.ask(admin, 'volunteer.createTeam', {
    kind: 'free',
    areaCode: liuqiao,
    leaderId: liu.personId,
    name: '柳桥帮帮团',
  })
  await cloud.ask(wu, 'volunteer.joinTeam', { teamId: team })
  const { shiftId } = await cloud.ask(admin, 'volunteer.saveShift', {
    personId: wu.personId,
    profession: 'doctor',
    areaCode: liuqiao,
    placeName: '社区卫生站',
    surname: '吴',
    from: new Date(Date.now() - hourMs),
    until: new Date(Date.now() + 6 * hourMs),
  })
  await cloud.ask(wu, 'volunteer.agreeToShift', { shiftId, agree: true })
  const dispute = async (who: TestPerson) => {
    const quarrel = { kind: 'mediation' as const, windows: [tomorrow(14, 2)], words: '楼上半夜挪桌子。' }
    const { helpRequestId } = await cloud.ask(who, 'volunteer.ask', helpOf({ now: () => new Date() }, quarrel))
    const { invitation } = await cloud.ask(who, 'volunteer.openMediation', { helpRequestId, place: '社区调解室' })
    return { helpRequestId, code: invitation?.code as string }
  }
  const { helpRequestId: quarrel } = await dispute(liu)
  const { code: invitation } = await dispute(li)
  await cloud.ask(liu, 'volunteer.saveWorkProfile', workProfileOf(new Date()))
  const { openingId: opening } = await openOpening(cloud, admin, { opening: { people: 3 } })
  const [proposed] = await cloud.sql<{ id: number }[]>`
    select id from job_proposals where opening_id = ${opening} and seeker_id = ${liu.personId}`
  if (!proposed) throw new Error('no work was proposed')
  return {
    volunteer: wu.personId,
    requested,
    promised,
    offered,
    team,
    quarrel,
    invitation,
    opening,
    proposal: proposed.id,
  }
}
