import Taro from '@tarojs/taro'
import { configure, fireEvent, render, screen, waitFor } from '@testing-library/react'
import VolunteerPage from '../../../src/features/matching/pages/volunteer/index'
import VolunteersPage from '../../../src/features/matching/pages/volunteers/index'
import { answers, asked, liu, ok, refused } from '../activity/cloud'
import { host } from '../doubles/taro'

jest.mock('../../../src/platform/session', () => jest.requireActual('../activity/cloud').sessionModule)
jest.mock('../../../src/platform/client', () => jest.requireActual('../activity/cloud').clientModule)

configure({ asyncUtilTimeout: 20_000 })

const rowOf = (personId: number, name: string, status: string, toCheck: string[] = []) => ({
  personId,
  name,
  areaName: '柳桥社区',
  homeAreaName: '四川开江县',
  status,
  skills: ['看病咨询'],
  toCheck,
  appliedAt: new Date('2026-11-20T02:00:00Z'),
})
const wu = {
  ...rowOf(5, '吴秀英', 'applied'),
  statusReason: null,
  areaCode: '990101001001',
  homeAreaCode: '511723',
  sex: 'female',
  ageBand: 50,
  lat: 30.5,
  lng: 120.5,
  radiusMetres: 1500,
  weeklyMinutes: 240,
  insuredUntil: null,
  automatic: true,
  about: '退休护士。',
  skills: [
    { skill: 'medical', level: 3, certificateUntil: null },
    { skill: 'errand', level: 1, certificateUntil: null },
  ],
  dialects: ['chuanyu'],
  weekly: [{ weekday: 2, fromMinute: 540, untilMinute: 720 }],
  exceptions: [],
  maskedPhone: '138****1111',
  allowedActions: ['decideVolunteer', 'checkCertificate', 'setInsurance'],
}
const cloud = (more: Parameters<typeof answers>[0] = {}) =>
  answers({
    'volunteer.volunteers': () =>
      ok({ rows: [rowOf(5, '吴秀英', 'applied', ['看病咨询']), rowOf(6, '郑建国', 'approved')], waiting: 1 }),
    'volunteer.volunteer': () => ok(wu),
    'volunteer.skills': () =>
      ok({
        rows: [
          { skill: 'medical', name: '看病咨询', certificateName: '医师执业证' },
          { skill: 'errand', name: '代买代取', certificateName: null },
        ],
      }),
    'volunteer.dialects': () => ok({ rows: [{ dialect: 'chuanyu', name: '川渝话', spokenThere: false }] }),
    ...more,
  })
const said = (words: RegExp) =>
  waitFor(() =>
    expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: expect.stringMatching(words) })),
  )
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

async function openOne(more: Parameters<typeof answers>[0] = {}) {
  host.params = { personId: '5' }
  cloud(more)
  render(<VolunteerPage />)
  await screen.findByRole('heading', { name: '吴秀英' })
}

beforeEach(() => {
  liu.grants = [{ role: 'communityAdmin', areaCode: '990101001001', areaName: '柳桥社区' }]
  host.params = {}
})

test('the list says how many wait and whose papers are to be seen, and asks the cloud for a status', async () => {
  cloud()
  render(<VolunteersPage />)
  expect(await screen.findByRole('heading', { name: '1 位等您看看' })).toBeInTheDocument()
  expect(screen.getByText('证件要看：看病咨询')).toBeInTheDocument()
  fireEvent.click(screen.getByRole('tab', { name: '已加入' }))
  await waitFor(() => expect(asked('volunteer.volunteers').at(-1)).toMatchObject({ status: 'approved' }))
  fireEvent.click(await screen.findByRole('link', { name: /吴秀英/ }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/features/matching/pages/volunteer/index?personId=5' })
})

test('somebody is taken in with one tap', async () => {
  await openOne({ 'volunteer.decideVolunteer': () => ok({}) })
  press('同意加入')
  await said(/已经加入/)
  expect(asked('volunteer.decideVolunteer')).toEqual([{ personId: 5, approve: true }])
})

test('somebody is not taken in without a reason, which goes along', async () => {
  await openOne({ 'volunteer.decideVolunteer': () => ok({}) })
  press('不同意')
  const button = await screen.findByRole('button', { name: '不同意' })
  fireEvent.click(button)
  expect(asked('volunteer.decideVolunteer')).toEqual([])
  fireEvent.change(screen.getByRole('textbox', { name: '为什么' }), { target: { value: '请先来社区见一面' } })
  press('不同意')
  await said(/原因告诉本人了/)
  expect(asked('volunteer.decideVolunteer')).toEqual([{ personId: 5, approve: false, reason: '请先来社区见一面' }])
})

test('a colleague who was faster is told of, and the newest is read', async () => {
  await openOne({ 'volunteer.decideVolunteer': () => refused({ reason: 'alreadyDecided' }) })
  press('同意加入')
  await said(/别的同事已经定了/)
  await waitFor(() => expect(asked('volunteer.volunteer').length).toBeGreaterThan(1))
})

test('a certificate is noted until a day, only where one is needed', async () => {
  await openOne({ 'volunteer.checkCertificate': () => ok({}) })
  expect(await screen.findByText('要看：医师执业证')).toBeInTheDocument()
  expect(screen.getAllByText('还没看过证件')).toHaveLength(1)
  const [paper] = document.querySelectorAll('input[type=date]')
  fireEvent.change(paper as Element, { target: { value: '2030-01-31' } })
  fireEvent.click(screen.getAllByRole('button', { name: '记下' })[0] as HTMLElement)
  await said(/记下了/)
  expect(asked('volunteer.checkCertificate')).toEqual([
    { personId: 5, skill: 'medical', until: new Date('2030-01-31T12:00:00+08:00') },
  ])
})

test('who may not decide reads everything and changes nothing', async () => {
  await openOne({ 'volunteer.volunteer': () => ok({ ...wu, allowedActions: [] }) })
  expect(screen.getByText('社区管理员来定，您可以看。')).toBeInTheDocument()
  for (const name of ['同意加入', '不同意', '记下'])
    expect(screen.queryByRole('button', { name })).not.toBeInTheDocument()
})
