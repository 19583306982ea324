import { dayKey } from '../../src/platform/dates'
import { moveTo, publish } from '../factories/activities'
import type { Neighbourhood } from './neighbourhood'

/** What people do with 邻里活动, told once for every kind of phone. `place` gives the neighbourhood once it is started. */
export function tellStories(place: () => Neighbourhood): void {
  it('a resident browses, signs in, queues, is promoted when somebody leaves, and reads it in the inbox', async () => {
    const { cloud, admin, resident } = place()
    const title = '学剪纸：窗花和生肖'
    const activityId = await publish(cloud, admin, { title, capacity: 1, kind: 'culture' })
    const li = await resident('李奶奶')
    await li.signsIn()
    await li.opensSignUp(activityId)
    await li.agreesAndSends()
    await li.isTold('报上了')

    const wang = await resident('王秀兰')
    await wang.findsInTheList(title)
    await wang.queuesAndSignsIn()
    await wang.isTold('还没报上，您排第 1 位')
    await li.withdraws(activityId)
    await wang.acceptsTheSeat(title)
    await wang.readsInTheInbox('轮到您了')
    expect([...wang.phone.problems, ...li.phone.problems]).toEqual([])
    await wang.putsThePhoneAway()
    await li.putsThePhoneAway()
  })

  it('an organiser proposes, the community approves, residents come, are checked in by code, and rate it', async () => {
    const { cloud, organiser, staff, resident } = place()
    const title = '云溪老歌会'
    const chen = await organiser('陈建国')
    await chen.signsIn()
    await chen.proposes({
      kind: '歌会',
      title,
      body: '带上自己的水杯，会唱不会唱都来。',
      day: dayKey(new Date(Date.now() + 5 * 24 * 3_600_000)),
      from: '14:00',
      until: '16:30',
      placeName: '小广场',
      address: '柳桥路 8 号',
      seats: '12',
    })
    const [made] = await cloud.sql<{ id: number; minutes: number; capacity: number }[]>`
      select id, extract(epoch from ends_at - starts_at)::int / 60 as minutes, capacity from activities where title = ${title}`
    expect(made).toMatchObject({ minutes: 150, capacity: 12 })
    const activityId = Number(made?.id)

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
    for (const person of [chen, liu, li, sun]) {
      expect(person.phone.problems).toEqual([])
      await person.putsThePhoneAway()
    }

    async function signUpCode(openid: string): Promise<string> {
      const person = await cloud.signIn(openid, { consent: false })
      return String((await cloud.ask(person, 'activity.detail', { activityId })).mySignUp?.code).toLowerCase()
    }
    async function screenCode(): Promise<string> {
      const person = await cloud.signIn('demo-chen', { consent: false })
      const { codes } = await cloud.ask(person, 'activity.checkInCodes', { activityId })
      const now = Date.now()
      return codes.find(({ validFrom }) => validFrom.getTime() + 30_000 > now)?.code ?? ''
    }
  })

  it('a sign-up tapped without a network is kept and sent once when the network is back', async () => {
    const { cloud, admin, resident } = place()
    const activityId = await publish(cloud, admin, { title: '冬日茶话会', capacity: 30 })
    const wang = await resident('王秀兰')
    await wang.signsIn()
    await wang.opensSignUp(activityId)
    await wang.sees('几个人去（含本人）')
    await wang.phone.offline(true)
    await wang.sends()
    await wang.isTold('已经替您记下')
    await wang.phone.offline(false)
    await wang.isTold('报上了')
    expect(await cloud.sql`select from sign_ups where activity_id = ${activityId}`).toHaveLength(1)
    await wang.putsThePhoneAway()
  })
}
