import type { DutyProfession } from '../../../../types/volunteer'
import { addDays, dayKey, momentOf, timeOfDay } from '../../../platform/dates'
import type { Person } from '../people/pick'
import type { Shift } from '../shapes'

/** A shift as it is typed. */
export interface Typed {
  person: Person | undefined
  profession: DutyProfession | undefined
  areaCode: string
  areaName: string
  place: string
  surname: string
  day: string
  from: string
  until: string
}
export type DutyField = 'person' | 'profession' | 'area' | 'place' | 'surname' | 'day' | 'from' | 'until'

export const emptyShift = (areaCode: string, areaName: string): Typed => ({
  person: undefined,
  profession: undefined,
  areaCode,
  areaName,
  place: '',
  surname: '',
  day: '',
  from: '',
  until: '',
})

export const typedOf = (shift: Shift): Typed => ({
  person: { personId: shift.personId, name: shift.nickname },
  profession: shift.profession,
  areaCode: shift.areaCode,
  areaName: shift.areaName,
  place: shift.placeName,
  surname: shift.surname,
  day: dayKey(shift.from),
  from: timeOfDay(shift.from),
  until: timeOfDay(shift.until),
})

/** From when until when; a shift that would end before it begins ends on the next day. */
export function spanOf({ day, from, until }: Typed): { from: Date; until: Date } | undefined {
  const start = momentOf(day, from)
  const end = momentOf(until > from ? day : day && addDays(day, 1), until)
  return start && end ? { from: start, until: end } : undefined
}

/** What is still missing, in the order of the form. */
export function missingIn(typed: Typed): DutyField[] {
  const wrong: Record<DutyField, boolean> = {
    person: !typed.person,
    profession: !typed.profession,
    area: typed.areaCode === '',
    place: typed.place.trim().length < 2,
    surname: typed.surname.trim() === '' || typed.surname.trim().length > 4,
    day: typed.day === '',
    from: typed.from === '',
    until: typed.until === '',
  }
  return (Object.keys(wrong) as DutyField[]).filter((field) => wrong[field])
}
