import Taro from '@tarojs/taro'
import { act, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import BoardPage from '../../../src/features/matching/pages/board/index'
import { answers, asked, liu, ok, refused } from '../activity/cloud'
import { host } from '../doubles/taro'
import { boardOf, considered, lacking, now, requestOf, rowOf, taken } from './cases'

jest.mock('../../../src/platform/session', () => jest.requireActual('../activity/cloud').sessionModule)
jest.mock('../../../src/platform/client', () => jest.requireActual('../activity/cloud').clientModule)

configure({ asyncUtilTimeout: 20_000 })

const rows = { 2: taken, 3: rowOf(3), 8: lacking }
const effect = {
  before: { places: 3, filled: 3, score: 300, spread: 1 },
  after: { places: 3, filled: 2, score: 285, spread: 1 },
  broken: ['radius'],
  losing: [{ helpRequestId: 2, kind: 'work', places: 1 }],
}

async function openBoard(more: Parameters<typeof answers>[0] = {}) {
  answers({
    'volunteer.board': () => ok(boardOf()),
    'volunteer.boardRequest': ({ helpRequestId }) => ok(requestOf({ row: rows[helpRequestId as keyof typeof rows] })),
    'volunteer.skills': () => ok({ rows: [{ skill: 'escort', name: '陪诊陪同', certificateName: null }] }),
    'volunteer.dialects': () => ok({ rows: [{ dialect: 'chuanyu', name: '川渝话', spokenThere: false }] }),
    'volunteer.consider': () => ok({ people: considered }),
    'volunteer.previewChoice': () => ok(effect),
    'people.areas': () => ok({ rows: [] }),
    ...more,
  })
  render(<BoardPage />)
  await screen.findByRole('heading', { name: '3 件求助，配上 2 件' })
}
const wide = (yes: boolean) => {
  window.matchMedia = ((query: string) => ({
    matches: yes && query.includes('1024'),
    addEventListener: () => {},
    removeEventListener: () => {},
  })) as unknown as typeof window.matchMedia
}
const key = (name: string, more = {}) => fireEvent.keyDown(document.body, { key: name, ...more })
const said = (words: RegExp) =>
  waitFor(() =>
    expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: expect.stringMatching(words) })),
  )

beforeEach(() => {
  jest.useFakeTimers({ now, doNotFake: ['setTimeout', 'queueMicrotask', 'nextTick', 'setImmediate'] })
  liu.grants = [{ role: 'gridWorker', areaCode: '990101001001', areaName: '柳桥社区' }]
  host.params = {}
  Element.prototype.scrollIntoView = jest.fn()
  wide(true)
})
afterEach(() => jest.useRealTimers())

describe('the list', () => {
  it('shows what lacks somebody first, how long the others have, and what would fill the gap', async () => {
    await openBoard()
    const links = screen.getAllByRole('link').map((link) => link.textContent)
    expect(links.filter((words) => /^\d/.test(words ?? ''))).toEqual([
      '3修电路插座缺 1 人今天 18:20 · 柳桥第三网格周三晚上有 3 人会修',
      '2陪去看病还有 40 分钟回明天 14:20 · 柳桥第三网格',
      '1找工作已接明天 14:20 · 柳桥第三网格',
    ])
    expect(screen.getByText('14:18 刚算过一遍，已答应的没有动')).toBeInTheDocument()
  })

  it('opens the next request with j and the one before with k', async () => {
    await openBoard()
    await screen.findByRole('heading', { name: '修电路插座' })
    key('j')
    await screen.findByRole('heading', { name: '陪去看病' })
    key('k')
    await screen.findByRole('heading', { name: '修电路插座' })
    expect(asked('volunteer.boardRequest').map((input) => input.helpRequestId)).toEqual([8, 3, 8])
  })

  it('leads to the request on a phone', async () => {
    wide(false)
    await openBoard()
    fireEvent.click(screen.getByRole('link', { name: /找工作/ }))
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/features/matching/pages/request/index?helpRequestId=2' })
    expect(asked('volunteer.boardRequest')).toEqual([])
  })

  it('opens at the request that a notice was about', async () => {
    host.params = { helpRequestId: '2' }
    await openBoard()
    expect(await screen.findByRole('heading', { name: '找工作' })).toBeInTheDocument()
  })

  it('looks anew by itself, and reads the open request again only when it moved', async () => {
    let board = boardOf()
    await openBoard({ 'volunteer.board': () => ok(board) })
    await screen.findByRole('heading', { name: '修电路插座' })
    await act(async () => jest.advanceTimersByTime(20_000))
    expect(asked('volunteer.board')).toHaveLength(2)
    expect(asked('volunteer.boardRequest')).toHaveLength(1)
    board = boardOf({ rows: [{ ...lacking, status: 'matching' }, rowOf(3), taken] })
    await act(async () => jest.advanceTimersByTime(20_000))
    await waitFor(() => expect(asked('volunteer.boardRequest')).toHaveLength(2))
  })
})

