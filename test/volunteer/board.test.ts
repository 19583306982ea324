import { defaultWeights } from '../../cloud/volunteer/match/model'
import type { TestPerson } from '../cloud'
import { county, liuqiao, yunling } from '../factories/areas'
import { helper, helpOf, type Neighbourhood, neighbour, offersOf, openNeighbourhood, theOffer } from '../factories/help'
import { somebody } from '../factories/volunteers'

let n: Neighbourhood
beforeEach(async () => {
  n = await openNeighbourhood()
})
afterEach(() => n.stop())

const ask = (as: TestPerson, more: Parameters<typeof helpOf>[1] = {}) =>
  n.cloud.ask(as, 'volunteer.ask', helpOf(n, more))
const refusal = async (as: TestPerson, name: string, input: object) => {
  const reply = await n.cloud.send(as, name, input)
  return reply.body.result?.refusal ?? reply.status
}
const board = (as: TestPerson) => n.cloud.ask(as, 'volunteer.board', {})

describe('the board', () => {
  it('shows what lacks somebody first, who was asked, and coarse places only', async () => {
    const chen = await helper(n, '陈国华', { lat: 30.51234, lng: 120.51234 })
    const li = await neighbour(n)
    await ask(li, { lat: 30.51276, lng: 120.51276, words: '门口有狗' })
    await ask(li, { kind: 'paperwork' })
    const { rows, volunteers } = await board(n.gridWorker)
    expect(rows.map((row) => [row.kind, row.status])).toEqual([
      ['paperwork', 'unmet'],
      ['errand', 'offered'],
    ])
    expect(rows[1]).toMatchObject({
      lat: 30.513,
      lng: 120.513,
      pairs: [{ name: '陈国华', status: 'sent', lat: 30.512 }],
      mine: true,
    })
    expect(JSON.stringify(rows)).not.toMatch(/门口有狗|李奶奶|302/)
    expect(volunteers).toEqual([])
    expect(chen.personId).toBe(rows[1]?.pairs[0]?.personId)
  })

  it('shows nothing of another area, to another role or to a stranger', async () => {
    const li = await neighbour(n)
    const { helpRequestId } = await ask(li)
    const elsewhere = await somebody(n.cloud, ['gridWorker', yunling])
    expect((await board(elsewhere)).rows).toEqual([])
    for (const name of ['boardRequest', 'consider', 'takeOverHelp'])
      expect(await refusal(elsewhere, `volunteer.${name}`, { helpRequestId })).toBe(404)
    const clerk = await somebody(n.cloud, ['clerk', liuqiao])
    expect((await n.cloud.send(clerk, 'volunteer.board', {})).status).toBe(403)
    expect((await n.cloud.send(li, 'volunteer.board', {})).status).toBe(403)
    const supervisor = await somebody(n.cloud, ['supervisor', county])
    const seen = await n.cloud.ask(supervisor, 'volunteer.boardRequest', { helpRequestId })
    expect(seen.allowedActions).toEqual([])
    expect(await refusal(supervisor, 'volunteer.takeOverHelp', { helpRequestId })).toBe(403)
  })
})

