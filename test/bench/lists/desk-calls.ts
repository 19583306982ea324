import { type ListCall, someResidents, staff } from './list-call'

type ById = Record<
  'itemId' | 'activityId' | 'applicationId' | 'photoId' | 'ratingId' | 'feedbackId' | 'grantId' | 'exceptionId' | 'callBackId' | 'appealId' | 'signUpId',
  number
>

const open = "a.status not in ('draft', 'delivered', 'rated', 'closed', 'withdrawn', 'lapsed')"
const serves = "has_role($1, '{clerk,approver,communityAdmin,supervisor}', a.area_code)"
const byDeadline = "order by coalesce(a.deadline_at, 'infinity'), a.id"
const applicationId = (row: ById) => row.applicationId
const county = "select id as me from people where openid in ('county-approver', 'supervisor', 'county-admin-990101')"
const supervisor = "select id as me from people where openid = 'supervisor'"

const queue = (name: string, askers: string, input: object, more: string, order = byDeadline, long = true): ListCall => ({
  name: `queue, ${name}`,
  operation: 'application.queue',
  askers,
  input: () => input,
  id: applicationId,
  holds: `select a.id from applications a where ${serves} and ${more} ${order}`,
  long,
})
const named = "(a.applicant_name like '王%' or substr(a.applicant_name, 2) like '王%' or exists (select from service_items i where i.id = a.item_id and i.search_text like '%王%'))"

const managed = (name: string, askers: string): ListCall => ({
  name: `managed, ${name}`,
  operation: 'activity.managed',
  askers,
  input: () => ({}),
  id: (row: ById) => row.activityId,
  holds: "select a.id from activities a where a.created_by = $1 or has_role($1, '{communityAdmin}', a.area_code) order by a.starts_at desc, a.id desc",
  long: true,
})
/** What waits for a person in an administrator's areas, and what was decided. */
const review = (name: string, operation: string, askers: string, state: string, key: 'photoId' | 'ratingId', from: string): ListCall => ({
  name,
  operation,
  askers,
  input: () => ({ state }),
  id: (row: ById) => row[key],
  holds: `select r.id from ${from} and has_role($1, '{communityAdmin}', a.area_code) order by ${state === 'inReview' ? 'r.id' : 'r.id desc'}`,
  long: askers === county && state !== 'inReview',
})
const comments = (state: string) => `activity_ratings r join activities a on a.id = r.activity_id where r.comment_status = '${state}'`
const photos = (state: string) => `activity_photos r join activities a on a.id = r.activity_id where r.state = '${state}'`
const administrators = "select id as me from people where openid like 'county-admin-%'"

