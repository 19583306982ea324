-- 最多跑一次 application: one visit at most, one correction notice, no silent deadline, a named owner always.

-- Numbers a county may set; one row.
create table application_settings (
  only_row           boolean primary key default true check (only_row),
  notice_days        int not null default 5 check (notice_days between 1 and 5),
  delivery_days      int not null default 10 check (delivery_days between 1 and 10),
  call_back_days     int not null default 5 check (call_back_days between 1 and 15),
  appeal_days        int not null default 60 check (appeal_days between 15 and 180),
  appeal_answer_days int not null default 20 check (appeal_answer_days between 5 and 60),
  close_days         int not null default 15 check (close_days between 7 and 60),
  escalate_days      int not null default 1 check (escalate_days between 1 and 5)
);
insert into application_settings default values;

-- The life of an application as the contract has it (types/application/workflow.ts); a test compares the two.
create table application_transitions (
  kind        text not null,
  from_status text not null,
  to_status   text not null,
  primary key (kind, from_status, to_status)
);
insert into application_transitions (kind, from_status, to_status) values
  ('submit', 'draft', 'submitted'), ('requestCorrection', 'submitted', 'correctionRequested'), ('correct', 'correctionRequested', 'submitted'),
  ('accept', 'submitted', 'accepted'), ('acceptConditionally', 'submitted', 'conditionallyAccepted'),
  ('deemAccepted', 'submitted', 'deemedAccepted'), ('supply', 'conditionallyAccepted', 'accepted'),
  ('supplyInReview', 'conditionallyAccepted', 'conditionallyAccepted'), ('supplyInReview', 'inReview', 'inReview'),
  ('supplyInReview', 'suspended', 'suspended'), ('startReview', 'accepted', 'inReview'), ('startReview', 'conditionallyAccepted', 'inReview'),
  ('startReview', 'deemedAccepted', 'inReview'), ('suspend', 'inReview', 'suspended'), ('resume', 'suspended', 'inReview'),
  ('extend', 'inReview', 'inReview'), ('approve', 'inReview', 'approved'), ('refuse', 'inReview', 'refused'), ('deliver', 'approved', 'delivered'),
  ('deliver', 'refused', 'delivered'), ('rate', 'delivered', 'rated'), ('changeRating', 'rated', 'rated'), ('changeRating', 'closed', 'closed'),
  ('close', 'delivered', 'closed'), ('close', 'rated', 'closed'), ('appeal', 'refused', 'underAppeal'), ('appeal', 'delivered', 'underAppeal'),
  ('appeal', 'rated', 'underAppeal'), ('appeal', 'closed', 'underAppeal'), ('uphold', 'underAppeal', 'delivered'),
  ('reopen', 'underAppeal', 'inReview'), ('withdraw', 'submitted', 'withdrawn'), ('withdraw', 'correctionRequested', 'withdrawn'),
  ('withdraw', 'accepted', 'withdrawn'), ('withdraw', 'conditionallyAccepted', 'withdrawn'), ('withdraw', 'deemedAccepted', 'withdrawn'),
  ('withdraw', 'inReview', 'withdrawn'), ('withdraw', 'suspended', 'withdrawn'), ('lapse', 'correctionRequested', 'lapsed'),
  ('revokeAcceptance', 'conditionallyAccepted', 'lapsed'), ('revokeAcceptance', 'inReview', 'lapsed'), ('revokeAcceptance', 'suspended', 'lapsed'),
  ('assign', 'submitted', 'submitted'), ('assign', 'correctionRequested', 'correctionRequested'), ('assign', 'accepted', 'accepted'),
  ('assign', 'conditionallyAccepted', 'conditionallyAccepted'), ('assign', 'deemedAccepted', 'deemedAccepted'), ('assign', 'inReview', 'inReview'),
  ('assign', 'suspended', 'suspended'), ('assign', 'approved', 'approved'), ('assign', 'refused', 'refused'), ('claim', 'submitted', 'submitted'),
  ('claim', 'correctionRequested', 'correctionRequested'), ('claim', 'accepted', 'accepted'),
  ('claim', 'conditionallyAccepted', 'conditionallyAccepted'), ('claim', 'deemedAccepted', 'deemedAccepted'), ('claim', 'inReview', 'inReview'),
  ('claim', 'suspended', 'suspended'), ('handOver', 'submitted', 'submitted'), ('handOver', 'correctionRequested', 'correctionRequested'),
  ('handOver', 'accepted', 'accepted'), ('handOver', 'conditionallyAccepted', 'conditionallyAccepted'),
  ('handOver', 'deemedAccepted', 'deemedAccepted'), ('handOver', 'inReview', 'inReview'), ('handOver', 'suspended', 'suspended'),
  ('handOver', 'approved', 'approved'), ('handOver', 'refused', 'refused'), ('escalate', 'submitted', 'submitted'),
  ('escalate', 'correctionRequested', 'correctionRequested'), ('escalate', 'accepted', 'accepted'),
  ('escalate', 'conditionallyAccepted', 'conditionallyAccepted'), ('escalate', 'deemedAccepted', 'deemedAccepted'),
  ('escalate', 'inReview', 'inReview'), ('escalate', 'suspended', 'suspended'), ('escalate', 'approved', 'approved'),
  ('escalate', 'refused', 'refused'), ('escalate', 'delivered', 'delivered'), ('escalate', 'rated', 'rated'),
  ('escalate', 'underAppeal', 'underAppeal'), ('nameHelper', 'draft', 'draft'), ('nameHelper', 'submitted', 'submitted'),
  ('nameHelper', 'correctionRequested', 'correctionRequested'), ('nameHelper', 'accepted', 'accepted'),
  ('nameHelper', 'conditionallyAccepted', 'conditionallyAccepted'), ('nameHelper', 'deemedAccepted', 'deemedAccepted'),
  ('nameHelper', 'inReview', 'inReview'), ('nameHelper', 'suspended', 'suspended'), ('endHelper', 'draft', 'draft'),
  ('endHelper', 'submitted', 'submitted'), ('endHelper', 'correctionRequested', 'correctionRequested'), ('endHelper', 'accepted', 'accepted'),
  ('endHelper', 'conditionallyAccepted', 'conditionallyAccepted'), ('endHelper', 'deemedAccepted', 'deemedAccepted'),
  ('endHelper', 'inReview', 'inReview'), ('endHelper', 'suspended', 'suspended'), ('endHelper', 'approved', 'approved'),
  ('endHelper', 'refused', 'refused'), ('endHelper', 'delivered', 'delivered'), ('endHelper', 'rated', 'rated'), ('endHelper', 'closed', 'closed'),
  ('endHelper', 'underAppeal', 'underAppeal'), ('endHelper', 'withdrawn', 'withdrawn'), ('endHelper', 'lapsed', 'lapsed'),
  ('askDepartments', 'inReview', 'inReview'), ('giveOpinion', 'inReview', 'inReview'), ('giveOpinion', 'suspended', 'suspended'),
  ('bookVisit', 'submitted', 'submitted'), ('bookVisit', 'correctionRequested', 'correctionRequested'), ('bookVisit', 'accepted', 'accepted'),
  ('bookVisit', 'conditionallyAccepted', 'conditionallyAccepted'), ('bookVisit', 'deemedAccepted', 'deemedAccepted'),
  ('bookVisit', 'inReview', 'inReview'), ('bookVisit', 'suspended', 'suspended'), ('bookVisit', 'approved', 'approved'),
  ('cancelVisit', 'submitted', 'submitted'), ('cancelVisit', 'correctionRequested', 'correctionRequested'), ('cancelVisit', 'accepted', 'accepted'),
  ('cancelVisit', 'conditionallyAccepted', 'conditionallyAccepted'), ('cancelVisit', 'deemedAccepted', 'deemedAccepted'),
  ('cancelVisit', 'inReview', 'inReview'), ('cancelVisit', 'suspended', 'suspended'), ('cancelVisit', 'approved', 'approved'),
  ('missVisit', 'submitted', 'submitted'), ('missVisit', 'correctionRequested', 'correctionRequested'), ('missVisit', 'accepted', 'accepted'),
  ('missVisit', 'conditionallyAccepted', 'conditionallyAccepted'), ('missVisit', 'deemedAccepted', 'deemedAccepted'),
  ('missVisit', 'inReview', 'inReview'), ('missVisit', 'suspended', 'suspended'), ('missVisit', 'approved', 'approved'),
  ('visit', 'submitted', 'submitted'), ('visit', 'correctionRequested', 'correctionRequested'), ('visit', 'accepted', 'accepted'),
  ('visit', 'conditionallyAccepted', 'conditionallyAccepted'), ('visit', 'deemedAccepted', 'deemedAccepted'), ('visit', 'inReview', 'inReview'),
  ('visit', 'suspended', 'suspended'), ('visit', 'approved', 'approved'), ('allowSecondVisit', 'submitted', 'submitted'),
  ('allowSecondVisit', 'correctionRequested', 'correctionRequested'), ('allowSecondVisit', 'accepted', 'accepted'),
  ('allowSecondVisit', 'conditionallyAccepted', 'conditionallyAccepted'), ('allowSecondVisit', 'deemedAccepted', 'deemedAccepted'),
  ('allowSecondVisit', 'inReview', 'inReview'), ('allowSecondVisit', 'suspended', 'suspended'), ('allowSecondVisit', 'approved', 'approved'),
  ('say', 'submitted', 'submitted'), ('say', 'correctionRequested', 'correctionRequested'), ('say', 'accepted', 'accepted'),
  ('say', 'conditionallyAccepted', 'conditionallyAccepted'), ('say', 'deemedAccepted', 'deemedAccepted'), ('say', 'inReview', 'inReview'),
  ('say', 'suspended', 'suspended'), ('say', 'approved', 'approved'), ('say', 'refused', 'refused'), ('say', 'delivered', 'delivered'),
  ('say', 'rated', 'rated'), ('say', 'underAppeal', 'underAppeal'), ('requestExtension', 'inReview', 'inReview'),
  ('declineExtension', 'inReview', 'inReview'), ('callBack', 'rated', 'rated'), ('callBack', 'closed', 'closed');

