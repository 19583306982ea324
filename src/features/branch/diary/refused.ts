import { useRefused, type Waiting } from '../../../platform/outbox'
import type { Refusal } from '../shapes'
import { refusalWords } from '../wording'
import type { VisitInput } from './form'

/** A visit that the outbox sent and the cloud did not take. */

export const againstWords = (why: unknown): string => (typeof why === 'string' ? why : refusalWords(why as Refusal))

/** The wish was answered otherwise meanwhile: the visit stands without it. */
const pastWish = ['wrongStatus', 'notAVisitWish']

export function useAgain(requestId: string | undefined) {
  const entry = useRefused().find(({ input }) => input.requestId === requestId)
  return entry && refusedVisit(entry)
}

function refusedVisit({ input, refused }: Waiting) {
  const visit = input as unknown as VisitInput
  const reason = (refused as { reason?: string } | null)?.reason ?? ''
  return {
    visit,
    contactId: pastWish.includes(reason) ? undefined : visit.contactId,
    words: againstWords(refused),
  }
}
