import type { ContactDetail } from '../../../types/hub'
import { giveFiles } from '../../files/give'
import type { Sql } from '../../platform/database'
import type { Call } from '../../platform/operations'
import { found } from '../../platform/serve'
import { selectOptionalContact } from '../life/queries'
import { contactActions } from '../life/rules'
import * as queries from './queries'

/** One thread as `me` may see it: who asked stays unnamed when he wished so, whatever the page; numbers and doors are in none of it. */
export async function readContact(sql: Sql, me: number, contactId: number, call: Call): Promise<ContactDetail> {
  const contact = found(await selectOptionalContact(sql, me, contactId))
  const [messages, events, handOns, beside] = await Promise.all([
    queries.selectMessages(sql, contactId),
    queries.selectEvents(sql, contactId),
    queries.selectHandOns(sql, contactId),
    queries.selectBeside(sql, me, contactId),
  ])
  const fileIds = messages.flatMap((message) => message.fileIds)
  const files = await giveFiles(sql, call.services, { fileIds, to: me, now: call.now })
  const { side, status, dueAt, anonymous } = contact
  const hidden = anonymous && side !== 'resident'
  const owed = status === 'answered' ? null : dueAt
  return {
    contactId,
    kind: contact.kind,
    status,
    hubId: contact.hubId,
    hubName: contact.hubName,
    askedAt: contact.askedAt,
    dueAt: owed,
    level: contact.level,
    version: contact.version,
    side,
    personName: hidden ? null : (beside?.nickname ?? null),
    householdId: hidden ? null : contact.householdId,
    anonymous,
    aboutHost: contact.aboutHost,
    overdue: owed !== null && owed <= call.now,
    stars: beside?.stars ?? null,
    comment: beside?.comment ?? null,
    messages: messages.map(({ fromId, fileIds: ids, ...message }) => ({
      ...message,
      mine: fromId === me,
      files: files.filter((file) => ids.includes(file.fileId)),
    })),
    events,
    handOns,
    numbers: { iShare: beside?.iShare ?? false, otherShares: !hidden && (beside?.otherShares ?? false) },
    allowedActions: contactActions(status, side, {
      mine: contact.ownerId === me,
      handedOn: handOns.some((one) => one.targetId === null),
      callWished: contact.wantsCall,
    }),
  }
}
