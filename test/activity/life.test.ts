import { randomUUID } from 'node:crypto'
import { closeActivities, closeWaitlists, lapsePromotions, remind } from '../../cloud/activity/jobs'
import { inTransaction } from '../../cloud/platform/database'
import { grantRole, startTestCloud, type TestCloud, type TestPerson } from '../cloud'
import { draftOf, moveTo, publish } from '../factories/activities'
import { county, liuqiao, yunling } from '../factories/areas'
import { expectSoundSeats } from './invariants'

let cloud: TestCloud
let admin: TestPerson
let chen: TestPerson
const residents: TestPerson[] = []

beforeAll(async () => {
  cloud = await startTestCloud()
  admin = await cloud.signIn('admin')
  await grantRole(cloud, admin.personId, 'communityAdmin', liuqiao)
  admin = await cloud.signIn('admin', { consent: false })
  chen = await cloud.signIn('chen')
  for (let n = 0; n < 5; n++) residents.push(await cloud.signIn(`resident-${n}`, { community: liuqiao }))
})
afterAll(() => cloud.stop())
afterEach(() => expectSoundSeats(cloud.sql))

const resident = (n: number) => residents[n] as TestPerson
const join = async (n: number, activityId: number, more: object = {}) =>
  (await cloud.ask(resident(n), 'activity.signUp', { activityId, party: 1, ...more })).signUpId
const mine = async (n: number, activityId: number) =>
  (await cloud.ask(resident(n), 'activity.detail', { activityId })).mySignUp

describe('proposing and approving', () => {
  it('goes from draft to submitted to published, and tells both sides', async () => {
    const { activityId } = await cloud.ask(chen, 'activity.draft', draftOf())
    expect(await cloud.ask(chen, 'activity.submit', { activityId })).toEqual({ status: 'submitted' })
    expect((await cloud.ask(admin, 'inbox.list', {})).rows[0]).toMatchObject({ kind: 'activitySubmitted' })
    expect((await cloud.ask(admin, 'activity.submissions', {})).rows.map((r) => r.activityId)).toContain(activityId)
    await cloud.ask(admin, 'activity.approve', { activityId })
    expect((await cloud.ask(chen, 'inbox.list', {})).rows[0]).toMatchObject({ kind: 'activityApproved' })
    expect((await cloud.ask(null, 'activity.list', {})).rows.map((r) => r.activityId)).toContain(activityId)
  })

  it('is sent back with a reason, changed and handed in again', async () => {
    const { activityId } = await cloud.ask(chen, 'activity.draft', draftOf())
    await cloud.ask(chen, 'activity.submit', { activityId })
    await cloud.ask(admin, 'activity.sendBack', { activityId, reason: '请写清楚地点' })
    const back = await cloud.ask(chen, 'activity.detail', { activityId })
    expect(back).toMatchObject({ status: 'draft', sentBackReason: '请写清楚地点' })
    await cloud.ask(chen, 'activity.edit', {
      activityId,
      version: back.version,
      draft: draftOf({ placeName: '社区客厅二楼' }),
    })
    expect(await cloud.ask(chen, 'activity.submit', { activityId })).toEqual({ status: 'submitted' })
  })

  it('does not exist for an administrator of another community', async () => {
    const other = await cloud.signIn('other-admin')
    await grantRole(cloud, other.personId, 'communityAdmin', yunling)
    const elsewhere = await cloud.signIn('other-admin', { consent: false })
    const { activityId } = await cloud.ask(chen, 'activity.draft', draftOf())
    await cloud.ask(chen, 'activity.submit', { activityId })
    for (const [name, input] of [
      ['activity.approve', { activityId }],
      ['activity.cancel', { activityId, reason: '不要办' }],
      ['activity.roster', { activityId }],
      ['activity.detail', { activityId }],
    ] as const) {
      expect(await cloud.send(elsewhere, name, input)).toMatchObject({ status: 404 })
    }
    expect((await cloud.ask(elsewhere, 'activity.submissions', {})).rows).toEqual([])
  })

  it('refuses times, groups and words that do not hold together, each by name', async () => {
    const past = new Date(Date.now() - 1000)
    const base = draftOf()
    const later = (hours: number) => new Date(base.startsAt.getTime() + hours * 3_600_000)
    const cases: [object, string][] = [
      [{ startsAt: past, endsAt: later(1) }, 'inThePast'],
      [{ endsAt: later(-1) }, 'endsBeforeItStarts'],
      [{ endsAt: later(24 * 20) }, 'tooLong'],
      [{ signUpClosesAt: later(100) }, 'signUpWindowWrong'],
      [{ cancelUntil: later(1) }, 'cancelUntilWrong'],
      [{ capacity: 5, groups: [{ name: '老人', capacity: 10 }] }, 'capacityUnlikeGroups'],
      [
        {
          capacity: null,
          groups: [
            { name: '老人', capacity: 1 },
            { name: '老人', capacity: 2 },
          ],
        },
        'groupNamesRepeat',
      ],
      [{ body: '这是违规测试' }, 'wordsRefused'],
      [{ areaCode: '110101001001' }, 'noSuchArea'],
    ]
    for (const [change, reason] of cases) {
      expect((await cloud.send(chen, 'activity.draft', { ...base, ...change })).body.result).toMatchObject({
        refusal: { reason },
      })
    }
    for (const [change, path] of [
      [{ capacity: -1 }, 'capacity'],
      [{ title: '😀😀' }, 'title'],
      [{ title: 'a\u0007b' }, 'title'],
      [{ title: 'x'.repeat(100) }, 'title'],
    ] as const) {
      expect(await cloud.send(chen, 'activity.draft', { ...base, ...change })).toMatchObject({
        status: 400,
        body: { fields: [{ path }] },
      })
    }
  })
})

