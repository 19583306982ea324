import type { application } from '../../../types/application'
import { blindIndexes } from '../../platform/crypto'
import { refuse } from '../../platform/fault'
import type { Handlers } from '../../platform/operations'
import { found } from '../../platform/serve'
import { daysAfter } from '../life/clock'
import { isLawful, move } from '../life/move'
import { lockApplication } from '../life/queries'
import * as queries from './helper-queries'

type HelperOperations = Pick<Handlers<typeof application>, 'nameHelper' | 'endHelper'>

/** A consent never outlives this, whatever becomes of the application. */
const longestConsentDays = 180

/** 帮办代办: somebody the applicant trusts, for this one application, until it ends or they change their mind. */
export const helperOperations: HelperOperations = {
  async nameHelper(tx, who, input, call) {
    const own = found(await lockApplication(tx, input.applicationId, { as: 'applicant', personId: who.personId }))
    if (own.status !== 'draft' && !isLawful('nameHelper', own.status))
      return refuse('wrongStatus', { status: own.status })
    const now = await queries.selectOptionalHelper(tx, own.applicationId)
    if (now) return refuse('alreadyHelped', { name: now.name })
    const helper = input.phone
      ? await queries.selectOptionalByPhone(tx, blindIndexes(call.services.keys.lookup, input.phone), own.applicantId)
      : await queries.selectOptionalGridWorker(tx, own.areaCode, own.applicantId)
    if (!helper) return refuse('nobodyFound')
    if (helper.personId === who.personId || helper.personId === own.applicantId) return refuse('yourself')
    const until = daysAfter(call.now, longestConsentDays)
    await queries.insertHelper(tx, own.applicationId, helper, call.now, until)
    // A draft has no history yet; its consent stands in its own table.
    if (own.status !== 'draft')
      await move(
        tx,
        own,
        { kind: 'nameHelper', actor: 'applicant', personId: who.personId, facts: { kind: helper.kind } },
        call.now,
      )
    await queries.tellHelper(tx, helper.personId, own)
    call.audit({
      target: `application:${own.applicationId}`,
      areaCode: own.areaCode,
      after: { helper: helper.personId, until },
    })
    return { name: helper.name, until }
  },

  async endHelper(tx, who, input, call) {
    const own = found(await lockApplication(tx, input.applicationId, { as: 'applicant', personId: who.personId }))
    const ended = await queries.endHelper(tx, own.applicationId, call.now)
    if (ended === undefined) return refuse('nobodyHelps')
    if (own.status !== 'draft' && isLawful('endHelper', own.status))
      await move(tx, own, { kind: 'endHelper', actor: 'applicant', personId: who.personId }, call.now)
    call.audit({ target: `application:${own.applicationId}`, areaCode: own.areaCode, before: { helper: ended } })
    return {}
  },
}
