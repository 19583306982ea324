import type { OutputOf, RequestOf } from '../../../../types/operation'
import { type volunteer, type WeeklySpan, workLimits } from '../../../../types/volunteer'
import { addDays } from '../../../platform/dates'
import { workWording as words } from '../wording'

export type SeekerProfile = NonNullable<OutputOf<(typeof volunteer)['myWorkProfile']>['profile']>
export type Level = 1 | 2 | 3

export interface SeekerForm {
  name: string
  areaCode: string
  areaName: string
  /** Where it was said that the way to work begins; null: the middle of the community. */
  start: { lat: number; lng: number } | null
  radiusMetres: number
  wishes: string
  activeUntil: string
  skills: { skill: string; level: Level }[]
  weekly: WeeklySpan[]
  homeAreaCode: string
  dialects: string[]
  consent: boolean
}

/** A quarter, half an hour, an hour and an hour and a half by bicycle. */
export const usualMetres = [3_000, 6_000, 12_000, 18_000]
const usualDays = [30, 90, workLimits.longestDays]
export const lastDays = (today: string, own: string) =>
  [...new Set([...usualDays.map((days) => addDays(today, days)), ...(own > today ? [own] : [])])].sort()

export const emptySeeker = (today: string): SeekerForm => ({
  name: '',
  areaCode: '',
  areaName: '',
  start: null,
  radiusMetres: 6_000,
  wishes: '',
  activeUntil: addDays(today, 90),
  skills: [],
  weekly: [],
  homeAreaCode: '',
  dialects: [],
  consent: false,
})

/** What the cloud has, to be changed; consent is given anew after an end. */
export const fromProfile = (p: SeekerProfile, today: string): SeekerForm => ({
  name: p.name,
  areaCode: p.areaCode,
  areaName: p.areaName,
  start: { lat: p.lat, lng: p.lng },
  radiusMetres: p.radiusMetres,
  wishes: p.wishes,
  activeUntil: p.activeUntil > today ? p.activeUntil : addDays(today, 90),
  skills: p.skills.map(({ skill, level }) => ({ skill, level: level as Level })),
  weekly: p.weekly,
  homeAreaCode: p.homeAreaCode ?? '',
  dialects: p.dialects,
  consent: p.active,
})

export type Problems = Partial<Record<'name' | 'areaCode' | 'weekly' | 'consent', string>>

/** What is missing, at its field. */
export const problemsOf = (form: SeekerForm): Problems => ({
  ...(form.name.trim().length >= 2 ? {} : { name: words.nameMissing }),
  ...(form.areaCode ? {} : { areaCode: words.communityMissing }),
  ...(form.weekly.length > 0 ? {} : { weekly: words.weekMissing }),
  ...(form.consent ? {} : { consent: words.consentMissing }),
})

type Save = Omit<RequestOf<(typeof volunteer)['saveWorkProfile']>, 'requestId'>

/** The form as the cloud takes it; there must be no problem left. */
export const toProfile = ({ areaName: _, start, homeAreaCode, ...form }: SeekerForm): Save => ({
  ...form,
  ...start,
  ...(homeAreaCode ? { homeAreaCode } : {}),
  name: form.name.trim(),
  wishes: form.wishes.trim(),
  consent: true,
})
