import Taro from '@tarojs/taro'
import { env } from '../../../platform/env'
import { say } from '../../../platform/say'
import { fileUrl } from '../../../platform/upload'
import { wording } from '../wording'

interface Opened {
  url: string
  mimeType: string
}

/** Opens one of the files on the whole screen: pictures to swipe through, anything else in WeChat's viewer or a new tab. */
export async function openFile(files: readonly Opened[], at: number): Promise<void> {
  const file = files[at]
  if (!file) return
  const url = fileUrl(file.url)
  const isPicture = ({ mimeType }: Opened) => mimeType.startsWith('image/')
  try {
    if (isPicture(file)) {
      await Taro.previewImage({ urls: files.filter(isPicture).map((f) => fileUrl(f.url)), current: url })
    } else if (env.inWechat) {
      const { tempFilePath } = await Taro.downloadFile({ url })
      await Taro.openDocument({ filePath: tempFilePath, showMenu: true })
    } else window.open(url, '_blank', 'noopener')
  } catch {
    say(wording.offline)
  }
}
