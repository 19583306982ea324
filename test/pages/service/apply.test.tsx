import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import ApplyPage from '../../../src/features/service/pages/apply/index'
import { chooseElderMode } from '../../../src/platform/elder-mode'
import { flushOutbox } from '../../../src/platform/outbox'
import { answers, asked, clientModule, liu, ok, refused } from '../activity/cloud'
import { host } from '../doubles/taro'
import { detailOf, documentOf, guideOf, itemOf } from './made'
import { endUploads, holdUploads, nextFileId } from './uploads'

jest.mock('../../../src/platform/session', () => jest.requireActual('../activity/cloud').sessionModule)
jest.mock('../../../src/platform/client', () => jest.requireActual('../activity/cloud').clientModule)
jest.mock('../../../src/platform/use-uploads', () => jest.requireActual('./uploads').uploadsModule)

const given = { age: 'over', home: 'here' }
const done = { applicationId: 7, number: '1', ownerName: '赵明', department: '民政局', answerBy: new Date() }
const { call } = clientModule
const submits = () => call.mock.calls.filter(([name]) => name === 'application.submit').map(([, input]) => input)

function cloud(outcome: Parameters<typeof guideOf>[1] = {}, more: Parameters<typeof answers>[0] = {}) {
  answers({
    'catalogue.item': () => ok(itemOf()),
    'catalogue.guide': (input) => ok(guideOf(input.answers as Record<string, string>, outcome)),
    'people.dependants': () => ok({ rows: [] }),
    'application.saveDraft': () => ok({ applicationId: 7, savedAt: new Date(), itemVersion: 2 }),
    'application.detail': () => ok(detailOf({ status: 'draft' })),
    ...more,
  })
}
async function open(outcome: Parameters<typeof guideOf>[1] = {}, more: Parameters<typeof answers>[0] = {}) {
  host.params = { code: 'MZ-01' }
  Taro.setStorageSync('llb.guide/MZ-01', JSON.stringify(given))
  cloud(outcome, more)
  const page = render(<ApplyPage />)
  await screen.findByRole('button', { name: /交上去|下一步/ })
  return page
}
const field = (name: string) => screen.getByRole('textbox', { name })
const type = (name: string, value: string) => fireEvent.change(field(name), { target: { value } })
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
async function fillIn() {
  type('老人姓名', '李奶奶')
  type('联系电话', '13800000000')
  press('拍照或选照片')
  await screen.findByText('已上传')
}

beforeEach(() => call.mockReset())
afterEach(() => {
  liu.privacyConsent = { version: '2026-11-01' }
  act(() => chooseElderMode(false))
})

describe('mistakes', () => {
  test('are said on leaving a field, with the words of the cloud’s own rules, and go with the change', async () => {
    await open()
    type('联系电话', '123')
    fireEvent.blur(field('联系电话'))
    expect(await screen.findByText(/电话不对/)).toBeInTheDocument()
    type('联系电话', '13800000000')
    expect(screen.queryByText(/电话不对/)).not.toBeInTheDocument()
  })

  test('keep a form from being handed in: nothing goes to the cloud', async () => {
    await open()
    press('交上去')
    expect(await screen.findAllByText('请填写')).toHaveLength(2)
    expect(screen.getByText(/这一样还没有传好/)).toBeInTheDocument()
    expect(submits()).toEqual([])
  })

  test('that only the cloud finds stand under their field and their document', async () => {
    await open()
    await fillIn()
    call.mockResolvedValueOnce(
      refused({
        reason: 'incomplete',
        documents: [{ key: 'card', name: '社保卡照片' }],
        fields: [{ key: 'name', title: '老人姓名', problem: '和户口上的名字不一样' }],
      }),
    )
    press('交上去')
    expect(await screen.findByText('和户口上的名字不一样')).toBeInTheDocument()
    expect(screen.getByText('还差：老人姓名、社保卡照片')).toBeInTheDocument()
    type('老人姓名', '李阿婆')
    expect(screen.queryByText('和户口上的名字不一样')).not.toBeInTheDocument()
  })

  test('of the same thing under way already lead to it', async () => {
    await open()
    await fillIn()
    call.mockResolvedValueOnce(refused({ reason: 'alreadyUnderWay', applicationId: 5, number: '99' }))
    press('交上去')
    expect(await screen.findByText('这件事已经在办了，编号 99，不用再交。')).toBeInTheDocument()
    press('看看它')
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: expect.stringContaining('applicationId=5') })
  })
})

