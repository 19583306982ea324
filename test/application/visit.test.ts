import { dayOf } from '../../cloud/deadlines/working-days'
import { startTestCloud, type TestCloud, type TestPerson } from '../cloud'
import { filledIn, type Office, openOffice, picture, resident, submit } from '../factories/applications'
import { township, yunling } from '../factories/areas'
import { publishItem } from '../factories/services'

/** At most one visit: booked, kept, counted; a second one only by a supervisor's exception. */

let cloud: TestCloud
let office: Office
let code: string
/** A Wednesday morning, so that days ahead are working days. */
let now = new Date('2026-11-25T01:00:00Z')
beforeAll(async () => {
  cloud = await startTestCloud({}, { now: () => now })
  office = await openOffice(cloud)
  code = await publishItem(cloud, office.admin)
  await cloud.ask(office.admin, 'application.saveWindow', windowOf())
})
afterAll(() => cloud.stop())

const windowOf = (changes: object = {}) => ({
  areaCode: township,
  name: '柳桥便民服务中心 2 号窗',
  department: '县市场监管局',
  place: '柳桥路 1 号',
  phone: '0573-5550199',
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:30', until: '11:30', capacity: 2 })),
  closedDays: ['2026-11-27'],
  ...changes,
})
const refusal = async (who: TestPerson, name: string, input: object) => {
  const { body } = await cloud.send(who, name, input)
  return body.result?.ok === false ? body.result.refusal : body
}
/** An application that needs a visit, and its applicant. */
async function needingVisit() {
  const who = await resident(cloud)
  const photos = async (key: string) => ({ key, fileIds: [await picture(cloud, who)] })
  const { applicationId } = await submit(cloud, who, code, {
    answers: { size: 'small', gas: 'yes' },
    documents: [await photos('health'), await photos('plan'), await photos('fire')],
  })
  const { days } = await cloud.ask(who, 'application.slots', { applicationId })
  return { who, applicationId, days }
}
const firstSlot = (days: { slots: { startsAt: Date; free: number }[] }[], n = 0) => days[1]?.slots[n]?.startsAt as Date
const detail = (who: TestPerson, applicationId: number) => cloud.ask(who, 'application.detail', { applicationId })

it('offers half hours of open days: no weekend, no closed day, nothing that has begun', async () => {
  const { days } = await needingVisit()
  expect(days.map((d) => d.day).slice(0, 3)).toEqual(['2026-11-25', '2026-11-26', '2026-11-30'])
  expect(days[0]?.slots[0]?.startsAt.toISOString()).toBe('2026-11-25T02:00:00.000Z')
  expect(days[1]?.slots).toHaveLength(6)
})

it('books a place, shows the code, and tells where', async () => {
  const { who, applicationId, days } = await needingVisit()
  const startsAt = firstSlot(days)
  const booked = await cloud.ask(who, 'application.bookVisit', { applicationId, startsAt })
  const seen = await detail(who, applicationId)
  expect(seen.appointment).toMatchObject({ code: booked.code, startsAt, status: 'booked', place: '柳桥路 1 号' })
  expect(seen.allowedActions).toContain('cancelVisit')
  expect(seen.allowedActions).not.toContain('book')
  expect(await refusal(who, 'application.bookVisit', { applicationId, startsAt })).toMatchObject({
    reason: 'alreadyBooked',
  })
  expect((await cloud.ask(office.clerk, 'application.appointments', { day: dayOf(startsAt) })).rows).toMatchObject(
    expect.arrayContaining([expect.objectContaining({ applicationId, status: 'booked' })]),
  )
})

it('never gives one place twice, whoever comes at the same moment', async () => {
  const people = await Promise.all(Array.from({ length: 6 }, needingVisit))
  const startsAt = firstSlot(people[0]?.days ?? [], 3)
  const answers = await Promise.all(
    people.map(({ who, applicationId }) => refusal(who, 'application.bookVisit', { applicationId, startsAt })),
  )
  expect(answers.filter((a) => (a as { reason?: string }).reason === 'slotFull')).toHaveLength(4)
  const [slot] = await cloud.sql`select taken, capacity from service_window_slots where starts_at = ${startsAt}`
  expect(slot).toEqual({ taken: 2, capacity: 2 })
  const { days } = await cloud.ask(people[0]?.who as TestPerson, 'application.slots', {
    applicationId: people[0]?.applicationId as number,
  })
  expect(days[1]?.slots[3]?.free).toBe(0)
})