create table applications (
  id               bigint generated always as identity primary key,
  -- Absent while it is a draft: area, day, sequence, check digit.
  number           text unique,
  item_id          bigint not null,
  item_version     int not null,
  -- The item's name and department when it was submitted, so that lists read one table.
  item_name        text not null,
  department       text not null,
  kind             text not null check (kind in ('onSpot', 'promised')),
  area_code        text collate "C" not null references areas,
  -- For whom, and who filled it in: the same, a family member, a grid worker, a named helper.
  applicant_id     bigint not null references people,
  applicant_name   text not null,
  made_by          bigint not null references people,
  status           text not null default 'draft'
                     check (status in ('draft', 'submitted', 'correctionRequested', 'accepted', 'conditionallyAccepted', 'deemedAccepted', 'inReview',
                                       'suspended', 'approved', 'refused', 'delivered', 'rated', 'closed', 'underAppeal', 'withdrawn', 'lapsed')),
  version          int not null default 1,
  answers          jsonb not null default '{}',
  -- The typed values, AES-256-GCM under SECRET_KEY: they hold ID numbers and incomes.
  form_cipher      bytea,
  delivery         text check (delivery in ('electronic', 'post', 'pickUp')),
  post_to_cipher   bytea,
  tracking_number  text,
  visits_needed    int not null default 0 check (visits_needed in (0, 1)),
  -- How many times documents were handed in: 1 with the submission, one more with each correction.
  round            int not null default 0 check (round >= 0),
  -- 责任到人: who has to act now.
  owner_id         bigint references people,
  -- What is waited for, by when; null where nothing is.
  deadline_kind    text check (deadline_kind in ('notice', 'correction', 'decision', 'delivery', 'appeal')),
  deadline_at      timestamptz(3),
  -- When the clock began, and its working days; extension days are in it.
  clock_started_at timestamptz(3),
  clock_limit      int,
  escalation       int not null default 0 check (escalation between 0 and 2),
  escalate_at      timestamptz(3),
  defer_until      timestamptz(3),
  extension_status text check (extension_status in ('requested', 'granted', 'declined')),
  extension_days   int check (extension_days between 1 and 10),
  extension_reason text,
  outcome          text check (outcome in ('approved', 'refused')),
  decision_reason  text,
  decided_by       bigint references people,
  -- For the rates: whether the decision came in time, and after how many working days.
  decided_in_time  boolean,
  decided_after_days int check (decided_after_days >= 0),
  -- What the desk is writing: verdicts and the notice to come.
  notice_draft     jsonb not null default '[]',
  saved_at         timestamptz(3) not null default now(),
  changed_at       timestamptz(3) not null default now(),
  submitted_at     timestamptz(3),
  accepted_at      timestamptz(3),
  decided_at       timestamptz(3),
  delivered_at     timestamptz(3),
  ended_at         timestamptz(3),
  -- Documents and typed values are deleted after this; set when it ends.
  keep_until       timestamptz(3),
  purged_at        timestamptz(3),
  foreign key (item_id, item_version) references service_item_versions (item_id, version),
  check ((status = 'draft') = (number is null)),
  check ((status = 'draft') = (submitted_at is null)),
  -- Nobody's application waits at nobody.
  constraint always_an_owner check (owner_id is not null or status in ('draft', 'delivered', 'rated', 'closed', 'withdrawn', 'lapsed')),
  -- No silent deadline: whatever waits for somebody says by when, unless the clock lawfully stands still.
  constraint always_a_deadline check (deadline_at is not null or status not in ('submitted', 'correctionRequested', 'accepted', 'conditionallyAccepted',
                                       'deemedAccepted', 'inReview', 'approved', 'refused', 'underAppeal')),
  check ((deadline_at is null) = (deadline_kind is null)),
  check ((outcome is null) = (decided_at is null) and (outcome is null) = (decided_in_time is null) and (outcome is null) = (decided_after_days is null)),
  check (outcome <> 'refused' or decision_reason <> ''),
  check ((extension_status is null) = (extension_days is null)),
  check (status not in ('closed', 'withdrawn', 'lapsed') or ended_at is not null)
) with (fillfactor = 80);
create index applications_by_owner on applications (owner_id, deadline_at, id) where owner_id is not null and status not in ('closed', 'withdrawn', 'lapsed');
create index applications_by_area on applications (area_code, deadline_at, id) where status not in ('draft', 'closed', 'withdrawn', 'lapsed');
create index applications_by_applicant on applications (applicant_id, changed_at desc, id desc);
create index applications_by_maker on applications (made_by, changed_at desc, id desc) where made_by <> applicant_id;
create index applications_due on applications (deadline_at) where deadline_at is not null and status in ('submitted', 'correctionRequested');
create index applications_to_escalate on applications (escalate_at) where escalate_at is not null;
create index applications_deferred on applications (defer_until) where defer_until is not null;
create index applications_to_close on applications (delivered_at) where status in ('delivered', 'rated');
create index applications_to_purge on applications (keep_until) where purged_at is null and keep_until is not null;
create index applications_decided on applications (decided_at, area_code) where decided_at is not null;
-- The same item for the same person is under way once.
create unique index one_under_way on applications (item_id, applicant_id)
  where status in ('submitted', 'correctionRequested', 'accepted', 'conditionallyAccepted', 'deemedAccepted', 'inReview', 'suspended');

