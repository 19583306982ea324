import type { NoticeFacts, NoticeKind } from '../../../types/inbox'
import { tell } from '../../inbox/tell'
import type { Tx } from '../../platform/database'
import type { Contact } from '../life/queries'
import { hubWording } from '../wording'

/** Tells one person about a contact: its kind and its hub, never its words or who asked. */
export async function tellOf(
  tx: Tx,
  contact: Pick<Contact, 'contactId' | 'kind' | 'hubName'>,
  personId: number | null,
  kind: NoticeKind,
  facts: NoticeFacts = {},
): Promise<void> {
  if (personId === null) return
  const { contactId, hubName } = contact
  const about = { contactId, title: hubWording.contactKinds[contact.kind], place: hubName, ...facts }
  await tell(tx, [{ personId, kind, facts: about }])
}

/** Whom words of one side reach: whoever asked, or who owes the answer. */
export const otherSide = (contact: Contact & { side: 'resident' | 'host' | 'staff' }): number | null =>
  contact.side === 'resident' ? contact.ownerId : contact.personId
