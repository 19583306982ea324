import { liuqiao } from '../factories/areas'
import { aHousehold, aHub, type Community, member, openCommunity } from '../factories/hubs'
import { somebody } from '../factories/volunteers'

/** What is known before somebody keeps, changes or closes a hub. */

let c: Community
beforeAll(async () => {
  c = await openCommunity()
})
beforeEach(() => c.begin())
afterAll(() => c.stop())

it('whoever answers for a hub reads as what; the host alone reads who the deputies are, and when he is away himself', async () => {
  const [deputy, lead, stranger] = [await somebody(c.cloud), await somebody(c.cloud), await somebody(c.cloud)]
  await c.cloud.ask(deputy, 'people.updateMe', { nickname: '吴代理' })
  const chen = await aHub(c, { deputyIds: [deputy.personId], branchLeadId: lead.personId, room: 12 })
  await aHousehold(c)
  const mine = async (who: typeof deputy) => c.cloud.ask(who, 'hub.myHubs', {})
  expect((await mine(chen.host)).hubs).toMatchObject([
    { hubId: chen.hubId, part: 'host', deputies: ['吴代理'], households: 1, room: 12 },
  ])
  expect((await mine(deputy)).hubs).toMatchObject([{ part: 'deputy', deputies: [] }])
  expect((await mine(lead)).hubs).toMatchObject([{ part: 'branchLead', deputies: [] }])
  expect(await mine(stranger)).toEqual({ hubs: [], absences: [] })

  const days = { from: '2026-12-01', until: '2026-12-03' }
  await c.cloud.ask(chen.host, 'hub.setAbsence', days)
  expect((await mine(chen.host)).absences).toEqual([days])
  c.pass(24 * 4)
  expect((await mine(chen.host)).absences).toEqual([])
})

it('a hub is read as it would be saved, so that saving it unchanged changes nothing', async () => {
  const [deputy, lead] = [await somebody(c.cloud), await somebody(c.cloud)]
  const { hubId } = await aHub(c, { deputyIds: [deputy.personId], branchLeadId: lead.personId, room: 9 })
  const read = () => c.cloud.ask(c.admin, 'hub.hubToEdit', { hubId })
  const before = await read()
  expect(before).toMatchObject({ deputies: [{ personId: deputy.personId }], room: 9, consentOn: '2026-11-01' })
  const { name, areaCode, place, lat, lng, specialties, hours, room, consentOn } = before
  await c.cloud.ask(c.admin, 'hub.saveHub', {
    hubId,
    name,
    areaCode,
    place,
    lat,
    lng,
    specialties,
    hours,
    room,
    consentOn,
    hostId: before.host.personId,
    deputyIds: before.deputies.map(({ personId }) => personId),
    branchLeadId: before.branchLead?.personId ?? null,
    languages: before.languages.map(({ dialect }) => dialect),
  })
  expect(await read()).toEqual(before)
  expect((await c.cloud.send(c.gridWorker, 'hub.hubToEdit', { hubId })).status).toBe(403)
})

it('party members are found by a part of their name, with the hub they have', async () => {
  const chen = await aHub(c)
  const { rows } = await c.cloud.ask(c.admin, 'hub.partyMembers', { areaCode: liuqiao, search: '国华' })
  expect(rows).toContainEqual(expect.objectContaining({ personId: chen.host.personId, hosts: '陈家中心户' }))
  expect(await c.cloud.ask(c.admin, 'hub.partyMembers', { areaCode: liuqiao, search: '%' })).toEqual({ rows: [] })
  const elsewhere = await c.cloud.send(c.admin, 'hub.partyMembers', { areaCode: '990102001001' })
  expect(elsewhere.body.result?.refusal).toMatchObject({ reason: 'outsideYourArea' })
})

it('closing moves exactly what was shown', async () => {
  const chen = await aHub(c, { room: 4 })
  const near = await aHub(c, { name: '罗家中心户', lat: 30.514, room: 2 })
  await c.cloud.ask(c.admin, 'hub.hubSettings', {})
  for (let n = 0; n < 3; n++) await aHousehold(c, { lat: 30.513 })
  const li = await member(c, (await aHousehold(c)).householdId)
  await c.cloud.ask(li, 'hub.askHub', { hubId: chen.hubId, kind: 'ask', words: '有人吗' })
  const shown = await c.cloud.ask(c.admin, 'hub.closing', { hubId: chen.hubId })
  const to = shown.to.map(({ hubId, households }) => [hubId, households])
  const counts = { moved: to.reduce((sum, [, n]) => sum + (n ?? 0), 0), orphaned: shown.orphaned }
  expect(to).toEqual([[near.hubId, 2]])
  expect(shown).toMatchObject({ contacts: 1 })
  expect(await c.cloud.ask(c.admin, 'hub.closeHub', { hubId: chen.hubId, reason: '搬走了' })).toEqual(counts)
  const again = await c.cloud.send(c.admin, 'hub.closing', { hubId: chen.hubId })
  expect(again.body.result?.refusal).toMatchObject({ reason: 'alreadyClosed' })
})

it('the inbox says how a question begins and who asks, unless he wished not to say it', async () => {
  const chen = await aHub(c)
  const li = await member(c, (await aHousehold(c)).householdId)
  await c.cloud.ask(li, 'hub.askHub', { kind: 'ask', words: `楼道灯坏了${'，请看看'.repeat(30)}` })
  c.pass(1)
  await c.cloud.ask(li, 'hub.askHub', { kind: 'difficulty', words: '不好意思说', anonymous: true })
  const { rows } = await c.cloud.ask(chen.host, 'hub.hubInbox', {})
  expect(
    rows.map(({ personName, anonymous, words }) => [personName, anonymous, words.length, words.slice(0, 5)]),
  ).toEqual([
    ['李奶奶', false, 60, '楼道灯坏了'],
    [null, true, 5, '不好意思说'],
  ])
})
