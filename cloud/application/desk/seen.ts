import type { EventKind } from '../../../types/application'
import type { ItemContent } from '../../../types/catalogue'
import type { Role } from '../../../types/operation'
import { guideFor } from '../../catalogue/guide'
import { selectItemVersion } from '../../catalogue/item'
import type { Sql, Tx } from '../../platform/database'
import { Refusal, refuse } from '../../platform/fault'
import type { AuditEntry, Call, Caller } from '../../platform/operations'
import { found } from '../../platform/serve'
import { isLawful } from '../life/move'
import { type Application, lockApplication } from '../life/queries'
import { hasPart, selectRolesFor } from '../staff/queries'
import { selectDocuments } from '../view/queries'
import * as queries from './queries'
import { actorFor, type Handling, handling } from './rules'

/** A case under lock, as the member of the staff saw it, and in which roles they work on it. */
export interface Seen {
  a: Application
  roles: readonly Role[]
}

interface Wish {
  applicationId: number
  version: number
}

/** Facts of the refusals that any step may meet. */
type Raced =
  | Refusal<{ reason: 'changed' } & queries.LastChange>
  | Refusal<{ reason: 'wrongStatus'; status: Application['status'] }>
  | Refusal<{ reason: 'notYours'; owner: string }>

/**
 * Locks a case for a step of its owner. For whoever does not serve its area it does not exist; the second of two is told who was faster; a step that
 * the life of an application does not have now, and a case that somebody else is responsible for or that one has a part in, are refused.
 */
export async function lockOwned(tx: Tx, who: Caller, wish: Wish, kind: EventKind): Promise<Seen | Raced> {
  const seen = await lockSeen(tx, who, wish, kind)
  if (seen instanceof Refusal) return seen
  const { a } = seen
  if (a.ownerId !== who.personId || (await hasPart(tx, who.personId, a.applicationId)))
    return refuse('notYours', { owner: a.ownerName ?? '' })
  return seen
}

/** The same for a step that somebody other than the owner may take too. */
export async function lockSeen(
  tx: Tx,
  who: Caller,
  wish: Wish,
  kind: EventKind | readonly EventKind[],
  roles: readonly Handling[] = handling,
): Promise<Seen | Raced> {
  const a = found(await lockApplication(tx, wish.applicationId, { as: 'staff', personId: who.personId, roles }))
  if (a.version !== wish.version) return refuse('changed', await queries.selectLastChange(tx, a.applicationId))
  if (![kind].flat().some((k) => isLawful(k, a.status))) return refuse('wrongStatus', { status: a.status })
  return { a, roles: await selectRolesFor(tx, who.personId, a.areaCode) }
}

/** The item of a case as it was when the application was made. */
export async function contentOf(sql: Sql, a: Application): Promise<ItemContent> {
  return found(await selectItemVersion(sql, a.itemCode, a.itemVersion)).content
}

/** What the case needs, and what was handed in last of each. */
export async function documentsOf(sql: Sql, a: Application, content: ItemContent) {
  const [answers, handedIn] = await Promise.all([
    queries.selectAnswers(sql, a.applicationId),
    selectDocuments(sql, a.applicationId),
  ])
  return { wanted: guideFor(content, answers).outcome?.documents ?? content.documents, handedIn }
}

/** What the audit log says of a step. */
export function noteStep(
  call: Call,
  before: Application,
  after: Application,
  role: AuditEntry['role'],
  more = {},
): void {
  call.audit({
    target: `application:${before.applicationId}`,
    areaCode: before.areaCode,
    role,
    before: { status: before.status, ownerId: before.ownerId, deadlineAt: before.deadlineAt },
    after: { status: after.status, ownerId: after.ownerId, deadlineAt: after.deadlineAt, ...more },
  })
}

/** Where a step led, for whoever took it. */
export const moved = ({ version, status }: Application) => ({ version, status })

/** Who takes a step, as the history has it. */
export const by = (kind: EventKind, who: Caller, { roles }: Seen) => ({
  kind,
  actor: actorFor(kind, roles),
  personId: who.personId,
})
