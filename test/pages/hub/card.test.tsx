import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { drawn } from '../../../src/features/hub/card/drawing'
import { askRefusal } from '../../../src/features/hub/card/wording'
import HubPage from '../../../src/features/hub/pages/card/index'
import HubsPage from '../../../src/features/hub/pages/list/index'
import { abilityWords, nextWords, presenceLight, walkWords } from '../../../src/features/hub/presence'
import { HubCard } from '../../../src/pages/home/hub-card'
import { taskOfContact } from '../../../src/pages/task-of-hub'
import { answers, asked, clientModule, ok, refused } from '../activity/cloud'
import { host } from '../doubles/taro'
import { hubOf, mineOf } from './made'

jest.mock('../../../src/platform/session', () => jest.requireActual('../activity/cloud').sessionModule)
jest.mock('../../../src/platform/client', () => jest.requireActual('../activity/cloud').clientModule)

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const type = (words: string) => fireEvent.change(screen.getByRole('textbox'), { target: { value: words } })
const sent = () => clientModule.call.mock.calls.map(([, input]) => input)

async function open(mine = mineOf(), more: Parameters<typeof answers>[0] = {}) {
  answers({ 'hub.myHub': () => ok(mine), ...more })
  render(<HubPage />)
  await screen.findByText(mine.hub ? '有事跟户长说' : '我问过的')
}

describe('whether somebody is there', () => {
  const now = new Date('2026-11-24T14:20:00+08:00')
  const at = (time: string) => new Date(`2026-11-${time}:00+08:00`)
  test.each([
    [hubOf({ openUntil: at('24T21:00') }), 'go', '现在有人，到 21:00'],
    [hubOf({ openUntil: at('25T00:00') }), 'go', '现在有人，到 24:00'],
    [hubOf({ openUntil: at('25T01:00') }), 'go', '现在有人，到 明天 1:00'],
    [hubOf({ openUntil: at('28T00:00') }), 'go', '现在有人'],
    [hubOf({ openNow: false, openUntil: null, opensAt: at('25T08:00') }), 'idle', '现在没人'],
    [hubOf({ openNow: false, openUntil: null, away: true }), 'idle', '这几天没人'],
    [hubOf({ openNow: false, openUntil: null, status: 'paused' }), 'idle', '暂停接待'],
  ] as const)('%#', (hub, kind, words) => expect(presenceLight(hub, now)).toEqual({ kind, words }))

  test('when somebody is next is said only while nobody is', () => {
    expect(nextWords(hubOf({ openNow: false, opensAt: at('25T08:00') }), now)).toBe('明天 8:00 起有人')
    expect(nextWords(hubOf({ openNow: true, opensAt: null }), now)).toBe('')
  })
})

test('the way is drawn to scale, north up, and stays on the paper', () => {
  const home = { lat: 30.512, lng: 120.51 }
  const { at, from, length } = drawn({ lat: 30.512, lng: 120.514 }, home)
  expect(at.x).toBeGreaterThan((from as { x: number }).x)
  expect(at.y).toBeCloseTo((from as { y: number }).y)
  expect(length).toBeLessThanOrEqual(211)
  const far = drawn({ lat: 30.56, lng: 120.51 }, home)
  expect(far.at.y).toBeLessThan((far.from as { y: number }).y)
  expect(far.length).toBeLessThanOrEqual(41)
  expect(drawn(home, undefined)).toMatchObject({ from: undefined, length: 0 })
})

test('the card says who, where, how far, which languages and what they know', async () => {
  await open()
  expect(screen.getByText('周建国家')).toBeInTheDocument()
  for (const fact of ['柳桥一网格', '小广场东边一带', '走路 3 分钟']) expect(screen.getByText(fact)).toBeInTheDocument()
  expect(screen.getByText(abilityWords(hubOf()))).toBeInTheDocument()
  expect(abilityWords(hubOf())).toBe('会本地话、普通话，懂邻里纠纷、医保看病')
  expect(screen.getByText(/没回就转给代理人/)).toBeInTheDocument()
  expect(screen.queryByText(/最近、有人的/)).not.toBeInTheDocument()
})

test('a hub is so many minutes away, farther than an hour so many kilometres', () => {
  expect([null, 20, 4_500, 4_600, 12_400].map(walkWords)).toEqual([
    '',
    '走路 1 分钟',
    '走路 60 分钟',
    '有 4.6 公里路',
    '有 12 公里路',
  ])
})

