import fc from 'fast-check'
import { addDays } from '../../cloud/deadlines/day'
import { endOfPeriod, type Owed, owedMeetings, periodOf } from '../../cloud/hub/branch/rules'
import { type MeetingKind, meetingPeriods } from '../../types/hub'
import type { TestPerson } from '../cloud'
import { picture } from '../factories/applications'
import { county, liuqiao, yunling } from '../factories/areas'
import { aBranch, aMember, aPartyMember, type Branch, branchOf } from '../factories/branches'
import { type Community, hubOf, openCommunity } from '../factories/hubs'
import { somebody } from '../factories/volunteers'

let c: Community
let branch: Branch
let secretary: TestPerson
let committee: TestPerson
let luo: TestPerson
let afar: TestPerson
beforeAll(async () => {
  c = await openCommunity()
  branch = await aBranch(c)
  secretary = branch.secretary
  committee = await aMember(c.cloud, branch, '支委阿宝', { post: 'committee' })
  luo = await aMember(c.cloud, branch, '罗大姐')
  afar = await aMember(c.cloud, branch, '远行的何', { floating: true })
})
beforeEach(async () => {
  await c.begin()
  await c.cloud.sql`truncate branch_meetings cascade`
})
afterAll(() => c.stop())

const ask: Community['cloud']['ask'] = (...a) => c.cloud.ask(...a)
const status = async (as: TestPerson, name: string, input: object) => (await c.cloud.send(as, name, input)).status
const refusal = async (as: TestPerson, name: string, input: object) =>
  (await c.cloud.send(as, name, input)).body.result?.refusal
const kinds = async (as: TestPerson) => (await ask(as, 'inbox.list', {})).rows.map((row) => row.kind)
const inHours = (hours: number) => new Date(c.now().getTime() + hours * 3_600_000)
const meetingOf = (kind: MeetingKind = 'general', from = 24) => ({
  kind,
  title: '十二月会议',
  place: '社区二楼会议室',
  remoteWay: '腾讯会议 123-456',
  startsAt: inHours(from),
  endsAt: inHours(from + 2),
})
const meeting = (as: TestPerson, meetingId: number) => ask(as, 'hub.branchMeeting', { meetingId })
const everybody = () => [secretary, committee, luo, afar]

