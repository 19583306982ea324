import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import VisitsPage from '../../../src/features/branch/pages/visits/index'
import WriteVisitPage from '../../../src/features/branch/pages/write-visit/index'
import { AV } from '../../../src/platform/leancloud'
import { dropRefused, flushOutbox } from '../../../src/platform/outbox'
import { storage } from '../../../src/platform/storage'
import { answers, asked, clientModule, ok, refused } from '../activity/cloud'
import { host } from '../doubles/taro'

jest.mock('../../../src/platform/session', () => jest.requireActual('../activity/cloud').sessionModule)
jest.mock('../../../src/platform/client', () => jest.requireActual('../activity/cloud').clientModule)

const { call, Unreachable } = clientModule
const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const sent = () => call.mock.calls.map(([name, input]) => ({ name, ...input }))
const noNetwork = () => {
  throw new Unreachable('off')
}

/** What a household is told apart by, with what the cloud would never send but a careless copy might keep. */
const home = (householdId: number) => ({
  householdId,
  areaCode: '990101001001001',
  areaName: '柳桥第一网格',
  people: householdId,
  reason: 'neighbour',
  status: 'linked',
  hubId: 2,
  hubName: '陈家中心户',
  since: new Date(),
  members: 1,
  version: 1,
  door: '3幢201',
  phone: '13800138000',
})
const online = () =>
  answers({
    'hub.myHouseholds': () => ok({ rows: [home(3), home(4)] }),
    'hub.visits': () => ok({ rows: [] }),
  })
const offline = () => answers({ 'hub.myHouseholds': noNetwork, 'hub.visits': noNetwork })

/** Everything that this phone holds, in one text. */
const onThePhone = () =>
  ['outbox', 'branch/homes', 'draft/branch/visit/new'].map((key) => JSON.stringify(storage.read(key) ?? null)).join()

/** A host who saw the list at home writes in a village without a network. */
async function writesOffline(heard = '老人膝盖疼') {
  online()
  const { unmount } = render(<WriteVisitPage />)
  await screen.findByRole('checkbox', { name: /3 口人 · 邻居/ })
  unmount()
  offline()
  render(<WriteVisitPage />)
  fireEvent.click(await screen.findByRole('checkbox', { name: /3 口人 · 邻居/ }))
  expect(screen.getByText(/没有网。这是上次看到的住户/)).toBeInTheDocument()
  type(/听到了什么/, heard)
  call.mockRejectedValueOnce(new Unreachable('off'))
  tap('写好了')
  await screen.findByText('已保存，联网后自动提交')
}

beforeEach(() => jest.spyOn(AV.User, 'current').mockReturnValue({ id: 'chen' } as never))
afterEach(async () => {
  // What a test left in the outbox is not for the next one.
  call.mockResolvedValue(ok({ visitId: 1 }))
  await act(() => flushOutbox())
  for (const { requestId } of sent()) act(() => dropRefused(requestId))
  call.mockReset()
  cleanup()
  jest.restoreAllMocks()
})

test('a visit without a network waits, is sent once and as it was written, and opens', async () => {
  await writesOffline()
  call.mockResolvedValueOnce(ok({ visitId: 9 }))
  await act(() => flushOutbox())
  await waitFor(() => expect(Taro.redirectTo).toHaveBeenCalledWith({ url: expect.stringContaining('visitId=9') }))
  const [first, second] = sent()
  expect(sent()).toHaveLength(2)
  expect(second).toEqual(first)
  expect(first).toMatchObject({ name: 'hub.writeVisit', householdIds: [3], heard: '老人膝盖疼' })
})

test('nothing on the phone holds a door or a number; once it is sent the notes are gone too', async () => {
  await writesOffline()
  expect(onThePhone()).toContain('老人膝盖疼')
  for (const word of ['3幢201', '13800138000', 'door', 'phone']) expect(onThePhone()).not.toContain(word)
  call.mockResolvedValueOnce(ok({ visitId: 9 }))
  await act(() => flushOutbox())
  expect(onThePhone()).not.toContain('老人膝盖疼')
})

