import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import S3rver from '@20minutes/s3rver'
import { prepare } from '../../cloud/files/content/prepare'
import { rekeyFiles, verifyFiles } from '../../cloud/files/rekey'
import { deriveKeys } from '../../cloud/platform/crypto'
import { createFileStore } from '../../cloud/platform/file-store'
import { createLog } from '../../cloud/platform/log'
import { readSettings } from '../../cloud/platform/settings'
import { startTestCloud, type TestCloud, type TestPerson } from '../cloud'
import { pdf } from './pictures'
import { askPlace, runFileJobs, sendBytes, upload } from './sending'

/** Where the bytes lie, and under which key. */

const location = 'ab/abcdef01-2345-4678-9abc-def012345678'

describe('files in a bucket', () => {
  let folder: string
  let bucket: S3rver
  let cloud: TestCloud
  let wang: TestPerson
  let environment: Record<string, string>
  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linlibang-s3-'))
    bucket = new S3rver({
      port: 0,
      address: '127.0.0.1',
      silent: true,
      directory: folder,
      configureBuckets: [{ name: 'county-files', configs: [] }],
    })
    const { port } = (await bucket.run()) as AddressInfo
    environment = {
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_BUCKET: 'county-files',
      S3_ACCESS_KEY: 'S3RVER',
      S3_SECRET_KEY: 'S3RVER',
    }
    cloud = await startTestCloud(environment)
    wang = await cloud.signIn('s3-wang')
  })
  afterAll(async () => {
    await cloud.stop()
    await bucket.close()
    fs.rmSync(folder, { recursive: true, force: true })
  })
  const inBucket = () =>
    fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('object'))
      .map((entry) => fs.readFileSync(path.join(entry.parentPath, entry.name)))

  it('are sent, seen and deleted as on a disk, encrypted', async () => {
    await cloud.server.services.store.check()
    const fileId = await upload(cloud, wang, pdf('/Title (SECRET-WORDS)'), '户口簿.pdf')
    expect(inBucket()).toHaveLength(1)
    expect(inBucket()[0]?.includes('SECRET-WORDS')).toBe(false)
    expect(inBucket()[0]?.includes('%PDF')).toBe(false)
    const { url } = await cloud.ask(wang, 'files.link', { fileId })
    expect(Buffer.from(await (await fetch(`${cloud.url}${url}`)).arrayBuffer())).toEqual(
      (await prepare(pdf('/Title (SECRET-WORDS)'))).bytes,
    )
    expect(fs.existsSync(path.join(cloud.settings.dataDir, 'files'))).toBe(false)
    await cloud.ask(wang, 'files.remove', { fileId })
    await runFileJobs(cloud)
    expect(inBucket()).toHaveLength(0)
  })

  it('that are not there are undefined, and deleting them is fine', async () => {
    const { store } = cloud.server.services
    expect(await store.get(location)).toBeUndefined()
    await store.remove(location)
  })

  it('wait when the store is away, and the settings say what is wrong at the start', async () => {
    const closed = http.createServer().listen(0, '127.0.0.1')
    await once(closed, 'listening')
    const { port } = closed.address() as AddressInfo
    closed.close()
    await once(closed, 'close')
    const away = await startTestCloud({ ...environment, S3_ENDPOINT: `http://127.0.0.1:${port}` })
    const li = await away.signIn('s3-li')
    expect(await sendBytes(await askPlace(away, li), pdf())).toMatchObject({ status: 503, body: { code: 124 } })
    await expect(away.server.services.store.check()).rejects.toThrow(/county-files .* cannot be used/)
    await away.stop()
    for (const wrong of [{ S3_BUCKET: 'no-such-bucket' }, { S3_SECRET_KEY: 'wrong' }]) {
      const settings = readSettings({ SECRET_KEY: randomBytes(32).toString('base64'), ...environment, ...wrong })
      await expect(createFileStore(settings).check()).rejects.toThrow(/check S3_ENDPOINT/)
    }
  })
})

