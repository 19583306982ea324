import type { RequestOf } from '../../../../types/operation'
import type { ageBands, VolunteerProfile, volunteer, WeeklySpan } from '../../../../types/volunteer'
import { profileWording as words } from './wording'

export type AgeBand = (typeof ageBands)[number]
export type Level = 1 | 2 | 3

export interface ProfileForm {
  name: string
  areaCode: string
  areaName: string
  ageBand: AgeBand | 0
  sex: 'female' | 'male' | ''
  homeAreaCode: string
  homeAreaName: string
  dialects: string[]
  skills: { skill: string; level: Level }[]
  weekly: WeeklySpan[]
  radiusMetres: number
  weeklyMinutes: number
  /** Chosen with a tap; null: the middle of the community. */
  start: { lat: number; lng: number } | null
  about: string
}

export const emptyProfile: ProfileForm = {
  name: '',
  areaCode: '',
  areaName: '',
  ageBand: 0,
  sex: '',
  homeAreaCode: '',
  homeAreaName: '',
  dialects: [],
  skills: [],
  weekly: [],
  radiusMetres: 1000,
  weeklyMinutes: 120,
  start: null,
  about: '',
}

/** What the cloud has, to be changed. */
export const fromProfile = (p: VolunteerProfile): ProfileForm => ({
  name: p.name,
  areaCode: p.areaCode,
  areaName: p.areaName,
  ageBand: p.ageBand ?? 0,
  sex: p.sex ?? '',
  homeAreaCode: p.homeAreaCode ?? '',
  homeAreaName: p.homeAreaName ?? '',
  dialects: p.dialects,
  skills: p.skills.map(({ skill, level }) => ({ skill, level: level as Level })),
  weekly: p.weekly,
  radiusMetres: p.radiusMetres,
  weeklyMinutes: p.weeklyMinutes,
  start: { lat: p.lat, lng: p.lng },
  about: p.about,
})

export type Problems = Partial<Record<'name' | 'areaCode' | 'ageBand' | 'skills' | 'weekly' | 'start', string>>

/** What is missing, at its field. */
export function problemsOf(form: ProfileForm, start: { lat: number; lng: number } | null): Problems {
  return {
    ...(form.name.trim().length >= 2 ? {} : { name: words.nameMissing }),
    ...(form.areaCode ? {} : { areaCode: words.communityMissing }),
    ...(form.ageBand ? {} : { ageBand: words.ageMissing }),
    ...(form.skills.length > 0 ? {} : { skills: words.skillsMissing }),
    ...(form.weekly.length > 0 ? {} : { weekly: words.weekMissing }),
    ...(start || !form.areaCode ? {} : { start: words.startUnknown }),
  }
}

type Save = Omit<RequestOf<(typeof volunteer)['saveProfile']>, 'requestId'>

/** The form as the cloud takes it; there must be no problem left. */
export function toProfile(form: ProfileForm, start: { lat: number; lng: number }): Save {
  const { areaName: _, homeAreaName: __, start: ___, sex, homeAreaCode, ageBand, ...rest } = form
  return {
    ...rest,
    ...start,
    name: form.name.trim(),
    about: form.about.trim(),
    ageBand: ageBand as AgeBand,
    ...(sex ? { sex } : {}),
    ...(homeAreaCode ? { homeAreaCode } : {}),
  }
}
