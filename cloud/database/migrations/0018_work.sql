-- 就业扶助 work: enterprises say whom they need, residents what they can and wish; the engine proposes, a named person follows up until somebody is hired or knows why not.

create table enterprises (
  id          bigint generated always as identity primary key,
  name        text not null check (length(name) between 2 and 40),
  about       text not null default '' check (length(about) <= 300),
  area_code   text collate "C" not null references areas check (length(area_code) >= 12),
  contact_id  bigint not null references people,
  created_at  timestamptz(3) not null,
  -- The community has seen its licence.
  verified_by bigint references people,
  verified_at timestamptz(3),
  check ((verified_by is null) = (verified_at is null))
);
create unique index enterprise_name_taken on enterprises (area_code, name);
create index enterprises_by_contact on enterprises (contact_id);

create table openings (
  id            bigint generated always as identity primary key,
  enterprise_id bigint not null references enterprises,
  title         text not null check (length(title) between 2 and 30),
  words         text not null default '' check (length(words) <= 1000),
  area_code     text collate "C" not null references areas check (length(area_code) >= 12),
  lat           double precision not null check (lat between -90 and 90),
  lng           double precision not null check (lng between -180 and 180),
  people        int not null check (people between 1 and 200),
  pay           text not null check (length(pay) between 1 and 60),
  -- Yuan a month.
  pay_from      int check (pay_from between 0 and 1000000),
  pay_until     int check (pay_until between pay_from and 1000000),
  until_on      date not null,
  status        text not null default 'draft' check (status in ('draft', 'submitted', 'open', 'closed')),
  -- Why it was sent back or closed.
  reason        text,
  created_by    bigint not null references people,
  created_at    timestamptz(3) not null,
  decided_by    bigint references people,
  decided_at    timestamptz(3),
  closed_at     timestamptz(3),
  constraint open_was_approved check (status <> 'open' or decided_at is not null),
  check ((status = 'closed') = (closed_at is not null))
);
create index openings_by_area on openings (area_code, id desc) where status in ('submitted', 'open');
create index openings_by_enterprise on openings (enterprise_id, id desc);

create table opening_skills (
  opening_id bigint not null references openings on delete cascade,
  skill_code text collate "C" not null references skills,
  level      int not null default 1 check (level between 1 and 3),
  primary key (opening_id, skill_code)
);
-- When one works, every week: Monday is 1, minutes of the day. None: as agreed.
create table opening_shifts (
  opening_id   bigint not null references openings on delete cascade,
  weekday      int not null check (weekday between 1 and 7),
  from_minute  int not null check (from_minute between 0 and 1439),
  until_minute int not null check (until_minute between 1 and 1440),
  check (from_minute < until_minute),
  exclude using gist (opening_id with =, weekday with =, int4range(from_minute, until_minute) with &&)
);

-- Who looks for work: seen by the team for work and the community's staff only, because the person agreed to it.
create table job_seekers (
  person_id      bigint primary key references people,
  name           text not null check (length(name) between 2 and 20),
  area_code      text collate "C" not null references areas check (length(area_code) >= 12),
  home_area_code text check (home_area_code ~ '^\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?$'),
  lat            double precision not null check (lat between -90 and 90),
  lng            double precision not null check (lng between -180 and 180),
  radius_metres  int not null check (radius_metres between 500 and 50000),
  wishes         text not null default '' check (length(wishes) <= 300),
  active_until   date not null,
  consented_at   timestamptz(3) not null,
  ended_at       timestamptz(3),
  changed_at     timestamptz(3) not null
);
create table job_seeker_skills (
  person_id  bigint not null references job_seekers on delete cascade,
  skill_code text collate "C" not null references skills,
  level      int not null check (level between 1 and 3),
  primary key (person_id, skill_code)
);
create table job_seeker_dialects (
  person_id    bigint not null references job_seekers on delete cascade,
  dialect_code text collate "C" not null references dialects,
  primary key (person_id, dialect_code)
);
create table job_seeker_weekly (
  person_id    bigint not null references job_seekers on delete cascade,
  weekday      int not null check (weekday between 1 and 7),
  from_minute  int not null check (from_minute between 0 and 1439),
  until_minute int not null check (until_minute between 1 and 1440),
  check (from_minute < until_minute),
  exclude using gist (person_id with =, weekday with =, int4range(from_minute, until_minute) with &&)
);

create table job_proposals (
  id           bigint generated always as identity primary key,
  opening_id   bigint not null references openings,
  seeker_id    bigint not null references job_seekers,
  status       text not null check (status in ('proposed', 'interested', 'contacted', 'hired', 'notHired', 'notInterested', 'withdrawn')),
  -- By the engine (types/volunteer/shapes.ts); none where the seeker came by himself.
  score        int,
  reasons      jsonb not null default '[]',
  -- 责任到人: who follows up, and by when the next step has to be done.
  owner_id     bigint references people,
  due_at       timestamptz(3),
  -- 0 a member of the team, 1 its leader, 2 the community.
  escalation   int not null default 0 check (escalation between 0 and 2),
  proposed_at  timestamptz(3) not null,
  answered_at  timestamptz(3),
  contacted_at timestamptz(3),
  ended_at     timestamptz(3),
  -- What whoever followed up says of the end.
  note         text check (length(note) <= 200),
  -- The same person for the same opening: once, whatever became of it.
  constraint one_proposal_a_pair unique (opening_id, seeker_id),
  constraint live_has_owner check ((owner_id is not null and due_at is not null) or ended_at is not null),
  check ((ended_at is null) = (status in ('proposed', 'interested', 'contacted'))),
  check (status not in ('interested', 'contacted', 'hired') or answered_at is not null),
  check (status not in ('contacted', 'hired') or contacted_at is not null)
);
create index job_proposals_by_seeker on job_proposals (seeker_id, id desc);
create index job_proposals_by_owner on job_proposals (owner_id, due_at) where ended_at is null;
create index job_proposals_due on job_proposals (due_at) where ended_at is null;

create table job_messages (
  id          bigint generated always as identity primary key,
  proposal_id bigint not null references job_proposals,
  from_id     bigint not null references people,
  kind        text not null check (kind in ('words', 'callBack')),
  words       text not null default '' check (length(words) <= 300),
  at          timestamptz(3) not null,
  check ((kind = 'words') = (words <> ''))
);
create index job_messages_in_order on job_messages (proposal_id, id);

-- Never more people hired than places, and nothing new for what is not open.
create function guard_job_proposal() returns trigger language plpgsql as $$
declare
  o openings;
begin
  select * into o from openings where id = new.opening_id for share;
  if tg_op = 'INSERT' and o.status <> 'open' then
    raise exception 'opening % is not open', o.id using errcode = 'check_violation';
  end if;
  if new.status = 'hired' and (select count(*) from job_proposals where opening_id = o.id and status = 'hired' and id <> new.id) >= o.people then
    raise exception 'opening % is filled', o.id using errcode = 'check_violation', constraint = 'places_are_filled';
  end if;
  return new;
end $$;
create trigger places before insert or update on job_proposals for each row execute function guard_job_proposal();
