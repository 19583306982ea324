-- 事项目录 catalogue: what can be applied for. A published version never changes, and applications point at the version they began with.

create table service_items (
  id                bigint generated always as identity primary key,
  code              text not null unique check (code ~ '^[A-Z0-9][A-Z0-9-]{1,39}$'),
  area_code         text collate "C" not null references areas,
  status            text not null default 'draft' check (status in ('draft', 'published', 'withdrawn')),
  -- The least that lists have; complete items repeat it in their content.
  name              text not null check (length(name) between 2 and 60),
  department        text not null check (length(department) between 2 and 40),
  -- What is being worked on. json, not jsonb: the order of form fields is the order on the page.
  draft             json not null default '{}',
  draft_changed_at  timestamptz(3) not null default now(),
  draft_changed_by  bigint references people,
  published_version int,
  -- Everything a search may meet, in lower case: names, aliases, department, pinyin whole and by initials.
  search_text       text not null default '',
  life_events       text[] not null default '{}',
  -- How often it was applied for, for the order of lists.
  applied           int not null default 0 check (applied >= 0),
  created_at        timestamptz(3) not null default now(),
  check ((status = 'draft') or published_version is not null)
);
create index service_items_by_search on service_items using gin (search_text gin_trgm_ops);
create index service_items_by_life_event on service_items using gin (life_events);
create index service_items_in_order on service_items (applied desc, id) where status <> 'withdrawn';

create table service_item_versions (
  item_id      bigint not null references service_items,
  version      int not null check (version > 0),
  content      json not null,
  published_at timestamptz(3) not null default now(),
  published_by bigint references people,
  primary key (item_id, version)
);
alter table service_items add constraint published_version_exists
  foreign key (id, published_version) references service_item_versions (item_id, version) deferrable initially deferred;
create trigger append_only before update or delete on service_item_versions for each row execute function refuse_change();
create trigger append_only_whole before truncate on service_item_versions for each statement execute function refuse_change();
