import { startTestCloud, type TestCloud, type TestPerson } from '../cloud'
import { decide, type Office, openOffice, resident, submit } from '../factories/applications'
import { publishItem } from '../factories/services'
import { readPdf, withoutGaps, wordsOf } from '../platform/read-pdf'

/** After the decision: letters that anyone can check, ratings, call-backs, appeals, and what the supervisor sees of it. */

let cloud: TestCloud
let office: Office
let code: string
let now = new Date('2026-11-24T01:00:00Z')
beforeAll(async () => {
  cloud = await startTestCloud({}, { now: () => now })
  office = await openOffice(cloud)
  code = await publishItem(cloud, office.admin)
})
afterAll(() => cloud.stop())
afterEach(() => {
  now = new Date('2026-11-24T01:00:00Z')
})

const detail = (who: TestPerson, applicationId: number) => cloud.ask(who, 'application.detail', { applicationId })
const refusal = async (who: TestPerson, name: string, input: object) => {
  const { body } = await cloud.send(who, name, input)
  return body.result?.ok === false ? body.result.refusal : body
}
const later = (days: number) => {
  now = new Date(now.getTime() + days * 86_400_000)
}
async function decided(outcome: 'approved' | 'refused' = 'approved') {
  const who = await resident(cloud)
  const { applicationId } = await submit(cloud, who, code)
  await decide(cloud, office, applicationId, outcome)
  return { who, applicationId }
}

describe('a letter', () => {
  it('is a PDF that says what was decided and how to appeal, and its code can be checked by anybody', async () => {
    const { who, applicationId } = await decided('refused')
    const { letters, number } = await detail(who, applicationId)
    const letter = letters.find((l) => l.kind === 'decision')
    const { base64, mimeType } = await cloud.ask(who, 'application.letter', { letterId: letter?.letterId ?? 0 })
    expect(mimeType).toBe('application/pdf')
    const text = withoutGaps(wordsOf(readPdf(Buffer.from(base64, 'base64'))))
    for (const words of [number, '办理决定书', '不予批准', '店面在居民楼内', '食品安全法', '行政复议'])
      expect(text).toContain(words)

    const typed = letter?.checkCode.toLowerCase().replaceAll('-', ' ') ?? ''
    const { letter: found } = await cloud.ask(null, 'application.checkLetter', { code: typed })
    expect(found).toEqual({
      kind: 'decision',
      number,
      itemName: '小餐饮店登记',
      department: '县市场监管局',
      issuedOn: '2026-11-24',
      outcome: 'refused',
      applicant: '吴**',
      replaced: false,
    })
    expect(await cloud.ask(null, 'application.checkLetter', { code: 'ABCD-EFGH-JKLM-N' })).toEqual({ letter: null })
  })

  it('is nobody else’s to open', async () => {
    const { who, applicationId } = await decided()
    const letterId = (await detail(who, applicationId)).letters[0]?.letterId ?? 0
    expect(await cloud.send(await resident(cloud), 'application.letter', { letterId })).toMatchObject({ status: 404 })
    expect(await cloud.send(office.clerk, 'application.letter', { letterId })).toMatchObject({ status: 200 })
  })
})

describe('a rating', () => {
  it('is given once, can be changed for seven days, and not after', async () => {
    const { who, applicationId } = await decided()
    const { changeableUntil } = await cloud.ask(who, 'application.rate', { applicationId, level: 5, words: '很快' })
    later(6)
    await cloud.ask(who, 'application.rate', { applicationId, level: 4, words: '还行' })
    expect((await detail(who, applicationId)).rating).toMatchObject({ level: 4, words: '还行', changeableUntil })
    later(2)
    expect(await refusal(who, 'application.rate', { applicationId, level: 5 })).toMatchObject({ reason: 'tooLate' })
    expect(await cloud.sql`select from application_ratings where application_id = ${applicationId}`).toHaveLength(1)
  })

  it('is not for whoever has no result yet, nor for strangers', async () => {
    const who = await resident(cloud)
    const { applicationId } = await submit(cloud, who, code)
    expect(await refusal(who, 'application.rate', { applicationId, level: 5 })).toMatchObject({ reason: 'wrongStatus' })
    expect(await cloud.send(office.clerk, 'application.rate', { applicationId, level: 5 })).toMatchObject({
      status: 404,
    })
  })

  it('that is poor opens a call-back by somebody who had no part in it; the rated see neither who nor which case', async () => {
    const { who, applicationId } = await decided()
    const { callBackBy } = await cloud.ask(who, 'application.rate', { applicationId, level: 1, words: '等太久' })
    expect(callBackBy).toEqual(new Date('2026-12-01T09:00:00Z'))
    expect((await cloud.ask(office.approver, 'application.callBacks', {})).rows).toEqual([])
    const [row] = (await cloud.ask(office.admin, 'application.callBacks', {})).rows
    expect(row).toMatchObject({ level: 1, words: '等太久', mine: true, dueAt: callBackBy })
    const callBackId = row?.callBackId ?? 0
    expect(
      await refusal(office.supervisor, 'application.callBack', { callBackId, answer: '替别人答复' }),
    ).toMatchObject({ reason: 'notYours' })
    await cloud.ask(office.admin, 'application.callBack', { callBackId, answer: '已当面道歉，流程改了' })
    expect(await refusal(office.admin, 'application.callBack', { callBackId, answer: '再答复一次' })).toMatchObject({
      reason: 'alreadyDone',
    })
    expect((await detail(who, applicationId)).rating).toMatchObject({ answer: '已当面道歉，流程改了' })
    const events = JSON.stringify(await cloud.ask(office.clerk, 'application.case', { applicationId }))
    expect(events).not.toContain('等太久')
  })
})

