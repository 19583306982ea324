import type { Sql, Tx } from '../../platform/database'
import type { Weights } from '../match/model'
import type { VolunteerRow, WantedRow } from './rules'
import { latelyDays } from './rules'

/** What matching reads: volunteers in one piece, requests that still look for somebody. */

export interface MatchingSettings {
  walkingFactor: number
  metresPerMinute: number
  answerMinutes: { now: number; today: number; thisWeek: number; planned: number }
  nowBest: number
  refusalsToLeader: number
  refusalsToCommunity: number
  mostTasks: number
  confirmDays: number
}

export async function selectSettings(sql: Sql): Promise<MatchingSettings> {
  const [row] = await sql<MatchingSettings[]>`
    select walking_factor as "walkingFactor", metres_per_minute as "metresPerMinute",
           json_build_object('now', answer_now_minutes, 'today', answer_today_minutes, 'thisWeek', answer_week_minutes,
                             'planned', answer_planned_minutes) as "answerMinutes",
           now_best as "nowBest", refusals_to_leader as "refusalsToLeader", refusals_to_community as "refusalsToCommunity",
           most_tasks as "mostTasks", confirm_days as "confirmDays"
      from matching_settings`
  if (!row) throw new Error('matching_settings has no row')
  return row
}

/** The weights that count now; undefined before anybody changed them. */
export async function selectOptionalWeights(sql: Sql): Promise<Weights | undefined> {
  const [row] = await sql<{ weights: Weights }[]>`select weights from matching_weights order by id desc limit 1`
  return row?.weights
}

/**
 * One at a time in the county plans who is offered what: two servers would offer the same hour twice, and the exclusion constraint would have to undo it.
 * Taken after the request's row and before anything else.
 */
