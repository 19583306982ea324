import { randomUUID } from 'node:crypto'
import type { TestPerson } from '../cloud'
import { liuqiao } from '../factories/areas'
import { helper, helpOf, type Neighbourhood, neighbour, offersOf, openNeighbourhood, theOffer } from '../factories/help'

let n: Neighbourhood
beforeEach(async () => {
  n = await openNeighbourhood()
})
afterEach(() => n.stop())

const ask = (as: TestPerson, more: Parameters<typeof helpOf>[1] = {}) =>
  n.cloud.ask(as, 'volunteer.ask', helpOf(n, more))
const request = (as: TestPerson, helpRequestId: number) => n.cloud.ask(as, 'volunteer.request', { helpRequestId })
const notices = async (as: TestPerson) => (await n.cloud.ask(as, 'inbox.list', {})).rows
const kinds = async (as: TestPerson) => (await notices(as)).map((row) => row.kind)
const answer = async (who: TestPerson, accept: boolean, offerId?: number) =>
  (
    await n.cloud.send(who, 'volunteer.answerOffer', {
      offerId: offerId ?? (await theOffer(n, who)).offerId,
      accept,
    })
  ).body.result
const soon = () => ({ from: new Date(n.now().getTime() + 600_000), until: new Date(n.now().getTime() + 4_200_000) })
const tuesday = (hour: number) => new Date(`2026-12-01T${String(hour).padStart(2, '0')}:00:00+08:00`)

describe('when it is urgent', () => {
  it('ten phones say yes at once: one comes, nine are told kindly', async () => {
    await n.cloud.sql`update matching_settings set now_best = 10`
    const helpers = await Promise.all(
      Array.from({ length: 10 }, (_, i) => helper(n, `热心人${'甲乙丙丁戊己庚辛壬癸'[i]}`)),
    )
    const li = await neighbour(n)
    const asked = await ask(li, { urgency: 'now', windows: [soon()] })
    expect(asked).toMatchObject({ status: 'offered', asked: 10 })
    const offers = await Promise.all(helpers.map((who) => theOffer(n, who)))
    const answers = await Promise.all(helpers.map((who, i) => answer(who, true, offers[i]?.offerId)))
    expect(answers.filter((one) => one?.ok)).toHaveLength(1)
    expect(answers.filter((one) => !one?.ok).map((one) => one?.refusal)).toEqual(
      Array(9).fill({ reason: 'gone', why: 'taken' }),
    )
    const won = helpers[answers.findIndex((one) => one?.ok)] as TestPerson
    expect((await request(li, asked.helpRequestId)).comingPeople).toHaveLength(1)
    for (const who of helpers) expect((await kinds(who)).includes('helpOfferGone')).toBe(who !== won)
    // Whoever lost is free again: nobody's hour stays taken.
    const [{ live } = { live: -1 }] = await n.cloud.sql<{ live: number }[]>`
      select count(*)::int as live from offers where status in ('sent', 'accepted')`
    expect(live).toBe(1)
  })

  it('asks two people at once for two places, and as many more as are left over', async () => {
    await n.cloud.sql`update matching_settings set now_best = 3`
    for (const name of ['陈国华', '罗小梅', '杨帆帆', '何大勇']) await helper(n, name)
    const li = await neighbour(n)
    expect(await ask(li, { urgency: 'now', windows: [soon()], people: 2 })).toMatchObject({ asked: 3 })
  })
})

describe('nobody is asked for the same hour twice', () => {
  it('when two requests for one person come at the same moment', async () => {
    const chen = await helper(n, '陈国华')
    const askers = await Promise.all(['李奶奶', '王爷爷', '赵阿姨'].map((name) => neighbour(n, name)))
    const answers = await Promise.all(askers.map((who) => ask(who)))
    expect(answers.map((one) => one.status).sort()).toEqual(['offered', 'unmet', 'unmet'])
    expect(await offersOf(n, chen)).toHaveLength(1)
  })

  it('not even by hand: the database has the last word', async () => {
    const chen = await helper(n, '陈国华')
    const li = await neighbour(n)
    const { helpRequestId } = await ask(li)
    await expect(
      n.cloud.sql`
        insert into offers (request_id, person_id, span, score, reasons, sent_at, answer_by)
        select request_id, person_id, span, 1, '[]', now(), now() from offers where request_id = ${helpRequestId} and person_id = ${chen.personId}`,
    ).rejects.toThrow(/no_hour_offered_twice|one_live_offer/)
  })
})

