import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { useWatched, watched } from './emitter'
import { storage } from './storage'

/** 长辈模式: chosen by the person, or by the font size they chose in WeChat. */

const key = 'elder-mode'
// WeChat's "large" begins at 20.
const largeFont = 20

const state = watched<boolean>(initial())

// In a browser what Taro draws beside the pages, its questions and passing words, is as large as they are.
if (process.env.TARO_ENV === 'h5') {
  const apply = () => document.documentElement.classList.toggle('elder', state.get())
  apply()
  state.watch(apply)
}

function initial(): boolean {
  const chosen = storage.read<boolean>(key)
  if (chosen !== undefined) return chosen
  try {
    const info = Taro.getAppBaseInfo() as { fontSizeSetting?: number }
    return (info.fontSizeSetting ?? 16) >= largeFont
  } catch {
    return false
  }
}

/** Whether the person was asked already. */
export const elderModeWasChosen = () => storage.read<boolean>(key) !== undefined

export function chooseElderMode(on: boolean): void {
  storage.write(key, on)
  state.set(on)
}

/** Whether elder mode is on. On the tab pages the tab bar gives way to the help bar. */
export function useElderMode({ hideTabBar = false } = {}): boolean {
  const elder = useWatched(state)
  const apply = () => {
    if (!hideTabBar) return
    const change = state.get() ? Taro.hideTabBar : Taro.showTabBar
    // Fails only while the page is on its way out.
    Promise.resolve(change({ animation: false })).catch(() => {})
  }
  useDidShow(apply)
  // biome-ignore lint/correctness/useExhaustiveDependencies: applied again when the mode changes
  useEffect(apply, [elder])
  return elder
}