describe('who belongs to a branch', () => {
  it('is seen by the branch alone, whatever role somebody holds', async () => {
    const seen = await ask(luo, 'hub.branchMembers', {})
    expect(seen.rows.map(({ post, floating }) => [post, floating])).toHaveLength(4)
    expect(seen.rows.find((row) => row.personId === afar.personId)).toMatchObject({ name: '远行的何', floating: true })
    const elsewhere = (await aBranch(c)).secretary
    const supervisor = await somebody(c.cloud, ['supervisor', county], ['communityAdmin', county])
    for (const as of [c.admin, c.gridWorker, supervisor, elsewhere, await aPartyMember(c.cloud, '无支部')])
      expect(JSON.stringify(await ask(as, 'hub.branchMembers', {}))).not.toContain('罗大姐')
    const listed = await ask(c.admin, 'hub.branches', {})
    expect(listed.rows.find((row) => row.branchId === branch.branchId)).toMatchObject({
      members: 4,
      secretaryName: '高书记',
    })
    expect(JSON.stringify(listed)).not.toContain('罗大姐')
    expect(await status(luo, 'hub.branches', {})).toBe(403)
  })

  it('is changed by its secretary alone; a number of no member looks like an unknown one', async () => {
    const stranger = await somebody(c.cloud)
    await ask(stranger, 'people.bindPhone', { code: 'phone:13655550001:stranger' })
    const input = { phone: '13655550001', post: 'member', sinceOn: '2026-11-01' }
    expect(await status(committee, 'hub.addBranchMember', input)).toBe(404)
    for (const phone of ['13655550001', '13655550002'])
      expect(await refusal(secretary, 'hub.addBranchMember', { ...input, phone })).toEqual({
        reason: 'notAPartyMember',
      })
    const other = await aBranch(c)
    const ma = await aPartyMember(c.cloud, '马师傅')
    const both = await Promise.all(
      [secretary, other.secretary].map((as) => c.cloud.send(as, 'hub.addBranchMember', { ...input, phone: ma.phone })),
    )
    expect(both.filter(({ body }) => body.result?.ok)).toHaveLength(1)
    expect(both.find(({ body }) => !body.result?.ok)?.body.result?.refusal).toEqual({ reason: 'inAnotherBranch' })
    const his = both[0]?.body.result?.ok ? secretary : other.secretary
    await ask(his, 'hub.changeBranchMember', { personId: ma.personId, post: 'member', untilOn: '2026-11-30' })
    expect((await ask(ma, 'hub.myBranch', {})).branch).toBeNull()
    expect((await ask(ma, 'hub.branchMembers', {})).rows).toEqual([])
  })

  it('branches are set up in one’s own area; their secretary answers for the hubs of members above the hosts', async () => {
    expect(await refusal(c.admin, 'hub.saveBranch', branchOf(luo.personId, { areaCode: yunling }))).toEqual({
      reason: 'outsideYourArea',
    })
    expect(await refusal(c.admin, 'hub.saveBranch', branchOf(luo.personId))).toEqual({ reason: 'inAnotherBranch' })
    expect(await refusal(c.admin, 'hub.saveBranch', branchOf((await somebody(c.cloud)).personId))).toEqual({
      reason: 'notAPartyMember',
    })
    const { hubId } = await ask(c.admin, 'hub.saveHub', hubOf(luo.personId))
    const lead = async () => {
      const [row] = await c.cloud.sql<
        { lead: number | null }[]
      >`select branch_lead_id as lead from hubs where id = ${hubId}`
      return row?.lead
    }
    const save = (secretaryId: number) =>
      ask(c.admin, 'hub.saveBranch', { ...branchOf(secretaryId, { name: '换届支部' }), branchId: branch.branchId })
    await save(secretary.personId)
    expect(await lead()).toBe(secretary.personId)
    await save(committee.personId)
    expect(await lead()).toBe(committee.personId)
    expect((await ask(secretary, 'hub.myBranch', {})).branch).toMatchObject({ post: 'committee' })
    await save(secretary.personId)
  })

  it('whoever deletes the account is in no branch, and his words are gone', async () => {
    const gone = await aMember(c.cloud, branch, '要走的人')
    const { meetingId } = await ask(secretary, 'hub.saveMeeting', meetingOf())
    await ask(gone, 'hub.answerMeeting', { meetingId, answer: 'leave', reason: '隐秘的理由' })
    await ask(secretary, 'hub.givePoints', { personId: gone.personId, code: 'wentFirst', words: '隐秘的依据' })
    await ask(gone, 'people.deleteMe', { confirm: '注销' })
    expect(JSON.stringify(await meeting(secretary, meetingId))).not.toContain('隐秘')
    const rows = await c.cloud
      .sql`select words, points from point_entries where member_id = member_of(${gone.personId})`
    expect(rows).toEqual([{ words: '', points: 5 }])
    expect((await ask(secretary, 'hub.branchMembers', {})).rows.map((row) => row.personId)).not.toContain(gone.personId)
  })
})

