import Taro from '@tarojs/taro'
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import * as v from 'valibot'
import { timeToAnswer } from '../../../src/features/volunteer/clock'
import { goneWords, offerRefusal } from '../../../src/features/volunteer/offer/wording'
import OfferPage from '../../../src/features/volunteer/pages/offer/index'
import OffersPage from '../../../src/features/volunteer/pages/offers/index'
import TaskPage from '../../../src/features/volunteer/pages/task/index'
import { taskRefusal } from '../../../src/features/volunteer/task/wording'
import { type OfferCard, offerCard, type TaskDetail, taskDetail, withdrawReasons } from '../../../types/volunteer'
import { answers, asked, clientModule, liu, ok, refused } from '../activity/cloud'
import { host } from '../doubles/taro'
import { catalogues } from './made'

jest.mock('../../../src/platform/session', () => jest.requireActual('../activity/cloud').sessionModule)
jest.mock('../../../src/platform/client', () => jest.requireActual('../activity/cloud').clientModule)

const { call } = clientModule
const hour = 3_600_000
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const said = (words: string | RegExp) =>
  waitFor(() =>
    expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: expect.stringMatching(words) })),
  )
const sent = (verb: string) =>
  call.mock.calls.filter(([name]) => name === `volunteer.${verb}`).map(([, input]) => input)

beforeEach(() => {
  call.mockReset()
  liu.grants = [{ role: 'volunteer', areaCode: '990101001001', areaName: '柳桥社区' }]
})
afterEach(() => {
  liu.grants = []
})

function offerOf(changes: Partial<OfferCard> = {}): OfferCard {
  const from = new Date(Date.now() + 20 * hour)
  return v.parse(offerCard, {
    offerId: 4,
    helpRequestId: 7,
    kind: 'escort',
    urgency: 'thisWeek',
    status: 'sent',
    span: { from, until: new Date(from.getTime() + 3 * hour) },
    minutes: 180,
    people: 1,
    areaName: '柳桥社区',
    walkMinutes: 8,
    reasons: [
      { kind: 'dialect', dialects: ['chuanyu'], points: 30 },
      { kind: 'skill', skill: 'escort', level: 3, points: 20 },
      { kind: 'answers', rate: 1, points: 10 },
    ],
    why: null,
    answerBy: new Date(Date.now() + 25.5 * 60_000),
    sentAt: new Date(),
    ...changes,
  })
}

function taskOf(changes: Partial<TaskDetail> = {}): TaskDetail {
  const from = new Date(Date.now() + hour / 2)
  return v.parse(taskDetail, {
    assignmentId: 5,
    helpRequestId: 7,
    kind: 'escort',
    requestStatus: 'assigned',
    status: 'assigned',
    requesterName: '李奶奶',
    words: '走路慢。',
    span: { from, until: new Date(from.getTime() + 3 * hour) },
    minutes: 180,
    areaName: '柳桥社区',
    address: '柳桥路 8 号 302',
    lat: 30.512,
    lng: 120.512,
    dialects: [],
    others: [],
    ownerName: '孙工',
    helpPhone: '0573-5550101',
    setOutAt: null,
    checkedInAt: null,
    checkedOutAt: null,
    messages: [],
    allowedActions: ['setOut', 'checkIn', 'giveBack', 'say', 'callBack', 'block'],
    ...changes,
  })
}

describe('an offer', () => {
  async function open(offer: OfferCard, more: Parameters<typeof answers>[0] = {}) {
    host.params = { offerId: '4' }
    answers({ ...catalogues, 'volunteer.offer': () => ok(offer), ...more })
    render(<OfferPage />)
    await screen.findByText(/陪邻居去看病/)
  }

  test('says what, how far, why me and how long there is; not at whose door', async () => {
    await open(offerOf())
    expect(screen.getByText('还有 25 分钟')).toBeInTheDocument()
    expect(screen.getByText('走路 8 分钟')).toBeInTheDocument()
    expect(screen.getByText('柳桥社区，接了才看得到门牌')).toBeInTheDocument()
    expect(await screen.findByText('会说川渝话')).toBeInTheDocument()
    expect(screen.getByText('很在行：陪诊陪同')).toBeInTheDocument()
    expect(screen.getAllByRole('listitem')).toHaveLength(2)
  })

  test('accepted leads to the task', async () => {
    await open(offerOf(), { 'volunteer.answerOffer': () => ok({ assignmentId: 5 }) })
    press('我去')
    await waitFor(() =>
      expect(Taro.redirectTo).toHaveBeenCalledWith({ url: expect.stringContaining('task/index?assignmentId=5') }),
    )
    expect(asked('volunteer.answerOffer')).toEqual([{ offerId: 4, accept: true }])
  })

  test('declined costs nothing, and the reason is a wish', async () => {
    let offer = offerOf()
    await open(offer, {
      'volunteer.offer': () => ok(offer),
      'volunteer.answerOffer': () => {
        offer = offerOf({ status: 'declined' })
        return ok({ assignmentId: null })
      },
    })
    press('去不了')
    expect(screen.getByText(/不影响您/, { selector: '.sheet *' })).toBeInTheDocument()
    fireEvent.click(within(screen.getByRole('radiogroup')).getByRole('radio', { name: '那时候没空' }))
    press('告诉他们')
    expect(await screen.findByText('您说过去不了，没关系')).toBeInTheDocument()
    expect(asked('volunteer.answerOffer')).toEqual([{ offerId: 4, accept: false, reason: 'busy' }])
  })

  test('that somebody else took meanwhile is said kindly, and can no longer be answered', async () => {
    await open(offerOf(), { 'volunteer.answerOffer': () => refused({ reason: 'gone', why: 'taken' }) })
    press('我去')
    expect(await screen.findByText('已经有人去了，谢谢您。')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '我去' })).not.toBeInTheDocument()
  })

  test('every way to be too late has kind words', () => {
    for (const why of withdrawReasons) expect(offerRefusal({ reason: 'gone', why })).toBe(goneWords[why])
    expect(offerRefusal({ reason: 'tooLate' })).toMatch(/不要紧/)
    expect(offerRefusal({ reason: 'alreadyAnswered', status: 'declined' })).toMatch(/回过话/)
    const at = new Date('2026-11-25T09:00:00+08:00')
    expect(offerRefusal({ reason: 'overlaps', span: { from: at, until: at } })).toMatch(/9:00.*赶不上/)
  })
})

