import type { AssignmentStatus, HelpAction, HelpStatus, TaskAction } from '../../../types/volunteer'

/** What may be done now, by which side. */

/** Service may begin this long before its window. */
export const checkInOpensMs = 60 * 60_000

export function actionsOfRequester(h: {
  status: HelpStatus
  automatic: boolean
  coming: readonly { status: AssignmentStatus }[]
  windowsAhead: boolean
}): HelpAction[] {
  const { status, automatic, coming } = h
  const looking = status === 'open' || status === 'matching' || status === 'offered' || status === 'unmet'
  const actions: HelpAction[] = []
  if (looking && coming.length === 0) actions.push('change')
  if (looking || status === 'assigned') actions.push('cancel')
  if (coming.some((one) => one.status === 'assigned') && (looking || status === 'assigned')) actions.push('swap')
  if (automatic && (status === 'matching' || status === 'offered' || status === 'unmet')) actions.push('askStaff')
  if (h.windowsAhead && ((status === 'open' && !automatic) || (status === 'unmet' && automatic)))
    actions.push('matchAgain')
  if (status === 'done') actions.push('confirm')
  if (status === 'confirmed') actions.push('rate')
  if (coming.length > 0 && (looking || status === 'assigned' || status === 'inService')) actions.push('say', 'callBack')
  if (coming.length > 0) actions.push('block')
  return actions
}

export function actionsOfVolunteer(
  task: { status: AssignmentStatus; from: Date; until: Date; setOutAt: Date | null },
  requestStatus: HelpStatus,
  now: Date,
): TaskAction[] {
  const actions: TaskAction[] = []
  const opens = task.from.getTime() - checkInOpensMs
  const assigned = task.status === 'assigned' && now < task.until
  if (assigned && task.setOutAt === null && now.getTime() >= opens - checkInOpensMs) actions.push('setOut')
  if (assigned && now.getTime() >= opens) actions.push('checkIn')
  if (task.status === 'inService') actions.push('checkOut')
  if (assigned) actions.push('giveBack')
  if (requestStatus !== 'confirmed' && requestStatus !== 'rated' && requestStatus !== 'cancelled')
    actions.push('say', 'callBack')
  actions.push('block')
  return actions
}
