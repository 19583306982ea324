import { randomUUID } from 'node:crypto'
import type { TestPerson } from '../cloud'
import { grid, liuqiao, shitang, yunling } from '../factories/areas'
import { aHousehold, aHub, type Community, householdOf, hubOf, member, openCommunity } from '../factories/hubs'
import { somebody } from '../factories/volunteers'

let c: Community
beforeAll(async () => {
  c = await openCommunity()
})
beforeEach(() => c.begin())
afterAll(() => c.stop())

const refusal = async (as: TestPerson, name: string, input: object) =>
  (await c.cloud.send(as, name, input)).body.result?.refusal
const kinds = async (as: TestPerson) => (await c.cloud.ask(as, 'inbox.list', {})).rows.map((row) => row.kind)
const householdRow = async (householdId: number) => {
  const { rows } = await c.cloud.ask(c.gridWorker, 'hub.households', {})
  const row = rows.find((one) => one.householdId === householdId)
  if (!row) throw new Error('no such household')
  return row
}

describe('a household', () => {
  it('has the nearest hub with room at once, and its host hears of it', async () => {
    const near = await aHub(c)
    await aHub(c, { lat: 30.52, lng: 120.52, name: '罗家中心户' })
    expect(await aHousehold(c)).toMatchObject({ hubId: near.hubId, hubName: '陈家中心户' })
    expect(await kinds(near.host)).toContain('householdsLinked')
  })

  it('stands as orphaned where no hub has room, the community hears of it, and it has one as soon as there is', async () => {
    await aHub(c, { room: 1 })
    await aHousehold(c)
    const { householdId, hubId } = await aHousehold(c)
    expect(hubId).toBeNull()
    expect(await c.cloud.ask(null, 'hub.coverage', { areaCode: liuqiao })).toMatchObject({
      households: 2,
      linked: 1,
      orphaned: 1,
    })
    expect([...(await kinds(c.admin)), ...(await kinds(c.gridWorker))]).toContain('householdOrphaned')
    const { rows, orphaned } = await c.cloud.ask(c.admin, 'hub.households', { orphaned: true })
    expect({ ids: rows.map((row) => row.householdId), orphaned }).toEqual({ ids: [householdId], orphaned: 1 })
    const other = await aHub(c, { name: '罗家中心户' })
    await c.run('assignOrphans')
    expect(await householdRow(householdId)).toMatchObject({ status: 'linked', hubId: other.hubId })
    await c.run('assignOrphans')
    expect(await c.cloud.sql`select from linked_households where household_id = ${householdId}`).toHaveLength(1)
  })

  it('is assigned anew when it moves', async () => {
    const here = await aHub(c)
    const there = await aHub(c, { lat: 30.52, lng: 120.53, name: '罗家中心户', areaCode: liuqiao })
    const { householdId } = await aHousehold(c)
    const { version } = await householdRow(householdId)
    const movesTo = { areaCode: liuqiao, door: '9 幢 101 室', lat: 30.52, lng: 120.53 }
    expect(
      await c.cloud.ask(c.gridWorker, 'hub.changeHousehold', { householdId, version, movesTo, people: 4 }),
    ).toMatchObject({ hubId: there.hubId })
    expect(await householdRow(householdId)).toMatchObject({ people: 4, areaCode: liuqiao, hubId: there.hubId })
    const [{ n } = { n: -1 }] = await c.cloud.sql<
      { n: number }[]
    >`select households as n from hubs where id = ${here.hubId}`
    expect(n).toBe(0)
  })

  it('stands once at a door, however it is typed, and only where the staff serve', async () => {
    await aHub(c)
    await aHousehold(c, { door: '8 幢 302 室' })
    expect(await refusal(c.gridWorker, 'hub.registerHousehold', householdOf({ door: '８幢302室' }))).toEqual({
      reason: 'doorTaken',
    })
    expect(await refusal(c.gridWorker, 'hub.registerHousehold', householdOf({ areaCode: yunling }))).toEqual({
      reason: 'outsideYourArea',
    })
    const both = await Promise.all(
      [1, 2].map(() => refusal(c.gridWorker, 'hub.registerHousehold', householdOf({ door: '11 幢 101 室' }))),
    )
    expect(both.filter(Boolean)).toEqual([{ reason: 'doorTaken' }])
  })

  it('ends: door and number are deleted, its hub has room again', async () => {
    const { hubId } = await aHub(c, { room: 1 })
    const { householdId } = await aHousehold(c, { phone: '0573-5550101' })
    const { version } = await householdRow(householdId)
    await c.cloud.ask(c.gridWorker, 'hub.endHousehold', { householdId, version, why: '搬到外县' })
    const [row] = await c.cloud
      .sql`select door_cipher, door_hash, phone_cipher, status from households where id = ${householdId}`
    expect(row).toEqual({ door_cipher: null, door_hash: null, phone_cipher: null, status: 'ended' })
    expect(await aHousehold(c)).toMatchObject({ hubId })
  })
})

