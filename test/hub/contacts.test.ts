import type { SandboxRelay } from '../../cloud/platform/relay'
import type { hub } from '../../types/hub'
import type { RequestOf } from '../../types/operation'
import type { TestPerson } from '../cloud'
import { picture } from '../factories/applications'
import { liuqiao } from '../factories/areas'
import { aHousehold, aHub, type Community, type Hub, member, openCommunity } from '../factories/hubs'
import { somebody } from '../factories/volunteers'

let c: Community
let chen: Hub
let deputy: TestPerson
let lead: TestPerson
let li: TestPerson
beforeAll(async () => {
  c = await openCommunity()
  deputy = await somebody(c.cloud)
  lead = await somebody(c.cloud)
})
beforeEach(async () => {
  await c.begin()
  chen = await aHub(c, { deputyIds: [deputy.personId], branchLeadId: lead.personId })
  const { householdId } = await aHousehold(c)
  li = await member(c, householdId)
})
afterAll(() => c.stop())

type Asked = Omit<RequestOf<(typeof hub)['askHub']>, 'requestId'>
const ask = async (more: Partial<Asked> = {}, as = li) =>
  (await c.cloud.ask(as, 'hub.askHub', { kind: 'ask', words: '楼道灯坏了', ...more })).contactId
const contact = (as: TestPerson, contactId: number) => c.cloud.ask(as, 'hub.contact', { contactId })
const status = async (as: TestPerson, name: string, input: object) => (await c.cloud.send(as, name, input)).status
const refusal = async (as: TestPerson, name: string, input: object) =>
  (await c.cloud.send(as, name, input)).body.result?.refusal
const kinds = async (as: TestPerson) => (await c.cloud.ask(as, 'inbox.list', {})).rows.map((row) => row.kind)
const inbox = async (as: TestPerson) => (await c.cloud.ask(as, 'hub.hubInbox', {})).rows
const version = async (as: TestPerson, contactId: number) => (await contact(as, contactId)).version
const owner = async (contactId: number) => {
  const [row] = await c.cloud.sql<
    { ownerId: number; level: number }[]
  >`select owner_id as "ownerId", level from contacts where id = ${contactId}`
  return row
}

describe('one thread', () => {
  it('goes in five steps from the question to the stars, with photos', async () => {
    const contactId = await ask({ fileIds: [await picture(c.cloud, li)] })
    expect(await kinds(chen.host)).toContain('contactReceived')
    expect(await inbox(chen.host)).toMatchObject([{ contactId, mine: true, overdue: false }])
    for (const step of ['sort', 'discuss', 'claim'] as const)
      await c.cloud.ask(chen.host, 'hub.stepContact', {
        contactId,
        version: await version(chen.host, contactId),
        step,
        words: '在看',
      })
    await c.cloud.ask(li, 'hub.sayInContact', { contactId, words: '谢谢' })
    await c.cloud.ask(chen.host, 'hub.answerContact', {
      contactId,
      version: await version(chen.host, contactId),
      words: '换好了',
      fileIds: [await picture(c.cloud, chen.host)],
    })
    expect(await kinds(li)).toContain('contactAnswered')
    const seen = await contact(li, contactId)
    expect(seen).toMatchObject({ status: 'answered', side: 'resident', dueAt: null })
    expect(seen.messages.map(({ from, files }) => [from, files.length])).toEqual([
      ['resident', 1],
      ['host', 0],
      ['host', 0],
      ['host', 0],
      ['resident', 0],
      ['host', 1],
    ])
    await c.cloud.ask(li, 'hub.rateContact', { contactId, stars: 5, comment: '快' })
    expect(await contact(li, contactId)).toMatchObject({ status: 'rated', stars: 5, allowedActions: [] })
    expect((await contact(li, contactId)).events.map(({ kind }) => kind)).toEqual([
      'ask',
      'sort',
      'discuss',
      'claim',
      'say',
      'answer',
      'rate',
    ])
  })

  it('skips steps only forwards, and of two who act on the same sight one is told', async () => {
    const contactId = await ask()
    const seen = await version(chen.host, contactId)
    await c.cloud.ask(chen.host, 'hub.stepContact', { contactId, version: seen, step: 'claim' })
    expect(await refusal(deputy, 'hub.stepContact', { contactId, version: seen, step: 'sort' })).toEqual({
      reason: 'changedMeanwhile',
    })
    const now = await version(chen.host, contactId)
    expect(await refusal(chen.host, 'hub.stepContact', { contactId, version: now, step: 'sort' })).toEqual({
      reason: 'wrongStatus',
      status: 'claimed',
    })
  })

  it('is nobody else’s, and a resident does not do the host’s steps', async () => {
    const contactId = await ask()
    const other = await aHub(c, { name: '罗家中心户' })
    for (const who of [await somebody(c.cloud), other.host, c.admin, lead, c.gridWorker])
      expect(await status(who, 'hub.contact', { contactId })).toBe(404)
    expect(await refusal(li, 'hub.answerContact', { contactId, version: 2, words: '我自己答' })).toMatchObject({
      reason: 'wrongStatus',
    })
    expect(await status(chen.host, 'hub.withdrawContact', { contactId })).toBe(404)
  })

  it('begins with somebody who has a hub and agreed, and not with his own', async () => {
    const wang = await somebody(c.cloud)
    expect(await refusal(wang, 'hub.askHub', { kind: 'ask', words: '有人吗' })).toEqual({ reason: 'noHub' })
    expect(await refusal(chen.host, 'hub.askHub', { kind: 'ask', words: '有人吗', hubId: chen.hubId })).toEqual({
      reason: 'yourself',
    })
    const stranger = await c.cloud.signIn('no-consent', { consent: false })
    expect(await refusal(stranger, 'hub.askHub', { kind: 'ask', words: '有人吗' })).toEqual({ reason: 'consentNeeded' })
    for (let i = 0; i < 10; i++) await ask()
    expect(await refusal(li, 'hub.askHub', { kind: 'ask', words: '还有' })).toEqual({ reason: 'tooMany', most: 10 })
  })
})

