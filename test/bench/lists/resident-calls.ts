import { activeResidents, type ListCall, someResidents, staff } from './list-call'

type Pair = { signUp: { signUpId: number } }
type ById = Record<
  'activityId' | 'noticeId' | 'applicationId' | 'fileId' | 'feedbackId' | 'personId' | 'ratingId' | 'signUpId',
  number
>

const upcoming = "a.status = 'published' and a.ends_at > now()"
const home = '(select community_code from people where id = $1)'
const activityId = (row: ById) => row.activityId
const both = `(${someResidents}) union all (${activeResidents})`
const mineOf = (when: string, order: string) => `
  select s.id from sign_ups s join activities a on a.id = s.activity_id
   where ($1 = s.person_id or $1 = s.signed_up_by)
     and (s.ends_at > now() and a.status = 'published' and s.status not in ('cancelled', 'rejected', 'checkedOut')) = ${when} order by ${order}`
const applicationsOf = (statuses: string, order: string) => `
  select a.id from applications a
   where (a.applicant_id = $1 or exists (select from application_helpers h where h.application_id = a.id and h.helper_id = $1)
          or a.applicant_id in (select person_id from family_members where helper_id = $1)
          or (a.made_by = $1 and may_act_for($1, a.applicant_id)))
     and a.status ${statuses} order by ${order}`

/** What residents meet. */
export const residentCalls: readonly ListCall[] = [
  {
    name: 'activities near me',
    operation: 'activity.list',
    askers: someResidents,
    input: () => ({}),
    id: activityId,
    holds: `select a.id from activities a where ${upcoming} order by left(a.area_code, 12) <> ${home}, a.starts_at, a.id`,
    long: true,
  },
  {
    name: 'activities, one kind',
    operation: 'activity.list',
    askers: someResidents,
    input: () => ({ kind: 'reading' }),
    id: activityId,
    holds: `select a.id from activities a where ${upcoming} and a.kind = 'reading' order by left(a.area_code, 12) <> ${home}, a.starts_at, a.id`,
    long: true,
  },
  {
    name: 'activities, one day',
    operation: 'activity.list',
    askers: `select me, ((now() at time zone 'Asia/Shanghai')::date + 3 + (me % 30)::int)::text as about from (${someResidents}) r`,
    input: ({ about }) => ({ day: about }),
    id: activityId,
    holds: `select a.id from activities a where ${upcoming} and a.starts_at::date = $2::date order by left(a.area_code, 12) <> ${home}, a.starts_at, a.id`,
    long: true,
  },
  {
    name: 'activities, only here',
    operation: 'activity.list',
    askers: someResidents,
    input: () => ({ onlyHere: true }),
    id: activityId,
    holds: `select a.id from activities a where ${upcoming} and left(a.area_code, 12) = ${home} order by a.starts_at, a.id`,
    long: true,
  },
  {
    name: 'activities of a township',
    operation: 'activity.list',
    askers: `select me, (select left(community_code, 9) from people where id = me) as about from (${someResidents}) r`,
    input: ({ about }) => ({ areaCode: about, onlyHere: true }),
    id: activityId,
    holds: `select a.id from activities a where ${upcoming} and left(a.area_code, 9) = $2 order by a.starts_at, a.id`,
    long: true,
  },
  {
    name: 'activities, no session',
    operation: 'activity.list',
    askers: 'select 0 as me',
    input: () => ({}),
    id: activityId,
    holds: `select a.id from activities a where ${upcoming} and $1 = 0 order by a.starts_at, a.id`,
    long: true,
  },
  {
    name: 'my sign-ups, coming',
    operation: 'activity.mine',
    askers: both,
    input: () => ({ when: 'coming' }),
    id: (row: Pair) => row.signUp.signUpId,
    holds: mineOf('true', 's.starts_at, s.id'),
    long: true,
  },
  {
    name: 'my sign-ups, past',
    operation: 'activity.mine',
    askers: both,
    input: () => ({ when: 'past' }),
    id: (row: Pair) => row.signUp.signUpId,
    holds: mineOf('false', 's.starts_at desc, s.id desc'),
    long: true,
  },
  {
    name: 'ratings of an activity',
    operation: 'activity.ratings',
    askers: `select r.me, a.id as about from (${someResidents}) r join lateral (
      select id from activities where status = 'ended' and id % 100 = 0 and id > r.me % (select max(id) * 9 / 10 from activities) order by id limit 1) a on true`,
    input: ({ about }) => ({ activityId: about }),
    id: (row: ById) => row.ratingId,
    holds:
      "select id from activity_ratings where activity_id = $2 and comment_status = 'shown' and $1 > 0 order by id desc",
    long: true,
  },
  {
    name: 'inbox',
    operation: 'inbox.list',
    askers: both,
    input: () => ({}),
    id: (row: ById) => row.noticeId,
    holds: 'select id from notices where person_id = $1 order by id desc',
    long: true,
  },
  {
    name: 'my applications, under way',
    operation: 'application.mine',
    askers: both,
    input: () => ({ when: 'underWay' }),
    id: (row: ById) => row.applicationId,
    holds: applicationsOf(
      "not in ('draft', 'closed', 'withdrawn', 'lapsed', 'rated')",
      "coalesce(a.deadline_at, 'infinity'), a.id",
    ),
    long: false,
  },
  {
    name: 'my applications, ended',
    operation: 'application.mine',
    askers: both,
    input: () => ({ when: 'ended' }),
    id: (row: ById) => row.applicationId,
    holds: applicationsOf("in ('closed', 'withdrawn', 'lapsed', 'rated')", 'a.changed_at desc, a.id'),
    long: true,
  },
  {
    name: 'my files',
    operation: 'files.mine',
    askers: both,
    input: () => ({}),
    id: (row: ById) => row.fileId,
    holds: 'select id from files where owner_id = $1 order by id desc',
    long: true,
  },
  {
    name: 'my feedback',
    operation: 'feedback.mine',
    askers: both,
    input: () => ({}),
    id: (row: ById) => row.feedbackId,
    holds: 'select id from feedback where person_id = $1 order by id desc',
    long: false,
  },
  {
    name: 'my family',
    operation: 'people.dependants',
    askers: both,
    input: () => ({}),
    id: (row: ById) => row.personId,
    holds: 'select person_id as id from family_members where helper_id = $1 order by person_id',
    long: false,
  },
  {
    name: 'enrolled in a township',
    operation: 'people.dependants',
    askers: staff('town-admin-'),
    input: () => ({}),
    id: (row: ById) => row.personId,
    holds: "select id from people where has_role($1, '{communityAdmin}', enrolled_in) order by id",
    long: true,
  },
  {
    name: 'enrolled in a grid, by name',
    operation: 'people.dependants',
    askers: staff('grid-'),
    input: () => ({ search: '王' }),
    id: (row: ById) => row.personId,
    holds: "select id from people where has_role($1, '{gridWorker}', enrolled_in) and nickname like '%王%' order by id",
    long: false,
  },
]
