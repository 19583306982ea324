import type { MyContact } from '../features/hub/contact-row'
import { useMyHub } from '../features/hub/my-hub'
import { client } from '../platform/client'
import { useSignedIn } from '../platform/session'
import { useAsk } from '../platform/use-ask'
import type { Task } from './task'
import { taskOfContact } from './task-of-hub'

/** Everything that is under way with a hub for me. */
export function useHubTasks(): Task[] {
  const signedIn = useSignedIn()
  const contacts = useAsk(
    () =>
      signedIn ? client.hub.myContacts({}) : Promise.resolve({ ok: true as const, value: { rows: [] as MyContact[] } }),
    `home/contacts/${signedIn}`,
  )
  return contacts.asked.state === 'ready' ? contacts.asked.value.rows.flatMap((row) => taskOfContact(row) ?? []) : []
}

/** My hub for the home page; undefined while nobody knows. */
export function useHome() {
  const { asked } = useMyHub()
  return asked.state === 'ready' ? asked.value : undefined
}
