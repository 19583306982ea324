import Taro from '@tarojs/taro'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { hoursRefusal, lengthOf } from '../../../src/features/volunteer/hours/wording'
import CheckStatementPage from '../../../src/features/volunteer/pages/check-statement/index'
import HoursPage from '../../../src/features/volunteer/pages/hours/index'
import LogHoursPage from '../../../src/features/volunteer/pages/log-hours/index'
import type { ServiceRecord } from '../../../types/volunteer'
import { answers, asked, liu, ok, refused } from '../activity/cloud'
import { host } from '../doubles/taro'

jest.mock('../../../src/platform/session', () => jest.requireActual('../activity/cloud').sessionModule)
jest.mock('../../../src/platform/client', () => jest.requireActual('../activity/cloud').clientModule)

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

beforeEach(() => {
  jest.clearAllMocks()
  host.params = {}
  liu.grants = [{ role: 'volunteer', areaCode: '990101001001', areaName: '柳桥社区' }]
})
afterEach(() => {
  liu.grants = []
})

const recordOf = (changes: Partial<ServiceRecord> = {}): ServiceRecord => ({
  recordId: 3,
  source: 'checked',
  status: 'counted',
  reviewLevel: null,
  title: null,
  kind: 'escort',
  from: new Date('2026-11-25T09:00:00+08:00'),
  until: new Date('2026-11-25T11:30:00+08:00'),
  minutes: 150,
  why: null,
  reviewReason: null,
  mayCorrect: true,
  ...changes,
})
const totals = { countedMinutes: 150, waitingMinutes: 45, thisYearMinutes: 150 }
const year = {
  minutes: 150,
  tasks: 1,
  activities: 0,
  neighbours: 1,
  months: Array.from({ length: 12 }, (_, i) => ({ month: i + 1, minutes: i === 10 ? 150 : 0 })),
  kinds: [{ kind: 'escort', minutes: 150 }],
}

it('says lengths as people do', () => {
  expect([150, 120, 45].map(lengthOf)).toEqual(['2 小时 30 分钟', '2 小时', '45 分钟'])
})

describe('my hours', () => {
  it('say what they come to, what waits, and each of them with why it does not count', async () => {
    const rows = [
      recordOf(),
      recordOf({
        recordId: 4,
        status: 'refused',
        title: '巡逻',
        kind: null,
        reviewReason: '那天没有这件事',
        mayCorrect: false,
      }),
    ]
    answers({ 'volunteer.myHours': () => ok({ rows, ...totals }), 'volunteer.myYear': () => ok(year) })
    render(<HoursPage />)
    await screen.findByText('帮了 2 小时 30 分钟')
    expect(screen.getByText(/另有 45 分钟等社区核对/)).toBeTruthy()
    expect(screen.getByText('社区说：那天没有这件事')).toBeTruthy()
    expect(await screen.findByLabelText('11 月 2 小时 30 分钟')).toBeTruthy()
    fireEvent.click(screen.getByText('陪去看病'))
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: expect.stringMatching(/log-hours.*recordId=3/) })
  })

  it('issue a statement and open it', async () => {
    answers({
      'volunteer.myHours': () => ok({ rows: [recordOf()], ...totals }),
      'volunteer.myYear': () => ok(year),
      'volunteer.issueStatement': () => ok({ statementId: 8, checkCode: '7K3M-9QRT-WX2B-5' }),
      'volunteer.statement': () =>
        ok({ fileName: '平台服务记录.pdf', mimeType: 'application/pdf', base64: 'JVBERg==' }),
    })
    render(<HoursPage />)
    fireEvent.click(await screen.findByText('开服务记录'))
    press('开出来')
    await waitFor(() => expect(asked('volunteer.statement')).toEqual([{ statementId: 8 }]))
    expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: '开好了，校验码 7K3M-9QRT-WX2B-5' }))
  })
})

describe('logging', () => {
  it('asks for what is missing at its field, and sends a correction in the place of a record', async () => {
    const from = new Date('2026-11-25T09:00:00+08:00').getTime()
    host.params = { recordId: '3', from: String(from), until: String(from + 9_000_000) }
    answers({ 'volunteer.correctHours': () => ok({ recordId: 5 }) })
    render(<LogHoursPage />)
    press('交给社区核对')
    expect(await screen.findByText('写一写哪里不对')).toBeTruthy()
    expect(asked('volunteer.correctHours')).toEqual([])
    fireEvent.change(screen.getByLabelText(/哪里不对/), { target: { value: '忘了签退' } })
    press('交给社区核对')
    await waitFor(() =>
      expect(asked('volunteer.correctHours')).toEqual([
        { recordId: 3, from: new Date(from), until: new Date(from + 9_000_000), why: '忘了签退' },
      ]),
    )
  })

  it('says why it was refused, for every reason', () => {
    const reasons: Parameters<typeof hoursRefusal>[0][] = [
      ...(['notYet', 'order', 'tooLong', 'tooOld'] as const).map((why) => ({ reason: 'timesWrong' as const, why })),
      { reason: 'overlaps' },
      { reason: 'notAVolunteer' },
      { reason: 'notThisOne' },
      { reason: 'alreadyCorrected' },
      { reason: 'daysWrong' },
      { reason: 'nothingThere' },
    ]
    const said = reasons.map(hoursRefusal)
    expect(new Set(said).size).toBe(said.length)
    expect(refused({ reason: 'overlaps' }).ok).toBe(false)
  })
})

describe('the check of a statement', () => {
  it('needs no session, opens from the paper’s link, and says no more than the paper', async () => {
    host.params = { code: '7K3M-9QRT-WX2B-5' }
    const statement = {
      name: '陈**',
      fromOn: '2026-01-01',
      untilOn: '2026-11-30',
      minutes: 150,
      records: 2,
      issuedOn: '2026-11-30',
    }
    answers({ 'volunteer.checkStatement': () => ok({ statement }) })
    render(<CheckStatementPage />)
    await screen.findByText('陈**')
    expect(screen.getByText('2026年1月1日—2026年11月30日')).toBeTruthy()
    expect(screen.getByText('2 小时 30 分钟')).toBeTruthy()
    answers({ 'volunteer.checkStatement': () => ok({ statement: null }) })
    press('查一查')
    await screen.findByText('没有这份服务记录')
  })
})
