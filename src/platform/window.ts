import Taro from '@tarojs/taro'

export interface NavBar {
  /** Space above the title bar, its height, and what WeChat's capsule takes on the right; in px of this screen. */
  top: number
  height: number
  right: number
}

let measured: NavBar | undefined

/** Where the title bar goes: beside WeChat's capsule, or at the top of a browser. */
export function navBar(): NavBar {
  measured ??= measure()
  return measured
}

function measure(): NavBar {
  if (process.env.TARO_ENV === 'h5') return { top: 8, height: 48, right: 16 }
  try {
    const capsule = Taro.getMenuButtonBoundingClientRect()
    const { windowWidth } = Taro.getWindowInfo()
    return { top: capsule.top - 6, height: capsule.height + 12, right: windowWidth - capsule.left + 8 }
  } catch {
    return { top: 24, height: 44, right: 104 }
  }
}