describe('a meeting', () => {
  it('is called, answered, held and kept with its minutes; who is afar takes part from there', async () => {
    expect(await refusal(luo, 'hub.saveMeeting', meetingOf())).toEqual({ reason: 'notAnOfficer' })
    const { meetingId } = await ask(committee, 'hub.saveMeeting', meetingOf())
    expect(await kinds(luo)).toContain('branchMeeting')
    await ask(secretary, 'hub.answerMeeting', { meetingId, answer: 'coming' })
    expect(await refusal(luo, 'hub.answerMeeting', { meetingId, answer: 'remote' })).toEqual({ reason: 'notFromAfar' })
    expect(await refusal(luo, 'hub.answerMeeting', { meetingId, answer: 'leave' })).toEqual({ reason: 'reasonNeeded' })
    await ask(luo, 'hub.answerMeeting', { meetingId, answer: 'leave', reason: '老人住院陪护' })
    await ask(afar, 'hub.answerMeeting', { meetingId, answer: 'remote' })
    // Why somebody asks for leave is for those who plan the meeting.
    expect(JSON.stringify(await meeting(committee, meetingId))).toContain('老人住院陪护')
    expect(JSON.stringify(await meeting(afar, meetingId))).not.toContain('老人住院陪护')

    const attendance = [
      { personId: secretary.personId, attended: 'present' as const },
      { personId: committee.personId, attended: 'present' as const },
      { personId: luo.personId, attended: 'absent' as const },
      { personId: afar.personId, attended: 'remote' as const },
    ]
    const record = {
      meetingId,
      version: (await meeting(secretary, meetingId)).version,
      attendance,
      summary: '学了文件，议了两件事',
    }
    expect(await refusal(secretary, 'hub.recordMeeting', record)).toEqual({ reason: 'notBegun' })
    c.pass(25)
    expect(await refusal(luo, 'hub.answerMeeting', { meetingId, answer: 'coming' })).toEqual({ reason: 'alreadyOver' })
    expect(await refusal(secretary, 'hub.recordMeeting', { ...record, attendance: attendance.slice(1) })).toEqual({
      reason: 'somebodyMissing',
      name: '高书记',
    })
    const wrong = attendance.map((one) => (one.personId === luo.personId ? { ...one, attended: 'remote' } : one))
    expect(await refusal(secretary, 'hub.recordMeeting', { ...record, attendance: wrong })).toEqual({
      reason: 'notFromAfar',
      name: '罗大姐',
    })
    const fileIds = [await picture(c.cloud, secretary)]
    const twice = await Promise.all(
      [secretary, secretary].map((as) => c.cloud.send(as, 'hub.recordMeeting', { ...record, fileIds })),
    )
    expect(twice.filter(({ body }) => body.result?.ok)).toHaveLength(1)
    const held = await meeting(luo, meetingId)
    expect(held).toMatchObject({
      status: 'held',
      myAttended: 'absent',
      summary: '学了文件，议了两件事',
      allowedActions: [],
    })
    expect(held.files.map(({ fileId }) => fileId)).toEqual(fileIds)
    expect((await meeting(secretary, meetingId)).allowedActions).toEqual(['record'])
  })

  it('is nobody else’s: not to read, not to answer, not to call off', async () => {
    const { meetingId } = await ask(secretary, 'hub.saveMeeting', meetingOf())
    const elsewhere = (await aBranch(c)).secretary
    for (const as of [c.admin, elsewhere]) {
      expect(await status(as, 'hub.branchMeeting', { meetingId })).toBe(404)
      expect(await status(as, 'hub.answerMeeting', { meetingId, answer: 'coming' })).toBe(404)
      expect(await status(as, 'hub.cancelMeeting', { meetingId, reason: '不开了' })).toBe(404)
      expect((await ask(as, 'hub.branchMeetings', { fromOn: '2026-11-01', untilOn: '2027-01-01' })).rows).toEqual([])
    }
  })

  it('of the committee is for the committee; what a branch has not it cannot hold', async () => {
    const { meetingId } = await ask(secretary, 'hub.saveMeeting', meetingOf('committee'))
    expect(await refusal(luo, 'hub.answerMeeting', { meetingId, answer: 'coming' })).toEqual({ reason: 'notForYou' })
    expect((await meeting(secretary, meetingId)).people).toHaveLength(2)
    expect((await ask(luo, 'hub.myBranch', {})).branch?.next).toBeNull()
    expect(await refusal(secretary, 'hub.saveMeeting', meetingOf('group'))).toEqual({
      reason: 'noSuchMeetings',
      kind: 'group',
    })
  })

  it('that is moved or called off tells everybody; of two who change it at once, one sees that it has changed', async () => {
    const { meetingId } = await ask(secretary, 'hub.saveMeeting', meetingOf())
    const change = { ...meetingOf('general', 48), meetingId, version: 1 }
    const both = await Promise.all([secretary, committee].map((as) => c.cloud.send(as, 'hub.saveMeeting', change)))
    expect(both.filter(({ body }) => body.result?.ok)).toHaveLength(1)
    await ask(committee, 'hub.cancelMeeting', { meetingId, reason: '会议室停电' })
    expect(await kinds(luo)).toContain('branchMeetingOff')
    expect(await refusal(secretary, 'hub.cancelMeeting', { meetingId, reason: '会议室停电' })).toEqual({
      reason: 'alreadyOver',
    })
    expect((await meeting(luo, meetingId)).allowedActions).toEqual([])
  })

  it('of each kind is owed by its period; the secretary sees what is overdue until one is held', async () => {
    const overdue = async () => (await ask(secretary, 'hub.overdueMeetings', {})).rows.filter((row) => row.overdue)
    // Founded on the first day of the year: three quarters and ten months have gone by on November 30.
    expect((await overdue()).map(({ kind, missed }) => [kind, missed])).toEqual([
      ['committee', 10],
      ['general', 3],
      ['lecture', 3],
    ])
    expect((await ask(luo, 'hub.overdueMeetings', {})).rows).toEqual([])
    const { meetingId } = await ask(secretary, 'hub.saveMeeting', meetingOf('lecture', -48))
    const attendance = everybody().map(({ personId }) => ({ personId, attended: 'present' as const }))
    await ask(secretary, 'hub.recordMeeting', { meetingId, version: 1, attendance, summary: '讲党课' })
    await ask(secretary, 'hub.saveMeeting', meetingOf('general'))
    const rows = (await ask(secretary, 'hub.overdueMeetings', {})).rows
    expect(rows.find((row) => row.kind === 'lecture')).toMatchObject({
      lastOn: '2026-11-28',
      overdue: false,
      dueOn: '2027-03-31',
    })
    expect(rows.find((row) => row.kind === 'general')).toMatchObject({ overdue: true, plannedOn: '2026-12-01' })
    expect((await ask(secretary, 'hub.myBranch', {})).branch).toMatchObject({ overdue: 2, post: 'secretary' })
    expect((await ask(luo, 'hub.myBranch', {})).branch).toMatchObject({ overdue: null, areaCode: liuqiao })
  })
})

