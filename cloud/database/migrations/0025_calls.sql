-- A call by relay that could not be placed within minutes is given up, and whoever wished to place it is told.

alter table relay_calls
  add given_up_at timestamptz(3),
  add constraint placed_or_given_up check (placed_at is null or given_up_at is null);
create index relay_calls_waiting on relay_calls (asked_at) where placed_at is null and given_up_at is null;