describe('when nobody can come', () => {
  it('says so, says what would help, and gives it to a named person', async () => {
    await helper(n, '陈国华', { weekly: [{ weekday: 3, fromMinute: 8 * 60, untilMinute: 20 * 60 }] })
    const li = await neighbour(n)
    const { helpRequestId, status, ownerName } = await ask(li)
    expect([status, ownerName]).toEqual(['unmet', '刘敏'])
    const seen = await request(li, helpRequestId)
    expect(seen).toMatchObject({ unmet: { reason: 'nobodyAble', places: { missing: 1 } } })
    expect(seen.unmet?.places?.otherTimes[0]?.from).toEqual(new Date('2026-12-02T08:00:00+08:00'))
    expect(seen.allowedActions).toEqual(['change', 'cancel', 'askStaff', 'matchAgain'])
    expect((await notices(n.gridWorker))[0]).toMatchObject({ kind: 'helpToArrange', facts: { title: '代买代取' } })
    // One tap on the other time, and it is matched.
    const other = seen.unmet?.places?.otherTimes[0] as { from: Date; until: Date }
    await n.cloud.ask(li, 'volunteer.changeRequest', {
      helpRequestId,
      windows: [{ from: other.from, until: other.until }],
    })
    await n.seekNow()
    expect(await request(li, helpRequestId)).toMatchObject({ status: 'offered', unmet: null })
  })

  it('is matched all the same when somebody becomes free', async () => {
    const li = await neighbour(n)
    const { helpRequestId, status } = await ask(li)
    expect(status).toBe('unmet')
    const chen = await helper(n, '陈国华')
    await n.run('rematchPool')
    expect(await request(li, helpRequestId)).toMatchObject({ status: 'offered' })
    expect(await offersOf(n, chen)).toHaveLength(1)
  })

  it('goes up to the community when whoever answers for it does nothing, and never to nobody', async () => {
    const li = await neighbour(n)
    const { helpRequestId } = await ask(li, { urgency: 'today', windows: [{ from: tuesday(9), until: tuesday(10) }] })
    const owner = async () => (await request(li, helpRequestId)).ownerName
    expect(await owner()).toBe('刘敏')
    n.pass(0.9)
    await n.run('sweepHelp')
    expect(await owner()).toBe('刘敏')
    n.pass(0.2)
    await n.run('sweepHelp')
    await n.run('sweepHelp')
    expect(await owner()).toBe('周主任')
    expect((await kinds(n.admin)).filter((kind) => kind === 'helpToArrange')).toHaveLength(1)
  })
})

describe('refusals', () => {
  it('bring the team leader in, then the community', async () => {
    await n.cloud.sql`update matching_settings set refusals_to_leader = 1, refusals_to_community = 2`
    const leader = await neighbour(n, '何队长')
    await n.cloud.sql`
      insert into teams (kind, name, area_code, home_area_code, leader_id, created_by)
      values ('hometown', '开江老乡团', ${liuqiao}, '511723', ${leader.personId}, ${n.admin.personId})`
    const [a, b] = [await helper(n, '陈国华'), await helper(n, '罗小梅')]
    const li = await neighbour(n)
    const { helpRequestId } = await ask(li, { homeAreaCode: '511723' })
    const owner = async () => (await request(li, helpRequestId)).ownerName
    for (const expected of ['何队长', '周主任']) {
      const who = (await offersOf(n, a)).length > 0 ? a : b
      await answer(who, false)
      await n.seekNow()
      expect(await owner()).toBe(expected)
    }
    expect(await request(li, helpRequestId)).toMatchObject({ status: 'unmet', unmet: { reason: 'nobodyAnswered' } })
  })
})

