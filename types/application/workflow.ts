/**
 * The life of an application (办件) as a table: which event leads from where to where, and who may bring it about. One function of the cloud
 * carries it out, the database holds the same table as a foreign key, so nothing else can write a status.
 */

export const statuses = [
  'draft',
  'submitted',
  'correctionRequested',
  'accepted',
  'conditionallyAccepted',
  'deemedAccepted',
  'inReview',
  'suspended',
  'approved',
  'refused',
  'delivered',
  'rated',
  'closed',
  'underAppeal',
  'withdrawn',
  'lapsed',
] as const
export type Status = (typeof statuses)[number]

/** Who brings an event about: the applicant or the helper named for it, a role of the staff, or the clock itself. */
export const actors = ['applicant', 'clerk', 'approver', 'supervisor', 'system'] as const
export type Actor = (typeof actors)[number]

interface Transition {
  readonly from: readonly Status[]
  /** Absent: the status stays (the event is history, not a step). */
  readonly to?: Status
  readonly by: readonly Actor[]
  /** Whether a reason in words belongs to it. */
  readonly reason?: true
}

/** Before anybody accepted it. */
const waiting = ['submitted', 'correctionRequested'] as const
/** Accepted in one of three ways, and not decided. */
const accepted = ['accepted', 'conditionallyAccepted', 'deemedAccepted'] as const
const undecided = [...waiting, ...accepted, 'inReview', 'suspended'] as const
const decided = ['approved', 'refused', 'delivered', 'rated'] as const

export const transitions = {
  submit: { from: ['draft'], to: 'submitted', by: ['applicant'] },
  /** 一次性告知 (行政许可法 art. 32): one notice with everything. */
  requestCorrection: { from: ['submitted'], to: 'correctionRequested', by: ['clerk'], reason: true },
  correct: { from: ['correctionRequested'], to: 'submitted', by: ['applicant'] },
  accept: { from: ['submitted'], to: 'accepted', by: ['clerk'] },
  /** 容缺受理: what may follow later is named, with a date. */
  acceptConditionally: { from: ['submitted'], to: 'conditionallyAccepted', by: ['clerk'], reason: true },
  /** 视为受理 (art. 32): nobody said anything within the limit. */
  deemAccepted: { from: ['submitted'], to: 'deemedAccepted', by: ['system'] },
  /** What was allowed to follow later has all come; part of it, or during the review: history. */
  supply: { from: ['conditionallyAccepted'], to: 'accepted', by: ['applicant'] },
  supplyInReview: { from: ['conditionallyAccepted', 'inReview', 'suspended'], by: ['applicant'] },
  startReview: { from: [...accepted], to: 'inReview', by: ['clerk', 'approver'] },
  /** The clock stops only for what the law names (art. 45). */
  suspend: { from: ['inReview'], to: 'suspended', by: ['clerk', 'approver'], reason: true },
  resume: { from: ['suspended'], to: 'inReview', by: ['clerk', 'approver'] },
  /** 延期 (art. 42): once, at most 10 working days, with approval and a reason the applicant is told. */
  extend: { from: ['inReview'], by: ['approver'], reason: true },
  approve: { from: ['inReview'], to: 'approved', by: ['approver', 'clerk'] },
  refuse: { from: ['inReview'], to: 'refused', by: ['approver', 'clerk'], reason: true },
  deliver: { from: ['approved', 'refused'], to: 'delivered', by: ['clerk', 'approver', 'system'] },
  rate: { from: ['delivered'], to: 'rated', by: ['applicant'] },
  changeRating: { from: ['rated', 'closed'], by: ['applicant'] },
  close: { from: ['delivered', 'rated'], to: 'closed', by: ['system'] },
  appeal: { from: ['refused', 'delivered', 'rated', 'closed'], to: 'underAppeal', by: ['applicant'], reason: true },
  /** The supervisor's answer: it stays as decided, or it is decided anew. */
  uphold: { from: ['underAppeal'], to: 'delivered', by: ['supervisor'], reason: true },
  reopen: { from: ['underAppeal'], to: 'inReview', by: ['supervisor'], reason: true },
  withdraw: { from: [...undecided], to: 'withdrawn', by: ['applicant'] },
  /** The correction did not come in time. */
  lapse: { from: ['correctionRequested'], to: 'lapsed', by: ['system'] },
  /** What was to follow later did not come in time: the acceptance is taken back in writing (浙江省保障“最多跑一次”改革规定 art. 11). */
  revokeAcceptance: { from: ['conditionallyAccepted', 'inReview', 'suspended'], to: 'lapsed', by: ['system'] },
  // History without a step.
  assign: { from: [...undecided, 'approved', 'refused'], by: ['system', 'clerk', 'approver'] },
  claim: { from: [...undecided], by: ['clerk', 'approver'] },
  handOver: { from: [...undecided, 'approved', 'refused'], by: ['clerk', 'approver', 'system'], reason: true },
  escalate: { from: [...undecided, ...decided, 'underAppeal'], by: ['system'] },
  nameHelper: { from: ['draft', ...undecided], by: ['applicant'] },
  endHelper: {
    from: ['draft', ...undecided, ...decided, 'closed', 'underAppeal', 'withdrawn', 'lapsed'],
    by: ['applicant', 'system'],
  },
  askDepartments: { from: ['inReview'], by: ['clerk', 'approver'] },
  giveOpinion: { from: ['inReview', 'suspended'], by: ['clerk', 'approver'] },
  bookVisit: { from: [...undecided, 'approved'], by: ['applicant'] },
  cancelVisit: { from: [...undecided, 'approved'], by: ['applicant', 'clerk'] },
  missVisit: { from: [...undecided, 'approved'], by: ['system'] },
  visit: { from: [...undecided, 'approved'], by: ['clerk'] },
  allowSecondVisit: { from: [...undecided, 'approved'], by: ['supervisor'], reason: true },
  say: { from: [...undecided, ...decided, 'underAppeal'], by: ['applicant', 'clerk', 'approver'] },
  requestExtension: { from: ['inReview'], by: ['clerk'], reason: true },
  declineExtension: { from: ['inReview'], by: ['approver'], reason: true },
  callBack: { from: ['rated', 'closed'], by: ['clerk', 'approver'], reason: true },
} as const satisfies Record<string, Transition>

export type EventKind = keyof typeof transitions
export const eventKinds = Object.keys(transitions) as [EventKind, ...EventKind[]]

/** Statuses in which somebody of the staff has to do the next thing. */
export const withStaff = [
  'submitted',
  ...accepted,
  'inReview',
  'suspended',
  'approved',
  'refused',
  'underAppeal',
] as const
/** Nothing comes after these. */
export const ended = ['closed', 'withdrawn', 'lapsed'] as const

/** 特别程序 that stop the clock (行政许可法 art. 45), and nothing else does. */
export const pauseReasons = [
  'hearing',
  'auction',
  'test',
  'inspection',
  'quarantine',
  'appraisal',
  'expertReview',
] as const
export type PauseReason = (typeof pauseReasons)[number]

/** What a deadline is about: to accept or notify, to correct, to supply what follows later, to decide, to deliver, to answer an appeal. */
export const deadlineKinds = ['notice', 'correction', 'decision', 'delivery', 'appeal'] as const
export type DeadlineKind = (typeof deadlineKinds)[number]

/** 好差评 (国办发〔2019〕51号): 5 非常满意 … 1 非常不满意; 1 and 2 are 差评. */
export const poorRatingMost = 2