describe('the database itself', () => {
  it('lets no transaction end with a household that has no hub and does not say so', async () => {
    const { hubId } = await aHub(c)
    const { householdId } = await aHousehold(c)
    await expect(
      c.cloud.sql`update linked_households set until = since where household_id = ${householdId}`,
    ).rejects.toThrow(/links say otherwise/)
    await expect(
      c.cloud.sql`update households set status = 'orphaned', orphaned_at = now() where id = ${householdId}`,
    ).rejects.toThrow(/links say otherwise/)
    await expect(
      c.cloud
        .sql`insert into linked_households (household_id, hub_id, since, how) values (${householdId}, ${hubId}, now(), 'byHand')`,
    ).rejects.toMatchObject({ constraint: 'one_hub_a_household' })
  })

  it('lets no hub close over a household, and nothing by itself go beyond its room', async () => {
    const { hubId } = await aHub(c, { room: 1 })
    await aHousehold(c)
    await expect(
      c.cloud.sql`update hubs set status = 'closed', closed_at = now(), close_reason = '搬走' where id = ${hubId}`,
    ).rejects.toMatchObject({ constraint: 'closed_hub_has_none' })
    const { householdId } = await aHousehold(c)
    await expect(
      c.cloud
        .sql`insert into linked_households (household_id, hub_id, since, how) values (${householdId}, ${hubId}, now(), 'nearest')`,
    ).rejects.toMatchObject({ constraint: 'hub_has_room' })
  })
})

describe('at one moment', () => {
  it('two of the staff move the same household: one does, the other is told', async () => {
    await aHub(c)
    const [a, b] = [await aHub(c, { name: '罗家中心户' }), await aHub(c, { name: '杨家中心户' })]
    const { householdId } = await aHousehold(c, { lat: 30.513, lng: 120.513 })
    const { version, hubId } = await householdRow(householdId)
    const to = [a, b].filter((one) => one.hubId !== hubId)
    const answers = await Promise.all([
      c.cloud.send(c.gridWorker, 'hub.linkHousehold', { householdId, version, hubId: to[0]?.hubId }),
      c.cloud.send(c.admin, 'hub.linkHousehold', { householdId, version, hubId: to.at(-1)?.hubId }),
    ])
    const refusals = answers.map((one) => one.body.result?.refusal?.reason)
    expect(refusals.filter(Boolean)).toEqual(['changedMeanwhile'])
    expect(
      await c.cloud.sql`select from linked_households where household_id = ${householdId} and until is null`,
    ).toHaveLength(1)
  })

  it('households join while their hub closes: each has another one afterwards', async () => {
    const closing = await aHub(c)
    const other = await aHub(c, { name: '罗家中心户', lat: 30.516 })
    await aHousehold(c)
    const [closed, ...joined] = await Promise.all([
      c.cloud.ask(c.admin, 'hub.closeHub', { hubId: closing.hubId, reason: '户长搬走了' }),
      aHousehold(c),
      aHousehold(c),
    ])
    expect(closed.orphaned).toBe(0)
    expect(joined).toHaveLength(2)
    const { rows } = await c.cloud.ask(c.gridWorker, 'hub.households', {})
    expect(rows.map((row) => [row.status, row.hubId])).toEqual(Array(3).fill(['linked', other.hubId]))
  })

  it('the last room is given once', async () => {
    await aHub(c, { room: 1 })
    const given = await Promise.all([aHousehold(c), aHousehold(c), aHousehold(c)])
    expect(given.filter((one) => one.hubId !== null)).toHaveLength(1)
  })
})

