import '@testing-library/jest-dom'
import { host } from './doubles/taro'

process.env.TARO_ENV = 'h5'

beforeEach(() => {
  jest.clearAllMocks()
  host.reset()
})
