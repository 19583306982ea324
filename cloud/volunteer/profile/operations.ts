import { privacyVersion } from '../../../types/people'
import type { VolunteerProfile, volunteer } from '../../../types/volunteer'
import { tell } from '../../inbox/tell'
import { endRoleIn } from '../../people/grant'
import { hasConsent } from '../../people/scope'
import type { Sql, Tx } from '../../platform/database'
import { InvalidInput, Refusal, refuse } from '../../platform/fault'
import type { Handlers } from '../../platform/operations'
import { found } from '../../platform/serve'
import { selectUnknownDialects, selectUnknownSkills } from './catalogue-queries'
import { isHomeArea } from './home-areas'
import * as queries from './queries'
import { communityOf, decideExceptions, decideWeekly, statusAfterPresence, statusAfterSave } from './rules'
import { selectAdmins } from './staff-queries'
import { withdrawOffersOf } from './withdraw'
import { profileWording } from './wording'

type ProfileOperations = Pick<
  Handlers<typeof volunteer>,
  'myProfile' | 'saveProfile' | 'saveExceptions' | 'setPresence' | 'setAutomatic'
>

/** What a volunteer says of himself: what he can, when he is free, whether he is there at all. */
export const profileOperations: ProfileOperations = {
  myProfile: async (sql, who) => ({ profile: (await queries.selectOptionalProfile(sql, who.personId)) ?? null }),

  async saveProfile(tx, who, input, call) {
    if (!(await hasConsent(tx, who.personId, privacyVersion))) return refuse('consentNeeded')
    const { personId } = who
    const { areaCode } = input
    const home = await queries.selectOptionalHome(tx, areaCode)
    if (!home) return refuse('noSuchCommunity')
    if (input.homeAreaCode !== undefined && !isHomeArea(input.homeAreaCode))
      throw new InvalidInput([{ path: 'homeAreaCode', problem: profileWording.homeAreaUnknown }])
    const [skill] = await selectUnknownSkills(
      tx,
      input.skills.map((one) => one.skill),
    )
    if (skill !== undefined) return refuse('unknownSkill', { skill })
    const [dialect] = await selectUnknownDialects(tx, input.dialects)
    if (dialect !== undefined) return refuse('unknownDialect', { dialect })
    const overlap = decideWeekly(input.weekly)
    if (overlap) return overlap

    await queries.lockPerson(tx, personId)
    const was = await queries.selectOptionalProfile(tx, personId)
    const status = statusAfterSave(was, areaCode)
    // Another community has to look first; what the former one asked goes back to it.
    const moves = status === 'applied' && (was?.status === 'approved' || was?.status === 'paused')
    if (moves) {
      await withdrawOffersOf(tx, personId, call.now)
      await endVolunteerRole(tx, personId, was.areaCode)
    }
    await queries.saveVolunteer(tx, personId, status, input, call.now)
    const asksAnew =
      status === 'applied' && (was?.status !== 'applied' || communityOf(was.areaCode) !== communityOf(areaCode))
    if (asksAnew) await tellAdmins(tx, personId, input.name, areaCode, home.areaName)
    call.audit({
      target: `volunteer:${personId}`,
      areaCode,
      ...(was ? { before: { status: was.status, areaCode: was.areaCode } } : {}),
      after: { status, skills: input.skills.length },
    })
    return readProfile(tx, personId)
  },

  async saveExceptions(tx, who, input, call) {
    const own = await queries.lockOwn(tx, who.personId)
    if (!own || own.status === 'left') return refuse('notAVolunteer')
    const exceptions = decideExceptions(input.exceptions, call.now)
    if (exceptions instanceof Refusal) return exceptions
    await queries.saveExceptions(tx, who.personId, exceptions)
    call.audit({
      target: `volunteer:${who.personId}`,
      areaCode: own.areaCode,
      after: { exceptions: exceptions.length },
    })
    return readProfile(tx, who.personId)
  },

  async setPresence(tx, who, input, call) {
    const { personId } = who
    if (input.presence !== 'here') await withdrawOffersOf(tx, personId, call.now)
    const own = await queries.lockOwn(tx, personId)
    const status = own && statusAfterPresence(own.status, input.presence)
    if (!own || status === undefined) return refuse('notAVolunteer')
    if (status === 'left') {
      const tasks = await queries.countTasks(tx, personId)
      if (tasks > 0) return refuse('hasTasks', { tasks })
      const teams = await queries.countLed(tx, personId)
      if (teams > 0) return refuse('leadsTeams', { teams })
      await endVolunteerRole(tx, personId, own.areaCode)
      await queries.leaveTeams(tx, personId, call.now)
    }
    if (status !== own.status) await queries.setStatus(tx, personId, status, call.now)
    call.audit({
      target: `volunteer:${personId}`,
      areaCode: own.areaCode,
      before: { status: own.status },
      after: { status },
    })
    return readProfile(tx, personId)
  },

  async setAutomatic(tx, who, input, call) {
    const { personId } = who
    if (!input.automatic) await withdrawOffersOf(tx, personId, call.now)
    const own = await queries.lockOwn(tx, personId)
    if (!own || own.status === 'left') return refuse('notAVolunteer')
    await queries.setAutomatic(tx, personId, input.automatic, call.now)
    call.audit({
      target: `volunteer:${personId}`,
      areaCode: own.areaCode,
      after: { automatic: input.automatic },
    })
    return readProfile(tx, personId)
  },
}

async function readProfile(sql: Sql, personId: number): Promise<VolunteerProfile> {
  return found(await queries.selectOptionalProfile(sql, personId))
}

const endVolunteerRole = (tx: Tx, personId: number, areaCode: string) =>
  endRoleIn(tx, { byId: personId, personId, role: 'volunteer', areaCode: communityOf(areaCode) })

async function tellAdmins(
  tx: Tx,
  volunteerId: number,
  personName: string,
  areaCode: string,
  areaName: string,
): Promise<void> {
  const admins = await selectAdmins(tx, areaCode)
  const facts = { volunteerId, personName, areaName }
  await tell(
    tx,
    admins.map((personId) => ({ personId, kind: 'volunteerApplied' as const, facts })),
  )
}