describe('changing one’s mind', () => {
  it('somebody else comes, without a reason, and the first is never asked again for it', async () => {
    const [a, b] = [await helper(n, '陈国华'), await helper(n, '罗小梅', { lat: 30.516 })]
    const li = await neighbour(n)
    const { helpRequestId } = await ask(li)
    await answer(a, true)
    const [coming] = (await request(li, helpRequestId)).comingPeople
    await n.cloud.ask(li, 'volunteer.swapPerson', { helpRequestId, assignmentId: coming?.assignmentId as number })
    await n.seekNow()
    expect(await offersOf(n, a)).toEqual([])
    await answer(b, true)
    expect((await request(li, helpRequestId)).comingPeople).toMatchObject([{ name: '罗小梅' }])
    expect(await kinds(a)).toContain('helpCancelled')
  })

  it('whoever shall never come again is not asked for anything of hers', async () => {
    const a = await helper(n, '陈国华')
    const li = await neighbour(n)
    const { helpRequestId } = await ask(li)
    await answer(a, true)
    const [coming] = (await request(li, helpRequestId)).comingPeople
    await n.cloud.ask(li, 'volunteer.swapPerson', {
      helpRequestId,
      assignmentId: coming?.assignmentId as number,
      never: true,
    })
    expect(await ask(li, { windows: [{ from: tuesday(15), until: tuesday(16) }] })).toMatchObject({ status: 'unmet' })
  })

  it('a volunteer who cannot come after all gives back, and the next is asked', async () => {
    const [a, b] = [await helper(n, '陈国华'), await helper(n, '罗小梅', { lat: 30.516 })]
    const li = await neighbour(n)
    const { helpRequestId } = await ask(li)
    const assignmentId = (await answer(a, true))?.value?.assignmentId as number
    await n.cloud.ask(a, 'volunteer.giveBack', { assignmentId, reason: 'busy' })
    expect(await kinds(li)).toContain('helpLookingAgain')
    await n.seekNow()
    expect(await offersOf(n, b)).toHaveLength(1)
    expect(await request(li, helpRequestId)).toMatchObject({ status: 'offered', coming: 0 })
  })

  it('goes on with those who are there when the second cannot come', async () => {
    const [a, b] = [await helper(n, '陈国华'), await helper(n, '罗小梅')]
    const li = await neighbour(n)
    const { helpRequestId } = await ask(li, { people: 2 })
    const first = (await answer(a, true))?.value?.assignmentId as number
    const second = (await answer(b, true))?.value?.assignmentId as number
    n.set(new Date('2026-12-01T09:30:00+08:00'))
    await n.cloud.ask(a, 'volunteer.checkIn', { assignmentId: first })
    await n.cloud.ask(b, 'volunteer.giveBack', { assignmentId: second })
    expect(await request(li, helpRequestId)).toMatchObject({ status: 'inService', coming: 1 })
    await n.cloud.ask(a, 'volunteer.checkOut', { assignmentId: first })
    expect(await request(li, helpRequestId)).toMatchObject({ status: 'done' })
  })

  it('cancelling tells whoever was asked or comes, and frees their hours', async () => {
    const a = await helper(n, '陈国华')
    const li = await neighbour(n)
    const { helpRequestId } = await ask(li)
    await answer(a, true)
    await n.cloud.ask(li, 'volunteer.cancelRequest', { helpRequestId })
    expect(await kinds(a)).toContain('helpCancelled')
    const wang = await neighbour(n, '王爷爷')
    expect(await ask(wang)).toMatchObject({ status: 'offered' })
  })

  it('whoever said yes before staff looked for the rest by hand may give the place back, and nobody else is asked by the engine', async () => {
    const a = await helper(n, '陈国华')
    const li = await neighbour(n)
    const { helpRequestId } = await ask(li, { people: 2 })
    const assignmentId = (await answer(a, true))?.value?.assignmentId as number
    await n.cloud.ask(li, 'volunteer.askStaff', { helpRequestId })
    expect(await request(li, helpRequestId)).toMatchObject({ status: 'open', coming: 1 })
    const b = await helper(n, '罗小梅')
    await n.cloud.ask(a, 'volunteer.giveBack', { assignmentId })
    await n.seekNow()
    expect(await request(li, helpRequestId)).toMatchObject({ status: 'open', coming: 0 })
    expect(await offersOf(n, b)).toEqual([])
    expect(await kinds(li)).toContain('helpLookingAgain')
  })

  it('whoever said yes begins alone when the hour comes while staff still look', async () => {
    const a = await helper(n, '陈国华')
    const li = await neighbour(n)
    const { helpRequestId } = await ask(li, { people: 2 })
    const assignmentId = (await answer(a, true))?.value?.assignmentId as number
    await n.cloud.ask(li, 'volunteer.askStaff', { helpRequestId })
    n.set(new Date('2026-12-01T09:30:00+08:00'))
    await n.cloud.ask(a, 'volunteer.checkIn', { assignmentId })
    expect(await request(li, helpRequestId)).toMatchObject({ status: 'inService', coming: 1 })
  })

  it('staff arrange it when the engine is not wanted', async () => {
    const a = await helper(n, '陈国华')
    const li = await neighbour(n)
    const { helpRequestId, status } = await ask(li, { automatic: false })
    expect(status).toBe('open')
    await n.run('rematchPool')
    await n.run('seekHelp', { helpRequestId })
    expect(await offersOf(n, a)).toEqual([])
    await n.cloud.ask(li, 'volunteer.matchAgain', { helpRequestId })
    await n.seekNow()
    expect(await offersOf(n, a)).toHaveLength(1)
    await n.cloud.ask(li, 'volunteer.askStaff', { helpRequestId })
    expect(await offersOf(n, a)).toEqual([])
    expect(await request(li, helpRequestId)).toMatchObject({ status: 'open', automatic: false })
  })
})

