import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import PublishPage from '../../../src/features/activity/pages/publish/index'
import PreviewPage from '../../../src/features/activity/pages/publish-preview/index'
import { host } from '../doubles/taro'
import { activityOf, answers, asked, clientModule, liu, ok, refused } from './cloud'

jest.mock('../../../src/platform/session', () => jest.requireActual('./cloud').sessionModule)
jest.mock('../../../src/platform/client', () => jest.requireActual('./cloud').clientModule)

const day = '2031-12-21'
const type = (label: string, value: string, n = 0) =>
  fireEvent.change(screen.getAllByRole('textbox', { name: label })[n] as HTMLElement, { target: { value } })
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

/** Opens the form; the double's pickers have no names, so they are found by their kind. */
async function write() {
  const page = render(<PublishPage />)
  await screen.findByRole('textbox', { name: '名称' })
  return page
}
function pickTimes(container: HTMLElement) {
  const [date] = container.querySelectorAll('input[type=date]')
  const times = container.querySelectorAll('input[type=time]')
  fireEvent.change(date as Element, { target: { value: day } })
  fireEvent.change(times[0] as Element, { target: { value: '14:00' } })
  fireEvent.change(times[1] as Element, { target: { value: '16:30' } })
}
function fillIn(container: HTMLElement) {
  type('名称', '冬至包饺子')
  type('地点', '社区食堂')
  type('门牌', '柳桥弄 12 号')
  pickTimes(container)
}
const opened = () => (Taro.navigateTo as jest.Mock).mock.calls.map(([{ url }]) => url as string)

beforeEach(() => answers({}))
afterEach(() => {
  liu.grants = []
  liu.privacyConsent = { version: '2026-11-01' }
})

describe('writing', () => {
  test('says every mistake at its field, and only once one asks to go on', async () => {
    await write()
    expect(screen.queryByText('至少 2 个字')).not.toBeInTheDocument()
    press('看看样子')
    expect(screen.getByRole('textbox', { name: '名称' })).toHaveAttribute('aria-invalid', 'true')
    expect(screen.getByRole('textbox', { name: '名称' })).toHaveFocus()
    expect(screen.getByText('请选日期')).toBeInTheDocument()
    expect(Taro.pageScrollTo).toHaveBeenCalledWith(expect.objectContaining({ selector: '#part-about' }))
    expect(opened()).toEqual([])
  })

  test('says a mistake when its field is left, and takes it back when it is mended', async () => {
    await write()
    fireEvent.blur(screen.getByRole('textbox', { name: '名称' }))
    expect(screen.getByText('至少 2 个字')).toBeInTheDocument()
    expect(screen.queryByText('请选日期')).not.toBeInTheDocument()
    type('名称', '冬至包饺子')
    expect(screen.queryByText('至少 2 个字')).not.toBeInTheDocument()
  })

  test('goes on to the preview when nothing is wrong', async () => {
    const { container } = await write()
    fillIn(container)
    press('看看样子')
    expect(opened()).toEqual([expect.stringContaining('publish-preview')])
  })

  test('is kept with the time, and goes on where it stopped', async () => {
    const { unmount } = await write()
    expect(screen.queryByRole('status')).not.toBeInTheDocument()
    type('名称', '冬至包饺子')
    expect(screen.getByRole('status')).toHaveTextContent(/^\d{1,2}:\d\d 已存在这台手机上$/)
    unmount()
    await write()
    expect(screen.getByRole('textbox', { name: '名称' })).toHaveValue('冬至包饺子')
    expect(screen.getByRole('status')).toHaveTextContent('已存在这台手机上')
  })

  test('adds groups up while one types, and offers to take the sum', async () => {
    await write()
    type('名额', '20')
    press('加一组')
    type('哪些人', '老人')
    type('几个', '10')
    press('加一组')
    expect(screen.getAllByRole('textbox', { name: '几个' })[1]).toHaveValue('10')
    expect(screen.getByText('各组加起来 20 个，正好')).toBeInTheDocument()
    type('几个', '8', 1)
    expect(screen.getByText('各组加起来 18 个，还有 2 个没分')).toBeInTheDocument()
    press('名额改成 18')
    expect(screen.getByRole('textbox', { name: '名额' })).toHaveValue('18')
    press('去掉「老人」')
    expect(screen.getAllByRole('textbox', { name: '哪些人' })).toHaveLength(1)
  })

  test('adds, changes and removes questions', async () => {
    await write()
    press('加一个问题')
    const sheet = () => within(screen.getByRole('dialog'))
    fireEvent.click(sheet().getByRole('button', { name: '好了' }))
    expect(sheet().getByText('请填写')).toBeInTheDocument()
    type('问什么', '吃什么馅')
    fireEvent.click(sheet().getByRole('radio', { name: '选一个' }))
    type('选项 1', '荤')
    type('选项 2', '素')
    fireEvent.click(sheet().getByRole('button', { name: '好了' }))
    expect(screen.getByText('可不答')).toBeInTheDocument()

    press('改问题：吃什么馅')
    fireEvent.click(sheet().getByRole('switch', { name: /一定要答/ }))
    fireEvent.click(sheet().getByRole('button', { name: '好了' }))
    expect(screen.getByText('必答')).toBeInTheDocument()

    press('改问题：吃什么馅')
    fireEvent.click(sheet().getByRole('button', { name: '不问了' }))
    expect(screen.queryByText('吃什么馅')).not.toBeInTheDocument()
  })
})

