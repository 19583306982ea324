/** Pictures for an album: recognised by their content, and freed of everything that is not picture (place, camera, time). */

export interface Picture {
  mimeType: 'image/jpeg' | 'image/png'
  bytes: Buffer
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const pngChunksKept = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'bKGD',
  'pHYs',
  'sBIT',
])

/** Reads a JPEG or a PNG from its own structure, keeping only what is needed to show it. Undefined for anything else or anything broken. */
export function cleanPicture(bytes: Buffer): Picture | undefined {
  try {
    if (bytes.subarray(0, 8).equals(pngSignature)) return { mimeType: 'image/png', bytes: cleanPng(bytes) }
    if (bytes[0] === 0xff && bytes[1] === 0xd8) return { mimeType: 'image/jpeg', bytes: cleanJpeg(bytes) }
  } catch (error) {
    if (error instanceof RangeError || error instanceof BrokenPicture) return undefined
    throw error
  }
  return undefined
}

class BrokenPicture extends Error {}

function cleanPng(bytes: Buffer): Buffer {
  const parts: Buffer[] = [pngSignature]
  for (let at = 8; ; ) {
    const length = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    const end = at + 12 + length
    if (end > bytes.length) throw new BrokenPicture()
    if (pngChunksKept.has(type)) parts.push(bytes.subarray(at, end))
    // Whatever follows the end is not picture.
    if (type === 'IEND') return Buffer.concat(parts)
    at = end
  }
}

function cleanJpeg(bytes: Buffer): Buffer {
  const parts: Buffer[] = [bytes.subarray(0, 2)]
  let at = 2
  for (;;) {
    if (bytes.readUInt8(at) !== 0xff) throw new BrokenPicture()
    const marker = bytes.readUInt8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xda) break
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end > bytes.length) throw new BrokenPicture()
    // APP1–APP15 hold EXIF, XMP and makers' notes; APP0 (JFIF), APP2 (colour profile) and APP14 (Adobe) change how it looks.
    const metadata = marker >= 0xe1 && marker <= 0xef && marker !== 0xe2 && marker !== 0xee
    if (!metadata && marker !== 0xfe) parts.push(bytes.subarray(at, end))
    at = end
  }
  const end = bytes.lastIndexOf(Buffer.from([0xff, 0xd9]))
  if (end < at) throw new BrokenPicture()
  parts.push(bytes.subarray(at, end + 2))
  return Buffer.concat(parts)
}
