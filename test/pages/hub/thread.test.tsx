import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import ContactPage from '../../../src/features/hub/pages/contact/index'
import ContactsPage from '../../../src/features/hub/pages/contacts/index'
import { headOf, linesOf, owedWords } from '../../../src/features/hub/thread/lines'
import { stepRefusal } from '../../../src/features/hub/thread/wording'
import { ledWords, tieToContact } from '../../../src/platform/hand-on'
import type { ContactDetail } from '../../../types/hub'
import { answers, asked, clientModule, ok, refused } from '../activity/cloud'
import { host } from '../doubles/taro'
import { contactOf, handedOn } from './made'

jest.mock('../../../src/platform/session', () => jest.requireActual('../activity/cloud').sessionModule)
jest.mock('../../../src/platform/client', () => jest.requireActual('../activity/cloud').clientModule)

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

async function open(contact: ContactDetail, more: Parameters<typeof answers>[0] = {}) {
  host.params = { contactId: '7' }
  answers({ 'hub.contact': () => ok(contact), ...more })
  render(<ContactPage />)
  await screen.findByText(headOf(contact))
}

test.each<[ContactDetail, string]>([
  [contactOf(), '等户长回您'],
  [contactOf({ level: 1 }), '等代理人回您'],
  [contactOf({ aboutHost: true, level: 2 }), '等党支部回您'],
  [contactOf({ status: 'claimed' }), '有人在办了'],
  [handedOn(), '户长请志愿者来帮您，去说一声'],
  [handedOn({ targetId: 4, targetStatus: 'matching' }), '有人在办了'],
  [contactOf({ status: 'answered' }), '回您话了，办得怎么样？'],
])('where it stands, in one sentence %#', (contact, words) => expect(headOf(contact)).toBe(words))

test('what was said, what happened and what it was handed on to stand in the order of time', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 6, minute))
  const contact = contactOf({
    messages: [
      { messageId: 1, from: 'resident', mine: true, callBack: false, words: '一', files: [], at: at(1) },
      { messageId: 2, from: 'host', mine: false, callBack: false, words: '二', files: [], at: at(3) },
    ],
    events: [
      { kind: 'ask', by: 'resident', at: at(1) },
      { kind: 'escalate', by: 'system', at: at(2) },
      { kind: 'handOn', by: 'host', at: at(3) },
    ],
    handOns: [
      { handOnId: 3, to: 'activity', words: '二', itemCode: null, targetId: null, targetStatus: null, at: at(3) },
    ],
  })
  expect(linesOf(contact).map(({ key }) => key)).toEqual(['m1', 'e1', 'm2', 'h3'])
})

test('a step that was taken with words does not say the time twice', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 6, minute))
  const said = { messageId: 2, from: 'host' as const, mine: false, callBack: false, words: '二', files: [], at: at(3) }
  const lines = linesOf(
    contactOf({
      messages: [said],
      events: [
        { kind: 'escalate', by: 'system', at: at(2) },
        { kind: 'sort', by: 'host', at: at(3) },
      ],
    }),
  )
  expect(lines.map((line) => (line.kind === 'event' ? line.timed : line.key))).toEqual([true, false, 'm2'])
})

test('by when is said once beside who: the head names who it is until somebody has begun', () => {
  const by = () => '今天 18:00'
  expect(owedWords(contactOf(), by)).toBe('最晚 今天 18:00 回您')
  expect(owedWords(contactOf({ status: 'sorted' }), by)).toBe('户长最晚 今天 18:00 回您')
  expect(owedWords(contactOf({ dueAt: null }), by)).toBe('')
})

