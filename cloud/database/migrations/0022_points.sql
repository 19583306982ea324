-- 党支部 branches, and 积分 points: evidence that a member owns. Whoever is a party member is sensitive: a branch's members are seen by the branch alone.

create table branches (
  id           bigint generated always as identity primary key,
  name         text not null check (length(name) between 2 and 40),
  area_code    text collate "C" not null references areas check (length(area_code) >= 9),
  -- 书记. Null: somebody has deleted the account, the community names another.
  secretary_id bigint references people,
  -- A branch of fewer than seven members has no 支委会, a small one no 党小组.
  committee    boolean not null default false,
  groups       boolean not null default false,
  founded_on   date not null,
  created_by   bigint not null references people,
  created_at   timestamptz(3) not null default now(),
  changed_at   timestamptz(3) not null default now(),
  closed_at    timestamptz(3),
  close_reason text check (length(close_reason) between 2 and 100),
  check ((closed_at is null) = (close_reason is null))
);
create unique index one_branch_a_name on branches (area_code, name) where closed_at is null;
create unique index one_branch_a_secretary on branches (secretary_id) where closed_at is null;

create table branch_members (
  id         bigint generated always as identity primary key,
  branch_id  bigint not null references branches,
  person_id  bigint not null references people,
  -- 支委 or not; the secretary is named by the branch.
  post       text not null default 'member' check (post in ('committee', 'member')),
  -- 流动党员: takes part from afar.
  floating   boolean not null default false,
  since_on   date not null,
  -- The last day; null: still.
  until_on   date,
  entered_by bigint not null references people,
  entered_at timestamptz(3) not null default now(),
  check (until_on >= since_on),
  constraint one_branch_a_member exclude using gist (person_id with =, daterange(since_on, until_on, '[]') with &&)
);
create unique index one_live_branch_a_member on branch_members (person_id) where until_on is null;
create index branch_members_by_branch on branch_members (branch_id, person_id) where until_on is null;

-- ---- points 积分 ---------------------------------------------------------------------------------------------------

-- Rules as rows. A version is never edited: the next one says what holds from its day on, and why. A community's own version of a code goes before the county's.
create table point_rules (
  id        bigint generated always as identity primary key,
  code      text not null check (code ~ '^[a-z][A-Za-z0-9]{1,30}$'),
  -- Null: the whole county.
  area_code text collate "C" references areas,
  version   int not null check (version >= 1),
  words     text not null check (length(words) between 2 and 60),
  kind      text not null check (kind in ('base', 'addition', 'deduction')),
  -- What gives the points: an answered contact, a visit, an hour of service, by themselves; or somebody of the branch by hand.
  cause     text not null check (cause in ('contact', 'visit', 'serviceHours', 'hand')),
  -- A time, or an hour of service. What is deducted stands here without its sign.
  points    int not null check (points between 1 and 100),
  -- At most so many a quarter and member; null: no limit.
  cap       int check (cap between points and 1000),
  from_on   date not null,
  until_on  date,
  reason    text not null check (length(reason) between 2 and 200),
  -- Null: came with the product.
  made_by   bigint references people,
  made_at   timestamptz(3) not null default now(),
  unique nulls not distinct (area_code, code, version),
  check (until_on >= from_on),
  check (kind <> 'deduction' or cause = 'hand')
);
create trigger append_only before update or delete on point_rules for each row execute function refuse_change();

insert into point_rules (code, version, words, kind, cause, points, cap, from_on, reason) values
  ('answeredContact', 1, '回了居民的话', 'addition', 'contact', 2, 20, '2026-01-01', '随系统启用'),
  ('homeVisit', 1, '走访联系户', 'addition', 'visit', 2, 20, '2026-01-01', '随系统启用'),
  ('serviceHours', 1, '志愿服务，每小时', 'addition', 'serviceHours', 1, 20, '2026-01-01', '随系统启用'),
  ('branchMeeting', 1, '参加支部组织生活', 'base', 'hand', 3, 30, '2026-01-01', '随系统启用'),
  ('wentFirst', 1, '急难险重任务带头', 'addition', 'hand', 5, 20, '2026-01-01', '随系统启用'),
  ('missedMeeting', 1, '无故不参加组织生活', 'deduction', 'hand', 3, 15, '2026-01-01', '随系统启用'),
  ('leftUnanswered', 1, '居民的事逾期没有回话', 'deduction', 'hand', 2, 10, '2026-01-01', '随系统启用');

