import type { RequestOf } from '../../../../types/operation'
import type { OpeningDetail, volunteer } from '../../../../types/volunteer'
import { addDays } from '../../../platform/dates'
import type { Level } from '../seeker/form'
import { fromGroups, groupsOf, type ShiftGroup } from '../week'
import { workWording as words } from '../wording'

export interface OpeningForm {
  enterpriseId: number
  title: string
  words: string
  areaCode: string
  areaName: string
  /** Where the work is; null: the middle of the community. */
  start: { lat: number; lng: number } | null
  people: number
  pay: string
  payFrom: string
  payUntil: string
  untilOn: string
  skills: { skill: string; level: Level }[]
  shifts: ShiftGroup[]
}

export const emptyOpening = (
  today: string,
  enterprise?: { enterpriseId: number; areaCode: string; areaName: string },
) => ({
  enterpriseId: enterprise?.enterpriseId ?? 0,
  title: '',
  words: '',
  areaCode: enterprise?.areaCode ?? '',
  areaName: enterprise?.areaName ?? '',
  start: null,
  people: 1,
  pay: '',
  payFrom: '',
  payUntil: '',
  untilOn: addDays(today, 30),
  skills: [],
  shifts: [],
})

/** What the cloud has, to be changed. */
export const fromOpening = (o: OpeningDetail): OpeningForm => ({
  enterpriseId: o.enterpriseId,
  title: o.title,
  words: o.words,
  areaCode: o.areaCode,
  areaName: o.areaName,
  start: { lat: o.lat, lng: o.lng },
  people: o.people,
  pay: o.pay,
  payFrom: o.payFrom === null ? '' : String(o.payFrom),
  payUntil: o.payUntil === null ? '' : String(o.payUntil),
  untilOn: o.untilOn,
  skills: o.skills.map(({ skill, level }) => ({ skill, level: level as Level })),
  shifts: groupsOf(o.shifts),
})

export type Problems = Partial<
  Record<'enterpriseId' | 'title' | 'areaCode' | 'pay' | 'payFrom' | 'payUntil' | 'untilOn' | 'shifts', string>
>
const wholeYuan = /^\d{0,7}$/

/** What is missing or wrong, at its field. */
export const problemsOf = (form: OpeningForm): Problems => ({
  ...(form.enterpriseId ? {} : { enterpriseId: words.enterpriseMissing }),
  ...(form.title.trim().length >= 2 ? {} : { title: words.titleMissing }),
  ...(form.areaCode ? {} : { areaCode: words.areaMissing }),
  ...(form.pay.trim() ? {} : { pay: words.payMissing }),
  ...(wholeYuan.test(form.payFrom.trim()) ? {} : { payFrom: words.numberWrong }),
  ...(wholeYuan.test(form.payUntil.trim()) ? {} : { payUntil: words.numberWrong }),
  ...(form.untilOn ? {} : { untilOn: words.dayMissing }),
  ...(form.shifts.every((one) => one.days.length > 0 && one.fromMinute < one.untilMinute)
    ? {}
    : { shifts: words.shiftWrong }),
})

type Save = Omit<RequestOf<(typeof volunteer)['saveOpening']>, 'requestId' | 'openingId'>

/** The form as the cloud takes it; there must be no problem left. */
export const toOpening = ({ areaName: _, start, payFrom, payUntil, shifts, ...form }: OpeningForm): Save => ({
  ...form,
  ...start,
  title: form.title.trim(),
  words: form.words.trim(),
  pay: form.pay.trim(),
  ...(payFrom.trim() ? { payFrom: Number(payFrom) } : {}),
  ...(payUntil.trim() ? { payUntil: Number(payUntil) } : {}),
  shifts: fromGroups(shifts),
})
