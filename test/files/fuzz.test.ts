import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { sweepFiles } from '../../cloud/files/jobs'
import { fileKinds, largestFile } from '../../types/files'
import { startTestCloud, type TestCloud, type TestPerson } from '../cloud'
import { whileInTime } from '../while-in-time'
import { bomb, pdf, photo } from './pictures'
import { call, type Place, runFileJobs, sendBytes } from './sending'

/**
 * Files as nobody should send them, all the way over HTTP: a place, the bytes, the callback, the file, its content. Whatever comes is stored as what it
 * is and given out so that it runs nowhere, or refused in words under the field at fault; never a fault, and nothing stays behind.
 */

let cloud: TestCloud
let wang: TestPerson
const real: Buffer[] = []
beforeAll(async () => {
  cloud = await startTestCloud()
  wang = await cloud.signIn('fuzz-wang')
  for (const kind of ['jpeg', 'png', 'webp'] as const) real.push(await photo({ kind, width: 64, height: 48 }))
  real.push(pdf(), pdf('/Lang (zh-CN)'))
})
afterAll(() => cloud.stop())

const onDisk = () => {
  const folder = path.join(cloud.settings.dataDir, 'files')
  // It comes with the first file that is taken.
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
}

/** A refusal says what is wrong, in words and under a field, and shows nothing of the machine. */
function expectRefusal({ status, body }: { status: number; body: Record<string, unknown> }, field: string): void {
  expect(status).toBeGreaterThanOrEqual(400)
  expect(status).toBeLessThan(500)
  expect(body).toMatchObject({ code: expect.any(Number), error: expect.stringMatching(/[\u4e00-\u9fff]/) })
  expect(body.fields).toEqual([{ path: field, problem: expect.stringMatching(/[\u4e00-\u9fff]/) }])
  expect(JSON.stringify(body)).not.toMatch(/[a-z]Error|node_modules|\bat \w+ \(|vips|\/tmp\//i)
}

const beginnings: Readonly<Record<(typeof fileKinds)[number], string>> = {
  'image/jpeg': '\xff\xd8\xff',
  'image/png': '\x89PNG\r\n\x1a\n',
  'image/webp': 'RIFF',
  'application/pdf': '%PDF-',
}

/** What is stored is one of four kinds by its own bytes, whatever it was called, and no browser runs any of it. */
async function expectHarmless(place: Place): Promise<void> {
  const { status, body } = await call(cloud, wang, `files/${place.objectId}`)
  expect(status).toBe(200)
  const kind = body.mime_type as (typeof fileKinds)[number]
  expect(fileKinds).toContain(kind)
  expect(body.name).toMatch(/^[^/\\\p{C}<>:"|?*%]{1,60}\.(jpg|png|webp|pdf)$/u)
  const shown = await fetch(body.url as string)
  expect(shown.status).toBe(200)
  const headers = Object.fromEntries(shown.headers)
  expect(headers).toMatchObject({
    'content-type': kind,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'content-disposition': expect.stringMatching(kind === 'application/pdf' ? /^attachment; / : /^inline; /),
  })
  const content = Buffer.from(await shown.arrayBuffer()).toString('latin1')
  expect(content.startsWith(beginnings[kind])).toBe(true)
  if (kind !== 'application/pdf')
    for (const text of ['<script', '<html', 'PK\x03\x04']) expect(content).not.toContain(text)
}

/** Sends a file by all four calls. Gives the answer to its bytes. */
async function sendAll(name: string, bytes: Buffer, formName = name) {
  const asked = await call(cloud, wang, 'fileTokens', { name, metaData: {}, mime_type: 'text/html' })
  if (asked.status !== 201) {
    expectRefusal(asked, 'name')
    return undefined
  }
  const place = asked.body as unknown as Place
  const sent = await sendBytes(place, bytes, formName)
  const result = sent.status === 200
  expect(await call(cloud, wang, 'fileCallback', { token: place.token, result })).toEqual({ status: 200, body: {} })
  if (result) {
    await expectHarmless(place)
    await cloud.ask(wang, 'files.remove', { fileId: Number(place.objectId) })
  } else {
    expectRefusal(sent, 'file')
    expect((await call(cloud, wang, `files/${place.objectId}`)).status).toBe(404)
  }
  return sent.status
}

/** After the sweep there is nothing: no bytes, and of each file only that there was one. */
afterEach(async () => {
  await sweepFiles(cloud.sql)
  await runFileJobs(cloud)
  expect(onDisk()).toEqual([])
  const left = await cloud.sql`
    select id from files where status <> 'deleted' or name <> '' or wrapped_key is not null or sha256 is not null or received_sha256 is not null`
  expect([...left]).toEqual([])
})

/** At most so long a property; Jest gives a test a minute. */
const atMostMs = 20_000

const magics = [
  'ffd8ffe000104a46494600010100000100010000',
  'ffd8ffe1',
  'ffd8ffdb',
  '89504e470d0a1a0a0000000d49484452',
  '89504e470d0a1a0a',
  '524946462400000057454250565038200a000000',
  '52494646ffffffff57454250565038580a000000',
  '5249464624000000574542505650384c',
  '255044462d312e370a',
  '255044462d',
].map((hex) => Buffer.from(hex, 'hex'))
const tails = ['', '\xff\xd9', '\0\0\0\0IEND\xae\x42\x60\x82', '\nstartxref\n9\n%%EOF\n'].map((t) =>
  Buffer.from(t, 'latin1'),
)

it('takes random bytes behind every allowed beginning, or refuses them', async () => {
  const bytes = fc
    .tuple(fc.constantFrom(...magics), fc.uint8Array({ maxLength: 3000, size: 'max' }), fc.constantFrom(...tails))
    .map(([head, middle, tail]) => Buffer.concat([head, middle, tail]))
  await fc.assert(
    fc.asyncProperty(
      bytes,
      whileInTime(atMostMs, async (b) => {
        await sendAll('证件.jpg', b)
      }),
    ),
    { numRuns: 120 },
  )
})

type Change = (bytes: Buffer) => Buffer
const at = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
const place = (bytes: Buffer, where: number) => Math.floor(where * bytes.length)
const insert = (bytes: Buffer, where: number, what: Buffer) =>
  Buffer.concat([bytes.subarray(0, where), what, bytes.subarray(where)])
const smuggled = [
  '<script>alert(1)</script>',
  '<html>',
  'PK\x03\x04',
  '%PDF-1.4',
  '/JavaScript',
  '/J#53 (x)',
  '\0',
  '\xff\xd8\xff\xe0',
  '%%EOF',
  'endobj',
]
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(at, fc.nat(255)).map(
    ([w, v]): Change =>
      (b) => {
        const changed = Buffer.from(b)
        if (b.length > 0) changed[place(b, w)] = v
        return changed
      },
  ),
  at.map(
    (w): Change =>
      (b) =>
        b.subarray(0, place(b, w)),
  ),
  at.map(
    (w): Change =>
      (b) =>
        b.subarray(place(b, w)),
  ),
  fc.tuple(at, at).map(
    ([from, to]): Change =>
      (b) =>
        insert(b, place(b, to), b.subarray(place(b, from), place(b, from) + 99)),
  ),
  fc.tuple(at, fc.constantFrom(...smuggled)).map(
    ([w, text]): Change =>
      (b) =>
        insert(b, place(b, w), Buffer.from(text, 'latin1')),
  ),
  // A number of the file's own, made the largest there is.
  at.map(
    (w): Change =>
      (b) => {
        const changed = Buffer.from(b)
        changed.fill(0xff, place(b, w), Math.min(b.length, place(b, w) + 4))
        return changed
      },
  ),
  fc.nat(4).map(
    (n): Change =>
      (b) =>
        Buffer.concat([b, real[n] as Buffer]),
  ),
)

it('takes real pictures and documents that were damaged, cut, mixed and stuffed, or refuses them', async () => {
  let [sent, taken] = [0, 0]
  await fc.assert(
    fc.asyncProperty(
      fc.nat(4),
      fc.array(change, { maxLength: 4 }),
      whileInTime(atMostMs, async (n, changes) => {
        const bytes = changes.reduce((b, apply) => apply(b), real[n] as Buffer)
        sent++
        if ((await sendAll('照片.png', bytes)) === 200) taken++
      }),
    ),
    { numRuns: 200, examples: [[0, []]] },
  )
  // Otherwise nothing but refusals would have been tried.
  expect(taken).toBeGreaterThan(sent / 20)
})

it('names a file as a file, whatever path or trick its name is', async () => {
  const trick = fc.constantFrom(
    '../../../etc/passwd',
    '..\\..\\boot.ini',
    '/dev/null',
    'C:\\con.jpg',
    '%2e%2e%2fx.svg',
    'a.html\0.jpg',
    'a.jpg\r\ncontent-type: text/html',
    '"; filename="x.html',
    '\u202egpj.exe',
    '__proto__',
    '.',
    '',
    '\ud800.jpg',
    '🀄'.repeat(60),
    '长'.repeat(400),
    'e\u0301'.repeat(200),
  )
  const name = fc.oneof(
    trick,
    fc.string({ unit: 'binary', maxLength: 1100, size: 'max' }),
    fc.tuple(trick, trick).map(([a, b]) => a + b),
  )
  await fc.assert(
    fc.asyncProperty(
      name,
      name,
      fc.nat(4),
      whileInTime(atMostMs, async (called, formName, n) => {
        await sendAll(called, real[n] as Buffer, Buffer.from(formName).toString())
      }),
    ),
    { numRuns: 60 },
  )
})

it('refuses what is too large to hold or to unfold, under every beginning, and goes on', async () => {
  const stretched = (bytes: Buffer, where: number, hex: string) => {
    const changed = Buffer.from(bytes)
    changed.set(Buffer.from(hex, 'hex'), where)
    return changed
  }
  const [jpeg, , webp] = real as [Buffer, Buffer, Buffer]
  // 65,500 × 65,500 in the head of a JPEG (SOF0), the most that WebP's head can say.
  const sof = jpeg.indexOf(Buffer.from([0xff, 0xc0]))
  const vp8x = webp.indexOf('VP8X')
  expect([sof, vp8x].every((found) => found > 0)).toBe(true)
  const bombs = [await bomb(), stretched(jpeg, sof + 5, 'ffdcffdc'), stretched(webp, vp8x + 12, 'ff3f00ff3f00')]
  for (const bytes of bombs) expect(await sendAll('炸弹.png', bytes)).toBe(400)
  for (const magic of [magics[0], magics[3], magics[5], magics[8]] as Buffer[])
    expect(await sendAll('大.pdf', Buffer.concat([magic, Buffer.alloc(largestFile)]))).toBe(413)
  expect(await sendAll('满.jpg', Buffer.concat([jpeg, Buffer.alloc(largestFile - jpeg.length)]))).toBe(200)
  expect(await sendAll('空.jpg', Buffer.alloc(0))).toBe(400)
})
