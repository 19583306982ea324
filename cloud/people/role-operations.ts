import type { people } from '../../types/people'
import { tell } from '../inbox/tell'
import { blindIndexes } from '../platform/crypto'
import { refuse } from '../platform/fault'
import type { Handlers } from '../platform/operations'
import { idAfter, pageSize, toPage } from '../platform/paging'
import { found } from '../platform/serve'
import { grantFacts } from './grant'
import * as grantQueries from './grant-queries'
import * as queries from './queries'
import { periodIsSound } from './rules'
import { areasWithin, hasRole, selectServedAreas } from './scope'

type RoleOperations = Pick<
  Handlers<typeof people>,
  'enrolResident' | 'grants' | 'findByPhone' | 'grantRole' | 'revokeRole'
>

/** What staff do with people: enrol, look up, grant and revoke, always inside their own area. */
export const roleOperations: RoleOperations = {
  async enrolResident(tx, who, input, call) {
    if (!(await hasRole(tx, who.personId, ['gridWorker', 'communityAdmin'], input.areaCode)))
      return refuse('outsideYourArea')
    const community = found(await queries.selectAreaName(tx, input.areaCode))
    const personId = await queries.insertDependant(tx, who.personId, input.name, input.areaCode)
    call.audit({ target: `person:${personId}`, areaCode: input.areaCode, role: 'gridWorker' })
    return { personId, name: input.name, relation: null, community }
  },

  async grants(sql, who, input, call) {
    const served = await selectServedAreas(sql, who.personId, ['communityAdmin', 'supervisor'])
    const rows = await grantQueries.selectGrants(
      sql,
      who.personId,
      areasWithin(served, input.areaCode),
      idAfter(input.cursor),
      pageSize + 1,
    )
    const page = toPage(rows, (row) => [row.grantId])
    const members = page.rows.filter((row) => row.role === 'partyMember')
    if (members.length > 0)
      call.audit({ target: 'grants', after: { read: 'partyMembers', of: members.map(({ grantId }) => grantId) } })
    return page
  },

  async findByPhone(sql, _who, input, call) {
    const person = await queries.selectOptionalByPhone(sql, blindIndexes(call.services.keys.lookup, input.phone))
    if (person) call.audit({ target: `person:${person.personId}`, role: 'communityAdmin', after: { read: 'byPhone' } })
    return { person: person ?? null }
  },

  async grantRole(tx, who, input, call) {
    const validFrom = input.validFrom ?? call.now
    if (!periodIsSound(validFrom, input.validUntil)) return refuse('endsBeforeItBegins')
    if (!(await hasRole(tx, who.personId, ['communityAdmin'], input.areaCode))) return refuse('outsideYourArea')
    const grant = await grantQueries.insertGrant(tx, { ...input, granterId: who.personId })
    if (!grant)
      return (await queries.personExists(tx, input.personId)) ? refuse('outsideYourArea') : refuse('noSuchPerson')
    await tell(tx, [
      { personId: input.personId, kind: 'roleGranted', facts: { role: grant.role, areaName: grant.areaName } },
    ])
    const { validFrom: from, validUntil: until } = grant
    const after = { ...grantFacts(grant.role, input.personId), validFrom: from, validUntil: until }
    call.audit({ target: `grant:${grant.grantId}`, areaCode: input.areaCode, role: 'communityAdmin', after })
    return grant
  },

  async revokeRole(tx, who, input, call) {
    const revoked = await grantQueries.revokeGrant(tx, who.personId, input.grantId)
    if (!revoked) {
      found((await grantQueries.grantExists(tx, input.grantId)) || undefined)
      return refuse('outsideYourArea')
    }
    call.audit({
      target: `grant:${input.grantId}`,
      areaCode: revoked.areaCode,
      role: 'communityAdmin',
      before: grantFacts(revoked.role, revoked.personId),
    })
    return {}
  },
}
