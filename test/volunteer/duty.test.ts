import { startTestCloud, type TestCloud, type TestPerson } from '../cloud'
import { liuqiao, shitang, township, yunling } from '../factories/areas'
import { somebody } from '../factories/volunteers'

let cloud: TestCloud
let admin: TestPerson
let elsewhere: TestPerson
let resident: TestPerson

beforeAll(async () => {
  cloud = await startTestCloud()
  admin = await somebody(cloud, ['communityAdmin', township])
  elsewhere = await somebody(cloud, ['communityAdmin', yunling])
  resident = await cloud.signIn('resident', { community: liuqiao })
})
afterAll(() => cloud.stop())

const send = (as: TestPerson | null, verb: string, input: object) => cloud.send(as, `volunteer.${verb}`, input)
const refusal = async (as: TestPerson, verb: string, input: object) =>
  (await send(as, verb, input)).body.result?.refusal
const at = (hours: number) => new Date(Date.now() + hours * 3_600_000)
const shiftOf = (person: TestPerson, more: object = {}) => ({
  personId: person.personId,
  profession: 'doctor' as const,
  areaCode: liuqiao,
  placeName: '柳桥社区卫生站',
  surname: '陈',
  from: at(-1),
  until: at(3),
  ...more,
})
const set = async (person: TestPerson, more: object = {}) =>
  (await cloud.ask(admin, 'volunteer.saveShift', shiftOf(person, more))).shiftId
const agreed = async (person: TestPerson, more: object = {}) => {
  const shiftId = await set(person, more)
  await cloud.ask(person, 'volunteer.agreeToShift', { shiftId, agree: true })
  return shiftId
}
const shown = async (as: TestPerson, input: object = {}) => (await cloud.ask(as, 'volunteer.onDuty', input)).rows
const shownIds = async (as: TestPerson, input: object = {}) => (await shown(as, input)).map((row) => row.shiftId)
const lastNotice = async (as: TestPerson) => (await cloud.ask(as, 'inbox.list', {})).rows[0]
// Each test has the county to itself.
afterEach(() => cloud.sql`update duty_shifts set cancelled_at = now() where cancelled_at is null`)

describe('being shown', () => {
  it('is asked first, and shows surname and title, place and until when, nothing else', async () => {
    const chen = await somebody(cloud)
    const shiftId = await set(chen)
    expect(await lastNotice(chen)).toMatchObject({ kind: 'dutyAsked', facts: { shiftId, place: '柳桥社区卫生站' } })
    expect(await shown(resident)).toEqual([])
    expect((await cloud.ask(chen, 'volunteer.myShifts', {})).rows).toMatchObject([
      { shiftId, shownName: '陈医生', agreedAt: null },
    ])
    await cloud.ask(chen, 'volunteer.agreeToShift', { shiftId, agree: true })
    const [row] = await shown(resident)
    expect(Object.keys(row as object).sort()).toEqual(
      'areaCode areaName from lat lng mine now placeName profession shiftId shownName until'.split(' '),
    )
    expect(row).toMatchObject({
      shownName: '陈医生',
      areaName: '柳桥社区',
      lat: 30.512,
      lng: 120.512,
      now: true,
      mine: false,
    })
    expect((await send(null, 'onDuty', {})).status).toBe(401)
  })

  it('ends when the person says no, also later, and whoever set it is told', async () => {
    const chen = await somebody(cloud)
    const shiftId = await agreed(chen)
    await cloud.ask(chen, 'volunteer.agreeToShift', { shiftId, agree: false })
    expect(await shown(resident)).toEqual([])
    expect(await lastNotice(admin)).toMatchObject({ kind: 'dutyDeclined', facts: { personName: '陈医生' } })
    expect((await send(chen, 'agreeToShift', { shiftId, agree: true })).status).toBe(404)
  })

  it('is nobody else’s to agree to', async () => {
    const shiftId = await set(await somebody(cloud))
    for (const one of [admin, resident])
      expect((await send(one, 'agreeToShift', { shiftId, agree: true })).status).toBe(404)
    expect(await shown(resident)).toEqual([])
  })

  it('lists who is there now, then who is next of each profession, here and around', async () => {
    const [a, b, c, d, e] = await Promise.all([1, 2, 3, 4, 5].map(() => somebody(cloud)))
    const now = await agreed(a as TestPerson, { areaCode: township })
    const next = await agreed(b as TestPerson, { from: at(5), until: at(8) })
    await agreed(c as TestPerson, { from: at(9), until: at(12) })
    const lawyer = await agreed(d as TestPerson, { profession: 'lawyer', surname: '欧阳', from: at(30), until: at(33) })
    const beside = await agreed(e as TestPerson, { areaCode: shitang, profession: 'police', surname: '王' })
    expect(await shownIds(resident)).toEqual([now, next, lawyer])
    expect((await shown(resident)).map((row) => [row.now, row.shownName])).toEqual([
      [true, '陈医生'],
      [false, '陈医生'],
      [false, '欧阳律师'],
    ])
    expect(await shownIds(resident, { areaCode: shitang })).toEqual([now, beside])
    expect(await shownIds(resident, { areaCode: township, profession: 'police' })).toEqual([beside])
    expect(await shownIds(resident, { areaCode: yunling })).toEqual([])
  })
})

