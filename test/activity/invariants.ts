import type { Database } from '../../cloud/platform/database'

/**
 * What must hold at every committed instant, whoever did what: no seat sold twice, counters that say what the rows say, nobody
 * waiting who fits into a free seat, one living sign-up a person, positions without gaps.
 */
export async function expectSoundSeats(sql: Database): Promise<void> {
  const wrong = await sql`
    with counted as (
      select g.id, g.activity_id, g.capacity, g.taken, g.waiting, a.status, a.starts_at,
             coalesce(sum(s.party) filter (where s.status in ('confirmed', 'checkedIn', 'checkedOut', 'noShow')), 0)::int as seats,
             (count(*) filter (where s.status = 'waitlisted'))::int as line,
             min(s.party) filter (where s.status = 'waitlisted') as smallest
        from activity_groups g join activities a on a.id = g.activity_id left join sign_ups s on s.group_id = g.id
       group by g.id, a.id)
    select * from counted
     where seats <> taken or line <> waiting or (capacity is not null and seats > capacity)
        or (status = 'published' and starts_at > now() and smallest <= coalesce(capacity - taken, 2147483647))`
  expect(wrong).toEqual([])
  const doubled = await sql`
    select activity_id, person_id from sign_ups where status not in ('cancelled', 'rejected') group by 1, 2 having count(*) > 1`
  expect(doubled).toEqual([])
}
