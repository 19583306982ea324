import Taro from '@tarojs/taro'
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import BranchesPage from '../../../src/features/party/pages/branches/index'
import LifePage from '../../../src/features/party/pages/life/index'
import MeetingPage from '../../../src/features/party/pages/meeting/index'
import MembersPage from '../../../src/features/party/pages/members/index'
import PlanPage from '../../../src/features/party/pages/plan/index'
import RecordPage from '../../../src/features/party/pages/record/index'
import type { Meeting, Member, MyBranch } from '../../../src/features/party/shapes'
import { answers, asked, liu, ok } from '../activity/cloud'
import { host } from '../doubles/taro'

jest.mock('../../../src/platform/session', () => jest.requireActual('../activity/cloud').sessionModule)
jest.mock('../../../src/platform/client', () => jest.requireActual('../activity/cloud').clientModule)

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const type = (label: RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const liuqiao = '990101001001'
const hour = 3_600_000

beforeEach(() => {
  jest.clearAllMocks()
  Taro.clearStorageSync()
  host.params = {}
  liu.grants = [{ role: 'partyMember', areaCode: liuqiao, areaName: '柳桥社区' }]
})
afterEach(() => {
  liu.grants = []
})

const branchOf = (more: Partial<MyBranch> = {}): MyBranch => ({
  branchId: 1,
  name: '柳桥第一支部',
  areaCode: liuqiao,
  areaName: '柳桥社区',
  committee: true,
  groups: false,
  foundedOn: '2026-01-01',
  secretaryName: '高书记',
  post: 'secretary',
  floating: false,
  sinceOn: '2026-01-01',
  next: null,
  overdue: 1,
  ...more,
})
const person = (personId: number, name: string, more: Partial<Meeting['people'][number]> = {}) => ({
  personId,
  name,
  floating: false,
  me: false,
  said: null,
  reason: '',
  attended: null,
  ...more,
})
const meetingOf = (more: Partial<Meeting> = {}): Meeting => ({
  meetingId: 5,
  kind: 'general',
  title: '十二月党员大会',
  place: '社区会议室',
  startsAt: new Date(Date.now() + 24 * hour),
  endsAt: new Date(Date.now() + 26 * hour),
  status: 'planned',
  forMe: true,
  mySaid: null,
  myAttended: null,
  agenda: '学文件',
  remoteWay: '腾讯会议 123',
  version: 2,
  summary: null,
  cancelReason: null,
  mayRemote: false,
  people: [
    person(7, '罗大姐', { said: 'leave', reason: '老人住院' }),
    person(8, '远行的何', { floating: true, said: 'remote' }),
  ],
  files: [],
  allowedActions: ['answer'],
  ...more,
})
const mine = (more: Partial<MyBranch> = {}) => ({ 'hub.myBranch': () => ok({ branch: branchOf(more), appeals: 0 }) })

describe('the life of a branch', () => {
  const owed = [
    {
      kind: 'general',
      period: 'quarter',
      lastOn: null,
      dueOn: '2026-03-31',
      missed: 2,
      overdue: true,
      plannedOn: '2026-12-01',
    },
    { kind: 'life', period: 'year', lastOn: null, dueOn: '2026-12-31', missed: 0, overdue: false, plannedOn: null },
  ]
  const all = {
    'hub.branchMeetings': () => ok({ rows: [meetingOf()], mayPlan: true }),
    'hub.overdueMeetings': () => ok({ rows: owed }),
  }

  it('shows its secretary what is owed, and everybody what comes', async () => {
    answers({ ...mine(), ...all })
    render(<LifePage />)
    await screen.findByText('已经漏了 2 次')
    expect(screen.getByText('已定 12月1日')).toBeTruthy()
    expect(screen.getByText('12月31日前开一次就好')).toBeTruthy()
    expect(screen.getByText('您来不来')).toBeTruthy()
    fireEvent.click(screen.getByText('十二月党员大会'))
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: expect.stringMatching(/meeting.*meetingId=5/) })
  })

  it('asks for what is owed nobody but those who plan', async () => {
    answers({ ...mine({ post: 'member', overdue: null }), ...all })
    render(<LifePage />)
    await screen.findByText('十二月党员大会')
    expect(asked('hub.overdueMeetings')).toEqual([])
    expect(screen.queryByRole('button', { name: '定一个会' })).toBeNull()
  })

  it('shows whoever holds a post, and takes the consent back after a question', async () => {
    let listed = true
    const post = { postId: 4, kind: 'vanguard', name: '广场先锋岗', place: '柳桥广场' }
    answers({
      ...mine(),
      ...all,
      'hub.myPosts': () => ok({ rows: listed ? [post] : [] }),
      'hub.leavePost': () => {
        listed = false
        return ok({})
      },
    })
    render(<LifePage />)
    expect(await screen.findByText('柳桥广场')).toBeInTheDocument()
    press('撤回')
    await waitFor(() => expect(asked('hub.leavePost')).toEqual([{ postId: 4 }]))
    await waitFor(() => expect(screen.queryByText('广场先锋岗')).toBeNull())
  })

  it('says so when somebody is in no branch', async () => {
    answers({ 'hub.myBranch': () => ok({ branch: null, appeals: 0 }) })
    render(<LifePage />)
    await screen.findByText(/您还不在哪个支部里/)
  })
})

