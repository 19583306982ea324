import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { readSettings } from '../../cloud/platform/settings'
import { loadDemoCounty } from '../../cloud/sandbox/demo'
import { loadDemoHubs } from '../../cloud/sandbox/demo/hubs/load'
import { loadDemoVolunteers } from '../../cloud/sandbox/demo/volunteers/load'
import { buildIfChanged } from '../../cloud/start/build-h5'
import { runCloud } from '../../cloud/start/run'
import { desk, launchChromium, phone } from './chromium'

/** Takes the pictures of the README from the demo county: `npm run screenshots`. */

const folder = path.join(__dirname, '..', '..', 'docs', 'screenshots')

async function take(): Promise<void> {
  await buildIfChanged('h5')
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'linlibang-screenshots-'))
  fs.chmodSync(dataDir, 0o755)
  const running = await runCloud(
    readSettings({ DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent', RATE_LIMIT_ADDRESS: '1000000' }),
    async (server) => {
      await loadDemoCounty(server)
      await loadDemoVolunteers(server)
      await loadDemoHubs(server)
    },
  )
  const browser = await launchChromium()
  fs.mkdirSync(folder, { recursive: true })

  const visit = async (
    name: string,
    elder: boolean,
    wide: boolean,
    work: (page: Page, shot: (file: string) => Promise<void>) => Promise<void>,
  ) => {
    const context = await browser.newContext(wide ? desk : phone)
    await context.addInitScript(
      (on) => localStorage.setItem('llb.elder-mode', JSON.stringify({ data: String(on) })),
      elder,
    )
    const page = await context.newPage()
    const shot = async (file: string) => {
      await page.waitForLoadState('networkidle')
      await page.waitForTimeout(500)
      await page.screenshot({ path: path.join(folder, `${file}.png`) })
    }
    await page.goto(`${running.url}/#/features/people/pages/sign-in/index`)
    await page.getByText(name, { exact: true }).click()
    await page.waitForTimeout(1000)
    await work(page, shot)
    await context.close()
  }
  const open = (page: Page, at: string) => page.goto(`${running.url}/#/${at}`)
  const activity = async (title: string) => {
    const [row] = await running.server.sql<
      { id: number }[]
    >`select id from activities where title = ${title} order by starts_at limit 1`
    return row?.id ?? 0
  }
  const { sql } = running.server
  const application = async (nickname: string, itemCode: string) => {
    const [row] = await sql<{ id: number }[]>`
      select a.id from applications a join people p on p.id = a.applicant_id join service_items i on i.id = a.item_id
       where p.nickname = ${nickname} and i.code = ${itemCode}`
    return row?.id ?? 0
  }
  /** What somebody of the demo asked for, and who comes. */
  const request = async () => {
    const [row] = await sql<{ id: number }[]>`
      select r.id from help_requests r join people p on p.id = r.requester_id
       where p.nickname = '王秀兰' and r.status = 'assigned' order by r.id limit 1`
    return row?.id ?? 0
  }
  const help = await request()
  const school = await application('王秀兰', 'JY-XJM-01')
  const tea = await activity('冬日茶话会：加装电梯怎么商量')
  const full = await activity('学剪纸：窗花和生肖')
  const song = await activity('云溪老歌会')

  for (const elder of [false, true]) {
    const suffix = elder ? '-elder' : ''
    await visit('王秀兰', elder, false, async (page, shot) => {
      await open(page, 'pages/home/index')
      await shot(`home${suffix}`)
      await open(page, 'features/activity/pages/list/index')
      await shot(`list${suffix}`)
      await open(page, `features/activity/pages/detail/index?activityId=${song}`)
      await shot(`detail${suffix}`)
      await open(page, `features/activity/pages/sign-up/index?activityId=${song}`)
      await shot(`sign-up${suffix}`)
      await open(page, 'features/service/pages/catalogue/index')
      await shot(`services${suffix}`)
      await open(page, 'features/service/pages/item/index?code=GA-JZZ-01')
      await shot(`service-guide${suffix}`)
      await open(page, `features/service/pages/application/index?applicationId=${school}`)
      await shot(`application${suffix}`)
      await open(page, `features/volunteer/pages/request/index?helpRequestId=${help}`)
      await shot(`help-request${suffix}`)
      await open(page, 'features/hub/pages/card/index')
      await shot(`hub-card${suffix}`)
      await open(page, 'features/hub/pages/contacts/index')
      await page.locator('.row').filter({ visible: true }).first().click()
      await page.waitForTimeout(1200)
      await shot(`hub-thread${suffix}`)
    })
    await visit('李奶奶', elder, false, async (page, shot) => {
      await open(page, `features/activity/pages/sign-up/index?activityId=${full}`)
      await page.waitForTimeout(800)
      const button = page.locator('.button--primary').filter({ visible: true }).last()
      if (!elder) await button.click()
      if (!elder) await page.getByText('允许', { exact: true }).filter({ visible: true }).click()
      await page.waitForTimeout(1200)
      if (elder) await open(page, `features/activity/pages/result/index?activityId=${full}`)
      await shot(`waitlist${suffix}`)
    })
    await visit('刘敏', elder, false, async (page, shot) => {
      await open(page, `features/activity/pages/console/index?activityId=${tea}`)
      await shot(`console${suffix}`)
    })
  }
  await visit('刘敏', false, true, async (page, shot) => {
    await open(page, `features/activity/pages/console/index?activityId=${tea}`)
    await shot('console-desk')
    await open(page, 'features/activity/pages/approvals/index')
    await shot('approvals-desk')
    await open(page, 'features/matching/pages/board/index')
    await page.waitForTimeout(1500)
    await shot('matching-board')
    await open(page, 'features/branch/pages/hubs/index')
    await page.waitForTimeout(1500)
    await shot('hubs-desk')
  })
  await visit('黄志远', false, true, async (page, shot) => {
    await open(page, 'features/branch/pages/inbox/index')
    await page.waitForTimeout(1500)
    await shot('hub-inbox-desk')
  })
  await visit('孙丽', false, true, async (page, shot) => {
    await open(page, 'features/desk/pages/queue/index')
    await page.waitForTimeout(1500)
    await shot('desk')
  })
  await visit('周正', false, true, async (page, shot) => {
    await open(page, 'features/desk/pages/board/index')
    await page.waitForTimeout(1500)
    await shot('desk-board')
  })
  await browser.close()
  await running.stop()
  fs.rmSync(dataDir, { recursive: true, force: true })
}

take().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
