-- 党员中心户 hub: the household next door that answers. No registered household stands without a hub and nobody says so.

-- Numbers a county may set; one row.
create table hub_settings (
  only_row        boolean primary key default true check (only_row),
  -- 10 to 15 households are what one hub can look after; a hub may have a number of its own.
  most_households int not null default 15 check (most_households between 1 and 60),
  -- How far on foot a household is assigned by itself; farther only by hand.
  reach_metres    int not null default 5000 check (reach_metres between 200 and 50000),
  invitation_days int not null default 14 check (invitation_days between 1 and 90)
);
insert into hub_settings default values;

-- ---- hubs 党员中心户 ------------------------------------------------------------------------------------------------

create table hubs (
  id             bigint generated always as identity primary key,
  name           text not null check (length(name) between 2 and 20),
  -- 户长. A party member whose membership the community has seen; to others only the hub is public, and that only with written consent.
  host_id        bigint not null references people,
  -- 支部: who answers above the host.
  branch_lead_id bigint references people,
  area_code      text collate "C" not null references areas check (length(area_code) >= 12),
  -- A landmark, never a door.
  place          text not null check (length(place) between 2 and 40),
  lat            numeric(6, 3) not null check (lat between -90 and 90),
  lng            numeric(6, 3) not null check (lng between -180 and 180),
  specialties    text[] not null default '{}' check (specialties <@ '{policy,mediation,medical,law,jobs,repair,elders,children,newcomers}'),
  status         text not null default 'open' check (status in ('open', 'paused', 'closed')),
  -- Null: as many as the county's setting says.
  room           int check (room between 1 and 60),
  -- How many it looks after; kept by the rows of linked_households.
  households     int not null default 0 check (households >= 0),
  consent_on     date not null,
  created_by     bigint not null references people,
  created_at     timestamptz(3) not null default now(),
  changed_at     timestamptz(3) not null default now(),
  closed_at      timestamptz(3),
  close_reason   text check (length(close_reason) between 2 and 100),
  check ((status = 'closed') = (closed_at is not null) and (closed_at is null) = (close_reason is null)),
  check (branch_lead_id <> host_id),
  -- A hub never closes over a household, nor does one join while it closes.
  constraint closed_hub_has_none check (status <> 'closed' or households = 0)
);
create unique index one_hub_a_host on hubs (host_id) where closed_at is null;
create index hubs_by_area on hubs (area_code, id) where closed_at is null;
create index hubs_by_branch_lead on hubs (branch_lead_id) where closed_at is null;

create table hub_deputies (
  hub_id    bigint not null references hubs on delete cascade,
  person_id bigint not null references people,
  position  int not null check (position between 1 and 5),
  primary key (hub_id, person_id),
  unique (hub_id, position)
);
create index hub_deputies_by_person on hub_deputies (person_id);

create table hub_languages (
  hub_id       bigint not null references hubs on delete cascade,
  dialect_code text collate "C" not null references dialects,
  primary key (hub_id, dialect_code)
);

-- When somebody is there every week: Monday is 1, minutes of the day.
create table hub_hours (
  hub_id       bigint not null references hubs on delete cascade,
  weekday      int not null check (weekday between 1 and 7),
  from_minute  int not null check (from_minute between 0 and 1439),
  until_minute int not null check (until_minute between 1 and 1440),
  check (from_minute < until_minute),
  exclude using gist (hub_id with =, weekday with =, int4range(from_minute, until_minute) with &&)
);

-- ---- households 户 ---------------------------------------------------------------------------------------------------

create table households (
  id            bigint generated always as identity primary key,
  area_code     text collate "C" not null references areas check (length(area_code) >= 12),
  people        int not null check (people between 1 and 30),
  reason        text not null check (reason in ('relative', 'neighbour', 'difficulty', 'other')),
  -- AES-256-GCM under SECRET_KEY; the keyed hash answers "is this door registered already" without decrypting anything.
  door_cipher   bytea,
  door_hash     bytea,
  phone_cipher  bytea,
  -- To about a hundred metres: near enough for the nearest hub, too coarse for a door.
  lat           numeric(6, 3) not null check (lat between -90 and 90),
  lng           numeric(6, 3) not null check (lng between -180 and 180),
  -- Orphaned: no hub within reach has room; the community's list and the coverage figure count it, and it is tried again.
  status        text not null check (status in ('linked', 'orphaned', 'ended')),
  version       int not null default 1,
  registered_by bigint references people,
  registered_at timestamptz(3) not null default now(),
  orphaned_at   timestamptz(3),
  ended_at      timestamptz(3),
  end_reason    text check (length(end_reason) between 2 and 100),
  check ((status = 'orphaned') = (orphaned_at is not null)),
  check ((status = 'ended') = (ended_at is not null) and (ended_at is null) = (end_reason is null)),
  check ((status = 'ended') = (door_cipher is null) and (door_cipher is null) = (door_hash is null)),
  check (status <> 'ended' or phone_cipher is null)
);
create unique index one_household_a_door on households (area_code, door_hash) where ended_at is null;
create index households_by_area on households (area_code, id) where ended_at is null;
create index households_orphaned on households (orphaned_at) where status = 'orphaned';

