import type { Statement, Tx } from '../platform/database'
import type { AuditRow } from '../platform/write'

export type { AuditRow } from '../platform/write'

/** The statement that appends rows to the audit log (审计日志) in the transaction that made the change: neither exists without the other. */
export function recordAudit(tx: Tx, rows: readonly AuditRow[]): Statement<readonly object[]> {
  const column = <T>(pick: (row: AuditRow) => T) => rows.map(pick)
  const json = (value: object | undefined) => (value === undefined ? null : JSON.stringify(value))
  return tx`
    insert into audit_log (person_id, role, area_code, operation, target, request_id, before, after)
    select * from unnest(${column((r) => r.personId)}::bigint[], ${column((r) => r.role ?? 'resident')}::text[],
                         ${column((r) => r.areaCode ?? null)}::text[], ${column((r) => r.operation)}::text[],
                         ${column((r) => r.target ?? null)}::text[], ${column((r) => r.requestId)}::uuid[],
                         ${column((r) => json(r.before))}::text[]::jsonb[], ${column((r) => json(r.after))}::text[]::jsonb[])`
}
