import { startTestCloud, type TestCloud, type TestPerson } from '../cloud'
import { county, liuqiao, shitang, township, yunling } from '../factories/areas'
import { applicant, approved, somebody } from '../factories/volunteers'

let cloud: TestCloud
let admin: TestPerson
let elsewhere: TestPerson
let supervisor: TestPerson
let leader: TestPerson
let names = 0

beforeAll(async () => {
  cloud = await startTestCloud()
  admin = await somebody(cloud, ['communityAdmin', township])
  elsewhere = await somebody(cloud, ['communityAdmin', yunling])
  supervisor = await somebody(cloud, ['supervisor', county])
  leader = await approved(cloud, admin, { name: '何队长' })
})
afterAll(() => cloud.stop())

const send = async (as: TestPerson | null, verb: string, input: object) => cloud.send(as, `volunteer.${verb}`, input)
const refusal = async (as: TestPerson, verb: string, input: object) =>
  (await send(as, verb, input)).body.result?.refusal
const founding = (more: object = {}) => ({
  kind: 'free' as const,
  name: `互助队${names++}`,
  areaCode: liuqiao,
  leaderId: leader.personId,
  about: '周末帮老人买菜',
  ...more,
})
const found = async (more: object = {}) => (await cloud.ask(admin, 'volunteer.createTeam', founding(more))).teamId
const team = (as: TestPerson, teamId: number) => cloud.ask(as, 'volunteer.team', { teamId })
const lastNotice = async (as: TestPerson) => (await cloud.ask(as, 'inbox.list', {})).rows[0]

describe('founding', () => {
  it('makes a team with its leader in it, who is told', async () => {
    const teamId = await found({ kind: 'hometown', name: '开江老乡帮帮团', homeAreaCode: '511723' })
    expect(await team(leader, teamId)).toMatchObject({
      kind: 'hometown',
      name: '开江老乡帮帮团',
      areaName: '柳桥社区',
      homeAreaName: '四川开江县',
      leaderName: '何队长',
      members: 1,
      myPart: 'leader',
      asking: 0,
      allowedActions: ['seeMembers', 'decideMember', 'handOver'],
    })
    expect(await lastNotice(leader)).toMatchObject({
      kind: 'teamLed',
      facts: { teamId, title: '开江老乡帮帮团', areaName: '柳桥社区' },
    })
  })

  it.each([
    [{ kind: 'hometown' }, 'homeAreaCode'],
    [{ kind: 'hometown', homeAreaCode: '999999' }, 'homeAreaCode'],
    [{ kind: 'hometown', homeAreaCode: '511723001' }, 'homeAreaCode'],
    [{ kind: 'guard', homeAreaCode: '51' }, 'homeAreaCode'],
    [{ name: '队' }, 'name'],
    [{ kind: 'army' }, 'kind'],
  ])('names the field of %j', async (more, path) => {
    expect(await send(admin, 'createTeam', founding(more))).toMatchObject({ status: 400, body: { fields: [{ path }] } })
  })

  it('is led by approved volunteers and organisers of the area only', async () => {
    const waiting = await applicant(cloud)
    expect(await refusal(admin, 'createTeam', founding({ leaderId: waiting.personId }))).toEqual({
      reason: 'leaderNotFit',
    })
    const foreign = await approved(cloud, elsewhere, { areaCode: yunling })
    expect(await refusal(admin, 'createTeam', founding({ leaderId: foreign.personId }))).toEqual({
      reason: 'leaderNotFit',
    })
    const organiser = await somebody(cloud, ['organiser', liuqiao])
    const teamId = await found({ leaderId: organiser.personId })
    expect(await team(organiser, teamId)).toMatchObject({ myPart: 'leader', members: 0 })
    expect(await refusal(admin, 'createTeam', founding({ leaderId: organiser.personId, areaCode: shitang }))).toEqual({
      reason: 'leaderNotFit',
    })
  })

  it('happens in one’s own area, and once under a name, even when two do it at once', async () => {
    expect(await refusal(elsewhere, 'createTeam', founding())).toEqual({ reason: 'outsideYourArea' })
    expect(await refusal(admin, 'createTeam', founding({ areaCode: '990101002' }))).toEqual({
      reason: 'outsideYourArea',
    })
    expect((await send(leader, 'createTeam', founding())).status).toBe(403)
    expect((await send(null, 'createTeam', founding())).status).toBe(401)
    const twins = founding()
    const replies = await Promise.all([send(admin, 'createTeam', twins), send(admin, 'createTeam', twins)])
    const answers = replies.map((reply) => reply.body.result)
    expect(answers.filter((answer) => answer?.ok)).toHaveLength(1)
    expect(answers.find((answer) => !answer?.ok)?.refusal).toEqual({ reason: 'nameTaken' })
  })
})