describe('the clock', () => {
  it('hands an overdue contact up the line, once each, also after the server was away', async () => {
    const contactId = await ask()
    c.pass(23)
    await c.run('sweepContacts')
    expect(await owner(contactId)).toEqual({ ownerId: chen.host.personId, level: 0 })
    c.pass(2)
    await c.run('sweepContacts')
    await c.run('sweepContacts')
    expect(await owner(contactId)).toEqual({ ownerId: deputy.personId, level: 1 })
    c.pass(13)
    await c.run('sweepContacts')
    expect(await owner(contactId)).toEqual({ ownerId: lead.personId, level: 2 })
    expect(await kinds(lead)).toContain('contactOverdue')
    c.pass(300)
    await Promise.all([c.run('sweepContacts'), c.run('sweepContacts')])
    expect(await owner(contactId)).toEqual({ ownerId: c.admin.personId, level: 3 })
    expect((await contact(c.admin, contactId)).side).toBe('staff')
    c.pass(24)
    await c.run('sweepContacts')
    const steps = (await contact(li, contactId)).events.map(({ kind }) => kind)
    expect(steps).toEqual(['ask', 'escalate', 'escalate', 'escalate'])
    const board = await c.cloud.ask(c.admin, 'hub.contactBoard', {})
    expect(board.rows).toMatchObject([{ contactId, level: 3, mine: true }])
    expect(JSON.stringify(board)).not.toMatch(/楼道灯|李奶奶/)
  })

  it('leaves alone whoever answered in time, until the whole answer is due', async () => {
    const contactId = await ask()
    await c.cloud.ask(chen.host, 'hub.sayInContact', { contactId, words: '看到了，今天去看' })
    c.pass(100)
    await c.run('sweepContacts')
    expect(await owner(contactId)).toMatchObject({ level: 0 })
    c.pass(21)
    await c.run('sweepContacts')
    expect(await owner(contactId)).toMatchObject({ level: 1 })
  })

  it('takes silence for a yes', async () => {
    const contactId = await ask()
    await c.cloud.ask(chen.host, 'hub.answerContact', {
      contactId,
      version: await version(chen.host, contactId),
      words: '换好了',
    })
    c.pass(24 * 7 + 1)
    await c.run('sweepContacts')
    expect(await contact(li, contactId)).toMatchObject({ status: 'confirmed', allowedActions: ['rate'] })
  })

  it('gives what an absent host owes to the deputy, and new ones at once', async () => {
    const contactId = await ask()
    await c.cloud.ask(chen.host, 'hub.setAbsence', { from: '2026-11-30', until: '2026-12-02' })
    await c.run('sweepContacts')
    expect(await owner(contactId)).toEqual({ ownerId: deputy.personId, level: 1 })
    expect((await contact(li, contactId)).dueAt).toEqual(new Date('2026-12-01T10:00:00+08:00'))
    expect(await owner(await ask())).toEqual({ ownerId: deputy.personId, level: 1 })
    expect(await refusal(chen.host, 'hub.setAbsence', { from: '2026-12-01', until: '2026-12-03' })).toEqual({
      reason: 'alreadyAway',
    })
    await c.cloud.ask(chen.host, 'hub.setAbsence', { from: '2026-11-30', until: '2026-12-02', end: true })
    expect(await owner(await ask())).toMatchObject({ level: 0 })
  })

  it('leaves no answer with a hub that has closed', async () => {
    const contactId = await ask()
    await c.cloud.ask(c.admin, 'hub.closeHub', { hubId: chen.hubId, reason: '户长搬走了' })
    await c.run('sweepContacts')
    expect(await owner(contactId)).toEqual({ ownerId: lead.personId, level: 2 })
    expect(await status(chen.host, 'hub.contact', { contactId })).toBe(404)
  })
})