describe('an appeal', () => {
  it('is answered by the supervisor: upheld, and that is the end of it', async () => {
    const { who, applicationId } = await decided('refused')
    await cloud.ask(who, 'application.appeal', { applicationId, words: '我家不是居民楼，是临街商铺' })
    expect(await detail(who, applicationId)).toMatchObject({ status: 'underAppeal', clock: { kind: 'appeal' } })
    expect(await refusal(who, 'application.appeal', { applicationId, words: '再说一遍再说一遍' })).toMatchObject({
      reason: 'alreadyAppealed',
    })
    const [row] = (await cloud.ask(office.supervisor, 'application.appeals', {})).rows
    expect(row).toMatchObject({ applicationId })
    for (const other of [office.clerk, office.approver, office.admin])
      expect(
        await cloud.send(other, 'application.answerAppeal', {
          appealId: row?.appealId,
          uphold: true,
          answer: '维持原决定',
        }),
      ).toMatchObject({ status: 403 })
    await cloud.ask(office.supervisor, 'application.answerAppeal', {
      appealId: row?.appealId ?? 0,
      uphold: true,
      answer: '现场看过，确实在居民楼内',
    })
    expect(await detail(who, applicationId)).toMatchObject({
      status: 'delivered',
      appeal: { answer: '现场看过，确实在居民楼内' },
    })
  })

  it('that is right is decided anew by somebody else, and the old letter says that it was replaced', async () => {
    const { who, applicationId } = await decided('refused')
    const old = (await detail(who, applicationId)).letters.find((l) => l.kind === 'decision')?.checkCode ?? ''
    await cloud.ask(who, 'application.appeal', { applicationId, words: '我家是临街商铺，照片为证' })
    const open = (await cloud.ask(office.supervisor, 'application.appeals', {})).rows.find(
      (r) => r.applicationId === applicationId,
    )
    await cloud.ask(office.supervisor, 'application.answerAppeal', {
      appealId: open?.appealId ?? 0,
      uphold: false,
      answer: '照片清楚，重新办',
    })
    const seen = await cloud.ask(office.clerk, 'application.case', { applicationId })
    expect(seen).toMatchObject({ status: 'inReview', decision: null })
    expect(seen.ownerId).not.toBe(office.approver.personId)
    expect((await cloud.ask(null, 'application.checkLetter', { code: old })).letter).toMatchObject({
      outcome: 'refused',
    })
  })

  it('comes too late after the days the county sets', async () => {
    const settings = await cloud.ask(office.admin, 'application.settings', {})
    await cloud.ask(office.admin, 'application.saveSettings', { ...settings, appealDays: 15 })
    const { who, applicationId } = await decided('refused')
    later(16)
    expect(await refusal(who, 'application.appeal', { applicationId, words: '才想起来要申诉' })).toMatchObject({
      reason: 'tooLate',
    })
  })
})

describe('the board', () => {
  it('computes rates from what happened, for those who watch the area and nobody else', async () => {
    const board = await cloud.ask(office.supervisor, 'application.board', {})
    const [truth] = await cloud.sql<{ decided: number; zero: number }[]>`
      select count(*)::int as decided,
             (count(*) filter (where not exists (select from appointments p where p.application_id = a.id and p.status = 'checkedIn')))::int as zero
        from applications a where decided_at is not null`
    expect(board.total.decided).toBe(truth?.decided)
    expect(board.total.zeroVisitRate).toBeCloseTo((truth?.zero ?? 0) / (truth?.decided ?? 1))
    expect(board.byDepartment).toMatchObject([{ department: '县市场监管局', decided: truth?.decided }])
    expect(await cloud.send(office.clerk, 'application.board', {})).toMatchObject({ status: 403 })
    expect(await cloud.send(office.approver, 'application.board', { areaCode: '990101002' })).toMatchObject({
      status: 403,
    })
    const file = await cloud.ask(office.supervisor, 'application.exportBoard', {})
    expect(Buffer.from(file.base64, 'base64').subarray(0, 2).toString()).toBe('PK')
  })

  it('is public only where the group is large enough to hide everybody in it', async () => {
    expect((await cloud.ask(null, 'application.publicRates', {})).byDepartment).toEqual([])
    for (let n = 0; n < 4; n++) await decided()
    const { byDepartment } = await cloud.ask(null, 'application.publicRates', {})
    expect(byDepartment).toHaveLength(1)
    expect(byDepartment[0]?.decided).toBeGreaterThanOrEqual(10)
  })

  it('settings are changed by the county’s administrator within what the law allows', async () => {
    const before = await cloud.ask(office.admin, 'application.settings', {})
    expect(await cloud.send(office.admin, 'application.saveSettings', { ...before, noticeDays: 6 })).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'noticeDays' }] },
    })
    await cloud.ask(office.admin, 'application.saveSettings', { ...before, noticeDays: 3 })
    expect(await cloud.ask(office.supervisor, 'application.settings', {})).toMatchObject({ noticeDays: 3 })
    expect(await cloud.send(office.clerk, 'application.saveSettings', before)).toMatchObject({ status: 403 })
  })
})