describe('changing', () => {
  it('promotes when the capacity rises and refuses to fall below the confirmed seats', async () => {
    const activityId = await publish(cloud, admin, { capacity: 1 })
    for (let n = 0; n < 3; n++) await join(n, activityId)
    const { version, startsAt } = await cloud.ask(admin, 'activity.detail', { activityId })
    const raised = await cloud.ask(admin, 'activity.edit', {
      activityId,
      version,
      draft: draftOf({ startsAt, capacity: 2 }),
    })
    expect(raised).toMatchObject({ capacity: 2, taken: 2, waiting: 1 })
    expect(await mine(1, activityId)).toMatchObject({ status: 'confirmed', answerBy: expect.any(Date) })
    const lowered = await cloud.send(admin, 'activity.edit', {
      activityId,
      version: raised.version,
      draft: draftOf({ startsAt, capacity: 1 }),
    })
    expect(lowered.body.result).toMatchObject({ refusal: { reason: 'belowConfirmed', confirmed: 2 } })
    const stale = await cloud.send(admin, 'activity.edit', { activityId, version, draft: draftOf({ startsAt }) })
    expect(stale.body.result).toMatchObject({ refusal: { reason: 'changedMeanwhile', version: raised.version } })
  })

  it('tells everybody signed up of a new time, and moves one or all following of a series', async () => {
    const { activityId, activityIds } = await cloud.ask(admin, 'activity.draft', {
      ...draftOf(),
      repeat: { every: 'week', times: 3 },
    })
    await cloud.ask(admin, 'activity.submit', { activityId })
    const [first, second, third] = activityIds as [number, number, number]
    await join(0, second)
    const before = await cloud.ask(admin, 'activity.detail', { activityId: second })
    const startsAt = new Date(before.startsAt.getTime() + 3_600_000)
    await cloud.ask(admin, 'activity.edit', {
      activityId: second,
      version: before.version,
      scope: 'following',
      draft: draftOf({ startsAt }),
    })
    const startOf = async (id: number) =>
      (await cloud.ask(null, 'activity.detail', { activityId: id })).startsAt.getTime()
    const [one, two, three] = [await startOf(first), await startOf(second), await startOf(third)]
    const week = 7 * 86_400_000
    expect([two - one, three - two]).toEqual([week + 3_600_000, week])
    expect((await cloud.ask(resident(0), 'inbox.list', {})).rows[0]).toMatchObject({
      kind: 'activityChanged',
      facts: { changed: ['time'] },
    })
  })

  it('tells everybody when it is called off, and their sign-ups stay readable', async () => {
    const activityId = await publish(cloud, admin, { capacity: 1 })
    await join(0, activityId)
    await join(1, activityId)
    expect(await cloud.ask(admin, 'activity.cancel', { activityId, reason: '下雨' })).toEqual({ told: 2 })
    for (const n of [0, 1]) {
      expect((await cloud.ask(resident(n), 'inbox.list', {})).rows[0]).toMatchObject({
        kind: 'activityCancelled',
        facts: { reason: '下雨' },
      })
      expect(await mine(n, activityId)).toMatchObject({ status: 'cancelled', cancelReason: 'activityCancelled' })
    }
  })

  it('asks the organiser where a sign-up needs approval', async () => {
    const activityId = await publish(cloud, admin, { capacity: 1, needsApproval: true })
    const [a, b] = [await join(0, activityId), await join(1, activityId)]
    expect(await mine(0, activityId)).toMatchObject({ status: 'requested' })
    expect(await cloud.send(resident(2), 'activity.decideSignUp', { signUpId: a, accept: true })).toMatchObject({
      status: 404,
    })
    expect(await cloud.ask(admin, 'activity.decideSignUp', { signUpId: b, accept: true })).toEqual({
      status: 'confirmed',
    })
    expect(await cloud.ask(admin, 'activity.decideSignUp', { signUpId: a, accept: true })).toEqual({
      status: 'waitlisted',
    })
  })
})

