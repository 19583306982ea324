import sharp from 'sharp'
import { prepare } from '../../cloud/files/content/prepare'
import { ContentProblem } from '../../cloud/files/content/problem'
import { watermarked } from '../../cloud/files/content/watermark'
import { cleanName } from '../../cloud/files/rules'
import { bomb, flat, pdf, photo } from './pictures'

/** What is taken, what is refused, and what is left of it. */

const problemOf = async (bytes: Buffer): Promise<string | undefined> => {
  try {
    await prepare(bytes)
    return undefined
  } catch (error) {
    if (error instanceof ContentProblem) return error.problem
    throw error
  }
}

describe('a picture', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('keeps what it shows and loses place and camera (%s)', async (kind) => {
    const taken = await photo({ kind })
    expect((await sharp(taken).metadata()).exif).toBeDefined()
    expect(taken.includes('SECRET-SOFTWARE')).toBe(true)
    const { bytes, mimeType } = await prepare(taken)
    expect(mimeType).toBe(`image/${kind}`)
    const { exif, xmp, width, height, format } = await sharp(bytes).metadata()
    expect({ exif, xmp, width, height, format }).toEqual({
      exif: undefined,
      xmp: undefined,
      width: 640,
      height: 480,
      format: kind,
    })
    expect(bytes.includes('SECRET-SOFTWARE')).toBe(false)
    expect(bytes.includes('柳桥街道')).toBe(false)
  })

  it('held upright is stored upright', async () => {
    const lying = await sharp(await photo({ width: 400, height: 200 }))
      .withMetadata({ orientation: 6 })
      .toBuffer()
    const { width, height } = await sharp((await prepare(lying)).bytes).metadata()
    expect([width, height]).toEqual([200, 400])
  })

  it('larger than anybody reads is made smaller', async () => {
    const { width, height } = await sharp((await prepare(await flat(6000, 3000))).bytes).metadata()
    expect([width, height]).toEqual([4096, 2048])
  })

  it.each([
    ['a moving picture', Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypmp42'), Buffer.alloc(400, 5)])],
    ['padding', Buffer.alloc(64)],
  ])('with %s behind it, as phones write it, comes out without', async (_what, behind) => {
    const { bytes } = await prepare(Buffer.concat([await photo(), behind]))
    expect(bytes.includes('ftyp')).toBe(false)
  })

  it.each([
    ['a page behind its end', Buffer.from('<html><script>alert(1)</script></html>')],
    ['an archive behind its end', Buffer.from('PK\u0003\u0004 anything')],
    ['anything else behind its end', Buffer.from('a long text that is no picture')],
  ])('with %s is refused', async (_what, behind) => {
    for (const kind of ['jpeg', 'png', 'webp'] as const)
      expect(await problemOf(Buffer.concat([await photo({ kind }), behind]))).toBe('hidden')
  })

  it('with a page in its comment is refused', async () => {
    const taken = await photo()
    const comment = Buffer.from('<script src=//evil.example></script>')
    const segment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, comment.length + 2]), comment])
    expect(await problemOf(Buffer.concat([taken.subarray(0, 2), segment, taken.subarray(2)]))).toBe('hidden')
  })

  it.each(['jpeg', 'png', 'webp'] as const)('cut off is refused (%s)', async (kind) => {
    const taken = await photo({ kind })
    for (const part of [0.98, 0.5, 0.1])
      expect(await problemOf(taken.subarray(0, Math.floor(taken.length * part)))).toBe('damaged')
  })

  it('that would unfold to gigabytes is refused before it does', async () => {
    const small = await bomb()
    expect(small.length).toBeLessThan(100_000)
    expect(await problemOf(small)).toBe('tooManyPixels')
  })

  it.each([
    ['a random change', 3],
    ['many random changes', 400],
  ])('with %s is taken or refused, never a fault', async (_what, changes) => {
    let seed = 42
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff
      return seed % below
    }
    for (const kind of ['jpeg', 'png', 'webp'] as const) {
      const taken = await photo({ kind, width: 64, height: 48 })
      for (let n = 0; n < 40; n++) {
        const broken = Buffer.from(taken)
        for (let c = 0; c < changes; c++) broken[random(broken.length)] = random(256)
        await problemOf(broken) // anything but a ContentProblem fails the test
      }
    }
  })
})

