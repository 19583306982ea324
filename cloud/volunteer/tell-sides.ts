import type { NoticeFacts, NoticeKind } from '../../types/inbox'
import { tell } from '../inbox/tell'
import type { Tx } from '../platform/database'
import type { HelpRequest } from './life/queries'
import { helpKindNames } from './wording'

/** Tells people of a step, in its transaction. Names and doors are never among the facts of those who have not accepted. */

const about = (h: HelpRequest, facts: NoticeFacts): NoticeFacts => ({
  helpRequestId: h.helpRequestId,
  title: helpKindNames[h.kind],
  ...facts,
})

/** Whoever is helped and whoever asked for him. */
export async function tellRequester(tx: Tx, h: HelpRequest, kind: NoticeKind, facts: NoticeFacts = {}): Promise<void> {
  await tellPeople(tx, h, [h.requesterId, h.madeBy], kind, facts)
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
