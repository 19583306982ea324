import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import HomePage from '../../src/pages/home/index'
import { chooseElderMode } from '../../src/platform/elder-mode'
import { answers, asked, liu, ok } from './activity/cloud'
import { hubOf, mineOf } from './hub/made'

jest.mock('../../src/platform/session', () => jest.requireActual('./activity/cloud').sessionModule)
jest.mock('../../src/platform/client', () => jest.requireActual('./activity/cloud').clientModule)

const hour = 3_600_000
const contact = (contactId: number, more: object = {}) => ({
  contactId,
  kind: 'ask',
  status: 'asked',
  hubId: 5,
  hubName: '周建国家',
  askedAt: new Date(),
  dueAt: new Date(Date.now() + 20 * hour),
  level: 0,
  version: 2,
  words: '米吃完了',
  follow: null,
  ...more,
})
/** Something of another kind that waits for me with a time of its own: it stands before what the hub answered. */
const waits = (activityId: number) => ({
  kind: 'answerPromotion',
  dueAt: new Date(Date.now() + activityId * hour),
  signUp: { signUpId: activityId },
  activity: { activityId, title: `剪纸课${activityId}`, placeName: '社区客厅', lat: null, lng: null },
})

function home({ contacts = [], waiting = 0, mine = mineOf() }: Partial<Opened> = {}) {
  answers({
    'activity.today': () => ok({ tasks: Array.from({ length: waiting }, (_, n) => waits(n + 1)), thisWeekNearby: 0 }),
    'activity.list': () => ok({ rows: [] }),
    'application.today': () => ok({ tasks: [] }),
    'volunteer.myRequests': () => ok({ rows: [] }),
    'hub.myContacts': () => ok({ rows: contacts }),
    'hub.myHub': () => ok(mine),
  })
  render(<HomePage />)
}
interface Opened {
  contacts: ReturnType<typeof contact>[]
  waiting: number
  mine: ReturnType<typeof mineOf>
}

const button = (name: RegExp) => screen.findByRole('button', { name })
afterEach(() => {
  cleanup()
  act(() => chooseElderMode(false))
})

describe.each([
  ['as everybody sees it', false, 3],
  ['in elder mode', true, 1],
] as const)('home %s', (_name, elder, places) => {
  beforeEach(() => act(() => chooseElderMode(elder)))

  test('says who is my hub and whether somebody is there now, and leads to it', async () => {
    home()
    fireEvent.click(await button(/我的中心户：? ?周建国家.*现在有人.*走路 3 分钟/))
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: expect.stringContaining('hub/pages/card/') })
  })

  test('says so too when nobody is there', async () => {
    home({ mine: mineOf({ hub: hubOf({ openNow: false, openUntil: null, away: true }) }) })
    expect(await button(/周建国家.*这几天没人/)).toBeInTheDocument()
  })

  test('whoever has no hub yet is led to one', async () => {
    home({ mine: mineOf({ household: null, hub: null }) })
    fireEvent.click(await button(/找我的中心户/))
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: expect.stringContaining('pages/join/') })
  })

  test('an answer of the hub is the task of the day when nothing is nearer', async () => {
    home({ contacts: [contact(7, { status: 'answered' })] })
    await button(/我的中心户/)
    expect(screen.getAllByText('回您话了，办得怎么样？')).toHaveLength(1)
    expect(screen.getByText('有 1 件事等您')).toBeInTheDocument()
  })

  test('and stands under the hub when other things are nearer: it is never left out', async () => {
    home({ waiting: places, contacts: [contact(8), contact(7, { status: 'answered', words: '灯不亮' })] })
    await button(/我的中心户/)
    const answer = await button(/回您话了.*灯不亮/)
    fireEvent.click(answer)
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: expect.stringContaining('contactId=7') })
    expect(within(answer).queryByText('米吃完了')).not.toBeInTheDocument()
    // In big letters the entry above says so too: that is what the first screen has room for.
    expect(within(screen.getByRole('link', { name: /^中心户/ })).queryAllByText('回您话了')).toHaveLength(elder ? 1 : 0)
  })
})

