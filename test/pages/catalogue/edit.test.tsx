import Taro from '@tarojs/taro'
import { configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { completeContent, problemsInContent } from '../../../cloud/catalogue/check/rules'
import { guideFor } from '../../../cloud/catalogue/rules'
import { optionsFrom } from '../../../src/features/catalogue/edit/keys'
import CatalogueItemPage from '../../../src/features/catalogue/pages/edit/index'
import type { ItemDraft } from '../../../types/catalogue'
import { contentOf } from '../../factories/items'
import { host } from '../doubles/taro'

type Sent = { code: string; draft: ItemDraft; itemId?: number; answers?: Record<string, string> }
const mockSaved: Sent[] = []
const mockStored = { draft: undefined as ItemDraft | undefined, publishedVersion: null as number | null }
jest.mock('../../../src/platform/session', () => ({ useMe: () => null, useSignedIn: () => true }))
// The rules are the cloud's own; only the wire between is left out.
jest.mock('../../../src/platform/client', () => ({
  CallFailed: class CallFailed extends Error {},
  Unreachable: class Unreachable extends Error {},
  client: {
    catalogue: {
      preview: async ({ draft, answers = {} }: Sent) => {
        const content = completeContent(draft)
        const problems = problemsInContent(draft)
        return {
          ok: true,
          value: { problems, guide: content && problems.length === 0 ? guideFor(content, answers) : null },
        }
      },
      saveItem: async (input: Sent) => {
        mockSaved.push(input)
        return { ok: true, value: { itemId: 7, problems: [] } }
      },
      staffItem: async () => ({
        ok: true,
        value: {
          itemId: 7,
          code: 'GL-1',
          status: mockStored.publishedVersion ? 'published' : 'draft',
          publishedVersion: mockStored.publishedVersion,
          draft: mockStored.draft,
          problems: [],
          changed: false,
          versions: [],
        },
      }),
    },
  },
}))

// The page asks half a second after the last key, and the machine may be busy.
configure({ asyncUtilTimeout: 20_000 })

const type = (label: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } })
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

beforeEach(() => {
  mockSaved.length = 0
  mockStored.draft = contentOf()
  mockStored.publishedVersion = null
})

test('an item is written in words alone: keys and conditions come by themselves', async () => {
  host.params = {}
  render(<CatalogueItemPage />)
  type('事项名称', '犬只登记')
  type('哪个部门办', '县公安局')
  type('事项编码', 'gq-1')
  press('加一个问题')
  type('问题', '打疫苗了吗？')
  type('可以怎么答，一行写一个', '打了\n没有\n')
  press('加一样材料')
  type('材料名称', '免疫证明')
  const when = screen.getByRole('group', { name: '什么情形' })
  fireEvent.click(within(when).getByText('打了'))
  press('存下来')
  await waitFor(() => expect(mockSaved).toHaveLength(1))
  expect(mockSaved[0]).toMatchObject({
    code: 'GQ-1',
    draft: {
      name: '犬只登记',
      department: '县公安局',
      guidance: [
        {
          key: 'q1',
          question: '打疫苗了吗？',
          options: [
            { value: 'o1', label: '打了' },
            { value: 'o2', label: '没有' },
          ],
        },
      ],
      documents: [{ key: 'd1', name: '免疫证明', when: [{ answer: 'q1', oneOf: ['o1'] }] }],
    },
  })
  expect(mockSaved[0]?.draft.guidance?.[0]?.options).toHaveLength(2)
})

test('what is missing is named in the words of the page, and holds back publishing', async () => {
  host.params = {}
  render(<CatalogueItemPage />)
  expect(await screen.findByText(/还有 \d+ 处要补/)).toBeInTheDocument()
  expect(screen.getAllByText(/办好给什么：还没有填/).length).toBeGreaterThan(0)
  expect(screen.getByRole('button', { name: '公开' })).toBeDisabled()
})

test('who else looks at it, the days people get, how long documents are kept, and the few words of an answer', async () => {
  host.params = { itemId: '7' }
  render(<CatalogueItemPage />)
  await screen.findByText('该写的都齐了')
  press('加一个部门')
  expect(await screen.findByText(/^还要哪些部门一起看 第 1 个，部门名称：/)).toBeInTheDocument()
  type('部门名称', '县公安局')
  type('要补的，给居民几个工作日', '20')
  type('以后补的，给居民几个工作日', '')
  type('办完后材料保存几个月', '700')
  expect(await screen.findByText('办完后材料保存几个月：最多 600')).toBeInTheDocument()
  type('办完后材料保存几个月', '36')
  press('给谁办？')
  type('「给自己办」的简称', '自己')
  press('存下来')
  await waitFor(() => expect(mockSaved).toHaveLength(1))
  const saved = mockSaved[0]?.draft
  expect(saved).toMatchObject({
    reviews: [{ key: 'r1', department: '县公安局' }],
    correctionDays: 20,
    retentionMonths: 36,
  })
  expect(saved?.deferDays).toBeUndefined()
  expect(saved?.guidance?.[0]?.options[0]).toEqual({ value: 'me', label: '给自己办', short: '自己' })
  expect(completeContent(saved as ItemDraft)?.deferDays).toBe(15)
})

test('a fee is written in yuan, to the cent', async () => {
  host.params = { itemId: '7' }
  render(<CatalogueItemPage />)
  await screen.findByText('该写的都齐了')
  press('加一种收费')
  type('多少元，可以写到分', '12.5')
  type('怎么向居民说', '工本费')
  press('存下来')
  await waitFor(() => expect(mockSaved).toHaveLength(1))
  expect(mockSaved[0]?.draft.fees?.at(-1)).toMatchObject({ cents: 1250, words: '工本费' })
})

test('shows what residents will see, answer by answer', async () => {
  host.params = { itemId: '7' }
  render(<CatalogueItemPage />)
  expect(await screen.findByText('该写的都齐了')).toBeInTheDocument()
  const answer = async (question: string, words: string) =>
    fireEvent.click(within(await screen.findByRole('radiogroup', { name: question })).getByText(words))
  await answer('给谁办？', '给自己办')
  await waitFor(() =>
    expect(screen.getByText('给自己办').closest('[role=radio]')).toHaveAttribute('aria-checked', 'true'),
  )
  await answer('户口在云溪县吗？', '在')
  expect(await screen.findByText('您不用跑')).toBeInTheDocument()
  expect(screen.getByText('只要准备 1 样')).toBeInTheDocument()
  await answer('户口在云溪县吗？', '不在')
  expect(await screen.findByText('津贴由户口所在地发')).toBeInTheDocument()
})

test('the code of a published item stays', async () => {
  host.params = { itemId: '7' }
  mockStored.publishedVersion = 2
  render(<CatalogueItemPage />)
  expect(await screen.findByText('现在公开的是第 2 版')).toBeInTheDocument()
  expect(screen.getByRole('textbox', { name: '事项编码' })).toBeDisabled()
  expect(Taro.navigateTo).not.toHaveBeenCalled()
})

test('an option keeps its value when its words change, so that conditions go on naming it', () => {
  const before = [
    { value: 'here', label: '在' },
    { value: 'away', label: '不在' },
  ]
  expect(optionsFrom('在本县\n不在', before).map((o) => o.value)).toEqual(['here', 'away'])
  expect(optionsFrom('不在\n在', before).map((o) => o.value)).toEqual(['away', 'here'])
  expect(optionsFrom('在\n不在\n说不清', before).map((o) => o.value)).toEqual(['here', 'away', 'o1'])
  expect(optionsFrom('不在', before).map((o) => o.value)).toEqual(['away'])
})
