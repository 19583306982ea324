-- A promise ends with the household it was made to: nobody is left to keep it for, and nobody is to blame.

alter table visit_promises
  add ended_at timestamptz(3),
  drop constraint visit_promises_status_check,
  add constraint visit_promises_status_check check (status in ('open', 'broken', 'kept', 'ended')),
  add constraint ended_has_its_moment check ((status = 'ended') = (ended_at is not null)),
  add constraint ended_after_it_was_broken check (ended_at >= broken_at);
drop index visit_promises_by_owner;
create index visit_promises_by_owner on visit_promises (owner_id) where status in ('open', 'broken');

-- open → kept, open → broken → kept, and each that is not kept → ended; what was promised, to whom and by when is never changed, nor that it was broken.
create or replace function guard_promise() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
     or (new.visit_id, new.household_id, new.due_on) is distinct from (old.visit_id, old.household_id, old.due_on)
     or (old.status <> new.status and (old.status, new.status) not in (('open', 'kept'), ('open', 'broken'), ('open', 'ended'), ('broken', 'kept'), ('broken', 'ended')))
     or (old.broken_at is not null and new.broken_at is distinct from old.broken_at)
     or (old.kept_at is not null and new.kept_at is distinct from old.kept_at)
     or (old.ended_at is not null and new.ended_at is distinct from old.ended_at) then
    raise exception 'promise % stands', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

update visit_promises q set status = 'ended', ended_at = greatest(h.ended_at, q.broken_at)
  from households h where h.id = q.household_id and h.status = 'ended' and q.status in ('open', 'broken');

-- A household ends with its promises, at commit: none is owed to nobody.
create function check_promises_of_ended() returns trigger language plpgsql as $$
begin
  if exists (select from visit_promises q join households h on h.id = q.household_id
              where q.household_id = (case tg_table_name when 'households' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'household_id' end)::bigint
                and h.status = 'ended' and q.status in ('open', 'broken')) then
    raise exception 'an ended household is owed nothing' using errcode = 'integrity_constraint_violation', constraint = 'ended_is_owed_nothing';
  end if;
  return null;
end $$;
create constraint trigger ended_is_owed_nothing after update of status on households deferrable initially deferred
  for each row when (new.status = 'ended') execute function check_promises_of_ended();
create constraint trigger ended_is_owed_nothing after insert on visit_promises deferrable initially deferred
  for each row execute function check_promises_of_ended();

-- A visit gives whoever made it points, in the same transaction; one that answers a wish to be visited only where the answer gave none: one cause, one entry.
create or replace function points_of_visit() returns trigger language plpgsql as $$
begin
  if new.contact_id is null or not exists (
       select from point_entries e
        where e.member_id = member_of(new.visitor_id) and e.evidence_kind = 'contact' and e.evidence_mark = any (keyed_marks('contact:' || new.contact_id))) then
    perform give_points(new.visitor_id, 'homeVisit', 'visit', new.id, new.written_at);
  end if;
  return null;
end $$;
