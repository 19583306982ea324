import Taro from '@tarojs/taro'
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import AbsencePage from '../../../src/features/branch/pages/absence/index'
import ContactPage from '../../../src/features/branch/pages/contact/index'
import InboxPage from '../../../src/features/branch/pages/inbox/index'
import MinePage from '../../../src/features/branch/pages/mine/index'
import { answers, asked, liu, ok, refused } from '../activity/cloud'
import { host } from '../doubles/taro'
import { at, contactOf, inboxRow, now } from './made'

jest.mock('../../../src/platform/session', () => jest.requireActual('../activity/cloud').sessionModule)
jest.mock('../../../src/platform/client', () => jest.requireActual('../activity/cloud').clientModule)

const wide = (yes: boolean) => {
  window.matchMedia = ((query: string) => ({
    matches: yes && query.includes('1024'),
    addEventListener: () => {},
    removeEventListener: () => {},
  })) as unknown as typeof window.matchMedia
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
  liu.grants = []
  Element.prototype.scrollIntoView = jest.fn()
  wide(false)
})
afterEach(() => jest.useRealTimers())

describe('what residents asked', () => {
  const rows = [
    inboxRow(1, { dueAt: at('24T11:20'), overdue: true }),
    inboxRow(2, { dueAt: at('24T19:00'), kind: 'dispute', personName: null, anonymous: true, words: '楼上半夜拖椅子' }),
    inboxRow(3, { dueAt: at('24T22:00') }),
    inboxRow(4, { dueAt: at('23T10:00'), mine: false, level: 2, overdue: true }),
    inboxRow(5, { status: 'answered', dueAt: null }),
  ]

  it('has a clock in words for each, what I owe first, and no name of whoever wished none', async () => {
    const [a, b, c, d, e] = rows
    answers({ 'hub.hubInbox': () => ok({ rows: [d, a, b, c, e] }) })
    render(<InboxPage />)
    await screen.findByRole('heading', { name: '3 件等您回话' })
    for (const clock of ['逾期 3 小时', '还有 4 小时', '今天 22:00 前', '逾期 28 小时', '回话了，等居民说'])
      expect(screen.getByText(clock)).toBeInTheDocument()
    const places = screen.getAllByRole('link').map(({ textContent }) => textContent)
    const of = (words: string) => places.findIndex((text) => text?.includes(words))
    expect(of('逾期 3 小时')).toBeLessThan(of('在党支部那里'))
    expect(of('今天 22:00 前')).toBeLessThan(of('在党支部那里'))
    expect(of('在党支部那里')).toBeLessThan(of('回话了，等居民说'))
    expect(screen.getByText('在党支部那里')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: /还有 4 小时.*邻里纠纷.*楼上半夜拖椅子.*不想说是谁/ })).toBeInTheDocument()
    fireEvent.click(screen.getByRole('link', { name: /邻里纠纷/ }))
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/features/branch/pages/contact/index?contactId=2' })
  })

  it('keeps what is over in a tab of its own', async () => {
    answers({
      'hub.hubInbox': ({ ended }) => ok({ rows: ended ? [inboxRow(6, { status: 'rated', dueAt: null })] : [] }),
    })
    render(<InboxPage />)
    await screen.findByText('没有人等您回话。居民来问了，这里会亮灯。')
    fireEvent.click(screen.getByRole('tab', { name: '办完的' }))
    await screen.findByText('评过了')
    expect(asked('hub.hubInbox').at(-1)).toEqual({ ended: true })
  })

  it('opens beside the list on a wide screen, and the next one with j', async () => {
    wide(true)
    answers({
      'hub.hubInbox': () => ok({ rows }),
      'hub.contact': ({ contactId }) => ok(contactOf(contactId as number)),
    })
    render(<InboxPage />)
    await screen.findByRole('heading', { name: '李奶奶' })
    fireEvent.keyDown(document.body, { key: 'j' })
    await waitFor(() => expect(asked('hub.contact').at(-1)).toEqual({ contactId: 2 }))
  })
})

