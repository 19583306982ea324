import dayjs from 'dayjs'
import { hubJobs } from '../../../hub/jobs'
import type { Caller, Services } from '../../../platform/operations'
import { livedUntil } from './beginning'
import type { PlannedContact } from './contacts'
import { Play, type Stage } from './play'

const atOnce = 12
const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** The clock of what is lived through looks around so often. */
const stepMs = hourMs / 2

/** What was asked and what became of it, in the order of time, with everything that happened by the clock. */
export async function liveContacts(
  stage: Stage & { services: Services },
  plan: readonly PlannedContact[],
  members: readonly Caller[],
  hubIds: readonly number[],
  now: Date,
): Promise<void> {
  const { sql, services, ask, callerOf } = stage
  // Two hosts are away: what is theirs goes to who stands in.
  for (const n of [3, 21]) {
    const [hub] = await sql<
      { hostId: number }[]
    >`select host_id as "hostId" from hubs where id = ${hubIds[n] as number}`
    if (!hub) continue
    const on = (days: number) => dayjs(now.getTime() + days * dayMs).format('YYYY-MM-DD')
    const days = { from: on(-2), until: on(5) }
    await ask(new Date(now.getTime() - 2 * dayMs), await callerOf(hub.hostId), 'hub.setAbsence', days)
  }
  const steps: { at: number; key: number; run(): Promise<void> }[] = []
  for (const one of plan) {
    const asker = members[one.member]
    if (!asker) continue
    const play = new Play(stage, one, asker)
    steps.push({ at: +one.askedAt, key: one.key, run: () => play.begin() })
    for (const { at, act } of one.acts) steps.push({ at: +at, key: one.key, run: () => play.act(at, act) })
  }
  steps.sort((a, b) => a.at - b.at)
  // Before an interrupted load did something, it had let the clock strike up to there.
  const struckUntil = await livedUntil(sql)
  for (let from = 0; from < steps.length; ) {
    const end = Math.floor((steps[from] as (typeof steps)[number]).at / stepMs) * stepMs + stepMs
    const together = steps.slice(from).filter(({ at }) => at < end)
    if (end - stepMs >= struckUntil) await sweep(new Date(end - stepMs))
    const byKey = new Map<number, (typeof steps)[number][]>()
    for (const step of together) byKey.set(step.key, [...(byKey.get(step.key) ?? []), step])
    await inParallel([...byKey.values()], async (own) => {
      for (const step of own) await step.run()
    })
    from += together.length
  }
  await sweep(now)
  await tick(now)

  /** The clock's work up to a moment, at each of the moments something became due. */
  async function sweep(until: Date): Promise<void> {
    for (let before = 0; ; ) {
      const [due] = await sql<{ at: Date | null; done: boolean }[]>`
        select min(c.due_at) as at,
               coalesce(bool_or(c.status = 'claimed' and exists (
                 select from contact_hand_ons h join help_requests r on r.id = h.help_request_id
                  where h.contact_id = c.id and r.status in ('confirmed', 'rated'))), false) as done
          from contacts c where c.ended_at is null`
      const at = due?.at ? +due.at : undefined
      const next = due?.done ? +until : at !== undefined && at <= +until ? Math.max(at, before) : undefined
      if (next === undefined || next === before) break
      before = next
      await tick(new Date(next))
    }
  }

  async function tick(at: Date): Promise<void> {
    await hubJobs.find(({ name }) => name === 'sweepContacts')?.run({ sql, services, now: () => at }, {})
  }
}

export async function inParallel<T>(items: readonly T[], work: (item: T, n: number) => Promise<void>): Promise<void> {
  let next = 0
  const lane = async (): Promise<void> => {
    for (let n = next++; n < items.length; n = next++) await work(items[n] as T, n)
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
}