export async function lockMatching(tx: Tx): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtext('linlibang.matching'))`
}

export interface ReadVolunteer extends VolunteerRow {
  /** Approved; whoever is not is out of the pool. */
  there: boolean
  /** Changed by this very transaction: it may still be taken back. */
  own: boolean
}

interface Since {
  /** Everything that may have become visible since a snapshot with this xmin. */
  xmin: string
  /** Read anew whatever happened. */
  again: readonly number[]
}

/** Everybody who is matched, or those who changed since a snapshot; and what the next look has to begin with. */
export async function selectVolunteers(
  tx: Tx,
  since: Since | undefined,
  now: Date,
): Promise<{ rows: ReadVolunteer[]; xmin: string }> {
  const [{ xmin } = { xmin: '0' }] = await tx<{ xmin: string }[]>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as xmin`
  const rows = await tx<ReadVolunteer[]>`
    select v.person_id as "personId", v.name, v.base_lat as lat, v.base_lng as lng, v.radius_metres as "radiusMetres", v.weekly_minutes as "weeklyMinutes",
           coalesce(v.home_area_code, '') as "homeArea", v.sex, v.age_band as "ageBand", (v.insured_until + 1)::timestamptz as "insuredUntil", v.automatic,
           v.status = 'approved' as there, v.changed_xid = pg_current_xact_id_if_assigned() as own,
           coalesce(s.skills, '{}') as "skillCodes", s.levels, s.untils, coalesce(d.dialects, '{}') as dialects,
           w.weekdays, w.froms, w.untils as "weeklyUntils", x.exception_froms as "exceptionFroms", x.exception_untils as "exceptionUntils", x.frees,
           t.offers, t.requests, t.task_froms as "taskFroms", t.task_untils as "taskUntils", t.lats, t.lngs, t.minutes, t.sents,
           coalesce(h.served, 0) as served, coalesce(h.answered, 0) as answered, coalesce(h.expired, 0) as expired,
           coalesce(b.blocks, '{}') as blocks, coalesce(k.knows, '{}') as knows, coalesce(g.served_well, '{}') as "servedWell"
      from volunteers v
      left join lateral (
        select array_agg(skill_code order by skill_code) as skills, array_agg(level order by skill_code) as levels,
               array_agg((certificate_until + 1)::timestamptz order by skill_code) as untils
          from volunteer_skills where person_id = v.person_id) s on true
      left join lateral (
        select array_agg(dialect_code order by dialect_code) as dialects from volunteer_dialects where person_id = v.person_id) d on true
      left join lateral (
        select array_agg(weekday) as weekdays, array_agg(from_minute) as froms, array_agg(until_minute) as untils
          from availability_weekly where person_id = v.person_id) w on true
      left join lateral (
        select array_agg(lower(span)) as exception_froms, array_agg(upper(span)) as exception_untils, array_agg(free) as frees
          from availability_exceptions where person_id = v.person_id and upper(span) > ${now}::timestamptz) x on true
      left join lateral (
        select array_agg(o.id) as offers, array_agg(o.request_id) as requests, array_agg(lower(o.span)) as task_froms, array_agg(upper(o.span)) as task_untils,
               array_agg(r.lat) as lats, array_agg(r.lng) as lngs, array_agg(r.minutes) as minutes, array_agg(o.status = 'sent') as sents
          from offers o join help_requests r on r.id = o.request_id
         where o.person_id = v.person_id and o.status in ('sent', 'accepted') and upper(o.span) > ${now}::timestamptz - interval '7 days') t on true
      left join lateral (
        select count(*) filter (where o.status = 'accepted')::int as served, count(*) filter (where o.status in ('accepted', 'declined'))::int as answered,
               count(*) filter (where o.status = 'expired')::int as expired
          from offers o where o.person_id = v.person_id and o.sent_at > ${now}::timestamptz - make_interval(days => ${latelyDays})) h on true
      left join lateral (
        select array_agg(other) as blocks from (
          select other_id as other from person_blocks where by_id = v.person_id
          union select by_id from person_blocks where other_id = v.person_id) them) b on true
      left join lateral (
        select array_agg(other) as knows from (
          select other_id as other from acquaintances where person_id = v.person_id
          union select helper_id from family_members where person_id = v.person_id and ended_at is null
          union select person_id from family_members where helper_id = v.person_id and ended_at is null) them) k on true
      left join lateral (
        select array_agg(distinct r.requester_id) as served_well
          from assignments a join help_requests r on r.id = a.request_id
         where a.person_id = v.person_id and a.status = 'done' and r.stars >= 4) g on true
     where ${
       since
         ? tx`v.changed_xid >= ${since.xmin}::text::xid8 or v.person_id = any (${since.again as number[]}::bigint[])`
         : tx`v.status = 'approved'`
     }`
  return { rows: rows.map((row) => unfold(row as unknown as FoldedRow)), xmin }
}

/** Lists travel as one array a column: half the time of JSON for a whole county. */
interface FoldedRow extends Omit<ReadVolunteer, 'skills' | 'weekly' | 'exceptions' | 'tasks'> {
  skillCodes: string[]
  levels: number[]
  untils: (Date | null)[]
  weekdays: number[] | null
  froms: number[]
  weeklyUntils: number[]
  exceptionFroms: Date[] | null
  exceptionUntils: Date[]
  frees: boolean[]
  offers: number[] | null
  requests: number[]
  taskFroms: Date[]
  taskUntils: Date[]
  lats: number[]
  lngs: number[]
  minutes: number[]
  sents: boolean[]
}

function unfold(row: FoldedRow): ReadVolunteer {
  const { skillCodes, levels, untils, weekdays, froms, weeklyUntils, exceptionFroms, exceptionUntils, frees } = row
  const { offers, requests, taskFroms, taskUntils, lats, lngs, minutes, sents, ...rest } = row
  return {
    ...rest,
    skills: skillCodes.map((skill, i) => ({ skill, level: levels[i] as number, until: untils[i] as Date | null })),
    weekly: (weekdays ?? []).map((weekday, i) => ({
      weekday,
      fromMinute: froms[i] as number,
      untilMinute: weeklyUntils[i] as number,
    })),
    exceptions: (exceptionFroms ?? []).map((from, i) => ({
      from,
      until: exceptionUntils[i] as Date,
      free: frees[i] as boolean,
    })),
    tasks: (offers ?? []).map((offerId, i) => ({
      offerId,
      requestId: requests[i] as number,
      from: taskFroms[i] as Date,
      until: taskUntils[i] as Date,
      lat: lats[i] as number,
      lng: lngs[i] as number,
      minutes: minutes[i] as number,
      sent: sents[i] as boolean,
    })),
  }
}

