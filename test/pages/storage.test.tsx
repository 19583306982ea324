import Taro from '@tarojs/taro'
import { storage } from '../../src/platform/storage'

afterEach(() => jest.restoreAllMocks())

test('what is kept comes back as it was, moments included', () => {
  const draft = { title: '冬日茶话会', startsAt: new Date('2026-11-25T11:00:00Z'), days: [new Date(0)], none: null }
  storage.write('draft', draft)
  expect(storage.read('draft')).toEqual(draft)
})

test('what was never kept, or was removed, is undefined', () => {
  expect(storage.read('draft')).toBeUndefined()
  storage.write('draft', 1)
  storage.remove('draft')
  expect(storage.read('draft')).toBeUndefined()
})

test('false and zero are kept, not taken for nothing', () => {
  storage.write('elder', false)
  storage.write('count', 0)
  expect(storage.read('elder')).toBe(false)
  expect(storage.read('count')).toBe(0)
})

test('what another version left unreadable is forgotten', () => {
  Taro.setStorageSync('llb.draft', '{"half')
  expect(storage.read('draft')).toBeUndefined()
})

test('a full or forbidden storage is not an error', () => {
  const full = () => {
    throw new Error('setStorageSync:fail exceed storage max size')
  }
  jest.spyOn(Taro, 'setStorageSync').mockImplementation(full)
  jest.spyOn(Taro, 'getStorageSync').mockImplementation(full)
  jest.spyOn(Taro, 'removeStorageSync').mockImplementation(full)
  expect(() => storage.write('draft', 1)).not.toThrow()
  expect(storage.read('draft')).toBeUndefined()
  expect(() => storage.remove('draft')).not.toThrow()
})
