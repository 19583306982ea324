import Taro from '@tarojs/taro'
import { env } from './env'

export type Saved = 'saved' | 'notAllowed' | 'changedMind'

/**
 * Keeps a picture: a download in a browser (`source` is a data address), the phone's album in WeChat (`source` is a file). `notAllowed`:
 * the person once refused the album, and only WeChat's settings change that.
 */
export async function savePicture(source: string, fileName: string): Promise<Saved> {
  if (!env.inWechat) {
    const link = document.createElement('a')
    link.href = source
    link.download = fileName
    link.click()
    return 'saved'
  }
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: source })
    return 'saved'
  } catch (error) {
    const { errMsg = '' } = error as { errMsg?: string }
    return /auth|authorize|permission/.test(errMsg) ? 'notAllowed' : 'changedMind'
  }
}

/** WeChat's settings of this Mini Program, where the album is allowed. */
export async function openSettings(): Promise<void> {
  await Taro.openSetting().catch(() => undefined) // put away by the person
}
