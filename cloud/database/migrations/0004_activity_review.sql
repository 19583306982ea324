-- Comments that a person has to look at, and what became of them.

alter table activity_ratings
  -- WeChat's check had doubts, or staff have hidden a comment of this person here before: no machine shows it, a person decides.
  add column needs_person boolean not null default false,
  -- The last decision of staff. It stays when the author writes anew, so that a hidden comment does not come back by being saved again.
  add column reviewed_by bigint references people,
  add column reviewed_at timestamptz(3),
  add column review_reason text,
  add check ((reviewed_by is null) = (reviewed_at is null));

create index comments_in_review on activity_ratings (id) where comment_status = 'inReview';
create index comments_shown on activity_ratings (activity_id, id desc) where comment_status = 'shown';
