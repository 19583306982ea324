import { type volunteer, workLimits } from '../../../types/volunteer'
import { dayOf } from '../../deadlines/working-days'
import { tell } from '../../inbox/tell'
import { selectServedAreas } from '../../people/scope'
import type { Tx } from '../../platform/database'
import { NotFound, refuse } from '../../platform/fault'
import type { Call, Caller, Handlers } from '../../platform/operations'
import { idAfter, pageSize, toPage } from '../../platform/paging'
import { found } from '../../platform/serve'
import { selectOptionalPlace, selectUnknown } from '../ask/queries'
import * as enterprises from './enterprise-queries'
import { propose } from './propose'
import * as queries from './queries'
import { openingRowOf, readOpening } from './shape'
import { withdrawAndTell } from './withdraw'

type EmployerOperations = Pick<
  Handlers<typeof volunteer>,
  | 'saveEnterprise'
  | 'myEnterprises'
  | 'enterprisesToVerify'
  | 'verifyEnterprise'
  | 'saveOpening'
  | 'submitOpening'
  | 'closeOpening'
  | 'myOpenings'
  | 'openingsToApprove'
  | 'decideOpening'
>

const dayMs = 86_400_000

/** Enterprises and what they look for; the community sees them first. */
export const employerOperations: EmployerOperations = {
  async saveEnterprise(tx, who, input, call) {
    const { enterpriseId, name, about, areaCode } = input
    const saved =
      enterpriseId === undefined
        ? await enterprises.insertEnterprise(tx, who.personId, { name, about, areaCode }, call.now)
        : await enterprises.updateEnterprise(tx, who.personId, { enterpriseId, name, about, areaCode })
    if (saved === undefined) return refuse('outsideYourArea')
    call.audit({ target: `enterprise:${saved}`, areaCode, role: 'organiser', after: { name } })
    return { enterpriseId: saved }
  },

  async myEnterprises(sql, who) {
    return { rows: await enterprises.selectMyEnterprises(sql, who.personId) }
  },

  async enterprisesToVerify(sql, who, input) {
    const areas = await selectServedAreas(sql, who.personId, ['communityAdmin'])
    return toPage(await enterprises.selectToVerify(sql, areas, idAfter(input.cursor), pageSize + 1), (row) => [
      row.enterpriseId,
    ])
  },

  async verifyEnterprise(tx, who, input, call) {
    const enterprise = found(await enterprises.lockEnterprise(tx, input.enterpriseId, { admin: who.personId }))
    if (enterprise.verifiedAt) return refuse('alreadyVerified')
    await enterprises.setVerified(tx, input.enterpriseId, who.personId, call.now)
    call.audit({
      target: `enterprise:${input.enterpriseId}`,
      areaCode: enterprise.areaCode,
      role: 'communityAdmin',
      after: { verified: true },
    })
    return {}
  },

  async saveOpening(tx, who, input, call) {
    const enterprise = found(await enterprises.lockEnterprise(tx, input.enterpriseId, { contact: who.personId }))
    if (input.openingId !== undefined) {
      const opening = found(await lockMine(tx, who, input.openingId))
      if (opening.status !== 'draft') return refuse('wrongStatus', { status: opening.status })
    }
    const place = input.areaCode.length >= 12 ? await selectOptionalPlace(tx, input.areaCode) : undefined
    const [lat, lng] = [input.lat ?? place?.lat, input.lng ?? place?.lng]
    if (!place || lat == null || lng == null) return refuse('noSuchPlace')
    const { skill } = await selectUnknown(
      tx,
      input.skills.map((one) => one.skill),
      [],
    )
    if (skill !== undefined) return refuse('unknownSkill', { skill })
    const { payFrom = null, payUntil = null } = input
    if ((payFrom === null) !== (payUntil === null) || (payFrom !== null && payUntil !== null && payFrom > payUntil))
      return refuse('payWrong')
    if (
      input.untilOn < dayOf(call.now) ||
      input.untilOn > dayOf(new Date(call.now.getTime() + workLimits.longestDays * dayMs))
    )
      return refuse('dayWrong')
    const opening = { ...input, lat, lng, payFrom, payUntil }
    const openingId = await queries.saveOpening(tx, who.personId, opening, input.openingId, call.now)
    await queries.replaceNeeds(tx, openingId, input.skills, input.shifts)
    return after(tx, who, openingId, enterprise.areaCode, call, { status: 'draft' })
  },

  async submitOpening(tx, who, input, call) {
    const opening = found(await lockMine(tx, who, input.openingId))
    if (opening.status !== 'draft') return refuse('wrongStatus', { status: opening.status })
    await queries.setOpeningStatus(tx, opening.openingId, { status: 'submitted', reason: null }, call.now)
    const facts = { openingId: opening.openingId, title: opening.title }
    const community = await queries.selectCommunity(tx, opening.areaCode)
    await tell(
      tx,
      community.map((personId) => ({ personId, kind: 'openingSubmitted' as const, facts })),
    )
    return after(tx, who, opening.openingId, opening.areaCode, call, { status: 'submitted' })
  },

  async closeOpening(tx, who, input, call) {
    const opening = found(await lockMine(tx, who, input.openingId))
    if (opening.status === 'closed') return refuse('wrongStatus', { status: opening.status })
    await queries.setOpeningStatus(tx, opening.openingId, { status: 'closed', reason: input.reason }, call.now)
    await withdrawAndTell(tx, { openingId: opening.openingId, title: opening.title }, call.now)
    return after(tx, who, opening.openingId, opening.areaCode, call, { status: 'closed', reason: input.reason })
  },

  async myOpenings(sql, who, input) {
    const rows = await queries.selectOpenings(sql, { contact: who.personId }, before(input.cursor), pageSize + 1)
    const page = toPage(rows, (row) => [row.openingId])
    return { ...page, rows: page.rows.map(openingRowOf) }
  },

  async openingsToApprove(sql, who, input) {
    const toApprove = await selectServedAreas(sql, who.personId, ['communityAdmin'])
    const rows = await queries.selectOpenings(sql, { toApprove }, before(input.cursor), pageSize + 1)
    const page = toPage(rows, (row) => [row.openingId])
    return { ...page, rows: page.rows.map(openingRowOf) }
  },

  async decideOpening(tx, who, input, call) {
    const { now } = call
    const opening = found(await queries.selectOptionalOpening(tx, who.personId, input.openingId, true))
    const part = await queries.selectMyPart(tx, who.personId, opening.openingId, opening.areaCode)
    if (!part?.administers) throw new NotFound()
    if (opening.status !== 'submitted') return refuse('wrongStatus', { status: opening.status })
    if (!input.approve && input.reason === '') return refuse('reasonNeeded')
    if (input.approve && opening.verifiedAt === null) return refuse('notVerified')
    if (input.approve && opening.untilOn < dayOf(now)) return refuse('dayWrong')
    const status = input.approve ? 'open' : 'draft'
    const reason = input.approve ? null : input.reason
    await queries.setOpeningStatus(tx, opening.openingId, { status, reason, decidedBy: who.personId }, now)
    const facts = { openingId: opening.openingId, title: opening.title, ...(reason === null ? {} : { reason }) }
    await tell(tx, [
      { personId: opening.contactId, kind: input.approve ? 'openingApproved' : 'openingSentBack', facts },
    ])
    const proposed = input.approve ? await propose(tx, { openingId: opening.openingId }, now) : []
    return after(
      tx,
      who,
      opening.openingId,
      opening.areaCode,
      call,
      { status, proposed: proposed.length },
      'communityAdmin',
    )
  },
}

const before = (cursor: string | undefined) => idAfter(cursor) || undefined

async function lockMine(tx: Tx, who: Caller, openingId: number) {
  const opening = await queries.selectOptionalOpening(tx, who.personId, openingId, true)
  return opening?.contactId === who.personId ? opening : undefined
}

async function after(
  tx: Tx,
  who: Caller,
  openingId: number,
  areaCode: string,
  call: Call,
  what: object,
  role: 'organiser' | 'communityAdmin' = 'organiser',
) {
  call.audit({ target: `opening:${openingId}`, areaCode, role, after: what })
  return found(await readOpening(tx, who.personId, openingId, call.now))
}
