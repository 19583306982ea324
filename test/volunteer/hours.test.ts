import { PDFDocument } from '@cantoo/pdf-lib'
import type { TestPerson } from '../cloud'
import { county, yunling } from '../factories/areas'
import { helper, type Neighbourhood, neighbour, openNeighbourhood } from '../factories/help'
import { somebody } from '../factories/volunteers'

let n: Neighbourhood
let chen: TestPerson
beforeEach(async () => {
  n = await openNeighbourhood()
  chen = await helper(n, '陈国华')
})
afterEach(() => n.stop())

const sunday = (clock: string) => new Date(`2026-11-29T${clock}:00+08:00`)
const log = (from: string, until: string, as = chen, what = '帮李奶奶搬家') =>
  n.cloud.send(as, 'volunteer.logHours', { from: sunday(from), until: sunday(until), what })
const logged = async (from: string, until: string) => (await log(from, until)).body.result?.value?.recordId as number
const review = (recordId: number, accept = true, reason = '', as = n.admin) =>
  n.cloud.send(as, 'volunteer.reviewHours', { recordId, accept, reason })
const mine = (as = chen) => n.cloud.ask(as, 'volunteer.myHours', {})
const waiting = async (as: TestPerson) => (await n.cloud.ask(as, 'volunteer.hoursToReview', {})).rows
const refusal = (reply: Awaited<ReturnType<typeof log>>) => reply.body.result?.refusal ?? reply.status

describe('logged by oneself', () => {
  it('counts when the community has looked, not before', async () => {
    const recordId = await logged('09:00', '11:30')
    expect(await mine()).toMatchObject({
      countedMinutes: 0,
      waitingMinutes: 150,
      rows: [{ status: 'waiting', title: '帮李奶奶搬家' }],
    })
    expect(await waiting(n.admin)).toMatchObject([
      { recordId, name: '陈国华', minutes: 150, dayMinutes: 150, areaName: '柳桥社区' },
    ])
    expect((await review(recordId)).body.result?.ok).toBe(true)
    expect(await mine()).toMatchObject({ countedMinutes: 150, waitingMinutes: 0, thisYearMinutes: 150 })
    expect((await n.cloud.ask(chen, 'inbox.list', {})).rows[0]?.kind).toBe('hoursCounted')
    expect(refusal(await review(recordId))).toEqual({ reason: 'alreadyReviewed' })
  })

  it('is not counted with a reason, never without', async () => {
    const recordId = await logged('09:00', '11:00')
    expect(refusal(await review(recordId, false))).toEqual({ reason: 'reasonNeeded' })
    await review(recordId, false, '那天没有这件事')
    expect(await mine()).toMatchObject({
      countedMinutes: 0,
      waitingMinutes: 0,
      rows: [{ status: 'refused', reviewReason: '那天没有这件事' }],
    })
    // The hour is free again.
    expect(refusal(await log('09:00', '10:00'))).toBe(200)
  })

  it('never twice for one hour, not in the future, not long ago, not longer than a day', async () => {
    await logged('09:00', '11:00')
    expect(refusal(await log('10:30', '12:00'))).toEqual({ reason: 'overlaps' })
    expect(refusal(await log('11:00', '11:30'))).toBe(200)
    const times = async (from: Date, until: Date) =>
      refusal(await n.cloud.send(chen, 'volunteer.logHours', { from, until, what: '巡逻' }))
    expect(await times(sunday('13:00'), sunday('12:00'))).toEqual({ reason: 'timesWrong', why: 'order' })
    expect(await times(n.now(), new Date(n.now().getTime() + 3_600_000))).toEqual({
      reason: 'timesWrong',
      why: 'notYet',
    })
    expect(await times(new Date('2026-10-01T08:00:00+08:00'), new Date('2026-10-01T09:00:00+08:00'))).toEqual({
      reason: 'timesWrong',
      why: 'tooOld',
    })
    expect(refusal(await log('13:00', '14:00', await neighbour(n)))).toBe(403)
  })
})

describe('a long day', () => {
  const served = (from: string, until: string) =>
    n.cloud.sql`
      insert into service_records (person_id, served) values (${chen.personId}, tstzrange(${sunday(from)}, ${sunday(until)})) returning status, review_level as level`

  it('of eight hours counts by itself, of twelve when the community agrees, of more when the county does', async () => {
    expect(await served('06:00', '14:00')).toEqual([{ status: 'counted', level: null }])
    expect(await served('14:00', '16:00')).toEqual([{ status: 'waiting', level: 'community' }])
    expect(await served('17:00', '20:00')).toEqual([{ status: 'waiting', level: 'county' }])
    const head = await somebody(n.cloud, ['communityAdmin', county])
    expect((await waiting(n.admin)).map((row) => row.minutes)).toEqual([120])
    expect((await waiting(head)).map((row) => row.minutes)).toEqual([120, 180])
    const [, long] = await waiting(head)
    expect(refusal(await review(long?.recordId as number))).toBe(404)
    expect(refusal(await review(long?.recordId as number, true, '', head))).toBe(200)
    expect(await mine()).toMatchObject({ countedMinutes: 660, waitingMinutes: 120 })
  })

  it('belongs to the day of the county, not of Greenwich', async () => {
    expect(await served('00:30', '08:30')).toEqual([{ status: 'counted', level: null }])
    const evening = n.cloud.sql`
      insert into service_records (person_id, served)
      values (${chen.personId}, tstzrange(${new Date('2026-11-28T23:00:00+08:00')}, ${new Date('2026-11-28T23:50:00+08:00')})) returning status`
    expect(await evening).toEqual([{ status: 'counted' }])
  })
})

