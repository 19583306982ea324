import Taro from '@tarojs/taro'
import { env } from '../../../platform/env'
import { fileUrl } from '../../../platform/upload'

interface Shown {
  url: string
  mimeType: string
}

/** Shows files that were handed in: pictures one beside the other, a PDF in WeChat's viewer or a new tab of the browser. */
export async function openFile(files: readonly Shown[]): Promise<void> {
  const pictures = files.filter((file) => file.mimeType.startsWith('image/')).map((file) => fileUrl(file.url))
  const [first] = pictures
  if (first !== undefined) {
    await Taro.previewImage({ urls: pictures, current: first })
    return
  }
  const [file] = files
  if (!file) return
  if (!env.inWechat) {
    window.open(fileUrl(file.url), '_blank', 'noopener')
    return
  }
  const { tempFilePath } = await Taro.downloadFile({ url: fileUrl(file.url) })
  await Taro.openDocument({ filePath: tempFilePath, fileType: 'pdf', showMenu: true })
}
