import { largestFile } from '../../../types/files'
import { atMost } from './at-most'
import { preparePdf } from './pdf'
import { preparePicture } from './picture'
import { type Content, ContentProblem } from './problem'

// A picture of 10 MB unfolds to hundreds of megabytes: two at a time, the others wait in line.
const oneOfTwo = atMost(2)

/**
 * Recognises a file by its content, whatever its name says, and makes it fit to be stored: pictures are drawn anew without place, camera
 * or anything that hides in them; PDF is written anew without what it says about its author. Throws ContentProblem.
 */
export async function prepare(bytes: Buffer): Promise<Content> {
  if (bytes.length === 0) throw new ContentProblem('empty')
  if (bytes.length > largestFile) throw new ContentProblem('tooLarge')
  // Loaded with the first file, so that a start does not wait for it.
  const { fileTypeFromBuffer } = await import('file-type/node')
  const mime = (await fileTypeFromBuffer(bytes))?.mime
  if (mime === 'image/jpeg' || mime === 'image/png' || mime === 'image/webp')
    return oneOfTwo(() => preparePicture(bytes, mime))
  if (mime === 'application/pdf') return preparePdf(bytes)
  throw new ContentProblem(mime?.startsWith('image/hei') ? 'heic' : 'unknownKind')
}