describe('one contact', () => {
  async function openContact(more: Parameters<typeof answers>[0] = {}, contact = contactOf(1)) {
    host.params = { contactId: '1' }
    answers({ 'hub.contact': () => ok(contact), ...more })
    render(<ContactPage />)
    await screen.findByRole('radiogroup', { name: '要做什么' })
  }

  it('is answered in words that the contract takes, with the version that was seen', async () => {
    await openContact({ 'hub.answerContact': () => ok({}) })
    tap('回给居民')
    expect(asked('hub.answerContact')).toEqual([])
    type('回给居民的话', '能报七成，带医保卡去')
    tap('回给居民')
    await said(/回了，等居民说办得怎么样/)
    expect(asked('hub.answerContact')).toEqual([
      { contactId: 1, version: 4, words: '能报七成，带医保卡去', fileIds: [] },
    ])
  })

  it('keeps what was written when somebody else was quicker', async () => {
    await openContact({ 'hub.answerContact': () => refused({ reason: 'changedMeanwhile' }) })
    type('回给居民的话', '我去看看')
    tap('回给居民')
    await said(/刚刚有人动过了/)
    expect(screen.getByLabelText('回给居民的话')).toHaveValue('我去看看')
    expect(asked('hub.contact').length).toBeGreaterThan(1)
  })

  it('goes a step on with or without words', async () => {
    await openContact({ 'hub.stepContact': () => ok({}) })
    fireEvent.click(screen.getByRole('radio', { name: '记一步' }))
    fireEvent.click(screen.getByRole('radio', { name: '商量过了' }))
    tap('记下这一步')
    await said(/记下了/)
    expect(asked('hub.stepContact')).toEqual([{ contactId: 1, version: 4, step: 'discuss', words: '' }])
  })

  it('is handed on to an item of the catalogue, found by its name', async () => {
    await openContact({
      'hub.handOnContact': () => ok({ handOnId: 3 }),
      'catalogue.list': () => ok({ rows: [{ code: 'yb-01', name: '医保门诊报销' }] }),
    })
    fireEvent.click(screen.getByRole('radio', { name: '转去办' }))
    fireEvent.click(screen.getByRole('radio', { name: '网上办事' }))
    type('跟居民说怎么去', '点开照着填')
    tap('转过去')
    expect(await screen.findByText('选一个事项')).toBeInTheDocument()
    type('哪个事项', '医保')
    fireEvent.click(await screen.findByRole('button', { name: '医保门诊报销' }))
    tap('转过去')
    await said(/转过去了/)
    expect(asked('hub.handOnContact')).toEqual([
      { contactId: 1, version: 4, to: 'application', words: '点开照着填', itemCode: 'yb-01' },
    ])
  })

  it('is passed on to another hub, the nearest first, after a question', async () => {
    const hubs = [
      { hubId: 5, name: '罗家中心户', areaName: '柳桥社区', place: '菜场', lat: 30.515, lng: 120.513 },
      { hubId: 2, name: '陈家中心户', areaName: '柳桥社区', place: '广场', lat: 30.513, lng: 120.513 },
    ]
    await openContact({
      'hub.hubs': ({ hubId }) => ok({ rows: hubs.filter((one) => hubId === undefined || one.hubId === hubId) }),
      'hub.passOnContact': () => ok({}),
    })
    fireEvent.click(screen.getByRole('radio', { name: '转给别家' }))
    fireEvent.click(await screen.findByRole('button', { name: /^罗家中心户/ }))
    type('跟居民说为什么转', '他家懂医保')
    tap('转过去')
    await said(/转过去了/)
    expect(asked('hub.passOnContact')).toEqual([{ contactId: 1, version: 4, hubId: 5, words: '他家懂医保' }])
  })

  it('shows the door for a task that is said before, and a number only while both agree', async () => {
    const numbers = { iShare: true, otherShares: true }
    await openContact(
      {
        'hub.revealHousehold': () => ok({ householdId: 9, door: '3 幢 502 室', phone: null }),
        'hub.contactNumber': () => ok({ phone: '13711110001' }),
      },
      contactOf(1, { numbers }),
    )
    expect(screen.getByText(/用途是「回居民的事」/)).toBeInTheDocument()
    expect(asked('hub.revealHousehold')).toEqual([])
    tap('看门牌和电话')
    expect(await screen.findByText('3 幢 502 室')).toBeInTheDocument()
    expect(asked('hub.revealHousehold')).toEqual([{ householdId: 9, task: 'contact' }])
    tap('看对方的号码')
    expect(await screen.findByText('对方的号码 13711110001')).toBeInTheDocument()
  })

  it('says that whoever asked stays unnamed, and offers neither door nor numbers', async () => {
    await openContact({}, contactOf(1, { anonymous: true, personName: null, householdId: null }))
    expect(screen.getByRole('heading', { name: '一位不想说是谁的居民' })).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '看门牌和电话' })).not.toBeInTheDocument()
    expect(screen.queryByRole('switch', { name: /把我的号码给对方/ })).not.toBeInTheDocument()
  })

  it('calls by relay when the resident wished it', async () => {
    const allowedActions = [...contactOf(1).allowedActions, 'call' as const]
    await openContact({ 'hub.callInContact': () => refused({ reason: 'noRelay' }) }, contactOf(1, { allowedActions }))
    tap('给居民打电话')
    await said(/还没有接通转接电话/)
  })
})

