import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone'
import utc from 'dayjs/plugin/utc'
import { hubJobs } from '../../../hub/jobs'
import type { Caller, Services } from '../../../platform/operations'
import type { Chance } from '../random'
import type { PlannedHub } from './places'
import type { Stage } from './play'
import { heardWords, outcomeWords, postPlans, promiseWords } from './visit-words'

dayjs.extend(utc)
dayjs.extend(timezone)

const dayMs = 86_400_000

/** Who visits whom: of each community the first three hubs, most of their time with those in difficulty. */
const visiting = (n: number) => n % 5 < 3

/**
 * Lives through the visits of five weeks and what became of what was promised: kept in time, kept late, not kept and told to the branch, not due yet. 黄志远 has
 * some of each.
 */
export async function liveVisits(
  stage: Stage & { services: Services },
  c: Chance,
  hubIds: readonly number[],
  now: Date,
) {
  const today = dayjs(now).tz('Asia/Shanghai').startOf('day')
  const day = (daysAgo: number) => today.subtract(daysAgo, 'day').format('YYYY-MM-DD')
  const steps: { at: number; run(): Promise<unknown> }[] = []
  for (const [n, hubId] of hubIds.entries()) {
    if (!visiting(n)) continue
    const homes = await stage.sql<{ id: number }[]>`
      select l.household_id as id from linked_households l join households h on h.id = l.household_id
       where l.hub_id = ${hubId} and l.until is null order by ${n === 0} or h.reason <> 'difficulty', h.id`
    const [hub] = await stage.sql<{ hostId: number }[]>`select host_id as "hostId" from hubs where id = ${hubId}`
    if (!hub || homes.length < 3) continue
    const host = await stage.callerOf(hub.hostId)
    // The hub that anybody can sign in to is visited by name: 王秀兰, 李奶奶.
    const named = n === 0 ? [0, 1, 2, 0] : []
    const visits = n === 0 ? 4 : c.between(1, 3)
    for (let k = 0; k < visits; k++) {
      const daysAgo = n === 0 ? ([24, 13, 6, 2][k] as number) : c.between(2, 34)
      const first = homes[named[k] ?? c.between(0, homes.length - 2)] as { id: number }
      const second = homes.find(({ id }) => id !== first.id) as { id: number }
      const at = +today - daysAgo * dayMs + c.between(15, 18) * 3_600_000
      const due = n === 0 ? ([5, 4, 3, 5][k] as number) : c.pick([3, 5, 7, 10])
      const promises = Array.from({ length: n === 0 ? 1 : c.pick([0, 1, 1, 2]) }, () => ({
        householdId: first.id,
        words: c.pick(promiseWords),
        dueOn: day(daysAgo - due),
      }))
      const input = {
        visitedOn: day(daysAgo),
        householdIds: c.between(1, 3) === 1 ? [first.id, second.id] : [first.id],
        heard: c.pick(heardWords),
        promises,
      }
      const fate =
        n === 0
          ? (['kept', 'broken', 'late', 'open'] as const)[k]
          : c.pick(['kept', 'kept', 'kept', 'late', 'broken'] as const)
      const keptAt = at + (fate === 'kept' ? due - 1 : due + 2) * dayMs
      const outcome = c.pick(outcomeWords)
      let visitId = 0
      steps.push({
        at,
        run: async () => {
          const written = await stage.ask(new Date(at), host, 'hub.writeVisit', input)
          visitId = (written?.visitId as number | undefined) ?? 0
        },
      })
      if ((fate === 'kept' || fate === 'late') && keptAt < now.getTime())
        steps.push({ at: keptAt, run: () => keepAll(new Date(keptAt), host, visitId, outcome) })
    }
  }
  // The clock of the promises goes by days.
  for (let daysAgo = 34; daysAgo >= 0; daysAgo--) {
    const at = +today - daysAgo * dayMs + 600_000
    if (at < now.getTime()) steps.push({ at, run: () => sweep(new Date(at)) })
  }
  for (const step of steps.sort((a, b) => a.at - b.at)) if (step.at < now.getTime()) await step.run()

  async function keepAll(at: Date, host: Caller, visitId: number, outcome: string): Promise<void> {
    const rows = await stage.sql<{ id: number }[]>`
      select id from visit_promises where visit_id = ${visitId} and status <> 'kept' order by id`
    for (const { id } of rows) await stage.ask(at, host, 'hub.keepPromise', { promiseId: id, outcome })
  }
  async function sweep(at: Date): Promise<void> {
    const { sql, services } = stage
    await hubJobs.find(({ name }) => name === 'sweepPromises')?.run({ sql, services, now: () => at }, {})
  }
}

/** Three posts in each township, held by hosts who agreed. */
export async function setUpPosts(
  stage: Stage,
  admin: Caller,
  hubs: readonly PlannedHub[],
  hubIds: readonly number[],
  at: Date,
): Promise<void> {
  const consentOn = dayjs(at).tz('Asia/Shanghai').subtract(3, 'day').format('YYYY-MM-DD')
  for (const [n, plan] of [...postPlans, ...postPlans, ...postPlans].entries()) {
    // Five communities apart: the first of each township, then the second, and so on.
    const which = Math.floor(n / 5) * 20 + (n % 5) * 4
    const hubId = hubIds[which]
    const [hub] = await stage.sql<{ hostId: number }[]>`select host_id as "hostId" from hubs where id = ${hubId ?? 0}`
    const areaCode = hubs[which]?.input.areaCode.slice(0, 12)
    if (hub && areaCode)
      await stage.ask(at, admin, 'hub.savePost', { ...plan, holderId: hub.hostId, areaCode, hubId, consentOn })
  }
}
