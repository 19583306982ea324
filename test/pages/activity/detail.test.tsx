import Taro from '@tarojs/taro'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import DetailPage from '../../../src/features/activity/pages/detail/index'
import SignUpPage from '../../../src/features/activity/pages/sign-up/index'
import { readAnswers } from '../../../src/features/activity/sign-up/answers'
import type { ActivityDetail } from '../../../types/activity'
import { host } from '../doubles/taro'
import { activityOf, answers, asked, clientModule, ok, refused } from './cloud'

jest.mock('../../../src/platform/session', () => jest.requireActual('./cloud').sessionModule)
jest.mock('../../../src/platform/client', () => jest.requireActual('./cloud').clientModule)

async function open(changes: Partial<ActivityDetail>, params: Record<string, string> = {}) {
  host.params = { activityId: '7', ...params }
  answers({ 'activity.detail': () => ok(activityOf(changes)), 'activity.submit': () => ok({ status: 'submitted' }) })
  render(<DetailPage />)
  await screen.findByText('冬日茶话会')
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const opened = () => (Taro.navigateTo as jest.Mock).mock.calls.map(([{ url }]) => url as string)

describe('the one thing that is next', () => {
  test.each<[string, Partial<ActivityDetail>, RegExp]>([
    ['我要报名', { allowedActions: ['signUp'] }, /sign-up/],
    ['排队候补', { allowedActions: ['signUp'], taken: 30 }, /sign-up/],
    ['去审批', { status: 'submitted', allowedActions: ['approve'] }, /approvals/],
    ['去评价', { status: 'ended', allowedActions: ['rate'] }, /rate/],
    ['看评价', { status: 'ended' }, /ratings/],
  ])('%s', async (name, changes, page) => {
    await open(changes)
    press(name)
    expect(opened()[0]).toMatch(page)
  })

  test('a draft is handed in where it is read', async () => {
    await open({ status: 'draft', allowedActions: ['edit', 'submit'] })
    press('提交审批')
    await waitFor(() => expect(asked('activity.submit')).toEqual([{ activityId: 7 }]))
    await waitFor(() => expect(asked('activity.detail').length).toBeGreaterThan(1))
  })

  test.each<[string, Partial<ActivityDetail>]>([
    ['活动取消了', { status: 'cancelled' }],
    ['报名已截止', {}],
    ['交上去了，等社区审批', { status: 'submitted' }],
  ])('a closed door says why: %s', async (why, changes) => {
    await open(changes)
    expect(screen.getByRole('button', { name: why })).toBeDisabled()
  })
})

describe('by invitation', () => {
  const invited: Partial<ActivityDetail> = { join: 'invited', allowedActions: ['signUp'] }

  test('the link carries the code to the form, and the page passes it on to nobody', async () => {
    await open(invited, { invite: 'ABC234' })
    expect(screen.getByText(/您收到了主办方的邀请/)).toBeInTheDocument()
    press('我要报名')
    expect(opened()[0]).toMatch(/invite=ABC234/)
    expect(JSON.stringify(host.share())).not.toContain('ABC234')
  })

  test('without one it says whom to ask', async () => {
    await open(invited)
    expect(screen.getByText(/没有邀请的话，问问联系人/)).toBeInTheDocument()
  })

  test('the form sends the code of the link, and asks for another only when that one has ended', async () => {
    host.params = { activityId: '7', invite: 'OLD234' }
    answers({ 'activity.detail': () => ok(activityOf(invited)), 'people.dependants': () => ok({ rows: [] }) })
    clientModule.call.mockResolvedValueOnce(refused({ reason: 'notEligible', why: 'invited' }))
    render(<SignUpPage />)
    await screen.findByText('您收到了主办方的邀请')
    expect(screen.queryByRole('textbox', { name: '邀请码' })).not.toBeInTheDocument()
    press('报名')
    const field = await screen.findByRole('textbox', { name: '邀请码' })
    fireEvent.change(field, { target: { value: 'new234' } })
    clientModule.call.mockResolvedValueOnce(ok({ signUpId: 5, status: 'confirmed', position: null }))
    press('报名')
    await waitFor(() => expect(Taro.redirectTo).toHaveBeenCalled())
    expect(clientModule.call.mock.calls.map(([, input]) => input.inviteCode)).toEqual(['OLD234', 'NEW234'])
  })
})

test('answers travel as what was asked for, and what was left empty does not travel', () => {
  const question = { label: '问', required: false }
  const questions = [
    { ...question, type: 'number' as const, key: 'q1' },
    { ...question, type: 'text' as const, key: 'q2' },
    { ...question, type: 'number' as const, key: 'q3' },
    { ...question, type: 'text' as const, key: 'q4' },
  ]
  expect(readAnswers(questions, { q1: ' 3 ', q2: '12', q3: '三', q4: ' ' })).toEqual({ q1: 3, q2: '12', q3: '三' })
})
