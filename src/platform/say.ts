import Taro from '@tarojs/taro'
import { CallFailed, Unreachable } from './client'

/** A short word on the screen that goes by itself. */
export function say(title: string): void {
  void Taro.showToast({ title, icon: 'none', duration: 2500 })
}

/** Asks once, in a full sentence, before something that cannot be taken back. */
export async function confirm(content: string, confirmText: string, cancelText = '再想想'): Promise<boolean> {
  const { confirm: yes } = await Taro.showModal({ content, confirmText, cancelText })
  return yes
}

/** What to say of a failed call. Errors that are not the cloud's are ours and go on. */
export function wordsOf(error: unknown): string {
  if (error instanceof Unreachable) return '网断了，请稍后再试'
  if (error instanceof CallFailed) return error.fields[0]?.problem ?? error.message
  throw error
}
