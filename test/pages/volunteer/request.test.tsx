import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import RequestPage from '../../../src/features/volunteer/pages/request/index'
import RequestsPage from '../../../src/features/volunteer/pages/requests/index'
import { headOf } from '../../../src/features/volunteer/request/head'
import { stepRefusal } from '../../../src/features/volunteer/request/wording'
import type { HelpDetail } from '../../../types/volunteer'
import { answers, asked, clientModule, ok, refused } from '../activity/cloud'
import { host } from '../doubles/taro'
import { catalogues, comingOf, requestOf, takenOf } from './made'

jest.mock('../../../src/platform/session', () => jest.requireActual('../activity/cloud').sessionModule)
jest.mock('../../../src/platform/client', () => jest.requireActual('../activity/cloud').clientModule)

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

async function open(request: HelpDetail, more: Parameters<typeof answers>[0] = {}) {
  host.params = { helpRequestId: '7' }
  answers({ ...catalogues, 'volunteer.request': () => ok(request), ...more })
  render(<RequestPage />)
  await screen.findByText(headOf(request, new Date()))
}

describe('where it stands, in one sentence', () => {
  const now = new Date('2026-11-24T14:00:00+08:00')
  const by = new Date('2026-11-24T14:20:00+08:00')
  test.each<[HelpDetail, string]>([
    [requestOf({ asked: 3, answerBy: by }), '正在问 3 位邻居，14:20 前有回话'],
    [requestOf({ status: 'matching', asked: 0 }), '正在找合适的邻居'],
    [requestOf({ status: 'open', automatic: false }), '社区的孙工正在给您安排'],
    [takenOf(), '陈国华接了，陪您去看病'],
    [takenOf({ onBehalf: true, requesterName: '妈妈' }), '陈国华接了，陪妈妈去看病'],
    [takenOf({ comingPeople: [comingOf({ setOutAt: now })] }), '陈国华出发了，正往您那儿走'],
    [takenOf({ status: 'inService', comingPeople: [comingOf({ checkedInAt: now })] }), '陈国华到了，正在帮忙'],
    [takenOf({ status: 'offered', people: 2 }), '陈国华来，还差 1 人'],
    [takenOf({ status: 'done' }), '办完了吗？'],
    [requestOf({ status: 'unmet' }), '暂时没人能来'],
    [requestOf({ status: 'cancelled' }), '这次不用帮了'],
  ])('%#', (request, words) => expect(headOf(request, now)).toBe(words))
})

test('who comes and why is told in words, and how often somebody answers is nobody’s business', async () => {
  await open(takenOf({ wishes: { dialect: 'must', homeCounty: null, sameSex: null } }))
  expect(screen.getByText('老乡帮帮团 · 四川开江县人')).toBeInTheDocument()
  expect(screen.getByText('同乡')).toBeInTheDocument()
  expect(await screen.findByText('会说川渝话')).toBeInTheDocument()
  expect(screen.getByText(/您说这条一定要/)).toBeInTheDocument()
  expect(screen.getByText(/走到您家 8 分钟/)).toBeInTheDocument()
  expect(screen.getAllByRole('listitem')).toHaveLength(3)
  expect(screen.getByRole('img', { name: '进度：已接，下一步是出发' })).toBeInTheDocument()
})

test('a call goes through the platform, words too', async () => {
  await open(takenOf(), { 'volunteer.sayAboutHelp': () => ok({}) })
  press('请他回电话')
  await waitFor(() => expect(asked('volunteer.sayAboutHelp')).toEqual([{ helpRequestId: 7, callBack: true }]))
  press('发消息')
  fireEvent.change(screen.getByRole('textbox', { name: /要说的话/ }), { target: { value: '我在楼下' } })
  clientModule.call.mockResolvedValueOnce(ok({}))
  press('发出去')
  await waitFor(() =>
    expect(clientModule.call).toHaveBeenCalledWith(
      'volunteer.sayAboutHelp',
      expect.objectContaining({ helpRequestId: 7, words: '我在楼下' }),
    ),
  )
})

test('somebody else is asked for without a reason, and never again on wish', async () => {
  await open(takenOf(), { 'volunteer.swapPerson': () => ok(requestOf()) })
  press('换个人')
  expect(screen.getAllByText(/不用说理由，也不影响他/).length).toBeGreaterThan(0)
  fireEvent.click(screen.getByRole('switch', { name: /以后也不要再安排他/ }))
  press('换个人来')
  await waitFor(() =>
    expect(asked('volunteer.swapPerson')).toEqual([{ helpRequestId: 7, assignmentId: 5, never: true }]),
  )
})

test('not needed any more is asked once, and only then done', async () => {
  await open(takenOf(), { 'volunteer.cancelRequest': () => ok({}) })
  ;(Taro.showModal as jest.Mock).mockResolvedValueOnce({ confirm: false })
  press('不用帮了')
  await waitFor(() => expect(Taro.showModal).toHaveBeenCalledTimes(1))
  expect(asked('volunteer.cancelRequest')).toEqual([])
  press('不用帮了')
  await waitFor(() => expect(asked('volunteer.cancelRequest')).toEqual([{ helpRequestId: 7 }]))
})

test('staff shall arrange it: the person by name', async () => {
  await open(requestOf(), { 'volunteer.askStaff': () => ok(requestOf({ status: 'open' })) })
  press(/想让社区的孙工来安排/)
  await waitFor(() => expect(asked('volunteer.askStaff')).toEqual([{ helpRequestId: 7 }]))
})

