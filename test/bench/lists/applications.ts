import type { Sql } from '../../../cloud/platform/database'
import { itemOf } from '../../application/items'
import { countyCode } from '../application-data'
import type { Size } from './load'

/** What 最多跑一次 has gathered in two years. Nothing is due within two hours of now. */

/** 500 items, as a county's catalogue has. */
export async function insertCatalogue(sql: Sql): Promise<void> {
  const content = itemOf({ name: '事项', reviews: [] })
  await sql`
    insert into service_items (code, area_code, name, department, search_text, life_events, applied, draft)
    select 'LISTS-' || n, ${countyCode}, '事项' || chr(20000 + n) || chr(21000 + n * 7), '部门' || n % 20,
           E'\n事项' || chr(20000 + n) || chr(21000 + n * 7) || E'\nsx' || chr(97 + n % 26) || chr(97 + n / 26) || E'\n部门' || n % 20 || E'\nlists' || n || E'\n',
           array[(array['birth', 'schooling', 'work', 'housing', 'retirement'])[1 + n % 5]], pick(n, 40, 5000),
           (${JSON.stringify(content)}::jsonb || jsonb_build_object('name', '事项' || chr(20000 + n) || chr(21000 + n * 7)))::json
      from generate_series(1, 460) n`
  await sql`
    insert into service_item_versions (item_id, version, content) select id, 1, draft from service_items where code like 'LISTS-%'`
  await sql`update service_items set status = 'published', published_version = 1 where code like 'LISTS-%'`
  await sql`update service_items i set draft = v.content from service_item_versions v where v.item_id = i.id and i.code like 'BENCH-%'`
}

/** One in ten is open, one in ten of them late; one in ten is of the active (an item each). Windows with visits; what a supervisor goes through. */
export async function insertApplications(sql: Sql, size: Size, first: number): Promise<void> {
  const { applications, residents, active } = size
  await sql`
    insert into applications (number, item_id, item_version, item_name, department, kind, area_code, applicant_id, applicant_name, made_by, status, owner_id,
                              delivery, round, deadline_kind, deadline_at, clock_started_at, clock_limit, submitted_at, accepted_at, changed_at, saved_at, claimed_at,
                              outcome, decision_reason, decided_by, decided_at, decided_in_time, decided_after_days, delivered_at, ended_at)
    select case when s.status <> 'draft' then o.area_code || '-261101-' || lpad(n::text, 6, '0') end, i.id, 1, i.name, i.department, 'promised', o.area_code, p.id,
           p.nickname, case when pick(n, 50, 20) = 0 then ${first}::bigint + pick(n, 51, ${active}::int) else p.id end, s.status,
           case when s.open and s.status in ('submitted', 'correctionRequested', 'accepted') then o.clerk when s.status <> 'draft' then o.approver end,
           'electronic', case when s.status = 'draft' then 0 else 1 end,
           case when not s.open or s.status = 'suspended' then null when s.status = 'submitted' then 'notice' when s.status = 'correctionRequested' then 'correction'
                when s.status = 'underAppeal' then 'appeal' when s.status in ('approved', 'refused') then 'delivery' else 'decision' end,
           case when s.open and s.status <> 'suspended' then date_trunc('minute', now()) + make_interval(mins => case when pick(n, 52, 10) = 0 then -120 - pick(n, 53, 20000) else 120 + pick(n, 54, 20000) end) end,
           t.at, 5, case when s.status <> 'draft' then t.at end, case when s.decided or s.status in ('accepted', 'inReview', 'suspended') then t.at end,
           t.at + interval '1 hour', t.at, case when n % 3 > 0 and s.status <> 'draft' then t.at end,
           case when s.decided then d.outcome end, case when s.decided and d.outcome = 'refused' then '店面在居民楼内' end,
           case when s.decided then o.approver end, case when s.decided then t.at + interval '30 minutes' end, case when s.decided then true end,
           case when s.decided then 3 end, case when s.status in ('delivered', 'rated', 'closed') then t.at + interval '40 minutes' end,
           case when s.status in ('closed', 'withdrawn', 'lapsed') then t.at + interval '1 hour' end
      from generate_series(1, ${applications}::int) n
     cross join lateral (
       select status, u < 100 as open, status in ('approved', 'refused', 'delivered', 'rated', 'closed', 'underAppeal') as decided, u
         from (select u, case when u < 40 then 'submitted' when u < 50 then 'correctionRequested' when u < 62 then 'accepted' when u < 90 then 'inReview'
                              when u < 94 then 'suspended' when u < 97 then 'approved' when u < 98 then 'refused' when u < 100 then 'underAppeal'
                              when u < 120 then 'draft' when u < 180 then 'delivered' when u < 480 then 'rated' when u < 930 then 'closed'
                              when u < 970 then 'withdrawn' else 'lapsed' end as status
                 from (select pick(n, 55, 1000) as u) u) k) s
     cross join lateral (
       select date_trunc('minute', now()) - make_interval(mins => case when s.open then 180 + pick(n, 56, 7000) else 10000 + pick(n, 56, 1000000) end) as at) t
     cross join lateral (select case when s.status = 'refused' or (s.status not in ('approved') and pick(n, 57, 20) = 0) then 'refused' else 'approved' end as outcome) d
      join people p on p.id = case when n % 10 = 0 then ${first}::bigint + n / 10 % ${active}::int
                                   else ${first}::bigint + ${active}::int + n::bigint * 7919 % (${residents}::int - ${active}::int) end
      join (select id, name, department, row_number() over (order by id) - 1 as nth, count(*) over () as items from service_items) i
        on i.nth = case when n % 10 = 0 then n / 10 / ${active}::int % 500 else pick(n, 58, 500) end
      join (select a.code as area_code, row_number() over (order by a.code) - 1 as nth,
                   (select min(g.person_id) from role_grants g where g.role = 'clerk' and g.area_code = a.code) as clerk,
                   (select min(g.person_id) from role_grants g where g.role = 'approver' and g.area_code = left(a.code, 9)) as approver
              from areas a where a.level = 'community') o on o.nth = pick(n, 59, ${size.townships * 20}::int)`
  await sql`
    insert into application_pauses (application_id, from_at, reason, why) select id, changed_at, 'test', '等检测' from applications where status = 'suspended'`
  await sql`
    insert into application_helpers (application_id, helper_id, kind, until_at)
    select id, ${first}::bigint + pick(id, 60, ${active}::int), 'volunteer', now() + interval '30 days' from applications
     where status in ('submitted', 'accepted', 'inReview') and applicant_id >= ${first + active}::bigint and pick(id, 61, 10) = 0`
  await sql`
    insert into application_ratings (application_id, level, words, rated_at, changed_at)
    select id, 1 + pick(id, 62, 2), '等了太久', changed_at, changed_at from applications where status in ('rated', 'closed') and pick(id, 63, 100) = 0`
  await sql`
    insert into rating_call_backs (application_id, owner_id, due_at, opened_at, done_at, answer)
    select r.application_id, a.decided_by, r.rated_at + interval '5 days', r.rated_at, case when d.done then r.rated_at + interval '1 day' end,
           case when d.done then '已经上门说明' end
      from application_ratings r join applications a on a.id = r.application_id cross join lateral (select pick(a.id, 64, 10) > 0 as done) d order by a.id`
  await sql`
    insert into application_appeals (application_id, words, at, due_at, outcome, answer, answered_by, answered_at)
    select a.id, '请再看一次', a.changed_at, a.changed_at + interval '20 days', case when d.done then 'upheld' end, case when d.done then '决定没有错' end,
           case when d.done then a.decided_by end, case when d.done then a.changed_at + interval '3 days' end
      from applications a cross join lateral (select a.status <> 'underAppeal' as done) d
     where a.status = 'underAppeal' or (a.outcome = 'refused' and a.status = 'closed' and pick(a.id, 65, 10) = 0) order by a.id`
  await sql`
    insert into visit_exceptions (application_id, opens_visit, reason, apology, by, at)
    select id, 2, '窗口停电，没有办成', '让您多跑了一次，对不起', decided_by, changed_at from applications where status = 'closed' and pick(id, 66, 200) = 0 order by changed_at, id`
}