describe('the whole pool', () => {
  it('takes an offer back only when more people are helped that way', async () => {
    // 陈 can do both, 罗 only the errand. Asked alone for the errand, 陈 is the better one.
    const chen = await helper(n, '陈国华', {
      skills: [
        { skill: 'errand', level: 3 },
        { skill: 'phone', level: 1 },
      ],
    })
    const luo = await helper(n, '罗小梅', { skills: [{ skill: 'errand', level: 1 }] })
    const li = await neighbour(n)
    const wang = await neighbour(n, '王爷爷')
    await ask(li)
    expect(await offersOf(n, chen)).toHaveLength(1)
    const phone = await ask(wang, { kind: 'phone' })
    expect(phone.status).toBe('unmet')
    await n.run('rematchPool')
    expect(await offersOf(n, chen)).toMatchObject([{ kind: 'phone' }])
    expect(await offersOf(n, luo)).toMatchObject([{ kind: 'errand' }])
    expect((await notices(chen)).find((row) => row.kind === 'helpOfferGone')?.facts).toMatchObject({
      reason: 'betterPlan',
    })
  })

  it('leaves alone what was accepted', async () => {
    const chen = await helper(n, '陈国华', {
      skills: [
        { skill: 'errand', level: 3 },
        { skill: 'phone', level: 1 },
      ],
    })
    await helper(n, '罗小梅', { skills: [{ skill: 'errand', level: 1 }] })
    const li = await neighbour(n)
    const { helpRequestId } = await ask(li)
    await answer(chen, true)
    const wang = await neighbour(n, '王爷爷')
    await ask(wang, { kind: 'phone' })
    await n.run('rematchPool')
    expect((await request(li, helpRequestId)).comingPeople).toMatchObject([{ name: '陈国华' }])
    const [run] = await n.cloud.sql<
      { placesFilled: number }[]
    >`select places_filled as "placesFilled" from matching_runs order by id desc limit 1`
    expect(run).toEqual({ placesFilled: 0 })
  })
})

describe('what cannot be asked', () => {
  it.each([
    ['past', { from: new Date('2026-11-30T08:00:00+08:00'), until: new Date('2026-11-30T09:30:00+08:00') }],
    ['tooShort', { from: tuesday(9), until: new Date('2026-12-01T09:10:00+08:00') }],
    ['tooLong', { from: tuesday(0), until: tuesday(13) }],
    ['tooFar', { from: new Date('2027-02-01T09:00:00+08:00'), until: new Date('2027-02-01T10:00:00+08:00') }],
  ])('a time that is %s', async (why, window) => {
    const li = await neighbour(n)
    const reply = await n.cloud.send(li, 'volunteer.ask', helpOf(n, { windows: [window] }))
    expect(reply.body.result?.refusal).toEqual({ reason: 'timesWrong', why })
  })

  it('for somebody who is not mine, for nobody’s home, or more than eight things at once', async () => {
    const li = await neighbour(n)
    const wang = await neighbour(n, '王爷爷')
    const refusal = async (as: TestPerson, more: object) =>
      (await n.cloud.send(as, 'volunteer.ask', { ...helpOf(n), ...more })).body.result?.refusal
    expect(await refusal(li, { personId: wang.personId })).toEqual({ reason: 'notYours' })
    expect(await refusal(li, { areaCode: '990101001999' })).toEqual({ reason: 'noHome' })
    for (let i = 0; i < 8; i++) await ask(li)
    expect(await refusal(li, {})).toEqual({ reason: 'tooManyRequests', most: 8 })
  })

  it('a stranger sees nothing of it, and whoever is only asked neither name nor door', async () => {
    const a = await helper(n, '陈国华')
    const stranger = await neighbour(n, '路人')
    const li = await neighbour(n)
    const { helpRequestId } = await ask(li)
    for (const who of [stranger, a]) {
      expect((await n.cloud.send(who, 'volunteer.request', { helpRequestId })).status).toBe(404)
      expect((await n.cloud.send(who, 'volunteer.sayAboutHelp', { helpRequestId, words: '在吗' })).status).toBe(404)
    }
    expect((await n.cloud.send(a, 'volunteer.task', { assignmentId: 1 })).status).toBe(404)
    expect((await n.cloud.send(null, 'volunteer.myOffers', {})).status).toBe(401)
  })

  it('twice by a shaking thumb: one request, one answer', async () => {
    const li = await neighbour(n)
    const input = { requestId: randomUUID(), ...helpOf(n) }
    const [a, b] = await Promise.all([
      n.cloud.send(li, 'volunteer.ask', input),
      n.cloud.send(li, 'volunteer.ask', input),
    ])
    expect(a.body).toEqual(b.body)
    expect((await n.cloud.ask(li, 'volunteer.myRequests', {})).rows).toHaveLength(1)
  })
})