describe('choosing by hand', () => {
  it('shows first what it costs: who would be left without, then asks with a reason', async () => {
    // 陈 can do both, 罗 only the errand.
    const chen = await helper(n, '陈国华', {
      skills: [
        { skill: 'errand', level: 3 },
        { skill: 'phone', level: 1 },
      ],
    })
    const luo = await helper(n, '罗小梅', { skills: [{ skill: 'errand', level: 1 }] })
    const li = await neighbour(n)
    const wang = await neighbour(n, '王爷爷')
    const errand = await ask(li, { automatic: false })
    const phone = await ask(wang, { kind: 'phone', automatic: false })
    for (const [who, { helpRequestId }] of [
      [li, errand],
      [wang, phone],
    ] as const) {
      await n.cloud.ask(who, 'volunteer.matchAgain', { helpRequestId })
    }
    const { helpRequestId } = errand
    const considered = (await n.cloud.ask(n.gridWorker, 'volunteer.consider', { helpRequestId })).people
    expect(considered.map((one) => [one.name, one.neededFor?.kind ?? null])).toEqual([
      ['陈国华', 'phone'],
      ['罗小梅', null],
    ])
    const preview = (personId: number) =>
      n.cloud.ask(n.gridWorker, 'volunteer.previewChoice', { helpRequestId, personId })
    expect(await preview(chen.personId)).toMatchObject({
      before: { places: 2, filled: 2 },
      after: { places: 2, filled: 1 },
      broken: [],
      losing: [{ helpRequestId: phone.helpRequestId, kind: 'phone', places: 1 }],
    })
    expect(await preview(luo.personId)).toMatchObject({ before: { filled: 2 }, after: { filled: 2 }, losing: [] })

    await n.cloud.ask(n.gridWorker, 'volunteer.choose', {
      helpRequestId,
      personId: chen.personId,
      reason: '家属认识他，点名要他',
    })
    expect(await offersOf(n, chen)).toMatchObject([{ kind: 'errand', why: '家属认识他，点名要他' }])
    const [row] = await n.cloud.sql<{ after: object }[]>`
      select after from audit_log where operation = 'volunteer.choose' and after->>'reason' is not null`
    expect(row?.after).toMatchObject({ person: chen.personId, reason: '家属认识他，点名要他' })
  })

  it('takes the place of whoever was asked and has not answered', async () => {
    const chen = await helper(n, '陈国华')
    const luo = await helper(n, '罗小梅', { lat: 30.516 })
    const li = await neighbour(n)
    const { helpRequestId } = await ask(li)
    expect(
      await refusal(n.gridWorker, 'volunteer.choose', { helpRequestId, personId: chen.personId, reason: '再问一次' }),
    ).toEqual({
      reason: 'alreadyAsked',
    })
    const preview = await n.cloud.ask(n.gridWorker, 'volunteer.previewChoice', {
      helpRequestId,
      personId: luo.personId,
    })
    expect([preview.before.filled, preview.after.filled]).toEqual([1, 1])
    expect(preview.after.score).toBeLessThan(preview.before.score)
    await n.cloud.ask(n.gridWorker, 'volunteer.choose', { helpRequestId, personId: luo.personId, reason: '他们认识' })
    expect(await offersOf(n, chen)).toEqual([])
    expect(await offersOf(n, luo)).toHaveLength(1)
  })

  it('may weigh a wish, never a no, a paper, an age or an hour that is taken', async () => {
    const li = await neighbour(n)
    const wang = await neighbour(n, '王爷爷')
    const far = await helper(n, '何远方', { lat: 30.6, lng: 120.6 })
    const young = await helper(n, '小年轻', { ageBand: 16, skills: [{ skill: 'escort', level: 1 }] })
    const { helpRequestId } = await ask(li)
    const choose = (personId: number, id = helpRequestId) =>
      refusal(n.gridWorker, 'volunteer.choose', { helpRequestId: id, personId, reason: '顺路' })
    expect(
      (await n.cloud.ask(n.gridWorker, 'volunteer.previewChoice', { helpRequestId, personId: far.personId })).broken,
    ).toEqual(['radius', 'free'])
    expect(await choose(far.personId)).toBe(200)
    expect(await theOffer(n, far)).toMatchObject({ kind: 'errand' })
    const second = await ask(wang)
    expect(await choose(far.personId, second.helpRequestId)).toEqual({ reason: 'hourTaken' })
    const escort = await ask(wang, {
      kind: 'escort',
      windows: [{ from: new Date('2026-12-01T13:00:00+08:00'), until: new Date('2026-12-01T16:00:00+08:00') }],
    })
    expect(await choose(young.personId, escort.helpRequestId)).toEqual({ reason: 'notForThis', rules: ['age'] })
    await n.cloud.sql`insert into person_blocks (by_id, other_id) values (${wang.personId}, ${far.personId})`
    expect(await choose(far.personId, escort.helpRequestId)).toEqual({ reason: 'notForThis', rules: ['out'] })
    expect(await choose(n.admin.personId, escort.helpRequestId)).toEqual({ reason: 'notAVolunteer' })
  })

  it('is looked for again at a word of the staff, never against the wish to be served by hand', async () => {
    const li = await neighbour(n)
    const { helpRequestId, status } = await ask(li)
    expect(status).toBe('unmet')
    const chen = await helper(n, '陈国华')
    await n.cloud.ask(n.gridWorker, 'volunteer.matchAgain', { helpRequestId })
    await n.seekNow()
    expect(await offersOf(n, chen)).toHaveLength(1)
    await n.cloud.ask(li, 'volunteer.askStaff', { helpRequestId })
    expect(await refusal(n.gridWorker, 'volunteer.matchAgain', { helpRequestId })).toEqual({
      reason: 'wrongStatus',
      status: 'open',
    })
    const elsewhere = await somebody(n.cloud, ['gridWorker', yunling])
    expect(await refusal(elsewhere, 'volunteer.matchAgain', { helpRequestId })).toBe(404)
  })

  it('is taken over, or closed with words that whoever asked reads', async () => {
    const li = await neighbour(n)
    const { helpRequestId } = await ask(li)
    await n.cloud.ask(n.admin, 'volunteer.takeOverHelp', { helpRequestId })
    expect((await n.cloud.ask(li, 'volunteer.request', { helpRequestId })).ownerName).toBe('周主任')
    await n.cloud.ask(n.admin, 'volunteer.closeHelp', { helpRequestId, reason: '社区送过去了' })
    expect((await n.cloud.ask(li, 'inbox.list', {})).rows[0]).toMatchObject({
      kind: 'helpClosed',
      facts: { reason: '社区送过去了' },
    })
    expect(await refusal(n.admin, 'volunteer.closeHelp', { helpRequestId, reason: '再关一次' })).toEqual({
      reason: 'wrongStatus',
      status: 'cancelled',
    })
  })
})