describe('files on a disk', () => {
  let dataDir: string
  beforeEach(() => {
    dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'linlibang-disk-'))
  })
  afterEach(() => fs.rmSync(dataDir, { recursive: true, force: true }))

  it('are replaced as a whole and leave no halves', async () => {
    const store = createFileStore({ dataDir, s3: undefined })
    expect(await store.get(location)).toBeUndefined()
    await Promise.all([1, 2, 3, 4, 5].map((n) => store.put(location, Buffer.alloc(100_000, n))))
    const bytes = (await store.get(location)) as Buffer
    expect(bytes.equals(Buffer.alloc(100_000, bytes[0]))).toBe(true)
    expect(fs.readdirSync(path.join(dataDir, 'files', 'ab'))).toEqual([path.basename(location)])
    expect(fs.statSync(path.join(dataDir, 'files', location)).mode & 0o077).toBe(0)
    await store.remove(location)
    await store.remove(location)
    expect(await store.get(location)).toBeUndefined()
  })

  it.each(['../x', 'ab/../../x', '/etc/passwd', 'ab/x'])('never lie at %s', async (elsewhere) => {
    const store = createFileStore({ dataDir, s3: undefined })
    await expect(store.put(elsewhere, Buffer.from('x'))).rejects.toThrow('a location of another form')
  })

  it('need a folder that can be written', async () => {
    fs.writeFileSync(path.join(dataDir, 'files'), 'in the way')
    await expect(createFileStore({ dataDir, s3: undefined }).check()).rejects.toThrow(/cannot be kept/)
  })
})

describe('another SECRET_KEY', () => {
  it('reads files under the former one, takes them over, and then stands alone', async () => {
    const cloud = await startTestCloud()
    const wang = await cloud.signIn('rekey-wang')
    const fileIds = [await upload(cloud, wang, pdf(), '1.pdf'), await upload(cloud, wang, pdf(), '2.pdf')]
    const pending = await askPlace(cloud, wang)
    const { secretKey: former } = cloud.settings
    const next = randomBytes(32)
    const { store } = cloud.server.services
    const log = createLog('silent')
    const under = (secret: Buffer, ...more: Buffer[]) => ({ store, log, keys: deriveKeys(secret, more) })

    expect(await verifyFiles(cloud.sql, under(next))).toEqual({ read: 0, broken: fileIds })
    expect(await verifyFiles(cloud.sql, under(next, former))).toEqual({ read: 2, broken: [] })
    expect(await rekeyFiles(cloud.sql, deriveKeys(next))).toEqual({ rekeyed: 0, left: 3 })
    const before = await store.get(await locationOf(cloud, fileIds[0]!))
    expect(await rekeyFiles(cloud.sql, deriveKeys(next, [randomBytes(32), former]))).toEqual({ rekeyed: 3, left: 0 })
    expect(await rekeyFiles(cloud.sql, deriveKeys(next, [former]))).toEqual({ rekeyed: 0, left: 0 })
    expect(await verifyFiles(cloud.sql, under(next))).toEqual({ read: 2, broken: [] })
    expect(await verifyFiles(cloud.sql, under(former))).toEqual({ read: 0, broken: fileIds })
    // Only keys were wrapped anew: the bytes are the ones that were there.
    expect(await store.get(await locationOf(cloud, fileIds[0]!))).toEqual(before)
    // The server still has the former secret: what it cannot open it does not show, and that is no fault.
    const { url } = await cloud.ask(wang, 'files.link', { fileId: fileIds[0]! })
    expect((await fetch(`${cloud.url}${url}`)).status).toBe(503)
    expect((await sendBytes(pending, pdf())).status).toBe(503)
    await cloud.stop()
  })
})

const locationOf = async (cloud: TestCloud, fileId: number) =>
  (await cloud.sql<{ location: string }[]>`select location from files where id = ${fileId}`)[0]!.location
