import { deriveKeys } from '../../../cloud/platform/crypto'
import { type Address, openDatabase } from '../../../cloud/platform/database'
import { createLog } from '../../../cloud/platform/log'
import { readSettings } from '../../../cloud/platform/settings'
import { addressOf, buildServer } from '../../../cloud/server'

/** The whole server on a database that is there already, in a process of its own, without the jobs: nothing changes while it is read. */
async function main(): Promise<void> {
  const settings = readSettings(process.env)
  const sql = openDatabase(JSON.parse(process.env.BENCH_DATABASE ?? '') as Address, {
    sealing: deriveKeys(settings.secretKey).sealing,
  })
  // Lists ask nothing of WeChat.
  const wechat = { appid: 'wx0000000000', secret: '', baseUrl: 'http://127.0.0.1:9' }
  const { app } = await buildServer({ settings, sql, log: createLog(settings.logLevel), wechat })
  await app.listen({ port: 0, host: '127.0.0.1' })
  console.log(`Serving at ${addressOf(app)}`)
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
