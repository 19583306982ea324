import pino from 'pino'
import { hubJobs } from '../../cloud/hub/jobs'
import { startJobs } from '../../cloud/platform/jobs'
import { createRelay } from '../../cloud/platform/relay'
import type { TestPerson } from '../cloud'
import { aHousehold, aHub, type Community, type Hub, member, openCommunity } from '../factories/hubs'
import { type Mood, openRelayProvider, type RelayProvider } from '../factories/relay-provider'

/** A call by relay against a provider over real HTTP: neither learns the other's number, no wish to be called is lost, and nobody is told of a call that did not ring. */

const token = 'provider-token'
/** Everything the server and its queue write down. */
const lines: string[] = []
const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })

let provider: RelayProvider
let c: Community
let chen: Hub
let li: TestPerson
let contactId: number
beforeAll(async () => {
  provider = await openRelayProvider()
  c = await openCommunity({ RELAY_URL: provider.url, RELAY_TOKEN: token }, { log })
})
afterAll(async () => {
  await c.stop()
  await provider.leave()
})
beforeEach(async () => {
  await c.begin()
  await c.cloud.sql`delete from graphile_worker._private_jobs`
  lines.length = provider.heard.length = 0
  provider.mood = 'connects'
  chen = await aHub(c)
  li = await member(c, (await aHousehold(c)).householdId)
  for (const who of [li, chen.host])
    await c.cloud.ask(who, 'people.bindPhone', { code: `phone:${number(who)}:${who.personId}` })
  const asked = { kind: 'ask' as const, words: '楼道灯坏了', callBack: true }
  contactId = (await c.cloud.ask(li, 'hub.askHub', asked)).contactId
})

const number = (who: TestPerson) => String(13_000_000_000 + who.personId)
const call = async () => (await c.cloud.ask(chen.host, 'hub.callInContact', { contactId })).callId
const place = (callId: number) => c.run('placeRelayCall', { callId })
const many = async (as: TestPerson, kind: string) =>
  (await c.cloud.ask(as, 'inbox.list', {})).rows.filter((row) => row.kind === kind).length
const callRow = async (callId: number) => {
  const [row] = await c.cloud.sql<{ placed: boolean; givenUp: boolean; reference: string | null }[]>`
    select placed_at is not null as placed, given_up_at is not null as "givenUp", reference from relay_calls where id = ${callId}`
  return row
}

/** Whatever anybody may read: what either side is answered, the log, the rows, what the queue noted of its failures. */
async function everythingSaid(): Promise<string> {
  const seen = await Promise.all([
    c.cloud.send(chen.host, 'hub.contact', { contactId }),
    c.cloud.send(li, 'hub.contact', { contactId }),
    c.cloud.send(chen.host, 'hub.hubInbox', {}),
    c.cloud.send(chen.host, 'inbox.list', {}),
    c.cloud.send(li, 'inbox.list', {}),
    c.cloud.sql`select * from relay_calls, notices, contact_events`,
    c.cloud.sql`select after from audit_log where operation like 'hub.%'`,
    c.cloud.sql`select payload, last_error from graphile_worker._private_jobs`,
  ])
  return JSON.stringify([seen, lines])
}
const leaks = async () => {
  const said = await everythingSaid()
  return [number(li), number(chen.host), token].filter((secret) => said.includes(secret))
}

it('rings both through the provider: each is told what concerns him, and neither sees a number', async () => {
  const callId = await call()
  expect(await many(li, 'contactCalled')).toBe(0)
  await place(callId)
  expect(provider.heard).toEqual([
    {
      id: String(callId),
      from: number(chen.host),
      to: number(li),
      key: `linlibang-call-${callId}`,
      bearer: `Bearer ${token}`,
    },
  ])
  expect(await callRow(callId)).toEqual({ placed: true, givenUp: false, reference: `vn-${callId}` })
  expect(await many(li, 'contactCalled')).toBe(1)
  await place(callId)
  expect(provider.heard).toHaveLength(1)
  expect(await many(li, 'contactCalled')).toBe(1)
  expect(await leaks()).toEqual([])
})

it.each<Mood | 'away'>([
  'refuses',
  'broken',
  'hangs',
  'stopsHalfway',
  'talksRubbish',
  'repeatsNumbers',
  'givesNoReference',
  'sendsElsewhere',
  'away',
])(
  'a provider that %s connects nobody yet: nobody is told of a call, nothing leaks, the same call rings later',
  async (mood) => {
    const callId = await call()
    const { services } = c.cloud.server
    const impatient = { ...services, relay: createRelay({ url: provider.url, token }, 300) }
    const job = hubJobs.find(({ name }) => name === 'placeRelayCall')
    const attempt = () => job?.run({ sql: c.cloud.sql, services: impatient, now: c.now }, { callId })
    if (mood === 'away') await provider.leave()
    else provider.mood = mood
    const error = await attempt()?.then(
      () => undefined,
      (thrown: Error) => thrown,
    )
    expect(error?.message).toMatch(/relay|fetch failed|terminated|aborted/)
    for (const who of [li, chen.host])
      for (const words of [error?.message, error?.stack, String(error?.cause)]) expect(words).not.toContain(number(who))
    expect(await callRow(callId)).toEqual({ placed: false, givenUp: false, reference: null })
    expect(await many(li, 'contactCalled')).toBe(0)
    expect(provider.elsewhere).toEqual([])
    expect(await leaks()).toEqual([])
    if (mood === 'away') await provider.comeBack()
    provider.mood = 'connects'
    await attempt()
    expect(new Set(provider.heard.map(({ key }) => key))).toEqual(new Set([`linlibang-call-${callId}`]))
    expect(await callRow(callId)).toMatchObject({ placed: true })
    expect(await many(li, 'contactCalled')).toBe(1)
  },
)

