import { startTestCloud, type TestCloud, type TestPerson } from '../cloud'
import { county, grid, liuqiao, shitang, yunling } from '../factories/areas'
import { applicant, approved, profileOf, somebody } from '../factories/volunteers'

let cloud: TestCloud
let admin: TestPerson
let colleague: TestPerson
let elsewhere: TestPerson
let worker: TestPerson

beforeAll(async () => {
  cloud = await startTestCloud()
  admin = await somebody(cloud, ['communityAdmin', liuqiao])
  colleague = await somebody(cloud, ['communityAdmin', county])
  elsewhere = await somebody(cloud, ['communityAdmin', yunling])
  worker = await somebody(cloud, ['gridWorker', grid])
})
afterAll(() => cloud.stop())

const send = (as: TestPerson | null, verb: string, input: object) => cloud.send(as, `volunteer.${verb}`, input)
const rolesOf = (one: TestPerson) =>
  cloud.sql`select role, area_code from role_grants where person_id = ${one.personId} and revoked_at is null`

describe('taking in', () => {
  it('grants the role in the community and says so', async () => {
    const wu = await applicant(cloud, { areaCode: grid })
    await cloud.ask(admin, 'volunteer.decideVolunteer', { personId: wu.personId, approve: true })
    expect((await cloud.ask(wu, 'volunteer.myProfile', {})).profile).toMatchObject({ status: 'approved' })
    expect(await rolesOf(wu)).toEqual([{ role: 'volunteer', area_code: liuqiao }])
    expect((await cloud.ask(wu, 'inbox.list', {})).rows[0]).toMatchObject({
      kind: 'volunteerApproved',
      facts: { areaName: '柳桥社区' },
    })
  })

  it('says no only with a reason, which the person reads, and may be asked again', async () => {
    const wu = await applicant(cloud)
    const no = { personId: wu.personId, approve: false }
    expect((await send(admin, 'decideVolunteer', no)).body.result).toEqual({
      ok: false,
      refusal: { reason: 'reasonNeeded' },
    })
    await cloud.ask(admin, 'volunteer.decideVolunteer', { ...no, reason: '请先来社区见一面' })
    expect((await cloud.ask(wu, 'volunteer.myProfile', {})).profile).toMatchObject({
      status: 'left',
      statusReason: '请先来社区见一面',
    })
    expect((await cloud.ask(wu, 'inbox.list', {})).rows[0]).toMatchObject({
      kind: 'volunteerDeclined',
      facts: { reason: '请先来社区见一面' },
    })
    expect(await rolesOf(wu)).toEqual([])
    expect(await cloud.ask(wu, 'volunteer.saveProfile', profileOf())).toMatchObject({
      status: 'applied',
      statusReason: null,
    })
  })

  it('is decided once when two decide at once', async () => {
    for (let n = 0; n < 5; n++) {
      const wu = await applicant(cloud)
      const replies = await Promise.all([
        send(admin, 'decideVolunteer', { personId: wu.personId, approve: true }),
        send(colleague, 'decideVolunteer', { personId: wu.personId, approve: n % 2 === 0, reason: '再等等' }),
      ])
      const answers = replies.map((reply) => reply.body.result)
      expect(answers.filter((answer) => answer?.ok)).toHaveLength(1)
      expect(answers.find((answer) => !answer?.ok)?.refusal).toEqual({ reason: 'alreadyDecided' })
      expect((await cloud.ask(wu, 'inbox.list', {})).rows).toHaveLength(1)
      const { profile } = await cloud.ask(wu, 'volunteer.myProfile', {})
      expect(await rolesOf(wu)).toHaveLength(profile?.status === 'approved' ? 1 : 0)
    }
  })

  it('keeps a role that was granted by hand before', async () => {
    const wu = await applicant(cloud)
    await cloud.ask(admin, 'people.grantRole', { personId: wu.personId, role: 'volunteer', areaCode: liuqiao })
    await cloud.ask(admin, 'volunteer.decideVolunteer', { personId: wu.personId, approve: true })
    expect(await rolesOf(wu)).toHaveLength(1)
  })

  it.each([
    ['decideVolunteer', { approve: true }],
    ['checkCertificate', { skill: 'medical', until: null }],
    ['setInsurance', { until: null }],
  ])('%s is for the administrators of that community only', async (verb, input) => {
    const wu = await applicant(cloud, { skills: [{ skill: 'medical', level: 1 }] })
    const body = { personId: wu.personId, ...input }
    expect((await send(elsewhere, verb, body)).status).toBe(404)
    expect((await send(worker, verb, body)).status).toBe(403)
    expect((await send(wu, verb, body)).status).toBe(403)
    expect((await send(null, verb, body)).status).toBe(401)
    expect((await cloud.ask(wu, 'volunteer.myProfile', {})).profile).toMatchObject({ status: 'applied' })
  })
})

