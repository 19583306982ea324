import { coversShift, openingOf as engineOpening, seekerOf } from '../../cloud/volunteer/work/rules'
import type { TestPerson } from '../cloud'
import { liuqiao } from '../factories/areas'
import { helper, type Neighbourhood, neighbour, openNeighbourhood } from '../factories/help'
import { employer, openingOf, openOpening, profileOf, seeker } from '../factories/works'

let n: Neighbourhood
beforeEach(async () => {
  n = await openNeighbourhood()
})
afterEach(() => n.stop())

const kinds = async (as: TestPerson) => (await n.cloud.ask(as, 'inbox.list', {})).rows.map((row) => row.kind)
const refused = async (as: TestPerson, name: string, input: object) =>
  (await n.cloud.send(as, `volunteer.${name}`, input)).body.result?.refusal
const mine = async (as: TestPerson) => (await n.cloud.ask(as, 'volunteer.myWorkProposals', {})).rows
const opened = (opening: Parameters<typeof openingOf>[1] = {}) =>
  openOpening(n.cloud, n.admin, { now: n.now(), opening })
async function theProposal(as: TestPerson) {
  const [one] = await mine(as)
  if (!one) throw new Error('nothing was proposed')
  return one
}

describe('from the opening to the first day of work', () => {
  it('proposes with reasons; the yes shows the name, and the team follows up with dates', async () => {
    const { boss, openingId, sun } = await opened()
    const proposal = await theProposal(sun)
    expect(proposal).toMatchObject({ status: 'proposed', title: '食堂帮厨', ownerName: '周主任' })
    expect(proposal.reasons.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['near', 'skill']))
    expect(await kinds(sun)).toContain('workProposed')
    const { proposalId } = proposal
    // The employer knows of nobody yet.
    expect((await n.cloud.ask(boss, 'volunteer.workCandidates', { openingId })).rows).toEqual([])
    expect((await n.cloud.send(boss, 'volunteer.workProposal', { proposalId })).status).toBe(404)
    await n.cloud.ask(sun, 'volunteer.answerWorkProposal', { proposalId, interested: true })
    expect((await n.cloud.ask(boss, 'volunteer.workCandidates', { openingId })).rows).toMatchObject([
      { seekerName: '孙小梅' },
    ])
    const seen = await n.cloud.ask(boss, 'volunteer.workProposal', { proposalId })
    expect(seen).toMatchObject({ myPart: 'employer', seeker: { skills: ['做饭'], wishes: '' } })
    await n.cloud.ask(boss, 'volunteer.sayAboutWork', { proposalId, words: '周一能来试一天吗？' })
    expect(await kinds(sun)).toContain('workMessage')
    const [todo] = (await n.cloud.ask(n.admin, 'volunteer.workFollowUps', {})).rows
    expect(todo).toMatchObject({ proposalId, status: 'interested', dueAt: new Date('2026-12-02T10:00:00+08:00') })
    await n.cloud.ask(n.admin, 'volunteer.stepWorkProposal', { proposalId, step: 'contacted' })
    expect(await n.cloud.ask(n.admin, 'volunteer.stepWorkProposal', { proposalId, step: 'hired' })).toMatchObject({
      status: 'hired',
      contactedAt: n.now(),
      endedAt: n.now(),
    })
    expect(await kinds(sun)).toEqual(expect.arrayContaining(['workContacted', 'workHired']))
    // The only place is taken.
    expect(await n.cloud.ask(boss, 'volunteer.opening', { openingId })).toMatchObject({ status: 'closed', left: 0 })
  })

  it('a no costs nothing, shows nobody anything, and the same is not proposed again', async () => {
    const { boss, openingId, sun } = await opened()
    const { proposalId } = await theProposal(sun)
    await n.cloud.ask(sun, 'volunteer.answerWorkProposal', { proposalId, interested: false })
    await n.run('proposeWork')
    expect(await mine(sun)).toMatchObject([{ status: 'notInterested' }])
    expect((await n.cloud.ask(boss, 'volunteer.workCandidates', { openingId })).rows).toEqual([])
    expect(await refused(sun, 'showInterest', { openingId })).toEqual({ reason: 'alreadyProposed' })
  })

  it('somebody who finds an opening himself is followed up too', async () => {
    const { openingId, boss } = await opened({ skills: [{ skill: 'driving', level: 1 }] })
    const sun = await seeker(n.cloud, n.now())
    expect(await mine(sun)).toEqual([])
    const own = await n.cloud.ask(sun, 'volunteer.showInterest', { openingId })
    expect(own).toMatchObject({ status: 'interested', ownerName: '周主任' })
    expect(await kinds(boss)).toContain('workInterested')
    expect(await refused(await neighbour(n), 'showInterest', { openingId })).toEqual({ reason: 'notSeeking' })
  })
})

