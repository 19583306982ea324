import Taro from '@tarojs/taro'
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { hoursOf, spansOf } from '../../../src/features/branch/hubs/form'
import { hoursWords, percentOf } from '../../../src/features/branch/hubs/wording'
import BalancePage from '../../../src/features/branch/pages/balance/index'
import DeadlinesPage from '../../../src/features/branch/pages/deadlines/index'
import HouseholdsPage from '../../../src/features/branch/pages/households/index'
import HubPage from '../../../src/features/branch/pages/hub/index'
import HubEditPage from '../../../src/features/branch/pages/hub-edit/index'
import HubsPage from '../../../src/features/branch/pages/hubs/index'
import ImportPage from '../../../src/features/branch/pages/import/index'
import JoinsPage from '../../../src/features/branch/pages/joins/index'
import RegisterPage from '../../../src/features/branch/pages/register/index'
import SettingsPage from '../../../src/features/branch/pages/settings/index'
import { answers, asked, liu, ok, refused } from '../activity/cloud'
import { host } from '../doubles/taro'
import { at, hubRow, hubToEdit, now } from './made'

jest.mock('../../../src/platform/session', () => jest.requireActual('../activity/cloud').sessionModule)
jest.mock('../../../src/platform/client', () => jest.requireActual('../activity/cloud').clientModule)
jest.mock('../../../src/platform/read-file', () => ({
  chooseAndRead: async () => ({ name: '住户.csv', size: 1200, base64: 'eA==' }),
}))

const community = '990101001001'
const coverage = {
  households: 700,
  linked: 699,
  orphaned: 1,
  hubs: 60,
  overloaded: 2,
  digest: 'abcdef0123456789abcdef',
  at: now,
}
const areas = {
  rows: [{ areaCode: `${community}001`, name: '柳桥一网格', lat: 30.513, lng: 120.513 }],
}
const household = {
  householdId: 9,
  areaCode: `${community}001`,
  areaName: '柳桥一网格',
  people: 3,
  reason: 'neighbour',
  status: 'orphaned',
  hubId: null,
  hubName: null,
  since: null,
  members: 0,
  version: 6,
}
const said = (words: RegExp) =>
  waitFor(() =>
    expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: expect.stringMatching(words) })),
  )
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

beforeEach(() => {
  jest.useFakeTimers({
    now,
    doNotFake: ['setTimeout', 'setInterval', 'clearInterval', 'queueMicrotask', 'nextTick', 'setImmediate'],
  })
  liu.grants = [{ role: 'communityAdmin', areaCode: community, areaName: '柳桥社区' }]
  window.matchMedia = (() => ({
    matches: false,
    addEventListener: () => {},
    removeEventListener: () => {},
  })) as unknown as typeof window.matchMedia
})
afterEach(() => jest.useRealTimers())

