import { execSync } from 'node:child_process'
import path from 'node:path'
import fc from 'fast-check'
import { inTransaction } from '../../cloud/platform/database'
import type { TestPerson } from '../cloud'
import { picture } from '../factories/applications'
import { county, liuqiao, yunling } from '../factories/areas'
import { aBranch, aMember, aPartyMember, type Branch } from '../factories/branches'
import { aHousehold, aHub, type Community, type Hub, openCommunity } from '../factories/hubs'
import { somebody } from '../factories/volunteers'
import { readPdf, wordsOf } from '../platform/read-pdf'

let c: Community
let branch: Branch
let committee: TestPerson
let luo: TestPerson
let chen: Hub
let li: TestPerson
let countyAdmin: TestPerson
beforeAll(async () => {
  c = await openCommunity()
  countyAdmin = await somebody(c.cloud, ['communityAdmin', county])
  branch = await aBranch(c)
  committee = await aMember(c.cloud, branch, '支委阿宝', { post: 'committee' })
  luo = await aMember(c.cloud, branch, '罗大姐')
})
beforeEach(async () => {
  await c.begin()
  chen = await aHub(c)
  li = await somebody(c.cloud)
})
afterAll(() => c.stop())

const ask: Community['cloud']['ask'] = (...a) => c.cloud.ask(...a)
const status = async (as: TestPerson, name: string, input: object) => (await c.cloud.send(as, name, input)).status
const refusal = async (as: TestPerson, name: string, input: object) =>
  (await c.cloud.send(as, name, input)).body.result?.refusal
const mine = (as: TestPerson) => ask(as, 'hub.myPoints', {})
const answered = async (as: TestPerson, who = li, hubId = chen.hubId) => {
  const { contactId } = await ask(who, 'hub.askHub', { hubId, kind: 'ask', words: '楼道灯坏了' })
  await ask(as, 'hub.answerContact', { contactId, version: 2, words: '换好了' })
  return contactId
}
const give = (as: TestPerson, code: string, to = luo) =>
  ask(as, 'hub.givePoints', { personId: to.personId, code, words: '11 月 20 日会议签到' })
const kinds = async (as: TestPerson) => (await ask(as, 'inbox.list', {})).rows.map((row) => row.kind)

