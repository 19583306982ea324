import sharp from 'sharp'
import { attachFiles } from '../../cloud/files/attach'
import { prepare } from '../../cloud/files/content/prepare'
import { copyFiles } from '../../cloud/files/copy'
import { dropFilesOf, keepFilesOf } from '../../cloud/files/drop'
import { giveFiles } from '../../cloud/files/give'
import { sweepFiles } from '../../cloud/files/jobs'
import { inTransaction } from '../../cloud/platform/database'
import { InvalidInput } from '../../cloud/platform/fault'
import { signLink } from '../../cloud/platform/file-links'
import { startTestCloud, type TestCloud, type TestPerson } from '../cloud'
import { flat, pdf, photo } from './pictures'
import { askPlace, call, runFileJobs, upload } from './sending'

/** Who sees a file, for how long, and what becomes of it. */

let cloud: TestCloud
let wang: TestPerson
let clerk: TestPerson
beforeAll(async () => {
  cloud = await startTestCloud()
  wang = await cloud.signIn('serving-wang')
  clerk = await cloud.signIn('serving-clerk')
})
afterAll(() => cloud.stop())

const get = async (url: string) => {
  const response = await fetch(`${cloud.url}${url}`)
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
}
const give = async (fileId: number, to: TestPerson, more: { watermarkFor?: string; now?: Date } = {}) => {
  const [given] = await giveFiles(cloud.sql, cloud.server.services, {
    fileIds: [fileId],
    to: to.personId,
    now: new Date(),
    ...more,
  })
  return given!
}
const attach = (owner: TestPerson, fileIds: number[], id: number, keepUntil?: Date) =>
  inTransaction(cloud.sql, (tx) =>
    attachFiles(tx, {
      ownerId: owner.personId,
      fileIds,
      target: { kind: 'application', id },
      path: 'documents',
      ...(keepUntil ? { keepUntil } : {}),
    }),
  )
const copy = (owner: TestPerson, fileIds: number[]) =>
  inTransaction(cloud.sql, (tx) =>
    copyFiles(tx, { ownerId: owner.personId, fileIds, agreedAt: new Date(), path: 'documents' }),
  )
const dropOf = (id: number) => inTransaction(cloud.sql, (tx) => dropFilesOf(tx, { kind: 'application', id }))
const statusOf = async (fileId: number) => (await cloud.sql`select status from files where id = ${fileId}`)[0]?.status

