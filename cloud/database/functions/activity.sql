-- The only functions that move seats. Callers hold the lock on the activities rows (for no key update, in id order).
-- Invariants: taken = seats of confirmed and checked-in parties ≤ capacity; nobody waits who fits into a free seat.

-- Seats any number of parties, in the order given, or puts them into the line of their group.
-- One entry per array position; every person is new to its activity (the caller and the unique index see to it).
-- outcome: confirmed | waitlisted | requested | full (no seat and no waitlist).
create or replace function take_seats(
  p_activity bigint[], p_group bigint[], p_person bigint[], p_by bigint[], p_party int[],
  p_answers jsonb[], p_request uuid[], p_behind boolean[])
returns table (n int, outcome text, sign_up_id bigint, place int)
language plpgsql
set enable_seqscan = off -- a plan cached while the table was small must not scan it when it is large
as $$
#variable_conflict use_column
declare
  pool record;
  pools bigint[];
  free int[];
  tickets int[];
  waits boolean[];
  approves boolean[];
  status text[] := array_fill(null::text, array[cardinality(p_group)]);
  ticket int[] := array_fill(0, array[cardinality(p_group)]);
  i int;
  at int;
begin
  for pool in
    select g.id, coalesce(g.capacity - g.taken, 2147483647) as free, g.last_ticket, a.waitlist, a.needs_approval
      from activity_groups g join activities a on a.id = g.activity_id
     where g.id = any (p_group) order by g.id
  loop
    pools := pools || pool.id;
    free := free || pool.free;
    tickets := tickets || pool.last_ticket;
    waits := waits || pool.waitlist;
    approves := approves || pool.needs_approval;
  end loop;

  for i in 1 .. cardinality(p_group) loop
    at := array_position(pools, p_group[i]);
    if approves[at] then
      status[i] := 'requested';
    elsif p_party[i] <= free[at] then
      status[i] := 'confirmed';
      free[at] := free[at] - p_party[i];
    elsif waits[at] then
      status[i] := 'waitlisted';
    else
      status[i] := 'full';
      continue;
    end if;
    tickets[at] := tickets[at] + 1;
    ticket[i] := tickets[at];
  end loop;

  return query
  with asked as materialized (
    select *
      from unnest(p_activity, p_group, p_person, p_by, p_party, p_answers, p_request, p_behind, status, ticket)
           with ordinality as k (activity_id, group_id, person_id, signed_up_by, party, answers, request_id, behind, status, ticket, n)
     where k.status <> 'full'
  ), placed as materialized (
    insert into sign_ups as s (activity_id, group_id, person_id, signed_up_by, status, party, answers, behind, ticket, request_id, starts_at, ends_at)
    select k.activity_id, k.group_id, k.person_id, k.signed_up_by, k.status, k.party, k.answers, k.behind, k.ticket, k.request_id, a.starts_at, a.ends_at
      from asked k cross join lateral (select * from activities a where a.id = k.activity_id limit 1) a
     order by k.n
    returning s.id, s.group_id, s.status, s.party, s.ticket, s.behind
  ), counted as (
    update activity_groups g
       set taken = g.taken + t.seats, waiting = g.waiting + t.waiting, last_ticket = t.last_ticket
      from (select group_id, 
                   coalesce(sum(party) filter (where status = 'confirmed'), 0)::int as seats,
                   (count(*) filter (where status = 'waitlisted'))::int as waiting, max(ticket) as last_ticket
              from placed group by group_id) t
     where g.id = t.group_id
  )
  -- Tickets only grow, so whoever comes now stands after everybody of their kind: the line is counted once a group, not once a person.
  select k.n::int, coalesce(p.status, 'full'), p.id,
         case when p.status = 'waitlisted' then
           (case when p.behind then g.waiting + p.ahead + p.nth else g.waiting - b.behind + p.nth end)::int
         end
    from unnest(p_group, ticket) with ordinality as k (group_id, ticket, n)
    left join (
      select *, row_number() over (partition by group_id, behind, status order by ticket) as nth,
             count(*) filter (where status = 'waitlisted' and not behind) over (partition by group_id) as ahead
        from placed) p on p.group_id = k.group_id and p.ticket = k.ticket
    left join activity_groups g on g.id = p.group_id
    left join (
      select o.id as group_id, (select count(*) from sign_ups w where w.group_id = o.id and w.status = 'waitlisted' and w.behind) as behind
        from unnest(pools) as o (id)) b on b.group_id = p.group_id
   order by k.n;
end $$;

-- Gives free seats to the lines of these groups: again and again the first waiting party that fits (first come, first served).
-- A promoted party holds its seat until `answer_by`, at the latest until the activity starts.
create or replace function fill_seats(p_group bigint[])
returns table (sign_up_id bigint, person_id bigint, signed_up_by bigint, answer_by timestamptz)
language plpgsql set enable_seqscan = off as $$
#variable_conflict use_column
declare
  pool record;
  waiter record;
  left_over int;
begin
  for pool in
    select g.id, coalesce(g.capacity - g.taken, 2147483647) as free,
           -- cut to what the column keeps, so that the notice and the row name the same moment
           least(now() + make_interval(mins => a.promotion_answer_minutes), a.starts_at)::timestamptz(3) as answer_by
      from activity_groups g join activities a on a.id = g.activity_id
     where g.id = any (p_group) and g.waiting > 0 and a.status = 'published' and a.starts_at > now()
     order by g.id
  loop
    left_over := pool.free;
    for waiter in
      select s.id, s.party, s.person_id, s.signed_up_by from sign_ups s
       where s.group_id = pool.id and s.status = 'waitlisted' order by s.behind, s.ticket
    loop
      exit when left_over = 0;
      continue when waiter.party > left_over;
      left_over := left_over - waiter.party;
      update sign_ups s set status = 'confirmed', promoted_at = now(), answer_by = pool.answer_by where s.id = waiter.id;
      update activity_groups g set taken = g.taken + waiter.party, waiting = g.waiting - 1 where g.id = pool.id;
      sign_up_id := waiter.id;
      person_id := waiter.person_id;
      signed_up_by := waiter.signed_up_by;
      answer_by := pool.answer_by;
      return next;
    end loop;
  end loop;
end $$;

-- Takes people out of their seats or out of the line, for one reason. Returns what they were; sign-ups that are over already are left alone.
create or replace function leave_seats(p_sign_up bigint[], p_reason text)
returns table (sign_up_id bigint, group_id bigint, was text, party int)
language sql set enable_seqscan = off as $$
  with before as materialized (
    select s.id, s.group_id, s.status, s.party from sign_ups s
     where s.id = any (p_sign_up) and s.status in ('requested', 'confirmed', 'waitlisted')
     order by s.id for update
  ), gone as (
    update sign_ups s set status = 'cancelled', cancel_reason = p_reason, answer_by = null from before b where s.id = b.id
  ), counted as (
    update activity_groups g set taken = g.taken - t.seats, waiting = g.waiting - t.waiting
      from (select b.group_id, coalesce(sum(b.party) filter (where b.status = 'confirmed'), 0)::int as seats,
                   (count(*) filter (where b.status = 'waitlisted'))::int as waiting
              from before b group by b.group_id) t
     where g.id = t.group_id
  )
  select b.id, b.group_id, b.status, b.party from before b
$$;

-- Whether the person runs this activity: its maker, or who administers its area.
create or replace function manages_activity(person bigint, a activities) returns boolean
language sql stable parallel safe as $$
  select a.created_by = person or has_role(person, '{communityAdmin}', a.area_code)
$$;