describe('whoever answers for a hub', () => {
  const owed = (contactId: number, more: object = {}) => ({ ...contact(contactId), mine: true, ...more })
  const late = new Date(Date.now() - hour)
  const opened = (
    rows: object[],
    promises: object = { rows: [], broken: 0, open: 0 },
    more: Parameters<typeof answers>[0] = {},
  ) => {
    answers({
      'activity.today': () => ok({ tasks: [], thisWeekNearby: 0 }),
      'hub.hubInbox': () => ok({ rows }),
      'hub.promises': () => ok(promises),
      ...more,
    })
    render(<HomePage />)
  }
  beforeEach(() => {
    liu.grants = [{ role: 'partyMember', areaCode: '990101001001', areaName: '柳桥社区' }]
  })
  afterEach(() => {
    liu.grants = []
  })

  test('sees on the first page how many answers are owed, without those that another owes', async () => {
    opened([owed(5), owed(6), owed(7, { mine: false }), owed(8, { dueAt: null, status: 'answered' })])
    const task = await button(/最晚.*居民有 2 件事等您回话/)
    expect(screen.getByText('有 1 件事等您')).toBeInTheDocument()
    fireEvent.click(task)
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/features/branch/pages/inbox/index' })
  })

  test('goes straight to the only one, and reads that it is late', async () => {
    opened([owed(5, { dueAt: late })])
    fireEvent.click(await button(/过了时间，还没回.*居民有 1 件事等您回话/))
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/features/branch/pages/contact/index?contactId=5' })
  })

  test('reads what was promised and is late', async () => {
    opened([], { rows: [], broken: 1, open: 0 })
    fireEvent.click(await button(/过了日子.*答应的事，有 1 件还没办/))
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/features/branch/pages/promises/index?status=broken' })
  })

  test('is asked whether he comes to a meeting until he has said it, and reads of the appeals that are his to decide', async () => {
    const startsAt = new Date('2099-12-02T19:30:00+08:00')
    const meeting = { meetingId: 4, title: '12月党员大会', status: 'planned', forMe: true, mySaid: null, startsAt }
    const appeal = { appealId: 3, mine: true, overdue: false, dueAt: new Date('2099-12-03T10:00:00+08:00') }
    opened([], undefined, {
      'hub.branchMeetings': () =>
        ok({ rows: [meeting, { ...meeting, meetingId: 5, mySaid: 'coming' }], mayPlan: false }),
      'hub.pointAppeals': () => ok({ rows: [appeal, { ...appeal, appealId: 2, mine: false }] }),
    })
    fireEvent.click(await button(/周三\(12月2日\)19:30 开会，您来不来.*12月党员大会/))
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/features/party/pages/meeting/index?meetingId=4' })
    fireEvent.click(await button(/最晚 周四\(12月3日\).*有 1 条积分申诉等您答复/))
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/features/party/pages/appeals/index' })
    expect(screen.getByText('有 2 件事等您')).toBeInTheDocument()
  })

  test('a resident is asked for none of it', async () => {
    liu.grants = []
    opened([owed(5)])
    await screen.findByText('没有事等您办')
    expect(asked('hub.hubInbox')).toEqual([])
  })
})

test('elder mode has one task, large, then the entries, that of the hub with whether somebody is there, then the hub', async () => {
  act(() => chooseElderMode(true))
  home({ waiting: 2 })
  const hub = await button(/我的中心户/)
  expect(screen.getByText('剪纸课1轮到您了，去不去？')).toBeInTheDocument()
  expect(screen.queryByText('剪纸课2轮到您了，去不去？')).not.toBeInTheDocument()
  const entries = screen.getByRole('link', { name: '活动' })
  expect(hub.compareDocumentPosition(entries) & Node.DOCUMENT_POSITION_PRECEDING).toBeTruthy()
  expect(within(screen.getByRole('link', { name: /^中心户/ })).getByText(/^现在有人/)).toBeInTheDocument()
})
