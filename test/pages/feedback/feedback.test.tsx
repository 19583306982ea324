import Taro from '@tarojs/taro'
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import FeedbackDeskPage from '../../../src/features/feedback/pages/desk/index'
import FeedbackDetailPage from '../../../src/features/feedback/pages/detail/index'
import FeedbackSendPage from '../../../src/features/feedback/pages/send/index'
import { answers, asked, clientModule, ok, refused } from '../activity/cloud'
import { host } from '../doubles/taro'

jest.mock('../../../src/platform/session', () => jest.requireActual('../activity/cloud').sessionModule)
jest.mock('../../../src/platform/client', () => jest.requireActual('../activity/cloud').clientModule)

const row = {
  feedbackId: 5,
  number: '20261126-003',
  kind: 'complaint',
  about: 'service',
  areaName: '柳桥社区',
  words: '窗口排了两个小时队，没人叫号。',
  anonymous: false,
  sentAt: new Date('2026-11-26T02:00:00Z'),
  answerBy: new Date('2099-12-03T09:00:00Z'),
  state: 'open',
  light: 'go',
  ownerName: '刘敏',
  answer: null,
  answeredAt: null,
  allowedActions: ['withdraw'],
}
beforeEach(() => {
  Taro.clearStorageSync()
  host.params = { feedbackId: '5' }
})
const said = (words: RegExp) =>
  waitFor(() =>
    expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: expect.stringMatching(words) })),
  )

describe('writing one', () => {
  const write = async () => {
    render(<FeedbackSendPage />)
    fireEvent.click(await screen.findByRole('radio', { name: '投诉' }))
    fireEvent.click(screen.getByRole('radio', { name: '办事' }))
    fireEvent.change(screen.getByRole('textbox', { name: '怎么回事' }), { target: { value: row.words } })
  }
  const submit = () => fireEvent.click(screen.getByRole('button', { name: '交上去' }))

  test('names everything that is missing, and sends nothing', async () => {
    render(<FeedbackSendPage />)
    submit()
    expect(await screen.findByText('请选投诉还是建议')).toBeInTheDocument()
    expect(screen.getByText('请选说的是什么')).toBeInTheDocument()
    expect(screen.getByText('至少写 5 个字')).toBeInTheDocument()
    expect(clientModule.call).not.toHaveBeenCalled()
  })

  test('sends it once and goes on to what became of it', async () => {
    clientModule.call.mockResolvedValueOnce(ok(row))
    await write()
    submit()
    await waitFor(() =>
      expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/features/feedback/pages/detail/index?feedbackId=5' }),
    )
    expect(clientModule.call).toHaveBeenCalledWith(
      'feedback.send',
      expect.objectContaining({ kind: 'complaint', about: 'service', anonymous: false, words: row.words }),
    )
  })

  test('keeps the words where they were refused, with the reason under them', async () => {
    clientModule.call.mockResolvedValueOnce(refused({ reason: 'wordsRefused' }))
    await write()
    submit()
    expect(await screen.findByText(/没有通过内容检查/)).toBeInTheDocument()
    expect(screen.getByRole('textbox', { name: '怎么回事' })).toHaveValue(row.words)
  })

  test('says who answers when it is about the people who work there', async () => {
    render(<FeedbackSendPage />)
    fireEvent.click(await screen.findByRole('radio', { name: '工作人员' }))
    expect(screen.getByText(/由上一级来答复/)).toBeInTheDocument()
  })
})

describe('reading one', () => {
  const open = async (changes: object) => {
    answers({
      'feedback.detail': () => ok({ ...row, ...changes }),
      'feedback.withdraw': () => ok({ ...row, state: 'withdrawn', light: 'idle', allowedActions: [] }),
    })
    render(<FeedbackDetailPage />)
    await screen.findByText(row.words)
  }

  test('until when and by whom, before the answer', async () => {
    await open({})
    expect(screen.getByText(/最晚 .*17:00 答复/)).toBeInTheDocument()
    expect(screen.getByText(/20261126-003 · 刘敏 负责答复/)).toBeInTheDocument()
    expect(screen.getByText('还没有答复。')).toBeInTheDocument()
  })

  test('that it is late, in words', async () => {
    await open({ light: 'late', answerBy: new Date('2026-11-20T09:00:00Z') })
    expect(screen.getByText(/逾期：该在 周五\(11月20日\)17:00 前答复/)).toBeInTheDocument()
  })

  test('the answer, and no way to take it back then', async () => {
    const answer = '叫号机修好了。'
    await open({ state: 'answered', answer, answeredAt: row.sentAt, allowedActions: [] })
    expect(screen.getByText(answer)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '撤回' })).not.toBeInTheDocument()
  })

  test('is taken back after one question', async () => {
    await open({})
    fireEvent.click(screen.getByRole('button', { name: '撤回' }))
    expect(await screen.findByText('已撤回')).toBeInTheDocument()
    expect(asked('feedback.withdraw')).toEqual([{ feedbackId: 5 }])
  })
})

describe('answering', () => {
  const open = async (answer: () => unknown) => {
    answers({
      'feedback.desk': () => ok({ rows: [{ ...row, from: null, mine: true, allowedActions: ['answer'] }] }),
      'feedback.answer': answer,
    })
    render(<FeedbackDeskPage />)
    await screen.findByText(row.words)
    fireEvent.click(screen.getByRole('button', { name: '去答复 20261126-003' }))
    const sheet = within(await screen.findByRole('dialog', { name: '答复' }))
    fireEvent.change(sheet.getByRole('textbox', { name: '答复' }), { target: { value: '叫号机修好了。' } })
    return sheet
  }

  test('shows 匿名 where no name was given, and sends one answer', async () => {
    const sheet = await open(() => ok({}))
    expect(screen.getByText(/匿名 · 柳桥社区/)).toBeInTheDocument()
    fireEvent.click(sheet.getByRole('button', { name: '发出答复' }))
    await said(/答复发出去了/)
    expect(asked('feedback.answer')).toEqual([{ feedbackId: 5, answer: '叫号机修好了。' }])
  })

  test('hears when a colleague was faster', async () => {
    const sheet = await open(() => refused({ reason: 'alreadyAnswered' }))
    fireEvent.click(sheet.getByRole('button', { name: '发出答复' }))
    await said(/别人已经答复了/)
  })
})
