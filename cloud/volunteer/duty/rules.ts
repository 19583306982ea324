import { type DutyProfession, dutyLimits } from '../../../types/volunteer'
import { InvalidInput, refuse } from '../../platform/fault'
import { dutyWording as wording } from './wording'

/** Pure decisions about the roster. */

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Whoever is on duty is called by surname and title, 陈医生, never by the whole name. */
export const shownName = (surname: string, profession: DutyProfession): string => surname + wording.titles[profession]

/** Checks the time of a shift. Throws InvalidInput that names the field; refuses what is over, or too long for one person. */
export function decideShift({ from, until }: { from: Date; until: Date }, now: Date) {
  if (until <= from) throw new InvalidInput([{ path: 'until', problem: wording.endsBeforeItBegins }])
  if (from.getTime() > now.getTime() + dutyLimits.daysAhead * dayMs)
    throw new InvalidInput([{ path: 'from', problem: wording.tooFarAhead }])
  if (until <= now) return refuse('alreadyOver')
  if (until.getTime() - from.getTime() > dutyLimits.hours * hourMs)
    return refuse('tooLong', { hours: dutyLimits.hours })
  return undefined
}

interface Shown {
  personId: number
  profession: DutyProfession
  areaCode: string
  placeName: string
  surname: string
  from: Date
  until: Date
}

/** Whether what a person agreed to be shown with is something else now: then it has to be agreed to again. */
export const isOther = (before: Shown, after: Shown): boolean =>
  before.personId !== after.personId ||
  before.profession !== after.profession ||
  before.areaCode !== after.areaCode ||
  before.placeName !== after.placeName ||
  before.surname !== after.surname ||
  before.from.getTime() !== after.from.getTime() ||
  before.until.getTime() !== after.until.getTime()
