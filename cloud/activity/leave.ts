import type { CancelReason } from '../../types/activity'
import type { Tx } from '../platform/database'
import { leaveAndPromote } from './sign-up/promote'
import { lockActivities } from './sign-up/queries'

/** Takes a person out of every coming activity they hold a seat or a place in, and moves the lines up; for other capabilities. */
export async function leaveAllForPerson(tx: Tx, personId: number, reason: CancelReason): Promise<void> {
  const find = () => tx<{ signUpId: number; activityId: number; title: string; startsAt: Date }[]>`
    select s.id as "signUpId", a.id as "activityId", a.title, a.starts_at as "startsAt"
      from sign_ups s join activities a on a.id = s.activity_id
     where (s.person_id = ${personId} or s.person_id in (
              select f.person_id from family_members f join people p on p.id = f.person_id
               where f.helper_id = ${personId} and f.ended_at is null and p.openid is null and p.enrolled_in is null))
       and s.status in ('requested', 'confirmed', 'waitlisted') and a.ends_at > now() order by a.id`
  await lockActivities(
    tx,
    (await find()).map((s) => s.activityId),
  )
  // Read again under the lock: somebody may have been promoted or turned away in between.
  for (const { signUpId, ...activity } of await find()) await leaveAndPromote(tx, activity, [signUpId], reason)
}
