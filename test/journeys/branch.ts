import type { TestCloud, TestPerson } from '../cloud'
import { grantRole } from '../cloud'
import { grid, liuqiao } from '../factories/areas'
import { householdOf, hubOf } from '../factories/hubs'

/** What the pages of those who keep hubs show. */

export interface BranchMatters {
  hubId: number
  /** One that `admin` has taken over. */
  contactId: number
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
  return { hubId, contactId }
}
