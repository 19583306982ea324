-- What the migrations and functions make: for reading, and compared with a freshly migrated database by the tests.
-- It is never run. Refresh it after writing a migration: npm run cloud -- migrate --dump
-- (with a new DATA_DIR when yours has seen drafts of it).

create extension btree_gist;
create extension pg_trgm;
create extension pgcrypto;

create table acquaintances (
  person_id bigint not null,
  other_id bigint not null,
  created_at timestamp(3) with time zone not null default now(),
  constraint acquaintances_pkey PRIMARY KEY (person_id, other_id),
  constraint acquaintances_other_id_fkey FOREIGN KEY (other_id) REFERENCES people(id),
  constraint acquaintances_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint acquaintances_check CHECK ((person_id <> other_id))
);
CREATE TRIGGER noted AFTER INSERT OR DELETE OR UPDATE ON public.acquaintances FOR EACH ROW EXECUTE FUNCTION note_volunteer_change();

create table activities (
  id bigint not null generated always as identity,
  area_code text collate "C" not null,
  kind text not null,
  status text not null default 'draft'::text,
  title text not null,
  body text not null,
  place_name text not null,
  address text not null,
  access_note text not null default ''::text,
  lat double precision,
  lng double precision,
  starts_at timestamp(3) with time zone not null,
  ends_at timestamp(3) with time zone not null,
  sign_up_opens_at timestamp(3) with time zone not null,
  sign_up_closes_at timestamp(3) with time zone not null,
  cancel_until timestamp(3) with time zone not null,
  waitlist boolean not null,
  join_rule text not null,
  max_party integer not null,
  questions jsonb not null default '[]'::jsonb,
  needs_approval boolean not null,
  show_up_first boolean not null,
  promotion_answer_minutes integer not null,
  invite_code text not null,
  host text not null,
  contact_name text not null,
  contact_phone text,
  series_id bigint,
  created_by bigint not null,
  created_at timestamp(3) with time zone not null default now(),
  submitted_at timestamp(3) with time zone,
  approved_by bigint,
  approved_at timestamp(3) with time zone,
  sent_back_reason text,
  cancelled_at timestamp(3) with time zone,
  cancel_reason text,
  closed_at timestamp(3) with time zone,
  reminded_at timestamp(3) with time zone,
  waitlist_closed_at timestamp(3) with time zone,
  version integer not null default 1,
  constraint activities_pkey PRIMARY KEY (id),
  constraint activities_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES people(id),
  constraint activities_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas(code),
  constraint activities_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id),
  constraint activities_series_id_fkey FOREIGN KEY (series_id) REFERENCES activity_series(id),
  constraint activities_check CHECK ((ends_at > starts_at)),
  constraint activities_check1 CHECK (((sign_up_opens_at < sign_up_closes_at) AND (sign_up_closes_at <= ends_at))),
  constraint activities_check2 CHECK ((cancel_until <= ends_at)),
  constraint activities_check3 CHECK (((lat IS NULL) = (lng IS NULL))),
  constraint activities_check4 CHECK (((status = 'cancelled'::text) = (cancelled_at IS NOT NULL))),
  constraint activities_check5 CHECK (((status <> ALL (ARRAY['published'::text, 'ended'::text])) OR (approved_at IS NOT NULL))),
  constraint activities_join_rule_check CHECK ((join_rule = ANY (ARRAY['everyone'::text, 'community'::text, 'volunteers'::text, 'invited'::text]))),
  constraint activities_kind_check CHECK ((kind = ANY (ARRAY['tea'::text, 'song'::text, 'flower'::text, 'photo'::text, 'reading'::text, 'service'::text, 'culture'::text, 'other'::text]))),
  constraint activities_max_party_check CHECK (((max_party >= 1) AND (max_party <= 10))),
  constraint activities_promotion_answer_minutes_check CHECK (((promotion_answer_minutes >= 10) AND (promotion_answer_minutes <= 2880))),
  constraint activities_questions_check CHECK ((jsonb_typeof(questions) = 'array'::text)),
  constraint activities_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'submitted'::text, 'published'::text, 'ended'::text, 'cancelled'::text]))),
  constraint activities_title_check CHECK (((length(title) >= 2) AND (length(title) <= 40)))
);
CREATE INDEX activities_by_area ON public.activities USING btree (area_code, starts_at DESC, id DESC);
CREATE INDEX activities_by_maker ON public.activities USING btree (created_by, starts_at DESC, id DESC);
CREATE INDEX activities_by_series ON public.activities USING btree (series_id, starts_at) WHERE (series_id IS NOT NULL);
CREATE INDEX activities_by_start ON public.activities USING btree (starts_at DESC, id DESC);
CREATE INDEX activities_submitted ON public.activities USING btree (area_code, submitted_at, id) WHERE (status = 'submitted'::text);
CREATE INDEX activities_submitted_county ON public.activities USING btree (submitted_at, id) WHERE (status = 'submitted'::text);
CREATE INDEX activities_to_close ON public.activities USING btree (ends_at) WHERE (status = 'published'::text);
CREATE INDEX activities_to_remind ON public.activities USING btree (starts_at) WHERE ((status = 'published'::text) AND (reminded_at IS NULL));
CREATE INDEX activities_to_settle ON public.activities USING btree (cancel_until) WHERE ((status = 'published'::text) AND (waitlist_closed_at IS NULL));
CREATE INDEX activities_upcoming ON public.activities USING btree (area_code, starts_at, id) WHERE (status = 'published'::text);
CREATE INDEX activities_upcoming_county ON public.activities USING btree (starts_at, id) WHERE (status = 'published'::text);

create table activity_groups (
  id bigint not null generated always as identity,
  activity_id bigint not null,
  name text not null,
  capacity integer,
  taken integer not null default 0,
  waiting integer not null default 0,
  last_ticket integer not null default 0,
  constraint activity_groups_pkey PRIMARY KEY (id),
  constraint activity_groups_activity_id_id_key UNIQUE (activity_id, id),
  constraint activity_groups_activity_id_name_key UNIQUE (activity_id, name),
  constraint activity_groups_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activities(id),
  constraint activity_groups_capacity_check CHECK (((capacity >= 1) AND (capacity <= 100000))),
  constraint activity_groups_check CHECK (((capacity IS NOT NULL) OR (waiting = 0))),
  constraint activity_groups_last_ticket_check CHECK ((last_ticket >= 0)),
  constraint activity_groups_taken_check CHECK ((taken >= 0)),
  constraint activity_groups_waiting_check CHECK ((waiting >= 0)),
  constraint never_oversold CHECK ((taken <= capacity))
) with (fillfactor=50);

create table activity_photos (
  id bigint not null generated always as identity,
  activity_id bigint not null,
  mime_type text not null,
  bytes bytea not null,
  caption text not null default ''::text,
  added_by bigint not null,
  added_at timestamp(3) with time zone not null default now(),
  removed_at timestamp(3) with time zone,
  state text not null,
  waits_for text,
  hidden_reason text,
  reviewed_by bigint,
  reviewed_at timestamp(3) with time zone,
  cover boolean not null default false,
  constraint activity_photos_pkey PRIMARY KEY (id),
  constraint activity_photos_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activities(id),
  constraint activity_photos_added_by_fkey FOREIGN KEY (added_by) REFERENCES people(id),
  constraint activity_photos_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES people(id),
  constraint activity_photos_bytes_check CHECK (((length(bytes) >= 1) AND (length(bytes) <= 419430))),
  constraint activity_photos_check CHECK (((state = 'inReview'::text) = (waits_for IS NOT NULL))),
  constraint activity_photos_check1 CHECK (((state = 'hidden'::text) = (hidden_reason IS NOT NULL))),
  constraint activity_photos_check2 CHECK (((reviewed_by IS NULL) = (reviewed_at IS NULL))),
  constraint activity_photos_mime_type_check CHECK ((mime_type = ANY (ARRAY['image/jpeg'::text, 'image/png'::text]))),
  constraint activity_photos_state_check CHECK ((state = ANY (ARRAY['inReview'::text, 'shown'::text, 'hidden'::text]))),
  constraint activity_photos_waits_for_check CHECK ((waits_for = ANY (ARRAY['verdict'::text, 'doubtful'::text, 'unchecked'::text])))
);
CREATE INDEX activity_photos_in_order ON public.activity_photos USING btree (activity_id, id) WHERE (removed_at IS NULL);
CREATE UNIQUE INDEX one_cover ON public.activity_photos USING btree (activity_id) WHERE (cover AND (removed_at IS NULL));
CREATE INDEX photos_decided ON public.activity_photos USING btree (id DESC) WHERE ((state <> 'inReview'::text) AND (removed_at IS NULL));
CREATE INDEX photos_for_a_person ON public.activity_photos USING btree (id) WHERE ((waits_for = ANY (ARRAY['doubtful'::text, 'unchecked'::text])) AND (removed_at IS NULL));

create table activity_ratings (
  id bigint not null generated always as identity,
  activity_id bigint not null,
  person_id bigint not null,
  stars integer not null,
  comment text not null default ''::text,
  comment_status text not null,
  rated_at timestamp(3) with time zone not null default now(),
  changed_at timestamp(3) with time zone not null default now(),
  needs_person boolean not null default false,
  reviewed_by bigint,
  reviewed_at timestamp(3) with time zone,
  review_reason text,
  constraint activity_ratings_pkey PRIMARY KEY (id),
  constraint activity_ratings_activity_id_person_id_key UNIQUE (activity_id, person_id),
  constraint activity_ratings_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activities(id),
  constraint activity_ratings_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint activity_ratings_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES people(id),
  constraint activity_ratings_check CHECK (((comment = ''::text) = (comment_status = 'none'::text))),
  constraint activity_ratings_check1 CHECK (((reviewed_by IS NULL) = (reviewed_at IS NULL))),
  constraint activity_ratings_comment_status_check CHECK ((comment_status = ANY (ARRAY['none'::text, 'shown'::text, 'inReview'::text, 'hidden'::text]))),
  constraint activity_ratings_stars_check CHECK (((stars >= 1) AND (stars <= 5)))
);
CREATE INDEX comments_by_activity ON public.activity_ratings USING btree (activity_id, comment_status, id DESC) WHERE (comment <> ''::text);
CREATE INDEX comments_by_state ON public.activity_ratings USING btree (comment_status, id DESC) WHERE (comment <> ''::text);

create table activity_series (
  id bigint not null generated always as identity,
  every text not null,
  created_by bigint not null,
  created_at timestamp(3) with time zone not null default now(),
  constraint activity_series_pkey PRIMARY KEY (id),
  constraint activity_series_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id),
  constraint activity_series_every_check CHECK ((every = ANY (ARRAY['week'::text, 'month'::text])))
);

create table application_appeals (
  id bigint not null generated always as identity,
  application_id bigint not null,
  words text not null,
  at timestamp(3) with time zone not null,
  due_at timestamp(3) with time zone not null,
  outcome text,
  answer text,
  answered_by bigint,
  answered_at timestamp(3) with time zone,
  constraint application_appeals_pkey PRIMARY KEY (id),
  constraint application_appeals_application_id_key UNIQUE (application_id),
  constraint application_appeals_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES people(id),
  constraint application_appeals_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint application_appeals_check CHECK ((((outcome IS NULL) = (answered_at IS NULL)) AND ((outcome IS NULL) = (answer IS NULL)))),
  constraint application_appeals_outcome_check CHECK ((outcome = ANY (ARRAY['upheld'::text, 'reopened'::text]))),
  constraint application_appeals_words_check CHECK ((words <> ''::text))
);
CREATE INDEX application_appeals_open ON public.application_appeals USING btree (due_at) WHERE (answered_at IS NULL);

create table application_document_files (
  application_id bigint not null,
  key text not null,
  round integer not null,
  "position" integer not null,
  file_id bigint not null,
  constraint application_document_files_pkey PRIMARY KEY (application_id, key, round, "position"),
  constraint application_document_files_application_id_key_round_fkey FOREIGN KEY (application_id, key, round) REFERENCES application_documents(application_id, key, round) ON DELETE CASCADE,
  constraint application_document_files_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id),
  constraint application_document_files_position_check CHECK (("position" >= 0))
);
CREATE INDEX application_document_files_by_file ON public.application_document_files USING btree (file_id);

create table application_documents (
  application_id bigint not null,
  key text not null,
  round integer not null,
  later boolean not null default false,
  reused boolean not null default false,
  verdict text,
  verdict_by bigint,
  handed_in_at timestamp(3) with time zone not null default now(),
  constraint application_documents_pkey PRIMARY KEY (application_id, key, round),
  constraint application_documents_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id) ON DELETE CASCADE,
  constraint application_documents_verdict_by_fkey FOREIGN KEY (verdict_by) REFERENCES people(id),
  constraint application_documents_round_check CHECK ((round >= 0)),
  constraint application_documents_verdict_check CHECK ((verdict = ANY (ARRAY['ok'::text, 'notOk'::text])))
);

create table application_events (
  application_id bigint not null,
  seq integer not null,
  at timestamp(3) with time zone not null,
  kind text not null,
  from_status text not null,
  to_status text not null,
  actor text not null,
  person_id bigint,
  why text,
  facts jsonb not null default '{}'::jsonb,
  previous_hash bytea not null,
  hash bytea not null,
  constraint application_events_pkey PRIMARY KEY (application_id, seq),
  constraint application_events_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint application_events_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint only_lawful_steps FOREIGN KEY (kind, from_status, to_status) REFERENCES application_transitions(kind, from_status, to_status),
  constraint application_events_actor_check CHECK ((actor = ANY (ARRAY['applicant'::text, 'clerk'::text, 'approver'::text, 'supervisor'::text, 'system'::text]))),
  constraint application_events_check CHECK (((actor = 'system'::text) = (person_id IS NULL))),
  constraint application_events_hash_check CHECK ((length(hash) = 32)),
  constraint application_events_previous_hash_check CHECK ((length(previous_hash) = 32)),
  constraint application_events_seq_check CHECK ((seq > 0))
);
CREATE INDEX application_events_by_person ON public.application_events USING btree (person_id, at) WHERE (person_id IS NOT NULL);
CREATE UNIQUE INDEX extended_once ON public.application_events USING btree (application_id) WHERE (kind = 'extend'::text);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.application_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.application_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER chained BEFORE INSERT ON public.application_events FOR EACH ROW EXECUTE FUNCTION chain_application_event();

