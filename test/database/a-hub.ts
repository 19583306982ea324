import type { TestCloud, TestPerson } from '../cloud'
import { liuqiao } from '../factories/areas'
import { aBranch, aMember } from '../factories/branches'
import { aHousehold, aHub, member } from '../factories/hubs'
import { somebody } from '../factories/volunteers'

/** A row in every table of 党员中心户: through the operations where that is short, by hand where it is not. */
export async function liveWithAHub(cloud: TestCloud, odd: string): Promise<void> {
  const { sql } = cloud
  const admin = await somebody(cloud, ['communityAdmin', liuqiao])
  const gridWorker = await somebody(cloud, ['gridWorker', liuqiao])
  const { hubId, host } = await aHub({ cloud, admin })
  const { householdId } = await aHousehold({ cloud, gridWorker })
  const li = (await member({ cloud, gridWorker }, householdId)).personId
  const by = host.personId
  await sql`insert into hub_deputies (hub_id, person_id, position) values (${hubId}, ${admin.personId}, 1) on conflict do nothing`
  await sql`insert into hub_languages (hub_id, dialect_code) values (${hubId}, 'chuanyu') on conflict do nothing`
  await sql`insert into hub_hours (hub_id, weekday, from_minute, until_minute) select ${hubId}, 7, 0, 1 where not exists (select from hub_hours where hub_id = ${hubId})`
  await sql`insert into hub_absences (person_id, days) values (${by}, '[2027-01-01,2027-01-05)')`
  await sql`insert into join_requests (person_id, area_code, door_cipher, asked_at) values (${li}, ${liuqiao}, '\\x01', now())`
  const [contact] = await sql<{ id: number }[]>`
    with asked as (
      insert into contacts (person_id, hub_id, area_code, kind, anonymous, about_host, wants_call, owner_id, level, asked_at, due_at, changed_at)
      values (${li}, ${hubId}, ${liuqiao}, 'ask', false, false, true, ${by}, 0, now(), now(), now()) returning id
    ), event as (
      insert into contact_events (contact_id, seq, at, kind, from_status, to_status, actor, person_id) select id, 1, now(), 'ask', 'asked', 'asked', 'resident', ${li} from asked
    )
    select id from asked`
  const id = contact?.id as number
  const [message] = await sql<{ id: number }[]>`
    insert into contact_messages (contact_id, side, from_id, words, at) values (${id}, 'resident', ${li}, ${odd}, now()) returning id`
  await sql`insert into contact_message_files (message_id, position, file_id) select ${message?.id as number}, 0, min(id) from files`
  await sql`insert into contact_hand_ons (contact_id, kind, words, handed_by, handed_at) values (${id}, 'helpRequest', ${odd}, ${by}, now())`
  await sql`insert into contact_number_consents (contact_id, person_id, given_at) values (${id}, ${li}, now())`
  await sql`insert into relay_calls (contact_id, from_id, to_id, asked_at) values (${id}, ${li}, ${by}, now())`
  await liveWithADiary(cloud, { hubId, householdId, by }, odd)
  await liveWithABranch(cloud, admin, odd)
}

/** A visit with a photo and a promise, and a post. */
async function liveWithADiary(
  { sql }: TestCloud,
  { hubId, householdId, by }: { hubId: number; householdId: number; by: number },
  odd: string,
): Promise<void> {
  const [visit] = await sql<{ id: number }[]>`
    insert into home_visits (hub_id, area_code, visitor_id, visited_on, heard_cipher, written_at, changed_at)
    values (${hubId}, ${liuqiao}, ${by}, '2026-11-01', '\\x01', now(), now()) returning id`
  const visitId = visit?.id as number
  await sql`insert into home_visit_households (visit_id, household_id) values (${visitId}, ${householdId})`
  await sql`insert into home_visit_files (visit_id, position, file_id) select ${visitId}, 0, min(id) from files`
  await sql`insert into visit_promises (visit_id, household_id, words_cipher, owner_id, due_on) values (${visitId}, ${householdId}, '\\x01', ${by}, '2027-11-01')`
  await sql`
    insert into hub_posts (kind, name, holder_id, area_code, place, duties, contact_way, hub_id, consent_on, created_by, created_at, changed_at)
    values ('vanguard', '先锋岗', ${by}, ${liuqiao}, '岗亭', ${odd}, '到岗亭', ${hubId}, '2026-11-01', ${by}, now(), now())`
}

/** A branch with a meeting, and points with an appeal and a statement. */
async function liveWithABranch(cloud: TestCloud, admin: TestPerson, odd: string): Promise<void> {
  const { sql } = cloud
  const branch = await aBranch({ cloud, admin })
  const { secretary } = branch
  const luo = await aMember(cloud, branch, '罗大姐', { floating: true })
  const hour = 3_600_000
  const times = { startsAt: new Date(Date.now() + hour), endsAt: new Date(Date.now() + 2 * hour) }
  const called = { kind: 'general' as const, title: '党员大会', place: '会议室', ...times }
  const { meetingId } = await cloud.ask(secretary, 'hub.saveMeeting', called)
  await cloud.ask(luo, 'hub.answerMeeting', { meetingId, answer: 'leave', reason: '在外地' })
  await sql`insert into branch_meeting_files (meeting_id, file_id, added_by, added_at) select ${meetingId}, min(id), ${secretary.personId}, now() from files`
  await sql`update branch_meetings set agenda = ${odd}`
  const given = { personId: luo.personId, code: 'wentFirst', words: '防汛值守' }
  const { entryId } = await cloud.ask(secretary, 'hub.givePoints', given)
  await sql`insert into point_entry_files (entry_id, position, file_id) select ${entryId}, 0, min(id) from files`
  await sql`insert into point_appeals (entry_id, member_id, words, at, owner_id, due_at, look_at) values (${entryId}, member_of(${luo.personId}), ${odd}, now(), ${admin.personId}, now(), now())`
  await cloud.ask(luo, 'hub.issuePointStatement', { quarter: new Date().toISOString().slice(0, 10) })
}
