-- What a person was ever granted. The role 党员 hangs on the person's number as a party member.
create or replace function grants_of(person bigint) returns setof role_grants
language sql stable parallel safe rows 3 as $$
  select g.* from role_grants g where g.person_id = person
  union all
  select g.* from role_grants g where g.member_id = member_of(person)
$$;

-- Whom a grant is for.
create or replace function grantee(g role_grants) returns bigint
language sql stable parallel safe as $$
  select coalesce(g.person_id, person_of_member(g.member_id))
$$;

-- Whether a person holds one of the roles, now, for an area that covers `area`. A grant at 330481001 covers every area below it.
create or replace function has_role(person bigint, wanted text[], area text) returns boolean
language sql stable parallel safe as $$
  select exists (
    select from role_grants g
     where g.person_id = person and g.role = any (wanted) and g.revoked_at is null
       and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
       and starts_with(area, g.area_code))
   or 'partyMember' = any (wanted) and exists (
    select from role_grants g
     where g.member_id = member_of(person) and g.revoked_at is null
       and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
       and starts_with(area, g.area_code))
$$;

-- Whether `helper` may act for `person`: it is the same one, a family member vouched for, or somebody enrolled in an area the grid worker serves.
create or replace function may_act_for(helper bigint, person bigint) returns boolean
language sql stable parallel safe as $$
  select helper = person
      or exists (select from family_members f where f.helper_id = helper and f.person_id = person and f.ended_at is null)
      or exists (select from people p where p.id = person and p.enrolled_in is not null and p.deleted_at is null
                    and has_role(helper, '{gridWorker,communityAdmin}', p.enrolled_in))
$$;

-- Prefixes of the areas a person serves in one of the roles, the shorter ones only where one covers another.
create or replace function served_areas(person bigint, wanted text[]) returns text[]
language sql stable parallel safe as $$
  with served as (
    select distinct g.area_code from role_grants g
     where g.person_id = person and g.role = any (wanted) and g.revoked_at is null
       and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now()))
  select coalesce(array_agg(s.area_code order by s.area_code), '{}') from served s
   where not exists (select from served o where o.area_code <> s.area_code and starts_with(s.area_code, o.area_code))
$$;

-- The areas under these prefixes, themselves among them: a range of the primary key each. Codes are digits, and a colon stands behind them all.
-- Not merged into the statements that ask (the setting sees to it): they are then planned for a handful of areas, once, whoever asks.
create or replace function areas_under(prefixes text[]) returns setof text
language sql stable parallel safe rows 10 set enable_seqscan = off as $$
  select a.code from unnest(prefixes) as p (code) join areas a on a.code >= p.code collate "C" and a.code < (p.code || ':') collate "C"
$$;