create table application_helpers (
  application_id bigint not null,
  helper_id bigint not null,
  kind text not null,
  consent_at timestamp(3) with time zone not null default now(),
  until_at timestamp(3) with time zone not null,
  ended_at timestamp(3) with time zone,
  constraint application_helpers_pkey PRIMARY KEY (application_id, helper_id, consent_at),
  constraint application_helpers_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id) ON DELETE CASCADE,
  constraint application_helpers_helper_id_fkey FOREIGN KEY (helper_id) REFERENCES people(id),
  constraint application_helpers_kind_check CHECK ((kind = ANY (ARRAY['family'::text, 'volunteer'::text, 'gridWorker'::text])))
);
CREATE INDEX application_helpers_by_helper ON public.application_helpers USING btree (helper_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX one_helper_at_a_time ON public.application_helpers USING btree (application_id) WHERE (ended_at IS NULL);

create table application_letters (
  id bigint not null generated always as identity,
  application_id bigint not null,
  kind text not null,
  check_code text not null,
  content jsonb not null,
  issued_at timestamp(3) with time zone not null,
  replaced_at timestamp(3) with time zone,
  constraint application_letters_pkey PRIMARY KEY (id),
  constraint application_letters_check_code_key UNIQUE (check_code),
  constraint application_letters_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint application_letters_kind_check CHECK ((kind = ANY (ARRAY['receipt'::text, 'correctionNotice'::text, 'decision'::text])))
);
CREATE INDEX application_letters_by_application ON public.application_letters USING btree (application_id, id);

create table application_messages (
  id bigint not null generated always as identity,
  application_id bigint not null,
  from_staff boolean not null,
  person_id bigint not null,
  words text not null,
  at timestamp(3) with time zone not null default now(),
  constraint application_messages_pkey PRIMARY KEY (id),
  constraint application_messages_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint application_messages_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint application_messages_words_check CHECK ((words <> ''::text))
);
CREATE INDEX application_messages_in_order ON public.application_messages USING btree (application_id, id);

create table application_numbers (
  area_code text collate "C" not null,
  day date not null,
  last integer not null,
  constraint application_numbers_pkey PRIMARY KEY (area_code, day),
  constraint application_numbers_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas(code),
  constraint application_numbers_last_check CHECK ((last > 0))
);

create table application_pauses (
  application_id bigint not null,
  from_at timestamp(3) with time zone not null,
  until_at timestamp(3) with time zone,
  reason text not null,
  why text not null,
  constraint application_pauses_pkey PRIMARY KEY (application_id, from_at),
  constraint application_pauses_application_id_tstzrange_excl EXCLUDE USING gist (application_id WITH =, tstzrange(from_at, until_at) WITH &&),
  constraint application_pauses_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint application_pauses_check CHECK ((until_at >= from_at)),
  constraint application_pauses_reason_check CHECK ((reason = ANY (ARRAY['hearing'::text, 'auction'::text, 'test'::text, 'inspection'::text, 'quarantine'::text, 'appraisal'::text, 'expertReview'::text]))),
  constraint application_pauses_why_check CHECK ((why <> ''::text))
);

create table application_ratings (
  application_id bigint not null,
  level integer not null,
  words text not null default ''::text,
  rated_at timestamp(3) with time zone not null,
  changed_at timestamp(3) with time zone not null,
  constraint application_ratings_pkey PRIMARY KEY (application_id),
  constraint application_ratings_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint application_ratings_check CHECK ((changed_at <= (rated_at + '7 days'::interval))),
  constraint application_ratings_level_check CHECK (((level >= 1) AND (level <= 5)))
);

create table application_reviews (
  application_id bigint not null,
  key text not null,
  department text not null,
  asked_at timestamp(3) with time zone not null default now(),
  agrees boolean,
  opinion text,
  given_by bigint,
  given_at timestamp(3) with time zone,
  constraint application_reviews_pkey PRIMARY KEY (application_id, key),
  constraint application_reviews_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint application_reviews_given_by_fkey FOREIGN KEY (given_by) REFERENCES people(id),
  constraint application_reviews_check CHECK ((((agrees IS NULL) = (opinion IS NULL)) AND ((agrees IS NULL) = (given_at IS NULL)) AND ((agrees IS NULL) = (given_by IS NULL))))
);
CREATE INDEX application_reviews_open ON public.application_reviews USING btree (application_id) WHERE (given_at IS NULL);

create table application_settings (
  only_row boolean not null default true,
  notice_days integer not null default 5,
  delivery_days integer not null default 10,
  call_back_days integer not null default 5,
  appeal_days integer not null default 60,
  appeal_answer_days integer not null default 20,
  close_days integer not null default 15,
  escalate_days integer not null default 1,
  constraint application_settings_pkey PRIMARY KEY (only_row),
  constraint application_settings_appeal_answer_days_check CHECK (((appeal_answer_days >= 5) AND (appeal_answer_days <= 60))),
  constraint application_settings_appeal_days_check CHECK (((appeal_days >= 15) AND (appeal_days <= 180))),
  constraint application_settings_call_back_days_check CHECK (((call_back_days >= 1) AND (call_back_days <= 15))),
  constraint application_settings_close_days_check CHECK (((close_days >= 7) AND (close_days <= 60))),
  constraint application_settings_delivery_days_check CHECK (((delivery_days >= 1) AND (delivery_days <= 10))),
  constraint application_settings_escalate_days_check CHECK (((escalate_days >= 1) AND (escalate_days <= 5))),
  constraint application_settings_notice_days_check CHECK (((notice_days >= 1) AND (notice_days <= 5))),
  constraint application_settings_only_row_check CHECK (only_row)
);

create table application_transitions (
  kind text not null,
  from_status text not null,
  to_status text not null,
  constraint application_transitions_pkey PRIMARY KEY (kind, from_status, to_status)
);

create table applications (
  id bigint not null generated always as identity,
  number text,
  item_id bigint not null,
  item_version integer not null,
  item_name text not null,
  department text not null,
  kind text not null,
  area_code text collate "C" not null,
  applicant_id bigint not null,
  applicant_name text not null,
  made_by bigint not null,
  status text not null default 'draft'::text,
  version integer not null default 1,
  answers jsonb not null default '{}'::jsonb,
  form_cipher bytea,
  delivery text,
  post_to_cipher bytea,
  tracking_number text,
  visits_needed integer not null default 0,
  round integer not null default 0,
  owner_id bigint,
  deadline_kind text,
  deadline_at timestamp(3) with time zone,
  clock_started_at timestamp(3) with time zone,
  clock_limit integer,
  escalation integer not null default 0,
  escalate_at timestamp(3) with time zone,
  defer_until timestamp(3) with time zone,
  extension_status text,
  extension_days integer,
  extension_reason text,
  outcome text,
  decision_reason text,
  decided_by bigint,
  decided_in_time boolean,
  decided_after_days integer,
  notice_draft jsonb not null default '[]'::jsonb,
  saved_at timestamp(3) with time zone not null default now(),
  changed_at timestamp(3) with time zone not null default now(),
  submitted_at timestamp(3) with time zone,
  accepted_at timestamp(3) with time zone,
  decided_at timestamp(3) with time zone,
  delivered_at timestamp(3) with time zone,
  ended_at timestamp(3) with time zone,
  keep_until timestamp(3) with time zone,
  purged_at timestamp(3) with time zone,
  claimed_at timestamp(3) with time zone,
  changed_by bigint,
  reminded_of timestamp(3) with time zone,
  constraint applications_pkey PRIMARY KEY (id),
  constraint applications_number_key UNIQUE (number),
  constraint applications_applicant_id_fkey FOREIGN KEY (applicant_id) REFERENCES people(id),
  constraint applications_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas(code),
  constraint applications_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people(id),
  constraint applications_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people(id),
  constraint applications_item_id_item_version_fkey FOREIGN KEY (item_id, item_version) REFERENCES service_item_versions(item_id, version),
  constraint applications_made_by_fkey FOREIGN KEY (made_by) REFERENCES people(id),
  constraint applications_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id),
  constraint always_a_deadline CHECK (((deadline_at IS NOT NULL) OR (status <> ALL (ARRAY['submitted'::text, 'correctionRequested'::text, 'accepted'::text, 'conditionallyAccepted'::text, 'deemedAccepted'::text, 'inReview'::text, 'approved'::text, 'refused'::text, 'underAppeal'::text])))),
  constraint always_an_owner CHECK (((owner_id IS NOT NULL) OR (status = ANY (ARRAY['draft'::text, 'delivered'::text, 'rated'::text, 'closed'::text, 'withdrawn'::text, 'lapsed'::text])))),
  constraint applications_check CHECK (((status = 'draft'::text) = (number IS NULL))),
  constraint applications_check1 CHECK (((status = 'draft'::text) = (submitted_at IS NULL))),
  constraint applications_check2 CHECK (((deadline_at IS NULL) = (deadline_kind IS NULL))),
  constraint applications_check3 CHECK ((((outcome IS NULL) = (decided_at IS NULL)) AND ((outcome IS NULL) = (decided_in_time IS NULL)) AND ((outcome IS NULL) = (decided_after_days IS NULL)))),
  constraint applications_check4 CHECK (((outcome <> 'refused'::text) OR (decision_reason <> ''::text))),
  constraint applications_check5 CHECK (((extension_status IS NULL) = (extension_days IS NULL))),
  constraint applications_check6 CHECK (((status <> ALL (ARRAY['closed'::text, 'withdrawn'::text, 'lapsed'::text])) OR (ended_at IS NOT NULL))),
  constraint applications_deadline_kind_check CHECK ((deadline_kind = ANY (ARRAY['notice'::text, 'correction'::text, 'decision'::text, 'delivery'::text, 'appeal'::text]))),
  constraint applications_decided_after_days_check CHECK ((decided_after_days >= 0)),
  constraint applications_delivery_check CHECK ((delivery = ANY (ARRAY['electronic'::text, 'post'::text, 'pickUp'::text]))),
  constraint applications_escalation_check CHECK (((escalation >= 0) AND (escalation <= 2))),
  constraint applications_extension_days_check CHECK (((extension_days >= 1) AND (extension_days <= 10))),
  constraint applications_extension_status_check CHECK ((extension_status = ANY (ARRAY['requested'::text, 'granted'::text, 'declined'::text]))),
  constraint applications_kind_check CHECK ((kind = ANY (ARRAY['onSpot'::text, 'promised'::text]))),
  constraint applications_outcome_check CHECK ((outcome = ANY (ARRAY['approved'::text, 'refused'::text]))),
  constraint applications_round_check CHECK ((round >= 0)),
  constraint applications_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'submitted'::text, 'correctionRequested'::text, 'accepted'::text, 'conditionallyAccepted'::text, 'deemedAccepted'::text, 'inReview'::text, 'suspended'::text, 'approved'::text, 'refused'::text, 'delivered'::text, 'rated'::text, 'closed'::text, 'underAppeal'::text, 'withdrawn'::text, 'lapsed'::text]))),
  constraint applications_visits_needed_check CHECK ((visits_needed = ANY (ARRAY[0, 1])))
) with (fillfactor=80);
CREATE INDEX applications_by_applicant ON public.applications USING btree (applicant_id, changed_at DESC, id DESC);
CREATE INDEX applications_by_maker ON public.applications USING btree (made_by, changed_at DESC, id DESC) WHERE (made_by <> applicant_id);
CREATE INDEX applications_by_number_part ON public.applications USING gin (number gin_trgm_ops) WHERE (number IS NOT NULL);
CREATE INDEX applications_decided ON public.applications USING btree (decided_at, area_code) WHERE (decided_at IS NOT NULL);
CREATE INDEX applications_deferred ON public.applications USING btree (defer_until) WHERE (defer_until IS NOT NULL);
CREATE INDEX applications_due ON public.applications USING btree (deadline_at) WHERE ((deadline_at IS NOT NULL) AND (status = ANY (ARRAY['submitted'::text, 'correctionRequested'::text])));
CREATE INDEX applications_to_close ON public.applications USING btree (delivered_at) WHERE (status = ANY (ARRAY['delivered'::text, 'rated'::text]));
CREATE INDEX applications_to_escalate ON public.applications USING btree (escalate_at) WHERE (escalate_at IS NOT NULL);
CREATE INDEX applications_to_purge ON public.applications USING btree (keep_until) WHERE ((purged_at IS NULL) AND (keep_until IS NOT NULL));
CREATE INDEX desk_by_area ON public.applications USING btree (area_code, COALESCE(deadline_at, 'infinity'::timestamp with time zone), id) INCLUDE (deadline_at, status, claimed_at, owner_id) WHERE (status = ANY (ARRAY['submitted'::text, 'correctionRequested'::text, 'accepted'::text, 'conditionallyAccepted'::text, 'deemedAccepted'::text, 'inReview'::text, 'suspended'::text, 'approved'::text, 'refused'::text, 'underAppeal'::text]));
CREATE INDEX desk_by_deadline ON public.applications USING btree (COALESCE(deadline_at, 'infinity'::timestamp with time zone), id) INCLUDE (deadline_at, area_code, status, claimed_at, owner_id) WHERE (status = ANY (ARRAY['submitted'::text, 'correctionRequested'::text, 'accepted'::text, 'conditionallyAccepted'::text, 'deemedAccepted'::text, 'inReview'::text, 'suspended'::text, 'approved'::text, 'refused'::text, 'underAppeal'::text]));
CREATE INDEX desk_by_given_name ON public.applications USING btree (substr(applicant_name, 2) COLLATE "C") WHERE (status = ANY (ARRAY['submitted'::text, 'correctionRequested'::text, 'accepted'::text, 'conditionallyAccepted'::text, 'deemedAccepted'::text, 'inReview'::text, 'suspended'::text, 'approved'::text, 'refused'::text, 'underAppeal'::text]));
CREATE INDEX desk_by_item ON public.applications USING btree (item_id, COALESCE(deadline_at, 'infinity'::timestamp with time zone), id) WHERE (status = ANY (ARRAY['submitted'::text, 'correctionRequested'::text, 'accepted'::text, 'conditionallyAccepted'::text, 'deemedAccepted'::text, 'inReview'::text, 'suspended'::text, 'approved'::text, 'refused'::text, 'underAppeal'::text]));
CREATE INDEX desk_by_name ON public.applications USING btree (applicant_name COLLATE "C") WHERE (status = ANY (ARRAY['submitted'::text, 'correctionRequested'::text, 'accepted'::text, 'conditionallyAccepted'::text, 'deemedAccepted'::text, 'inReview'::text, 'suspended'::text, 'approved'::text, 'refused'::text, 'underAppeal'::text]));
CREATE INDEX desk_by_owner ON public.applications USING btree (owner_id, COALESCE(deadline_at, 'infinity'::timestamp with time zone), id) INCLUDE (area_code, status) WHERE (status = ANY (ARRAY['submitted'::text, 'correctionRequested'::text, 'accepted'::text, 'conditionallyAccepted'::text, 'deemedAccepted'::text, 'inReview'::text, 'suspended'::text, 'approved'::text, 'refused'::text, 'underAppeal'::text]));
CREATE INDEX desk_to_deliver ON public.applications USING btree (COALESCE(deadline_at, 'infinity'::timestamp with time zone), id) INCLUDE (deadline_at, area_code, status, claimed_at, owner_id) WHERE (status = ANY (ARRAY['approved'::text, 'refused'::text]));
CREATE INDEX desk_unclaimed ON public.applications USING btree (COALESCE(deadline_at, 'infinity'::timestamp with time zone), id) INCLUDE (deadline_at, area_code, status, claimed_at, owner_id) WHERE ((claimed_at IS NULL) AND (status = ANY (ARRAY['submitted'::text, 'correctionRequested'::text, 'accepted'::text, 'conditionallyAccepted'::text, 'deemedAccepted'::text, 'inReview'::text, 'suspended'::text])));
CREATE INDEX ended_by_area ON public.applications USING btree (area_code, changed_at DESC, id DESC) WHERE (status = ANY (ARRAY['delivered'::text, 'rated'::text, 'closed'::text, 'withdrawn'::text, 'lapsed'::text]));
CREATE INDEX ended_by_given_name ON public.applications USING btree (substr(applicant_name, 2) COLLATE "C") WHERE (status = ANY (ARRAY['delivered'::text, 'rated'::text, 'closed'::text, 'withdrawn'::text, 'lapsed'::text]));
CREATE INDEX ended_by_item ON public.applications USING btree (item_id, changed_at DESC, id DESC) WHERE (status = ANY (ARRAY['delivered'::text, 'rated'::text, 'closed'::text, 'withdrawn'::text, 'lapsed'::text]));
CREATE INDEX ended_by_name ON public.applications USING btree (applicant_name COLLATE "C") WHERE (status = ANY (ARRAY['delivered'::text, 'rated'::text, 'closed'::text, 'withdrawn'::text, 'lapsed'::text]));
CREATE INDEX ended_by_owner ON public.applications USING btree (owner_id, changed_at DESC, id DESC) WHERE (status = ANY (ARRAY['delivered'::text, 'rated'::text, 'closed'::text, 'withdrawn'::text, 'lapsed'::text]));
CREATE INDEX ended_by_time ON public.applications USING btree (changed_at DESC, id DESC) WHERE (status = ANY (ARRAY['delivered'::text, 'rated'::text, 'closed'::text, 'withdrawn'::text, 'lapsed'::text]));
CREATE UNIQUE INDEX one_under_way ON public.applications USING btree (item_id, applicant_id) WHERE (status = ANY (ARRAY['submitted'::text, 'correctionRequested'::text, 'accepted'::text, 'conditionallyAccepted'::text, 'deemedAccepted'::text, 'inReview'::text, 'suspended'::text]));
CREATE CONSTRAINT TRIGGER status_follows_events AFTER INSERT OR UPDATE OF status ON public.applications DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION status_follows_events();

create table appointments (
  id bigint not null generated always as identity,
  application_id bigint not null,
  visit integer not null default 1,
  exception integer generated always as (
CASE
    WHEN (visit > 1) THEN visit
    ELSE NULL::integer
END) stored,
  window_id bigint not null,
  starts_at timestamp(3) with time zone not null,
  code text not null,
  status text not null default 'booked'::text,
  booked_by bigint not null,
  booked_at timestamp(3) with time zone not null default now(),
  checked_in_at timestamp(3) with time zone,
  checked_in_by bigint,
  reminded_at timestamp(3) with time zone,
  constraint appointments_pkey PRIMARY KEY (id),
  constraint appointments_code_key UNIQUE (code),
  constraint appointments_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint appointments_booked_by_fkey FOREIGN KEY (booked_by) REFERENCES people(id),
  constraint appointments_checked_in_by_fkey FOREIGN KEY (checked_in_by) REFERENCES people(id),
  constraint appointments_window_id_starts_at_fkey FOREIGN KEY (window_id, starts_at) REFERENCES service_window_slots(window_id, starts_at),
  constraint second_visit_needs_exception FOREIGN KEY (application_id, exception) REFERENCES visit_exceptions(application_id, opens_visit),
  constraint appointments_check CHECK (((status = 'checkedIn'::text) = (checked_in_at IS NOT NULL))),
  constraint appointments_status_check CHECK ((status = ANY (ARRAY['booked'::text, 'checkedIn'::text, 'cancelled'::text, 'missed'::text]))),
  constraint appointments_visit_check CHECK ((visit > 0))
);
CREATE INDEX appointments_by_day ON public.appointments USING btree (window_id, starts_at);
CREATE INDEX appointments_to_miss ON public.appointments USING btree (starts_at) WHERE (status = 'booked'::text);
CREATE UNIQUE INDEX at_most_one_visit ON public.appointments USING btree (application_id, visit) WHERE (status = ANY (ARRAY['booked'::text, 'checkedIn'::text]));
CREATE INDEX visits_by_time ON public.appointments USING btree (checked_in_at) WHERE (status = 'checkedIn'::text);
CREATE TRIGGER visits_in_order BEFORE INSERT ON public.appointments FOR EACH ROW EXECUTE FUNCTION visits_in_order();

create table areas (
  code text collate "C" not null,
  name text not null,
  level text not null generated always as (
CASE length(code)
    WHEN 6 THEN 'county'::text
    WHEN 9 THEN 'township'::text
    WHEN 12 THEN 'community'::text
    ELSE 'grid'::text
END) stored,
  parent_code text collate "C" generated always as (
CASE
    WHEN (length(code) > 6) THEN "left"(code, (length(code) - 3))
    ELSE NULL::text
END) stored,
  lat double precision,
  lng double precision,
  help_phone text,
  constraint areas_pkey PRIMARY KEY (code),
  constraint areas_parent_code_fkey FOREIGN KEY (parent_code) REFERENCES areas(code),
  constraint areas_check CHECK (((lat IS NULL) = (lng IS NULL))),
  constraint areas_code_check CHECK ((code ~ '^\d{6}(\d{3}){0,3}$'::text)),
  constraint areas_lat_check CHECK (((lat >= ('-90'::integer)::double precision) AND (lat <= (90)::double precision))),
  constraint areas_lng_check CHECK (((lng >= ('-180'::integer)::double precision) AND (lng <= (180)::double precision))),
  constraint areas_name_check CHECK ((name <> ''::text))
);
CREATE INDEX areas_by_parent ON public.areas USING btree (parent_code, code);

create table assignments (
  id bigint not null generated always as identity,
  request_id bigint not null,
  people integer not null,
  place_no integer not null,
  offer_id bigint not null,
  person_id bigint not null,
  span tstzrange not null,
  status text not null default 'assigned'::text,
  accepted_at timestamp(3) with time zone not null,
  set_out_at timestamp(3) with time zone,
  checked_in_at timestamp(3) with time zone,
  checked_out_at timestamp(3) with time zone,
  cancelled_at timestamp(3) with time zone,
  cancel_reason text,
  constraint assignments_pkey PRIMARY KEY (id),
  constraint assignments_offer_id_key UNIQUE (offer_id),
  constraint never_two_tasks_at_once EXCLUDE USING gist (person_id WITH =, span WITH &&) WHERE ((status <> 'cancelled'::text)),
  constraint assignments_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offers(id),
  constraint assignments_person_id_fkey FOREIGN KEY (person_id) REFERENCES volunteers(person_id),
  constraint assignments_request_id_people_fkey FOREIGN KEY (request_id, people) REFERENCES help_requests(id, people) ON UPDATE CASCADE,
  constraint assignments_check CHECK (((place_no >= 1) AND (place_no <= people))),
  constraint assignments_check1 CHECK (((status = ANY (ARRAY['inService'::text, 'done'::text])) <= (checked_in_at IS NOT NULL))),
  constraint assignments_check2 CHECK (((status = 'done'::text) = (checked_out_at IS NOT NULL))),
  constraint assignments_check3 CHECK ((checked_out_at >= checked_in_at)),
  constraint assignments_check4 CHECK (((status = 'cancelled'::text) = (cancelled_at IS NOT NULL))),
  constraint assignments_status_check CHECK ((status = ANY (ARRAY['assigned'::text, 'inService'::text, 'done'::text, 'cancelled'::text])))
);
CREATE INDEX assignments_by_person ON public.assignments USING btree (person_id, id DESC);
CREATE UNIQUE INDEX one_person_a_place ON public.assignments USING btree (request_id, place_no) WHERE (status <> 'cancelled'::text);
CREATE UNIQUE INDEX one_place_a_person ON public.assignments USING btree (request_id, person_id) WHERE (status <> 'cancelled'::text);
CREATE TRIGGER noted AFTER INSERT OR UPDATE ON public.assignments FOR EACH ROW EXECUTE FUNCTION note_volunteer_change();

create table audit_horizon (
  only_row boolean not null default true,
  at timestamp(3) with time zone not null,
  constraint audit_horizon_pkey PRIMARY KEY (only_row),
  constraint audit_horizon_only_row_check CHECK (only_row)
);

create table audit_log (
  id bigint not null generated always as identity,
  at timestamp(3) with time zone not null default clock_timestamp(),
  xid xid8 not null default pg_current_xact_id(),
  person_id bigint,
  role text not null,
  area_code text,
  operation text not null,
  target text,
  request_id uuid,
  before jsonb,
  after jsonb,
  constraint audit_log_pkey PRIMARY KEY (id)
);
CREATE INDEX audit_log_by_person ON public.audit_log USING btree (person_id, id);
CREATE INDEX audit_log_by_target ON public.audit_log USING btree (target, id) WHERE (target IS NOT NULL);
CREATE INDEX audit_log_by_time ON public.audit_log USING btree (at);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.audit_log FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.audit_log FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table audit_seals (
  "position" bigint not null,
  audit_id bigint not null,
  hash bytea not null,
  sealed_at timestamp(3) with time zone not null default clock_timestamp(),
  constraint audit_seals_pkey PRIMARY KEY ("position"),
  constraint audit_seals_audit_id_key UNIQUE (audit_id),
  constraint audit_seals_hash_check CHECK ((length(hash) = 32)),
  constraint audit_seals_position_check CHECK (("position" > 0))
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.audit_seals FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.audit_seals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table availability_exceptions (
  person_id bigint not null,
  span tstzrange not null,
  free boolean not null,
  constraint availability_exceptions_person_id_span_excl EXCLUDE USING gist (person_id WITH =, span WITH &&),
  constraint availability_exceptions_person_id_fkey FOREIGN KEY (person_id) REFERENCES volunteers(person_id) ON DELETE CASCADE,
  constraint availability_exceptions_span_check CHECK (((NOT isempty(span)) AND (NOT lower_inf(span)) AND (NOT upper_inf(span))))
);
CREATE TRIGGER noted AFTER INSERT OR DELETE OR UPDATE ON public.availability_exceptions FOR EACH ROW EXECUTE FUNCTION note_volunteer_change();

create table availability_weekly (
  person_id bigint not null,
  weekday integer not null,
  from_minute integer not null,
  until_minute integer not null,
  constraint availability_weekly_person_id_weekday_int4range_excl EXCLUDE USING gist (person_id WITH =, weekday WITH =, int4range(from_minute, until_minute) WITH &&),
  constraint availability_weekly_person_id_fkey FOREIGN KEY (person_id) REFERENCES volunteers(person_id) ON DELETE CASCADE,
  constraint availability_weekly_check CHECK ((from_minute < until_minute)),
  constraint availability_weekly_from_minute_check CHECK (((from_minute >= 0) AND (from_minute <= 1439))),
  constraint availability_weekly_until_minute_check CHECK (((until_minute >= 1) AND (until_minute <= 1440))),
  constraint availability_weekly_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
);
CREATE TRIGGER noted AFTER INSERT OR DELETE OR UPDATE ON public.availability_weekly FOR EACH ROW EXECUTE FUNCTION note_volunteer_change();

create table branch_attendances (
  meeting_id bigint not null,
  said text,
  reason text not null default ''::text,
  said_at timestamp(3) with time zone,
  attended text,
  noted_by bigint,
  noted_at timestamp(3) with time zone,
  member_id bigint not null,
  constraint branch_attendances_pkey PRIMARY KEY (meeting_id, member_id),
  constraint branch_attendances_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES branch_meetings(id),
  constraint branch_attendances_member_id_fkey FOREIGN KEY (member_id) REFERENCES party_members(id),
  constraint branch_attendances_noted_by_fkey FOREIGN KEY (noted_by) REFERENCES people(id),
  constraint branch_attendances_attended_check CHECK ((attended = ANY (ARRAY['present'::text, 'remote'::text, 'absent'::text]))),
  constraint branch_attendances_check CHECK (((said IS NULL) = (said_at IS NULL))),
  constraint branch_attendances_check1 CHECK ((((attended IS NULL) = (noted_at IS NULL)) AND ((attended IS NULL) = (noted_by IS NULL)))),
  constraint branch_attendances_check2 CHECK (((said IS NOT NULL) OR (attended IS NOT NULL))),
  constraint branch_attendances_reason_check CHECK ((length(reason) <= 200)),
  constraint branch_attendances_said_check CHECK ((said = ANY (ARRAY['coming'::text, 'remote'::text, 'leave'::text])))
);
CREATE INDEX branch_attendances_by_member ON public.branch_attendances USING btree (member_id);

create table branch_meeting_files (
  meeting_id bigint not null,
  file_id bigint not null,
  added_by bigint not null,
  added_at timestamp(3) with time zone not null,
  constraint branch_meeting_files_pkey PRIMARY KEY (meeting_id, file_id),
  constraint branch_meeting_files_added_by_fkey FOREIGN KEY (added_by) REFERENCES people(id),
  constraint branch_meeting_files_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id),
  constraint branch_meeting_files_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES branch_meetings(id)
);
CREATE INDEX branch_meeting_files_by_file ON public.branch_meeting_files USING btree (file_id);

