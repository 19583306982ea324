import { addDays, dayOf } from '../../cloud/deadlines/day'
import { inTransaction } from '../../cloud/platform/database'
import type { hub, PromiseStatus } from '../../types/hub'
import type { RequestOf } from '../../types/operation'
import type { TestPerson } from '../cloud'
import { picture } from '../factories/applications'
import { liuqiao } from '../factories/areas'
import { aHousehold, aHub, type Community, type Hub, member, openCommunity } from '../factories/hubs'
import { somebody } from '../factories/volunteers'

let c: Community
let chen: Hub
let deputy: TestPerson
let lead: TestPerson
let li: TestPerson
let home: number
let other: number
let stranger: Hub
beforeAll(async () => {
  c = await openCommunity()
})
beforeEach(async () => {
  await c.begin()
  deputy = await somebody(c.cloud)
  lead = await somebody(c.cloud)
  chen = await aHub(c, { deputyIds: [deputy.personId], branchLeadId: lead.personId })
  home = (await aHousehold(c)).householdId
  other = (await aHousehold(c)).householdId
  li = await member(c, home)
  stranger = await aHub(c, { name: '罗家中心户', lat: 30.6, branchLeadId: deputy.personId })
})
afterAll(() => c.stop())

const today = () => dayOf(c.now())
type Written = Omit<RequestOf<(typeof hub)['writeVisit']>, 'requestId'>
const visitOf = (more: Partial<Written> = {}): Written => ({
  visitedOn: today(),
  householdIds: [home],
  heard: '老人膝盖疼，楼道灯不亮',
  promises: [{ householdId: home, words: '换楼道的灯', dueOn: addDays(today(), 3) }],
  ...more,
})
const write = async (more: Partial<Written> = {}, as: TestPerson = chen.host) =>
  (await c.cloud.ask(as, 'hub.writeVisit', visitOf(more))).visitId
const status = async (as: TestPerson, name: string, input: object) => (await c.cloud.send(as, name, input)).status
const refusal = async (as: TestPerson, name: string, input: object) =>
  (await c.cloud.send(as, name, input)).body.result?.refusal
const promises = async (as: TestPerson, side: 'hub' | 'branch', state: PromiseStatus) =>
  (await c.cloud.ask(as, 'hub.promises', { side, status: state })).rows
/** Ends the household that was visited. */
async function end(): Promise<void> {
  const [row] = await c.cloud.sql<{ version: number }[]>`select version from households where id = ${home}`
  const ended = { householdId: home, version: row?.version ?? 0, why: '搬到外县' }
  await c.cloud.ask(c.gridWorker, 'hub.endHousehold', ended)
}
const kinds = async (as: TestPerson) => (await c.cloud.ask(as, 'inbox.list', {})).rows.map((row) => row.kind)
const many = async (as: TestPerson, kind: string) => (await kinds(as)).filter((one) => one === kind).length