describe('entries that arise by themselves', () => {
  it('an answer gives whoever gave it his points, once, with the contact as evidence', async () => {
    const contactId = await answered(chen.host)
    expect(await mine(chen.host)).toMatchObject({
      isMember: true,
      sums: { base: 0, addition: 2, deduction: 0, total: 2 },
      rows: [
        {
          points: 2,
          evidence: 'contact',
          evidenceId: contactId,
          evidenceTitle: '陈家中心户',
          recorderName: null,
          ruleWords: '回了居民的话',
        },
      ],
    })
    const given = await c.cloud.sql`
      select give_points(${chen.host.personId}, 'answeredContact', 'contact', ${contactId}, ${c.now()}) as "entryId"`
    expect(given).toEqual([{ entryId: null }])
  })

  it('goes with its cause: an answer that is taken back by the transaction gives nothing', async () => {
    const { contactId } = await ask(li, 'hub.askHub', { hubId: chen.hubId, kind: 'ask', words: '有人吗' })
    const undone = inTransaction(c.cloud.sql, async (tx) => {
      await tx`update contacts set status = 'answered', answered_at = ${c.now()} where id = ${contactId}`
      await tx`insert into contact_events (contact_id, seq, at, kind, from_status, to_status, actor, person_id)
               values (${contactId}, 2, ${c.now()}, 'answer', 'asked', 'answered', 'host', ${chen.host.personId})`
      expect(
        await tx`select points from point_entries where evidence_kind = 'contact' and unseal_text(evidence_cipher) = ${String(contactId)}`,
      ).toHaveLength(1)
      throw new Error('taken back')
    })
    await expect(undone).rejects.toThrow('taken back')
    expect((await mine(chen.host)).rows).toEqual([])
  })

  it('a visit that is written down gives whoever made it his points, with the visit as evidence', async () => {
    const { householdId } = await aHousehold(c)
    const visit = {
      visitedOn: '2026-11-30',
      householdIds: [householdId],
      heard: '老人膝盖疼，楼道灯不亮',
      promises: [],
    }
    const { visitId } = await ask(chen.host, 'hub.writeVisit', visit)
    expect((await mine(chen.host)).rows).toMatchObject([
      { points: 2, evidence: 'visit', evidenceId: visitId, evidenceTitle: '陈家中心户', recorderName: null },
    ])
  })

  it('gives nothing to whoever is no party member', async () => {
    const deputy = await somebody(c.cloud)
    const other = await aHub(c, { deputyIds: [deputy.personId], lat: 30.53 })
    await answered(deputy, li, other.hubId)
    expect(await mine(deputy)).toMatchObject({ isMember: false, rows: [], sums: { total: 0 } })
  })

  it('never beyond the cap of the quarter, however many answer at once; the last gets what is left', async () => {
    const askers = [li, await somebody(c.cloud)]
    const contacts: number[] = []
    for (let n = 0; n < 14; n++) {
      const input = { hubId: chen.hubId, kind: 'ask' as const, words: `第 ${n} 件` }
      contacts.push((await ask(askers[n % 2] as TestPerson, 'hub.askHub', input)).contactId)
    }
    await Promise.all(
      contacts.map((contactId) => ask(chen.host, 'hub.answerContact', { contactId, version: 2, words: '办好了' })),
    )
    const { sums, rows } = await mine(chen.host)
    expect([sums.total, rows.length]).toEqual([20, 10])
    await expect(
      c.cloud
        .sql`insert into point_entries (member_id, rule_id, code, points, evidence_kind, evidence_cipher, evidence_mark, area_code, at)
        select member_of(${chen.host.personId}), id, code, 1, 'contact', '\\x01', '\\x01', ${liuqiao}, ${c.now()} from point_rules where code = 'answeredContact'`,
    ).rejects.toMatchObject({ constraint: 'points_within_cap' })
  })

  it('hours of service count by the hour, follow the record and go with it', async () => {
    const { sql } = c.cloud
    const [record] = await sql<{ id: number }[]>`
      insert into service_records (person_id, served, what, source, status, review_level)
      values (${luo.personId}, '[2026-11-20 08:00+08,2026-11-20 09:40+08)', '清河道', 'selfLogged', 'waiting', 'community') returning id`
    const id = record?.id as number
    const hours = async () => {
      const { rows } = await mine(luo)
      return rows.filter((row) => row.evidence !== 'hand').map((row) => row.points)
    }
    expect(await hours()).toEqual([])
    await sql`update service_records set status = 'counted', reviewed_by = ${c.admin.personId}, reviewed_at = ${c.now()} where id = ${id}`
    expect(await hours()).toEqual([2])
    expect((await mine(luo)).rows[0]).toMatchObject({ evidence: 'serviceHours', evidenceTitle: '清河道' })
    await sql`update service_records set status = 'replaced' where id = ${id}`
    expect(await hours()).toEqual([-2, 2])
    expect((await mine(luo)).rows[1]).toMatchObject({ takenBack: 2, mayAppeal: false })
  })
})

