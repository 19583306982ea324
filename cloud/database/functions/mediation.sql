-- Both sides agreed to talk, and neither took it back.
create or replace function mediation_agreed(request bigint) returns boolean language sql stable as $$
  select count(*) = 2 from mediation_sides where request_id = request and withdrawn_at is null
$$;

-- A request that waits for the consent of both: nobody is looked for.
create or replace function waits_for_consent(h help_requests) returns boolean language sql stable as $$
  select h.kind = 'mediation' and not mediation_agreed(h.id)
$$;

-- Both confirmed the newest version.
create or replace function record_settled(request bigint) returns boolean language sql stable as $$
  select count(*) = 2 from mediation_confirmations
   where record_id = (select id from mediation_records where request_id = request order by version desc limit 1)
$$;

-- Great circle, mean radius of the earth 6,371 km.
create or replace function metres_between(lat1 double precision, lng1 double precision, lat2 double precision, lng2 double precision)
returns double precision language sql immutable parallel safe as $$
  select 2 * 6371000 * asin(least(1, sqrt(power(sin(radians(lat2 - lat1) / 2), 2)
                                          + cos(radians(lat1)) * cos(radians(lat2)) * power(sin(radians(lng2 - lng1) / 2), 2))))
$$;

-- Volunteers who do not mediate here: the sides themselves and whoever asked for one; acquaintances, whoever of the two said so; family and household; neighbours, which are
-- those of the same grid or within 150 m.
create or replace function known_to_sides(request bigint) returns setof bigint language sql stable as $$
  select v.person_id
    from mediation_sides s join help_requests h on h.id = s.request_id cross join volunteers v
   where s.request_id = request
     and (v.person_id in (s.person_id, h.made_by)
          or exists (select from acquaintances a where (a.person_id, a.other_id) in ((v.person_id, s.person_id), (s.person_id, v.person_id)))
          or exists (select from family_members f
                      where f.ended_at is null and (f.helper_id, f.person_id) in ((v.person_id, s.person_id), (s.person_id, v.person_id)))
          or exists (select from household_members a join household_members b using (household_id)
                      where a.left_at is null and b.left_at is null and a.person_id = v.person_id and b.person_id = s.person_id)
          or (length(v.area_code) = 15 and v.area_code = s.area_code)
          or (v.base_lat between s.lat - 0.0015 and s.lat + 0.0015 and metres_between(v.base_lat, v.base_lng, s.lat, s.lng) <= 150))
$$;
