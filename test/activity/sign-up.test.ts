import { randomUUID } from 'node:crypto'
import { grantRole, startTestCloud, type TestCloud, type TestPerson } from '../cloud'
import { moveTo, publish } from '../factories/activities'
import { grid, liuqiao, shitang } from '../factories/areas'
import { expectSoundSeats } from './invariants'

let cloud: TestCloud
let admin: TestPerson
const person: Record<string, TestPerson> = {}

beforeAll(async () => {
  cloud = await startTestCloud()
  admin = await cloud.signIn('admin')
  await grantRole(cloud, admin.personId, 'communityAdmin', liuqiao)
  admin = await cloud.signIn('admin', { consent: false })
  for (const name of ['wang', 'li', 'zhao', 'qian', 'sun']) person[name] = await cloud.signIn(name)
})
afterAll(() => cloud.stop())
afterEach(() => expectSoundSeats(cloud.sql))

const as = (name: string) => person[name] as TestPerson
const signUp = (who: string, activityId: number, more: object = {}) =>
  cloud.send(as(who), 'activity.signUp', { activityId, party: 1, ...more })
const statusOf = async (who: string, activityId: number) =>
  (await cloud.ask(as(who), 'activity.detail', { activityId })).mySignUp

describe('taking a seat', () => {
  it('confirms while there are seats and waitlists the resident when capacity is reached', async () => {
    const activityId = await publish(cloud, admin, { capacity: 2 })
    expect((await signUp('wang', activityId)).body.result).toMatchObject({
      ok: true,
      value: { status: 'confirmed', position: null },
    })
    expect((await signUp('li', activityId)).body.result).toMatchObject({ ok: true, value: { status: 'confirmed' } })
    expect((await signUp('zhao', activityId)).body.result).toMatchObject({
      ok: true,
      value: { status: 'waitlisted', position: 1 },
    })
    expect((await signUp('qian', activityId)).body.result).toMatchObject({
      ok: true,
      value: { status: 'waitlisted', position: 2 },
    })
    expect(await statusOf('qian', activityId)).toMatchObject({ position: 2, partiesAhead: 1, peopleAhead: 1 })
  })

  it('refuses when full without a waitlist', async () => {
    const activityId = await publish(cloud, admin, { capacity: 1, waitlist: false })
    await signUp('wang', activityId)
    expect((await signUp('li', activityId)).body.result).toEqual({ ok: false, refusal: { reason: 'fullNoWaitlist' } })
  })

  it('seats a small party that fits while a larger one waits', async () => {
    const activityId = await publish(cloud, admin, { capacity: 4 })
    await signUp('wang', activityId, { party: 3 })
    expect((await signUp('li', activityId, { party: 3 })).body.result).toMatchObject({
      value: { status: 'waitlisted', position: 1 },
    })
    expect((await signUp('zhao', activityId, { party: 1 })).body.result).toMatchObject({
      value: { status: 'confirmed' },
    })
  })

  it('answers the same request id with the same answer and other content with a conflict', async () => {
    const activityId = await publish(cloud, admin, { capacity: 5 })
    const requestId = randomUUID()
    const first = await signUp('wang', activityId, { requestId })
    const again = await signUp('wang', activityId, { requestId })
    expect(again.body).toEqual(first.body)
    const other = await signUp('wang', activityId, { requestId, party: 2 })
    expect(other).toMatchObject({ status: 409, body: { code: 137 } })
    const rows = await cloud.sql`select from sign_ups where activity_id = ${activityId}`
    expect(rows).toHaveLength(1)
  })

  it('lets one person hold one living sign-up, also under a double tap with two request ids', async () => {
    const activityId = await publish(cloud, admin, { capacity: 5 })
    const replies = await Promise.all([1, 2, 3, 4].map(() => signUp('wang', activityId)))
    const kinds = replies.map((r) => r.body.result?.refusal?.reason ?? r.body.result?.value?.status).sort()
    expect(kinds).toEqual(['alreadySignedUp', 'alreadySignedUp', 'alreadySignedUp', 'confirmed'])
  })

  it('keeps quota groups apart and asks which one', async () => {
    const activityId = await publish(cloud, admin, {
      capacity: undefined,
      groups: [
        { name: '老人', capacity: 1 },
        { name: '儿童', capacity: 1 },
      ],
    })
    const { groups, capacity } = await cloud.ask(null, 'activity.detail', { activityId })
    expect(capacity).toBe(2)
    expect((await signUp('wang', activityId)).body.result).toMatchObject({ refusal: { reason: 'chooseGroup' } })
    const [old, young] = groups.map((g) => g.groupId)
    expect((await signUp('wang', activityId, { groupId: old })).body.result).toMatchObject({
      value: { status: 'confirmed' },
    })
    expect((await signUp('li', activityId, { groupId: old })).body.result).toMatchObject({
      value: { status: 'waitlisted', position: 1 },
    })
    expect((await signUp('zhao', activityId, { groupId: young })).body.result).toMatchObject({
      value: { status: 'confirmed' },
    })
    expect((await signUp('qian', activityId, { groupId: 999_999 })).body.result).toMatchObject({
      refusal: { reason: 'chooseGroup' },
    })
  })
})

