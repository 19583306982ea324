import { startTestCloud, type TestCloud, type TestPerson } from '../cloud'
import { grid, liuqiao, township, yunling } from '../factories/areas'
import { applicant, approved, offerTo, profileOf, somebody, taskOf } from '../factories/volunteers'

let cloud: TestCloud
let admin: TestPerson
let elsewhere: TestPerson

beforeAll(async () => {
  cloud = await startTestCloud()
  admin = await somebody(cloud, ['communityAdmin', liuqiao])
  elsewhere = await somebody(cloud, ['communityAdmin', yunling])
})
afterAll(() => cloud.stop())

const mine = async (as: TestPerson) => (await cloud.ask(as, 'volunteer.myProfile', {})).profile
const save = (as: TestPerson, more: Parameters<typeof profileOf>[0] = {}) =>
  cloud.send(as, 'volunteer.saveProfile', profileOf(more))
const saved = (as: TestPerson, more: Parameters<typeof profileOf>[0]) =>
  cloud.ask(as, 'volunteer.saveProfile', profileOf(more))
const kinds = async (as: TestPerson) => (await cloud.ask(as, 'inbox.list', {})).rows.map((row) => row.kind)
const offerStatus = async (offerId: number) =>
  (
    await cloud.sql<
      { status: string; reason: string | null }[]
    >`select status, reason from offers where id = ${offerId}`
  )[0]
const tomorrow = () => new Date(Date.now() + 86_400_000)

describe('applying', () => {
  it('keeps what is said, waits for the community and tells its administrators alone', async () => {
    const wu = await somebody(cloud)
    expect(await mine(wu)).toBeNull()
    const saved = await cloud.ask(wu, 'volunteer.saveProfile', {
      ...profileOf({ homeAreaCode: '511723', sex: 'female', areaCode: grid, about: '退休教师' }),
      skills: [
        { skill: 'medical', level: 3 },
        { skill: 'errand', level: 1 },
      ],
    })
    expect(saved).toMatchObject({
      status: 'applied',
      areaName: '柳桥一网格',
      homeAreaName: '四川开江县',
      sex: 'female',
      ageBand: 50,
      insuredUntil: null,
      automatic: true,
      about: '退休教师',
      weekly: [{ weekday: 2, fromMinute: 540, untilMinute: 720 }],
      exceptions: [],
    })
    expect(saved.skills).toEqual([
      { skill: 'errand', level: 1, certificateUntil: null },
      { skill: 'medical', level: 3, certificateUntil: null },
    ])
    expect(await mine(wu)).toEqual(saved)
    expect((await cloud.ask(admin, 'inbox.list', {})).rows[0]).toMatchObject({
      kind: 'volunteerApplied',
      facts: { volunteerId: wu.personId, personName: '吴秀英', areaName: '柳桥一网格' },
    })
    expect(await kinds(elsewhere)).toEqual([])
  })

  it('asks for the privacy consent first', async () => {
    const shy = await cloud.signIn('shy', { consent: false })
    expect((await save(shy)).body.result).toEqual({ ok: false, refusal: { reason: 'consentNeeded' } })
    expect(await mine(shy)).toBeNull()
  })

  it.each([
    [{ areaCode: township }, { reason: 'noSuchCommunity' }],
    [{ areaCode: '990101009009' }, { reason: 'noSuchCommunity' }],
    [{ skills: [{ skill: 'flying', level: 1 }] }, { reason: 'unknownSkill', skill: 'flying' }],
    [{ dialects: ['klingon'] }, { reason: 'unknownDialect', dialect: 'klingon' }],
    [
      {
        weekly: [
          { weekday: 3, fromMinute: 600, untilMinute: 700 },
          { weekday: 3, fromMinute: 540, untilMinute: 601 },
        ],
      },
      { reason: 'timesOverlap', weekday: 3 },
    ],
  ])('refuses %j', async (more, refusal) => {
    const one = await somebody(cloud)
    expect((await save(one, more)).body.result).toEqual({ ok: false, refusal })
    expect(await mine(one)).toBeNull()
  })

  it.each([
    [{ radiusMetres: 50 }, 'radiusMetres'],
    [{ skills: [] }, 'skills'],
    [{ weeklyMinutes: 5000 }, 'weeklyMinutes'],
    [{ ageBand: 15 as never }, 'ageBand'],
    [{ homeAreaCode: '990000' }, 'homeAreaCode'],
    [{ weekly: [{ weekday: 1, fromMinute: 600, untilMinute: 600 }] }, 'weekly.0.untilMinute'],
    [
      {
        skills: [
          { skill: 'errand', level: 1 },
          { skill: 'errand', level: 2 },
        ],
      },
      'skills',
    ],
  ])('names the field of %j', async (more, path) => {
    const reply = await save(await somebody(cloud), more)
    expect(reply).toMatchObject({ status: 400, body: { code: 142, fields: [{ path }] } })
  })

  it('is one profile and one notice when it is sent twice at once', async () => {
    const before = (await kinds(admin)).length
    const one = await somebody(cloud)
    const replies = await Promise.all([save(one), save(one), save(one, { name: '吴英' })])
    expect(replies.map((reply) => reply.body.result?.ok)).toEqual([true, true, true])
    expect(await cloud.sql`select from volunteers where person_id = ${one.personId}`).toHaveLength(1)
    expect((await kinds(admin)).length).toBe(before + 1)
  })
})

