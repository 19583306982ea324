import fc from 'fast-check'
import { grantRole, startTestCloud, type TestCloud, type TestPerson } from '../cloud'
import { plausible } from '../contract/input'
import { operations } from '../contract/operations'
import { publish } from '../factories/activities'
import { decide, openOffice, picture, resident, submit } from '../factories/applications'
import { county, liuqiao, township } from '../factories/areas'
import { aMember, branchOf } from '../factories/branches'
import { aHub, householdOf, hubOf } from '../factories/hubs'
import { itemOf, publishItem } from '../factories/services'
import { offerTo, profileOf, taskOf } from '../factories/volunteers'

/** Every operation of the contract against everything a stranger might send: a clear JSON error or an answer, never a fault. */

let cloud: TestCloud
let staff: TestPerson

beforeAll(async () => {
  cloud = await startTestCloud()
  staff = await cloud.signIn('staff')
  for (const role of [
    'communityAdmin',
    'gridWorker',
    'supervisor',
    'organiser',
    'clerk',
    'approver',
    'volunteer',
    'partyMember',
  ])
    await grantRole(cloud, staff.personId, role, county)
  staff = await cloud.signIn('staff', { consent: false, community: liuqiao })
  const activityId = await publish(cloud, staff, { capacity: 2 })
  await cloud.send(staff, 'activity.signUp', { activityId, party: 1 })
  // A case that waits, one that is decided, and everything around them: what is real lets the fuzz past the first check.
  const office = await openOffice(cloud)
  const itemCode = await publishItem(cloud, office.admin)
  const { windowId } = await cloud.ask(office.admin, 'application.saveWindow', aWindow)
  const wu = await resident(cloud)
  const { applicationId } = await submit(cloud, wu, itemCode, { delivery: 'pickUp' })
  const done = await submit(cloud, await resident(cloud), itemCode)
  await decide(cloud, office, done.applicationId, 'refused')
  Object.assign(real, await volunteering(wu))
  Object.assign(real, await hubs())
  Object.assign(real, await aBranchOfStaff())
  Object.assign(real, {
    activityId,
    applicationId,
    itemCode,
    code: itemCode,
    itemId: 1,
    windowId,
    letterId: 1,
    version: 1,
    itemVersion: 1,
    personId: wu.personId,
    toPersonId: office.colleague.personId,
    coverPersonId: office.colleague.personId,
    areaCode: township,
    day: '2026-11-26',
    answers: { size: 'small', gas: 'no' },
    form: { shop: '小店' },
    documents: [{ key: 'plan', fileIds: [await picture(cloud, staff)] }],
    draft: itemOf(),
    cases: [{ applicationId, version: 1 }],
    lines: [{ key: 'plan', what: '看不清', how: '重新拍' }],
    hours: aWindow.hours,
    words: '有话要说，请您看看',
    reason: '材料核对过了',
    requestId: '6b8b4567-327b-4c66-8b45-67327b23c665',
  })
}, 120_000)

/** Volunteers, a team, a shift, somebody who was asked and somebody who accepted. */
async function volunteering(wu: TestPerson): Promise<Record<string, unknown>> {
  await cloud.ask(staff, 'volunteer.saveProfile', profileOf())
  await cloud.ask(staff, 'volunteer.decideVolunteer', { personId: staff.personId, approve: true })
  await cloud.ask(wu, 'volunteer.saveProfile', profileOf({ skills: [{ skill: 'medical', level: 1 }] }))
  const leaderId = staff.personId
  const team = { kind: 'free' as const, name: '互助队', areaCode: township, leaderId }
  const { teamId } = await cloud.ask(staff, 'volunteer.createTeam', team)
  const hour = 3_600_000
  const times = { from: new Date(Date.now() - hour), until: new Date(Date.now() + hour) }
  const shift = { profession: 'doctor' as const, areaCode: township, placeName: '卫生站', surname: '陈', ...times }
  const { shiftId } = await cloud.ask(staff, 'volunteer.saveShift', { ...shift, personId: leaderId })
  await cloud.ask(staff, 'volunteer.agreeToShift', { shiftId, agree: true })
  await cloud.ask(wu, 'volunteer.callDuty', { shiftId, words: '在吗？' })
  const tomorrow = new Date(Date.now() + 24 * hour)
  const accepted = await offerTo(cloud, leaderId, tomorrow)
  await taskOf(cloud, accepted.offerId)
  const { offerId, requestId: helpRequestId } = await offerTo(cloud, leaderId, new Date(tomorrow.getTime() + 24 * hour))
  const { name: _, ...profile } = profileOf()
  return {
    ...profile,
    ...times,
    kind: 'free',
    teamId,
    shiftId,
    callId: 1,
    leaderId,
    offerId,
    helpRequestId,
    assignmentId: 1,
  }
}

