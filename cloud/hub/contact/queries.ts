import type { ContactEventKind, ContactKind, HandOnTarget } from '../../../types/hub'
import type { Sql, Tx } from '../../platform/database'

/** Contacts as rows, and their threads. */

/** Where somebody's contact goes: the hub named, or that of the household; the household is his own. */
export async function selectDestination(tx: Tx, me: number, hubId: number | undefined) {
  const [row] = await tx<
    {
      hubId: number | null
      closed: boolean | null
      areaCode: string | null
      householdId: number | null
      own: boolean
    }[]
  >`
    select b.id as "hubId", b.closed_at is not null as closed, b.area_code as "areaCode", m.household_id as "householdId",
           coalesce(on_hub_side(${me}, b.id), false) as own
      from people p
      left join household_members m on m.person_id = p.id and m.left_at is null
      left join linked_households l on l.household_id = m.household_id and l.until is null
      left join hubs b on b.id = coalesce(${hubId ?? null}::bigint, l.hub_id)
     where p.id = ${me} for no key update of p`
  return row
}

/** Holds a hub open until the transaction ends: what it is asked is there when it closes, and goes up at once. False when it is closed. */
export async function holdOpen(tx: Tx, hubId: number): Promise<boolean> {
  const rows = await tx`select from hubs where id = ${hubId} and closed_at is null for share`
  return rows.length > 0
}

export async function countLive(tx: Tx, me: number): Promise<number> {
  const [row] = await tx<{ n: number }[]>`
    select count(*)::int as n from contacts where person_id = ${me} and ended_at is null`
  return row?.n ?? 0
}

export interface NewContact {
  personId: number
  householdId: number | null
  hubId: number
  areaCode: string
  kind: ContactKind
  anonymous: boolean
  aboutHost: boolean
  wantsCall: boolean
  ownerId: number
  level: number
  dueAt: Date
}

export async function insertContact(tx: Tx, c: NewContact, now: Date): Promise<number> {
  const [row] = await tx<{ id: number }[]>`
    insert into contacts (person_id, household_id, hub_id, area_code, kind, anonymous, about_host, wants_call, owner_id, level, asked_at, due_at, changed_at)
    values (${c.personId}, ${c.householdId}::bigint, ${c.hubId}, ${c.areaCode}, ${c.kind}, ${c.anonymous}, ${c.aboutHost}, ${c.wantsCall}, ${c.ownerId},
            ${c.level}, ${now}, ${c.dueAt}, ${now})
    returning id`
  return row?.id ?? 0
}

export interface NewMessage {
  contactId: number
  side: 'resident' | 'host' | 'staff' | 'system'
  fromId: number | null
  words: string
  callBack?: boolean
  fileIds?: readonly number[]
}

export async function insertMessage(tx: Tx, m: NewMessage, now: Date): Promise<number> {
  const [row] = await tx<{ id: number }[]>`
    insert into contact_messages (contact_id, side, from_id, call_back, words, at)
    values (${m.contactId}, ${m.side}, ${m.fromId}::bigint, ${m.callBack ?? false}, ${m.words}, ${now}) returning id`
  const messageId = row?.id ?? 0
  await tx`
    insert into contact_message_files (message_id, position, file_id)
    select ${messageId}, n.nth - 1, n.id from unnest(${(m.fileIds ?? []) as number[]}::bigint[]) with ordinality as n (id, nth)`
  return messageId
}

export async function selectMessages(sql: Sql, contactId: number) {
  return sql<
    {
      messageId: number
      from: 'resident' | 'host' | 'staff' | 'system'
      fromId: number | null
      callBack: boolean
      words: string
      fileIds: number[]
      at: Date
    }[]
  >`
    select m.id as "messageId", m.side as "from", m.from_id as "fromId", m.call_back as "callBack", m.words, m.at,
           array(select f.file_id from contact_message_files f where f.message_id = m.id order by f.position) as "fileIds"
      from contact_messages m where m.contact_id = ${contactId} order by m.id`
}

export async function selectEvents(sql: Sql, contactId: number) {
  return sql<{ kind: ContactEventKind; by: 'resident' | 'host' | 'staff' | 'system'; at: Date }[]>`
    select kind, actor as by, at from contact_events where contact_id = ${contactId} order by seq`
}