describe('hubs', () => {
  it('the coverage is never rounded up to a whole, and anyone can run it again', async () => {
    answers({ 'hub.coverage': () => ok(coverage), 'hub.hubBoard': () => ok({ rows: [hubRow(2)] }) })
    render(<HubsPage />)
    expect(await screen.findByText('覆盖 99.8%')).toBeInTheDocument()
    expect(screen.getByText('1 户还没人管')).toBeInTheDocument()
    tap('这个数怎么验')
    expect(screen.getByText(`select * from hub_coverage('${community}')`)).toBeInTheDocument()
    expect(percentOf({ ...coverage, linked: 700 })).toBe('100%')
  })

  it('are told by their load: room, full, beyond it, paused', async () => {
    const rows = [
      hubRow(1, { households: 18, overloaded: true }),
      hubRow(2, { households: 15 }),
      hubRow(3),
      hubRow(4, { status: 'paused' }),
    ]
    answers({ 'hub.coverage': () => ok(coverage), 'hub.hubBoard': () => ok({ rows }) })
    render(<HubsPage />)
    for (const words of ['超 3 户', '满了', '还能收 3 户', '暂停'])
      expect(await screen.findByText(words)).toBeInTheDocument()
  })

  it('closing one shows first where its households go', async () => {
    host.params = { hubId: '2' }
    answers({
      'hub.hubBoard': () => ok({ rows: [hubRow(2)] }),
      'hub.hubToEdit': () => ok(hubToEdit(2)),
      'hub.closing': () =>
        ok({ to: [{ hubId: 3, name: '罗家中心户', households: 11, farthestMetres: 420 }], orphaned: 1, contacts: 2 }),
      'hub.closeHub': () => ok({ moved: 11, orphaned: 1 }),
    })
    render(<HubPage />)
    expect(await screen.findByText('周一、周二 18:00—21:00')).toBeInTheDocument()
    expect(await screen.findByText('吴秀英')).toBeInTheDocument()
    tap('关掉这一家')
    const sheet = within(await screen.findByRole('dialog'))
    expect(await sheet.findByText('11 户，最远走 420 米')).toBeInTheDocument()
    expect(sheet.getByText(/1 户附近没有空位/)).toBeInTheDocument()
    fireEvent.change(sheet.getByLabelText('为什么关'), { target: { value: '搬走了' } })
    fireEvent.click(sheet.getByRole('button', { name: '关掉' }))
    await said(/11 户转走，1 户还没人管/)
    expect(asked('hub.closeHub')).toEqual([{ hubId: 2, reason: '搬走了' }])
  })

  it('pausing one loses nothing else of it', async () => {
    host.params = { hubId: '2' }
    answers({
      'hub.hubBoard': () => ok({ rows: [hubRow(2)] }),
      'hub.hubToEdit': () => ok(hubToEdit(2)),
      'hub.saveHub': () => ok({ hubId: 2 }),
    })
    render(<HubPage />)
    fireEvent.click(await screen.findByRole('button', { name: '先停一停' }))
    await said(/停下了/)
    expect(asked('hub.saveHub')).toMatchObject([
      { hubId: 2, status: 'paused', hostId: 7, deputyIds: [8], branchLeadId: 9, room: null, consentOn: '2026-11-01' },
    ])
  })

  it('a new one needs a host, a place and the written consent, each said where it is', async () => {
    answers({
      'people.areas': () => ok(areas),
      'hub.hubs': () => ok({ rows: [] }),
      'volunteer.dialects': () => ok({ rows: [] }),
      'hub.partyMembers': () => ok({ rows: [{ personId: 7, name: '陈国华', areaName: '柳桥社区', hosts: null }] }),
      'hub.saveHub': () => refused({ reason: 'alreadyHost' }),
    })
    render(<HubEditPage />)
    await screen.findByRole('radiogroup', { name: '管哪里' })
    tap('存好')
    for (const problem of ['选一位户长', '选签字那天']) expect(await screen.findByText(problem)).toBeInTheDocument()
    expect(asked('hub.saveHub')).toEqual([])
    type('户长', '国华')
    fireEvent.click(await screen.findByRole('button', { name: /陈国华/ }))
    fireEvent.click(screen.getByRole('radio', { name: '柳桥一网格' }))
    expect(await screen.findByRole('group', { name: '地图上的位置' })).toBeInTheDocument()
    fireEvent.keyDown(screen.getByRole('group', { name: '地图上的位置' }), { key: 'ArrowRight' })
    expect(asked('hub.partyMembers')).toEqual([{ areaCode: community, search: '国华' }])
  })

  it('hours are the same after they were written as days that share them', () => {
    const hours = [
      { weekday: 1, fromMinute: 480, untilMinute: 690 },
      { weekday: 2, fromMinute: 480, untilMinute: 690 },
      { weekday: 3, fromMinute: 480, untilMinute: 690 },
      { weekday: 6, fromMinute: 0, untilMinute: 1440 },
    ]
    expect(hoursOf(spansOf(hours))).toEqual(hours)
    expect(hoursWords(hours)).toEqual(['周一到周三 8:00—11:30', '周六 0:00—24:00'])
  })
})

