-- 服务时长 serviceHours: evidence that its owner keeps. A record is never edited; what corrects it is a record of its own.

alter table service_records
  -- By check-in and check-out; what the requester confirmed beyond the plan; logged by the volunteer; in the place of another.
  add source text not null default 'checked' check (source in ('checked', 'longer', 'selfLogged', 'correction')),
  add status text not null default 'counted' check (status in ('counted', 'waiting', 'refused', 'replaced')),
  -- Who has to look: the community (over eight hours a day, or logged by oneself), the county (over twelve).
  add review_level text check (review_level in ('community', 'county')),
  add what text check (length(what) between 2 and 100),
  add why text check (length(why) <= 200),
  add replaces_id bigint references service_records,
  add extends_id bigint unique references service_records,
  add reviewed_by bigint references people,
  add reviewed_at timestamptz(3),
  add review_reason text,
  add check ((status = 'waiting') <= (review_level is not null)),
  add check ((source = 'correction') = (replaces_id is not null)),
  add check ((source = 'longer') = (extends_id is not null)),
  add check ((reviewed_by is null) = (reviewed_at is null)),
  -- Longer than a day is no service.
  add check (upper(served) - lower(served) <= interval '24 hours');

-- One person is at one place at a time. A correction that waits stands beside what it corrects, not yet in its place.
alter table service_records drop constraint never_two_places_at_once;
alter table service_records add constraint never_two_places_at_once exclude using gist (person_id with =, served with &&)
  where (status = 'counted' or (status = 'waiting' and source <> 'correction'));
create unique index one_correction_at_a_time on service_records (replaces_id) where status in ('waiting', 'counted');
create index service_records_by_person on service_records (person_id, id desc);
create index service_records_waiting on service_records (id) where status = 'waiting';

-- Up to eight hours a day count by themselves, up to twelve when the community agrees, more when the county does.
create function limit_service_day() returns trigger language plpgsql as $$
declare
  hours numeric;
begin
  if new.status not in ('counted', 'waiting') or new.reviewed_by is not null then
    return new;
  end if;
  select coalesce(sum(extract(epoch from upper(served) - lower(served))), 0) / 3600 into hours
    from service_records
   where person_id = new.person_id and status in ('counted', 'waiting') and id <> coalesce(new.id, 0) and id <> coalesce(new.replaces_id, 0)
     and (lower(served) at time zone 'Asia/Shanghai')::date = (lower(new.served) at time zone 'Asia/Shanghai')::date;
  hours := hours + extract(epoch from upper(new.served) - lower(new.served)) / 3600;
  if hours > 8 then
    new.status := 'waiting';
    new.review_level := case when hours > 12 then 'county' else 'community' end;
  end if;
  return new;
end $$;
create trigger day_limit before insert or update of served on service_records for each row execute function limit_service_day();

-- What was served stays as it was written. Only a check-in at an activity grows until its check-out, and goes with it when it was a mistake.
create function keep_service_records() returns trigger language plpgsql as $$
begin
  if old.sign_up_id is not null and (tg_op = 'DELETE' or new.person_id = old.person_id) then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' or new.served <> old.served or new.person_id <> old.person_id or new.source <> old.source
     or new.what is distinct from old.what or new.why is distinct from old.why then
    raise exception 'service record % is never edited', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger never_edited before update or delete on service_records for each row execute function keep_service_records();

-- 平台服务记录: what a statement said when it was issued, so that it says the same for ever.
create table service_statements (
  id         bigint generated always as identity primary key,
  person_id  bigint not null references people,
  check_code text not null unique,
  from_on    date not null,
  until_on   date not null,
  content    jsonb not null,
  issued_at  timestamptz(3) not null default now(),
  check (from_on <= until_on)
);
create index service_statements_by_person on service_statements (person_id, id desc);
create trigger append_only before update or delete on service_statements for each row execute function refuse_change();
