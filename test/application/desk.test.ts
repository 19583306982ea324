import { startClock } from '../../cloud/application/life/clock'
import { seal } from '../../cloud/platform/crypto'
import { NotAllowed, NotFound } from '../../cloud/platform/fault'
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

const later = (hours: number) => {
  office.now = new Date(office.now.getTime() + hours * 3_600_000)
}
const ownerOf = async (id: number) => (await office.read(id)).ownerId as number
const accept = async (id: number) => office.ask(await ownerOf(id), 'accept', { cases: [await office.seen(id)] })
/** A promised case in the hands of an approver. */
async function inReview(options: Parameters<Office['submit']>[0] = {}) {
  const id = await office.submit(options)
  await accept(id)
  await office.ask(await ownerOf(id), 'startReview', await office.seen(id))
  return id
}

describe('accepting', () => {
  it('starts the promised clock, tells the applicant and issues the receipt', async () => {
    const applicantId = await office.person('林小军')
    const id = await office.submit({ applicantId })
    const clerk = await ownerOf(id)
    const answer = await accept(id)
    // Five working days after Monday 2026-11-23.
    expect(answer.rows).toEqual([
      { applicationId: id, version: 3, status: 'accepted', deadlineAt: new Date('2026-11-30T17:00:00+08:00') },
    ])
    expect(await office.events(id)).toMatchObject([
      { kind: 'submit', actor: 'applicant' },
      { kind: 'accept', actor: 'clerk', personId: clerk },
    ])
    expect((await office.told(applicantId)).at(-1)).toMatchObject({ kind: 'applicationAccepted' })
    expect(await office.sql`select kind from application_letters where application_id = ${id}`).toEqual([
      { kind: 'receipt' },
    ])
    expect(
      await office.sql`select role, before ->> 'status' as before, after ->> 'status' as after from audit_log where operation = 'application.accept' and target = ${`application:${id}`}`,
    ).toEqual([{ role: 'clerk', before: 'submitted', after: 'accepted' }])
  })

  it('takes several cases or none', async () => {
    const [one, two] = [await office.submit(), await office.submit({ documents: ['idCard'], later: ['floorPlan'] })]
    for (const id of [one, two])
      if ((await ownerOf(id)) !== office.clerk) await office.ask(office.clerk, 'claim', await office.seen(id))
    const cases = [await office.seen(one), await office.seen(two)]
    expect(await office.refusal(office.clerk, 'accept', { cases })).toMatchObject({
      reason: 'documentsMissing',
      names: ['店面平面图'],
    })
    expect((await office.read(one)).status).toBe('submitted')
  })

  it('accepts with a document to follow, by a date, where the item allows it', async () => {
    const id = await office.submit({ documents: ['idCard'], later: ['floorPlan'] })
    const clerk = await ownerOf(id)
    const answer = await office.ask(clerk, 'acceptConditionally', await office.seen(id))
    expect(answer).toMatchObject({ status: 'conditionallyAccepted', deferUntil: new Date('2026-12-14T17:00:00+08:00') })
    const without = await office.submit({ documents: [], later: ['floorPlan'] })
    expect(await office.refusal(await ownerOf(without), 'acceptConditionally', await office.seen(without))).toEqual({
      reason: 'notDeferrable',
      names: ['身份证'],
    })
    const whole = await office.submit()
    expect(await office.refusal(await ownerOf(whole), 'acceptConditionally', await office.seen(whole))).toEqual({
      reason: 'nothingMissing',
    })
  })
})