describe('the diary', () => {
  it('keeps what was heard and promised for the hub and its branch, sealed where it lies', async () => {
    const fileIds = [await picture(c.cloud, chen.host)]
    const visitId = await write({ fileIds })
    for (const reader of [chen.host, deputy, lead]) {
      expect(await c.cloud.ask(reader, 'hub.visit', { visitId })).toMatchObject({
        heard: '老人膝盖疼，楼道灯不亮',
        visitedOn: today(),
        homes: [{ householdId: home }],
        promiseRows: [{ words: '换楼道的灯', status: 'open', householdId: home }],
        files: [{ fileId: fileIds[0] }],
      })
      expect((await c.cloud.ask(reader, 'hub.visits', { householdId: home })).rows).toMatchObject([
        { visitId, households: 1, promises: 1, open: 1, broken: 0 },
      ])
    }
    for (const who of [li, stranger.host, c.admin, c.gridWorker]) {
      expect(await status(who, 'hub.visit', { visitId })).toBe(404)
      expect((await c.cloud.ask(who, 'hub.visits', { hubId: chen.hubId })).rows).toEqual([])
    }
    const rows = JSON.stringify(await c.cloud.sql`select * from home_visits, visit_promises`)
    for (const words of ['膝盖', '楼道']) expect(rows).not.toContain(words)
  })

  it('tells those who were visited that somebody came and what was promised to them, never the notes', async () => {
    const promised = [
      { householdId: home, words: '换楼道的灯', dueOn: addDays(today(), 3) },
      { householdId: other, words: '送药上门', dueOn: today() },
    ]
    await write({ householdIds: [home, other], promises: promised })
    expect(await kinds(li)).toContain('hubVisited')
    const { rows } = await c.cloud.ask(li, 'hub.visitsToMe', {})
    expect(rows).toMatchObject([{ visitedOn: today(), promises: [{ words: '换楼道的灯', status: 'open' }] }])
    expect(JSON.stringify(rows)).not.toMatch(/膝盖|送药/)
  })

  it('refuses households of another hub, days that cannot be, and promises to whom was not visited', async () => {
    const far = (await aHousehold(c, { lat: 30.6 })).householdId
    const bad = (more: Partial<Written>) => refusal(chen.host, 'hub.writeVisit', visitOf(more))
    expect(await bad({ householdIds: [home, far] })).toEqual({ reason: 'notYourHouseholds' })
    expect(await refusal(stranger.host, 'hub.writeVisit', visitOf())).toEqual({ reason: 'notYourHouseholds' })
    expect(await bad({ visitedOn: addDays(today(), 1) })).toEqual({ reason: 'dayWrong' })
    expect(await bad({ visitedOn: addDays(today(), -91) })).toEqual({ reason: 'dayWrong' })
    const promise = { householdId: other, words: '换灯', dueOn: today() }
    expect(await bad({ promises: [promise] })).toEqual({ reason: 'promiseToOther' })
    const late = { householdId: home, words: '换灯', dueOn: addDays(today(), -1) }
    expect(await bad({ promises: [late] })).toEqual({ reason: 'promiseDayWrong' })
    expect((await c.cloud.ask(chen.host, 'hub.visits', {})).rows).toEqual([])
  })

  it('is put right by whoever wrote it, and by nobody over a version he has not seen', async () => {
    const visitId = await write()
    const correct = { visitId, version: 1, heard: '是右边的膝盖' }
    expect(await status(deputy, 'hub.correctVisit', correct)).toBe(404)
    await c.cloud.ask(chen.host, 'hub.correctVisit', correct)
    expect(await refusal(chen.host, 'hub.correctVisit', correct)).toEqual({ reason: 'changedMeanwhile' })
    expect((await c.cloud.ask(lead, 'hub.visit', { visitId })).heard).toBe('是右边的膝盖')
  })

  it('answers the wish to be visited, once, in the same moment', async () => {
    const { contactId } = await c.cloud.ask(li, 'hub.askHub', { kind: 'visit', words: '想请您来坐坐' })
    const asked = await c.cloud.ask(li, 'hub.askHub', { kind: 'ask', words: '灯坏了' })
    expect(await refusal(chen.host, 'hub.writeVisit', visitOf({ contactId: asked.contactId }))).toEqual({
      reason: 'notAVisitWish',
    })
    await write({ contactId, answer: '来过了，灯三天内换好' })
    expect(await c.cloud.ask(li, 'hub.contact', { contactId })).toMatchObject({
      status: 'answered',
      messages: [{}, { words: '来过了，灯三天内换好', from: 'host' }],
    })
    expect(await refusal(chen.host, 'hub.writeVisit', visitOf({ contactId }))).toEqual({
      reason: 'wrongStatus',
      status: 'answered',
    })
    expect((await c.cloud.ask(chen.host, 'hub.visits', {})).rows).toHaveLength(1)
  })

  it('gives whoever visited his points with it', async () => {
    const visitId = await write()
    const rows = await c.cloud.sql`
      select person_of_member(member_id) as "personId", points from point_entries
       where evidence_kind = 'visit' and unseal_text(evidence_cipher) = ${String(visitId)}`
    expect(rows).toMatchObject([{ personId: chen.host.personId, points: 2 }])
  })

  it('that answers a wish to be visited gives points once, and as a visit where answers give none', async () => {
    const given = async () =>
      (
        await c.cloud.sql<{ code: string }[]>`
          select code from point_entries where member_id = member_of(${chen.host.personId}) order by id`
      ).map(({ code }) => code)
    const wish = async () => (await c.cloud.ask(li, 'hub.askHub', { kind: 'visit', words: '想请您来坐坐' })).contactId
    await write({ contactId: await wish() })
    expect(await given()).toEqual(['answeredContact'])
    await write()
    expect(await given()).toEqual(['answeredContact', 'homeVisit'])
    const over = { kind: 'addition' as const, points: 2, cap: 20, fromOn: today(), untilOn: today() }
    const rule = { code: 'answeredContact', areaCode: liuqiao, version: 0, words: '回了居民的话', reason: '不再计分' }
    await c.cloud.ask(c.admin, 'hub.savePointRule', { ...rule, ...over })
    c.pass(24)
    await write({ contactId: await wish() })
    expect(await given()).toEqual(['answeredContact', 'homeVisit', 'homeVisit'])
  })
})