describe('households', () => {
  it('one without a hub is given to one by hand, with the version that was seen', async () => {
    answers({
      'hub.households': () => ok({ rows: [household], orphaned: 1 }),
      'hub.hubs': () =>
        ok({ rows: [{ hubId: 5, name: '罗家中心户', areaName: '柳桥', place: '菜场', lat: 1, lng: 1 }] }),
      'hub.linkHousehold': () => ok({ householdId: 9, hubId: 5, hubName: '罗家中心户' }),
    })
    render(<HouseholdsPage />)
    await screen.findByRole('heading', { name: '1 户还没人管' })
    fireEvent.click(screen.getByRole('link', { name: /柳桥一网格 · 3 口人/ }))
    const sheet = within(await screen.findByRole('dialog'))
    fireEvent.click(sheet.getByRole('radio', { name: '换中心户' }))
    fireEvent.click(await sheet.findByRole('button', { name: /^罗家中心户/ }))
    fireEvent.change(sheet.getByLabelText('为什么换'), { target: { value: '亲戚' } })
    fireEvent.click(sheet.getByRole('button', { name: '换过去' }))
    await said(/换到罗家中心户了/)
    expect(asked('hub.linkHousehold')).toEqual([{ householdId: 9, version: 6, hubId: 5, why: '亲戚' }])
  })

  it('a grid worker registers one after the other; a number that is none is said on leaving it', async () => {
    liu.grants = [{ role: 'gridWorker', areaCode: `${community}001`, areaName: '柳桥一网格' }]
    answers({
      'people.areas': () => ok({ rows: [] }),
      'hub.registerHousehold': () => ok({ householdId: 3, hubId: 2, hubName: '陈家中心户' }),
    })
    render(<RegisterPage />)
    await screen.findByRole('radio', { name: '柳桥一网格' })
    type('电话', '123')
    fireEvent.blur(screen.getByLabelText('电话'))
    expect(await screen.findByText('电话不对')).toBeInTheDocument()
    type('电话', '13722220009')
    type('门牌', '3 幢 502 室')
    fireEvent.click(screen.getByRole('radio', { name: '亲属' }))
    // The draft keeps what is nobody's secret.
    expect(JSON.stringify(Taro.getStorageSync('llb.draft/branch/register'))).toMatch(/relative/)
    expect(JSON.stringify(Taro.getStorageSync('llb.draft/branch/register'))).not.toMatch(/502|1372222/)
    tap('登记')
    expect(await screen.findByText('归陈家中心户管')).toBeInTheDocument()
    expect(asked('hub.registerHousehold')).toEqual([
      { areaCode: `${community}001`, door: '3 幢 502 室', people: 2, reason: 'relative', phone: '13722220009' },
    ])
    tap('再登记一户')
    expect(screen.getByLabelText('门牌')).toHaveValue('')
  })

  it('a table with mistakes is taken in not at all, and each mistake has its line', async () => {
    answers({
      'hub.importHouseholds': () =>
        refused({ reason: 'problems', rows: [{ line: 3, path: '人数', problem: '不是数字' }], more: 4 }),
    })
    render(<ImportPage />)
    tap('选文件')
    await screen.findByText('住户.csv（1 KB）')
    tap('开始导入')
    expect(await screen.findByText('有 5 处不对，一户都没有导入')).toBeInTheDocument()
    expect(screen.getByText('第 3 行')).toBeInTheDocument()
  })

  it('whoever wants to join is looked at for a reason, and is not let into a household nobody registered', async () => {
    const asking = { joinRequestId: 4, nickname: '赵明', areaCode: community, areaName: '柳桥社区' }
    answers({
      'hub.joinRequests': () => ok({ rows: [{ ...asking, askedAt: at('24T10:00') }] }),
      'hub.joinRequest': () => ok({ ...asking, door: '9 幢 101 室', householdId: null }),
      'hub.decideJoin': () => ok({}),
    })
    render(<JoinsPage />)
    fireEvent.click(await screen.findByRole('link', { name: /赵明/ }))
    const sheet = within(await screen.findByRole('dialog'))
    expect(asked('hub.joinRequest')).toEqual([])
    fireEvent.click(sheet.getByRole('button', { name: '看说的是哪儿' }))
    expect(await sheet.findByText('柳桥社区 9 幢 101 室')).toBeInTheDocument()
    expect(sheet.queryByRole('button', { name: '住在这里，加入这一户' })).not.toBeInTheDocument()
    fireEvent.click(sheet.getByRole('button', { name: '不是这里的' }))
    fireEvent.change(sheet.getByLabelText('为什么不能加入'), { target: { value: '没有 9 幢' } })
    fireEvent.click(sheet.getByRole('button', { name: '回复' }))
    await said(/回复了/)
    expect(asked('hub.decideJoin')).toEqual([{ joinRequestId: 4, approve: false, reason: '没有 9 幢' }])
  })
})

