import * as v from 'valibot'
import {
  areaCode,
  attachment,
  count,
  cursor,
  day,
  id,
  instant,
  latitude,
  longitude,
  operation,
  page,
  text,
} from '../operation'
import { kindOrAll } from './shapes'
import { activityDetail, activityRow, signUpView } from './views'

/** Looking around in 邻里活动: lists, one activity, what is mine, files to take along. Nothing here changes anything. */

const near = {
  lat: v.optional(latitude),
  lng: v.optional(longitude),
}

export const browseOperations = {
  /**
   * Published activities that have not ended: my community first, then the county around it, by start time. `day` limits
   * to one day, `from` starts later. Without a session and without `areaCode` it lists the whole county.
   */
  list: operation({
    access: 'anyone',
    input: {
      areaCode: v.optional(areaCode),
      kind: kindOrAll,
      day: v.optional(day),
      from: v.optional(day),
      onlyHere: v.optional(v.boolean()),
      cursor,
    },
    output: page(v.object({ ...activityRow.entries, here: v.boolean() })),
  }),

  /** Number of activities on each day of a month (`month` is any day in it), for the calendar view. */
  calendar: operation({
    access: 'anyone',
    input: { month: day, areaCode: v.optional(areaCode), kind: kindOrAll },
    output: v.object({
      days: v.array(v.object({ day: text, activities: count })),
    }),
  }),

  /** One activity with my state in it. Drafts and submissions are visible to their makers and approvers only. */
  detail: operation({
    access: 'anyone',
    input: { activityId: id },
    output: activityDetail,
  }),

  /** Sign-ups of mine and of my dependants: coming ones by start, or past and cancelled ones newest first. */
  mine: operation({
    access: 'signedIn',
    input: { when: v.picklist(['coming', 'past']), cursor },
    output: page(v.object({ activity: activityRow, signUp: signUpView })),
  }),

  /** What needs me now: promotions to answer, activities of today and tomorrow, drafts sent back, submissions to approve. */
  today: operation({
    access: 'signedIn',
    input: {},
    output: v.object({
      tasks: v.array(
        v.object({
          kind: v.picklist(['answerPromotion', 'attend', 'waiting', 'sentBack', 'approve', 'rate']),
          activity: activityRow,
          signUp: v.nullable(signUpView),
          dueAt: v.nullable(instant),
        }),
      ),
      /** Activities within 7 days in my community and around. */
      thisWeekNearby: count,
    }),
  }),

  /** The activity as an .ics calendar file (RFC 5545). */
  calendarFile: operation({
    access: 'anyone',
    input: { activityId: id },
    output: attachment,
  }),

  /** A mini-program code (小程序码) that opens the activity, for a poster. */
  poster: operation({
    access: 'anyone',
    input: { activityId: id },
    output: attachment,
    refusals: { wechatUnavailable: {} },
  }),

  /** Places near a sold-out activity: other open ones of the same kind with free seats. */
  alternatives: operation({
    access: 'anyone',
    input: { activityId: id, ...near },
    output: v.object({ rows: v.array(activityRow) }),
  }),
}