describe('balancing', () => {
  it('is shown first, moves the fewest, and is carried out as shown or not at all', async () => {
    const full = await aHub(c)
    const free = await aHub(c, { name: '罗家中心户', lat: 30.516 })
    for (let i = 0; i < 4; i++) await aHousehold(c)
    await c.cloud.ask(c.admin, 'hub.saveHub', hubOf(full.host.personId, { hubId: full.hubId, room: 3 }))
    const board = await c.cloud.ask(c.admin, 'hub.hubBoard', {})
    expect(board.rows[0]).toMatchObject({ hubId: full.hubId, households: 4, room: 3, overloaded: true })
    const proposal = await c.cloud.ask(c.admin, 'hub.proposal', { areaCode: liuqiao })
    expect(proposal).toMatchObject({
      moves: [{ fromHubId: full.hubId, toHubId: free.hubId }],
      orphanedAfter: 0,
      overloadedAfter: 0,
    })
    const { fingerprint } = proposal
    await aHousehold(c, { lat: 30.516 })
    // Somebody new at the other hub changes nothing of what was shown.
    const apply = { areaCode: liuqiao, fingerprint }
    expect(await c.cloud.ask(c.admin, 'hub.applyProposal', apply)).toEqual({ moved: 1 })
    expect(await refusal(c.admin, 'hub.applyProposal', { ...apply, requestId: randomUUID() })).toEqual({
      reason: 'changedMeanwhile',
    })
    expect(await c.cloud.ask(null, 'hub.coverage', {})).toMatchObject({ orphaned: 0, overloaded: 0, linked: 5 })
    expect(await refusal(c.admin, 'hub.proposal', { areaCode: shitang })).toEqual({ reason: 'outsideYourArea' })
  })
})

describe('the coverage figure', () => {
  it('is what anyone gets who runs the query, and names no door', async () => {
    await aHub(c)
    await aHousehold(c)
    const [again] = await c.cloud.sql`select * from hub_coverage(${liuqiao})`
    const { at: _, ...told } = await c.cloud.ask(null, 'hub.coverage', { areaCode: liuqiao })
    expect(told).toEqual(again)
    const before = told.digest
    await aHousehold(c)
    expect((await c.cloud.ask(null, 'hub.coverage', { areaCode: liuqiao })).digest).not.toBe(before)
  })
})

