-- The branch somebody is a member of now; null when of none. What a branch has is seen through this alone.
create or replace function branch_of(person bigint) returns bigint
language sql stable parallel safe as $$
  select m.branch_id from branch_members m join branches b on b.id = m.branch_id
   where m.member_id = member_of(person) and m.until_on is null and b.closed_at is null
$$;

-- In which capacity somebody belongs to a branch: its secretary, one of its committee, a member; null for everybody else, whatever role he holds.
create or replace function branch_post(person bigint, branch bigint) returns text
language sql stable parallel safe as $$
  select case when b.secretary_id = person then 'secretary' else m.post end
    from branch_members m join branches b on b.id = m.branch_id
   where m.branch_id = branch and m.member_id = member_of(person) and m.until_on is null and b.closed_at is null
$$;

-- Whether somebody may decide an appeal: the secretary of the member's branch or the community, never whoever recorded the entry or whose it is.
create or replace function may_decide_appeal(person bigint, appeal point_appeals) returns boolean
language sql stable parallel safe as $$
  select member_of(person) is distinct from appeal.member_id
     and exists (select from point_entries e where e.id = appeal.entry_id and e.recorder_id is distinct from person
                    and (has_role(person, '{communityAdmin}', e.area_code) or branch_post(person, branch_of(person_of_member(appeal.member_id))) = 'secretary'))
$$;
