import { createHash } from 'node:crypto'
import type { Sql } from '../platform/database'

export type Verdict =
  | { ok: true; sealed: number; unsealed: number }
  /** The first place where the chain does not hold. */
  | { ok: false; position: number; auditId: number | null; problem: string }

interface SealRow {
  position: number
  auditId: number
  hash: Buffer
  digest: Buffer | null
}

/**
 * Proves the hash chain over the audit log from its first row on, and names the first broken, missing or reordered row. Rows not
 * yet sealed are fine for half an hour; after that a missing seal is a finding.
 */
export async function verifyAudit(sql: Sql): Promise<Verdict> {
  let chain: Buffer = Buffer.alloc(32)
  let expected = 1
  for await (const batch of sealedRows(sql)) {
    for (const { position, auditId, hash, digest } of batch) {
      const broken = (problem: string): Verdict => ({ ok: false, position: expected, auditId, problem })
      if (position !== expected)
        return { ok: false, position: expected, auditId: null, problem: `seal ${expected} is missing` }
      if (digest === null) return broken(`audit row ${auditId} is missing`)
      chain = createHash('sha256').update(chain).update(digest).digest()
      if (!chain.equals(hash)) return broken(`audit row ${auditId} was changed, or the chain before it was`)
      expected += 1
    }
  }
  const [rest] = await sql<{ unsealed: number; late: number | null }[]>`
    select count(*)::int as unsealed, min(l.id) filter (where l.at < now() - interval '30 minutes') as late
      from audit_log l where not exists (select from audit_seals s where s.audit_id = l.id)`
  if (rest?.late != null)
    return {
      ok: false,
      position: expected,
      auditId: rest.late,
      problem: `audit row ${rest.late} was never sealed, or its seal is missing`,
    }
  return { ok: true, sealed: expected - 1, unsealed: rest?.unsealed ?? 0 }
}

/** All seals with the digests of their rows, a thousand at a time: the log may be larger than memory. */
async function* sealedRows(sql: Sql): AsyncGenerator<SealRow[]> {
  for (let after = -1; ; ) {
    const rows = await sql<SealRow[]>`
      select s.position, s.audit_id as "auditId", s.hash, case when l.id is not null then audit_digest(l) end as digest
        from audit_seals s left join audit_log l on l.id = s.audit_id
       where s.position > ${after} order by s.position limit 1000`
    const last = rows.at(-1)
    if (!last) return
    yield rows
    after = last.position
  }
}
