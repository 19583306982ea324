import Taro from '@tarojs/taro'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { promiseLight } from '../../../src/features/branch/diary/wording'
import PostEditPage from '../../../src/features/branch/pages/post-edit/index'
import PostsPage from '../../../src/features/branch/pages/posts/index'
import PromisesPage from '../../../src/features/branch/pages/promises/index'
import VisitPage from '../../../src/features/branch/pages/visit/index'
import VisitsPage from '../../../src/features/branch/pages/visits/index'
import WriteVisitPage from '../../../src/features/branch/pages/write-visit/index'
import type { Household, PostRow, Promised, Visit } from '../../../src/features/branch/shapes'
import { answers, asked, clientModule, liu, ok, refused } from '../activity/cloud'
import { host } from '../doubles/taro'
import { at, now } from './made'

jest.mock('../../../src/platform/session', () => jest.requireActual('../activity/cloud').sessionModule)
jest.mock('../../../src/platform/client', () => jest.requireActual('../activity/cloud').clientModule)

const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })

beforeEach(() => {
  jest.useFakeTimers({
    now,
    doNotFake: ['setTimeout', 'setInterval', 'clearInterval', 'queueMicrotask', 'nextTick', 'setImmediate'],
  })
  host.params = {}
  liu.grants = []
})
afterEach(() => jest.useRealTimers())

const home = (householdId: number, more: Partial<Household> = {}): Household => ({
  householdId,
  areaCode: '990101001001001',
  areaName: '柳桥第一网格',
  people: householdId,
  reason: 'neighbour',
  status: 'linked',
  hubId: 2,
  hubName: '陈家中心户',
  since: at('01T10:00'),
  members: 1,
  version: 1,
  ...more,
})
const promiseOf = (promiseId: number, more: Partial<Promised> = {}): Promised => ({
  promiseId,
  words: '换楼道的灯',
  dueOn: '2026-11-26',
  status: 'open',
  keptOn: null,
  late: false,
  outcome: '',
  visitId: 5,
  hubId: 2,
  hubName: '陈家中心户',
  householdId: 3,
  areaName: '柳桥第一网格',
  ownerName: '陈国华',
  mine: true,
  mayKeep: true,
  ...more,
})
const visitOf = (more: Partial<Visit> = {}): Visit => ({
  visitId: 5,
  hubId: 2,
  hubName: '陈家中心户',
  visitedOn: '2026-11-20',
  visitorName: '陈国华',
  households: 1,
  promises: 1,
  broken: 0,
  open: 1,
  heard: '老人膝盖疼',
  files: [],
  homes: [{ householdId: 3, areaName: '柳桥第一网格', people: 3, reason: 'difficulty' }],
  promiseRows: [promiseOf(1)],
  contactId: null,
  version: 1,
  mayCorrect: true,
  ...more,
})
const myHubs = (...parts: ('host' | 'branchLead')[]) =>
  ok({ hubs: parts.map((part, n) => ({ hubId: n + 1, part, deputies: [] })), absences: [] })

test.each([
  [{ status: 'open', dueOn: '2026-11-27' }, 'go', '还有 3 天'],
  [{ status: 'open', dueOn: '2026-11-25' }, 'soon', '明天前'],
  [{ status: 'open', dueOn: '2026-11-24' }, 'soon', '今天要办'],
  [{ status: 'broken', dueOn: '2026-11-20' }, 'late', '过了 4 天'],
  [{ status: 'kept', keptOn: '2026-11-20' }, 'go', '周五(11月20日)办好'],
  [{ status: 'kept', keptOn: '2026-11-20', late: true }, 'idle', '周五(11月20日)办好，晚了'],
] as const)('the clock of a promise says the fact: %#', (more, kind, words) => {
  expect(promiseLight(promiseOf(1, more), now)).toEqual({ kind, words })
})

test('a visit is written with its households, what was heard and a promise with its day', async () => {
  answers({ 'hub.myHouseholds': () => ok({ rows: [home(3), home(4)] }) })
  clientModule.call.mockResolvedValueOnce(ok({ visitId: 9 }))
  render(<WriteVisitPage />)
  fireEvent.click(await screen.findByRole('checkbox', { name: /3 口人 · 邻居/ }))
  type(/听到了什么/, '楼道灯不亮')
  tap('加一件')
  type(/答应的事/, '换灯')
  tap('写好了')
  await waitFor(() => expect(Taro.redirectTo).toHaveBeenCalledWith({ url: expect.stringContaining('visitId=9') }))
  expect(clientModule.call.mock.calls).toEqual([
    [
      'hub.writeVisit',
      expect.objectContaining({
        visitedOn: '2026-11-24',
        householdIds: [3],
        heard: '楼道灯不亮',
        promises: [{ householdId: 3, words: '换灯', dueOn: '2026-12-01' }],
      }),
    ],
  ])
})

test('a promise to one of several households has to say to which', async () => {
  answers({ 'hub.myHouseholds': () => ok({ rows: [home(3), home(4)] }) })
  render(<WriteVisitPage />)
  for (const box of await screen.findAllByRole('checkbox')) fireEvent.click(box)
  type(/听到了什么/, '都好')
  tap('加一件')
  type(/答应的事/, '换灯')
  tap('写好了')
  expect(await screen.findByText('选哪一户')).toBeInTheDocument()
  expect(clientModule.call).not.toHaveBeenCalled()
})

