-- 三会一课 and branch life, for the branch alone.

create table branch_meetings (
  id            bigint generated always as identity primary key,
  branch_id     bigint not null references branches,
  -- 支部党员大会, 支委会, 党小组会, 党课, 组织生活会.
  kind          text not null check (kind in ('general', 'committee', 'group', 'lecture', 'life')),
  title         text not null check (length(title) between 2 and 60),
  place         text not null check (length(place) between 2 and 60),
  -- How whoever is far away takes part; empty: not at all.
  remote_way    text not null default '' check (length(remote_way) <= 200),
  agenda        text not null default '' check (length(agenda) <= 1000),
  starts_at     timestamptz(3) not null,
  ends_at       timestamptz(3) not null,
  status        text not null default 'planned' check (status in ('planned', 'held', 'cancelled')),
  version       int not null default 1,
  summary       text check (length(summary) <= 2000),
  cancel_reason text check (length(cancel_reason) between 2 and 200),
  created_by    bigint not null references people,
  created_at    timestamptz(3) not null,
  held_at       timestamptz(3),
  check (starts_at < ends_at and ends_at <= starts_at + interval '24 hours'),
  check ((status = 'held') = (held_at is not null)),
  check ((status = 'cancelled') = (cancel_reason is not null))
);
create index branch_meetings_by_day on branch_meetings (branch_id, starts_at);

-- What a member said before, and what somebody of the branch noted afterwards.
create table branch_attendances (
  meeting_id bigint not null references branch_meetings,
  person_id  bigint not null references people,
  said       text check (said in ('coming', 'remote', 'leave')),
  reason     text not null default '' check (length(reason) <= 200),
  said_at    timestamptz(3),
  attended   text check (attended in ('present', 'remote', 'absent')),
  noted_by   bigint references people,
  noted_at   timestamptz(3),
  primary key (meeting_id, person_id),
  check ((said is null) = (said_at is null)),
  check ((attended is null) = (noted_at is null) and (attended is null) = (noted_by is null)),
  check (said is not null or attended is not null)
);
create index branch_attendances_by_person on branch_attendances (person_id);

-- Minutes as they were handed in.
create table branch_meeting_files (
  meeting_id bigint not null references branch_meetings,
  file_id    bigint not null references files,
  added_by   bigint not null references people,
  added_at   timestamptz(3) not null,
  primary key (meeting_id, file_id)
);
create index branch_meeting_files_by_file on branch_meeting_files (file_id);
