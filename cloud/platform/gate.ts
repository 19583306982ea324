import * as v from 'valibot'
import type { AnyOperation } from '../../types/operation'
import { decode } from './codec'
import { type FieldProblem, InvalidInput, NotAllowed, NotSignedIn } from './fault'
import type { Caller } from './operations'

/** Lets a caller through to an operation, or throws NotSignedIn or NotAllowed. Which area is the operation's SQL to check. */
export function authorise(op: AnyOperation, who: Caller | null): void {
  if (op.access === 'anyone') return
  if (!who) throw new NotSignedIn()
  if (op.access === 'signedIn') return
  const allowed = op.access
  if (!who.grants.some((g) => allowed.includes(g.role))) throw new NotAllowed()
}

/** Validates a raw body; throws InvalidInput naming every field at fault. */
export function validate(op: AnyOperation, body: unknown): unknown {
  const raw = decode(body ?? {})
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw))
    throw new InvalidInput([{ path: '', problem: '请求内容不对' }])
  // The app gives every call an id, so that it need not carry the contract to know which of them write; a read has no use for it.
  const { requestId: _, ...read } = raw as Record<string, unknown>
  const result = v.safeParse(op.input, op.writes ? raw : read)
  if (result.success) return result.output
  throw new InvalidInput(result.issues.map(fieldProblem))
}

function fieldProblem(issue: v.BaseIssue<unknown>): FieldProblem {
  const path = v.getDotPath(issue) ?? ''
  if (issue.type === 'strict_object' && issue.expected === 'never') return { path, problem: '不认识的字段' }
  if (issue.received === 'undefined') return { path, problem: '缺少这一项' }
  // Our own messages are Chinese; the library's defaults are not meant for people.
  return {
    path,
    problem: /[\u4e00-\u9fff]/.test(issue.message) ? issue.message : '填得不对',
  }
}
