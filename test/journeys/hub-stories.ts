import { liuqiao } from '../factories/areas'
import { always } from '../factories/help'
import { approved } from '../factories/volunteers'
import { homeAndCode, openHubs } from './hub'
import type { Neighbourhood } from './neighbourhood'

const hourMs = 3_600_000

/** What residents do with 党员中心户, told once for every kind of phone; the host's side goes by way of the API. */
export function tellHubStories(place: () => Neighbourhood): void {
  afterEach(() => place().endOfStory())

  it('a resident finds her hub, asks, is answered and handed on, is helped, and rates it in the same thread', async () => {
    const { cloud, admin, householder, waitUntil, runs } = place()
    const hubs = await openHubs(cloud)
    const { host } = hubs.hub
    const zhou = await approved(cloud, admin, {
      name: '周正',
      weekly: always,
      weeklyMinutes: 900,
      skills: [{ skill: 'plumbing', level: 3 }],
    })
    const li = await householder('李奶奶')
    await li.signsIn()
    await li.joinsByCode(await homeAndCode(cloud, hubs))
    await li.sees('周建国家')
    await li.sees('现在有人')

    await li.asksTheHub('水龙头关不紧，一直滴')
    const [made] = await cloud.sql<{ contactId: number }[]>`select max(id)::int as "contactId" from contacts`
    const contactId = made?.contactId as number
    const version = async () => (await cloud.ask(host, 'hub.contact', { contactId })).version
    const step = { contactId, version: await version(), step: 'sort' as const, words: '我来想办法。' }
    await cloud.ask(host, 'hub.stepContact', step)
    await cloud.ask(host, 'hub.handOnContact', {
      contactId,
      version: await version(),
      to: 'helpRequest',
      words: '请志愿者来给您修。',
    })

    await li.opensTheThread('水龙头关不紧，一直滴', '户长请志愿者来帮您')
    await li.sees('我来想办法。')
    await li.asksForHelpFromTheThread('修水管家具', '明天上午')
    const handedOn = async () => (await cloud.ask(host, 'hub.contact', { contactId })).handOns[0]
    const helpRequestId = (await handedOn())?.targetId as number
    expect(await cloud.sql`select words from help_requests where id = ${helpRequestId}`).toEqual([
      { words: '水龙头关不紧，一直滴' },
    ])

    const offers = (await cloud.ask(zhou, 'volunteer.myOffers', {})).rows
    const { offerId } = offers.find((one) => one.helpRequestId === helpRequestId) as (typeof offers)[number]
    const accepted = await cloud.ask(zhou, 'volunteer.answerOffer', { offerId, accept: true })
    const assignmentId = accepted.assignmentId as number
    await li.opensTheThreadFromTheList('水龙头关不紧，一直滴', '有人在办了')
    await li.sees('有人接了')
    const [agreed] = await cloud.sql<{ from: Date }[]>`
      select lower(span) as "from" from assignments where id = ${assignmentId}`
    const begins = agreed?.from as Date
    await waitUntil(begins)
    await cloud.ask(zhou, 'volunteer.setOut', { assignmentId })
    await cloud.ask(zhou, 'volunteer.checkIn', { assignmentId, lat: 30.512, lng: 120.512 })
    await waitUntil(new Date(begins.getTime() + hourMs / 2))
    await cloud.ask(zhou, 'volunteer.checkOut', { assignmentId })
    await li.opensRequest(helpRequestId)
    await li.taps('办完了')
    await li.sees('帮得怎么样？')
    await runs('sweepContacts')

    await li.opensTheThreadFromTheList('水龙头关不紧，一直滴', '回您话了')
    await li.sees('帮完了')
    await li.ratesTheAnswer(5, '当天就修好了')
    const thread = await cloud.ask(host, 'hub.contact', { contactId })
    expect(thread).toMatchObject({
      status: 'rated',
      stars: 5,
      handOns: [{ to: 'helpRequest', targetId: helpRequestId, targetStatus: 'confirmed' }],
    })
    expect(thread.messages[0]?.words).toBe('水龙头关不紧，一直滴')
  })

  it('what is about the host goes past him, and while everybody of a hub is away the nearest other one is shown', async () => {
    const { cloud, householder } = place()
    const hubs = await openHubs(cloud)
    const code = await homeAndCode(cloud, hubs)
    const wang = await householder('王秀兰')
    await cloud.ask(await cloud.signIn(wang.openid), 'hub.joinByCode', { code })
    await wang.signsIn()
    await wang.complainsPastTheHost('找了三次都没人')
    expect((await cloud.ask(hubs.hub.host, 'hub.hubInbox', {})).rows).toEqual([])
    const [complaint] =
      await cloud.sql`select area_code, about_host, level >= 2 as up from contacts order by id desc limit 1`
    expect(complaint).toEqual({ area_code: liuqiao, about_host: true, up: true })

    const day = (at: number) => new Date(at + 8 * hourMs).toISOString().slice(0, 10)
    const days = { from: day(Date.now()), until: day(Date.now() + 48 * hourMs) }
    await cloud.ask(hubs.hub.host, 'hub.setAbsence', days)
    await wang.opensHerHub()
    await wang.sees('这几天没人')
    await wang.taps('去问这一家')
    await wang.sees('不是您家的中心户，也可以问')
  })
}
