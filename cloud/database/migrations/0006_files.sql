-- 文件 files: pictures and documents people hand in. The bytes lie encrypted in the file store, each file under a key of its own; that key lies
-- here, wrapped by a key derived from SECRET_KEY. Without this row the bytes are noise, and rotating SECRET_KEY only wraps anew.

create table files (
  id              bigint generated always as identity primary key,
  owner_id        bigint not null references people,
  -- pending: a place was given, the bytes have not come. stored: they lie in the store. attached: something uses them. deleted: a tombstone.
  status          text not null default 'pending' check (status in ('pending', 'stored', 'attached', 'deleted')),
  name            text not null check (length(name) <= 100),
  mime_type       text check (mime_type in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  -- Bytes of the content as stored, before encryption.
  size            int check (size between 1 and 20971520),
  -- Of the content as stored, and as it came (to know an upload that is sent again).
  sha256          bytea check (length(sha256) = 32),
  received_sha256 bytea check (length(received_sha256) = 32),
  -- Where the bytes lie in the store. A copy for reuse shares them.
  location        text not null,
  key_id          text check (key_id ~ '^[0-9a-f]{16}$'),
  wrapped_key     bytea,
  -- What uses it: `application` 12, `activity` 7 …
  purpose         text check (purpose ~ '^[a-z][a-zA-Z]{1,39}$'),
  purpose_id      bigint,
  -- A copy made for reuse, and when its owner agreed to that.
  copied_from     bigint references files,
  reuse_agreed_at timestamptz(3),
  created_at      timestamptz(3) not null default now(),
  stored_at       timestamptz(3),
  attached_at     timestamptz(3),
  -- From then on the job deletes it.
  keep_until      timestamptz(3),
  deleted_at      timestamptz(3),
  check ((purpose is null) = (purpose_id is null)),
  check ((copied_from is null) = (reuse_agreed_at is null)),
  check ((status = 'deleted') = (deleted_at is not null)),
  check ((key_id is null) = (wrapped_key is null)),
  -- Deleted means: the key is gone in the same commit, whatever becomes of the bytes.
  check ((status = 'deleted') = (wrapped_key is null)),
  check (status <> 'deleted' or (name = '' and sha256 is null and received_sha256 is null)),
  check (status not in ('stored', 'attached')
         or (stored_at is not null and mime_type is not null and size is not null and sha256 is not null and received_sha256 is not null)),
  check (status <> 'attached' or (purpose is not null and attached_at is not null)),
  check (status not in ('pending', 'stored') or purpose is null)
);
create index files_by_owner on files (owner_id, id desc) where status in ('stored', 'attached');
create index files_by_purpose on files (purpose, purpose_id, id) where purpose is not null;
create index files_by_location on files (location) where status <> 'deleted';
create index files_unattached on files (created_at) where status in ('pending', 'stored');
create index files_to_drop on files (keep_until) where keep_until is not null and status <> 'deleted';
create index files_by_key on files (key_id) where status <> 'deleted';
