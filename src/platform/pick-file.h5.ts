import type { Picked } from './pick-file-types'

/** Longest side a picture is sent with, in pixels, and from which size it is drawn anew. */
const longestSide = 2560
const largeFrom = 1024 * 1024

/** Lets the person choose up to `most` pictures; those that are large are made smaller. Empty when they change their mind. */
export async function pickPictures(most: number): Promise<Picked[]> {
  // A list without HEIC: an iPhone then hands over JPEG.
  const files = await chooseFiles('image/jpeg,image/png,image/webp', most)
  return Promise.all(files.map(async (file) => toPicked(file.name, 'picture', await smaller(file))))
}

/** Lets the person choose up to `most` PDF files. */
export async function pickDocuments(most: number): Promise<Picked[]> {
  const files = await chooseFiles('application/pdf,.pdf', most)
  return files.map((file) => toPicked(file.name, 'document', file))
}

/** Gives back what the browser keeps for showing it. */
export function forgetPicked(picked: Picked): void {
  URL.revokeObjectURL(picked.path)
}

const toPicked = (name: string, kind: Picked['kind'], blob: Blob): Picked => ({
  name,
  kind,
  size: blob.size,
  path: URL.createObjectURL(blob),
  blob,
})

function chooseFiles(accept: string, most: number): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.multiple = most > 1
    input.style.display = 'none'
    const done = (files: File[]) => {
      input.remove()
      resolve(files.slice(0, most))
    }
    input.addEventListener('change', () => done(Array.from(input.files ?? [])))
    input.addEventListener('cancel', () => done([]))
    // Safari opens only what is on the page.
    document.body.append(input)
    input.click()
  })
}

/** A large picture drawn anew at a size that is still read easily; as it is when the browser cannot. */
async function smaller(file: File): Promise<Blob> {
  if (file.size < largeFrom) return file
  const url = URL.createObjectURL(file)
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const scale = Math.min(1, longestSide / Math.max(image.naturalWidth, image.naturalHeight))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(image.naturalWidth * scale)
    canvas.height = Math.round(image.naturalHeight * scale)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85))
    return drawn && drawn.size < file.size ? drawn : file
  } catch {
    return file // the cloud says what is wrong with it
  } finally {
    URL.revokeObjectURL(url)
  }
}
