// @tarojs/taro as a page sees it. Calls are recorded; what the host would do (show a page, reach its end) is done by `host`.
import { useEffect, useRef } from 'react'

const stored = new Map<string, unknown>()
const done = () => Promise.resolve({ errMsg: 'ok' })

const api = {
  ENV_TYPE: { WEAPP: 'WEAPP', WEB: 'WEB' } as const,
  getEnv: () => 'WEB',
  getStorageSync: (key: string): unknown => stored.get(key) ?? '',
  setStorageSync: (key: string, value: unknown): void => void stored.set(key, value),
  removeStorageSync: (key: string): void => void stored.delete(key),
  clearStorageSync: (): void => stored.clear(),
  getStorageInfoSync: () => ({ keys: [...stored.keys()], currentSize: 0, limitSize: 10240 }),
  getAppBaseInfo: jest.fn(() => ({ fontSizeSetting: 16 })),
  getWindowInfo: jest.fn(() => ({ statusBarHeight: 0, windowWidth: 390, windowHeight: 844, screenTop: 0 })),
  getMenuButtonBoundingClientRect: jest.fn(() => ({
    top: 6,
    bottom: 38,
    left: 295,
    right: 382,
    width: 87,
    height: 32,
  })),
  getCurrentPages: jest.fn(() => [{ route: 'pages/home/index' }]),
  getCurrentInstance: jest.fn(() => ({ router: { params: host.params } })),
  navigateTo: jest.fn(done),
  redirectTo: jest.fn(done),
  reLaunch: jest.fn(done),
  switchTab: jest.fn(done),
  navigateBack: jest.fn(done),
  showTabBar: jest.fn(done),
  hideTabBar: jest.fn(done),
  setNavigationBarTitle: jest.fn(done),
  stopPullDownRefresh: jest.fn(),
  showToast: jest.fn(done),
  hideToast: jest.fn(),
  showModal: jest.fn(() => Promise.resolve({ confirm: true, cancel: false, errMsg: 'ok' })),
  makePhoneCall: jest.fn(done),
  setClipboardData: jest.fn(done),
  openLocation: jest.fn(done),
  getLocation: jest.fn(() => Promise.reject({ errMsg: 'getLocation:fail auth deny' })),
  scanCode: jest.fn(() => Promise.resolve({ result: '' })),
  requestSubscribeMessage: jest.fn(() => Promise.resolve({ errMsg: 'ok' })),
  vibrateShort: jest.fn(done),
  onNetworkStatusChange: jest.fn(),
  offNetworkStatusChange: jest.fn(),
  pageScrollTo: jest.fn(done),
  nextTick: (then: () => void) => queueMicrotask(then),
  createSelectorQuery: jest.fn(),
}
export default api

type Params = Record<string, string>
type Hook = (params: Params) => unknown
const hooks = {
  load: new Set<Hook>(),
  show: new Set<Hook>(),
  hide: new Set<Hook>(),
  pullDown: new Set<Hook>(),
  reachBottom: new Set<Hook>(),
  share: new Set<Hook>(),
}

/** What WeChat does to a page. Every call answers what the page's own hooks answered. */
export const host = {
  params: {} as Params,
  path: '',
  showPage: () => call(hooks.show),
  hidePage: () => call(hooks.hide),
  pullDown: () => call(hooks.pullDown),
  reachBottom: () => call(hooks.reachBottom),
  share: () => call(hooks.share),
  /** A fresh phone: nothing stored, no page open, no call recorded. */
  reset() {
    host.params = {}
    host.path = ''
    stored.clear()
    for (const set of Object.values(hooks)) set.clear()
  },
}

function call(set: Set<Hook>): unknown[] {
  return [...set].map((hook) => hook(host.params))
}

function useHook(set: Set<Hook>, hook: Hook, atOnce: boolean): void {
  const latest = useRef(hook)
  latest.current = hook
  useEffect(() => {
    const run: Hook = (params) => latest.current(params)
    set.add(run)
    if (atOnce) run(host.params)
    return () => void set.delete(run)
  }, [set, atOnce])
}

export const useRouter = () => ({ params: host.params, path: host.path })
export const useLoad = (hook: Hook) => useHook(hooks.load, hook, true)
export const useReady = (hook: Hook) => useHook(hooks.load, hook, true)
export const useDidShow = (hook: Hook) => useHook(hooks.show, hook, true)
export const useDidHide = (hook: Hook) => useHook(hooks.hide, hook, false)
export const usePullDownRefresh = (hook: Hook) => useHook(hooks.pullDown, hook, false)
export const useReachBottom = (hook: Hook) => useHook(hooks.reachBottom, hook, false)
export const useShareAppMessage = (hook: Hook) => useHook(hooks.share, hook, false)