describe('handing in', () => {
  test('sends answers, form, files and delivery in one piece, and goes on to what became of it', async () => {
    const fileId = nextFileId()
    await open({ deliveries: ['electronic', 'post'] })
    await fillIn()
    press('交上去')
    expect(await screen.findByText('请选一个')).toBeInTheDocument()
    fireEvent.click(screen.getByRole('radio', { name: '寄给您' }))
    type('寄到哪里', '柳桥弄 12 号 李奶奶收')
    call.mockResolvedValueOnce(ok(done))
    press('交上去')
    await waitFor(() => expect(Taro.redirectTo).toHaveBeenCalledWith({ url: expect.stringContaining('applied') }))
    expect(submits()).toEqual([
      expect.objectContaining({
        itemCode: 'MZ-01',
        itemVersion: 2,
        answers: given,
        form: { name: '李奶奶', phone: '13800000000' },
        documents: [{ key: 'card', fileIds: [fileId], later: false, reuse: false }],
        delivery: 'post',
        postTo: '柳桥弄 12 号 李奶奶收',
      }),
    ])
  })

  test('without what may follow later says so instead of asking for a picture', async () => {
    await open({ documents: [documentOf({ deferrable: true })] })
    type('老人姓名', '李奶奶')
    type('联系电话', '13800000000')
    fireEvent.click(screen.getByRole('switch', { name: /以后补/ }))
    call.mockResolvedValueOnce(ok(done))
    press('交上去')
    await waitFor(() => expect(submits()).toHaveLength(1))
    expect(submits()[0]).toMatchObject({ documents: [{ key: 'card', fileIds: [], later: true }] })
  })

  test('asks for consent beside the button, and gives it before anything else', async () => {
    liu.privacyConsent = null
    await open({}, { 'people.givePrivacyConsent': () => ok({}) })
    await fillIn()
    call.mockResolvedValueOnce(ok(done))
    press('同意并交上去')
    await waitFor(() => expect(submits()).toHaveLength(1))
    expect(asked('people.givePrivacyConsent')).toHaveLength(1)
  })
})

describe('without a network', () => {
  const offline = () => call.mockRejectedValueOnce(new clientModule.Unreachable('no network'))

  test('it is kept, sent once when the network is back, and leads on by itself', async () => {
    await open()
    await fillIn()
    offline()
    press('交上去')
    expect(await screen.findByText('已保存，联网后自动提交')).toBeInTheDocument()
    call.mockResolvedValueOnce(ok(done))
    await act(() => flushOutbox())
    await waitFor(() =>
      expect(Taro.redirectTo).toHaveBeenCalledWith({ url: expect.stringContaining('applicationId=7') }),
    )
    const [first, second] = submits()
    expect(submits()).toHaveLength(2)
    expect(second).toEqual(first)
  })

  test('the page may be closed meanwhile: opened again it says that it waits, and later asks for the same answer', async () => {
    const page = await open()
    await fillIn()
    offline()
    press('交上去')
    await screen.findByText('已保存，联网后自动提交')
    page.unmount()
    const again = render(<ApplyPage />)
    expect(await screen.findByText('已保存，联网后自动提交')).toBeInTheDocument()
    again.unmount()

    call.mockResolvedValueOnce(ok(done))
    await act(() => flushOutbox())
    render(<ApplyPage />)
    call.mockResolvedValueOnce(ok(done))
    fireEvent.click(await screen.findByRole('button', { name: '交上去' }))
    await waitFor(() => expect(submits()).toHaveLength(3))
    expect(new Set(submits().map((input) => input.requestId)).size).toBe(1)
  })

  test('a refusal after all brings the form back, and what is handed in then is another request', async () => {
    await open()
    await fillIn()
    offline()
    press('交上去')
    await screen.findByText('已保存，联网后自动提交')
    call.mockResolvedValueOnce(refused({ reason: 'homeUnknown' }))
    await act(() => flushOutbox())
    expect(await screen.findByText(/还不知道您住哪个社区/)).toBeInTheDocument()
    expect(field('老人姓名')).toHaveValue('李奶奶')
    call.mockResolvedValueOnce(ok(done))
    press('交上去')
    await waitFor(() => expect(submits()).toHaveLength(3))
    expect(submits()[2]?.requestId).not.toBe(submits()[0]?.requestId)
  })
})

