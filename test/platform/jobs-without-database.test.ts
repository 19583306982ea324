import { addressUrl, type Database, openDatabase } from '../../cloud/platform/database'
import { jobs } from '../../cloud/server'
import { startTestCloud, type TestCloud } from '../cloud'

/** PostgreSQL may be away for hours: what works by the clock leaves off and is tried again by the queue, instead of knocking without a pause. */

let cloud: TestCloud
let away: Database
beforeAll(async () => {
  cloud = await startTestCloud()
  away = openDatabase(addressUrl(cloud.address).replace(/test_\w+/, 'a_database_that_is_not_there'), { max: 2 })
})
afterAll(async () => {
  await away.end()
  await cloud.stop()
})

it.each(jobs.filter(({ cron }) => cron !== undefined).map(({ name }) => name))(
  '%s says that it found no database, and leaves off',
  async (name) => {
    const job = jobs.find((one) => one.name === name)
    await expect(job?.run({ sql: away, services: cloud.server.services, now: () => new Date() }, {})).rejects.toThrow()
  },
  10_000,
)
