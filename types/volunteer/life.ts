/**
 * The life of a help request (求助) as a table: which event leads from where to where, and who may bring it about. One function of the cloud
 * carries it out, the database holds the same table as a foreign key, so nothing else can write a status.
 */

export const helpStatuses = [
  'open',
  'matching',
  'offered',
  'assigned',
  'inService',
  'done',
  'confirmed',
  'rated',
  'cancelled',
  'unmet',
] as const
export type HelpStatus = (typeof helpStatuses)[number]

/** Who brings an event about: whoever is helped or asked for him, a volunteer, the staff of the area, or the clock. */
export const helpActors = ['requester', 'volunteer', 'staff', 'system'] as const
export type HelpActor = (typeof helpActors)[number]

interface Transition {
  readonly from: readonly HelpStatus[]
  /** Absent: the status stays (the event is history, not a step). */
  readonly to?: HelpStatus
  readonly by: readonly HelpActor[]
}

/** Somebody is still looked for. */
const looking = ['open', 'matching', 'offered', 'unmet'] as const
/** Not over. */
const live = [...looking, 'assigned', 'inService', 'done'] as const

export const helpTransitions = {
  ask: { from: ['open'], by: ['requester', 'staff'] },
  /** The engine looks for people. */
  match: { from: ['open', 'unmet'], to: 'matching', by: ['requester', 'staff', 'system'] },
  offer: { from: ['open', 'matching', 'unmet'], to: 'offered', by: ['staff', 'system'] },
  /** To the next best, or beside those who were asked already. */
  offerMore: { from: ['offered'], by: ['staff', 'system'] },
  /** One of several places is taken. */
  takePlace: { from: ['offered'], by: ['volunteer'] },
  /** The last place is taken. */
  fill: { from: ['offered'], to: 'assigned', by: ['volunteer'] },
  decline: { from: ['offered'], by: ['volunteer'] },
  expire: { from: ['offered'], by: ['system'] },
  withdrawOffer: { from: ['offered'], by: ['staff', 'system', 'requester'] },
  /** Nobody is asked at the moment, or a place that was taken is free again. */
  lookAgain: { from: ['offered', 'assigned'], to: 'matching', by: ['requester', 'volunteer', 'staff', 'system'] },
  /** A place is free again while others are asked, or while staff look for the rest by hand. */
  leavePlace: { from: [...looking], by: ['requester', 'volunteer', 'staff'] },
  /** It begins with fewer than were asked for: better than nobody. */
  startShort: { from: [...looking], to: 'assigned', by: ['system'] },
  /** Nobody can be found: the owner, who is told, finds another way. */
  giveUp: { from: ['open', 'matching', 'offered', 'assigned'], to: 'unmet', by: ['system'] },
  /** By hand from now on: the requester wants it (PIPL art. 24) or staff take it over. */
  askStaff: { from: ['matching', 'offered', 'unmet'], to: 'open', by: ['requester', 'staff'] },
  /** Another time, or fewer wishes. */
  change: { from: [...looking], by: ['requester', 'staff'] },
  escalate: { from: [...live], by: ['system'] },
  takeOver: { from: [...live], by: ['staff'] },
  setOut: { from: ['assigned', 'inService'], by: ['volunteer'] },
  checkIn: { from: ['assigned'], to: 'inService', by: ['volunteer'] },
  /** The second of several comes. */
  joinIn: { from: ['inService'], by: ['volunteer'] },
  /** The first of several goes. */
  leaveEarly: { from: ['inService'], by: ['volunteer', 'system'] },
  finish: { from: ['inService'], to: 'done', by: ['volunteer', 'system'] },
  /** By the requester, or by the clock when nothing was heard. */
  confirm: { from: ['done'], to: 'confirmed', by: ['requester', 'system'] },
  rate: { from: ['confirmed'], to: 'rated', by: ['requester'] },
  cancel: { from: [...looking, 'assigned'], to: 'cancelled', by: ['requester', 'staff'] },
  /** One of the two sides of a dispute (调解) does not want to talk any more, at whatever point. */
  withdrawConsent: { from: [...live], to: 'cancelled', by: ['requester'] },
} as const satisfies Record<string, Transition>

export type HelpEventKind = keyof typeof helpTransitions
export const helpEventKinds = Object.keys(helpTransitions) as [HelpEventKind, ...HelpEventKind[]]

/** Nothing comes after these but a rating. */
export const helpEnded = ['confirmed', 'rated', 'cancelled'] as const
/** The engine looks for somebody. */
export const helpLooking = ['matching', 'offered'] as const
