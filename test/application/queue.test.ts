import { county, liuqiao, shitang, yunling } from '../factories/areas'
import { type Item, monday, type Office, openOffice } from './office'

let office: Office
let licence: Item
let card: Item
let townClerk: number

beforeAll(async () => {
  office = await openOffice()
  licence = office.item
  card = await office.publish({ name: '老年人优待证', kind: 'promised' })
  await office.sql`update service_items set search_text = ${'\n老年人优待证\nlaonianrenyoudaizheng\nlnrydz\n'} where id = ${card.itemId}`
  townClerk = await office.person('街道窗口', [['clerk', '990101001']])
})
afterAll(() => office.drop())
beforeEach(() => {
  office.now = monday
})

const queue = (who: number, input: Parameters<Office['ask']>[2] & object = {}) =>
  office.ask(who, 'queue', input as never)
const ids = (rows: readonly { applicationId: number }[]) => rows.map((row) => row.applicationId)
async function all(who: number, input: object) {
  const seen: number[] = []
  let cursor: string | undefined
  do {
    const page = await queue(who, { ...input, ...(cursor ? { cursor } : {}) })
    seen.push(...ids(page.rows))
    expect(page.counts === undefined).toBe(cursor !== undefined)
    cursor = page.nextCursor
  } while (cursor)
  return seen
}

it('shows to each only what lies in the areas they serve', async () => {
  const here = await office.submit({ areaCode: liuqiao })
  const there = await office.submit({ areaCode: shitang })
  const hill = await office.submit({ areaCode: yunling })
  const scope = async (who: number) => {
    const seen = await all(who, { whose: 'all' })
    return [here, there, hill].map((id) => seen.includes(id))
  }
  expect(await scope(office.clerk)).toEqual([true, false, false])
  expect(await scope(office.elsewhere)).toEqual([false, true, false])
  expect(await scope(townClerk)).toEqual([true, true, false])
  expect(await scope(office.countyApprover)).toEqual([true, true, true])
  expect(await scope(office.supervisor)).toEqual([true, true, true])
  const nobody = await office.person('前窗口', [['clerk', liuqiao]])
  await office.sql`update role_grants set valid_until = now() - interval '1 minute' where person_id = ${nobody}`
  expect(await queue(nobody, { whose: 'all' })).toEqual({
    rows: [],
    counts: { all: 0, go: 0, soon: 0, late: 0, idle: 0 },
  })
})

it('tells lights as the rows do, counts them with the other filters on, and orders by the nearest deadline', async () => {
  for (const days of [9, 6, 5, 4, 0]) {
    office.now = new Date(monday.getTime() - days * 86_400_000)
    await office.submit()
  }
  const id = await office.submit()
  const clerk = (await office.read(id)).ownerId as number
  await office.ask(clerk, 'accept', { cases: [await office.seen(id)] })
  await office.ask(clerk, 'startReview', await office.seen(id))
  await office.ask(office.approver, 'suspend', { ...(await office.seen(id)), pauseFor: 'test', why: '等水质检测' })
  office.now = new Date('2026-11-24T18:00:00+08:00')
  for (const who of [office.clerk, townClerk, office.countyApprover]) {
    const page = await queue(who, { whose: 'all' })
    const dues = page.rows.map((row) => row.clock.deadlineAt?.getTime() ?? Number.POSITIVE_INFINITY)
    expect(dues).toEqual([...dues].sort((a, b) => a - b))
    const lights = page.rows.map((row) => row.clock.light)
    expect(new Set(lights)).toEqual(new Set(['late', 'soon', 'go', 'idle']))
    for (const light of ['late', 'soon', 'go', 'idle'] as const) {
      const some = await queue(who, { whose: 'all', light })
      expect(some.rows.every((row) => row.clock.light === light)).toBe(true)
      expect(some.rows).toHaveLength(page.counts?.[light] ?? 0)
      // The counts are those of the other lights too.
      expect(some.counts).toEqual(page.counts)
      expect(ids(some.rows)).toEqual(ids(page.rows.filter((row) => row.clock.light === light)))
    }
    expect(page.counts?.all).toBe(page.rows.length)
  }
  const deciding = await queue(office.approver, { whose: 'mine', stage: 'deciding' })
  expect(deciding.rows).toMatchObject([{ applicationId: id, mine: true, next: 'wait', clock: { pausedFor: 'test' } }])
})