create table branch_meetings (
  id bigint not null generated always as identity,
  branch_id bigint not null,
  kind text not null,
  title text not null,
  place text not null,
  remote_way text not null default ''::text,
  agenda text not null default ''::text,
  starts_at timestamp(3) with time zone not null,
  ends_at timestamp(3) with time zone not null,
  status text not null default 'planned'::text,
  version integer not null default 1,
  summary text,
  cancel_reason text,
  created_by bigint not null,
  created_at timestamp(3) with time zone not null,
  held_at timestamp(3) with time zone,
  constraint branch_meetings_pkey PRIMARY KEY (id),
  constraint branch_meetings_branch_id_fkey FOREIGN KEY (branch_id) REFERENCES branches(id),
  constraint branch_meetings_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id),
  constraint branch_meetings_agenda_check CHECK ((length(agenda) <= 1000)),
  constraint branch_meetings_cancel_reason_check CHECK (((length(cancel_reason) >= 2) AND (length(cancel_reason) <= 200))),
  constraint branch_meetings_check CHECK (((starts_at < ends_at) AND (ends_at <= (starts_at + '24:00:00'::interval)))),
  constraint branch_meetings_check1 CHECK (((status = 'held'::text) = (held_at IS NOT NULL))),
  constraint branch_meetings_check2 CHECK (((status = 'cancelled'::text) = (cancel_reason IS NOT NULL))),
  constraint branch_meetings_kind_check CHECK ((kind = ANY (ARRAY['general'::text, 'committee'::text, 'group'::text, 'lecture'::text, 'life'::text]))),
  constraint branch_meetings_place_check CHECK (((length(place) >= 2) AND (length(place) <= 60))),
  constraint branch_meetings_remote_way_check CHECK ((length(remote_way) <= 200)),
  constraint branch_meetings_status_check CHECK ((status = ANY (ARRAY['planned'::text, 'held'::text, 'cancelled'::text]))),
  constraint branch_meetings_summary_check CHECK ((length(summary) <= 2000)),
  constraint branch_meetings_title_check CHECK (((length(title) >= 2) AND (length(title) <= 60)))
);
CREATE INDEX branch_meetings_by_day ON public.branch_meetings USING btree (branch_id, starts_at);

create table branch_members (
  id bigint not null generated always as identity,
  branch_id bigint not null,
  post text not null default 'member'::text,
  floating boolean not null default false,
  since_on date not null,
  until_on date,
  entered_by bigint not null,
  entered_at timestamp(3) with time zone not null default now(),
  member_id bigint not null,
  constraint branch_members_pkey PRIMARY KEY (id),
  constraint one_branch_a_member EXCLUDE USING gist (member_id WITH =, daterange(since_on, until_on, '[]'::text) WITH &&),
  constraint branch_members_branch_id_fkey FOREIGN KEY (branch_id) REFERENCES branches(id),
  constraint branch_members_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people(id),
  constraint branch_members_member_id_fkey FOREIGN KEY (member_id) REFERENCES party_members(id),
  constraint branch_members_check CHECK ((until_on >= since_on)),
  constraint branch_members_post_check CHECK ((post = ANY (ARRAY['committee'::text, 'member'::text])))
);
CREATE INDEX branch_members_by_branch ON public.branch_members USING btree (branch_id, member_id) WHERE (until_on IS NULL);
CREATE UNIQUE INDEX one_live_branch_a_member ON public.branch_members USING btree (member_id) WHERE (until_on IS NULL);

create table branches (
  id bigint not null generated always as identity,
  name text not null,
  area_code text collate "C" not null,
  secretary_id bigint,
  committee boolean not null default false,
  groups boolean not null default false,
  founded_on date not null,
  created_by bigint not null,
  created_at timestamp(3) with time zone not null default now(),
  changed_at timestamp(3) with time zone not null default now(),
  closed_at timestamp(3) with time zone,
  close_reason text,
  constraint branches_pkey PRIMARY KEY (id),
  constraint branches_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas(code),
  constraint branches_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id),
  constraint branches_secretary_id_fkey FOREIGN KEY (secretary_id) REFERENCES people(id),
  constraint branches_area_code_check CHECK ((length(area_code) >= 9)),
  constraint branches_check CHECK (((closed_at IS NULL) = (close_reason IS NULL))),
  constraint branches_close_reason_check CHECK (((length(close_reason) >= 2) AND (length(close_reason) <= 100))),
  constraint branches_name_check CHECK (((length(name) >= 2) AND (length(name) <= 40)))
);
CREATE UNIQUE INDEX one_branch_a_name ON public.branches USING btree (area_code, name) WHERE (closed_at IS NULL);
CREATE UNIQUE INDEX one_branch_a_secretary ON public.branches USING btree (secretary_id) WHERE (closed_at IS NULL);

create table check_ins (
  entry_id uuid not null,
  sign_up_id bigint not null,
  action text not null,
  at timestamp(3) with time zone not null,
  day date not null,
  nth integer,
  means text not null,
  recorded_by bigint not null,
  recorded_at timestamp(3) with time zone not null default now(),
  constraint check_ins_pkey PRIMARY KEY (entry_id),
  constraint check_ins_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES people(id),
  constraint check_ins_sign_up_id_fkey FOREIGN KEY (sign_up_id) REFERENCES sign_ups(id),
  constraint check_ins_action_check CHECK ((action = ANY (ARRAY['in'::text, 'out'::text, 'undo'::text]))),
  constraint check_ins_check CHECK (((action = 'in'::text) = (nth IS NOT NULL))),
  constraint check_ins_means_check CHECK ((means = ANY (ARRAY['rotatingCode'::text, 'personalCode'::text, 'list'::text]))),
  constraint check_ins_nth_check CHECK (((nth >= 1) AND (nth <= 3)))
);
CREATE UNIQUE INDEX at_most_three_a_day ON public.check_ins USING btree (sign_up_id, day, nth) WHERE (action = 'in'::text);
CREATE INDEX check_ins_by_sign_up ON public.check_ins USING btree (sign_up_id, at);

create table contact_events (
  contact_id bigint not null,
  seq integer not null,
  at timestamp(3) with time zone not null,
  kind text not null,
  from_status text not null,
  to_status text not null,
  actor text not null,
  person_id bigint,
  facts jsonb not null default '{}'::jsonb,
  constraint contact_events_pkey PRIMARY KEY (contact_id, seq),
  constraint contact_events_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id),
  constraint contact_events_kind_from_status_to_status_fkey FOREIGN KEY (kind, from_status, to_status) REFERENCES contact_transitions(kind, from_status, to_status),
  constraint contact_events_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint contact_events_actor_check CHECK ((actor = ANY (ARRAY['resident'::text, 'host'::text, 'staff'::text, 'system'::text]))),
  constraint contact_events_check CHECK (((actor = 'system'::text) = (person_id IS NULL)))
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.contact_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER follows BEFORE INSERT ON public.contact_events FOR EACH ROW EXECUTE FUNCTION follow_contact_event();
CREATE TRIGGER gives_points AFTER INSERT ON public.contact_events FOR EACH ROW WHEN (((new.kind = 'answer'::text) AND (new.to_status = 'answered'::text))) EXECUTE FUNCTION points_of_answer();

create table contact_hand_ons (
  id bigint not null generated always as identity,
  contact_id bigint not null,
  kind text not null,
  words text not null,
  item_code text,
  handed_by bigint not null,
  handed_at timestamp(3) with time zone not null,
  help_request_id bigint,
  application_id bigint,
  activity_id bigint,
  followed_at timestamp(3) with time zone,
  constraint contact_hand_ons_pkey PRIMARY KEY (id),
  constraint contact_hand_ons_application_id_key UNIQUE (application_id),
  constraint contact_hand_ons_help_request_id_key UNIQUE (help_request_id),
  constraint contact_hand_ons_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activities(id),
  constraint contact_hand_ons_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint contact_hand_ons_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id),
  constraint contact_hand_ons_handed_by_fkey FOREIGN KEY (handed_by) REFERENCES people(id),
  constraint contact_hand_ons_help_request_id_fkey FOREIGN KEY (help_request_id) REFERENCES help_requests(id),
  constraint contact_hand_ons_check CHECK ((num_nonnulls(help_request_id, application_id, activity_id) = ((followed_at IS NOT NULL))::integer)),
  constraint contact_hand_ons_check1 CHECK (((help_request_id IS NULL) OR (kind = 'helpRequest'::text))),
  constraint contact_hand_ons_check2 CHECK (((application_id IS NULL) OR (kind = 'application'::text))),
  constraint contact_hand_ons_check3 CHECK (((activity_id IS NULL) OR (kind = 'activity'::text))),
  constraint contact_hand_ons_check4 CHECK (((kind = 'application'::text) = (item_code IS NOT NULL))),
  constraint contact_hand_ons_kind_check CHECK ((kind = ANY (ARRAY['helpRequest'::text, 'application'::text, 'activity'::text]))),
  constraint contact_hand_ons_words_check CHECK (((length(words) >= 2) AND (length(words) <= 300)))
);
CREATE INDEX contact_hand_ons_by_contact ON public.contact_hand_ons USING btree (contact_id, id);

create table contact_message_files (
  message_id bigint not null,
  "position" integer not null,
  file_id bigint not null,
  constraint contact_message_files_pkey PRIMARY KEY (message_id, "position"),
  constraint contact_message_files_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id),
  constraint contact_message_files_message_id_fkey FOREIGN KEY (message_id) REFERENCES contact_messages(id),
  constraint contact_message_files_position_check CHECK (("position" >= 0))
);
CREATE INDEX contact_message_files_by_file ON public.contact_message_files USING btree (file_id);

create table contact_messages (
  id bigint not null generated always as identity,
  contact_id bigint not null,
  side text not null,
  from_id bigint,
  call_back boolean not null default false,
  words text not null default ''::text,
  at timestamp(3) with time zone not null,
  constraint contact_messages_pkey PRIMARY KEY (id),
  constraint contact_messages_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id),
  constraint contact_messages_from_id_fkey FOREIGN KEY (from_id) REFERENCES people(id),
  constraint contact_messages_check CHECK (((side = 'system'::text) = (from_id IS NULL))),
  constraint contact_messages_side_check CHECK ((side = ANY (ARRAY['resident'::text, 'host'::text, 'staff'::text, 'system'::text]))),
  constraint contact_messages_words_check CHECK ((length(words) <= 500))
);
CREATE INDEX contact_messages_in_order ON public.contact_messages USING btree (contact_id, id);

create table contact_number_consents (
  id bigint not null generated always as identity,
  contact_id bigint not null,
  person_id bigint not null,
  given_at timestamp(3) with time zone not null,
  withdrawn_at timestamp(3) with time zone,
  constraint contact_number_consents_pkey PRIMARY KEY (id),
  constraint contact_number_consents_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id),
  constraint contact_number_consents_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
CREATE UNIQUE INDEX one_live_number_consent ON public.contact_number_consents USING btree (contact_id, person_id) WHERE (withdrawn_at IS NULL);

create table contact_transitions (
  kind text not null,
  from_status text not null,
  to_status text not null,
  constraint contact_transitions_pkey PRIMARY KEY (kind, from_status, to_status)
);

create table contacts (
  id bigint not null generated always as identity,
  person_id bigint not null,
  household_id bigint,
  hub_id bigint not null,
  area_code text collate "C" not null,
  kind text not null,
  anonymous boolean not null,
  about_host boolean not null,
  wants_call boolean not null,
  status text not null default 'asked'::text,
  version integer not null default 1,
  owner_id bigint,
  level integer not null,
  asked_at timestamp(3) with time zone not null,
  due_at timestamp(3) with time zone,
  first_answered_at timestamp(3) with time zone,
  answered_at timestamp(3) with time zone,
  ended_at timestamp(3) with time zone,
  changed_at timestamp(3) with time zone not null,
  stars integer,
  comment text,
  constraint contacts_pkey PRIMARY KEY (id),
  constraint contacts_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas(code),
  constraint contacts_household_id_fkey FOREIGN KEY (household_id) REFERENCES households(id),
  constraint contacts_hub_id_fkey FOREIGN KEY (hub_id) REFERENCES hubs(id),
  constraint contacts_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id),
  constraint contacts_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint contact_always_a_deadline CHECK (((due_at IS NULL) = (ended_at IS NOT NULL))),
  constraint contact_always_an_owner CHECK (((owner_id IS NOT NULL) OR (ended_at IS NOT NULL))),
  constraint contacts_check CHECK (((ended_at IS NULL) = (status <> ALL (ARRAY['confirmed'::text, 'rated'::text, 'withdrawn'::text])))),
  constraint contacts_check1 CHECK (((status = 'rated'::text) = (stars IS NOT NULL))),
  constraint contacts_check2 CHECK (((status = ANY (ARRAY['answered'::text, 'confirmed'::text])) <= (answered_at IS NOT NULL))),
  constraint contacts_comment_check CHECK ((length(comment) <= 300)),
  constraint contacts_kind_check CHECK ((kind = ANY (ARRAY['ask'::text, 'suggest'::text, 'complain'::text, 'difficulty'::text, 'dispute'::text, 'policy'::text, 'visit'::text]))),
  constraint contacts_level_check CHECK (((level >= 0) AND (level <= 3))),
  constraint contacts_stars_check CHECK (((stars >= 1) AND (stars <= 5))),
  constraint contacts_status_check CHECK ((status = ANY (ARRAY['asked'::text, 'sorted'::text, 'discussed'::text, 'claimed'::text, 'answered'::text, 'confirmed'::text, 'rated'::text, 'withdrawn'::text]))),
  constraint never_ones_own CHECK ((owner_id <> person_id)),
  constraint past_the_host CHECK (((NOT about_host) OR (level >= 2)))
);
CREATE INDEX contacts_by_area ON public.contacts USING btree (area_code, due_at) WHERE (ended_at IS NULL);
CREATE INDEX contacts_by_hub ON public.contacts USING btree (hub_id, id DESC);
CREATE INDEX contacts_by_owner ON public.contacts USING btree (owner_id, due_at) WHERE (ended_at IS NULL);
CREATE INDEX contacts_by_person ON public.contacts USING btree (person_id, id DESC);
CREATE INDEX contacts_due ON public.contacts USING btree (due_at) WHERE (ended_at IS NULL);
CREATE CONSTRAINT TRIGGER status_has_event AFTER INSERT OR UPDATE OF status ON public.contacts DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_contact_status();

create table correction_lines (
  application_id bigint not null,
  nth integer not null,
  key text not null,
  document_round integer not null,
  what text not null,
  how text not null,
  constraint correction_lines_pkey PRIMARY KEY (application_id, nth, key),
  constraint correction_lines_application_id_key_document_round_fkey FOREIGN KEY (application_id, key, document_round) REFERENCES application_documents(application_id, key, round),
  constraint correction_lines_application_id_nth_fkey FOREIGN KEY (application_id, nth) REFERENCES correction_notices(application_id, nth),
  constraint correction_lines_how_check CHECK ((how <> ''::text)),
  constraint correction_lines_what_check CHECK ((what <> ''::text)),
  constraint told_once CHECK ((document_round >= nth))
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.correction_lines FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table correction_notices (
  application_id bigint not null,
  nth integer not null,
  at timestamp(3) with time zone not null,
  by bigint not null,
  due_at timestamp(3) with time zone not null,
  constraint correction_notices_pkey PRIMARY KEY (application_id, nth),
  constraint correction_notices_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint correction_notices_by_fkey FOREIGN KEY (by) REFERENCES people(id),
  constraint correction_notices_nth_check CHECK ((nth > 0))
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.correction_notices FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table desk_passwords (
  person_id bigint not null,
  username text not null,
  password_hash text not null,
  failures integer not null default 0,
  locked_until timestamp(3) with time zone,
  changed_at timestamp(3) with time zone not null default now(),
  constraint desk_passwords_pkey PRIMARY KEY (person_id),
  constraint desk_passwords_username_key UNIQUE (username),
  constraint desk_passwords_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint desk_passwords_failures_check CHECK ((failures >= 0))
);

create table dialect_areas (
  area_prefix text collate "C" not null,
  dialect_code text collate "C" not null,
  constraint dialect_areas_pkey PRIMARY KEY (area_prefix, dialect_code),
  constraint dialect_areas_dialect_code_fkey FOREIGN KEY (dialect_code) REFERENCES dialects(code),
  constraint dialect_areas_area_prefix_check CHECK ((area_prefix ~ '^\d{2}(\d{2}){0,2}$'::text))
);

create table dialects (
  code text collate "C" not null,
  name text not null,
  "position" integer not null,
  constraint dialects_pkey PRIMARY KEY (code),
  constraint dialects_name_key UNIQUE (name),
  constraint dialects_code_check CHECK ((code ~ '^[a-z][A-Za-z]{1,30}$'::text)),
  constraint dialects_name_check CHECK (((length(name) >= 1) AND (length(name) <= 12)))
);

create table duty_calls (
  id bigint not null generated always as identity,
  shift_id bigint not null,
  person_id bigint not null,
  words text not null,
  at timestamp(3) with time zone not null,
  answer text,
  answered_at timestamp(3) with time zone,
  constraint duty_calls_pkey PRIMARY KEY (id),
  constraint duty_calls_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint duty_calls_shift_id_fkey FOREIGN KEY (shift_id) REFERENCES duty_shifts(id),
  constraint duty_calls_answer_check CHECK ((length(answer) <= 200)),
  constraint duty_calls_check CHECK (((answer IS NULL) = (answered_at IS NULL))),
  constraint duty_calls_words_check CHECK ((length(words) <= 200))
);
CREATE INDEX duty_calls_by_person ON public.duty_calls USING btree (person_id, at);
CREATE INDEX duty_calls_by_shift ON public.duty_calls USING btree (shift_id, id DESC);

create table duty_shifts (
  id bigint not null generated always as identity,
  person_id bigint not null,
  profession text not null,
  area_code text collate "C" not null,
  place_name text not null,
  surname text not null,
  span tstzrange not null,
  agreed_at timestamp(3) with time zone,
  created_by bigint not null,
  created_at timestamp(3) with time zone not null default now(),
  cancelled_at timestamp(3) with time zone,
  constraint duty_shifts_pkey PRIMARY KEY (id),
  constraint on_duty_once EXCLUDE USING gist (person_id WITH =, span WITH &&) WHERE ((cancelled_at IS NULL)),
  constraint duty_shifts_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas(code),
  constraint duty_shifts_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id),
  constraint duty_shifts_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint duty_shifts_place_name_check CHECK (((length(place_name) >= 2) AND (length(place_name) <= 60))),
  constraint duty_shifts_profession_check CHECK ((profession = ANY (ARRAY['partyMember'::text, 'police'::text, 'doctor'::text, 'lawyer'::text, 'safetyVolunteer'::text, 'newcomer'::text]))),
  constraint duty_shifts_span_check CHECK (((NOT isempty(span)) AND (NOT lower_inf(span)) AND (NOT upper_inf(span)))),
  constraint duty_shifts_surname_check CHECK (((length(surname) >= 1) AND (length(surname) <= 4)))
);
CREATE INDEX duty_shifts_by_person ON public.duty_shifts USING btree (person_id, id DESC);
CREATE INDEX duty_shifts_by_span ON public.duty_shifts USING gist (span) WHERE (cancelled_at IS NULL);

create table enterprises (
  id bigint not null generated always as identity,
  name text not null,
  about text not null default ''::text,
  area_code text collate "C" not null,
  contact_id bigint not null,
  created_at timestamp(3) with time zone not null,
  verified_by bigint,
  verified_at timestamp(3) with time zone,
  constraint enterprises_pkey PRIMARY KEY (id),
  constraint enterprises_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas(code),
  constraint enterprises_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES people(id),
  constraint enterprises_verified_by_fkey FOREIGN KEY (verified_by) REFERENCES people(id),
  constraint enterprises_about_check CHECK ((length(about) <= 300)),
  constraint enterprises_area_code_check CHECK ((length(area_code) >= 12)),
  constraint enterprises_check CHECK (((verified_by IS NULL) = (verified_at IS NULL))),
  constraint enterprises_name_check CHECK (((length(name) >= 2) AND (length(name) <= 40)))
);
CREATE UNIQUE INDEX enterprise_name_taken ON public.enterprises USING btree (area_code, name);
CREATE INDEX enterprises_by_contact ON public.enterprises USING btree (contact_id);

create table family_members (
  helper_id bigint not null,
  person_id bigint not null,
  relation text not null,
  created_at timestamp(3) with time zone not null default now(),
  ended_at timestamp(3) with time zone,
  constraint family_members_pkey PRIMARY KEY (helper_id, person_id),
  constraint family_members_helper_id_fkey FOREIGN KEY (helper_id) REFERENCES people(id),
  constraint family_members_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint family_members_check CHECK ((helper_id <> person_id)),
  constraint family_members_relation_check CHECK ((relation = ANY (ARRAY['spouse'::text, 'parent'::text, 'child'::text, 'grandparent'::text, 'neighbour'::text, 'other'::text])))
);

create table feedback (
  id bigint not null generated always as identity,
  number text not null,
  kind text not null,
  about text not null,
  area_code text collate "C" not null,
  person_id bigint not null,
  anonymous boolean not null,
  words text not null,
  sent_at timestamp(3) with time zone not null default now(),
  owner_id bigint,
  answer_by timestamp(3) with time zone not null,
  answer text,
  answered_by bigint,
  answered_at timestamp(3) with time zone,
  withdrawn_at timestamp(3) with time zone,
  overdue_told_at timestamp(3) with time zone,
  constraint feedback_pkey PRIMARY KEY (id),
  constraint feedback_number_key UNIQUE (number),
  constraint feedback_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES people(id),
  constraint feedback_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas(code),
  constraint feedback_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id),
  constraint feedback_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint feedback_about_check CHECK ((about = ANY (ARRAY['app'::text, 'service'::text, 'activity'::text, 'people'::text, 'other'::text]))),
  constraint feedback_check CHECK (((answered_at IS NULL) OR (withdrawn_at IS NULL))),
  constraint feedback_check1 CHECK ((((answer IS NULL) = (answered_at IS NULL)) AND ((answer IS NULL) = (answered_by IS NULL)))),
  constraint feedback_kind_check CHECK ((kind = ANY (ARRAY['complaint'::text, 'suggestion'::text]))),
  constraint feedback_number_check CHECK ((number ~ '^\d{8}-\d{3,}$'::text)),
  constraint feedback_words_check CHECK ((words <> ''::text))
);
CREATE INDEX feedback_answered ON public.feedback USING btree (id DESC) WHERE (answered_at IS NOT NULL);
CREATE INDEX feedback_by_area ON public.feedback USING btree (area_code, id DESC);
CREATE INDEX feedback_by_person ON public.feedback USING btree (person_id, id DESC);
CREATE INDEX feedback_open ON public.feedback USING btree (answer_by, id) WHERE ((answered_at IS NULL) AND (withdrawn_at IS NULL));
CREATE INDEX feedback_open_by_area ON public.feedback USING btree (area_code, answer_by, id) WHERE ((answered_at IS NULL) AND (withdrawn_at IS NULL));