describe('changing', () => {
  it('leaves a volunteer approved, and the certificates that were seen with the skills that stay', async () => {
    const doctor = await approved(cloud, admin, { skills: [{ skill: 'medical', level: 2 }] })
    const until = new Date('2029-06-30T08:00:00+08:00')
    await cloud.ask(admin, 'volunteer.checkCertificate', { personId: doctor.personId, skill: 'medical', until })
    await saved(doctor, {
      skills: [
        { skill: 'medical', level: 3 },
        { skill: 'phone', level: 1 },
      ],
    })
    const profile = await mine(doctor)
    expect(profile).toMatchObject({ status: 'approved' })
    expect(profile?.skills).toEqual([
      { skill: 'phone', level: 1, certificateUntil: null },
      { skill: 'medical', level: 3, certificateUntil: new Date('2029-06-30T23:59:59.999+08:00') },
    ])
    await saved(doctor, { skills: [{ skill: 'phone', level: 1 }] })
    await saved(doctor, { skills: [{ skill: 'medical', level: 3 }] })
    expect((await mine(doctor))?.skills).toEqual([{ skill: 'medical', level: 3, certificateUntil: null }])
  })

  it('asks the new community when somebody moves, and gives back what the old one asked', async () => {
    const wang = await approved(cloud, admin)
    const { offerId } = await offerTo(cloud, wang.personId, tomorrow())
    const before = (await kinds(elsewhere)).length
    await saved(wang, { areaCode: yunling })
    expect(await mine(wang)).toMatchObject({ status: 'applied', areaName: '云岭村' })
    expect((await kinds(elsewhere)).length).toBe(before + 1)
    expect(await offerStatus(offerId)).toEqual({ status: 'withdrawn', reason: 'left' })
    expect(await liveRoles(wang)).toEqual([])
  })

  it('keeps exceptions that lie ahead, in order, and says when they overlap', async () => {
    const wu = await applicant(cloud)
    const at = (hours: number) => new Date(Date.now() + hours * 3_600_000)
    const [first, second] = [
      { from: at(30), until: at(33), free: false },
      { from: at(50), until: at(52), free: true },
    ]
    const past = { from: at(-5), until: at(-3), free: true }
    const saved = await cloud.ask(wu, 'volunteer.saveExceptions', { exceptions: [second, past, first] as never })
    expect(saved.exceptions).toEqual([first, second])
    const overlap = { exceptions: [first, { from: at(32), until: at(34), free: true }] }
    expect((await cloud.send(wu, 'volunteer.saveExceptions', overlap)).body.result).toMatchObject({
      ok: false,
      refusal: { reason: 'timesOverlap', weekday: expect.any(Number) },
    })
    const backwards = { exceptions: [{ from: at(3), until: at(2), free: true }] }
    expect(await cloud.send(wu, 'volunteer.saveExceptions', backwards)).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'exceptions.0.until' }] },
    })
    expect((await mine(wu))?.exceptions).toEqual([first, second])
    const nextDecade = { exceptions: [{ from: at(3), until: at(90_000), free: false }] }
    expect(await cloud.send(wu, 'volunteer.saveExceptions', nextDecade)).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'exceptions.0.until' }] },
    })
    expect((await mine(wu))?.exceptions).toEqual([first, second])
  })
})

const liveRoles = (one: TestPerson) =>
  cloud.sql`select role from role_grants where person_id = ${one.personId} and revoked_at is null`

