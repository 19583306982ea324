-- 联系 contacts between residents and their hub: one thread each, an owner and a deadline at every moment.

alter table hub_settings
  -- The first answer, and what the next in the line has when it is overdue, hours.
  add first_answer_hours int not null default 24 check (first_answer_hours between 1 and 168),
  add next_answer_hours  int not null default 12 check (next_answer_hours between 1 and 168),
  -- The whole answer, and after how long silence confirms it, days.
  add answer_days        int not null default 5 check (answer_days between 1 and 60),
  add confirm_days       int not null default 7 check (confirm_days between 1 and 60);

-- When a host, a deputy or the branch's lead is away.
create table hub_absences (
  id        bigint generated always as identity primary key,
  person_id bigint not null references people,
  days      daterange not null check (not isempty(days) and not lower_inf(days) and not upper_inf(days)),
  ended_at  timestamptz(3),
  constraint away_once exclude using gist (person_id with =, days with &&) where (ended_at is null)
);

-- The life of a contact as the contract has it (types/hub/life.ts); a test compares the two.
create table contact_transitions (
  kind        text not null,
  from_status text not null,
  to_status   text not null,
  primary key (kind, from_status, to_status)
);
insert into contact_transitions (kind, from_status, to_status) values
  ('ask', 'asked', 'asked'),
  ('sort', 'asked', 'sorted'),
  ('discuss', 'asked', 'discussed'), ('discuss', 'sorted', 'discussed'),
  ('claim', 'asked', 'claimed'), ('claim', 'sorted', 'claimed'), ('claim', 'discussed', 'claimed'),
  ('say', 'asked', 'asked'), ('say', 'sorted', 'sorted'), ('say', 'discussed', 'discussed'), ('say', 'claimed', 'claimed'), ('say', 'answered', 'answered'),
  ('callBack', 'asked', 'asked'), ('callBack', 'sorted', 'sorted'), ('callBack', 'discussed', 'discussed'), ('callBack', 'claimed', 'claimed'), ('callBack', 'answered', 'answered'),
  ('handOn', 'asked', 'claimed'), ('handOn', 'sorted', 'claimed'), ('handOn', 'discussed', 'claimed'), ('handOn', 'claimed', 'claimed'),
  ('follow', 'claimed', 'claimed'),
  ('passOn', 'asked', 'asked'), ('passOn', 'sorted', 'sorted'), ('passOn', 'discussed', 'discussed'), ('passOn', 'claimed', 'claimed'),
  ('escalate', 'asked', 'asked'), ('escalate', 'sorted', 'sorted'), ('escalate', 'discussed', 'discussed'), ('escalate', 'claimed', 'claimed'),
  ('takeOver', 'asked', 'asked'), ('takeOver', 'sorted', 'sorted'), ('takeOver', 'discussed', 'discussed'), ('takeOver', 'claimed', 'claimed'),
  ('answer', 'asked', 'answered'), ('answer', 'sorted', 'answered'), ('answer', 'discussed', 'answered'), ('answer', 'claimed', 'answered'),
  ('confirm', 'answered', 'confirmed'),
  ('rate', 'answered', 'rated'), ('rate', 'confirmed', 'rated'),
  ('withdraw', 'asked', 'withdrawn'), ('withdraw', 'sorted', 'withdrawn'), ('withdraw', 'discussed', 'withdrawn'), ('withdraw', 'claimed', 'withdrawn');

create table contacts (
  id                bigint generated always as identity primary key,
  person_id         bigint not null references people,
  household_id      bigint references households,
  -- The hub that has it now; where it was before is in the history.
  hub_id            bigint not null references hubs,
  area_code         text collate "C" not null references areas,
  kind              text not null check (kind in ('ask', 'suggest', 'complain', 'difficulty', 'dispute', 'policy', 'visit')),
  anonymous         boolean not null,
  about_host        boolean not null,
  wants_call        boolean not null,
  status            text not null default 'asked'
                      check (status in ('asked', 'sorted', 'discussed', 'claimed', 'answered', 'confirmed', 'rated', 'withdrawn')),
  version           int not null default 1,
  -- 责任到人: who owes the answer now, and how far up it has gone: 0 the host, 1 a deputy, 2 the party branch, 3 the community.
  owner_id          bigint references people,
  level             int not null check (level between 0 and 3),
  asked_at          timestamptz(3) not null,
  due_at            timestamptz(3),
  first_answered_at timestamptz(3),
  answered_at       timestamptz(3),
  ended_at          timestamptz(3),
  changed_at        timestamptz(3) not null,
  stars             int check (stars between 1 and 5),
  comment           text check (length(comment) <= 300),
  check ((ended_at is null) = (status not in ('confirmed', 'rated', 'withdrawn'))),
  constraint contact_always_an_owner check (owner_id is not null or ended_at is not null),
  constraint contact_always_a_deadline check ((due_at is null) = (ended_at is not null)),
  -- A complaint about the host is never the host's.
  constraint past_the_host check (not about_host or level >= 2),
  constraint never_ones_own check (owner_id <> person_id),
  check ((status = 'rated') = (stars is not null)),
  check ((status in ('answered', 'confirmed')) <= (answered_at is not null))
);
create index contacts_by_person on contacts (person_id, id desc);
create index contacts_by_hub on contacts (hub_id, id desc);
create index contacts_by_owner on contacts (owner_id, due_at) where ended_at is null;
create index contacts_by_area on contacts (area_code, due_at) where ended_at is null;
create index contacts_due on contacts (due_at) where ended_at is null;

