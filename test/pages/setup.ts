import '@testing-library/jest-dom'
import { configure } from '@testing-library/react'
import { host } from './doubles/taro'

// A second is short on a machine with other work; a page that never comes fails all the same.
configure({ asyncUtilTimeout: 15_000 })
process.env.TARO_ENV = 'h5'

beforeEach(() => {
  jest.clearAllMocks()
  host.reset()
})
