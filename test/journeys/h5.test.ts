import type { Browser, BrowserContext, Page } from 'playwright-core'
import { mountDemoPeople } from '../../cloud/sandbox/demo/people'
import { buildIfChanged, builtFolder } from '../../cloud/start/build-h5'
import { axe, launchChromium, phone } from '../browser/chromium'
import { describeInBrowser } from '../browser/describe-in-browser'
import { grantRole, startTestCloud, type TestCloud, type TestPerson } from '../cloud'
import { moveTo, publish } from '../factories/activities'
import { liuqiao } from '../factories/areas'

/** What people do, in a real browser, on the built app and a real cloud. Steps are in their own words. */

let cloud: TestCloud
let browser: Browser
let admin: TestPerson

describeInBrowser('in a browser', () => {
  beforeAll(async () => {
    await buildIfChanged('h5')
    cloud = await startTestCloud({}, { h5Dir: builtFolder('h5'), mount: mountDemoPeople })
    admin = await cloud.signIn('demo-liu', { community: liuqiao })
    await cloud.ask(admin, 'people.updateMe', { nickname: '刘敏' })
    await grantRole(cloud, admin.personId, 'communityAdmin', liuqiao)
    for (const [openid, nickname] of [
      ['demo-wang', '王秀兰'],
      ['demo-li', '李奶奶'],
      ['demo-chen', '陈建国'],
    ] as const) {
      const person = await cloud.signIn(openid, { community: liuqiao, consent: false })
      await cloud.ask(person, 'people.updateMe', { nickname })
    }
    browser = await launchChromium()
  }, 400_000)
  afterAll(async () => {
    await browser?.close()
    await cloud?.stop()
  })

  it('a resident browses, signs in, signs up, waits, is promoted, and sees it in the inbox', async () => {
    const other = await cloud.signIn('other')
    const activityId = await publish(cloud, admin, { title: '学剪纸：窗花和生肖', capacity: 1, kind: 'culture' })
    const seat = await cloud.ask(other, 'activity.signUp', { activityId, party: 1 })
    const wang = await someone()
    await wang.open('/features/activity/pages/list/index')
    await wang.tap('学剪纸：窗花和生肖')
    await wang.see('名额满了')
    await wang.tap('排队候补')
    await wang.see('演示县：选一位登录')
    await wang.tap('王秀兰')
    await wang.see('同意并报名')
    await wang.tap('同意并报名')
    await wang.see('还没报上，您排第 1 位')
    await cloud.ask(other, 'activity.cancelSignUp', { signUpId: seat.signUpId })
    await wang.open('/pages/home/index')
    await wang.see('学剪纸：窗花和生肖轮到您了，去不去？')
    await wang.tap('去回复')
    await wang.tap('我去')
    await wang.see('已报上名')
    await wang.open('/pages/inbox/index')
    await wang.see('轮到您了')
    expect(wang.problems).toEqual([])
    await wang.close()
  })

  it('an organiser proposes, the community approves, a resident signs up and is checked in by code', async () => {
    const chen = await someone('陈建国')
    await chen.open('/features/activity/pages/publish/index')
    await chen.tap('歌会')
    await chen.fill('名称', '云溪老歌会')
    await chen.pick('选日期', 'date')
    await chen.fill('地点', '小广场')
    await chen.fill('门牌', '柳桥路 8 号')
    await chen.close()
    // The wheels of the phone’s own pickers are drawn by the platform; the proposal itself goes through the same operation.
    const organiser = await cloud.signIn('demo-chen')
    const { draftOf } = await import('../factories/activities')
    const { activityId } = await cloud.ask(organiser, 'activity.draft', draftOf({ title: '云溪老歌会', kind: 'song' }))
    await cloud.ask(organiser, 'activity.submit', { activityId })

    const liu = await someone('刘敏')
    await liu.open('/features/activity/pages/approvals/index')
    await liu.see('云溪老歌会')
    await liu.tap('通过')
    await liu.see('没有等审批的活动')
    await liu.close()

    const li = await someone('李奶奶')
    await li.open(`/features/activity/pages/sign-up/index?activityId=${activityId}`)
    await li.tap('同意并报名')
    await li.see('报上了')
    const person = await cloud.signIn('demo-li', { consent: false })
    const code = (await cloud.ask(person, 'activity.detail', { activityId })).mySignUp?.code as string
    await li.see(code)
    await moveTo(cloud, activityId, new Date(Date.now() - 600_000))

    const console_ = await someone('陈建国')
    await console_.open(`/features/activity/pages/console/index?activityId=${activityId}`)
    await console_.see('李奶奶')
    await console_.fill('输入签到码', code.toLowerCase())
    await console_.tap('签到', 0)
    await console_.see('到了 1 人')
    await console_.tap('签到码')
    await console_.see('请邻居用微信扫一扫签到')
    const download = console_.page.waitForEvent('download')
    await console_.tap('导出名单')
    expect((await download).suggestedFilename()).toMatch(/\.xlsx$/)
    await console_.close()

    await moveTo(cloud, activityId, new Date(Date.now() - 4 * 3_600_000))
    await li.open(`/features/activity/pages/rate/index?activityId=${activityId}`)
    await li.star(5)
    await li.fill('说两句', '唱得很高兴')
    await li.tap('提交评价')
    await li.see('谢谢，评价已经贴出来')
    expect((await cloud.ask(null, 'activity.ratings', { activityId })).rows).toMatchObject([
      { stars: 5, comment: '唱得很高兴' },
    ])
    await li.close()
  })

  it('a sign-up tapped without a network is kept and sent once when the network is back', async () => {
    const activityId = await publish(cloud, admin, { title: '冬日茶话会', capacity: 30 })
    await cloud.signIn('demo-wang')
    const wang = await someone('王秀兰')
    await wang.open(`/features/activity/pages/sign-up/index?activityId=${activityId}`)
    await wang.see('几个人去（含本人）')
    await wang.offline(true)
    await wang.pressLast()
    await wang.see('已经替您记下')
    await wang.offline(false)
    await wang.see('报上了')
    expect(await cloud.sql`select from sign_ups where activity_id = ${activityId}`).toHaveLength(1)
    await wang.close()
  })

  it.each(['normal', 'elder'])('every page passes axe in %s mode', async (mode) => {
    const activityId = await publish(cloud, admin, { title: '看得清的活动' })
    const liu = await someone('刘敏')
    if (mode === 'elder')
      await liu.page.evaluate(() => localStorage.setItem('llb.elder-mode', JSON.stringify({ data: 'true' })))
    const found: string[] = []
    for (const path of [
      '/pages/home/index',
      '/pages/mine/index',
      '/pages/inbox/index',
      '/pages/me/index',
      '/features/activity/pages/list/index',
      `/features/activity/pages/detail/index?activityId=${activityId}`,
      `/features/activity/pages/sign-up/index?activityId=${activityId}`,
      `/features/activity/pages/console/index?activityId=${activityId}`,
      '/features/activity/pages/publish/index',
      '/features/activity/pages/managed/index',
      '/features/activity/pages/approvals/index',
      '/features/people/pages/data/index',
      '/features/people/pages/family/index',
      '/features/people/pages/grants/index',
      '/features/people/pages/privacy/index',
    ]) {
      await liu.open(path)
      await liu.page.waitForTimeout(400)
      found.push(...(await axe(liu.page)).map((v) => `${path} ${v}`))
    }
    expect(found).toEqual([])
    await liu.close()
  })
})

