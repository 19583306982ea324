import type { TestPerson } from '../cloud'
import { helper, helpOf, type Neighbourhood, neighbour, offersOf, openNeighbourhood, theOffer } from '../factories/help'

let n: Neighbourhood
beforeEach(async () => {
  n = await openNeighbourhood()
})
afterEach(() => n.stop())

const request = (as: TestPerson, helpRequestId: number) => n.cloud.ask(as, 'volunteer.request', { helpRequestId })
const kinds = async (as: TestPerson) => (await n.cloud.ask(as, 'inbox.list', {})).rows.map((row) => row.kind)
const accept = async (who: TestPerson) =>
  n.cloud.ask(who, 'volunteer.answerOffer', { offerId: (await theOffer(n, who)).offerId, accept: true })

describe('from the wish to the rating', () => {
  it('asks the best neighbour, who accepts, comes, goes and has his hour recorded', async () => {
    const [spoken] = (await n.cloud.ask(null, 'volunteer.dialects', { homeAreaCode: '511723' })).rows
    const dialects = [spoken?.dialect as string]
    const chen = await helper(n, '陈国华', { homeAreaCode: '511723', dialects })
    const far = await helper(n, '罗小梅', { lat: 30.524, lng: 120.512, radiusMetres: 5000 })
    const li = await neighbour(n)
    const asked = await n.cloud.ask(li, 'volunteer.ask', {
      ...helpOf(n),
      homeAreaCode: '511723',
      dialects,
      wishes: { dialect: 'must' },
    })
    expect(asked).toMatchObject({ status: 'offered', asked: 1, ownerName: '刘敏' })
    expect(await offersOf(n, far)).toEqual([])

    const offer = await theOffer(n, chen)
    expect(offer).toMatchObject({ kind: 'errand', areaName: '柳桥社区', status: 'sent', walkMinutes: 0 })
    expect(JSON.stringify(offer)).not.toMatch(/李奶奶|302/)
    expect(offer.reasons.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['home', 'dialect', 'near', 'skill']))
    expect(await kinds(chen)).toContain('helpOffered')

    const { assignmentId } = await accept(chen)
    expect(await request(li, asked.helpRequestId)).toMatchObject({
      status: 'assigned',
      coming: 1,
      address: '柳桥路 8 号 302',
      comingPeople: [{ name: '陈国华', homeAreaName: '四川开江县', status: 'assigned' }],
      allowedActions: ['cancel', 'swap', 'say', 'callBack', 'block'],
    })
    expect(await kinds(li)).toContain('helpTaken')

    const task = await n.cloud.ask(chen, 'volunteer.task', { assignmentId: assignmentId as number })
    expect(task).toMatchObject({
      requesterName: '李奶奶',
      address: '柳桥路 8 号 302',
      allowedActions: ['giveBack', 'say', 'callBack', 'block'],
    })

    n.set(new Date('2026-12-01T09:00:00+08:00'))
    await n.cloud.ask(chen, 'volunteer.setOut', { assignmentId: assignmentId as number })
    expect(await kinds(li)).toContain('helpOnTheWay')
    n.set(new Date('2026-12-01T09:25:00+08:00'))
    expect(
      (await n.cloud.send(chen, 'volunteer.checkIn', { assignmentId, lat: 30.6, lng: 120.6 })).body.result?.refusal,
    ).toEqual({
      reason: 'tooFar',
    })
    await n.cloud.ask(chen, 'volunteer.checkIn', { assignmentId: assignmentId as number, lat: 30.5121, lng: 120.5121 })
    expect(await request(li, asked.helpRequestId)).toMatchObject({ status: 'inService' })
    n.set(new Date('2026-12-01T10:50:00+08:00'))
    await n.cloud.ask(chen, 'volunteer.checkOut', { assignmentId: assignmentId as number })
    expect(await request(li, asked.helpRequestId)).toMatchObject({
      status: 'done',
      allowedActions: ['confirm', 'block'],
    })

    const hours = () =>
      n.cloud
        .sql`select extract(epoch from upper(served) - lower(served))::int / 60 as minutes from service_records where person_id = ${chen.personId} order by served`
    // Until the end of the window; the twenty minutes more count when the requester says so.
    expect(await hours()).toEqual([{ minutes: 65 }])
    await n.cloud.ask(li, 'volunteer.confirmDone', { helpRequestId: asked.helpRequestId, longer: true })
    expect(await hours()).toEqual([{ minutes: 65 }, { minutes: 20 }])
    await n.cloud.ask(li, 'volunteer.rateHelp', { helpRequestId: asked.helpRequestId, stars: 5, comment: '真好' })
    expect(await request(li, asked.helpRequestId)).toMatchObject({
      status: 'rated',
      stars: 5,
      allowedActions: ['block'],
    })
    expect((await n.cloud.ask(li, 'volunteer.myRequests', {})).rows).toMatchObject([{ status: 'rated', coming: 1 }])
  })

  it('asks the next best at once when somebody declines, and holds it against nobody', async () => {
    const near = await helper(n, '陈国华')
    const next = await helper(n, '罗小梅', { lat: 30.516 })
    const li = await neighbour(n)
    await n.cloud.ask(li, 'volunteer.ask', helpOf(n))
    await n.cloud.ask(near, 'volunteer.answerOffer', {
      offerId: (await theOffer(n, near)).offerId,
      accept: false,
      reason: 'busy',
    })
    expect(await offersOf(n, next)).toEqual([])
    await n.seekNow()
    expect(await offersOf(n, next)).toHaveLength(1)
    expect(await offersOf(n, near)).toEqual([])
  })

  it('asks the next best when an offer is not answered in time, also after the server was away', async () => {
    const near = await helper(n, '陈国华')
    const next = await helper(n, '罗小梅', { lat: 30.516 })
    const li = await neighbour(n)
    const { answerBy } = await n.cloud.ask(li, 'volunteer.ask', helpOf(n))
    expect(answerBy).toEqual(new Date('2026-11-30T14:00:00+08:00'))
    n.pass(3.9)
    await n.run('sweepHelp')
    expect(await offersOf(n, near)).toHaveLength(1)
    n.pass(5)
    await n.run('sweepHelp')
    await n.seekNow()
    expect(await offersOf(n, near)).toEqual([])
    expect(await kinds(near)).toContain('helpOfferLapsed')
    const [offer] = await offersOf(n, next)
    // Half way to the beginning would be in the night.
    expect(offer?.answerBy).toEqual(new Date('2026-11-30T21:30:00+08:00'))
    await n.run('sweepHelp')
    await n.seekNow()
    expect(await offersOf(n, next)).toHaveLength(1)
  })
})