test('a call that was wished already is wished again only after somebody has said something', async () => {
  const at = new Date()
  const wish = { messageId: 1, from: 'resident' as const, mine: true, callBack: true, words: '', files: [], at }
  await open(contactOf({ messages: [wish] }))
  expect(screen.queryByRole('button', { name: /请回个电话/ })).not.toBeInTheDocument()
  expect(screen.getByRole('button', { name: /不用了，收回/ })).toBeInTheDocument()
  cleanup()
  const said = { ...wish, messageId: 2, from: 'host' as const, mine: false, callBack: false, words: '没打通' }
  await open(contactOf({ messages: [wish, said] }))
  expect(screen.getByRole('button', { name: /请回个电话/ })).toBeInTheDocument()
})

test('what else can be done has a heading only where there is something', async () => {
  await open(contactOf({ status: 'confirmed', dueAt: null, allowedActions: ['rate'] }))
  expect(screen.queryByRole('heading', { name: '还可以' })).not.toBeInTheDocument()
})

test('who owes the answer by when, and that it is overdue, is said; what was skipped stays hollow', async () => {
  const at = new Date()
  await open(
    contactOf({
      status: 'claimed',
      overdue: true,
      level: 1,
      events: [
        { kind: 'ask', by: 'resident', at },
        { kind: 'claim', by: 'host', at },
      ],
    }),
  )
  expect(screen.getByText('过了时间，已经催代理人')).toBeInTheDocument()
  expect(screen.getByRole('img', { name: '进度：认领，下一步是回话' })).toBeInTheDocument()
})

test('photos of both sides open large', async () => {
  const file = { fileId: 1, name: 'a.jpg', mimeType: 'image/jpeg', url: '/f/1', urlUntil: new Date() }
  const [first] = contactOf().messages
  Object.assign(Taro, { previewImage: jest.fn() })
  await open(contactOf({ messages: [{ ...(first as NonNullable<typeof first>), files: [file] }] }))
  press('第 1 张照片')
  expect(Taro.previewImage).toHaveBeenCalledWith({
    urls: [expect.stringContaining('/f/1')],
    current: expect.any(String),
  })
})

describe('handed on', () => {
  test('leads there with what was said, and what is made there is tied to the thread once', async () => {
    await open(handedOn())
    press('去求助')
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: expect.stringContaining('volunteer/pages/ask') })
    expect(ledWords('helpRequest')).toBe('米吃完了')
    clientModule.call.mockResolvedValue(ok({}))
    await tieToContact('application', 1)
    expect(clientModule.call).not.toHaveBeenCalled()
    await tieToContact('helpRequest', 12)
    await tieToContact('helpRequest', 13)
    expect(clientModule.call.mock.calls).toEqual([
      ['hub.followHandOn', { requestId: expect.any(String), contactId: 7, handOnId: 3, targetId: 12 }],
    ])
  })

  test('back at the thread without having made it, nothing made later is tied', async () => {
    await open(handedOn())
    press('去求助')
    act(() => void host.showPage())
    await tieToContact('helpRequest', 12)
    expect(clientModule.call).not.toHaveBeenCalled()
  })

  test('what was made before is picked by hand', async () => {
    const from = new Date('2026-11-30T10:00:00+08:00')
    await open(handedOn(), {
      'volunteer.myRequests': () =>
        ok({ rows: [{ helpRequestId: 12, status: 'assigned', span: { from, until: from } }] }),
      'hub.followHandOn': () => ok({}),
    })
    press('已经求助过了')
    fireEvent.click(await screen.findByText('有人接了'))
    await waitFor(() => expect(asked('hub.followHandOn')).toEqual([{ contactId: 7, handOnId: 3, targetId: 12 }]))
  })

  test('what became of it is shown and opens', async () => {
    await open(handedOn({ targetId: 12, targetStatus: 'assigned' }))
    expect(screen.getByText('有人接了')).toBeInTheDocument()
    press('看办到哪了')
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: expect.stringContaining('helpRequestId=12') })
  })

  test('an application opens the guidance of its item', async () => {
    await open(handedOn({ to: 'application', itemCode: 'shop' }))
    press('去办')
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: expect.stringContaining('code=shop') })
  })
})

