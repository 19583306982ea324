import { deliverNotice, TryLater } from '../../cloud/inbox/deliver'
import { settleAbandoned } from '../../cloud/inbox/queries'
import { tell } from '../../cloud/inbox/tell'
import { inTransaction } from '../../cloud/platform/database'
import type { NoticeFacts } from '../../types/inbox'
import { startTestCloud, type TestCloud, type TestPerson } from '../cloud'

const templates = {
  signUpPromoted: 'tmpl-promoted',
  activityChanged: 'tmpl-changed',
  caseAssigned: 'tmpl-assigned',
  caseOverdue: 'tmpl-overdue',
  callBackDue: 'tmpl-call-back',
  applicationDecided: 'tmpl-decided',
  helpToArrange: 'template-arrange',
}
let cloud: TestCloud
let wang: TestPerson

beforeAll(async () => {
  cloud = await startTestCloud({ WECHAT_TEMPLATES: JSON.stringify(templates) })
  wang = await cloud.signIn('wang')
})
afterAll(() => cloud.stop())

const accept = async (times = 1) => {
  for (let n = 0; n < times; n++) await cloud.ask(wang, 'inbox.recordAcceptance', { kinds: ['signUpPromoted'] })
  cloud.sandbox.state.accept('wang', 'tmpl-promoted', times)
}
const promote = async () => {
  const facts = {
    activityId: 7,
    title: '学剪纸：一个特别特别长的活动名字，长到放不进模板里',
    startsAt: new Date(),
    answerBy: new Date(),
  }
  await inTransaction(cloud.sql, (tx) => tell(tx, [{ personId: wang.personId, kind: 'signUpPromoted', facts }]))
  const [row] = await cloud.sql<{ id: number }[]>`select max(id) as id from notices`
  return row?.id ?? 0
}
const deliver = (noticeId: number) => deliverNotice(cloud.sql, cloud.server.services, noticeId, new Date())
const statusOf = async (noticeId: number) =>
  (await cloud.sql`select status, errcode from message_deliveries where notice_id = ${noticeId}`)[0]
const sent = () => cloud.sandbox.state.messages.filter((m) => m.openid === 'wang').length

it('puts every notice into the inbox, and queues a message only where an acceptance is left', async () => {
  const without = await promote()
  expect(await statusOf(without)).toBeUndefined()
  await accept()
  const withOne = await promote()
  expect(await statusOf(withOne)).toMatchObject({ status: 'queued' })
  const jobs = await cloud.sql`select key from graphile_worker.jobs where key = ${`notice:${withOne}`}`
  expect(jobs).toHaveLength(1)
  const third = await promote()
  expect(await statusOf(third)).toBeUndefined()
  expect((await cloud.ask(wang, 'inbox.list', {})).rows.map((r) => r.noticeId)).toEqual([third, withOne, without])
})

it('tells nobody when the transaction is rolled back', async () => {
  await accept()
  const before = await cloud.sql`select from notices`
  const broken = inTransaction(cloud.sql, async (tx) => {
    await tell(tx, [{ personId: wang.personId, kind: 'signUpPromoted', facts: {} }])
    throw new Error('rolled back')
  })
  await expect(broken).rejects.toThrow('rolled back')
  expect(await cloud.sql`select from notices`).toHaveLength(before.length)
  expect(await cloud.sql`select from message_acceptances where spent_at is null`).toHaveLength(1)
})

it('sends once, however often the job runs, with fields cut to fit', async () => {
  const noticeId = await promote()
  const before = sent()
  await Promise.all([deliver(noticeId), deliver(noticeId)])
  await deliver(noticeId)
  expect(sent()).toBe(before + 1)
  expect(await statusOf(noticeId)).toMatchObject({ status: 'sent' })
  expect([...(cloud.sandbox.state.messages.at(-1)?.data.thing1?.value ?? '')].length).toBeLessThanOrEqual(20)
})