describe('what the community looks after', () => {
  it('a proposal is carried out only as it was shown', async () => {
    const move = {
      householdId: 9,
      areaName: '柳桥一网格',
      fromHubId: null,
      fromName: null,
      toHubId: 5,
      toName: '罗家中心户',
    }
    answers({
      'hub.proposal': () =>
        ok({ moves: [{ ...move, metres: 240 }], orphanedAfter: 0, overloadedAfter: 0, fingerprint: 'f00' }),
      'hub.applyProposal': () => refused({ reason: 'changedMeanwhile' }),
    })
    render(<BalancePage />)
    expect(await screen.findByText('动 1 户就够')).toBeInTheDocument()
    expect(screen.getByText('没人管的 → 罗家中心户，1 户')).toBeInTheDocument()
    expect(screen.getByText('柳桥一网格 第 9 号，走路 240 米')).toBeInTheDocument()
    tap('就这样动 1 户')
    await said(/刚刚有人动过了/)
    expect(asked('hub.applyProposal')).toEqual([{ areaCode: community, fingerprint: 'f00' }])
    await waitFor(() => expect(asked('hub.proposal')).toHaveLength(2))
  })

  it('a proposal that leaves households without a hub does not say it is enough', async () => {
    const move = {
      householdId: 9,
      areaName: '柳桥一网格',
      fromHubId: 2,
      fromName: '陈家中心户',
      toHubId: 5,
      toName: '罗家中心户',
    }
    answers({
      'hub.proposal': () =>
        ok({ moves: [{ ...move, metres: 0 }], orphanedAfter: 5, overloadedAfter: 0, fingerprint: 'f00' }),
    })
    render(<BalancePage />)
    expect(await screen.findByText('能动 1 户，还不够')).toBeInTheDocument()
    expect(screen.getByText('还有 5 户没人管')).toBeInTheDocument()
    expect(screen.getByText('柳桥一网格 第 9 号，就在旁边')).toBeInTheDocument()
  })

  it('deadlines say that none is overdue, where only those are wished', async () => {
    const row = {
      contactId: 1,
      kind: 'difficulty',
      status: 'asked',
      hubId: 2,
      hubName: '陈家中心户',
      areaName: '柳桥一网格',
      askedAt: at('24T10:00'),
      dueAt: at('25T10:00'),
      level: 0,
      version: 3,
      overdue: false,
      mine: false,
    }
    answers({ 'hub.contactBoard': () => ok({ rows: [row], overdue: 0 }) })
    render(<DeadlinesPage />)
    await screen.findByText('在户长那里')
    fireEvent.click(screen.getByRole('tab', { name: '逾期的' }))
    expect(screen.getByText('没有逾期的。')).toBeInTheDocument()
    expect(screen.queryByText('就这些了')).not.toBeInTheDocument()
  })

  it('deadlines say how late and where, and one is taken over after a question', async () => {
    const row = {
      contactId: 1,
      kind: 'difficulty',
      status: 'asked',
      hubId: 2,
      hubName: '陈家中心户',
      areaName: '柳桥社区',
      askedAt: at('23T10:00'),
      dueAt: at('24T10:00'),
      level: 1,
      version: 3,
      overdue: true,
      mine: false,
    }
    answers({
      'hub.contactBoard': () => ok({ rows: [row, { ...row, contactId: 7, mine: true }], overdue: 2 }),
      'hub.takeOverContact': () => ok({}),
    })
    render(<DeadlinesPage />)
    expect(await screen.findByText('2 件逾期')).toBeInTheDocument()
    expect(screen.getAllByText('逾期 4 小时')).toHaveLength(2)
    expect(screen.getAllByText('在代理人那里')).toHaveLength(2)
    // What is mine already is only opened.
    tap('去回话')
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/features/branch/pages/contact/index?contactId=7' })
    expect(asked('hub.takeOverContact')).toEqual([])
    tap('我来回')
    await waitFor(() =>
      expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/features/branch/pages/contact/index?contactId=1' }),
    )
    expect(asked('hub.takeOverContact')).toEqual([{ contactId: 1, version: 3 }])
  })

  it('numbers of the county are checked on leaving them; who may not change them reads them', async () => {
    const numbers = {
      mostHouseholds: 15,
      reachMetres: 5000,
      invitationDays: 14,
      firstAnswerHours: 24,
      nextAnswerHours: 24,
      answerDays: 7,
      confirmDays: 7,
    }
    answers({ 'hub.hubSettings': () => ok({ ...numbers, mayChange: true }), 'hub.saveHubSettings': () => ok({}) })
    const { unmount } = render(<SettingsPage />)
    const field = await screen.findByLabelText('几小时内第一次回话')
    fireEvent.change(field, { target: { value: '0' } })
    fireEvent.blur(field)
    expect(await screen.findByText('填 1 到 168')).toBeInTheDocument()
    fireEvent.change(field, { target: { value: '12' } })
    tap('存好')
    await said(/存好了/)
    expect(asked('hub.saveHubSettings')).toEqual([{ ...numbers, firstAnswerHours: 12 }])
    unmount()
    answers({ 'hub.hubSettings': () => ok({ ...numbers, mayChange: false }) })
    render(<SettingsPage />)
    expect(await screen.findByLabelText('几小时内第一次回话')).toBeDisabled()
    expect(screen.queryByRole('button', { name: '存好' })).not.toBeInTheDocument()
  })
})
