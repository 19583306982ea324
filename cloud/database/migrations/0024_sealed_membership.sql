-- Who is a party member is sensitive (PIPL art. 28): from here on no row says so in the clear. Branches, meetings and points hang on a bare number, and which person stands
-- behind it is sealed under SECRET_KEY. Whoever holds the tables, a back-up or a disk without the key cannot tell.
create extension if not exists pgcrypto;

-- ---- sealing ---------------------------------------------------------------------------------------------------------

-- The keys of this connection: the current one first, then former ones. The server gives them when it connects (cloud/platform/database) and they are written nowhere;
-- a connection without them reads and writes everything but this.
create function sealing_keys() returns table (nth bigint, id bytea, cipher_key text, mark_key bytea)
language sql stable parallel safe as $$
  select k.nth, decode(split_part(k.one, ':', 1), 'hex'), split_part(k.one, ':', 2), decode(split_part(k.one, ':', 3), 'hex')
    from unnest(string_to_array(current_setting('linlibang.sealing_keys'), ',')) with ordinality as k (one, nth)
$$;

-- Encrypts a short text (OpenPGP, AES-256, with its integrity packet). Layout: id of the key (8 bytes), message.
create function seal_text(clear text) returns bytea
language sql volatile parallel safe as $$
  select k.id || pgp_sym_encrypt(clear, k.cipher_key, 'cipher-algo=aes256, s2k-mode=0, compress-algo=0') from sealing_keys() k where k.nth = 1
$$;

-- Opens what seal_text closed, under whichever key is known. Raises when none fits.
create function unseal_text(sealed bytea) returns text
language plpgsql stable parallel safe as $$
declare
  clear text;
begin
  select pgp_sym_decrypt(substr(sealed, 9), k.cipher_key) into clear from sealing_keys() k where k.id = substr(sealed, 1, 8);
  if clear is null and sealed is not null then
    raise exception 'sealed under a secret that is not known here' using errcode = 'invalid_parameter_value';
  end if;
  return clear;
end $$;

-- Whether a key that is known here opens it, and whether that is a former one.
create function has_known_key(sealed bytea) returns boolean
language sql stable parallel safe as $$
  select sealed is null or exists (select from sealing_keys() k where k.id = substr(sealed, 1, 8))
$$;
create function under_former_key(sealed bytea) returns boolean
language sql stable parallel safe as $$
  select exists (select from sealing_keys() k where k.nth > 1 and k.id = substr(sealed, 1, 8))
$$;

-- Keyed hashes (HMAC-SHA-256) of a text under each key, the current one first: a row is found by one without being opened.
create function keyed_marks(clear text) returns bytea[]
language sql stable parallel safe as $$
  select array_agg(hmac(convert_to(clear, 'UTF8'), k.mark_key, 'sha256') order by k.nth) from sealing_keys() k
$$;

-- Party members: the number under which a branch and the points know somebody.
create table party_members (
  id            bigint generated always as identity primary key,
  person_cipher bytea not null,
  person_mark   bytea not null unique check (length(person_mark) = 32)
);

-- The number of a person; null of whoever never was a party member.
create function member_of(person bigint) returns bigint
language sql stable parallel safe as $$
  select m.id from party_members m where m.person_mark = any (keyed_marks('person:' || person))
$$;

-- The person behind a number.
create function person_of_member(member bigint) returns bigint
language sql stable parallel safe as $$
  select unseal_text(m.person_cipher)::bigint from party_members m where m.id = member
$$;

-- The number of a person, given when there is none yet.
create function seal_member(person bigint) returns bigint
language plpgsql as $$
declare
  marks bytea[] := keyed_marks('person:' || person);
begin
  insert into party_members (person_cipher, person_mark)
  select seal_text(person::text), marks[1] where not exists (select from party_members m where m.person_mark = any (marks))
  on conflict (person_mark) do nothing;
  return member_of(person);
end $$;

-- ---- the role 党员 -----------------------------------------------------------------------------------------------------

alter table role_grants
  add column member_id bigint references party_members,
  alter column person_id drop not null;
update role_grants set member_id = seal_member(person_id), person_id = null,
                       revoked_by = case when revoked_by <> person_id then revoked_by end where role = 'partyMember';
alter table role_grants
  add constraint party_role_is_sealed check ((role = 'partyMember') = (member_id is not null) and (member_id is null) = (person_id is not null)),
  add constraint one_party_role_an_area exclude using gist (member_id with =, area_code with =,
    tstzrange(valid_from, case when revoked_at is null then valid_until else greatest(valid_from, least(valid_until, revoked_at)) end) with &&);
