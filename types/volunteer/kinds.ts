import type { Urgency } from './shapes'

/**
 * The common kinds of help, each with what it needs unless somebody says otherwise: a resident taps one and is done. Skills by their code in the
 * catalogue; minutes of service; risky ones are done by insured volunteers only.
 */
export interface HelpKindNeeds {
  skills: readonly { skill: string; level?: 1 | 2 | 3; certificate?: true }[]
  minutes: number
  people: number
  risky?: true
  minAge?: number
  maxAge?: number
  urgency: Urgency
}

export const helpKindNeeds = {
  /** 陪去看病 */
  escort: { skills: [{ skill: 'escort' }], minutes: 180, people: 1, minAge: 18, urgency: 'thisWeek' },
  /** 代买代取 */
  errand: { skills: [{ skill: 'errand' }], minutes: 60, people: 1, urgency: 'today' },
  /** 搬抬东西 */
  lift: {
    skills: [{ skill: 'lifting' }],
    minutes: 60,
    people: 2,
    risky: true,
    minAge: 18,
    maxAge: 59,
    urgency: 'thisWeek',
  },
  /** 修电器水管 */
  repair: { skills: [{ skill: 'plumbing' }], minutes: 90, people: 1, minAge: 18, urgency: 'today' },
  /** 修电路插座 */
  electric: {
    skills: [{ skill: 'electrician', certificate: true }],
    minutes: 90,
    people: 1,
    risky: true,
    minAge: 18,
    urgency: 'today',
  },
  /** 教用手机 */
  phone: { skills: [{ skill: 'phone' }], minutes: 60, people: 1, urgency: 'thisWeek' },
  /** 陪聊做伴 */
  company: { skills: [{ skill: 'company' }], minutes: 60, people: 1, urgency: 'planned' },
  /** 临时照看 */
  care: { skills: [{ skill: 'care' }], minutes: 120, people: 1, minAge: 18, urgency: 'today' },
  /** 量血压、看药单 */
  health: { skills: [{ skill: 'medical', certificate: true }], minutes: 30, people: 1, urgency: 'thisWeek' },
  /** 问法律 */
  law: { skills: [{ skill: 'law', certificate: true }], minutes: 60, people: 1, urgency: 'planned' },
  /** 方言翻译 */
  interpret: { skills: [{ skill: 'interpret' }], minutes: 60, people: 1, urgency: 'today' },
  /** 填表写信 */
  paperwork: { skills: [{ skill: 'writing' }], minutes: 60, people: 1, urgency: 'thisWeek' },
  /** 辅导功课 */
  study: { skills: [{ skill: 'tutoring' }], minutes: 90, people: 1, urgency: 'planned' },
  /** 找工作 */
  work: { skills: [{ skill: 'jobAdvice' }], minutes: 60, people: 1, urgency: 'planned' },
  /** 劝架调解 */
  mediation: {
    skills: [{ skill: 'mediation', certificate: true }],
    minutes: 90,
    people: 1,
    minAge: 18,
    urgency: 'today',
  },
  other: { skills: [], minutes: 60, people: 1, urgency: 'thisWeek' },
} as const satisfies Record<string, HelpKindNeeds>

export type HelpKind = keyof typeof helpKindNeeds
export const helpKinds = Object.keys(helpKindNeeds) as [HelpKind, ...HelpKind[]]
