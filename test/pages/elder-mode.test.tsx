import type * as Testing from '@testing-library/react/pure'
import type * as ElderMode from '../../src/platform/elder-mode'
import type * as Doubles from './doubles/taro'

/** A phone with the app closed: its WeChat font size, and what is stored on it. */
function phone({ fontSize = 16 } = {}) {
  jest.resetModules()
  const testing: typeof Testing = require('@testing-library/react/pure')
  const { default: taro, host }: typeof Doubles = require('@tarojs/taro')
  taro.getAppBaseInfo.mockReturnValue({ fontSizeSetting: fontSize })
  return {
    taro,
    host,
    /** What is decided at start is decided when the platform is loaded. */
    start() {
      const { useElderMode, ...rest }: typeof ElderMode = require('../../src/platform/elder-mode')
      const open = (options?: { hideTabBar: boolean }) => testing.renderHook(() => useElderMode(options)).result
      return { ...rest, open, act: testing.act }
    },
  }
}

describe('until the person chooses', () => {
  test.each([
    [16, false],
    [19, false],
    [20, true],
    [23, true],
  ])('a WeChat font size of %i means %s', (fontSize, elder) => {
    const app = phone({ fontSize }).start()
    expect(app.elderModeWasChosen()).toBe(false)
    expect(app.open().current).toBe(elder)
  })

  test('a WeChat that does not know its font size means off', () => {
    const { taro, start } = phone()
    taro.getAppBaseInfo.mockImplementation(() => {
      throw new Error('getAppBaseInfo:fail')
    })
    expect(start().open().current).toBe(false)
  })
})

test('what the person chose wins over the font size, also at the next start', () => {
  const large = phone({ fontSize: 23 })
  const app = large.start()
  const page = app.open()
  app.act(() => app.chooseElderMode(false))
  expect(page.current).toBe(false)
  expect(app.elderModeWasChosen()).toBe(true)

  const stored = large.taro.getStorageSync('llb.elder-mode')
  const next = phone({ fontSize: 23 })
  next.taro.setStorageSync('llb.elder-mode', stored)
  expect(next.start().open().current).toBe(false)
})

describe('on a tab page of WeChat', () => {
  test('the tab bar goes when the mode comes on, and comes back when it goes off', () => {
    const { taro, start } = phone()
    const app = start()
    app.open({ hideTabBar: true })
    taro.showTabBar.mockClear()
    app.act(() => app.chooseElderMode(true))
    expect(taro.hideTabBar).toHaveBeenCalledTimes(1)
    app.act(() => app.chooseElderMode(false))
    expect(taro.showTabBar).toHaveBeenCalledTimes(1)
  })

  test('the tab bar is hidden again when the page is shown again', () => {
    const { taro, host, start } = phone({ fontSize: 23 })
    start().open({ hideTabBar: true })
    taro.hideTabBar.mockClear()
    host.showPage()
    expect(taro.hideTabBar).toHaveBeenCalledTimes(1)
  })
})

test('another page leaves the tab bar alone', () => {
  const { taro, start } = phone({ fontSize: 23 })
  start().open()
  expect(taro.hideTabBar).not.toHaveBeenCalled()
  expect(taro.showTabBar).not.toHaveBeenCalled()
})
