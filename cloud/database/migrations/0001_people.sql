-- People, areas, roles, sessions; what every capability stands on.

create extension if not exists btree_gist;
create extension if not exists pg_trgm;

-- ---- areas: one county's tree by code prefix (县 6, 乡镇/街道 9, 社区/村 12, 网格 15 digits) ----------------------

create table areas (
  code        text collate "C" primary key check (code ~ '^\d{6}(\d{3}){0,3}$'),
  name        text not null check (name <> ''),
  level       text not null generated always as
                (case length(code) when 6 then 'county' when 9 then 'township' when 12 then 'community' else 'grid' end) stored,
  parent_code text collate "C" references areas generated always as
                (case when length(code) > 6 then left(code, length(code) - 3) end) stored,
  lat         double precision check (lat between -90 and 90),
  lng         double precision check (lng between -180 and 180),
  help_phone  text,
  check ((lat is null) = (lng is null))
);
create index areas_by_parent on areas (parent_code, code);

-- ---- people -------------------------------------------------------------------------------------------------

create table people (
  id             bigint generated always as identity primary key,
  -- Absent for people enrolled by a grid worker or a family member, and after deletion.
  openid         text unique check (openid <> ''),
  unionid        text,
  nickname       text not null check (length(nickname) between 1 and 20),
  -- AES-256-GCM under SECRET_KEY; the keyed hash answers "whose number is this" without decrypting anything.
  phone_cipher   bytea,
  phone_hash     bytea unique,
  masked_phone   text,
  community_code text collate "C" references areas check (length(community_code) = 12),
  -- Home county (籍贯) as a national division code.
  home_area_code text check (home_area_code ~ '^\d{6}$'),
  enrolled_in    text collate "C" references areas,
  enrolled_by    bigint references people,
  created_at     timestamptz(3) not null default now(),
  deleted_at     timestamptz(3),
  check ((phone_cipher is null) = (phone_hash is null) and (phone_cipher is null) = (masked_phone is null)),
  check (deleted_at is null or (openid is null and unionid is null and phone_hash is null and community_code is null))
);
create index people_by_enrolment on people (enrolled_in, id) where enrolled_in is not null;

-- Who vouches for whom: a family member without an account.
create table family_members (
  helper_id  bigint not null references people,
  person_id  bigint not null references people,
  relation   text not null check (relation in ('spouse', 'parent', 'child', 'grandparent', 'neighbour', 'other')),
  created_at timestamptz(3) not null default now(),
  ended_at   timestamptz(3),
  primary key (helper_id, person_id),
  check (helper_id <> person_id)
);

create table role_grants (
  id          bigint generated always as identity primary key,
  person_id   bigint not null references people,
  role        text not null check (role in ('volunteer', 'partyMember', 'hubHost', 'organiser', 'gridWorker', 'clerk',
                                            'approver', 'communityAdmin', 'supervisor')),
  area_code   text collate "C" not null references areas,
  valid_from  timestamptz(3) not null default now(),
  valid_until timestamptz(3),
  granted_by  bigint references people,
  granted_at  timestamptz(3) not null default now(),
  revoked_at  timestamptz(3),
  revoked_by  bigint references people,
  check (valid_until > valid_from),
  -- The same role for the same area is never held twice at one time.
  exclude using gist (person_id with =, role with =, area_code with =,
                      tstzrange(valid_from, case when revoked_at is null then valid_until
                                                else greatest(valid_from, least(valid_until, revoked_at)) end) with &&)
);
create index role_grants_by_person on role_grants (person_id) where revoked_at is null;
create index role_grants_by_area on role_grants (area_code, id) where revoked_at is null;

create table privacy_consents (
  id           bigint generated always as identity primary key,
  person_id    bigint not null references people,
  version      text not null,
  given_at     timestamptz(3) not null default now(),
  withdrawn_at timestamptz(3)
);
create unique index one_live_privacy_consent on privacy_consents (person_id) where withdrawn_at is null;

-- ---- signing in ---------------------------------------------------------------------------------------------

create table sessions (
  id           bigint generated always as identity primary key,
  -- Only the SHA-256 of the token is stored: a stolen back-up signs nobody in.
  token_hash   bytea not null unique check (length(token_hash) = 32),
  person_id    bigint not null references people,
  client       text not null,
  created_at   timestamptz(3) not null default now(),
  last_seen_at timestamptz(3) not null default now(),
  expires_at   timestamptz(3) not null,
  revoked_at   timestamptz(3),
  check (expires_at > created_at)
);
create index sessions_by_person on sessions (person_id, id desc) where revoked_at is null;

-- Every server hears of an ended session at once and drops it from its cache.
create function announce_session_end() returns trigger language plpgsql as $$
begin
  perform pg_notify('session_ended', encode(new.token_hash, 'hex'));
  return null;
end $$;
create trigger session_ended after update of revoked_at on sessions
  for each row when (old.revoked_at is null and new.revoked_at is not null) execute function announce_session_end();

-- And of changed roles, for the same reason.
create function announce_role_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('roles_changed', coalesce(new.person_id, old.person_id)::text);
  return null;
end $$;
create trigger roles_changed after insert or update on role_grants for each row execute function announce_role_change();

create table desk_passwords (
  person_id     bigint primary key references people,
  username      text not null unique,
  -- scrypt, with its salt and cost inside.
  password_hash text not null,
  failures      int not null default 0 check (failures >= 0),
  locked_until  timestamptz(3),
  changed_at    timestamptz(3) not null default now()
);

-- ---- writes may be retried for ever ----------------------------------------------------------------------------

-- The answer each request got. A retry with the same content gets the same answer; other content is a conflict.
create table request_answers (
  person_id    bigint not null,
  request_id   uuid not null,
  operation    text not null,
  input_hash   bytea not null,
  answer       jsonb not null,
  answered_at  timestamptz(3) not null default now(),
  primary key (person_id, request_id)
);
create index request_answers_by_age on request_answers using brin (answered_at);

-- ---- audit ---------------------------------------------------------------------------------------------------

create table audit_log (
  id         bigint generated always as identity primary key,
  at         timestamptz(3) not null default clock_timestamp(),
  -- The writing transaction: where the server keeps commit times, rows are sealed in the order they were committed.
  xid        xid8 not null default pg_current_xact_id(),
  person_id  bigint,
  role       text not null,
  area_code  text,
  operation  text not null,
  target     text,
  request_id uuid,
  before     jsonb,
  after      jsonb
);
create index audit_log_by_time on audit_log (at);
create index audit_log_by_target on audit_log (target, id) where target is not null;
create index audit_log_by_person on audit_log (person_id, id);

-- The hash chain over audit_log: position 1, 2, 3 … each hash covers the row and the hash before it.
create table audit_seals (
  position  bigint primary key check (position > 0),
  audit_id  bigint not null unique,
  hash      bytea not null check (length(hash) = 32),
  sealed_at timestamptz(3) not null default clock_timestamp()
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger append_only before update or delete on audit_log for each row execute function refuse_change();
create trigger append_only_whole before truncate on audit_log for each statement execute function refuse_change();
create trigger append_only before update or delete on audit_seals for each row execute function refuse_change();
create trigger append_only_whole before truncate on audit_seals for each statement execute function refuse_change();

-- Where the sealer looks from: every row older than this is sealed. It stays 15 minutes behind, longer than any transaction may run.
create table audit_horizon (
  only_row boolean primary key default true check (only_row),
  at       timestamptz(3) not null
);
insert into audit_horizon (at) values ('-infinity');