describe('a file of households', () => {
  const base64 = (...lines: string[]) => ({ base64: Buffer.from(lines.join('\r\n')).toString('base64') })
  const head = '网格编码,门牌,人数,电话,联系原因,纬度,经度'

  it('is taken in whole, each with its hub', async () => {
    await aHub(c, { room: 1 })
    const file = base64(
      head,
      `${grid},1 幢 101 室,3人,138 0013 8000,困难,30.513,120.513`,
      `${grid},1 幢 102 室,2,,邻居,,`,
    )
    expect(await c.cloud.ask(c.gridWorker, 'hub.importHouseholds', file)).toEqual({ added: 2, linked: 1, orphaned: 1 })
    // One in difficulty comes first.
    const { rows } = await c.cloud.ask(c.gridWorker, 'hub.households', {})
    expect(rows.map((row) => [row.reason, row.status])).toEqual([
      ['difficulty', 'linked'],
      ['neighbour', 'orphaned'],
    ])
  })

  it('with one problem is not taken in at all, and every problem has its line', async () => {
    await aHub(c)
    await aHousehold(c, { door: '8 幢 302 室' })
    const file = base64(
      head,
      `${grid},1 幢 101 室,3,,邻居,,`,
      `${grid},1幢101室,2,,邻居,,`,
      `${yunling},1 幢 101 室,2,,邻居,,`,
      `${grid},8幢302室,2,,邻居,,`,
    )
    expect(await refusal(c.gridWorker, 'hub.importHouseholds', file)).toEqual({
      reason: 'problems',
      rows: [
        { line: 3, path: '门牌', problem: '和第 2 行是同一户' },
        { line: 4, path: '网格编码', problem: '没有这个网格，或不归您管' },
        { line: 5, path: '门牌', problem: '这一户已经登记过' },
      ],
      more: 0,
    })
    const cells = base64(head, `${grid},1 幢 101 室,三,abc,同学,30.5,`, `${grid},,99,,邻居,,`)
    const told = (await refusal(c.gridWorker, 'hub.importHouseholds', cells)) as {
      rows: { line: number; path: string }[]
    }
    expect(told.rows.map(({ line, path }) => `${line} ${path}`)).toEqual(
      expect.arrayContaining(['2 人数', '2 联系原因', '2 纬度', '3 门牌']),
    )
    const heads = base64('网格编码,门牌,人数,颜色', `${grid},1,2,3`)
    expect(await refusal(c.gridWorker, 'hub.importHouseholds', heads)).toMatchObject({
      rows: [
        { line: 1, path: '颜色' },
        { line: 1, path: '联系原因' },
      ],
    })
    expect((await c.cloud.ask(c.gridWorker, 'hub.households', {})).rows).toHaveLength(1)
  })
})

describe('living in a household', () => {
  it('begins with a code, once', async () => {
    const { hubId } = await aHub(c, { place: '柳桥路南段', hours: [{ weekday: 1, fromMinute: 540, untilMinute: 660 }] })
    const { householdId } = await aHousehold(c)
    const { code } = await c.cloud.ask(c.gridWorker, 'hub.inviteToHousehold', { householdId })
    const [li, wang] = [await somebody(c.cloud), await somebody(c.cloud)]
    const tried = await Promise.all([li, wang].map((one) => c.cloud.send(one, 'hub.joinByCode', { code })))
    expect(tried.filter((one) => one.body.result?.ok)).toHaveLength(1)
    expect(tried.find((one) => !one.body.result?.ok)?.body.result?.refusal).toEqual({ reason: 'codeNotValid' })
    const [mine] = tried[0]?.body.result?.ok ? [li] : [wang]
    expect(await c.cloud.ask(mine as TestPerson, 'hub.myHub', {})).toMatchObject({
      household: { householdId, orphaned: false },
      hub: { hubId, place: '柳桥路南段', openNow: true },
    })
    const [kept] = await c.cloud.sql<{ hash: Buffer }[]>`select code_hash as hash from household_invitations`
    expect(kept?.hash.toString('latin1')).not.toContain(code)
  })

  it('not with a code that is too old, nor in two households', async () => {
    await aHub(c)
    const { householdId } = await aHousehold(c)
    const li = await member(c, householdId)
    const { code } = await c.cloud.ask(li, 'hub.inviteToHousehold', { householdId })
    expect(await refusal(li, 'hub.joinByCode', { code })).toEqual({ reason: 'alreadyInHousehold' })
    c.pass(24 * 14 + 1)
    const wang = await somebody(c.cloud)
    expect(await refusal(wang, 'hub.joinByCode', { code })).toEqual({ reason: 'codeNotValid' })
    // Nobody who has nothing to do with it can invite.
    expect((await c.cloud.send(wang, 'hub.inviteToHousehold', { householdId })).status).toBe(404)
  })

  it('or because the staff have seen it', async () => {
    await aHub(c)
    const { householdId } = await aHousehold(c, { door: '6 幢 201 室' })
    const li = await somebody(c.cloud)
    const { joinRequestId } = await c.cloud.ask(li, 'hub.askToJoin', { areaCode: grid, door: '6幢201室' })
    expect(await refusal(li, 'hub.askToJoin', { areaCode: grid, door: '1' })).toEqual({ reason: 'alreadyAsked' })
    const list = await c.cloud.ask(c.gridWorker, 'hub.joinRequests', {})
    expect(JSON.stringify(list.rows)).not.toContain('6幢201室')
    expect(await c.cloud.ask(c.gridWorker, 'hub.joinRequest', { joinRequestId })).toMatchObject({
      door: '6幢201室',
      householdId,
    })
    expect(await refusal(c.gridWorker, 'hub.decideJoin', { joinRequestId, approve: false })).toEqual({
      reason: 'reasonNeeded',
    })
    await c.cloud.ask(c.gridWorker, 'hub.decideJoin', { joinRequestId, approve: true, householdId })
    expect(await refusal(c.admin, 'hub.decideJoin', { joinRequestId, approve: true, householdId })).toEqual({
      reason: 'alreadyDecided',
    })
    expect(await c.cloud.ask(li, 'hub.myHub', {})).toMatchObject({ household: { householdId }, waiting: null })
    expect(await kinds(li)).toContain('householdJoined')
    const [row] = await c.cloud.sql`select door_cipher from join_requests where id = ${joinRequestId}`
    expect(row).toEqual({ door_cipher: null })
    await c.cloud.ask(li, 'hub.leaveHousehold', {})
    expect(await c.cloud.ask(li, 'hub.myHub', {})).toMatchObject({ household: null, hub: null })
  })
})