create table contact_events (
  contact_id  bigint not null references contacts,
  seq         int not null,
  at          timestamptz(3) not null,
  kind        text not null,
  from_status text not null,
  to_status   text not null,
  actor       text not null check (actor in ('resident', 'host', 'staff', 'system')),
  person_id   bigint references people,
  facts       jsonb not null default '{}',
  primary key (contact_id, seq),
  foreign key (kind, from_status, to_status) references contact_transitions (kind, from_status, to_status),
  check ((actor = 'system') = (person_id is null))
);
create trigger append_only before update or delete on contact_events for each row execute function refuse_change();

-- Each event begins where the last one ended, and time does not run backwards.
create function follow_contact_event() returns trigger language plpgsql as $$
declare
  last contact_events;
begin
  select * into last from contact_events where contact_id = new.contact_id order by seq desc limit 1;
  if new.seq <> coalesce(last.seq, 0) + 1 or new.from_status <> coalesce(last.to_status, 'asked') or new.at < coalesce(last.at, new.at) then
    raise exception 'event % of contact % does not follow', new.seq, new.contact_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger follows before insert on contact_events for each row execute function follow_contact_event();

-- And a status is only ever written together with the event that leads to it.
create function check_contact_status() returns trigger language plpgsql as $$
begin
  if (select status from contacts where id = new.id)
     is distinct from (select to_status from contact_events where contact_id = new.id order by seq desc limit 1) then
    raise exception 'contact % is not where its history ends', new.id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger status_has_event after insert or update of status on contacts
  deferrable initially deferred for each row execute function check_contact_status();

-- The thread: words, photos, wishes to be called. It goes wherever the contact goes.
create table contact_messages (
  id         bigint generated always as identity primary key,
  contact_id bigint not null references contacts,
  side       text not null check (side in ('resident', 'host', 'staff', 'system')),
  from_id    bigint references people,
  call_back  boolean not null default false,
  words      text not null default '' check (length(words) <= 500),
  at         timestamptz(3) not null,
  check ((side = 'system') = (from_id is null))
);
create index contact_messages_in_order on contact_messages (contact_id, id);
create table contact_message_files (
  message_id bigint not null references contact_messages,
  position   int not null check (position >= 0),
  file_id    bigint not null references files,
  primary key (message_id, position)
);
create index contact_message_files_by_file on contact_message_files (file_id);

-- What a contact was handed on to, and what the resident made of it.
create table contact_hand_ons (
  id              bigint generated always as identity primary key,
  contact_id      bigint not null references contacts,
  kind            text not null check (kind in ('helpRequest', 'application', 'activity')),
  words           text not null check (length(words) between 2 and 300),
  item_code       text,
  handed_by       bigint not null references people,
  handed_at       timestamptz(3) not null,
  help_request_id bigint unique references help_requests,
  application_id  bigint unique references applications,
  activity_id     bigint references activities,
  followed_at     timestamptz(3),
  check (num_nonnulls(help_request_id, application_id, activity_id) = (followed_at is not null)::int),
  check (help_request_id is null or kind = 'helpRequest'),
  check (application_id is null or kind = 'application'),
  check (activity_id is null or kind = 'activity'),
  check ((kind = 'application') = (item_code is not null))
);
create index contact_hand_ons_by_contact on contact_hand_ons (contact_id, id);

-- Who agrees that the other side of a contact gets his number, as long as it is not taken back.
create table contact_number_consents (
  id           bigint generated always as identity primary key,
  contact_id   bigint not null references contacts,
  person_id    bigint not null references people,
  given_at     timestamptz(3) not null,
  withdrawn_at timestamptz(3)
);
create unique index one_live_number_consent on contact_number_consents (contact_id, person_id) where withdrawn_at is null;

-- Calls by relay: whom to connect, never their numbers.
create table relay_calls (
  id         bigint generated always as identity primary key,
  contact_id bigint not null references contacts,
  from_id    bigint not null references people,
  to_id      bigint not null references people,
  asked_at   timestamptz(3) not null,
  placed_at  timestamptz(3),
  -- How the provider calls it.
  reference  text check (length(reference) <= 100),
  check ((placed_at is null) = (reference is null))
);
create index relay_calls_by_contact on relay_calls (contact_id);
