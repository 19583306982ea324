import type { OutputOf } from '../../types/operation'
import type { volunteer } from '../../types/volunteer'
import { timeToAnswer } from '../features/volunteer/clock'
import { kindDeeds, kindNames, statusLights } from '../features/volunteer/wording'
import { nearTime } from '../platform/dates'
import { go } from '../platform/routes'
import { helpWording as words } from './help-wording'
import type { Task } from './task'

/** What asking for help and giving it bring to the home page. */

type Rows<Verb extends 'myOffers' | 'myTasks' | 'myRequests'> = OutputOf<(typeof volunteer)[Verb]>['rows'][number]

/** An offer waits for my answer. */
export function taskOfOffer(offer: Rows<'myOffers'>, now: Date): Task {
  const open = () => go('helpOffer', { offerId: offer.offerId })
  return {
    key: `offer-${offer.offerId}`,
    urgent: true,
    dueAt: offer.answerBy,
    light: { kind: 'soon', words: words.offer.light(timeToAnswer(offer.answerBy, now)) },
    title: words.offer.title(kindNames[offer.kind]),
    note: `${nearTime(offer.span.from, now)} · ${offer.areaName}`,
    step: { words: words.offer.step, run: open },
    pressing: true,
    open,
  }
}

/** Somebody expects me; undefined when it is behind me. */
export function taskOfServing(task: Rows<'myTasks'>, now: Date): Task | undefined {
  if (task.status !== 'assigned' && task.status !== 'inService') return undefined
  const open = () => go('helpTask', { assignmentId: task.assignmentId })
  const at = nearTime(task.span.from, now)
  return {
    key: `serving-${task.assignmentId}`,
    urgent: true,
    dueAt: task.span.from,
    light: { kind: 'go', words: task.status === 'inService' ? words.task.there : words.task.light(at) },
    title: kindDeeds[task.kind](task.requesterName),
    note: task.areaName,
    step: { words: words.task.step, run: open },
    pressing: false,
    open,
  }
}

const ended: ReadonlySet<Rows<'myRequests'>['status']> = new Set(['confirmed', 'rated', 'cancelled'])

/** A request of mine is under way; undefined when it is over. */
export function taskOfRequest(request: Rows<'myRequests'>, now: Date): Task | undefined {
  if (ended.has(request.status)) return undefined
  const open = () => go('helpRequest', { helpRequestId: request.helpRequestId })
  const done = request.status === 'done'
  const kind = kindNames[request.kind]
  return {
    key: `request-${request.helpRequestId}`,
    // Nobody can come: another time or one wish less would help, and that is for the person to say.
    urgent: done || request.status === 'unmet',
    dueAt: request.span.from,
    light: statusLights[request.status],
    title: done ? words.request.done(kind) : kind,
    note: nearTime(request.span.from, now),
    step: { words: done ? words.request.confirm : words.request.look, run: open },
    pressing: false,
    open,
  }
}
