import { findOwners, tellOverdue } from '../../cloud/feedback/jobs'
import { inTransaction } from '../../cloud/platform/database'
import type { feedback } from '../../types/feedback'
import type { OutputOf, RequestOf } from '../../types/operation'
import { grantRole, startTestCloud, type TestCloud, type TestPerson } from '../cloud'
import { county, liuqiao, shitang, township } from '../factories/areas'

let cloud: TestCloud
let admin: TestPerson
let above: TestPerson
let elsewhere: TestPerson
let supervisor: TestPerson
let wang: TestPerson

const staff = async (openid: string, role: string, areaCode: string, nickname: string) => {
  const person = await cloud.signIn(openid)
  await grantRole(cloud, person.personId, role, areaCode)
  await cloud.ask(person, 'people.updateMe', { nickname })
  return cloud.signIn(openid, { consent: false })
}
beforeEach(async () => {
  cloud = await startTestCloud()
  above = await staff('above', 'communityAdmin', township, '街道周正')
  admin = await staff('admin', 'communityAdmin', liuqiao, '刘敏')
  elsewhere = await staff('elsewhere', 'communityAdmin', shitang, '石塘陈')
  supervisor = await staff('supervisor', 'supervisor', county, '监督员')
  wang = await cloud.signIn('wang', { community: liuqiao })
  await cloud.ask(wang, 'people.updateMe', { nickname: '王秀兰' })
})
afterEach(() => cloud.stop())

type Send = Partial<RequestOf<(typeof feedback)['send']>>
const draft = {
  kind: 'complaint',
  about: 'service',
  anonymous: false,
  words: '窗口排了两个小时队，没人叫号。',
} as const
const send = (as: TestPerson, changes: Send = {}) => cloud.ask(as, 'feedback.send', { ...draft, ...changes })
const refusalOf = async (as: TestPerson, name: string, input: object) =>
  (await cloud.send(as, name, input)).body.result?.refusal
const desk = async (as: TestPerson, state: 'open' | 'answered' | 'withdrawn' = 'open') =>
  (await cloud.ask(as, 'feedback.desk', { state })).rows
const noticesOf = async (as: TestPerson) =>
  (await cloud.ask(as, 'inbox.list', {})).rows.filter((row) => row.kind.startsWith('feedback'))
const answered: Partial<OutputOf<(typeof feedback)['detail']>> = {
  state: 'answered',
  light: 'go',
  ownerName: '刘敏',
  answer: '叫号机修好了，谢谢您。',
}

it('gives a number, a named administrator and a deadline, and tells that administrator', async () => {
  const sent = await send(wang)
  expect(sent).toMatchObject({
    number: expect.stringMatching(/^\d{8}-001$/),
    state: 'open',
    light: 'go',
    ownerName: '刘敏',
    areaName: '柳桥社区',
    answer: null,
    allowedActions: ['withdraw'],
  })
  const days = (sent.answerBy.getTime() - sent.sentAt.getTime()) / 86_400_000
  expect(days).toBeGreaterThan(4)
  expect(days).toBeLessThan(16)
  expect((await send(wang)).number).toMatch(/-002$/)
  expect(await noticesOf(admin)).toHaveLength(2)
  expect((await noticesOf(admin)).at(-1)).toMatchObject({
    kind: 'feedbackReceived',
    facts: { feedbackId: sent.feedbackId, title: sent.number, answerBy: sent.answerBy },
  })
  expect(await noticesOf(above)).toEqual([])
  const [audited] = await cloud.sql`
    select after from audit_log where operation = 'feedback.send' and target = ${`feedback:${sent.feedbackId}`}`
  expect(audited?.after).not.toHaveProperty('words')
})

it('is one complaint however often it is sent', async () => {
  const requestId = '8a9fb7b2-2f1e-4f7e-9f0e-0d8f6f6f9a01'
  const first = await send(wang, { requestId })
  expect((await send(wang, { requestId })).feedbackId).toBe(first.feedbackId)
  expect((await cloud.ask(wang, 'feedback.mine', {})).rows).toHaveLength(1)
})

