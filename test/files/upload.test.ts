import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import AV from 'leancloud-storage'
import { sweepFiles } from '../../cloud/files/jobs'
import { mostUnattached } from '../../cloud/files/rules'
import { startTestCloud, type TestCloud, type TestPerson } from '../cloud'
import { bomb, pdf, photo } from './pictures'
import { askPlace, call, runFileJobs, sendBytes, upload } from './sending'

/** Sending files, over real HTTP: with the SDK, and by hand where the SDK would be too polite. */

let cloud: TestCloud
let wang: TestPerson
let li: TestPerson
beforeAll(async () => {
  cloud = await startTestCloud()
  wang = await cloud.signIn('files-wang')
  li = await cloud.signIn('files-li')
})
afterAll(() => cloud.stop())

/** Every file of the store, in the clear of a disk. */
const onDisk = () =>
  fs
    .readdirSync(path.join(cloud.settings.dataDir, 'files'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => fs.readFileSync(path.join(entry.parentPath, entry.name)))
const rowOf = async (fileId: number) => (await cloud.sql`select * from files where id = ${fileId}`)[0]
const get = async (url: string) => {
  const response = await fetch(url.startsWith('http') ? url : `${cloud.url}${url}`)
  return { response, bytes: Buffer.from(await response.arrayBuffer()) }
}

describe('with the SDK under Node', () => {
  beforeAll(async () => {
    AV.init({ appId: cloud.settings.leancloud.appId, appKey: cloud.settings.leancloud.appKey, serverURL: cloud.url })
    await AV.User.loginWithAuthData({ code: 'files-sdk:1' } as never, 'lc_weapp')
  })

  it('a picture is sent, found again and seen', async () => {
    const file = await new AV.File('身份证.jpg', await photo()).save()
    expect(Number(file.id)).toBeGreaterThan(0)
    const again = await (
      AV.File.createWithoutData(file.id as string) as unknown as { fetch(): Promise<AV.File> }
    ).fetch()
    expect(again.name()).toBe('身份证.jpg')
    const { response, bytes } = await get(again.url())
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('image/jpeg')
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]))
    expect(again.metaData().size).toBe(bytes.length)
  })

  it('what is refused says why, and leaves nothing behind', async () => {
    const refused = new AV.File('page.jpg', Buffer.from('<html>')).save()
    await expect(refused).rejects.toThrow('只能传照片')
    const [last] = await cloud.sql<{ id: number }[]>`select id from files order by id desc limit 1`
    // The SDK says afterwards that it failed, and does not wait for the answer.
    for (let waited = 0; waited < 100 && (await rowOf(last!.id))?.status !== 'deleted'; waited++)
      await new Promise((resolve) => setTimeout(resolve, 20))
    expect(await rowOf(last!.id)).toMatchObject({ status: 'deleted', name: '', wrapped_key: null })
  })
})

describe('a place for a file', () => {
  it('is given to people who have signed in, with all that the SDK needs', async () => {
    expect(await call(cloud, null, 'fileTokens', { name: 'a.jpg' })).toMatchObject({ status: 401, body: { code: 206 } })
    expect(await call(cloud, wang, 'fileTokens', {})).toMatchObject({ status: 400, body: { code: 142 } })
    expect(await call(cloud, wang, 'fileTokens', { name: 'x'.repeat(1001) })).toMatchObject({ status: 400 })
    const place = await askPlace(cloud, wang)
    expect(place).toMatchObject({ provider: 'qiniu', bucket: 'linlibang', token: expect.any(String) })
    expect(place.upload_url).toContain(`${cloud.url}/1.1/file-upload?token=`)
  })

  it('cannot be had without end', async () => {
    const hoarder = await cloud.signIn('files-hoarder')
    const places = await Promise.all(
      Array.from({ length: mostUnattached.files + 8 }, () => call(cloud, hoarder, 'fileTokens', { name: 'a.jpg' })),
    )
    expect(places.filter(({ status }) => status === 201)).toHaveLength(mostUnattached.files)
    expect(places.find(({ status }) => status !== 201)).toMatchObject({ status: 429, body: { code: 429 } })
  })

  it('is a file that nobody can see yet', async () => {
    const { objectId, url } = await askPlace(cloud, wang)
    expect((await call(cloud, wang, `files/${objectId}`)).status).toBe(404)
    expect((await get(url)).response.status).toBe(404)
  })
})