describe('a hub', () => {
  it('is only who is a party member there, agreed in writing, and is no host elsewhere', async () => {
    const wang = await somebody(c.cloud)
    expect(await refusal(c.admin, 'hub.saveHub', hubOf(wang.personId))).toEqual({ reason: 'notAPartyMember' })
    const { host } = await aHub(c)
    expect(await refusal(c.admin, 'hub.saveHub', hubOf(host.personId))).toEqual({ reason: 'alreadyHost' })
    expect(await refusal(c.admin, 'hub.saveHub', hubOf(host.personId, { consentOn: '2026-12-24' }))).toEqual({
      reason: 'consentMissing',
    })
    expect(await refusal(c.admin, 'hub.saveHub', hubOf(host.personId, { areaCode: yunling }))).toEqual({
      reason: 'outsideYourArea',
    })
  })

  it('shows a landmark and never who is a member; the nearest comes first', async () => {
    const far = await aHub(c, { lat: 30.53, name: '罗家中心户' })
    const near = await aHub(c, { languages: ['jiahu'], specialties: ['elders'] })
    const { rows } = await c.cloud.ask(null, 'hub.hubs', { lat: 30.513, lng: 120.513 })
    expect(rows.map((row) => row.hubId)).toEqual([near.hubId, far.hubId])
    expect(rows[0]).toMatchObject({ metres: 0, languages: [{ dialect: 'jiahu' }], specialties: ['elders'] })
    expect(JSON.stringify(rows)).not.toContain('陈国华')
  })

  it('says until when somebody is there, and when somebody is next', async () => {
    const hours = [
      { weekday: 1, fromMinute: 9 * 60, untilMinute: 12 * 60 },
      { weekday: 1, fromMinute: 12 * 60, untilMinute: 21 * 60 },
      { weekday: 3, fromMinute: 8 * 60, untilMinute: 10 * 60 },
    ]
    const { hubId } = await aHub(c, { hours })
    const shown = async () => (await c.cloud.ask(null, 'hub.hubs', { hubId })).rows[0]
    // Monday, ten o’clock: two times that touch are one.
    expect(await shown()).toMatchObject({
      openNow: true,
      openUntil: new Date('2026-11-30T21:00:00+08:00'),
      opensAt: null,
    })
    c.pass(11)
    expect(await shown()).toMatchObject({
      openNow: false,
      openUntil: null,
      opensAt: new Date('2026-12-02T08:00:00+08:00'),
    })
    await c.cloud.ask(c.admin, 'hub.closeHub', { hubId, reason: '搬走了' })
    expect(await shown()).toBeUndefined()
  })

  it('whose people are all away counts as closed, and its households are shown the nearest one with somebody', async () => {
    const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute: 8 * 60, untilMinute: 21 * 60 }))
    const deputy = await somebody(c.cloud)
    const mine = await aHub(c, { hours, deputyIds: [deputy.personId] })
    const near = await aHub(c, { hours, name: '罗家中心户', lat: 30.516 })
    await aHub(c, { hours, name: '远家中心户', lat: 30.53 })
    const { householdId } = await aHousehold(c, { lat: 30.514 })
    const li = await member(c, householdId)
    const home = () => c.cloud.ask(li, 'hub.myHub', {})
    expect(await home()).toMatchObject({
      household: { lat: 30.514, lng: 120.513 },
      hub: { hubId: mine.hubId, openNow: true, away: false, hasDeputy: true, metres: expect.any(Number) },
      instead: null,
      answerHours: 24,
    })
    const days = { from: '2026-11-30', until: '2026-12-02' }
    await c.cloud.ask(mine.host, 'hub.setAbsence', days)
    expect(await home()).toMatchObject({ hub: { openNow: true, away: false }, instead: null })
    await c.cloud.ask(deputy, 'hub.setAbsence', { ...days, until: '2026-12-01' })
    expect(await home()).toMatchObject({
      hub: { openNow: false, away: true, opensAt: new Date('2026-12-02T08:00:00+08:00') },
      instead: { hubId: near.hubId },
    })
    await c.cloud.ask(mine.host, 'hub.setAbsence', { ...days, end: true })
    expect(await home()).toMatchObject({ hub: { openNow: true, away: false }, instead: null })
    await c.cloud.ask(c.admin, 'hub.saveHub', hubOf(mine.host.personId, { hubId: mine.hubId, hours, status: 'paused' }))
    expect(await home()).toMatchObject({ hub: { status: 'paused', openNow: false }, instead: { hubId: near.hubId } })
  })

  it('closes with its host’s account, and nobody is left without a hub', async () => {
    const going = await aHub(c)
    const other = await aHub(c, { name: '罗家中心户', lat: 30.516 })
    const { householdId } = await aHousehold(c)
    await c.cloud.ask(going.host, 'people.deleteMe', { confirm: '注销' })
    expect(await householdRow(householdId)).toMatchObject({ status: 'linked', hubId: other.hubId })
    const [row] = await c.cloud.sql`select name, status from hubs where id = ${going.hubId}`
    expect(row).toEqual({ name: '已注销', status: 'closed' })
  })
})

