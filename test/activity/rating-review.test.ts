import { recheckComments } from '../../cloud/activity/rate/recheck'
import { type CommentBefore, decideComment } from '../../cloud/activity/rate/rules'
import type { JobDeps } from '../../cloud/platform/jobs'
import type { Verdict } from '../../cloud/platform/wechat'
import { grantRole, startTestCloud, type TestCloud, type TestPerson } from '../cloud'
import { moveTo, publish } from '../factories/activities'
import { liuqiao, shitang, township } from '../factories/areas'

let cloud: TestCloud
let admin: TestPerson
let elsewhere: TestPerson
const residents: TestPerson[] = []

const staffOf = async (openid: string, areaCode: string) => {
  const { personId } = await cloud.signIn(openid)
  await grantRole(cloud, personId, 'communityAdmin', areaCode)
  return cloud.signIn(openid, { consent: false })
}

beforeAll(async () => {
  cloud = await startTestCloud()
  admin = await staffOf('admin', liuqiao)
  elsewhere = await staffOf('other-admin', shitang)
  for (let n = 0; n < 4; n++) residents.push(await cloud.signIn(`resident-${n}`, { community: liuqiao }))
})
afterAll(() => cloud.stop())

const resident = (n: number) => residents[n] as TestPerson

/** An activity that ended an hour ago, with all residents checked in. */
async function ended(): Promise<number> {
  const activityId = await publish(cloud, admin)
  for (const person of residents) await cloud.ask(person, 'activity.signUp', { activityId, party: 1 })
  await moveTo(cloud, activityId, new Date(Date.now() - 3 * 3_600_000))
  await cloud.sql`update sign_ups set status = 'checkedIn', checked_in_at = now() - interval '3 hours' where activity_id = ${activityId}`
  return activityId
}
const rate = (n: number, activityId: number, comment: string, stars = 5) =>
  cloud.ask(resident(n), 'activity.rate', { activityId, stars, comment })
const waiting = async (as: TestPerson, activityId: number) =>
  (await cloud.ask(as, 'activity.comments', {})).rows.filter((row) => row.activityId === activityId)
const seen = async (activityId: number) =>
  (await cloud.ask(null, 'activity.ratings', { activityId })).rows.map((row) => row.comment)

/** A comment that WeChat has doubts about, as staff see it. */
async function doubtful() {
  const activityId = await ended()
  await rate(0, activityId, '待审测试：主持人讲得太久')
  const [comment] = await waiting(admin, activityId)
  if (!comment) throw new Error('nothing waits')
  return comment
}
const hide = (as: TestPerson, ratingId: number, writtenAt: Date, reason = '有别人的电话号码') =>
  cloud.send(as, 'activity.reviewComment', { ratingId, writtenAt, decision: { show: false, reason } })
const show = (as: TestPerson, ratingId: number, writtenAt: Date) =>
  cloud.send(as, 'activity.reviewComment', { ratingId, writtenAt, decision: { show: true } })

describe('what people thought', () => {
  it('is summed up from all stars, those without a comment too', async () => {
    const activityId = await ended()
    await rate(0, activityId, '很热闹', 5)
    await rate(1, activityId, '', 4)
    await rate(2, activityId, '待审测试', 4)
    const { rows, summary, mine } = await cloud.ask(resident(2), 'activity.ratings', { activityId })
    expect(summary).toEqual({ count: 3, average: 4.3, byStars: [0, 0, 0, 2, 1] })
    expect(rows.map((row) => row.comment)).toEqual(['很热闹'])
    expect(mine).toEqual({ stars: 4, comment: '待审测试', commentState: 'inReview', hiddenReason: null })
  })

  it('is nothing before anybody has rated', async () => {
    const activityId = await ended()
    expect(await cloud.ask(null, 'activity.ratings', { activityId })).toEqual({
      rows: [],
      summary: { count: 0, average: null, byStars: [0, 0, 0, 0, 0] },
      mine: null,
    })
  })

  it('comes in pages that repeat nothing and leave nothing out', async () => {
    const activityId = await ended()
    await cloud.sql`
      with crowd as (insert into people (nickname) select '邻居' || n from generate_series(1, 45) n returning id)
      insert into activity_ratings (activity_id, person_id, stars, comment, comment_status)
      select ${activityId}, id, 5, '好 ' || id, 'shown' from crowd`
    const found: number[] = []
    let cursor: string | undefined
    do {
      const page = await cloud.ask(null, 'activity.ratings', { activityId, cursor })
      found.push(...page.rows.map((row) => row.ratingId))
      cursor = page.nextCursor
    } while (cursor)
    expect(new Set(found).size).toBe(45)
    expect(found).toHaveLength(45)
    expect(found).toEqual([...found].sort((a, b) => b - a))
  })
})

