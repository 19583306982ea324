import type { BranchPost } from '../../../types/hub'
import type { Sql, Tx } from '../../platform/database'

/** Branches and who belongs to them. Every statement about members asks whether `me` is of the branch. */

export interface Branch {
  branchId: number
  name: string
  areaCode: string
  areaName: string
  committee: boolean
  groups: boolean
  foundedOn: string
  secretaryId: number | null
}

const columns = (sql: Sql) => sql`
  b.id as "branchId", b.name, b.area_code as "areaCode", a.name as "areaName", b.committee, b.groups, b.founded_on::text as "foundedOn",
  b.secretary_id as "secretaryId"`

/** Branches of these areas after a name, for the community: how many belong to each, not who. */
export async function selectBranches(
  sql: Sql,
  areas: readonly string[],
  after: { areaCode: string; branchId: number } | undefined,
  limit: number,
) {
  return sql<(Branch & { secretaryName: string | null; members: number })[]>`
    select ${columns(sql)}, p.nickname as "secretaryName",
           (select count(*)::int from branch_members m where m.branch_id = b.id and m.until_on is null) as members
      from branches b join areas a on a.code = b.area_code left join people p on p.id = b.secretary_id
     where b.closed_at is null and b.area_code in (select areas_under(${areas as string[]}::text[]))
       and (${after === undefined}::bool or (b.area_code, b.id) > (${after?.areaCode ?? ''} collate "C", ${after?.branchId ?? 0}::bigint))
     order by b.area_code, b.id limit ${limit}`
}

export type Mine = Branch & { post: BranchPost; floating: boolean; sinceOn: string; secretaryName: string | null }

/** The branch `me` belongs to, and as what. */
export async function selectMine(sql: Sql, me: number): Promise<Mine | undefined> {
  const [row] = await sql<Mine[]>`
    select ${columns(sql)}, branch_post(${me}, b.id) as post, m.floating, m.since_on::text as "sinceOn", p.nickname as "secretaryName"
      from branch_members m join branches b on b.id = m.branch_id join areas a on a.code = b.area_code left join people p on p.id = b.secretary_id
     where m.member_id = member_of(${me}) and m.until_on is null and b.closed_at is null`
  return row
}

/** Who belongs to the branch of `me`. */
export async function selectMembers(sql: Sql, me: number) {
  return sql<{ personId: number; name: string; post: BranchPost; floating: boolean; sinceOn: string; me: boolean }[]>`
    select p.id as "personId", p.nickname as name, branch_post(p.id, m.branch_id) as post, m.floating, m.since_on::text as "sinceOn", p.id = ${me} as me
      from branch_members m join people p on p.id = person_of_member(m.member_id)
     where m.branch_id = branch_of(${me}) and m.until_on is null
     order by p.nickname, p.id`
}

/** Whether `me` administers the area, and whether somebody may lead a branch there. */
export async function selectMayLead(sql: Sql, me: number, areaCode: string, secretaryId: number) {
  const [row] = await sql<{ area: boolean; member: boolean; branchId: number | null }[]>`
    select exists (select from areas a where a.code = ${areaCode} and length(a.code) >= 9 and has_role(${me}, '{communityAdmin}', a.code)) as area,
           exists (select from people p where p.id = ${secretaryId} and p.openid is not null and p.deleted_at is null)
             and has_role(${secretaryId}, '{partyMember}', ${areaCode}) as member,
           branch_of(${secretaryId}) as "branchId"`
  return row ?? { area: false, member: false, branchId: null }
}

/** Locks a branch that `me` administers. */
export async function lockBranch(tx: Tx, me: number, branchId: number) {
  const [row] = await tx<(Branch & { closed: boolean })[]>`
    select ${columns(tx)}, b.closed_at is not null as closed from branches b join areas a on a.code = b.area_code
     where b.id = ${branchId} and has_role(${me}, '{communityAdmin}', b.area_code) for update of b`
  return row
}

/** Locks the branch that `me` leads. */
export async function lockLed(tx: Tx, me: number): Promise<Branch | undefined> {
  const [row] = await tx<Branch[]>`
    select ${columns(tx)} from branches b join areas a on a.code = b.area_code where b.secretary_id = ${me} and b.closed_at is null for update of b`
  return row
}

export interface BranchToSave {
  name: string
  areaCode: string
  secretaryId: number
  committee: boolean
  groups: boolean
  foundedOn: string
}