create table feedback_days (
  day date not null,
  last integer not null,
  constraint feedback_days_pkey PRIMARY KEY (day),
  constraint feedback_days_last_check CHECK ((last > 0))
);

create table files (
  id bigint not null generated always as identity,
  owner_id bigint not null,
  status text not null default 'pending'::text,
  name text not null,
  mime_type text,
  size integer,
  sha256 bytea,
  received_sha256 bytea,
  location text not null,
  key_id text,
  wrapped_key bytea,
  purpose text,
  purpose_id bigint,
  copied_from bigint,
  reuse_agreed_at timestamp(3) with time zone,
  created_at timestamp(3) with time zone not null default now(),
  stored_at timestamp(3) with time zone,
  attached_at timestamp(3) with time zone,
  keep_until timestamp(3) with time zone,
  deleted_at timestamp(3) with time zone,
  constraint files_pkey PRIMARY KEY (id),
  constraint files_copied_from_fkey FOREIGN KEY (copied_from) REFERENCES files(id),
  constraint files_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id),
  constraint files_check CHECK (((purpose IS NULL) = (purpose_id IS NULL))),
  constraint files_check1 CHECK (((copied_from IS NULL) = (reuse_agreed_at IS NULL))),
  constraint files_check2 CHECK (((status = 'deleted'::text) = (deleted_at IS NOT NULL))),
  constraint files_check3 CHECK (((key_id IS NULL) = (wrapped_key IS NULL))),
  constraint files_check4 CHECK (((status = 'deleted'::text) = (wrapped_key IS NULL))),
  constraint files_check5 CHECK (((status <> 'deleted'::text) OR ((name = ''::text) AND (sha256 IS NULL) AND (received_sha256 IS NULL)))),
  constraint files_check6 CHECK (((status <> ALL (ARRAY['stored'::text, 'attached'::text])) OR ((stored_at IS NOT NULL) AND (mime_type IS NOT NULL) AND (size IS NOT NULL) AND (sha256 IS NOT NULL) AND (received_sha256 IS NOT NULL)))),
  constraint files_check7 CHECK (((status <> 'attached'::text) OR ((purpose IS NOT NULL) AND (attached_at IS NOT NULL)))),
  constraint files_check8 CHECK (((status <> ALL (ARRAY['pending'::text, 'stored'::text])) OR (purpose IS NULL))),
  constraint files_key_id_check CHECK ((key_id ~ '^[0-9a-f]{16}$'::text)),
  constraint files_mime_type_check CHECK ((mime_type = ANY (ARRAY['image/jpeg'::text, 'image/png'::text, 'image/webp'::text, 'application/pdf'::text]))),
  constraint files_name_check CHECK ((length(name) <= 100)),
  constraint files_purpose_check CHECK ((purpose ~ '^[a-z][a-zA-Z]{1,39}$'::text)),
  constraint files_received_sha256_check CHECK ((length(received_sha256) = 32)),
  constraint files_sha256_check CHECK ((length(sha256) = 32)),
  constraint files_size_check CHECK (((size >= 1) AND (size <= 20971520))),
  constraint files_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'stored'::text, 'attached'::text, 'deleted'::text])))
);
CREATE INDEX files_by_key ON public.files USING btree (key_id) WHERE (status <> 'deleted'::text);
CREATE INDEX files_by_location ON public.files USING btree (location) WHERE (status <> 'deleted'::text);
CREATE INDEX files_by_owner ON public.files USING btree (owner_id, id DESC) WHERE (status = ANY (ARRAY['stored'::text, 'attached'::text]));
CREATE INDEX files_by_purpose ON public.files USING btree (purpose, purpose_id, id) WHERE (purpose IS NOT NULL);
CREATE INDEX files_to_drop ON public.files USING btree (keep_until) WHERE ((keep_until IS NOT NULL) AND (status <> 'deleted'::text));
CREATE INDEX files_unattached ON public.files USING btree (created_at) WHERE (status = ANY (ARRAY['pending'::text, 'stored'::text]));

create table help_messages (
  id bigint not null generated always as identity,
  request_id bigint not null,
  from_id bigint not null,
  kind text not null,
  words text not null default ''::text,
  at timestamp(3) with time zone not null default now(),
  constraint help_messages_pkey PRIMARY KEY (id),
  constraint help_messages_from_id_fkey FOREIGN KEY (from_id) REFERENCES people(id),
  constraint help_messages_request_id_fkey FOREIGN KEY (request_id) REFERENCES help_requests(id),
  constraint help_messages_check CHECK (((kind = 'words'::text) = (words <> ''::text))),
  constraint help_messages_kind_check CHECK ((kind = ANY (ARRAY['words'::text, 'callBack'::text]))),
  constraint help_messages_words_check CHECK ((length(words) <= 300))
);
CREATE INDEX help_messages_in_order ON public.help_messages USING btree (request_id, id);

create table help_request_dialects (
  request_id bigint not null,
  dialect_code text collate "C" not null,
  constraint help_request_dialects_pkey PRIMARY KEY (request_id, dialect_code),
  constraint help_request_dialects_dialect_code_fkey FOREIGN KEY (dialect_code) REFERENCES dialects(code),
  constraint help_request_dialects_request_id_fkey FOREIGN KEY (request_id) REFERENCES help_requests(id) ON DELETE CASCADE
);

create table help_request_events (
  request_id bigint not null,
  seq integer not null,
  at timestamp(3) with time zone not null,
  kind text not null,
  from_status text not null,
  to_status text not null,
  actor text not null,
  person_id bigint,
  why text,
  facts jsonb not null default '{}'::jsonb,
  constraint help_request_events_pkey PRIMARY KEY (request_id, seq),
  constraint help_request_events_kind_from_status_to_status_fkey FOREIGN KEY (kind, from_status, to_status) REFERENCES help_transitions(kind, from_status, to_status),
  constraint help_request_events_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint help_request_events_request_id_fkey FOREIGN KEY (request_id) REFERENCES help_requests(id),
  constraint help_request_events_actor_check CHECK ((actor = ANY (ARRAY['requester'::text, 'volunteer'::text, 'staff'::text, 'system'::text]))),
  constraint help_request_events_check CHECK (((actor = 'system'::text) = (person_id IS NULL)))
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.help_request_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER follows BEFORE INSERT ON public.help_request_events FOR EACH ROW EXECUTE FUNCTION follow_help_event();

create table help_request_skills (
  request_id bigint not null,
  skill_code text collate "C" not null,
  level integer not null default 1,
  certificate boolean not null default false,
  constraint help_request_skills_pkey PRIMARY KEY (request_id, skill_code),
  constraint help_request_skills_request_id_fkey FOREIGN KEY (request_id) REFERENCES help_requests(id) ON DELETE CASCADE,
  constraint help_request_skills_skill_code_fkey FOREIGN KEY (skill_code) REFERENCES skills(code),
  constraint help_request_skills_level_check CHECK (((level >= 1) AND (level <= 3)))
);

create table help_request_windows (
  request_id bigint not null,
  span tstzrange not null,
  constraint help_request_windows_request_id_span_excl EXCLUDE USING gist (request_id WITH =, span WITH &&),
  constraint help_request_windows_request_id_fkey FOREIGN KEY (request_id) REFERENCES help_requests(id) ON DELETE CASCADE,
  constraint help_request_windows_span_check CHECK (((NOT isempty(span)) AND (NOT lower_inf(span)) AND (NOT upper_inf(span))))
);

create table help_requests (
  id bigint not null generated always as identity,
  kind text not null,
  words text not null default ''::text,
  urgency text not null,
  status text not null default 'open'::text,
  version integer not null default 1,
  requester_id bigint not null,
  requester_name text not null,
  made_by bigint not null,
  area_code text collate "C" not null,
  lat double precision not null,
  lng double precision not null,
  address_cipher bytea,
  people integer not null default 1,
  minutes integer not null,
  risky boolean not null,
  min_age integer,
  max_age integer,
  home_area_code text,
  sex text,
  wish_dialect text,
  wish_home text,
  wish_sex text,
  automatic boolean not null default true,
  owner_id bigint,
  escalation integer not null default 0,
  refusals integer not null default 0,
  unmet_reason text,
  unmet_places jsonb,
  due_at timestamp(3) with time zone,
  asked_at timestamp(3) with time zone not null default now(),
  assigned_at timestamp(3) with time zone,
  done_at timestamp(3) with time zone,
  ended_at timestamp(3) with time zone,
  changed_at timestamp(3) with time zone not null default now(),
  stars integer,
  comment text,
  rated_at timestamp(3) with time zone,
  constraint help_requests_pkey PRIMARY KEY (id),
  constraint help_requests_id_people_key UNIQUE (id, people),
  constraint help_requests_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas(code),
  constraint help_requests_made_by_fkey FOREIGN KEY (made_by) REFERENCES people(id),
  constraint help_requests_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id),
  constraint help_requests_requester_id_fkey FOREIGN KEY (requester_id) REFERENCES people(id),
  constraint help_always_a_deadline CHECK (((due_at IS NOT NULL) OR (status = ANY (ARRAY['confirmed'::text, 'rated'::text, 'cancelled'::text])))),
  constraint help_always_an_owner CHECK (((owner_id IS NOT NULL) OR (status = ANY (ARRAY['done'::text, 'confirmed'::text, 'rated'::text, 'cancelled'::text])))),
  constraint help_requests_area_code_check CHECK ((length(area_code) >= 12)),
  constraint help_requests_check CHECK (((status = 'rated'::text) = (stars IS NOT NULL))),
  constraint help_requests_check1 CHECK (((ended_at IS NULL) = (status <> ALL (ARRAY['confirmed'::text, 'rated'::text, 'cancelled'::text])))),
  constraint help_requests_comment_check CHECK ((length(comment) <= 300)),
  constraint help_requests_escalation_check CHECK (((escalation >= 0) AND (escalation <= 2))),
  constraint help_requests_home_area_code_check CHECK ((home_area_code ~ '^\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?$'::text)),
  constraint help_requests_lat_check CHECK (((lat >= ('-90'::integer)::double precision) AND (lat <= (90)::double precision))),
  constraint help_requests_lng_check CHECK (((lng >= ('-180'::integer)::double precision) AND (lng <= (180)::double precision))),
  constraint help_requests_minutes_check CHECK (((minutes >= 10) AND (minutes <= 720))),
  constraint help_requests_people_check CHECK (((people >= 1) AND (people <= 20))),
  constraint help_requests_sex_check CHECK ((sex = ANY (ARRAY['female'::text, 'male'::text]))),
  constraint help_requests_stars_check CHECK (((stars >= 1) AND (stars <= 5))),
  constraint help_requests_status_check CHECK ((status = ANY (ARRAY['open'::text, 'matching'::text, 'offered'::text, 'assigned'::text, 'inService'::text, 'done'::text, 'confirmed'::text, 'rated'::text, 'cancelled'::text, 'unmet'::text]))),
  constraint help_requests_unmet_reason_check CHECK ((unmet_reason = ANY (ARRAY['nobodyAble'::text, 'nobodyAnswered'::text, 'timeIsUp'::text, 'nobodyCame'::text]))),
  constraint help_requests_urgency_check CHECK ((urgency = ANY (ARRAY['now'::text, 'today'::text, 'thisWeek'::text, 'planned'::text]))),
  constraint help_requests_wish_dialect_check CHECK ((wish_dialect = ANY (ARRAY['must'::text, 'better'::text]))),
  constraint help_requests_wish_home_check CHECK ((wish_home = ANY (ARRAY['must'::text, 'better'::text]))),
  constraint help_requests_wish_sex_check CHECK ((wish_sex = ANY (ARRAY['must'::text, 'better'::text]))),
  constraint help_requests_words_check CHECK ((length(words) <= 500)),
  constraint unmet_says_why CHECK (((status = 'unmet'::text) <= (unmet_reason IS NOT NULL)))
);
CREATE INDEX help_requests_by_area ON public.help_requests USING btree (area_code, id DESC) WHERE (ended_at IS NULL);
CREATE INDEX help_requests_by_maker ON public.help_requests USING btree (made_by, id DESC) WHERE (made_by <> requester_id);
CREATE INDEX help_requests_by_owner ON public.help_requests USING btree (owner_id, id DESC) WHERE (ended_at IS NULL);
CREATE INDEX help_requests_by_requester ON public.help_requests USING btree (requester_id, id DESC);
CREATE INDEX help_requests_due ON public.help_requests USING btree (due_at) WHERE (due_at IS NOT NULL);
CREATE CONSTRAINT TRIGGER status_has_event AFTER INSERT OR UPDATE OF status ON public.help_requests DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_help_status();

create table help_transitions (
  kind text not null,
  from_status text not null,
  to_status text not null,
  constraint help_transitions_pkey PRIMARY KEY (kind, from_status, to_status)
);

create table home_visit_files (
  visit_id bigint not null,
  "position" integer not null,
  file_id bigint not null,
  constraint home_visit_files_pkey PRIMARY KEY (visit_id, "position"),
  constraint home_visit_files_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id),
  constraint home_visit_files_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES home_visits(id),
  constraint home_visit_files_position_check CHECK (("position" >= 0))
);
CREATE INDEX home_visit_files_by_file ON public.home_visit_files USING btree (file_id);

create table home_visit_households (
  visit_id bigint not null,
  household_id bigint not null,
  constraint home_visit_households_pkey PRIMARY KEY (visit_id, household_id),
  constraint home_visit_households_household_id_fkey FOREIGN KEY (household_id) REFERENCES households(id),
  constraint home_visit_households_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES home_visits(id)
);
CREATE INDEX home_visit_households_by_household ON public.home_visit_households USING btree (household_id, visit_id);

create table home_visits (
  id bigint not null generated always as identity,
  hub_id bigint not null,
  area_code text collate "C" not null,
  visitor_id bigint not null,
  visited_on date not null,
  heard_cipher bytea not null,
  version integer not null default 1,
  contact_id bigint,
  written_at timestamp(3) with time zone not null,
  changed_at timestamp(3) with time zone not null,
  constraint home_visits_pkey PRIMARY KEY (id),
  constraint one_visit_a_wish UNIQUE (contact_id),
  constraint home_visits_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas(code),
  constraint home_visits_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id),
  constraint home_visits_hub_id_fkey FOREIGN KEY (hub_id) REFERENCES hubs(id),
  constraint home_visits_visitor_id_fkey FOREIGN KEY (visitor_id) REFERENCES people(id),
  constraint home_visits_check CHECK ((changed_at >= written_at)),
  constraint home_visits_check1 CHECK ((visited_on <= ((written_at AT TIME ZONE 'Asia/Shanghai'::text))::date))
);
CREATE INDEX home_visits_by_hub ON public.home_visits USING btree (hub_id, visited_on DESC, id DESC);
CREATE TRIGGER gives_points AFTER INSERT ON public.home_visits FOR EACH ROW EXECUTE FUNCTION points_of_visit();

create table household_invitations (
  id bigint not null generated always as identity,
  household_id bigint not null,
  code_hash bytea not null,
  made_by bigint not null,
  made_at timestamp(3) with time zone not null,
  expires_at timestamp(3) with time zone not null,
  used_by bigint,
  used_at timestamp(3) with time zone,
  constraint household_invitations_pkey PRIMARY KEY (id),
  constraint household_invitations_code_hash_key UNIQUE (code_hash),
  constraint household_invitations_household_id_fkey FOREIGN KEY (household_id) REFERENCES households(id),
  constraint household_invitations_made_by_fkey FOREIGN KEY (made_by) REFERENCES people(id),
  constraint household_invitations_used_by_fkey FOREIGN KEY (used_by) REFERENCES people(id),
  constraint household_invitations_check CHECK ((expires_at > made_at)),
  constraint household_invitations_check1 CHECK (((used_by IS NULL) = (used_at IS NULL)))
);
CREATE INDEX household_invitations_by_household ON public.household_invitations USING btree (household_id);

create table household_members (
  id bigint not null generated always as identity,
  household_id bigint not null,
  person_id bigint not null,
  joined_at timestamp(3) with time zone not null,
  left_at timestamp(3) with time zone,
  how text not null,
  constraint household_members_pkey PRIMARY KEY (id),
  constraint household_members_household_id_fkey FOREIGN KEY (household_id) REFERENCES households(id),
  constraint household_members_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint household_members_check CHECK ((left_at >= joined_at)),
  constraint household_members_how_check CHECK ((how = ANY (ARRAY['code'::text, 'staff'::text])))
);
CREATE INDEX household_members_by_household ON public.household_members USING btree (household_id) WHERE (left_at IS NULL);
CREATE UNIQUE INDEX one_household_a_person ON public.household_members USING btree (person_id) WHERE (left_at IS NULL);

