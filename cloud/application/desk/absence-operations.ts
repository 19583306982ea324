import type { application } from '../../../types/application'
import { dayOf } from '../../deadlines/working-days'
import { refuse } from '../../platform/fault'
import type { Handlers } from '../../platform/operations'
import { found } from '../../platform/serve'
import { reassign } from '../staff/reassign'
import * as queries from './assign-queries'

type AbsenceOperations = Pick<Handlers<typeof application>, 'absences' | 'recordAbsence' | 'endAbsence'>

/** 请假: nobody's application waits at a person who is away. */
export const absenceOperations: AbsenceOperations = {
  async absences(sql, who, _input, call) {
    return { rows: await queries.selectAbsences(sql, who.personId, dayOf(call.now)) }
  },

  async recordAbsence(tx, who, input, call) {
    const { from, until, coverPersonId: coverId } = input
    const today = dayOf(call.now)
    if (until < from || until < today) return refuse('endsBeforeItBegins')
    await queries.lockStaff(tx, [who.personId, coverId])
    if (coverId === who.personId || !(await queries.selectAreColleagues(tx, who.personId, coverId)))
      return refuse('notAColleague')
    const mine = await queries.selectOptionalOverlap(tx, who.personId, from, until)
    if (mine) return refuse('overlaps', { from: mine.from, until: mine.until })
    const theirs = await queries.selectOptionalOverlap(tx, coverId, from, until)
    if (theirs) return refuse('colleagueAway', { until: theirs.backAt })
    const absenceId = await queries.insertAbsence(tx, { personId: who.personId, coverId, from, until }, call.now)
    let moved = 0
    if (from <= today) {
      // Today already: what is theirs goes over with the same commit. Later it is the clock's work.
      for (const applicationId of await queries.selectOwned(tx, who.personId))
        if (await reassign(tx, applicationId, coverId, call.now)) moved += 1
      await queries.updateAbsenceMoved(tx, absenceId, call.now)
    }
    call.audit({ target: `absence:${absenceId}`, role: 'clerk', after: { from, until, coverId, moved } })
    return { absenceId, moved }
  },

  async endAbsence(tx, who, input, call) {
    found((await queries.updateAbsenceEnded(tx, who.personId, input.absenceId, call.now)) || undefined)
    call.audit({ target: `absence:${input.absenceId}`, role: 'clerk', after: { endedAt: call.now } })
    return {}
  },
}