describe('whose case it is', () => {
  it('does not exist for a clerk of another community', async () => {
    const id = await office.submit()
    const seen = await office.seen(id)
    await expect(office.ask(office.elsewhere, 'accept', { cases: [seen] })).rejects.toBeInstanceOf(NotFound)
    await expect(office.ask(office.elsewhere, 'case', { applicationId: id })).rejects.toBeInstanceOf(NotFound)
  })

  it('is not changed by a supervisor, who may look', async () => {
    const id = await office.submit()
    const seen = await office.seen(id)
    for (const verb of ['claim', 'startReview', 'resume', 'acceptConditionally', 'askDepartments', 'deliver'] as const)
      await expect(office.ask(office.supervisor, verb, seen)).rejects.toBeInstanceOf(NotAllowed)
    const shown = await office.ask(office.supervisor, 'case', { applicationId: id })
    expect(shown.allowedActions).toEqual([])
    // A clerk elsewhere who supervises the county still takes nothing outside their community.
    const both = await office.person('两职', [
      ['supervisor', '990101'],
      ['clerk', '990101001002'],
    ])
    expect(await office.refusal(both, 'claim', seen)).toEqual({ reason: 'outsideYourArea' })
    await expect(office.ask(both, 'accept', { cases: [seen] })).rejects.toBeInstanceOf(NotFound)
  })

  it('is taken from the queue by one of two, and the second is told by whom', async () => {
    const id = await office.submit()
    const first = await ownerOf(id)
    const second = first === office.clerk ? office.otherClerk : office.clerk
    const seen = await office.seen(id)
    expect(await office.refusal(second, 'accept', { cases: [seen] })).toMatchObject({ reason: 'notYours' })
    await office.ask(second, 'claim', seen)
    expect(await office.refusal(first, 'claim', seen)).toMatchObject({
      reason: 'changed',
      by: second === office.clerk ? '孙丽' : '钱勇',
      status: 'submitted',
      version: seen.version + 1,
      at: monday,
    })
    // Taken up, it is nobody else's any more.
    expect(await office.refusal(first, 'claim', await office.seen(id))).toMatchObject({ reason: 'notYours' })
  })

  it('is handed over with a note, all or none, and never to somebody with a part in it', async () => {
    const kin = await office.person('窗口小吴', [['clerk', liuqiao]])
    const applicantId = await office.person('吴大妈')
    await office.sql`insert into family_members (helper_id, person_id, relation) values (${kin}, ${applicantId}, 'parent')`
    const [one, two] = [await office.submit(), await office.submit({ applicantId })]
    for (const id of [one, two])
      if ((await ownerOf(id)) !== office.clerk) await office.ask(office.clerk, 'claim', await office.seen(id))
    const cases = [await office.seen(one), await office.seen(two)]
    expect(await office.refusal(office.clerk, 'handOver', { cases, toPersonId: kin, note: '我去开会' })).toEqual({
      reason: 'notAColleague',
    })
    expect(await ownerOf(one)).toBe(office.clerk)
    const to = office.otherClerk
    expect(await office.ask(office.clerk, 'handOver', { cases, toPersonId: to, note: '我去开会' })).toEqual({
      moved: 2,
    })
    expect(await ownerOf(two)).toBe(to)
    expect((await office.events(one)).at(-1)).toMatchObject({ kind: 'handOver', why: '我去开会' })
    expect((await office.told(to)).at(-1)).toMatchObject({ kind: 'caseAssigned' })
    const colleagues = await office.ask(office.clerk, 'colleagues', { applicationId: two })
    expect(colleagues.rows.map((r) => r.personId)).not.toContain(kin)
    expect(colleagues.rows.map((r) => r.personId)).toContain(to)
  })
})

