import { buildIfChanged, builtFolder } from '../../cloud/start/build-h5'
import { grantRole, startTestCloud, type TestCloud, type TestPerson } from '../cloud'
import { publish } from '../factories/activities'
import { liuqiao } from '../factories/areas'
import { type PhoneInNode, phoneInNode } from './phone-in-node'
import { launch, type MiniProgram } from './simulate/mini-program'
import { tap } from './simulate/page'

/** The pages of `dist/weapp`, the package for WeChat, on miniprogram-simulate, against a real cloud. */

const api = process.env.TARO_APP_API ?? 'http://127.0.0.1:3000'
let cloud: TestCloud
let admin: TestPerson
let phone: PhoneInNode
let app: MiniProgram

beforeAll(async () => {
  await buildIfChanged('weapp')
  cloud = await startTestCloud()
  admin = await cloud.signIn('sim-admin')
  await grantRole(cloud, admin.personId, 'communityAdmin', liuqiao)
  admin = await cloud.signIn('sim-admin', { consent: false })
  phone = phoneInNode(api, cloud.url)
  phone.storage.set('llb.elder-mode', JSON.stringify('false'))
  app = launch(builtFolder('weapp'), phone)
}, 400_000)
afterAll(() => cloud.stop())
beforeEach(() => {
  phone.server = cloud.url
})

const openDetail = (activityId: number) => app.open(`/features/activity/pages/detail/index?activityId=${activityId}`)

it('shows on the home page what is on near', async () => {
  await publish(cloud, admin, { title: '学剪纸：窗花和生肖' })
  app.open('/pages/home/index')
  await app.see('您好，欢迎来邻里帮')
  await app.see('学剪纸：窗花和生肖')
})

it('opens an activity from the list, and a tap on the calendar button of Vant changes the view', async () => {
  await publish(cloud, admin, { title: '云溪老歌会', kind: 'song', capacity: 12 })
  app.open('/features/activity/pages/list/index')
  await app.see('云溪老歌会')
  await app.tap('日历')
  await app.see('列表')
  await app.tap('列表')
  await app.tap('云溪老歌会')
  expect(app.page.route).toBe('features/activity/pages/detail/index')
  await app.see('还剩 12 个名额')
  await app.see('柳桥弄 12 号')
})

it('signs a neighbour in by a tap, up by a tap, and the party that Vant’s stepper counted is in the database', async () => {
  const activityId = await publish(cloud, admin, { title: '冬日茶话会', maxParty: 3 })
  phone.openid = 'sim-wang'
  openDetail(activityId)
  await app.tap('我要报名')
  await app.tap('用微信登录')
  await app.see('几个人去（含本人）')
  await tap(app.page.find('[class*=van-stepper__plus]') as Element)
  await app.tap('同意并报名')
  await app.see('报上了')
  expect(
    await cloud.sql`
      select s.status, s.party from sign_ups s join people p on p.id = s.person_id
       where s.activity_id = ${activityId} and p.openid = 'sim-wang'`,
  ).toEqual([{ status: 'confirmed', party: 2 }])
})

it('says that the network is gone, and shows the page after a tap once it is back', async () => {
  const activityId = await publish(cloud, admin, { title: '理论导读' })
  phone.server = undefined
  openDetail(activityId)
  await app.see('网断了，连上再看。')
  expect(app.page.words).not.toContain('理论导读')
  phone.server = cloud.url
  await app.tap('再试一次')
  await app.see('理论导读')
})

it('says that the network is gone when the cloud is down', async () => {
  // Nobody listens on a port that was given back.
  const gone = await startTestCloud()
  await gone.stop()
  phone.server = gone.url
  app.open('/features/activity/pages/list/index')
  await app.see('网断了，连上再看。')
})
