-- Whether somebody acts on the applicant's side: the applicant, whoever may act for them (family, a grid worker for the enrolled), or a helper named
-- for this application whose consent lasts.
create or replace function on_applicants_side(person bigint, a applications) returns boolean
language sql stable parallel safe as $$
  select a.applicant_id = person
      or may_act_for(person, a.applicant_id)
      or exists (select from application_helpers h
                  where h.application_id = a.id and h.helper_id = person and h.ended_at is null and h.until_at > now())
$$;

-- Whether a member of the staff is away on a day (请假).
create or replace function is_away(person bigint, on_day date) returns boolean
language sql stable parallel safe as $$
  select exists (select from staff_absences s where s.person_id = person and s.ended_at is null and s.days @> on_day)
$$;

-- Who should take an application of an area (责任到人): of those who hold one of the roles for it, are there today and have no part in it, the one with
-- the nearest area and then the least to do. Null when there is nobody.
create or replace function next_owner(area text, wanted text[], except_people bigint[], on_day date) returns bigint
language sql stable as $$
  select g.person_id
    from role_grants g
   where g.role = any (wanted) and g.revoked_at is null and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
     and starts_with(area, g.area_code) and g.person_id <> all (except_people) and not is_away(g.person_id, on_day)
   group by g.person_id
   order by max(length(g.area_code)) desc,
            (select count(*) from applications o where o.owner_id = g.person_id
                and o.status in ('submitted', 'correctionRequested', 'accepted', 'conditionallyAccepted', 'deemedAccepted', 'inReview', 'suspended',
                                 'approved', 'refused', 'underAppeal')),
            g.person_id
   limit 1
$$;