describe('a doubtful comment', () => {
  it('waits for staff of its own area; for others it does not exist', async () => {
    const { activityId, ratingId, writtenAt, ...row } = await doubtful()
    expect(row).toMatchObject({ state: 'inReview', why: 'doubtful', areaName: '柳桥社区', stars: 5 })
    expect(JSON.stringify(row)).not.toMatch(/resident-0|person/)
    expect(await waiting(elsewhere, activityId)).toEqual([])
    expect(await show(elsewhere, ratingId, writtenAt)).toMatchObject({ status: 404 })
    expect(await hide(elsewhere, ratingId, writtenAt)).toMatchObject({ status: 404 })
    expect(await cloud.send(resident(0), 'activity.comments', {})).toMatchObject({ status: 403 })
    expect(await show(resident(0), ratingId, writtenAt)).toMatchObject({ status: 403 })
    expect(await seen(activityId)).toEqual([])
    const above = await staffOf('township-admin', township)
    expect(await waiting(above, activityId)).toHaveLength(1)
  })

  it('is shown to everybody once staff let it, and that is on record', async () => {
    const { activityId, ratingId, writtenAt } = await doubtful()
    expect((await show(admin, ratingId, writtenAt)).body.result).toMatchObject({ ok: true })
    expect(await seen(activityId)).toEqual(['待审测试：主持人讲得太久'])
    expect(await waiting(admin, activityId)).toEqual([])
    expect((await show(admin, ratingId, writtenAt)).body.result).toMatchObject({ refusal: { reason: 'alreadySo' } })
    const [entry] = await cloud.sql`
      select person_id as "personId", role, area_code as "areaCode", before, after from audit_log where target = ${`rating:${ratingId}`}`
    expect(entry).toEqual({
      personId: admin.personId,
      role: 'communityAdmin',
      areaCode: liuqiao,
      before: { comment: 'inReview' },
      after: { comment: 'shown' },
    })
  })

  it('is hidden only for a reason, and its author is told which', async () => {
    const { activityId, ratingId, writtenAt } = await doubtful()
    expect(await hide(admin, ratingId, writtenAt, '')).toMatchObject({ status: 400 })
    await hide(admin, ratingId, writtenAt)
    const [notice] = (await cloud.ask(resident(0), 'inbox.list', {})).rows
    expect(notice).toMatchObject({ kind: 'commentHidden', facts: { activityId, reason: '有别人的电话号码' } })
    const { mine, summary } = await cloud.ask(resident(0), 'activity.ratings', { activityId })
    expect(mine).toMatchObject({ commentState: 'hidden', hiddenReason: '有别人的电话号码' })
    expect(summary.count).toBe(1)
    expect(await cloud.sql`select after from audit_log where target = ${`rating:${ratingId}`}`).toEqual([
      { after: { comment: 'hidden', reason: '有别人的电话号码' } },
    ])
  })

  it('does not come back by being saved again; new words wait for a person', async () => {
    const { activityId, ratingId, writtenAt } = await doubtful()
    await hide(admin, ratingId, writtenAt)
    expect(await rate(0, activityId, '待审测试：主持人讲得太久')).toEqual({ commentShown: 'no' })
    expect(await rate(0, activityId, '主持人讲得久了些')).toEqual({ commentShown: 'afterReview' })
    expect(await seen(activityId)).toEqual([])
    const [anew] = await waiting(admin, activityId)
    expect(anew).toMatchObject({ comment: '主持人讲得久了些', why: 'writtenAnew' })
  })

  it('is never decided on words that staff have not seen', async () => {
    const { activityId, ratingId, writtenAt } = await doubtful()
    await rate(0, activityId, '待审测试，改过了')
    expect((await show(admin, ratingId, writtenAt)).body.result).toMatchObject({ refusal: { reason: 'writtenAnew' } })
    expect(await seen(activityId)).toEqual([])
  })

  it('shown before can be hidden later, and shown again', async () => {
    const activityId = await ended()
    await rate(1, activityId, '很热闹')
    const list = async (state: 'shown' | 'hidden') =>
      (await cloud.ask(admin, 'activity.comments', { state })).rows.find((row) => row.activityId === activityId)
    const before = await list('shown')
    await hide(admin, before?.ratingId ?? 0, before?.writtenAt ?? new Date())
    expect(await seen(activityId)).toEqual([])
    const hidden = await list('hidden')
    expect(hidden).toMatchObject({ hiddenReason: '有别人的电话号码', why: null })
    await show(admin, hidden?.ratingId ?? 0, hidden?.writtenAt ?? new Date())
    expect(await seen(activityId)).toEqual(['很热闹'])
  })
})