describe('sent bytes', () => {
  it('lie encrypted in the store, and only there', async () => {
    const words = '户口簿第三页'
    const fileId = await upload(cloud, wang, pdf(`/Title (${Buffer.from(words).toString('hex')})`), '户口簿.pdf')
    const row = await rowOf(fileId)
    expect(row).toMatchObject({ status: 'stored', name: '户口簿.pdf', mime_type: 'application/pdf' })
    const all = onDisk()
    expect(all.length).toBeGreaterThan(0)
    for (const sealed of all)
      for (const plain of ['%PDF', Buffer.from(words).toString('hex'), '\xff\xd8\xff', 'JFIF'])
        expect(sealed.includes(Buffer.from(plain, 'latin1'))).toBe(false)
  })

  it('lose where they were taken', async () => {
    const fileId = await upload(cloud, wang, await photo())
    const { body } = await call(cloud, wang, `files/${fileId}`)
    const { bytes } = await get(body.url as string)
    const sharp = (await import('sharp')).default
    expect((await sharp(bytes).metadata()).exif).toBeUndefined()
    expect(bytes.includes('SECRET-SOFTWARE')).toBe(false)
  })

  it.each([
    ['no file at all', Buffer.alloc(0), 400],
    ['11 MB', Buffer.alloc(11 * 1024 * 1024, 7), 413],
    ['words called a picture', Buffer.from('no picture'), 400],
    ['a page called a picture', Buffer.from('<!doctype html><script>alert(1)</script>'), 400],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 400],
  ])('of %s are refused in words, and the place stays free', async (_what, bytes, status) => {
    const place = await askPlace(cloud, wang)
    const answer = await sendBytes(place, bytes)
    expect(answer.status).toBe(status)
    expect(answer.body.error).toMatch(/[\u4e00-\u9fff]/)
    expect((await sendBytes(place, await photo())).status).toBe(200)
  })

  it('of a bomb or a polyglot are refused', async () => {
    const place = await askPlace(cloud, wang)
    expect(await sendBytes(place, await bomb())).toMatchObject({ status: 400, body: { code: 142 } })
    const polyglot = Buffer.concat([await photo(), Buffer.from('<html><script>1</script>')])
    expect(await sendBytes(place, polyglot)).toMatchObject({ status: 400, body: { code: 142 } })
  })

  it('sent again get the same answer, other bytes a conflict', async () => {
    const place = await askPlace(cloud, wang)
    const bytes = await photo()
    const [first, twin] = await Promise.all([sendBytes(place, bytes), sendBytes(place, bytes)])
    const again = await sendBytes(place, bytes)
    for (const answer of [first, twin, again])
      expect(answer).toMatchObject({ status: 200, body: { objectId: place.objectId } })
    expect(await sendBytes(place, pdf())).toMatchObject({ status: 409, body: { code: 137 } })
    expect((await get(again!.body.url as string)).response.status).toBe(200)
  })

  it.each(['../../etc/passwd', '..\\..\\windows\\win.ini', '/etc/shadow\u0000.jpg', '\u202egpj.证件'])(
    'under the name %j lie where we say, and are shown under a clean one',
    async (name) => {
      const fileId = await upload(cloud, wang, await photo({ width: 40, height: 40 }), name)
      const row = await rowOf(fileId)
      expect(row?.location).toMatch(/^[0-9a-f]{2}\/[0-9a-f-]{36}$/)
      expect(row?.name).toMatch(/^[a-z.证件 ]+\.jpg$/)
    },
  )

  it('need a token that we made and that still holds', async () => {
    const place = await askPlace(cloud, wang)
    const bytes = await photo({ width: 40, height: 40 })
    const other = await askPlace(cloud, li)
    const [id, person, , signature] = place.token.split('.')
    const forged = [
      '',
      'x',
      place.token.replace(/^\d+/, other.objectId),
      `${id}.${person}.9999999999.${signature}`,
      place.token.slice(0, -2),
    ]
    for (const token of forged) {
      const upload_url = `${cloud.url}/1.1/file-upload?token=${encodeURIComponent(token)}`
      expect((await sendBytes({ ...place, upload_url }, bytes)).status).toBe(403)
    }
    expect((await sendBytes({ ...place, upload_url: `${cloud.url}/1.1/file-upload` }, bytes)).status).toBe(403)
  })

  it('that are no form, or half of one, are answered and not a fault', async () => {
    const { upload_url } = await askPlace(cloud, wang)
    const send = (body: string, type: string) =>
      fetch(upload_url, { method: 'POST', body, headers: { 'content-type': type } }).then((r) => r.status)
    expect(await send('{}', 'application/json')).toBe(415)
    expect(await send('x', 'multipart/form-data')).toBeLessThan(500)
    expect(await send('--b\r\nbroken', 'multipart/form-data; boundary=b')).toBe(400)
    expect(
      await send(
        '--b\r\ncontent-disposition: form-data; name="token"\r\n\r\n1\r\n--b--\r\n',
        'multipart/form-data; boundary=b',
      ),
    ).toBe(400)
    const head = '--b\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n'
    expect(await send(head.repeat(5), 'multipart/form-data; boundary=b')).toBeLessThan(500)
  })
})

