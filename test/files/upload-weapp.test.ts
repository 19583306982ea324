import sharp from 'sharp'
import type { Picked } from '../../src/platform/pick-file-types'
import { startTestCloud, type TestCloud } from '../cloud'
import { type PhoneInNode, phoneInNode } from '../weapp/phone-in-node'
import { withUploads } from '../weapp/upload-in-node'
import { photo } from './pictures'

/** The app's own sending in a Mini Program: the SDK's build for it, its WeChat adapter, and a `wx` over real HTTP. */

const api = 'https://cloud.example'
const temporary = 'wxfile://tmp_1a2b3c.jpg'

let cloud: TestCloud
let phone: PhoneInNode
let upload: typeof import('../../src/platform/upload')
let AV: typeof import('leancloud-storage/core')
const files = new Map<string, Buffer>()

beforeAll(async () => {
  cloud = await startTestCloud({ PUBLIC_URL: api })
  phone = phoneInNode(api, cloud.url)
  withUploads(phone, api, files)
  Object.assign(globalThis, { wx: phone.wx })
  const { appId, appKey } = cloud.settings.leancloud
  Object.assign(process.env, { TARO_ENV: 'weapp', TARO_APP_API: api, TARO_APP_LC_ID: appId, TARO_APP_LC_KEY: appKey })
  // The side of WeChat, which the browser's side would hide from a test.
  jest.doMock('../../src/platform/leancloud', () => require('../../src/platform/leancloud.weapp'), { virtual: true })
  AV = (require('../../src/platform/leancloud.weapp') as { AV: typeof AV }).AV
  upload = require('../../src/platform/upload')
  files.set(temporary, await photo())
  phone.openid = 'upload-wang'
  await AV.User.loginWithMiniApp()
})
afterAll(() => cloud.stop())
afterEach(() => {
  phone.server = cloud.url
})

const picked = (path = temporary): Picked => ({ name: 'tmp_1a2b3c.jpg', kind: 'picture', size: 1, path })

it('sends a picture and tells how far it is', async () => {
  const heard: number[] = []
  const fileId = await upload.sendFile(picked(), { onProgress: (percent) => heard.push(percent) })
  expect(heard).toEqual([50, 99, 100])
  const file = await (
    AV.File.createWithoutData(String(fileId)) as unknown as { fetch(): Promise<{ url(): string }> }
  ).fetch()
  const response = await fetch(file.url().replace(api, cloud.url))
  const { format, exif } = await sharp(Buffer.from(await response.arrayBuffer())).metadata()
  expect({ format, exif }).toEqual({ format: 'jpeg', exif: undefined })
})

it('says in the cloud’s words why a file is not taken, and does not try again', async () => {
  files.set('wxfile://page.jpg', Buffer.from('<html>'))
  phone.asked.length = 0
  await expect(upload.sendFile(picked('wxfile://page.jpg'))).rejects.toMatchObject({
    kind: 'invalidInput',
    message: expect.stringContaining('只能传照片'),
  })
  expect(phone.asked.filter(({ method }) => method === 'UPLOAD')).toEqual([
    { method: 'UPLOAD', path: '/1.1/file-upload', status: 400 },
  ])
})

it('waits out a network that drops', async () => {
  phone.server = undefined
  const waits: number[] = []
  const sleep = async (ms: number) => {
    waits.push(ms)
    if (waits.length === 2) phone.server = cloud.url
  }
  expect(await upload.sendFile(picked(), { sleep })).toBeGreaterThan(0)
  expect(waits).toEqual([1_000, 4_000])
})

it('gives up after a while, and the same may be sent later', async () => {
  phone.server = undefined
  await expect(upload.sendFile(picked(), { sleep: async () => undefined })).rejects.toBeInstanceOf(
    (require('../../src/platform/client') as typeof import('../../src/platform/client')).Unreachable,
  )
  phone.server = cloud.url
  expect(await upload.sendFile(picked())).toBeGreaterThan(0)
})

it('asks to sign in again when the session has ended', async () => {
  phone.openid = 'upload-li'
  await AV.User.loginWithMiniApp()
  await cloud.sql`update sessions set expires_at = now() - interval '1 day', created_at = now() - interval '2 days'`
  const { kind } = await upload.sendFile(picked()).then(
    () => ({ kind: 'sent' }),
    (error: { kind: string }) => error,
  )
  expect(kind).toBe('notSignedIn')
})