create table point_entries (
  id            bigint generated always as identity primary key,
  person_id     bigint not null references people,
  rule_id       bigint not null references point_rules,
  code          text not null,
  points        int not null check (points <> 0),
  -- First day of the quarter, county time.
  quarter       date generated always as (date_trunc('quarter', "at" at time zone 'Asia/Shanghai')::date) stored,
  -- What it arose from: a contact, a visit, a record of service by their ids; what somebody writes; the entry it takes back.
  evidence_kind text not null check (evidence_kind in ('contact', 'visit', 'serviceHours', 'hand', 'counter')),
  evidence_id   bigint,
  counters_id   bigint references point_entries,
  -- Null: nobody, it arose by itself in the transaction of its cause.
  recorder_id   bigint references people,
  area_code     text collate "C" not null references areas,
  words         text not null default '' check (length(words) <= 300),
  at            timestamptz(3) not null,
  check ((evidence_kind in ('contact', 'visit', 'serviceHours')) = (evidence_id is not null)),
  check ((evidence_kind = 'counter') = (counters_id is not null)),
  check (recorder_id is not null or evidence_kind <> 'hand'),
  constraint never_to_oneself check (recorder_id <> person_id)
);
create unique index one_entry_an_evidence on point_entries (person_id, code, evidence_kind, evidence_id) where evidence_kind in ('contact', 'visit');
create index point_entries_by_person on point_entries (person_id, quarter, id);
create index point_entries_by_counter on point_entries (counters_id) where counters_id is not null;
create index point_entries_by_record on point_entries (evidence_id) where evidence_kind = 'serviceHours';

create table point_entry_files (
  entry_id bigint not null references point_entries,
  position int not null check (position >= 0),
  file_id  bigint not null references files,
  primary key (entry_id, position)
);
create index point_entry_files_by_file on point_entry_files (file_id);

-- What the cap of a rule has been used for, one row a member, quarter and rule: its lock makes the cap hold whoever else gives at the same moment. A counter-entry
-- gives room back in the quarter of what it takes back.
create table point_sums (
  person_id bigint not null references people,
  quarter   date not null,
  code      text not null,
  points    int not null default 0,
  primary key (person_id, quarter, code)
);

create function count_point_entry() returns trigger language plpgsql as $$
declare
  rule point_rules;
  first point_entries;
  net int;
  sum int;
begin
  select * into rule from point_rules where id = new.rule_id;
  if new.counters_id is not null then
    select * into first from point_entries where id = new.counters_id for update;
    select first.points + sum(e.points) into net from point_entries e where e.counters_id = first.id;
    if first.counters_id is not null or first.person_id <> new.person_id or first.rule_id <> new.rule_id or net * sign(first.points) not between 0 and abs(first.points) - 1 then
      raise exception 'entry % takes back more than there is', new.id using errcode = 'check_violation', constraint = 'already_taken_back';
    end if;
  elsif (sign(new.points) <> case rule.kind when 'deduction' then -1 else 1 end) then
    raise exception 'entry % has the wrong sign', new.id using errcode = 'check_violation';
  end if;
  if new.code <> rule.code then
    raise exception 'entry % names another rule', new.id using errcode = 'check_violation';
  end if;
  insert into point_sums as s (person_id, quarter, code, points)
  values (new.person_id, coalesce(first.quarter, new.quarter), new.code, new.points)
  on conflict (person_id, quarter, code) do update set points = s.points + excluded.points returning s.points into sum;
  if new.counters_id is null and abs(sum) > rule.cap then
    raise exception 'no more than % points a quarter', rule.cap using errcode = 'check_violation', constraint = 'points_within_cap';
  end if;
  return null;
end $$;
create trigger counted after insert on point_entries for each row execute function count_point_entry();

