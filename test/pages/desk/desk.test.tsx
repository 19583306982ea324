import Taro from '@tarojs/taro'
import { configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import BoardPage from '../../../src/features/desk/pages/board/index'
import DeskPage from '../../../src/features/desk/pages/queue/index'
import { answers, asked, clientModule, ok, refused } from '../activity/cloud'
import { caseOf, rowOf } from './cases'

jest.mock('../../../src/platform/session', () => jest.requireActual('../activity/cloud').sessionModule)
jest.mock('../../../src/platform/client', () => jest.requireActual('../activity/cloud').clientModule)
// A canvas is nothing that jsdom can draw on; the picture says its numbers.
jest.mock('uplot', () => ({
  __esModule: true,
  default: class {
    destroy() {}
  },
}))

configure({ asyncUtilTimeout: 20_000 })

const said = (words: RegExp) =>
  waitFor(() =>
    expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: expect.stringMatching(words) })),
  )
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const key = (name: string, more = {}) => fireEvent.keyDown(document.body, { key: name, ...more })

const second = rowOf({ applicationId: 2, itemName: '户外招牌备案', applicantName: '林小军' })
const counts = { all: 2, late: 0, soon: 2, go: 0, idle: 0 }
let version = 3

async function openDesk(more: Parameters<typeof answers>[0] = {}) {
  answers({
    'application.queue': () => ok({ rows: [rowOf(), second], counts }),
    'application.case': ({ applicationId }) =>
      ok(
        applicationId === 2
          ? caseOf({ applicationId: 2, itemName: '户外招牌备案', applicantName: '林小军' })
          : caseOf(),
      ),
    'application.saveReview': () => ok({ version: ++version, status: 'submitted' }),
    ...more,
  })
  render(<DeskPage />)
  await screen.findByRole('heading', { name: '小餐饮店登记 · 吴桂英' })
}

beforeEach(() => {
  version = 3
  Element.prototype.scrollIntoView = jest.fn()
  window.matchMedia = ((query: string) => ({
    matches: query.includes('1024'),
    addEventListener: () => {},
    removeEventListener: () => {},
  })) as unknown as typeof window.matchMedia
})

test('filters say how many there are, and ask the cloud for that light and those cases', async () => {
  await openDesk()
  fireEvent.click(screen.getByRole('tab', { name: '快到期 2 件' }))
  await waitFor(() => expect(asked('application.queue')).toContainEqual(expect.objectContaining({ light: 'soon' })))
  fireEvent.click(screen.getByRole('tab', { name: '待认领' }))
  await waitFor(() => expect(asked('application.queue').at(-1)).toMatchObject({ whose: 'unclaimed' }))
  expect(asked('application.queue').at(-1)).not.toHaveProperty('light')
})

test('j opens the next case and k the one before', async () => {
  await openDesk()
  key('j')
  await screen.findByRole('heading', { name: '户外招牌备案 · 林小军' })
  key('k')
  await screen.findByRole('heading', { name: '小餐饮店登记 · 吴桂英' })
})

test('N marks a document, Y the next; each verdict is kept on the version that came before it', async () => {
  await openDesk()
  key('n')
  await waitFor(() => expect(asked('application.saveReview')).toHaveLength(1))
  fireEvent.click(screen.getByRole('tab', { name: /店面平面图/ }))
  key('y')
  await waitFor(() => expect(asked('application.saveReview')).toHaveLength(2))
  expect(asked('application.saveReview')).toEqual([
    { applicationId: 1, version: 3, verdicts: [{ key: 'health', verdict: 'notOk' }] },
    { applicationId: 1, version: 4, verdicts: [{ key: 'plan', verdict: 'ok' }] },
  ])
})

describe('the notice', () => {
  const write = async (more: Parameters<typeof answers>[0]) => {
    await openDesk(more)
    key('n')
    await screen.findByRole('heading', { name: '一次性告知' })
    fireEvent.click(screen.getByRole('tab', { name: /店面平面图/ }))
    key('y')
    fireEvent.change(screen.getByRole('textbox', { name: '哪里不对' }), { target: { value: '健康证到期了。' } })
  }
  const how = () =>
    fireEvent.change(screen.getByRole('textbox', { name: '怎么补' }), { target: { value: '重办再拍。' } })

  test('is not sent with an empty line, and goes out once when it is whole', async () => {
    await write({
      'application.requestCorrection': () => ok({ version: 9, status: 'correctionRequested', dueAt: new Date() }),
    })
    key('Enter', { ctrlKey: true })
    expect(await screen.findByText('写一句怎么补')).toBeInTheDocument()
    expect(asked('application.requestCorrection')).toEqual([])
    how()
    press(/发出告知\(1 项\)/)
    await said(/发出去了/)
    expect(asked('application.requestCorrection')).toEqual([
      {
        applicationId: 1,
        version: 5,
        lines: [{ key: 'health', what: '健康证到期了。', how: '重办再拍。' }],
      },
    ])
  })

  test('stays as it was typed when somebody was faster, who is named', async () => {
    const at = new Date('2026-11-24T06:20:00Z')
    await write({
      'application.requestCorrection': () =>
        refused({ reason: 'changed', by: '孙丽', at, status: 'accepted', version: 8 }),
    })
    how()
    press(/发出告知/)
    expect(await screen.findByText('孙丽 14:20 已经受理了')).toBeInTheDocument()
    press('看最新')
    await waitFor(() => expect(screen.queryByText('孙丽 14:20 已经受理了')).not.toBeInTheDocument())
    fireEvent.click(screen.getByRole('tab', { name: /健康证/ }))
    key('n')
    expect(screen.getAllByRole('textbox', { name: '哪里不对' })[0]).toHaveValue('健康证到期了。')
  })
})