it('is answered once by whoever administers the area; the person reads it and is told', async () => {
  const { feedbackId, number } = await send(wang)
  const answer = '叫号机修好了，谢谢您。'
  expect(await cloud.send(elsewhere, 'feedback.answer', { feedbackId, answer })).toMatchObject({ status: 404 })
  expect(await cloud.send(supervisor, 'feedback.answer', { feedbackId, answer })).toMatchObject({ status: 403 })
  expect(await cloud.send(wang, 'feedback.answer', { feedbackId, answer })).toMatchObject({ status: 403 })
  await cloud.ask(admin, 'feedback.answer', { feedbackId, answer })
  expect(await refusalOf(above, 'feedback.answer', { feedbackId, answer: '再答一次也行' })).toEqual({
    reason: 'alreadyAnswered',
  })
  expect(await cloud.ask(wang, 'feedback.detail', { feedbackId })).toMatchObject(answered)
  expect(await noticesOf(wang)).toMatchObject([
    { kind: 'feedbackAnswered', facts: { feedbackId, title: number, reason: answer } },
  ])
  expect(await desk(admin)).toEqual([])
  expect(await desk(admin, 'answered')).toMatchObject([{ feedbackId, allowedActions: [] }])
  expect(await refusalOf(wang, 'feedback.withdraw', { feedbackId })).toEqual({ reason: 'alreadyAnswered' })
})

it('shows staff who wrote it, or nobody when it is anonymous, and nobody else anything', async () => {
  const named = await send(wang)
  const secret = await send(wang, { anonymous: true })
  const rows = await desk(admin)
  expect(rows.map(({ feedbackId, from }) => ({ feedbackId, from }))).toEqual([
    { feedbackId: named.feedbackId, from: { nickname: '王秀兰', maskedPhone: null } },
    { feedbackId: secret.feedbackId, from: null },
  ])
  expect(JSON.stringify(rows[1])).not.toContain('王秀兰')
  expect(await desk(supervisor)).toHaveLength(2)
  expect(await desk(elsewhere)).toEqual([])
  const li = await cloud.signIn('li')
  expect(await cloud.send(li, 'feedback.detail', { feedbackId: named.feedbackId })).toMatchObject({ status: 404 })
  expect(await cloud.send(li, 'feedback.withdraw', { feedbackId: named.feedbackId })).toMatchObject({ status: 404 })
  expect(await cloud.send(li, 'feedback.desk', {})).toMatchObject({ status: 403 })
  expect((await cloud.ask(wang, 'feedback.mine', {})).rows).toHaveLength(2)
})

it('about the people of a community goes above it, and they do not read it', async () => {
  const { feedbackId } = await send(wang, { about: 'people', words: '社区的人态度不好，推来推去。' })
  expect(await desk(admin)).toEqual([])
  expect(await cloud.send(admin, 'feedback.takeOver', { feedbackId })).toMatchObject({ status: 404 })
  expect(await desk(above)).toMatchObject([{ feedbackId, ownerName: '街道周正', mine: true }])
})

it('is shared among the administrators of a community, never given to its author, and may be taken over', async () => {
  const other = await staff('other', 'communityAdmin', liuqiao, '赵雪')
  const owners = [(await send(wang)).ownerName, (await send(wang)).ownerName]
  expect(owners.sort()).toEqual(['刘敏', '赵雪'].sort())
  const own = await send(admin, { areaCode: liuqiao })
  expect(own.ownerName).toBe('赵雪')
  expect(await refusalOf(other, 'feedback.takeOver', { feedbackId: own.feedbackId })).toEqual({
    reason: 'alreadyYours',
  })
  await cloud.ask(above, 'feedback.takeOver', { feedbackId: own.feedbackId })
  expect((await cloud.ask(admin, 'feedback.detail', { feedbackId: own.feedbackId })).ownerName).toBe('街道周正')
})

it('is taken back while nobody has answered, and is out of the queue then', async () => {
  const { feedbackId } = await send(wang)
  expect(await cloud.ask(wang, 'feedback.withdraw', { feedbackId })).toMatchObject({
    state: 'withdrawn',
    light: 'idle',
    allowedActions: [],
  })
  expect(await desk(admin)).toEqual([])
  expect(await refusalOf(admin, 'feedback.answer', { feedbackId, answer: '已经处理好了' })).toEqual({
    reason: 'alreadyWithdrawn',
  })
  expect(await refusalOf(wang, 'feedback.withdraw', { feedbackId })).toEqual({ reason: 'alreadyWithdrawn' })
})

it('refuses words that WeChat refuses, a place that is none, and more than five a day', async () => {
  expect(await refusalOf(wang, 'feedback.send', { ...draft, words: '违规测试，骂人的话' })).toEqual({
    reason: 'wordsRefused',
  })
  expect(await refusalOf(wang, 'feedback.send', { ...draft, areaCode: township })).toEqual({
    reason: 'noSuchCommunity',
  })
  const newcomer = await cloud.signIn('newcomer')
  expect(await refusalOf(newcomer, 'feedback.send', draft)).toEqual({ reason: 'communityNeeded' })
  expect(await cloud.send(wang, 'feedback.send', { ...draft, words: '差' })).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'words' }] },
  })
  expect(await cloud.send(null, 'feedback.send', draft)).toMatchObject({ status: 401 })
  await Promise.all(Array.from({ length: 7 }, () => cloud.send(wang, 'feedback.send', draft)))
  expect((await cloud.ask(wang, 'feedback.mine', {})).rows).toHaveLength(5)
  expect(await refusalOf(wang, 'feedback.send', draft)).toEqual({ reason: 'tooMany', most: 5 })
})

