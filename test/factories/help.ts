import { inTransaction } from '../../cloud/platform/database'
import { jobs } from '../../cloud/server'
import type { RequestOf } from '../../types/operation'
import type { volunteer } from '../../types/volunteer'
import { startTestCloud, type TestCloud, type TestPerson } from '../cloud'
import { liuqiao } from './areas'
import { approved, somebody } from './volunteers'

/** A neighbourhood whose clock the test moves: Monday 2026-11-30, 10:00, county time. */

export const monday = new Date('2026-11-30T10:00:00+08:00')
const hour = 3_600_000

export interface Neighbourhood {
  cloud: TestCloud
  admin: TestPerson
  gridWorker: TestPerson
  now(): Date
  /** Moves the clock, hours. */
  pass(hours: number): void
  set(at: Date): void
  /** Runs one of the server's jobs as the queue would. */
  run(name: string, payload?: object): Promise<void>
  /** Runs what was queued to look for people. */
  seekNow(): Promise<void>
  stop(): Promise<void>
}

export async function openNeighbourhood(): Promise<Neighbourhood> {
  let at = monday
  const cloud = await startTestCloud({}, { now: () => at })
  const admin = await somebody(cloud, ['communityAdmin', liuqiao])
  const gridWorker = await somebody(cloud, ['gridWorker', liuqiao])
  await cloud.sql`update people set nickname = '刘敏' where id = ${gridWorker.personId}`
  await cloud.sql`update people set nickname = '周主任' where id = ${admin.personId}`
  const run = async (name: string, payload: object = {}) => {
    const job = jobs.find((one) => one.name === name)
    if (!job) throw new Error(`no job ${name}`)
    await job.run({ sql: cloud.sql, services: cloud.server.services, now: () => at }, payload)
  }
  return {
    cloud,
    admin,
    gridWorker,
    now: () => at,
    pass: (hours) => {
      at = new Date(at.getTime() + hours * hour)
    },
    set: (moment) => {
      at = moment
    },
    run,
    async seekNow() {
      const queued = await inTransaction(
        cloud.sql,
        (tx) => tx<{ helpRequestId: number }[]>`
          delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
           where t.id = j.task_id and t.identifier = 'seekHelp' returning (j.payload->>'helpRequestId')::int as "helpRequestId"`,
      )
      for (const payload of queued) await run('seekHelp', payload)
    },
    stop: () => cloud.stop(),
  }
}

type Asked = Omit<RequestOf<(typeof volunteer)['ask']>, 'requestId'>

/** What somebody asks for; tests state what matters. Tuesday from 9:30 to 10:30, an errand. */
export const helpOf = (_n: Pick<Neighbourhood, 'now'>, more: Partial<Asked> = {}): Asked => {
  const tuesday = new Date('2026-12-01T09:30:00+08:00')
  return {
    kind: 'errand',
    urgency: 'thisWeek',
    windows: [{ from: tuesday, until: new Date(tuesday.getTime() + hour) }],
    address: '柳桥路 8 号 302',
    areaCode: liuqiao,
    ...more,
  }
}

/** Free every day from eight to eight. */
export const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute: 8 * 60, untilMinute: 20 * 60 }))

/** A volunteer who runs errands and is always free, unless the test says otherwise. */
export const helper = (n: Neighbourhood, name: string, more: Parameters<typeof approved>[2] = {}) =>
  approved(n.cloud, n.admin, { name, weekly: always, ...more })

/** Somebody who lives in the neighbourhood and asks for help. */
export const neighbour = async (n: Neighbourhood, nickname = '李奶奶'): Promise<TestPerson> => {
  const person = await somebody(n.cloud)
  await n.cloud.ask(person, 'people.updateMe', { nickname, communityCode: liuqiao })
  return person
}

/** Offers of somebody that wait. */
export const offersOf = async (n: Neighbourhood, who: TestPerson) =>
  (await n.cloud.ask(who, 'volunteer.myOffers', {})).rows

/** The one offer that waits. */
export async function theOffer(n: Neighbourhood, who: TestPerson) {
  const [offer] = await offersOf(n, who)
  if (!offer) throw new Error('nothing was offered')
  return offer
}
