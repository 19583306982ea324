import { dayOf } from '../../cloud/deadlines/day'
import type { TestCloud, TestPerson } from '../cloud'
import { grantRole } from '../cloud'
import { grid, liuqiao } from '../factories/areas'
import { householdOf, hubOf } from '../factories/hubs'

/** What the pages of those who keep hubs show. */

export interface BranchMatters {
  hubId: number
  /** One that `admin` has taken over. */
  contactId: number
  visitId: number
  postId: number
}

/** A hub with a household, one without, what a resident asked, and somebody who wants to join. */
export async function branchOf(cloud: TestCloud, admin: TestPerson): Promise<BranchMatters> {
  const host = await cloud.signIn('a-host')
  await grantRole(cloud, host.personId, 'partyMember', liuqiao)
  await grantRole(cloud, admin.personId, 'partyMember', liuqiao)
  await cloud.ask(admin, 'hub.saveHub', hubOf(admin.personId, { name: '刘家中心户', lat: 30.515 }))
  const { hubId } = await cloud.ask(admin, 'hub.saveHub', hubOf(host.personId, { room: 1, name: '陈家中心户' }))
  const { householdId } = await cloud.ask(admin, 'hub.registerHousehold', householdOf())
  await cloud.ask(admin, 'hub.registerHousehold', householdOf({ lat: 30.515 }))
  const asker = await cloud.signIn('an-asker')
  const { code } = await cloud.ask(admin, 'hub.inviteToHousehold', { householdId })
  await cloud.ask(asker, 'hub.joinByCode', { code })
  const { contactId } = await cloud.ask(asker, 'hub.askHub', {
    hubId,
    kind: 'difficulty',
    words: '楼道的灯坏了一个星期',
  })
  const { rows } = await cloud.ask(admin, 'hub.contactBoard', {})
  const version = rows.find((row) => row.contactId === contactId)?.version as number
  await cloud.ask(admin, 'hub.takeOverContact', { contactId, version })
  const joiner = await cloud.signIn('a-joiner')
  await cloud.ask(joiner, 'hub.askToJoin', { areaCode: grid, door: '3 幢 302 室' })
  // `admin` is the host of the other hub: its household is visited.
  const mine = await cloud.ask(admin, 'hub.myHouseholds', {})
  const visited = mine.rows[0]?.householdId as number
  const today = dayOf(new Date())
  const { visitId } = await cloud.ask(admin, 'hub.writeVisit', {
    visitedOn: today,
    householdIds: [visited],
    heard: '老人膝盖疼，楼道的灯不亮',
    promises: [{ householdId: visited, words: '找物业换楼道的灯', dueOn: today }],
  })
  const { postId } = await cloud.ask(admin, 'hub.savePost', {
    kind: 'vanguard',
    name: '广场先锋岗',
    holderId: host.personId,
    areaCode: liuqiao,
    place: '柳桥广场岗亭',
    duties: '早晚高峰疏导，帮老人过马路',
    contactWay: '到岗亭找值班的人',
    hubId,
    consentOn: '2026-11-01',
  })
  return { hubId, contactId, visitId, postId }
}
