import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { Button } from '../../../src/components/button'
import { Shell } from '../../../src/components/shell'
import { chooseElderMode } from '../../../src/platform/elder-mode'
import { rememberHelpPhone } from '../../../src/platform/help-phone'
import { host } from '../doubles/taro'

const page = () => screen.getByRole('main').parentElement
const help = () => screen.queryByRole('button', { name: '打电话，找人帮我' })

beforeEach(() => {
  act(() => {
    chooseElderMode(false)
    rememberHelpPhone('0573-88888888')
  })
})

describe('every page', () => {
  test('has one heading, its content and a way back', () => {
    ;(Taro.getCurrentPages as jest.Mock).mockReturnValueOnce([{}, {}])
    render(<Shell title="报名结果">还没报上</Shell>)
    expect(screen.getByRole('heading', { name: '报名结果', level: 1 })).toBeInTheDocument()
    expect(screen.getByRole('main')).toHaveTextContent('还没报上')
    fireEvent.click(screen.getByRole('button', { name: '返回' }))
    expect(Taro.navigateBack).toHaveBeenCalledTimes(1)
  })

  test('opened from a share card goes home instead of back', () => {
    ;(Taro.getCurrentPages as jest.Mock).mockReturnValueOnce([{}])
    render(<Shell title="报名结果" />)
    fireEvent.click(screen.getByRole('button', { name: '返回' }))
    expect(Taro.navigateBack).not.toHaveBeenCalled()
    expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/home/index' })
  })

  test('keeps its action at hand in the bar', () => {
    render(<Shell title="活动" bar={<Button>我要报名</Button>} />)
    expect(screen.getByRole('contentinfo')).toContainElement(screen.getByRole('button', { name: '我要报名' }))
  })
})

describe('a tab page', () => {
  test('has no way back', () => {
    render(<Shell tab title="我的事" />)
    expect(screen.queryByRole('button', { name: '返回' })).not.toBeInTheDocument()
  })

  test('says which tab is open and opens the others', () => {
    host.path = '/pages/mine/index'
    render(<Shell tab title="我的事" />)
    expect(screen.getByRole('link', { current: 'page' })).toHaveTextContent('我的事')
    fireEvent.click(screen.getByRole('link', { name: '消息' }))
    expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/inbox/index' })
  })

  test('is not opened again by its own tab', () => {
    host.path = '/pages/mine/index'
    render(<Shell tab title="我的事" />)
    fireEvent.click(screen.getByRole('link', { name: '我的事' }))
    expect(Taro.switchTab).not.toHaveBeenCalled()
  })
})

describe('in elder mode', () => {
  test('an open page grows at once when the mode is chosen, and shrinks back', () => {
    render(<Shell tab title="我" />)
    expect(page()).not.toHaveClass('elder')
    act(() => chooseElderMode(true))
    expect(page()).toHaveClass('elder')
    act(() => chooseElderMode(false))
    expect(page()).not.toHaveClass('elder')
  })

  test('a tab page has the phone help in the place of the tab bar', () => {
    act(() => chooseElderMode(true))
    render(<Shell tab title="首页" />)
    expect(screen.queryByRole('navigation')).not.toBeInTheDocument()
    fireEvent.click(help()!)
    expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: '0573-88888888' })
  })

  test('the phone help is also on a page that has its own action', () => {
    act(() => chooseElderMode(true))
    render(<Shell title="活动" bar={<Button>我要报名</Button>} />)
    expect(help()).toBeInTheDocument()
    expect(screen.getByRole('button', { name: '我要报名' })).toBeInTheDocument()
  })

  test('is the only mode with the phone help and without the tab bar', () => {
    render(<Shell tab title="首页" />)
    expect(help()).not.toBeInTheDocument()
    expect(screen.getByRole('navigation', { name: '底部导航' })).toBeInTheDocument()
  })
})