describe('promises', () => {
  it('are owed until they are kept, and those who live there hear of it', async () => {
    await write()
    const [promise] = await promises(chen.host, 'hub', 'open')
    expect(promise).toMatchObject({ mine: true, mayKeep: true, words: '换楼道的灯', late: false })
    expect(await promises(deputy, 'hub', 'open')).toMatchObject([{ mine: false, mayKeep: true }])
    const promiseId = promise?.promiseId as number
    for (const who of [li, lead, stranger.host]) expect(await status(who, 'hub.keepPromise', { promiseId })).toBe(404)
    await c.cloud.ask(deputy, 'hub.keepPromise', { promiseId, outcome: '换成感应灯了' })
    expect(await refusal(chen.host, 'hub.keepPromise', { promiseId })).toEqual({ reason: 'alreadyKept' })
    expect(await kinds(li)).toContain('promiseKept')
    expect((await c.cloud.ask(li, 'hub.visitsToMe', {})).rows).toMatchObject([
      { promises: [{ status: 'kept', keptOn: today(), late: false, outcome: '换成感应灯了' }] },
    ])
    c.pass(24 * 10)
    await c.run('sweepPromises')
    expect(await many(lead, 'promiseBroken')).toBe(0)
  })

  it('that are not kept by their day are told to the branch by the clock, once, also after the server was away', async () => {
    await write()
    c.pass(24 * 2)
    await c.run('sweepPromises')
    await c.run('sweepPromises')
    expect(await many(chen.host, 'promiseDue')).toBe(1)
    // Its day is the third one, until midnight.
    c.pass(24 + 13.9)
    await c.run('sweepPromises')
    expect(await many(lead, 'promiseBroken')).toBe(0)
    c.pass(24 * 5)
    await Promise.all([c.run('sweepPromises'), c.run('sweepPromises')])
    await c.run('sweepPromises')
    expect(await many(lead, 'promiseBroken')).toBe(1)
    expect(await many(chen.host, 'promiseOverdue')).toBe(1)
    const listed = await c.cloud.ask(lead, 'hub.promises', { side: 'branch', status: 'broken' })
    expect(listed).toMatchObject({ broken: 1, open: 0, rows: [{ words: '换楼道的灯', late: true, mayKeep: false }] })
    expect(await promises(deputy, 'branch', 'broken')).toEqual([])
    // Kept late is kept, and stays late.
    await c.cloud.ask(chen.host, 'hub.keepPromise', { promiseId: listed.rows[0]?.promiseId as number })
    expect(await promises(lead, 'branch', 'kept')).toMatchObject([{ status: 'kept', late: true }])
  })

  it('of somebody who deletes the account are owed by the host, or by the branch', async () => {
    const gone = await somebody(c.cloud)
    await c.cloud.sql`update hub_deputies set person_id = ${gone.personId} where hub_id = ${chen.hubId}`
    await write({}, gone)
    await c.cloud.ask(gone, 'people.deleteMe', { confirm: '注销' })
    expect(await promises(chen.host, 'hub', 'open')).toMatchObject([{ mine: true }])
    await c.cloud.ask(chen.host, 'people.deleteMe', { confirm: '注销' })
    expect(await promises(lead, 'branch', 'open')).toMatchObject([{ mine: true, mayKeep: true }])
  })

  it('of somebody who deletes the account, where neither host nor branch is left, are owed by who looks after the household now', async () => {
    const near = await aHub(c, { name: '何家中心户', room: 1 })
    await c.cloud.sql`update hubs set branch_lead_id = null where id = ${chen.hubId}`
    await write()
    await write({
      householdIds: [other],
      promises: [{ householdId: other, words: '送药上门', dueOn: addDays(today(), 3) }],
    })
    await c.cloud.ask(chen.host, 'people.deleteMe', { confirm: '注销' })
    const rows = await c.cloud.sql`select household_id as home, owner_id as "ownerId" from visit_promises order by id`
    // One has found another hub; the other waits for one with room, and the community owes what it was promised.
    const owners = [near.host.personId, c.admin.personId]
    expect(rows.map(({ ownerId }) => ownerId).sort()).toEqual(owners.sort())
    for (const owner of [near.host, c.admin]) {
      const [mine] = await promises(owner, 'hub', 'open')
      expect(mine).toMatchObject({ mine: true, mayKeep: true })
      await c.cloud.ask(owner, 'hub.keepPromise', { promiseId: mine?.promiseId as number })
    }
  })

  it('of somebody who is away are told to another of the hub as well, who may keep them', async () => {
    await write()
    await c.cloud.ask(chen.host, 'hub.setAbsence', { from: today(), until: addDays(today(), 9), end: false })
    c.pass(24 * 2)
    await c.run('sweepPromises')
    await c.run('sweepPromises')
    for (const who of [chen.host, deputy]) expect(await many(who, 'promiseDue')).toBe(1)
    const [promise] = await promises(deputy, 'hub', 'open')
    expect(promise).toMatchObject({ mine: false, mayKeep: true })
    c.pass(24 * 3)
    await c.run('sweepPromises')
    expect([await many(deputy, 'promiseOverdue'), await many(lead, 'promiseBroken')]).toEqual([1, 1])
    await c.cloud.ask(deputy, 'hub.keepPromise', { promiseId: promise?.promiseId as number })
  })

  it('end with the household: nobody owes them, nobody is blamed, nobody hears of them', async () => {
    await write()
    await write({ promises: [{ householdId: home, words: '送药上门', dueOn: today() }] })
    c.pass(24)
    await c.run('sweepPromises')
    const [late] = await promises(chen.host, 'hub', 'broken')
    const [open] = await promises(chen.host, 'hub', 'open')
    const told = async () => [...(await kinds(li)), ...(await kinds(chen.host)), ...(await kinds(lead))].sort()
    const before = await told()
    await end()
    c.pass(24 * 10)
    await c.run('sweepPromises')
    expect(await told()).toEqual(before)
    expect(await c.cloud.ask(lead, 'hub.promises', { side: 'branch', status: 'ended' })).toMatchObject({
      broken: 0,
      open: 0,
      rows: [
        // That it was late is not forgotten, and nothing is left to do.
        { promiseId: open?.promiseId, status: 'ended', late: false, mayKeep: false },
        { promiseId: late?.promiseId, status: 'ended', late: true, mayKeep: false },
      ].sort((a, b) => Number(a.promiseId) - Number(b.promiseId)),
    })
    expect([await promises(chen.host, 'hub', 'open'), await promises(chen.host, 'hub', 'broken')]).toEqual([[], []])
    expect(await refusal(chen.host, 'hub.keepPromise', { promiseId: open?.promiseId })).toEqual({
      reason: 'promiseEnded',
    })
    expect((await c.cloud.ask(li, 'hub.visitsToMe', {})).rows).toEqual([])
    const [audited] = await c.cloud
      .sql`select after from audit_log where operation = 'hub.endHousehold' order by id desc limit 1`
    expect(audited?.after).toMatchObject({ promises: [open?.promiseId, late?.promiseId].sort() })
    await expect(c.cloud.sql`update visit_promises set status = 'open', ended_at = null`).rejects.toThrow('stands')
  })

  it('are owed to no household that has ended, whatever is written past the operations', async () => {
    await write()
    await expect(
      inTransaction(c.cloud.sql, async (tx) => {
        await tx`update linked_households set until = since where household_id = ${home} and until is null`
        await tx`update households set status = 'ended', ended_at = now(), end_reason = '搬走', door_cipher = null, door_hash = null where id = ${home}`
      }),
    ).rejects.toMatchObject({ constraint: 'ended_is_owed_nothing' })
  })

  it('made, kept or broken while the household ends are ended, kept or refused, and nobody is told what is not so', async () => {
    for (let round = 0; round < 3; round++) await write({ heard: `第 ${round} 次` })
    const [kept] = await promises(chen.host, 'hub', 'open')
    c.pass(24 * 4)
    const [written] = await Promise.all([
      c.cloud.send(chen.host, 'hub.writeVisit', visitOf()),
      end(),
      c.cloud.send(deputy, 'hub.keepPromise', { promiseId: kept?.promiseId }),
      c.run('sweepPromises'),
      c.run('sweepPromises'),
    ])
    const rows = await c.cloud.sql<{ id: number; status: string; told: boolean }[]>`
      select id, status, broken_at is not null as told from visit_promises order by id`
    expect(rows).toHaveLength(written.body.result?.ok ? 4 : 3)
    for (const { id, status: state } of rows)
      expect(state).toMatch(id === kept?.promiseId ? /^(kept|ended)$/ : /^ended$/)
    expect(await many(lead, 'promiseBroken')).toBe(rows.filter((row) => row.told).length)
  })

  it('cannot be rewritten, taken away or broken before their day', async () => {
    await write()
    for (const change of [
      'due_on = due_on + 1',
      "status = 'broken', broken_at = now() - interval '100 years'",
      "status = 'kept'",
      'household_id = household_id + 1',
    ])
      await expect(c.cloud.sql.unsafe(`update visit_promises set ${change}`)).rejects.toThrow()
    await expect(c.cloud.sql`delete from visit_promises`).rejects.toThrow('stands')
  })

  it('kept while the clock breaks them end kept, whoever was first', async () => {
    for (let round = 0; round < 6; round++) await write({ heard: `第 ${round} 次` })
    const open = await promises(chen.host, 'hub', 'open')
    c.pass(24 * 4)
    await Promise.all([
      c.run('sweepPromises'),
      ...open.map(({ promiseId }) => c.cloud.ask(chen.host, 'hub.keepPromise', { promiseId })),
      c.run('sweepPromises'),
    ])
    const rows = await c.cloud.sql<{ status: string; told: boolean }[]>`
      select status, broken_at is not null as told from visit_promises`
    expect(rows.map((row) => row.status)).toEqual(Array(6).fill('kept'))
    expect(await many(lead, 'promiseBroken')).toBe(rows.filter((row) => row.told).length)
  })
})

it('a household that moves while it is visited has its visit with one hub or none', async () => {
  const version = async () => {
    const [row] = await c.cloud.sql<{ v: number }[]>`select version as v from households where id = ${home}`
    return row?.v as number
  }
  const [written, moved] = await Promise.all([
    c.cloud.send(chen.host, 'hub.writeVisit', visitOf()),
    c.cloud.send(c.gridWorker, 'hub.linkHousehold', {
      householdId: home,
      version: await version(),
      hubId: stranger.hubId,
    }),
  ])
  expect([written.status, moved.status]).toEqual([200, 200])
  const visits = await c.cloud.sql`select hub_id as "hubId" from home_visits`
  expect(visits).toHaveLength(written.body.result?.ok ? 1 : 0)
  for (const visit of visits) expect(visit).toEqual({ hubId: chen.hubId })
})
