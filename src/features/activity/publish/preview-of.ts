import type { ActivityDetail } from '../../../../types/activity'
import type { PublishForm } from './form'
import { toDraft } from './to-draft'

/** The activity as residents will read it once it is published, before anybody has signed up; its number means nothing. Needs a form without mistakes. */
export function previewOf(form: PublishForm, now: Date): ActivityDetail {
  const draft = toDraft(form)
  const pools = draft.groups.length > 0 ? draft.groups : [{ name: '', capacity: draft.capacity ?? null }]
  return {
    ...draft,
    activityId: 1,
    status: 'published',
    areaName: form.areaName,
    accessNote: form.accessNote.trim(),
    lat: draft.lat ?? null,
    lng: draft.lng ?? null,
    signUpOpensAt: now,
    signUpClosesAt: draft.signUpClosesAt ?? draft.startsAt,
    cancelUntil: draft.cancelUntil ?? draft.startsAt,
    capacity: draft.capacity ?? null,
    taken: 0,
    waiting: 0,
    groups: pools.map((pool, i) => ({ ...pool, groupId: i + 1, taken: 0, waiting: 0 })),
    contactPhone: draft.contactPhone ?? null,
    seriesId: null,
    sentBackReason: null,
    inviteCode: null,
    version: 0,
    mySignUp: null,
    mySignUps: [],
    allowedActions: [],
    rating: { count: 0, average: null },
    photos: [],
    cover: null,
  }
}