test('several are accepted at once, with the versions that were seen', async () => {
  await openDesk({ 'application.accept': () => ok({ rows: [{}, {}] }) })
  press('选几件一起办')
  fireEvent.click(screen.getByRole('checkbox', { name: '选 小餐饮店登记 吴桂英' }))
  fireEvent.click(screen.getByRole('checkbox', { name: '选 户外招牌备案 林小军' }))
  press('受理 2 件')
  await said(/受理了 2 件/)
  expect(asked('application.accept')).toEqual([
    {
      cases: [
        { applicationId: 1, version: 3 },
        { applicationId: 2, version: 3 },
      ],
    },
  ])
})

test('a case that is not mine shows no verdicts and nothing to send', async () => {
  await openDesk({ 'application.case': () => ok(caseOf({ mine: false, allowedActions: ['say'] })) })
  expect(screen.queryByRole('button', { name: /不合格/ })).not.toBeInTheDocument()
  expect(screen.getByText('这件由孙丽负责，您可以看。')).toBeInTheDocument()
})

test('whoever is responsible asks for the number before it is shown; whoever only looks sees its ends', async () => {
  const maskedPhone = '137****0001'
  await openDesk({
    'application.case': ({ applicationId }) =>
      ok(
        applicationId === 2
          ? caseOf({ applicationId: 2, itemName: '户外招牌备案', applicantName: '林小军', maskedPhone })
          : caseOf({ maskedPhone, allowedActions: ['review', 'revealPhone'] }),
      ),
    'application.revealPhone': () => ok({ phone: '13711110001' }),
  })
  expect(screen.getByText('电话 137****0001')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '打电话' })).not.toBeInTheDocument()
  expect(asked('application.revealPhone')).toEqual([])
  press('显示号码')
  expect(await screen.findByText('电话 13711110001')).toBeInTheDocument()
  expect(asked('application.revealPhone')).toEqual([{ applicationId: 1 }])
  press('打电话')
  expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: '13711110001' })
  // The next case has a number of its own.
  key('j')
  await screen.findByRole('heading', { name: '户外招牌备案 · 林小军' })
  expect(screen.getByText('电话 137****0001')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '显示号码' })).not.toBeInTheDocument()
})

test('whoever only watches is told that the content is not for him', async () => {
  await openDesk({
    'application.case': () => ok(caseOf({ mine: false, withheld: true, values: {}, allowedActions: [] })),
  })
  expect(screen.getByText(/您管的是时限/)).toBeInTheDocument()
  expect(screen.queryByText('桂英小面馆')).not.toBeInTheDocument()
  expect(screen.queryByText('这个事项不用填表')).not.toBeInTheDocument()
})

test('the board shows the numbers, sorts its table, and says the lines in words', async () => {
  const rates = {
    decided: 10,
    zeroVisitRate: 0.8,
    oneVisitRate: 0.2,
    exceptions: 0,
    onTimeRate: 0.9,
    ratings: 4,
    satisfiedRate: null,
    averageDays: 2,
  }
  answers({
    'application.board': () =>
      ok({
        open: 37,
        late: 2,
        soon: 3,
        paused: 1,
        total: rates,
        byDepartment: [
          { department: '公安局', ...rates },
          { department: '人社局', ...rates, decided: 20, zeroVisitRate: 0.5 },
        ],
        byCommunity: [],
        byMonth: [{ month: '2026-11', ...rates }],
      }),
  })
  render(<BoardPage />)
  expect(await screen.findByText('37')).toBeInTheDocument()
  expect(screen.getByRole('img', { name: '零跑率：11月 80%' })).toBeInTheDocument()
  const table = within(screen.getByRole('table', { name: '各部门' }))
  const names = () => table.getAllByText(/局$/).map((e) => e.textContent)
  expect(names()).toEqual(['人社局', '公安局'])
  fireEvent.click(table.getByRole('button', { name: '按零跑率排' }))
  expect(names()).toEqual(['公安局', '人社局'])
  expect(clientModule.call).not.toHaveBeenCalled()
})
