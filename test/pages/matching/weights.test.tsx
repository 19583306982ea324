import Taro from '@tarojs/taro'
import { configure, fireEvent, render, screen, waitFor } from '@testing-library/react'
import WeightsPage from '../../../src/features/matching/pages/weights/index'
import { allPaths, typedOf, weightsOf } from '../../../src/features/matching/weights/form'
import { answers, asked, liu, ok } from '../activity/cloud'

jest.mock('../../../src/platform/session', () => jest.requireActual('../activity/cloud').sessionModule)
jest.mock('../../../src/platform/client', () => jest.requireActual('../activity/cloud').clientModule)

configure({ asyncUtilTimeout: 20_000 })

const weights = {
  urgency: { now: 8, today: 4, thisWeek: 2, planned: 1 },
  home: { province: 10, city: 20, county: 40, township: 50, village: 60 },
  dialect: 40,
  near: 50,
  farMetres: 5000,
  skillLevel: 10,
  rested: 40,
  restedAfter: 8,
  answers: 20,
  servedWell: 30,
  sameSex: 20,
  wished: 2,
}
const version = (changedAt: string, why: string, more: object = {}) => ({
  changedAt: new Date(changedAt),
  byName: '周正',
  why,
  weights: { ...weights, ...more },
})

async function openWeights(mayChange: boolean) {
  liu.grants = [{ role: 'communityAdmin', areaCode: '990101', areaName: '云溪县' }]
  answers({
    'volunteer.weights': () =>
      ok({
        weights,
        mayChange,
        history: [
          version('2026-11-24T06:00:00Z', '方言更要紧'),
          version('2026-11-01T06:00:00Z', '一开始', { dialect: 20 }),
        ],
      }),
    'volunteer.saveWeights': () => ok({}),
  })
  render(<WeightsPage />)
  return (await screen.findByRole('textbox', { name: '说一样的方言' })) as HTMLInputElement
}

test('every point has a field, and what is typed comes back as the contract has it', async () => {
  await openWeights(true)
  expect(screen.getAllByRole('textbox')).toHaveLength(allPaths.length)
  expect(weightsOf(typedOf(weights))).toEqual(weights)
})

test('the order of deciding is said, and the history with what changed', async () => {
  await openWeights(true)
  for (const words of [
    '先帮到最多的人',
    '再看合适',
    '再看谁帮得少',
    '说一样的方言：20 → 40',
    '周二(11月24日)14:00 · 周正',
  ])
    expect(screen.getByText(words)).toBeInTheDocument()
  fireEvent.click(screen.getByRole('link', { name: '看完整的说明' }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/features/volunteer/pages/why/index' })
})

test('a change is saved with its reason, not before it is sound', async () => {
  const field = await openWeights(true)
  fireEvent.change(field, { target: { value: '600' } })
  expect(await screen.findByText('最多 500')).toBeInTheDocument()
  fireEvent.click(screen.getByRole('button', { name: /存好/ }))
  expect(await screen.findByText('至少写 2 个字')).toBeInTheDocument()
  fireEvent.change(field, { target: { value: '80' } })
  fireEvent.change(screen.getByRole('textbox', { name: '为什么改' }), { target: { value: '老人听不懂普通话' } })
  expect(asked('volunteer.saveWeights')).toEqual([])
  fireEvent.click(screen.getByRole('button', { name: /存好/ }))
  await waitFor(() =>
    expect(asked('volunteer.saveWeights')).toEqual([{ weights: { ...weights, dialect: 80 }, why: '老人听不懂普通话' }]),
  )
})

test('who may not change them reads them', async () => {
  expect(await openWeights(false)).toBeDisabled()
  expect(screen.getByText('只有县管理员能改，您可以看。')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /存好|没有改动/ })).not.toBeInTheDocument()
})
