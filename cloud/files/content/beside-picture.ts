/**
 * Finds everything in a picture's file that is not picture: notes inside, and what follows its end. A file may be a picture to one program
 * and a web page, a script or an archive to another (polyglot); what makes it so lies there.
 */

/** Notes inside, and the bytes after the end. Undefined when the structure is broken or cut off. */
export interface Beside {
  notes: Buffer[]
  after: Buffer
}

const walkers = { 'image/jpeg': besideJpeg, 'image/png': besidePng, 'image/webp': besideWebp }

export function besidePicture(bytes: Buffer, mime: keyof typeof walkers): Beside | undefined {
  try {
    return walkers[mime](bytes)
  } catch (error) {
    if ((error as Error).name === 'RangeError') return undefined // it ends before it says it does
    throw error
  }
}

function besideJpeg(bytes: Buffer): Beside | undefined {
  const notes: Buffer[] = []
  let at = 2
  for (;;) {
    if (bytes.readUInt8(at) !== 0xff) return undefined
    const marker = bytes.readUInt8(at + 1)
    if (marker === 0xff) {
      at += 1 // a fill byte
    } else if (marker === 0xd9) {
      return { notes, after: bytes.subarray(at + 2) }
    } else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      at += 2
    } else {
      const end = at + 2 + bytes.readUInt16BE(at + 2)
      if (end > bytes.length) return undefined
      // APP0–APP15 and comments.
      if ((marker >= 0xe0 && marker <= 0xef) || marker === 0xfe) notes.push(bytes.subarray(at + 4, end))
      at = marker === 0xda ? endOfScan(bytes, end) : end
    }
  }
}

/** Compressed data escapes every FF as FF00, restart marks aside; the first other marker ends it. */
function endOfScan(bytes: Buffer, start: number): number {
  for (let at = start; ; ) {
    at = bytes.indexOf(0xff, at)
    if (at < 0) throw new RangeError()
    const next = bytes.readUInt8(at + 1)
    if (next !== 0x00 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
    at += next === 0xff ? 1 : 2
  }
}

function besidePng(bytes: Buffer): Beside | undefined {
  const notes: Buffer[] = []
  for (let at = 8; ; ) {
    const type = bytes.toString('latin1', at + 4, at + 8)
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) return undefined
    if (!['IHDR', 'PLTE', 'IDAT', 'IEND'].includes(type)) notes.push(bytes.subarray(at + 8, end - 4))
    if (type === 'IEND') return { notes: [...notes, bytes.subarray(at + 8, end - 4)], after: bytes.subarray(end) }
    at = end
  }
}

function besideWebp(bytes: Buffer): Beside | undefined {
  const whole = 8 + bytes.readUInt32LE(4)
  if (whole > bytes.length) return undefined
  const notes: Buffer[] = []
  for (let at = 12; at + 8 <= whole; ) {
    const type = bytes.toString('latin1', at, at + 4)
    const size = bytes.readUInt32LE(at + 4)
    const end = at + 8 + size + (size % 2)
    if (at + 8 + size > whole) return undefined
    if (!['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF'].includes(type))
      notes.push(bytes.subarray(at + 8, at + 8 + size))
    at = end
  }
  return { notes, after: bytes.subarray(whole) }
}

/** What only a page or a script begins with. */
const page = /<(!doctype|html|script|svg|iframe|body|object|embed|\?php)|%PDF-\d/i
/** How archives and programs begin. */
const archives = ['PK\u0003\u0004', 'PK\u0005\u0006', '\u007fELF', 'Rar!\u001a'].map((text) =>
  Buffer.from(text, 'latin1'),
)

/**
 * Whether it smuggles something. What phones are known to put behind a picture is fine (it is cut off anyway): padding, further
 * pictures (MPF), a moving picture (motion photo), Samsung's notes.
 */
export function smuggles({ notes, after }: Beside): boolean {
  const parts = [...notes, after]
  if (parts.some((part) => page.test(part.toString('latin1')) || archives.some((head) => part.includes(head))))
    return true
  return !(
    after.every((byte) => byte === 0 || byte === 0xff || byte === 0x0a || byte === 0x0d || byte === 0x20) ||
    (after[0] === 0xff && after[1] === 0xd8) ||
    after.subarray(0, 4096).includes('ftyp') ||
    after.subarray(-64).includes('SEFT')
  )
}
