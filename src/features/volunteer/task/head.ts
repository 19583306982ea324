import type { TaskDetail } from '../../../../types/volunteer'
import { nearTime } from '../../../platform/dates'
import { kindDeeds } from '../wording'
import { taskWording as words } from './wording'

/** Where a task stands, in one sentence to the volunteer. */
export function taskHead(task: TaskDetail, now: Date): string {
  const { heads } = words
  switch (task.status) {
    case 'assigned':
      return task.setOutAt
        ? heads.onTheWay(task.requesterName)
        : heads.assigned(nearTime(task.span.from, now), kindDeeds[task.kind](task.requesterName))
    case 'inService':
      return heads.inService(task.requesterName)
    case 'done':
      return heads.done
    case 'cancelled':
      return heads.cancelled
  }
}

/** How many of the four steps are behind him. */
export const taskSteps = (task: Pick<TaskDetail, 'status' | 'setOutAt' | 'checkedInAt'>): number =>
  task.status === 'done' ? 4 : task.checkedInAt ? 3 : task.setOutAt ? 2 : 1