create table households (
  id bigint not null generated always as identity,
  area_code text collate "C" not null,
  people integer not null,
  reason text not null,
  door_cipher bytea,
  door_hash bytea,
  phone_cipher bytea,
  lat numeric(6,3) not null,
  lng numeric(6,3) not null,
  status text not null,
  version integer not null default 1,
  registered_by bigint,
  registered_at timestamp(3) with time zone not null default now(),
  orphaned_at timestamp(3) with time zone,
  ended_at timestamp(3) with time zone,
  end_reason text,
  constraint households_pkey PRIMARY KEY (id),
  constraint households_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas(code),
  constraint households_registered_by_fkey FOREIGN KEY (registered_by) REFERENCES people(id),
  constraint households_area_code_check CHECK ((length(area_code) >= 12)),
  constraint households_check CHECK (((status = 'orphaned'::text) = (orphaned_at IS NOT NULL))),
  constraint households_check1 CHECK ((((status = 'ended'::text) = (ended_at IS NOT NULL)) AND ((ended_at IS NULL) = (end_reason IS NULL)))),
  constraint households_check2 CHECK ((((status = 'ended'::text) = (door_cipher IS NULL)) AND ((door_cipher IS NULL) = (door_hash IS NULL)))),
  constraint households_check3 CHECK (((status <> 'ended'::text) OR (phone_cipher IS NULL))),
  constraint households_end_reason_check CHECK (((length(end_reason) >= 2) AND (length(end_reason) <= 100))),
  constraint households_lat_check CHECK (((lat >= ('-90'::integer)::numeric) AND (lat <= (90)::numeric))),
  constraint households_lng_check CHECK (((lng >= ('-180'::integer)::numeric) AND (lng <= (180)::numeric))),
  constraint households_people_check CHECK (((people >= 1) AND (people <= 30))),
  constraint households_reason_check CHECK ((reason = ANY (ARRAY['relative'::text, 'neighbour'::text, 'difficulty'::text, 'other'::text]))),
  constraint households_status_check CHECK ((status = ANY (ARRAY['linked'::text, 'orphaned'::text, 'ended'::text])))
);
CREATE INDEX households_by_area ON public.households USING btree (area_code, id) WHERE (ended_at IS NULL);
CREATE INDEX households_orphaned ON public.households USING btree (orphaned_at) WHERE (status = 'orphaned'::text);
CREATE UNIQUE INDEX one_household_a_door ON public.households USING btree (area_code, door_hash) WHERE (ended_at IS NULL);
CREATE CONSTRAINT TRIGGER ended_is_owed_nothing AFTER UPDATE OF status ON public.households DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.status = 'ended'::text)) EXECUTE FUNCTION check_promises_of_ended();
CREATE CONSTRAINT TRIGGER exactly_one_hub AFTER INSERT OR UPDATE OF status ON public.households DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_household_hub();

create table hub_absences (
  id bigint not null generated always as identity,
  person_id bigint not null,
  days daterange not null,
  ended_at timestamp(3) with time zone,
  constraint hub_absences_pkey PRIMARY KEY (id),
  constraint away_once EXCLUDE USING gist (person_id WITH =, days WITH &&) WHERE ((ended_at IS NULL)),
  constraint hub_absences_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint hub_absences_days_check CHECK (((NOT isempty(days)) AND (NOT lower_inf(days)) AND (NOT upper_inf(days))))
);

create table hub_deputies (
  hub_id bigint not null,
  person_id bigint not null,
  "position" integer not null,
  constraint hub_deputies_pkey PRIMARY KEY (hub_id, person_id),
  constraint hub_deputies_hub_id_position_key UNIQUE (hub_id, "position"),
  constraint hub_deputies_hub_id_fkey FOREIGN KEY (hub_id) REFERENCES hubs(id) ON DELETE CASCADE,
  constraint hub_deputies_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint hub_deputies_position_check CHECK ((("position" >= 1) AND ("position" <= 5)))
);
CREATE INDEX hub_deputies_by_person ON public.hub_deputies USING btree (person_id);

create table hub_hours (
  hub_id bigint not null,
  weekday integer not null,
  from_minute integer not null,
  until_minute integer not null,
  constraint hub_hours_hub_id_weekday_int4range_excl EXCLUDE USING gist (hub_id WITH =, weekday WITH =, int4range(from_minute, until_minute) WITH &&),
  constraint hub_hours_hub_id_fkey FOREIGN KEY (hub_id) REFERENCES hubs(id) ON DELETE CASCADE,
  constraint hub_hours_check CHECK ((from_minute < until_minute)),
  constraint hub_hours_from_minute_check CHECK (((from_minute >= 0) AND (from_minute <= 1439))),
  constraint hub_hours_until_minute_check CHECK (((until_minute >= 1) AND (until_minute <= 1440))),
  constraint hub_hours_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
);

create table hub_languages (
  hub_id bigint not null,
  dialect_code text collate "C" not null,
  constraint hub_languages_pkey PRIMARY KEY (hub_id, dialect_code),
  constraint hub_languages_dialect_code_fkey FOREIGN KEY (dialect_code) REFERENCES dialects(code),
  constraint hub_languages_hub_id_fkey FOREIGN KEY (hub_id) REFERENCES hubs(id) ON DELETE CASCADE
);

create table hub_posts (
  id bigint not null generated always as identity,
  kind text not null,
  name text not null,
  holder_id bigint not null,
  area_code text collate "C" not null,
  place text not null,
  duties text not null,
  contact_way text not null,
  hub_id bigint,
  consent_on date not null,
  version integer not null default 1,
  created_by bigint not null,
  created_at timestamp(3) with time zone not null,
  changed_at timestamp(3) with time zone not null,
  ended_at timestamp(3) with time zone,
  end_reason text,
  constraint hub_posts_pkey PRIMARY KEY (id),
  constraint hub_posts_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas(code),
  constraint hub_posts_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id),
  constraint hub_posts_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES people(id),
  constraint hub_posts_hub_id_fkey FOREIGN KEY (hub_id) REFERENCES hubs(id),
  constraint hub_posts_area_code_check CHECK ((length(area_code) >= 12)),
  constraint hub_posts_check CHECK (((ended_at IS NULL) = (end_reason IS NULL))),
  constraint hub_posts_contact_way_check CHECK (((length(contact_way) >= 2) AND (length(contact_way) <= 60))),
  constraint hub_posts_duties_check CHECK (((length(duties) >= 2) AND (length(duties) <= 300))),
  constraint hub_posts_end_reason_check CHECK (((length(end_reason) >= 2) AND (length(end_reason) <= 100))),
  constraint hub_posts_kind_check CHECK ((kind = ANY (ARRAY['vanguard'::text, 'model'::text, 'duty'::text]))),
  constraint hub_posts_name_check CHECK (((length(name) >= 2) AND (length(name) <= 20))),
  constraint hub_posts_place_check CHECK (((length(place) >= 2) AND (length(place) <= 40))),
  constraint no_mobile_number CHECK ((contact_way !~ '1[0-9 -]{10}'::text))
);
CREATE INDEX hub_posts_by_area ON public.hub_posts USING btree (area_code, id) WHERE (ended_at IS NULL);
CREATE INDEX hub_posts_by_holder ON public.hub_posts USING btree (holder_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX one_post_a_name ON public.hub_posts USING btree (area_code, kind, name) WHERE (ended_at IS NULL);

create table hub_settings (
  only_row boolean not null default true,
  most_households integer not null default 15,
  reach_metres integer not null default 5000,
  invitation_days integer not null default 14,
  first_answer_hours integer not null default 24,
  next_answer_hours integer not null default 12,
  answer_days integer not null default 5,
  confirm_days integer not null default 7,
  constraint hub_settings_pkey PRIMARY KEY (only_row),
  constraint hub_settings_answer_days_check CHECK (((answer_days >= 1) AND (answer_days <= 60))),
  constraint hub_settings_confirm_days_check CHECK (((confirm_days >= 1) AND (confirm_days <= 60))),
  constraint hub_settings_first_answer_hours_check CHECK (((first_answer_hours >= 1) AND (first_answer_hours <= 168))),
  constraint hub_settings_invitation_days_check CHECK (((invitation_days >= 1) AND (invitation_days <= 90))),
  constraint hub_settings_most_households_check CHECK (((most_households >= 1) AND (most_households <= 60))),
  constraint hub_settings_next_answer_hours_check CHECK (((next_answer_hours >= 1) AND (next_answer_hours <= 168))),
  constraint hub_settings_only_row_check CHECK (only_row),
  constraint hub_settings_reach_metres_check CHECK (((reach_metres >= 200) AND (reach_metres <= 50000)))
);

create table hubs (
  id bigint not null generated always as identity,
  name text not null,
  host_id bigint not null,
  branch_lead_id bigint,
  area_code text collate "C" not null,
  place text not null,
  lat numeric(6,3) not null,
  lng numeric(6,3) not null,
  specialties text[] not null default '{}'::text[],
  status text not null default 'open'::text,
  room integer,
  households integer not null default 0,
  consent_on date not null,
  created_by bigint not null,
  created_at timestamp(3) with time zone not null default now(),
  changed_at timestamp(3) with time zone not null default now(),
  closed_at timestamp(3) with time zone,
  close_reason text,
  constraint hubs_pkey PRIMARY KEY (id),
  constraint hubs_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas(code),
  constraint hubs_branch_lead_id_fkey FOREIGN KEY (branch_lead_id) REFERENCES people(id),
  constraint hubs_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id),
  constraint hubs_host_id_fkey FOREIGN KEY (host_id) REFERENCES people(id),
  constraint closed_hub_has_none CHECK (((status <> 'closed'::text) OR (households = 0))),
  constraint hubs_area_code_check CHECK ((length(area_code) >= 12)),
  constraint hubs_check CHECK ((((status = 'closed'::text) = (closed_at IS NOT NULL)) AND ((closed_at IS NULL) = (close_reason IS NULL)))),
  constraint hubs_check1 CHECK ((branch_lead_id <> host_id)),
  constraint hubs_close_reason_check CHECK (((length(close_reason) >= 2) AND (length(close_reason) <= 100))),
  constraint hubs_households_check CHECK ((households >= 0)),
  constraint hubs_lat_check CHECK (((lat >= ('-90'::integer)::numeric) AND (lat <= (90)::numeric))),
  constraint hubs_lng_check CHECK (((lng >= ('-180'::integer)::numeric) AND (lng <= (180)::numeric))),
  constraint hubs_name_check CHECK (((length(name) >= 2) AND (length(name) <= 20))),
  constraint hubs_place_check CHECK (((length(place) >= 2) AND (length(place) <= 40))),
  constraint hubs_room_check CHECK (((room >= 1) AND (room <= 60))),
  constraint hubs_specialties_check CHECK ((specialties <@ '{policy,mediation,medical,law,jobs,repair,elders,children,newcomers}'::text[])),
  constraint hubs_status_check CHECK ((status = ANY (ARRAY['open'::text, 'paused'::text, 'closed'::text])))
);
CREATE INDEX hubs_by_area ON public.hubs USING btree (area_code, id) WHERE (closed_at IS NULL);
CREATE INDEX hubs_by_branch_lead ON public.hubs USING btree (branch_lead_id) WHERE (closed_at IS NULL);
CREATE UNIQUE INDEX one_hub_a_host ON public.hubs USING btree (host_id) WHERE (closed_at IS NULL);

create table job_messages (
  id bigint not null generated always as identity,
  proposal_id bigint not null,
  from_id bigint not null,
  kind text not null,
  words text not null default ''::text,
  at timestamp(3) with time zone not null,
  constraint job_messages_pkey PRIMARY KEY (id),
  constraint job_messages_from_id_fkey FOREIGN KEY (from_id) REFERENCES people(id),
  constraint job_messages_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES job_proposals(id),
  constraint job_messages_check CHECK (((kind = 'words'::text) = (words <> ''::text))),
  constraint job_messages_kind_check CHECK ((kind = ANY (ARRAY['words'::text, 'callBack'::text]))),
  constraint job_messages_words_check CHECK ((length(words) <= 300))
);
CREATE INDEX job_messages_in_order ON public.job_messages USING btree (proposal_id, id);

create table job_proposals (
  id bigint not null generated always as identity,
  opening_id bigint not null,
  seeker_id bigint not null,
  status text not null,
  score integer,
  reasons jsonb not null default '[]'::jsonb,
  owner_id bigint,
  due_at timestamp(3) with time zone,
  escalation integer not null default 0,
  proposed_at timestamp(3) with time zone not null,
  answered_at timestamp(3) with time zone,
  contacted_at timestamp(3) with time zone,
  ended_at timestamp(3) with time zone,
  note text,
  constraint job_proposals_pkey PRIMARY KEY (id),
  constraint one_proposal_a_pair UNIQUE (opening_id, seeker_id),
  constraint job_proposals_opening_id_fkey FOREIGN KEY (opening_id) REFERENCES openings(id),
  constraint job_proposals_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id),
  constraint job_proposals_seeker_id_fkey FOREIGN KEY (seeker_id) REFERENCES job_seekers(person_id),
  constraint job_proposals_check CHECK (((ended_at IS NULL) = (status = ANY (ARRAY['proposed'::text, 'interested'::text, 'contacted'::text])))),
  constraint job_proposals_check1 CHECK (((status <> ALL (ARRAY['interested'::text, 'contacted'::text, 'hired'::text])) OR (answered_at IS NOT NULL))),
  constraint job_proposals_check2 CHECK (((status <> ALL (ARRAY['contacted'::text, 'hired'::text])) OR (contacted_at IS NOT NULL))),
  constraint job_proposals_escalation_check CHECK (((escalation >= 0) AND (escalation <= 2))),
  constraint job_proposals_note_check CHECK ((length(note) <= 200)),
  constraint job_proposals_status_check CHECK ((status = ANY (ARRAY['proposed'::text, 'interested'::text, 'contacted'::text, 'hired'::text, 'notHired'::text, 'notInterested'::text, 'withdrawn'::text]))),
  constraint live_has_owner CHECK ((((owner_id IS NOT NULL) AND (due_at IS NOT NULL)) OR (ended_at IS NOT NULL)))
);
CREATE INDEX job_proposals_by_owner ON public.job_proposals USING btree (owner_id, due_at) WHERE (ended_at IS NULL);
CREATE INDEX job_proposals_by_seeker ON public.job_proposals USING btree (seeker_id, id DESC);
CREATE INDEX job_proposals_due ON public.job_proposals USING btree (due_at) WHERE (ended_at IS NULL);
CREATE TRIGGER places BEFORE INSERT OR UPDATE ON public.job_proposals FOR EACH ROW EXECUTE FUNCTION guard_job_proposal();

create table job_seeker_dialects (
  person_id bigint not null,
  dialect_code text collate "C" not null,
  constraint job_seeker_dialects_pkey PRIMARY KEY (person_id, dialect_code),
  constraint job_seeker_dialects_dialect_code_fkey FOREIGN KEY (dialect_code) REFERENCES dialects(code),
  constraint job_seeker_dialects_person_id_fkey FOREIGN KEY (person_id) REFERENCES job_seekers(person_id) ON DELETE CASCADE
);

create table job_seeker_skills (
  person_id bigint not null,
  skill_code text collate "C" not null,
  level integer not null,
  constraint job_seeker_skills_pkey PRIMARY KEY (person_id, skill_code),
  constraint job_seeker_skills_person_id_fkey FOREIGN KEY (person_id) REFERENCES job_seekers(person_id) ON DELETE CASCADE,
  constraint job_seeker_skills_skill_code_fkey FOREIGN KEY (skill_code) REFERENCES skills(code),
  constraint job_seeker_skills_level_check CHECK (((level >= 1) AND (level <= 3)))
);

create table job_seeker_weekly (
  person_id bigint not null,
  weekday integer not null,
  from_minute integer not null,
  until_minute integer not null,
  constraint job_seeker_weekly_person_id_weekday_int4range_excl EXCLUDE USING gist (person_id WITH =, weekday WITH =, int4range(from_minute, until_minute) WITH &&),
  constraint job_seeker_weekly_person_id_fkey FOREIGN KEY (person_id) REFERENCES job_seekers(person_id) ON DELETE CASCADE,
  constraint job_seeker_weekly_check CHECK ((from_minute < until_minute)),
  constraint job_seeker_weekly_from_minute_check CHECK (((from_minute >= 0) AND (from_minute <= 1439))),
  constraint job_seeker_weekly_until_minute_check CHECK (((until_minute >= 1) AND (until_minute <= 1440))),
  constraint job_seeker_weekly_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
);

create table job_seekers (
  person_id bigint not null,
  name text not null,
  area_code text collate "C" not null,
  home_area_code text,
  lat double precision not null,
  lng double precision not null,
  radius_metres integer not null,
  wishes text not null default ''::text,
  active_until date not null,
  consented_at timestamp(3) with time zone not null,
  ended_at timestamp(3) with time zone,
  changed_at timestamp(3) with time zone not null,
  constraint job_seekers_pkey PRIMARY KEY (person_id),
  constraint job_seekers_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas(code),
  constraint job_seekers_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint job_seekers_area_code_check CHECK ((length(area_code) >= 12)),
  constraint job_seekers_home_area_code_check CHECK ((home_area_code ~ '^\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?$'::text)),
  constraint job_seekers_lat_check CHECK (((lat >= ('-90'::integer)::double precision) AND (lat <= (90)::double precision))),
  constraint job_seekers_lng_check CHECK (((lng >= ('-180'::integer)::double precision) AND (lng <= (180)::double precision))),
  constraint job_seekers_name_check CHECK (((length(name) >= 2) AND (length(name) <= 20))),
  constraint job_seekers_radius_metres_check CHECK (((radius_metres >= 500) AND (radius_metres <= 50000))),
  constraint job_seekers_wishes_check CHECK ((length(wishes) <= 300))
);

create table join_requests (
  id bigint not null generated always as identity,
  person_id bigint not null,
  area_code text collate "C" not null,
  door_cipher bytea,
  status text not null default 'waiting'::text,
  asked_at timestamp(3) with time zone not null,
  household_id bigint,
  decided_by bigint,
  decided_at timestamp(3) with time zone,
  reason text,
  constraint join_requests_pkey PRIMARY KEY (id),
  constraint join_requests_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas(code),
  constraint join_requests_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people(id),
  constraint join_requests_household_id_fkey FOREIGN KEY (household_id) REFERENCES households(id),
  constraint join_requests_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint join_requests_area_code_check CHECK ((length(area_code) >= 12)),
  constraint join_requests_check CHECK (((status = 'waiting'::text) = (decided_at IS NULL))),
  constraint join_requests_check1 CHECK (((status = 'waiting'::text) = (door_cipher IS NOT NULL))),
  constraint join_requests_check2 CHECK (((status = 'confirmed'::text) = (household_id IS NOT NULL))),
  constraint join_requests_check3 CHECK (((status = 'declined'::text) = (reason IS NOT NULL))),
  constraint join_requests_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 100))),
  constraint join_requests_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'confirmed'::text, 'declined'::text, 'withdrawn'::text])))
);
CREATE INDEX join_requests_waiting ON public.join_requests USING btree (area_code, id) WHERE (status = 'waiting'::text);
CREATE UNIQUE INDEX one_waiting_join_request ON public.join_requests USING btree (person_id) WHERE (status = 'waiting'::text);

create table linked_households (
  id bigint not null generated always as identity,
  household_id bigint not null,
  hub_id bigint not null,
  since timestamp(3) with time zone not null,
  until timestamp(3) with time zone,
  how text not null,
  linked_by bigint,
  why text,
  constraint linked_households_pkey PRIMARY KEY (id),
  constraint linked_households_household_id_fkey FOREIGN KEY (household_id) REFERENCES households(id),
  constraint linked_households_hub_id_fkey FOREIGN KEY (hub_id) REFERENCES hubs(id),
  constraint linked_households_linked_by_fkey FOREIGN KEY (linked_by) REFERENCES people(id),
  constraint linked_households_check CHECK ((until >= since)),
  constraint linked_households_check1 CHECK (((how = 'nearest'::text) <= (linked_by IS NULL))),
  constraint linked_households_how_check CHECK ((how = ANY (ARRAY['nearest'::text, 'rebalanced'::text, 'byHand'::text]))),
  constraint linked_households_why_check CHECK ((length(why) <= 100))
);
CREATE INDEX linked_households_by_household ON public.linked_households USING btree (household_id, id);
CREATE INDEX linked_households_by_hub ON public.linked_households USING btree (hub_id, household_id) WHERE (until IS NULL);
CREATE UNIQUE INDEX one_hub_a_household ON public.linked_households USING btree (household_id) WHERE (until IS NULL);
CREATE TRIGGER counted AFTER INSERT OR UPDATE ON public.linked_households FOR EACH ROW EXECUTE FUNCTION count_linked_household();
CREATE CONSTRAINT TRIGGER exactly_one_hub AFTER INSERT OR UPDATE ON public.linked_households DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_household_hub();
CREATE TRIGGER never_deleted BEFORE DELETE ON public.linked_households FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table matching_runs (
  id bigint not null generated always as identity,
  at timestamp(3) with time zone not null,
  volunteers integer not null,
  requests integer not null,
  places integer not null,
  places_filled integer not null,
  filled integer not null,
  score integer not null,
  spread integer not null,
  proven boolean not null,
  offers_sent integer not null,
  constraint matching_runs_pkey PRIMARY KEY (id)
);

