import type { NoticeFacts, NoticeKind } from '../../types/inbox'
import { tell } from '../inbox/tell'
import type { Tx } from '../platform/database'
import type { HelpRequest } from './life/queries'
import { selectOtherSide } from './mediation/queries'
import { helpKindNames } from './wording'

/** Tells people of a step, in its transaction. Names and doors are never among the facts of those who have not accepted. */

const about = (h: HelpRequest, facts: NoticeFacts): NoticeFacts => ({
  helpRequestId: h.helpRequestId,
  title: helpKindNames[h.kind],
  ...facts,
})

/** Whoever is helped and whoever asked for him; of a dispute also its other side, who sees the same. */
export async function tellRequester(tx: Tx, h: HelpRequest, kind: NoticeKind, facts: NoticeFacts = {}): Promise<void> {
  if (h.kind !== 'mediation') return tellPeople(tx, h, [h.requesterId, h.madeBy], kind, facts)
  const both = [h.requesterId, h.madeBy, ...(await selectOtherSide(tx, h.helpRequestId))]
  await tellPeople(tx, h, both, kind, { ...facts, mediationId: h.helpRequestId })
}

/** Anybody else by name; each once. */
export async function tellPeople(
  tx: Tx,
  h: HelpRequest,
  personIds: readonly (number | null)[],
  kind: NoticeKind,
  facts: NoticeFacts = {},
): Promise<void> {
  const people = [...new Set(personIds)].filter((id) => id !== null)
  await tell(
    tx,
    people.map((personId) => ({ personId, kind, facts: about(h, facts) })),
  )
}
