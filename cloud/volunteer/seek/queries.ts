import type { HelpKind, MatchReason, OfferStatus } from '../../../types/volunteer'
import type { Sql, Tx } from '../../platform/database'

/** Offers as rows. */

export interface NewOffer {
  personId: number
  from: Date
  until: Date
  score: number
  reasons: readonly MatchReason[]
}

/** Asks people; the exclusion constraint refuses an hour that is taken. Returns the offers in the order given. */
export async function insertOffers(
  tx: Tx,
  helpRequestId: number,
  offers: readonly NewOffer[],
  sent: { at: Date; answerBy: Date; by?: number; why?: string },
): Promise<number[]> {
  const rows = await tx<{ id: number }[]>`
    insert into offers (request_id, person_id, span, score, reasons, sent_at, answer_by, sent_by, why)
    select ${helpRequestId}::bigint, o.person_id, tstzrange(o.from_at, o.until_at), o.score, o.reasons, ${sent.at}, ${sent.answerBy}, ${sent.by ?? null}::bigint,
           ${sent.why ?? null}::text
      from unnest(${offers.map((o) => o.personId)}::bigint[], ${offers.map((o) => o.from)}::timestamptz[], ${offers.map((o) => o.until)}::timestamptz[],
                  ${offers.map((o) => o.score)}::int[], ${offers.map((o) => JSON.stringify(o.reasons))}::text[]::jsonb[])
           with ordinality as o (person_id, from_at, until_at, score, reasons, n)
     order by o.n
    returning id`
  return rows.map(({ id }) => id)
}

export interface OfferRow {
  offerId: number
  helpRequestId: number
  personId: number
  personName: string
  from: Date
  until: Date
  status: OfferStatus
  answerBy: Date
  reason: string | null
}

const columns = (sql: Sql) => sql`
  o.id as "offerId", o.request_id as "helpRequestId", o.person_id as "personId", v.name as "personName", lower(o.span) as "from", upper(o.span) as "until",
  o.status, o.answer_by as "answerBy", o.reason`

/** Offers of a request that wait for an answer. */
export async function selectSent(sql: Sql, helpRequestId: number): Promise<OfferRow[]> {
  return sql<OfferRow[]>`
    select ${columns(sql)} from offers o join volunteers v on v.person_id = o.person_id
     where o.request_id = ${helpRequestId} and o.status = 'sent' order by o.id`
}

export async function selectOptionalOffer(sql: Sql, personId: number, offerId: number): Promise<OfferRow | undefined> {
  const [row] = await sql<OfferRow[]>`
    select ${columns(sql)} from offers o join volunteers v on v.person_id = o.person_id where o.id = ${offerId} and o.person_id = ${personId}`
  return row
}

/** Settles offers that wait; what was settled meanwhile stays. Returns whom they were made to. */
export async function settleOffers(
  tx: Tx,
  offerIds: readonly number[],
  status: Exclude<OfferStatus, 'sent'>,
  reason: string | null,
  now: Date,
): Promise<{ offerId: number; personId: number }[]> {
  return tx<{ offerId: number; personId: number }[]>`
    update offers set status = ${status}, answered_at = ${now}, reason = ${reason}
     where id = any (${offerIds as number[]}::bigint[]) and status = 'sent'
    returning id as "offerId", person_id as "personId"`
}

/** Takes accepted offers out of the way when their place is given up. */
export async function releaseOffer(
  tx: Tx,
  offerId: number,
  status: 'declined' | 'withdrawn',
  reason: string | null,
  now: Date,
): Promise<void> {
  await tx`update offers set status = ${status}, reason = ${reason}, answered_at = ${now} where id = ${offerId} and status = 'accepted'`
}

export interface Counts {
  sent: number
  coming: number
  /** When the first of those who were asked has to answer. */
  answerBy: Date | null
  /** When the first who comes has to be there. */
  begins: Date | null
}

export async function selectCounts(sql: Sql, helpRequestId: number): Promise<Counts> {
  const [row] = await sql<Counts[]>`
    select (select count(*)::int from offers where request_id = ${helpRequestId} and status = 'sent') as sent,
           (select min(answer_by) from offers where request_id = ${helpRequestId} and status = 'sent') as "answerBy",
           (select count(*)::int from assignments where request_id = ${helpRequestId} and status <> 'cancelled') as coming,
           (select min(lower(span)) from assignments where request_id = ${helpRequestId} and status <> 'cancelled') as begins`
  return row ?? { sent: 0, coming: 0, answerBy: null, begins: null }
}

/** Looks for people as soon as this transaction has committed; several wishes for the same request are one. */
export async function queueSeek(tx: Tx, helpRequestId: number): Promise<void> {
  await tx`
    select graphile_worker.add_job('seekHelp', json_build_object('helpRequestId', ${helpRequestId}::bigint), job_key := 'seekHelp:' || ${helpRequestId}::bigint,
                                   max_attempts := 25)`
}

/** The teams that look after a kind of help; the others are free. */
const teamOf: Partial<Record<HelpKind, string>> = { mediation: 'mediation', work: 'work' }

/**
 * The leader who answers for a request after too many refusals: of the team for its kind, else of the team of its home area, nearest first. Not somebody who
 * is helped by it, who owns it already or who is away.
 */
export async function selectOptionalLeader(
  sql: Sql,
  about: { kind: HelpKind; areaCode: string; homeAreaCode: string | null; except: readonly number[]; day: string },
): Promise<number | undefined> {
  const [row] = await sql<{ leaderId: number }[]>`
    select t.leader_id as "leaderId" from teams t
     where t.closed_at is null and starts_with(${about.areaCode}, t.area_code)
       and (t.kind = ${teamOf[about.kind] ?? null}
            or (${teamOf[about.kind] ?? null}::text is null and t.kind = 'hometown' and starts_with(${about.homeAreaCode ?? ''}, t.home_area_code)))
       and t.leader_id <> all (${about.except as number[]}::bigint[]) and not is_away(t.leader_id, ${about.day}::date)
     order by length(t.area_code) desc, length(coalesce(t.home_area_code, '')) desc, t.id limit 1`
  return row?.leaderId
}

/** Who answers for requests of an area; undefined when nobody is there. */
export async function selectOptionalOwner(
  sql: Sql,
  areaCode: string,
  except: readonly number[],
  day: string,
): Promise<number | undefined> {
  const [row] = await sql<{ ownerId: number | null }[]>`
    select next_help_owner(${areaCode}, ${except as number[]}::bigint[], ${day}::date) as "ownerId"`
  return row?.ownerId ?? undefined
}

/** An administrator of the community above those who answered for it until now. */
export async function selectOptionalAdmin(
  sql: Sql,
  areaCode: string,
  except: readonly number[],
  day: string,
): Promise<number | undefined> {
  const [row] = await sql<{ personId: number }[]>`
    select g.person_id as "personId" from role_grants g
     where g.role = 'communityAdmin' and g.revoked_at is null and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
       and starts_with(${areaCode}, g.area_code) and g.person_id <> all (${except as number[]}::bigint[]) and not is_away(g.person_id, ${day}::date)
     order by length(g.area_code) desc, g.person_id limit 1`
  return row?.personId
}
