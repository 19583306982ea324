import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { sumUp, weeksOf } from '../../../src/features/service/case/weeks'
import ApplicationPage from '../../../src/features/service/pages/application/index'
import CorrectPage from '../../../src/features/service/pages/correct/index'
import { flushOutbox } from '../../../src/platform/outbox'
import { answers, clientModule, ok } from '../activity/cloud'
import { host } from '../doubles/taro'
import { documentInCase } from '../whole-case'
import { type Detail, detailOf } from './made'
import { nextFileId } from './uploads'

jest.mock('../../../src/platform/session', () => jest.requireActual('../activity/cloud').sessionModule)
jest.mock('../../../src/platform/client', () => jest.requireActual('../activity/cloud').clientModule)
jest.mock('../../../src/platform/use-uploads', () => jest.requireActual('./uploads').uploadsModule)

const row = (
  day: string,
  kind: 'start' | 'counted' | 'weekend' | 'holiday' | 'paused',
  nth: number | null,
  reason: string,
) => ({
  day,
  kind,
  nth,
  reason,
  published: true,
})
// 2026-10-01 … 07 国庆节; the Saturday 10-10 is worked.
const explanation = {
  limit: 2,
  startedOn: '2026-09-30',
  deadlineAt: new Date('2026-10-10T17:00:00+08:00'),
  published: true,
  rows: [
    row('2026-09-30', 'start', null, '收件'),
    ...[1, 2, 3, 4, 5, 6, 7].map((d) => row(`2026-10-0${d}`, 'holiday', null, '国庆节')),
    row('2026-10-08', 'counted', 1, '工作日'),
    row('2026-10-09', 'paused', null, '检测'),
    row('2026-10-10', 'counted', 2, '调休上班'),
  ],
}

test('every day of a deadline is counted or has its reason, in whole weeks', () => {
  const weeks = weeksOf(explanation, '2026-10-08')
  expect(weeks.map((week) => week.length)).toEqual([7, 7])
  expect(weeks[0]?.map((cell) => cell.kind)).toEqual([
    'blank',
    'blank',
    'start',
    'holiday',
    'holiday',
    'holiday',
    'holiday',
  ])
  expect(weeks.flat().find((cell) => cell.today)?.day).toBe('2026-10-08')
  expect(weeks.flat().find((cell) => cell.last)).toMatchObject({ day: '2026-10-10', nth: 2, ahead: true })
  expect(sumUp(explanation)).toEqual({
    counted: 2,
    weekends: 0,
    holidays: [{ reason: '国庆节', days: 7 }],
    pauses: [{ reason: '检测', days: 1 }],
    makeUps: ['2026-10-10'],
  })
})

async function open(changes: Partial<Detail>) {
  host.params = { applicationId: '7' }
  answers({ 'application.detail': () => ok(detailOf(changes)), 'application.withdraw': () => ok({}) })
  render(<ApplicationPage />)
  await screen.findByText('现在由民政局赵明负责')
}

test('the case says how long yet, by when, who is responsible, and why this day', async () => {
  await open({ explanation, allowedActions: ['withdraw', 'say'] })
  expect(screen.getByText('还有 2 个工作日')).toBeInTheDocument()
  expect(screen.getByText('最晚 周一(11月30日)17:00 给您结果')).toBeInTheDocument()
  expect(screen.getByText('国庆节 7 天，不算')).toBeInTheDocument()
  fireEvent.click(screen.getByRole('button', { name: '10月9日：检测，不算' }))
  expect(screen.getByRole('status')).toHaveTextContent('10月9日：检测，不算')
})

test('an overdue case names who is responsible and everybody it went up to', async () => {
  const clock = {
    light: 'late' as const,
    kind: 'decision' as const,
    deadlineAt: new Date(0),
    daysLeft: -2,
    pausedFor: null,
  }
  const many = ['吴督', '沈清', '陆平', '高远']
  await open({
    status: 'accepted',
    clock,
    escalatedTo: [
      { role: 'approver', names: ['赵明'] },
      { role: 'supervisor', names: many },
    ],
  })
  expect(screen.getByText('现在由民政局赵明负责')).toBeInTheDocument()
  expect(screen.getByText('已经报给审批人赵明，又报给监督员吴督、沈清、陆平等 4 位')).toBeInTheDocument()
})

test('withdrawing asks once and says what stays', async () => {
  await open({ allowedActions: ['withdraw', 'say'] })
  fireEvent.click(screen.getByRole('button', { name: '撤回申请' }))
  await waitFor(() => expect(Taro.showModal).toHaveBeenCalledTimes(1))
  expect((Taro.showModal as jest.Mock).mock.calls[0][0].content).toContain('填的和交的还在')
})

describe('correcting', () => {
  const { call } = clientModule
  const notice = {
    nth: 1,
    at: new Date(),
    by: '赵明',
    dueAt: new Date(Date.now() + 86_400_000),
    lines: [{ key: 'card', name: '社保卡照片', what: '卡号被挡住了', how: '放在桌上再拍一张' }],
  }
  beforeEach(() => call.mockReset())

  test('each line says what and how; all of them go at once, kept without a network and sent once', async () => {
    const fileId = nextFileId()
    host.params = { applicationId: '7' }
    const asked = detailOf({
      status: 'correctionRequested',
      notices: [notice],
      documents: [documentInCase()],
      allowedActions: ['correct'],
    })
    answers({ 'application.detail': () => ok(asked) })
    render(<CorrectPage />)
    expect(await screen.findByText(/卡号被挡住了/)).toBeInTheDocument()
    expect(screen.getByText(/放在桌上再拍一张/)).toBeInTheDocument()
    expect(screen.getByRole('button', { name: '还有 1 处没补' })).toBeDisabled()
    fireEvent.click(screen.getByRole('button', { name: '拍照或选照片' }))
    call.mockRejectedValueOnce(new clientModule.Unreachable('no network'))
    fireEvent.click(await screen.findByRole('button', { name: '补好了，交上去' }))
    expect(await screen.findByText('已保存，联网后自动提交')).toBeInTheDocument()
    call.mockResolvedValueOnce(ok({ answerBy: new Date() }))
    await act(() => flushOutbox())
    await waitFor(() => expect(Taro.redirectTo).toHaveBeenCalledTimes(1))
    const [first, second] = call.mock.calls
    expect(second).toEqual(first)
    expect(first?.[1]).toMatchObject({
      applicationId: 7,
      documents: [{ key: 'card', fileIds: [fileId], later: false, reuse: false }],
    })
  })
})