it('separates mine, what waits for somebody, and everything', async () => {
  const id = await office.submit()
  const owner = (await office.read(id)).ownerId as number
  const other = owner === office.clerk ? office.otherClerk : office.clerk
  expect(await all(owner, { whose: 'mine' })).toContain(id)
  expect(await all(other, { whose: 'unclaimed' })).toContain(id)
  expect(await all(owner, { whose: 'unclaimed' })).not.toContain(id)
  await office.ask(other, 'claim', await office.seen(id))
  expect(await all(owner, { whose: 'mine' })).not.toContain(id)
  expect(await all(owner, { whose: 'unclaimed' })).not.toContain(id)
  expect(await all(other, { whose: 'mine' })).toContain(id)
})

it('goes through pages without losing or repeating a row, with and without a deadline', async () => {
  const clerk = await office.person('云岭窗口', [['clerk', yunling]])
  const made: number[] = []
  for (let n = 0; n < 47; n++) {
    office.now = new Date(monday.getTime() + (n % 3) * 86_400_000)
    made.push(await office.submit({ areaCode: yunling }))
  }
  // So many that a whole page waits for no date.
  for (const id of made.slice(0, 25)) {
    const by = { actor: 'clerk', personId: clerk } as const
    await office.step(id, { kind: 'accept', ...by })
    await office.step(id, { kind: 'startReview', ...by })
    await office.step(id, { kind: 'suspend', ...by, set: { deadlineAt: null, deadlineKind: null, escalateAt: null } })
  }
  for (const who of [clerk, office.countyApprover]) {
    const seen = (await all(who, { whose: 'all' })).filter((id) => made.includes(id))
    expect([...seen].sort((a, b) => a - b)).toEqual(made)
  }
})

it('finds by name, given name, any part of the number, and the item’s name or pinyin initials', async () => {
  const applicantId = await office.person('欧阳桂英')
  const id = await office.submit({ applicantId, item: card })
  await office.sql`update applications set number = '990101001001-261123-0042-7' where id = ${id}`
  const named = await office.submit({ applicantId: await office.person('吴秀兰') })
  for (const who of [office.clerk, office.countyApprover]) {
    const found = async (search: string) => ids((await queue(who, { whose: 'all', search })).rows)
    for (const search of ['欧阳桂英', '欧阳', '261123-0042', '0042', '老年人优待', 'lnrydz', 'LNRY', '优待证'])
      expect(await found(search)).toEqual([id])
    expect(await found('秀兰')).toEqual([named])
    expect(await found('查无此人')).toEqual([])
    expect(await found("' or 1=1 --")).toEqual([])
    expect((await queue(who, { whose: 'all', search: 'lnrydz' })).counts?.all).toBe(1)
  }
  expect(ids((await queue(office.elsewhere, { whose: 'all', search: '0042' })).rows)).toEqual([])
  const narrowed = await queue(office.clerk, { whose: 'all', itemCode: card.code })
  expect(ids(narrowed.rows)).toEqual([id])
  expect(narrowed.counts?.all).toBe(1)
  expect((await queue(office.clerk, { whose: 'all', itemCode: 'NO-SUCH' })).rows).toEqual([])
  expect((await queue(office.clerk, { whose: 'all', itemCode: licence.code })).rows.length).toBeGreaterThan(1)
})

it('keeps what has ended in an archive of its own, newest first', async () => {
  const ended: number[] = []
  for (let n = 0; n < 3; n++) {
    const id = await office.submit()
    office.now = new Date(office.now.getTime() + 60_000)
    const { applicantId } = await office.read(id)
    await office.step(id, {
      kind: 'withdraw',
      actor: 'applicant',
      personId: applicantId,
      set: { endedAt: office.now, deadlineAt: null, deadlineKind: null, escalateAt: null },
    })
    ended.push(id)
  }
  for (const who of [office.clerk, office.supervisor]) {
    const page = await queue(who, { whose: 'all', stage: 'ended' })
    expect(ids(page.rows).slice(0, 3)).toEqual([...ended].reverse())
    expect(page.counts).toBeUndefined()
    expect(await all(who, { whose: 'all' })).not.toContain(ended[0])
  }
})

it('reads the area from the database, not from what the session remembers', async () => {
  const id = await office.submit()
  const gone = await office.person('调走的人', [['clerk', county]])
  expect(await all(gone, { whose: 'all' })).toContain(id)
  await office.sql`update role_grants set area_code = ${shitang} where person_id = ${gone}`
  expect(await all(gone, { whose: 'all' })).not.toContain(id)
})