-- Which hub looks after a household, and which did.
create table linked_households (
  id           bigint generated always as identity primary key,
  household_id bigint not null references households,
  hub_id       bigint not null references hubs,
  since        timestamptz(3) not null,
  until        timestamptz(3),
  -- By the engine, by an applied proposal, by somebody of the staff.
  how          text not null check (how in ('nearest', 'rebalanced', 'byHand')),
  linked_by    bigint references people,
  why          text check (length(why) <= 100),
  check (until >= since),
  check ((how = 'nearest') <= (linked_by is null))
);
create unique index one_hub_a_household on linked_households (household_id) where until is null;
create index linked_households_by_hub on linked_households (hub_id, household_id) where until is null;
create index linked_households_by_household on linked_households (household_id, id);

-- Counts under the hub's row lock: what the engine gives never exceeds the room, whoever else gives at the same moment. By hand it may; then the hub is
-- listed as overloaded.
create function count_linked_household() returns trigger language plpgsql as $$
declare
  has int;
  room int;
begin
  if tg_op = 'UPDATE' then
    if old.until is not null or new.until is null or (old.household_id, old.hub_id, old.since, old.how) is distinct from (new.household_id, new.hub_id, new.since, new.how) then
      raise exception 'link % can only end, once', old.id using errcode = 'check_violation';
    end if;
    update hubs set households = households - 1 where id = new.hub_id;
    return null;
  end if;
  update hubs h set households = h.households + 1 where h.id = new.hub_id
  returning h.households, coalesce(h.room, (select s.most_households from hub_settings s)) into has, room;
  if new.how <> 'byHand' and has > room then
    raise exception 'hub % has no room', new.hub_id using errcode = 'check_violation', constraint = 'hub_has_room';
  end if;
  return null;
end $$;
create trigger counted after insert or update on linked_households for each row execute function count_linked_household();
create trigger never_deleted before delete on linked_households for each row execute function refuse_change();

-- At commit a household has exactly one hub, or says that it has none.
create function check_household_hub() returns trigger language plpgsql as $$
declare
  one bigint;
  said text;
begin
  one := case tg_table_name when 'households' then (to_jsonb(new) ->> 'id')::bigint else (to_jsonb(new) ->> 'household_id')::bigint end;
  select h.status into said from households h where h.id = one;
  if (said = 'linked') <> exists (select from linked_households l where l.household_id = one and l.until is null) then
    raise exception 'household % is % and its links say otherwise', one, said
      using errcode = 'integrity_constraint_violation', constraint = 'exactly_one_hub';
  end if;
  return null;
end $$;
create constraint trigger exactly_one_hub after insert or update of status on households deferrable initially deferred
  for each row execute function check_household_hub();
create constraint trigger exactly_one_hub after insert or update on linked_households deferrable initially deferred
  for each row execute function check_household_hub();

-- ---- who lives there --------------------------------------------------------------------------------------------------

create table household_members (
  id           bigint generated always as identity primary key,
  household_id bigint not null references households,
  person_id    bigint not null references people,
  joined_at    timestamptz(3) not null,
  left_at      timestamptz(3),
  how          text not null check (how in ('code', 'staff')),
  check (left_at >= joined_at)
);
create unique index one_household_a_person on household_members (person_id) where left_at is null;
create index household_members_by_household on household_members (household_id) where left_at is null;

-- Codes that let one person in, once, for some days; only a keyed hash of each is kept.
create table household_invitations (
  id           bigint generated always as identity primary key,
  household_id bigint not null references households,
  code_hash    bytea not null unique,
  made_by      bigint not null references people,
  made_at      timestamptz(3) not null,
  expires_at   timestamptz(3) not null check (expires_at > made_at),
  used_by      bigint references people,
  used_at      timestamptz(3),
  check ((used_by is null) = (used_at is null))
);
create index household_invitations_by_household on household_invitations (household_id);

-- Who says he lives somewhere and waits for the staff to see it.
create table join_requests (
  id           bigint generated always as identity primary key,
  person_id    bigint not null references people,
  area_code    text collate "C" not null references areas check (length(area_code) >= 12),
  door_cipher  bytea,
  status       text not null default 'waiting' check (status in ('waiting', 'confirmed', 'declined', 'withdrawn')),
  asked_at     timestamptz(3) not null,
  household_id bigint references households,
  decided_by   bigint references people,
  decided_at   timestamptz(3),
  reason       text check (length(reason) between 2 and 100),
  check ((status = 'waiting') = (decided_at is null)),
  -- The door is kept only as long as somebody has to look at it.
  check ((status = 'waiting') = (door_cipher is not null)),
  check ((status = 'confirmed') = (household_id is not null)),
  check ((status = 'declined') = (reason is not null))
);
create unique index one_waiting_join_request on join_requests (person_id) where status = 'waiting';
create index join_requests_waiting on join_requests (area_code, id) where status = 'waiting';
