import type { hub } from '../../../types/hub'
import { dayOf } from '../../deadlines/working-days'
import { hasRole } from '../../people/scope'
import { NotFound, refuse } from '../../platform/fault'
import type { Handlers } from '../../platform/operations'
import { found } from '../../platform/serve'
import { selectHubPlaces, selectReach } from '../assign/queries'
import { nearestHubs } from '../assign/rules'
import { cardOf } from './card'
import * as keeping from './keeping-queries'
import { selectOptionalCard } from './queries'

type KeepingOperations = Pick<Handlers<typeof hub>, 'myHubs' | 'hubToEdit' | 'partyMembers' | 'closing'>

const mostMembers = 20

/** What is known before somebody keeps, changes or closes a hub. */
export const keepingOperations: KeepingOperations = {
  async myHubs(sql, who, _input, call) {
    const [hubs, absences] = await Promise.all([
      keeping.selectMyHubs(sql, who.personId),
      keeping.selectAbsences(sql, who.personId, dayOf(call.now)),
    ])
    return { hubs, absences }
  },

  async hubToEdit(sql, who, { hubId }, call) {
    const { closed, ...kept } = found(await keeping.selectOptionalKept(sql, who.personId, hubId))
    const card = found(await selectOptionalCard(sql, hubId, dayOf(call.now)))
    if (closed) throw new NotFound()
    const { areaCode, host } = kept
    call.audit({ target: `hub:${hubId}`, areaCode, role: 'communityAdmin', after: { read: 'host', of: host.personId } })
    return { ...cardOf(card, call.now), ...kept }
  },

  async partyMembers(sql, who, { areaCode, search }, call) {
    if (!(await hasRole(sql, who.personId, ['communityAdmin'], areaCode))) return refuse('outsideYourArea')
    const rows = await keeping.selectPartyMembers(sql, areaCode, search, mostMembers)
    const after = { read: 'partyMembers', of: rows.map(({ memberId }) => memberId) }
    call.audit({ target: `area:${areaCode}`, areaCode, role: 'communityAdmin', after })
    return { rows: rows.map(({ memberId: _, ...row }) => row) }
  },

  async closing(sql, who, { hubId }) {
    const kept = found(await keeping.selectOptionalKept(sql, who.personId, hubId))
    if (kept.closed) return refuse('alreadyClosed')
    const [leaving, hubs, reach, contacts] = await Promise.all([
      keeping.selectLeaving(sql, hubId),
      selectHubPlaces(sql, ''),
      selectReach(sql),
      keeping.countOwed(sql, hubId),
    ])
    const others = hubs.filter((one) => one.hubId !== hubId)
    const links = nearestHubs(leaving, others, reach)
    const to = others.flatMap((one) => {
      const here = links.filter((link) => link.hubId === one.hubId)
      if (here.length === 0) return []
      const farthestMetres = Math.max(...here.map(({ metres }) => metres))
      return [{ hubId: one.hubId, name: one.name, households: here.length, farthestMetres }]
    })
    return { to, orphaned: leaving.length - links.length, contacts }
  },
}