describe('who is proposed what', () => {
  it('only to those who have the skill, the whole shift and live within reach', async () => {
    const late = { weekly: [1, 2, 3, 4].map((weekday) => ({ weekday, fromMinute: 420, untilMinute: 1020 })) }
    const [noFriday, cannot, far] = [
      await seeker(n.cloud, n.now(), late),
      await seeker(n.cloud, n.now(), { skills: [{ skill: 'phone', level: 3 }] }),
      await seeker(n.cloud, n.now(), { lat: 30.62, radiusMetres: 2000 }),
    ]
    const { sun } = await opened()
    expect(await mine(sun)).toHaveLength(1)
    for (const who of [noFriday, cannot, far]) expect(await mine(who)).toEqual([])
  })

  it('at once when somebody says what he can, and nobody has more than three under way', async () => {
    const boss = await employer(n.cloud, n.admin)
    for (let i = 0; i < 5; i++)
      await openOpening(n.cloud, n.admin, {
        now: n.now(),
        boss,
        opening: { people: 9, shifts: [{ weekday: i + 1, fromMinute: 540, untilMinute: 720 }] },
      })
    const who = await seeker(n.cloud, n.now())
    expect(await mine(who)).toHaveLength(3)
    await Promise.all([n.run('proposeWork'), n.run('proposeWork')])
    expect(await mine(who)).toHaveLength(3)
  })

  it('never the employer himself, and nobody twice, whatever happens at the same moment', async () => {
    const { boss, openingId, sun } = await opened({ people: 3 })
    await n.cloud.ask(boss, 'volunteer.saveWorkProfile', profileOf(n.now()))
    expect(await mine(boss)).toEqual([])
    expect(await refused(boss, 'showInterest', { openingId })).toEqual({ reason: 'ownOpening' })
    const others = await Promise.all([1, 2, 3].map(() => seeker(n.cloud, n.now())))
    for (const who of [sun, ...others]) expect(await mine(who)).toHaveLength(1)
  })

  it('a shift is covered by spans that meet, and not by less', () => {
    const shift = [{ weekday: 1, fromMinute: 480, untilMinute: 960 }]
    const span = (fromMinute: number, untilMinute: number, weekday = 1) => ({ weekday, fromMinute, untilMinute })
    expect(coversShift([span(400, 700), span(700, 1000)], shift)).toBe(true)
    expect(coversShift([span(400, 700), span(701, 1000)], shift)).toBe(false)
    expect(coversShift([span(480, 959)], shift)).toBe(false)
    expect(coversShift([span(0, 1440, 2)], shift)).toBe(false)
    expect(coversShift([], [])).toBe(true)
  })

  it('the engine is told of three people for each free place, less those under way', () => {
    const row = {
      openingId: 1,
      contactId: 9,
      areaCode: liuqiao,
      lat: 30,
      lng: 120,
      skills: [],
      shifts: [],
      left: 2,
      live: 4,
    }
    const person = {
      personId: 5,
      lat: 30,
      lng: 120,
      radiusMetres: 900,
      homeArea: '',
      skills: [],
      dialects: [],
      weekly: [],
      blocks: [],
      live: 2,
      before: [1],
    }
    expect(
      engineOpening(row, [person, { ...person, personId: 6, before: [] }, { ...person, personId: 9, before: [] }]),
    ).toMatchObject({
      people: 2,
      without: ['5', '9'],
    })
    expect(engineOpening({ ...row, live: 6 }, [person])).toBeUndefined()
    expect(seekerOf(person).capacity).toBe(1)
  })
})

