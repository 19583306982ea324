-- One picture may stand above an activity instead of the drawing of its kind.
alter table activity_photos add column cover boolean not null default false;
create unique index one_cover on activity_photos (activity_id) where cover and removed_at is null;