describe('coming and going', () => {
  it('asks the leader, who lets in; both are told', async () => {
    const teamId = await found()
    const wu = await approved(cloud, admin, { name: '吴阿姨', homeAreaCode: '5117' })
    expect(await team(wu, teamId)).toMatchObject({ myPart: 'none', asking: null, allowedActions: ['join'] })
    await cloud.ask(wu, 'volunteer.joinTeam', { teamId })
    expect(await lastNotice(leader)).toMatchObject({ kind: 'teamJoinAsked', facts: { teamId, personName: '吴阿姨' } })
    expect(await team(wu, teamId)).toMatchObject({ myPart: 'asked', members: 1, allowedActions: ['leave'] })
    expect(await team(leader, teamId)).toMatchObject({ asking: 1 })
    await cloud.ask(leader, 'volunteer.decideMember', { teamId, personId: wu.personId, accept: true })
    expect(await lastNotice(wu)).toMatchObject({ kind: 'teamJoined', facts: { teamId } })
    expect(await team(wu, teamId)).toMatchObject({ myPart: 'member', members: 2 })
    const { rows } = await cloud.ask(leader, 'volunteer.teamMembers', { teamId })
    expect(rows).toContainEqual(
      expect.objectContaining({ personId: wu.personId, name: '吴阿姨', homeAreaName: '四川达州市', status: 'member' }),
    )
    await cloud.ask(wu, 'volunteer.leaveTeam', { teamId })
    expect(await lastNotice(leader)).toMatchObject({ kind: 'teamLeft', facts: { teamId, personName: '吴阿姨' } })
    expect(await team(wu, teamId)).toMatchObject({ myPart: 'none', members: 1 })
  })

  it('is for approved volunteers, once', async () => {
    const teamId = await found()
    const waiting = await applicant(cloud)
    expect(await refusal(waiting, 'joinTeam', { teamId })).toEqual({ reason: 'notAVolunteer' })
    expect(await refusal(await somebody(cloud), 'joinTeam', { teamId })).toEqual({ reason: 'notAVolunteer' })
    expect(await refusal(leader, 'joinTeam', { teamId })).toEqual({ reason: 'alreadyIn' })
    const wu = await approved(cloud, admin)
    const asks = await Promise.all([1, 2, 3].map(() => send(wu, 'joinTeam', { teamId })))
    expect(asks.filter((reply) => reply.body.result?.ok)).toHaveLength(1)
    expect((await team(leader, teamId)).asking).toBe(1)
  })

  it('lets in once when the leader and the community decide at once', async () => {
    const teamId = await found()
    const wu = await approved(cloud, admin)
    await cloud.ask(wu, 'volunteer.joinTeam', { teamId })
    const decision = { teamId, personId: wu.personId }
    const replies = await Promise.all([
      send(leader, 'decideMember', { ...decision, accept: true }),
      send(admin, 'decideMember', { ...decision, accept: true }),
    ])
    const answers = replies.map((reply) => reply.body.result)
    expect(answers.filter((answer) => answer?.ok)).toHaveLength(1)
    expect(answers.find((answer) => !answer?.ok)?.refusal).toEqual({ reason: 'noSuchAsk' })
  })

  it('does not bring back somebody who leaves as a volunteer while it is decided, or while he asks', async () => {
    const teamId = await found()
    for (let n = 0; n < 6; n++) {
      const [asking, coming] = [await approved(cloud, admin), await approved(cloud, admin)]
      await cloud.ask(asking, 'volunteer.joinTeam', { teamId })
      await Promise.all([
        send(asking, 'setPresence', { presence: 'left' }),
        send(leader, 'decideMember', { teamId, personId: asking.personId, accept: true }),
        send(coming, 'joinTeam', { teamId }),
        send(coming, 'setPresence', { presence: 'left' }),
      ])
      expect(
        await cloud.sql`
          select m.person_id from team_members m join volunteers v on v.person_id = m.person_id
           where m.team_id = ${teamId} and m.status <> 'left' and v.status = 'left'`,
      ).toEqual([])
    }
  })

  it('takes a member out with a reason only, and never the leader', async () => {
    const teamId = await found()
    const wu = await approved(cloud, admin)
    await cloud.ask(wu, 'volunteer.joinTeam', { teamId })
    const decision = { teamId, personId: wu.personId }
    await cloud.ask(admin, 'volunteer.decideMember', { ...decision, accept: true })
    expect(await refusal(leader, 'decideMember', { ...decision, accept: false })).toEqual({ reason: 'reasonNeeded' })
    await cloud.ask(leader, 'volunteer.decideMember', { ...decision, accept: false, reason: '搬走了' })
    expect(await lastNotice(wu)).toMatchObject({ kind: 'teamRemoved', facts: { reason: '搬走了' } })
    const self = { teamId, personId: leader.personId, accept: false, reason: '走吧' }
    expect(await refusal(admin, 'decideMember', self)).toEqual({ reason: 'leadsIt' })
    expect(await refusal(leader, 'leaveTeam', { teamId })).toEqual({ reason: 'leadsIt' })
    expect(await refusal(wu, 'leaveTeam', { teamId })).toEqual({ reason: 'notIn' })
  })

  it('is nobody else’s affair: strangers, members and the staff of other places do not exist for it', async () => {
    const teamId = await found()
    const [member, asking] = [await approved(cloud, admin), await approved(cloud, admin)]
    for (const one of [member, asking]) await cloud.ask(one, 'volunteer.joinTeam', { teamId })
    await cloud.ask(leader, 'volunteer.decideMember', { teamId, personId: member.personId, accept: true })
    const decision = { teamId, personId: asking.personId, accept: true }
    for (const one of [member, asking, elsewhere, supervisor]) {
      expect((await send(one, 'decideMember', decision)).status).toBe(404)
      expect((await send(one, 'handOverTeam', { teamId, leaderId: member.personId })).status).toBe(404)
    }
    for (const one of [member, asking, elsewhere]) expect((await send(one, 'teamMembers', { teamId })).status).toBe(404)
    expect((await cloud.ask(supervisor, 'volunteer.teamMembers', { teamId })).rows.map((row) => row.status)).toEqual([
      'asked',
      'member',
      'member',
    ])
    expect((await send(elsewhere, 'closeTeam', { teamId, reason: '不想要了' })).status).toBe(404)
    expect((await send(elsewhere, 'changeTeam', { teamId, name: '别人的队' })).status).toBe(404)
    expect((await team(member, teamId)).asking).toBeNull()
  })

  it('ends with a volunteer who leaves', async () => {
    const teamId = await found()
    const wu = await approved(cloud, admin)
    await cloud.ask(wu, 'volunteer.joinTeam', { teamId })
    await cloud.ask(leader, 'volunteer.decideMember', { teamId, personId: wu.personId, accept: true })
    await cloud.ask(wu, 'volunteer.setPresence', { presence: 'left' })
    expect((await team(leader, teamId)).members).toBe(1)
  })
})

