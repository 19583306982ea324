import type { Sql, Tx } from '../../platform/database'
import type { FoundSession } from '../../platform/identity'

/** Statements about signing in and sessions. */

export interface PersonRow {
  id: number
  nickname: string
  createdAt: Date
}

/** The living sessions behind token hashes, in their order, with the roles each person holds now; undefined where one ended or never was. */
export async function selectSessionsByToken(
  sql: Sql,
  tokenHashes: readonly Buffer[],
): Promise<(FoundSession | undefined)[]> {
  const wanted = tokenHashes.map((hash) => hash.toString('hex'))
  const rows = await sql<(FoundSession & { token: string })[]>`
    select k.token, s.id as "sessionId", s.person_id as "personId", s.expires_at as "expiresAt", p.openid,
           coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'areaCode', g.area_code))
                       from grants_of(p.id) g
                      where g.revoked_at is null and g.valid_from <= now()
                        and (g.valid_until is null or g.valid_until > now())), '[]') as grants
      from unnest(${wanted}::text[]) as k (token)
      join sessions s on s.token_hash = decode(k.token, 'hex')
      join people p on p.id = s.person_id
     where s.revoked_at is null and s.expires_at > now() and p.deleted_at is null`
  const found = new Map(rows.map(({ token, ...session }) => [token, session]))
  return wanted.map((token) => found.get(token))
}

/** Notes that these sessions were used. */
export async function touchSessions(sql: Sql, sessionIds: number[]): Promise<void> {
  await sql`update sessions set last_seen_at = now() where id = any (${sessionIds}::bigint[])`
}

/** The person with this openid, if there is one. */
export async function selectOptionalPersonByOpenid(tx: Tx, openid: string): Promise<PersonRow | undefined> {
  const [row] = await tx<
    PersonRow[]
  >`select id, nickname, created_at as "createdAt" from people where openid = ${openid}`
  return row
}

/** Makes a person for an openid. Undefined when a twin of this request made it a moment ago. */
export async function insertPerson(
  tx: Tx,
  openid: string,
  unionid: string | undefined,
  nickname: string,
): Promise<PersonRow | undefined> {
  const [row] = await tx<PersonRow[]>`
    insert into people (openid, unionid, nickname) values (${openid}, ${unionid ?? null}, ${nickname})
    on conflict (openid) do nothing returning id, nickname, created_at as "createdAt"`
  return row
}

export async function selectPerson(sql: Sql, personId: number): Promise<PersonRow> {
  const [row] = await sql<
    PersonRow[]
  >`select id, nickname, created_at as "createdAt" from people where id = ${personId}`
  if (!row) throw new Error(`person ${personId} vanished`)
  return row
}

/** Opens a session of 30 days. */
export async function insertSession(tx: Tx, personId: number, tokenHash: Buffer, client: string): Promise<void> {
  await tx`
    insert into sessions (token_hash, person_id, client, expires_at)
    values (${tokenHash}, ${personId}, ${client}, now() + interval '30 days')`
}

/** Ends a session of this person. False when it is not theirs or has ended. */
export async function endSession(tx: Tx, personId: number, sessionId: number): Promise<boolean> {
  const ended = await tx`
    update sessions set revoked_at = now() where id = ${sessionId} and person_id = ${personId} and revoked_at is null`
  return ended.count > 0
}

/** Ends all sessions of a person but one (none is kept when `except` is absent). */
export async function endSessions(tx: Tx, personId: number, except?: number): Promise<void> {
  await tx`
    update sessions set revoked_at = now()
     where person_id = ${personId} and revoked_at is null and id is distinct from ${except ?? null}`
}

export async function selectSessions(sql: Sql, personId: number, currentId: number) {
  return sql<
    { sessionId: number; client: string; createdAt: Date; lastSeenAt: Date; expiresAt: Date; current: boolean }[]
  >`
    select id as "sessionId", client, created_at as "createdAt", last_seen_at as "lastSeenAt", expires_at as "expiresAt",
           id = ${currentId} as current
      from sessions where person_id = ${personId} and revoked_at is null and expires_at > now() order by id desc limit 50`
}

export interface DeskPassword {
  personId: number
  passwordHash: string
  lockedUntil: Date | null
}

/** The desk password behind a user name, locked against parallel guesses. */
export async function lockOptionalDeskPassword(tx: Tx, username: string): Promise<DeskPassword | undefined> {
  const [row] = await tx<DeskPassword[]>`
    select d.person_id as "personId", d.password_hash as "passwordHash", d.locked_until as "lockedUntil"
      from desk_passwords d join people p on p.id = d.person_id and p.deleted_at is null
     where d.username = ${username} for update of d`
  return row
}

/** Counts a wrong password; the fifth in a row locks the account for 15 minutes. */
export async function countFailure(tx: Tx, personId: number): Promise<void> {
  await tx`
    update desk_passwords
       set failures = case when failures >= 4 then 0 else failures + 1 end,
           locked_until = case when failures >= 4 then now() + interval '15 minutes' else locked_until end
     where person_id = ${personId}`
}

export async function clearFailures(tx: Tx, personId: number): Promise<void> {
  await tx`update desk_passwords set failures = 0, locked_until = null where person_id = ${personId}`
}

/** Sets user name and password; the unique user name may raise `desk_passwords_username_key`. */
export async function upsertDeskPassword(
  tx: Tx,
  personId: number,
  username: string,
  passwordHash: string,
): Promise<void> {
  await tx`
    insert into desk_passwords (person_id, username, password_hash) values (${personId}, ${username}, ${passwordHash})
    on conflict (person_id) do update
      set username = excluded.username, password_hash = excluded.password_hash, failures = 0, locked_until = null, changed_at = now()`
}

export async function updatePassword(tx: Tx, personId: number, passwordHash: string): Promise<void> {
  await tx`update desk_passwords set password_hash = ${passwordHash}, changed_at = now() where person_id = ${personId}`
}

export async function selectOptionalUsername(tx: Tx, personId: number): Promise<string | undefined> {
  const [row] = await tx<{ username: string }[]>`select username from desk_passwords where person_id = ${personId}`
  return row?.username
}

/** Forgets sessions that ended long ago. */
export async function deleteOldSessions(tx: Tx): Promise<number> {
  const gone = await tx`delete from sessions where coalesce(revoked_at, expires_at) < now() - interval '180 days'`
  return gone.count
}
