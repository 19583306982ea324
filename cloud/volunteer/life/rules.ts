import { type HelpActor, type HelpEventKind, type HelpStatus, helpTransitions } from '../../../types/volunteer'

/** The transition table, asked. */

/** Where an event leads from a status; undefined where the table has no such step. */
export function helpStatusAfter(kind: HelpEventKind, from: HelpStatus): HelpStatus | undefined {
  const transition = helpTransitions[kind]
  if (!(transition.from as readonly HelpStatus[]).includes(from)) return undefined
  return 'to' in transition ? transition.to : from
}

export const mayBringAbout = (kind: HelpEventKind, actor: HelpActor): boolean =>
  (helpTransitions[kind].by as readonly HelpActor[]).includes(actor)

export const isHelpStep = (kind: HelpEventKind, from: HelpStatus): boolean => helpStatusAfter(kind, from) !== undefined
