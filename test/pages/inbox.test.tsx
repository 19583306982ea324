import Taro from '@tarojs/taro'
import { configure, fireEvent, render, screen } from '@testing-library/react'
import BoardPage from '../../src/features/desk/pages/board/index'
import InboxPage from '../../src/pages/inbox/index'
import type { NoticeFacts, NoticeKind } from '../../types/inbox'
import { answers, liu, ok } from './activity/cloud'
import { host } from './doubles/taro'

jest.mock('../../src/platform/session', () => jest.requireActual('./activity/cloud').sessionModule)
jest.mock('../../src/platform/client', () => jest.requireActual('./activity/cloud').clientModule)
// A canvas is nothing that jsdom can draw on.
jest.mock('uplot', () => ({ __esModule: true, default: class {} }))

configure({ asyncUtilTimeout: 20_000 })

const notice = (kind: NoticeKind, facts: NoticeFacts) => ({
  noticeId: 1,
  kind,
  facts,
  createdAt: new Date(),
  readAt: new Date(),
})
const aCase = { applicationId: 9, title: '小餐饮店登记' }

test.each<[NoticeKind, NoticeFacts, string]>([
  ['caseAssigned', aCase, '/features/desk/pages/case/index?applicationId=9'],
  ['caseCorrected', aCase, '/features/desk/pages/case/index?applicationId=9'],
  ['caseOverdue', aCase, '/features/desk/pages/case/index?applicationId=9'],
  ['callBackDue', aCase, '/features/desk/pages/board/index?tab=callBacks'],
  ['appealDue', aCase, '/features/desk/pages/board/index?tab=appeals'],
  ['applicationDecided', aCase, '/features/service/pages/application/index?applicationId=9'],
  ['applicationMessage', aCase, '/features/service/pages/talk/index?applicationId=9'],
  ['volunteerApplied', { title: '想当志愿者' }, '/features/matching/pages/volunteers/index'],
  ['helpToArrange', { helpRequestId: 8, title: '陪去看病' }, '/features/matching/pages/board/index?helpRequestId=8'],
  ['activitySubmitted', { activityId: 4, title: '茶话会' }, '/features/activity/pages/approvals/index?activityId=4'],
])('a notice of %s opens where it is worked on', async (kind, facts, url) => {
  answers({
    'inbox.list': () => ok({ rows: [notice(kind, facts)] }),
    'inbox.markRead': () => ok({ unreadNotices: 0 }),
  })
  render(<InboxPage />)
  fireEvent.click(await screen.findByRole('button', { name: new RegExp(String(facts.title)) }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url })
})

test('the board opens at what the notice was about', async () => {
  liu.grants = [{ role: 'supervisor', areaCode: '990101', areaName: '云溪县' }]
  host.params = { tab: 'appeals' }
  answers({ 'application.appeals': () => ok({ rows: [] }) })
  render(<BoardPage />)
  expect(await screen.findByText('没有等答复的申诉。')).toBeInTheDocument()
})
