import type { TestCloud, TestPerson } from '../cloud'
import { openOffice } from '../factories/applications'
import { county, liuqiao, yunling } from '../factories/areas'
import { somebody } from '../factories/volunteers'
import { marks } from './marks'
import { activityMatter } from './matters/activity'
import { branchMatter } from './matters/branch'
import { caseMatter } from './matters/case'
import { disputeMatter } from './matters/dispute'
import { helpMatter } from './matters/help'
import { hubMatter } from './matters/hub'
import { workMatter } from './matters/work'
import { type Matter, named, type Scene } from './scene'

/** Who walks through one copy of the neighbourhood, one after the other: nobody changes what another one has a part in. The rest walk alone. */
export const companies = [
  ['nobody', 'oneSide', 'theHost', 'theVolunteer', 'theSeeker', 'branchSecretary', 'helper'],
  ['neighbour', 'deputy', 'anotherVolunteer', 'otherSide', 'theEmployer', 'branchMember', 'organiser'],
  ['anonymous', 'anotherHost', 'mediator', 'anotherEmployer', 'branchPeer', 'everyRoleElsewhere'],
  ['joiner', 'branchLead', 'workTeam', 'anotherSecretary', 'supervisorElsewhere'],
  ['partyMember', 'anotherBranchMember', 'countyClerk'],
]

/** A neighbourhood in which every personal field holds something that stands nowhere else, and everybody who might look. */

export interface Neighbours {
  /** Who looks: each role here and elsewhere, and each side of the matters there are. */
  readers: Readonly<Record<string, TestPerson | null>>
  /** Ids of what there is, by the input field that takes them. */
  real: Readonly<Record<string, unknown>>
  /** The same for single operations. */
  given: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** The same for one reader: what only he was handed. */
  handed: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>
  /** Other rows that everybody tries to read too. */
  also: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
}

export async function moveIn(cloud: TestCloud): Promise<Neighbours> {
  const office = await openOffice(cloud)
  const admin = await somebody(cloud, ['communityAdmin', liuqiao])
  const gridWorker = await somebody(cloud, ['gridWorker', liuqiao])
  const resident = await named(cloud, await somebody(cloud), marks.residentName, marks.residentPhone)
  const scene: Scene = { cloud, office, admin, gridWorker, resident }
  const matters: Matter[] = []
  for (const matter of [hubMatter, helpMatter, disputeMatter, workMatter, caseMatter, branchMatter, activityMatter])
    matters.push(await matter(scene))
  const [organiser, ...staff] = ['organiser', 'partyMember', 'gridWorker', 'clerk', 'approver', 'communityAdmin'].map(
    (role): [string, string] => [role, yunling],
  )
  return {
    readers: {
      nobody: null,
      neighbour: await named(cloud, await somebody(cloud), '张路人'),
      theResident: resident,
      gridWorker,
      communityAdmin: admin,
      clerk: office.clerk,
      anotherClerk: office.colleague,
      approver: office.approver,
      supervisor: office.supervisor,
      countyAdmin: office.admin,
      countyClerk: await somebody(cloud, ['clerk', county]),
      // Whatever one role sees in another community, whoever holds them all there sees too.
      everyRoleElsewhere: await somebody(cloud, organiser as [string, string], ...staff),
      supervisorElsewhere: await somebody(cloud, ['supervisor', yunling]),
      ...Object.assign({}, ...matters.map((one) => one.readers)),
    },
    real: { areaCode: liuqiao, ...Object.assign({}, ...matters.map((one) => one.real)) },
    given: Object.assign({}, ...matters.map((one) => one.given ?? {})),
    handed: Object.assign({}, ...matters.map((one) => one.handed ?? {})),
    also: Object.assign({}, ...matters.map((one) => one.also ?? {})),
  }
}
