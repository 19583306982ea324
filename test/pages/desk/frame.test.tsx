import Taro from '@tarojs/taro'
import { fireEvent, render, screen, within } from '@testing-library/react'
import { Frame } from '../../../src/features/desk/frame'
import { liu } from '../activity/cloud'

jest.mock('../../../src/platform/session', () => jest.requireActual('../activity/cloud').sessionModule)

test.each([
  ['clerk', ['受理', '预约', '窗口', '请假']],
  ['approver', ['受理', '预约', '统计', '窗口', '请假']],
  ['communityAdmin', ['受理', '预约', '统计', '窗口', '请假', '设置']],
  ['supervisor', ['受理', '统计', '窗口', '设置']],
])('%s is shown the doors that open to them, on a phone too', (role, doors) => {
  liu.grants = [{ role, areaCode: '990101', areaName: '云溪县' }]
  render(<Frame title="受理" at="queue" />)
  const nav = within(screen.getByRole('navigation', { name: '受理台的页面' }))
  expect(nav.getAllByRole('link').map((door) => door.textContent)).toEqual(doors)
  expect(nav.getByRole('link', { name: '受理' })).toHaveAttribute('aria-current', 'page')
  fireEvent.click(nav.getByRole('link', { name: '窗口' }))
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/features/desk/pages/windows/index' })
})
