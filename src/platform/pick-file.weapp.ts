import Taro from '@tarojs/taro'
import type { Picked } from './pick-file-types'

/** Longest side a picture is sent with, in pixels, and from which size it is compressed. */
const longestSide = 2560
const largeFrom = 1024 * 1024

/** Lets the person take or choose up to `most` pictures; those that are large are made smaller. Empty when they change their mind. */
export async function pickPictures(most: number): Promise<Picked[]> {
  const chosen = await Taro.chooseMedia({ count: Math.min(most, 9), mediaType: ['image'] }).catch(() => undefined)
  return Promise.all(
    (chosen?.tempFiles ?? []).map(async ({ tempFilePath, size }) => ({
      name: nameOf(tempFilePath),
      kind: 'picture' as const,
      size,
      path: size < largeFrom ? tempFilePath : await compressed(tempFilePath),
    })),
  )
}

/** Lets the person choose up to `most` PDF files from their chats: the one place where WeChat has documents. */
export async function pickDocuments(most: number): Promise<Picked[]> {
  const chosen = await Taro.chooseMessageFile({
    count: Math.min(most, 100),
    type: 'file',
    extension: ['pdf'],
  }).catch(() => undefined)
  return (chosen?.tempFiles ?? []).map(({ name, path, size }) => ({ name, path, size, kind: 'document' }))
}

/** WeChat clears temporary files itself. */
export function forgetPicked(_picked: Picked): void {}

const nameOf = (path: string) => path.split('/').pop() ?? ''

async function compressed(src: string): Promise<string> {
  const options = { src, quality: 80, compressedWidth: longestSide } as Parameters<typeof Taro.compressImage>[0]
  const answer = await Taro.compressImage(options).catch(() => undefined)
  return answer?.tempFilePath ?? src // as it is; the cloud says when it is too large
}