describe('the roster', () => {
  it('has a person in one place at a time, also when two set it at once', async () => {
    const chen = await somebody(cloud)
    const replies = await Promise.all([
      send(admin, 'saveShift', shiftOf(chen)),
      send(admin, 'saveShift', shiftOf(chen, { placeName: '另一处诊所', from: at(2), until: at(5) })),
    ])
    const answers = replies.map((reply) => reply.body.result)
    expect(answers.filter((answer) => answer?.ok)).toHaveLength(1)
    expect(answers.find((answer) => !answer?.ok)?.refusal).toEqual({ reason: 'alreadyOnDuty' })
  })

  it('asks again when what was agreed to is something else, and not when nothing is', async () => {
    const [chen, li] = [await somebody(cloud), await somebody(cloud)]
    const times = { from: at(1), until: at(3) }
    const shiftId = await agreed(chen, times)
    const before = (await cloud.ask(chen, 'inbox.list', {})).rows.length
    await cloud.ask(admin, 'volunteer.saveShift', { ...shiftOf(chen, times), shiftId })
    expect(await shownIds(resident)).toEqual([shiftId])
    expect((await cloud.ask(chen, 'inbox.list', {})).rows).toHaveLength(before)
    await cloud.ask(admin, 'volunteer.saveShift', { ...shiftOf(chen, { ...times, placeName: '镇卫生院' }), shiftId })
    expect(await shown(resident)).toEqual([])
    await cloud.ask(chen, 'volunteer.agreeToShift', { shiftId, agree: true })
    await cloud.ask(admin, 'volunteer.saveShift', { ...shiftOf(li, { ...times, surname: '李' }), shiftId })
    expect(await shown(resident)).toEqual([])
    expect(await lastNotice(chen)).toMatchObject({ kind: 'dutyCancelled', facts: { place: '镇卫生院' } })
    expect(await lastNotice(li)).toMatchObject({ kind: 'dutyAsked' })
  })

  it('is set in one’s own area, for people there are, in times that make sense', async () => {
    const chen = await somebody(cloud)
    expect(await refusal(elsewhere, 'saveShift', shiftOf(chen))).toEqual({ reason: 'outsideYourArea' })
    expect(await refusal(admin, 'saveShift', shiftOf(chen, { areaCode: yunling }))).toEqual({
      reason: 'outsideYourArea',
    })
    expect(await refusal(admin, 'saveShift', shiftOf(chen, { personId: 999_999 }))).toEqual({ reason: 'noSuchPerson' })
    const over = { from: at(-5), until: at(-1) }
    expect(await refusal(admin, 'saveShift', shiftOf(chen, over))).toEqual({ reason: 'alreadyOver' })
    const days = { from: at(1), until: at(30) }
    expect(await refusal(admin, 'saveShift', shiftOf(chen, days))).toEqual({ reason: 'tooLong', hours: 24 })
    for (const [more, path] of [
      [{ from: at(3), until: at(2) }, 'until'],
      [{ from: at(24 * 200), until: at(24 * 200 + 1) }, 'from'],
      [{ surname: '陈医生先生' }, 'surname'],
      [{ profession: 'wizard' }, 'profession'],
    ] as const)
      expect(await send(admin, 'saveShift', shiftOf(chen, more))).toMatchObject({
        status: 400,
        body: { fields: [{ path }] },
      })
    expect((await send(chen, 'saveShift', shiftOf(chen))).status).toBe(403)
  })

  it('is read and taken back by the administrators of the area only', async () => {
    const chen = await somebody(cloud)
    const shiftId = await agreed(chen)
    const rows = async (as: TestPerson) => (await cloud.ask(as, 'volunteer.shifts', {})).rows.map((row) => row.shiftId)
    expect(await rows(admin)).toEqual([shiftId])
    expect(await rows(elsewhere)).toEqual([])
    expect((await send(elsewhere, 'cancelShift', { shiftId, reason: '不要了' })).status).toBe(404)
    expect((await send(elsewhere, 'saveShift', { ...shiftOf(chen, { areaCode: yunling }), shiftId })).status).toBe(404)
    // Not into an area of others either.
    expect(await refusal(admin, 'saveShift', { ...shiftOf(chen, { areaCode: yunling }), shiftId })).toEqual({
      reason: 'outsideYourArea',
    })
    expect(await shownIds(resident)).toEqual([shiftId])
    await cloud.ask(admin, 'volunteer.cancelShift', { shiftId, reason: '换班' })
    expect(await lastNotice(chen)).toMatchObject({ kind: 'dutyCancelled', facts: { reason: '换班' } })
    expect(await shown(resident)).toEqual([])
    expect((await cloud.ask(chen, 'volunteer.myShifts', {})).rows).toEqual([])
  })

  it('goes on page by page, the next first', async () => {
    const people = await Promise.all(Array.from({ length: 23 }, () => somebody(cloud)))
    const ids: number[] = []
    for (const [n, person] of people.entries()) ids.push(await set(person, { from: at(1 + n), until: at(2 + n) }))
    const first = await cloud.ask(admin, 'volunteer.shifts', { areaCode: liuqiao })
    const second = await cloud.ask(admin, 'volunteer.shifts', { areaCode: liuqiao, cursor: first.nextCursor })
    expect([...first.rows, ...second.rows].map((row) => row.shiftId)).toEqual(ids)
  })
})

