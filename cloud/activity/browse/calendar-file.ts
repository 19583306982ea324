import { createEvent } from 'ics'
import type { ActivityRecord } from '../view/queries'

/** The activity as an RFC 5545 calendar file, times in UTC so that every calendar shows the right hour. */
export function calendarFile(activity: ActivityRecord): string {
  const { error, value } = createEvent({
    uid: `activity-${activity.activityId}@linlibang`,
    sequence: activity.version,
    start: activity.startsAt.getTime(),
    startInputType: 'utc',
    startOutputType: 'utc',
    end: activity.endsAt.getTime(),
    endInputType: 'utc',
    endOutputType: 'utc',
    title: activity.title,
    description: activity.body,
    location: `${activity.placeName} ${activity.address}`,
    ...(activity.lat !== null && activity.lng !== null ? { geo: { lat: activity.lat, lon: activity.lng } } : {}),
    organizer: { name: activity.host },
    status: activity.status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
    alarms: [{ action: 'display', description: activity.title, trigger: { hours: 1, before: true } }],
    productId: 'linlibang',
  })
  if (error || !value) throw error ?? new Error('no calendar file')
  return value
}
