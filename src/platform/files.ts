import Taro from '@tarojs/taro'
import { env } from './env'
import { say } from './say'

interface Attachment {
  fileName: string
  mimeType: string
  base64: string
}

type Answer = { ok: true; value: Attachment } | { ok: false }

/** Gives a file to the person: a download in a browser, WeChat's viewer (and its "save" menu) in a Mini Program. */
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
  await Taro.openDocument({ filePath, showMenu: true })
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

/** Shares a page from a browser: its own share sheet, or the link in the clipboard. */
export async function share(title: string, path: string): Promise<void> {
  const url = `${window.location.origin}${window.location.pathname}#${path}`
  if (typeof navigator.share === 'function') {
    await navigator.share({ title, url }).catch(() => {}) // put away by the person
    return
  }
  await Taro.setClipboardData({ data: `${title} ${url}` })
  say('链接已复制，发给邻居吧')
}
