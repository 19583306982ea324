/**
 * The life of a contact (联系) in five steps as a table: 上门问事 asked → 梳理提事 sorted → 研究议事 discussed → 认领办事 claimed → 反馈评事 answered, then confirmed and
 * rated. Steps are skipped only forwards. One function of the cloud carries it out, the database holds the same table as a foreign key.
 */

export const contactStatuses = [
  'asked',
  'sorted',
  'discussed',
  'claimed',
  'answered',
  'confirmed',
  'rated',
  'withdrawn',
] as const
export type ContactStatus = (typeof contactStatuses)[number]

/** Whoever asked; the hub's side (host and deputies); branch and community; the clock. */
export const contactActors = ['resident', 'host', 'staff', 'system'] as const
export type ContactActor = (typeof contactActors)[number]

interface Transition {
  readonly from: readonly ContactStatus[]
  /** Absent: the status stays (the event is history, not a step). */
  readonly to?: ContactStatus
  readonly by: readonly ContactActor[]
}

/** Somebody owes an answer. */
const open = ['asked', 'sorted', 'discussed', 'claimed'] as const

export const contactTransitions = {
  ask: { from: ['asked'], by: ['resident'] },
  sort: { from: ['asked'], to: 'sorted', by: ['host', 'staff'] },
  discuss: { from: ['asked', 'sorted'], to: 'discussed', by: ['host', 'staff'] },
  claim: { from: ['asked', 'sorted', 'discussed'], to: 'claimed', by: ['host', 'staff'] },
  say: { from: [...open, 'answered'], by: ['resident', 'host', 'staff'] },
  /** A wish to be called, by relay. */
  callBack: { from: [...open, 'answered'], by: ['resident', 'host', 'staff'] },
  /** To a help request, an application, an activity: the resident is led there, the thread goes on. */
  handOn: { from: [...open], to: 'claimed', by: ['host', 'staff'] },
  /** The resident went there. */
  follow: { from: ['claimed'], by: ['resident'] },
  /** To another hub, thread and history with it. */
  passOn: { from: [...open], by: ['host', 'staff'] },
  /** To the next in the line: overdue, or whoever owned it is away. */
  escalate: { from: [...open], by: ['system'] },
  takeOver: { from: [...open], by: ['staff'] },
  /** In words, or because what it was handed on to has come to its end. */
  answer: { from: [...open], to: 'answered', by: ['host', 'staff', 'system'] },
  /** By the resident, or by the clock when nothing was heard. */
  confirm: { from: ['answered'], to: 'confirmed', by: ['resident', 'system'] },
  rate: { from: ['answered', 'confirmed'], to: 'rated', by: ['resident'] },
  withdraw: { from: [...open], to: 'withdrawn', by: ['resident'] },
} as const satisfies Record<string, Transition>

export type ContactEventKind = keyof typeof contactTransitions
export const contactEventKinds = Object.keys(contactTransitions) as [ContactEventKind, ...ContactEventKind[]]

export const contactOpen = open

/** 五步, in their order. */
export const contactSteps = [...open, 'answered'] as const

/** Which of the five steps a contact took; one that was skipped stays untaken. */
export const stepsTaken = (events: readonly { kind: ContactEventKind }[]) =>
  contactSteps.map((step) => ({
    step,
    done: step === 'asked' || events.some(({ kind }) => (contactTransitions[kind] as Transition).to === step),
  }))
export const contactEnded = ['confirmed', 'rated', 'withdrawn'] as const