describe('the one correction notice', () => {
  it('lists everything, and what could be seen then cannot be objected to again', async () => {
    const id = await office.submit()
    const clerk = await ownerOf(id)
    const line = (key: string) => ({ key, what: '没有尺寸', how: '写上长和宽，重新拍' })
    const first = await office.ask(clerk, 'requestCorrection', {
      ...(await office.seen(id)),
      lines: [line('floorPlan')],
    })
    // Fifteen working days.
    expect(first).toMatchObject({ status: 'correctionRequested', dueAt: new Date('2026-12-14T17:00:00+08:00') })
    await office.correct(id, ['floorPlan'])
    const shown = await office.ask(clerk, 'case', { applicationId: id })
    expect(shown.objectable).toEqual(['floorPlan'])
    const lines = [line('floorPlan'), line('idCard'), line('form')]
    expect(await office.refusal(clerk, 'requestCorrection', { ...(await office.seen(id)), lines })).toEqual({
      reason: 'alreadyTold',
      keys: ['idCard', 'form'],
    })
    // What the correction itself brought may be objected to.
    await office.ask(clerk, 'requestCorrection', { ...(await office.seen(id)), lines: [line('floorPlan')] })
    await expect(
      office.sql`insert into correction_lines (application_id, nth, key, document_round, what, how) values (${id}, 2, 'idCard', 1, 'x', 'y')`,
    ).rejects.toMatchObject({ constraint: 'told_once' })
    expect(
      await office.sql`select count(*)::int as n from application_letters where application_id = ${id} and kind = 'correctionNotice'`,
    ).toEqual([{ n: 2 }])
  })

  it('may ask for what is missing altogether, but not in a second notice', async () => {
    const id = await office.submit({ documents: ['idCard'] })
    const clerk = await ownerOf(id)
    const line = (key: string) => ({ key, what: '没有交', how: '拍一张上传' })
    expect(
      await office.refusal(clerk, 'requestCorrection', { ...(await office.seen(id)), lines: [line('passport')] }),
    ).toEqual({ reason: 'unknownKey', key: 'passport' })
    await office.ask(clerk, 'requestCorrection', { ...(await office.seen(id)), lines: [line('idCard')] })
    await office.correct(id, ['idCard'])
    expect(
      await office.refusal(clerk, 'requestCorrection', { ...(await office.seen(id)), lines: [line('floorPlan')] }),
    ).toEqual({ reason: 'alreadyTold', keys: ['floorPlan'] })
  })

  it('keeps verdicts and the notice being written, and tells nobody', async () => {
    const applicantId = await office.person('何桂芳')
    const id = await office.submit({ applicantId })
    const clerk = await ownerOf(id)
    const before = await office.told(applicantId)
    const notice = [{ key: 'floorPlan', what: '没有尺寸', how: '' }]
    const saved = await office.ask(clerk, 'saveReview', {
      ...(await office.seen(id)),
      verdicts: [
        { key: 'idCard', verdict: 'ok' },
        { key: 'floorPlan', verdict: 'notOk' },
      ],
      notice,
    })
    const shown = await office.ask(clerk, 'case', { applicationId: id })
    expect(shown).toMatchObject({ version: saved.version, noticeDraft: notice, status: 'submitted' })
    expect(shown.documents.map((d) => d.verdict)).toEqual(['ok', 'notOk'])
    expect(await office.told(applicantId)).toEqual(before)
  })
})

