-- Pictures that others see wait for a verdict; 投诉建议 feedback.

-- ---- pictures -----------------------------------------------------------------------------------------------

alter table activity_photos
  add column state text not null default 'shown' check (state in ('inReview', 'shown', 'hidden')),
  -- What a picture in review waits for: WeChat's verdict, or a person, because WeChat had doubts or could not be asked.
  add column waits_for text check (waits_for in ('verdict', 'doubtful', 'unchecked')),
  add column hidden_reason text,
  add column reviewed_by bigint references people,
  add column reviewed_at timestamptz(3),
  add check ((state = 'inReview') = (waits_for is not null)),
  add check ((state = 'hidden') = (hidden_reason is not null)),
  add check ((reviewed_by is null) = (reviewed_at is null));
-- What was shown before stays shown; what comes from now on must say what it is.
alter table activity_photos alter column state drop default;
create index photos_for_a_person on activity_photos (id) where waits_for in ('doubtful', 'unchecked') and removed_at is null;
create index photos_decided on activity_photos (id desc) where state <> 'inReview' and removed_at is null;

-- One picture or recording that WeChat is asked about. `subject` and `subject_id` name the row of the capability that shows it.
create table media_checks (
  id         bigint generated always as identity primary key,
  subject    text not null,
  subject_id bigint not null,
  -- Whose it is: WeChat wants to know the author.
  person_id  bigint not null references people,
  -- Given by WeChat when it was asked; its verdict names it.
  trace_id   text unique,
  asked_at   timestamptz(3) not null default now(),
  verdict    text check (verdict in ('pass', 'review', 'risky', 'unavailable')),
  settled_at timestamptz(3),
  unique (subject, subject_id),
  check ((verdict is null) = (settled_at is null))
);
create index open_media_checks on media_checks (asked_at) where settled_at is null;
create index media_checks_by_person on media_checks (person_id);

-- Verdicts as they were pushed. Pushes repeat, and may be faster than the answer that names their trace id.
create table media_verdicts (
  trace_id  text primary key,
  verdict   text not null check (verdict in ('pass', 'review', 'risky', 'unavailable')),
  pushed_at timestamptz(3) not null default now()
);

-- ---- feedback -----------------------------------------------------------------------------------------------

create table feedback (
  id              bigint generated always as identity primary key,
  -- What the person quotes on the phone: the day and a count of that day.
  number          text not null unique check (number ~ '^\d{8}-\d{3,}$'),
  kind            text not null check (kind in ('complaint', 'suggestion')),
  about           text not null check (about in ('app', 'service', 'activity', 'people', 'other')),
  area_code       text collate "C" not null references areas,
  person_id       bigint not null references people,
  -- Staff do not learn who wrote it.
  anonymous       boolean not null,
  words           text not null check (words <> ''),
  sent_at         timestamptz(3) not null default now(),
  -- 责任到人: the administrator who answers for it, and until when.
  owner_id        bigint references people,
  answer_by       timestamptz(3) not null,
  answer          text,
  answered_by     bigint references people,
  answered_at     timestamptz(3),
  -- Taken back by the person, or ended with their account.
  withdrawn_at    timestamptz(3),
  -- When the owner and the supervisors were told that the time is over.
  overdue_told_at timestamptz(3),
  check (answered_at is null or withdrawn_at is null),
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);
create index feedback_by_person on feedback (person_id, id desc);
create index feedback_open on feedback (answer_by, id) where answered_at is null and withdrawn_at is null;
create index feedback_answered on feedback (id desc) where answered_at is not null;

-- How many numbers a day has given.
create table feedback_days (
  day  date primary key,
  last int not null check (last > 0)
);