describe('nobody can come', () => {
  const from = new Date('2026-11-25T19:00:00+08:00')
  const until = new Date('2026-11-25T20:30:00+08:00')
  const unmet = requestOf({
    status: 'unmet',
    dialects: ['川渝话'],
    wishes: { dialect: 'must', homeCounty: 'better', sameSex: null },
    unmet: {
      reason: 'nobodyAble',
      places: {
        missing: 1,
        takenElsewhere: 0,
        relaxations: [
          { rule: 'dialect', volunteers: 2, fills: true },
          { rule: 'radius', volunteers: 4, fills: true },
        ],
        otherTimes: [{ from, until, volunteers: 3 }],
      },
    },
  })

  test('what would bring somebody is one tap each: another time, or one wish less', async () => {
    await open(unmet, { 'volunteer.changeRequest': () => ok(requestOf()) })
    expect(screen.getByText(/有 3 人能来/)).toBeInTheDocument()
    press('改到这时候')
    await waitFor(() =>
      expect(asked('volunteer.changeRequest')).toEqual([{ helpRequestId: 7, windows: [{ from, until }] }]),
    )
    expect(screen.getByText('不要求会说川渝话，有 2 人能来')).toBeInTheDocument()
    press('就这样找')
    await waitFor(() => expect(asked('volunteer.changeRequest')).toHaveLength(2))
    expect(asked('volunteer.changeRequest')[1]).toEqual({ helpRequestId: 7, wishes: { homeCounty: 'better' } })
  })

  test('whoever looks after it is named, with the number of his desk', async () => {
    await open(unmet)
    expect(screen.getByText('社区的孙工在替您想办法')).toBeInTheDocument()
    press(/打 0573-5550101/)
    expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: '0573-5550101' })
  })
})

test('done is confirmed, longer when it was longer, and rated once', async () => {
  let now = takenOf({ status: 'done', allowedActions: ['confirm', 'block'] })
  host.params = { helpRequestId: '7' }
  answers({
    ...catalogues,
    'volunteer.request': () => ok(now),
    'volunteer.confirmDone': () => {
      now = takenOf({ status: 'confirmed', allowedActions: ['rate', 'block'] })
      return ok({})
    },
    'volunteer.rateHelp': () => {
      now = takenOf({ status: 'rated', stars: 4, comment: '真好', allowedActions: ['block'] })
      return ok({})
    },
  })
  render(<RequestPage />)
  await screen.findByText('办完了吗？')
  fireEvent.click(screen.getByRole('switch', { name: /比约好的久/ }))
  press('办完了')
  await waitFor(() => expect(asked('volunteer.confirmDone')).toEqual([{ helpRequestId: 7, longer: true }]))
  fireEvent.click(await screen.findByRole('radio', { name: '4 分' }))
  fireEvent.change(screen.getByRole('textbox', { name: /说两句/ }), { target: { value: '真好' } })
  press('提交评价')
  await waitFor(() => expect(asked('volunteer.rateHelp')).toEqual([{ helpRequestId: 7, stars: 4, comment: '真好' }]))
  expect(await screen.findByRole('img', { name: '帮得怎么样？ 4 分' })).toBeInTheDocument()
  expect(screen.getByText('真好')).toBeInTheDocument()
})

test('a step that came too late is said, and the page shows what is so now', async () => {
  await open(takenOf(), { 'volunteer.swapPerson': () => refused({ reason: 'tooLate' }) })
  const before = asked('volunteer.request').length
  press('换个人')
  press('换个人来')
  await waitFor(() =>
    expect(Taro.showToast).toHaveBeenCalledWith(
      expect.objectContaining({ title: expect.stringContaining('不能换了') }),
    ),
  )
  expect(asked('volunteer.request').length).toBeGreaterThan(before)
  for (const reason of ['nothingSaid', 'nobodyThere'] as const) expect(stepRefusal({ reason })).not.toBe('')
})

test('while it is looked at it is asked anew, and no longer when it is put away or over', async () => {
  jest.useFakeTimers()
  try {
    await open(takenOf())
    const count = () => asked('volunteer.request').length
    const first = count()
    await act(() => jest.advanceTimersByTimeAsync(31_000))
    expect(count()).toBe(first + 2)
    act(() => void host.hidePage())
    await act(() => jest.advanceTimersByTimeAsync(60_000))
    expect(count()).toBe(first + 2)
  } finally {
    jest.useRealTimers()
  }
})

test('the list tells what, where it stands, and leads on; empty it leads to asking', async () => {
  const { helpRequestId, kind, status, requesterName, onBehalf, span, people, coming, askedAt } = requestOf()
  const row = { helpRequestId, kind, status, requesterName, onBehalf, span, people, coming, askedAt }
  answers({ 'volunteer.myRequests': () => ok({ rows: [row] }) })
  const page = render(<RequestsPage />)
  fireEvent.click(await screen.findByRole('button', { name: /陪去看病/ }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: expect.stringContaining('helpRequestId=7') })
  page.unmount()
  answers({ 'volunteer.myRequests': () => ok({ rows: [] }) })
  render(<RequestsPage />)
  expect(await screen.findByText('您还没有请人帮过忙。')).toBeInTheDocument()
})
