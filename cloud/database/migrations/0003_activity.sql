-- 邻里活动 activity: seats, waitlist, check-in, rating.

create table activity_series (
  id         bigint generated always as identity primary key,
  every      text not null check (every in ('week', 'month')),
  created_by bigint not null references people,
  created_at timestamptz(3) not null default now()
);

create table activities (
  id                       bigint generated always as identity primary key,
  area_code                text collate "C" not null references areas,
  kind                     text not null check (kind in ('tea', 'song', 'flower', 'photo', 'reading', 'service', 'culture', 'other')),
  status                   text not null default 'draft' check (status in ('draft', 'submitted', 'published', 'ended', 'cancelled')),
  title                    text not null check (length(title) between 2 and 40),
  body                     text not null,
  place_name               text not null,
  address                  text not null,
  access_note              text not null default '',
  lat                      double precision,
  lng                      double precision,
  starts_at                timestamptz(3) not null,
  ends_at                  timestamptz(3) not null,
  sign_up_opens_at         timestamptz(3) not null,
  sign_up_closes_at        timestamptz(3) not null,
  cancel_until             timestamptz(3) not null,
  waitlist                 boolean not null,
  join_rule                text not null check (join_rule in ('everyone', 'community', 'volunteers', 'invited')),
  max_party                int not null check (max_party between 1 and 10),
  questions                jsonb not null default '[]' check (jsonb_typeof(questions) = 'array'),
  needs_approval           boolean not null,
  show_up_first            boolean not null,
  promotion_answer_minutes int not null check (promotion_answer_minutes between 10 and 2880),
  invite_code              text not null,
  host                     text not null,
  contact_name             text not null,
  contact_phone            text,
  series_id                bigint references activity_series,
  created_by               bigint not null references people,
  created_at               timestamptz(3) not null default now(),
  submitted_at             timestamptz(3),
  approved_by              bigint references people,
  approved_at              timestamptz(3),
  sent_back_reason         text,
  cancelled_at             timestamptz(3),
  cancel_reason            text,
  -- Set by the job that closes the books after the end: no-shows counted, rating asked for.
  closed_at                timestamptz(3),
  reminded_at              timestamptz(3),
  -- When those still waiting were told that it did not work out.
  waitlist_closed_at       timestamptz(3),
  version                  int not null default 1,
  check (ends_at > starts_at),
  check (sign_up_opens_at < sign_up_closes_at and sign_up_closes_at <= ends_at),
  check (cancel_until <= ends_at),
  check ((lat is null) = (lng is null)),
  check ((status = 'cancelled') = (cancelled_at is not null)),
  check (status not in ('published', 'ended') or approved_at is not null)
);
create index activities_upcoming on activities (area_code, starts_at, id) where status = 'published';
create index activities_upcoming_county on activities (starts_at, id) where status = 'published';
create index activities_by_maker on activities (created_by, starts_at desc, id desc);
create index activities_submitted on activities (area_code, submitted_at, id) where status = 'submitted';
create index activities_by_series on activities (series_id, starts_at) where series_id is not null;
create index activities_to_close on activities (ends_at) where status = 'published';
create index activities_to_remind on activities (starts_at) where status = 'published' and reminded_at is null;
create index activities_to_settle on activities (cancel_until) where status = 'published' and waitlist_closed_at is null;

-- A pool of seats. Its counters are the truth the sign-up function works on; the checks make overselling impossible, whoever writes.
-- An activity without quota groups has one pool named ''. A null capacity takes everybody.
create table activity_groups (
  id          bigint generated always as identity primary key,
  activity_id bigint not null references activities,
  name        text not null,
  capacity    int check (capacity between 1 and 100000),
  taken       int not null default 0 check (taken >= 0),
  waiting     int not null default 0 check (waiting >= 0),
  last_ticket int not null default 0 check (last_ticket >= 0),
  unique (activity_id, name),
  unique (activity_id, id),
  constraint never_oversold check (taken <= capacity),
  check (capacity is not null or waiting = 0)
) with (fillfactor = 50);

