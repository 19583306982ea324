import { closeApplications, endConsents, purgeApplications, sweepApplications } from '../../cloud/application/jobs'
import { selectEscalatedTo } from '../../cloud/application/view/queries'
import { inTransaction } from '../../cloud/platform/database'
import { liuqiao } from '../factories/areas'
import { monday, type Office, openOffice } from './office'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.drop())
beforeEach(() => {
  office.now = monday
})

const day = 86_400_000
const at = (moment: string) => {
  office.now = new Date(`${moment}+08:00`)
}
const sweep = () => sweepApplications(office.jobs)
const kinds = async (id: number) => (await office.events(id)).map((e) => e.kind)
const audited = async (id: number, work: string) =>
  (
    await office.sql`select from audit_log where operation = ${`application.${work}`} and target = ${`application:${id}`}`
  ).length
async function accepted(options: Parameters<Office['submit']>[0] = {}) {
  const id = await office.submit(options)
  const owner = (await office.read(id)).ownerId as number
  await office.ask(owner, 'accept', { cases: [await office.seen(id)] })
  return id
}

/** Whom the applicant reads it went up to. */
const escalatedTo = async (id: number) => selectEscalatedTo(office.sql, id, (await office.read(id)).escalation)
const nameOf = async (personId: number) =>
  (await office.sql<{ nickname: string }[]>`select nickname from people where id = ${personId}`)[0]?.nickname

describe('silence', () => {
  it('counts as acceptance once the limit has passed, and not a minute before', async () => {
    const applicantId = await office.person('张文海')
    const id = await office.submit({ applicantId })
    const owner = (await office.read(id)).ownerId as number
    at('2026-11-30T17:00:00')
    await sweep()
    expect((await office.read(id)).status).toBe('submitted')
    at('2026-11-30T17:01:00')
    await sweep()
    // The decision is due from the day it was received: Monday 23rd and five working days, so it is late already, and said so.
    expect(await office.read(id)).toMatchObject({
      status: 'deemedAccepted',
      deadlineKind: 'decision',
      deadlineAt: new Date('2026-11-30T17:00:00+08:00'),
      acceptedAt: monday,
      escalation: 1,
    })
    expect(await office.events(id)).toMatchObject([
      { kind: 'submit' },
      { kind: 'deemAccepted', actor: 'system', personId: null, why: '没有在期限内告知，依法视为受理' },
      { kind: 'escalate', actor: 'system', personId: null },
    ])
    expect((await office.told(applicantId)).at(-1)).toMatchObject({ kind: 'applicationAccepted' })
    expect((await office.told(owner)).filter((n) => n.kind === 'caseOverdue')).not.toEqual([])
    expect(await office.sql`select kind from application_letters where application_id = ${id}`).toEqual([
      { kind: 'receipt' },
    ])
    expect(await audited(id, 'deemAccepted')).toBe(1)
  })

  it('happens once, however many servers look and however late', async () => {
    const made = [await office.submit(), await office.submit(), await office.submit()]
    office.now = new Date(monday.getTime() + 60 * day)
    await Promise.all([sweep(), sweep(), sweep()])
    await sweep()
    for (const id of made) {
      const seen = await kinds(id)
      expect(seen).toEqual(['submit', 'deemAccepted', 'escalate', 'escalate'])
      expect(await audited(id, 'deemAccepted')).toBe(1)
      expect(await audited(id, 'escalate')).toBe(2)
    }
  })

  it('waits for whoever holds the case in their hands at that minute', async () => {
    const id = await office.submit()
    office.now = new Date(monday.getTime() + 20 * day)
    let release = () => {}
    let taken = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    const inHand = new Promise<void>((resolve) => (taken = resolve))
    const holding = inTransaction(office.sql, async (tx) => {
      await tx`select from applications where id = ${id} for update`
      taken()
      await held
    })
    await inHand
    await sweep()
    expect(await kinds(id)).toEqual(['submit'])
    release()
    await holding
    await sweep()
    expect(await kinds(id)).toContain('deemAccepted')
  })
})

