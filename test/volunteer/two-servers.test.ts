import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { addressUrl } from '../../cloud/platform/database'
import { jobs } from '../../cloud/server'
import { appHeaders, post, readDates, startTestCloud, type TestCloud, type TestPerson, wireDates } from '../cloud'
import { liuqiao } from '../factories/areas'
import { always, helpOf } from '../factories/help'
import { approved, somebody } from '../factories/volunteers'

/** A county on two servers: a process of its own beside the one of this test, on one database, each with its own jobs and its own picture of the pool. */

const secret = randomBytes(32).toString('base64')
let cloud: TestCloud
let dataDir: string
let other: ChildProcess
let otherUrl: string
beforeAll(async () => {
  cloud = await startTestCloud({ SECRET_KEY: secret })
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'linlibang-second-'))
  other = spawn(process.execPath, ['--import', 'tsx', 'cloud/cli.ts', 'serve'], {
    cwd: path.join(__dirname, '..', '..'),
    env: {
      ...process.env,
      NODE_ENV: 'development',
      DATABASE_URL: addressUrl(cloud.address),
      DATA_DIR: dataDir,
      SECRET_KEY: secret,
      PORT: '0',
      LOG_LEVEL: 'error',
      RATE_LIMIT_SESSION: '100000',
      RATE_LIMIT_ADDRESS: '100000',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  otherUrl = await new Promise<string>((resolve, reject) => {
    for (const stream of [other.stdout, other.stderr])
      stream?.on('data', (chunk) => {
        said += chunk
        const url = /Serving at (http:\S+)/.exec(said)?.[1]
        if (url) resolve(url)
      })
    other.once('exit', () => reject(new Error(said)))
  })
}, 120_000)
afterAll(async () => {
  if (other.exitCode === null) {
    other.kill('SIGTERM')
    await once(other, 'exit')
  }
  await cloud.stop()
  fs.rmSync(dataDir, { recursive: true, force: true })
})

/** Asks one of the two servers, as a phone would that is led to either. */
async function ask<T>(second: boolean, as: TestPerson, name: string, input: object) {
  const reply = await post(
    `${second ? otherUrl : cloud.url}/1.1/functions/${name}`,
    wireDates({ requestId: randomUUID(), ...input }),
    { ...appHeaders(cloud.settings), 'x-lc-session': as.token },
  )
  expect({ name, status: reply.status }).toEqual({ name, status: 200 })
  return (readDates(reply.body) as { result: { ok: boolean; value: T } }).result
}
const rematch = () =>
  jobs
    .find(({ name }) => name === 'rematchPool')
    ?.run({ sql: cloud.sql, services: cloud.server.services, now: () => new Date() }, {})

it('never offers an hour twice, and leaves nobody idle, while both match, answer and make rounds at once', async () => {
  const admin = await somebody(cloud, ['communityAdmin', liuqiao])
  const helpers: TestPerson[] = []
  for (const name of ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛'])
    helpers.push(await approved(cloud, admin, { name: `热心人${name}`, weekly: always, weeklyMinutes: 900 }))
  const askers = await Promise.all(Array.from({ length: 24 }, () => somebody(cloud)))
  const from = new Date(Date.now() + 48 * 3_600_000)
  from.setUTCHours(2, 0, 0, 0) // 10:00 in the county
  const windows = [{ from, until: new Date(from.getTime() + 3_600_000) }]

  const asked = Promise.all(
    askers.map((who, n) => ask(n % 2 === 1, who, 'volunteer.ask', helpOf({ now: () => new Date() }, { windows }))),
  )
  // Whoever is asked says yes on whichever server, at once; rounds go over the pool meanwhile.
  let over = false
  const yes = Promise.all(
    helpers.map(async (who, n) => {
      for (let turn = 0; !over; turn++) {
        const { value } = await ask<{ rows: { offerId: number }[] }>(
          (n + turn) % 2 === 1,
          who,
          'volunteer.myOffers',
          {},
        )
        for (const { offerId } of value.rows)
          await ask((n + turn) % 2 === 0, who, 'volunteer.answerOffer', { offerId, accept: true })
        await new Promise((resolve) => setTimeout(resolve, 30))
      }
    }),
  )
  for (let round = 0; round < 4; round++) await rematch()
  expect((await asked).every((answer) => answer.ok)).toBe(true)
  await rematch()
  over = true
  await yes

  const taken = await cloud.sql<{ personId: number; n: number }[]>`
    select person_id as "personId", count(*)::int as n from offers where status in ('sent', 'accepted') group by person_id`
  expect(taken.map(({ personId }) => personId).sort()).toEqual(helpers.map(({ personId }) => personId).sort())
  expect(taken.every(({ n }) => n === 1)).toBe(true)
  const [coming] = await cloud.sql<{ twice: number }[]>`
    select count(*)::int as twice from assignments a join assignments b
        on b.person_id = a.person_id and b.id > a.id and b.span && a.span
     where a.status <> 'cancelled' and b.status <> 'cancelled'`
  expect(coming?.twice).toBe(0)
  const [requests] = await cloud.sql<{ crowded: number }[]>`
    select count(*)::int as crowded from (select request_id from offers where status in ('sent', 'accepted') group by request_id having count(*) > 1) more`
  expect(requests?.crowded).toBe(0)
}, 120_000)
