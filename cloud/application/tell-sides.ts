import type { NoticeFacts, NoticeKind } from '../../types/inbox'
import { tell } from '../inbox/tell'
import type { Tx } from '../platform/database'
import { selectApplicantsSide } from './apply/queries'
import type { Application } from './life/queries'

/** Tells people of a step, in its transaction. */

const about = (a: Application, facts: NoticeFacts): NoticeFacts => ({
  applicationId: a.applicationId,
  title: a.itemName,
  ...(a.number ? { number: a.number } : {}),
  ...facts,
})

/** Everybody on the applicant's side. */
export async function tellApplicant(tx: Tx, a: Application, kind: NoticeKind, facts: NoticeFacts = {}): Promise<void> {
  const people = await selectApplicantsSide(tx, a.applicationId)
  await tell(
    tx,
    people.map((personId) => ({ personId, kind, facts: about(a, facts) })),
  )
}

/** Members of the staff; whoever did it need not be told. */
export async function tellStaff(
  tx: Tx,
  a: Application,
  personIds: readonly (number | null)[],
  kind: NoticeKind,
  facts: NoticeFacts = {},
): Promise<void> {
  const people = [...new Set(personIds)].filter((id) => id !== null)
  await tell(
    tx,
    people.map((personId) => ({ personId, kind, facts: about(a, facts) })),
  )
}