describe('what the applicant owes', () => {
  it('is reminded of two days before, once, and lapses when it does not come', async () => {
    const applicantId = await office.person('林小军')
    const id = await office.submit({ applicantId })
    const owner = (await office.read(id)).ownerId as number
    const line = { key: 'floorPlan', what: '没有尺寸', how: '写上再拍' }
    const { dueAt } = await office.ask(owner, 'requestCorrection', { ...(await office.seen(id)), lines: [line] })
    office.now = new Date(dueAt.getTime() - 2 * day - 60_000)
    await sweep()
    const reminders = async () => (await office.told(applicantId)).filter((n) => n.kind === 'applicationLapsing').length
    expect(await reminders()).toBe(0)
    office.now = new Date(dueAt.getTime() - 2 * day + 60_000)
    await sweep()
    await sweep()
    expect(await reminders()).toBe(1)
    office.now = new Date(dueAt.getTime() + 1)
    await sweep()
    const lapsed = await office.read(id)
    expect(lapsed).toMatchObject({ status: 'lapsed', deadlineAt: null })
    expect((await office.told(applicantId)).at(-1)).toMatchObject({ kind: 'applicationLapsed' })
    expect(await reminders()).toBe(1)
  })

  it('takes the acceptance back in writing when what was to follow did not', async () => {
    const applicantId = await office.person('丁志刚')
    const id = await office.submit({ applicantId, documents: ['idCard'], later: ['floorPlan'] })
    const owner = (await office.read(id)).ownerId as number
    const { deferUntil } = await office.ask(owner, 'acceptConditionally', await office.seen(id))
    await office.ask(owner, 'startReview', await office.seen(id))
    const { ownerId } = await office.read(id)
    await office.ask(ownerId as number, 'suspend', { ...(await office.seen(id)), pauseFor: 'test', why: '等检测' })
    office.now = new Date(deferUntil.getTime() + 1)
    await sweep()
    expect((await office.read(id)).status).toBe('lapsed')
    expect((await office.events(id)).at(-1)).toMatchObject({
      kind: 'revokeAcceptance',
      why: '没有在期限内补交：店面平面图，受理撤回',
    })
    expect(await office.sql`select from application_pauses where application_id = ${id} and until_at is null`).toEqual(
      [],
    )
    expect(
      await office.sql`select replaced_at is not null as replaced from application_letters where application_id = ${id}`,
    ).toEqual([{ replaced: true }])
    expect((await office.told(applicantId)).at(-1)).toMatchObject({ kind: 'applicationLapsed' })
  })
})

describe('overdue', () => {
  it('goes up to the approver, a working day later to the supervisor, each step in the history, and no further', async () => {
    const id = await accepted()
    const { deadlineAt } = await office.read(id)
    expect(await escalatedTo(id)).toEqual([])
    const approvers = [await nameOf(office.approver), '县审批']
    office.now = new Date((deadlineAt as Date).getTime() + 1)
    await sweep()
    await sweep()
    expect(await escalatedTo(id)).toEqual([{ role: 'approver', names: approvers }])
    expect(await office.read(id)).toMatchObject({ escalation: 1, status: 'accepted', deadlineAt })
    expect((await office.told(office.approver)).at(-1)).toMatchObject({
      kind: 'caseOverdue',
      facts: { applicationId: id },
    })
    expect((await office.told(office.supervisor)).filter((n) => n.facts.applicationId === id)).toEqual([])
    at('2026-12-01T17:01:00')
    await sweep()
    expect((await office.told(office.supervisor)).filter((n) => n.facts.applicationId === id)).toMatchObject([
      { kind: 'caseOverdue' },
    ])
    expect(await escalatedTo(id)).toEqual([
      { role: 'approver', names: approvers },
      { role: 'supervisor', names: [await nameOf(office.supervisor)] },
    ])
    office.now = new Date(office.now.getTime() + 30 * day)
    await sweep()
    expect((await kinds(id)).filter((k) => k === 'escalate')).toHaveLength(2)
  })

  it('does not go up while the clock lawfully stands still', async () => {
    const id = await accepted()
    await office.ask((await office.read(id)).ownerId as number, 'startReview', await office.seen(id))
    await office.ask((await office.read(id)).ownerId as number, 'suspend', {
      ...(await office.seen(id)),
      pauseFor: 'expertReview',
      why: '专家评审',
    })
    office.now = new Date(monday.getTime() + 90 * day)
    await sweep()
    expect(await kinds(id)).not.toContain('escalate')
  })
})

