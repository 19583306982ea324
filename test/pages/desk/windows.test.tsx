import Taro from '@tarojs/taro'
import { configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import WindowPage from '../../../src/features/desk/pages/window/index'
import WindowsPage from '../../../src/features/desk/pages/windows/index'
import { asTime } from '../../../src/features/desk/windows/form'
import { answers, asked, liu, ok, refused } from '../activity/cloud'
import { host } from '../doubles/taro'

jest.mock('../../../src/platform/session', () => jest.requireActual('../activity/cloud').sessionModule)
jest.mock('../../../src/platform/client', () => jest.requireActual('../activity/cloud').clientModule)

configure({ asyncUtilTimeout: 20_000 })

const admin = { role: 'communityAdmin', areaCode: '990101001', areaName: '柳桥街道' }
const clerk = { role: 'clerk', areaCode: '990101001', areaName: '柳桥街道' }

const kept = {
  windowId: 5,
  areaCode: '990101001',
  areaName: '柳桥街道',
  name: '柳桥便民服务中心 2 号窗',
  department: '县市场监管局',
  place: '柳桥路 1 号一楼',
  phone: '0573-5550199',
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:30', until: '11:30', capacity: 2 })),
  closedDays: ['2199-12-31'],
}
const cloud = (more: Parameters<typeof answers>[0] = {}) =>
  answers({
    'application.windows': () => ok({ rows: [kept] }),
    'people.areas': () => ok({ rows: [{ areaCode: '990101001001', name: '柳桥社区' }] }),
    'application.saveWindow': () => ok({ windowId: 5 }),
    ...more,
  })
const open = (params: Record<string, string>) => {
  host.params = params
  render(<WindowPage />)
}
const write = (label: string, value: string, within_ = screen) =>
  fireEvent.change(within_.getByRole('textbox', { name: label }), { target: { value } })
const day = (name: string) => within(screen.getByRole('group', { name }))
const save = () => fireEvent.click(screen.getByRole('button', { name: '存好' }))

beforeEach(() => {
  liu.grants = [admin]
})

test('the list says in words where and when each window is open, and is changed by whoever administers its area', async () => {
  cloud()
  render(<WindowsPage />)
  expect(await screen.findByText('周一到周五 8:30—11:30')).toBeInTheDocument()
  expect(screen.getByText('每半小时 2 位')).toBeInTheDocument()
  expect(screen.getByText(/12月31日\) 不开/)).toBeInTheDocument()
  fireEvent.click(screen.getByRole('button', { name: '改柳桥便民服务中心 2 号窗' }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/features/desk/pages/window/index?windowId=5' })
})

test('a clerk reads the windows and is offered no change', async () => {
  liu.grants = [clerk]
  cloud()
  render(<WindowsPage />)
  expect(await screen.findByText('柳桥便民服务中心 2 号窗')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /改|加一个窗口/ })).not.toBeInTheDocument()
})

test('a new window begins with office hours, and is saved as it was written', async () => {
  cloud()
  open({})
  await screen.findByRole('textbox', { name: '窗口名称' })
  write('窗口名称', '柳桥 3 号窗')
  write('部门', '县人社局')
  write('地址', '柳桥路 1 号')
  write('电话', '0573-5550100')
  fireEvent.click(await screen.findByRole('radio', { name: '柳桥社区' }))
  const monday = day('周一')
  write('从', '9', within(monday.getByRole('group', { name: '周一第 1 段' })) as typeof screen)
  fireEvent.blur(monday.getAllByRole('textbox', { name: '从' })[0] as HTMLElement)
  fireEvent.click(within(monday.getByRole('group', { name: '周一第 2 段' })).getByRole('button', { name: '去掉' }))
  fireEvent.click(monday.getByRole('button', { name: '周二到周五照周一' }))
  save()
  await waitFor(() => expect(asked('application.saveWindow')).toHaveLength(1))
  expect(asked('application.saveWindow')[0]).toEqual({
    areaCode: '990101001001',
    name: '柳桥 3 号窗',
    department: '县人社局',
    place: '柳桥路 1 号',
    phone: '0573-5550100',
    hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', until: '11:30', capacity: 2 })),
    closedDays: [],
  })
})

test('mistakes stand at their fields and nothing is sent', async () => {
  cloud()
  open({ windowId: '5' })
  await screen.findByRole('textbox', { name: '窗口名称' })
  write('电话', '')
  write('从', '8:10', day('周一') as typeof screen)
  write('到', '7', day('周二') as typeof screen)
  fireEvent.click(screen.getByRole('button', { name: '周三加一段' }))
  write('从', '10:00', within(screen.getByRole('group', { name: '周三第 2 段' })) as typeof screen)
  save()
  expect(await day('周一').findByText('要整点或半点，如 8:30')).toBeInTheDocument()
  expect(day('周二').getByText('要晚于开始的时间')).toBeInTheDocument()
  expect(day('周三').getByText('和前一段重了')).toBeInTheDocument()
  expect(screen.getByText('至少 3 个字')).toBeInTheDocument()
  expect(screen.getByRole('alert')).toHaveTextContent('还有 4 处要改')
  expect(asked('application.saveWindow')).toEqual([])
})

test('what is booked already is named at the hours, and what was written stays', async () => {
  cloud({ 'application.saveWindow': () => refused({ reason: 'belowBooked', booked: 2 }) })
  open({ windowId: '5' })
  await screen.findByRole('textbox', { name: '窗口名称' })
  write('地址', '柳桥路 9 号')
  save()
  expect(await screen.findByText(/已经约了 2 位/)).toBeInTheDocument()
  expect(screen.getByRole('textbox', { name: '地址' })).toHaveValue('柳桥路 9 号')
})

test.each([
  ['830', '08:30'],
  ['1400', '14:00'],
  ['8：30', '08:30'],
  ['8点半', '08:30'],
  ['8', '08:00'],
  ['14', '14:00'],
  ['08:30', '08:30'],
  ['早上', '早上'],
])('the time %s is understood as %s', (typed, time) => {
  expect(asTime(typed)).toBe(time)
})