test('what is asked goes to my hub as it was said, and on to its thread', async () => {
  await open()
  fireEvent.click(screen.getByRole('radio', { name: '有困难' }))
  type('米吃完了')
  fireEvent.click(screen.getByRole('switch', { name: /请回电话给我/ }))
  clientModule.call.mockResolvedValueOnce(ok({ contactId: 7 }))
  press('告诉户长')
  await waitFor(() => expect(Taro.redirectTo).toHaveBeenCalledWith({ url: expect.stringContaining('contactId=7') }))
  expect(sent()).toEqual([
    {
      requestId: expect.any(String),
      kind: 'difficulty',
      words: '米吃完了',
      callBack: true,
      anonymous: false,
      aboutHost: false,
    },
  ])
})

test('what is about the host is a complaint that goes past him, whatever was chosen before', async () => {
  await open()
  press('对户长有意见？不经过他说')
  expect(screen.queryByRole('radio')).not.toBeInTheDocument()
  expect(screen.getByText('直接交给党支部和社区，他看不到。')).toBeInTheDocument()
  // Nor does anybody who answers it learn who said it, if that is wished.
  expect(screen.getByRole('switch', { name: /不让他们知道我是谁/ })).toBeInTheDocument()
  type('找了三次没人')
  clientModule.call.mockResolvedValueOnce(ok({ contactId: 8 }))
  press('交给社区')
  await waitFor(() => expect(sent()).toEqual([expect.objectContaining({ kind: 'complain', aboutHost: true })]))
})

test('without a network it is kept and sent once; what was written is still there when it is refused', async () => {
  await open()
  type('米吃完了')
  clientModule.call.mockRejectedValueOnce(new clientModule.Unreachable('off'))
  press('告诉户长')
  expect(await screen.findByText('已保存，联网后自动提交')).toBeInTheDocument()
  const { flushOutbox } = jest.requireActual('../../../src/platform/outbox')
  clientModule.call.mockResolvedValueOnce(refused({ reason: 'tooMany', most: 10 }))
  await act(() => flushOutbox())
  expect(await screen.findByText(askRefusal({ reason: 'tooMany', most: 10 }))).toBeInTheDocument()
  expect(screen.getByRole('textbox')).toHaveValue('米吃完了')
  const [first, second] = sent()
  expect(second).toEqual(first)
})

test('what may be said is shown by an example of its kind', async () => {
  await open()
  fireEvent.click(screen.getByRole('radio', { name: '请他来' }))
  expect(screen.getByRole('textbox')).toHaveAttribute('placeholder', '为什么想请他来，哪天您在家')
})

test('two letters are the least, and nothing is sent before', async () => {
  await open()
  press('告诉户长')
  expect(await screen.findByText('说两句，至少两个字')).toBeInTheDocument()
  expect(sent()).toEqual([])
  // The mistake takes the cursor, and is gone with the first letter.
  await waitFor(() => expect(screen.getByRole('textbox')).toHaveFocus())
  type('米')
  expect(screen.queryByText('说两句，至少两个字')).not.toBeInTheDocument()
})

test('while nobody answers for my hub the nearest one with somebody is one tap away', async () => {
  const shut = hubOf({ away: true, openNow: false, openUntil: null })
  await open(mineOf({ hub: shut, instead: hubOf({ hubId: 6, name: '罗家中心户', metres: 600 }) }))
  expect(screen.getByText('急的话，离您最近、有人的是罗家中心户，走路 8 分钟。')).toBeInTheDocument()
  press('去问这一家')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: expect.stringContaining('hubId=6') })
})

test('another hub can be asked too, and then it is that one', async () => {
  host.params = { hubId: '6' }
  answers({
    'hub.myHub': () => ok(mineOf()),
    'hub.hubs': () => ok({ rows: [hubOf({ hubId: 6, name: '罗家中心户' })] }),
  })
  render(<HubPage />)
  await screen.findByText('不是您家的中心户，也可以问。')
  expect(asked('hub.hubs').at(-1)).toEqual({ hubId: 6, lat: 30.512, lng: 120.51 })
  type('会修水管吗')
  clientModule.call.mockResolvedValueOnce(ok({ contactId: 9 }))
  press('告诉户长')
  await waitFor(() => expect(sent()).toEqual([expect.objectContaining({ hubId: 6 })]))
})

test('another hub that pauses does not say that it may be asked as any other', async () => {
  host.params = { hubId: '6' }
  answers({
    'hub.myHub': () => ok(mineOf()),
    'hub.hubs': () => ok({ rows: [hubOf({ hubId: 6, status: 'paused', openNow: false, openUntil: null })] }),
  })
  render(<HubPage />)
  expect(await screen.findByText('暂停接待')).toBeInTheDocument()
  expect(screen.getByText('这一家先停了，急的话问别家；写下来，也有人回。')).toBeInTheDocument()
  expect(screen.queryByText('不是您家的中心户，也可以问。')).not.toBeInTheDocument()
})