/** What it was handed on to, with the state of what came of it. */
export async function selectHandOns(sql: Sql, contactId: number) {
  return sql<
    {
      handOnId: number
      to: HandOnTarget
      words: string
      itemCode: string | null
      targetId: number | null
      targetStatus: string | null
      at: Date
    }[]
  >`
    select h.id as "handOnId", h.kind as "to", h.words, h.item_code as "itemCode", coalesce(h.help_request_id, h.application_id, h.activity_id) as "targetId",
           coalesce(r.status, a.status, v.status) as "targetStatus", h.handed_at as at
      from contact_hand_ons h left join help_requests r on r.id = h.help_request_id left join applications a on a.id = h.application_id
      left join activities v on v.id = h.activity_id
     where h.contact_id = ${contactId} order by h.id`
}

export async function insertHandOn(
  tx: Tx,
  h: { contactId: number; to: HandOnTarget; words: string; itemCode: string | null; by: number },
  now: Date,
): Promise<number> {
  const [row] = await tx<{ id: number }[]>`
    insert into contact_hand_ons (contact_id, kind, words, item_code, handed_by, handed_at)
    values (${h.contactId}, ${h.to}, ${h.words}, ${h.itemCode}::text, ${h.by}, ${now}) returning id`
  return row?.id ?? 0
}

export async function hasItem(sql: Sql, code: string): Promise<boolean> {
  const [row] = await sql`select from service_items where code = ${code} and published_version is not null`
  return row !== undefined
}

export async function lockHandOn(tx: Tx, contactId: number, handOnId: number) {
  const [row] = await tx<{ to: HandOnTarget; followed: boolean }[]>`
    select kind as "to", followed_at is not null as followed from contact_hand_ons where id = ${handOnId} and contact_id = ${contactId} for update`
  return row
}

/** Ties what it was handed on to to what the resident made of it; false when that is not his own. */
export async function setFollowed(tx: Tx, me: number, handOnId: number, targetId: number, now: Date): Promise<boolean> {
  const rows = await tx`
    update contact_hand_ons h
       set followed_at = ${now}, help_request_id = case h.kind when 'helpRequest' then ${targetId}::bigint end,
           application_id = case h.kind when 'application' then ${targetId}::bigint end,
           activity_id = case h.kind when 'activity' then ${targetId}::bigint end
     where h.id = ${handOnId}
       and case h.kind
             when 'helpRequest' then exists (select from help_requests r where r.id = ${targetId} and ${me} in (r.requester_id, r.made_by))
             when 'application' then exists (select from applications a where a.id = ${targetId} and ${me} in (a.applicant_id, a.made_by))
             else exists (select from activities v where v.id = ${targetId}
                             and (v.created_by = ${me} or exists (select from sign_ups s where s.activity_id = v.id and s.person_id = ${me})))
           end
    returning h.id`
  return rows.length > 0
}

/** What stands beside the thread: the name for those who may have it, stars, and who shares a number. */
export async function selectBeside(sql: Sql, me: number, contactId: number) {
  const [beside] = await sql<
    { nickname: string; stars: number | null; comment: string | null; iShare: boolean; otherShares: boolean }[]
  >`
    select p.nickname, c.stars, c.comment,
           exists (select from contact_number_consents n where n.contact_id = c.id and n.person_id = ${me} and n.withdrawn_at is null) as "iShare",
           exists (select from contact_number_consents n where n.contact_id = c.id and n.withdrawn_at is null
                      and n.person_id = case when c.person_id = ${me} then c.owner_id else c.person_id end) as "otherShares"
      from contacts c join people p on p.id = c.person_id where c.id = ${contactId}`
  return beside
}

export async function selectOptionalOpenHub(sql: Sql, hubId: number) {
  const [hub] = await sql<{ hubId: number; name: string; areaCode: string; closed: boolean }[]>`
    select id as "hubId", name, area_code as "areaCode", closed_at is not null as closed from hubs where id = ${hubId}`
  return hub
}

/** Whether somebody answers for a hub, as host, deputy or lead of its branch. */
export async function answersForAHub(sql: Sql, me: number): Promise<boolean> {
  const [hub] = await sql`
    select from hubs h where h.closed_at is null
       and (${me} in (h.host_id, h.branch_lead_id) or exists (select from hub_deputies d where d.hub_id = h.id and d.person_id = ${me})) limit 1`
  return hub !== undefined
}

/** Raises `away_once`. */
export async function insertAbsence(tx: Tx, me: number, from: string, until: string): Promise<void> {
  await tx`insert into hub_absences (person_id, days) values (${me}, daterange(${from}::date, ${until}::date, '[]'))`
}

export async function endAbsences(tx: Tx, me: number, from: string, until: string, now: Date): Promise<number> {
  const { count } = await tx`
    update hub_absences set ended_at = ${now} where person_id = ${me} and ended_at is null and days && daterange(${from}::date, ${until}::date, '[]')`
  return count
}