create index role_grants_by_member on role_grants (member_id) where revoked_at is null;

-- Whoever grants the role names the person; what is stored is the number.
create function seal_party_role() returns trigger language plpgsql as $$
begin
  new.member_id := seal_member(new.person_id);
  new.person_id := null;
  return new;
end $$;
create trigger seals before insert on role_grants for each row when (new.role = 'partyMember' and new.person_id is not null) execute function seal_party_role();

create or replace function announce_role_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('roles_changed', coalesce(new.person_id, person_of_member(new.member_id))::text);
  return null;
end $$;

-- ---- branches ----------------------------------------------------------------------------------------------------------

alter table branch_members add column member_id bigint references party_members;
update branch_members set member_id = seal_member(person_id);
alter table branch_members
  drop column person_id,
  alter column member_id set not null,
  add constraint one_branch_a_member exclude using gist (member_id with =, daterange(since_on, until_on, '[]') with &&);
create unique index one_live_branch_a_member on branch_members (member_id) where until_on is null;
create index branch_members_by_branch on branch_members (branch_id, member_id) where until_on is null;

alter table branch_attendances add column member_id bigint references party_members;
update branch_attendances set member_id = seal_member(person_id);
alter table branch_attendances
  drop column person_id,
  add primary key (meeting_id, member_id);
create index branch_attendances_by_member on branch_attendances (member_id);

-- ---- points ------------------------------------------------------------------------------------------------------------

alter table point_entries disable trigger append_only;
alter table point_entries
  add column member_id       bigint references party_members,
  -- What it arose from leads to a person as well: it is sealed, and found again by its keyed hash.
  add column evidence_cipher bytea,
  add column evidence_mark   bytea;
update point_entries set member_id = seal_member(person_id), evidence_cipher = seal_text(evidence_id::text),
                         evidence_mark = (keyed_marks(evidence_kind || ':' || evidence_id))[1];
alter table point_entries
  drop column person_id,
  drop column evidence_id,
  alter column member_id set not null,
  add constraint evidence_is_sealed check ((evidence_kind in ('contact', 'visit', 'serviceHours')) = (evidence_cipher is not null)
                                           and (evidence_cipher is null) = (evidence_mark is null));
create unique index one_entry_an_evidence on point_entries (member_id, code, evidence_mark) where evidence_kind in ('contact', 'visit');
create index point_entries_by_member on point_entries (member_id, quarter, id);
create index point_entries_by_record on point_entries (evidence_mark) where evidence_kind = 'serviceHours';
alter table point_entries enable trigger append_only;

alter table point_sums add column member_id bigint references party_members;
update point_sums set member_id = seal_member(person_id);
alter table point_sums
  drop column person_id,
  add primary key (member_id, quarter, code);

alter table point_appeals disable trigger another_decides;
alter table point_appeals add column member_id bigint references party_members;
update point_appeals set member_id = seal_member(person_id);
alter table point_appeals
  drop column person_id,
  alter column member_id set not null;
alter table point_appeals enable trigger another_decides;

alter table point_statements disable trigger append_only;
alter table point_statements
  add column member_id      bigint references party_members,
  -- It says the name and the branch.
  add column content_cipher bytea,
  -- Null: the member himself.
  alter column issued_by drop not null;
update point_statements set member_id = seal_member(person_id), content_cipher = seal_text(content::text),
                            issued_by = case when issued_by <> person_id then issued_by end;
alter table point_statements
  drop column person_id,
  drop column content,
  alter column member_id set not null,
  alter column content_cipher set not null;
create index point_statements_by_member on point_statements (member_id, id desc);
alter table point_statements enable trigger append_only;

-- What the audit log says of an entry, so that the log's hash chain holds the ledger too.
create function point_entry_facts(e point_entries) returns jsonb
language sql stable parallel safe as $$
  select jsonb_build_object('member', e.member_id, 'rule', e.rule_id, 'code', e.code, 'points', e.points, 'kind', e.evidence_kind,
                            'counters', e.counters_id, 'recorder', e.recorder_id, 'at', extract(epoch from e.at))
$$;
insert into audit_log (role, area_code, operation, target, after)
select 'system', e.area_code, 'hub.pointEntered', 'pointEntry:' || e.id, point_entry_facts(e) from point_entries e order by e.id;

create or replace function count_point_entry() returns trigger language plpgsql as $$
declare
  rule point_rules;
  first point_entries;
  net int;
  sum int;
