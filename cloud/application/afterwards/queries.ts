import type { Sql, Tx } from '../../platform/database'

/** Statements about ratings, call-backs and appeals. */

export async function selectOptionalRating(tx: Tx, applicationId: number) {
  const [row] = await tx<{ level: number; ratedAt: Date }[]>`
    select level, rated_at as "ratedAt" from application_ratings where application_id = ${applicationId}`
  return row
}

export async function insertRating(
  tx: Tx,
  applicationId: number,
  level: number,
  words: string,
  now: Date,
): Promise<void> {
  await tx`
    insert into application_ratings (application_id, level, words, rated_at, changed_at)
    values (${applicationId}, ${level}, ${words}, ${now}, ${now})`
}

export async function updateRating(
  tx: Tx,
  applicationId: number,
  level: number,
  words: string,
  now: Date,
): Promise<void> {
  await tx`
    update application_ratings set level = ${level}, words = ${words}, changed_at = ${now} where application_id = ${applicationId}`
}

/** Opens the call-back of a poor rating, once; returns its deadline, also when it was open already. */
export async function openCallBack(
  tx: Tx,
  applicationId: number,
  ownerId: number,
  dueAt: Date,
  now: Date,
): Promise<Date> {
  await tx`
    insert into rating_call_backs (application_id, owner_id, due_at, opened_at)
    values (${applicationId}, ${ownerId}, ${dueAt}, ${now}) on conflict (application_id) do nothing`
  const [row] = await tx<{ dueAt: Date }[]>`
    select due_at as "dueAt" from rating_call_backs where application_id = ${applicationId}`
  return row?.dueAt ?? dueAt
}

export async function appealExists(sql: Sql, applicationId: number): Promise<boolean> {
  const [row] = await sql`select from application_appeals where application_id = ${applicationId}`
  return row !== undefined
}

export async function insertAppeal(
  tx: Tx,
  applicationId: number,
  words: string,
  dueAt: Date,
  now: Date,
): Promise<number> {
  const [row] = await tx<{ id: number }[]>`
    insert into application_appeals (application_id, words, at, due_at) values (${applicationId}, ${words}, ${now}, ${dueAt}) returning id`
  return row?.id ?? 0
}
