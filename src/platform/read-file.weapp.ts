import Taro from '@tarojs/taro'
import type { ReadFile } from './read-file-types'

/** Lets the person choose one file with one of these endings from their chats and reads it. Undefined when they change their mind. */
export async function chooseAndRead(endings: readonly string[]): Promise<ReadFile | undefined> {
  const chosen = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: [...endings] }).catch(
    () => undefined,
  )
  const file = chosen?.tempFiles[0]
  if (!file) return undefined
  const base64 = Taro.getFileSystemManager().readFileSync(file.path, 'base64') as string
  return { name: file.name, size: file.size, base64 }
}
