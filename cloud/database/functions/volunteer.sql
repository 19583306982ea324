-- Whether a person stands on the requester's side of a help request: whoever is helped, whoever asked, whoever may act for him.
create or replace function on_requesters_side(person bigint, h help_requests) returns boolean
language sql stable parallel safe as $$
  select person in (h.requester_id, h.made_by) or may_act_for(person, h.requester_id)
$$;

-- Who should answer for a help request of an area (责任到人): of the grid workers and administrators who are there today, the one with the nearest area and
-- then the fewest requests under way. Null when there is nobody.
create or replace function next_help_owner(area text, except_people bigint[], on_day date) returns bigint
language sql stable as $$
  select g.person_id
    from role_grants g
   where g.role in ('gridWorker', 'communityAdmin') and g.revoked_at is null and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
     and starts_with(area, g.area_code) and g.person_id <> all (except_people) and not is_away(g.person_id, on_day)
   group by g.person_id
   order by max(length(g.area_code)) desc, bool_or(g.role = 'gridWorker') desc,
            (select count(*) from help_requests o where o.owner_id = g.person_id and o.ended_at is null), g.person_id
   limit 1
$$;
