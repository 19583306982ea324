import { helpEnded } from '../../../../types/volunteer'
import { nearTime } from '../../../platform/dates'
import { kindDeeds } from '../wording'
import { type Request, requestWording as words } from './wording'

/** Where a request stands, in one sentence. */
export function headOf(d: Request, now: Date): string {
  const { heads } = words
  const names = d.comingPeople.map((one) => one.name).join('、')
  const owner = d.ownerName ? words.ownerOf(d.ownerName) : words.owner
  switch (d.status) {
    case 'open':
      return d.automatic ? heads.looking : heads.byStaff(owner)
    case 'matching':
    case 'offered':
      if (d.coming > 0) return heads.someCome(names, d.people - d.coming)
      if (d.status === 'matching' || d.asked === 0) return heads.looking
      return d.answerBy ? heads.asking(d.asked, shortly(d.answerBy, now)) : heads.askingSoon(d.asked)
    case 'assigned':
      return d.comingPeople.some((one) => one.setOutAt)
        ? heads.onTheWay(names)
        : heads.taken(names, kindDeeds[d.kind](d.onBehalf ? d.requesterName : '您'))
    case 'inService':
      return heads.there(names)
    case 'done':
      return heads.done
    case 'confirmed':
      return heads.over
    case 'rated':
      return heads.rated
    case 'cancelled':
      return heads.cancelled
    case 'unmet':
      return heads.unmet
  }
}

/** The hour alone when it is today. */
const shortly = (at: Date, now: Date) => nearTime(at, now).replace(/^今天 /, '')

export const steps = ['taken', 'setOut', 'there', 'done'] as const
export type Step = (typeof steps)[number]

/** How many of the four steps are behind us; 0 while nobody has accepted. */
export function stepsDone(d: Pick<Request, 'status' | 'comingPeople'>): number {
  if (d.status === 'done' || d.status === 'confirmed' || d.status === 'rated') return 4
  if (d.comingPeople.some((one) => one.checkedInAt)) return 3
  if (d.comingPeople.some((one) => one.setOutAt)) return 2
  return d.comingPeople.length > 0 ? 1 : 0
}

export const isOver = (d: Pick<Request, 'status'>) => helpEnded.some((status) => status === d.status)
