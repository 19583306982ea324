import type { ContactDetail } from '../../../../types/hub'
import { threadWording as words } from './wording'

/** A thread as it is read: what was said, what happened, and what it was handed on to, in the order of time. */

type Message = ContactDetail['messages'][number]
export type HandOn = ContactDetail['handOns'][number]
export type Line =
  | { kind: 'message'; key: string; at: Date; message: Message }
  /** `timed`: what follows does not say the same time. */
  | { kind: 'event'; key: string; at: Date; said: string; timed: boolean }
  | { kind: 'handOn'; key: string; at: Date; handOn: HandOn }

const said: Readonly<Record<string, string>> = words.events
const order = { event: 0, message: 1, handOn: 2 }

export function linesOf({ messages, events, handOns }: ContactDetail): Line[] {
  const lines: Line[] = [
    ...messages.map((message) => ({
      kind: 'message' as const,
      key: `m${message.messageId}`,
      at: message.at,
      message,
    })),
    ...events.flatMap((event, n) => {
      const happened =
        event.kind === 'confirm' && event.by === 'system' ? words.events.confirmBySystem : said[event.kind]
      return happened ? [{ kind: 'event' as const, key: `e${n}`, at: event.at, said: happened, timed: true }] : []
    }),
    ...handOns.map((handOn) => ({ kind: 'handOn' as const, key: `h${handOn.handOnId}`, at: handOn.at, handOn })),
  ]
  lines.sort((a, b) => a.at.getTime() - b.at.getTime() || order[a.kind] - order[b.kind])
  return lines.map((line, n) => {
    const next = lines[n + 1]
    const same = next?.kind === 'message' && next.at.getTime() === line.at.getTime()
    return line.kind === 'event' && same ? { ...line, timed: false } : line
  })
}

/** What the head leads the resident to, when it was handed on and he has not gone there yet. */
const headLeads = ({ allowedActions, handOns }: ContactDetail) =>
  allowedActions.includes('follow') ? handOns.find(({ targetId }) => targetId === null) : undefined

/** The head of the page: what is so, in one sentence. */
export function headOf(contact: ContactDetail): string {
  const open = headLeads(contact)
  if (open) return words.toFollow[open.to]
  if (contact.status === 'asked' && (contact.aboutHost || contact.level > 0))
    return `等${words.owners[contact.level] ?? words.owners[0]}回您`
  return words.heads[contact.status]
}

/** By when who owes an answer; empty when nobody does. */
export function owedWords(contact: ContactDetail, by: (at: Date) => string): string {
  if (!contact.dueAt) return ''
  // The head names who it is already.
  if (contact.status === 'asked' && !contact.overdue && !headLeads(contact)) return words.owedBy(by(contact.dueAt))
  const owner = words.owners[contact.level] ?? words.owners[0] ?? ''
  return contact.overdue ? words.overdue(owner) : words.owed(owner, by(contact.dueAt))
}
