import { dayKey } from '../../src/platform/dates'
import { grantRole, type TestCloud, type TestPerson } from '../cloud'
import { publish } from '../factories/activities'
import { grid, liuqiao } from '../factories/areas'
import { aHousehold, aHub, hubOf, member } from '../factories/hubs'
import { photo } from '../files/pictures'
import type { Neighbourhood } from './neighbourhood'

const hourMs = 3_600_000
/** Far from the hubs of other stories: none of theirs is in reach. */
const far = { lat: 30.7, lng: 120.7 }

/** What hosts, deputies and the party branch do, told once for every kind of phone; residents ask by way of the API. */
export function tellBranchStories(place: () => Neighbourhood): void {
  afterEach(() => place().endOfStory())

  it('a host says for how long he is away, his deputy answers meanwhile, and then it is his again', async () => {
    const { cloud, hubKeeper, runs } = place()
    const { asker, hubId } = await hubOfHuang(place(), { deputy: '罗小梅' })
    const ask = (words: string) => cloud.ask(asker, 'hub.askHub', { hubId, kind: 'ask', words })
    const before = await ask('水表谁来抄？')

    const huang = await hubKeeper('黄志远')
    await huang.signsIn()
    await huang.isAway(dayKey(new Date()), dayKey(new Date(Date.now() + 24 * hourMs)))
    await huang.sees('先转给代理人罗小梅')
    await runs('sweepContacts')
    const during = await ask('垃圾车几点来？')

    const luo = await hubKeeper('罗小梅')
    await luo.signsIn()
    for (const [words, answer] of [
      ['水表谁来抄？', '这个月我来抄'],
      ['垃圾车几点来？', '早上六点半'],
    ] as const) {
      await luo.opensWhatWasAsked(words)
      await luo.sees('现在归代理人回')
      await luo.answers(answer)
    }
    for (const { contactId } of [before, during])
      expect(await cloud.ask(asker, 'hub.contact', { contactId })).toMatchObject({ status: 'answered', level: 1 })

    await huang.isBack()
    const { contactId } = await ask('路灯坏了')
    expect(await cloud.ask(asker, 'hub.contact', { contactId })).toMatchObject({ status: 'asked', level: 0 })
    await cloud.ask(asker, 'hub.withdrawContact', { contactId })
  })

  it('what nobody answers in time goes up to the party branch, which sees it and answers', async () => {
    const { cloud, hubKeeper, waitUntil, runs } = place()
    const { asker, hubId } = await hubOfHuang(place(), { lead: '许慧兰' })
    const words = '老人一个人住，两天没开门了'
    const { contactId, dueAt } = await cloud.ask(asker, 'hub.askHub', { hubId, kind: 'difficulty', words })
    await waitUntil(new Date(dueAt.getTime() + hourMs))
    await runs('sweepContacts')

    const xu = await hubKeeper('许慧兰')
    await xu.signsIn()
    await xu.opensWhatWasAsked(words)
    await xu.sees('现在归党支部回')
    await xu.answers('我和网格员上门看过，老人去了女儿家')
    const thread = await cloud.ask(asker, 'hub.contact', { contactId })
    expect(thread).toMatchObject({ status: 'answered', level: 2 })
    expect(thread.messages.at(-1)).toMatchObject({ from: 'staff', words: '我和网格员上门看过，老人去了女儿家' })
  })
}

