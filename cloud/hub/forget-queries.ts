import type { Tx } from '../platform/database'

/** Hubs that a person is the host of, locked. */
export async function lockHubsOf(tx: Tx, personId: number): Promise<{ hubId: number }[]> {
  return tx<{ hubId: number }[]>`
    select id as "hubId" from hubs where host_id = ${personId} and closed_at is null order by id for update`
}

/** Takes a person out of every hub as deputy and as the branch's lead. */
export async function removeFromHubs(tx: Tx, personId: number): Promise<void> {
  await tx`delete from hub_deputies where person_id = ${personId}`
  await tx`update hubs set branch_lead_id = null where branch_lead_id = ${personId}`
}

/** Heads of hubs bear the name of a family: it goes with the account. */
export async function renameHubsOf(tx: Tx, personId: number, name: string): Promise<void> {
  await tx`update hubs set name = ${name}, place = ${name} where host_id = ${personId}`
}
