import { always } from '../factories/help'
import type { Neighbourhood } from './neighbourhood'

/** What people do with 志愿匹配, told once for every kind of phone. */
export function tellHelpStories(place: () => Neighbourhood): void {
  afterEach(() => place().endOfStory())

  const requestOf = async (kind: string): Promise<number> => {
    const [made] = await place().cloud.sql<{ id: number }[]>`
      select id from help_requests where kind = ${kind} order by id desc limit 1`
    return Number(made?.id)
  }

  it('a resident asks in three taps, the best neighbour accepts, comes, goes, and is thanked with stars', async () => {
    const { cloud, neighbour, volunteer, waitUntil } = place()
    const zhou = await volunteer('周正', { weekly: always, skills: [{ skill: 'escort', level: 3 }] })
    const li = await neighbour('李奶奶')
    await li.signsIn()
    await li.asksFor('陪去看病', '明天上午')
    await li.sees('正在问 1 位邻居')
    const id = await requestOf('escort')

    await zhou.signsIn()
    await zhou.opensTheOffer('陪去看病')
    await zhou.sees('很在行：')
    await zhou.accepts()
    await zhou.sees('李奶奶')

    await li.opensRequest(id)
    await li.sees('周正接了，陪您去看病')
    await li.sees('为什么是他')
    await li.sees('住得近')

    const [agreed] = await cloud.sql<{ from: Date }[]>`
      select lower(span) as "from" from assignments where request_id = ${id} and status = 'assigned'`
    const begins = agreed?.from as Date
    await waitUntil(begins)
    await zhou.opensTheTask('陪李奶奶去看病')
    await zhou.does('出发', '李奶奶知道您出发了')
    await li.opensRequest(id)
    await li.sees('周正出发了')
    await zhou.does('我到了', '您到了，正在帮李奶奶')
    await waitUntil(new Date(begins.getTime() + 30 * 60_000))
    await zhou.does('办完了', '帮完了，谢谢您')

    await li.opensRequest(id)
    await li.confirmsAndRates(5, '走得慢他也等')
    expect(await cloud.sql`select status, stars from help_requests where id = ${id}`).toEqual([
      { status: 'rated', stars: 5 },
    ])
    const [served] = await cloud.sql<{ minutes: number }[]>`
      select extract(epoch from upper(r.served) - lower(r.served))::int / 60 as minutes
        from service_records r join people p on p.id = r.person_id where p.nickname = '周正'`
    expect(served?.minutes).toBeGreaterThanOrEqual(29)
  })

  it('whoever cannot go says so and nothing follows from it; the next neighbour is asked and goes', async () => {
    const { neighbour, volunteer, seeks } = place()
    const skills = [{ skill: 'phone', level: 2 }]
    const zhao = await volunteer('赵明', { weekly: always, skills })
    const qian = await volunteer('钱卫东', { weekly: always, skills, lat: 30.516 })
    const li = await neighbour('李奶奶')
    await li.signsIn()
    await li.asksFor('教用手机', '明天下午')
    const id = await requestOf('phone')

    await zhao.signsIn()
    await zhao.opensTheOffer('教用手机')
    await zhao.declines('那时候没空')
    await seeks(id)

    await qian.signsIn()
    await qian.opensTheOffer('教用手机')
    await qian.accepts()
    await li.opensRequest(id)
    await li.sees('钱卫东接了，教您用手机')
  })

  it('whoever does not answer in time is asked no more, and told kindly; the next neighbour is asked and goes', async () => {
    const { cloud, neighbour, volunteer, seeks, runs, waitUntil } = place()
    const skills = [{ skill: 'company', level: 2 }]
    const luo = await volunteer('罗小梅', { weekly: always, skills })
    const huang = await volunteer('黄志远', { weekly: always, skills, lat: 30.516 })
    const li = await neighbour('李奶奶')
    await li.signsIn()
    await li.asksFor('陪聊做伴', '明天下午')
    const id = await requestOf('company')
    const [offer] = await cloud.sql<{ id: number; answerBy: Date; name: string }[]>`
      select o.id, o.answer_by as "answerBy", p.nickname as name from offers o join people p on p.id = o.person_id where o.request_id = ${id}`
    if (offer?.name !== '罗小梅') throw new Error('罗小梅, who lives nearest, was not asked')

    await waitUntil(new Date(offer.answerBy.getTime() + 1000))
    await runs('sweepHelp')
    await seeks(id)
    await luo.signsIn()
    await luo.opensOffer(Number(offer.id))
    await luo.sees('没等到您回话，请了别人，不要紧')

    await huang.signsIn()
    await huang.opensTheOffer('陪聊做伴')
    await huang.accepts()
    await li.opensRequest(id)
    await li.sees('黄志远接了')
  })
}
