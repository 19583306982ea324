import { contactEnded } from '../../types/hub'
import type { MyContact } from '../features/hub/contact-row'
import { kindNames, statusLights } from '../features/hub/wording'
import { go } from '../platform/routes'
import { hubWording as words } from './hub-wording'
import type { Task } from './task'

/** What is under way with a hub, for the home page: answered and handed on it waits for me. Undefined when it is over. */
const ended: readonly string[] = contactEnded
const mostLetters = 14

export function taskOfContact(row: MyContact): Task | undefined {
  if (ended.includes(row.status)) return undefined
  const open = () => go('contact', { contactId: row.contactId })
  const whole = row.words || kindNames[row.kind]
  const said = whole.length > mostLetters ? `${whole.slice(0, mostLetters)}…` : whole
  const shared = { key: `contact-${row.contactId}`, note: row.hubName, pressing: false, open }
  if (row.follow)
    return {
      ...shared,
      urgent: true,
      dueAt: null,
      light: { kind: 'soon', words: words.follow.light },
      title: said,
      step: { words: words.follow.step, run: open },
    }
  if (row.status === 'answered')
    return {
      ...shared,
      urgent: true,
      dueAt: null,
      light: { kind: 'soon', words: words.answered.light },
      title: said,
      step: { words: words.answered.step, run: open },
    }
  return {
    ...shared,
    urgent: false,
    dueAt: row.dueAt,
    light: statusLights[row.status],
    title: said,
    step: { words: words.look, run: open },
  }
}
