-- Whether a person answers for a hub: its host or one of its deputies.
create or replace function on_hub_side(person bigint, hub bigint) returns boolean
language sql stable parallel safe as $$
  select exists (select from hubs h where h.id = hub and h.closed_at is null
                    and (h.host_id = person or exists (select from hub_deputies d where d.hub_id = hub and d.person_id = person)))
$$;

-- How many households a hub should have at most.
create or replace function hub_room(h hubs) returns int
language sql stable parallel safe as $$
  select coalesce(h.room, (select s.most_households from hub_settings s))
$$;

-- The coverage figure (覆盖率) of an area and all below it, from the rows themselves and without a single address. The digest covers which household is
-- looked after by which hub: two who run this at one moment can compare it.
create or replace function hub_coverage(area text)
returns table (households int, linked int, orphaned int, hubs int, overloaded int, digest text)
language sql stable as $$
  select count(*)::int, count(l.id)::int, (count(*) - count(l.id))::int,
         (select count(*)::int from hubs b where b.closed_at is null and starts_with(b.area_code, area)),
         (select count(*)::int from hubs b where b.closed_at is null and starts_with(b.area_code, area) and b.households > hub_room(b)),
         encode(sha256(convert_to(coalesce(string_agg(h.id || ':' || coalesce(l.hub_id::text, '-'), ',' order by h.id), ''), 'UTF8')), 'hex')
    from households h
    left join linked_households l on l.household_id = h.id and l.until is null
   where h.ended_at is null and starts_with(h.area_code, area)
$$;

-- Whether a person who answers for a hub is away on a day.
create or replace function is_off_hub(person bigint, on_day date) returns boolean
language sql stable parallel safe as $$
  select exists (select from hub_absences a where a.person_id = person and a.ended_at is null and a.days @> on_day)
      or not exists (select from people p where p.id = person and p.openid is not null and p.deleted_at is null)
$$;

-- Who owes the answer of a contact (责任到人), from a level of the line on: the host, the deputies in their order, the party branch, the community; whoever is
-- away or has a part in it is passed over. When that is nobody, somebody of the community all the same; none when there is none.
create or replace function next_in_hub_line(hub bigint, area text, at_least int, except_people bigint[], on_day date)
returns table (level int, person_id bigint)
language sql stable as $$
  with line as (
    select 0 as level, 0 as place, h.host_id as person from hubs h where h.id = hub and h.closed_at is null
    union all
    select 1, d.position, d.person_id from hub_deputies d join hubs h on h.id = d.hub_id where d.hub_id = hub and h.closed_at is null
    union all
    select 2, 0, h.branch_lead_id from hubs h where h.id = hub and h.branch_lead_id is not null
    union all
    select 3, (15 - max(length(g.area_code)))::int, g.person_id
      from role_grants g
     where g.role = 'communityAdmin' and g.revoked_at is null and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
       and starts_with(area, g.area_code)
     group by g.person_id
  )
  select l.level, l.person from line l
   where l.level >= at_least and l.person <> all (except_people)
   order by is_off_hub(l.person, on_day) or is_away(l.person, on_day), l.level, l.place, l.person
   limit 1
$$;

-- In which capacity a person may see a contact and act in it: whoever asked, the hub's side unless it is about the host, whom it went up to.
create or replace function contact_side(person bigint, c contacts) returns text
language sql stable parallel safe as $$
  select case
    when c.person_id = person then 'resident'
    when not c.about_host and on_hub_side(person, c.hub_id) then 'host'
    when c.level >= 2 and on_hub_side(person, c.hub_id) then null
    when c.level >= 2 and (c.owner_id = person or exists (select from hubs h where h.id = c.hub_id and h.branch_lead_id = person)
                           or (c.level = 3 and has_role(person, '{communityAdmin}', c.area_code))) then 'staff'
  end
$$;

-- Whether a person may read the diary of a hub: its side, and whoever leads its branch.
create or replace function reads_diary(person bigint, hub bigint) returns boolean
language sql stable parallel safe as $$
  select on_hub_side(person, hub) or exists (select from hubs h where h.id = hub and h.branch_lead_id = person)
$$;
