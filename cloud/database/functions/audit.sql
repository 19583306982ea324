-- What a sealed hash covers: every column of the row, in one canonical text.
create or replace function audit_digest(r audit_log) returns bytea
language sql stable parallel safe as $$
  select sha256(convert_to(jsonb_build_array(r.id, extract(epoch from r.at), r.person_id, r.role, r.area_code, r.operation,
                                             r.target, r.request_id, r.before, r.after)::text, 'UTF8'))
$$;

-- Appends every committed, unsealed row to the hash chain, in commit order where the server keeps commit times
-- (track_commit_timestamp), else in order of transaction. Writers never wait for it. One sealer at a time; returns how many rows it sealed.
create or replace function seal_audit() returns int language plpgsql as $$
declare
  chain bytea;
  place bigint;
  sealed int := 0;
  by_commit boolean := current_setting('track_commit_timestamp')::boolean;
  r record;
begin
  if not pg_try_advisory_xact_lock(hashtext('seal_audit')) then
    return 0;
  end if;
  select s.position, s.hash into place, chain from audit_seals s order by s.position desc limit 1;
  chain := coalesce(chain, decode(repeat('00', 32), 'hex'));
  place := coalesce(place, 0);
  for r in
    select l.id, audit_digest(l) as digest
      from audit_log l
     where l.at >= (select h.at from audit_horizon h) and not exists (select from audit_seals s where s.audit_id = l.id)
     order by case when by_commit then pg_xact_commit_timestamp(l.xid::xid) end, l.xid, l.id
  loop
    place := place + 1;
    chain := sha256(chain || r.digest);
    insert into audit_seals (position, audit_id, hash) values (place, r.id, chain);
    sealed := sealed + 1;
  end loop;
  update audit_horizon set at = now() - interval '15 minutes';
  return sealed;
end $$;