-- The sequence of numbers per area and day.
create table application_numbers (
  area_code text collate "C" not null references areas,
  day       date not null,
  last      int not null check (last > 0),
  primary key (area_code, day)
);

-- Every step, in the same transaction as the step. Append-only; each row carries the hash of the one before it.
create table application_events (
  application_id bigint not null references applications,
  seq            int not null check (seq > 0),
  at             timestamptz(3) not null,
  kind           text not null,
  from_status    text not null,
  to_status      text not null,
  actor          text not null check (actor in ('applicant', 'clerk', 'approver', 'supervisor', 'system')),
  -- Null: the system.
  person_id      bigint references people,
  why            text,
  facts          jsonb not null default '{}',
  previous_hash  bytea not null check (length(previous_hash) = 32),
  hash           bytea not null check (length(hash) = 32),
  primary key (application_id, seq),
  -- A step that the table does not have cannot be written.
  constraint only_lawful_steps foreign key (kind, from_status, to_status) references application_transitions,
  check ((actor = 'system') = (person_id is null))
);
-- Extended once.
create unique index extended_once on application_events (application_id) where kind = 'extend';
create index application_events_by_person on application_events (person_id, at) where person_id is not null;
create trigger append_only before update or delete on application_events for each row execute function refuse_change();
create trigger append_only_whole before truncate on application_events for each statement execute function refuse_change();