/** A hub, its household, and somebody who wants to join. */
async function hubs(): Promise<Record<string, unknown>> {
  // Staff is a deputy: the diary of the hub is open.
  const { hubId, host } = await aHub({ cloud, admin: staff }, { deputyIds: [staff.personId] })
  const { householdId } = await cloud.ask(staff, 'hub.registerHousehold', householdOf())
  const asker = await cloud.signIn('asker')
  const { joinRequestId } = await cloud.ask(asker, 'hub.askToJoin', { areaCode: liuqiao, door: '1' })
  const question = { kind: 'ask' as const, words: '楼道灯坏了', hubId }
  const { contactId } = await cloud.ask(asker, 'hub.askHub', question)
  const visitedOn = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const promises = [{ householdId, words: '换灯', dueOn: visitedOn }]
  const visit = { visitedOn, householdIds: [householdId], heard: '灯不亮', promises }
  const { visitId } = await cloud.ask(host, 'hub.writeVisit', visit)
  const post = { name: '先锋岗', holderId: host.personId, place: '岗亭', duties: '值班', contactWay: '到岗亭' }
  const { postId } = await cloud.ask(staff, 'hub.savePost', {
    ...post,
    kind: 'vanguard',
    areaCode: liuqiao,
    consentOn: '2026-11-01',
  })
  const { areaCode: _a, hostId: _h, ...saved } = hubOf(staff.personId)
  const { requestId: _r, areaCode: _b, ...registered } = { requestId: '', ...householdOf() }
  return {
    ...saved,
    ...registered,
    hubId,
    householdId,
    joinRequestId,
    contactId,
    hostId: staff.personId,
    task: 'visit',
    ...visit,
    visitId,
    promiseId: 1,
    postId,
    holderId: host.personId,
    duties: post.duties,
    contactWay: post.contactWay,
  }
}

/** A branch that staff leads, with a member, a meeting and points to quarrel about. */
async function aBranchOfStaff(): Promise<Record<string, unknown>> {
  const saved = branchOf(staff.personId)
  const { branchId } = await cloud.ask(staff, 'hub.saveBranch', saved)
  const luo = await aMember(cloud, { branchId, secretary: staff }, '罗大姐')
  const hour = 3_600_000
  const times = { startsAt: new Date(Date.now() - hour), endsAt: new Date(Date.now() + hour) }
  const called = { kind: 'general' as const, title: '党员大会', place: '会议室', ...times }
  const { meetingId } = await cloud.ask(staff, 'hub.saveMeeting', called)
  const given = { personId: luo.personId, code: 'wentFirst', words: '防汛值守' }
  const { entryId } = await cloud.ask(staff, 'hub.givePoints', given)
  const quarter = '2026-11-26'
  const { statementId } = await cloud.ask(staff, 'hub.issuePointStatement', { quarter, personId: luo.personId })
  const { name: _n, areaCode: _a, ...rest } = saved
  return {
    ...rest,
    ...times,
    branchId,
    meetingId,
    entryId,
    statementId,
    appealId: 1,
    quarter,
    post: 'member',
    points: 2,
  }
}

const aWindow = {
  areaCode: township,
  name: '一号窗',
  department: '县市场监管局',
  place: '柳桥路 1 号',
  phone: '12345',
  hours: [{ weekday: 1, from: '08:30', until: '11:30', capacity: 2 }],
}
/** Values that name real things, by the field that takes them. */
const real: Record<string, unknown> = {}
const theRealOne = Symbol('the real one')
afterAll(() => cloud.stop())

