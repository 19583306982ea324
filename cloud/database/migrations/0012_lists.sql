-- Every list in the order of an index of its own, so that a page costs the same in a county of any size.

-- The roster of an activity, in the order people signed up.
create index sign_ups_by_activity on sign_ups (activity_id, id);
-- What an area's administrators run, in every state, and what waits for the county's.
create index activities_by_area on activities (area_code, starts_at desc, id desc);
create index activities_by_start on activities (starts_at desc, id desc);
create index activities_submitted_county on activities (submitted_at, id) where status = 'submitted';

-- Comments by their state: of an activity, and of the whole county.
drop index comments_in_review;
drop index comments_shown;
create index comments_by_activity on activity_ratings (activity_id, comment_status, id desc) where comment <> '';
create index comments_by_state on activity_ratings (comment_status, id desc) where comment <> '';

-- People without a phone, for who looks after more than a township.
create index people_enrolled on people (id) where enrolled_in is not null;

-- Feedback of an area: what is open by its deadline, the rest by its age.
create index feedback_open_by_area on feedback (area_code, answer_by, id) where answered_at is null and withdrawn_at is null;
create index feedback_by_area on feedback (area_code, id desc);

create index call_backs_to_make on rating_call_backs (id) where done_at is null;

-- The few of a large queue that a page of its own shows: decided and not yet handed over, and taken up by nobody.
create index desk_to_deliver on applications (coalesce(deadline_at, 'infinity'), id) include (deadline_at, area_code, status, claimed_at, owner_id)
  where status in ('approved', 'refused');
create index desk_unclaimed on applications (coalesce(deadline_at, 'infinity'), id) include (deadline_at, area_code, status, claimed_at, owner_id)
  where claimed_at is null and status in ('submitted', 'correctionRequested', 'accepted', 'conditionallyAccepted', 'deemedAccepted', 'inReview', 'suspended');
-- A name is looked for among what is open or among what has ended, and the archive is ten times the desk.
drop index applications_by_name;
drop index applications_by_given_name;
create index desk_by_name on applications ((applicant_name collate "C"))
  where status in ('submitted', 'correctionRequested', 'accepted', 'conditionallyAccepted', 'deemedAccepted', 'inReview', 'suspended', 'approved', 'refused', 'underAppeal');
create index desk_by_given_name on applications ((substr(applicant_name, 2) collate "C"))
  where status in ('submitted', 'correctionRequested', 'accepted', 'conditionallyAccepted', 'deemedAccepted', 'inReview', 'suspended', 'approved', 'refused', 'underAppeal');
create index ended_by_name on applications ((applicant_name collate "C")) where status in ('delivered', 'rated', 'closed', 'withdrawn', 'lapsed');
create index ended_by_given_name on applications ((substr(applicant_name, 2) collate "C")) where status in ('delivered', 'rated', 'closed', 'withdrawn', 'lapsed');