it('gives up where WeChat says there is no acceptance (43101)', async () => {
  const li = await cloud.signIn('li')
  await cloud.ask(li, 'inbox.recordAcceptance', { kinds: ['signUpPromoted'] })
  await inTransaction(cloud.sql, (tx) =>
    tell(tx, [{ personId: li.personId, kind: 'signUpPromoted', facts: { title: '学剪纸' } }]),
  )
  const noticeId = (await cloud.ask(li, 'inbox.list', {})).rows[0]?.noticeId as number
  await deliver(noticeId)
  expect(await statusOf(noticeId)).toMatchObject({ status: 'refused', errcode: 43101 })
})

it('comes back later when WeChat is busy (-1), and then sends', async () => {
  await accept()
  const noticeId = await promote()
  cloud.sandbox.state.faults.push({ path: '/cgi-bin/message/subscribe/send', times: 1, errcode: -1 })
  await expect(deliver(noticeId)).rejects.toBeInstanceOf(TryLater)
  expect(await statusOf(noticeId)).toMatchObject({ status: 'queued' })
  await deliver(noticeId)
  expect(await statusOf(noticeId)).toMatchObject({ status: 'sent' })
})

it('renews a token that WeChat no longer takes, and sends', async () => {
  await accept()
  const noticeId = await promote()
  cloud.sandbox.state.expireTokens()
  await deliver(noticeId)
  expect(await statusOf(noticeId)).toMatchObject({ status: 'sent' })
})

it('never sends again what a crash left half sent', async () => {
  await accept()
  const noticeId = await promote()
  await cloud.sql`update message_deliveries set status = 'sending', queued_at = now() - interval '20 minutes' where notice_id = ${noticeId}`
  const before = sent()
  await deliver(noticeId)
  expect(await settleAbandoned(cloud.sql)).toBe(1)
  await deliver(noticeId)
  expect(sent()).toBe(before)
  expect(await statusOf(noticeId)).toMatchObject({ status: 'unknown' })
})

const aCase: NoticeFacts = { applicationId: 9 }
it.each<[keyof typeof templates, string, NoticeFacts]>([
  ['caseAssigned', 'features/desk/pages/case/index?applicationId=9', aCase],
  ['caseOverdue', 'features/desk/pages/case/index?applicationId=9', aCase],
  ['callBackDue', 'features/desk/pages/board/index?tab=callBacks', aCase],
  ['applicationDecided', 'features/service/pages/application/index?applicationId=9', aCase],
  ['helpToArrange', 'features/matching/pages/board/index?helpRequestId=8', { helpRequestId: 8 }],
])('a message of %s opens where it is worked on: %s', async (kind, page, about) => {
  const sun = await cloud.signIn('sun')
  await cloud.ask(sun, 'inbox.recordAcceptance', { kinds: [kind] })
  cloud.sandbox.state.accept('sun', templates[kind], 1)
  const facts = { ...about, title: '小餐饮店登记' }
  await inTransaction(cloud.sql, (tx) => tell(tx, [{ personId: sun.personId, kind, facts }]))
  await deliver((await cloud.ask(sun, 'inbox.list', {})).rows[0]?.noticeId as number)
  expect(cloud.sandbox.state.messages.at(-1)).toMatchObject({ openid: 'sun', page })
})

it('marks notices read, one or all older ones', async () => {
  const { rows } = await cloud.ask(wang, 'inbox.list', {})
  const [newest, second] = rows
  const one = await cloud.ask(wang, 'inbox.markRead', { noticeId: newest?.noticeId as number })
  expect(one.unreadNotices).toBe(rows.length - 1)
  const all = await cloud.ask(wang, 'inbox.markRead', { noticeId: second?.noticeId as number, andOlder: true })
  expect(all.unreadNotices).toBe(0)
  const stranger = await cloud.signIn('stranger')
  expect(await cloud.send(stranger, 'inbox.markRead', { noticeId: newest?.noticeId })).toMatchObject({ status: 404 })
})
