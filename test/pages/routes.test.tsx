import Taro from '@tarojs/taro'
import { go, goBack, pathOf, replaceWith } from '../../src/platform/routes'

const pages = Taro.getCurrentPages as jest.Mock

test('an address carries its parameters escaped, and leaves absent ones out', () => {
  expect(pathOf('activity', { activityId: 7, next: '/a?b=c&d', code: undefined })).toBe(
    '/features/activity/pages/detail/index?activityId=7&next=%2Fa%3Fb%3Dc%26d',
  )
  expect(pathOf('home')).toBe('/pages/home/index')
})

test('a tab page is switched to, without parameters; any other page is opened on top', () => {
  go('inbox', { from: 'message' })
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/inbox/index' })
  go('activity', { activityId: 7 })
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/features/activity/pages/detail/index?activityId=7' })
})

test('replacing a page leaves no way back to it', () => {
  replaceWith('signUpResult', { activityId: 7 })
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/features/activity/pages/result/index?activityId=7' })
  expect(Taro.navigateTo).not.toHaveBeenCalled()
})

test('back goes to the page below, and home when there is none', () => {
  pages.mockReturnValueOnce([{}, {}])
  goBack()
  expect(Taro.navigateBack).toHaveBeenCalledTimes(1)
  pages.mockReturnValueOnce([{}])
  goBack()
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/home/index' })
})

test('a page that cannot be opened now is not an error', async () => {
  ;(Taro.navigateTo as jest.Mock).mockRejectedValueOnce({ errMsg: 'navigateTo:fail webview count limit exceed' })
  expect(() => go('activity', { activityId: 7 })).not.toThrow()
  await Promise.resolve()
})