it('a reference that repeats a number is not kept', async () => {
  provider.mood = 'namesCallsByNumber'
  const callId = await call()
  await place(callId)
  expect(await callRow(callId)).toEqual({ placed: true, givenUp: false, reference: `call-${callId}` })
  expect(await leaks()).toEqual([])
})

it('is tried again by the queue until it is connected, under one name', async () => {
  provider.mood = 'repeatsNumbers'
  const services = { ...c.cloud.server.services, log }
  const jobs = hubJobs.filter(({ name }) => name === 'placeRelayCall')
  const queue = await startJobs(c.cloud.address, jobs, { sql: c.cloud.sql, services, now: c.now })
  try {
    const callId = await call()
    await until(async () => provider.heard.length === 1 && (await attempts()) === 1)
    expect(await leaks()).toEqual([])
    provider.mood = 'broken'
    await hurry()
    await until(async () => provider.heard.length === 2 && (await attempts()) === 2)
    provider.mood = 'connects'
    await hurry()
    await until(async () => (await callRow(callId))?.placed === true)
    expect(provider.heard.map(({ key }) => key)).toEqual(Array(3).fill(`linlibang-call-${callId}`))
    expect(await many(li, 'contactCalled')).toBe(1)
    expect(lines.join('')).toContain('the relay answered 503')
    expect(await leaks()).toEqual([])
  } finally {
    await queue.stop()
  }
})

describe('a call that could not be placed', () => {
  it('is given up after minutes, whoever called is told once, and the wish to be called stands', async () => {
    provider.mood = 'broken'
    const callId = await call()
    await expect(place(callId)).rejects.toThrow('503')
    c.pass(4 / 60)
    await c.run('giveUpCalls')
    expect(await many(chen.host, 'contactNotCalled')).toBe(0)
    c.pass(2 / 60)
    await Promise.all([c.run('giveUpCalls'), c.run('giveUpCalls'), c.run('giveUpCalls')])
    await c.run('giveUpCalls')
    expect(await many(chen.host, 'contactNotCalled')).toBe(1)
    expect(await many(li, 'contactCalled')).toBe(0)
    // Nobody's telephone rings out of the blue because a provider is there again.
    provider.mood = 'connects'
    await place(callId)
    expect(provider.heard).toHaveLength(1)
    expect(await callRow(callId)).toEqual({ placed: false, givenUp: true, reference: null })
    expect((await c.cloud.ask(chen.host, 'hub.contact', { contactId })).allowedActions).toContain('call')
    const again = await call()
    expect(again).not.toBe(callId)
    await place(again)
    expect(await many(li, 'contactCalled')).toBe(1)
    expect(await leaks()).toEqual([])
  })

  it('rings nobody after the server was away, and is given up by the first look of the clock', async () => {
    const callId = await call()
    c.pass(9)
    await place(callId)
    expect(provider.heard).toEqual([])
    await c.run('giveUpCalls')
    expect(await many(chen.host, 'contactNotCalled')).toBe(1)
  })

  it('rings nobody who withdrew what he asked, and nobody is told of it', async () => {
    const callId = await call()
    await c.cloud.ask(li, 'hub.withdrawContact', { contactId })
    await place(callId)
    c.pass(1)
    await c.run('giveUpCalls')
    expect(provider.heard).toEqual([])
    expect([await many(li, 'contactCalled'), await many(chen.host, 'contactNotCalled')]).toEqual([0, 0])
  })

  it('because a number is gone rings nobody, and whoever called is told', async () => {
    const callId = await call()
    await c.cloud
      .sql`update people set phone_cipher = null, phone_hash = null, masked_phone = null where id = ${li.personId}`
    await place(callId)
    c.pass(1)
    await c.run('giveUpCalls')
    expect(provider.heard).toEqual([])
    expect(await many(chen.host, 'contactNotCalled')).toBe(1)
  })

  it('while the clock gives it up is either placed or given up', async () => {
    const callId = await call()
    c.pass(4.999 / 60)
    const placing = place(callId)
    c.pass(0.002 / 60)
    await Promise.all([placing, c.run('giveUpCalls'), c.run('giveUpCalls')])
    await c.run('giveUpCalls')
    const told = [await many(li, 'contactCalled'), await many(chen.host, 'contactNotCalled')]
    expect(await callRow(callId)).toMatchObject(
      told[0] === 1 ? { placed: true, givenUp: false } : { placed: false, givenUp: true },
    )
    expect(told).toEqual(told[0] === 1 ? [1, 0] : [0, 1])
  })
})

const attempts = async () => {
  const [row] = await c.cloud.sql<{ n: number }[]>`
    select attempts as n from graphile_worker._private_jobs where last_error is not null and locked_at is null`
  return row?.n ?? 0
}
/** The queue's pause before the next attempt is over. */
async function hurry(): Promise<void> {
  await c.cloud.sql`update graphile_worker._private_jobs set run_at = now()`
  await c.cloud.sql`select pg_notify('jobs:insert', '{"r":"","count":1}')`
}
async function until(there: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await there()); waited += 50) {
    if (waited > 20_000) throw new Error('it never came')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