describe('the review', () => {
  it('goes to an approver, who is told and decides; a clerk does not', async () => {
    const id = await inReview()
    expect(await ownerOf(id)).toBe(office.approver)
    expect((await office.told(office.approver)).at(-1)).toMatchObject({ kind: 'caseAssigned' })
    const decision = { outcome: 'approved' as const, reason: '' }
    expect(await office.refusal(office.clerk, 'decide', { ...(await office.seen(id)), ...decision })).toEqual({
      reason: 'approverOnly',
    })
    later(1)
    await office.ask(office.approver, 'decide', { ...(await office.seen(id)), ...decision })
    // Electronic: delivered in the same breath.
    expect(await office.read(id)).toMatchObject({ status: 'delivered', outcome: 'approved', deadlineAt: null })
    expect((await office.events(id)).map((e) => [e.kind, e.actor])).toEqual([
      ['submit', 'applicant'],
      ['accept', 'clerk'],
      ['startReview', 'clerk'],
      ['approve', 'approver'],
      ['deliver', 'system'],
    ])
    const [rates] =
      await office.sql`select decided_in_time as "inTime", decided_after_days as days from applications where id = ${id}`
    expect(rates).toEqual({ inTime: true, days: 0 })
  })

  it('is decided by the clerk at once when the item is done on the spot', async () => {
    const item = await office.publish({ kind: 'onSpot', promisedLimit: 0 })
    const id = await office.submit({ item })
    const clerk = await ownerOf(id)
    const { rows } = await accept(id)
    expect(rows[0]?.deadlineAt).toEqual(new Date('2026-11-23T17:00:00+08:00'))
    await office.ask(clerk, 'decide', { ...(await office.seen(id)), outcome: 'approved', reason: '' })
    expect((await office.read(id)).status).toBe('delivered')
  })

  it('never lets anybody decide about themselves or their family', async () => {
    const child = await office.person('方小妹')
    await office.sql`insert into family_members (helper_id, person_id, relation) values (${office.approver}, ${child}, 'child')`
    const own = await inReview({ applicantId: office.approver })
    const kin = await inReview({ applicantId: child })
    for (const id of [own, kin]) {
      // It went to the county's approver in the first place.
      expect(await ownerOf(id)).toBe(office.countyApprover)
      const decision = { ...(await office.seen(id)), outcome: 'approved' as const, reason: '' }
      expect(await office.refusal(office.approver, 'decide', decision)).toEqual({ reason: 'ownCase' })
      const shown = await office.ask(office.approver, 'case', { applicationId: id })
      expect(shown.allowedActions).toEqual([])
    }
  })

  it('refuses without a reason, and needs no opinion or document for a refusal', async () => {
    const item = await office.publish({ reviews: [{ key: 'fire', department: '消防' }] })
    const id = await inReview({ item })
    const approver = await ownerOf(id)
    const seen = await office.seen(id)
    expect(await office.refusal(approver, 'decide', { ...seen, outcome: 'refused', reason: ' ' })).toEqual({
      reason: 'reasonMissing',
    })
    expect(await office.refusal(approver, 'decide', { ...seen, outcome: 'approved', reason: '' })).toEqual({
      reason: 'opinionsMissing',
      departments: ['消防'],
    })
    await office.ask(approver, 'decide', { ...seen, outcome: 'refused', reason: '不在允许开店的楼层' })
    expect(await office.read(id)).toMatchObject({ status: 'delivered', outcome: 'refused' })
  })

  it('approves only when what was to follow later has come', async () => {
    const id = await office.submit({ documents: ['idCard'], later: ['floorPlan'] })
    await office.ask(await ownerOf(id), 'acceptConditionally', await office.seen(id))
    await office.ask(await ownerOf(id), 'startReview', await office.seen(id))
    const decision = { ...(await office.seen(id)), outcome: 'approved' as const, reason: '' }
    expect(await office.refusal(await ownerOf(id), 'decide', decision)).toEqual({
      reason: 'documentsOutstanding',
      names: ['店面平面图'],
    })
  })

  it('asks all departments at once, and both may answer what they saw at the same time', async () => {
    const item = await office.publish({
      reviews: [
        { key: 'fire', department: '消防' },
        { key: 'health', department: '卫健' },
      ],
    })
    const id = await inReview({ item })
    const approver = await ownerOf(id)
    await office.ask(approver, 'askDepartments', await office.seen(id))
    expect(await office.refusal(approver, 'askDepartments', await office.seen(id))).toEqual({ reason: 'alreadyAsked' })
    const queue = await office.ask(office.countyApprover, 'queue', { whose: 'opinions' })
    expect(queue.rows.filter((r) => r.applicationId === id)).toMatchObject([{ next: 'opinion' }])
    expect((await office.ask(office.clerk, 'queue', { whose: 'opinions' })).rows).toEqual([])
    const health = await office.person('卫健小周', [['clerk', '990101']])
    const seen = await office.seen(id)
    await office.ask(office.countyApprover, 'giveOpinion', {
      ...seen,
      key: 'fire',
      agrees: true,
      opinion: '符合消防要求',
    })
    expect(
      await office.refusal(health, 'giveOpinion', { ...seen, key: 'fire', agrees: false, opinion: '再看看' }),
    ).toEqual({ reason: 'alreadyGiven', by: '县审批' })
    await office.ask(health, 'giveOpinion', { ...seen, key: 'health', agrees: true, opinion: '同意' })
    expect(
      await office.refusal(office.clerk, 'giveOpinion', { ...seen, key: 'health', agrees: true, opinion: '同意' }),
    ).toEqual({ reason: 'notAsked' })
    expect((await office.told(approver)).at(-1)).toMatchObject({ facts: { reason: '部门意见都回来了' } })
    await office.ask(approver, 'decide', { ...(await office.seen(id)), outcome: 'approved', reason: '' })
  })
})