/** Raises `one_branch_a_name`. */
export async function insertBranch(tx: Tx, b: BranchToSave, me: number, now: Date): Promise<number> {
  const [row] = await tx<{ id: number }[]>`
    insert into branches (name, area_code, secretary_id, committee, groups, founded_on, created_by, created_at, changed_at)
    values (${b.name}, ${b.areaCode}, ${b.secretaryId}, ${b.committee}, ${b.groups}, ${b.foundedOn}::date, ${me}, ${now}, ${now}) returning id`
  return row?.id ?? 0
}

export async function updateBranch(tx: Tx, branchId: number, b: BranchToSave, now: Date): Promise<void> {
  await tx`
    update branches set name = ${b.name}, area_code = ${b.areaCode}, secretary_id = ${b.secretaryId}, committee = ${b.committee}, groups = ${b.groups},
           founded_on = ${b.foundedOn}::date, changed_at = ${now}
     where id = ${branchId}`
}

export async function setClosed(tx: Tx, branchId: number, reason: string, day: string, now: Date): Promise<void> {
  await tx`
    update branch_members set until_on = greatest(since_on, ${day}::date) where branch_id = ${branchId} and until_on is null`
  await tx`
    update branches set secretary_id = null, closed_at = ${now}, close_reason = ${reason}, changed_at = ${now} where id = ${branchId}`
}

export interface NewMember {
  branchId: number
  personId: number
  post: 'committee' | 'member'
  floating: boolean
  sinceOn: string
}

/** Returns the number under which he is a party member. Raises `one_live_branch_a_member` and `one_branch_a_member`. */
export async function insertMember(tx: Tx, m: NewMember, me: number, now: Date): Promise<number> {
  const [row] = await tx<{ memberId: number }[]>`
    insert into branch_members (branch_id, member_id, post, floating, since_on, entered_by, entered_at)
    values (${m.branchId}, member_of(${m.personId}), ${m.post}, ${m.floating}, ${m.sinceOn}::date, ${me}, ${now})
    returning member_id as "memberId"`
  return row?.memberId ?? 0
}

/** Who has this number and is a party member of the area; undefined for everybody else. */
export async function selectPartyMemberByPhone(
  sql: Sql,
  phoneHashes: readonly Buffer[],
  areaCode: string,
): Promise<number | undefined> {
  const [row] = await sql<{ id: number }[]>`
    select p.id from people p
     where p.phone_hash = any (${phoneHashes as Buffer[]}::bytea[]) and p.openid is not null and p.deleted_at is null
       and has_role(p.id, '{partyMember}', ${areaCode}) limit 1`
  return row?.id
}

export async function countMembers(tx: Tx, branchId: number): Promise<number> {
  const [row] = await tx<{ n: number }[]>`
    select count(*)::int as n from branch_members where branch_id = ${branchId} and until_on is null`
  return row?.n ?? 0
}

/** Locks somebody's living membership of a branch. */
export async function lockMember(tx: Tx, branchId: number, personId: number) {
  const [row] = await tx<{ memberId: number; post: 'committee' | 'member'; floating: boolean; sinceOn: string }[]>`
    select member_id as "memberId", post, floating, since_on::text as "sinceOn" from branch_members
     where branch_id = ${branchId} and member_id = member_of(${personId}) and until_on is null for update`
  return row
}

export async function updateMember(
  tx: Tx,
  branchId: number,
  personId: number,
  to: { post: 'committee' | 'member'; floating: boolean; untilOn: string | null },
): Promise<void> {
  await tx`
    update branch_members set post = ${to.post}, floating = ${to.floating}, until_on = ${to.untilOn}::date
     where branch_id = ${branchId} and member_id = member_of(${personId}) and until_on is null`
}

/**
 * The secretary answers for the hubs of his members above their hosts, where nobody does yet or the secretary before him did; never for his own. Whose hub has no such lead any
 * more goes up to the community.
 */
export async function leadHubs(tx: Tx, branchId: number, formerId: number | null): Promise<void> {
  await tx`
    update hubs h set branch_lead_id = case when b.secretary_id <> h.host_id then b.secretary_id end
      from branches b join branch_members m on m.branch_id = b.id and m.until_on is null
     where b.id = ${branchId} and h.host_id = person_of_member(m.member_id) and h.closed_at is null
       and (h.branch_lead_id is null or h.branch_lead_id = ${formerId}::bigint)`
}
