import type { TestCloud } from '../cloud'
import { grid, liuqiao } from '../factories/areas'
import { approved, somebody } from '../factories/volunteers'
import { openOpening } from '../factories/works'

/** A row in every table of 志愿匹配: through the operations where that is short, by hand where it is not. */
export async function liveWithNeighbours(cloud: TestCloud, odd: string): Promise<void> {
  const { sql } = cloud
  const admin = await somebody(cloud, ['communityAdmin', liuqiao])
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute: 0, untilMinute: 1440 }))
  const chen = await approved(cloud, admin, { weekly, dialects: ['chuanyu'], radiusMetres: 5000 })
  const li = await somebody(cloud)
  await cloud.ask(li, 'people.updateMe', { nickname: '李奶奶', communityCode: liuqiao })
  const from = new Date(Date.now() + 30 * 3_600_000)
  const { helpRequestId } = await cloud.ask(li, 'volunteer.ask', {
    kind: 'errand',
    urgency: 'planned',
    windows: [{ from, until: new Date(from.getTime() + 3_600_000) }],
    address: '柳桥路 8 号',
    words: odd.replace('\r', ''),
    dialects: ['chuanyu'],
  })
  const [offer] = (await cloud.ask(chen, 'volunteer.myOffers', {})).rows
  await cloud.ask(chen, 'volunteer.answerOffer', { offerId: offer?.offerId as number, accept: true })
  await cloud.ask(li, 'volunteer.sayAboutHelp', { helpRequestId, words: '门铃坏了，请敲门' })
  await sql`insert into person_blocks (by_id, other_id) values (${li.personId}, ${admin.personId})`
  await sql`insert into acquaintances (person_id, other_id) values (${chen.personId}, ${admin.personId})`
  await sql`insert into availability_exceptions (person_id, span, free) values (${chen.personId}, '[2027-01-01,2027-01-02)', false)`
  await sql`
    insert into matching_runs (at, volunteers, requests, places, places_filled, filled, score, spread, proven, offers_sent) values (now(), 1, 1, 1, 1, 1, 1, 1, true, 1)`
  await sql`
    insert into service_statements (person_id, check_code, from_on, until_on, content) values (${chen.personId}, 'EFGH', '2026-01-01', '2026-12-31', ${JSON.stringify({ odd })})`
  const { teamId } = await cloud.ask(admin, 'volunteer.createTeam', {
    kind: 'free',
    name: '手拉手',
    areaCode: liuqiao,
    leaderId: chen.personId,
  })
  await sql`
    insert into team_members (team_id, person_id, status, decided_at) values (${teamId}, ${chen.personId}, 'member', now()) on conflict do nothing`
  const { shiftId } = await cloud.ask(admin, 'volunteer.saveShift', {
    personId: chen.personId,
    profession: 'doctor',
    areaCode: liuqiao,
    placeName: '卫生站',
    surname: '陈',
    from: new Date(),
    until: new Date(Date.now() + 3_600_000),
  })
  await cloud.ask(chen, 'volunteer.agreeToShift', { shiftId, agree: true })
  await cloud.ask(li, 'volunteer.callDuty', { shiftId, words: '想问问吃药' })
  await quarrel(cloud, li.personId, chen.personId, admin.personId)
  await work(cloud, admin)
  // Last: nothing can be matched by them.
  await sql`insert into matching_weights (weights, why) values ('{}', ${odd})`
}

async function quarrel({ sql }: TestCloud, li: number, zhao: number, by: number): Promise<void> {
  const [request] = await sql<{ id: number }[]>`
    with asked as (
      insert into help_requests (kind, urgency, requester_id, requester_name, made_by, area_code, lat, lng, minutes, risky, owner_id, due_at)
      values ('mediation', 'today', ${li}, '李奶奶', ${li}, ${grid}, 30.5, 120.5, 90, false, ${by}, now()) returning id
    ), event as (
      insert into help_request_events (request_id, seq, at, kind, from_status, to_status, actor, person_id)
      select id, 1, now(), 'ask', 'open', 'open', 'requester', ${li} from asked
    )
    select id from asked`
  const id = request?.id as number
  await sql`
    insert into help_request_windows (request_id, span) values (${id}, '[2027-01-01,2027-01-02)')`
  await sql`
    insert into mediation_sides (request_id, side, person_id, name, agreed_at)
    values (${id}, 'requester', ${li}, '李奶奶', now()), (${id}, 'other', ${zhao}, '赵师傅', now()) on conflict do nothing`
  await sql`
    insert into mediation_invitations (request_id, code_nonce, code_hash, place, created_by, created_at, expires_at)
    values (${id}, '\\x01', '\\x02', '调解室', ${li}, now(), now() + interval '2 days')`
  const [record] = await sql<{ id: number }[]>`
    insert into mediation_records (request_id, version, words_cipher, written_by, written_at) values (${id}, 1, '\\x03', ${by}, now()) returning id`
  await sql`
    insert into mediation_confirmations (record_id, side, person_id, at) values (${record?.id as number}, 'requester', ${li}, now())`
}

async function work(cloud: TestCloud, admin: Parameters<typeof openOpening>[1]): Promise<void> {
  const { sql } = cloud
  const { openingId, sun, boss } = await openOpening(cloud, admin)
  await sql`insert into job_seeker_dialects (person_id, dialect_code) values (${sun.personId}, 'wenzhou') on conflict do nothing`
  const [proposal] = await sql<{ id: number }[]>`
    insert into job_proposals (opening_id, seeker_id, status, owner_id, due_at, proposed_at)
    values (${openingId}, ${sun.personId}, 'proposed', ${admin.personId}, now(), now())
    on conflict (opening_id, seeker_id) do update set due_at = excluded.due_at returning id`
  await sql`
    insert into job_messages (proposal_id, from_id, kind, words, at) values (${proposal?.id as number}, ${boss.personId}, 'words', '明天来看看', now())`
}