create table matching_settings (
  only_row boolean not null default true,
  walking_factor double precision not null default 1.3,
  metres_per_minute integer not null default 75,
  answer_now_minutes integer not null default 5,
  answer_today_minutes integer not null default 30,
  answer_week_minutes integer not null default 240,
  answer_planned_minutes integer not null default 1440,
  now_best integer not null default 5,
  refusals_to_leader integer not null default 3,
  refusals_to_community integer not null default 6,
  most_tasks integer not null default 6,
  confirm_days integer not null default 3,
  constraint matching_settings_pkey PRIMARY KEY (only_row),
  constraint matching_settings_answer_now_minutes_check CHECK (((answer_now_minutes >= 1) AND (answer_now_minutes <= 30))),
  constraint matching_settings_answer_planned_minutes_check CHECK (((answer_planned_minutes >= 60) AND (answer_planned_minutes <= 4320))),
  constraint matching_settings_answer_today_minutes_check CHECK (((answer_today_minutes >= 5) AND (answer_today_minutes <= 240))),
  constraint matching_settings_answer_week_minutes_check CHECK (((answer_week_minutes >= 30) AND (answer_week_minutes <= 1440))),
  constraint matching_settings_check CHECK ((refusals_to_community > refusals_to_leader)),
  constraint matching_settings_confirm_days_check CHECK (((confirm_days >= 1) AND (confirm_days <= 14))),
  constraint matching_settings_metres_per_minute_check CHECK (((metres_per_minute >= 20) AND (metres_per_minute <= 150))),
  constraint matching_settings_most_tasks_check CHECK (((most_tasks >= 1) AND (most_tasks <= 20))),
  constraint matching_settings_now_best_check CHECK (((now_best >= 2) AND (now_best <= 20))),
  constraint matching_settings_only_row_check CHECK (only_row),
  constraint matching_settings_refusals_to_community_check CHECK (((refusals_to_community >= 1) AND (refusals_to_community <= 40))),
  constraint matching_settings_refusals_to_leader_check CHECK (((refusals_to_leader >= 1) AND (refusals_to_leader <= 20))),
  constraint matching_settings_walking_factor_check CHECK (((walking_factor >= (1)::double precision) AND (walking_factor <= (3)::double precision)))
);

create table matching_weights (
  id bigint not null generated always as identity,
  weights jsonb not null,
  why text not null,
  changed_by bigint,
  changed_at timestamp(3) with time zone not null default now(),
  constraint matching_weights_pkey PRIMARY KEY (id),
  constraint matching_weights_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people(id),
  constraint matching_weights_why_check CHECK ((why <> ''::text))
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.matching_weights FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table media_checks (
  id bigint not null generated always as identity,
  subject text not null,
  subject_id bigint not null,
  person_id bigint not null,
  trace_id text,
  asked_at timestamp(3) with time zone not null default now(),
  verdict text,
  settled_at timestamp(3) with time zone,
  constraint media_checks_pkey PRIMARY KEY (id),
  constraint media_checks_subject_subject_id_key UNIQUE (subject, subject_id),
  constraint media_checks_trace_id_key UNIQUE (trace_id),
  constraint media_checks_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint media_checks_check CHECK (((verdict IS NULL) = (settled_at IS NULL))),
  constraint media_checks_verdict_check CHECK ((verdict = ANY (ARRAY['pass'::text, 'review'::text, 'risky'::text, 'unavailable'::text])))
);
CREATE INDEX media_checks_by_person ON public.media_checks USING btree (person_id);
CREATE INDEX open_media_checks ON public.media_checks USING btree (asked_at) WHERE (settled_at IS NULL);

create table media_verdicts (
  trace_id text not null,
  verdict text not null,
  pushed_at timestamp(3) with time zone not null default now(),
  constraint media_verdicts_pkey PRIMARY KEY (trace_id),
  constraint media_verdicts_verdict_check CHECK ((verdict = ANY (ARRAY['pass'::text, 'review'::text, 'risky'::text, 'unavailable'::text])))
);

create table mediation_confirmations (
  record_id bigint not null,
  side text not null,
  person_id bigint not null,
  at timestamp(3) with time zone not null,
  constraint mediation_confirmations_pkey PRIMARY KEY (record_id, side),
  constraint mediation_confirmations_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint mediation_confirmations_record_id_fkey FOREIGN KEY (record_id) REFERENCES mediation_records(id),
  constraint mediation_confirmations_side_check CHECK ((side = ANY (ARRAY['requester'::text, 'other'::text])))
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.mediation_confirmations FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER same_words BEFORE INSERT ON public.mediation_confirmations FOR EACH ROW EXECUTE FUNCTION check_mediation_confirmation();

create table mediation_invitations (
  id bigint not null generated always as identity,
  request_id bigint not null,
  code_nonce bytea not null,
  code_hash bytea not null,
  place text not null,
  created_by bigint not null,
  created_at timestamp(3) with time zone not null,
  expires_at timestamp(3) with time zone not null,
  ended_as text,
  ended_at timestamp(3) with time zone,
  constraint mediation_invitations_pkey PRIMARY KEY (id),
  constraint mediation_invitations_code_hash_key UNIQUE (code_hash),
  constraint mediation_invitations_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id),
  constraint mediation_invitations_request_id_fkey FOREIGN KEY (request_id) REFERENCES help_requests(id),
  constraint mediation_invitations_check CHECK ((expires_at > created_at)),
  constraint mediation_invitations_check1 CHECK (((ended_as IS NULL) = (ended_at IS NULL))),
  constraint mediation_invitations_ended_as_check CHECK ((ended_as = ANY (ARRAY['agreed'::text, 'declined'::text, 'replaced'::text, 'over'::text]))),
  constraint mediation_invitations_place_check CHECK (((length(place) >= 2) AND (length(place) <= 60)))
);
CREATE UNIQUE INDEX one_live_invitation ON public.mediation_invitations USING btree (request_id) WHERE (ended_as IS NULL);
CREATE UNIQUE INDEX one_other_side ON public.mediation_invitations USING btree (request_id) WHERE (ended_as = 'agreed'::text);

create table mediation_records (
  id bigint not null generated always as identity,
  request_id bigint not null,
  version integer not null,
  words_cipher bytea not null,
  written_by bigint not null,
  written_at timestamp(3) with time zone not null,
  constraint mediation_records_pkey PRIMARY KEY (id),
  constraint mediation_records_request_id_version_key UNIQUE (request_id, version),
  constraint mediation_records_request_id_fkey FOREIGN KEY (request_id) REFERENCES help_requests(id),
  constraint mediation_records_written_by_fkey FOREIGN KEY (written_by) REFERENCES people(id),
  constraint mediation_records_version_check CHECK (((version >= 1) AND (version <= 50)))
);
CREATE TRIGGER kept BEFORE INSERT OR UPDATE ON public.mediation_records FOR EACH ROW EXECUTE FUNCTION keep_mediation_record();

create table mediation_sides (
  request_id bigint not null,
  side text not null,
  person_id bigint not null,
  name text not null,
  area_code text collate "C",
  lat double precision,
  lng double precision,
  agreed_at timestamp(3) with time zone not null,
  withdrawn_at timestamp(3) with time zone,
  constraint mediation_sides_pkey PRIMARY KEY (request_id, side),
  constraint two_people_two_sides UNIQUE (request_id, person_id),
  constraint mediation_sides_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas(code),
  constraint mediation_sides_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint mediation_sides_request_id_fkey FOREIGN KEY (request_id) REFERENCES help_requests(id),
  constraint mediation_sides_check CHECK (((lat IS NULL) = (lng IS NULL))),
  constraint mediation_sides_check1 CHECK ((withdrawn_at >= agreed_at)),
  constraint mediation_sides_lat_check CHECK (((lat >= ('-90'::integer)::double precision) AND (lat <= (90)::double precision))),
  constraint mediation_sides_lng_check CHECK (((lng >= ('-180'::integer)::double precision) AND (lng <= (180)::double precision))),
  constraint mediation_sides_side_check CHECK ((side = ANY (ARRAY['requester'::text, 'other'::text])))
);
CREATE INDEX mediation_sides_by_person ON public.mediation_sides USING btree (person_id, request_id DESC);

create table message_acceptances (
  id bigint not null generated always as identity,
  person_id bigint not null,
  kind text not null,
  accepted_at timestamp(3) with time zone not null default now(),
  spent_at timestamp(3) with time zone,
  notice_id bigint,
  constraint message_acceptances_pkey PRIMARY KEY (id),
  constraint message_acceptances_notice_id_key UNIQUE (notice_id),
  constraint message_acceptances_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES notices(id),
  constraint message_acceptances_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint message_acceptances_check CHECK (((notice_id IS NULL) OR (spent_at IS NOT NULL)))
);
CREATE INDEX unspent_acceptances ON public.message_acceptances USING btree (person_id, kind, id) WHERE (spent_at IS NULL);

create table message_deliveries (
  notice_id bigint not null,
  status text not null default 'queued'::text,
  attempts integer not null default 0,
  errcode integer,
  queued_at timestamp(3) with time zone not null default now(),
  settled_at timestamp(3) with time zone,
  constraint message_deliveries_pkey PRIMARY KEY (notice_id),
  constraint message_deliveries_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES notices(id),
  constraint message_deliveries_check CHECK (((status = ANY (ARRAY['queued'::text, 'sending'::text])) = (settled_at IS NULL))),
  constraint message_deliveries_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'refused'::text, 'failed'::text, 'unknown'::text])))
);
CREATE INDEX open_deliveries ON public.message_deliveries USING btree (queued_at) WHERE (settled_at IS NULL);

create table migrations (
  name text not null,
  hash text not null,
  ran_at timestamp(3) with time zone not null default now(),
  constraint migrations_pkey PRIMARY KEY (name)
);

create table notices (
  id bigint not null generated always as identity,
  person_id bigint not null,
  kind text not null,
  facts jsonb not null,
  created_at timestamp(3) with time zone not null default now(),
  read_at timestamp(3) with time zone,
  constraint notices_pkey PRIMARY KEY (id),
  constraint notices_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
CREATE INDEX notices_by_person ON public.notices USING btree (person_id, id DESC);
CREATE INDEX unread_notices ON public.notices USING btree (person_id) WHERE (read_at IS NULL);

create table offers (
  id bigint not null generated always as identity,
  request_id bigint not null,
  person_id bigint not null,
  span tstzrange not null,
  status text not null default 'sent'::text,
  score integer not null,
  reasons jsonb not null,
  sent_by bigint,
  why text,
  sent_at timestamp(3) with time zone not null,
  answer_by timestamp(3) with time zone not null,
  answered_at timestamp(3) with time zone,
  reason text,
  constraint offers_pkey PRIMARY KEY (id),
  constraint no_hour_offered_twice EXCLUDE USING gist (person_id WITH =, span WITH &&) WHERE ((status = ANY (ARRAY['sent'::text, 'accepted'::text]))),
  constraint offers_person_id_fkey FOREIGN KEY (person_id) REFERENCES volunteers(person_id),
  constraint offers_request_id_fkey FOREIGN KEY (request_id) REFERENCES help_requests(id),
  constraint offers_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES people(id),
  constraint offers_check CHECK (((status = 'sent'::text) = (answered_at IS NULL))),
  constraint offers_check1 CHECK (((sent_by IS NULL) = (why IS NULL))),
  constraint offers_span_check CHECK (((NOT isempty(span)) AND (NOT lower_inf(span)) AND (NOT upper_inf(span)))),
  constraint offers_status_check CHECK ((status = ANY (ARRAY['sent'::text, 'accepted'::text, 'declined'::text, 'expired'::text, 'withdrawn'::text])))
);
CREATE INDEX offers_by_person ON public.offers USING btree (person_id, id DESC);
CREATE INDEX offers_by_request ON public.offers USING btree (request_id, id);
CREATE INDEX offers_to_expire ON public.offers USING btree (answer_by) WHERE (status = 'sent'::text);
CREATE UNIQUE INDEX one_live_offer ON public.offers USING btree (request_id, person_id) WHERE (status = ANY (ARRAY['sent'::text, 'accepted'::text]));
CREATE TRIGGER mediation_is_neutral BEFORE INSERT ON public.offers FOR EACH ROW EXECUTE FUNCTION guard_mediation();
CREATE TRIGGER noted AFTER INSERT OR UPDATE ON public.offers FOR EACH ROW EXECUTE FUNCTION note_volunteer_change();

create table opening_shifts (
  opening_id bigint not null,
  weekday integer not null,
  from_minute integer not null,
  until_minute integer not null,
  constraint opening_shifts_opening_id_weekday_int4range_excl EXCLUDE USING gist (opening_id WITH =, weekday WITH =, int4range(from_minute, until_minute) WITH &&),
  constraint opening_shifts_opening_id_fkey FOREIGN KEY (opening_id) REFERENCES openings(id) ON DELETE CASCADE,
  constraint opening_shifts_check CHECK ((from_minute < until_minute)),
  constraint opening_shifts_from_minute_check CHECK (((from_minute >= 0) AND (from_minute <= 1439))),
  constraint opening_shifts_until_minute_check CHECK (((until_minute >= 1) AND (until_minute <= 1440))),
  constraint opening_shifts_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
);

create table opening_skills (
  opening_id bigint not null,
  skill_code text collate "C" not null,
  level integer not null default 1,
  constraint opening_skills_pkey PRIMARY KEY (opening_id, skill_code),
  constraint opening_skills_opening_id_fkey FOREIGN KEY (opening_id) REFERENCES openings(id) ON DELETE CASCADE,
  constraint opening_skills_skill_code_fkey FOREIGN KEY (skill_code) REFERENCES skills(code),
  constraint opening_skills_level_check CHECK (((level >= 1) AND (level <= 3)))
);

create table openings (
  id bigint not null generated always as identity,
  enterprise_id bigint not null,
  title text not null,
  words text not null default ''::text,
  area_code text collate "C" not null,
  lat double precision not null,
  lng double precision not null,
  people integer not null,
  pay text not null,
  pay_from integer,
  pay_until integer,
  until_on date not null,
  status text not null default 'draft'::text,
  reason text,
  created_by bigint not null,
  created_at timestamp(3) with time zone not null,
  decided_by bigint,
  decided_at timestamp(3) with time zone,
  closed_at timestamp(3) with time zone,
  constraint openings_pkey PRIMARY KEY (id),
  constraint openings_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas(code),
  constraint openings_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id),
  constraint openings_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people(id),
  constraint openings_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES enterprises(id),
  constraint open_was_approved CHECK (((status <> 'open'::text) OR (decided_at IS NOT NULL))),
  constraint openings_area_code_check CHECK ((length(area_code) >= 12)),
  constraint openings_check CHECK (((pay_until >= pay_from) AND (pay_until <= 1000000))),
  constraint openings_check1 CHECK (((status = 'closed'::text) = (closed_at IS NOT NULL))),
  constraint openings_lat_check CHECK (((lat >= ('-90'::integer)::double precision) AND (lat <= (90)::double precision))),
  constraint openings_lng_check CHECK (((lng >= ('-180'::integer)::double precision) AND (lng <= (180)::double precision))),
  constraint openings_pay_check CHECK (((length(pay) >= 1) AND (length(pay) <= 60))),
  constraint openings_pay_from_check CHECK (((pay_from >= 0) AND (pay_from <= 1000000))),
  constraint openings_people_check CHECK (((people >= 1) AND (people <= 200))),
  constraint openings_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'submitted'::text, 'open'::text, 'closed'::text]))),
  constraint openings_title_check CHECK (((length(title) >= 2) AND (length(title) <= 30))),
  constraint openings_words_check CHECK ((length(words) <= 1000))
);
CREATE INDEX openings_by_area ON public.openings USING btree (area_code, id DESC) WHERE (status = ANY (ARRAY['submitted'::text, 'open'::text]));
CREATE INDEX openings_by_enterprise ON public.openings USING btree (enterprise_id, id DESC);

create table party_members (
  id bigint not null generated always as identity,
  person_cipher bytea not null,
  person_mark bytea not null,
  constraint party_members_pkey PRIMARY KEY (id),
  constraint party_members_person_mark_key UNIQUE (person_mark),
  constraint party_members_person_mark_check CHECK ((length(person_mark) = 32))
);

create table people (
  id bigint not null generated always as identity,
  openid text,
  unionid text,
  nickname text not null,
  phone_cipher bytea,
  phone_hash bytea,
  masked_phone text,
  community_code text collate "C",
  home_area_code text,
  enrolled_in text collate "C",
  enrolled_by bigint,
  created_at timestamp(3) with time zone not null default now(),
  deleted_at timestamp(3) with time zone,
  constraint people_pkey PRIMARY KEY (id),
  constraint people_openid_key UNIQUE (openid),
  constraint people_phone_hash_key UNIQUE (phone_hash),
  constraint people_community_code_fkey FOREIGN KEY (community_code) REFERENCES areas(code),
  constraint people_enrolled_by_fkey FOREIGN KEY (enrolled_by) REFERENCES people(id),
  constraint people_enrolled_in_fkey FOREIGN KEY (enrolled_in) REFERENCES areas(code),
  constraint people_check CHECK ((((phone_cipher IS NULL) = (phone_hash IS NULL)) AND ((phone_cipher IS NULL) = (masked_phone IS NULL)))),
  constraint people_check1 CHECK (((deleted_at IS NULL) OR ((openid IS NULL) AND (unionid IS NULL) AND (phone_hash IS NULL) AND (community_code IS NULL)))),
  constraint people_community_code_check CHECK ((length(community_code) = 12)),
  constraint people_home_area_code_check CHECK ((home_area_code ~ '^\d{6}$'::text)),
  constraint people_nickname_check CHECK (((length(nickname) >= 1) AND (length(nickname) <= 20))),
  constraint people_openid_check CHECK ((openid <> ''::text))
);
CREATE INDEX people_by_enrolment ON public.people USING btree (enrolled_in, id) WHERE (enrolled_in IS NOT NULL);
CREATE INDEX people_enrolled ON public.people USING btree (id) WHERE (enrolled_in IS NOT NULL);

create table person_blocks (
  by_id bigint not null,
  other_id bigint not null,
  created_at timestamp(3) with time zone not null default now(),
  constraint person_blocks_pkey PRIMARY KEY (by_id, other_id),
  constraint person_blocks_by_id_fkey FOREIGN KEY (by_id) REFERENCES people(id),
  constraint person_blocks_other_id_fkey FOREIGN KEY (other_id) REFERENCES people(id),
  constraint person_blocks_check CHECK ((by_id <> other_id))
);
CREATE TRIGGER noted AFTER INSERT OR DELETE ON public.person_blocks FOR EACH ROW EXECUTE FUNCTION note_block_change();

create table point_appeals (
  id bigint not null generated always as identity,
  entry_id bigint not null,
  words text not null,
  at timestamp(3) with time zone not null,
  owner_id bigint,
  due_at timestamp(3) with time zone not null,
  status text not null default 'waiting'::text,
  decided_by bigint,
  decided_at timestamp(3) with time zone,
  decision_words text,
  member_id bigint not null,
  look_at timestamp(3) with time zone,
  constraint point_appeals_pkey PRIMARY KEY (id),
  constraint point_appeals_entry_id_key UNIQUE (entry_id),
  constraint point_appeals_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people(id),
  constraint point_appeals_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES point_entries(id),
  constraint point_appeals_member_id_fkey FOREIGN KEY (member_id) REFERENCES party_members(id),
  constraint point_appeals_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id),
  constraint point_appeals_check CHECK (((status = ANY (ARRAY['upheld'::text, 'dismissed'::text])) = (decided_by IS NOT NULL))),
  constraint point_appeals_check1 CHECK (((decided_by IS NULL) = (decision_words IS NULL))),
  constraint point_appeals_check2 CHECK (((status = 'waiting'::text) = (decided_at IS NULL))),
  constraint point_appeals_check3 CHECK (((status <> 'waiting'::text) OR (look_at IS NOT NULL))),
  constraint point_appeals_decision_words_check CHECK (((length(decision_words) >= 2) AND (length(decision_words) <= 500))),
  constraint point_appeals_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'upheld'::text, 'dismissed'::text, 'withdrawn'::text]))),
  constraint point_appeals_words_check CHECK ((length(words) <= 500))
);
CREATE INDEX point_appeals_waiting ON public.point_appeals USING btree (look_at) WHERE (status = 'waiting'::text);
CREATE TRIGGER another_decides BEFORE INSERT OR UPDATE ON public.point_appeals FOR EACH ROW EXECUTE FUNCTION check_point_appeal();

