import type { Sql, Tx } from '../../platform/database'
import type { Hours } from './rules'

/** Statements about windows and appointments. */

export interface Window {
  windowId: number
  areaCode: string
  areaName: string
  name: string
  department: string
  place: string
  phone: string
  closedDays: string[]
  hours: Hours[]
}

const columns = (sql: Sql) => sql`
  w.id as "windowId", w.area_code as "areaCode", (select r.name from areas r where r.code = w.area_code) as "areaName", w.name, w.department,
  w.place, w.phone, w.closed_days::text[] as "closedDays",
  coalesce((select jsonb_agg(jsonb_build_object('weekday', h.weekday, 'from', to_char(h.from_time, 'HH24:MI'), 'until', to_char(h.until_time, 'HH24:MI'),
                                                'capacity', h.capacity) order by h.weekday, h.from_time)
              from service_window_hours h where h.window_id = w.id), '[]') as hours`

/** The window where an application is looked after: the nearest one around, that of its own department first. */
export async function selectOptionalWindowFor(
  sql: Sql,
  areaCode: string,
  department: string,
): Promise<Window | undefined> {
  const [row] = await sql<Window[]>`
    select ${columns(sql)} from service_windows w
     where starts_with(${areaCode}, w.area_code) and w.closed_at is null
       and exists (select from service_window_hours h where h.window_id = w.id)
     order by w.department = ${department} desc, length(w.area_code) desc, w.id limit 1`
  return row
}

export async function selectWindows(sql: Sql, me: number, areaCode: string | undefined): Promise<Window[]> {
  return sql<Window[]>`
    select ${columns(sql)} from service_windows w
     where w.closed_at is null and starts_with(w.area_code, ${areaCode ?? ''})
       and has_role(${me}::bigint, '{clerk,approver,communityAdmin,supervisor}', w.area_code)
     order by w.area_code, w.name limit 500`
}

/** The window, when the caller administers its area. */
export async function lockWindow(tx: Tx, me: number, windowId: number) {
  const [row] = await tx<{ areaCode: string }[]>`
    select area_code as "areaCode" from service_windows
     where id = ${windowId} and has_role(${me}::bigint, '{communityAdmin}', area_code) for update`
  return row
}

export type WindowFields = Pick<Window, 'areaCode' | 'name' | 'department' | 'place' | 'phone' | 'closedDays'>

export async function insertWindow(tx: Tx, w: WindowFields): Promise<number> {
  const [row] = await tx<{ id: number }[]>`
    insert into service_windows (area_code, name, department, place, phone, closed_days)
    values (${w.areaCode}, ${w.name}, ${w.department}, ${w.place}, ${w.phone}, ${w.closedDays as string[]}::date[]) returning id`
  return row?.id ?? 0
}

export async function updateWindow(tx: Tx, windowId: number, w: WindowFields): Promise<void> {
  await tx`
    update service_windows set area_code = ${w.areaCode}, name = ${w.name}, department = ${w.department}, place = ${w.place}, phone = ${w.phone},
           closed_days = ${w.closedDays as string[]}::date[] where id = ${windowId}`
}

export async function replaceHours(tx: Tx, windowId: number, hours: readonly Hours[]): Promise<void> {
  await tx`delete from service_window_hours where window_id = ${windowId}`
  await tx`
    insert into service_window_hours (window_id, weekday, from_time, until_time, capacity)
    select ${windowId}::bigint, * from unnest(${hours.map((h) => h.weekday)}::int[], ${hours.map((h) => h.from)}::time[],
                                              ${hours.map((h) => h.until)}::time[], ${hours.map((h) => h.capacity)}::int[])`
}

export interface BookedSlot {
  startsAt: Date
  taken: number
}

/** What is taken at a window from a moment on. */
export async function selectTaken(sql: Sql, windowId: number, from: Date): Promise<BookedSlot[]> {
  return sql<BookedSlot[]>`
    select starts_at as "startsAt", taken from service_window_slots where window_id = ${windowId} and starts_at >= ${from} and taken > 0`
}