/** The catalogue, and what the staff meets. */
export const catalogueAndDeskCalls: readonly ListCall[] = [
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
    holds: "select id from service_items where search_text like '%' || $2 || '%' and $1 > 0 order by search_text not like E'%\\n' || $2 || E'\\n%', applied desc, id",
    long: false,
  },
  {
    name: 'catalogue, staff',
    operation: 'catalogue.staffList',
    askers: county.replace("'county-approver', ", ''),
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
    holds: "select a.id from activities a where a.status = 'submitted' and has_role($1, '{communityAdmin}', a.area_code) order by a.submitted_at, a.id",
    long: false,
  },
  {
    name: 'submissions, county',
    operation: 'activity.submissions',
    askers: administrators,
    input: () => ({}),
    id: (row: ById) => row.activityId,
    holds: "select a.id from activities a where a.status = 'submitted' and has_role($1, '{communityAdmin}', a.area_code) order by a.submitted_at, a.id",
    long: true,
  },
  {
    name: 'roster',
    operation: 'activity.roster',
    askers: "select created_by as me, id as about from activities where status = 'published' order by hashint8(id) limit 200",
    input: ({ about }) => ({ activityId: about }),
    id: (row: ById) => row.signUpId,
    holds: 'select id from sign_ups where activity_id = $2 and $1 > 0 order by id',
    long: true,
  },
  review('comments waiting, community', 'activity.comments', staff('admin-'), 'inReview', 'ratingId', comments('inReview')),
  review('comments hidden, community', 'activity.comments', staff('admin-'), 'hidden', 'ratingId', comments('hidden')),
  review('comments hidden, county', 'activity.comments', administrators, 'hidden', 'ratingId', comments('hidden')),
  review('comments shown, community', 'activity.comments', staff('admin-'), 'shown', 'ratingId', comments('shown')),
  review('pictures waiting, community', 'activity.photosToReview', staff('admin-'), 'inReview', 'photoId', photos('inReview')),
  review('pictures shown, community', 'activity.photosToReview', staff('admin-'), 'shown', 'photoId', photos('shown')),
  review('pictures hidden, county', 'activity.photosToReview', administrators, 'hidden', 'photoId', photos('hidden')),
  queue('mine', staff('clerk-'), { whose: 'mine' }, `${open} and a.owner_id = $1`),
  queue('nobody’s, community', staff('clerk-'), { whose: 'unclaimed' }, `${open} and a.claimed_at is null and a.owner_id <> $1 and a.status not in ('approved', 'refused', 'underAppeal')`),
  queue('community', staff('clerk-'), { whose: 'all' }, open),
  queue('township', staff('approver-'), { whose: 'all' }, open),
  queue('county', county, { whose: 'all' }, open),
  queue('county, to deliver', county, { whose: 'all', stage: 'delivering' }, "a.status in ('approved', 'refused')"),
  queue('county, late', county, { whose: 'all', light: 'late' }, `${open} and a.deadline_at < now()`),
  queue('county, still', county, { whose: 'all', light: 'idle' }, `${open} and a.deadline_at is null`),
  queue('county, nobody’s', county, { whose: 'unclaimed' }, `${open} and a.claimed_at is null and a.owner_id <> $1 and a.status not in ('approved', 'refused', 'underAppeal')`),
  queue('community, by name', staff('clerk-'), { whose: 'all', search: '王' }, `${open} and ${named}`, byDeadline, false),
  queue('county, by name', county, { whose: 'all', search: '王' }, `${open} and ${named}`),
  queue('county, by number', county, { whose: 'all', search: '0042' }, `${open} and a.number like '%0042%'`, byDeadline, false),
  queue('community, ended', staff('clerk-'), { whose: 'all', stage: 'ended' }, "a.status in ('delivered', 'rated', 'closed', 'withdrawn', 'lapsed')", 'order by a.changed_at desc, a.id desc'),
  queue('county, ended', county, { whose: 'all', stage: 'ended' }, "a.status in ('delivered', 'rated', 'closed', 'withdrawn', 'lapsed')", 'order by a.changed_at desc, a.id desc'),
  queue('county, ended, by name', county, { whose: 'all', stage: 'ended', search: '王' }, `a.status in ('delivered', 'rated', 'closed', 'withdrawn', 'lapsed') and ${named}`, 'order by a.changed_at desc, a.id desc'),
  ...(['county', 'township'] as const).map(
    (where): ListCall => ({
      name: `overdue, ${where}`,
      operation: 'application.overdue',
      askers: where === 'county' ? county : staff('approver-'),
      input: () => ({}),
      id: applicationId,
      holds: "select a.id from applications a where a.deadline_at < now() and has_role($1, '{supervisor,communityAdmin,approver}', a.area_code) order by a.deadline_at, a.id",
      long: true,
    }),
  ),
  {
    name: 'second visits, county',
    operation: 'application.exceptions',
    askers: supervisor,
    input: () => ({}),
    id: (row: ById) => row.exceptionId,
    holds: "select x.id from visit_exceptions x join applications a on a.id = x.application_id where has_role($1, '{supervisor}', a.area_code) order by x.id desc",
    long: true,
  },
  ...[true, false].flatMap((isOpen): ListCall[] =>
    ([['county', supervisor], ['township', staff('approver-')]] as const).map(([where, askers]) => ({
      name: `call-backs ${isOpen ? 'to make' : 'made'}, ${where}`,
      operation: 'application.callBacks',
      askers,
      input: () => ({ open: isOpen }),
      id: (row: ById) => row.callBackId,
      holds: `select b.id from rating_call_backs b join applications a on a.id = b.application_id where (b.done_at is null) = ${isOpen}
        and (b.owner_id = $1 or (has_role($1, '{supervisor,communityAdmin,approver}', a.area_code) and a.decided_by is distinct from $1 and a.owner_id is distinct from $1)) order by b.id`,
      long: !isOpen,
    })),
  ),
  {
    name: 'appeals, county',
    operation: 'application.appeals',
    askers: supervisor,
    input: () => ({}),
    id: (row: ById) => row.appealId,
    holds: "select p.id from application_appeals p join applications a on a.id = p.application_id where p.answered_at is null and has_role($1, '{supervisor}', a.area_code) order by p.id",
    long: true,
  },
  ...(['open', 'answered'] as const).flatMap((state): ListCall[] =>
    ([['community', staff('admin-')], ['county', "select id as me from people where openid in ('supervisor', 'county-admin-990101')"]] as const).map(
      ([where, askers]) => ({
        name: `feedback ${state}, ${where}`,
        operation: 'feedback.desk',
        askers,
        input: () => ({ state }),
        id: (row: ById) => row.feedbackId,
        holds: `select f.id from feedback f where f.withdrawn_at is null and (f.answered_at is null) = ${state === 'open'} and has_role($1, '{communityAdmin,supervisor}', f.area_code)
          and (f.owner_id = $1 or has_role($1, '{communityAdmin,supervisor}', case when f.about = 'people' then left(f.area_code, 9) else f.area_code end))
          order by ${state === 'open' ? 'f.answer_by, f.id' : 'f.id desc'}`,
        long: state === 'answered' || where === 'county',
      }),
    ),
  ),
  ...(['community', 'county'] as const).map(
    (where): ListCall => ({
      name: `grants, ${where}`,
      operation: 'people.grants',
      askers: where === 'county' ? administrators : staff('admin-'),
      input: () => ({}),
      id: (row: ById) => row.grantId,
      holds: "select id from role_grants g where has_role($1, '{communityAdmin,supervisor}', g.area_code) order by id",
      long: where === 'county',
    }),
  ),
]