describe('the clock', () => {
  it('stands still only while a lawful reason lasts, and goes on with what was left', async () => {
    const id = await inReview()
    const approver = await ownerOf(id)
    const stop = { pauseFor: 'test' as const, why: '等水质检测' }
    later(24) // Tuesday
    await office.ask(approver, 'suspend', { ...(await office.seen(id)), ...stop })
    expect(await office.read(id)).toMatchObject({
      status: 'suspended',
      deadlineAt: null,
      deadlineKind: null,
      escalateAt: null,
    })
    later(48) // Thursday
    const answer = await office.ask(approver, 'resume', await office.seen(id))
    // Monday's case, five days: Tuesday to Thursday do not count, so Friday is the first.
    expect(answer).toMatchObject({ status: 'inReview', deadlineAt: new Date('2026-12-03T17:00:00+08:00') })
    const shown = await office.ask(approver, 'case', { applicationId: id })
    expect(shown.explanation?.rows.filter((r) => r.kind === 'paused').map((r) => r.reason)).toEqual(
      Array(3).fill('等水质检测'),
    )
  })

  it('cannot be stopped any more once it has run out', async () => {
    const id = await inReview()
    const approver = await ownerOf(id)
    later(24 * 10)
    const { deadlineAt } = await office.read(id)
    await office.ask(approver, 'suspend', { ...(await office.seen(id)), pauseFor: 'hearing', why: '听证' })
    expect((await office.read(id)).deadlineAt).toEqual(deadlineAt)
    const shown = await office.ask(approver, 'case', { applicationId: id })
    expect(shown.clock.light).toBe('late')
  })

  it('is extended once, by somebody other than who asked', async () => {
    const id = await inReview()
    const approver = await ownerOf(id)
    const ask = { days: 10, reason: '要实地核查' }
    await office.ask(approver, 'requestExtension', { ...(await office.seen(id)), ...ask })
    const answer = { grant: true, reason: '同意' }
    expect(await office.refusal(approver, 'decideExtension', { ...(await office.seen(id)), ...answer })).toMatchObject({
      reason: 'notYours',
    })
    const granted = await office.ask(office.countyApprover, 'decideExtension', {
      ...(await office.seen(id)),
      ...answer,
    })
    expect(granted.deadlineAt).toEqual(new Date('2026-12-14T17:00:00+08:00'))
    const { applicantId } = await office.read(id)
    expect((await office.told(applicantId)).at(-1)).toMatchObject({
      kind: 'applicationExtended',
      facts: { reason: '要实地核查' },
    })
    for (const who of [approver, office.clerk])
      expect(await office.refusal(who, 'requestExtension', { ...(await office.seen(id)), ...ask })).toEqual({
        reason: 'alreadyExtended',
      })
  })

  it('stays where it was when an extension is declined', async () => {
    const id = await inReview()
    const { deadlineAt } = await office.read(id)
    expect(
      await office.refusal(office.countyApprover, 'decideExtension', {
        ...(await office.seen(id)),
        grant: true,
        reason: '同意',
      }),
    ).toEqual({ reason: 'nothingAsked' })
    await office.ask(office.clerk, 'requestExtension', { ...(await office.seen(id)), days: 5, reason: '人手不够用' })
    const answer = await office.ask(office.approver, 'decideExtension', {
      ...(await office.seen(id)),
      grant: false,
      reason: '请按期办',
    })
    expect(answer.deadlineAt).toEqual(deadlineAt)
    expect((await office.events(id)).at(-1)).toMatchObject({ kind: 'declineExtension', actor: 'approver' })
  })
})

describe('delivering', () => {
  it('posts with a number, from the clerk who had it before', async () => {
    const id = await inReview({ delivery: 'post' })
    const clerk = (await office.events(id)).find((e) => e.kind === 'accept')?.personId as number
    await office.ask(await ownerOf(id), 'decide', { ...(await office.seen(id)), outcome: 'approved', reason: '' })
    expect(await office.read(id)).toMatchObject({
      status: 'approved',
      ownerId: clerk,
      deadlineKind: 'delivery',
      deadlineAt: new Date('2026-12-07T17:00:00+08:00'),
    })
    expect(await office.refusal(clerk, 'deliver', await office.seen(id))).toEqual({ reason: 'trackingNumberMissing' })
    await office.ask(clerk, 'deliver', { ...(await office.seen(id)), trackingNumber: 'SF1234567890' })
    expect((await office.read(id)).status).toBe('delivered')
  })

  it('hands over at the window only to who has come: that is the one visit', async () => {
    const id = await inReview({ delivery: 'pickUp' })
    await office.ask(await ownerOf(id), 'decide', { ...(await office.seen(id)), outcome: 'approved', reason: '' })
    const clerk = await ownerOf(id)
    expect((await office.read(id)).visitsNeeded).toBe(1)
    expect(await office.refusal(clerk, 'deliver', await office.seen(id))).toEqual({ reason: 'visitMissing' })
    await visit(id, clerk)
    await office.ask(clerk, 'deliver', await office.seen(id))
    expect((await office.ask(clerk, 'case', { applicationId: id })).visits).toBe(1)
  })

  it('waits with the decision for the visit that shows the originals', async () => {
    const id = await inReview({ visitsNeeded: 1 })
    const decision = { outcome: 'approved' as const, reason: '' }
    expect(await office.refusal(await ownerOf(id), 'decide', { ...(await office.seen(id)), ...decision })).toEqual({
      reason: 'visitMissing',
    })
    await visit(id, office.clerk)
    await office.ask(await ownerOf(id), 'decide', { ...(await office.seen(id)), ...decision })
  })

  /** Somebody came and was checked in. */
  async function visit(id: number, by: number): Promise<void> {
    const [w] = await office.sql<{ id: number }[]>`
      insert into service_windows (area_code, name, department, place, phone) values (${liuqiao}, ${`柳桥窗口${id}`}, '便民中心', '柳桥路 1 号', '5550101') returning id`
    await office.sql`insert into service_window_slots (window_id, starts_at, capacity, taken) values (${w?.id}, ${office.now}, 1, 1)`
    await office.sql`
      insert into appointments (application_id, window_id, starts_at, code, status, booked_by, checked_in_at, checked_in_by)
      values (${id}, ${w?.id}, ${office.now}, ${`V${id}`}, 'checkedIn', ${by}, ${office.now}, ${by})`
  }
})

