import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { migrate } from '../../cloud/database/migrate'
import { openDatabase } from '../../cloud/platform/database'
import { type Cluster, startCluster } from '../../cloud/platform/embedded-postgres'
import { listCalls } from './lists/calls'
import { loadCounty, sizeOf } from './lists/load'
import { measure, type Served, serveCounty } from './lists/measure'
import type { Bench } from './main'

const sizes = [100_000, 1_000_000] as const
/** To reach, in milliseconds and as the ratio of the medians. */
const bars = { p50: 3, p99: 25, growth: 1.3 }

/**
 * Every list a resident or a member of the staff meets, through HTTP, one call at a time, in a county of 100,000 residents and in one of a million by
 * turns: medians, 99th percentiles and how the median grows. First pages of many people and deep pages of a few; answers are compared with plain SQL.
 */
export const listsBench: Bench = async (say) => {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'linlibang-bench-'))
  fs.chmodSync(dataDir, 0o755)
  // Nothing here must survive a power cut, and nothing is written while it is measured.
  const cluster = await startCluster({ dataDir, settings: { max_wal_size: '4GB', fsync: 'off', autovacuum: 'off' } })
  try {
    const counties: Served[] = []
    for (const residents of sizes) {
      const began = performance.now()
      await load(cluster, residents)
      say(`${residents} residents loaded in ${Math.round((performance.now() - began) / 1000)} s`)
      counties.push(await serveCounty(cluster.address(nameOf(residents)), dataDir))
    }
    try {
      return await measureAll(counties, say)
    } finally {
      for (const county of counties) await county.stop()
    }
  } finally {
    await cluster.stop()
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Measures all calls and prints the table; a star marks what misses its bar. */
export async function measureAll(
  counties: readonly Served[],
  say: (line: string) => void,
): Promise<Record<string, number>> {
  const figures: Record<string, number> = {}
  const worst = { p50: 0, p99: 0, growth: 0 }
  say(`${'milliseconds, of a million residents'.padEnd(40)}   p50     p99   growth of p50 from 100,000`)
  for (const call of listCalls) {
    const [small, large] = await measure(call, counties)
    if (!small || !large) throw new Error('two counties are compared')
    const figure = { p50: round(large.p50), p99: round(large.p99), growth: round(large.p50 / small.p50) }
    const star = (key: keyof typeof bars) => (figure[key] > bars[key] ? '*' : ' ')
    say(
      `${call.name.padEnd(40)} ${figure.p50.toFixed(2).padStart(6)}${star('p50')} ${figure.p99.toFixed(1).padStart(6)}${star('p99')} ${figure.growth.toFixed(2).padStart(5)}${star('growth')}`,
    )
    const key = camel(call.name)
    Object.assign(figures, { [`${key}P50`]: figure.p50, [`${key}P99`]: figure.p99, [`${key}Growth`]: figure.growth })
    for (const k of ['p50', 'p99', 'growth'] as const) worst[k] = Math.max(worst[k], figure[k])
  }
  say(
    `${'the worst of each'.padEnd(40)} ${worst.p50.toFixed(2).padStart(6)}  ${worst.p99.toFixed(1).padStart(6)}  ${worst.growth.toFixed(2).padStart(5)}`,
  )
  return { worstP50: worst.p50, worstP99: worst.p99, worstGrowth: worst.growth, ...figures }
}

const nameOf = (residents: number) => `county_${residents}`

async function load(cluster: Cluster, residents: number): Promise<void> {
  const admin = openDatabase(cluster.address('postgres'), { max: 1 })
  await admin.unsafe(`create database ${nameOf(residents)}`)
  await admin.end()
  await migrate(cluster.address(nameOf(residents)))
  const sql = openDatabase(cluster.address(nameOf(residents)), { max: 1, patient: true })
  try {
    await loadCounty(sql, sizeOf(residents))
  } finally {
    await sql.end()
  }
}

const round = (n: number) => Number(n.toFixed(2))
const camel = (name: string) =>
  name.replace(/[^a-zA-Z]+(.)/g, (_, letter: string) => letter.toUpperCase()).replace(/[^a-zA-Z]/g, '')