create table sign_ups (
  id             bigint generated always as identity primary key,
  activity_id    bigint not null references activities,
  group_id       bigint not null,
  person_id      bigint not null references people,
  -- Who tapped: the person, a family member or a grid worker (代报名).
  signed_up_by   bigint not null references people,
  status         text collate "C" not null
                   check (status in ('requested', 'confirmed', 'waitlisted', 'checkedIn', 'checkedOut', 'cancelled', 'noShow', 'rejected')),
  cancel_reason  text check (cancel_reason in ('withdrawn', 'declined', 'noAnswer', 'activityCancelled', 'accountDeleted')),
  party          int not null check (party between 1 and 10),
  answers        jsonb not null default '{}',
  -- Order in the waitlist: those behind others (show-up-first), then by ticket, in the order of arrival.
  behind         boolean not null default false,
  ticket         int not null,
  -- Set while a promoted person may still accept or decline; the seat is held until then.
  answer_by      timestamptz(3),
  promoted_at    timestamptz(3),
  request_id     uuid not null,
  signed_up_at   timestamptz(3) not null default now(),
  checked_in_at  timestamptz(3),
  checked_out_at timestamptz(3),
  -- When the activity takes place, copied to find overlaps without reading the activity.
  starts_at      timestamptz(3) not null,
  ends_at        timestamptz(3) not null,
  foreign key (activity_id, group_id) references activity_groups (activity_id, id),
  check ((status = 'cancelled') = (cancel_reason is not null)),
  check (answer_by is null or status = 'confirmed'),
  check (status not in ('checkedIn', 'checkedOut') or checked_in_at is not null),
  check ((status = 'checkedOut') = (checked_out_at is not null)),
  check (checked_out_at >= checked_in_at)
) with (fillfactor = 80);

-- One live sign-up per person and activity.
create unique index one_live_sign_up on sign_ups (activity_id, person_id) where status not in ('cancelled', 'rejected');
-- The line of a group. A ticket is never given twice, so the order is total and positions count up without gaps.
create unique index waitlist_line on sign_ups (group_id, behind, ticket) where status = 'waitlisted';
create index sign_ups_by_person on sign_ups (person_id, starts_at desc, id desc);
create index sign_ups_by_helper on sign_ups (signed_up_by, starts_at desc, id desc) where signed_up_by <> person_id;
create index sign_ups_to_answer on sign_ups (answer_by) where answer_by is not null;
create index no_shows on sign_ups (person_id, ends_at) where status = 'noShow';

-- Every check-in and check-out as it happened. The id is made where it was recorded, so a phone that was offline may send it again.
create table check_ins (
  entry_id    uuid primary key,
  sign_up_id  bigint not null references sign_ups,
  action      text not null check (action in ('in', 'out', 'undo')),
  at          timestamptz(3) not null,
  day         date not null,
  -- 1, 2, 3: the how-manieth check-in of that day; the constraint is the limit of three.
  nth         int check (nth between 1 and 3),
  means       text not null check (means in ('rotatingCode', 'personalCode', 'list')),
  recorded_by bigint not null references people,
  recorded_at timestamptz(3) not null default now(),
  check ((action = 'in') = (nth is not null))
);
create unique index at_most_three_a_day on check_ins (sign_up_id, day, nth) where action = 'in';
create index check_ins_by_sign_up on check_ins (sign_up_id, at);

-- 服务时长: evidence of served time. Never two records of one person for overlapping times.
create table service_records (
  id          bigint generated always as identity primary key,
  person_id   bigint not null references people,
  activity_id bigint references activities,
  sign_up_id  bigint unique references sign_ups,
  served      tstzrange not null check (not isempty(served) and not lower_inf(served) and not upper_inf(served)),
  recorded_at timestamptz(3) not null default now(),
  constraint never_two_places_at_once exclude using gist (person_id with =, served with &&)
);

create table activity_ratings (
  id             bigint generated always as identity primary key,
  activity_id    bigint not null references activities,
  person_id      bigint not null references people,
  stars          int not null check (stars between 1 and 5),
  comment        text not null default '',
  comment_status text not null check (comment_status in ('none', 'shown', 'inReview', 'hidden')),
  rated_at       timestamptz(3) not null default now(),
  changed_at     timestamptz(3) not null default now(),
  unique (activity_id, person_id),
  check ((comment = '') = (comment_status = 'none'))
);

create table activity_photos (
  id          bigint generated always as identity primary key,
  activity_id bigint not null references activities,
  mime_type   text not null check (mime_type in ('image/jpeg', 'image/png')),
  bytes       bytea not null check (length(bytes) between 1 and 419430),
  caption     text not null default '',
  added_by    bigint not null references people,
  added_at    timestamptz(3) not null default now(),
  removed_at  timestamptz(3)
);
create index activity_photos_in_order on activity_photos (activity_id, id) where removed_at is null;