describe('absence', () => {
  it('moves everything to the cover on the first day, and nothing new comes', async () => {
    const away = await office.person('周请假', [['clerk', '990101001001']])
    const id = await office.submit()
    if ((await ownerOf(id)) !== away) await office.ask(away, 'claim', await office.seen(id))
    const days = { from: '2026-11-23', until: '2026-11-25' }
    expect(await office.refusal(away, 'recordAbsence', { ...days, coverPersonId: office.elsewhere })).toEqual({
      reason: 'notAColleague',
    })
    expect(
      await office.refusal(away, 'recordAbsence', {
        from: '2026-11-25',
        until: '2026-11-24',
        coverPersonId: office.clerk,
      }),
    ).toEqual({ reason: 'endsBeforeItBegins' })
    const { moved } = await office.ask(away, 'recordAbsence', { ...days, coverPersonId: office.clerk })
    expect(moved).toBe(1)
    expect(await ownerOf(id)).toBe(office.clerk)
    expect((await office.events(id)).at(-1)).toMatchObject({ kind: 'handOver', actor: 'system', personId: null })
    for (let n = 0; n < 4; n++) expect(await ownerOf(await office.submit())).not.toBe(away)
    const cases = [await office.seen(id)]
    expect(await office.refusal(office.clerk, 'handOver', { cases, toPersonId: away, note: '还给你' })).toEqual({
      reason: 'colleagueAway',
      until: new Date('2026-11-26T00:00:00+08:00'),
    })
    expect(await office.refusal(office.clerk, 'recordAbsence', { ...days, coverPersonId: away })).toMatchObject({
      reason: 'colleagueAway',
    })
    expect(
      await office.refusal(away, 'recordAbsence', {
        from: '2026-11-25',
        until: '2026-11-27',
        coverPersonId: office.clerk,
      }),
    ).toEqual({ reason: 'overlaps', from: '2026-11-23', until: '2026-11-25' })
    const { rows } = await office.ask(away, 'absences', {})
    expect(rows).toEqual([{ absenceId: expect.any(Number), ...days, coverName: '孙丽' }])
    await office.ask(away, 'endAbsence', { absenceId: rows[0]?.absenceId as number })
    expect((await office.ask(away, 'absences', {})).rows).toEqual([])
  })
})

