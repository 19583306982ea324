import { administrators, type ListCall, someResidents, staff } from './list-call'

type ById = Record<'itemId' | 'activityId' | 'photoId' | 'ratingId' | 'signUpId', number>

const managed = (name: string, askers: string): ListCall => ({
  name: `managed, ${name}`,
  operation: 'activity.managed',
  askers,
  input: () => ({}),
  id: (row: ById) => row.activityId,
  holds:
    "select a.id from activities a where a.created_by = $1 or has_role($1, '{communityAdmin}', a.area_code) order by a.starts_at desc, a.id desc",
  long: true,
})
/** What waits for a person in an administrator's areas, and what was decided. */
const review = (
  name: string,
  operation: string,
  askers: string,
  state: string,
  key: 'photoId' | 'ratingId',
  from: string,
): ListCall => ({
  name,
  operation,
  askers,
  input: () => ({ state }),
  id: (row: ById) => row[key],
  holds: `select r.id from ${from} and has_role($1, '{communityAdmin}', a.area_code) order by ${state === 'inReview' ? 'r.id' : 'r.id desc'}`,
  long: askers === administrators && state !== 'inReview',
})
const comments = (state: string) =>
  `activity_ratings r join activities a on a.id = r.activity_id where r.comment_status = '${state}'`
const photos = (state: string) =>
  `activity_photos r join activities a on a.id = r.activity_id where r.state = '${state}'`

/** The catalogue, and what those who run activities and look after words and pictures meet. */
export const organiseCalls: readonly ListCall[] = [
  {
    name: 'catalogue',
    operation: 'catalogue.list',
    askers: someResidents,
    input: () => ({}),
    id: (row: ById) => row.itemId,
    holds: "select id from service_items where status <> 'withdrawn' and $1 > 0 order by applied desc, id",
    long: true,
  },
  {
    name: 'catalogue, search',
    operation: 'catalogue.list',
    askers: `select me, 'sx' || chr(97 + (me % 26)::int) as about from (${someResidents}) r`,
    input: ({ about }) => ({ search: about }),
    id: (row: ById) => row.itemId,
    holds:
      "select id from service_items where search_text like '%' || $2 || '%' and $1 > 0 order by search_text not like E'%\\n' || $2 || E'\\n%', applied desc, id",
    long: false,
  },
  {
    name: 'catalogue, staff',
    operation: 'catalogue.staffList',
    askers: `${administrators} or openid = 'supervisor'`,
    input: () => ({}),
    id: (row: ById) => row.itemId,
    holds: "select id from service_items where has_role($1, '{communityAdmin,supervisor}', area_code) order by code",
    long: true,
  },
  managed('organiser', staff('organiser-')),
  managed('community', staff('admin-')),
  managed('county', administrators),
  {
    name: 'submissions, community',
    operation: 'activity.submissions',
    askers: staff('admin-'),
    input: () => ({}),
    id: (row: ById) => row.activityId,
    holds:
      "select a.id from activities a where a.status = 'submitted' and has_role($1, '{communityAdmin}', a.area_code) order by a.submitted_at, a.id",
    long: false,
  },
  {
    name: 'submissions, county',
    operation: 'activity.submissions',
    askers: administrators,
    input: () => ({}),
    id: (row: ById) => row.activityId,
    holds:
      "select a.id from activities a where a.status = 'submitted' and has_role($1, '{communityAdmin}', a.area_code) order by a.submitted_at, a.id",
    long: true,
  },
  {
    name: 'roster',
    operation: 'activity.roster',
    askers:
      "select created_by as me, id as about from activities where status = 'published' order by hashint8(id) limit 200",
    input: ({ about }) => ({ activityId: about }),
    id: (row: ById) => row.signUpId,
    holds: 'select id from sign_ups where activity_id = $2 and $1 > 0 order by id',
    long: true,
  },
  review(
    'comments waiting, community',
    'activity.comments',
    staff('admin-'),
    'inReview',
    'ratingId',
    comments('inReview'),
  ),
  review('comments hidden, community', 'activity.comments', staff('admin-'), 'hidden', 'ratingId', comments('hidden')),
  review('comments hidden, county', 'activity.comments', administrators, 'hidden', 'ratingId', comments('hidden')),
  review('comments shown, community', 'activity.comments', staff('admin-'), 'shown', 'ratingId', comments('shown')),
  review(
    'pictures waiting, community',
    'activity.photosToReview',
    staff('admin-'),
    'inReview',
    'photoId',
    photos('inReview'),
  ),
  review('pictures shown, community', 'activity.photosToReview', staff('admin-'), 'shown', 'photoId', photos('shown')),
  review('pictures hidden, county', 'activity.photosToReview', administrators, 'hidden', 'photoId', photos('hidden')),
]
