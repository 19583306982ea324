import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { Uploader } from '../../../src/components/uploader'
import { CallFailed, Unreachable } from '../../../src/platform/client'
import { pickDocuments, pickPictures } from '../../../src/platform/pick-file'
import { sendFile } from '../../../src/platform/upload'
import { useUploads } from '../../../src/platform/use-uploads'
import api from '../doubles/taro'

// What lies behind these two is tested over real HTTP (test/files/upload-weapp.test.ts) and in a browser.
jest.mock('../../../src/platform/upload')
jest.mock('../../../src/platform/pick-file')
jest.mock('../../../src/platform/client', () => {
  class Unreachable extends Error {}
  class CallFailed extends Error {
    fields = []
    constructor(
      readonly kind: string,
      message: string,
    ) {
      super(message)
    }
  }
  return { Unreachable, CallFailed }
})

const send = jest.mocked(sendFile)
const pictures = jest.mocked(pickPictures)
const network: ((state: { isConnected: boolean }) => void)[] = []
Object.assign(api, {
  previewImage: jest.fn(() => Promise.resolve()),
  onNetworkStatusChange: (hear: (state: { isConnected: boolean }) => void) => network.push(hear),
  offNetworkStatusChange: jest.fn(),
})

const networkIsBack = () => {
  for (const hear of network) hear({ isConnected: true })
}

const picture = (name: string) => ({ name, kind: 'picture' as const, size: 9, path: `blob:${name}` })

function Form({ most = 3 }) {
  const { items, fileIds, pick, remove, retry } = useUploads()
  return (
    <>
      <Uploader label="身份证" items={items} most={most} onPick={pick} onRemove={remove} onRetry={retry} />
      <output>{fileIds.join()}</output>
    </>
  )
}
const choose = async (...names: string[]) => {
  pictures.mockResolvedValueOnce(names.map(picture))
  await act(async () => fireEvent.click(screen.getByRole('button', { name: /拍照或选照片|再加照片/ })))
}
const arrived = () => screen.getByRole('status').textContent

beforeEach(() => {
  send.mockReset()
  network.length = 0
})

it('shows how far each file is, and that it has arrived', async () => {
  let arrive: (fileId: number) => void = () => undefined
  send.mockImplementation((_file, options) => {
    options?.onProgress?.(43)
    return new Promise((resolve) => {
      arrive = resolve
    })
  })
  render(<Form />)
  await choose('正面.jpg')
  expect(screen.getByText('正在上传 43%')).toBeInTheDocument()
  await act(async () => arrive(7))
  expect(screen.getByText('已上传')).toBeInTheDocument()
  expect(arrived()).toBe('7')
})

it('sends one after the other, in the order chosen', async () => {
  const arrivals: ((fileId: number) => void)[] = []
  send.mockImplementation(() => new Promise((resolve) => arrivals.push(resolve)))
  render(<Form />)
  await choose('正面.jpg', '反面.jpg')
  expect(arrivals).toHaveLength(1)
  expect(screen.getAllByText('等着上传')).toHaveLength(2)
  await act(async () => arrivals[0]?.(1))
  await act(async () => arrivals[1]?.(2))
  expect(arrived()).toBe('1,2')
})

it('says why the cloud did not take a file, and sends it again when asked to', async () => {
  send.mockRejectedValueOnce(new CallFailed('invalidInput', '照片的尺寸太大，请缩小后再传')).mockResolvedValueOnce(5)
  render(<Form />)
  await choose('正面.jpg')
  expect(screen.getByText('照片的尺寸太大，请缩小后再传')).toBeInTheDocument()
  act(() => networkIsBack())
  expect(send).toHaveBeenCalledTimes(1) // the network was not what was wrong
  await act(async () => fireEvent.click(screen.getByRole('button', { name: '再试一次 正面.jpg' })))
  expect(arrived()).toBe('5')
})

it('sends by itself what waits for the network, when that is back', async () => {
  send.mockRejectedValueOnce(new Unreachable('')).mockResolvedValueOnce(6)
  render(<Form />)
  await choose('正面.jpg')
  expect(screen.getByText('网断了，请稍后再试')).toBeInTheDocument()
  act(() => networkIsBack())
  await waitFor(() => expect(arrived()).toBe('6'))
})

it('takes a file away, also one that is still waiting its turn', async () => {
  let arrive: (fileId: number) => void = () => undefined
  send.mockImplementation(
    () =>
      new Promise((resolve) => {
        arrive = resolve
      }),
  )
  render(<Form />)
  await choose('正面.jpg', '反面.jpg')
  fireEvent.click(screen.getByRole('button', { name: '删掉 反面.jpg' }))
  await act(async () => arrive(1))
  expect(send).toHaveBeenCalledTimes(1)
  expect(arrived()).toBe('1')
  fireEvent.click(screen.getByRole('button', { name: '删掉 正面.jpg' }))
  expect(arrived()).toBe('')
})

it('offers no more than may be handed in', async () => {
  send.mockResolvedValue(1)
  render(<Form most={2} />)
  await choose('一.jpg', '二.jpg', '三.jpg')
  expect(screen.getAllByText('已上传')).toHaveLength(2)
  expect(screen.queryByRole('button', { name: /再加照片|PDF/ })).not.toBeInTheDocument()
})

it('shows a picture large, among the others', async () => {
  send.mockResolvedValue(1)
  render(<Form />)
  await choose('一.jpg', '二.jpg')
  fireEvent.click(screen.getByRole('button', { name: '看 二.jpg' }))
  expect((api as unknown as { previewImage: jest.Mock }).previewImage).toHaveBeenCalledWith({
    urls: ['blob:一.jpg', 'blob:二.jpg'],
    current: 'blob:二.jpg',
  })
})

it('takes documents when asked to', async () => {
  jest.mocked(pickDocuments).mockResolvedValueOnce([{ name: '合同.pdf', kind: 'document', size: 9, path: 'blob:x' }])
  send.mockResolvedValue(3)
  render(<Form />)
  await act(async () => fireEvent.click(screen.getByRole('button', { name: '选 PDF 文件' })))
  expect(within(document.body).getByText('合同.pdf')).toBeInTheDocument()
  expect(arrived()).toBe('3')
})