describe('by hand', () => {
  it('the branch gives and deducts with evidence, the member sees each entry and who recorded it', async () => {
    const fileId = await picture(c.cloud, committee)
    const given = await ask(committee, 'hub.givePoints', {
      personId: luo.personId,
      code: 'branchMeeting',
      words: '10 月党员大会',
      fileIds: [fileId],
    })
    expect(given.points).toBe(3)
    expect((await give(branch.secretary, 'missedMeeting')).points).toBe(-3)
    const { rows, sums } = await mine(luo)
    expect(sums).toMatchObject({ base: 3, deduction: -3 })
    expect(rows.slice(0, 2)).toMatchObject([
      { points: -3, recorderName: '高书记', kind: 'deduction' },
      { points: 3, recorderName: '支委阿宝', kind: 'base', words: '10 月党员大会', files: [{ fileId }] },
    ])
    expect(await kinds(luo)).toContain('pointsNoted')
  })

  it('nobody gives himself points, a member gives none, another branch sees nothing', async () => {
    const input = { code: 'wentFirst', words: '防汛值守一夜' }
    expect(
      await refusal(branch.secretary, 'hub.givePoints', { ...input, personId: branch.secretary.personId }),
    ).toEqual({
      reason: 'notForYourself',
    })
    expect(await status(luo, 'hub.givePoints', { ...input, personId: committee.personId })).toBe(404)
    const other = await aBranch(c)
    expect(await status(other.secretary, 'hub.givePoints', { ...input, personId: luo.personId })).toBe(404)
    for (const as of [other.secretary, committee, c.admin, countyAdmin])
      expect(await status(as, 'hub.memberPoints', { personId: luo.personId })).toBe(404)
    expect((await ask(branch.secretary, 'hub.memberPoints', { personId: luo.personId })).rows.length).toBeGreaterThan(0)
    // What arises by itself is not given by hand.
    expect(
      await refusal(committee, 'hub.givePoints', { ...input, code: 'answeredContact', personId: luo.personId }),
    ).toEqual({
      reason: 'noSuchRule',
    })
  })

  it('a cap holds for two who give at once, and what is over it is refused', async () => {
    const wang = await aMember(c.cloud, branch, '王师傅')
    const codes = Array.from({ length: 6 }, (_, n) => (n % 2 ? committee : branch.secretary))
    const all = await Promise.all(
      codes.map((as) =>
        c.cloud.send(as, 'hub.givePoints', { personId: wang.personId, code: 'wentFirst', words: '防汛值守' }),
      ),
    )
    expect(all.filter(({ body }) => body.result?.refusal?.reason === 'capReached')).toHaveLength(2)
    expect((await mine(wang)).sums.total).toBe(20)
  })

  it('an entry is never edited; a counter-entry takes it back, once, however many try', async () => {
    const { entryId } = await give(committee, 'wentFirst')
    for (const change of [
      `update point_entries set points = 50 where id = ${entryId}`,
      `update point_entries set words = 'x' where id = ${entryId}`,
      `delete from point_entries where id = ${entryId}`,
      `update point_rules set points = 50`,
    ])
      await expect(c.cloud.sql.unsafe(change)).rejects.toThrow('append-only')
    const before = (await mine(luo)).sums.total
    const input = { entryId, words: '记错人了，更正' }
    expect(await status(committee, 'hub.takeBackPoints', input)).toBe(404)
    const tried = await Promise.all([1, 2, 3].map(() => c.cloud.send(branch.secretary, 'hub.takeBackPoints', input)))
    expect(tried.filter(({ body }) => body.result?.ok)).toHaveLength(1)
    expect((await mine(luo)).sums.total).toBe(before - 5)
  })
})

