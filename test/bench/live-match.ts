import { randomBytes, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { recordAudit } from '../../cloud/audit/record'
import { migrate } from '../../cloud/database/migrate'
import { deriveKeys } from '../../cloud/platform/crypto'
import { type Database, inTransaction, openDatabase } from '../../cloud/platform/database'
import { startCluster } from '../../cloud/platform/embedded-postgres'
import { createLog } from '../../cloud/platform/log'
import type { Caller, Services } from '../../cloud/platform/operations'
import { serveVolunteer } from '../../cloud/volunteer'
import { rematchPool } from '../../cloud/volunteer/jobs'
import { openPool } from '../../cloud/volunteer/pool/matcher'
import { wireDates } from '../cloud'
import type { Bench } from './main'
import { chance } from './match-county'

const people = 20_000
const asks = 400
const now = new Date('2026-11-30T10:00:00+08:00')
const at = (numbers: number[], share: number) =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? 0
const round = (number: number) => Number(number.toFixed(1))

/**
 * 20,000 volunteers in the database: reading them all once, then new requests one after the other through the whole operation (transaction, county's lock, index brought up to what changed,
 * match, offers, notices, audit), and a round over the pool that is open then. Every answer is compared with the rows.
 */
export const liveMatchBench: Bench = async (say) => {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'linlibang-bench-'))
  fs.chmodSync(dataDir, 0o755)
  const cluster = await startCluster({ dataDir })
  const admin = openDatabase(cluster.address('postgres'), { max: 1 })
  await admin.unsafe('create database bench')
  await admin.end()
  await migrate(cluster.address('bench'))
  const sql = openDatabase(cluster.address('bench'), { max: 4, sealing: deriveKeys(randomBytes(32)).sealing })
  try {
    await insertCounty(sql)
    say(`${people} volunteers loaded`)
    const services = {
      keys: deriveKeys(randomBytes(32), []),
      log: createLog('silent'),
      countyCode: '990101',
      publicUrl: () => undefined,
    } as unknown as Services
    const reading = await clock(() => inTransaction(sql, (tx) => openPool(tx, services, now)))
    const endpoints = serveVolunteer({ sql, services, recordAudit, now: () => now })
    const ask = endpoints.get('volunteer.ask')
    if (!ask) throw new Error('nothing to ask')
    const draw = chance(7)
    const all: number[] = []
    const none: number[] = []
    const pool: number[] = []
    let offered = 0
    for (let n = 0; n < asks; n++) {
      const who: Caller = { personId: people + 1 + n, sessionId: 0, openid: null, grants: [] }
      const from = new Date(
        now.getTime() + (24 * (1 + Math.floor(draw() * 13)) + Math.floor(draw() * 8) - 1) * 3_600_000,
      )
      const input = {
        requestId: randomUUID(),
        kind: (['errand', 'escort', 'phone', 'company'] as const)[n % 4],
        urgency: n % 20 === 0 ? 'now' : 'planned',
        windows: [{ from, until: new Date(from.getTime() + 3 * 3_600_000) }],
        lat: 30.4 + draw() * 0.2,
        lng: 120.4 + draw() * 0.2,
        homeAreaCode: '511723',
        dialects: ['chuanyu'],
        wishes: { dialect: 'better' },
      }
      const one = await clock(() => ask(who, wireDates(input)))
      if (!one.answer.ok) throw new Error(JSON.stringify(one.answer))
      const found = (one.answer.value as { status: string }).status === 'offered'
      if (found) offered++
      ;(found ? all : none).push(one.ms)
      // What matching adds: the lock, the changes and the answer of the index.
      if (n % 4 === 0) pool.push((await clock(() => inTransaction(sql, (tx) => openPool(tx, services, now)))).ms)
    }
    const [{ rows } = { rows: 0 }] = await sql<
      { rows: number }[]
    >`select count(distinct request_id)::int as rows from offers where status = 'sent'`
    if (rows !== offered) throw new Error(`${offered} were told that people were asked, ${rows} have offers`)
    const again = await clock(() => rematchPool({ sql, services, now: () => now }))
    const figures = {
      readAllMs: round(reading.ms),
      askP50: round(at(all, 0.5)),
      askP99: round(at(all, 0.99)),
      unmetP50: round(at(none, 0.5)),
      unmetP99: round(at(none, 0.99)),
      bringUpP50: round(at(pool, 0.5)),
      bringUpP99: round(at(pool, 0.99)),
      offered,
      rematchMs: round(again.ms),
    }
    say(`reading everybody once ${figures.readAllMs} ms`)
    say(
      `a new request, whole operation: p50 ${figures.askP50} ms, p99 ${figures.askP99} ms; ${offered} of ${asks} could be offered`,
    )
    say(`one that nobody can come to, with its explanation: p50 ${figures.unmetP50} ms, p99 ${figures.unmetP99} ms`)
    say(`the county's lock and what changed, alone: p50 ${figures.bringUpP50} ms, p99 ${figures.bringUpP99} ms`)
    say(`a round over the pool ${figures.rematchMs} ms`)
    return figures
  } finally {
    await sql.end()
    await cluster.stop()
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
}

async function clock<T>(act: () => Promise<T>): Promise<{ answer: T; ms: number }> {
  const began = performance.now()
  const answer = await act()
  return { answer, ms: performance.now() - began }
}

/** A county of one community, its volunteers around it, and as many residents as ask. */
async function insertCounty(sql: Database): Promise<void> {
  await sql.unsafe(`
    insert into areas (code, name, lat, lng) values ('990101', '云溪县', 30.5, 120.5), ('990101001', '柳桥街道', 30.5, 120.5), ('990101001001', '柳桥社区', 30.5, 120.5);
    insert into people (nickname, community_code) select '居民' || n, '990101001001' from generate_series(1, ${people + asks + 1}) n;
    insert into privacy_consents (person_id, version) select id, '2026-11-01' from people;
    insert into role_grants (person_id, role, area_code) values (${people + asks + 1}, 'gridWorker', '990101001001');
    insert into volunteers (person_id, status, name, area_code, home_area_code, age_band, base_lat, base_lng, radius_metres, weekly_minutes, decided_at)
      select n, 'approved', '志愿者', '990101001001', (array['511723', '341221', '361128', '430582'])[1 + n % 4], 35, 30.4 + 0.2 * ((n * 7919) % 20011) / 20011.0,
             120.4 + 0.2 * ((n * 104729) % 20021) / 20021.0, 2000, 360, now() from generate_series(1, ${people}) n;
    insert into volunteer_skills (person_id, skill_code, level)
      select n, s, 1 + n % 3 from generate_series(1, ${people}) n, unnest(array['errand', 'escort', 'phone', 'company']) with ordinality as k (s, i) where (n + i) % 3 <> 0;
    insert into volunteer_dialects (person_id, dialect_code) select n, 'chuanyu' from generate_series(1, ${people}) n where n % 4 = 0;
    insert into availability_weekly (person_id, weekday, from_minute, until_minute)
      select n, d, case n % 3 when 0 then 480 else 780 end, case n % 3 when 0 then 780 else 1260 end from generate_series(1, ${people}) n, generate_series(1, 7) d where (n + d) % 2 = 0;
    analyze`)
}
