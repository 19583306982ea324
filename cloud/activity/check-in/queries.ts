import type { Tx } from '../../platform/database'
import type { CheckInState } from './rules'

export interface CheckInTarget extends CheckInState {
  signUpId: number
  activityId: number
  personId: number
  personName: string
  kind: string
  areaCode: string
}

/** Locks one sign-up of an activity and reads what a check-in at `at` depends on. Days are those of Asia/Shanghai. */
export async function lockOptionalTarget(
  tx: Tx,
  activityId: number,
  signUpId: number,
  at: Date,
): Promise<CheckInTarget | undefined> {
  const [row] = await tx<CheckInTarget[]>`
    select s.id as "signUpId", s.activity_id as "activityId", s.person_id as "personId", p.nickname as "personName", s.status,
           s.answer_by as "answerBy", s.starts_at as "startsAt", s.ends_at as "endsAt", s.checked_in_at as "checkedInAt", a.kind,
           a.area_code as "areaCode",
           (select count(*)::int from check_ins c where c.sign_up_id = s.id and c.action = 'in'
               and c.day = (${at}::timestamptz at time zone 'Asia/Shanghai')::date) as "checkInsThatDay"
      from sign_ups s join activities a on a.id = s.activity_id join people p on p.id = s.person_id
     where s.id = ${signUpId} and s.activity_id = ${activityId} for update of s`
  return row
}

/** The living sign-up of a person that the caller may check in: their own, or one they made. */
export async function selectOptionalOwn(
  tx: Tx,
  me: number,
  activityId: number,
  personId: number,
): Promise<number | undefined> {
  const [row] = await tx<{ id: number }[]>`
    select id from sign_ups where activity_id = ${activityId} and person_id = ${personId} and (person_id = ${me} or signed_up_by = ${me})
       and status not in ('cancelled', 'rejected') limit 1`
  return row?.id
}

export async function selectWindow(tx: Tx, activityId: number) {
  const [row] = await tx<{ startsAt: Date; endsAt: Date }[]>`
    select starts_at as "startsAt", ends_at as "endsAt" from activities where id = ${activityId} and status in ('published', 'ended')`
  return row
}

export interface Entry {
  entryId: string
  signUpId: number
  action: 'in' | 'out' | 'undo'
  at: Date
  nth: number | null
  means: 'rotatingCode' | 'personalCode' | 'list'
  recordedBy: number
}

/** Whether an entry was recorded before (a phone that sends again). */
export async function entryExists(tx: Tx, entryId: string): Promise<boolean> {
  const [row] = await tx`select from check_ins where entry_id = ${entryId}`
  return row !== undefined
}

export async function insertEntry(tx: Tx, entry: Entry): Promise<void> {
  await tx`
    insert into check_ins (entry_id, sign_up_id, action, at, day, nth, means, recorded_by)
    values (${entry.entryId}, ${entry.signUpId}, ${entry.action}, ${entry.at}, (${entry.at}::timestamptz at time zone 'Asia/Shanghai')::date,
            ${entry.nth}, ${entry.means}, ${entry.recordedBy})`
}

export async function updatePresence(
  tx: Tx,
  signUpId: number,
  now: { status: string; checkedInAt: Date | null; checkedOutAt: Date | null },
): Promise<void> {
  await tx`
    update sign_ups set status = ${now.status}, checked_in_at = ${now.checkedInAt}, checked_out_at = ${now.checkedOutAt}
     where id = ${signUpId}`
}

/** Served time of a service activity; two records of one person never overlap, the first one stands. */
export async function upsertServiceRecord(tx: Tx, target: CheckInTarget, from: Date, until: Date): Promise<void> {
  await tx`
    insert into service_records (person_id, activity_id, sign_up_id, served)
    select ${target.personId}, ${target.activityId}, ${target.signUpId}, tstzrange(${from}, ${until}, '[)')
     where ${until}::timestamptz > ${from}::timestamptz
       and not exists (select from service_records r where r.person_id = ${target.personId} and r.sign_up_id is distinct from ${target.signUpId}
                          and r.served && tstzrange(${from}, ${until}, '[)'))
    on conflict (sign_up_id) do update set served = tstzrange(lower(service_records.served), ${until}, '[)')`
}

export async function deleteServiceRecord(tx: Tx, signUpId: number): Promise<void> {
  await tx`delete from service_records where sign_up_id = ${signUpId}`
}