describe('who may sign up', () => {
  it('refuses with its own words when closed, not yet open, too large, not local, not invited or without consent', async () => {
    const closed = await publish(cloud, admin)
    await cloud.sql`update activities set sign_up_opens_at = now() - interval '2 hours', sign_up_closes_at = now() - interval '1 hour' where id = ${closed}`
    expect((await signUp('wang', closed)).body.result).toMatchObject({ refusal: { reason: 'signUpClosed' } })
    const later = await publish(cloud, admin, { signUpOpensAt: new Date(Date.now() + 3_600_000) })
    expect((await signUp('wang', later)).body.result).toMatchObject({
      refusal: { reason: 'notOpenYet', opensAt: expect.any(Date) },
    })
    const small = await publish(cloud, admin, { maxParty: 2 })
    expect((await signUp('wang', small, { party: 3 })).body.result).toMatchObject({
      refusal: { reason: 'partyTooLarge', most: 2 },
    })
    const local = await publish(cloud, admin, { join: 'community' })
    expect((await signUp('wang', local)).body.result).toMatchObject({
      refusal: { reason: 'notEligible', why: 'community' },
    })
    const neighbour = await cloud.signIn('neighbour', { community: liuqiao })
    expect((await cloud.send(neighbour, 'activity.signUp', { activityId: local, party: 1 })).body.result).toMatchObject(
      { value: { status: 'confirmed' } },
    )
    const invited = await publish(cloud, admin, { join: 'invited' })
    expect((await signUp('wang', invited, { inviteCode: 'WRONG1' })).body.result).toMatchObject({
      refusal: { why: 'invited' },
    })
    const { inviteCode } = await cloud.ask(admin, 'activity.detail', { activityId: invited })
    expect((await signUp('wang', invited, { inviteCode })).body.result).toMatchObject({
      value: { status: 'confirmed' },
    })
    const volunteers = await publish(cloud, admin, {
      join: 'volunteers',
    })
    expect((await signUp('wang', volunteers)).body.result).toMatchObject({ refusal: { why: 'volunteers' } })
    const shy = await cloud.signIn('shy', { consent: false })
    expect((await cloud.send(shy, 'activity.signUp', { activityId: small, party: 1 })).body.result).toMatchObject({
      refusal: { reason: 'consentNeeded' },
    })
  })

  it('names the other activity when two overlap', async () => {
    const startsAt = new Date(Date.now() + 1000 * 3_600_000)
    const first = await publish(cloud, admin, { startsAt, title: '老歌会' })
    const second = await publish(cloud, admin, { startsAt: new Date(startsAt.getTime() + 1_800_000) })
    await signUp('sun', first)
    expect((await signUp('sun', second)).body.result).toMatchObject({
      refusal: { reason: 'overlaps', activityId: first, title: '老歌会' },
    })
  })

  it('asks for required answers and refuses ones that do not fit', async () => {
    const questions = [
      { type: 'choice' as const, key: 'meal', label: '吃什么', required: true, choices: ['素', '荤'] },
      { type: 'number' as const, key: 'age', label: '年龄', required: false },
    ]
    const activityId = await publish(cloud, admin, { questions })
    expect((await signUp('wang', activityId)).body.result).toMatchObject({
      refusal: { reason: 'answerMissing', key: 'meal' },
    })
    expect((await signUp('wang', activityId, { answers: { meal: '鱼' } })).body.result).toMatchObject({
      refusal: { reason: 'answerInvalid', key: 'meal' },
    })
    expect((await signUp('wang', activityId, { answers: { meal: '素', extra: '1' } })).body.result).toMatchObject({
      refusal: { reason: 'answerInvalid', key: 'extra' },
    })
    expect((await signUp('wang', activityId, { answers: { meal: '素', age: 71 } })).body.result).toMatchObject({
      value: { status: 'confirmed' },
    })
  })

  it('does not reveal drafts, and a stranger gets nothing', async () => {
    const { activityId } = await cloud.ask(admin, 'activity.draft', (await import('../factories/activities')).draftOf())
    expect(await signUp('wang', activityId)).toMatchObject({ status: 404 })
    expect(await cloud.send(as('wang'), 'activity.detail', { activityId })).toMatchObject({ status: 404 })
    expect(await cloud.send(null, 'activity.signUp', { activityId, party: 1 })).toMatchObject({
      status: 401,
      body: { code: 206 },
    })
    expect(await cloud.send({ token: 'forged' }, 'activity.signUp', { activityId, party: 1 })).toMatchObject({
      status: 401,
      body: { code: 211 },
    })
  })
})

