import type { HandOnTarget } from '../../types/hub'
import { sendOrKeep } from './outbox'
import { storage } from './storage'

/**
 * A contact with the hub that was handed on: the resident goes from the thread to where help is asked for, a service applied for or an activity joined, and what is
 * made there is tied to the thread. Features know nothing of one another: this note goes along on the phone.
 */
export interface Led {
  contactId: number
  handOnId: number
  to: HandOnTarget
  /** Of an application: the item it is for. */
  itemCode: string | null
  /** What it is, should it have to wait in the outbox. */
  title: string
  /** What was said in the thread, not to be said twice. */
  words: string
}

const key = 'hand-on'
/** Whoever makes something later than this came from somewhere else. */
const goodForMs = 2 * 3_600_000

export const leadOn = (led: Led): void => storage.write(key, { ...led, since: Date.now() })

function ledTo(to: HandOnTarget): Led | undefined {
  const led = storage.read<Led & { since: number }>(key)
  return led?.to === to && Date.now() - led.since <= goodForMs ? led : undefined
}

/** What was said in the thread that led here; empty when none did. */
export const ledWords = (to: HandOnTarget): string => ledTo(to)?.words ?? ''

/** The resident is back at the thread. */
export const ledNoMore = (): void => storage.remove(key)

/** Ties what was made to the thread that led there, if one did. */
export async function tieToContact(to: HandOnTarget, targetId: number, itemCode: string | null = null): Promise<void> {
  const led = ledTo(to)
  if (!led || led.itemCode !== itemCode) return
  ledNoMore()
  const { contactId, handOnId, title } = led
  // A refusal changes nothing here: the thread still offers to tie it by hand.
  await sendOrKeep('hub.followHandOn', title, { contactId, handOnId, targetId }).catch(() => undefined)
}
