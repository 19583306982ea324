import type { ContactKind } from '../../../types/hub'
import type { Sql, Tx } from '../../platform/database'

/** Numbers of people who have to do with one contact. Nothing else of the hub reads them. */

/** Number of a person as it lies; null when there is none. */
export async function selectPhone(sql: Sql, personId: number): Promise<Buffer | null> {
  const [row] = await sql<{ cipher: Buffer | null }[]>`
    select phone_cipher as cipher from people where id = ${personId} and deleted_at is null`
  return row?.cipher ?? null
}

/** Gives a consent for one contact; one that is given stays. */
export async function giveConsent(tx: Tx, contactId: number, me: number, now: Date): Promise<void> {
  await tx`
    insert into contact_number_consents (contact_id, person_id, given_at) values (${contactId}, ${me}, ${now})
    on conflict (contact_id, person_id) where withdrawn_at is null do nothing`
}

export async function withdrawConsent(tx: Tx, contactId: number, me: number, now: Date): Promise<void> {
  await tx`
    update contact_number_consents set withdrawn_at = ${now} where contact_id = ${contactId} and person_id = ${me} and withdrawn_at is null`
}

/** Whether both of them agree now. */
export async function bothConsent(sql: Sql, contactId: number, one: number, other: number): Promise<boolean> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from contact_number_consents
     where contact_id = ${contactId} and person_id in (${one}, ${other}) and withdrawn_at is null`
  return row?.n === 2
}

/** Queues a call: it is placed as soon as this is committed. */
export async function insertCall(tx: Tx, contactId: number, fromId: number, toId: number, now: Date): Promise<number> {
  const [row] = await tx<{ id: number }[]>`
    insert into relay_calls (contact_id, from_id, to_id, asked_at) values (${contactId}, ${fromId}, ${toId}, ${now}) returning id`
  const callId = row?.id ?? 0
  await tx`
    select graphile_worker.add_job('placeRelayCall', json_build_object('callId', ${callId}::bigint), job_key := 'relayCall:' || ${callId}::bigint, max_attempts := 5)`
  return callId
}

export interface WaitingCall {
  callId: number
  contactId: number
  areaCode: string
  kind: ContactKind
  hubName: string
  fromId: number
  toId: number
  /** The contact has ended meanwhile. */
  over: boolean
}

const waiting = (sql: Sql) => sql`
  r.id as "callId", r.contact_id as "contactId", c.area_code as "areaCode", c.kind, b.name as "hubName", r.from_id as "fromId", r.to_id as "toId",
  c.ended_at is not null as over`

/** A call that was asked for after a moment and is neither placed nor given up, locked, with both numbers as they lie. */
export async function lockCall(tx: Tx, callId: number, askedAfter: Date) {
  const [row] = await tx<(WaitingCall & { fromPhone: Buffer | null; toPhone: Buffer | null })[]>`
    select ${waiting(tx)}, f.phone_cipher as "fromPhone", t.phone_cipher as "toPhone"
      from relay_calls r join contacts c on c.id = r.contact_id join hubs b on b.id = c.hub_id join people f on f.id = r.from_id join people t on t.id = r.to_id
     where r.id = ${callId} and r.placed_at is null and r.given_up_at is null and r.asked_at > ${askedAfter} for update of r`
  return row
}

/** A call that waits since before a moment, locked; one that is being placed is passed over. */
export async function lockStaleCall(
  tx: Tx,
  askedBy: Date,
  except: readonly number[],
): Promise<WaitingCall | undefined> {
  const [row] = await tx<WaitingCall[]>`
    select ${waiting(tx)} from relay_calls r join contacts c on c.id = r.contact_id join hubs b on b.id = c.hub_id
     where r.placed_at is null and r.given_up_at is null and r.asked_at <= ${askedBy} and r.id <> all (${except as number[]}::bigint[])
     order by r.asked_at, r.id limit 1 for update of r skip locked`
  return row
}

export async function setGivenUp(tx: Tx, callId: number, now: Date): Promise<void> {
  await tx`update relay_calls set given_up_at = ${now} where id = ${callId}`
}

export async function setPlaced(tx: Tx, callId: number, reference: string, now: Date): Promise<void> {
  await tx`update relay_calls set placed_at = ${now}, reference = left(${reference}, 100) where id = ${callId}`
}