describe('leading', () => {
  it('is handed to a member by the leader, to a fit person by the community', async () => {
    const teamId = await found()
    const [member, other] = [await approved(cloud, admin, { name: '赵接班' }), await approved(cloud, admin)]
    await cloud.ask(member, 'volunteer.joinTeam', { teamId })
    await cloud.ask(leader, 'volunteer.decideMember', { teamId, personId: member.personId, accept: true })
    expect(await refusal(leader, 'handOverTeam', { teamId, leaderId: other.personId })).toEqual({
      reason: 'leaderNotFit',
    })
    await cloud.ask(leader, 'volunteer.handOverTeam', { teamId, leaderId: member.personId })
    expect(await team(leader, teamId)).toMatchObject({ leaderName: '赵接班', myPart: 'member' })
    expect(await lastNotice(member)).toMatchObject({ kind: 'teamLed' })
    expect((await send(leader, 'handOverTeam', { teamId, leaderId: leader.personId })).status).toBe(404)
    await cloud.ask(admin, 'volunteer.handOverTeam', { teamId, leaderId: other.personId })
    expect(await lastNotice(member)).toMatchObject({ kind: 'teamHandedOver' })
    expect(await team(other, teamId)).toMatchObject({ myPart: 'leader', members: 3 })
  })

  it('is not left behind by a volunteer who leaves', async () => {
    const chief = await approved(cloud, admin)
    await found({ leaderId: chief.personId })
    expect(await refusal(chief, 'setPresence', { presence: 'left' })).toEqual({ reason: 'leadsTeams', teams: 1 })
    expect((await cloud.ask(chief, 'volunteer.myProfile', {})).profile).toMatchObject({ status: 'approved' })
  })

  it('is never given to somebody who leaves at the same moment', async () => {
    for (let n = 0; n < 6; n++) {
      const chief = await approved(cloud, admin)
      await Promise.all([
        send(chief, 'setPresence', { presence: 'left' }),
        send(admin, 'createTeam', founding({ leaderId: chief.personId })),
      ])
      const [row] = await cloud.sql<{ status: string; leads: boolean }[]>`
        select status, exists (select from teams where leader_id = person_id and closed_at is null) as leads
          from volunteers where person_id = ${chief.personId}`
      expect([
        { status: 'left', leads: false },
        { status: 'approved', leads: true },
      ]).toContainEqual(row)
    }
  })

  it('changes what is said, and closes with a word to everybody; the name is free again', async () => {
    const name = '巡逻小队'
    const teamId = await found({ kind: 'guard', name })
    const wu = await approved(cloud, admin)
    await cloud.ask(wu, 'volunteer.joinTeam', { teamId })
    await cloud.ask(admin, 'volunteer.changeTeam', { teamId, name: '家园卫士', about: '每晚一圈' })
    expect(await team(wu, teamId)).toMatchObject({ name: '家园卫士', about: '每晚一圈' })
    const other = await found()
    expect(await refusal(admin, 'changeTeam', { teamId: other, name: '家园卫士' })).toEqual({ reason: 'nameTaken' })
    await cloud.ask(admin, 'volunteer.closeTeam', { teamId, reason: '并入街道队' })
    for (const one of [wu, leader])
      expect(await lastNotice(one)).toMatchObject({
        kind: 'teamClosed',
        facts: { title: '家园卫士', reason: '并入街道队' },
      })
    for (const one of [wu, leader, admin]) expect((await send(one, 'team', { teamId })).status).toBe(404)
    expect((await send(wu, 'joinTeam', { teamId })).status).toBe(404)
    await found({ kind: 'guard', name: '家园卫士' })
  })
})