it('what is owed agrees with counting every period on a calendar', () => {
  const day = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2024-01-01', n))
  const kinds = Object.keys(meetingPeriods) as MeetingKind[]
  fc.assert(
    fc.property(
      fc.record({ foundedOn: day, committee: fc.boolean(), groups: fc.boolean() }),
      fc.dictionary(fc.constantFrom(...kinds), day, { noNullPrototype: true }),
      day,
      (branch, held, today) => {
        const last = Object.fromEntries(Object.entries(held).filter(([, on]) => on >= branch.foundedOn && on <= today))
        if (today < branch.foundedOn) return
        const owed = owedMeetings(branch, last, today)
        expect(owed.some(({ kind }) => kind === 'committee')).toBe(branch.committee)
        expect(owed.some(({ kind }) => kind === 'group')).toBe(branch.groups)
        for (const one of owed)
          expect([one.kind, one.missed]).toEqual([one.kind, countMissed(one, branch.foundedOn, today)])
        for (const { overdue, dueOn } of owed) expect(overdue).toBe(dueOn < today)
        expect(owed.map(({ dueOn }) => dueOn)).toEqual(owed.map(({ dueOn }) => dueOn).sort())
      },
    ),
  )
})

/** By brute force: every day after the last one (or from the founding) whose period ends before today and holds no meeting and no earlier day. */
function countMissed({ kind, period, lastOn }: Owed, foundedOn: string, today: string): number {
  const key = (on: string) => {
    const [year, month] = on.split('-')
    return period === 'year'
      ? year
      : period === 'month'
        ? `${year}-${month}`
        : `${year}-${Math.ceil(Number(month) / 3)}`
  }
  const missed = new Set<string | undefined>()
  const half = lastOn ?? addDays(foundedOn, -1)
  for (let on = addDays(half, 1); on <= today; on = addDays(on, 1)) missed.add(key(on))
  missed.delete(key(half))
  missed.delete(key(today))
  expect(meetingPeriods[kind]).toBe(period)
  return missed.size
}

it('periods follow one another without a gap', () => {
  for (const period of ['month', 'quarter', 'year'] as const)
    for (let nth = periodOf('2023-12-31', period); nth <= periodOf('2029-01-01', period); nth++) {
      const next = addDays(endOfPeriod(nth, period), 1)
      expect([periodOf(endOfPeriod(nth, period), period), periodOf(next, period), next.slice(8)]).toEqual([
        nth,
        nth + 1,
        '01',
      ])
    }
})