-- Chains a new event to the one before it, and refuses one that does not begin where the last one ended.
create function chain_application_event() returns trigger language plpgsql as $$
declare
  last application_events;
begin
  select * into last from application_events e where e.application_id = new.application_id order by e.seq desc limit 1;
  if new.seq <> coalesce(last.seq, 0) + 1 or new.from_status <> coalesce(last.to_status, 'draft') or new.at < last.at then
    raise exception 'event % of application % does not follow the last one', new.seq, new.application_id using errcode = 'integrity_constraint_violation';
  end if;
  new.previous_hash := coalesce(last.hash, decode(repeat('00', 32), 'hex'));
  new.hash := application_event_hash(new);
  return new;
end $$;

create function application_event_hash(e application_events) returns bytea language sql stable parallel safe as $$
  select sha256(e.previous_hash || convert_to(jsonb_build_array(e.application_id, e.seq, extract(epoch from e.at), e.kind, e.from_status, e.to_status,
                                                                e.actor, e.person_id, e.why, e.facts)::text, 'UTF8'))
$$;
create trigger chained before insert on application_events for each row execute function chain_application_event();

-- A status is what the last event says, and nothing else: checked when the transaction commits.
create function status_follows_events() returns trigger language plpgsql as $$
declare
  said text;
begin
  select e.to_status into said from application_events e where e.application_id = new.id order by e.seq desc limit 1;
  if coalesce(said, 'draft') <> (select a.status from applications a where a.id = new.id) then
    raise exception 'the status of application % is not what its last event says', new.id
      using errcode = 'integrity_constraint_violation', constraint = 'status_follows_events';
  end if;
  return null;
