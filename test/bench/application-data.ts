import type { Sql } from '../../cloud/platform/database'
import { itemOf } from '../application/items'

/** A county at work: townships of 20 communities of 5 grids each, two clerks a community, two approvers a township, 40 items; and so many open cases with clocks. */

export const countyCode = '990101'

export async function insertOffice(sql: Sql, townships = 10): Promise<void> {
  await sql`insert into areas (code, name) values (${countyCode}, '云溪县')`
  await sql`insert into areas (code, name) select ${countyCode} || lpad(t::text, 3, '0'), '街道' || t from generate_series(1, ${townships}::int) t`
  await sql`
    insert into areas (code, name)
    select ${countyCode} || lpad(t::text, 3, '0') || lpad(c::text, 3, '0'), '社区' || c from generate_series(1, ${townships}::int) t, generate_series(1, 20) c`
  await sql`
    insert into areas (code, name) select a.code || lpad(g::text, 3, '0'), '网格' || g from areas a, generate_series(1, 5) g where a.level = 'community'`
  await sql`
    with made as (
      insert into people (openid, nickname) select 'clerk-' || a.code || n, '窗口' || n from areas a, generate_series(1, 2) n where a.level = 'community'
      returning id, openid)
    insert into role_grants (person_id, role, area_code, valid_from) select id, 'clerk', substr(openid, 7, 12), now() - interval '1 day' from made`
  await sql`
    with made as (
      insert into people (openid, nickname) select 'approver-' || a.code || n, '审批' || n from areas a, generate_series(1, 2) n where a.level = 'township'
      returning id, openid)
    insert into role_grants (person_id, role, area_code, valid_from) select id, 'approver', substr(openid, 10, 9), now() - interval '1 day' from made`
  await sql`
    with made as (
      insert into people (openid, nickname) values ('town-clerk', '街道窗口'), ('county-approver', '县审批'), ('supervisor', '监督员') returning id, openid)
    insert into role_grants (person_id, role, area_code, valid_from)
    select id, case openid when 'town-clerk' then 'clerk' when 'supervisor' then 'supervisor' else 'approver' end,
           case openid when 'town-clerk' then ${countyCode} || lpad(least(3, ${townships}::int)::text, 3, '0') else ${countyCode} end, now() - interval '1 day' from made`
  const content = itemOf({ name: '事项', reviews: [] })
  await sql`
    with made as (
      insert into service_items (code, area_code, name, department, search_text)
      select 'BENCH-' || n, ${countyCode}, '事项' || chr(19968 + n), '部门' || n % 8,
             E'\n事项' || chr(19968 + n) || E'\nsx' || chr(97 + n % 26) || chr(97 + n / 26) || E'\n' from generate_series(1, 40) n returning id, name)
    insert into service_item_versions (item_id, version, content)
    select id, 1, (${JSON.stringify(content)}::jsonb || jsonb_build_object('name', name))::json from made`
  await sql`update service_items set status = 'published', published_version = 1`
}

/**
 * Open cases in every stage, their deadlines spread over the weeks around `now`: nothing is due yet. Names as residents have them, numbers as they
 * are given, a history of one to three steps each, documents handed in.
 */
