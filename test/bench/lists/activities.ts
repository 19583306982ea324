import type { Sql } from '../../../cloud/platform/database'
import type { Size } from './load'

/** Activities of three years with their sign-ups, ratings, pictures, notices and feedback. Nothing begins, ends or is due within two hours of now. */

/** A fifth still to come; of the rest most took place, some were called off, some are drafts or wait for approval. */
export async function insertActivities(sql: Sql, { activities }: Size): Promise<void> {
  await sql`
    insert into activities (area_code, kind, status, title, body, place_name, address, starts_at, ends_at, sign_up_opens_at, sign_up_closes_at, cancel_until,
                            waitlist, join_rule, max_party, needs_approval, show_up_first, promotion_answer_minutes, invite_code, host, contact_name,
                            created_by, created_at, submitted_at, approved_by, approved_at, cancelled_at, cancel_reason, closed_at, waitlist_closed_at)
    select case when pick(n, 10, 20) = 0 then left(o.code, 9) when pick(n, 10, 20) = 1 then o.code || '001' else o.code end,
           (array['tea', 'song', 'flower', 'photo', 'reading', 'service', 'culture', 'other'])[1 + pick(n, 11, 8)], s.status,
           '邻里活动第' || n || '场', repeat('坐下把话说开，带上杯子。', 8), '社区客厅', '柳桥弄 ' || n % 100 || ' 号',
           s.starts_at, s.starts_at + interval '2 hours', s.starts_at - interval '90 days', s.starts_at, s.starts_at,
           true, 'everyone', 4, false, false, 120, 'ABCDEF', '居委会', '刘敏', o.maker,
           s.starts_at - interval '100 days', case when s.status <> 'draft' then s.starts_at - interval '95 days' end,
           case when s.status not in ('draft', 'submitted') then o.admin end, case when s.status not in ('draft', 'submitted') then s.starts_at - interval '90 days' end,
           case when s.status = 'cancelled' then s.starts_at - interval '1 day' end, case when s.status = 'cancelled' then '下雨' end,
           case when s.status = 'ended' then s.starts_at + interval '1 day' end, case when s.status = 'ended' then s.starts_at end
      from generate_series(1, ${activities}::int) n cross join lateral (
        select k.status, date_trunc('minute', now()) + case
                 when k.status in ('published', 'draft', 'submitted') then make_interval(mins => 120 + pick(n, 12, 60 * 1440))
                 else make_interval(mins => -300 - pick(n, 12, 1095 * 1440)) end as starts_at
          from (select case when u < 20 then 'published' when u < 21 then 'draft' when u < 23 then 'submitted' when u < 25 then 'cancelled' else 'ended' end as status
                  from (select pick(n, 13, 100) as u) u) k) s
     cross join lateral (
        select g.area_code as code, g.person_id as maker, d.person_id as admin
          from (select organisers[1 + pick(n, 14, cardinality(organisers))] as id from (
                  select array(select id from role_grants where role = 'organiser' order by id) as organisers) all_of_them) chosen
          join role_grants g on g.id = chosen.id
          join role_grants d on d.role = 'communityAdmin' and d.area_code = g.area_code) o
     order by n`
  // 44 of 49 who want a seat get one; a quarter of what is to come has seats left.
  await sql`
    insert into activity_groups (activity_id, name, capacity, taken, waiting, last_ticket)
    select id, '', case when id % 4 = 0 then 80 else 44 end,
           case when status not in ('published', 'ended') then 0 when id % 4 = 0 then 49 else 44 end,
           case when status = 'published' and id % 4 > 0 then 5 else 0 end, case when status in ('draft', 'submitted') then 0 else 52 end
      from activities order by id`
}

/** 52 for each activity that was published: two of them by the active (one for somebody else), five in the line or with a seat, some withdrawn. */
export async function insertSignUps(sql: Sql, { residents, active }: Size, first: number): Promise<void> {
  await sql`
    insert into sign_ups (activity_id, group_id, person_id, signed_up_by, status, cancel_reason, party, ticket, request_id, signed_up_at, checked_in_at, checked_out_at,
                          starts_at, ends_at)
    select a.id, g.id, p.person_id, case when k = 49 then ${first}::bigint + (a.id + 7) % ${active}::int else p.person_id end, s.status,
           case when s.status = 'cancelled' then case when a.status = 'cancelled' then 'activityCancelled' else 'withdrawn' end end, 1, k, gen_random_uuid(),
           a.starts_at - interval '80 days' + make_interval(mins => k),
           case when s.status = 'checkedOut' then a.starts_at end, case when s.status = 'checkedOut' then a.ends_at end, a.starts_at, a.ends_at
      from activities a join activity_groups g on g.activity_id = a.id cross join generate_series(1, 52) k
     cross join lateral (
       select case when k = 50 then ${first}::bigint + a.id % ${active}::int
                   else ${first}::bigint + ${active}::int + (a.id * 52 + k) * 7919 % (${residents}::int - ${active}::int) end as person_id) p
     cross join lateral (
       select case when a.status = 'cancelled' or k in (45, 46, 47) then 'cancelled'
                   when k between 40 and 44 and a.id % 4 > 0 then case when a.status = 'published' then 'waitlisted' else 'cancelled' end
                   when a.status = 'published' then 'confirmed' when k = 48 then 'noShow' else 'checkedOut' end as status) s
     where a.status in ('published', 'ended', 'cancelled')`
}