end $$;
create constraint trigger status_follows_events after insert or update of status on applications deferrable initially deferred
  for each row execute function status_follows_events();

-- What was handed in, per document and round. What was handed in before stays: it is what the reviewer saw.
create table application_documents (
  application_id bigint not null references applications on delete cascade,
  key            text not null,
  round          int not null check (round >= 0),
  -- 容缺: promised for later.
  later          boolean not null default false,
  -- Files of an earlier application, used again with consent.
  reused         boolean not null default false,
  verdict        text check (verdict in ('ok', 'notOk')),
  verdict_by     bigint references people,
  handed_in_at   timestamptz(3) not null default now(),
  primary key (application_id, key, round)
);
create table application_document_files (
  application_id bigint not null,
  key            text not null,
  round          int not null,
  position       int not null check (position >= 0),
  file_id        bigint not null,
  primary key (application_id, key, round, position),
  foreign key (application_id, key, round) references application_documents on delete cascade
);
create index application_document_files_by_file on application_document_files (file_id);

-- 一次性告知书. The nth notice may only speak of what was handed in in round n or later: whatever could be seen before the first notice can never
-- be objected to again, and a second notice exists only where the correction itself brought a deficiency.
create table correction_notices (
  application_id bigint not null references applications,
  nth            int not null check (nth > 0),
  at             timestamptz(3) not null,
  by             bigint not null references people,
  due_at         timestamptz(3) not null,
  primary key (application_id, nth)
);
create table correction_lines (
  application_id bigint not null,
  nth            int not null,
  key            text not null,
  document_round int not null,
  what           text not null check (what <> ''),
  how            text not null check (how <> ''),
  primary key (application_id, nth, key),
  foreign key (application_id, nth) references correction_notices,
  foreign key (application_id, key, document_round) references application_documents (application_id, key, round),
  constraint told_once check (document_round >= nth)
);
create trigger append_only before update or delete on correction_notices for each row execute function refuse_change();
create trigger append_only before update or delete on correction_lines for each row execute function refuse_change();

