import sharp from 'sharp'

/** Pictures and documents as people's phones make them, and as nobody should. */

/** A photo of noise, so that it does not shrink to nothing: what a camera writes, with the place it was taken at. */
export async function photo({
  width = 640,
  height = 480,
  kind = 'jpeg' as 'jpeg' | 'png' | 'webp',
} = {}): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3)
  for (let at = 0; at < pixels.length; at++) pixels[at] = (at * 7919 + ((at * at) >> 7)) & 0xff
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .toFormat(kind)
    .withExif({
      IFD0: { Make: 'Huawei', Software: 'SECRET-SOFTWARE' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '30/1 30/1 45/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '120/1 30/1 12/1',
      },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><place>柳桥街道</place></x:xmpmeta>')
    .toBuffer()
}

/** A plain picture of one colour. */
export const flat = (width: number, height: number, background = '#fff'): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()

/** A small whole PDF. `inside` goes into its catalogue, `after` behind its end. */
export function pdf(inside = '', after = ''): Buffer {
  const body = `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${inside} >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n`
  return Buffer.from(
    `${body}xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R /Size 3 >>\nstartxref\n${body.length}\n%%EOF\n${after}`,
    'latin1',
  )
}

/** A PNG whose head says 30,000 × 30,000 and whose body is a few bytes: 3.6 GB once unfolded. */
export async function bomb(): Promise<Buffer> {
  const { crc32, deflateSync } = await import('node:zlib')
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    const check = Buffer.alloc(4)
    check.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, check])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(30_000, 0)
  head.writeUInt32BE(30_000, 4)
  head.set([8, 6, 0, 0, 0], 8)
  const zeros = deflateSync(Buffer.alloc(30_000 * 4 * 100))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', zeros),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