describe('past the host', () => {
  it('a complaint about the host is seen by neither him nor his deputy', async () => {
    const contactId = await ask({ kind: 'complain', words: '户长从来不在', aboutHost: true })
    expect(await owner(contactId)).toEqual({ ownerId: lead.personId, level: 2 })
    for (const who of [chen.host, deputy]) {
      expect(await status(who, 'hub.contact', { contactId })).toBe(404)
      expect(await inbox(who)).toEqual([])
    }
    expect((await contact(lead, contactId)).side).toBe('staff')
    c.pass(25)
    await c.run('sweepContacts')
    expect(await owner(contactId)).toEqual({ ownerId: c.admin.personId, level: 3 })
  })

  it('whoever wishes so stays without a name to everybody, household and number too', async () => {
    await c.cloud.ask(li, 'people.bindPhone', { code: `phone:13700137000:anonymous` })
    const contactId = await ask({ anonymous: true, callBack: true })
    const seen = JSON.stringify(await contact(chen.host, contactId))
    expect(seen).not.toMatch(/李奶奶|137/)
    expect(JSON.parse(seen)).toMatchObject({ personName: null, householdId: null, anonymous: true })
    expect(await contact(chen.host, await ask())).toMatchObject({ personName: '李奶奶' })
  })
})

describe('handed on', () => {
  it('becomes a help request in the same thread, and is answered when that is done', async () => {
    const contactId = await ask({ kind: 'difficulty', words: '买不了菜' })
    const { handOnId } = await c.cloud.ask(chen.host, 'hub.handOnContact', {
      contactId,
      version: await version(chen.host, contactId),
      to: 'helpRequest',
      words: '请志愿者来帮您',
    })
    const asker = await c.cloud.ask(li, 'volunteer.ask', {
      kind: 'errand',
      urgency: 'thisWeek',
      windows: [{ from: new Date('2026-12-01T09:30:00+08:00'), until: new Date('2026-12-01T10:30:00+08:00') }],
      areaCode: liuqiao,
      address: '8 幢',
    })
    const [listed] = (await c.cloud.ask(li, 'hub.myContacts', {})).rows
    expect(listed).toMatchObject({ contactId, words: '买不了菜', follow: 'helpRequest' })
    const follow = { contactId, handOnId, targetId: asker.helpRequestId }
    const wang = await member(c, (await c.cloud.ask(li, 'hub.myHub', {})).household?.householdId as number, '王爷爷')
    expect(await status(wang, 'hub.followHandOn', follow)).toBe(404)
    expect(await refusal(li, 'hub.followHandOn', { ...follow, targetId: 999_999 })).toEqual({ reason: 'notYours' })
    await c.cloud.ask(li, 'hub.followHandOn', follow)
    expect((await c.cloud.ask(li, 'hub.myContacts', {})).rows).toMatchObject([{ contactId, follow: null }])
    const mine = await contact(li, contactId)
    expect(mine).toMatchObject({
      status: 'claimed',
      handOns: [{ to: 'helpRequest', targetId: asker.helpRequestId, targetStatus: 'unmet' }],
    })
    await c.run('sweepContacts')
    expect(await contact(li, contactId)).toMatchObject({ status: 'claimed' })
    // However it came about: the help request has come to its end.
    await c.cloud.sql`alter table help_requests disable trigger status_has_event`
    await c.cloud
      .sql`update help_requests set status = 'confirmed', due_at = null, ended_at = now() where id = ${asker.helpRequestId}`
    await c.cloud.sql`alter table help_requests enable trigger status_has_event`
    await c.run('sweepContacts')
    const after = await contact(li, contactId)
    expect(after).toMatchObject({ status: 'answered', allowedActions: expect.arrayContaining(['rate']) })
    expect(after.messages[0]?.words).toBe('买不了菜')
  })

  it('goes to another hub with all that was said, and the first one sees it no more', async () => {
    const luo = await aHub(c, { name: '罗家中心户' })
    const contactId = await ask()
    await c.cloud.ask(chen.host, 'hub.passOnContact', {
      contactId,
      version: await version(chen.host, contactId),
      hubId: luo.hubId,
      words: '罗家懂电工',
    })
    expect(await status(chen.host, 'hub.contact', { contactId })).toBe(404)
    const seen = await contact(luo.host, contactId)
    expect(seen.messages.map(({ words }) => words)).toEqual(['楼道灯坏了', '罗家懂电工'])
    expect(await contact(li, contactId)).toMatchObject({ hubName: '罗家中心户', status: 'asked' })
    expect((await c.cloud.ask(li, 'hub.myContacts', {})).rows).toHaveLength(1)
  })

  it('to an item of the catalogue only where there is one', async () => {
    const contactId = await ask()
    const to = { contactId, version: await version(chen.host, contactId), to: 'application', words: '要办证' }
    expect(await refusal(chen.host, 'hub.handOnContact', { ...to, itemCode: 'nothing' })).toEqual({
      reason: 'noSuchItem',
    })
  })
})