describe('before residents see it', () => {
  it('the enterprise is verified and the community approves', async () => {
    const boss = await employer(n.cloud, n.admin)
    const other = await n.cloud.ask(boss.boss, 'volunteer.saveEnterprise', { name: '新来的厂', areaCode: liuqiao })
    const { openingId } = await n.cloud.ask(boss.boss, 'volunteer.saveOpening', { ...other, ...openingOf(n.now()) })
    const li = await neighbour(n)
    expect((await n.cloud.send(li, 'volunteer.opening', { openingId })).status).toBe(404)
    await n.cloud.ask(boss.boss, 'volunteer.submitOpening', { openingId })
    expect((await n.cloud.ask(n.admin, 'volunteer.openingsToApprove', {})).rows).toMatchObject([{ openingId }])
    expect(await refused(n.admin, 'decideOpening', { openingId, approve: true })).toEqual({ reason: 'notVerified' })
    expect(await refused(n.admin, 'decideOpening', { openingId, approve: false })).toEqual({ reason: 'reasonNeeded' })
    await n.cloud.ask(n.admin, 'volunteer.decideOpening', { openingId, approve: false, reason: '写清楚干几个小时' })
    expect(await kinds(boss.boss)).toContain('openingSentBack')
    expect((await n.cloud.ask(li, 'volunteer.openings', {})).rows).toEqual([])
    expect((await n.cloud.ask(n.admin, 'volunteer.enterprisesToVerify', {})).rows).toMatchObject([{ name: '新来的厂' }])
    await n.cloud.ask(n.admin, 'volunteer.verifyEnterprise', other)
    await n.cloud.ask(boss.boss, 'volunteer.submitOpening', { openingId })
    await n.cloud.ask(n.admin, 'volunteer.decideOpening', { openingId, approve: true })
    expect((await n.cloud.ask(li, 'volunteer.openings', { skill: 'cooking' })).rows).toMatchObject([
      { openingId, left: 1 },
    ])
    expect((await n.cloud.ask(li, 'volunteer.openings', { skill: 'driving' })).rows).toEqual([])
    await expect(
      n.cloud.sql`update openings set status = 'open', decided_at = null where id = ${openingId}`,
    ).rejects.toThrow(/open_was_approved/)
  })

  it('nobody writes for another enterprise, or where he does not organise', async () => {
    const { boss, openingId, enterpriseId } = await opened()
    const { boss: rival } = await employer(n.cloud, n.admin, '对面的厂')
    expect((await n.cloud.send(rival, 'volunteer.saveOpening', { enterpriseId, ...openingOf(n.now()) })).status).toBe(
      404,
    )
    expect((await n.cloud.send(rival, 'volunteer.closeOpening', { openingId, reason: '不招了' })).status).toBe(404)
    expect((await n.cloud.send(rival, 'volunteer.submitOpening', { openingId })).status).toBe(404)
    expect((await n.cloud.ask(rival, 'volunteer.workCandidates', { openingId })).rows).toEqual([])
    expect(await refused(boss, 'saveEnterprise', { name: '分厂', areaCode: '990101002001' })).toEqual({
      reason: 'outsideYourArea',
    })
    expect((await n.cloud.send(await neighbour(n), 'volunteer.verifyEnterprise', { enterpriseId })).status).toBe(403)
  })
})

