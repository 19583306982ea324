-- 街面劝架服务团 mediation: nobody is asked before both sides agreed, whoever mediates knows neither, what was agreed is written and confirmed by both.

-- A dispute has two sides; each agreed by itself and may take it back.
create table mediation_sides (
  request_id   bigint not null references help_requests,
  side         text not null check (side in ('requester', 'other')),
  person_id    bigint not null references people,
  name         text not null,
  -- Where the side lives, as exactly as it is known: whoever lives in the same grid or next door does not mediate.
  area_code    text collate "C" references areas,
  lat          double precision check (lat between -90 and 90),
  lng          double precision check (lng between -180 and 180),
  agreed_at    timestamptz(3) not null,
  withdrawn_at timestamptz(3),
  primary key (request_id, side),
  -- Nobody is both sides of a dispute.
  constraint two_people_two_sides unique (request_id, person_id),
  check ((lat is null) = (lng is null)),
  check (withdrawn_at >= agreed_at)
);
create index mediation_sides_by_person on mediation_sides (person_id, request_id desc);

-- The invitation that the requester hands over himself: one code at a time, good once.
create table mediation_invitations (
  id         bigint generated always as identity primary key,
  request_id bigint not null references help_requests,
  -- The code is made of this and a key outside the database; what is typed is found by its hash.
  code_nonce bytea not null,
  code_hash  bytea not null unique,
  -- Where they would talk: both sides and whoever mediates read it.
  place      text not null check (length(place) between 2 and 60),
  created_by bigint not null references people,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  -- How it ended: used by somebody who agreed or said no, or replaced by a newer one.
  ended_as   text check (ended_as in ('agreed', 'declined', 'replaced', 'over')),
  ended_at   timestamptz(3),
  check (expires_at > created_at),
  check ((ended_as is null) = (ended_at is null))
);
create unique index one_live_invitation on mediation_invitations (request_id) where ended_as is null;
create unique index one_other_side on mediation_invitations (request_id) where ended_as = 'agreed';

-- What both agreed on, version by version, AES-256-GCM under SECRET_KEY: for the two sides and whoever mediated.
create table mediation_records (
  id           bigint generated always as identity primary key,
  request_id   bigint not null references help_requests,
  version      int not null check (version between 1 and 50),
  words_cipher bytea not null,
  written_by   bigint not null references people,
  written_at   timestamptz(3) not null,
  unique (request_id, version)
);
create table mediation_confirmations (
  record_id bigint not null references mediation_records,
  side      text not null check (side in ('requester', 'other')),
  person_id bigint not null references people,
  at        timestamptz(3) not null,
  primary key (record_id, side)
);
create trigger append_only before update or delete on mediation_confirmations for each row execute function refuse_change();

-- Requests that were made before: asking was agreeing.
insert into mediation_sides (request_id, side, person_id, name, area_code, lat, lng, agreed_at)
select id, 'requester', requester_id, requester_name, area_code, null, null, asked_at from help_requests where kind = 'mediation';

-- ---- promises -------------------------------------------------------------------------------------------------------

-- Whoever asks, machine or hand: not before both agreed, and nobody who knows one of them.
create function guard_mediation() returns trigger language plpgsql as $$
begin
  if (select kind from help_requests where id = new.request_id) is distinct from 'mediation' then
    return new;
  end if;
  if not mediation_agreed(new.request_id) then
    raise exception 'both sides of request % have to agree first', new.request_id using errcode = 'check_violation', constraint = 'both_sides_agree_first';
  end if;
  if new.person_id in (select known_to_sides(new.request_id)) then
    raise exception 'whoever mediates request % knows neither side', new.request_id using errcode = 'check_violation', constraint = 'mediator_knows_neither';
  end if;
  return new;
end $$;
create trigger mediation_is_neutral before insert on offers for each row execute function guard_mediation();

-- What both confirmed stays as it is, and a version follows on the one before. The cipher alone may change: under a new key it says the same.
create function keep_mediation_record() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (new.id, new.request_id, new.version, new.written_by, new.written_at) is distinct from (old.id, old.request_id, old.version, old.written_by, old.written_at) then
      raise exception 'record % is never edited', old.id using errcode = 'restrict_violation';
    end if;
    return new;
  end if;
  if new.version <> (select coalesce(max(version), 0) + 1 from mediation_records where request_id = new.request_id) then
    raise exception 'version % of request % does not follow', new.version, new.request_id using errcode = 'check_violation';
  end if;
  if record_settled(new.request_id) then
    raise exception 'the record of request % is confirmed by both', new.request_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger kept before insert or update on mediation_records for each row execute function keep_mediation_record();

-- Each side confirms for itself, and both the same words: the newest.
create function check_mediation_confirmation() returns trigger language plpgsql as $$
begin
  if not exists (select from mediation_records r join mediation_sides s on s.request_id = r.request_id
                  where r.id = new.record_id and s.side = new.side and s.withdrawn_at is null
                    and r.version = (select max(version) from mediation_records where request_id = r.request_id)) then
    raise exception 'record % cannot be confirmed', new.record_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger same_words before insert on mediation_confirmations for each row execute function check_mediation_confirmation();

-- Agreed freely is also free to leave, whenever it is.
insert into help_transitions (kind, from_status, to_status) values
  ('withdrawConsent', 'open', 'cancelled'), ('withdrawConsent', 'matching', 'cancelled'), ('withdrawConsent', 'offered', 'cancelled'),
  ('withdrawConsent', 'unmet', 'cancelled'), ('withdrawConsent', 'assigned', 'cancelled'), ('withdrawConsent', 'inService', 'cancelled'),
  ('withdrawConsent', 'done', 'cancelled');