describe('calling', () => {
  it('brings nickname and words to whoever is there, and the answer back, and no number', async () => {
    const chen = await somebody(cloud)
    const shiftId = await agreed(chen)
    const lin = await cloud.signIn('lin')
    await cloud.ask(lin, 'people.updateMe', { nickname: '林阿婆' })
    await cloud.ask(lin, 'volunteer.callDuty', { shiftId, words: '血压有点高，请回个话' })
    expect(await lastNotice(chen)).toMatchObject({
      kind: 'dutyCalled',
      facts: { shiftId, personName: '林阿婆', words: '血压有点高，请回个话' },
    })
    const { rows } = await cloud.ask(chen, 'volunteer.dutyCalls', {})
    expect(rows).toMatchObject([{ fromName: '林阿婆', words: '血压有点高，请回个话', answer: null }])
    expect((await cloud.ask(lin, 'volunteer.dutyCalls', {})).rows).toEqual([])
    const answer = { callId: rows[0]?.callId as number, words: '十分钟后到您家' }
    expect((await send(lin, 'answerDutyCall', answer)).status).toBe(404)
    await cloud.ask(chen, 'volunteer.answerDutyCall', answer)
    expect(await lastNotice(lin)).toMatchObject({
      kind: 'dutyAnswered',
      facts: { personName: '陈医生', words: '十分钟后到您家' },
    })
    expect(await refusal(chen, 'answerDutyCall', answer)).toEqual({ reason: 'alreadyAnswered' })
  })

  it('reaches nobody who is not there now, did not agree, or wants nothing of the other', async () => {
    const [chen, li] = [await somebody(cloud), await somebody(cloud)]
    const words = '在吗？'
    const later = await agreed(chen, { from: at(2), until: at(3) })
    const silent = await set(li)
    const no = { reason: 'notOnDuty' }
    expect(await refusal(resident, 'callDuty', { shiftId: later, words })).toEqual(no)
    expect(await refusal(resident, 'callDuty', { shiftId: silent, words })).toEqual(no)
    expect(await refusal(resident, 'callDuty', { shiftId: 999_999, words })).toEqual(no)
    await cloud.ask(li, 'volunteer.agreeToShift', { shiftId: silent, agree: true })
    expect(await refusal(li, 'callDuty', { shiftId: silent, words })).toEqual({ reason: 'yourself' })
    await cloud.sql`insert into person_blocks (by_id, other_id) values (${li.personId}, ${resident.personId})`
    expect(await refusal(resident, 'callDuty', { shiftId: silent, words })).toEqual(no)
    const shy = await cloud.signIn('shy', { consent: false })
    expect(await refusal(shy, 'callDuty', { shiftId: silent, words })).toEqual({ reason: 'consentNeeded' })
  })

  it('is limited to five a day, also all at once', async () => {
    const chen = await somebody(cloud)
    const shiftId = await agreed(chen)
    const eager = await somebody(cloud)
    const replies = await Promise.all(
      Array.from({ length: 8 }, (_, n) => send(eager, 'callDuty', { shiftId, words: `第${n}次` })),
    )
    const answers = replies.map((reply) => reply.body.result)
    expect(answers.filter((answer) => answer?.ok)).toHaveLength(5)
    expect(answers.find((answer) => !answer?.ok)?.refusal).toEqual({ reason: 'tooMany', most: 5 })
    await cloud.sql`update duty_calls set at = at - interval '25 hours' where person_id = ${eager.personId}`
    expect((await send(eager, 'callDuty', { shiftId, words: '第二天' })).body.result?.ok).toBe(true)
  })
})
