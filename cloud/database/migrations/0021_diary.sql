-- 走访 the diary of visits: what was heard is for the hub and its branch; what was promised has an owner and a day. And 先锋岗、示范区、责任区, posts beside the hubs.

create table home_visits (
  id           bigint generated always as identity primary key,
  hub_id       bigint not null references hubs,
  area_code    text collate "C" not null references areas,
  visitor_id   bigint not null references people,
  visited_on   date not null,
  -- What was heard. AES-256-GCM under SECRET_KEY.
  heard_cipher bytea not null,
  version      int not null default 1,
  -- The wish to be visited that it answers.
  contact_id   bigint references contacts,
  written_at   timestamptz(3) not null,
  changed_at   timestamptz(3) not null,
  constraint one_visit_a_wish unique (contact_id),
  check (changed_at >= written_at),
  check (visited_on <= (written_at at time zone 'Asia/Shanghai')::date)
);
create index home_visits_by_hub on home_visits (hub_id, visited_on desc, id desc);

create table home_visit_households (
  visit_id     bigint not null references home_visits,
  household_id bigint not null references households,
  primary key (visit_id, household_id)
);
create index home_visit_households_by_household on home_visit_households (household_id, visit_id);

create table home_visit_files (
  visit_id bigint not null references home_visits,
  position int not null check (position >= 0),
  file_id  bigint not null references files,
  primary key (visit_id, position)
);
create index home_visit_files_by_file on home_visit_files (file_id);

create table visit_promises (
  id             bigint generated always as identity primary key,
  visit_id       bigint not null,
  household_id   bigint not null,
  words_cipher   bytea not null,
  -- 责任到人. Null: whoever promised it has deleted the account, and neither another of the hub nor its branch was there.
  owner_id       bigint references people,
  due_on         date not null,
  status         text not null default 'open' check (status in ('open', 'broken', 'kept')),
  reminded_at    timestamptz(3),
  -- When the branch was told that it was not kept by its day; stays when it is kept later.
  broken_at      timestamptz(3),
  kept_at        timestamptz(3),
  kept_by        bigint references people,
  outcome_cipher bytea,
  -- A promise is made to a household that was visited.
  foreign key (visit_id, household_id) references home_visit_households (visit_id, household_id),
  check ((status = 'kept') = (kept_at is not null)),
  check ((kept_at is null) <= (kept_by is null and outcome_cipher is null)),
  check ((status = 'broken') <= (broken_at is not null)),
  check ((status = 'open') <= (broken_at is null)),
  check (kept_at >= broken_at),
  -- Nothing is broken before its day is over.
  constraint broken_after_its_day check ((broken_at at time zone 'Asia/Shanghai')::date > due_on)
);
create index visit_promises_by_visit on visit_promises (visit_id);
create index visit_promises_by_household on visit_promises (household_id, visit_id);
create index visit_promises_due on visit_promises (due_on) where status = 'open';
create index visit_promises_by_owner on visit_promises (owner_id) where status <> 'kept';

-- open → kept, open → broken → kept; what was promised, to whom and by when is never changed, nor that it was broken.
create function guard_promise() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
     or (new.visit_id, new.household_id, new.due_on) is distinct from (old.visit_id, old.household_id, old.due_on)
     or (old.status, new.status) not in (('open', 'open'), ('open', 'kept'), ('open', 'broken'), ('broken', 'broken'), ('broken', 'kept'), ('kept', 'kept'))
     or (old.broken_at is not null and new.broken_at is distinct from old.broken_at)
     or (old.kept_at is not null and new.kept_at is distinct from old.kept_at) then
    raise exception 'promise % stands', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger stands before update or delete on visit_promises for each row execute function guard_promise();

-- A visit gives whoever made it points, in the same transaction.
create function points_of_visit() returns trigger language plpgsql as $$
begin
  perform give_points(new.visitor_id, 'homeVisit', 'visit', new.id, new.written_at);
  return null;
end $$;
create trigger gives_points after insert on home_visits for each row execute function points_of_visit();

-- ---- posts ------------------------------------------------------------------------------------------------------------

create table hub_posts (
  id          bigint generated always as identity primary key,
  kind        text not null check (kind in ('vanguard', 'model', 'duty')),
  name        text not null check (length(name) between 2 and 20),
  -- A party member; listed is the post, never the person, and that only with written consent.
  holder_id   bigint not null references people,
  area_code   text collate "C" not null references areas check (length(area_code) >= 12),
  place       text not null check (length(place) between 2 and 40),
  duties      text not null check (length(duties) between 2 and 300),
  contact_way text not null check (length(contact_way) between 2 and 60),
  hub_id      bigint references hubs,
  consent_on  date not null,
  version     int not null default 1,
  created_by  bigint not null references people,
  created_at  timestamptz(3) not null,
  changed_at  timestamptz(3) not null,
  ended_at    timestamptz(3),
  end_reason  text check (length(end_reason) between 2 and 100),
  constraint no_mobile_number check (contact_way !~ '1[0-9 -]{10}'),
  check ((ended_at is null) = (end_reason is null))
);
create unique index one_post_a_name on hub_posts (area_code, kind, name) where ended_at is null;
create index hub_posts_by_area on hub_posts (area_code, id) where ended_at is null;
create index hub_posts_by_holder on hub_posts (holder_id) where ended_at is null;