describe('the preview', () => {
  /** What was written on the other page lies on the phone. */
  async function preview(more: (container: HTMLElement) => void = () => undefined) {
    const written = await write()
    fillIn(written.container)
    more(written.container)
    written.unmount()
    render(<PreviewPage />)
    await screen.findByText('居民看到的样子')
  }

  test('shows what a resident will read and fill in, and nothing that can be tapped there', async () => {
    await preview(() => {
      press('加一个问题')
      type('问什么', '有忌口吗')
      fireEvent.click(screen.getByRole('button', { name: '好了' }))
    })
    expect(screen.getByText('冬至包饺子')).toBeInTheDocument()
    expect(screen.getByText('还剩 30 个名额')).toBeInTheDocument()
    expect(screen.getByText(/^周.\(12月21日\)$/)).toBeInTheDocument()
    expect(screen.getByText('14:00—16:30')).toBeInTheDocument()
    expect(await screen.findByRole('textbox', { name: '有忌口吗' })).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '加到日历' })).not.toBeInTheDocument()
  })

  test('hands in once, and leaves nothing behind', async () => {
    await preview()
    answers({
      'activity.draft': () => ok({ activityId: 7, seriesId: null, activityIds: [7] }),
      'activity.submit': () => ok({ status: 'submitted' }),
    })
    press('提交审批')
    await waitFor(() => expect(Taro.reLaunch).toHaveBeenCalledWith({ url: expect.stringContaining('activityId=7') }))
    expect(asked('activity.draft')[0]).toMatchObject({ title: '冬至包饺子', capacity: 30, groups: [] })
    expect(asked('activity.submit')).toEqual([{ activityId: 7 }])
    await write()
    expect(screen.getByRole('textbox', { name: '名称' })).toHaveValue('')
  })

  test('sends the same request again after a lost answer, so that there is one activity', async () => {
    await preview()
    let lost = true
    answers({
      'activity.draft': () => {
        if (!lost) return ok({ activityId: 7, seriesId: null, activityIds: [7] })
        lost = false
        throw new clientModule.Unreachable('time-out')
      },
      'activity.submit': () => ok({ status: 'published' }),
    })
    press('提交审批')
    await waitFor(() => expect(Taro.showToast).toHaveBeenCalled())
    await waitFor(() => expect(screen.getByRole('button', { name: '提交审批' })).toBeEnabled())
    press('提交审批')
    await waitFor(() => expect(Taro.reLaunch).toHaveBeenCalled())
    const [first, second] = asked('activity.draft')
    expect(second?.requestId).toBe(first?.requestId)
  })

  test('leads back to the field that the cloud refuses', async () => {
    await preview()
    answers({ 'activity.draft': () => refused({ reason: 'wordsRefused' }) })
    press('提交审批')
    await waitFor(() => expect(Taro.switchTab).toHaveBeenCalled())
    await write()
    expect(screen.getByText(/没有通过内容检查/)).toBeInTheDocument()
    act(() => type('说明', '换个说法'))
    expect(screen.queryByText(/没有通过内容检查/)).not.toBeInTheDocument()
  })

  test('asks for consent beside the button, not behind it', async () => {
    liu.privacyConsent = null
    await preview()
    answers({
      'people.givePrivacyConsent': () => ok({}),
      'activity.draft': () => ok({ activityId: 7, seriesId: null, activityIds: [7] }),
      'activity.submit': () => ok({ status: 'submitted' }),
    })
    expect(screen.getByText(/联系人和电话，所有看活动的人都看得到/)).toBeInTheDocument()
    press('同意并提交')
    await waitFor(() => expect(asked('activity.submit')).toHaveLength(1))
    expect(asked('people.givePrivacyConsent')).toHaveLength(1)
  })

  test('of a published activity saves the change with its version, and submits nothing', async () => {
    host.params = { activityId: '7' }
    const activity = activityOf({ version: 4, allowedActions: ['edit'] })
    answers({ 'activity.detail': () => ok(activity), 'activity.edit': () => ok(activity) })
    render(<PreviewPage />)
    fireEvent.click(await screen.findByRole('button', { name: '保存修改' }))
    await waitFor(() => expect(Taro.reLaunch).toHaveBeenCalled())
    expect(asked('activity.edit')[0]).toMatchObject({ activityId: 7, version: 4, scope: 'one' })
    expect(asked('activity.submit')).toEqual([])
  })
})