describe('the list', () => {
  it('has the teams that cover my home first, each once, and mine alone when asked', async () => {
    const here = await found({ areaCode: liuqiao })
    const around = await found({ areaCode: township })
    const beside = await found({ areaCode: shitang })
    const far = (
      await cloud.ask(elsewhere, 'volunteer.createTeam', {
        ...founding({ areaCode: yunling }),
        leaderId: (await approved(cloud, elsewhere, { areaCode: yunling })).personId,
      })
    ).teamId
    for (let n = 0; n < 20; n++) await found({ areaCode: shitang })
    const wu = await cloud.signIn('list-wu', { community: liuqiao })
    const ids: number[] = []
    let cursor: string | undefined
    do {
      const page = await cloud.ask(wu, 'volunteer.teams', cursor ? { cursor } : {})
      ids.push(...page.rows.map((row) => row.teamId))
      cursor = page.nextCursor
    } while (cursor)
    expect(new Set(ids).size).toBe(ids.length)
    const order = [here, around, beside, far].map((teamId) => ids.indexOf(teamId))
    expect(order.every((at) => at >= 0)).toBe(true)
    expect(Math.max(order[0] as number, order[1] as number)).toBeLessThan(order[2] as number)
    expect(order[2]).toBeLessThan(order[3] as number)
    const inYunling = await cloud.ask(wu, 'volunteer.teams', { areaCode: yunling })
    expect(inYunling.rows[0]?.teamId).toBe(far)
    expect((await cloud.ask(wu, 'volunteer.teams', { mine: true })).rows).toEqual([])
    const mine = await cloud.ask(leader, 'volunteer.teams', { mine: true, areaCode: liuqiao })
    expect(mine.rows.every((row) => row.myPart !== 'none')).toBe(true)
    expect((await send(null, 'teams', {})).status).toBe(401)
  })
})
