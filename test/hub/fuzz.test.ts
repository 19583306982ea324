import fc from 'fast-check'
import { hub } from '../../types/hub'
import { type Community, openCommunity } from '../factories/hubs'
import { type Calls, ending, type World, wholeWorld } from './whole-world'

/**
 * Every operation of hub.* with an input that is right but for a field or two, about things that are there, from whoever has to do with it or not: an answer, a refusal or a
 * clear error, never a fault. (test/platform/fuzz.test.ts sends what is wrong from top to bottom.)
 */

let c: Community
let world: World
beforeAll(async () => {
  c = await openCommunity()
}, 60_000)
afterAll(() => c.stop())

const all = Object.keys(hub) as (keyof Calls)[]
const verbs = [...all.filter((verb) => !ending.includes(verb)), ...ending]

it('every operation of the contract is called with things that are there', async () => {
  await c.begin()
  const { calls } = await wholeWorld(c)
  const off: string[] = []
  for (const verb of verbs) {
    const [who, input] = calls[verb]
    const { status, body } = await c.cloud.send(who, `hub.${verb}`, input)
    if (!body.result?.ok) off.push(`${verb}: ${status} ${body.error ?? body.result?.refusal?.reason}`)
  }
  // What is there and yet not for them: the county's settings, a number nobody shares, what the resident has not made of what he was led to.
  expect(off).toEqual([
    'saveHubSettings: 200 outsideYourArea',
    'followHandOn: 200 notYours',
    'contactNumber: 200 notShared',
  ])
})

describe('with a field or two that are not right', () => {
  beforeAll(async () => {
    await c.begin()
    world = await wholeWorld(c)
  }, 60_000)

  const odd = fc.oneof(
    fc.constantFrom<unknown>(null, '', ' ', 0, -1, 1, 1.5, 2 ** 53, -(2 ** 40), '1', true, false, [], {}, [null], [[]]),
    fc.constantFrom<unknown>(
      '2026-02-30',
      '2026-11-30',
      '9999-12-31',
      '990101',
      '990101001001',
      '990101001001001',
      '880101',
    ),
    fc.constantFrom<unknown>('\u0000', 'a\u0000b', '\ud800', '😀', '%', "'; drop table hubs; --", 'x'.repeat(5000)),
    fc.constantFrom<unknown>(
      { __type: 'Date', iso: '2026-11-30T00:00:00.000Z' },
      { __type: 'Date', iso: 'x' },
      { __op: 'Delete' },
    ),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.jsonValue({ maxDepth: 2 }),
  )
  /** Where, and what: something odd, nothing, or the number of something else that is there. */
  const change = fc.record({
    field: fc.nat(30),
    to: fc.oneof(
      odd.map((value) => ({ value })),
      fc.constant({ nothing: true as const }),
      fc.nat(60).map((nth) => ({ nth })),
    ),
  })

  it.each(verbs)('%s answers with data or a clear error', async (verb) => {
    const fields = Object.keys(hub[verb].input.entries).filter((field) => field !== 'requestId')
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 0, maxLength: 2 }),
        fc.option(fc.nat(20), { freq: 2 }),
        async (changes, anybody) => {
          const [whoever, right] = world.calls[verb]
          const input: Record<string, unknown> = { ...right }
          for (const { field, to } of changes) {
            const name = fields[field % Math.max(1, fields.length)]
            if (name === undefined) continue
            if ('nothing' in to) delete input[name]
            else input[name] = 'nth' in to ? world.ids[to.nth % world.ids.length] : to.value
          }
          const who = anybody === null ? whoever : (world.people[anybody % world.people.length] ?? whoever)
          const { status, body } = await c.cloud.send(who, `hub.${verb}`, input)
          expect({ input, status, known: [200, 400, 403, 404, 409].includes(status) }).toMatchObject({ known: true })
          if (status === 200) return
          expect(body.code).toEqual(expect.any(Number))
          expect(body.error).toMatch(/[\u4e00-\u9fff]/)
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 15) },
    )
  })

  it('takes one emoji for one sign, as the database does', async () => {
    const [who, right] = world.calls.askHub
    const reply = await c.cloud.send(who, 'hub.askHub', { ...right, words: '😀' })
    expect(reply).toMatchObject({ status: 400, body: { fields: [{ path: 'words', problem: '至少 2 个字' }] } })
    const [admin, closing] = world.calls.closeBranch
    expect((await c.cloud.send(admin, 'hub.closeBranch', { ...closing, reason: '😀' })).status).toBe(400)
  })

  it('knows the days of the calendar, and no other', async () => {
    const [who, right] = world.calls.setAbsence
    for (const from of ['2026-02-30', '2026-11-31', '2027-02-29', '1605-11-05', '9999-12-31']) {
      const reply = await c.cloud.send(who, 'hub.setAbsence', { ...right, from })
      expect(reply).toMatchObject({ status: 400, body: { fields: [{ path: 'from', problem: '没有这一天' }] } })
    }
  })

  it('and leaves nothing behind that the database promises not to hold', async () => {
    const wrong = await c.cloud.sql`
      select 'counted wrongly' as what, h.id from hubs h where h.households <> (select count(*) from linked_households l where l.hub_id = h.id and l.until is null)
      union all
      select 'looked after by a closed hub', l.id from linked_households l join hubs h on h.id = l.hub_id where l.until is null and h.closed_at is not null
      union all
      select 'lives in a household that has ended', m.id from household_members m join households h on h.id = m.household_id where m.left_at is null and h.ended_at is not null
      union all
      select 'owed to a household that has ended', q.id from visit_promises q join households h on h.id = q.household_id where h.ended_at is not null and q.status in ('open', 'broken')`
    expect(wrong).toEqual([])
  })
})