create table point_entries (
  id bigint not null generated always as identity,
  rule_id bigint not null,
  code text not null,
  points integer not null,
  quarter date generated always as ((date_trunc('quarter'::text, (at AT TIME ZONE 'Asia/Shanghai'::text)))::date) stored,
  evidence_kind text not null,
  counters_id bigint,
  recorder_id bigint,
  area_code text collate "C" not null,
  words text not null default ''::text,
  at timestamp(3) with time zone not null,
  member_id bigint not null,
  evidence_cipher bytea,
  evidence_mark bytea,
  constraint point_entries_pkey PRIMARY KEY (id),
  constraint point_entries_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas(code),
  constraint point_entries_counters_id_fkey FOREIGN KEY (counters_id) REFERENCES point_entries(id),
  constraint point_entries_member_id_fkey FOREIGN KEY (member_id) REFERENCES party_members(id),
  constraint point_entries_recorder_id_fkey FOREIGN KEY (recorder_id) REFERENCES people(id),
  constraint point_entries_rule_id_fkey FOREIGN KEY (rule_id) REFERENCES point_rules(id),
  constraint evidence_is_sealed CHECK ((((evidence_kind = ANY (ARRAY['contact'::text, 'visit'::text, 'serviceHours'::text])) = (evidence_cipher IS NOT NULL)) AND ((evidence_cipher IS NULL) = (evidence_mark IS NULL)))),
  constraint point_entries_check1 CHECK (((evidence_kind = 'counter'::text) = (counters_id IS NOT NULL))),
  constraint point_entries_check2 CHECK (((recorder_id IS NOT NULL) OR (evidence_kind <> 'hand'::text))),
  constraint point_entries_evidence_kind_check CHECK ((evidence_kind = ANY (ARRAY['contact'::text, 'visit'::text, 'serviceHours'::text, 'hand'::text, 'counter'::text]))),
  constraint point_entries_points_check CHECK ((points <> 0)),
  constraint point_entries_words_check CHECK ((length(words) <= 300))
);
CREATE UNIQUE INDEX one_entry_an_evidence ON public.point_entries USING btree (member_id, code, evidence_mark) WHERE (evidence_kind = ANY (ARRAY['contact'::text, 'visit'::text]));
CREATE INDEX point_entries_by_counter ON public.point_entries USING btree (counters_id) WHERE (counters_id IS NOT NULL);
CREATE INDEX point_entries_by_member ON public.point_entries USING btree (member_id, quarter, id);
CREATE INDEX point_entries_by_record ON public.point_entries USING btree (evidence_mark) WHERE (evidence_kind = 'serviceHours'::text);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.point_entries FOR EACH ROW EXECUTE FUNCTION keep_point_entries();
CREATE TRIGGER counted AFTER INSERT ON public.point_entries FOR EACH ROW EXECUTE FUNCTION count_point_entry();

create table point_entry_files (
  entry_id bigint not null,
  "position" integer not null,
  file_id bigint not null,
  constraint point_entry_files_pkey PRIMARY KEY (entry_id, "position"),
  constraint point_entry_files_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES point_entries(id),
  constraint point_entry_files_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id),
  constraint point_entry_files_position_check CHECK (("position" >= 0))
);
CREATE INDEX point_entry_files_by_file ON public.point_entry_files USING btree (file_id);

create table point_rules (
  id bigint not null generated always as identity,
  code text not null,
  area_code text collate "C",
  version integer not null,
  words text not null,
  kind text not null,
  cause text not null,
  points integer not null,
  cap integer,
  from_on date not null,
  until_on date,
  reason text not null,
  made_by bigint,
  made_at timestamp(3) with time zone not null default now(),
  constraint point_rules_pkey PRIMARY KEY (id),
  constraint point_rules_area_code_code_version_key UNIQUE NULLS NOT DISTINCT (area_code, code, version),
  constraint point_rules_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas(code),
  constraint point_rules_made_by_fkey FOREIGN KEY (made_by) REFERENCES people(id),
  constraint point_rules_cause_check CHECK ((cause = ANY (ARRAY['contact'::text, 'visit'::text, 'serviceHours'::text, 'hand'::text]))),
  constraint point_rules_check CHECK (((cap >= points) AND (cap <= 1000))),
  constraint point_rules_check1 CHECK ((until_on >= from_on)),
  constraint point_rules_check2 CHECK (((kind <> 'deduction'::text) OR (cause = 'hand'::text))),
  constraint point_rules_code_check CHECK ((code ~ '^[a-z][A-Za-z0-9]{1,30}$'::text)),
  constraint point_rules_kind_check CHECK ((kind = ANY (ARRAY['base'::text, 'addition'::text, 'deduction'::text]))),
  constraint point_rules_points_check CHECK (((points >= 1) AND (points <= 100))),
  constraint point_rules_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 200))),
  constraint point_rules_version_check CHECK ((version >= 1)),
  constraint point_rules_words_check CHECK (((length(words) >= 2) AND (length(words) <= 60)))
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.point_rules FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table point_statements (
  id bigint not null generated always as identity,
  check_code text not null,
  quarter date not null,
  issued_by bigint,
  issued_at timestamp(3) with time zone not null,
  member_id bigint not null,
  content_cipher bytea not null,
  constraint point_statements_pkey PRIMARY KEY (id),
  constraint point_statements_check_code_key UNIQUE (check_code),
  constraint point_statements_issued_by_fkey FOREIGN KEY (issued_by) REFERENCES people(id),
  constraint point_statements_member_id_fkey FOREIGN KEY (member_id) REFERENCES party_members(id)
);
CREATE INDEX point_statements_by_member ON public.point_statements USING btree (member_id, id DESC);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.point_statements FOR EACH ROW EXECUTE FUNCTION keep_point_statements();

create table point_sums (
  quarter date not null,
  code text not null,
  points integer not null default 0,
  member_id bigint not null,
  constraint point_sums_pkey PRIMARY KEY (member_id, quarter, code),
  constraint point_sums_member_id_fkey FOREIGN KEY (member_id) REFERENCES party_members(id)
);

create table privacy_consents (
  id bigint not null generated always as identity,
  person_id bigint not null,
  version text not null,
  given_at timestamp(3) with time zone not null default now(),
  withdrawn_at timestamp(3) with time zone,
  constraint privacy_consents_pkey PRIMARY KEY (id),
  constraint privacy_consents_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
CREATE UNIQUE INDEX one_live_privacy_consent ON public.privacy_consents USING btree (person_id) WHERE (withdrawn_at IS NULL);

create table rating_call_backs (
  id bigint not null generated always as identity,
  application_id bigint not null,
  owner_id bigint not null,
  due_at timestamp(3) with time zone not null,
  opened_at timestamp(3) with time zone not null,
  done_at timestamp(3) with time zone,
  answer text,
  escalated_at timestamp(3) with time zone,
  constraint rating_call_backs_pkey PRIMARY KEY (id),
  constraint rating_call_backs_application_id_key UNIQUE (application_id),
  constraint rating_call_backs_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint rating_call_backs_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id),
  constraint rating_call_backs_check CHECK (((done_at IS NULL) = (answer IS NULL)))
);
CREATE INDEX call_backs_to_make ON public.rating_call_backs USING btree (id) WHERE (done_at IS NULL);
CREATE INDEX rating_call_backs_open ON public.rating_call_backs USING btree (due_at) WHERE (done_at IS NULL);

create table relay_calls (
  id bigint not null generated always as identity,
  contact_id bigint not null,
  from_id bigint not null,
  to_id bigint not null,
  asked_at timestamp(3) with time zone not null,
  placed_at timestamp(3) with time zone,
  reference text,
  given_up_at timestamp(3) with time zone,
  constraint relay_calls_pkey PRIMARY KEY (id),
  constraint relay_calls_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id),
  constraint relay_calls_from_id_fkey FOREIGN KEY (from_id) REFERENCES people(id),
  constraint relay_calls_to_id_fkey FOREIGN KEY (to_id) REFERENCES people(id),
  constraint placed_or_given_up CHECK (((placed_at IS NULL) OR (given_up_at IS NULL))),
  constraint relay_calls_check CHECK (((placed_at IS NULL) = (reference IS NULL))),
  constraint relay_calls_reference_check CHECK ((length(reference) <= 100))
);
CREATE INDEX relay_calls_by_contact ON public.relay_calls USING btree (contact_id);
CREATE INDEX relay_calls_waiting ON public.relay_calls USING btree (asked_at) WHERE ((placed_at IS NULL) AND (given_up_at IS NULL));

create table request_answers (
  person_id bigint not null,
  request_id uuid not null,
  operation text not null,
  input_hash bytea not null,
  answer jsonb not null,
  answered_at timestamp(3) with time zone not null default now(),
  constraint request_answers_pkey PRIMARY KEY (person_id, request_id)
);
CREATE INDEX request_answers_by_age ON public.request_answers USING brin (answered_at);

create table role_grants (
  id bigint not null generated always as identity,
  person_id bigint,
  role text not null,
  area_code text collate "C" not null,
  valid_from timestamp(3) with time zone not null default now(),
  valid_until timestamp(3) with time zone,
  granted_by bigint,
  granted_at timestamp(3) with time zone not null default now(),
  revoked_at timestamp(3) with time zone,
  revoked_by bigint,
  member_id bigint,
  constraint role_grants_pkey PRIMARY KEY (id),
  constraint one_party_role_an_area EXCLUDE USING gist (member_id WITH =, area_code WITH =, tstzrange(valid_from,
CASE
    WHEN (revoked_at IS NULL) THEN valid_until
    ELSE GREATEST(valid_from, LEAST(valid_until, revoked_at))
END) WITH &&),
  constraint role_grants_person_id_role_area_code_tstzrange_excl EXCLUDE USING gist (person_id WITH =, role WITH =, area_code WITH =, tstzrange(valid_from,
CASE
    WHEN (revoked_at IS NULL) THEN valid_until
    ELSE GREATEST(valid_from, LEAST(valid_until, revoked_at))
END) WITH &&),
  constraint role_grants_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas(code),
  constraint role_grants_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES people(id),
  constraint role_grants_member_id_fkey FOREIGN KEY (member_id) REFERENCES party_members(id),
  constraint role_grants_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint role_grants_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES people(id),
  constraint party_role_is_sealed CHECK ((((role = 'partyMember'::text) = (member_id IS NOT NULL)) AND ((member_id IS NULL) = (person_id IS NOT NULL)))),
  constraint role_grants_check CHECK ((valid_until > valid_from)),
  constraint role_grants_role_check CHECK ((role = ANY (ARRAY['volunteer'::text, 'partyMember'::text, 'hubHost'::text, 'organiser'::text, 'gridWorker'::text, 'clerk'::text, 'approver'::text, 'communityAdmin'::text, 'supervisor'::text])))
);
CREATE INDEX role_grants_by_area ON public.role_grants USING btree (area_code, id) WHERE (revoked_at IS NULL);
CREATE INDEX role_grants_by_member ON public.role_grants USING btree (member_id) WHERE (revoked_at IS NULL);
CREATE INDEX role_grants_by_person ON public.role_grants USING btree (person_id) WHERE (revoked_at IS NULL);
CREATE TRIGGER roles_changed AFTER INSERT OR UPDATE ON public.role_grants FOR EACH ROW EXECUTE FUNCTION announce_role_change();
CREATE TRIGGER seals BEFORE INSERT ON public.role_grants FOR EACH ROW WHEN (((new.role = 'partyMember'::text) AND (new.person_id IS NOT NULL))) EXECUTE FUNCTION seal_party_role();

create table service_item_versions (
  item_id bigint not null,
  version integer not null,
  content json not null,
  published_at timestamp(3) with time zone not null default now(),
  published_by bigint,
  constraint service_item_versions_pkey PRIMARY KEY (item_id, version),
  constraint service_item_versions_item_id_fkey FOREIGN KEY (item_id) REFERENCES service_items(id),
  constraint service_item_versions_published_by_fkey FOREIGN KEY (published_by) REFERENCES people(id),
  constraint service_item_versions_version_check CHECK ((version > 0))
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.service_item_versions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.service_item_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table service_items (
  id bigint not null generated always as identity,
  code text not null,
  area_code text collate "C" not null,
  status text not null default 'draft'::text,
  name text not null,
  department text not null,
  draft json not null default '{}'::json,
  draft_changed_at timestamp(3) with time zone not null default now(),
  draft_changed_by bigint,
  published_version integer,
  search_text text not null default ''::text,
  life_events text[] not null default '{}'::text[],
  applied integer not null default 0,
  created_at timestamp(3) with time zone not null default now(),
  least_visits integer not null default 0,
  constraint service_items_pkey PRIMARY KEY (id),
  constraint service_items_code_key UNIQUE (code),
  constraint published_version_exists FOREIGN KEY (id, published_version) REFERENCES service_item_versions(item_id, version) DEFERRABLE INITIALLY DEFERRED,
  constraint service_items_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas(code),
  constraint service_items_draft_changed_by_fkey FOREIGN KEY (draft_changed_by) REFERENCES people(id),
  constraint service_items_applied_check CHECK ((applied >= 0)),
  constraint service_items_check CHECK (((status = 'draft'::text) OR (published_version IS NOT NULL))),
  constraint service_items_code_check CHECK ((code ~ '^[A-Z0-9][A-Z0-9-]{1,39}$'::text)),
  constraint service_items_department_check CHECK (((length(department) >= 2) AND (length(department) <= 40))),
  constraint service_items_least_visits_check CHECK ((least_visits = ANY (ARRAY[0, 1]))),
  constraint service_items_name_check CHECK (((length(name) >= 2) AND (length(name) <= 60))),
  constraint service_items_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'published'::text, 'withdrawn'::text])))
);
CREATE INDEX service_items_by_life_event ON public.service_items USING gin (life_events);
CREATE INDEX service_items_by_search ON public.service_items USING gin (search_text gin_trgm_ops);
CREATE INDEX service_items_in_order ON public.service_items USING btree (applied DESC, id) WHERE (status <> 'withdrawn'::text);

create table service_records (
  id bigint not null generated always as identity,
  person_id bigint not null,
  activity_id bigint,
  sign_up_id bigint,
  served tstzrange not null,
  recorded_at timestamp(3) with time zone not null default now(),
  assignment_id bigint,
  source text not null default 'checked'::text,
  status text not null default 'counted'::text,
  review_level text,
  what text,
  why text,
  replaces_id bigint,
  extends_id bigint,
  reviewed_by bigint,
  reviewed_at timestamp(3) with time zone,
  review_reason text,
  constraint service_records_pkey PRIMARY KEY (id),
  constraint service_records_assignment_id_key UNIQUE (assignment_id),
  constraint service_records_extends_id_key UNIQUE (extends_id),
  constraint service_records_sign_up_id_key UNIQUE (sign_up_id),
  constraint never_two_places_at_once EXCLUDE USING gist (person_id WITH =, served WITH &&) WHERE (((status = 'counted'::text) OR ((status = 'waiting'::text) AND (source <> 'correction'::text)))),
  constraint service_records_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activities(id),
  constraint service_records_assignment_id_fkey FOREIGN KEY (assignment_id) REFERENCES assignments(id),
  constraint service_records_extends_id_fkey FOREIGN KEY (extends_id) REFERENCES service_records(id),
  constraint service_records_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint service_records_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES service_records(id),
  constraint service_records_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES people(id),
  constraint service_records_sign_up_id_fkey FOREIGN KEY (sign_up_id) REFERENCES sign_ups(id),
  constraint service_records_check CHECK ((num_nonnulls(activity_id, assignment_id) <= 1)),
  constraint service_records_check1 CHECK (((status = 'waiting'::text) <= (review_level IS NOT NULL))),
  constraint service_records_check2 CHECK (((source = 'correction'::text) = (replaces_id IS NOT NULL))),
  constraint service_records_check3 CHECK (((source = 'longer'::text) = (extends_id IS NOT NULL))),
  constraint service_records_check4 CHECK (((reviewed_by IS NULL) = (reviewed_at IS NULL))),
  constraint service_records_review_level_check CHECK ((review_level = ANY (ARRAY['community'::text, 'county'::text]))),
  constraint service_records_served_check CHECK (((NOT isempty(served)) AND (NOT lower_inf(served)) AND (NOT upper_inf(served)))),
  constraint service_records_served_check1 CHECK (((upper(served) - lower(served)) <= '24:00:00'::interval)),
  constraint service_records_source_check CHECK ((source = ANY (ARRAY['checked'::text, 'longer'::text, 'selfLogged'::text, 'correction'::text]))),
  constraint service_records_status_check CHECK ((status = ANY (ARRAY['counted'::text, 'waiting'::text, 'refused'::text, 'replaced'::text]))),
  constraint service_records_what_check CHECK (((length(what) >= 2) AND (length(what) <= 100))),
  constraint service_records_why_check CHECK ((length(why) <= 200))
);
CREATE UNIQUE INDEX one_correction_at_a_time ON public.service_records USING btree (replaces_id) WHERE (status = ANY (ARRAY['waiting'::text, 'counted'::text]));
CREATE INDEX service_records_by_person ON public.service_records USING btree (person_id, id DESC);
CREATE INDEX service_records_waiting ON public.service_records USING btree (id) WHERE (status = 'waiting'::text);
CREATE TRIGGER day_limit BEFORE INSERT OR UPDATE OF served ON public.service_records FOR EACH ROW EXECUTE FUNCTION limit_service_day();
CREATE TRIGGER gives_points AFTER INSERT OR DELETE OR UPDATE OF status, served ON public.service_records FOR EACH ROW EXECUTE FUNCTION points_of_service();
CREATE TRIGGER never_edited BEFORE DELETE OR UPDATE ON public.service_records FOR EACH ROW EXECUTE FUNCTION keep_service_records();

create table service_statements (
  id bigint not null generated always as identity,
  person_id bigint not null,
  check_code text not null,
  from_on date not null,
  until_on date not null,
  content jsonb not null,
  issued_at timestamp(3) with time zone not null default now(),
  constraint service_statements_pkey PRIMARY KEY (id),
  constraint service_statements_check_code_key UNIQUE (check_code),
  constraint service_statements_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint service_statements_check CHECK ((from_on <= until_on))
);
CREATE INDEX service_statements_by_person ON public.service_statements USING btree (person_id, id DESC);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.service_statements FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table service_window_hours (
  window_id bigint not null,
  weekday integer not null,
  from_time time without time zone not null,
  until_time time without time zone not null,
  capacity integer not null,
  constraint service_window_hours_pkey PRIMARY KEY (window_id, weekday, from_time),
  constraint service_window_hours_window_id_fkey FOREIGN KEY (window_id) REFERENCES service_windows(id),
  constraint service_window_hours_capacity_check CHECK ((capacity > 0)),
  constraint service_window_hours_check CHECK ((until_time > from_time)),
  constraint service_window_hours_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
);

create table service_window_slots (
  window_id bigint not null,
  starts_at timestamp(3) with time zone not null,
  capacity integer not null,
  taken integer not null default 0,
  constraint service_window_slots_pkey PRIMARY KEY (window_id, starts_at),
  constraint service_window_slots_window_id_fkey FOREIGN KEY (window_id) REFERENCES service_windows(id),
  constraint never_overbooked CHECK ((taken <= capacity)),
  constraint service_window_slots_capacity_check CHECK ((capacity > 0)),
  constraint service_window_slots_taken_check CHECK ((taken >= 0))
);

create table service_windows (
  id bigint not null generated always as identity,
  area_code text collate "C" not null,
  name text not null,
  department text not null,
  place text not null,
  phone text not null,
  closed_days date[] not null default '{}'::date[],
  closed_at timestamp(3) with time zone,
  constraint service_windows_pkey PRIMARY KEY (id),
  constraint service_windows_area_code_name_key UNIQUE (area_code, name),
  constraint service_windows_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas(code)
);

create table sessions (
  id bigint not null generated always as identity,
  token_hash bytea not null,
  person_id bigint not null,
  client text not null,
  created_at timestamp(3) with time zone not null default now(),
  last_seen_at timestamp(3) with time zone not null default now(),
  expires_at timestamp(3) with time zone not null,
  revoked_at timestamp(3) with time zone,
  constraint sessions_pkey PRIMARY KEY (id),
  constraint sessions_token_hash_key UNIQUE (token_hash),
  constraint sessions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint sessions_check CHECK ((expires_at > created_at)),
  constraint sessions_token_hash_check CHECK ((length(token_hash) = 32))
);
CREATE INDEX sessions_by_person ON public.sessions USING btree (person_id, id DESC) WHERE (revoked_at IS NULL);
CREATE TRIGGER session_ended AFTER UPDATE OF revoked_at ON public.sessions FOR EACH ROW WHEN (((old.revoked_at IS NULL) AND (new.revoked_at IS NOT NULL))) EXECUTE FUNCTION announce_session_end();

