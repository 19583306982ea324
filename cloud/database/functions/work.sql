-- Whether somebody follows up work of an area: the staff of the community, or the leader and members of a team for work that covers it.
create or replace function follows_up_work(person bigint, area text) returns boolean
language sql stable parallel safe as $$
  select has_role(person, '{communityAdmin,gridWorker}', area)
      or exists (select from teams t where t.kind = 'work' and t.closed_at is null and starts_with(area, t.area_code)
                    and (t.leader_id = person
                         or exists (select from team_members m where m.team_id = t.id and m.person_id = person and m.status = 'member')))
$$;

-- Who follows up next (责任到人): of the nearest team for work whoever of the members has the fewest proposals under way (level 0), its leader (1), else the community (2).
create or replace function next_work_owner(area text, level int, except_people bigint[], on_day date) returns bigint
language sql stable as $$
  select coalesce(
    (select p.person from (
       select m.person_id as person, t.area_code from teams t join team_members m on m.team_id = t.id and m.status = 'member' and m.person_id <> t.leader_id
        where level = 0 and t.kind = 'work' and t.closed_at is null and starts_with(area, t.area_code)
       union all
       select t.leader_id, left(t.area_code, 6) from teams t
        where level <= 1 and t.kind = 'work' and t.closed_at is null and starts_with(area, t.area_code)) p
      where p.person <> all (except_people) and not is_away(p.person, on_day)
      order by length(p.area_code) desc, (select count(*) from job_proposals j where j.owner_id = p.person and j.ended_at is null), p.person limit 1),
    (select g.person_id from role_grants g
      where g.role = 'communityAdmin' and g.revoked_at is null and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
        and starts_with(area, g.area_code) and g.person_id <> all (except_people) and not is_away(g.person_id, on_day)
      order by length(g.area_code) desc, g.person_id limit 1))
$$;