test('several visits wait side by side, and the diary shows them until they are in it', async () => {
  await writesOffline()
  tap('再写一次走访')
  fireEvent.click(screen.getByRole('checkbox', { name: /4 口人 · 邻居/ }))
  expect(screen.getByLabelText(/听到了什么/)).toHaveValue('')
  type(/听到了什么/, '孩子要上学')
  call.mockRejectedValueOnce(new Unreachable('off'))
  tap('写好了')
  await screen.findByText('已保存，联网后自动提交')
  cleanup()
  render(<VisitsPage />)
  expect(await screen.findAllByText('等联网')).toHaveLength(2)
  online()
  call.mockResolvedValue(ok({ visitId: 9 }))
  await act(() => flushOutbox())
  await waitFor(() => expect(screen.queryByText('等联网')).not.toBeInTheDocument())
  expect(asked('hub.visits').length).toBeGreaterThan(0)
  expect(sent().map(({ heard }) => heard)).toEqual(['老人膝盖疼', '孩子要上学', '老人膝盖疼', '孩子要上学'])
})

test('what the cloud does not take is not lost: it is opened, put right, and handed in anew', async () => {
  await writesOffline()
  call.mockResolvedValueOnce(refused({ reason: 'notYourHouseholds' }))
  await act(() => flushOutbox())
  const [first] = sent()
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: expect.stringContaining(`again=${first.requestId}`) })
  cleanup()
  render(<VisitsPage />)
  fireEvent.click(await screen.findByText('没交上'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: expect.stringContaining(`again=${first.requestId}`) })
  cleanup()
  // It is not sent by itself any more.
  await act(() => flushOutbox())
  expect(sent()).toHaveLength(2)

  online()
  host.params = { again: first.requestId }
  render(<WriteVisitPage />)
  expect(await screen.findByDisplayValue('老人膝盖疼')).toBeInTheDocument()
  fireEvent.click(await screen.findByRole('checkbox', { name: /4 口人 · 邻居/ }))
  call.mockResolvedValueOnce(ok({ visitId: 10 }))
  tap('写好了')
  await waitFor(() => expect(Taro.redirectTo).toHaveBeenCalledWith({ url: expect.stringContaining('visitId=10') }))
  expect(sent().at(-1)).toMatchObject({ householdIds: [3, 4], heard: '老人膝盖疼' })
  expect(sent().at(-1).requestId).not.toBe(first.requestId)
  expect(onThePhone()).not.toContain('老人膝盖疼')
})

test('or it is thrown away, once that is said', async () => {
  await writesOffline()
  call.mockResolvedValueOnce(refused({ reason: 'promiseDayWrong' }))
  await act(() => flushOutbox())
  const [first] = sent()
  cleanup()
  online()
  host.params = { again: first.requestId }
  render(<WriteVisitPage />)
  await screen.findByDisplayValue('老人膝盖疼')
  tap('不交了，删掉')
  await waitFor(() => expect(Taro.redirectTo).toHaveBeenCalledWith({ url: expect.stringContaining('visits') }))
  expect(onThePhone()).not.toContain('老人膝盖疼')
})

test('another person on the same phone neither sends it nor sees it', async () => {
  await writesOffline()
  cleanup()
  jest.spyOn(AV.User, 'current').mockReturnValue({ id: 'wu' } as never)
  await act(() => flushOutbox())
  expect(sent()).toHaveLength(1)
  render(<VisitsPage />)
  await screen.findByText('网断了，连上再看。')
  expect(screen.queryByText('等联网')).not.toBeInTheDocument()
  cleanup()
  offline()
  render(<WriteVisitPage />)
  await screen.findByRole('button', { name: '写好了' })
  expect(screen.queryByRole('checkbox')).not.toBeInTheDocument()
  jest.spyOn(AV.User, 'current').mockReturnValue({ id: 'chen' } as never)
})