describe('appeals', () => {
  it('go past whoever recorded the entry; upheld, the entry is taken back in the same moment', async () => {
    const { entryId } = await give(branch.secretary, 'leftUnanswered')
    expect(await status(committee, 'hub.appealPoints', { entryId, words: '不是这样的' })).toBe(404)
    const { appealId } = await ask(luo, 'hub.appealPoints', { entryId, words: '那天我请过假' })
    expect(await refusal(luo, 'hub.appealPoints', { entryId, words: '再说一次吧' })).toEqual({
      reason: 'alreadyAppealed',
    })
    const decide = { appealId, uphold: true, words: '查过了，确实请过假' }
    for (const as of [branch.secretary, committee, luo])
      expect(await status(as, 'hub.decidePointAppeal', decide)).toBe(404)
    expect((await ask(branch.secretary, 'hub.pointAppeals', {})).rows).toEqual([])
    const owes = (await ask(c.admin, 'hub.pointAppeals', {})).rows.find((row) => row.appealId === appealId)
    expect(owes).toMatchObject({ personName: '罗大姐', points: -2, words: '那天我请过假', overdue: false })
    const before = (await mine(luo)).sums.total
    await ask(c.admin, 'hub.decidePointAppeal', decide)
    const { rows, sums } = await mine(luo)
    expect(sums.total).toBe(before + 2)
    expect(rows.find((row) => row.entryId === entryId)).toMatchObject({
      takenBack: 2,
      appeal: { status: 'upheld', decisionWords: '查过了，确实请过假' },
    })
    expect(await kinds(luo)).toContain('pointsAppealAnswered')
    expect(await refusal(c.admin, 'hub.decidePointAppeal', decide)).toEqual({ reason: 'alreadyDecided' })
  })

  it('about what arose by itself are the secretary’s; dismissed, it stands and says why', async () => {
    await ask(c.admin, 'hub.saveHub', { ...(await hubInput()), hubId: chen.hubId })
    const contactId = await answered(luo, li)
    const entry = (await mine(luo)).rows.find((row) => row.evidence === 'contact' && row.evidenceId === contactId)
    const { appealId } = await ask(luo, 'hub.appealPoints', { entryId: entry?.entryId ?? 0, words: '应当算走访吧' })
    expect((await ask(branch.secretary, 'hub.pointAppeals', {})).rows[0]).toMatchObject({ appealId, mine: true })
    await ask(branch.secretary, 'hub.decidePointAppeal', { appealId, uphold: false, words: '按规则第一条记，没有错' })
    expect((await mine(luo)).rows.find((row) => row.entryId === entry?.entryId)).toMatchObject({
      takenBack: 0,
      appeal: { status: 'dismissed' },
    })
  })

  it('that nobody answers go up the line by the clock, past the recorder, and end nowhere; the member hears it and keeps the day he was promised', async () => {
    const { entryId } = await give(branch.secretary, 'missedMeeting')
    const { appealId, dueAt } = await ask(luo, 'hub.appealPoints', { entryId, words: '那天我在外地' })
    const owner = async () => {
      const [row] = await c.cloud.sql`select owner_id as "ownerId" from point_appeals where id = ${appealId}`
      return row?.ownerId
    }
    expect(await owner()).toBe(c.admin.personId)
    c.pass(15 * 24 - 1)
    await c.run('sweepAppeals')
    expect(await owner()).toBe(c.admin.personId)
    c.pass(1)
    await Promise.all([c.run('sweepAppeals'), c.run('sweepAppeals')])
    expect(await owner()).toBe(countyAdmin.personId)
    expect((await kinds(luo)).filter((kind) => kind === 'pointsAppealMoved')).toHaveLength(1)
    expect(await kinds(countyAdmin)).toContain('pointsAppealDue')
    const { rows } = await ask(countyAdmin, 'hub.pointAppeals', {})
    expect(rows.find((row) => row.appealId === appealId)).toMatchObject({ mine: true, overdue: true, dueAt })
    // Nobody stands above the county: it is reminded, day by day, and stays the owner.
    for (let day = 5; day < 8; day++) {
      c.pass(day === 5 ? 5 * 24 : 24)
      await c.run('sweepAppeals')
    }
    expect(await owner()).toBe(countyAdmin.personId)
    const reminders = await c.cloud.sql`
      select from notices where person_id = ${countyAdmin.personId} and kind = 'pointsAppealDue' and facts ->> 'appealId' = ${String(appealId)}`
    expect(reminders).toHaveLength(4)
    expect((await kinds(luo)).filter((kind) => kind === 'pointsAppealMoved')).toHaveLength(1)
    await ask(countyAdmin, 'hub.decidePointAppeal', { appealId, uphold: true, words: '查过了，确实在外地' })
    c.pass(48)
    await c.run('sweepAppeals')
    expect(
      await c.cloud.sql`select from notices where person_id = ${countyAdmin.personId} and kind = 'pointsAppealDue'`,
    ).toHaveLength(4)
  })

  const hubInput = async () => ({
    name: '罗家中心户',
    hostId: luo.personId,
    areaCode: liuqiao,
    place: '柳桥路南段',
    lat: 30.513,
    lng: 120.513,
    consentOn: '2026-11-01',
  })
})

describe('rules', () => {
  const rule = {
    words: '参加支部组织生活',
    kind: 'base' as const,
    points: 4,
    cap: 40,
    fromOn: '2026-11-30',
    reason: '本社区会议多',
  }

  it('are added as versions with a reason, go before the county’s, and never work backwards', async () => {
    const input = { ...rule, code: 'branchMeeting', areaCode: liuqiao, version: 0 }
    const outside = { ...input, areaCode: yunling }
    expect(await refusal(c.admin, 'hub.savePointRule', outside)).toEqual({ reason: 'outsideYourArea' })
    expect(await refusal(c.admin, 'hub.savePointRule', { ...input, areaCode: null })).toEqual({
      reason: 'outsideYourArea',
    })
    expect(await refusal(c.admin, 'hub.savePointRule', { ...input, fromOn: '2026-11-29' })).toEqual({
      reason: 'notBackwards',
    })
    expect(await refusal(c.admin, 'hub.savePointRule', { ...input, kind: 'deduction' })).toEqual({
      reason: 'kindFixed',
    })
    const both = await Promise.all([c.admin, countyAdmin].map((as) => c.cloud.send(as, 'hub.savePointRule', input)))
    expect(both.map(({ body }) => body.result?.ok ?? body.result?.refusal?.reason).sort()).toEqual([false, true])
    expect((await give(committee, 'branchMeeting')).points).toBe(4)
    // From the day after on it is over: the county's does not come back, the community has said so.
    await ask(c.admin, 'hub.savePointRule', { ...input, version: 1, untilOn: '2026-11-30', reason: '试行结束' })
    c.pass(24)
    expect(
      await refusal(committee, 'hub.givePoints', { personId: luo.personId, code: 'branchMeeting', words: '会议签到' }),
    ).toEqual({
      reason: 'noSuchRule',
    })
    const { rows } = await ask(luo, 'hub.pointRuleHistory', { code: 'branchMeeting', areaCode: liuqiao })
    expect(rows.map(({ version, reason }) => [version, reason])).toEqual([
      [2, '试行结束'],
      [1, '本社区会议多'],
    ])
  })

  it('of one’s own get a code; a member reads those of his area', async () => {
    const { code } = await ask(c.admin, 'hub.savePointRule', {
      ...rule,
      words: '认领微心愿',
      kind: 'addition',
      areaCode: liuqiao,
    })
    expect((await give(committee, code)).points).toBe(4)
    const { rows } = await ask(luo, 'hub.pointRules', {})
    expect(rows.find((row) => row.code === code)).toMatchObject({
      words: '认领微心愿',
      cause: 'hand',
      mayChange: false,
    })
    const elsewhere = await ask(luo, 'hub.pointRules', { areaCode: yunling })
    expect(elsewhere.rows.some((row) => row.code === code)).toBe(false)
  })
})

