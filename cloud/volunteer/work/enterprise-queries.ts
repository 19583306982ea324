import type { Sql, Tx } from '../../platform/database'

/** Enterprises. Every statement is limited to who may. */

const enterpriseColumns = (sql: Sql) => sql`
  e.id as "enterpriseId", e.name, e.about, e.area_code as "areaCode", r.name as "areaName", p.nickname as "contactName", e.verified_at as "verifiedAt"
  from enterprises e join areas r on r.code = e.area_code join people p on p.id = e.contact_id`

export interface EnterpriseRow {
  enterpriseId: number
  name: string
  about: string
  areaCode: string
  areaName: string
  contactName: string
  verifiedAt: Date | null
}

export const selectMyEnterprises = (sql: Sql, me: number) =>
  sql<EnterpriseRow[]>`select ${enterpriseColumns(sql)} where e.contact_id = ${me} order by e.id`

export const selectToVerify = (sql: Sql, areas: readonly string[], after: number, limit: number) =>
  sql<EnterpriseRow[]>`
    select ${enterpriseColumns(sql)} where e.verified_at is null and e.area_code ^@ any (${areas as string[]}::text[]) and e.id > ${after} order by e.id limit ${limit}`

/** Undefined where I do not organise. */
export async function insertEnterprise(
  tx: Tx,
  me: number,
  e: { name: string; about: string; areaCode: string },
  now: Date,
): Promise<number | undefined> {
  const [row] = await tx<{ id: number }[]>`
    insert into enterprises (name, about, area_code, contact_id, created_at)
    select ${e.name}, ${e.about}, code, ${me}, ${now} from areas where code = ${e.areaCode} and length(code) >= 12 and has_role(${me}, '{organiser}', code)
    returning id`
  return row?.id
}

/** A new name or place has to be verified anew. */
export async function updateEnterprise(
  tx: Tx,
  me: number,
  e: { enterpriseId: number; name: string; about: string; areaCode: string },
): Promise<number | undefined> {
  const [row] = await tx<{ id: number }[]>`
    update enterprises set name = ${e.name}, about = ${e.about}, area_code = ${e.areaCode},
           verified_by = case when name = ${e.name} and area_code = ${e.areaCode} then verified_by end,
           verified_at = case when name = ${e.name} and area_code = ${e.areaCode} then verified_at end
     where id = ${e.enterpriseId} and contact_id = ${me} and length(${e.areaCode}) >= 12 and has_role(${me}, '{organiser}', ${e.areaCode}) returning id`
  return row?.id
}

export async function lockEnterprise(
  tx: Tx,
  enterpriseId: number,
  by: { contact: number } | { admin: number },
): Promise<EnterpriseRow | undefined> {
  const [row] = await tx<EnterpriseRow[]>`
    select ${enterpriseColumns(tx)} where e.id = ${enterpriseId}
       and ${'contact' in by ? tx`e.contact_id = ${by.contact} and has_role(${by.contact}, '{organiser}', e.area_code)` : tx`has_role(${by.admin}, '{communityAdmin}', e.area_code)`}
       for update of e`
  return row
}

export const setVerified = async (tx: Tx, enterpriseId: number, by: number, now: Date): Promise<void> => {
  await tx`update enterprises set verified_by = ${by}, verified_at = ${now} where id = ${enterpriseId}`
}