/** One contact from joining to what became of it, on the phones of all who have to do with it. */
export function tellThreadStory(place: () => Neighbourhood): void {
  it('who is let in by the staff asks with a photo, and has one thread for the service and the activity that came of it', async () => {
    const { cloud, admin, householder, hubKeeper, staff, clerk } = place()
    const { hubId } = await hubOfHuang(place(), {})
    const door = '北门 7 号'
    await aHousehold({ cloud, gridWorker: admin }, { ...far, door })
    const service = '早点摊登记'
    const activity = '摆摊要懂的三件事'
    await clerk.opensService({ name: service, documents: [] })
    await publish(cloud, admin, { title: activity })

    const chen = await householder('陈建国')
    await chen.signsIn()
    await chen.asksToJoin('柳桥一网格', door)
    const liu = await staff('刘敏')
    await liu.signsIn()
    await liu.letsIn('陈建国', door)
    await chen.phone.goOn('/pages/home/index')
    await chen.sees('黄家中心户')

    const words = '门口这样能摆早点摊吗？'
    await chen.asksTheHub(words, await photo())
    const huang = await hubKeeper('黄志远')
    await huang.signsIn()
    await huang.opensWhatWasAsked(words)
    await huang.phone.seePicture('第 1 张照片')
    await huang.handsOnToService(service, '先问几句，照着填就行。')

    await chen.opensTheThread(words, '这件事可以在网上办，去办一下')
    await chen.sees('先问几句，照着填就行。')
    await chen.appliesFromTheThread({ '店面多大？': '50 平方米以下', '用明火吗？': '不用' }, '陈家早点')
    await huang.opensWhatWasAsked(words)
    await huang.sees('居民去办了')
    await huang.handsOnToActivity('周末有人来讲，去听听。')
    await chen.opensTheThread(words, '有个活动合适，去看看')
    await chen.signsUpFromTheThread(activity)

    await chen.opensTheThreadFromTheList(words, '有人在办了')
    for (const became of [words, '网上就能办', '交上去了', '有个活动合适', '报上了']) await chen.sees(became)
    const me = await cloud.signIn(chen.openid, { consent: false })
    const { rows } = await cloud.ask(me, 'hub.myContacts', {})
    expect(rows).toMatchObject([{ hubId, words, follow: null }])
    const { handOns } = await cloud.ask(me, 'hub.contact', { contactId: Number(rows[0]?.contactId) })
    expect(handOns).toMatchObject([
      { to: 'application', targetId: expect.any(Number), targetStatus: 'submitted' },
      { to: 'activity', targetId: expect.any(Number), targetStatus: 'published' },
    ])
    await cloud.ask(me, 'hub.leaveHousehold', {})
  })
}

/** What the staff do at a computer. */
export function tellBalanceStory(place: () => Neighbourhood): void {
  it('staff take households in from a table, line by line, and move the fewest so that no hub has too many', async () => {
    const { cloud, admin, staff } = place()
    const at = { lat: 30.8, lng: 120.8 }
    const first = await aHub({ cloud, admin }, { ...at, name: '北头中心户', room: 2, consentOn: '2026-01-05' })
    const other = { ...at, lat: 30.803, name: '河边中心户', room: 5, consentOn: '2026-01-05' }
    const second = await aHub({ cloud, admin }, other)
    const line = (door: string, people: string) => `${grid},${door},${people},邻居,30.8,120.8`
    const table = (...lines: string[]) => ['网格编码,门牌,人数,联系原因,纬度,经度', ...lines].join('\n')

    const liu = await staff('刘敏')
    await liu.signsIn()
    await liu.importsHouseholds(table(line('北头 1 号', '3'), line('北头 2 号', '三')))
    await liu.sees('有 1 处不对，一户都没有导入')
    await liu.sees('第 3 行')
    await liu.importsHouseholds(table(line('北头 1 号', '3'), line('北头 2 号', '2'), line('北头 3 号', '1')))
    await liu.sees('登记 3 户，3 户有了中心户')

    // By hand a hub gets more than it has room for.
    const { rows } = await cloud.ask(admin, 'hub.households', { hubId: second.hubId })
    for (const { householdId, version } of rows)
      await cloud.ask(admin, 'hub.linkHousehold', { householdId, version, hubId: first.hubId })
    await liu.balances(1)
    const load = async (hubId: number) => (await cloud.ask(admin, 'hub.households', { hubId })).rows.length
    expect([await load(first.hubId), await load(second.hubId)]).toEqual([2, 1])
  })
}

/** 黄志远 hosts a hub in which somebody lives; made once, then changed. */
async function hubOfHuang(
  { cloud, admin }: Neighbourhood,
  { deputy, lead }: { deputy?: string; lead?: string },
): Promise<{ hubId: number; asker: TestPerson }> {
  const host = await personOf(cloud, '黄志远')
  const { rows } = await cloud.ask(admin, 'hub.hubBoard', {})
  const known = rows.find(({ hostId }) => hostId === host)?.hubId
  if (known === undefined) await grantRole(cloud, host, 'partyMember', liuqiao)
  const { hubId } = await cloud.ask(admin, 'hub.saveHub', {
    ...hubOf(host, { ...far, name: '黄家中心户', consentOn: '2026-01-05' }),
    ...(known === undefined ? {} : { hubId: known }),
    deputyIds: deputy ? [await personOf(cloud, deputy)] : [],
    branchLeadId: lead ? await personOf(cloud, lead) : null,
  })
  const { householdId } = await aHousehold({ cloud, gridWorker: admin }, far)
  return { hubId, asker: await member({ cloud, gridWorker: admin }, householdId) }
}

async function personOf(cloud: TestCloud, name: string): Promise<number> {
  const [row] = await cloud.sql<{ id: number }[]>`select id from people where nickname = ${name} order by id limit 1`
  return Number(row?.id)
}