describe('by the clock', () => {
  it('offers a seat to the next when nobody answers, and says so', async () => {
    const activityId = await publish(cloud, admin, { capacity: 1 })
    const seat = await join(0, activityId)
    await join(1, activityId)
    await join(2, activityId)
    await cloud.ask(resident(0), 'activity.cancelSignUp', { signUpId: seat })
    await cloud.sql`update sign_ups set answer_by = now() - interval '1 second' where activity_id = ${activityId} and answer_by is not null`
    await inTransaction(cloud.sql, lapsePromotions)
    expect(await mine(1, activityId)).toMatchObject({ status: 'cancelled', cancelReason: 'noAnswer' })
    expect((await cloud.ask(resident(1), 'inbox.list', {})).rows[0]).toMatchObject({ kind: 'signUpLapsed' })
    expect(await mine(2, activityId)).toMatchObject({ status: 'confirmed', answerBy: expect.any(Date) })
    await inTransaction(cloud.sql, lapsePromotions)
    expect(await mine(2, activityId)).toMatchObject({ status: 'confirmed' })
  })

  it('tells those still waiting at the end, and reminds those who come, once', async () => {
    const activityId = await publish(cloud, admin, { capacity: 1 })
    await join(0, activityId)
    await join(1, activityId)
    await moveTo(cloud, activityId, new Date(Date.now() + 10 * 3_600_000))
    await cloud.sql`update activities set cancel_until = now() - interval '1 minute' where id = ${activityId}`
    for (let twice = 0; twice < 2; twice++) {
      await inTransaction(cloud.sql, closeWaitlists)
      await inTransaction(cloud.sql, remind)
    }
    const about = async (n: number) =>
      (await cloud.ask(resident(n), 'inbox.list', {})).rows
        .filter((r) => r.facts.activityId === activityId)
        .map((r) => r.kind)
    expect(await about(1)).toEqual(['signUpNotPromoted'])
    expect(await about(0)).toEqual(['activityReminder'])
  })
})

