import { dayKey } from '../../src/platform/dates'
import { moveTo, publish } from '../factories/activities'
import type { Neighbourhood } from './neighbourhood'

/** What people do with 邻里活动, told once for every kind of phone. `place` gives the neighbourhood once it is started. */
export function tellStories(place: () => Neighbourhood): void {
  afterEach(() => place().endOfStory())

  it('a resident browses, signs in, queues, is promoted when somebody leaves, and reads it in the inbox', async () => {
    const { cloud, admin, resident } = place()
    const title = '学剪纸：窗花和生肖'
    const activityId = await publish(cloud, admin, { title, capacity: 1, kind: 'culture' })
    const li = await resident('李奶奶')
    await li.signsIn()
    await li.opensSignUp(activityId)
    await li.sends()
    await li.isTold('报上了')

    const wang = await resident('王秀兰')
    await wang.findsInTheList(title)
    await wang.queuesAndSignsIn()
    await wang.isTold('还没报上，您排第 1 位')
    await li.withdraws(activityId)
    await wang.acceptsTheSeat(title)
    await wang.readsInTheInbox('轮到您了')
  })

  it('an organiser proposes, the community approves, residents come, are checked in by code, and rate it', async () => {
    const { cloud, organiser, staff, resident } = place()
    const title = '云溪老歌会'
    const day = dayKey(new Date(Date.now() + 5 * 24 * 3_600_000))
    const chen = await organiser('陈建国')
    await chen.signsIn()
    await chen.proposes({
      kind: '歌会',
      title,
      body: '带上自己的水杯，会唱不会唱都来。',
      day,
      from: '14:00',
      until: '16:30',
      placeName: '小广场',
      address: '柳桥路 8 号',
      seats: '12',
    })
    const [made] = await cloud.sql<{ id: number }[]>`select id from activities where title = ${title}`
    const activityId = Number(made?.id)
    const author = await cloud.signIn('demo-chen', { consent: false })
    expect(await cloud.ask(author, 'activity.detail', { activityId })).toMatchObject({
      status: 'submitted',
      kind: 'song',
      capacity: 12,
      startsAt: new Date(`${day}T14:00+08:00`),
      endsAt: new Date(`${day}T16:30+08:00`),
    })

    const liu = await staff('刘敏')
    await liu.signsIn()
    await liu.approves(title)

    const li = await resident('李奶奶')
    await li.signsIn()
    await li.opensSignUp(activityId)
    await li.sends()
    await li.isTold('报上了')
    const sun = await resident('孙丽')
    await sun.signsIn()
    await sun.opensSignUp(activityId)
    await sun.agreesAndSends()
    await sun.isTold('报上了')

    await moveTo(cloud, activityId, new Date(Date.now() - 600_000))
    await chen.managesActivity(activityId)
    await chen.seesOnTheRoster('李奶奶')
    await chen.checksInByCode(await signUpCode('demo-li'))
    await chen.sees('到了 1 人')
    await chen.showsTheScreenCode()
    await sun.checksIn(activityId, await screenCode())
    expect(await chen.exportsTheRoster()).toMatch(/\.xlsx$/)

    await moveTo(cloud, activityId, new Date(Date.now() - 4 * 3_600_000))
    await li.rates(activityId, 5, '唱得很高兴')
    expect((await cloud.ask(null, 'activity.ratings', { activityId })).rows).toMatchObject([
      { stars: 5, comment: '唱得很高兴' },
    ])

    async function signUpCode(openid: string): Promise<string> {
      const person = await cloud.signIn(openid, { consent: false })
      return String((await cloud.ask(person, 'activity.detail', { activityId })).mySignUp?.code).toLowerCase()
    }
    async function screenCode(): Promise<string> {
      const { codes } = await cloud.ask(author, 'activity.checkInCodes', { activityId })
      const now = Date.now()
      return codes.find(({ validFrom }) => validFrom.getTime() + 30_000 > now)?.code ?? ''
    }
  })

  it('who starts for the first time may choose elder mode, and finds big words and help wherever they go', async () => {
    const { cloud, admin, resident } = place()
    const title = '老年合唱排练'
    await publish(cloud, admin, { title })
    const li = await resident('李奶奶', { firstStart: true })
    await li.signsIn()
    await li.choosesElderMode()
    await li.readsWithEase()
    await li.taps('活动')
    await li.readsWithEase()
    await li.taps(title)
    await li.readsWithEase()
    await li.taps('我要报名')
    await li.readsWithEase()
    await li.sends()
    await li.isTold('报上了')
    await li.readsWithEase()
    for (const tab of ['mine', 'inbox', 'me']) {
      await li.phone.goOn(`/pages/${tab}/index`)
      await li.readsWithEase()
    }
  })

  it('an organiser calls an activity off, and who signed up is told why', async () => {
    const { cloud, admin, resident, organiser } = place()
    const activityId = await publish(cloud, admin, { title: '周末插花' })
    const zhou = await resident('周正')
    await zhou.signsIn()
    await zhou.opensSignUp(activityId)
    await zhou.sends()
    await zhou.isTold('报上了')
    const liu = await organiser('刘敏')
    await liu.signsIn()
    await liu.managesActivity(activityId)
    await liu.callsOff('花没有送到')
    await liu.sees('已取消，告诉了 1 家')
    await zhou.readsInTheInbox('周末插花：取消了')
    await zhou.sees('花没有送到')
    await zhou.opensActivity(activityId)
    await zhou.sees('活动取消了')
  })

  it('a sign-up tapped without a network is kept and sent once when the network is back', async () => {
    const { cloud, admin, resident } = place()
    const activityId = await publish(cloud, admin, { title: '冬日茶话会', capacity: 30 })
    const li = await resident('李奶奶')
    await li.signsIn()
    await li.opensSignUp(activityId)
    await li.sees('几个人去（含本人）')
    // The page is whole, and knows who she is, before the network goes.
    await li.phone.settle()
    await li.phone.offline(true)
    await li.sends()
    await li.isTold('已经替您记下')
    await li.phone.offline(false)
    await li.isTold('报上了')
    expect(await cloud.sql`select from sign_ups where activity_id = ${activityId}`).toHaveLength(1)
  })
}