/** Takes a place in a slot; false when the last one is gone. The row's check holds whoever writes. */
export async function takePlace(tx: Tx, windowId: number, startsAt: Date, capacity: number): Promise<boolean> {
  const rows = await tx`
    insert into service_window_slots as s (window_id, starts_at, capacity, taken) values (${windowId}, ${startsAt}, ${capacity}, 1)
    on conflict (window_id, starts_at) do update set taken = s.taken + 1, capacity = greatest(excluded.capacity, s.taken)
     where s.taken < excluded.capacity returning 1`
  return rows.length > 0
}

/** Gives the place of an appointment back. */
export async function givePlaceBack(tx: Tx, appointmentId: number): Promise<void> {
  await tx`
    update service_window_slots s set taken = s.taken - 1 from appointments p
     where p.id = ${appointmentId} and s.window_id = p.window_id and s.starts_at = p.starts_at`
}

/** Books; undefined when the code is in use already (another is drawn then). */
export async function insertAppointment(
  tx: Tx,
  a: { applicationId: number; visit: number; windowId: number; startsAt: Date; code: string; bookedBy: number },
): Promise<number | undefined> {
  const [row] = await tx<{ id: number }[]>`
    insert into appointments (application_id, visit, window_id, starts_at, code, booked_by)
    values (${a.applicationId}, ${a.visit}, ${a.windowId}, ${a.startsAt}, ${a.code}, ${a.bookedBy})
    on conflict (code) do nothing returning id`
  return row?.id
}

export interface Appointment {
  appointmentId: number
  applicationId: number
  startsAt: Date
  status: 'booked' | 'checkedIn' | 'cancelled' | 'missed'
}

export async function selectOptionalAppointmentById(sql: Sql, appointmentId: number): Promise<Appointment | undefined> {
  const [row] = await sql<Appointment[]>`
    select id as "appointmentId", application_id as "applicationId", starts_at as "startsAt", status from appointments where id = ${appointmentId}`
  return row
}

export async function selectOptionalAppointmentByCode(sql: Sql, code: string): Promise<Appointment | undefined> {
  const [row] = await sql<Appointment[]>`
    select id as "appointmentId", application_id as "applicationId", starts_at as "startsAt", status from appointments where code = ${code}`
  return row
}

export async function setAppointment(tx: Tx, appointmentId: number, status: 'cancelled' | 'missed'): Promise<void> {
  await tx`update appointments set status = ${status} where id = ${appointmentId}`
}

export async function checkIn(tx: Tx, appointmentId: number, by: number, at: Date): Promise<void> {
  await tx`update appointments set status = 'checkedIn', checked_in_at = ${at}, checked_in_by = ${by} where id = ${appointmentId}`
}

/** The appointments of a day at windows that the caller serves. */
export async function selectAppointments(sql: Sql, me: number, day: string) {
  return sql<(Appointment & { number: string; itemName: string; applicantName: string; windowName: string })[]>`
    select p.id as "appointmentId", p.application_id as "applicationId", a.number, a.item_name as "itemName", a.applicant_name as "applicantName",
           w.name as "windowName", p.starts_at as "startsAt", p.status
      from service_windows w
      join appointments p on p.window_id = w.id and p.starts_at >= ${day}::date and p.starts_at < ${day}::date + 1
      join applications a on a.id = p.application_id
     where has_role(${me}::bigint, '{clerk,approver,communityAdmin}', a.area_code)
     order by p.starts_at, p.id limit 1000`
}

/** Appointments of days that are over and nobody came to, a few at a time. Looked at again under the application's lock. */
export async function selectMissed(tx: Tx, before: Date, limit: number): Promise<Appointment[]> {
  return tx<Appointment[]>`
    select id as "appointmentId", application_id as "applicationId", starts_at as "startsAt", status from appointments
     where status = 'booked' and starts_at < ${before} order by starts_at limit ${limit}`
}

/** Appointments that begin within `until` and nobody was reminded of. */
export async function markReminded(tx: Tx, until: Date, now: Date, limit: number) {
  return tx<{ appointmentId: number; applicationId: number; startsAt: Date; place: string }[]>`
    with due as (
      select p.id from appointments p where p.status = 'booked' and p.reminded_at is null and p.starts_at > ${now} and p.starts_at < ${until}
       order by p.starts_at limit ${limit} for update skip locked
    )
    update appointments p set reminded_at = ${now} from due, service_windows w where p.id = due.id and w.id = p.window_id
    returning p.id as "appointmentId", p.application_id as "applicationId", p.starts_at as "startsAt", w.place`
}
