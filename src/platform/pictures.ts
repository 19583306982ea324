import Taro from '@tarojs/taro'
import { toBase64 } from './base64'
import { env } from './env'

const longestSide = 1280

/** Lets the person choose a picture and gives it small enough to send, as base64; undefined when they change their mind. */
export async function choosePicture(): Promise<string | undefined> {
  const chosen = await Taro.chooseImage({ count: 1, sizeType: ['compressed'] }).catch(() => undefined)
  const path = chosen?.tempFilePaths[0]
  if (!path) return undefined
  if (!env.inWechat) return shrinkInBrowser(path)
  const { tempFilePath } = await Taro.compressImage({
    src: path,
    quality: 60,
    compressedWidth: longestSide,
  } as Parameters<typeof Taro.compressImage>[0])
  return Taro.getFileSystemManager().readFileSync(tempFilePath, 'base64') as string
}

/** Draws it anew at a smaller size; a picture without its camera's notes comes out. */
async function shrinkInBrowser(url: string): Promise<string | undefined> {
  const image = new Image()
  image.src = url
  await image.decode()
  const scale = Math.min(1, longestSide / Math.max(image.naturalWidth, image.naturalHeight))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.naturalWidth * scale)
  canvas.height = Math.round(image.naturalHeight * scale)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.75))
  return blob ? toBase64(new Uint8Array(await blob.arrayBuffer())) : undefined
}