describe('being there', () => {
  const during = async (changes = {}) => {
    const activityId = await publish(cloud, admin, { capacity: 9, ...changes })
    const ids = [await join(0, activityId), await join(1, activityId)]
    await moveTo(cloud, activityId, new Date(Date.now() - 600_000))
    return { activityId, ids }
  }

  it('checks in by the code on the screen, which is another one half a minute later', async () => {
    const { activityId } = await during()
    const { codes } = await cloud.ask(admin, 'activity.checkInCodes', { activityId })
    const current = codes.filter((c) => c.validFrom.getTime() <= Date.now()).at(-1)
    expect(
      (await cloud.send(resident(0), 'activity.checkInByCode', { activityId, code: 'WRONGWRONGWR' })).body.result,
    ).toMatchObject({ refusal: { reason: 'codeExpired' } })
    expect(
      await cloud.ask(resident(0), 'activity.checkInByCode', { activityId, code: current?.code as string }),
    ).toMatchObject({ status: 'checkedIn' })
    // Seen twice by a shaky hand: still once.
    expect(
      await cloud.ask(resident(0), 'activity.checkInByCode', { activityId, code: current?.code as string }),
    ).toMatchObject({ status: 'checkedIn' })
    expect(
      (await cloud.send(resident(3), 'activity.checkInByCode', { activityId, code: current?.code })).body.result,
    ).toMatchObject({ refusal: { reason: 'notSignedUp' } })
    expect(await cloud.send(resident(0), 'activity.checkInCodes', { activityId })).toMatchObject({ status: 404 })
  })

  it('takes an offline phone’s entries later, in their order, and only once', async () => {
    const { activityId, ids } = await during({ kind: 'service' })
    const code = (await mine(0, activityId))?.code as string
    const at = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000)
    const entries = [
      { entryId: randomUUID(), by: { type: 'code' as const, code }, action: 'out' as const, at: at(1) },
      {
        entryId: randomUUID(),
        by: { type: 'code' as const, code: code.toLowerCase() },
        action: 'in' as const,
        at: at(9),
      },
      {
        entryId: randomUUID(),
        by: { type: 'list' as const, signUpId: ids[1] as number },
        action: 'in' as const,
        at: at(8),
      },
      { entryId: randomUUID(), by: { type: 'code' as const, code: 'Z-AAAA' }, action: 'in' as const, at: at(8) },
    ]
    const first = await cloud.ask(admin, 'activity.syncCheckIns', { activityId, entries })
    expect(first.results.map((r) => r.result).sort()).toEqual(['recorded', 'recorded', 'recorded', 'unknownCode'])
    const again = await cloud.ask(admin, 'activity.syncCheckIns', { activityId, entries })
    expect(again.results.filter((r) => r.result === 'recorded')).toEqual([])
    expect(await mine(0, activityId)).toMatchObject({ status: 'checkedOut' })
    const [served] = await cloud.sql<{ minutes: number }[]>`
      select round(extract(epoch from upper(served) - lower(served)) / 60)::int as minutes from service_records where activity_id = ${activityId}`
    expect(served?.minutes).toBe(8)
  })

  it('takes at most three check-ins a day', async () => {
    const { activityId, ids } = await during()
    const entry = (action: 'in' | 'out', secondsAgo: number) => ({
      entryId: randomUUID(),
      by: { type: 'list' as const, signUpId: ids[0] as number },
      action,
      at: new Date(Date.now() - secondsAgo * 1000),
    })
    const entries = Array.from({ length: 4 }, (_, n) => [entry('in', 400 - n * 50), entry('out', 380 - n * 50)]).flat()
    const { results } = await cloud.ask(admin, 'activity.syncCheckIns', { activityId, entries })
    expect(results.filter((r) => r.result === 'recorded')).toHaveLength(6)
    expect(results.map((r) => r.result)).toContain('tooManyToday')
  })

  it('counts no-shows only where anybody was checked in', async () => {
    const { activityId, ids } = await during()
    await cloud.ask(admin, 'activity.syncCheckIns', {
      activityId,
      entries: [
        { entryId: randomUUID(), by: { type: 'list', signUpId: ids[0] as number }, action: 'in', at: new Date() },
      ],
    })
    const unproven = await during()
    for (const id of [activityId, unproven.activityId]) await moveTo(cloud, id, new Date(Date.now() - 10 * 3_600_000))
    await inTransaction(cloud.sql, closeActivities)
    expect(await mine(1, activityId)).toMatchObject({ status: 'noShow' })
    expect(await mine(1, unproven.activityId)).toMatchObject({ status: 'confirmed' })
  })
})

