import { createHash } from 'node:crypto'
import { WechatQuotaError } from '../../cloud/platform/wechat'
import { startSandbox, type TestSandbox } from './sandbox'

const page = 'features/activity/pages/detail/index'

describe('a mini-program code', () => {
  let sandbox: TestSandbox
  beforeEach(async () => {
    sandbox = await startSandbox({ codesAMinute: 5, pages: ['pages/home/index'] })
  })
  afterEach(() => sandbox.stop())

  const draw = (scene: string) => sandbox.client().miniProgramCode({ scene, page })

  it('is an image, the same for the same scene and another for another', async () => {
    const [first, again, other] = [await draw('a=1'), await draw('a=1'), await draw('a=2')]
    expect(first.mimeType).toBe('image/gif')
    expect(first.bytes.subarray(0, 6).toString('latin1')).toMatch(/^GIF8[79]a$/)
    const [width, height] = [first.bytes.readUInt16LE(6), first.bytes.readUInt16LE(8)]
    expect(width).toBe(height)
    expect(width).toBeGreaterThan(200)
    const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
    expect(digest(again.bytes)).toBe(digest(first.bytes))
    expect(digest(other.bytes)).not.toBe(digest(first.bytes))
  })

  it.each(['', 'a'.repeat(33), '汉字', 'a b', 'a%20'])('is refused for the scene %j', async (scene) => {
    await expect(draw(scene)).rejects.toMatchObject({ errcode: 40169, call: 'getwxacodeunlimit' })
  })

  it('takes every character that WeChat allows', async () => {
    expect((await draw("!#$&'()*+,/:;=?@-._~azAZ09")).bytes.length).toBeGreaterThan(100)
  })

  it('is refused for a page that cannot be one, and for one not released when that is checked', async () => {
    await expect(sandbox.client().miniProgramCode({ scene: 'a', page: '/pages/home/index' })).rejects.toMatchObject({
      errcode: 41030,
    })
    const { body } = await sandbox.post('/wxa/getwxacodeunlimit', { scene: 'a', page }, await sandbox.token())
    expect(body.errcode).toBe(41030)
  })

  it('is drawn so many times a minute and no more', async () => {
    for (let i = 0; i < 5; i++) await draw(`a=${i}`)
    await expect(draw('a=5')).rejects.toBeInstanceOf(WechatQuotaError)
    sandbox.clock.pass(60_000)
    expect((await draw('a=5')).mimeType).toBe('image/gif')
  })

  it('is drawn with a new token when the old one ended', async () => {
    const client = sandbox.client()
    await client.miniProgramCode({ scene: 'a', page })
    await sandbox.control('expire-tokens', {})
    expect((await client.miniProgramCode({ scene: 'a', page })).mimeType).toBe('image/gif')
  })
})

it('opens the edition that the deployment sets', async () => {
  const sandbox = await startSandbox()
  const sent: unknown[] = []
  const client = sandbox.client({
    edition: 'trial',
    fetch: (input, init) => {
      if (String(input).includes('getwxacodeunlimit')) sent.push(JSON.parse(String(init?.body)))
      return fetch(input, init)
    },
  })
  await client.miniProgramCode({ scene: 'a=1', page })
  expect(sent).toEqual([{ scene: 'a=1', page, check_path: false, env_version: 'trial' }])
  await sandbox.stop()
})