describe('a comment that nobody could check', () => {
  const recheck = (verdict: Verdict) =>
    recheckComments({ sql: cloud.sql, services: { wechat: { checkText: async () => verdict } } } as unknown as JobDeps)
  const unchecked = async () => {
    const activityId = await ended()
    const { faults } = cloud.sandbox.state
    faults.push({ path: '/wxa/msg_sec_check', times: 9, errcode: -1 })
    expect(await rate(3, activityId, '茶很好喝')).toEqual({ commentShown: 'afterReview' })
    faults.length = 0
    expect((await waiting(admin, activityId))[0]).toMatchObject({ why: 'unchecked' })
    return activityId
  }

  it('is shown once WeChat answers', async () => {
    const activityId = await unchecked()
    await recheck('unavailable')
    expect(await seen(activityId)).toEqual([])
    await recheck('pass')
    expect(await seen(activityId)).toEqual(['茶很好喝'])
  })

  it('is left to a person when WeChat has doubts, whatever it says later', async () => {
    const activityId = await unchecked()
    await recheck('review')
    await recheck('pass')
    expect(await seen(activityId)).toEqual([])
    expect((await waiting(admin, activityId))[0]).toMatchObject({ why: 'doubtful' })
  })

  it('is hidden when it is clearly bad, and its author is told', async () => {
    const activityId = await unchecked()
    await recheck('risky')
    expect(await seen(activityId)).toEqual([])
    expect((await cloud.ask(resident(3), 'inbox.list', {})).rows[0]).toMatchObject({
      kind: 'commentHidden',
      facts: { activityId, reason: expect.stringMatching(/内容检查/) },
    })
  })
})

describe('the rule', () => {
  const hidden: CommentBefore = { comment: '旧', state: 'hidden', needsPerson: true, hiddenBefore: true }
  const shown: CommentBefore = { comment: '旧', state: 'shown', needsPerson: false, hiddenBefore: false }
  it.each([
    ['a first good comment is shown', undefined, '新', 'pass', 'shown', false],
    ['a doubtful one waits for a person', undefined, '新', 'review', 'inReview', true],
    ['an unchecked one waits for WeChat', undefined, '新', 'unavailable', 'inReview', false],
    ['no words, nothing to check', shown, '', 'pass', 'none', false],
    ['the same words stay shown', shown, '旧', 'review', 'shown', false],
    ['the same words stay hidden', hidden, '旧', 'pass', 'hidden', true],
    ['after hiding, new words wait for a person', hidden, '新', 'pass', 'inReview', true],
    ['after good words, doubtful ones wait', shown, '新', 'review', 'inReview', true],
  ] as const)('%s', (_name, before, comment, verdict, state, needsPerson) => {
    expect(decideComment(before, comment, verdict)).toEqual({ state, needsPerson })
  })
})
