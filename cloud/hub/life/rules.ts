import {
  type ContactAction,
  type ContactActor,
  type ContactEventKind,
  type ContactStatus,
  contactTransitions,
} from '../../../types/hub'

/** The transition table, asked. */

/** Where an event leads from a status; undefined where the table has no such step. */
export function contactStatusAfter(kind: ContactEventKind, from: ContactStatus): ContactStatus | undefined {
  const transition = contactTransitions[kind]
  if (!(transition.from as readonly ContactStatus[]).includes(from)) return undefined
  return 'to' in transition ? transition.to : from
}

export const mayBringAbout = (kind: ContactEventKind, actor: ContactActor): boolean =>
  (contactTransitions[kind].by as readonly ContactActor[]).includes(actor)

export const isContactStep = (kind: ContactEventKind, from: ContactStatus, by: ContactActor): boolean =>
  contactStatusAfter(kind, from) !== undefined && mayBringAbout(kind, by)

const steps: readonly [ContactAction, ContactEventKind][] = [
  ['say', 'say'],
  ['callBack', 'callBack'],
  ['withdraw', 'withdraw'],
  ['confirm', 'confirm'],
  ['rate', 'rate'],
  ['sort', 'sort'],
  ['discuss', 'discuss'],
  ['claim', 'claim'],
  ['answer', 'answer'],
  ['handOn', 'handOn'],
  ['passOn', 'passOn'],
  ['takeOver', 'takeOver'],
]

/** What a side may do now, for its page. */
export function contactActions(
  status: ContactStatus,
  side: 'resident' | 'host' | 'staff',
  also: { mine: boolean; handedOn: boolean; callWished: boolean },
): ContactAction[] {
  const live = contactStatusAfter('say', status) !== undefined
  return [
    ...steps
      .filter(([action, kind]) => isContactStep(kind, status, side) && !(action === 'callBack' && side !== 'resident'))
      .filter(([action]) => action !== 'takeOver' || !also.mine)
      .map(([action]) => action),
    ...(side === 'resident' && also.handedOn && isContactStep('follow', status, side) ? (['follow'] as const) : []),
    ...(live ? (['share'] as const) : []),
    ...(live && side !== 'resident' && also.callWished ? (['call'] as const) : []),
  ]
}

const hourMs = 3_600_000

export interface Clocks {
  firstAnswerHours: number
  nextAnswerHours: number
  answerDays: number
  confirmDays: number
}

export const hoursLater = (at: Date, hours: number): Date => new Date(at.getTime() + hours * hourMs)

/** By when the answer is owed, once the hub's side has said something for the first time. */
export const afterFirstAnswer = (askedAt: Date, now: Date, clocks: Clocks): Date => {
  // Whoever answers late still gets the time of the next in the line.
  const [due, least] = [hoursLater(askedAt, clocks.answerDays * 24), hoursLater(now, clocks.nextAnswerHours)]
  return new Date(Math.max(due.getTime(), least.getTime()))
}