describe('nobody waits at a person who is away', () => {
  it('moves cases on the first day of an absence, back-ups when the cover is away too, and from whoever lost the role', async () => {
    const away = await office.person('周请假', [['clerk', liuqiao]])
    const cover = await office.person('周顶岗', [['clerk', liuqiao]])
    const mine = [await office.submit(), await office.submit()]
    for (const id of mine)
      if ((await office.read(id)).ownerId !== away) await office.ask(away, 'claim', await office.seen(id))
    const absence = { from: '2026-11-25', until: '2026-11-27', coverPersonId: cover }
    expect(await office.ask(away, 'recordAbsence', absence)).toMatchObject({ moved: 0 })
    at('2026-11-24T23:59:00')
    await sweep()
    expect((await office.read(mine[0] as number)).ownerId).toBe(away)
    at('2026-11-25T00:01:00')
    await sweep()
    for (const id of mine) {
      expect((await office.read(id)).ownerId).toBe(cover)
      expect((await office.events(id)).at(-1)).toMatchObject({ kind: 'handOver', actor: 'system' })
      expect(await audited(id, 'reassign')).toBe(1)
    }
    // The cover leaves the office for good.
    await office.sql`update role_grants set revoked_at = now() where person_id = ${cover}`
    await sweep()
    for (const id of mine) {
      const { ownerId } = await office.read(id)
      expect([away, cover]).not.toContain(ownerId)
      expect(ownerId).not.toBeNull()
    }
  })

  it('leaves a case where it is when nobody else is there, and goes on with the others', async () => {
    const alone = await office.person('独苗', [['clerk', '990101002']])
    const id = await office.submit({ areaCode: '990101002001' })
    expect((await office.read(id)).ownerId).toBe(alone)
    await office.sql`
      insert into staff_absences (person_id, cover_id, days) values (${alone}, ${office.clerk}, daterange('2026-11-20', '2026-11-30'))`
    await office.sql`update role_grants set revoked_at = now() where person_id = ${office.countyApprover}`
    await sweep()
    expect((await office.read(id)).ownerId).toBe(alone)
    await office.sql`update role_grants set revoked_at = null where person_id = ${office.countyApprover}`
    await sweep()
    expect((await office.read(id)).ownerId).toBe(office.countyApprover)
  })
})

