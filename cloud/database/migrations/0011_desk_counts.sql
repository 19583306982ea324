-- The lights of the queue are counted in the index alone: PostgreSQL reads an expression's column from there only when the column itself is in it.
drop index desk_by_area;
drop index desk_by_deadline;
create index desk_by_area on applications (area_code, coalesce(deadline_at, 'infinity'), id) include (deadline_at, status, claimed_at, owner_id)
  where status in ('submitted', 'correctionRequested', 'accepted', 'conditionallyAccepted', 'deemedAccepted', 'inReview', 'suspended', 'approved', 'refused', 'underAppeal');
create index desk_by_deadline on applications (coalesce(deadline_at, 'infinity'), id) include (deadline_at, area_code, status, claimed_at, owner_id)
  where status in ('submitted', 'correctionRequested', 'accepted', 'conditionallyAccepted', 'deemedAccepted', 'inReview', 'suspended', 'approved', 'refused', 'underAppeal');
create index ended_by_item on applications (item_id, changed_at desc, id desc) where status in ('delivered', 'rated', 'closed', 'withdrawn', 'lapsed');
