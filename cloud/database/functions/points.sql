-- First day of a moment's quarter, county time.
create or replace function quarter_of(at timestamptz) returns date
language sql immutable parallel safe as $$
  select date_trunc('quarter', "at" at time zone 'Asia/Shanghai')::date
$$;

-- Where somebody is a party member: the area of his branch, else of his grant. Null for everybody else: points are for party members.
create or replace function party_area(person bigint) returns text
language sql stable parallel safe as $$
  select coalesce((select b.area_code from branch_members m join branches b on b.id = m.branch_id where m.member_id = member_of(person) and m.until_on is null),
                  max(g.area_code))
    from role_grants g
   where g.member_id = member_of(person) and g.revoked_at is null
     and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
  having count(*) > 0
$$;

-- The rule that holds for a code in an area on a day: the nearest area that has one, and of that its latest version that has begun. It may have ended.
create or replace function point_rule_on(rule_code text, area text, on_day date) returns setof point_rules
language sql stable parallel safe as $$
  select * from (
    select r.* from point_rules r
     where r.code = rule_code and (r.area_code is null or starts_with(area, r.area_code)) and r.from_on <= on_day
     order by length(r.area_code) desc nulls last, r.version desc limit 1) r
   where r.until_on is null or r.until_on >= on_day
$$;

-- Gives a party member the points of a rule for something that happened, as far as the cap of the quarter leaves room, once for each evidence. Waits for whoever else
-- gives the same member points under the same rule. Returns the entry; null where nothing was given.
create or replace function give_points(person bigint, rule_code text, evidence_kind text, evidence_id bigint, at timestamptz, times int default 1)
returns bigint language plpgsql as $$
declare
  member bigint := member_of(person);
  area text := party_area(person);
  marks bytea[] := keyed_marks(evidence_kind || ':' || evidence_id);
  rule point_rules;
  used int;
  worth int;
  made bigint;
begin
  if area is null then
    return null;
  end if;
  select * into rule from point_rule_on(rule_code, area, ("at" at time zone 'Asia/Shanghai')::date);
  if rule.id is null then
    return null;
  end if;
  insert into point_sums (member_id, quarter, code) values (member, quarter_of(at), rule.code) on conflict do nothing;
  select abs(s.points) into used from point_sums s where s.member_id = member and s.quarter = quarter_of(at) and s.code = rule.code for update;
  worth := least(rule.points * times, coalesce(rule.cap - used, rule.points * times));
  -- A former secret's mark is not the index's business, so it is looked for as well; under the lock nobody else enters it meanwhile.
  if worth <= 0 or evidence_kind <> 'serviceHours' and exists (
       select from point_entries e where e.member_id = member and e.code = rule.code and e.evidence_mark = any (marks)) then
    return null;
  end if;
  insert into point_entries (member_id, rule_id, code, points, evidence_kind, evidence_cipher, evidence_mark, area_code, at)
  values (member, rule.id, rule.code, case rule.kind when 'deduction' then -worth else worth end, evidence_kind, seal_text(evidence_id::text), marks[1], area, at)
  on conflict do nothing returning id into made;
  return made;
end $$;

-- Makes the points of a record of service what its hours are worth: gives what is missing, takes back what is too much.
create or replace function settle_service_points(person bigint, record_id bigint, hours int, at timestamptz)
returns void language plpgsql as $$
declare
  member bigint := member_of(person);
  marks bytea[] := keyed_marks('serviceHours:' || record_id);
  e record;
  given int;
  each_hour int;
  surplus int;
begin
  select coalesce(sum(i.points + coalesce(c.back, 0)), 0) into given
    from point_entries i left join lateral (select sum(k.points) as back from point_entries k where k.counters_id = i.id) c on true
   where i.member_id = member and i.evidence_kind = 'serviceHours' and i.evidence_mark = any (marks);
  select r.points into each_hour from point_rule_on('serviceHours', party_area(person), ("at" at time zone 'Asia/Shanghai')::date) r;
  -- Once given under a rule that has ended or for somebody who is no member any more: nothing new, and only what is no service any more goes.
  surplus := case when hours = 0 then given when each_hour is null then 0 else given - hours * each_hour end;
  if surplus < 0 and each_hour is not null then
    perform give_points(person, 'serviceHours', 'serviceHours', record_id, at, (-surplus + each_hour - 1) / each_hour);
  end if;
  for e in
    select i.id, i.rule_id, i.code, i.area_code, i.points + coalesce((select sum(k.points) from point_entries k where k.counters_id = i.id), 0) as points
      from point_entries i where i.member_id = member and i.evidence_kind = 'serviceHours' and i.evidence_mark = any (marks) order by i.id desc
  loop
    exit when surplus <= 0;
    continue when e.points <= 0;
    insert into point_entries (member_id, rule_id, code, points, evidence_kind, counters_id, area_code, at)
    values (member, e.rule_id, e.code, -least(surplus, e.points), 'counter', e.id, e.area_code, at);
    surplus := surplus - least(surplus, e.points::int);
  end loop;
end $$;