describe('afterwards', () => {
  async function delivered(applicantId?: number) {
    const item = await office.publish({ kind: 'onSpot', promisedLimit: 0, retentionMonths: 1 })
    const id = await office.submit({ item, ...(applicantId ? { applicantId } : {}) })
    const owner = (await office.read(id)).ownerId as number
    await office.ask(owner, 'accept', { cases: [await office.seen(id)] })
    await office.ask(owner, 'decide', { ...(await office.seen(id)), outcome: 'approved', reason: '齐全' })
    await office.ask(owner, 'answer', { applicationId: id, words: '证已经好了' })
    return id
  }

  it('closes what was delivered when the time to rate has passed', async () => {
    const id = await delivered()
    office.now = new Date(monday.getTime() + 15 * day)
    await closeApplications(office.jobs)
    expect((await office.read(id)).status).toBe('delivered')
    office.now = new Date(monday.getTime() + 15 * day + 1)
    await closeApplications(office.jobs)
    expect((await office.read(id)).status).toBe('closed')
  })

  it('purges documents and typed values after the retention period, and keeps number, decision and history', async () => {
    const id = await delivered()
    office.now = new Date(monday.getTime() + 16 * day)
    await closeApplications(office.jobs)
    const history = await office.events(id)
    await purgeApplications(office.jobs)
    const [kept] = await office.sql`select form_cipher is null as gone from applications where id = ${id}`
    expect(kept).toEqual({ gone: false })
    office.now = new Date(office.now.getTime() + 32 * day)
    await purgeApplications(office.jobs)
    await purgeApplications(office.jobs)
    const [purged] = await office.sql`
      select number is not null as numbered, outcome, decision_reason as reason, form_cipher, purged_at is not null as purged,
             (select count(*)::int from files f where f.purpose = 'application' and f.purpose_id = a.id and f.status <> 'deleted') as files,
             (select count(*)::int from application_messages m where m.application_id = a.id) as messages
        from applications a where id = ${id}`
    expect(purged).toEqual({
      numbered: true,
      outcome: 'approved',
      reason: '齐全',
      form_cipher: null,
      purged: true,
      files: 0,
      messages: 0,
    })
    expect(await office.events(id)).toEqual(history)
    expect(await audited(id, 'purge')).toBe(1)
    // It can still be looked at.
    expect((await office.ask(office.clerk, 'case', { applicationId: id })).values).toEqual({})
  })

  it('ends a consent to help with its date or with the application', async () => {
    const helper = await office.person('网格员小赵', [['gridWorker', liuqiao]])
    const dated = await office.submit()
    const over = await delivered()
    for (const [id, days] of [
      [dated, 3],
      [over, 100],
    ] as const)
      await office.sql`
        insert into application_helpers (application_id, helper_id, kind, consent_at, until_at)
        values (${id}, ${helper}, 'gridWorker', ${monday}, ${new Date(monday.getTime() + days * day)})`
    await endConsents(office.jobs)
    const live = () => office.sql`select from application_helpers where helper_id = ${helper} and ended_at is null`
    expect(await live()).toHaveLength(2)
    office.now = new Date(monday.getTime() + 4 * day)
    await endConsents(office.jobs)
    expect(await live()).toHaveLength(1)
    expect((await office.events(dated)).at(-1)).toMatchObject({ kind: 'endHelper', actor: 'system' })
    office.now = new Date(monday.getTime() + 16 * day)
    await closeApplications(office.jobs)
    await endConsents(office.jobs)
    expect(await live()).toEqual([])
    expect((await office.events(over)).at(-1)).toMatchObject({ kind: 'endHelper' })
  })
})

it('a case that cannot be settled holds up no other', async () => {
  const others = [await office.submit(), await office.submit()]
  // A version of the item that its row does not have any more cannot be read.
  const item = await office.publish()
  const odd = await office.submit({ item })
  await office.sql`alter table service_item_versions disable trigger user`
  await office.sql`update service_item_versions set content = '{}' where item_id = ${item.itemId}`
  await office.sql`alter table service_item_versions enable trigger user`
  office.now = new Date(monday.getTime() + 20 * day)
  await expect(sweep()).rejects.toThrow()
  expect((await office.read(odd)).status).toBe('submitted')
  for (const id of others) expect((await office.read(id)).status).toBe('deemedAccepted')
  await office.sql`alter table service_item_versions disable trigger user`
  await office.sql`update service_item_versions set content = ${JSON.stringify(item.content)} where item_id = ${item.itemId}`
  await office.sql`alter table service_item_versions enable trigger user`
  await sweep()
  expect((await office.read(odd)).status).toBe('deemedAccepted')
})