describe('the draft', () => {
  test('lies on the phone and in the cloud, and says when', async () => {
    await open()
    expect(asked('application.saveDraft')).toEqual([])
    type('老人姓名', '李奶奶')
    expect(screen.getByText(/已存在手机上，联网后存到云上/)).toBeInTheDocument()
    expect(await screen.findByText(/已存在手机和云上/)).toBeInTheDocument()
    expect(asked('application.saveDraft')).toEqual([
      expect.objectContaining({ itemCode: 'MZ-01', form: { name: '李奶奶' }, documents: [] }),
    ])
    type('老人姓名', '李阿婆')
    await waitFor(() => expect(asked('application.saveDraft')).toHaveLength(2))
    expect(asked('application.saveDraft')[1]).toMatchObject({ applicationId: 7, form: { name: '李阿婆' } })
  })

  test('is there again after leaving, without a word typed twice', async () => {
    const page = await open()
    type('老人姓名', '李奶奶')
    page.unmount()
    render(<ApplyPage />)
    expect(await screen.findByDisplayValue('李奶奶')).toBeInTheDocument()
  })

  test('survives a reinstall: the cloud gives it back', async () => {
    await open({}, { 'application.detail': () => ok(detailOf({ status: 'draft', savedAt: new Date() })) })
    host.params = { code: 'MZ-01', applicationId: '7' }
    render(<ApplyPage />)
    expect(await screen.findByDisplayValue('13800000000')).toBeInTheDocument()
  })

  test('of what was handed in elsewhere leads to the application', async () => {
    const page = await open()
    type('老人姓名', '李奶奶')
    await screen.findByText(/已存在手机和云上/)
    page.unmount()
    cloud({}, { 'application.detail': () => ok(detailOf({ status: 'submitted' })) })
    render(<ApplyPage />)
    await waitFor(() =>
      expect(Taro.redirectTo).toHaveBeenCalledWith({ url: expect.stringMatching(/pages\/application\/.*=7/) }),
    )
  })
})

test('in the large mode there is one thing a screen, and everything once more before it goes', async () => {
  act(() => chooseElderMode(true))
  await open()
  expect(screen.getByText('第 1 步，共 4 步')).toBeInTheDocument()
  expect(screen.queryByRole('textbox', { name: '联系电话' })).not.toBeInTheDocument()
  press('下一步')
  expect(await screen.findByText('请填写')).toBeInTheDocument()
  type('老人姓名', '李奶奶')
  press('下一步')
  type('联系电话', '13800000000')
  press('下一步')
  press('拍照或选照片')
  await screen.findByText('已上传')
  press('下一步')
  expect(screen.getByText('看一遍，没问题就交上去')).toBeInTheDocument()
  expect(screen.getByText('李奶奶')).toBeInTheDocument()
  press('改：联系电话')
  expect(field('联系电话')).toHaveValue('13800000000')
})

describe('a file on its way', () => {
  const two = { documents: [documentOf(), documentOf({ key: 'home', name: '户口本照片' })] }
  async function pickAndGoOn() {
    act(() => chooseElderMode(true))
    await open(two)
    type('老人姓名', '李奶奶')
    press('下一步')
    type('联系电话', '13800000000')
    press('下一步')
    holdUploads()
    press('拍照或选照片')
    await screen.findByText(/正在上传|30%/)
    press('下一步')
  }

  test('goes on while the next question is answered, belongs to its own document, and is waited for', async () => {
    const first = nextFileId()
    await pickAndGoOn()
    expect(screen.getByText('户口本照片')).toBeVisible()
    expect(screen.getByText('社保卡照片')).not.toBeVisible()
    press('拍照或选照片')
    press('下一步')
    expect(screen.getAllByText('还在上传，传好了才能交')).toHaveLength(2)
    expect(screen.getByRole('button', { name: '还有 2 个文件在上传' })).toBeDisabled()
    act(() => endUploads('sent'))
    call.mockResolvedValueOnce(ok(done))
    fireEvent.click(await screen.findByRole('button', { name: '交上去' }))
    await waitFor(() => expect(submits()).toHaveLength(1))
    expect(submits()[0]).toMatchObject({
      documents: [
        { key: 'card', fileIds: [first] },
        { key: 'home', fileIds: [first + 1] },
      ],
    })
  })

  test('that did not get through is not forgotten: nothing is handed in, and the page shows which', async () => {
    await pickAndGoOn()
    act(() => endUploads('failed'))
    press('拍照或选照片')
    await screen.findByText('已上传')
    press('下一步')
    press('交上去')
    await waitFor(() => expect(screen.getByText('社保卡照片')).toBeVisible())
    expect(screen.getByText('有一份没传上去：再试一次，或者去掉它。')).toBeVisible()
    expect(submits()).toEqual([])
  })
})