test.each([
  [mineOf({ household: null, hub: null }), '您还没有中心户'],
  [
    mineOf({ household: null, hub: null, waiting: { joinRequestId: 1, areaName: '柳桥一网格', askedAt: new Date() } }),
    '等柳桥一网格的网格员确认您住这儿',
  ],
  [mineOf({ hub: null }), '您这一户还在等中心户'],
])('without a hub the page says why %#', async (mine, head) => {
  await open(mine)
  expect(screen.getByText(head)).toBeInTheDocument()
})

describe('the list', () => {
  test('is by the way from home, narrowed by what they know, and by where I am only when I say so', async () => {
    answers({ 'hub.myHub': () => ok(mineOf()), 'hub.hubs': () => ok({ rows: [hubOf()] }) })
    render(<HubsPage />)
    await screen.findByText('您家的')
    expect(asked('hub.hubs').at(-1)).toEqual({ lat: 30.512, lng: 120.51 })
    expect(Taro.getLocation).not.toHaveBeenCalled()
    fireEvent.click(screen.getByRole('tab', { name: '法律' }))
    await waitFor(() => expect(asked('hub.hubs').at(-1)).toEqual({ lat: 30.512, lng: 120.51, specialty: 'law' }))
    press('用我现在的位置')
    expect(await screen.findByText('没取到位置，先按您的社区看。')).toBeInTheDocument()
  })

  test('begins with the five nearest, on the map as in the list, and goes on by five', async () => {
    const rows = Array.from({ length: 13 }, (_, n) => hubOf({ hubId: 100 + n, name: `第${n + 1}家`, metres: n * 100 }))
    answers({ 'hub.myHub': () => ok(mineOf()), 'hub.hubs': () => ok({ rows }), 'hub.posts': () => ok({ rows: [] }) })
    render(<HubsPage />)
    await waitFor(() => expect(asked('hub.hubs').at(-1)).toEqual({ lat: 30.512, lng: 120.51 }))
    await screen.findByText('第5家')
    expect(screen.queryByText('第6家')).not.toBeInTheDocument()
    press('再看 5 家')
    expect(screen.queryByText('第11家')).not.toBeInTheDocument()
    press('再看 3 家')
    expect(screen.getByText('第13家')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: /再看/ })).not.toBeInTheDocument()
  })

  test('has the posts of my community under the hubs, with how to reach them', async () => {
    const post = {
      postId: 1,
      kind: 'duty',
      name: '楼道灯',
      place: '3 幢',
      duties: '灯坏了找他',
      contactWay: '周三晚上在',
    }
    answers({
      'hub.myHub': () => ok(mineOf()),
      'hub.hubs': () => ok({ rows: [hubOf()] }),
      'hub.posts': () => ok({ rows: [{ ...post, areaCode: '', areaName: '', hubId: 5, hubName: '周建国家' }] }),
    })
    render(<HubsPage />)
    await screen.findByText('责任区')
    expect(asked('hub.posts')).toEqual([{ areaCode: '990101001001' }])
    press(/楼道灯.*3 幢 · 周三晚上在/)
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: expect.stringContaining('hubId=5') })
  })
})

describe('home', () => {
  test('says who is my hub and whether somebody is there, or leads to it', () => {
    const { rerender } = render(<HubCard mine={mineOf()} />)
    expect(screen.getByRole('button', { name: /我的中心户：周建国家.*现在有人.*走路 3 分钟/ })).toBeInTheDocument()
    rerender(<HubCard mine={mineOf({ household: null, hub: null })} />)
    press(/找我的中心户/)
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: expect.stringContaining('pages/join/') })
  })

  test('what is answered or handed on waits for me, what is over does not', () => {
    const row = {
      contactId: 7,
      kind: 'ask' as const,
      hubId: 5,
      hubName: '周建国家',
      askedAt: new Date(),
      dueAt: new Date(),
      level: 0,
      version: 2,
      words: '米吃完了',
      follow: null,
    }
    expect(taskOfContact({ ...row, status: 'asked' })).toMatchObject({ urgent: false, title: '米吃完了' })
    expect(taskOfContact({ ...row, status: 'answered' })).toMatchObject({ urgent: true })
    expect(taskOfContact({ ...row, status: 'claimed', follow: 'helpRequest' })).toMatchObject({
      urgent: true,
      light: { words: '等您去办' },
    })
    for (const status of ['confirmed', 'rated', 'withdrawn'] as const)
      expect(taskOfContact({ ...row, status })).toBeUndefined()
  })
})