it('takes what WeChat only doubts, and what cannot be checked: a complaint is never lost', async () => {
  expect((await send(wang, { words: '待审测试：楼道灯坏了三天' })).state).toBe('open')
  cloud.sandbox.state.faults.push({ path: '/wxa/msg_sec_check', times: 9, drop: true })
  expect((await send(wang)).state).toBe('open')
})

it('that is overdue is red, and its owner and the supervisors hear of it once', async () => {
  const { feedbackId } = await send(wang)
  const others = await send(wang)
  const overdue = () => inTransaction(cloud.sql, (tx) => tellOverdue(tx, new Date()))
  expect(await overdue()).toBe(0)
  await cloud.sql`update feedback set answer_by = now() - interval '1 minute' where id = ${feedbackId}`
  await cloud.sql`update feedback set answer_by = now() + interval '1 hour' where id = ${others.feedbackId}`
  expect((await desk(admin)).map((row) => row.light)).toEqual(['late', 'soon'])
  expect(await overdue()).toBe(1)
  expect(await overdue()).toBe(0)
  for (const person of [admin, supervisor])
    expect((await noticesOf(person)).filter((row) => row.kind === 'feedbackOverdue')).toHaveLength(1)
  expect((await cloud.ask(wang, 'feedback.detail', { feedbackId })).light).toBe('late')
})

it('finds another owner when the first one leaves office, and one as soon as there is anybody', async () => {
  const { feedbackId } = await send(wang)
  const find = () => inTransaction(cloud.sql, findOwners)
  expect(await find()).toBe(0)
  await cloud.sql`update role_grants set revoked_at = now() where person_id = ${admin.personId}`
  expect(await find()).toBe(1)
  expect((await cloud.ask(wang, 'feedback.detail', { feedbackId })).ownerName).toBe('街道周正')
  expect(await noticesOf(above)).toMatchObject([{ kind: 'feedbackReceived', facts: { feedbackId } }])
  await cloud.sql`update role_grants set revoked_at = now() where role = 'communityAdmin'`
  const orphan = await send(wang)
  expect(orphan.ownerName).toBeNull()
  expect(await find()).toBe(0)
  const late = await staff('late', 'communityAdmin', county, '县里钱伟')
  expect(await find()).toBe(2)
  expect((await desk(late)).map((row) => row.mine)).toEqual([true, true])
})

it('comes in pages by deadline, each once', async () => {
  await cloud.sql`
    insert into feedback (number, kind, about, area_code, person_id, anonymous, words, answer_by)
    select '20260101-' || lpad(n::text, 3, '0'), 'suggestion', 'other', ${liuqiao}, ${wang.personId}, true, '建议' || n, now() + (n % 7) * interval '1 hour'
      from generate_series(1, 45) n`
  for (const state of ['open', 'withdrawn'] as const) {
    const seen: number[] = []
    for (let cursor: string | undefined; ; ) {
      const page = await cloud.ask(admin, 'feedback.desk', { state, cursor })
      seen.push(...page.rows.map((row) => row.feedbackId))
      if (state === 'open') {
        const times = page.rows.map((row) => row.answerBy.getTime())
        expect(times).toEqual([...times].sort((a, b) => a - b))
      }
      cursor = page.nextCursor
      if (!cursor) break
    }
    expect(new Set(seen).size).toBe(45)
    expect(seen).toHaveLength(45)
    await cloud.sql`update feedback set withdrawn_at = now()`
  }
})

it('is in the copy of my data, and goes with my account', async () => {
  const open = await send(wang, { words: '我是王秀兰，住 3 幢 501。' })
  const done = await send(wang, { words: '我是王秀兰，手机打不开。' })
  await cloud.ask(admin, 'feedback.answer', { feedbackId: done.feedbackId, answer: '请重启手机再试。' })
  const copy = JSON.parse((await cloud.ask(wang, 'people.exportMine', {})).json) as Record<string, { words: string }[]>
  expect(copy.feedback?.map((row) => row.words)).toEqual(['我是王秀兰，住 3 幢 501。', '我是王秀兰，手机打不开。'])
  await cloud.ask(wang, 'people.deleteMe', { confirm: '注销' })
  const rows = [...(await desk(admin, 'withdrawn')), ...(await desk(admin, 'answered'))]
  expect(rows.map((row) => row.feedbackId)).toEqual([open.feedbackId, done.feedbackId])
  expect(JSON.stringify(rows)).not.toContain('王秀兰')
})