describe('leaving and moving up', () => {
  it('promotes the first party that fits in the same transaction, tells it, and gives it a deadline', async () => {
    const activityId = await publish(cloud, admin, { capacity: 2 })
    const seat = (await signUp('wang', activityId)).body.result?.value?.signUpId
    await signUp('li', activityId)
    await signUp('zhao', activityId, { party: 2 })
    await signUp('qian', activityId)
    await cloud.ask(as('wang'), 'activity.cancelSignUp', { signUpId: seat as number })
    expect(await statusOf('zhao', activityId)).toMatchObject({ status: 'waitlisted', position: 1 })
    const promoted = await statusOf('qian', activityId)
    expect(promoted).toMatchObject({
      status: 'confirmed',
      answerBy: expect.any(Date),
      allowedActions: ['acceptPromotion', 'declinePromotion'],
    })
    const { rows } = await cloud.ask(as('qian'), 'inbox.list', {})
    expect(rows[0]).toMatchObject({ kind: 'signUpPromoted', facts: { activityId, answerBy: promoted?.answerBy } })
  })

  it('keeps the seat when the promoted person accepts, and asks the next when they decline', async () => {
    const activityId = await publish(cloud, admin, { capacity: 1 })
    const seat = (await signUp('wang', activityId)).body.result?.value?.signUpId as number
    const [li, zhao] = [(await signUp('li', activityId)).body, (await signUp('zhao', activityId)).body].map(
      (b) => b.result?.value?.signUpId as number,
    )
    await cloud.ask(as('wang'), 'activity.cancelSignUp', { signUpId: seat })
    await cloud.ask(as('li'), 'activity.answerPromotion', { signUpId: li as number, accept: false })
    expect(await statusOf('li', activityId)).toMatchObject({ status: 'cancelled', cancelReason: 'declined' })
    await cloud.ask(as('zhao'), 'activity.answerPromotion', { signUpId: zhao as number, accept: true })
    expect(await statusOf('zhao', activityId)).toMatchObject({ status: 'confirmed', answerBy: null })
    expect(
      (await cloud.send(as('zhao'), 'activity.answerPromotion', { signUpId: zhao, accept: true })).body.result,
    ).toMatchObject({
      refusal: { reason: 'nothingToAnswer' },
    })
  })

  it('refuses to withdraw after the deadline, and another person’s sign-up does not exist', async () => {
    const activityId = await publish(cloud, admin, { capacity: 5 })
    const signUpId = (await signUp('wang', activityId)).body.result?.value?.signUpId
    await cloud.sql`update activities set cancel_until = now() - interval '1 minute' where id = ${activityId}`
    expect((await cloud.send(as('wang'), 'activity.cancelSignUp', { signUpId })).body.result).toMatchObject({
      refusal: { reason: 'tooLate', until: expect.any(Date) },
    })
    expect(await cloud.send(as('li'), 'activity.cancelSignUp', { signUpId })).toMatchObject({ status: 404 })
  })

  it('can sign up again after withdrawing', async () => {
    const activityId = await publish(cloud, admin, { capacity: 5 })
    const signUpId = (await signUp('wang', activityId)).body.result?.value?.signUpId
    await cloud.send(as('wang'), 'activity.cancelSignUp', { signUpId })
    expect((await signUp('wang', activityId)).body.result).toMatchObject({ value: { status: 'confirmed' } })
    expect(await statusOf('wang', activityId)).toMatchObject({ status: 'confirmed' })
  })
})

