import type { DisputeSide } from '../../../types/volunteer'
import type { Sql, Tx } from '../../platform/database'

/** Records of what both sides agreed on. */

export interface RecordRow {
  recordId: number
  version: number
  wordsCipher: Buffer
  writtenAt: Date
  writtenByName: string
  confirmations: { side: DisputeSide; at: Date }[]
}

/** Every version with whoever confirmed it, the newest first. */
export async function selectRecords(sql: Sql, helpRequestId: number): Promise<RecordRow[]> {
  const rows = await sql<(Omit<RecordRow, 'confirmations'> & { sides: DisputeSide[] | null; ats: Date[] })[]>`
    select r.id as "recordId", r.version, r.words_cipher as "wordsCipher", r.written_at as "writtenAt",
           coalesce((select v.name from volunteers v where v.person_id = r.written_by), '') as "writtenByName", c.sides, c.ats
      from mediation_records r
      left join lateral (select array_agg(side order by at, side) as sides, array_agg(at order by at, side) as ats
                           from mediation_confirmations where record_id = r.id) c on true
     where r.request_id = ${helpRequestId} order by r.version desc`
  return rows.map(({ sides, ats, ...row }) => ({
    ...row,
    confirmations: (sides ?? []).map((side, i) => ({ side, at: ats[i] as Date })),
  }))
}

export async function insertRecord(
  tx: Tx,
  r: { helpRequestId: number; version: number; wordsCipher: Buffer; by: number },
  now: Date,
): Promise<void> {
  await tx`
    insert into mediation_records (request_id, version, words_cipher, written_by, written_at)
    values (${r.helpRequestId}, ${r.version}, ${r.wordsCipher}, ${r.by}, ${now})`
}

export async function insertConfirmation(
  tx: Tx,
  recordId: number,
  side: DisputeSide,
  personId: number,
  now: Date,
): Promise<void> {
  await tx`insert into mediation_confirmations (record_id, side, person_id, at) values (${recordId}, ${side}, ${personId}, ${now})`
}
