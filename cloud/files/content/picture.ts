import type { Sharp, SharpOptions } from 'sharp'
import { besidePicture, smuggles } from './beside-picture'
import { type Content, ContentProblem } from './problem'

/** A phone's largest pictures have 50 million pixels; unfolded they take four bytes each. */
const mostPixels = 64_000_000
/** Enough to read the small print of an A4 page (350 dots an inch), in pixels. */
const longestSide = 4096

/** How a picture of people is read: nothing beyond the limits, nothing that is cut off. */
const careful: SharpOptions = { limitInputPixels: mostPixels, failOn: 'truncated', sequentialRead: true, pages: 1 }

type PictureKind = 'image/jpeg' | 'image/png' | 'image/webp'

/**
 * Draws a picture anew: turned as it was held, at most 4096 pixels a side, in sRGB, without place, camera, notes or hidden content.
 * Throws ContentProblem.
 */
export async function preparePicture(bytes: Buffer, mimeType: PictureKind): Promise<Content> {
  const beside = besidePicture(bytes, mimeType)
  if (!beside) throw new ContentProblem('damaged')
  if (smuggles(beside)) throw new ContentProblem('hidden')
  const picture = await openPicture(bytes)
  // Its head says how large it is: a bomb is refused before a pixel is unfolded.
  const { width, height } = await readable(() => picture.metadata())
  if (width * height > mostPixels) throw new ContentProblem('tooManyPixels')
  const drawn = picture
    .autoOrient()
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .timeout({ seconds: 20 })
  return { mimeType, bytes: await readable(() => encoded(drawn, mimeType).toBuffer()) }
}

/** A picture from the store, smaller. */
export async function shrinkPicture(bytes: Buffer, mimeType: PictureKind, side: number): Promise<Buffer> {
  const picture = await openPicture(bytes)
  return encoded(
    picture.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true }),
    mimeType,
  ).toBuffer()
}

/** Opens bytes as a picture; nothing is read yet. */
export async function openPicture(bytes: Buffer): Promise<Sharp> {
  // Loaded with the first picture, so that a start does not wait for it.
  const { default: sharp } = await import('sharp')
  return sharp(bytes, careful)
}

/** In the format it came in. */
export function encoded(picture: Sharp, mimeType: PictureKind): Sharp {
  if (mimeType === 'image/jpeg') return picture.jpeg({ quality: 90 })
  return mimeType === 'image/png' ? picture.png({ compressionLevel: 6 }) : picture.webp({ quality: 90, effort: 2 })
}

/** What the library cannot read is damaged, or larger than it may be. */
async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    throw new ContentProblem(String(error).includes('pixel limit') ? 'tooManyPixels' : 'damaged')
  }
}
