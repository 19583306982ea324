import { tell } from '../inbox/tell'
import type { Tx } from '../platform/database'
import { cancelAllOf } from './ask/cancel-all'
import * as queries from './forget-queries'
import { lockHelpRequest } from './life/queries'
import { leaveDisputes } from './mediation/end'
import { selectAdmins } from './profile/staff-queries'
import { withdrawOffersOf } from './profile/withdraw'
import { releasePlace } from './seek/release'
import { selectOptionalAssignment } from './serve/queries'
import { setClosed, setLeader } from './team/queries'
import { tellRequester } from './tell-sides'
import { forgottenVolunteer as words } from './wording'
import { leaveWork } from './work/withdraw'

/**
 * Takes a person who deletes the account out of 志愿匹配: what he was asked and what he promised is looked for elsewhere, his teams go to whoever answers for
 * the community, and nothing stays that says who he was. Call it before roles and identity end.
 */
export async function forgetVolunteer(tx: Tx, personId: number, now: Date): Promise<void> {
  await cancelAllOf(tx, personId, now)
  await leaveDisputes(tx, personId, words.name, now)
  await queries.blankRequests(tx, personId, words.name)
  await leaveWork(tx, personId, words.name, words.words, now)
  await withdrawOffersOf(tx, personId, now)
  await giveBackAll(tx, personId, now)
  await handOverAll(tx, personId, now)
  await queries.blankVolunteer(tx, personId, words.name, now)
  await queries.blankDuty(tx, personId, words.surname, words.words, now)
}

/** Whoever relied on him is told, and somebody else is looked for. */
async function giveBackAll(tx: Tx, personId: number, now: Date): Promise<void> {
  for (const { assignmentId, helpRequestId } of await queries.selectAhead(tx, personId)) {
    const request = await lockHelpRequest(tx, helpRequestId, { as: 'system' })
    const task = await selectOptionalAssignment(tx, personId, assignmentId)
    if (!request || task?.status !== 'assigned') continue
    const by = { actor: 'volunteer', personId, as: 'declined', reason: 'other' } as const
    const after = await releasePlace(tx, request, task, by, now)
    await tellRequester(tx, after, 'helpLookingAgain', { personName: words.somebody, startsAt: task.from })
  }
}

/** A team is never without a leader: the nearest administrator takes it, or it ends. */
async function handOverAll(tx: Tx, personId: number, now: Date): Promise<void> {
  for (const team of await queries.lockLedTeams(tx, personId)) {
    const heir = (await selectAdmins(tx, team.areaCode)).find((id) => id !== personId)
    if (heir !== undefined) {
      await setLeader(tx, team.teamId, heir)
      const facts = { teamId: team.teamId, title: team.name, areaName: team.areaName }
      await tell(tx, [{ personId: heir, kind: 'teamLed', facts }])
      continue
    }
    const members = (await setClosed(tx, team.teamId, now)).filter((id) => id !== personId)
    await tell(
      tx,
      members.map((id) => ({ personId: id, kind: 'teamClosed' as const, facts: { title: team.name } })),
    )
  }
}