it('gives the place back when it is cancelled in time; that was no visit', async () => {
  const { who, applicationId, days } = await needingVisit()
  const startsAt = firstSlot(days, 1)
  const { appointmentId } = await cloud.ask(who, 'application.bookVisit', { applicationId, startsAt })
  await cloud.ask(who, 'application.cancelVisit', { appointmentId })
  expect(await refusal(who, 'application.cancelVisit', { appointmentId })).toMatchObject({ reason: 'alreadyOver' })
  await cloud.ask(who, 'application.bookVisit', { applicationId, startsAt: firstSlot(days, 2) })
  expect((await detail(who, applicationId)).visits).toBe(0)
})

it('refuses times that are none, and whoever need not come', async () => {
  const { who, applicationId, days } = await needingVisit()
  const startsAt = firstSlot(days)
  for (const wrong of ['2026-11-27T01:00:00Z', '2026-11-28T01:00:00Z', '2026-11-26T01:10:00Z', '2026-11-25T00:30:00Z'])
    expect(await refusal(who, 'application.bookVisit', { applicationId, startsAt: new Date(wrong) })).toMatchObject({
      reason: 'notASlot',
    })
  const stays = await resident(cloud)
  const { applicationId: atHome } = await submit(cloud, stays, code)
  expect(await refusal(stays, 'application.bookVisit', { applicationId: atHome, startsAt })).toMatchObject({
    reason: 'noVisitNeeded',
  })
  expect(await cloud.send(stays, 'application.bookVisit', { applicationId, startsAt })).toMatchObject({ status: 404 })
})

it('picking the result up is the one visit', async () => {
  const who = await resident(cloud)
  const { applicationId } = await submit(cloud, who, code, { delivery: 'pickUp' })
  expect((await detail(who, applicationId)).visitsNeeded).toBe(1)
})

describe('at the window', () => {
  it('the code checks in on its day, once, at the windows of its area', async () => {
    const { who, applicationId, days } = await needingVisit()
    const startsAt = firstSlot(days, 4)
    const { code: ticket } = await cloud.ask(who, 'application.bookVisit', { applicationId, startsAt })
    const before = now
    expect(await refusal(office.clerk, 'application.checkInVisit', { code: ticket })).toMatchObject({
      reason: 'wrongDay',
    })
    now = startsAt
    expect(await refusal(office.clerk, 'application.checkInVisit', { code: '00000000' })).toMatchObject({
      reason: 'unknownCode',
    })
    const seen = await cloud.ask(office.clerk, 'application.checkInVisit', {
      code: `${ticket.slice(0, 4)} ${ticket.slice(4)}`,
    })
    expect(seen).toMatchObject({ applicationId, visits: 1 })
    expect(await refusal(office.clerk, 'application.checkInVisit', { code: ticket })).toMatchObject({
      reason: 'alreadyOver',
    })
    expect((await detail(who, applicationId)).events.map((e) => e.kind)).toEqual(['submit', 'bookVisit', 'visit'])
    now = before
  })

  it('a second visit is impossible, for the database too, until a supervisor has allowed it and apologised', async () => {
    const { who, applicationId, days } = await needingVisit()
    const startsAt = firstSlot(days, 5)
    const { code: ticket } = await cloud.ask(who, 'application.bookVisit', { applicationId, startsAt })
    const allow = { applicationId, reason: '窗口停电，没办成', apology: '是我们没安排好，给您添麻烦了' }
    expect(await refusal(office.supervisor, 'application.allowSecondVisit', allow)).toMatchObject({
      reason: 'notVisitedYet',
    })
    const before = now
    now = startsAt
    await cloud.ask(office.clerk, 'application.checkInVisit', { code: ticket })
    now = before
    const again = firstSlot((await cloud.ask(who, 'application.slots', { applicationId })).days.slice(1))
    expect(await refusal(who, 'application.bookVisit', { applicationId, startsAt: again })).toMatchObject({
      reason: 'alreadyVisited',
    })
    const [{ windowId } = { windowId: 0 }] = await cloud.sql<
      { windowId: number }[]
    >`select window_id as "windowId" from appointments where code = ${ticket}`
    await expect(
      cloud.sql`
        insert into appointments (application_id, visit, window_id, starts_at, code, booked_by)
        values (${applicationId}, 2, ${windowId}, ${startsAt}, 'second', ${who.personId})`,
    ).rejects.toThrow('second_visit_needs_exception')
    await expect(
      cloud.sql`
        insert into appointments (application_id, visit, window_id, starts_at, code, booked_by)
        values (${applicationId}, 1, ${windowId}, ${startsAt}, 'first-again', ${who.personId})`,
    ).rejects.toThrow('at_most_one_visit')

    for (const stranger of [office.clerk, office.approver, office.admin])
      expect(await cloud.send(stranger, 'application.allowSecondVisit', allow)).toMatchObject({ status: 403 })
    await cloud.ask(office.supervisor, 'application.allowSecondVisit', allow)
    expect(await refusal(office.supervisor, 'application.allowSecondVisit', allow)).toMatchObject({
      reason: 'alreadyAllowed',
    })
    expect(await detail(who, applicationId)).toMatchObject({ apology: allow.apology, visitsNeeded: 2 })
    await cloud.ask(who, 'application.bookVisit', { applicationId, startsAt: again })
    expect((await cloud.ask(office.supervisor, 'application.exceptions', {})).rows).toMatchObject([
      { applicationId, reason: allow.reason },
    ])
  })
})

