-- Whether somebody has a part in an application: it is theirs, they filled it in or help with it, or they are family of the applicant, whichever of
-- the two vouches for the other. Nobody handles or decides an application they have a part in.
create or replace function has_part(person bigint, a applications) returns boolean
language sql stable parallel safe as $$
  select person in (a.applicant_id, a.made_by)
      or exists (select from application_helpers h where h.application_id = a.id and h.helper_id = person)
      or exists (select from family_members f
                  where f.ended_at is null and (f.helper_id, f.person_id) in ((person, a.applicant_id), (a.applicant_id, person)))
$$;

-- Everybody who has a part in an application.
create or replace function people_with_part(a applications) returns bigint[]
language sql stable parallel safe as $$
  select array(select a.applicant_id union select a.made_by
               union select h.helper_id from application_helpers h where h.application_id = a.id
               union select f.helper_id from family_members f where f.person_id = a.applicant_id and f.ended_at is null
               union select f.person_id from family_members f where f.helper_id = a.applicant_id and f.ended_at is null)
$$;

-- Which of the staff's roles a person holds for an area, now.
create or replace function roles_for(person bigint, area text) returns text[]
language sql stable parallel safe as $$
  select coalesce(array_agg(distinct g.role), '{}') from role_grants g
   where g.person_id = person and g.role in ('clerk', 'approver', 'communityAdmin', 'supervisor') and g.revoked_at is null
     and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now()) and starts_with(area, g.area_code)
$$;