describe('papers', () => {
  it('count until the end of their day in Shanghai, and can be taken back', async () => {
    const wu = await approved(cloud, admin, { skills: [{ skill: 'law', level: 3 }] })
    // 01:00 in Shanghai is still the day before in Greenwich.
    const until = new Date('2030-01-31T01:00:00+08:00')
    await cloud.ask(admin, 'volunteer.checkCertificate', { personId: wu.personId, skill: 'law', until })
    await cloud.ask(admin, 'volunteer.setInsurance', { personId: wu.personId, until })
    const endOfDay = new Date('2030-01-31T23:59:59.999+08:00')
    expect((await cloud.ask(wu, 'volunteer.myProfile', {})).profile).toMatchObject({
      insuredUntil: endOfDay,
      skills: [{ skill: 'law', certificateUntil: endOfDay }],
    })
    await cloud.ask(admin, 'volunteer.checkCertificate', { personId: wu.personId, skill: 'law', until: null })
    await cloud.ask(admin, 'volunteer.setInsurance', { personId: wu.personId, until: null })
    expect((await cloud.ask(wu, 'volunteer.myProfile', {})).profile).toMatchObject({
      insuredUntil: null,
      skills: [{ skill: 'law', certificateUntil: null }],
    })
  })

  it('are refused when they are over, or when there is nothing to certify', async () => {
    const { personId } = await applicant(cloud)
    const yesterday = new Date(Date.now() - 86_400_000)
    const refusal = async (verb: string, input: object) =>
      (await send(admin, verb, { personId, ...input })).body.result?.refusal
    expect(await refusal('checkCertificate', { skill: 'errand', until: yesterday })).toEqual({ reason: 'alreadyOver' })
    expect(await refusal('setInsurance', { until: yesterday })).toEqual({ reason: 'alreadyOver' })
    const later = new Date(Date.now() + 86_400_000)
    expect(await refusal('checkCertificate', { skill: 'medical', until: later })).toEqual({ reason: 'noSuchSkill' })
    expect(await refusal('checkCertificate', { skill: 'errand', until: later })).toEqual({ reason: 'noSuchSkill' })
  })
})

describe('looking', () => {
  it('lists those who wait first, page by page, each once, and says what is to be checked', async () => {
    const before = (await cloud.ask(elsewhere, 'volunteer.volunteers', {})).waiting
    expect(before).toBe(0)
    const taken = await approved(cloud, elsewhere, { areaCode: yunling, name: '郑建国' })
    const names = Array.from({ length: 23 }, (_, n) => `孙家第${n}个`)
    for (const name of names)
      await applicant(cloud, { areaCode: yunling, name, skills: [{ skill: 'medical', level: 1 }] })
    const first = await cloud.ask(elsewhere, 'volunteer.volunteers', {})
    expect(first.rows).toHaveLength(20)
    expect(first.waiting).toBe(23)
    const second = await cloud.ask(elsewhere, 'volunteer.volunteers', { cursor: first.nextCursor })
    expect([...first.rows, ...second.rows].map((row) => row.name)).toEqual([...names, '郑建国'])
    expect(second.nextCursor).toBeUndefined()
    expect(first.rows[0]).toMatchObject({ status: 'applied', skills: ['看病咨询'], toCheck: ['看病咨询'] })
    expect(second.rows.at(-1)).toMatchObject({ personId: taken.personId, skills: ['代买代取'], toCheck: [] })
    const found = await cloud.ask(elsewhere, 'volunteer.volunteers', { search: '建国' })
    expect(found.rows.map((row) => row.name)).toEqual(['郑建国'])
    const waiting = await cloud.ask(elsewhere, 'volunteer.volunteers', { status: 'approved' })
    expect(waiting.rows.map((row) => row.name)).toEqual(['郑建国'])
    const nothing = await cloud.ask(elsewhere, 'volunteer.volunteers', { areaCode: liuqiao })
    expect(nothing).toEqual({ rows: [], waiting: 0 })
  })

  it('shows a grid worker the people of the grid only, and the county everybody', async () => {
    const inGrid = await applicant(cloud, { areaCode: grid, name: '在网格里' })
    const beside = await applicant(cloud, { areaCode: shitang, name: '在别处的' })
    const rows = (await cloud.ask(worker, 'volunteer.volunteers', {})).rows.map((row) => row.personId)
    expect(rows).toContain(inGrid.personId)
    expect(rows).not.toContain(beside.personId)
    expect((await send(worker, 'volunteer', { personId: inGrid.personId })).body.result?.value).toMatchObject({
      name: '在网格里',
      allowedActions: [],
    })
    expect((await send(worker, 'volunteer', { personId: beside.personId })).status).toBe(404)
    expect(
      (await cloud.ask(colleague, 'volunteer.volunteers', { areaCode: shitang })).rows.map((row) => row.name),
    ).toEqual(['在别处的'])
    expect((await send(beside, 'volunteers', {})).status).toBe(403)
    expect((await send(null, 'volunteers', {})).status).toBe(401)
  })

  it('leaves a trace of who looked at whom', async () => {
    const wu = await applicant(cloud)
    const seen = await cloud.ask(admin, 'volunteer.volunteer', { personId: wu.personId })
    expect(seen).toMatchObject({ status: 'applied', maskedPhone: null })
    expect(seen.allowedActions).toEqual(['decideVolunteer', 'checkCertificate', 'setInsurance'])
    const trail = await cloud.sql`
      select person_id from audit_log where operation = 'volunteer.volunteer' and target = ${`volunteer:${wu.personId}`}`
    expect(trail).toEqual([{ person_id: admin.personId }])
    expect((await send(elsewhere, 'volunteer', { personId: wu.personId })).status).toBe(404)
  })

  it('answers a made-up position with the field at fault', async () => {
    expect(await send(admin, 'volunteers', { cursor: 'bm9uc2Vuc2U' })).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'cursor' }] },
    })
  })
})
