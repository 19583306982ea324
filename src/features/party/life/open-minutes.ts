import Taro from '@tarojs/taro'
import { env } from '../../../platform/env'
import { say } from '../../../platform/say'
import { fileUrl } from '../../../platform/upload'
import { partyWording } from '../wording'

/** Opens minutes on the whole screen: a picture as it is, a document in WeChat's viewer or a new tab. */
export async function openMinutes(file: { url: string; mimeType: string }): Promise<void> {
  const url = fileUrl(file.url)
  try {
    if (file.mimeType.startsWith('image/')) await Taro.previewImage({ urls: [url], current: url })
    else if (env.inWechat) {
      const { tempFilePath } = await Taro.downloadFile({ url })
      await Taro.openDocument({ filePath: tempFilePath, showMenu: true })
    } else window.open(url, '_blank', 'noopener')
  } catch {
    say(partyWording.offline)
  }
}
