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