describe('weights', () => {
  it('are changed by the county alone, with a reason, and every version stays', async () => {
    const head = await somebody(n.cloud, ['communityAdmin', county])
    const weights = { ...defaultWeights, dialect: 200 }
    expect(await refusal(n.admin, 'volunteer.saveWeights', { weights, why: '方言更要紧' })).toEqual({
      reason: 'outsideYourArea',
    })
    await n.cloud.ask(head, 'volunteer.saveWeights', { weights, why: '方言更要紧' })
    const seen = await n.cloud.ask(n.gridWorker, 'volunteer.weights', {})
    expect(seen).toMatchObject({ weights: { dialect: 200 }, mayChange: false, history: [{ why: '方言更要紧' }] })
    await expect(n.cloud.sql`update matching_weights set why = '改历史'`).rejects.toThrow('append-only')
    const bad = await n.cloud.send(head, 'volunteer.saveWeights', { weights: { ...weights, near: -1 }, why: '不对' })
    expect(bad.status).toBe(400)
    expect(JSON.stringify(bad.body)).toContain('weights.near')
  })

  it('count from the next request on', async () => {
    const head = await somebody(n.cloud, ['communityAdmin', county])
    const near = await helper(n, '陈国华', { skills: [{ skill: 'errand', level: 1 }] })
    const skilled = await helper(n, '罗小梅', {
      lat: 30.528,
      radiusMetres: 5000,
      skills: [{ skill: 'errand', level: 2 }],
    })
    const li = await neighbour(n)
    await ask(li)
    expect(await offersOf(n, near)).toHaveLength(1)
    await n.cloud.ask(head, 'volunteer.saveWeights', {
      weights: { ...defaultWeights, skillLevel: 400 },
      why: '要会做的',
    })
    const wang = await neighbour(n, '王爷爷')
    await ask(wang)
    expect(await offersOf(n, skilled)).toHaveLength(1)
  })
})