describe('other files', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['11 MB', Buffer.alloc(11 * 1024 * 1024, 1), 'tooLarge'],
    ['text', Buffer.from('just words'), 'unknownKind'],
    ['a page', Buffer.from('<!doctype html><script>1</script>'), 'unknownKind'],
    ['SVG', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), 'unknownKind'],
    ['an animation', Buffer.from('GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;', 'latin1'), 'unknownKind'],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'unknownKind'],
    ['an archive', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(200)]), 'unknownKind'],
    [
      'HEIC',
      Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(99)]),
      'heic',
    ],
  ])('%s is refused', async (_what, bytes, problem) => expect(await problemOf(bytes)).toBe(problem))

  it.each([
    ['cut off', pdf().subarray(0, 150), 'damaged'],
    ['with a page behind its end', pdf('', '<script>1</script>'), 'hidden'],
    ['that runs a script', pdf('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>'), 'activePdf'],
    ['that runs a script under an assumed name', pdf('/OpenAction << /S /J#61vaScript >>'), 'activePdf'],
    ['that brings a file along', pdf('/Names << /EmbeddedFiles 3 0 R /Type /EmbeddedFile >>'), 'activePdf'],
  ])('a PDF %s is refused', async (_what, bytes, problem) => expect(await problemOf(bytes)).toBe(problem))
})

describe('a watermark', () => {
  const shade = async (bytes: Buffer) => (await sharp(bytes).greyscale().stats()).channels[0]?.mean ?? 0

  it.each(['image/png', 'image/jpeg', 'image/webp'] as const)(
    'is in the pixels all over the picture (%s)',
    async (mimeType) => {
      const page = await sharp(await flat(1200, 1600))
        .toFormat(mimeType.slice(6) as 'png')
        .toBuffer()
      const marked = await watermarked(page, mimeType, '仅供办理〈居住证〉使用')
      expect((await sharp(marked).metadata()).format).toBe(mimeType.slice(6))
      for (const [left, top] of [
        [0, 0],
        [600, 0],
        [0, 1000],
        [600, 1000],
      ] as const) {
        const part = await sharp(marked).extract({ left, top, width: 600, height: 600 }).toBuffer()
        expect(await shade(part)).toBeLessThan(254)
      }
    },
  )

  it('says other words in other pixels', async () => {
    const page = await flat(400, 400)
    const one = await watermarked(page, 'image/png', '仅供办理〈居住证〉使用')
    expect(one.equals(await watermarked(page, 'image/png', '仅供办理〈生育登记〉使用'))).toBe(false)
    expect(one.equals(await watermarked(page, 'image/png', '仅供办理〈居住证〉使用'))).toBe(true)
  })

  it('fits the smallest picture and the thumbnail', async () => {
    expect((await sharp(await watermarked(await flat(1, 1), 'image/png', '仅供办理')).metadata()).width).toBe(1)
    expect((await sharp(await watermarked(await flat(1200, 600), 'image/png', '仅供办理', 320)).metadata()).width).toBe(
      320,
    )
  })
})

describe('a name', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\王\\证件.jpg', '证件.jpg'],
    ['a\u202egpj.exe', 'agpj.exe'],
    ['  .. ', '文件'],
    ['"><script>.png', 'script.png'],
    ['', '文件'],
    ['长'.repeat(300), '长'.repeat(60)],
  ])('%j is shown as %j', (raw, shown) => expect(cleanName(raw)).toBe(shown))

  it('ends as the content asks', () => {
    expect(cleanName('证件.exe', 'image/jpeg')).toBe('证件.jpg')
    expect(cleanName('wxfile://tmp/x', 'application/pdf')).toBe('x.pdf')
    expect(cleanName('.jpg', 'image/jpeg')).toBe('jpg.jpg')
  })
})