describe('signing up on behalf', () => {
  it('lets a family helper and the grid worker of the area do it, and nobody else', async () => {
    const activityId = await publish(cloud, admin, { capacity: 9 })
    const granny = await cloud.ask(as('wang'), 'people.addFamilyMember', {
      name: '李奶奶',
      relation: 'grandparent',
      agreed: true,
    })
    expect((await signUp('wang', activityId, { personId: granny.personId })).body.result).toMatchObject({
      value: { status: 'confirmed' },
    })
    expect((await signUp('li', activityId, { personId: granny.personId })).body.result).toMatchObject({
      refusal: { why: 'notYourDependant' },
    })
    await grantRole(cloud, as('zhao').personId, 'gridWorker', grid)
    person.zhao = await cloud.signIn('zhao', { consent: false })
    const uncle = await cloud.ask(as('zhao'), 'people.enrolResident', { name: '周大伯', areaCode: grid, agreed: true })
    expect(
      (await cloud.send(as('zhao'), 'people.enrolResident', { name: '周大伯', areaCode: shitang, agreed: true })).body
        .result,
    ).toMatchObject({
      refusal: { reason: 'outsideYourArea' },
    })
    expect((await signUp('zhao', activityId, { personId: uncle.personId })).body.result).toMatchObject({
      value: { status: 'confirmed' },
    })
    const mine = await cloud.ask(as('wang'), 'activity.mine', { when: 'coming' })
    expect(mine.rows.find((r) => r.activity.activityId === activityId)?.signUp).toMatchObject({
      self: false,
      personName: '李奶奶',
    })
  })
})

describe('show-up first', () => {
  it('moves a person with three no-shows behind others in the line, and only where the organiser chose so', async () => {
    await cloud.sql`delete from sign_ups where person_id = ${as('sun').personId} and status <> 'confirmed'`
    for (let i = 0; i < 3; i++) {
      const past = await publish(cloud, admin, {})
      await signUp('sun', past)
      await moveTo(cloud, past, new Date(Date.now() - (20 + i * 10) * 86_400_000))
      await cloud.sql`update sign_ups set status = 'noShow' where activity_id = ${past}`
    }
    for (const showUpFirst of [true, false]) {
      const activityId = await publish(cloud, admin, {
        capacity: 1,
        showUpFirst,
      })
      await signUp('wang', activityId)
      await signUp('sun', activityId)
      await signUp('li', activityId)
      expect((await statusOf('li', activityId))?.position).toBe(showUpFirst ? 1 : 2)
      expect((await statusOf('sun', activityId))?.position).toBe(showUpFirst ? 2 : 1)
    }
  })
})
