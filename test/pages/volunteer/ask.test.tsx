import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import * as v from 'valibot'
import { type Slot, slotsAt, timesOf } from '../../../src/features/volunteer/ask/times'
import AskPage from '../../../src/features/volunteer/pages/ask/index'
import { chooseElderMode } from '../../../src/platform/elder-mode'
import { flushOutbox } from '../../../src/platform/outbox'
import { volunteer } from '../../../types/volunteer'
import { answers, asked, clientModule, liu, ok, refused } from '../activity/cloud'
import { catalogues } from './made'

jest.mock('../../../src/platform/session', () => jest.requireActual('../activity/cloud').sessionModule)
jest.mock('../../../src/platform/client', () => jest.requireActual('../activity/cloud').clientModule)

const { call } = clientModule
const sent = () => call.mock.calls.filter(([name]) => name === 'volunteer.ask').map(([, input]) => input)
const done = { helpRequestId: 9, status: 'offered', asked: 2, answerBy: new Date(), ownerName: '孙工' }
const tap = (role: string, name: string | RegExp) => fireEvent.click(screen.getByRole(role, { name }))
const radio = (group: string, name: string) =>
  fireEvent.click(within(screen.getByRole('radiogroup', { name: group })).getByRole('radio', { name }))
const open = (line: RegExp) => tap('button', line)
const close = () => tap('button', '好了')

function start() {
  answers({
    ...catalogues,
    'people.dependants': () => ok({ rows: [{ personId: 12, name: '妈妈', relation: 'parent', community: null }] }),
    'people.areas': () => ok({ rows: [] }),
  })
  return render(<AskPage />)
}

beforeEach(() => call.mockReset())
afterEach(() => {
  liu.privacyConsent = { version: '2026-11-01' }
  act(() => chooseElderMode(false))
})

describe('three taps', () => {
  test('ask for a common kind of help, with everything else as it is expected, and lead to its page', async () => {
    start()
    tap('radio', '陪去看病')
    radio('什么时候？', '明天上午')
    call.mockResolvedValueOnce(ok(done))
    tap('button', '请人来帮')
    await waitFor(() =>
      expect(Taro.redirectTo).toHaveBeenCalledWith({
        url: '/features/volunteer/pages/request/index?helpRequestId=9',
      }),
    )
    const [input] = sent()
    expect(input).toMatchObject({ kind: 'escort', urgency: 'thisWeek', automatic: true, wishes: {}, dialects: [] })
    expect(input).not.toHaveProperty('personId')
    expect(input).not.toHaveProperty('people')
    // As the cloud itself checks it.
    expect(v.safeParse(volunteer.ask.input, { ...input }).issues).toBeUndefined()
    const [window] = input.windows
    expect(window.until.getTime() - window.from.getTime()).toBe(4 * 3_600_000)
  })

  test('are enough in the large mode too, one question a screen', async () => {
    act(() => chooseElderMode(true))
    start()
    tap('radio', '代买代取')
    expect(screen.queryByRole('radio', { name: '陪去看病' })).not.toBeInTheDocument()
    radio('什么时候？', '明天下午')
    expect(screen.queryByRole('radiogroup', { name: '什么时候？' })).not.toBeInTheDocument()
    call.mockResolvedValueOnce(ok(done))
    tap('button', '请人来帮')
    await waitFor(() => expect(sent()).toHaveLength(1))
    expect(sent()[0]).toMatchObject({ kind: 'errand', urgency: 'thisWeek' })
  })

  test('the less common kinds are one tap further', () => {
    start()
    expect(screen.queryByRole('radio', { name: '问法律' })).not.toBeInTheDocument()
    tap('button', '更多')
    expect(screen.getAllByRole('radio')).toHaveLength(16)
    expect(screen.getByRole('radio', { name: '问法律' })).toBeInTheDocument()
  })
})

test('every line that is opened counts: for whom, where, words, wishes, how many, and by staff', async () => {
  start()
  tap('radio', '搬抬东西')
  radio('什么时候？', '明天上午')
  open(/^帮谁/)
  fireEvent.click(await screen.findByRole('radio', { name: '妈妈' }))
  close()
  open(/^到哪里/)
  fireEvent.change(screen.getByRole('textbox', { name: /门牌/ }), { target: { value: '柳桥路 8 号' } })
  ;(Taro.getLocation as jest.Mock).mockResolvedValueOnce({ latitude: 1, longitude: 2 })
  tap('button', '用我现在的位置')
  expect(await screen.findByRole('button', { name: '用的是现在的位置' })).toBeInTheDocument()
  close()
  open(/^说两句/)
  fireEvent.change(screen.getByRole('textbox', { name: /说两句/ }), { target: { value: '有个大柜子' } })
  close()
  open(/^有什么要求/)
  fireEvent.click(await screen.findByRole('radio', { name: '川渝话' }))
  radio('这种话', '一定要')
  radio('希望谁来', '男的')
  close()
  expect(screen.getByText('一定会说川渝话，最好是男的')).toBeInTheDocument()
  open(/^怎么找人/)
  tap('switch', /让社区安排/)
  close()
  call.mockResolvedValueOnce(ok(done))
  tap('button', '请社区安排')
  await waitFor(() => expect(sent()).toHaveLength(1))
  expect(sent()[0]).toMatchObject({
    personId: 12,
    address: '柳桥路 8 号',
    lat: 1,
    lng: 2,
    words: '有个大柜子',
    dialects: ['chuanyu'],
    sex: 'male',
    wishes: { dialect: 'must', sameSex: 'better' },
    automatic: false,
  })
})

