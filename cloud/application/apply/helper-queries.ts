import { tell } from '../../inbox/tell'
import type { Tx } from '../../platform/database'
import type { Application } from '../life/queries'

/** Statements about helpers (帮办代办). */

export interface Helper {
  personId: number
  name: string
  kind: 'family' | 'volunteer' | 'gridWorker'
}

/** Who helps with an application now. */
export async function selectOptionalHelper(tx: Tx, applicationId: number) {
  const [row] = await tx<{ personId: number; name: string }[]>`
    select h.helper_id as "personId", p.nickname as name from application_helpers h join people p on p.id = h.helper_id
     where h.application_id = ${applicationId} and h.ended_at is null and h.until_at > now()`
  return row
}

/** The person behind a phone number, and in which capacity they can help the applicant. */
export async function selectOptionalByPhone(
  tx: Tx,
  phoneHashes: readonly Buffer[],
  applicantId: number,
): Promise<Helper | undefined> {
  const [row] = await tx<Helper[]>`
    select p.id as "personId", p.nickname as name,
           case when exists (select from role_grants g where g.person_id = p.id and g.role = 'gridWorker' and g.revoked_at is null) then 'gridWorker'
                when exists (select from role_grants g where g.person_id = p.id and g.role = 'volunteer' and g.revoked_at is null) then 'volunteer'
                else 'family' end as kind
      from people p where p.phone_hash = any (${phoneHashes}::bytea[]) and p.deleted_at is null and p.id <> ${applicantId}`
  return row
}

/** The grid worker nearest to where the applicant lives who has the fewest to help. */
export async function selectOptionalGridWorker(
  tx: Tx,
  areaCode: string,
  applicantId: number,
): Promise<Helper | undefined> {
  const [row] = await tx<Helper[]>`
    select p.id as "personId", p.nickname as name, 'gridWorker' as kind
      from role_grants g join people p on p.id = g.person_id
     where g.role = 'gridWorker' and g.revoked_at is null and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
       and (starts_with(g.area_code, ${areaCode}) or starts_with(${areaCode}, g.area_code)) and p.id <> ${applicantId} and p.deleted_at is null
     order by (select count(*) from application_helpers h where h.helper_id = p.id and h.ended_at is null), p.id limit 1`
  return row
}

export async function insertHelper(
  tx: Tx,
  applicationId: number,
  helper: Helper,
  at: Date,
  until: Date,
): Promise<void> {
  // A consent that ran out by itself makes room for the next one.
  await tx`update application_helpers set ended_at = until_at where application_id = ${applicationId} and ended_at is null and until_at <= now()`
  await tx`
    insert into application_helpers (application_id, helper_id, kind, consent_at, until_at)
    values (${applicationId}, ${helper.personId}, ${helper.kind}, ${at}, ${until})`
}

/** Ends the consent; returns whose it was. */
export async function endHelper(tx: Tx, applicationId: number, at: Date): Promise<number | undefined> {
  const [row] = await tx<{ id: number }[]>`
    update application_helpers set ended_at = ${at} where application_id = ${applicationId} and ended_at is null returning helper_id as id`
  return row?.id
}

export async function tellHelper(tx: Tx, personId: number, a: Application): Promise<void> {
  await tell(tx, [
    {
      personId,
      kind: 'helpAsked',
      facts: { applicationId: a.applicationId, title: a.itemName, personName: a.applicantName },
    },
  ])
}
