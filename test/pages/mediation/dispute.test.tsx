import Taro from '@tarojs/taro'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { DisputeView } from '../../../src/features/mediation/dispute-view'
import InvitationPage from '../../../src/features/mediation/pages/invitation/index'
import type { MediationDetail } from '../../../types/volunteer'
import { answers, ok, refused, asked as sent } from '../activity/cloud'

jest.mock('../../../src/platform/session', () => jest.requireActual('../activity/cloud').sessionModule)
jest.mock('../../../src/platform/client', () => jest.requireActual('../activity/cloud').clientModule)

const at = new Date('2026-12-01T09:30:00+08:00')
const span = { from: at, until: new Date(at.getTime() + 7_200_000) }
const both: MediationDetail['sides'] = [
  { side: 'requester', name: '李奶奶', agreedAt: at, withdrawnAt: null },
  { side: 'other', name: '赵师傅', agreedAt: at, withdrawnAt: null },
]
const dispute = (more: Partial<MediationDetail> = {}): MediationDetail => ({
  helpRequestId: 7,
  myPart: 'requester',
  status: 'open',
  areaName: '柳桥社区',
  place: null,
  windows: [span],
  span: null,
  minutes: 90,
  sides: both.slice(0, 1),
  invitation: null,
  invitationsLeft: 5,
  declined: false,
  asked: 0,
  answerBy: null,
  mediators: [],
  records: [],
  settled: false,
  ownerName: '刘敏',
  helpPhone: '0573-5550101',
  allowedActions: ['invite', 'withdraw'],
  ...more,
})
const put = jest.fn()
const show = (more: Partial<MediationDetail> = {}) =>
  render(<DisputeView d={dispute(more)} put={put} again={async () => {}} />)
const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

beforeEach(() => {
  put.mockReset()
})

test('110 is one tap away on every page of a dispute, whoever looks and however it stands', () => {
  for (const more of [
    {},
    { myPart: 'other' as const, sides: both },
    { status: 'cancelled' as const, allowedActions: [] },
  ]) {
    const { unmount } = show(more)
    tap('打 110')
    expect(Taro.makePhoneCall).toHaveBeenLastCalledWith({ phoneNumber: '110' })
    unmount()
  }
})

test('the requester says where they talk, and hands a code over himself', async () => {
  show()
  expect(screen.getByText('先请对方点头')).toBeVisible()
  fireEvent.change(screen.getByLabelText('在哪里谈'), { target: { value: '社区调解室' } })
  const after = dispute({ invitation: { code: 'ABCD2345EFGH', expiresAt: at } })
  answers({ 'volunteer.openMediation': () => ok(after) })
  tap('生成邀请码')
  await waitFor(() => expect(put).toHaveBeenCalledWith(after))
  expect(sent('volunteer.openMediation')).toEqual([{ helpRequestId: 7, place: '社区调解室' }])
  show({ invitation: { code: 'ABCD2345EFGH', expiresAt: at } })
  expect(screen.getByText('ABCD-2345-EFGH')).toBeVisible()
})

test('the record is read by both and confirmed by the one who looks, after the consequence is said', async () => {
  const record = {
    version: 2,
    words: '十点以后不挪家具',
    writtenAt: at,
    writtenByName: '陈国华',
    confirmations: [{ side: 'other' as const, at }],
  }
  show({ status: 'inService', sides: both, records: [record], allowedActions: ['confirmRecord', 'withdraw'] })
  expect(screen.getByText('十点以后不挪家具')).toBeVisible()
  expect(screen.getByText('赵师傅已确认')).toBeVisible()
  expect(screen.getByText('等李奶奶确认')).toBeVisible()
  expect(screen.getByText(/第三十一条/)).toBeVisible()
  jest.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: true, cancel: false, errMsg: '' })
  answers({ 'volunteer.confirmRecord': () => ok(dispute({ settled: true })) })
  tap('是这样，我确认')
  await waitFor(() => expect(sent('volunteer.confirmRecord')).toEqual([{ helpRequestId: 7, version: 2 }]))
})

test('whoever mediates writes what was agreed, from the version he saw', async () => {
  show({ myPart: 'mediator', status: 'inService', sides: both, allowedActions: ['writeRecord'] })
  fireEvent.change(screen.getByLabelText('谈成的话'), { target: { value: '一、晚上十点以后不挪家具。' } })
  answers({ 'volunteer.saveMediationRecord': () => ok(dispute()) })
  tap('发给双方确认')
  await waitFor(() =>
    expect(sent('volunteer.saveMediationRecord')).toEqual([
      { helpRequestId: 7, words: '一、晚上十点以后不挪家具。', after: 0 },
    ]),
  )
})

test('the other side types the code, sees who asks, and agrees', async () => {
  answers({ 'volunteer.invitation': () => refused({ reason: 'noSuchInvitation' }) })
  render(<InvitationPage />)
  fireEvent.change(screen.getByLabelText('邀请码'), { target: { value: 'abcd-2345' } })
  tap('看看是谁请的')
  expect(await screen.findByText(/过期了或已经用过/)).toBeVisible()
  const shown = {
    requesterName: '李奶奶',
    areaName: '柳桥社区',
    place: '社区调解室',
    windows: [span],
    minutes: 90,
    expiresAt: at,
    helpPhone: null,
  }
  answers({
    'volunteer.invitation': () => ok(shown),
    'volunteer.agreeToMediation': () => ok(dispute({ myPart: 'other' })),
  })
  tap('看看是谁请的')
  expect(await screen.findByText(/李奶奶 想请人帮忙/)).toBeVisible()
  tap('我愿意谈')
  await waitFor(() =>
    expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/features/mediation/pages/dispute/index?helpRequestId=7' }),
  )
})
