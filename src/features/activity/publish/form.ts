import type { ActivityDetail, ActivityDraft, ActivityKind, JoinRule, Question } from '../../../../types/activity'
import { dayKey, timeOfDay } from '../../../platform/dates'
import type { Me } from '../../../platform/session'

/** A group of seats as it is typed. */
export interface GroupForm {
  /** Tells rows apart while names are still being typed. */
  row: number
  name: string
  seats: string
}

/** The form of an activity as a person fills it in. */
export interface PublishForm {
  kind: ActivityKind
  title: string
  body: string
  day: string
  from: string
  until: string
  /** Minutes before the start at which signing up, and withdrawing, ends. */
  closesBefore: number
  cancelBefore: number
  areaCode: string
  areaName: string
  placeName: string
  address: string
  accessNote: string
  limited: boolean
  capacity: string
  groups: readonly GroupForm[]
  waitlist: boolean
  maxParty: number
  join: JoinRule
  needsApproval: boolean
  showUpFirst: boolean
  questions: readonly Question[]
  host: string
  contactName: string
  contactPhone: string
  repeat: 'none' | 'week' | 'month'
  times: number
  scope: 'one' | 'following'
  /** What the form does not show but must not lose when an existing activity is changed. */
  kept: Pick<ActivityDraft, 'lat' | 'lng' | 'promotionAnswerMinutes'>
}

/** What is known is filled in: where I live, who I am. */
export function emptyForm(me: Me): PublishForm {
  return {
    kind: 'tea',
    title: '',
    body: '',
    day: '',
    from: '',
    until: '',
    closesBefore: 0,
    cancelBefore: 0,
    areaCode: me.community?.areaCode ?? '',
    areaName: me.community?.name ?? '',
    placeName: '',
    address: '',
    accessNote: '',
    limited: true,
    capacity: '30',
    groups: [],
    waitlist: true,
    maxParty: 1,
    join: 'everyone',
    needsApproval: false,
    showUpFirst: false,
    questions: [],
    host: me.community ? `${me.community.name}邻居` : '',
    contactName: me.nickname,
    contactPhone: '',
    repeat: 'none',
    times: 4,
    scope: 'one',
    kept: { promotionAnswerMinutes: 120 },
  }
}

/** An existing activity as a form. */
export function formOf(a: ActivityDetail): PublishForm {
  const named = a.groups.filter((g) => g.name !== '')
  const minutesBefore = (at: Date) => Math.round((a.startsAt.getTime() - at.getTime()) / 60_000)
  return {
    kind: a.kind,
    title: a.title,
    body: a.body,
    day: dayKey(a.startsAt),
    from: timeOfDay(a.startsAt),
    until: timeOfDay(a.endsAt),
    closesBefore: minutesBefore(a.signUpClosesAt),
    cancelBefore: minutesBefore(a.cancelUntil),
    areaCode: a.areaCode,
    areaName: a.areaName,
    placeName: a.placeName,
    address: a.address,
    accessNote: a.accessNote,
    limited: a.capacity !== null,
    capacity: String(a.capacity ?? ''),
    groups: named.map((g, row) => ({ row, name: g.name, seats: String(g.capacity ?? '') })),
    waitlist: a.waitlist,
    maxParty: a.maxParty,
    join: a.join,
    needsApproval: a.needsApproval,
    showUpFirst: a.showUpFirst,
    questions: a.questions,
    host: a.host,
    contactName: a.contactName,
    contactPhone: a.contactPhone ?? '',
    repeat: 'none',
    times: 4,
    scope: 'one',
    kept: { lat: a.lat, lng: a.lng, promotionAnswerMinutes: a.promotionAnswerMinutes },
  }
}

/** The seats of all groups together; what is no number yet counts nothing. */
export const sumOf = (groups: readonly GroupForm[]) =>
  groups.reduce((sum, group) => sum + (Number.isInteger(Number(group.seats)) ? Number(group.seats) : 0), 0)