create table sign_ups (
  id bigint not null generated always as identity,
  activity_id bigint not null,
  group_id bigint not null,
  person_id bigint not null,
  signed_up_by bigint not null,
  status text collate "C" not null,
  cancel_reason text,
  party integer not null,
  answers jsonb not null default '{}'::jsonb,
  behind boolean not null default false,
  ticket integer not null,
  answer_by timestamp(3) with time zone,
  promoted_at timestamp(3) with time zone,
  request_id uuid not null,
  signed_up_at timestamp(3) with time zone not null default now(),
  checked_in_at timestamp(3) with time zone,
  checked_out_at timestamp(3) with time zone,
  starts_at timestamp(3) with time zone not null,
  ends_at timestamp(3) with time zone not null,
  constraint sign_ups_pkey PRIMARY KEY (id),
  constraint sign_ups_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activities(id),
  constraint sign_ups_activity_id_group_id_fkey FOREIGN KEY (activity_id, group_id) REFERENCES activity_groups(activity_id, id),
  constraint sign_ups_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint sign_ups_signed_up_by_fkey FOREIGN KEY (signed_up_by) REFERENCES people(id),
  constraint sign_ups_cancel_reason_check CHECK ((cancel_reason = ANY (ARRAY['withdrawn'::text, 'declined'::text, 'noAnswer'::text, 'activityCancelled'::text, 'accountDeleted'::text]))),
  constraint sign_ups_check CHECK (((status = 'cancelled'::text) = (cancel_reason IS NOT NULL))),
  constraint sign_ups_check1 CHECK (((answer_by IS NULL) OR (status = 'confirmed'::text))),
  constraint sign_ups_check2 CHECK (((status <> ALL (ARRAY['checkedIn'::text, 'checkedOut'::text])) OR (checked_in_at IS NOT NULL))),
  constraint sign_ups_check3 CHECK (((status = 'checkedOut'::text) = (checked_out_at IS NOT NULL))),
  constraint sign_ups_check4 CHECK ((checked_out_at >= checked_in_at)),
  constraint sign_ups_party_check CHECK (((party >= 1) AND (party <= 10))),
  constraint sign_ups_status_check CHECK ((status = ANY (ARRAY['requested'::text, 'confirmed'::text, 'waitlisted'::text, 'checkedIn'::text, 'checkedOut'::text, 'cancelled'::text, 'noShow'::text, 'rejected'::text])))
) with (fillfactor=80);
CREATE INDEX no_shows ON public.sign_ups USING btree (person_id, ends_at) WHERE (status = 'noShow'::text);
CREATE UNIQUE INDEX one_live_sign_up ON public.sign_ups USING btree (activity_id, person_id) WHERE (status <> ALL (ARRAY['cancelled'::text, 'rejected'::text]));
CREATE INDEX sign_ups_by_activity ON public.sign_ups USING btree (activity_id, id);
CREATE INDEX sign_ups_by_helper ON public.sign_ups USING btree (signed_up_by, starts_at DESC, id DESC) WHERE (signed_up_by <> person_id);
CREATE INDEX sign_ups_by_person ON public.sign_ups USING btree (person_id, starts_at DESC, id DESC);
CREATE INDEX sign_ups_to_answer ON public.sign_ups USING btree (answer_by) WHERE (answer_by IS NOT NULL);
CREATE UNIQUE INDEX waitlist_line ON public.sign_ups USING btree (group_id, behind, ticket) WHERE (status = 'waitlisted'::text);

create table skills (
  code text collate "C" not null,
  name text not null,
  certificate_name text,
  "position" integer not null,
  constraint skills_pkey PRIMARY KEY (code),
  constraint skills_name_key UNIQUE (name),
  constraint skills_code_check CHECK ((code ~ '^[a-z][A-Za-z]{1,30}$'::text)),
  constraint skills_name_check CHECK (((length(name) >= 1) AND (length(name) <= 12)))
);

create table staff_absences (
  id bigint not null generated always as identity,
  person_id bigint not null,
  cover_id bigint not null,
  days daterange not null,
  recorded_at timestamp(3) with time zone not null default now(),
  ended_at timestamp(3) with time zone,
  moved_at timestamp(3) with time zone,
  constraint staff_absences_pkey PRIMARY KEY (id),
  constraint one_absence_at_a_time EXCLUDE USING gist (person_id WITH =, days WITH &&) WHERE ((ended_at IS NULL)),
  constraint staff_absences_cover_id_fkey FOREIGN KEY (cover_id) REFERENCES people(id),
  constraint staff_absences_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint staff_absences_check CHECK ((person_id <> cover_id)),
  constraint staff_absences_days_check CHECK (((NOT isempty(days)) AND (NOT lower_inf(days)) AND (NOT upper_inf(days))))
);
CREATE INDEX staff_absences_to_move ON public.staff_absences USING btree (lower(days)) WHERE ((moved_at IS NULL) AND (ended_at IS NULL));

create table team_members (
  team_id bigint not null,
  person_id bigint not null,
  status text not null,
  asked_at timestamp(3) with time zone not null default now(),
  decided_at timestamp(3) with time zone,
  constraint team_members_pkey PRIMARY KEY (team_id, person_id),
  constraint team_members_person_id_fkey FOREIGN KEY (person_id) REFERENCES volunteers(person_id),
  constraint team_members_team_id_fkey FOREIGN KEY (team_id) REFERENCES teams(id),
  constraint team_members_check CHECK (((status = 'asked'::text) = (decided_at IS NULL))),
  constraint team_members_status_check CHECK ((status = ANY (ARRAY['asked'::text, 'member'::text, 'left'::text])))
);
CREATE INDEX team_members_by_person ON public.team_members USING btree (person_id) WHERE (status <> 'left'::text);

create table teams (
  id bigint not null generated always as identity,
  kind text not null,
  name text not null,
  area_code text collate "C" not null,
  home_area_code text,
  leader_id bigint not null,
  about text not null default ''::text,
  created_by bigint not null,
  created_at timestamp(3) with time zone not null default now(),
  closed_at timestamp(3) with time zone,
  constraint teams_pkey PRIMARY KEY (id),
  constraint teams_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas(code),
  constraint teams_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id),
  constraint teams_leader_id_fkey FOREIGN KEY (leader_id) REFERENCES people(id),
  constraint teams_about_check CHECK ((length(about) <= 300)),
  constraint teams_check CHECK (((kind = 'hometown'::text) = (home_area_code IS NOT NULL))),
  constraint teams_home_area_code_check CHECK ((home_area_code ~ '^\d{2}(\d{2}(\d{2})?)?$'::text)),
  constraint teams_kind_check CHECK ((kind = ANY (ARRAY['hometown'::text, 'mediation'::text, 'work'::text, 'guard'::text, 'policy'::text, 'free'::text]))),
  constraint teams_name_check CHECK (((length(name) >= 2) AND (length(name) <= 20)))
);
CREATE UNIQUE INDEX team_name_taken ON public.teams USING btree (area_code, name) WHERE (closed_at IS NULL);
CREATE INDEX teams_by_area ON public.teams USING btree (area_code, id) WHERE (closed_at IS NULL);
CREATE INDEX teams_by_leader ON public.teams USING btree (leader_id) WHERE (closed_at IS NULL);

create table visit_exceptions (
  id bigint not null generated always as identity,
  application_id bigint not null,
  opens_visit integer not null,
  reason text not null,
  apology text not null,
  by bigint not null,
  at timestamp(3) with time zone not null default now(),
  constraint visit_exceptions_pkey PRIMARY KEY (id),
  constraint visit_exceptions_application_id_opens_visit_key UNIQUE (application_id, opens_visit),
  constraint visit_exceptions_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint visit_exceptions_by_fkey FOREIGN KEY (by) REFERENCES people(id),
  constraint visit_exceptions_apology_check CHECK ((apology <> ''::text)),
  constraint visit_exceptions_opens_visit_check CHECK ((opens_visit > 1)),
  constraint visit_exceptions_reason_check CHECK ((reason <> ''::text))
);
CREATE INDEX visit_exceptions_newest ON public.visit_exceptions USING btree (at DESC, id DESC);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.visit_exceptions FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table visit_promises (
  id bigint not null generated always as identity,
  visit_id bigint not null,
  household_id bigint not null,
  words_cipher bytea not null,
  owner_id bigint,
  due_on date not null,
  status text not null default 'open'::text,
  reminded_at timestamp(3) with time zone,
  broken_at timestamp(3) with time zone,
  kept_at timestamp(3) with time zone,
  kept_by bigint,
  outcome_cipher bytea,
  ended_at timestamp(3) with time zone,
  constraint visit_promises_pkey PRIMARY KEY (id),
  constraint visit_promises_kept_by_fkey FOREIGN KEY (kept_by) REFERENCES people(id),
  constraint visit_promises_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id),
  constraint visit_promises_visit_id_household_id_fkey FOREIGN KEY (visit_id, household_id) REFERENCES home_visit_households(visit_id, household_id),
  constraint broken_after_its_day CHECK ((((broken_at AT TIME ZONE 'Asia/Shanghai'::text))::date > due_on)),
  constraint ended_after_it_was_broken CHECK ((ended_at >= broken_at)),
  constraint ended_has_its_moment CHECK (((status = 'ended'::text) = (ended_at IS NOT NULL))),
  constraint visit_promises_check CHECK (((status = 'kept'::text) = (kept_at IS NOT NULL))),
  constraint visit_promises_check1 CHECK (((kept_at IS NULL) <= ((kept_by IS NULL) AND (outcome_cipher IS NULL)))),
  constraint visit_promises_check2 CHECK (((status = 'broken'::text) <= (broken_at IS NOT NULL))),
  constraint visit_promises_check3 CHECK (((status = 'open'::text) <= (broken_at IS NULL))),
  constraint visit_promises_check4 CHECK ((kept_at >= broken_at)),
  constraint visit_promises_status_check CHECK ((status = ANY (ARRAY['open'::text, 'broken'::text, 'kept'::text, 'ended'::text])))
);
CREATE INDEX visit_promises_by_household ON public.visit_promises USING btree (household_id, visit_id);
CREATE INDEX visit_promises_by_owner ON public.visit_promises USING btree (owner_id) WHERE (status = ANY (ARRAY['open'::text, 'broken'::text]));
CREATE INDEX visit_promises_by_visit ON public.visit_promises USING btree (visit_id);
CREATE INDEX visit_promises_due ON public.visit_promises USING btree (due_on) WHERE (status = 'open'::text);
CREATE CONSTRAINT TRIGGER ended_is_owed_nothing AFTER INSERT ON public.visit_promises DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_promises_of_ended();
CREATE TRIGGER stands BEFORE DELETE OR UPDATE ON public.visit_promises FOR EACH ROW EXECUTE FUNCTION guard_promise();

create table volunteer_dialects (
  person_id bigint not null,
  dialect_code text collate "C" not null,
  constraint volunteer_dialects_pkey PRIMARY KEY (person_id, dialect_code),
  constraint volunteer_dialects_dialect_code_fkey FOREIGN KEY (dialect_code) REFERENCES dialects(code),
  constraint volunteer_dialects_person_id_fkey FOREIGN KEY (person_id) REFERENCES volunteers(person_id) ON DELETE CASCADE
);
CREATE TRIGGER noted AFTER INSERT OR DELETE OR UPDATE ON public.volunteer_dialects FOR EACH ROW EXECUTE FUNCTION note_volunteer_change();

create table volunteer_skills (
  person_id bigint not null,
  skill_code text collate "C" not null,
  level integer not null default 1,
  certificate_until date,
  checked_by bigint,
  checked_at timestamp(3) with time zone,
  constraint volunteer_skills_pkey PRIMARY KEY (person_id, skill_code),
  constraint volunteer_skills_checked_by_fkey FOREIGN KEY (checked_by) REFERENCES people(id),
  constraint volunteer_skills_person_id_fkey FOREIGN KEY (person_id) REFERENCES volunteers(person_id) ON DELETE CASCADE,
  constraint volunteer_skills_skill_code_fkey FOREIGN KEY (skill_code) REFERENCES skills(code),
  constraint volunteer_skills_check CHECK ((((certificate_until IS NULL) = (checked_by IS NULL)) AND ((checked_by IS NULL) = (checked_at IS NULL)))),
  constraint volunteer_skills_level_check CHECK (((level >= 1) AND (level <= 3)))
);
CREATE TRIGGER noted AFTER INSERT OR DELETE OR UPDATE ON public.volunteer_skills FOR EACH ROW EXECUTE FUNCTION note_volunteer_change();

create table volunteers (
  person_id bigint not null,
  status text not null,
  status_reason text,
  name text not null,
  area_code text collate "C" not null,
  home_area_code text,
  sex text,
  age_band integer,
  base_lat double precision not null,
  base_lng double precision not null,
  radius_metres integer not null,
  weekly_minutes integer not null,
  insured_until date,
  automatic boolean not null default true,
  about text not null default ''::text,
  applied_at timestamp(3) with time zone not null default now(),
  decided_at timestamp(3) with time zone,
  decided_by bigint,
  changed_at timestamp(3) with time zone not null default now(),
  changed_xid xid8 not null default pg_current_xact_id(),
  constraint volunteers_pkey PRIMARY KEY (person_id),
  constraint volunteers_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas(code),
  constraint volunteers_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people(id),
  constraint volunteers_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint volunteers_about_check CHECK ((length(about) <= 200)),
  constraint volunteers_age_band_check CHECK ((age_band = ANY (ARRAY[16, 18, 35, 50, 60, 70]))),
  constraint volunteers_area_code_check CHECK ((length(area_code) >= 12)),
  constraint volunteers_base_lat_check CHECK (((base_lat >= ('-90'::integer)::double precision) AND (base_lat <= (90)::double precision))),
  constraint volunteers_base_lng_check CHECK (((base_lng >= ('-180'::integer)::double precision) AND (base_lng <= (180)::double precision))),
  constraint volunteers_check CHECK ((((status = 'applied'::text) = (decided_at IS NULL)) OR (status = 'left'::text))),
  constraint volunteers_home_area_code_check CHECK ((home_area_code ~ '^\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?$'::text)),
  constraint volunteers_name_check CHECK (((length(name) >= 2) AND (length(name) <= 20))),
  constraint volunteers_radius_metres_check CHECK (((radius_metres >= 200) AND (radius_metres <= 20000))),
  constraint volunteers_sex_check CHECK ((sex = ANY (ARRAY['female'::text, 'male'::text]))),
  constraint volunteers_status_check CHECK ((status = ANY (ARRAY['applied'::text, 'approved'::text, 'paused'::text, 'left'::text]))),
  constraint volunteers_weekly_minutes_check CHECK (((weekly_minutes >= 30) AND (weekly_minutes <= 2400)))
);
CREATE INDEX volunteers_by_area ON public.volunteers USING btree (area_code, status, person_id);
CREATE INDEX volunteers_by_change ON public.volunteers USING btree (changed_xid);
CREATE TRIGGER noted BEFORE UPDATE ON public.volunteers FOR EACH ROW EXECUTE FUNCTION note_own_change();

create function announce_role_change() returns trigger language plpgsql;
create function announce_session_end() returns trigger language plpgsql;
create function application_event_hash(e application_events) returns bytea language sql stable parallel safe;
create function areas_under(prefixes text[]) returns SETOF text language sql stable parallel safe set enable_seqscan=off;
create function audit_digest(r audit_log) returns bytea language sql stable parallel safe;
create function branch_of(person bigint) returns bigint language sql stable parallel safe;
create function branch_post(person bigint, branch bigint) returns text language sql stable parallel safe;
create function chain_application_event() returns trigger language plpgsql;
create function check_contact_status() returns trigger language plpgsql;
create function check_help_status() returns trigger language plpgsql;
create function check_household_hub() returns trigger language plpgsql;
create function check_mediation_confirmation() returns trigger language plpgsql;
create function check_point_appeal() returns trigger language plpgsql;
create function check_promises_of_ended() returns trigger language plpgsql;
create function contact_side(person bigint, c contacts) returns text language sql stable parallel safe;
create function count_linked_household() returns trigger language plpgsql;
create function count_point_entry() returns trigger language plpgsql;
create function fill_seats(p_group bigint[]) returns TABLE(sign_up_id bigint, person_id bigint, signed_up_by bigint, answer_by timestamp with time zone) language plpgsql set enable_seqscan=off;
create function follow_contact_event() returns trigger language plpgsql;
create function follow_help_event() returns trigger language plpgsql;
create function follows_up_work(person bigint, area text) returns boolean language sql stable parallel safe;
create function give_points(person bigint, rule_code text, evidence_kind text, evidence_id bigint, at timestamp with time zone, times integer DEFAULT 1) returns bigint language plpgsql;
create function grantee(g role_grants) returns bigint language sql stable parallel safe;
create function grants_of(person bigint) returns SETOF role_grants language sql stable parallel safe;
create function guard_job_proposal() returns trigger language plpgsql;
create function guard_mediation() returns trigger language plpgsql;
create function guard_promise() returns trigger language plpgsql;
create function has_known_key(sealed bytea) returns boolean language sql stable parallel safe;
create function has_part(person bigint, a applications) returns boolean language sql stable parallel safe;
create function has_role(person bigint, wanted text[], area text) returns boolean language sql stable parallel safe;
create function hub_coverage(area text) returns TABLE(households integer, linked integer, orphaned integer, hubs integer, overloaded integer, digest text) language sql stable;
create function hub_room(h hubs) returns integer language sql stable parallel safe;
create function is_away(person bigint, on_day date) returns boolean language sql stable parallel safe;
create function is_off_hub(person bigint, on_day date) returns boolean language sql stable parallel safe;
create function keep_mediation_record() returns trigger language plpgsql;
create function keep_point_entries() returns trigger language plpgsql;
create function keep_point_statements() returns trigger language plpgsql;
create function keep_service_records() returns trigger language plpgsql;
create function keyed_marks(clear text) returns bytea[] language sql stable parallel safe;
create function known_to_sides(request bigint) returns SETOF bigint language sql stable;
create function leave_seats(p_sign_up bigint[], p_reason text) returns TABLE(sign_up_id bigint, group_id bigint, was text, party integer) language sql set enable_seqscan=off;
create function limit_service_day() returns trigger language plpgsql;
create function manages_activity(person bigint, a activities) returns boolean language sql stable parallel safe;
create function may_act_for(helper bigint, person bigint) returns boolean language sql stable parallel safe;
create function may_decide_appeal(person bigint, appeal point_appeals) returns boolean language sql stable parallel safe;
create function mediation_agreed(request bigint) returns boolean language sql stable;
create function member_of(person bigint) returns bigint language sql stable parallel safe;
create function metres_between(lat1 double precision, lng1 double precision, lat2 double precision, lng2 double precision) returns double precision language sql immutable parallel safe;
create function next_help_owner(area text, except_people bigint[], on_day date) returns bigint language sql stable;
create function next_in_hub_line(hub bigint, area text, at_least integer, except_people bigint[], on_day date) returns TABLE(level integer, person_id bigint) language sql stable;
create function next_owner(area text, wanted text[], except_people bigint[], on_day date) returns bigint language sql stable;
create function next_work_owner(area text, level integer, except_people bigint[], on_day date) returns bigint language sql stable;
create function note_block_change() returns trigger language plpgsql;
create function note_own_change() returns trigger language plpgsql;
create function note_volunteer_change() returns trigger language plpgsql;
create function on_applicants_side(person bigint, a applications) returns boolean language sql stable parallel safe;
create function on_hub_side(person bigint, hub bigint) returns boolean language sql stable parallel safe;
create function on_requesters_side(person bigint, h help_requests) returns boolean language sql stable parallel safe;
create function party_area(person bigint) returns text language sql stable parallel safe;
create function people_with_part(a applications) returns bigint[] language sql stable parallel safe;
create function person_of_member(member bigint) returns bigint language sql stable parallel safe;
create function point_entry_facts(e point_entries) returns jsonb language sql stable parallel safe;
create function point_rule_on(rule_code text, area text, on_day date) returns SETOF point_rules language sql stable parallel safe;
create function points_of_answer() returns trigger language plpgsql;
create function points_of_service() returns trigger language plpgsql;
create function points_of_visit() returns trigger language plpgsql;
create function quarter_of(at timestamp with time zone) returns date language sql immutable parallel safe;
create function reads_diary(person bigint, hub bigint) returns boolean language sql stable parallel safe;
create function record_settled(request bigint) returns boolean language sql stable;
create function refuse_change() returns trigger language plpgsql;
create function roles_for(person bigint, area text) returns text[] language sql stable parallel safe;
create function seal_audit() returns integer language plpgsql;
create function seal_member(person bigint) returns bigint language plpgsql;
create function seal_party_role() returns trigger language plpgsql;
create function seal_text(clear text) returns bytea language sql parallel safe;
create function sealing_keys() returns TABLE(nth bigint, id bytea, cipher_key text, mark_key bytea) language sql stable parallel safe;
create function served_areas(person bigint, wanted text[]) returns text[] language sql stable parallel safe;
create function settle_service_points(person bigint, record_id bigint, hours integer, at timestamp with time zone) returns void language plpgsql;
create function status_follows_events() returns trigger language plpgsql;
create function take_seats(p_activity bigint[], p_group bigint[], p_person bigint[], p_by bigint[], p_party integer[], p_answers jsonb[], p_request uuid[], p_behind boolean[]) returns TABLE(n integer, outcome text, sign_up_id bigint, place integer) language plpgsql set enable_seqscan=off;
create function under_former_key(sealed bytea) returns boolean language sql stable parallel safe;
create function unseal_text(sealed bytea) returns text language plpgsql stable parallel safe;
create function visits_in_order() returns trigger language plpgsql;
create function waits_for_consent(h help_requests) returns boolean language sql stable;