begin
  if new.recorder_id is not null and member_of(new.recorder_id) = new.member_id then
    raise exception 'entry % is recorded by whose it is', new.id using errcode = 'check_violation', constraint = 'never_to_oneself';
  end if;
  select * into rule from point_rules where id = new.rule_id;
  if new.counters_id is not null then
    select * into first from point_entries where id = new.counters_id for update;
    select first.points + sum(e.points) into net from point_entries e where e.counters_id = first.id;
    if first.counters_id is not null or first.member_id <> new.member_id or first.rule_id <> new.rule_id or net * sign(first.points) not between 0 and abs(first.points) - 1 then
      raise exception 'entry % takes back more than there is', new.id using errcode = 'check_violation', constraint = 'already_taken_back';
    end if;
  elsif (sign(new.points) <> case rule.kind when 'deduction' then -1 else 1 end) then
    raise exception 'entry % has the wrong sign', new.id using errcode = 'check_violation';
  end if;
  if new.code <> rule.code then
    raise exception 'entry % names another rule', new.id using errcode = 'check_violation';
  end if;
  insert into point_sums as s (member_id, quarter, code, points)
  values (new.member_id, coalesce(first.quarter, new.quarter), new.code, new.points)
  on conflict (member_id, quarter, code) do update set points = s.points + excluded.points returning s.points into sum;
  if new.counters_id is null and abs(sum) > rule.cap then
    raise exception 'no more than % points a quarter', rule.cap using errcode = 'check_violation', constraint = 'points_within_cap';
  end if;
  insert into audit_log (role, area_code, operation, target, after)
  values ('system', new.area_code, 'hub.pointEntered', 'pointEntry:' || new.id, point_entry_facts(new));
  return null;
end $$;

-- Append-only. When somebody deletes the account, the words about him go; under a new secret the same evidence is sealed anew; the fact stays.
create or replace function keep_point_entries() returns trigger language plpgsql as $$
declare
  free text[] := '{words,quarter,evidence_cipher,evidence_mark}';
begin
  if tg_op = 'UPDATE' and new.words in ('', old.words) and to_jsonb(new) - free = to_jsonb(old) - free
     and (new.words is distinct from old.words or new.evidence_mark is distinct from old.evidence_mark)
     and (new.evidence_cipher = old.evidence_cipher or unseal_text(new.evidence_cipher) = unseal_text(old.evidence_cipher) or old.evidence_cipher is null) then
    return new;
  end if;
  raise exception 'point_entries is append-only' using errcode = 'restrict_violation';
end $$;

create function keep_point_statements() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - 'content_cipher' = to_jsonb(old) - 'content_cipher' and unseal_text(new.content_cipher) = unseal_text(old.content_cipher) then
    return new;
  end if;
  raise exception 'point_statements is append-only' using errcode = 'restrict_violation';
end $$;
drop trigger append_only on point_statements;
create trigger append_only before update or delete on point_statements for each row execute function keep_point_statements();

create or replace function check_point_appeal() returns trigger language plpgsql as $$
begin
  if new.decided_by is not null and member_of(new.decided_by) = new.member_id then
    raise exception 'appeal % is decided by whose it is', new.id using errcode = 'check_violation', constraint = 'never_ones_own_appeal';
  end if;
  if exists (select from point_entries e where e.id = new.entry_id and (e.recorder_id = new.decided_by or e.member_id <> new.member_id)) then
    raise exception 'appeal % is decided by whoever recorded the entry', new.id using errcode = 'check_violation', constraint = 'another_decides';
  end if;
  if tg_op = 'UPDATE' and old.status <> 'waiting' and (new.status, new.decided_by, new.decided_at) is distinct from (old.status, old.decided_by, old.decided_at) then
    raise exception 'appeal % is decided', new.id using errcode = 'check_violation';
  end if;
  return new;
end $$;

create or replace function points_of_service() returns trigger language plpgsql as $$
declare
  r service_records := case tg_op when 'DELETE' then old else new end;
  member bigint := member_of(r.person_id);
  hours int := 0;
begin
  if member is null then
    return null;
  end if;
  if tg_op <> 'DELETE' and r.status = 'counted' then
    hours := round(extract(epoch from upper(r.served) - lower(r.served)) / 3600);
  end if;
  if hours > 0 or exists (select from point_entries e where e.member_id = member and e.evidence_kind = 'serviceHours'
                             and e.evidence_mark = any (keyed_marks('serviceHours:' || r.id))) then
    perform settle_service_points(r.person_id, r.id, hours, coalesce(r.reviewed_at, least(upper(r.served), now())));
  end if;
  return null;
end $$;