describe('the statement of a quarter', () => {
  it('says every entry and its sum, to the member and the secretary alone; anybody can check that it is ours', async () => {
    await give(committee, 'wentFirst')
    const { statementId, checkCode } = await ask(luo, 'hub.issuePointStatement', { quarter: '2026-11-30' })
    const { sums, rows } = await mine(luo)
    for (const as of [luo, branch.secretary]) {
      const { base64, fileName } = await ask(as, 'hub.pointStatement', { statementId })
      expect(fileName).toBe('积分记录-2026年第4季度.pdf')
      const text = wordsOf(readPdf(Buffer.from(base64, 'base64')))
      expect(text).toContain(checkCode)
      expect(text).toContain(`合计${sums.total}分`)
    }
    for (const as of [committee, c.admin]) expect(await status(as, 'hub.pointStatement', { statementId })).toBe(404)
    expect(await status(committee, 'hub.issuePointStatement', { quarter: '2026-11-30', personId: luo.personId })).toBe(
      404,
    )
    const { statement } = await ask(null, 'hub.checkPointStatement', { code: checkCode.toLowerCase() })
    expect(statement).toMatchObject({ name: '罗**', total: sums.total, entries: rows.length })
    expect(await refusal(luo, 'hub.issuePointStatement', { quarter: '2025-01-01' })).toEqual({ reason: 'nothingThere' })
  })
})

it('whatever is given and taken back in whatever order, each quarter’s net stays within its cap and the books agree', async () => {
  const person = await aPartyMember(c.cloud, '郑同志')
  const { sql } = c.cloud
  let evidence = 1_000_000
  const step = fc.record({
    back: fc.boolean(),
    which: fc.nat(20),
    at: fc.constantFrom('2026-09-30T15:59:59Z', '2026-09-30T16:00:00Z', '2026-12-31T15:00:00Z', '2027-01-05T00:00:00Z'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      await sql`truncate point_entries, point_sums cascade`
      for (const { back, which, at } of steps) {
        if (!back)
          await sql`select give_points(${person.personId}, 'homeVisit', 'visit', ${evidence++}, ${new Date(at)})`
        else
          await sql`
            insert into point_entries (member_id, rule_id, code, points, evidence_kind, counters_id, area_code, at)
            select member_id, rule_id, code, -points, 'counter', id, area_code, ${new Date(at)} from point_entries e
             where points > 0 and not exists (select from point_entries k where k.counters_id = e.id) order by id offset ${which} limit 1`
      }
      const rows = await sql<{ net: number; kept: number }[]>`
        select coalesce(sum(e.points), 0)::int as net, s.points as kept from point_sums s
          left join point_entries f on f.code = s.code and f.quarter = s.quarter and f.member_id = s.member_id and f.counters_id is null
          left join point_entries e on e.id = f.id or e.counters_id = f.id group by s.quarter, s.points`
      for (const { net, kept } of rows) expect([net <= 20, net >= 0, kept]).toEqual([true, true, net])
    }),
    { numRuns: 12 },
  )
})

it('no statement of the cloud puts people in the order of their points', () => {
  const found = execSync(
    "grep -rniE 'order by[^\\n]*(points|total|sum\\()|rank\\(\\)|dense_rank' cloud/hub cloud/database/functions/points.sql cloud/database/functions/branch.sql || true",
    { cwd: path.join(__dirname, '..', '..'), encoding: 'utf8' },
  )
  expect(found).toBe('')
})