export async function insertCases(sql: Sql, open: number, now: Date): Promise<void> {
  // The triggers' plans are made while their tables are empty, and kept.
  await sql`set local enable_seqscan = off`
  await sql`
    insert into people (openid, nickname)
    select 'resident-' || n, substr('王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗', 1 + (n * 7) % 20, 1) || chr(19968 + n * 13 % 6000) || chr(19968 + n * 29 % 6000)
      from generate_series(1, ${open}) n`
  await sql`
    create table cases as
    with residents as (select id, nickname, row_number() over (order by id) as n from people where openid like 'resident-%'),
         office as (select (select array_agg(code order by code) from areas where level = 'community') as communities,
                           (select array_agg(id order by id) from service_items) as items,
                           (select jsonb_object_agg(openid, id) from people where openid ~ '^(clerk|approver)-') as staff)
    select r.n, r.id as person_id, r.nickname, o.communities[1 + r.n % 200] as area_code, o.items[1 + r.n / 200 % 40] as item_id, r.n * 7919 % 100 as mix,
           (o.staff ->> ('clerk-' || o.communities[1 + r.n % 200] || (1 + r.n / 200 % 2)))::bigint as clerk_id,
           (o.staff ->> ('approver-' || left(o.communities[1 + r.n % 200], 9) || (1 + r.n % 2)))::bigint as approver_id,
           ${now}::timestamptz + make_interval(mins => (30 + r.n * 104729 % 20160)::int) as due,
           ${now}::timestamptz - make_interval(mins => (r.n * 15485863 % 7000)::int) as submitted_at
      from residents r cross join office o`
  await sql`
    insert into applications (number, item_id, item_version, item_name, department, kind, area_code, applicant_id, applicant_name, made_by, status, owner_id,
                              delivery, round, deadline_kind, deadline_at, clock_started_at, clock_limit, escalate_at, submitted_at, accepted_at, changed_at, claimed_at)
    select c.area_code || '-261123-' || lpad(c.n::text, 6, '0'), c.item_id, 1, i.name, i.department, 'promised', c.area_code, c.person_id, c.nickname, c.person_id,
           s.status, case when s.status in ('inReview', 'suspended') then c.approver_id else c.clerk_id end, 'electronic', 1,
           case s.status when 'submitted' then 'notice' when 'correctionRequested' then 'correction' when 'suspended' then null else 'decision' end,
           case when s.status <> 'suspended' then c.due end, c.submitted_at, 5, case when s.status in ('accepted', 'inReview') then c.due end,
           c.submitted_at, case when s.status in ('accepted', 'inReview', 'suspended') then c.submitted_at end, c.submitted_at,
           case when c.n % 3 > 0 then c.submitted_at end
      from cases c join service_items i on i.id = c.item_id cross join lateral (
        select case when c.mix < 40 then 'submitted' when c.mix < 50 then 'correctionRequested' when c.mix < 65 then 'accepted' when c.mix < 95 then 'inReview'
                    else 'suspended' end as status) s order by c.n`
  for (const [kind, from, to, statuses] of [
    ['submit', 'draft', 'submitted', ['submitted', 'correctionRequested', 'accepted', 'inReview', 'suspended']],
    ['requestCorrection', 'submitted', 'correctionRequested', ['correctionRequested']],
    ['accept', 'submitted', 'accepted', ['accepted', 'inReview', 'suspended']],
    ['startReview', 'accepted', 'inReview', ['inReview', 'suspended']],
    ['suspend', 'inReview', 'suspended', ['suspended']],
  ] as const)
    await sql`
      insert into application_events (application_id, seq, at, kind, from_status, to_status, actor, person_id, why, previous_hash, hash)
      select a.id, coalesce((select max(e.seq) from application_events e where e.application_id = a.id), 0) + 1, a.submitted_at, ${kind}, ${from}, ${to},
             ${kind === 'submit' ? 'applicant' : 'clerk'}, a.applicant_id, null, decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex')
        from applications a where a.status = any (${statuses as unknown as string[]}::text[])`
  await sql`
    insert into application_documents (application_id, key, round)
    select a.id, k, 1 from applications a, unnest(array['idCard', 'floorPlan', 'form']) k`
  await sql`
    with photos as (
      insert into files (owner_id, status, name, mime_type, size, sha256, received_sha256, location, key_id, wrapped_key, stored_at, attached_at, purpose, purpose_id)
      select applicant_id, 'attached', 'photo.jpg', 'image/jpeg', 1000, sha256('x'), sha256('x'), id::text, repeat('0', 16), 'x', now(), now(), 'application', id
        from applications returning id, purpose_id)
    insert into application_document_files (application_id, key, round, position, file_id)
    select p.purpose_id, k, 1, 0, p.id from photos p, unnest(array['idCard', 'floorPlan']) k`
  await sql`
    insert into application_pauses (application_id, from_at, reason, why) select id, changed_at, 'test', '等检测' from applications where status = 'suspended'`
  await sql`drop table cases`
}

/** Makes so many of the open cases due, as a night or a long weekend does: silence, corrections that did not come, decisions overdue. */
export async function makeDue(sql: Sql, amount: number, now: Date): Promise<Record<string, number>> {
  await sql`
    update applications set deadline_at = ${now}::timestamptz - interval '1 minute',
                            escalate_at = case when escalate_at is not null then ${now}::timestamptz - interval '1 minute' end
     where id in (select id from applications where deadline_at > ${now} and escalation = 0 and status in ('submitted', 'correctionRequested', 'accepted', 'inReview')
                   order by id % 97, id limit ${amount})`
  const rows = await sql<{ status: string; n: number }[]>`
    select status, count(*)::int as n from applications where deadline_at < ${now} and escalation = 0 and status in ('submitted', 'correctionRequested', 'accepted', 'inReview')
     group by status`
  return Object.fromEntries(rows.map(({ status, n }) => [status, n]))
}