/** Visits at the windows, and the files people handed in. */
export async function insertHandedIn(sql: Sql, { active, residents }: Size, first: number): Promise<void> {
  await sql`
    insert into service_windows (area_code, name, department, place, phone)
    select code, '便民窗口', '综合', '便民服务中心', '0573-5550199' from areas where level = 'community'`
  await sql`
    create temporary table visits as
    select a.id, w.id as window_id, date_trunc('hour', a.changed_at) - interval '1 day' as starts_at, a.applicant_id
      from applications a join service_windows w on w.area_code = a.area_code where a.decided_at is not null and pick(a.id, 70, 6) = 0`
  await sql`
    insert into service_window_slots (window_id, starts_at, capacity, taken) select window_id, starts_at, count(*), count(*) from visits group by 1, 2`
  await sql`
    insert into appointments (application_id, window_id, starts_at, code, status, booked_by, booked_at, checked_in_at, checked_in_by)
    select id, window_id, starts_at, 'B' || id, 'checkedIn', applicant_id, starts_at - interval '1 day', starts_at, applicant_id from visits order by starts_at, id`
  await sql`drop table visits`
  // The content lies nowhere: lists show what is known of it.
  await sql`
    insert into files (owner_id, status, name, mime_type, size, sha256, received_sha256, location, key_id, wrapped_key, created_at, stored_at, attached_at, purpose, purpose_id)
    select case when n % 4 = 0 then ${first}::bigint + n / 4 % ${active}::int else ${first}::bigint + pick(n, 71, ${residents}::int) end, 'attached', '照片.jpg', 'image/jpeg', 120000,
           sha256('x'), sha256('x'), 'lists/' || n, repeat('0', 16), 'x', f.at, f.at, f.at, 'application', n
      from generate_series(1, ${residents}::int * 2 / 5) n cross join lateral (select now() - make_interval(mins => (${residents}::int - n)) as at) f`
}
