import type { TeamAction, TeamKind } from '../../../types/volunteer'
import { InvalidInput } from '../../platform/fault'
import { isHomeArea } from '../profile/home-areas'
import { teamWording as wording } from './wording'

/** Pure decisions about teams. */

/** The home area of a team: of 老乡 always one, of others never. Throws InvalidInput that names the field. */
export function decideHomeArea(kind: TeamKind, homeAreaCode: string | undefined): string | null {
  if (kind !== 'hometown') {
    if (homeAreaCode === undefined) return null
    throw new InvalidInput([{ path: 'homeAreaCode', problem: wording.onlyOfHome }])
  }
  if (homeAreaCode === undefined) throw new InvalidInput([{ path: 'homeAreaCode', problem: wording.homeNeeded }])
  if (!isHomeArea(homeAreaCode)) throw new InvalidInput([{ path: 'homeAreaCode', problem: wording.homeUnknown }])
  return homeAreaCode
}

/** What somebody may do with a team. */
export function actionsIn(as: {
  myPart: 'none' | 'asked' | 'member' | 'leader'
  administers: boolean
  staff: boolean
  volunteers: boolean
}): TeamAction[] {
  const leads = as.myPart === 'leader'
  const decides = leads || as.administers
  return [
    ...(as.myPart === 'none' && as.volunteers ? (['join'] as const) : []),
    ...(as.myPart === 'asked' || as.myPart === 'member' ? (['leave'] as const) : []),
    ...(leads || as.staff ? (['seeMembers'] as const) : []),
    ...(decides ? (['decideMember', 'handOver'] as const) : []),
    ...(as.administers ? (['change', 'close'] as const) : []),
  ]
}