describe('being there', () => {
  it('is told to those who never applied that they are no volunteers', async () => {
    const stranger = await somebody(cloud)
    const refused = { ok: false, refusal: { reason: 'notAVolunteer' } }
    for (const [name, input] of [
      ['setPresence', { presence: 'paused' }],
      ['setAutomatic', { automatic: false }],
      ['saveExceptions', { exceptions: [] }],
    ] as const)
      expect((await cloud.send(stranger, `volunteer.${name}`, input)).body.result).toEqual(refused)
    const applied = await applicant(cloud)
    expect((await cloud.send(applied, 'volunteer.setPresence', { presence: 'paused' })).body.result).toEqual(refused)
  })

  it('gives offers back when a volunteer rests, and comes back as it was', async () => {
    const wu = await approved(cloud, admin)
    const { offerId } = await offerTo(cloud, wu.personId, tomorrow())
    expect(await cloud.ask(wu, 'volunteer.setPresence', { presence: 'paused' })).toMatchObject({ status: 'paused' })
    expect(await offerStatus(offerId)).toEqual({ status: 'withdrawn', reason: 'left' })
    expect(await liveRoles(wu)).toEqual([{ role: 'volunteer' }])
    expect(await cloud.ask(wu, 'volunteer.setPresence', { presence: 'here' })).toMatchObject({ status: 'approved' })
  })

  it('gives offers back when automatic matching is refused', async () => {
    const wu = await approved(cloud, admin)
    const { offerId } = await offerTo(cloud, wu.personId, tomorrow())
    expect(await cloud.ask(wu, 'volunteer.setAutomatic', { automatic: false })).toMatchObject({ automatic: false })
    expect(await offerStatus(offerId)).toEqual({ status: 'withdrawn', reason: 'left' })
    expect(await cloud.ask(wu, 'volunteer.setAutomatic', { automatic: true })).toMatchObject({ automatic: true })
  })

  it('does not leave with tasks accepted, and takes nothing back that it did not do', async () => {
    const wu = await approved(cloud, admin)
    const accepted = await offerTo(cloud, wu.personId, tomorrow())
    await taskOf(cloud, accepted.offerId)
    const waiting = await offerTo(cloud, wu.personId, new Date(Date.now() + 2 * 86_400_000))
    expect((await cloud.send(wu, 'volunteer.setPresence', { presence: 'left' })).body.result).toEqual({
      ok: false,
      refusal: { reason: 'hasTasks', tasks: 1 },
    })
    expect(await mine(wu)).toMatchObject({ status: 'approved' })
    expect(await offerStatus(waiting.offerId)).toEqual({ status: 'sent', reason: null })
  })

  it('ends the role when a volunteer leaves; who comes again applies again', async () => {
    const wu = await approved(cloud, admin)
    const { offerId } = await offerTo(cloud, wu.personId, tomorrow())
    expect(await cloud.ask(wu, 'volunteer.setPresence', { presence: 'left' })).toMatchObject({ status: 'left' })
    expect(await liveRoles(wu)).toEqual([])
    expect(await offerStatus(offerId)).toEqual({ status: 'withdrawn', reason: 'left' })
    expect((await cloud.send(wu, 'volunteer.setPresence', { presence: 'here' })).body.result).toMatchObject({
      refusal: { reason: 'notAVolunteer' },
    })
    const before = (await kinds(admin)).length
    expect(await cloud.ask(wu, 'volunteer.saveProfile', profileOf())).toMatchObject({ status: 'applied' })
    expect((await kinds(admin)).length).toBe(before + 1)
  })
})

