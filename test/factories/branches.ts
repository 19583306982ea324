import type { hub } from '../../types/hub'
import type { RequestOf } from '../../types/operation'
import { grantRole, type TestCloud, type TestPerson } from '../cloud'
import { liuqiao } from './areas'
import { somebody } from './volunteers'

/** A party branch with its secretary, and members whom he takes in. */

type Staff = { cloud: TestCloud; admin: TestPerson }

export interface Branch {
  branchId: number
  secretary: TestPerson
}

let names = 0
let phones = 10_000

/** A party member of 柳桥 with a name and a number. */
export async function aPartyMember(cloud: TestCloud, nickname: string): Promise<TestPerson & { phone: string }> {
  const person = await somebody(cloud)
  await grantRole(cloud, person.personId, 'partyMember', liuqiao)
  const phone = `136555${String(++phones)}`
  await cloud.ask(person, 'people.updateMe', { nickname, communityCode: liuqiao })
  await cloud.ask(person, 'people.bindPhone', { code: `phone:${phone}:branch${phones}` })
  return { ...(await cloud.signIn(person.openid, { consent: false })), phone }
}

type Saved = Omit<RequestOf<(typeof hub)['saveBranch']>, 'requestId'>

export const branchOf = (secretaryId: number, more: Partial<Saved> = {}): Saved => ({
  name: `柳桥第${++names}支部`,
  areaCode: liuqiao,
  secretaryId,
  committee: true,
  groups: false,
  foundedOn: '2026-01-01',
  ...more,
})

/** A branch that the community set up. */
export async function aBranch({ cloud, admin }: Staff, more: Partial<Saved> = {}): Promise<Branch> {
  const secretary = await aPartyMember(cloud, '高书记')
  const { branchId } = await cloud.ask(admin, 'hub.saveBranch', branchOf(secretary.personId, more))
  return { branchId, secretary }
}

/** Somebody whom the secretary took in. */
export async function aMember(
  cloud: TestCloud,
  { secretary }: Branch,
  nickname: string,
  more: { post?: 'committee' | 'member'; floating?: boolean } = {},
): Promise<TestPerson> {
  const person = await aPartyMember(cloud, nickname)
  const { phone } = person
  await cloud.ask(secretary, 'hub.addBranchMember', { phone, post: 'member', sinceOn: '2026-03-01', ...more })
  return person
}
