import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import ItemPage from '../../../src/features/service/pages/item/index'
import { chooseElderMode } from '../../../src/platform/elder-mode'
import { answers, asked, ok, refused } from '../activity/cloud'
import { host } from '../doubles/taro'
import { documentInCase } from '../whole-case'
import { detailOf, documentOf, guideOf, itemOf } from './made'

jest.mock('../../../src/platform/session', () => jest.requireActual('../activity/cloud').sessionModule)
jest.mock('../../../src/platform/client', () => jest.requireActual('../activity/cloud').clientModule)

type Answers = Record<string, string>
const guided = (outcome: Parameters<typeof guideOf>[1] = {}) => ({
  'catalogue.item': () => ok(itemOf()),
  'catalogue.guide': (input: Record<string, unknown>) => ok(guideOf(input.answers as Answers, outcome)),
})
/** Every choice asks the cloud: what it answers is on the page when this is over. */
const choose = async (name: string) => {
  const option = await screen.findByRole('radio', { name })
  await act(async () => fireEvent.click(option))
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const opened = () => (Taro.navigateTo as jest.Mock).mock.calls.map(([{ url }]) => url as string)

async function open() {
  host.params = { code: 'MZ-01' }
  const page = render(<ItemPage />)
  await screen.findByText('老人多大年纪？')
  return page
}
async function answerAll() {
  await choose('80 岁以上')
  await choose('在云溪县')
  fireEvent.click(await screen.findByRole('button', { name: '看看怎么办' }))
}

afterEach(() => act(() => chooseElderMode(false)))

test('the answer comes first, then why, then what to prepare and what not', async () => {
  answers(guided())
  await open()
  expect(screen.getByRole('button', { name: '还有 2 问没答' })).toBeDisabled()
  await answerAll()
  expect(await screen.findByText('您不用跑')).toBeInTheDocument()
  expect(screen.getByText('在手机上就能办完，钱直接打到社保卡。')).toBeInTheDocument()
  expect(screen.getByText('在云溪县')).toBeInTheDocument()
  expect(screen.getByText('只要准备 1 样')).toBeInTheDocument()
  expect(screen.getByText('共 2 样，1 样不用交')).toBeInTheDocument()
  expect(screen.getByText('我们向公安查，不用交')).toBeInTheDocument()
  press('开始办')
  expect(opened()[0]).toMatch(/apply.*code=MZ-01/)
})

test('one visit is said with its reason, and a fee is never hidden', async () => {
  answers(guided({ visits: 1, visitWhy: '要本人拍照。', fee: { cents: 1250, words: '工本费' } }))
  await open()
  await answerAll()
  expect(await screen.findByText('跑一次就行')).toBeInTheDocument()
  expect(screen.getByText('要本人拍照。')).toBeInTheDocument()
  expect(screen.getByText('12.5')).toBeInTheDocument()
  expect(screen.getByText('工本费')).toBeInTheDocument()
})

test('who cannot apply learns it before a word is typed, with where to go instead', async () => {
  answers(guided())
  await open()
  await choose('在外地')
  fireEvent.click(await screen.findByRole('button', { name: '看看怎么办' }))
  expect(await screen.findByText('这样还办不了')).toBeInTheDocument()
  expect(screen.getByText('请到户口所在地的民政局办。')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '开始办' })).not.toBeInTheDocument()
})

test('an answer can be changed, and the outcome follows', async () => {
  answers(guided())
  await open()
  await answerAll()
  await screen.findByText('您不用跑')
  fireEvent.click(screen.getByRole('link', { name: '改一改' }))
  await choose('在外地')
  fireEvent.click(await screen.findByRole('button', { name: '看看怎么办' }))
  expect(await screen.findByText('这样还办不了')).toBeInTheDocument()
})

test('answers survive leaving the page', async () => {
  answers(guided())
  const page = await open()
  await answerAll()
  await screen.findByText('您不用跑')
  page.unmount()
  render(<ItemPage />)
  expect(await screen.findByText('您不用跑')).toBeInTheDocument()
})

test('an answer that the item does not know any more is asked anew, not fatal', async () => {
  answers({
    ...guided(),
    'catalogue.guide': (input) => {
      const given = input.answers as Answers
      return 'home' in given ? refused({ reason: 'answerUnknown', key: 'home' }) : ok(guideOf(given))
    },
  })
  await open()
  await choose('在云溪县')
  expect(await screen.findByText('户口在哪里？')).toBeInTheDocument()
  expect(asked('catalogue.guide').at(-1)).toMatchObject({ answers: {} })
})

test('in the large mode there is one question a screen, with a way back', async () => {
  act(() => chooseElderMode(true))
  answers(guided())
  await open()
  expect(screen.queryByText('户口在哪里？')).not.toBeInTheDocument()
  await choose('80 岁以上')
  expect(await screen.findByText('户口在哪里？')).toBeInTheDocument()
  expect(screen.queryByText('老人多大年纪？')).not.toBeInTheDocument()
  press('上一问')
  expect(screen.getByText('老人多大年纪？')).toBeInTheDocument()
  await choose('80 岁以上')
  await choose('在云溪县')
  expect(await screen.findByText('您不用跑')).toBeInTheDocument()
})

test('a document of an earlier application need not be prepared again', async () => {
  const before = detailOf({
    documents: [
      documentInCase({ reusable: true, files: [{ fileId: 3, name: 'a', mimeType: 'image/jpeg', bytes: 1, url: '' }] }),
    ],
  })
  answers({
    ...guided({ documents: [documentOf({ reusable: true })] }),
    'application.mine': ({ when }) => ok({ rows: when === 'ended' ? [{ ...before, asHelper: false }] : [] }),
    'application.detail': () => ok(before),
  })
  await open()
  await answerAll()
  expect(await screen.findByText('您 11 月交过，同意就直接用')).toBeInTheDocument()
  expect(screen.getByText('什么都不用准备')).toBeInTheDocument()
})

test('being helped begins with a draft in the cloud, where the helper finds it', async () => {
  answers({ ...guided(), 'application.saveDraft': () => ok({ applicationId: 9, savedAt: new Date(), itemVersion: 2 }) })
  await open()
  await answerAll()
  fireEvent.click(await screen.findByRole('button', { name: '请人帮我办' }))
  await screen.findByRole('button', { name: '请人帮我办' })
  await act(async () => undefined)
  expect(asked('application.saveDraft')[0]).toMatchObject({ itemCode: 'MZ-01', answers: { age: 'over', home: 'here' } })
  expect(opened().at(-1)).toMatch(/helper.*applicationId=9/)
})

test('an item that is only listed has somebody to call and nothing to fill in', async () => {
  host.params = { code: 'X-1' }
  answers({ 'catalogue.item': () => ok(itemOf({ canApply: false, name: '不动产登记' })) })
  render(<ItemPage />)
  fireEvent.click(await screen.findByRole('button', { name: '打电话问 0571-8888001' }))
  expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: '0571-8888001' })
  expect(within(document.body).queryByRole('button', { name: '开始办' })).not.toBeInTheDocument()
})
