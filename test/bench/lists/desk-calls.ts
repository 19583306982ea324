import { type ListCall, staff } from './list-call'

const open = "a.status not in ('draft', 'delivered', 'rated', 'closed', 'withdrawn', 'lapsed')"
const serves = "has_role($1, '{clerk,approver,communityAdmin,supervisor}', a.area_code)"
const byDeadline = "order by coalesce(a.deadline_at, 'infinity'), a.id"
const county = "select id as me from people where openid in ('county-approver', 'supervisor', 'county-admin-990101')"

const queue = (
  name: string,
  askers: string,
  input: object,
  more: string,
  order = byDeadline,
  long = true,
): ListCall => ({
  name: `queue, ${name}`,
  operation: 'application.queue',
  askers,
  input: () => input,
  id: (row: { applicationId: number }) => row.applicationId,
  holds: `select a.id from applications a where ${serves} and ${more} ${order}`,
  long,
})
const named =
  "(a.applicant_name like '王%' or substr(a.applicant_name, 2) like '王%' or exists (select from service_items i where i.id = a.item_id and i.search_text like '%王%'))"

/** The queue of 最多跑一次. */
export const deskCalls: readonly ListCall[] = [
  queue('mine', staff('clerk-'), { whose: 'mine' }, `${open} and a.owner_id = $1`),
  queue(
    'nobody’s, community',
    staff('clerk-'),
    { whose: 'unclaimed' },
    `${open} and a.claimed_at is null and a.owner_id <> $1 and a.status not in ('approved', 'refused', 'underAppeal')`,
  ),
  queue('community', staff('clerk-'), { whose: 'all' }, open),
  queue('township', staff('approver-'), { whose: 'all' }, open),
  queue('county', county, { whose: 'all' }, open),
  queue('county, to deliver', county, { whose: 'all', stage: 'delivering' }, "a.status in ('approved', 'refused')"),
  queue('county, late', county, { whose: 'all', light: 'late' }, `${open} and a.deadline_at < now()`),
  queue('county, still', county, { whose: 'all', light: 'idle' }, `${open} and a.deadline_at is null`),
  queue(
    'county, nobody’s',
    county,
    { whose: 'unclaimed' },
    `${open} and a.claimed_at is null and a.owner_id <> $1 and a.status not in ('approved', 'refused', 'underAppeal')`,
  ),
  queue(
    'community, by name',
    staff('clerk-'),
    { whose: 'all', search: '王' },
    `${open} and ${named}`,
    byDeadline,
    false,
  ),
  queue('county, by name', county, { whose: 'all', search: '王' }, `${open} and ${named}`),
  queue(
    'county, by number',
    county,
    { whose: 'all', search: '0042' },
    `${open} and a.number like '%0042%'`,
    byDeadline,
    false,
  ),
  queue(
    'community, ended',
    staff('clerk-'),
    { whose: 'all', stage: 'ended' },
    "a.status in ('delivered', 'rated', 'closed', 'withdrawn', 'lapsed')",
    'order by a.changed_at desc, a.id desc',
  ),
  queue(
    'county, ended',
    county,
    { whose: 'all', stage: 'ended' },
    "a.status in ('delivered', 'rated', 'closed', 'withdrawn', 'lapsed')",
    'order by a.changed_at desc, a.id desc',
  ),
  queue(
    'county, ended, by name',
    county,
    { whose: 'all', stage: 'ended', search: '王' },
    `a.status in ('delivered', 'rated', 'closed', 'withdrawn', 'lapsed') and ${named}`,
    'order by a.changed_at desc, a.id desc',
  ),
]
