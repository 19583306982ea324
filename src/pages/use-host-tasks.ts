import type { hub } from '../../types/hub'
import type { OutputOf } from '../../types/operation'
import { client } from '../platform/client'
import { dayKey, nearTime } from '../platform/dates'
import { go } from '../platform/routes'
import { useMe } from '../platform/session'
import { useAsk } from '../platform/use-ask'
import { hubWording } from './hub-wording'
import type { Task } from './task'

type Inbox = OutputOf<(typeof hub)['hubInbox']>
type Promises = OutputOf<(typeof hub)['promises']>

const words = hubWording.host
const dayMs = 86_400_000
/** Who may owe an answer: a deputy and the lead of a branch are party members, and what nobody answers ends at the community. */
const answering: readonly string[] = ['hubHost', 'partyMember', 'communityAdmin']

/** What residents wait for from me: answers, and what I promised on a visit. */
export function useHostTasks(): Task[] {
  const answers = useMe()?.grants.some(({ role }) => answering.includes(role)) ?? false
  const inbox = useAsk(
    async () => (answers ? await client.hub.hubInbox({}) : { ok: true as const, value: null }),
    `home/inbox/${answers}`,
  )
  const promises = useAsk(
    async () =>
      answers ? await client.hub.promises({ side: 'hub', status: 'open' }) : { ok: true as const, value: null },
    `home/promises/${answers}`,
  )
  const now = new Date()
  return [
    inbox.asked.state === 'ready' && inbox.asked.value ? taskOfInbox(inbox.asked.value, now) : undefined,
    promises.asked.state === 'ready' && promises.asked.value ? taskOfPromises(promises.asked.value, now) : undefined,
  ].flatMap((task) => task ?? [])
}

/** The answers I owe as one task, by the nearest of their deadlines; undefined when none is mine. */
export function taskOfInbox({ rows }: Pick<Inbox, 'rows'>, now: Date): Task | undefined {
  const owed = rows.filter(({ mine, dueAt }) => mine && dueAt)
  const [first] = owed
  if (!first?.dueAt) return undefined
  const late = first.dueAt <= now
  const open = () => (owed.length === 1 ? go('branchContact', { contactId: first.contactId }) : go('branchInbox'))
  return {
    key: 'hub-inbox',
    urgent: true,
    dueAt: first.dueAt,
    light: { kind: late ? 'late' : 'soon', words: late ? words.late : words.by(nearTime(first.dueAt, now)) },
    title: words.owed(owed.length),
    note: first.words,
    step: { words: words.answer, run: open },
    pressing: false,
    open,
  }
}

/** What was promised and is late, or has to be done by tomorrow; undefined when there is still time. */
export function taskOfPromises({ broken, rows }: Pick<Promises, 'broken' | 'rows'>, now: Date): Task | undefined {
  const tomorrow = dayKey(new Date(now.getTime() + dayMs))
  const near = rows.filter(({ mine, dueOn }) => mine && dueOn <= tomorrow)
  if (broken === 0 && near.length === 0) return undefined
  const open = () => go('branchPromises', broken > 0 ? { status: 'broken' } : {})
  return {
    key: 'hub-promises',
    urgent: true,
    dueAt: null,
    light: broken > 0 ? { kind: 'late', words: words.promiseLate } : { kind: 'soon', words: words.promiseNear },
    title: broken > 0 ? words.broken(broken) : words.near(near.length),
    step: { words: words.look, run: open },
    pressing: false,
    open,
  }
}
