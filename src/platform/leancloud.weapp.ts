import * as adapters from '@leancloud/platform-adapters-weapp'
import AV from 'leancloud-storage/dist/av-core-min.js'
import { env } from './env'

AV.setAdapters(adapters as Parameters<typeof AV.setAdapters>[0])
AV.init({ appId: env.appId, appKey: env.appKey, serverURL: env.serverUrl })

export { AV }
