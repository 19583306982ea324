import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { readSettings } from '../../../cloud/platform/settings'
import { loadDemoCounty } from '../../../cloud/sandbox/demo'
import { demoPeople } from '../../../cloud/sandbox/demo/people'
import { buildIfChanged, builtFolder } from '../../../cloud/start/build-h5'
import { runCloud } from '../../../cloud/start/run'
import { launchChromium } from '../../browser/chromium'
import { weappPhone } from '../../journeys/weapp-phone'
import { bundleForBrowser } from './bundle'

/** Takes pictures of the Mini Program in the browser host, with the demo county: `npm run screenshots:weapp`. */

const pictures = path.join(__dirname, '..', '..', '..', 'dist', 'weapp-pictures')

async function take(): Promise<void> {
  await buildIfChanged('weapp')
  const app = await bundleForBrowser(builtFolder('weapp'), process.env.TARO_APP_API ?? 'http://127.0.0.1:3000')
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'linlibang-screenshots-'))
  fs.chmodSync(dataDir, 0o755)
  const settings = readSettings({ DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent', RATE_LIMIT_ADDRESS: '1000000' })
  const running = await runCloud(settings, loadDemoCounty, undefined, app)
  const browser = await launchChromium()
  fs.mkdirSync(pictures, { recursive: true })

  const activity = async (page: string, title: string) => {
    const [row] = await running.server.sql<
      { id: number }[]
    >`select id from activities where title = ${title} order by starts_at limit 1`
    return `/features/activity/pages/${page}/index?activityId=${row?.id}`
  }
  const song = '云溪老歌会'
  const [school] = await running.server.sql<{ id: number }[]>`
    select a.id from applications a join people p on p.id = a.applicant_id join service_items i on i.id = a.item_id
     where p.nickname = '王秀兰' and i.code = 'JY-XJM-01'`
  const pages: [name: string, who: string, address: string][] = [
    ['home', '王秀兰', '/pages/home/index'],
    ['list', '王秀兰', '/features/activity/pages/list/index'],
    ['detail', '王秀兰', await activity('detail', song)],
    ['sign-up', '王秀兰', await activity('sign-up', song)],
    ['services', '王秀兰', '/features/service/pages/catalogue/index'],
    ['service-guide', '王秀兰', '/features/service/pages/item/index?code=GA-JZZ-01'],
    ['application', '王秀兰', `/features/service/pages/application/index?applicationId=${school?.id}`],
    ['desk', '孙丽', '/features/desk/pages/queue/index'],
    ['console', '刘敏', await activity('console', '冬日茶话会：加装电梯怎么商量')],
    ['publish', '刘敏', '/features/activity/pages/publish/index'],
  ]
  for (const elder of [false, true]) {
    for (const who of new Set(pages.map(([, person]) => person))) {
      const openid = demoPeople.find(({ nickname }) => nickname === who)?.openid ?? ''
      const phone = await weappPhone(browser, running.url, { openid, name: who, elder })
      await phone.open('/features/people/pages/sign-in/index')
      await phone.identify()
      await phone.see('我能做什么')
      for (const [name, person, address] of pages) {
        if (person !== who) continue
        await phone.open(address)
        await phone.settle()
        await phone.page.screenshot({ path: path.join(pictures, `${name}${elder ? '-elder' : ''}.png`) })
      }
      await phone.close()
    }
  }
  await browser.close()
  await running.stop()
  fs.rmSync(dataDir, { recursive: true, force: true })
}

take().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
