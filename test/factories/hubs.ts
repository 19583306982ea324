import { jobs } from '../../cloud/server'
import type { hub } from '../../types/hub'
import type { RequestOf } from '../../types/operation'
import { grantRole, startTestCloud, type TestCloud, type TestPerson } from '../cloud'
import { county, grid, liuqiao } from './areas'
import { somebody } from './volunteers'

/** A community with hubs whose clock the test moves: Monday 2026-11-30, 10:00, county time. */

const monday = new Date('2026-11-30T10:00:00+08:00')

export interface Community {
  cloud: TestCloud
  admin: TestPerson
  gridWorker: TestPerson
  now(): Date
  /** Moves the clock, hours. */
  pass(hours: number): void
  /** Runs one of the server's jobs as the queue would. */
  run(name: string, payload?: object): Promise<void>
  /** Another Monday, with the same staff and nothing registered. */
  begin(): Promise<void>
  stop(): Promise<void>
}

export async function openCommunity(
  settings: NodeJS.ProcessEnv = {},
  more: Parameters<typeof startTestCloud>[1] = {},
): Promise<Community> {
  let at = monday
  const cloud = await startTestCloud({ COUNTY_CODE: county, ...settings }, { now: () => at, ...more })
  const admin = await somebody(cloud, ['communityAdmin', liuqiao])
  const gridWorker = await somebody(cloud, ['gridWorker', liuqiao])
  await cloud.sql`update people set nickname = '刘敏' where id = ${gridWorker.personId}`
  await cloud.sql`update people set nickname = '周主任' where id = ${admin.personId}`
  return {
    cloud,
    admin,
    gridWorker,
    now: () => at,
    pass: (hours) => {
      at = new Date(at.getTime() + hours * 3_600_000)
    },
    async run(name, payload = {}) {
      const job = jobs.find((one) => one.name === name)
      if (!job) throw new Error(`no job ${name}`)
      await job.run({ sql: cloud.sql, services: cloud.server.services, now: () => at }, payload)
    },
    async begin() {
      at = monday
      await cloud.sql`truncate hubs, households, hub_absences cascade`
      await cloud.sql`update hub_settings set most_households = 15, reach_metres = 5000`
    },
    stop: () => cloud.stop(),
  }
}

export interface Hub {
  hubId: number
  host: TestPerson
}

type Saved = Omit<RequestOf<(typeof hub)['saveHub']>, 'requestId'>

/** What the community enters for a hub; tests state what matters. */
export const hubOf = (hostId: number, more: Partial<Saved> = {}): Saved => ({
  name: '陈家中心户',
  hostId,
  areaCode: liuqiao,
  place: '柳桥路南段',
  lat: 30.513,
  lng: 120.513,
  consentOn: '2026-11-01',
  ...more,
})

/** A party member who agreed to be a hub, and the hub. */
export async function aHub(c: Pick<Community, 'cloud' | 'admin'>, more: Partial<Saved> = {}): Promise<Hub> {
  const host = await somebody(c.cloud)
  await grantRole(c.cloud, host.personId, 'partyMember', liuqiao)
  await c.cloud.sql`update people set nickname = '陈国华' where id = ${host.personId}`
  const { hubId } = await c.cloud.ask(c.admin, 'hub.saveHub', hubOf(host.personId, more))
  return { hubId, host: await c.cloud.signIn(host.openid, { consent: false }) }
}

type Registered = Omit<RequestOf<(typeof hub)['registerHousehold']>, 'requestId'>

let doors = 0
export const householdOf = (more: Partial<Registered> = {}): Registered => ({
  areaCode: grid,
  door: `${++doors} 幢 502 室`,
  people: 3,
  reason: 'neighbour',
  lat: 30.513,
  lng: 120.513,
  ...more,
})

/** A household that the grid worker registered. */
export const aHousehold = (c: Pick<Community, 'cloud' | 'gridWorker'>, more: Partial<Registered> = {}) =>
  c.cloud.ask(c.gridWorker, 'hub.registerHousehold', householdOf(more))

/** Somebody who lives in a household, by a code of the grid worker's. */
export async function member(c: Pick<Community, 'cloud' | 'gridWorker'>, householdId: number, nickname = '李奶奶') {
  const person = await somebody(c.cloud)
  await c.cloud.ask(person, 'people.updateMe', { nickname, communityCode: liuqiao })
  const { code } = await c.cloud.ask(c.gridWorker, 'hub.inviteToHousehold', { householdId })
  await c.cloud.ask(person, 'hub.joinByCode', { code })
  return person
}
