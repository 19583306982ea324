import type { Statement, Tx } from '../platform/database'
import type { AuditEntry } from '../platform/operations'
import type { AuditRow } from '../platform/write'

export type { AuditRow } from '../platform/write'

/** The statement that appends rows to the audit log (审计日志) in the transaction that made the change: neither exists without the other. */
export function recordAudit(tx: Tx, rows: readonly AuditRow[]): Statement<readonly object[]> {
  const column = <T>(pick: (row: AuditRow) => T) => rows.map(pick)
  const json = (value: object | undefined) => (value === undefined ? null : JSON.stringify(value))
  return tx`
    insert into audit_log (person_id, role, area_code, operation, target, request_id, before, after)
    select * from unnest(${column((r) => r.personId)}::bigint[], ${column((r) => r.role ?? (r.personId === null ? 'system' : 'resident'))}::text[],
                         ${column((r) => r.areaCode ?? null)}::text[], ${column((r) => r.operation)}::text[],
                         ${column((r) => r.target ?? null)}::text[], ${column((r) => r.requestId)}::uuid[],
                         ${column((r) => json(r.before))}::text[]::jsonb[], ${column((r) => json(r.after))}::text[]::jsonb[])`
}

/**
 * Appends what nobody at a keyboard did: a job by the clock, or a push of WeChat's. `work` names it as `capability.job`. What happens by itself
 * and changes no fact about anybody's affairs leaves no row; docs/operations.md lists it.
 */
export async function recordWork(tx: Tx, work: string, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return
  await recordAudit(
    tx,
    entries.map((entry) => ({ ...entry, personId: null, operation: work, requestId: null })),
  )
}