-- Append-only. When somebody deletes the account, the words about him go; the fact stays.
create function keep_point_entries() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.words = '' and to_jsonb(new) - '{words,quarter}'::text[] = to_jsonb(old) - '{words,quarter}'::text[] then
    return new;
  end if;
  raise exception 'point_entries is append-only' using errcode = 'restrict_violation';
end $$;
create trigger append_only before update or delete on point_entries for each row execute function keep_point_entries();

create table point_appeals (
  id             bigint generated always as identity primary key,
  entry_id       bigint not null unique references point_entries,
  person_id      bigint not null references people,
  words          text not null check (length(words) <= 500),
  at             timestamptz(3) not null,
  -- 责任到人: who owes the answer. Anybody else of the community may give it, but never whoever recorded the entry.
  owner_id       bigint references people,
  due_at         timestamptz(3) not null,
  status         text not null default 'waiting' check (status in ('waiting', 'upheld', 'dismissed', 'withdrawn')),
  decided_by     bigint references people,
  decided_at     timestamptz(3),
  decision_words text check (length(decision_words) between 2 and 500),
  check ((status in ('upheld', 'dismissed')) = (decided_by is not null)),
  check ((decided_by is null) = (decision_words is null)),
  check ((status = 'waiting') = (decided_at is null)),
  constraint never_ones_own_appeal check (decided_by <> person_id)
);
create index point_appeals_waiting on point_appeals (id) where status = 'waiting';

create function check_point_appeal() returns trigger language plpgsql as $$
begin
  if exists (select from point_entries e where e.id = new.entry_id and (e.recorder_id = new.decided_by or e.person_id <> new.person_id)) then
    raise exception 'appeal % is decided by whoever recorded the entry', new.id using errcode = 'check_violation', constraint = 'another_decides';
  end if;
  if tg_op = 'UPDATE' and old.status <> 'waiting' and (new.status, new.decided_by, new.decided_at) is distinct from (old.status, old.decided_by, old.decided_at) then
    raise exception 'appeal % is decided', new.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger another_decides before insert or update on point_appeals for each row execute function check_point_appeal();

-- What a statement said when it was issued, so that it says the same for ever.
create table point_statements (
  id         bigint generated always as identity primary key,
  person_id  bigint not null references people,
  check_code text not null unique,
  quarter    date not null,
  content    jsonb not null,
  issued_by  bigint not null references people,
  issued_at  timestamptz(3) not null
);
create index point_statements_by_person on point_statements (person_id, id desc);
create trigger append_only before update or delete on point_statements for each row execute function refuse_change();

-- ---- entries that arise by themselves ---------------------------------------------------------------------------------

-- An answer gives whoever gave it his points, in the same transaction. Where the clock answers (what it was handed on to is done), whoever owes the contact.
create function points_of_answer() returns trigger language plpgsql as $$
declare
  person bigint := coalesce(new.person_id, (select c.owner_id from contacts c where c.id = new.contact_id));
begin
  if person is not null then
    perform give_points(person, 'answeredContact', 'contact', new.contact_id, new.at);
  end if;
  return null;
end $$;
create trigger gives_points after insert on contact_events for each row
  when (new.kind = 'answer' and new.to_status = 'answered') execute function points_of_answer();

-- Hours of service that count are worth points by the hour. A record that grows, is put right or goes takes its points with it.
create function points_of_service() returns trigger language plpgsql as $$
declare
  r service_records := case tg_op when 'DELETE' then old else new end;
  hours int := 0;
begin
  if tg_op <> 'DELETE' and r.status = 'counted' then
    hours := round(extract(epoch from upper(r.served) - lower(r.served)) / 3600);
  end if;
  if hours > 0 or exists (select from point_entries e where e.evidence_kind = 'serviceHours' and e.evidence_id = r.id) then
    perform settle_service_points(r.person_id, r.id, hours, coalesce(r.reviewed_at, least(upper(r.served), now())));
  end if;
  return null;
end $$;
create trigger gives_points after insert or delete or update of status, served on service_records
  for each row execute function points_of_service();
