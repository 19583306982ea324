import * as v from 'valibot'
import { count, id, instant, text } from '../../operation'
import { contactActors, contactEventKinds, contactStatuses } from '../life'

/** Contacts between residents and their hub: one thread, whatever becomes of it; no question goes unanswered. */

export const contactKinds = ['ask', 'suggest', 'complain', 'difficulty', 'dispute', 'policy', 'visit'] as const
export type ContactKind = (typeof contactKinds)[number]
/** What a contact is handed on to, besides another hub. */
export const handOnTargets = ['helpRequest', 'application', 'activity'] as const
export type HandOnTarget = (typeof handOnTargets)[number]
export const contactActions = [
  'say',
  'callBack',
  'withdraw',
  'confirm',
  'rate',
  'follow',
  'share',
  'sort',
  'discuss',
  'claim',
  'answer',
  'handOn',
  'passOn',
  'call',
  'takeOver',
] as const
export type ContactAction = (typeof contactActions)[number]

export const contactLimits = {
  /** Contacts that one person has under way at most. */
  live: 10,
  files: 6,
} as const

export const files = v.optional(
  v.pipe(v.array(id), v.maxLength(contactLimits.files, `最多 ${contactLimits.files} 张`)),
  [],
)
export const wrongStatus = { wrongStatus: { status: v.picklist(contactStatuses) } }
export const seen = { changedMeanwhile: {}, ...wrongStatus }
export const file = v.object({
  fileId: id,
  name: text,
  mimeType: text,
  url: text,
  thumbnailUrl: v.optional(text),
  urlUntil: instant,
})

export const contactRow = {
  contactId: id,
  kind: v.picklist(contactKinds),
  status: v.picklist(contactStatuses),
  hubId: id,
  hubName: text,
  askedAt: instant,
  /** By when somebody owes an answer; null when nothing is owed. */
  dueAt: v.nullable(instant),
  /** 0 the host, 1 a deputy, 2 the party branch, 3 the community. */
  level: count,
  version: count,
}

export const contactDetail = v.object({
  ...contactRow,
  /** In which capacity I see it. */
  side: v.picklist(['resident', 'host', 'staff']),
  /** Null to everybody else when the resident wished to be anonymous. */
  personName: v.nullable(text),
  householdId: v.nullable(id),
  anonymous: v.boolean(),
  aboutHost: v.boolean(),
  overdue: v.boolean(),
  stars: v.nullable(count),
  comment: v.nullable(text),
  messages: v.array(
    v.object({
      messageId: id,
      from: v.picklist(contactActors),
      mine: v.boolean(),
      callBack: v.boolean(),
      words: text,
      files: v.array(file),
      at: instant,
    }),
  ),
  events: v.array(v.object({ kind: v.picklist(contactEventKinds), by: v.picklist(contactActors), at: instant })),
  handOns: v.array(
    v.object({
      handOnId: id,
      to: v.picklist(handOnTargets),
      words: text,
      itemCode: v.nullable(text),
      /** What it became, once the resident went there. */
      targetId: v.nullable(id),
      targetStatus: v.nullable(text),
      at: instant,
    }),
  ),
  /** Whether numbers are exchanged: both have to have said so, each may take it back. */
  numbers: v.object({ iShare: v.boolean(), otherShares: v.boolean() }),
  allowedActions: v.array(v.picklist(contactActions)),
})
export type ContactDetail = v.InferOutput<typeof contactDetail>