/** What people say, show and are told: ratings (of one activity in a hundred by all), pictures, notices, feedback. */
export async function insertWords(sql: Sql, first: number, { residents, active }: Size): Promise<void> {
  await sql`
    insert into activity_ratings (activity_id, person_id, stars, comment, comment_status, rated_at, changed_at, needs_person, reviewed_by, reviewed_at, review_reason)
    select s.activity_id, s.person_id, 3 + pick(s.id, 20, 3), case when c.state = 'none' then '' else '很热闹，下次还来。' end, c.state, s.ends_at, s.ends_at,
           c.state <> 'shown', case when c.state = 'hidden' then a.approved_by end, case when c.state = 'hidden' then s.ends_at end,
           case when c.state = 'hidden' then '写了别人的电话' end
      from sign_ups s join activities a on a.id = s.activity_id cross join lateral (
        select case when u < 5 then 'inReview' when u < 25 then 'hidden' when u < 250 then 'none' else 'shown' end as state from (select pick(s.id, 21, 1000) as u) u) c
     where s.status = 'checkedOut' and s.ticket <= case when a.id % 100 = 0 then 39 else 3 end order by s.ends_at, s.id`
  await sql`
    insert into activity_photos (activity_id, mime_type, bytes, caption, added_by, added_at, state, waits_for, hidden_reason)
    select a.id, 'image/jpeg', repeat('x', 200)::bytea, '大家都在', a.created_by, a.ends_at, c.state, case when c.state = 'inReview' then 'doubtful' end,
           case when c.state = 'hidden' then '有小孩的脸' end
      from activities a cross join lateral (
        select case when u < 8 then 'inReview' when u < 30 then 'hidden' else 'shown' end as state from (select pick(a.id, 22, 1000) as u) u) c
     where a.status = 'ended' and a.id % 2 = 0 order by a.ends_at, a.id`
  await sql`
    insert into notices (person_id, kind, facts, created_at, read_at)
    select case when n % 2 = 0 then ${first}::bigint + n / 2 % ${residents}::int else ${first}::bigint + n / 20 % ${active}::int end, 'activityReminder',
           jsonb_build_object('activityId', 1 + n % 100, 'title', '邻里活动', 'startsAt', '2026-11-30T10:00:00.000Z', 'place', '社区客厅'),
           now() - make_interval(mins => (${residents}::int * 2 - n) / 4), case when n % 7 > 0 then now() - make_interval(mins => 5) end
      from generate_series(1, ${residents}::int * 2) n where n % 2 = 0 or n % 20 = 1 order by n`
  await sql`
    insert into feedback (number, kind, about, area_code, person_id, anonymous, words, sent_at, owner_id, answer_by, answer, answered_by, answered_at, withdrawn_at)
    select to_char(now() - make_interval(mins => m.ago), 'YYYYMMDD') || '-' || lpad(n::text, 6, '0'),
           case when n % 3 = 0 then 'complaint' else 'suggestion' end, (array['app', 'service', 'activity', 'people', 'other'])[1 + pick(n, 30, 5)], o.area_code,
           ${first}::bigint + case when n % 10 = 0 then n / 10 % ${active}::int else pick(n, 31, ${residents}::int) end, n % 4 = 0, '楼道的灯坏了三天，请派人来看看。',
           now() - make_interval(mins => m.ago), o.person_id, now() - make_interval(mins => m.ago - 7200),
           case when m.state = 'answered' then '已经换好，谢谢。' end, case when m.state = 'answered' then o.person_id end,
           case when m.state = 'answered' then now() - make_interval(mins => m.ago - 60) end, case when m.state = 'withdrawn' then now() - make_interval(mins => m.ago - 30) end
      from generate_series(1, ${residents}::int / 20) n
     cross join lateral (
       select 120 + pick(n, 32, 500000) as ago, case when u < 4 then 'open' when u < 8 then 'withdrawn' else 'answered' end as state from (select pick(n, 33, 100) as u) u) m
     cross join lateral (
       select g.area_code, g.person_id from role_grants g
        where g.id = (select admins[1 + pick(n, 34, cardinality(admins))]
                        from (select array(select r.id from role_grants r where r.role = 'communityAdmin' and length(r.area_code) = 12 order by r.id) as admins) a)) o
     order by m.ago desc`
}