describe('a meeting', () => {
  beforeEach(() => {
    host.params = { meetingId: '5' }
  })

  it('is answered; leave needs a reason, from afar only whoever is afar', async () => {
    answers({ 'hub.branchMeeting': () => ok(meetingOf()), 'hub.answerMeeting': () => ok({}) })
    render(<MeetingPage />)
    await screen.findByText('学文件')
    expect(screen.queryByRole('radio', { name: '线上参加' })).toBeNull()
    fireEvent.click(screen.getByRole('radio', { name: '我来' }))
    await waitFor(() => expect(asked('hub.answerMeeting')).toEqual([{ meetingId: 5, answer: 'coming' }]))
    await waitFor(() => expect(asked('hub.branchMeeting')).toHaveLength(2))
    fireEvent.click(screen.getByRole('radio', { name: '请假' }))
    type(/为什么请假/, '出差在外')
    press('请假')
    await waitFor(() =>
      expect(asked('hub.answerMeeting').at(-1)).toEqual({ meetingId: 5, answer: 'leave', reason: '出差在外' }),
    )
  })

  it('lets whoever is afar take part from there, and those who plan call it off with a reason', async () => {
    answers({
      'hub.branchMeeting': () => ok(meetingOf({ mayRemote: true, allowedActions: ['answer', 'change', 'cancel'] })),
      'hub.cancelMeeting': () => ok({}),
    })
    render(<MeetingPage />)
    expect(await screen.findByRole('radio', { name: '线上参加' })).toBeTruthy()
    expect(screen.getByText('腾讯会议 123')).toBeTruthy()
    press('不开了')
    type(/原因/, '会议室停电')
    fireEvent.click(screen.getAllByRole('button', { name: '不开了' }).at(-1) as HTMLElement)
    await waitFor(() => expect(asked('hub.cancelMeeting')).toEqual([{ meetingId: 5, reason: '会议室停电' }]))
  })

  it('is recorded for everybody: what they said before stands until it was otherwise', async () => {
    const people = [...meetingOf().people, person(9, '没说的人')]
    answers({
      'hub.branchMeeting': () => ok(meetingOf({ allowedActions: ['record'], people })),
      'hub.recordMeeting': () => ok({}),
    })
    render(<RecordPage />)
    await screen.findByText('请假：老人住院')
    press('记下来')
    expect(await screen.findByText('还有 1 人没有记')).toBeTruthy()
    expect(screen.getByText('写几句会议记录')).toBeTruthy()
    expect(asked('hub.recordMeeting')).toEqual([])
    // Only 流动党员 are noted as taking part from afar.
    const third = screen.getByRole('radiogroup', { name: '没说的人' })
    expect(within(third).queryByRole('radio', { name: '线上' })).toBeNull()
    fireEvent.click(within(third).getByRole('radio', { name: '到场' }))
    type(/会议记录/, '学了文件，议了两件事')
    press('记下来')
    await waitFor(() => expect(asked('hub.recordMeeting')).toHaveLength(1))
    expect(asked('hub.recordMeeting')[0]).toEqual({
      meetingId: 5,
      version: 2,
      attendance: [
        { personId: 7, attended: 'absent' },
        { personId: 8, attended: 'remote' },
        { personId: 9, attended: 'present' },
      ],
      summary: '学了文件，议了两件事',
      fileIds: [],
    })
  })
})

