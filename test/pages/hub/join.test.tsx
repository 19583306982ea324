import Taro from '@tarojs/taro'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { QrCode } from '../../../src/components/qr-code'
import { codeIn } from '../../../src/features/hub/join/by-code'
import { joinRefusal } from '../../../src/features/hub/join/wording'
import HouseholdPage from '../../../src/features/hub/pages/household/index'
import JoinPage from '../../../src/features/hub/pages/join/index'
import { answers, asked, ok, refused } from '../activity/cloud'
import { host } from '../doubles/taro'
import { mineOf } from './made'

jest.mock('../../../src/platform/session', () => jest.requireActual('../activity/cloud').sessionModule)
jest.mock('../../../src/platform/client', () => jest.requireActual('../activity/cloud').clientModule)

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const none = mineOf({ household: null, hub: null })
const areas = {
  'people.areas': ({ under }: Record<string, unknown>) =>
    ok({ rows: under === '990101001001' ? [{ areaCode: '990101001001001', name: '柳桥一网格' }] : [] }),
}

test('a code is read from what was scanned, an address or the code itself', () => {
  expect(codeIn('/features/hub/pages/join/index?code=abcde23456')).toBe('ABCDE23456')
  expect(codeIn(' abcde 23456')).toBe('ABCDE 23456')
})

test('the code of a link is there already, and joining leads to the hub', async () => {
  host.params = { code: 'abcde23456' }
  answers({ 'hub.myHub': () => ok(none), 'hub.joinByCode': () => ok({ householdId: 9 }) })
  render(<JoinPage />)
  expect(await screen.findByRole('textbox')).toHaveValue('ABCDE23456')
  press('加入这一户')
  await waitFor(() => expect(Taro.redirectTo).toHaveBeenCalledWith({ url: expect.stringContaining('pages/card/') }))
  expect(asked('hub.joinByCode')).toEqual([{ code: 'ABCDE23456' }])
})

test('a wrong code says what to do, at the field', async () => {
  answers({ 'hub.myHub': () => ok(none), 'hub.joinByCode': () => refused({ reason: 'codeNotValid' }) })
  render(<JoinPage />)
  fireEvent.change(await screen.findByRole('textbox'), { target: { value: 'abcde23456' } })
  press('加入这一户')
  expect(await screen.findByText(joinRefusal({ reason: 'codeNotValid' }))).toBeInTheDocument()
})

test('without a code the grid and the door go to the staff; who does not know the grid gives the community', async () => {
  answers({ ...areas, 'hub.myHub': () => ok(none), 'hub.askToJoin': () => ok({ joinRequestId: 1 }) })
  render(<JoinPage />)
  fireEvent.click(await screen.findByRole('radio', { name: '没有邀请码' }))
  press('请网格员确认')
  expect(await screen.findByText('请写门牌')).toBeInTheDocument()
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '3 幢 502 室' } })
  press('请网格员确认')
  await waitFor(() => expect(asked('hub.askToJoin')).toEqual([{ areaCode: '990101001001', door: '3 幢 502 室' }]))
  await waitFor(() => expect(screen.getByRole('button', { name: '请网格员确认' })).toBeEnabled())
  fireEvent.click(screen.getByRole('radio', { name: '柳桥一网格' }))
  press('请网格员确认')
  await waitFor(() => expect(asked('hub.askToJoin')).toHaveLength(2))
  expect(asked('hub.askToJoin')[1]).toMatchObject({ areaCode: '990101001001001' })
})

test('while it waits the page says so, and it can be taken back after a question', async () => {
  const waiting = { joinRequestId: 1, areaName: '柳桥一网格', askedAt: new Date() }
  answers({ 'hub.myHub': () => ok({ ...none, waiting }), 'hub.leaveHousehold': () => ok({}) })
  render(<JoinPage />)
  await screen.findByText(/交给柳桥一网格的网格员了/)
  press('不等了，撤回')
  await waitFor(() => expect(asked('hub.leaveHousehold')).toEqual([{}]))
  expect(Taro.showModal).toHaveBeenCalledTimes(1)
})

describe('my household', () => {
  test('gives a code for one more of it, large, with how long it is good', async () => {
    answers({
      'hub.myHub': () => ok(mineOf()),
      'hub.inviteToHousehold': () => ok({ code: 'ABCDE23456', expiresAt: new Date('2026-12-11T10:00:00+08:00') }),
    })
    render(<HouseholdPage />)
    await screen.findByText(/3 口人/)
    press('请家里人加入')
    expect(await screen.findByText('ABCDE 23456')).toBeInTheDocument()
    expect(screen.getByText('周五(12月11日)10:00 前有效，用一次就没用了。')).toBeInTheDocument()
    expect(asked('hub.inviteToHousehold')).toEqual([{ householdId: 9 }])
  })

  test('whose picture is an address that opens the page with the code filled in', async () => {
    answers({
      'hub.myHub': () => ok(mineOf()),
      'hub.inviteToHousehold': () => ok({ code: 'ABCDE23456', expiresAt: new Date('2026-12-11T10:00:00+08:00') }),
    })
    render(<HouseholdPage />)
    await screen.findByText(/3 口人/)
    press('请家里人加入')
    const address = `${window.location.origin}/#/features/hub/pages/join/index?code=ABCDE23456`
    const shown = (await screen.findByRole('img', { name: /ABCDE23456/ })).getAttribute('src')
    render(<QrCode text={address} label="the address" />)
    expect(shown).toBe(screen.getByRole('img', { name: 'the address' }).getAttribute('src'))
    // And a browser that opens it has the code in the field.
    cleanup()
    host.params = Object.fromEntries(new URLSearchParams(address.split('?')[1]))
    answers({ 'hub.myHub': () => ok(mineOf({ household: null, hub: null })) })
    render(<JoinPage />)
    expect(await screen.findByDisplayValue('ABCDE23456')).toBeInTheDocument()
  })

  test('is left only after a question that says the consequence', async () => {
    answers({ 'hub.myHub': () => ok(mineOf()), 'hub.leaveHousehold': () => ok({}) })
    render(<HouseholdPage />)
    await screen.findByText(/3 口人/)
    ;(Taro.showModal as jest.Mock).mockResolvedValueOnce({ confirm: false })
    press('我搬走了，退出这一户')
    await waitFor(() => expect(Taro.showModal).toHaveBeenCalledTimes(1))
    expect(asked('hub.leaveHousehold')).toEqual([])
    press('我搬走了，退出这一户')
    await waitFor(() => expect(asked('hub.leaveHousehold')).toEqual([{}]))
  })
})
