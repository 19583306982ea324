import type { volunteer } from '../../../types/volunteer'
import type { Tx } from '../../platform/database'
import { refuse } from '../../platform/fault'
import type { Call, Caller, Handlers } from '../../platform/operations'
import { fromCursor, pageSize, toPage } from '../../platform/paging'
import { found } from '../../platform/serve'
import { insertBlock } from '../ask/queries'
import { insertServiceOfTask } from '../hours/queries'
import { moveHelp } from '../life/move'
import { type HelpRequest, lockHelpRequest } from '../life/queries'
import { isHelpStep } from '../life/rules'
import { releasePlace } from '../seek/release'
import { tellRequester } from '../tell-sides'
import { checkInOpensMs } from '../view/rules'
import { selectTasks } from '../view/task-queries'
import { readTask } from '../view/task-shape'
import { noteAcquaintance } from './acquaintance'
import { finishIfAllWent } from './finish'
import * as queries from './queries'
import { metresBetween } from './rules'
import { startShort } from './start-short'

type TaskOperations = Pick<
  Handlers<typeof volunteer>,
  'myTasks' | 'task' | 'setOut' | 'checkIn' | 'checkOut' | 'giveBack' | 'blockFromTask'
>

/** Further away than this somebody is not there yet, whatever the phone's position is worth. Metres. */
const thereMetres = 500

/** Coming, being there, going. */
export const taskOperations: TaskOperations = {
  async myTasks(sql, who, input, call) {
    const after = fromCursor(input.cursor, ['boolean', 'string', 'number']) as [boolean, string, number] | undefined
    const place = after && ([after[0], Number(after[1]), after[2]] as const)
    const page = toPage(await selectTasks(sql, who.personId, call.now, place, pageSize + 1), (row) => [
      row.past,
      String(row.order),
      row.assignmentId,
    ])
    return {
      ...page,
      rows: page.rows.map(({ assignmentId, kind, status, requesterName, areaName, from, until }) => ({
        assignmentId,
        kind,
        status,
        requesterName,
        areaName,
        span: { from, until },
      })),
    }
  },

  async task(sql, who, input, call) {
    const task = found(await readTask(sql, who.personId, input.assignmentId, call.services.keys, call.now))
    // A stranger has the way to somebody's door from here: that is written down.
    if (task.address)
      call.audit({ target: `assignment:${task.assignmentId}`, role: 'volunteer', after: { read: 'address' } })
    return task
  },

  async setOut(tx, who, input, call) {
    const { request, task } = await lockTask(tx, who, input.assignmentId)
    if (task.status !== 'assigned' || !isHelpStep('setOut', request.status))
      return refuse('wrongStatus', { status: task.status })
    if (task.setOutAt === null) {
      await queries.setOut(tx, task.assignmentId, call.now)
      const after = await moveHelp(
        tx,
        request,
        { kind: 'setOut', actor: 'volunteer', personId: who.personId },
        call.now,
      )
      await tellRequester(tx, after, 'helpOnTheWay', { personName: task.personName, startsAt: task.from })
    }
    return taskAfter(tx, who, request, task, call)
  },

  async checkIn(tx, who, input, call) {
    const { now } = call
    const { request, task } = await lockTask(tx, who, input.assignmentId)
    if (task.status !== 'assigned') return refuse('wrongStatus', { status: task.status })
    const opensAt = new Date(task.from.getTime() - checkInOpensMs)
    if (now < opensAt) return refuse('notNow', { opensAt })
    if (now >= task.until) return refuse('wrongStatus', { status: task.status })
    if (input.lat !== undefined && input.lng !== undefined && metresBetween(input as Point, task) > thereMetres)
      return refuse('tooFar')
    // Others may still be looked for: whoever is there begins.
    const ready = isHelpStep('startShort', request.status) ? await startShort(tx, request, now) : request
    const kind = ready.status === 'inService' ? 'joinIn' : 'checkIn'
    if (!isHelpStep(kind, ready.status)) return refuse('wrongStatus', { status: task.status })
    await queries.checkIn(tx, task.assignmentId, now)
    await moveHelp(tx, ready, { kind, actor: 'volunteer', personId: who.personId }, now)
    return taskAfter(tx, who, request, task, call)
  },

  async checkOut(tx, who, input, call) {
    const { now } = call
    const { request, task } = await lockTask(tx, who, input.assignmentId)
    if (task.status !== 'inService') return refuse('wrongStatus', { status: task.status })
    await queries.checkOut(tx, task.assignmentId, now)
    await insertServiceOfTask(tx, task.assignmentId)
    await finishIfAllWent(tx, request, { actor: 'volunteer', personId: who.personId }, now)
    return taskAfter(tx, who, request, task, call)
  },

  async giveBack(tx, who, input, call) {
    const { now } = call
    const { request, task } = await lockTask(tx, who, input.assignmentId)
    if (task.status !== 'assigned') return refuse('wrongStatus', { status: task.status })
    if (now >= task.until) return refuse('tooLate')
    const by = { actor: 'volunteer', personId: who.personId, as: 'declined', reason: input.reason ?? null } as const
    if (input.reason === 'knowsParty') await noteAcquaintance(tx, who.personId, request)
    const after = await releasePlace(tx, request, task, by, now)
    await tellRequester(tx, after, 'helpLookingAgain', { personName: task.personName, startsAt: task.from })
    note(call, request, task)
    return {}
  },

  async blockFromTask(tx, who, input, call) {
    const { request, task } = await lockTask(tx, who, input.assignmentId)
    await insertBlock(tx, who.personId, request.requesterId)
    call.audit({ target: `assignment:${task.assignmentId}`, areaCode: request.areaCode, role: 'volunteer' })
    return {}
  },
}

type Point = { lat: number; lng: number }

async function lockTask(tx: Tx, who: Caller, assignmentId: number) {
  const seen = found(await queries.selectOptionalAssignment(tx, who.personId, assignmentId))
  const request = found(await lockHelpRequest(tx, seen.helpRequestId, { as: 'volunteer', personId: who.personId }))
  return { request, task: found(await queries.selectOptionalAssignment(tx, who.personId, assignmentId)) }
}

async function taskAfter(tx: Tx, who: Caller, request: HelpRequest, task: queries.Assignment, call: Call) {
  note(call, request, task)
  return found(await readTask(tx, who.personId, task.assignmentId, call.services.keys, call.now))
}

const note = (call: Call, request: HelpRequest, task: queries.Assignment) =>
  call.audit({
    target: `assignment:${task.assignmentId}`,
    areaCode: request.areaCode,
    role: 'volunteer',
    before: { status: task.status },
  })