describe('afterwards', () => {
  it('lets those who came rate once, shows checked comments without names, and refuses bad ones', async () => {
    const activityId = await publish(cloud, admin)
    const signUpId = await join(0, activityId)
    await join(1, activityId)
    await moveTo(cloud, activityId, new Date(Date.now() - 3 * 3_600_000))
    await cloud.sql`update sign_ups set status = 'checkedIn', checked_in_at = now() - interval '3 hours' where id = ${signUpId}`
    const rate = (n: number, comment: string) =>
      cloud.send(resident(n), 'activity.rate', { activityId, stars: 5, comment })
    expect((await rate(1, '没去')).body.result).toMatchObject({ refusal: { reason: 'notAttended' } })
    expect((await rate(0, '违规测试')).body.result).toMatchObject({ refusal: { reason: 'commentRefused' } })
    expect((await rate(0, '待审测试')).body.result).toMatchObject({ value: { commentShown: 'afterReview' } })
    expect((await cloud.ask(null, 'activity.ratings', { activityId })).rows).toEqual([])
    expect((await rate(0, '很热闹')).body.result).toMatchObject({ value: { commentShown: 'yes' } })
    const { rows } = await cloud.ask(null, 'activity.ratings', { activityId })
    expect(rows).toEqual([{ ratingId: expect.any(Number), stars: 5, comment: '很热闹', createdAt: expect.any(Date) }])
  })

  it('keeps an album of real pictures, without what cameras write into them', async () => {
    const activityId = await publish(cloud, admin)
    await moveTo(cloud, activityId, new Date(Date.now() - 3_600_000))
    const exif = Buffer.concat([Buffer.from([0xff, 0xe1, 0, 18]), Buffer.from('Exif\0\0GPS 30.51N')])
    const jpeg = Buffer.concat([
      Buffer.from([0xff, 0xd8]),
      exif,
      Buffer.from([0xff, 0xda, 0, 4, 1, 2, 9, 9, 9, 0xff, 0xd9]),
      Buffer.from('trailing secret'),
    ])
    const { photoId } = await cloud.ask(admin, 'activity.addPhoto', {
      activityId,
      base64: jpeg.toString('base64'),
      caption: '合影',
    })
    const photo = Buffer.from((await cloud.ask(admin, 'activity.photo', { photoId })).base64, 'base64').toString(
      'latin1',
    )
    expect(photo).not.toMatch(/GPS|secret/)
    for (const bad of [Buffer.from('<svg onload=alert(1)>'), Buffer.alloc(10), jpeg.subarray(0, 20)]) {
      expect(
        (await cloud.send(admin, 'activity.addPhoto', { activityId, base64: bad.toString('base64') })).body.result,
      ).toMatchObject({ refusal: { reason: 'notAPicture' } })
    }
    expect(
      await cloud.send(resident(0), 'activity.addPhoto', { activityId, base64: jpeg.toString('base64') }),
    ).toMatchObject({ status: 404 })
    await cloud.ask(admin, 'activity.removePhoto', { photoId })
    expect(await cloud.send(admin, 'activity.photo', { photoId })).toMatchObject({ status: 404 })
  })

  it('puts one cover above an activity before it begins, shows it once it passed, and goes back to the drawing when it is taken away', async () => {
    const activityId = await publish(cloud, admin)
    const base64 = Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 4, 1, 2, 9, 9, 9, 0xff, 0xd9]).toString('base64')
    const coverSeenBy = async (who: TestPerson | null) =>
      (await cloud.ask(who, 'activity.detail', { activityId })).cover?.photoId ?? null
    const put = async () => (await cloud.ask(admin, 'activity.addPhoto', { activityId, base64, cover: true })).photoId
    const first = await put()
    expect([await coverSeenBy(admin), await coverSeenBy(null)]).toEqual([first, null])
    await cloud.ask(admin, 'activity.reviewPhoto', { photoId: first, decision: { show: true } })
    expect(await coverSeenBy(null)).toBe(first)
    const second = await put()
    expect([await coverSeenBy(admin), await coverSeenBy(null)]).toEqual([second, null])
    expect((await cloud.ask(admin, 'activity.detail', { activityId })).photos).toEqual([])
    expect(await cloud.send(admin, 'activity.photo', { photoId: first })).toMatchObject({ status: 404 })
    await cloud.ask(admin, 'activity.removePhoto', { photoId: second })
    expect(await coverSeenBy(admin)).toBeNull()
    expect(await cloud.send(resident(0), 'activity.addPhoto', { activityId, base64, cover: true })).toMatchObject({
      status: 404,
    })
  })

  it('hands out a calendar file, an Excel roster and a code for a poster', async () => {
    const activityId = await publish(cloud, admin)
    await join(0, activityId)
    const file = (base64: string) => Buffer.from(base64, 'base64')
    const calendar = file((await cloud.ask(null, 'activity.calendarFile', { activityId })).base64).toString('utf8')
    expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(calendar).toMatch(/DTSTART:\d{8}T\d{6}Z/)
    expect(
      file((await cloud.ask(admin, 'activity.exportSignUps', { activityId })).base64)
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
    expect(await cloud.send(resident(0), 'activity.exportSignUps', { activityId })).toMatchObject({ status: 404 })
    expect(
      await cloud.sql`select from audit_log where operation = 'activity.exportSignUps' and target = ${`activity:${activityId}`}`,
    ).toHaveLength(1)
    expect((await cloud.ask(null, 'activity.poster', { activityId })).mimeType).toMatch(/^image\//)
  })
})

