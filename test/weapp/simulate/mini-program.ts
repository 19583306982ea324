import { answerWith, failWith, type PhoneInNode } from '../phone-in-node'
import { Definitions, startEngine } from './engine'
import { Modules } from './modules'
import { OpenPage, tap, until } from './page'
import { openScreen } from './screen'

/** A built Mini Program that runs in Node, from its launch on. */
export interface MiniProgram {
  /** The page on top. */
  readonly page: OpenPage
  /** Opens a page as the only one, as a share card does. */
  open(url: string): void
  /** Waits until words are on the page on top. */
  see(words: string): Promise<void>
  /** Waits for the innermost element with exactly these words on the page on top, and taps it. */
  tap(words: string): Promise<void>
}

interface Address {
  url: string
}
type Callbacks = Parameters<typeof answerWith>[0]

const window = { windowWidth: 375, windowHeight: 667, screenWidth: 375, screenHeight: 667, pixelRatio: 2 }
const bar = { top: 26, right: 368, bottom: 58, left: 281, width: 87, height: 32 }

/** Launches the package in `root` on a phone. Once in a process, as the screen. */
export function launch(root: string, phone: PhoneInNode, watch: (change: object) => void = () => {}): MiniProgram {
  const document = openScreen()
  const app: { onLaunch?(options: object): void; onShow?(options: object): void } = {}
  let stack: OpenPage[] = []
  const top = () => {
    const page = stack.at(-1)
    if (!page) throw new Error('no page is open')
    return page
  }
  const put = (kept: OpenPage[], url: string) => {
    for (const page of stack) if (!kept.includes(page)) page.close()
    kept.at(-1)?.show(false)
    stack = kept
    const next = new OpenPage(document, engine, url, watch)
    stack = [...kept, next]
    next.show(true)
  }
  const api =
    <O>(name: string, work: (options: O) => void) =>
    (options: O & Callbacks) => {
      try {
        work(options)
        answerWith(options, { errMsg: `${name}:ok` })
      } catch (error) {
        failWith(options, `${name}:fail ${(error as Error).message}`)
      }
    }
  const start = { path: 'pages/home/index', query: {}, scene: 1001 }
  const wx = {
    ...phone.wx,
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getSystemInfoSync: () => ({
      ...window,
      statusBarHeight: 20,
      safeArea: window,
      platform: 'ios',
      SDKVersion: '3.5.0',
    }),
    getWindowInfo: () => ({ ...window, statusBarHeight: 20, safeArea: window }),
    getDeviceInfo: () => ({ platform: 'ios', system: 'iOS 17.0' }),
    getAppBaseInfo: () => ({ SDKVersion: '3.5.0', language: 'zh_CN' }),
    getMenuButtonBoundingClientRect: () => bar,
    getLaunchOptionsSync: () => start,
    getEnterOptionsSync: () => start,
    canIUse: () => false,
    nextTick: (work: () => void) => void Promise.resolve().then(work),
    onNetworkStatusChange() {},
    getNetworkType: (options: Callbacks) =>
      answerWith(options, { networkType: phone.server ? 'wifi' : 'none', errMsg: 'getNetworkType:ok' }),
    navigateTo: api<Address>('navigateTo', ({ url }) => put(stack, url)),
    redirectTo: api<Address>('redirectTo', ({ url }) => put(stack.slice(0, -1), url)),
    switchTab: api<Address>('switchTab', ({ url }) => put([], url)),
    reLaunch: api<Address>('reLaunch', ({ url }) => put([], url)),
    navigateBack: api<{ delta?: number }>('navigateBack', ({ delta = 1 }) => {
      for (const page of stack.splice(Math.max(1, stack.length - delta))) page.close()
      top().show(true)
    }),
    hideTabBar: api('hideTabBar', () => {}),
    showTabBar: api('showTabBar', () => {}),
    showToast: api('showToast', () => {}),
    stopPullDownRefresh: api('stopPullDownRefresh', () => {}),
    requestSubscribeMessage: api('requestSubscribeMessage', () => {}),
  }
  const definitions = new Definitions()
  const modules = new Modules(root, {
    wx,
    App: Object.assign.bind(Object, app),
    getApp: () => app,
    getCurrentPages: () => stack.map((page) => page.instance),
    ...definitions.globals,
  })
  // The SDK's adapter and Taro ask for the global one too.
  Object.assign(globalThis, { wx })
  const engine = startEngine(root, modules, definitions)
  modules.load('app')
  app.onLaunch?.(start)
  app.onShow?.(start)
  const otherwise = (words: string) => () => `“${words}” is not on ${top().route}: ${top().words}`
  return {
    get page() {
      return top()
    },
    open: (url) => put([], url),
    async see(words) {
      await until(() => top().words.includes(words), otherwise(words))
    },
    async tap(words) {
      await tap(await until(() => top().saying(words), otherwise(words)))
    },
  }
}
