import type { ActivityDraft } from '../../../../types/activity'
import { momentOf } from '../../../platform/dates'
import type { PublishForm } from './form'

const dayMs = 86_400_000
const never = new Date(Number.NaN)

/** Whether it ends on the day after it starts: a song evening may go past midnight. */
export const endsNextDay = ({ from, until }: Pick<PublishForm, 'from' | 'until'>) =>
  from !== '' && until !== '' && until < from

/** The draft as the contract wants it. What is missing or wrong stays so, for the schema to find. */
export function toDraft(form: PublishForm): ActivityDraft {
  const startsAt = momentOf(form.day, form.from) ?? never
  const sameDay = momentOf(form.day, form.until) ?? never
  const endsAt = endsNextDay(form) ? new Date(sameDay.getTime() + dayMs) : sameDay
  const before = (minutes: number) => new Date(startsAt.getTime() - minutes * 60_000)
  const groups = form.limited ? form.groups : []
  return {
    areaCode: form.areaCode,
    kind: form.kind,
    title: form.title.trim(),
    body: form.body.trim(),
    placeName: form.placeName.trim(),
    address: form.address.trim(),
    ...(form.accessNote.trim() ? { accessNote: form.accessNote.trim() } : {}),
    startsAt,
    endsAt,
    // At the start is what the cloud takes when nothing is said.
    ...(form.closesBefore === 0 ? {} : { signUpClosesAt: before(form.closesBefore) }),
    ...(form.cancelBefore === 0 ? {} : { cancelUntil: before(form.cancelBefore) }),
    capacity: form.limited ? Number(form.capacity) : null,
    groups: groups.map(({ name, seats }) => ({ name: name.trim(), capacity: Number(seats) })),
    waitlist: form.waitlist,
    join: form.join,
    maxParty: form.maxParty,
    questions: [...form.questions],
    needsApproval: form.needsApproval,
    showUpFirst: form.showUpFirst,
    host: form.host.trim(),
    contactName: form.contactName.trim(),
    ...(form.contactPhone.trim() ? { contactPhone: form.contactPhone.trim() } : {}),
    ...form.kept,
  }
}