test('time to answer is said as long as it is', () => {
  const now = new Date('2026-11-24T14:00:00+08:00')
  const after = (minutes: number) => timeToAnswer(new Date(now.getTime() + minutes * 60_000), now)
  expect([after(-1), after(0.5), after(25), after(150), after(24 * 60)]).toEqual([
    '过了回话的时间',
    '不到 1 分钟',
    '还有 25 分钟',
    '还有 2 小时',
    '明天 14:00 前回话',
  ])
})

test('offers are asked for by volunteers only; everybody else is shown the way', async () => {
  answers({ 'volunteer.myOffers': () => ok({ rows: [offerOf()] }) })
  const page = render(<OffersPage />)
  fireEvent.click(await screen.findByRole('button', { name: /陪去看病/ }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: expect.stringContaining('offerId=4') })
  page.unmount()
  liu.grants = []
  answers({ 'volunteer.myOffers': () => ok({ rows: [] }) })
  render(<OffersPage />)
  fireEvent.click(await screen.findByRole('button', { name: '做志愿者' }))
  expect(asked('volunteer.myOffers')).toEqual([])
})

describe('a task', () => {
  async function open(first: TaskDetail, more: Parameters<typeof answers>[0] = {}) {
    host.params = { assignmentId: '5' }
    answers({ ...catalogues, 'volunteer.task': () => ok(first), ...more })
    render(<TaskPage />)
    await screen.findByText('柳桥社区 柳桥路 8 号 302')
  }

  test('shows name, door and words, and sets out', async () => {
    await open(taskOf())
    expect(screen.getByText('李奶奶')).toBeInTheDocument()
    expect(screen.getByText('走路慢。')).toBeInTheDocument()
    call.mockResolvedValueOnce(ok(taskOf({ setOutAt: new Date() })))
    press('出发')
    await said('告诉他了')
    expect(sent('setOut')).toEqual([expect.objectContaining({ assignmentId: 5 })])
  })

  const onTheWay = taskOf({ setOutAt: new Date(), allowedActions: ['checkIn', 'giveBack', 'say'] })

  test('arrives with the position, or without where the phone knows none', async () => {
    await open(onTheWay)
    ;(Taro.getLocation as jest.Mock).mockResolvedValueOnce({ latitude: 1, longitude: 2 })
    call.mockResolvedValueOnce(ok(onTheWay))
    press('我到了')
    await said('开始计时')
    expect(sent('checkIn')[0]).toMatchObject({ lat: 1, lng: 2 })
    call.mockResolvedValueOnce(ok(onTheWay))
    await waitFor(() => expect(screen.getByRole('button', { name: '我到了' })).toBeEnabled())
    press('我到了')
    await waitFor(() => expect(sent('checkIn')).toHaveLength(2))
    expect(sent('checkIn')[1]).not.toHaveProperty('lat')
  })

  test('where the position is wrong, whoever stands at the door is asked, and believed', async () => {
    await open(onTheWay)
    ;(Taro.getLocation as jest.Mock).mockResolvedValueOnce({ latitude: 1, longitude: 2 })
    call.mockResolvedValueOnce(refused({ reason: 'tooFar' })).mockResolvedValueOnce(ok(onTheWay))
    press('我到了')
    await said('开始计时')
    expect(Taro.showModal).toHaveBeenCalledWith(
      expect.objectContaining({ content: expect.stringContaining('真的到了') }),
    )
    expect(sent('checkIn')[1]).not.toHaveProperty('lat')
  })

  test('done without a network is kept, and sent by itself', async () => {
    await open(
      taskOf({ status: 'inService', setOutAt: new Date(), checkedInAt: new Date(), allowedActions: ['checkOut'] }),
    )
    call.mockRejectedValueOnce(new clientModule.Unreachable('no network'))
    press('办完了')
    await said('联网后自动提交')
    Taro.clearStorageSync()
  })

  test('is given back with a reason or none, and somebody else is looked for', async () => {
    await open(taskOf(), { 'volunteer.giveBack': () => ok({}) })
    press('去不了了')
    press('请别人去')
    await waitFor(() => expect(asked('volunteer.giveBack')).toEqual([{ assignmentId: 5 }]))
    expect(Taro.redirectTo).toHaveBeenCalledWith({ url: expect.stringContaining('pages/tasks') })
  })

  test('every refusal has words', () => {
    expect(taskRefusal({ reason: 'notNow', opensAt: new Date('2026-11-25T09:00:00+08:00') })).toMatch(/9:00 才能点到了/)
    expect(taskRefusal({ reason: 'tooFar' })).toMatch(/到了门口/)
    expect(taskRefusal({ reason: 'tooLate' })).toMatch(/社区电话/)
    expect(taskRefusal({ reason: 'wrongStatus', status: 'done' })).toMatch(/最新/)
  })
})