-- The clock stands still only for what the law names, and never twice at once.
create table application_pauses (
  application_id bigint not null references applications,
  from_at        timestamptz(3) not null,
  until_at       timestamptz(3),
  reason         text not null check (reason in ('hearing', 'auction', 'test', 'inspection', 'quarantine', 'appraisal', 'expertReview')),
  why            text not null check (why <> ''),
  primary key (application_id, from_at),
  check (until_at >= from_at),
  exclude using gist (application_id with =, tstzrange(from_at, until_at) with &&)
);

-- 并联审批: one row a department asked.
create table application_reviews (
  application_id bigint not null references applications,
  key            text not null,
  department     text not null,
  asked_at       timestamptz(3) not null default now(),
  agrees         boolean,
  opinion        text,
  given_by       bigint references people,
  given_at       timestamptz(3),
  primary key (application_id, key),
  check ((agrees is null) = (opinion is null) and (agrees is null) = (given_at is null) and (agrees is null) = (given_by is null))
);

-- 请假: from the first day on, the cover has what was theirs.
create table staff_absences (
  id           bigint generated always as identity primary key,
  person_id    bigint not null references people,
  cover_id     bigint not null references people,
  days         daterange not null check (not isempty(days) and not lower_inf(days) and not upper_inf(days)),
  recorded_at  timestamptz(3) not null default now(),
  ended_at     timestamptz(3),
  -- When the cases went over.
  moved_at     timestamptz(3),
  check (person_id <> cover_id),
  constraint one_absence_at_a_time exclude using gist (person_id with =, days with &&) where (ended_at is null)
);
create index staff_absences_to_move on staff_absences (lower(days)) where moved_at is null and ended_at is null;

-- 帮办代办: consent for one application, which ends by itself.
create table application_helpers (
  application_id bigint not null references applications on delete cascade,
  helper_id      bigint not null references people,
  kind           text not null check (kind in ('family', 'volunteer', 'gridWorker')),
  consent_at     timestamptz(3) not null default now(),
  until_at       timestamptz(3) not null,
  ended_at       timestamptz(3),
  primary key (application_id, helper_id, consent_at)
);
create unique index one_helper_at_a_time on application_helpers (application_id) where ended_at is null;
create index application_helpers_by_helper on application_helpers (helper_id) where ended_at is null;

-- ---- visits ----------------------------------------------------------------------------------------------------

create table service_windows (
  id          bigint generated always as identity primary key,
  area_code   text collate "C" not null references areas,
  name        text not null,
  department  text not null,
  place       text not null,
  phone       text not null,
  closed_days date[] not null default '{}',
  closed_at   timestamptz(3),
  unique (area_code, name)
);
create table service_window_hours (
  window_id bigint not null references service_windows,
  weekday   int not null check (weekday between 1 and 7),
  from_time time not null,
  until_time time not null check (until_time > from_time),
  -- Places per half hour.
  capacity  int not null check (capacity > 0),
  primary key (window_id, weekday, from_time)
);
-- Half hours that somebody booked; the check makes overbooking impossible.
create table service_window_slots (
  window_id bigint not null references service_windows,
  starts_at timestamptz(3) not null,
  capacity  int not null check (capacity > 0),
  taken     int not null default 0 check (taken >= 0),
  primary key (window_id, starts_at),
  constraint never_overbooked check (taken <= capacity)
);

-- A second visit that a supervisor had to allow: with a reason, an apology, and counted publicly.
create table visit_exceptions (
  id             bigint generated always as identity primary key,
  application_id bigint not null references applications,
  opens_visit    int not null check (opens_visit > 1),
  reason         text not null check (reason <> ''),
  apology        text not null check (apology <> ''),
  by             bigint not null references people,
  at             timestamptz(3) not null default now(),
  unique (application_id, opens_visit)
);
create index visit_exceptions_newest on visit_exceptions (at desc, id desc);
create trigger append_only before update or delete on visit_exceptions for each row execute function refuse_change();

