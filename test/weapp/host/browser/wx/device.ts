import { createSelectorQuery } from '../query'
import { capsuleRect } from '../screen'
import { api } from './api'

/** What the phone and WeChat say about themselves. */

const statusBarPx = 20

const windowInfo = () => ({
  pixelRatio: devicePixelRatio,
  screenWidth: innerWidth,
  screenHeight: innerHeight,
  windowWidth: innerWidth,
  windowHeight: innerHeight,
  statusBarHeight: statusBarPx,
  safeArea: {
    top: statusBarPx,
    left: 0,
    right: innerWidth,
    bottom: innerHeight,
    width: innerWidth,
    height: innerHeight - statusBarPx,
  },
})
const deviceInfo = { platform: 'ios', system: 'iOS 17.0', model: 'iPhone', brand: 'apple' }
const appBaseInfo = { SDKVersion: '3.5.0', version: '8.0.50', language: 'zh_CN', theme: 'light', fontSizeSetting: 17 }
const systemInfo = () => ({ ...windowInfo(), ...deviceInfo, ...appBaseInfo })
const launch = () => ({ path: location.hash.slice(2).split('?')[0], query: {}, scene: 1001 })

const connection = () => ({ isConnected: navigator.onLine, networkType: navigator.onLine ? 'wifi' : 'none' })

export const device = {
  env: { USER_DATA_PATH: 'wxfile://usr' },
  getSystemInfoSync: systemInfo,
  getSystemInfo: api('getSystemInfo', systemInfo),
  getWindowInfo: windowInfo,
  getDeviceInfo: () => deviceInfo,
  getAppBaseInfo: () => appBaseInfo,
  getMenuButtonBoundingClientRect: capsuleRect,
  getLaunchOptionsSync: launch,
  getEnterOptionsSync: launch,
  nextTick: (work: () => void) => void Promise.resolve().then(work),
  createSelectorQuery,
  getNetworkType: api('getNetworkType', connection),
  onNetworkStatusChange: (listener: NetworkListener) => void listeners.add(listener),
  offNetworkStatusChange: (listener: NetworkListener) => void listeners.delete(listener),
}

type NetworkListener = (state: ReturnType<typeof connection>) => void
const listeners = new Set<NetworkListener>()
for (const change of ['online', 'offline'])
  window.addEventListener(change, () => {
    for (const listener of [...listeners]) listener(connection())
  })