/** A person with a phone: opens, taps, fills and sees. */
async function someone(name?: string) {
  const context: BrowserContext = await browser.newContext({ ...phone, acceptDownloads: true })
  // First start asks about elder mode; that is its own story.
  await context.addInitScript(() => {
    if (!localStorage.getItem('llb.elder-mode'))
      localStorage.setItem('llb.elder-mode', JSON.stringify({ data: 'false' }))
  })
  const page: Page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  const visible = (text: string) => page.getByText(text).filter({ visible: true })
  const person = {
    page,
    problems,
    open: async (path: string) => {
      await page.goto(`${cloud.url}/#${path}`)
      await page.waitForLoadState('networkidle')
    },
    see: (text: string) => visible(text).first().waitFor(),
    tap: async (text: string, nth?: number) => {
      const exact = page.getByText(text, { exact: true }).filter({ visible: true })
      const target =
        nth === undefined ? ((await exact.count()) > 0 ? exact.first() : visible(text).first()) : exact.nth(nth)
      await target.click()
    },
    /** The main button of a form: the last one on the page. */
    pressLast: () => page.locator('.button--primary').filter({ visible: true }).last().click(),
    fill: (label: string, value: string) => page.getByLabel(label).filter({ visible: true }).first().fill(value),
    pick: async (placeholder: string, _kind: 'date') => {
      await visible(placeholder).first().click()
      await visible('确定').first().click()
    },
    star: (n: number) =>
      page
        .locator('.rv-rate__item')
        .nth(n - 1)
        .click(),
    offline: (off: boolean) => context.setOffline(off),
    close: () => context.close(),
  }
  if (name) {
    await person.open('/features/people/pages/sign-in/index')
    await person.tap(name)
    await page.waitForTimeout(800)
  }
  return person
}