describe('a phone that goes away', () => {
  /** Sends half a form and hangs up. */
  async function breakOff(uploadUrl: string, bytes: Buffer): Promise<void> {
    const { hostname, port, pathname, search } = new URL(uploadUrl)
    const socket = net.connect(Number(port), hostname)
    await once(socket, 'connect')
    socket.write(
      `POST ${pathname}${search} HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: multipart/form-data; boundary=b\r\ncontent-length: ${bytes.length + 200}\r\n\r\n` +
        '--b\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n',
    )
    socket.write(bytes.subarray(0, bytes.length / 2))
    await new Promise((resolve) => setTimeout(resolve, 50))
    socket.destroy()
  }

  it('in the middle of the bytes may send them anew', async () => {
    const place = await askPlace(cloud, wang)
    const bytes = await photo()
    await breakOff(place.upload_url, bytes)
    expect(await rowOf(Number(place.objectId))).toMatchObject({ status: 'pending' })
    expect((await sendBytes(place, bytes)).status).toBe(200)
  })

  it('for good leaves nothing after the sweep', async () => {
    const before = onDisk().length
    const place = await askPlace(cloud, wang)
    await breakOff(place.upload_url, await photo())
    // The bytes were written and then the server died, before it could say so in the database.
    const row = await rowOf(Number(place.objectId))
    await cloud.server.services.store.put(row?.location as string, Buffer.from('cipher text'))
    expect(onDisk()).toHaveLength(before + 1)
    await sweepFiles(cloud.sql)
    expect(await rowOf(Number(place.objectId))).toMatchObject({ status: 'pending' })
    await cloud.sql`update files set created_at = now() - interval '3 hours' where id = ${place.objectId}`
    await sweepFiles(cloud.sql)
    expect(await rowOf(Number(place.objectId))).toMatchObject({ status: 'deleted', wrapped_key: null })
    await runFileJobs(cloud)
    expect(onDisk()).toHaveLength(before)
    expect((await sendBytes(place, await photo())).status).toBe(410)
  })

  it('between the bytes and the callback has its file', async () => {
    const place = await askPlace(cloud, wang)
    await sendBytes(place, await photo())
    expect((await call(cloud, wang, `files/${place.objectId}`)).status).toBe(200)
  })

  it('after the bytes, and says that they did not arrive, has its file all the same', async () => {
    const place = await askPlace(cloud, wang)
    await sendBytes(place, await photo())
    expect(await call(cloud, wang, 'fileCallback', { token: place.token, result: false })).toEqual({
      status: 200,
      body: {},
    })
    expect((await call(cloud, wang, `files/${place.objectId}`)).status).toBe(200)
  })

  it('is answered whatever it calls back with', async () => {
    for (const body of [{}, { token: 'x', result: true }, { token: 1, result: 'no' }])
      expect((await call(cloud, wang, 'fileCallback', body)).status).toBeLessThan(500)
  })
})

it('the upload is in the audit log', async () => {
  const fileId = await upload(cloud, wang, pdf(), 'a.pdf')
  expect(await cloud.sql`select person_id, operation from audit_log where target = ${`file:${fileId}`}`).toEqual([
    { person_id: wang.personId, operation: 'files.upload' },
  ])
})

it('a store that does not answer is said to be busy, and the place stays free', async () => {
  const place = await askPlace(cloud, wang)
  const { store } = cloud.server.services
  const folder = path.join(cloud.settings.dataDir, 'files')
  const row = await rowOf(Number(place.objectId))
  // A file where a folder must be: the disk refuses, whoever the server runs as.
  const parent = path.join(folder, String(row?.location).slice(0, 2))
  const moved = fs.existsSync(parent)
  if (moved) fs.renameSync(parent, `${parent}.moved`)
  fs.writeFileSync(parent, '')
  expect(await sendBytes(place, await photo())).toMatchObject({ status: 503, body: { code: 124 } })
  fs.rmSync(parent)
  if (moved) fs.renameSync(`${parent}.moved`, parent)
  await store.check()
  expect((await sendBytes(place, await photo())).status).toBe(200)
})