const nasty = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(1, 0, -1, 1.5, 2 ** 53, -(2 ** 40), 1e308, '1', '', ' ', null, true, [], {}, [
      [],
    ]),
  },
  fc.constantFrom<unknown>(
    '\u0000',
    'a\u0000b',
    '😀',
    '\ud800',
    "'; drop table people; --",
    '%',
    '\\',
    '990101001001',
    '2026-13-45',
    'x'.repeat(5000),
  ),
  fc.constantFrom<unknown>(
    { __type: 'Date', iso: '2026-11-24T00:00:00.000Z' },
    { __type: 'Date', iso: 'nonsense' },
    { __type: 'Pointer' },
    { __op: 'Delete' },
  ),
  fc.constantFrom<unknown>(
    { __type: 'Date', iso: '1970-01-01T00:00:00.000Z' },
    { constructor: 1 },
    { a: { b: { c: { d: [1, [2, [3]]] } } } },
  ),
  fc.uuid(),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.jsonValue({ maxDepth: 2 }),
)

describe.each(operations)('$name', ({ name, access, entries }) => {
  const fields = Object.keys(entries)
  // A fuzz run must not sign the fuzzer out.
  const body = fc
    .dictionary(
      fc.constantFrom(...fields, 'unknownField'),
      fc.oneof({ weight: 2, arbitrary: nasty }, fc.constant<unknown>(theRealOne)),
      { maxKeys: fields.length + 1 },
    )
    .map(
      (input): Record<string, unknown> =>
        fields.includes('requestId') && !('requestId' in input && Object.keys(input).length % 3 === 0)
          ? { ...input, requestId: '6b8b4567-327b-4c66-8b45-67327b23c664' }
          : input,
    )

  const asAPageWould = (field: string) => real[field] ?? (entries[field] && plausible(entries[field], field, real)) ?? 1

  it('answers anything with data or a clear error', async () => {
    await fc.assert(
      fc.asyncProperty(body, async (drawn) => {
        const input = Object.fromEntries(
          Object.entries(drawn).map(([k, v]) => [k, v === theRealOne ? asAPageWould(k) : v]),
        )
        if (name === 'people.deleteMe' || name === 'people.revokeSession') delete input.confirm
        const reply = await cloud.send(staff, name, input)
        expect([200, 400, 403, 404, 409]).toContain(reply.status)
        if (reply.status === 200) return
        expect(reply.body.code).toEqual(expect.any(Number))
        expect(reply.body.error).toMatch(/[\u4e00-\u9fff]/)
      }),
      { numRuns: 20 },
    )
  })

  it('gives a stranger nothing it should not', async () => {
    const reply = await cloud.send(null, name, {})
    if (access === 'anyone') expect([200, 400, 404]).toContain(reply.status)
    else expect(reply).toMatchObject({ status: 401, body: { code: 206 } })
  })

  it('names an unknown field', async () => {
    const reply = await cloud.send(staff, name, { surprise: 1 })
    expect(reply).toMatchObject({
      status: 400,
      body: { code: 142, fields: expect.arrayContaining([{ path: 'surprise', problem: '不认识的字段' }]) },
    })
  })
})

it('reads no body as JSON that is none, and nothing larger than it should', async () => {
  const headers = {
    'x-lc-id': cloud.settings.leancloud.appId,
    'x-lc-key': cloud.settings.leancloud.appKey,
    'content-type': 'application/json',
  }
  const at = `${cloud.url}/1.1/functions/activity.list`
  const broken = await fetch(at, { method: 'POST', headers, body: '{"a":' })
  expect(broken.status).toBe(400)
  expect(await broken.json()).toEqual({ code: 107, error: expect.any(String) })
  const large = await fetch(at, { method: 'POST', headers, body: JSON.stringify({ kind: 'x'.repeat(900_000) }) })
  expect(large.status).toBe(413)
  expect(await large.json()).toEqual({ code: 413, error: expect.any(String) })
  const unknown = await fetch(`${cloud.url}/1.1/functions/activity.destroy`, { method: 'POST', headers, body: '{}' })
  expect(unknown.status).toBe(404)
})