describe('a file', () => {
  it('is its owner’s: strangers do not even learn that it exists', async () => {
    const fileId = await upload(cloud, wang, pdf(), '户口簿.pdf')
    expect((await call(cloud, wang, `files/${fileId}`)).status).toBe(200)
    const stranger = await call(cloud, clerk, `files/${fileId}`)
    expect(stranger).toEqual(await call(cloud, clerk, 'files/999999999'))
    expect(stranger.status).toBe(404)
    expect((await call(cloud, null, `files/${fileId}`)).status).toBe(401)
    for (const id of ['x', '0', '-1', '1e9', '99999999999999999999', '%00'])
      expect((await call(cloud, wang, `files/${id}`)).status).toBe(404)
    expect((await cloud.send(clerk, 'files.link', { fileId })).status).toBe(404)
    expect((await cloud.send(clerk, 'files.remove', { fileId })).status).toBe(404)
    expect((await cloud.ask(clerk, 'files.mine', {})).rows).toEqual([])
  })

  it('is given out so that no browser runs what hides in it', async () => {
    const document = await give(await upload(cloud, wang, pdf(), '户口簿.pdf'), clerk)
    const { status, headers, bytes } = await get(document.url)
    expect(status).toBe(200)
    expect(bytes).toEqual((await prepare(pdf())).bytes)
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('户口簿.pdf')}`,
      'content-security-policy': expect.stringContaining('sandbox'),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
    const picture = await get((await give(await upload(cloud, wang, await photo()), clerk)).url)
    expect(picture.headers.get('content-disposition')).toMatch(/^inline/)
  })

  it('has an address that holds for ten minutes and for its every letter', async () => {
    const fileId = await upload(cloud, wang, await flat(300, 200))
    const other = await upload(cloud, wang, pdf(), 'x.pdf')
    const { url, urlUntil } = await give(fileId, clerk, { watermarkFor: '居住证申领' })
    expect(urlUntil.getTime() - Date.now()).toBeGreaterThan(590_000)
    expect(urlUntil.getTime() - Date.now()).toBeLessThanOrEqual(600_000)
    expect((await get(url)).status).toBe(200)
    const tampered = [
      url.replace(`/${fileId}/`, `/${other}/`),
      url.replace(/p=\d+/, `p=${wang.personId}`),
      url.replace(/t=(\d+)/, (_, t: string) => `t=${Number(t) + 1}`),
      url.replace(/&w=[^&]*/, ''),
      url.replace(/w=[^&]*/, 'w=x'),
      `${url}&d=10`,
      url.replace(/s=[^&]*/, ''),
      url.replace(/s=./, 's=_'),
      url.replace('.png?', '.jpg?'),
      `${url}&p=1&p=2`,
      url.split('?')[0] as string,
    ]
    for (const address of tampered) expect((await get(address)).status).toBe(403)
    const past = await give(fileId, clerk, { now: new Date(Date.now() - 601_000) })
    expect((await get(past.url)).status).toBe(403)
  })

  it('shows nothing any more to somebody whose account is gone', async () => {
    const fileId = await upload(cloud, wang, await flat(30, 20))
    const nobody = signLink(
      cloud.server.services.keys.fileLinks,
      { fileId, personId: 999_999, until: Math.floor(Date.now() / 1000) + 60 },
      '证件.png',
    )
    expect((await get(nobody)).status).toBe(404)
  })

  it('is shown for a matter with that burned in, also as a thumbnail', async () => {
    const fileId = await upload(cloud, wang, await flat(1000, 800))
    const plain = await give(fileId, wang)
    const marked = await give(fileId, clerk, { watermarkFor: '居住证申领' })
    const shade = async (bytes: Buffer) => (await sharp(bytes).greyscale().stats()).channels[0]?.min ?? 255
    expect(await shade((await get(plain.url)).bytes)).toBe(255)
    expect(await shade((await get(marked.url)).bytes)).toBeLessThan(220)
    const thumbnail = await get(marked.thumbnailUrl as string)
    expect((await sharp(thumbnail.bytes).metadata()).width).toBe(320)
    expect(await shade(thumbnail.bytes)).toBeLessThan(250)
  })

  it('whose bytes were changed or lost is not shown, and that is no fault', async () => {
    const fileId = await upload(cloud, wang, pdf(), 'x.pdf')
    const [row] = await cloud.sql<{ location: string }[]>`select location from files where id = ${fileId}`
    const { store } = cloud.server.services
    const sealed = (await store.get(row!.location)) as Buffer
    sealed[100] = (sealed[100] as number) ^ 1
    await store.put(row!.location, sealed)
    const { url } = await give(fileId, wang)
    expect((await get(url)).status).toBe(503)
    await store.remove(row!.location)
    expect((await get(url)).status).toBe(503)
  })
})

describe('tying files to what they are for', () => {
  it('takes the owner’s, once more for the same, and names what it cannot take', async () => {
    const [one, two] = [await upload(cloud, wang, pdf(), '1.pdf'), await upload(cloud, wang, pdf(), '2.pdf')]
    const foreign = await upload(cloud, clerk, pdf(), '3.pdf')
    const pending = Number((await askPlace(cloud, wang)).objectId)
    await attach(wang, [one], 1)
    await attach(wang, [one, two], 1)
    const error = await attach(wang, [one, foreign, pending, 999_999_999], 2).catch((problem: unknown) => problem)
    expect(error).toBeInstanceOf(InvalidInput)
    expect((error as InvalidInput).fields?.map(({ path }) => path)).toEqual([
      'documents.0',
      'documents.1',
      'documents.2',
      'documents.3',
    ])
    expect(await statusOf(foreign)).toBe('stored')
    expect(await cloud.sql`select id from files where purpose = 'application' and purpose_id = 1 order by id`).toEqual([
      { id: one },
      { id: two },
    ])
    expect((await cloud.send(wang, 'files.remove', { fileId: one })).body.result?.refusal).toEqual({ reason: 'inUse' })
  })
})

describe('handing in again', () => {
  it('needs no sending: the same bytes under a new row, each with its own end', async () => {
    const first = await upload(cloud, wang, pdf(), '户口簿.pdf')
    await attach(wang, [first], 11)
    await expect(attach(wang, [first], 12)).rejects.toBeInstanceOf(InvalidInput)
    const [second] = await copy(wang, [first])
    await attach(wang, [second!], 12)
    expect((await cloud.ask(wang, 'files.mine', {})).rows.map(({ fileId }) => fileId)).not.toContain(second)
    const [row] = await cloud.sql<{ location: string }[]>`select location from files where id = ${second!}`
    await dropOf(11)
    await runFileJobs(cloud)
    expect((await get((await give(second!, wang)).url)).bytes).toEqual((await prepare(pdf())).bytes)
    await dropOf(12)
    expect(await cloud.server.services.store.get(row!.location)).toBeDefined()
    await runFileJobs(cloud)
    expect(await cloud.server.services.store.get(row!.location)).toBeUndefined()
  })

  it('takes neither somebody else’s nor deleted files', async () => {
    const foreign = await upload(cloud, clerk, pdf(), '1.pdf')
    const gone = await upload(cloud, wang, pdf(), '2.pdf')
    await cloud.ask(wang, 'files.remove', { fileId: gone })
    await expect(copy(wang, [foreign])).rejects.toBeInstanceOf(InvalidInput)
    await expect(copy(wang, [gone])).rejects.toBeInstanceOf(InvalidInput)
  })

  it('at the moment of deletion either has the file or does not, never a row without bytes', async () => {
    for (let round = 0; round < 10; round++) {
      const fileId = await upload(cloud, wang, pdf(), `${round}.pdf`)
      const [taken] = await Promise.all([
        copy(wang, [fileId]).catch(() => undefined),
        cloud.ask(wang, 'files.remove', { fileId }),
      ])
      await runFileJobs(cloud)
      if (taken) expect((await get((await give(taken[0]!, wang)).url)).status).toBe(200)
    }
  })
})

describe('the end of a file', () => {
  it('leaves a tombstone without name, key or content', async () => {
    const fileId = await upload(cloud, wang, pdf(), '户口簿.pdf')
    const { url } = await give(fileId, wang)
    const [{ location } = { location: '' }] = await cloud.sql<
      { location: string }[]
    >`select location from files where id = ${fileId}`
    await cloud.ask(wang, 'files.remove', { fileId })
    expect((await get(url)).status).toBe(404)
    expect((await cloud.sql`select * from files where id = ${fileId}`)[0]).toMatchObject({
      status: 'deleted',
      owner_id: wang.personId,
      name: '',
      wrapped_key: null,
      sha256: null,
      deleted_at: expect.any(Date),
    })
    await runFileJobs(cloud)
    expect(await cloud.server.services.store.get(location)).toBeUndefined()
    await cloud.ask(wang, 'files.remove', { fileId })
  })

  it('does not come when the transaction is taken back', async () => {
    const fileId = await upload(cloud, wang, pdf(), '1.pdf')
    await attach(wang, [fileId], 21)
    const undone = inTransaction(cloud.sql, async (tx) => {
      await dropFilesOf(tx, { kind: 'application', id: 21 })
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await runFileJobs(cloud)).toBe(0)
    expect((await get((await give(fileId, wang)).url)).status).toBe(200)
  })

  it('comes by itself when its time is over, and not before', async () => {
    const [kept, over, unused, used] = await Promise.all(
      [1, 2, 3, 4].map((n) => upload(cloud, wang, pdf(), `${n}.pdf`)),
    )
    await attach(wang, [kept!], 31, new Date(Date.now() + 3_600_000))
    await attach(wang, [over!], 32)
    await attach(wang, [used!], 33)
    await inTransaction(cloud.sql, (tx) =>
      keepFilesOf(tx, { kind: 'application', id: 32 }, new Date(Date.now() - 1000)),
    )
    await cloud.sql`update files set created_at = now() - interval '31 days' where id = any (${[unused, used]})`
    await sweepFiles(cloud.sql)
    expect(await Promise.all([kept, over, unused, used].map((id) => statusOf(id!)))).toEqual([
      'attached',
      'deleted',
      'deleted',
      'attached',
    ])
  })

  it('comes with the account for what nothing uses, and only for that', async () => {
    const leaving = await cloud.signIn('serving-leaving')
    const [unused, used] = [await upload(cloud, leaving, pdf(), '1.pdf'), await upload(cloud, leaving, pdf(), '2.pdf')]
    await attach(leaving, [used], 41)
    const { forgetPerson } = await import('../../cloud/people/forget')
    await inTransaction(cloud.sql, (tx) => forgetPerson(tx, leaving.personId))
    expect([await statusOf(unused), await statusOf(used)]).toEqual(['deleted', 'attached'])
  })
})

it('a person’s list has their files, newest first, page by page', async () => {
  const many = await cloud.signIn('serving-many')
  const sent: number[] = []
  for (let n = 0; n < 23; n++) sent.unshift(await upload(cloud, many, await flat(20, 20), `${n}.png`))
  const first = await cloud.ask(many, 'files.mine', {})
  const second = await cloud.ask(many, 'files.mine', { cursor: first.nextCursor })
  expect([...first.rows, ...second.rows].map(({ fileId }) => fileId)).toEqual(sent)
  expect(first.rows[0]).toMatchObject({ name: '22.png', mimeType: 'image/png', inUse: false })
  expect((await get(first.rows[0]?.thumbnailUrl as string)).status).toBe(200)
  const { url } = await cloud.ask(many, 'files.link', { fileId: sent[0]! })
  expect((await get(url)).status).toBe(200)
})