/** Requests that somebody is looked for: those of the engine, one or all of the county; `byHand` also one that staff arrange. */
export async function selectWanted(sql: Sql, requestId?: number, byHand = false): Promise<WantedRow[]> {
  return sql<WantedRow[]>`
    select r.id as "requestId", r.requester_id as "requesterId", r.urgency, r.lat, r.lng, r.minutes, r.people, r.risky, r.min_age as "minAge",
           r.max_age as "maxAge", coalesce(r.home_area_code, '') as "homeArea", r.sex, r.wish_dialect as "wishDialect", r.wish_home as "wishHome",
           r.wish_sex as "wishSex",
           coalesce((select array_agg(dialect_code order by dialect_code) from help_request_dialects where request_id = r.id), '{}') as dialects,
           coalesce((select json_agg(json_build_object('skill', skill_code, 'level', level, 'certificate', certificate) order by skill_code)
                       from help_request_skills where request_id = r.id), '[]') as skills,
           (select array_agg(lower(span) order by lower(span)) from help_request_windows where request_id = r.id) as froms,
           (select array_agg(upper(span) order by lower(span)) from help_request_windows where request_id = r.id) as untils,
           coalesce((select array_agg(distinct person_id) from offers
                      where request_id = r.id and (status in ('sent', 'accepted', 'declined', 'expired') or reason in ('swapped', 'left'))), '{}')
             || r.made_by || k.people as without,
           coalesce((select array_agg(distinct person_id) from offers where request_id = r.id and (status = 'accepted' or reason = 'swapped')), '{}') || r.made_by || k.people as firm,
           array(select person_id from mediation_sides where request_id = r.id) as parties,
           r.people - (select count(*)::int from offers where request_id = r.id and (status = 'accepted' or (status = 'sent' and r.urgency <> 'now'))) as missing,
           (select count(*)::int from offers where request_id = r.id and status = 'accepted') as accepted,
           (select lower(span) from offers where request_id = r.id and status in ('sent', 'accepted') order by status, id limit 1) as "agreedFrom",
           (select upper(span) from offers where request_id = r.id and status in ('sent', 'accepted') order by status, id limit 1) as "agreedUntil"
      from help_requests r
     -- Neighbours and everybody else who does not mediate between these two; the database refuses them whoever asks.
     cross join lateral (select array(select known_to_sides(r.id) where r.kind = 'mediation') as people) k
     where ${byHand ? sql`r.status in ('open', 'matching', 'offered', 'unmet')` : sql`r.status in ('matching', 'offered', 'unmet') and r.automatic`}
       and not waits_for_consent(r)
       ${requestId === undefined ? sql`` : sql`and r.id = ${requestId}`}
     order by r.id`.then((rows) => (rows as unknown as FoldedWanted[]).map(unfoldWanted))
}

interface FoldedWanted extends Omit<WantedRow, 'windows' | 'agreed'> {
  froms: Date[] | null
  untils: Date[] | null
  agreedFrom: Date | null
  agreedUntil: Date | null
}

function unfoldWanted({ froms, untils, agreedFrom, agreedUntil, ...row }: FoldedWanted): WantedRow {
  return {
    ...row,
    windows: (froms ?? []).map((from, i) => ({ from, until: untils?.[i] as Date })),
    agreed: agreedFrom && agreedUntil ? { from: agreedFrom, until: agreedUntil } : null,
  }
}