test('a place that the phone does not tell is no obstacle', async () => {
  start()
  tap('radio', '陪去看病')
  open(/^到哪里/)
  tap('button', '用我现在的位置')
  expect(await screen.findByText(/没取到位置/)).toBeInTheDocument()
})

test('the three emergency numbers are one tap away, and before everything else where people fight', () => {
  start()
  tap('button', '打 120 急救')
  expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: '120' })
  tap('button', '更多')
  tap('radio', '劝架调解')
  expect(screen.getByText(/先打 110，别靠近/)).toBeInTheDocument()
  tap('button', '打 110 报警')
  expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: '110' })
})

describe('without a network', () => {
  test('it is kept, said, not asked for twice, sent once, and leads on by itself', async () => {
    const page = start()
    tap('radio', '陪去看病')
    radio('什么时候？', '明天上午')
    call.mockRejectedValueOnce(new clientModule.Unreachable('no network'))
    tap('button', '请人来帮')
    expect(await screen.findByText('已保存，联网后自动提交')).toBeInTheDocument()
    page.unmount()
    render(<AskPage />)
    expect(screen.getByText('已保存，联网后自动提交')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '请人来帮' })).not.toBeInTheDocument()
    call.mockResolvedValueOnce(ok(done))
    await act(() => flushOutbox())
    await waitFor(() =>
      expect(Taro.redirectTo).toHaveBeenCalledWith({ url: expect.stringContaining('helpRequestId=9') }),
    )
    const [first, second] = sent()
    expect(sent()).toHaveLength(2)
    expect(second).toEqual(first)
  })

  test('what was chosen is there again after the cloud refused it', async () => {
    start()
    tap('radio', '陪去看病')
    radio('什么时候？', '明天上午')
    call.mockRejectedValueOnce(new clientModule.Unreachable('no network'))
    tap('button', '请人来帮')
    await screen.findByText('已保存，联网后自动提交')
    call.mockResolvedValueOnce(refused({ reason: 'tooManyRequests', most: 8 }))
    await act(() => flushOutbox())
    expect(await screen.findByText('您已经有 8 件在办，先办完一件再来。')).toBeInTheDocument()
    expect(screen.getByRole('radio', { name: '陪去看病' })).toBeChecked()
  })
})

test.each([
  [{ reason: 'notYours' }, '您不能替这个人求助，请换一个人。'],
  [{ reason: 'noHome' }, '还不知道到哪里帮，请选社区。'],
  [{ reason: 'unknownSkill', skill: 'x' }, '选的本领现在没有了，请重新选。'],
  [{ reason: 'unknownDialect', dialect: 'x' }, '选的方言现在没有了，请重新选。'],
  [{ reason: 'timesWrong', why: 'past' }, '这个时间已经过了，请换一个。'],
  [{ reason: 'timesWrong', why: 'tooShort' }, '这段时间太短，帮不完，请选长一点。'],
  [{ reason: 'timesWrong', why: 'tooFar' }, '太远了，只能约四周以内的。'],
  [{ reason: 'nobodyResponsible' }, '这个社区还没有人负责，请打社区电话。'],
])('a refusal is said in words and what to do: %j', async (refusal, words) => {
  start()
  tap('radio', '陪去看病')
  radio('什么时候？', '明天上午')
  call.mockResolvedValueOnce(refused(refusal))
  tap('button', '请人来帮')
  expect(await screen.findByText(words)).toBeInTheDocument()
})

test('whoever never agreed to the privacy guide is asked beside the button, and agrees before anything is sent', async () => {
  liu.privacyConsent = null
  answers({ ...catalogues, 'people.givePrivacyConsent': () => ok({}) })
  render(<AskPage />)
  tap('radio', '陪去看病')
  radio('什么时候？', '明天上午')
  call.mockResolvedValueOnce(ok(done))
  tap('button', '同意并请人来帮')
  await waitFor(() => expect(sent()).toHaveLength(1))
  expect(asked('people.givePrivacyConsent')).toHaveLength(1)
})

describe('times', () => {
  const at = (text: string) => new Date(`2026-11-24T${text}:00+08:00`)
  const when = (slot: Slot) => ({ slot, day: '2026-11-30', from: '09:00', until: '12:00' })

  test('"today" is there only while enough of it is left for the help', () => {
    expect(slotsAt('errand', at('14:20'))).toContain('today')
    expect(slotsAt('escort', at('17:30'))).not.toContain('today')
    expect(slotsAt('errand', at('21:00'))).toEqual(['now', 'tomorrowMorning', 'tomorrowAfternoon', 'pick'])
  })

  test('become windows that the cloud can take, each with how urgent it is', () => {
    const now = at('14:20')
    expect(timesOf('errand', when('now'), now)).toEqual({
      windows: [{ from: now, until: at('16:20') }],
      urgency: 'now',
    })
    expect(timesOf('errand', when('today'), now)).toEqual({
      windows: [{ from: at('14:30'), until: at('20:00') }],
      urgency: 'today',
    })
    const picked = { from: new Date('2026-11-30T09:00:00+08:00'), until: new Date('2026-11-30T12:00:00+08:00') }
    expect(timesOf('errand', when('pick'), now)).toEqual({ windows: [picked], urgency: 'thisWeek' })
    expect(timesOf('errand', { ...when('pick'), day: '2026-12-10' }, now)?.urgency).toBe('planned')
    expect(timesOf('errand', { ...when('pick'), until: '' }, now)).toBeUndefined()
  })

  test('early in the morning "today" is no longer than a day of help may be', () => {
    const [window] = timesOf('errand', when('today'), at('05:00'))?.windows ?? []
    expect((window?.until.getTime() ?? 0) - (window?.from.getTime() ?? 0)).toBe(12 * 3_600_000)
  })
})