describe('lists', () => {
  it('show here first, then around, page by page, each activity once', async () => {
    const supervisor = await cloud.signIn('county-admin')
    await grantRole(cloud, supervisor.personId, 'communityAdmin', county)
    const countyAdmin = await cloud.signIn('county-admin', { consent: false })
    for (let n = 0; n < 12; n++) await publish(cloud, countyAdmin, { areaCode: yunling })
    const seen: { id: number; here: boolean }[] = []
    let cursor: string | undefined
    do {
      const page = await cloud.ask(resident(0), 'activity.list', { cursor })
      seen.push(...page.rows.map((r) => ({ id: r.activityId, here: r.here })))
      cursor = page.nextCursor
    } while (cursor)
    expect(new Set(seen.map((s) => s.id)).size).toBe(seen.length)
    expect(seen.map((s) => s.here)).toEqual([...seen.map((s) => s.here)].sort((a, b) => Number(b) - Number(a)))
    expect(seen.filter((s) => !s.here)).toHaveLength(12)
    const flowers = await cloud.ask(null, 'activity.list', { kind: 'flower' })
    expect(flowers.rows).toEqual([])
    const tomorrow = await cloud.ask(null, 'activity.calendar', { month: new Date().toISOString().slice(0, 10) })
    expect(tomorrow.days.every((d) => d.activities > 0)).toBe(true)
  })
})