describe('households and days away', () => {
  const mine = {
    hubs: [
      {
        hubId: 2,
        name: '陈家中心户',
        areaName: '柳桥社区',
        place: '广场',
        status: 'open',
        part: 'host',
        households: 1,
        room: 15,
        deputies: ['吴秀英'],
      },
    ],
    absences: [{ from: '2026-11-24', until: '2026-11-26' }],
  }
  const household = {
    householdId: 9,
    areaCode: '990101001001001',
    areaName: '柳桥一网格',
    people: 3,
    reason: 'difficulty',
    status: 'linked',
    hubId: 2,
    hubName: '陈家中心户',
    since: at('02T09:00'),
    members: 0,
    version: 1,
  }

  it('a door is shown only for a task, and a code lets one more join', async () => {
    answers({
      'hub.myHubs': () => ok(mine),
      'hub.myHouseholds': () => ok({ rows: [household] }),
      'hub.revealHousehold': () => ok({ householdId: 9, door: '3 幢 502 室', phone: '13722220009' }),
      'hub.inviteToHousehold': () => ok({ code: 'ABCDE23456', expiresAt: at('30T09:00') }),
    })
    render(<MinePage />)
    fireEvent.click(await screen.findByRole('button', { name: /柳桥一网格 · 3 口人/ }))
    const sheet = within(await screen.findByRole('dialog'))
    expect(sheet.getByRole('button', { name: '看门牌和电话' })).toBeDisabled()
    fireEvent.click(sheet.getByRole('radio', { name: '上门走访' }))
    fireEvent.click(sheet.getByRole('button', { name: '看门牌和电话' }))
    expect(await sheet.findByText('3 幢 502 室')).toBeInTheDocument()
    expect(asked('hub.revealHousehold')).toEqual([{ householdId: 9, task: 'visit' }])
    fireEvent.click(sheet.getByRole('button', { name: '要一个邀请码' }))
    expect(await sheet.findByText('ABCDE23456')).toBeInTheDocument()
  })

  it('says who answers meanwhile, and ends the days away', async () => {
    answers({ 'hub.myHubs': () => ok(mine), 'hub.setAbsence': () => ok({}) })
    render(<AbsencePage />)
    expect(await screen.findByText('先转给代理人吴秀英')).toBeInTheDocument()
    expect(screen.getByText('正不在家')).toBeInTheDocument()
    tap('这几天我不在')
    expect(await screen.findAllByText('选一天')).toHaveLength(2)
    tap('我回来了')
    await said(/又归您回了/)
    expect(asked('hub.setAbsence')).toEqual([{ from: '2026-11-24', until: '2026-11-26', end: true }])
  })
})