-- A visit is an appointment that was checked in. The first needs nothing; any further one needs its exception: the foreign key is the promise.
create table appointments (
  id             bigint generated always as identity primary key,
  application_id bigint not null references applications,
  visit          int not null default 1 check (visit > 0),
  exception      int generated always as (case when visit > 1 then visit end) stored,
  window_id      bigint not null,
  starts_at      timestamptz(3) not null,
  code           text not null unique,
  status         text not null default 'booked' check (status in ('booked', 'checkedIn', 'cancelled', 'missed')),
  booked_by      bigint not null references people,
  booked_at      timestamptz(3) not null default now(),
  checked_in_at  timestamptz(3),
  checked_in_by  bigint references people,
  reminded_at    timestamptz(3),
  foreign key (window_id, starts_at) references service_window_slots,
  constraint second_visit_needs_exception foreign key (application_id, exception) references visit_exceptions (application_id, opens_visit),
  check ((status = 'checkedIn') = (checked_in_at is not null))
);
create unique index at_most_one_visit on appointments (application_id, visit) where status in ('booked', 'checkedIn');
create index appointments_by_day on appointments (window_id, starts_at);
create index appointments_to_miss on appointments (starts_at) where status = 'booked';
create index visits_by_time on appointments (checked_in_at) where status = 'checkedIn';
-- Visits are numbered without a gap: the second needs the first to have happened.
create function visits_in_order() returns trigger language plpgsql as $$
begin
  if new.visit > 1 and not exists (select from appointments a where a.application_id = new.application_id and a.visit = new.visit - 1 and a.status = 'checkedIn') then
    raise exception 'visit % of application % before the one before it', new.visit, new.application_id using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger visits_in_order before insert on appointments for each row execute function visits_in_order();

-- ---- afterwards --------------------------------------------------------------------------------------------------

create table application_letters (
  id             bigint generated always as identity primary key,
  application_id bigint not null references applications,
  kind           text not null check (kind in ('receipt', 'correctionNotice', 'decision')),
  check_code     text not null unique,
  -- What the letter says, as it was issued.
  content        jsonb not null,
  issued_at      timestamptz(3) not null,
  -- A later decision after an appeal takes its place.
  replaced_at    timestamptz(3)
);
create index application_letters_by_application on application_letters (application_id, id);

create table application_messages (
  id             bigint generated always as identity primary key,
  application_id bigint not null references applications,
  from_staff     boolean not null,
  person_id      bigint not null references people,
  words          text not null check (words <> ''),
  at             timestamptz(3) not null default now()
);
create index application_messages_in_order on application_messages (application_id, id);

create table application_ratings (
  application_id bigint primary key references applications,
  level          int not null check (level between 1 and 5),
  words          text not null default '',
  rated_at       timestamptz(3) not null,
  changed_at     timestamptz(3) not null,
  -- Changeable for seven days.
  check (changed_at <= rated_at + interval '7 days')
);
-- 差评: somebody named calls back by a date.
create table rating_call_backs (
  id             bigint generated always as identity primary key,
  application_id bigint not null unique references applications,
  owner_id       bigint not null references people,
  due_at         timestamptz(3) not null,
  opened_at      timestamptz(3) not null,
  done_at        timestamptz(3),
  answer         text,
  escalated_at   timestamptz(3),
  check ((done_at is null) = (answer is null))
);
create index rating_call_backs_open on rating_call_backs (due_at) where done_at is null;

create table application_appeals (
  id             bigint generated always as identity primary key,
  application_id bigint not null unique references applications,
  words          text not null check (words <> ''),
  at             timestamptz(3) not null,
  due_at         timestamptz(3) not null,
  outcome        text check (outcome in ('upheld', 'reopened')),
  answer         text,
  answered_by    bigint references people,
  answered_at    timestamptz(3),
  check ((outcome is null) = (answered_at is null) and (outcome is null) = (answer is null))
);
create index application_appeals_open on application_appeals (due_at) where answered_at is null;
