import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { readCsv } from '../../../cloud/catalogue/file/read-csv'
import { writeCsv } from '../../../cloud/catalogue/file/write'
import CatalogueFilesPage from '../../../src/features/catalogue/pages/files/index'
import { contentOf } from '../../factories/items'

interface Sent {
  requestId: string
  format: 'csv' | 'json'
  base64: string
  publish: boolean
}
const mockGrants = { list: [{ role: 'communityAdmin', areaCode: '330481' }] }
const mockSent: Sent[] = []
const mockNet = { away: false }
jest.mock('../../../src/platform/session', () => ({
  useMe: () => ({ grants: mockGrants.list }),
  useSignedIn: () => true,
}))
// The file is read by the cloud's own rules; only the wire and the database are left out.
jest.mock('../../../src/platform/client', () => {
  class Unreachable extends Error {}
  return {
    CallFailed: class CallFailed extends Error {},
    Unreachable,
    client: {
      catalogue: {
        importItems: async (input: Sent) => {
          mockSent.push(input)
          if (mockNet.away) throw new Unreachable('no network')
          const { items, problems } = readCsv(Buffer.from(input.base64, 'base64').toString())
          if (problems.length > 0) return { ok: false, refusal: { reason: 'problems', rows: problems, more: 0 } }
          const published = input.publish ? items.length : 0
          return { ok: true, value: { added: items.length, changed: 0, same: 0, drafts: 0, published } }
        },
        exportItems: async ({ format }: { format: string }) => ({
          ok: true,
          value: { fileName: `事项目录.${format}`, mimeType: 'text/csv', base64: 'QQ==' },
        }),
      },
    },
  }
})

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
/** Chooses a file in the browser's own dialogue. */
function choose(name: string, content: string) {
  press(/选文件|换一个文件/)
  const input = document.querySelector('input[type=file]') as HTMLInputElement
  Object.defineProperty(input, 'files', { value: [new File([content], name)] })
  fireEvent.change(input)
}
const good = writeCsv([{ code: 'GL-1', draft: contentOf() }])

beforeEach(() => {
  mockSent.length = 0
  mockNet.away = false
  mockGrants.list = [{ role: 'communityAdmin', areaCode: '330481' }]
})

test('a good file is taken in, and the page counts what it brought', async () => {
  render(<CatalogueFilesPage />)
  choose('目录.CSV', good)
  fireEvent.click(await screen.findByRole('switch', { name: /马上公开/ }))
  press('开始导入')
  expect(await screen.findByText('新加 1 个，改了 0 个，没变 0 个')).toBeInTheDocument()
  expect(screen.getByText('公开了 1 个')).toBeInTheDocument()
  expect(mockSent).toEqual([expect.objectContaining({ format: 'csv', publish: true })])
  expect(Buffer.from(mockSent[0]?.base64 ?? '', 'base64').toString()).toBe(good)
})

test('every mistake is shown with its line, and nothing is said to be taken in', async () => {
  render(<CatalogueFilesPage />)
  choose('目录.csv', '事项编码,事项名称,部门\nA-1,高龄津贴,县民政局\nA-2,津,\n')
  fireEvent.click(await screen.findByRole('button', { name: '开始导入' }))
  const said = await screen.findByRole('alert')
  expect(within(said).getByText('有 2 处不对，一个都没有导入')).toBeInTheDocument()
  expect(screen.getAllByText('第 3 行')).toHaveLength(2)
  expect(screen.getByText('事项名称')).toBeInTheDocument()
  expect(screen.queryByText('导入好了')).not.toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '开始导入' })).not.toBeInTheDocument()
})

test('a file that is no table or list never leaves the phone', async () => {
  render(<CatalogueFilesPage />)
  choose('目录.xlsx', 'PK')
  expect(await screen.findByText(/只认 .csv 和 .json 文件/)).toBeInTheDocument()
  choose('目录.csv', 'x'.repeat(480_001))
  expect(await screen.findByText(/文件超过 480 KB/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '开始导入' })).not.toBeInTheDocument()
  expect(mockSent).toEqual([])
})

test('an answer that was lost is asked for again as the same request', async () => {
  render(<CatalogueFilesPage />)
  choose('目录.csv', good)
  mockNet.away = true
  fireEvent.click(await screen.findByRole('button', { name: '开始导入' }))
  expect(await screen.findByText(/不会重复导入/)).toBeInTheDocument()
  mockNet.away = false
  press('开始导入')
  expect(await screen.findByText('导入好了')).toBeInTheDocument()
  expect(mockSent).toHaveLength(2)
  expect(mockSent[1]?.requestId).toBe(mockSent[0]?.requestId)
})

test('who only looks gets the file out, and no way in', async () => {
  mockGrants.list = [{ role: 'supervisor', areaCode: '330481' }]
  const given = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    expect([this.download, this.href]).toEqual(['事项目录.csv', 'data:text/csv;base64,QQ=='])
  })
  render(<CatalogueFilesPage />)
  expect(screen.queryByRole('button', { name: '选文件' })).not.toBeInTheDocument()
  press(/下载表格/)
  await waitFor(() => expect(given).toHaveBeenCalledTimes(1))
  given.mockRestore()
})
