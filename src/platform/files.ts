import Taro from '@tarojs/taro'
import { env } from './env'
import { confirm, say } from './say'

interface Attachment {
  fileName: string
  mimeType: string
  base64: string
}

type Answer = { ok: true; value: Attachment } | { ok: false }

/** Gives a file to the person: a download in a browser; in a Mini Program WeChat's viewer (and its "save" menu), or a chat of theirs. */
export async function giveFile(file: Attachment): Promise<void> {
  if (!env.inWechat) {
    const link = document.createElement('a')
    link.href = `data:${file.mimeType};base64,${file.base64}`
    link.download = file.fileName
    link.click()
    return
  }
  const filePath = `${Taro.env.USER_DATA_PATH}/${file.fileName.replace(/[\\/:*?"<>|]/g, '_')}`
  Taro.getFileSystemManager().writeFileSync(filePath, file.base64, 'base64')
  if (/\.(docx?|xlsx?|pptx?|pdf)$/i.test(file.fileName)) await Taro.openDocument({ filePath, showMenu: true })
  else await sendToChat(filePath, file.fileName)
}

/** What WeChat's viewer cannot show goes into a chat, where the person has it. WeChat wants a fresh tap for that when the file took long. */
async function sendToChat(filePath: string, fileName: string): Promise<void> {
  try {
    await Taro.shareFileMessage({ filePath, fileName })
  } catch (error) {
    const { errMsg = '' } = error as { errMsg?: string }
    if (!/gesture/i.test(errMsg)) return // put away by the person
    if (await confirm(`「${fileName}」好了，发到聊天里，比如“文件传输助手”。`, '发过去'))
      await Taro.shareFileMessage({ filePath, fileName }).catch(() => {})
  }
}

interface Event {
  title: string
  body: string
  startsAt: Date
  endsAt: Date
  placeName: string
  address: string
}

/** Into the phone's calendar: WeChat does it itself, a browser gets an .ics file. */
export async function addToCalendar(event: Event, file: () => Promise<Answer>): Promise<void> {
  if (env.inWechat) {
    await Taro.addPhoneCalendar({
      title: event.title,
      description: event.body.slice(0, 200),
      startTime: Math.floor(event.startsAt.getTime() / 1000),
      endTime: String(Math.floor(event.endsAt.getTime() / 1000)),
      location: `${event.address} ${event.placeName}`,
      alarmOffset: 3600,
    }).catch(() => {}) // refused by the person
    return
  }
  const answer = await file()
  if (answer.ok) await giveFile(answer.value)
}

/** Where a page is found by whoever is not in the app: a whole address in a browser, its path inside WeChat. */
export const addressOf = (path: string): string =>
  env.inWechat ? path : `${window.location.origin}${window.location.pathname}#${path}`

/** Shares a page from a browser: its own share sheet, or the link in the clipboard. */
export async function share(title: string, path: string): Promise<void> {
  const url = addressOf(path)
  if (typeof navigator.share === 'function') {
    await navigator.share({ title, url }).catch(() => {}) // put away by the person
    return
  }
  await Taro.setClipboardData({ data: `${title} ${url}` })
  say('链接已复制，发给邻居吧')
}