describe('whoever follows up', () => {
  const team = async () => {
    const leader = await helper(n, '何队长')
    const { teamId } = await n.cloud.ask(n.admin, 'volunteer.createTeam', {
      kind: 'work',
      name: '就业帮扶队',
      areaCode: liuqiao,
      leaderId: leader.personId,
    })
    const member = await helper(n, '丁小姐')
    await n.cloud.ask(member, 'volunteer.joinTeam', { teamId })
    await n.cloud.ask(leader, 'volunteer.decideMember', { teamId, personId: member.personId, accept: true })
    await n.cloud.sql`update people set nickname = v.name from volunteers v where v.person_id = people.id`
    return { leader, member }
  }

  it('is a member of the team, reminded, then its leader, then the community; never nobody', async () => {
    await team()
    const { sun } = await opened()
    const owner = async () => (await theProposal(sun)).ownerName
    const owners = new Set([await owner()])
    for (let i = 0; i < 4; i++) {
      n.pass(73)
      await n.run('sweepWork')
      await n.run('sweepWork')
      owners.add(await owner())
    }
    expect([...owners]).toEqual(['丁小姐', '何队长', '周主任'])
    expect(await kinds(n.admin)).toContain('workToFollowUp')
    const { proposalId } = await theProposal(sun)
    await expect(n.cloud.sql`update job_proposals set owner_id = null where id = ${proposalId}`).rejects.toThrow(
      /live_has_owner/,
    )
  })

  it('sees the profile; strangers, the employer and other volunteers do not', async () => {
    const { leader, member } = await team()
    const { sun, boss } = await opened()
    const { proposalId } = await theProposal(sun)
    for (const who of [leader, member, n.admin])
      expect(await n.cloud.ask(who, 'volunteer.workProposal', { proposalId })).toMatchObject({
        myPart: 'team',
        seeker: { wishes: '离家近，能接孩子' },
      })
    for (const who of [boss, await helper(n, '路人甲'), await neighbour(n)]) {
      expect((await n.cloud.send(who, 'volunteer.workProposal', { proposalId })).status).toBe(404)
      expect((await n.cloud.send(who, 'volunteer.stepWorkProposal', { proposalId, step: 'contacted' })).status).toBe(
        404,
      )
      expect((await n.cloud.ask(who, 'volunteer.workFollowUps', { all: true })).rows).toEqual([])
    }
    await n.cloud.ask(leader, 'volunteer.takeOverWorkProposal', { proposalId })
    expect((await theProposal(sun)).ownerName).toBe('何队长')
  })

  it('two are hired for one place at the same moment: one is', async () => {
    const { sun } = await opened()
    const wu = await seeker(n.cloud, n.now(), { name: '吴小丽' })
    const ids: number[] = []
    for (const who of [sun, wu]) {
      const { proposalId } = await theProposal(who)
      await n.cloud.ask(who, 'volunteer.answerWorkProposal', { proposalId, interested: true })
      await n.cloud.ask(n.admin, 'volunteer.stepWorkProposal', { proposalId, step: 'contacted' })
      ids.push(proposalId)
    }
    const answers = await Promise.all(
      ids.map((proposalId) => n.cloud.send(n.admin, 'volunteer.stepWorkProposal', { proposalId, step: 'hired' })),
    )
    expect(answers.filter(({ body }) => body.result?.ok)).toHaveLength(1)
    expect(await n.cloud.sql`select from job_proposals where status = 'hired'`).toHaveLength(1)
    expect(await n.cloud.sql`select from job_proposals where ended_at is null`).toHaveLength(0)
  })

  it('says why somebody was not hired', async () => {
    const { sun } = await opened()
    const { proposalId } = await theProposal(sun)
    await n.cloud.ask(sun, 'volunteer.answerWorkProposal', { proposalId, interested: true })
    expect(await refused(n.admin, 'stepWorkProposal', { proposalId, step: 'notHired' })).toEqual({
      reason: 'reasonNeeded',
    })
    expect(await refused(n.admin, 'stepWorkProposal', { proposalId, step: 'hired' })).toEqual({
      reason: 'wrongStatus',
      status: 'interested',
    })
    await n.cloud.ask(n.admin, 'volunteer.stepWorkProposal', { proposalId, step: 'notHired', note: '要健康证，还没办' })
    expect((await n.cloud.ask(sun, 'volunteer.workProposal', { proposalId })).note).toBe('要健康证，还没办')
  })
})

describe('the end', () => {
  it('of an opening: its last day, or when it is closed; whoever was proposed is told', async () => {
    const { sun, openingId } = await opened({ untilOn: '2026-12-03' })
    n.pass(24 * 4)
    await n.run('sweepWork')
    expect(await mine(sun)).toMatchObject([{ status: 'withdrawn' }])
    expect(await kinds(sun)).toContain('workWithdrawn')
    await expect(
      n.cloud.sql`insert into job_proposals (opening_id, seeker_id, status, owner_id, due_at, proposed_at)
        values (${openingId}, ${(await seeker(n.cloud, n.now())).personId}, 'proposed', ${n.admin.personId}, now(), now())`,
    ).rejects.toThrow(/is not open/)
  })

  it('of looking: nobody sees the profile any more, also when the account goes', async () => {
    const { sun, boss, openingId } = await opened()
    const { proposalId } = await theProposal(sun)
    await n.cloud.ask(sun, 'volunteer.answerWorkProposal', { proposalId, interested: true })
    await n.cloud.ask(sun, 'volunteer.endWorkProfile', {})
    expect(await kinds(boss)).toContain('workWithdrawn')
    expect(await n.cloud.ask(n.admin, 'volunteer.workProposal', { proposalId })).toMatchObject({
      status: 'withdrawn',
      seeker: null,
    })
    await n.cloud.ask(sun, 'people.deleteMe', { confirm: '注销' })
    const [left] = await n.cloud
      .sql`select name, wishes, home_area_code from job_seekers where person_id = ${sun.personId}`
    expect(left).toEqual({ name: '已注销', wishes: '', home_area_code: null })
    await n.cloud.ask(boss, 'volunteer.closeOpening', { openingId, reason: '不招了' })
    const second = await opened()
    await n.cloud.ask(second.boss, 'people.deleteMe', { confirm: '注销' })
    expect(await mine(second.sun)).toMatchObject([{ status: 'withdrawn' }])
  })
})