test('more is said with the same request should it be kept, and the draft goes', async () => {
  await open(contactOf())
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '是二楼' } })
  clientModule.call.mockResolvedValueOnce(ok({}))
  press('发出去')
  await waitFor(() => expect(screen.getByRole('textbox')).toHaveValue(''))
  expect(clientModule.call.mock.calls).toEqual([
    ['hub.sayInContact', expect.objectContaining({ contactId: 7, words: '是二楼', fileIds: [] })],
  ])
})

test('a call is by relay, taking it back is asked once', async () => {
  await open(contactOf(), { 'hub.askCallBack': () => ok({}), 'hub.withdrawContact': () => ok({}) })
  press(/请回个电话/)
  await waitFor(() => expect(asked('hub.askCallBack')).toEqual([{ contactId: 7 }]))
  ;(Taro.showModal as jest.Mock).mockResolvedValueOnce({ confirm: false })
  await waitFor(() => expect(Taro.showToast).toHaveBeenCalled())
  press('不用了，收回')
  await waitFor(() => expect(Taro.showModal).toHaveBeenCalledTimes(1))
  expect(asked('hub.withdrawContact')).toEqual([])
  press('不用了，收回')
  await waitFor(() => expect(asked('hub.withdrawContact')).toEqual([{ contactId: 7 }]))
})

describe('numbers', () => {
  test('are shared for this contact by my word, and the refusal says what to do', async () => {
    await open(contactOf(), { 'hub.shareNumber': () => refused({ reason: 'noPhone' }) })
    expect(screen.queryByText('看对方的号码')).not.toBeInTheDocument()
    fireEvent.click(screen.getByRole('switch', { name: /互相看到号码/ }))
    await waitFor(() => expect(asked('hub.shareNumber')).toEqual([{ contactId: 7, share: true }]))
    await waitFor(() =>
      expect(Taro.showToast).toHaveBeenCalledWith(
        expect.objectContaining({ title: stepRefusal({ reason: 'noPhone' }) }),
      ),
    )
  })

  test('the number is asked for only by a tap, when both agree', async () => {
    await open(contactOf({ numbers: { iShare: true, otherShares: true } }), {
      'hub.contactNumber': () => ok({ phone: '13800138000' }),
    })
    expect(asked('hub.contactNumber')).toEqual([])
    press('看对方的号码')
    expect(await screen.findByText('对方的号码 13800138000')).toBeInTheDocument()
  })
})

test('it is rated once with stars and words, or only confirmed', async () => {
  const answered = contactOf({ status: 'answered', dueAt: null, allowedActions: ['say', 'confirm', 'rate'] })
  await open(answered, { 'hub.rateContact': () => ok({}), 'hub.confirmContact': () => ok({}) })
  expect(screen.getByRole('button', { name: '提交评价' })).toBeDisabled()
  fireEvent.click(screen.getByRole('radio', { name: '5 分' }))
  press('提交评价')
  await waitFor(() => expect(asked('hub.rateContact')).toEqual([{ contactId: 7, stars: 5, comment: '' }]))
  await waitFor(() => expect(screen.getByRole('button', { name: '提交评价' })).toBeEnabled())
  press('办好了，不评了')
  await waitFor(() => expect(asked('hub.confirmContact')).toEqual([{ contactId: 7 }]))
})

test('my contacts say what I asked and what waits for me', async () => {
  const { messages: _m, events: _e, handOns: _h, numbers: _n, ...row } = contactOf({ status: 'claimed' })
  answers({ 'hub.myContacts': () => ok({ rows: [{ ...row, words: '米吃完了', follow: 'helpRequest' }] }) })
  render(<ContactsPage />)
  fireEvent.click(await screen.findByText('米吃完了'))
  expect(screen.getByText('等您去求助')).toBeInTheDocument()
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: expect.stringContaining('contactId=7') })
})