test('the diary lists visits with how their promises stand, and opens one', async () => {
  answers({ 'hub.visits': () => ok({ rows: [visitOf({ broken: 1 })] }) })
  render(<VisitsPage />)
  expect(await screen.findByText('1 件过了日子')).toBeInTheDocument()
  fireEvent.click(screen.getByText('周五(11月20日)'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/features/branch/pages/visit/index?visitId=5' })
})

test('a visit shows what was heard; whoever wrote it puts it right', async () => {
  host.params = { visitId: '5' }
  answers({ 'hub.visit': () => ok(visitOf()), 'hub.correctVisit': () => ok({}) })
  render(<VisitPage />)
  expect(await screen.findByText('老人膝盖疼')).toBeInTheDocument()
  fireEvent.click(screen.getByText('改一改'))
  type(/听到的/, '是右边的膝盖')
  tap('保存')
  await waitFor(() => expect(asked('hub.correctVisit')).toEqual([{ visitId: 5, version: 1, heard: '是右边的膝盖' }]))
})

test('a promise is said done with how, and somebody who was quicker is told of', async () => {
  answers({
    'hub.myHubs': () => myHubs('host'),
    'hub.promises': () => ok({ rows: [promiseOf(1)], broken: 0, open: 1 }),
    'hub.keepPromise': () => refused({ reason: 'alreadyKept' }),
  })
  render(<PromisesPage />)
  expect(await screen.findByRole('heading', { name: '还有 1 件要办' })).toBeInTheDocument()
  fireEvent.click(screen.getByText('换楼道的灯'))
  type(/怎么办的/, '换了感应灯')
  tap('办好了')
  await waitFor(() => expect(asked('hub.keepPromise')).toEqual([{ promiseId: 1, outcome: '换了感应灯' }]))
  await waitFor(() => expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: '这件已经办好了' })))
})

test('what is past its day is shown first', async () => {
  answers({
    'hub.myHubs': () => myHubs('host'),
    'hub.promises': ({ status }) =>
      ok({
        rows: [
          status === 'broken'
            ? promiseOf(1, { status: 'broken', words: '换楼道的灯' })
            : promiseOf(2, { words: '送药' }),
        ],
        broken: 1,
        open: 1,
      }),
  })
  render(<PromisesPage />)
  expect(await screen.findByText('换楼道的灯')).toBeInTheDocument()
  expect(screen.getByRole('tab', { name: '过了日子' })).toHaveAttribute('aria-selected', 'true')
  fireEvent.click(screen.getByRole('tab', { name: '还没到日子' }))
  expect(await screen.findByText('送药')).toBeInTheDocument()
})

test('who only leads a branch sees what its hubs did not keep, and has nothing to tick', async () => {
  host.params = { status: 'broken' }
  answers({
    'hub.myHubs': () => myHubs('branchLead'),
    'hub.promises': ({ side }) =>
      ok({
        rows: side === 'branch' ? [promiseOf(1, { status: 'broken', dueOn: '2026-11-20', mayKeep: false })] : [],
        broken: 1,
        open: 0,
      }),
  })
  render(<PromisesPage />)
  fireEvent.click(await screen.findByText('换楼道的灯'))
  expect(screen.getAllByText('过了 4 天').length).toBeGreaterThan(0)
  expect(screen.queryByRole('button', { name: '办好了' })).not.toBeInTheDocument()
})

const post: PostRow = {
  postId: 7,
  kind: 'vanguard',
  name: '广场先锋岗',
  areaCode: '990101001001',
  areaName: '柳桥社区',
  place: '广场岗亭',
  duties: '早晚疏导',
  contactWay: '到岗亭',
  hubId: null,
  hubName: null,
  holderId: 11,
  holderName: '吴守岗',
  consentOn: '2026-11-01',
  version: 2,
}

test('the community sees who holds a post and changes it as it was seen', async () => {
  liu.grants = [{ role: 'communityAdmin', areaCode: '990101001001', areaName: '柳桥社区' }]
  answers({
    'hub.postBoard': () => ok({ rows: [post] }),
    'hub.savePost': () => ok({ postId: 7 }),
    'hub.hubs': () => ok({ rows: [] }),
    'people.areas': () => ok({ rows: [] }),
  })
  const { unmount } = render(<PostsPage />)
  expect(await screen.findByText(/吴守岗负责/)).toBeInTheDocument()
  unmount()
  host.params = { postId: '7' }
  render(<PostEditPage />)
  await screen.findByDisplayValue('广场先锋岗')
  type(/怎么找/, '打 13800138000')
  tap('存好')
  expect(await screen.findByText('请不要写个人手机号')).toBeInTheDocument()
  type(/怎么找/, '到岗亭找值班的人')
  tap('存好')
  await waitFor(() =>
    expect(asked('hub.savePost')).toEqual([
      expect.objectContaining({ postId: 7, version: 2, holderId: 11, contactWay: '到岗亭找值班的人' }),
    ]),
  )
})