describe('the map', () => {
  it('shows every request by its number and what it is; a tap opens it', async () => {
    await openBoard()
    const map = within(screen.getByLabelText('求助和志愿者的地图'))
    expect(map.getByRole('button', { name: '第 3 件 修电路插座，缺 1 人' })).toBeInTheDocument()
    fireEvent.click(map.getByRole('button', { name: '第 1 件 找工作，已接' }))
    expect(await screen.findByRole('heading', { name: '找工作' })).toBeInTheDocument()
    expect(map.getByText('罗小梅')).toBeInTheDocument()
  })

  it('becomes a table of the same facts that can be sorted', async () => {
    await openBoard()
    fireEvent.click(screen.getByRole('tab', { name: '表格' }))
    const table = within(screen.getByRole('table'))
    const kinds = () => table.getAllByRole('link').map((link) => link.textContent)
    expect(kinds()).toEqual(['修电路插座', '陪去看病', '找工作'])
    expect(table.getAllByRole('row')[2]).toHaveTextContent('问着陈国华')
    fireEvent.click(table.getByRole('button', { name: '按件排' }))
    expect(kinds()).toEqual(['找工作', '陪去看病', '修电路插座'])
  })
})

describe('a request', () => {
  const openThird = async (more: Parameters<typeof answers>[0] = {}) => {
    host.params = { helpRequestId: '3' }
    await openBoard(more)
    await screen.findByRole('heading', { name: '系统先问了陈国华' })
  }
  const consider = async () => {
    key('c')
    return screen.findAllByRole('radio')
  }

  it('tells the reasons in words, without how often somebody answers', async () => {
    await openThird()
    expect(screen.getByText('同乡，是一个县的')).toBeInTheDocument()
    expect(await screen.findByText('会说川渝话')).toBeInTheDocument()
    expect(screen.getByText('走路 8 分钟')).toBeInTheDocument()
    expect(screen.queryByText(/问.*回话|10 次/)).not.toBeInTheDocument()
  })

  it('names others only when asked for, with why not first and the points of this request', async () => {
    await openThird()
    expect(asked('volunteer.consider')).toEqual([])
    const people = await consider()
    expect(people.map((one) => one.textContent)).toEqual([
      '罗小梅更合适，但第 1 件「找工作」更要这位88',
      '杨帆同省老乡，没那么近71',
    ])
    expect(screen.getByText('得分只管这一件事，不给人排名。')).toBeInTheDocument()
  })

  it('says what another choice costs before it is saved, and saves it with a reason', async () => {
    await openThird({ 'volunteer.choose': () => ok({ offerId: 77 }) })
    await consider()
    fireEvent.click(screen.getByRole('radio', { name: /罗小梅/ }))
    expect(await screen.findByText('会少帮 1 件：找工作')).toBeInTheDocument()
    expect(screen.getByText('总分少 15')).toBeInTheDocument()
    expect(screen.getByText('比愿意走的远，先打个招呼')).toBeInTheDocument()
    key('Enter', { ctrlKey: true })
    expect(await screen.findByText('至少写 2 个字')).toBeInTheDocument()
    expect(asked('volunteer.choose')).toEqual([])
    fireEvent.change(screen.getByRole('textbox', { name: '原因' }), { target: { value: ' 家属点名要 ' } })
    fireEvent.click(screen.getByRole('button', { name: /^改派给罗小梅/ }))
    await said(/已经去问罗小梅了/)
    expect(asked('volunteer.choose')).toEqual([{ helpRequestId: 3, personId: 6, reason: '家属点名要' }])
  })

  it('says when the choice helps as many, and lets go of it with Esc', async () => {
    await openThird({
      'volunteer.previewChoice': () => ok({ ...effect, after: effect.before, broken: [], losing: [] }),
    })
    await consider()
    fireEvent.click(screen.getByRole('radio', { name: /杨帆/ }))
    expect(await screen.findByText('帮到的人一样多')).toBeInTheDocument()
    expect(screen.queryByText(/总分/)).not.toBeInTheDocument()
    key('Escape')
    await waitFor(() => expect(screen.queryByText('帮到的人一样多')).not.toBeInTheDocument())
  })

  it('says why somebody may not be chosen, and offers no button', async () => {
    await openThird({ 'volunteer.previewChoice': () => refused({ reason: 'notForThis', rules: ['age', 'insurance'] }) })
    await consider()
    fireEvent.click(screen.getByRole('radio', { name: /杨帆/ }))
    expect(await screen.findByText('不能派给这位：年龄不合适，没有保险，这件有风险')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: /^改派给/ })).not.toBeInTheDocument()
  })

  it('is taken over, and closed with words for whoever asked', async () => {
    await openThird({ 'volunteer.takeOverHelp': () => ok({}), 'volunteer.closeHelp': () => ok({}) })
    fireEvent.click(screen.getByRole('button', { name: '我来负责' }))
    await said(/归您负责了/)
    fireEvent.click(screen.getByRole('button', { name: '关掉这件' }))
    fireEvent.change(await screen.findByRole('textbox', { name: '对求助的人说清楚' }), {
      target: { value: '社区送过去了' },
    })
    fireEvent.click(screen.getAllByRole('button', { name: '关掉这件' }).at(-1) as HTMLElement)
    await said(/关掉了/)
    expect(asked('volunteer.closeHelp')).toEqual([{ helpRequestId: 3, reason: '社区送过去了' }])
  })

  it('shows whoever only looks after deadlines everything and lets them change nothing', async () => {
    await openThird({ 'volunteer.boardRequest': () => ok(requestOf({ allowedActions: [] })) })
    for (const name of [/看还考虑过谁/, /我来负责/, /关掉这件/])
      expect(screen.queryByRole('button', { name })).not.toBeInTheDocument()
  })
})