describe('a window', () => {
  it('is kept by whoever administers its area, with sound hours', async () => {
    expect(await cloud.send(office.clerk, 'application.saveWindow', windowOf({ name: '别的窗' }))).toMatchObject({
      status: 403,
    })
    const twice = [
      { weekday: 1, from: '08:30', until: '11:30', capacity: 1 },
      { weekday: 1, from: '11:00', until: '12:00', capacity: 1 },
    ]
    expect(
      await refusal(office.admin, 'application.saveWindow', windowOf({ name: '别的窗', hours: twice })),
    ).toMatchObject({ reason: 'hoursOverlap' })
  })

  it.each([
    ['before it opens', '08:00'],
    ['the moment it opens', '08:30'],
  ])('never closes %s: the answer names the field', async (_, until) => {
    const hours = [
      { weekday: 1, from: '08:30', until: '11:30', capacity: 1 },
      { weekday: 2, from: '08:30', until, capacity: 1 },
    ]
    expect(
      await cloud.send(office.admin, 'application.saveWindow', windowOf({ name: '倒着的窗', hours })),
    ).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'hours.1.until', problem: '要晚于开始的时间' }] },
    })
    const { rows } = await cloud.ask(office.admin, 'application.windows', {})
    expect(rows.map(({ name }) => name)).not.toContain('倒着的窗')
  })

  it('has a name that no other window of its area has', async () => {
    expect(await refusal(office.admin, 'application.saveWindow', windowOf())).toEqual({ reason: 'nameTaken' })
  })

  it('keeps the places that are booked already', async () => {
    const { rows } = await cloud.ask(office.admin, 'application.windows', {})
    const { windowId } = rows[0] as (typeof rows)[number]
    const narrower = windowOf({ windowId, hours: [{ weekday: 1, from: '08:30', until: '09:00', capacity: 1 }] })
    expect(await refusal(office.admin, 'application.saveWindow', narrower)).toMatchObject({ reason: 'belowBooked' })
  })

  it('says whom to call where no window is open', async () => {
    const far = await cloud.signIn('far-away', { community: yunling })
    const input = await filledIn(cloud, far, { delivery: 'pickUp' })
    const made = await cloud.ask(far, 'application.submit', { itemCode: code, itemVersion: 1, ...input })
    expect(await refusal(far, 'application.slots', { applicationId: made.applicationId })).toMatchObject({
      reason: 'noWindow',
      phone: '0573-5550199',
    })
  })
})