describe('a correction', () => {
  it('is a record of its own that takes the place of the old one when the community agrees', async () => {
    const old = await logged('09:00', '11:00')
    await review(old)
    const { recordId } = await n.cloud.ask(chen, 'volunteer.correctHours', {
      recordId: old,
      from: sunday('09:00'),
      until: sunday('12:00'),
      why: '忘了签退',
    })
    expect(await mine()).toMatchObject({ countedMinutes: 120, waitingMinutes: 0 })
    expect(await waiting(n.admin)).toMatchObject([
      { recordId, instead: { from: sunday('09:00'), until: sunday('11:00') }, why: '忘了签退' },
    ])
    await review(recordId)
    const { rows, countedMinutes } = await mine()
    expect(countedMinutes).toBe(180)
    expect(rows.map((row) => [row.source, row.status, row.title])).toEqual([
      ['correction', 'counted', '帮李奶奶搬家'],
      ['selfLogged', 'replaced', '帮李奶奶搬家'],
    ])
    await expect(
      n.cloud.sql`update service_records set served = tstzrange(now(), now() + interval '1 hour') where id = ${old}`,
    ).rejects.toThrow('never edited')
    await expect(n.cloud.sql`delete from service_records where id = ${old}`).rejects.toThrow('never edited')
  })

  it('only one at a time, only of one’s own', async () => {
    const old = await logged('09:00', '11:00')
    await review(old)
    const correct = (as: TestPerson) =>
      n.cloud.send(as, 'volunteer.correctHours', {
        recordId: old,
        from: sunday('09:00'),
        until: sunday('12:00'),
        why: '忘了签退',
      })
    expect((await correct(await neighbour(n))).status).toBe(404)
    const [a, b] = await Promise.all([correct(chen), correct(chen)])
    expect([refusal(a), refusal(b)]).toContainEqual({ reason: 'alreadyCorrected' })
  })
})

describe('nobody else', () => {
  it('sees my hours, and nobody reviews his own', async () => {
    const recordId = await logged('09:00', '11:00')
    const luo = await helper(n, '罗小梅')
    expect(await mine(luo)).toMatchObject({ rows: [], waitingMinutes: 0 })
    const elsewhere = await somebody(n.cloud, ['communityAdmin', yunling])
    expect(await waiting(elsewhere)).toEqual([])
    expect(refusal(await review(recordId, true, '', elsewhere))).toBe(404)
    await n.cloud
      .sql`insert into role_grants (person_id, role, area_code) values (${chen.personId}, 'communityAdmin', '990101001001')`
    const both = await n.cloud.signIn(chen.openid, { consent: false })
    expect(await waiting(both)).toEqual([])
    expect(refusal(await review(recordId, true, '', both))).toBe(404)
  })
})

describe('平台服务记录', () => {
  it('says what was counted, and anybody can check its code without learning more', async () => {
    await review(await logged('09:00', '11:00'))
    const year = await n.cloud.ask(chen, 'volunteer.myYear', { year: 2026 })
    expect(year).toMatchObject({ minutes: 120, tasks: 0, activities: 1 })
    expect(year.months[10]).toEqual({ month: 11, minutes: 120 })
    const days = { fromOn: '2026-01-01', untilOn: '2026-12-31' }
    const { statementId, checkCode } = await n.cloud.ask(chen, 'volunteer.issueStatement', days)
    const file = await n.cloud.ask(chen, 'volunteer.statement', { statementId })
    expect((await PDFDocument.load(Buffer.from(file.base64, 'base64'))).getPageCount()).toBe(1)
    const check = (code: string) => n.cloud.ask(null, 'volunteer.checkStatement', { code })
    expect(await check(checkCode.toLowerCase().replaceAll('-', ' '))).toEqual({
      statement: {
        name: '陈**',
        fromOn: '2026-01-01',
        untilOn: '2026-12-31',
        minutes: 120,
        records: 1,
        issuedOn: '2026-11-30',
      },
    })
    expect(await check('AAAA-AAAA-AAAA-A')).toEqual({ statement: null })
    // What is recorded later does not change a paper that is out.
    await review(await logged('13:00', '14:00'))
    expect((await check(checkCode)).statement?.minutes).toBe(120)
    const luo = await helper(n, '罗小梅')
    expect((await n.cloud.send(luo, 'volunteer.statement', { statementId })).status).toBe(404)
    expect((await n.cloud.send(luo, 'volunteer.issueStatement', days)).body.result?.refusal).toEqual({
      reason: 'nothingThere',
    })
  })
})