describe('numbers', () => {
  beforeEach(async () => {
    const n = (who: TestPerson) => String(13_000_000_000 + who.personId)
    await c.cloud.ask(li, 'people.bindPhone', { code: `phone:${n(li)}:li` })
    await c.cloud.ask(chen.host, 'people.bindPhone', { code: `phone:${n(chen.host)}:chen` })
  })
  const number = (as: TestPerson, contactId: number) => refusal(as, 'hub.contactNumber', { contactId })

  it('are exchanged when both agree, for this contact, until one takes it back', async () => {
    const [contactId, another] = [await ask(), await ask()]
    await c.cloud.ask(li, 'hub.shareNumber', { contactId, share: true })
    expect(await number(li, contactId)).toEqual({ reason: 'notShared' })
    expect(await number(chen.host, contactId)).toEqual({ reason: 'notShared' })
    await c.cloud.ask(chen.host, 'hub.shareNumber', { contactId, share: true })
    expect(await c.cloud.ask(li, 'hub.contactNumber', { contactId })).toEqual({
      phone: String(13_000_000_000 + chen.host.personId),
    })
    expect(await number(deputy, contactId)).toEqual({ reason: 'notShared' })
    expect(await number(li, another)).toEqual({ reason: 'notShared' })
    await c.cloud.ask(li, 'hub.shareNumber', { contactId, share: false })
    expect(await number(chen.host, contactId)).toEqual({ reason: 'notShared' })
    expect(
      await c.cloud
        .sql`select person_id as who, after ->> 'read' as read from audit_log where operation = 'hub.contactNumber' order by id`,
    ).toEqual([{ who: li.personId, read: 'number' }])
  })

  it('are known to the relay alone when a call is wished for', async () => {
    const contactId = await ask()
    expect(await refusal(chen.host, 'hub.callInContact', { contactId })).toEqual({ reason: 'notWished' })
    await c.cloud.ask(li, 'hub.askCallBack', { contactId })
    const { callId } = await c.cloud.ask(chen.host, 'hub.callInContact', { contactId })
    await c.run('placeRelayCall', { callId })
    await c.run('placeRelayCall', { callId })
    const { calls } = c.cloud.server.services.relay as SandboxRelay
    expect(calls.filter((one) => one.callId === callId)).toEqual([
      {
        callId,
        fromPhone: String(13_000_000_000 + chen.host.personId),
        toPhone: String(13_000_000_000 + li.personId),
      },
    ])
    expect(JSON.stringify([await contact(chen.host, contactId), await contact(li, contactId)])).not.toMatch(/130000/)
  })
})

it('whoever deletes his account leaves no words and owes nobody an answer', async () => {
  const contactId = await ask()
  await c.cloud.ask(chen.host, 'hub.sayInContact', { contactId, words: '看到了' })
  await c.cloud.ask(li, 'people.deleteMe', { confirm: '注销' })
  const rows = await c.cloud.sql`select words from contact_messages where contact_id = ${contactId} order by id`
  expect(rows).toEqual([{ words: '（写的人已注销，内容已删除）' }, { words: '看到了' }])
  const [row] = await c.cloud.sql`select status, household_id from contacts where id = ${contactId}`
  expect(row).toEqual({ status: 'withdrawn', household_id: null })
})

it('the community takes over what stands still', async () => {
  const contactId = await ask()
  const [row] = await c.cloud.sql<{ version: number }[]>`select version from contacts where id = ${contactId}`
  await c.cloud.ask(c.admin, 'hub.takeOverContact', { contactId, version: row?.version ?? 0 })
  expect(await owner(contactId)).toEqual({ ownerId: c.admin.personId, level: 3 })
})
