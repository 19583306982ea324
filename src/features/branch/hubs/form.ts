import * as v from 'valibot'
import { type DutyHours, type HubSpecialty, hub } from '../../../../types/hub'
import type { RequestOf } from '../../../../types/operation'
import type { Problems } from '../../../platform/problems'
import type { HubToEdit } from '../shapes'
import { editWording as words } from './edit-wording'

/** A hub as it is written on the page. */

export interface Person {
  personId: number
  name: string
}

/** Hours that are the same on several days. `until` 00:00 is midnight. */
export interface Span {
  days: number[]
  from: string
  until: string
}

export interface HubForm {
  name: string
  areaCode: string
  host: Person | null
  deputies: Person[]
  branchLead: Person | null
  place: string
  lat: number | null
  lng: number | null
  languages: string[]
  specialties: HubSpecialty[]
  spans: Span[]
  /** As typed; empty: the county's setting. */
  room: string
  consentOn: string
  status: 'open' | 'paused'
}

export type Saved = Omit<RequestOf<(typeof hub)['saveHub']>, 'requestId'>
export const schema = v.omit(hub.saveHub.input, ['requestId'])

export const emptyForm = (areaCode: string): HubForm => ({
  name: '',
  areaCode,
  host: null,
  deputies: [],
  branchLead: null,
  place: '',
  lat: null,
  lng: null,
  languages: [],
  specialties: [],
  spans: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '18:00', until: '21:00' }],
  room: '',
  consentOn: '',
  status: 'open',
})

const day = 1440
const two = (n: number) => String(n).padStart(2, '0')
const timeOf = (minute: number) => `${two(Math.floor((minute % day) / 60))}:${two(minute % 60)}`
const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

export function spansOf(hours: readonly DutyHours[]): Span[] {
  const spans: Span[] = []
  for (const { weekday, fromMinute, untilMinute } of hours) {
    const [from, until] = [timeOf(fromMinute), timeOf(untilMinute)]
    const same = spans.find((span) => span.from === from && span.until === until && !span.days.includes(weekday))
    if (same) same.days.push(weekday)
    else spans.push({ days: [weekday], from, until })
  }
  return spans
}

export const hoursOf = (spans: readonly Span[]): DutyHours[] =>
  spans.flatMap(({ days, from, until }) =>
    [...days].sort().map((weekday) => ({
      weekday,
      fromMinute: minuteOf(from),
      untilMinute: until === '00:00' ? day : minuteOf(until),
    })),
  )

export const formOf = (kept: HubToEdit): HubForm => ({
  name: kept.name,
  areaCode: kept.areaCode,
  host: kept.host,
  deputies: kept.deputies,
  branchLead: kept.branchLead,
  place: kept.place,
  lat: kept.lat,
  lng: kept.lng,
  languages: kept.languages.map(({ dialect }) => dialect),
  specialties: kept.specialties,
  spans: spansOf(kept.hours),
  room: kept.room === null ? '' : String(kept.room),
  consentOn: kept.consentOn,
  status: kept.status === 'paused' ? 'paused' : 'open',
})

/** What the cloud gets. What is missing stays missing, so that the schema says so. */
export function toInput(form: HubForm): Saved {
  const { host, deputies, branchLead, spans, room, lat, lng, name, place, ...same } = form
  return {
    ...same,
    name: name.trim(),
    place: place.trim(),
    lat: lat as number,
    lng: lng as number,
    hostId: host?.personId as number,
    deputyIds: deputies.map(({ personId }) => personId),
    branchLeadId: branchLead?.personId ?? null,
    hours: hoursOf(spans),
    room: room.trim() === '' ? null : Number(room),
  }
}

/** A hub as it is, to be saved with one thing changed. */
export const savedOf = (kept: HubToEdit): Saved => toInput(formOf(kept))

const overlap = (hours: readonly DutyHours[]) =>
  hours.some((one, n) =>
    hours.some(
      (other, m) =>
        m > n &&
        other.weekday === one.weekday &&
        other.fromMinute < one.untilMinute &&
        one.fromMinute < other.untilMinute,
    ),
  )

/** What the schema cannot say in the words of this page; the first of the form first. */
export function problemsOf(form: HubForm, today: string): Problems {
  const hours = hoursOf(form.spans)
  const wrong = hours.some(({ fromMinute, untilMinute }) => untilMinute <= fromMinute)
  const found: [string, string | false][] = [
    ['areaCode', form.areaCode.length < 12 && words.missing.area],
    ['hostId', form.host === null && words.missing.host],
    ['lat', form.lat === null && words.missing.position],
    ['hours', wrong ? words.missing.hoursWrong : overlap(hours) && words.missing.hoursOverlap],
    ['room', form.room.trim() !== '' && !/^\d{1,2}$/.test(form.room.trim()) && words.missing.room],
    ['consentOn', form.consentOn === '' ? words.missing.consent : form.consentOn > today && words.missing.consentLater],
  ]
  return Object.fromEntries(found.filter((one): one is [string, string] => Boolean(one[1])))
}