describe('an account that is deleted', () => {
  it('leaves nothing that says who somebody was, and nobody waiting for him', async () => {
    const wu = await approved(cloud, admin, {
      name: '吴老师',
      areaCode: grid,
      homeAreaCode: '511723',
      sex: 'female',
      about: '退休教师',
      dialects: ['chuanyu'],
    })
    const sent = await offerTo(cloud, wu.personId, tomorrow())
    const chief = { kind: 'free' as const, name: '老师队', areaCode: liuqiao, leaderId: wu.personId }
    const { teamId } = await cloud.ask(admin, 'volunteer.createTeam', chief)
    const shift = { areaCode: liuqiao, placeName: '社区卫生站', from: new Date(), until: tomorrow() }
    const { shiftId } = await cloud.ask(admin, 'volunteer.saveShift', {
      ...shift,
      until: new Date(Date.now() + 3_600_000),
      personId: wu.personId,
      profession: 'doctor',
      surname: '吴',
    })
    await cloud.ask(wu, 'volunteer.agreeToShift', { shiftId, agree: true })
    await cloud.ask(wu, 'volunteer.saveExceptions', {
      exceptions: [{ from: new Date(), until: tomorrow(), free: true }],
    })
    await cloud.ask(wu, 'people.deleteMe', { confirm: '注销' })

    const [left] = await cloud.sql`
      select status, name, area_code, home_area_code, sex, age_band, about, base_lat, base_lng from volunteers where person_id = ${wu.personId}`
    expect(left).toEqual({
      status: 'left',
      name: '已注销',
      area_code: liuqiao,
      home_area_code: null,
      sex: null,
      age_band: null,
      about: '',
      base_lat: 30.512,
      base_lng: 120.512,
    })
    for (const table of [
      'volunteer_skills',
      'volunteer_dialects',
      'availability_weekly',
      'availability_exceptions',
      'team_members',
    ])
      expect(await cloud.sql.unsafe(`select from ${table} where person_id = $1`, [wu.personId])).toHaveLength(0)
    expect(await offerStatus(sent.offerId)).toEqual({ status: 'withdrawn', reason: 'left' })
    expect(await liveRoles(wu)).toEqual([])
    expect(await cloud.ask(admin, 'volunteer.team', { teamId })).toMatchObject({ myPart: 'leader', members: 0 })
    expect((await cloud.ask(admin, 'volunteer.onDuty', { areaCode: liuqiao })).rows).toEqual([])
    expect(await cloud.sql`select surname from duty_shifts where id = ${shiftId}`).toEqual([{ surname: '某' }])
  })

  it('gives accepted tasks back, and those who relied on them are told', async () => {
    const wu = await approved(cloud, admin)
    const { offerId, requestId } = await offerTo(cloud, wu.personId, tomorrow())
    await taskOf(cloud, offerId)
    await cloud.ask(wu, 'people.deleteMe', { confirm: '注销' })
    expect(await cloud.sql`select status from assignments where offer_id = ${offerId}`).toEqual([
      { status: 'cancelled' },
    ])
    const [told] = await cloud.sql`
      select n.kind, n.facts ->> 'personName' as name from notices n join help_requests h on h.requester_id = n.person_id where h.id = ${requestId}`
    expect(told).toEqual({ kind: 'helpLookingAgain', name: '志愿者' })
  })
})

describe('home areas', () => {
  it.each([
    ['开江', '511723', '开江县', '四川省达州市'],
    ['kaijiang', '511723', '开江县', '四川省达州市'],
    ['kj', '511723', '开江县', '四川省达州市'],
    ['四川开江', '511723', '开江县', '四川省达州市'],
    ['sichuan', '51', '四川省', ''],
    ['chongqing', '50', '重庆市', ''],
    ['东莞', '4419', '东莞市', '广东省'],
  ])('finds %s', async (search, homeAreaCode, name, within) => {
    const { rows } = await cloud.ask(null, 'volunteer.homeAreas', { search })
    expect(rows[0]).toEqual({ homeAreaCode, name, within })
    expect(rows.length).toBeLessThanOrEqual(20)
  })

  it('gives the shortest names first, twenty at most, and nothing for what is nowhere', async () => {
    const { rows } = await cloud.ask(null, 'volunteer.homeAreas', { search: '山' })
    const lengths = rows.map((row) => row.name.length)
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b))
    expect(rows).toHaveLength(20)
    expect((await cloud.ask(null, 'volunteer.homeAreas', { search: '，' })).rows).toEqual([])
    expect((await cloud.ask(null, 'volunteer.homeAreas', { search: 'zzzz' })).rows).toEqual([])
  })

  it.each([
    ['51', '四川'],
    ['5117', '四川达州市'],
    ['511723', '四川开江县'],
    ['511723001002', '四川开江县'],
    ['320106', '江苏南京鼓楼区'],
    ['110101', '北京东城区'],
    ['500229', '重庆城口县'],
    ['429004', '湖北仙桃市'],
    ['441900', '广东东莞市'],
    ['650102', '新疆乌鲁木齐天山区'],
    ['810001', '香港'],
  ])('says %s as %s', async (homeAreaCode, name) => {
    const one = await applicant(cloud, { homeAreaCode })
    expect((await mine(one))?.homeAreaName).toBe(name)
  })
})
