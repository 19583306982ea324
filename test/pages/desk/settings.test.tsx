import Taro from '@tarojs/taro'
import { configure, fireEvent, render, screen, waitFor } from '@testing-library/react'
import SettingsPage from '../../../src/features/desk/pages/settings/index'
import { answers, asked, clientModule, liu, ok } from '../activity/cloud'

jest.mock('../../../src/platform/session', () => jest.requireActual('../activity/cloud').sessionModule)
jest.mock('../../../src/platform/client', () => jest.requireActual('../activity/cloud').clientModule)

configure({ asyncUtilTimeout: 20_000 })

const stored = {
  noticeDays: 5,
  deliveryDays: 10,
  callBackDays: 3,
  appealDays: 60,
  appealAnswerDays: 15,
  closeDays: 30,
  escalateDays: 1,
}
const notice = '收到申请后，几天内受理或一次性告知（工作日）'

async function openSettings(role: object, more: Parameters<typeof answers>[0] = {}) {
  liu.grants = [role as (typeof liu.grants)[number]]
  answers({ 'application.settings': () => ok(stored), 'application.saveSettings': () => ok({}), ...more })
  render(<SettingsPage />)
  return (await screen.findByRole('textbox', { name: notice })) as HTMLInputElement
}
const countyAdmin = { role: 'communityAdmin', areaCode: '990101', areaName: '云溪县' }
const saved = () => fireEvent.click(screen.getByRole('button', { name: '存好' }))

test('every number of the county is there, with its unit, its meaning and how far it may go', async () => {
  expect(await openSettings(countyAdmin)).toHaveValue('5')
  expect(screen.getAllByRole('textbox').map((field) => (field as HTMLInputElement).value)).toEqual([
    '5',
    '10',
    '1',
    '3',
    '60',
    '15',
    '30',
  ])
  expect(screen.getByText(/行政许可法第 32 条：最多 5 天。能填 1 到 5。/)).toBeInTheDocument()
})

test('a number out of its range is said at its field and not sent; a sound one is saved', async () => {
  const field = await openSettings(countyAdmin)
  fireEvent.change(field, { target: { value: '9' } })
  fireEvent.blur(field)
  expect(await screen.findByText('最多 5 天')).toBeInTheDocument()
  saved()
  expect(screen.getByRole('alert')).toHaveTextContent('还有 1 处要改')
  expect(asked('application.saveSettings')).toEqual([])
  fireEvent.change(field, { target: { value: '' } })
  expect(screen.getByText('请填天数')).toBeInTheDocument()
  fireEvent.change(field, { target: { value: '3' } })
  saved()
  await waitFor(() => expect(asked('application.saveSettings')).toEqual([{ ...stored, noticeDays: 3 }]))
  await waitFor(() => expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: '存好了' })))
})

test('what the cloud finds wrong stands at its field', async () => {
  const field = await openSettings(countyAdmin, {
    'application.saveSettings': () => {
      throw new clientModule.CallFailed('invalidInput', '填得不对', [{ path: 'noticeDays', problem: '县里定了 4 天' }])
    },
  })
  fireEvent.change(field, { target: { value: '3' } })
  saved()
  expect(await screen.findByText('县里定了 4 天')).toBeInTheDocument()
})

test.each([
  ['a supervisor', { role: 'supervisor', areaCode: '990101', areaName: '云溪县' }],
  ['who administers one community', { role: 'communityAdmin', areaCode: '990101001001', areaName: '柳桥社区' }],
])('%s reads the numbers and changes none', async (_, role) => {
  expect(await openSettings(role)).toBeDisabled()
  expect(screen.getByText('只有县管理员能改，您可以看。')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /存好|没有改动/ })).not.toBeInTheDocument()
})
