import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import AV from 'leancloud-storage/dist/av-core-min.js'
import { readSettings } from '../../cloud/platform/settings'
import { loadDemoCounty } from '../../cloud/sandbox/demo'
import { builtFolder } from '../../cloud/start/build-h5'
import { runCloud } from '../../cloud/start/run'
import { type PhoneInNode, phoneInNode } from '../weapp/phone-in-node'
import { launch } from '../weapp/simulate/mini-program'

const api = process.env.TARO_APP_API ?? 'http://127.0.0.1:3000'

export interface FirstRender {
  /** What the logic hands to the page until it stands still, as JSON in UTF-8. */
  setDataBytes: number
  /** Times that it does. */
  setDataCalls: number
  /** Elements on the page, those inside of components too. */
  nodes: number
}

/**
 * The first home page after a start, of a resident of the demo county who is signed in and has not yet been asked about elder mode: the
 * fullest there is. Throws when the page lacks what it must show.
 */
export async function measureFirstRender(): Promise<FirstRender> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'linlibang-bench-'))
  fs.chmodSync(dataDir, 0o755)
  const running = await runCloud(
    readSettings({ DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent', RATE_LIMIT_ADDRESS: '1000000' }),
    loadDemoCounty,
  )
  try {
    const phone = phoneInNode(api, running.url)
    await signIn(phone, 'demo-wang')
    const changes: string[] = []
    const app = launch(builtFolder('weapp'), phone, (change) => changes.push(JSON.stringify(change)))
    app.open('/pages/home/index')
    for (const words of ['王秀兰', '大字的长辈模式', '附近的活动', '走路']) await app.see(words)
    await standsStill(() => changes.length)
    const setDataBytes = changes.reduce((sum, change) => sum + Buffer.byteLength(change), 0)
    return { setDataBytes, setDataCalls: changes.length, nodes: app.page.nodes }
  } finally {
    await running.stop()
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Leaves a session in the phone, as the last start of the app did. */
async function signIn(phone: PhoneInNode, openid: string): Promise<void> {
  phone.openid = openid
  const settings = readSettings({})
  Object.assign(globalThis, { wx: phone.wx })
  AV.setAdapters(require('@leancloud/platform-adapters-weapp'))
  AV.init({ appId: settings.leancloud.appId, appKey: settings.leancloud.appKey, serverURL: api })
  await AV.User.loginWithMiniApp()
}

/** Waits until a second has gone by without a change. */
async function standsStill(count: () => number): Promise<void> {
  for (let before = -1; before !== count(); ) {
    before = count()
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
}
