import type { HubCard, hub } from '../../../types/hub'
import { dayOf } from '../../deadlines/working-days'
import { tell } from '../../inbox/tell'
import { endRoleIn, grantRoleIn } from '../../people/grant'
import { areasWithin, hasRole, selectAreaName, selectServedAreas } from '../../people/scope'
import { NotFound, refuse } from '../../platform/fault'
import type { Handlers } from '../../platform/operations'
import { fromCursor, pageSize, toPage } from '../../platform/paging'
import { found } from '../../platform/serve'
import { lockLinks } from '../assign/queries'
import { metresBetween } from '../assign/rules'
import { cardOf } from './card'
import { closeHub } from './close'
import * as queries from './queries'
import { hoursAreSound } from './rules'
import { selectSettings, updateSettings } from './settings-queries'

type HubOperations = Pick<
  Handlers<typeof hub>,
  'hubs' | 'myHub' | 'coverage' | 'hubBoard' | 'saveHub' | 'closeHub' | 'hubSettings' | 'saveHubSettings'
>

const mostCards = 100
const mostInACounty = 2000

interface Place {
  lat: number
  lng: number
}

const nearOf = (row: queries.CardRow, from: Place | undefined, now: Date) => ({
  ...cardOf(row, now),
  metres: from ? Math.round(metresBetween(from, row)) : null,
})

type Near = ReturnType<typeof nearOf>
const byDistance = (a: Near, b: Near) => (a.metres ?? 0) - (b.metres ?? 0) || a.hubId - b.hubId
/** Whether there is anybody to answer, whatever the hour. */
const answers = ({ status, away }: HubCard) => status === 'open' && !away