describe('one case on one page', () => {
  it('shows only what may be done next, opens files to nobody by accident, and writes down who read it', async () => {
    const id = await office.submit()
    const clerk = await ownerOf(id)
    const shown = await office.ask(clerk, 'case', { applicationId: id })
    expect(shown.allowedActions).toEqual(['review', 'accept', 'requestCorrection', 'handOver', 'say'])
    expect(shown.values).toEqual({ shop: '桂英小面馆' })
    const other = clerk === office.clerk ? office.otherClerk : office.clerk
    expect((await office.ask(other, 'case', { applicationId: id })).allowedActions).toEqual(['claim', 'say'])
    expect(
      await office.sql`select person_id as who from audit_log where operation = 'application.case' and target = ${`application:${id}`} order by id`,
    ).toEqual([{ who: clerk }, { who: other }])
  })

  it('shows the ends of a number, and all of it only to whoever is responsible, who is written down', async () => {
    const applicantId = await office.person('吴桂英')
    const sealed = seal(office.jobs.services.keys.field, '13711110001')
    const hash = sealed.subarray(0, 32)
    await office.sql`
      update people set phone_cipher = ${sealed}, phone_hash = ${hash}, masked_phone = '137****0001' where id = ${applicantId}`
    const id = await office.submit({ applicantId })
    const clerk = await ownerOf(id)
    const other = clerk === office.clerk ? office.otherClerk : office.clerk
    const reveal = { applicationId: id }
    for (const who of [clerk, other, office.approver, office.supervisor]) {
      const shown = await office.ask(who, 'case', reveal)
      expect(shown.maskedPhone).toBe('137****0001')
      expect(JSON.stringify(shown)).not.toContain('13711110001')
      expect(shown.allowedActions.includes('revealPhone')).toBe(who === clerk)
    }
    expect(await office.ask(clerk, 'revealPhone', reveal)).toEqual({ phone: '13711110001' })
    const { nickname } = (await office.sql<{ nickname: string }[]>`select nickname from people where id = ${clerk}`)[0]!
    for (const who of [other, office.approver])
      expect(await office.refusal(who, 'revealPhone', reveal)).toEqual({ reason: 'notYours', owner: nickname })
    await expect(office.ask(office.elsewhere, 'revealPhone', reveal)).rejects.toBeInstanceOf(NotFound)
    await expect(office.ask(office.supervisor, 'revealPhone', reveal)).rejects.toBeInstanceOf(NotAllowed)
    // Once the applicant took it back there is nothing to call about.
    await office.ask(applicantId, 'withdraw', reveal)
    expect(await office.refusal(clerk, 'revealPhone', reveal)).toEqual({ reason: 'wrongStatus', status: 'withdrawn' })
    expect((await office.ask(clerk, 'case', reveal)).allowedActions).not.toContain('revealPhone')
    expect(
      await office.sql`
        select person_id as who, role, after from audit_log where operation = 'application.revealPhone' and target = ${`application:${id}`}`,
    ).toEqual([{ who: clerk, role: 'clerk', after: { read: 'phone' } }])
  })

  it('keeps what was typed, handed in and said from whoever only watches, until an appeal waits for the answer', async () => {
    const applicantId = await office.person('丁志刚')
    const id = await office.submit({ applicantId })
    await office.ask(applicantId, 'say', { applicationId: id, words: '我家的事' })
    const [looks, handles] = [
      await office.ask(office.supervisor, 'case', { applicationId: id }),
      await office.ask(await ownerOf(id), 'case', { applicationId: id }),
    ]
    expect(handles).toMatchObject({
      withheld: false,
      values: { shop: '桂英小面馆' },
      messages: [{ words: '我家的事' }],
    })
    expect(handles.documents.some(({ files }) => files.length > 0)).toBe(true)
    expect(looks).toMatchObject({ withheld: true, values: {}, postTo: null, messages: [] })
    expect(looks.documents.map(({ name, files }) => ({ name, files }))).toEqual(
      handles.documents.map(({ name }) => ({ name, files: [] })),
    )
    expect(looks.clock).toEqual(handles.clock)
    await accept(id)
    await office.ask(await ownerOf(id), 'startReview', await office.seen(id))
    const refusal = { outcome: 'refused', reason: '店面在居民楼内，不合规定' } as const
    await office.ask(await ownerOf(id), 'decide', { ...(await office.seen(id)), ...refusal })
    const waits = { ...startClock('appeal', office.now, 5), ownerId: office.supervisor, endedAt: null, keepUntil: null }
    await office.step(id, { kind: 'appeal', actor: 'applicant', personId: applicantId, why: '不服', set: waits })
    expect(await office.ask(office.supervisor, 'case', { applicationId: id })).toMatchObject({
      withheld: false,
      values: { shop: '桂英小面馆' },
    })
  })

  it('carries words to the applicant', async () => {
    const applicantId = await office.person('丁志刚')
    const id = await office.submit({ applicantId })
    await office.ask(await ownerOf(id), 'answer', { applicationId: id, words: '您好，正在看您的材料' })
    expect((await office.told(applicantId)).at(-1)).toMatchObject({ kind: 'applicationMessage' })
    const shown = await office.ask(office.clerk, 'case', { applicationId: id })
    expect(shown.messages).toMatchObject([{ from: 'staff', words: '您好，正在看您的材料' }])
  })
})
