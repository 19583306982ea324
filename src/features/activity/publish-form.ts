import * as v from 'valibot'
import {
  type ActivityDetail,
  type ActivityDraft,
  type ActivityKind,
  activityDraftObject,
  type JoinRule,
} from '../../../types/activity'
import { dayKey, momentOf, timeOfDay } from '../../platform/dates'
import type { Me } from '../../platform/session'

/** The form of an activity as a person fills it in, and the way to what the contract wants. Pure. */
export interface PublishForm {
  kind: ActivityKind
  title: string
  body: string
  day: string
  from: string
  until: string
  areaCode: string
  areaName: string
  placeName: string
  address: string
  accessNote: string
  limited: boolean
  capacity: string
  waitlist: boolean
  maxParty: number
  join: JoinRule
  needsApproval: boolean
  showUpFirst: boolean
  question: string
  host: string
  contactName: string
  contactPhone: string
  repeat: 'none' | 'week' | 'month'
  times: number
  scope: 'one' | 'following'
  /** What the form does not show but must not lose when an existing activity is changed. */
  kept: Partial<ActivityDraft>
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
    areaCode: me.community?.areaCode ?? '',
    areaName: me.community?.name ?? '',
    placeName: '',
    address: '',
    accessNote: '',
    limited: true,
    capacity: '30',
    waitlist: true,
    maxParty: 1,
    join: 'everyone',
    needsApproval: false,
    showUpFirst: false,
    question: '',
    host: me.community ? `${me.community.name}邻居` : '',
    contactName: me.nickname,
    contactPhone: '',
    repeat: 'none',
    times: 4,
    scope: 'one',
    kept: {},
  }
}

export function formOf(a: ActivityDetail): PublishForm {
  const named = a.groups.filter((g) => g.name !== '')
  const [first, ...more] = a.questions
  const simple = more.length === 0 && (first === undefined || first.type === 'text')
  return {
    kind: a.kind,
    title: a.title,
    body: a.body,
    day: dayKey(a.startsAt),
    from: timeOfDay(a.startsAt),
    until: timeOfDay(a.endsAt),
    areaCode: a.areaCode,
    areaName: a.areaName,
    placeName: a.placeName,
    address: a.address,
    accessNote: a.accessNote,
    limited: a.capacity !== null,
    capacity: String(a.capacity ?? ''),
    waitlist: a.waitlist,
    maxParty: a.maxParty,
    join: a.join,
    needsApproval: a.needsApproval,
    showUpFirst: a.showUpFirst,
    question: simple ? (first?.label ?? '') : '',
    host: a.host,
    contactName: a.contactName,
    contactPhone: a.contactPhone ?? '',
    repeat: 'none',
    times: 4,
    scope: 'one',
    kept: {
      lat: a.lat,
      lng: a.lng,
      promotionAnswerMinutes: a.promotionAnswerMinutes,
      ...(simple ? {} : { questions: a.questions }),
      ...(named.length > 0 ? { groups: named.map((g) => ({ name: g.name, capacity: g.capacity ?? 1 })) } : {}),
    },
  }
}

/** The draft as the contract wants it. An end before the start is the next day: a song evening may go past midnight. */
export function toDraft(form: PublishForm): ActivityDraft {
  const startsAt = momentOf(form.day, form.from)
  const sameDay = momentOf(form.day, form.until)
  const endsAt = startsAt && sameDay && sameDay <= startsAt ? new Date(sameDay.getTime() + 86_400_000) : sameDay
  const grouped = (form.kept.groups?.length ?? 0) > 0
  return {
    areaCode: form.areaCode,
    kind: form.kind,
    title: form.title.trim(),
    body: form.body.trim(),
    placeName: form.placeName.trim(),
    address: form.address.trim(),
    ...(form.accessNote.trim() ? { accessNote: form.accessNote.trim() } : {}),
    startsAt: startsAt ?? new Date(Number.NaN),
    endsAt: endsAt ?? new Date(Number.NaN),
    ...(grouped ? {} : { capacity: form.limited ? Number(form.capacity) : null }),
    groups: [],
    waitlist: form.waitlist,
    join: form.join,
    maxParty: form.maxParty,
    questions: form.question.trim() ? [{ type: 'text', key: 'q1', label: form.question.trim(), required: false }] : [],
    needsApproval: form.needsApproval,
    showUpFirst: form.showUpFirst,
    promotionAnswerMinutes: 120,
    host: form.host.trim(),
    contactName: form.contactName.trim(),
    ...(form.contactPhone.trim() ? { contactPhone: form.contactPhone.trim() } : {}),
    ...form.kept,
  }
}

/** What is wrong, by field, with the same schema the cloud uses. */
export function problemsOf(form: PublishForm): Record<string, string> {
  const result = v.safeParse(activityDraftObject, toDraft(form))
  if (result.success) return {}
  return Object.fromEntries([...result.issues].reverse().map((issue) => [v.getDotPath(issue) ?? '', issue.message]))
}