describe('a door and a number', () => {
  it('are told to its hub and the staff, for a task that stands in the log, and to nobody else', async () => {
    const { host } = await aHub(c)
    const other = await aHub(c, { name: '罗家中心户', lat: 30.53 })
    const { householdId } = await aHousehold(c, { door: '7 幢 303 室', phone: '13800138000' })
    const stored = await c.cloud.sql`select * from households where id = ${householdId}`
    expect(JSON.stringify(stored)).not.toMatch(/7 幢|13800138000/)
    expect(JSON.stringify(await c.cloud.ask(host, 'hub.myHouseholds', {}))).not.toMatch(/7 幢|138/)
    const reveal = { householdId, task: 'visit' as const }
    expect(await c.cloud.ask(host, 'hub.revealHousehold', reveal)).toMatchObject({
      door: '7 幢 303 室',
      phone: '13800138000',
    })
    for (const who of [other.host, await somebody(c.cloud)])
      expect((await c.cloud.send(who, 'hub.revealHousehold', reveal)).status).toBe(404)
    const rows = await c.cloud.sql`
      select person_id, role, target, after from audit_log where operation = 'hub.revealHousehold' and target = ${`household:${householdId}`}`
    expect(rows).toEqual([
      {
        person_id: host.personId,
        role: 'hubHost',
        target: `household:${householdId}`,
        after: { read: 'door', task: 'visit' },
      },
    ])
  })
})