it('a meeting is called with what it needs, and a branch without groups is offered none of theirs', async () => {
  answers({ ...mine(), 'hub.saveMeeting': () => ok({ meetingId: 6 }) })
  render(<PlanPage />)
  press(await screen.findByText('定下来，告诉大家').then(() => '定下来，告诉大家'))
  expect(await screen.findByText('选一种会')).toBeTruthy()
  expect(asked('hub.saveMeeting')).toEqual([])
  expect(screen.queryByRole('radio', { name: '党小组会' })).toBeNull()
  fireEvent.click(screen.getByRole('radio', { name: '党课' }))
  type(/会议名称/, '十二月党课')
  const pick = (at: number, value: string) =>
    fireEvent.change(document.querySelectorAll('input[type=date], input[type=time]')[at] as Element, {
      target: { value },
    })
  pick(0, '2026-12-01')
  pick(1, '19:00')
  pick(2, '20:30')
  type(/^在哪里/, '社区会议室')
  press('定下来，告诉大家')
  await waitFor(() => expect(asked('hub.saveMeeting')).toHaveLength(1))
  expect(asked('hub.saveMeeting')[0]).toMatchObject({
    kind: 'lecture',
    title: '十二月党课',
    place: '社区会议室',
    startsAt: new Date('2026-12-01T19:00:00+08:00'),
    endsAt: new Date('2026-12-01T20:30:00+08:00'),
  })
})

describe('members', () => {
  const memberOf = (personId: number, name: string, more: Partial<Member> = {}): Member => ({
    personId,
    name,
    post: 'member',
    floating: false,
    sinceOn: '2026-03-01',
    me: false,
    ...more,
  })
  const rows = [memberOf(3, '刘敏', { post: 'secretary', me: true }), memberOf(7, '罗大姐')]

  it('are taken in by number, changed, and let go after a question, by the secretary', async () => {
    answers({
      'hub.branchMembers': () => ok({ rows, mayChange: true }),
      'hub.addBranchMember': () => ok({ personId: 9 }),
      'hub.changeBranchMember': () => ok({}),
    })
    render(<MembersPage />)
    await screen.findByText('2 人')
    press('加一个人')
    press('加进来')
    expect(await screen.findByText('填 11 位手机号')).toBeTruthy()
    type(/手机号/, '136 5555 0001')
    press('加进来')
    await waitFor(() => expect(asked('hub.addBranchMember')[0]).toMatchObject({ phone: '13655550001', post: 'member' }))
    fireEvent.click(await screen.findByText('罗大姐'))
    press('离开支部了')
    await waitFor(() =>
      expect(asked('hub.changeBranchMember')[0]).toMatchObject({
        personId: 7,
        untilOn: expect.stringMatching(/^\d{4}-/),
      }),
    )
    expect(Taro.showModal).toHaveBeenCalledTimes(1)
  })

  it('are only read by a member', async () => {
    const mineOnly = rows.map((row) => ({ ...row, me: row.personId === 7 }))
    answers({ 'hub.branchMembers': () => ok({ rows: mineOnly, mayChange: false }) })
    render(<MembersPage />)
    fireEvent.click(await screen.findByText('刘敏'))
    expect(screen.queryByRole('button', { name: '记一条积分' })).toBeNull()
    expect(screen.queryByRole('button', { name: '加一个人' })).toBeNull()
  })
})

describe('branches', () => {
  const row = { ...branchOf(), secretaryId: 4, members: 12 }
  const all = { 'hub.branches': () => ok({ rows: [row] }), 'hub.saveBranch': () => ok({ branchId: 1 }) }
  beforeEach(() => {
    liu.grants = [{ role: 'communityAdmin', areaCode: liuqiao, areaName: '柳桥社区' }]
  })

  it('are changed without naming the secretary anew, who is found by his number when he is another', async () => {
    answers({
      ...all,
      'people.findByPhone': () => ok({ person: { personId: 11, nickname: '新书记', maskedPhone: '' } }),
    })
    render(<BranchesPage />)
    fireEvent.click(await screen.findByText('柳桥第一支部'))
    press('定下来')
    await waitFor(() => expect(asked('hub.saveBranch')[0]).toMatchObject({ branchId: 1, secretaryId: 4 }))
    fireEvent.click(await screen.findByText('柳桥第一支部'))
    type(/书记的手机号/, '13655550002')
    press('定下来')
    await waitFor(() => expect(asked('hub.saveBranch')[1]).toMatchObject({ secretaryId: 11 }))
  })

  it('are not saved with a number of nobody, and are closed with a reason', async () => {
    answers({ ...all, 'people.findByPhone': () => ok({ person: null }), 'hub.closeBranch': () => ok({}) })
    render(<BranchesPage />)
    fireEvent.click(await screen.findByText('柳桥第一支部'))
    type(/书记的手机号/, '13655550003')
    press('定下来')
    await waitFor(() =>
      expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: '没有绑定过这个号码的人' })),
    )
    expect(asked('hub.saveBranch')).toEqual([])
    press('撤掉这个支部')
    type(/原因/, '并入第二支部')
    press('撤掉这个支部')
    await waitFor(() => expect(asked('hub.closeBranch')).toEqual([{ branchId: 1, reason: '并入第二支部' }]))
  })
})
