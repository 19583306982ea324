-- The desk of 最多跑一次: who works on a case, who changed it last, and the orders its queue is read in.

-- When its owner took it up; null while it waits in the queue, where any colleague of the area may take it.
alter table applications add column claimed_at timestamptz(3);
-- Who changed the row last (null: the clock), for whoever comes second.
alter table applications add column changed_by bigint references people;
-- The deadline that the applicant was reminded of.
alter table applications add column reminded_of timestamptz(3);
-- What the department asked for an opinion has not said yet.
create index application_reviews_open on application_reviews (application_id) where given_at is null;

-- The queue: nearest deadline first, what waits for no date last.
drop index applications_by_owner;
drop index applications_by_area;
create index desk_by_owner on applications (owner_id, coalesce(deadline_at, 'infinity'), id) include (area_code, status)
  where status in ('submitted', 'correctionRequested', 'accepted', 'conditionallyAccepted', 'deemedAccepted', 'inReview', 'suspended', 'approved', 'refused', 'underAppeal');
create index desk_by_area on applications (area_code, coalesce(deadline_at, 'infinity'), id) include (status, claimed_at)
  where status in ('submitted', 'correctionRequested', 'accepted', 'conditionallyAccepted', 'deemedAccepted', 'inReview', 'suspended', 'approved', 'refused', 'underAppeal');
create index desk_by_deadline on applications (coalesce(deadline_at, 'infinity'), id) include (area_code, status, claimed_at)
  where status in ('submitted', 'correctionRequested', 'accepted', 'conditionallyAccepted', 'deemedAccepted', 'inReview', 'suspended', 'approved', 'refused', 'underAppeal');
create index desk_by_item on applications (item_id, coalesce(deadline_at, 'infinity'), id)
  where status in ('submitted', 'correctionRequested', 'accepted', 'conditionallyAccepted', 'deemedAccepted', 'inReview', 'suspended', 'approved', 'refused', 'underAppeal');
-- What has ended: newest first.
create index ended_by_owner on applications (owner_id, changed_at desc, id desc) where status in ('delivered', 'rated', 'closed', 'withdrawn', 'lapsed');
create index ended_by_area on applications (area_code, changed_at desc, id desc) where status in ('delivered', 'rated', 'closed', 'withdrawn', 'lapsed');
create index ended_by_time on applications (changed_at desc, id desc) where status in ('delivered', 'rated', 'closed', 'withdrawn', 'lapsed');
-- Found by the beginning of the name, by the name without its first character (桂英), and by any part of the number.
create index applications_by_name on applications ((applicant_name collate "C"));
create index applications_by_given_name on applications ((substr(applicant_name, 2) collate "C"));
create index applications_by_number_part on applications using gin (number gin_trgm_ops) where number is not null;
