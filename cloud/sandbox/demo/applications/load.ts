import { closeApplications, endConsents, sweepApplications } from '../../../application/jobs'
import { visitJobs } from '../../../application/visit/jobs'
import { recordAudit } from '../../../audit/record'
import { instantAt } from '../../../deadlines/day'
import { addDays, dayOf } from '../../../deadlines/working-days'
import { createFileKeeper } from '../../../files'
import type { Caller } from '../../../platform/operations'
import type { Endpoints } from '../../../platform/serve'
import { createEndpoints, type Server } from '../../../server'
import { wireOf } from '../wire'
import type { PlannedCase } from './cases'
import { pictureOf } from './pictures'
import type { Stage, Step } from './play'

const lanes = 10

export interface DemoCast {
  /** By openid. */
  applicants: ReadonlyMap<string, Caller>
  /** By person. */
  staff: ReadonlyMap<number, Caller>
  department: Caller
  supervisor: Caller
}

/** Answers by request id, of what was asked before the load was interrupted. */
export type Answered = ReadonlyMap<string, unknown>

/**
 * Lives the cases through, day by day from the first: the day's submissions township by township in their order (so that numbers and owners come out the
 * same each time), then every other step of the day, then the clock as it strikes at night. Steps that were taken before an interruption are not
 * taken again. Returns the cases that stopped before their end, which none should.
 */
export async function liveThrough(
  server: Server,
  cases: readonly PlannedCase[],
  cast: DemoCast,
  { now, answered, requestIdOf }: { now: Date; answered: Answered; requestIdOf: (words: string) => string },
): Promise<string[]> {
  const { sql, services } = server
  const places = Array.from({ length: lanes }, () => {
    const place = { now, endpoints: new Map() as Endpoints }
    place.endpoints = createEndpoints({ sql, services, recordAudit, now: () => place.now })
    return place
  })
  const keeper = createFileKeeper({ sql, services, recordAudit, now: () => new Date() })
  const running = cases.map((planned) => {
    const applicant = cast.applicants.get(planned.applicant.key)
    if (!applicant) throw new Error(`${planned.applicant.key} has a case and is nobody`)
    return {
      planned,
      applicant,
      files: new Map<string, number>(),
      facts: { applicationId: 0 } as Stage['facts'],
      broken: false,
    }
  })
  type Running = (typeof running)[number]
  const requestOf = (one: Running, step: Step | undefined) => requestIdOf(`${one.planned.name} ${step?.name}`)

  // What is handed in lies ready before the first case begins.
  const uploads = running.flatMap((one) =>
    one.planned.uploads
      .filter(({ key }) => {
        const step = key.endsWith('#2')
          ? one.planned.steps.find((s) => /correct|supply/.test(s.name))
          : one.planned.steps[0]
        return !answered.has(requestOf(one, step))
      })
      .map((upload) => ({ one, ...upload })),
  )
  await inLanes(uploads, async ({ one, key, document }) => {
    const picture = await pictureOf(document)
    const { fileId, token } = await keeper.begin(one.applicant, `${document}.jpg`)
    await keeper.receive(token, async () => picture)
    one.files.set(key, fileId)
  })

  const takeStep = async (one: Running, step: Step, lane: number): Promise<void> => {
    if (one.broken) return
    const place = places[lane] as (typeof places)[number]
    const requestId = requestOf(one, step)
    const before = answered.get(requestId)
    const ask: Stage['ask'] = async (who, name, input) => {
      if (before !== undefined) return before as Record<string, unknown>
      place.now = step.at
      const answer = await place.endpoints.get(name)?.(who, { requestId, ...wireOf(input) })
      if (!answer?.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer?.refusal)}`)
      return answer.value as Record<string, unknown>
    }
    const id = () => one.facts.applicationId
    const somebody = (personId: number | null | undefined) => {
      const caller = cast.staff.get(personId ?? 0)
      // Whoever took a step before the interruption need not have the case any more.
      if (before !== undefined) return cast.supervisor
      if (!caller) throw new Error(`nobody of the staff has the demo case ${one.planned.name}`)
      return caller
    }
    try {
      await step.take({
        applicant: one.applicant,
        department: cast.department,
        supervisor: cast.supervisor,
        facts: one.facts,
        ask,
        files: (key) => [one.files.get(key)].filter((fileId) => fileId !== undefined),
        async seen() {
          const [row] = await sql<{ version: number }[]>`select version from applications where id = ${id()}`
          return { applicationId: id(), version: row?.version ?? 0 }
        },
        async owner() {
          const [row] = await sql<{ owner: number }[]>`select owner_id as owner from applications where id = ${id()}`
          return somebody(row?.owner)
        },
        async clerk() {
          const [row] = await sql<{ who: number }[]>`
            select coalesce((select person_id from application_events where application_id = ${id()} and kind = 'accept' order by seq limit 1), owner_id) as who
              from applications where id = ${id()}`
          return somebody(row?.who)
        },
        async callBack() {
          const [row] = await sql<{ callBackId: number; owner: number }[]>`
            select id as "callBackId", owner_id as owner from rating_call_backs where application_id = ${id()}`
          return { callBackId: row?.callBackId ?? 0, owner: somebody(row?.owner) }
        },
        async appealId() {
          const [row] = await sql<{ id: number }[]>`select id from application_appeals where application_id = ${id()}`
          return row?.id ?? 0
        },
      })
    } catch (error) {
      // One case that goes no further is not worth a county.
      one.broken = true
      services.log.warn({ case: one.planned.name, step: step.name, error: String(error) }, 'a demo case stopped')
    }
  }

  const steps = running
    .flatMap((one) => one.planned.steps.map((step) => ({ one, step, day: dayOf(step.at) })))
    .sort((a, b) => a.step.at.getTime() - b.step.at.getTime())
  const today = dayOf(now)
  const byDay = groupBy(steps, ({ day }) => day)
  const strike = async (at: Date) => {
    const deps = { sql, services, now: () => at }
    await sweepApplications(deps)
    await closeApplications(deps)
    for (const job of visitJobs) if (job.name === 'missVisits') await job.run(deps, null)
  }
  const first = steps[0]?.day ?? today
  let struck = first
  for (let day = first; day <= today; day = addDays(day, 1)) {
    const due = byDay.get(day) ?? []
    const townships = groupBy(
      due.filter(({ step }) => step.name === 'submit'),
      ({ one }) => one.planned.applicant.community.slice(0, 9),
    )
    await inLanes([...townships.values()], async (township, lane) => {
      for (const { one, step } of township) await takeStep(one, step, lane)
    })
    const rest = groupBy(
      due.filter(({ step }) => step.name !== 'submit'),
      ({ one }) => one,
    )
    await inLanes([...rest.values()], async (ofOne, lane) => {
      for (const { one, step } of ofOne) await takeStep(one, step, lane)
    })
    // Long ago little was under way: the clock is looked at once in ten days; of late every night.
    const recent = day >= addDays(today, -45)
    if (day !== today && (recent || day >= addDays(struck, 10))) {
      await strike(instantAt(day, 23))
      struck = day
    }
  }
  await strike(now)
  await endConsents({ sql, services, now: () => now })
  return running.filter((one) => one.broken).map((one) => one.planned.name)
}

/** Works through items in so many lanes; each item knows its lane. */
async function inLanes<T>(items: readonly T[], work: (item: T, lane: number) => Promise<void>): Promise<void> {
  let next = 0
  await Promise.all(
    Array.from({ length: Math.min(lanes, items.length) }, async (_, lane) => {
      while (next < items.length) await work(items[next++] as T, lane)
    }),
  )
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
