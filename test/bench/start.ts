import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildIfChanged } from '../../cloud/start/build-h5'
import type { Bench } from './main'

const root = path.join(__dirname, '..', '..')

/** Seconds until the API answers: the first time (initdb, demo county), then three times warm; and the memory of node. */
export const startBench: Bench = async (say) => {
  await buildIfChanged('h5')
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'linlibang-bench-'))
  fs.chmodSync(dataDir, 0o755)
  const first = await startOnce(dataDir)
  const warm = []
  for (let n = 0; n < 3; n++) warm.push(await startOnce(dataDir))
  warm.sort((a, b) => a.seconds - b.seconds)
  const median = warm[1] as Started
  fs.rmSync(dataDir, { recursive: true, force: true })
  say(`first start   ${first.seconds.toFixed(1)} s   (initdb and demo county)`)
  say(`warm start    ${median.seconds.toFixed(1)} s   node ${median.megabytes} MB`)
  return { firstSeconds: first.seconds, warmSeconds: median.seconds, nodeMegabytes: median.megabytes }
}

interface Started {
  seconds: number
  megabytes: number
}

async function startOnce(dataDir: string): Promise<Started> {
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const started = Date.now()
  const child = spawn(process.execPath, ['--import', 'tsx', 'cloud/main.ts'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'error' },
    stdio: 'ignore',
  })
  for (;;) {
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      (r) => r.ok,
      () => false,
    )
    if (ready) break
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`)
    await sleep(20)
  }
  const seconds = (Date.now() - started) / 1000
  const status = fs.readFileSync(`/proc/${child.pid}/status`, 'utf8')
  const megabytes = Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
  child.kill('SIGTERM')
  await new Promise((resolve) => child.once('exit', resolve))
  return { seconds, megabytes }
}
