import { type people, privacyVersion } from '../../types/people'
import { leaveAllForPerson } from '../activity/leave'
import { forgetHub } from '../hub/forget'
import { blindIndex, blindIndexes, hashPassword, seal } from '../platform/crypto'
import type { Sql } from '../platform/database'
import { refuse, Unavailable } from '../platform/fault'
import type { Handlers } from '../platform/operations'
import { idAfter, pageSize, toPage } from '../platform/paging'
import { found } from '../platform/serve'
import { WechatError } from '../platform/wechat'
import { forgetVolunteer } from '../volunteer/forget'
import { forgetPerson, responsibleFor } from './forget'
import * as grantQueries from './grant-queries'
import { exportPerson } from './held'
import * as queries from './queries'
import { roleOperations } from './role-operations'
import { maskPhone, mostFamilyMembers } from './rules'
import { hasConsent, selectServedAreas } from './scope'
import * as sessions from './sessions/queries'

/** Operations of people, one each; the contract says what they promise. */
export const operations: Handlers<typeof people> = {
  me: (sql, who) => readMe(sql, who.personId),

  async updateMe(tx, who, input, call) {
    if (input.communityCode !== undefined && !(await queries.selectIsCommunity(tx, input.communityCode)))
      return refuse('noSuchCommunity')
    await queries.updateMe(tx, who.personId, input)
    const changed = Object.keys(input).filter((key) => key !== 'requestId')
    call.audit({ target: `person:${who.personId}`, areaCode: input.communityCode ?? null, after: { changed } })
    return readMe(tx, who.personId)
  },

  areas: async (sql, _who, input) => ({ rows: await queries.selectAreas(sql, input.under) }),

  async givePrivacyConsent(tx, who, input, call) {
    if (input.version !== privacyVersion) return refuse('versionChanged', { current: privacyVersion })
    await queries.insertConsent(tx, who.personId, input.version)
    call.audit({ target: `person:${who.personId}`, after: { version: input.version } })
    return {}
  },

  async withdrawPrivacyConsent(tx, who, _input, call) {
    await queries.withdrawConsent(tx, who.personId)
    call.audit({ target: `person:${who.personId}` })
    return {}
  },

  async bindPhone(tx, who, input, call) {
    if (!(await hasConsent(tx, who.personId, privacyVersion))) return refuse('consentNeeded')
    let phone: string
    try {
      phone = await call.services.wechat.phoneNumber(input.code)
    } catch (error) {
      if (error instanceof WechatError && error.errcode === 40029) return refuse('codeInvalid')
      if (error instanceof WechatError || error instanceof Unavailable) return refuse('wechatUnavailable')
      throw error
    }
    const { field, lookup } = call.services.keys
    const masked = maskPhone(phone)
    await queries.updateFormerHash(tx, blindIndexes(lookup, phone))
    await queries.updatePhone(tx, who.personId, { cipher: seal(field, phone), hash: blindIndex(lookup, phone), masked })
    call.audit({ target: `person:${who.personId}`, after: { phone: 'bound' } })
    return { maskedPhone: masked }
  },

  async unbindPhone(tx, who, _input, call) {
    await queries.updatePhone(tx, who.personId, null)
    call.audit({ target: `person:${who.personId}`, after: { phone: 'unbound' } })
    return {}
  },

  sessions: async (sql, who) => ({ rows: [...(await sessions.selectSessions(sql, who.personId, who.sessionId))] }),

  async revokeSession(tx, who, input, call) {
    found((await sessions.endSession(tx, who.personId, input.sessionId)) || undefined)
    call.audit({ target: `session:${input.sessionId}` })
    return {}
  },

  exportMine: async (sql, who, _input, call) => ({
    fileName: `邻里帮-我的资料-${call.now.toISOString().slice(0, 10)}.json`,
    json: JSON.stringify(await exportPerson(sql, who.personId, call.services.keys), null, 2),
  }),

  async deleteMe(tx, who, _input, call) {
    const activities = await responsibleFor(tx, who.personId)
    if (activities > 0) return refuse('stillResponsible', { activities })
    await leaveAllForPerson(tx, who.personId, 'accountDeleted')
    await forgetVolunteer(tx, who.personId, call.now)
    await forgetHub(tx, who.personId, call.now)
    await forgetPerson(tx, who.personId)
    call.audit({ target: `person:${who.personId}`, after: { deleted: true } })
    return {}
  },

  async dependants(sql, who, input) {
    const areas = await selectServedAreas(sql, who.personId, ['gridWorker', 'communityAdmin'])
    const rows = await queries.selectDependants(
      sql,
      who.personId,
      areas,
      input.search ?? '',
      idAfter(input.cursor),
      pageSize + 1,
    )
    return toPage(rows, (row) => [row.personId])
  },

  async addFamilyMember(tx, who, input, call) {
    if ((await queries.countFamily(tx, who.personId)) >= mostFamilyMembers)
      return refuse('tooMany', { most: mostFamilyMembers })
    const personId = await queries.insertDependant(tx, who.personId, input.name, null)
    await queries.insertFamilyMember(tx, who.personId, personId, input.relation)
    call.audit({ target: `person:${personId}`, after: { relation: input.relation } })
    return { personId, name: input.name, relation: input.relation, community: null }
  },

  async setDeskPassword(tx, who, input, call) {
    await sessions.upsertDeskPassword(tx, who.personId, input.username, await hashPassword(input.password))
    call.audit({ target: `person:${who.personId}`, after: { deskPassword: 'set' } })
    return {}
  },

  ...roleOperations,
}

async function readMe(sql: Sql, personId: number) {
  const me = await queries.selectMe(sql, personId)
  const consent = me.privacyConsent
  return {
    ...me,
    privacyConsent: consent && { version: consent.version, givenAt: new Date(consent.givenAt) },
    grants: [...(await grantQueries.selectMyGrants(sql, personId))],
  }
}
