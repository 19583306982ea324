import type { Role } from '../../types/operation'
import { recordAudit } from '../audit/record'
import { tell } from '../inbox/tell'
import { blindIndexes, type Keys } from '../platform/crypto'
import type { Tx } from '../platform/database'
import * as grantQueries from './grant-queries'
import * as queries from './queries'
import { selectOptionalPersonByOpenid } from './sessions/queries'

export interface ConsoleGrant {
  /** A phone number (1…, 11 digits), an openid, or `id:<number>`. */
  person: string
  role: Role
  areaCode: string
  from?: Date
  until?: Date
}

/**
 * Grants a role from the operator's console: how the first communityAdmin of a county comes to be. Audited as `console.grant`.
 * Throws a sentence for the operator when the person or the area is unknown.
 */
export async function grantFromConsole(
  tx: Tx,
  keys: Keys,
  grant: ConsoleGrant,
): Promise<{ grantId: number; nickname: string; areaName: string }> {
  const person = await findPerson(tx, keys, grant.person)
  if (!person) throw new Error(`Nobody is known as ${grant.person}. They must have signed in once.`)
  const made = await grantQueries.insertGrant(tx, {
    granterId: null,
    personId: person.personId,
    role: grant.role,
    areaCode: grant.areaCode,
    validFrom: grant.from,
    validUntil: grant.until ?? null,
  })
  if (!made) throw new Error(`There is no area ${grant.areaCode} in this county.`)
  await tell(tx, [
    { personId: person.personId, kind: 'roleGranted', facts: { role: grant.role, areaName: made.areaName } },
  ])
  await recordAudit(tx, [
    {
      personId: null,
      operation: 'console.grant',
      requestId: null,
      target: `grant:${made.grantId}`,
      areaCode: grant.areaCode,
      after: grantFacts(grant.role, person.personId),
    },
  ])
  return { grantId: made.grantId, nickname: person.nickname, areaName: made.areaName }
}

/** What the audit log says of a grant. Of the role 党员 not whose it is: the grant's own row knows, under seal. */
export const grantFacts = (role: Role, personId: number): { personId?: number; role: Role } =>
  role === 'partyMember' ? { role } : { personId, role }

export interface RoleInArea {
  /** Who grants or ends it. */
  byId: number
  personId: number
  role: Role
  areaCode: string
}

/**
 * Grants a role because something else was decided (a volunteer was taken in); the caller tells the person and audits. One that is held already stays.
 * False when `byId` does not administer the area.
 */
export async function grantRoleIn(tx: Tx, { byId, personId, role, areaCode }: RoleInArea): Promise<boolean> {
  if (await grantQueries.hasGrant(tx, personId, role, areaCode)) return true
  return (await grantQueries.insertGrant(tx, { granterId: byId, personId, role, areaCode })) !== undefined
}

/** Ends a role because something else ended; whoever calls has seen that it may. */
export async function endRoleIn(tx: Tx, { byId, personId, role, areaCode }: RoleInArea): Promise<void> {
  await grantQueries.revokeGrantsOf(tx, byId, personId, role, areaCode)
}

async function findPerson(
  tx: Tx,
  keys: Keys,
  name: string,
): Promise<{ personId: number; nickname: string } | undefined> {
  if (/^1\d{10}$/.test(name)) return queries.selectOptionalByPhone(tx, blindIndexes(keys.lookup, name))
  const byId = /^id:(\d{1,15})$/.exec(name)?.[1]
  if (byId) {
    const me = (await queries.personExists(tx, Number(byId))) ? await queries.selectMe(tx, Number(byId)) : undefined
    return me && { personId: me.personId, nickname: me.nickname }
  }
  const row = await selectOptionalPersonByOpenid(tx, name)
  return row && { personId: row.id, nickname: row.nickname }
}
