-- 收件箱 inbox and 订阅消息 subscription messages.

create table notices (
  id         bigint generated always as identity primary key,
  person_id  bigint not null references people,
  kind       text not null,
  facts      jsonb not null,
  created_at timestamptz(3) not null default now(),
  read_at    timestamptz(3)
);
create index notices_by_person on notices (person_id, id desc);
create index unread_notices on notices (person_id) where read_at is null;

-- One row is one accepted prompt; it pays for one message, ever.
create table message_acceptances (
  id          bigint generated always as identity primary key,
  person_id   bigint not null references people,
  kind        text not null,
  accepted_at timestamptz(3) not null default now(),
  -- Spent on this notice, or lost because WeChat said 43101 (notice empty, spent_at set).
  spent_at    timestamptz(3),
  notice_id   bigint unique references notices,
  check (notice_id is null or spent_at is not null)
);
create index unspent_acceptances on message_acceptances (person_id, kind, id) where spent_at is null;

-- One notice is at most one WeChat message. `sending` is written before the call and never sent again, so a crash in between can
-- lose a message but not double it; the notice itself is safe in the inbox.
create table message_deliveries (
  notice_id  bigint primary key references notices,
  status     text not null default 'queued' check (status in ('queued', 'sending', 'sent', 'refused', 'failed', 'unknown')),
  attempts   int not null default 0,
  errcode    int,
  queued_at  timestamptz(3) not null default now(),
  settled_at timestamptz(3),
  check ((status in ('queued', 'sending')) = (settled_at is null))
);
create index open_deliveries on message_deliveries (queued_at) where settled_at is null;