/** Hubs are seen by everybody and kept by the community. */
export const hubOperations: HubOperations = {
  async hubs(sql, _who, { hubId, areaCode, specialty, lat, lng }, call) {
    const day = dayOf(call.now)
    const here = lat !== undefined && lng !== undefined ? { lat, lng } : undefined
    if (hubId !== undefined) {
      const row = await queries.selectOptionalCard(sql, hubId, day)
      return { rows: row && row.status !== 'closed' ? [nearOf(row, here, call.now)] : [] }
    }
    // All that could be near: a county has a few hundred.
    const rows = await queries.selectCards(
      sql,
      areaCode ?? call.services.countyCode,
      specialty,
      day,
      here ? mostInACounty : mostCards,
    )
    const cards = rows.map((row) => nearOf(row, here, call.now))
    if (here) cards.sort(byDistance)
    return { rows: cards.slice(0, mostCards) }
  },

  async myHub(sql, who, _input, call) {
    const mine = await queries.selectMine(sql, who.personId)
    const { household = null, waiting = null } = mine ?? {}
    const day = dayOf(call.now)
    const from = household ?? undefined
    const row = mine?.hubId ? await queries.selectOptionalCard(sql, mine.hubId, day) : undefined
    const hub = row ? nearOf(row, from, call.now) : null
    const alone = household !== null && (hub === null || !answers(hub))
    const others = alone ? await queries.selectCards(sql, call.services.countyCode, undefined, day, mostInACounty) : []
    const [instead = null] = others
      .map((other) => nearOf(other, from, call.now))
      .filter((other) => other.hubId !== hub?.hubId && answers(other))
      .sort(byDistance)
    return {
      household: household && { ...household, joinedAt: new Date(household.joinedAt) },
      hub,
      instead,
      answerHours: (await selectSettings(sql)).firstAnswerHours,
      waiting: waiting && { ...waiting, askedAt: new Date(waiting.askedAt) },
    }
  },

  async coverage(sql, _who, input, call) {
    return { ...(await queries.selectCoverage(sql, input.areaCode ?? call.services.countyCode)), at: call.now }
  },

  async hubBoard(sql, who, input, call) {
    const served = await selectServedAreas(sql, who.personId, ['gridWorker', 'communityAdmin', 'supervisor'])
    const after = fromCursor(input.cursor, ['number', 'number'])
    const position = after && { beyond: after[0] as number, hubId: after[1] as number }
    const areas = areasWithin(served, input.areaCode)
    const page = toPage(
      await queries.selectBoard(sql, who.personId, areas, position, dayOf(call.now), pageSize + 1),
      (row) => [row.beyond, row.hubId],
    )
    call.audit({ target: 'hubs', after: { read: page.rows.map(({ hubId }) => hubId) } })
    return { ...page, rows: page.rows.map((row) => ({ ...row, ...cardOf(row, call.now), overloaded: row.beyond > 0 })) }
  },

  async saveHub(tx, who, input, call) {
    const { hubId, deputyIds, languages, hours, requestId: _, ...hub } = input
    const may = await queries.selectMayOpen(tx, who.personId, hub.areaCode, hub.hostId)
    if (!may.area) return refuse('outsideYourArea')
    if (!may.member) return refuse('notAPartyMember')
    if (hub.consentOn > dayOf(call.now)) return refuse('consentMissing')
    if (!hoursAreSound(hours)) return refuse('hoursWrong')
    const others = [...new Set(deputyIds)].filter((id) => id !== hub.hostId)
    const lead = hub.branchLeadId === hub.hostId ? null : hub.branchLeadId
    if ((await queries.selectWithoutAccount(tx, lead === null ? others : [...others, lead])).length > 0)
      return refuse('noSuchPerson')
    const dialect = await queries.selectUnknownDialect(tx, languages)
    if (dialect !== undefined) return refuse('unknownDialect', { dialect })
    const before = hubId === undefined ? undefined : found(await queries.lockHub(tx, who.personId, hubId))
    if (before?.status === 'closed') return refuse('alreadyClosed')
    const saved = { ...hub, branchLeadId: lead }
    const id = before?.hubId ?? (await queries.insertHub(tx, saved, who.personId, call.now))
    if (before) await queries.updateHub(tx, id, saved, call.now)
    await queries.replaceParts(tx, id, { deputyIds: others, languages: [...new Set(languages)], hours })
    if (before && (before.hostId !== hub.hostId || before.areaCode !== hub.areaCode))
      await endRoleIn(tx, { byId: who.personId, personId: before.hostId, role: 'hubHost', areaCode: before.areaCode })
    if (before?.hostId !== hub.hostId || before.areaCode !== hub.areaCode) {
      const { areaCode } = hub
      const granted = await grantRoleIn(tx, { byId: who.personId, personId: hub.hostId, role: 'hubHost', areaCode })
      if (!granted) throw new NotFound()
      const areaName = await selectAreaName(tx, areaCode)
      await tell(tx, [{ personId: hub.hostId, kind: 'roleGranted', facts: { role: 'hubHost', areaName } }])
    }
    call.audit({
      target: `hub:${id}`,
      areaCode: hub.areaCode,
      role: 'communityAdmin',
      ...(before ? { before: { hostId: before.hostId, areaCode: before.areaCode, status: before.status } } : {}),
      after: {
        hostId: hub.hostId,
        deputyIds: others,
        branchLeadId: lead,
        status: hub.status,
        consentOn: hub.consentOn,
      },
    })
    return { hubId: id }
  },

  async closeHub(tx, who, input, call) {
    // Before the hub, as everybody does who moves households: two who wait for one another would wait for ever.
    await lockLinks(tx)
    const hub = found(await queries.lockHub(tx, who.personId, input.hubId))
    if (hub.status === 'closed') return refuse('alreadyClosed')
    const { linked, orphaned } = await closeHub(tx, hub.hubId, input.reason, call.now)
    await endRoleIn(tx, { byId: who.personId, personId: hub.hostId, role: 'hubHost', areaCode: hub.areaCode })
    const moved = linked.length
    call.audit({
      target: `hub:${hub.hubId}`,
      areaCode: hub.areaCode,
      role: 'communityAdmin',
      before: { status: hub.status, households: hub.households },
      after: { status: 'closed', reason: input.reason, moved, orphaned: orphaned.length },
    })
    return { moved, orphaned: orphaned.length }
  },

  async hubSettings(sql, who, _input, call) {
    const [settings, mayChange] = await Promise.all([
      selectSettings(sql),
      hasRole(sql, who.personId, ['communityAdmin'], call.services.countyCode),
    ])
    return { ...settings, mayChange }
  },

  async saveHubSettings(tx, who, input, call) {
    const { requestId: _, ...to } = input
    const areaCode = call.services.countyCode
    if (!(await hasRole(tx, who.personId, ['communityAdmin'], areaCode))) return refuse('outsideYourArea')
    const before = await selectSettings(tx)
    await updateSettings(tx, to)
    call.audit({ target: 'hubSettings', areaCode, role: 'communityAdmin', before, after: to })
    return {}
  },
}
