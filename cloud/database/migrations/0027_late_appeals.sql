-- An appeal that nobody answers goes up the line by the clock. `due_at` stays what the member was promised; this is when the clock looks next.
alter table point_appeals add column look_at timestamptz(3);
update point_appeals set look_at = due_at where status = 'waiting';
alter table point_appeals add check (status <> 'waiting' or look_at is not null);
drop index point_appeals_waiting;
create index point_appeals_waiting on point_appeals (look_at) where status = 'waiting';
