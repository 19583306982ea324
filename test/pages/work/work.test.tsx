import Taro from '@tarojs/taro'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import EmployerPage from '../../../src/features/work/pages/employer/index'
import FollowPage from '../../../src/features/work/pages/follow/index'
import OpeningPage from '../../../src/features/work/pages/opening/index'
import OpeningsPage from '../../../src/features/work/pages/openings/index'
import ProposalPage from '../../../src/features/work/pages/proposal/index'
import SeekerPage from '../../../src/features/work/pages/seeker/index'
import { sayReasons } from '../../../src/features/work/reasons-wording'
import { type WorkRefusal, workRefusal } from '../../../src/features/work/refusal-wording'
import { fromGroups, groupsOf, turn } from '../../../src/features/work/week'
import { payWords, rideMinutes, shiftsWords } from '../../../src/features/work/wording'
import { openSubject } from '../../../src/pages/inbox/subject'
import type { OpeningDetail, ProposalDetail } from '../../../types/volunteer'
import { answers, asked, liu, ok } from '../activity/cloud'
import { host } from '../doubles/taro'

jest.mock('../../../src/platform/session', () => jest.requireActual('../activity/cloud').sessionModule)
jest.mock('../../../src/platform/client', () => jest.requireActual('../activity/cloud').clientModule)

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const yes = () =>
  jest.mocked(Taro.showModal).mockResolvedValue({ confirm: true, cancel: false, errMsg: 'showModal:ok' })

beforeEach(() => {
  jest.clearAllMocks()
  host.params = {}
  yes()
})
afterEach(() => {
  liu.grants = []
})

const weekdaysOf = (fromMinute: number, untilMinute: number) =>
  [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute, untilMinute }))
const openingOf = (changes: Partial<OpeningDetail> = {}): OpeningDetail => ({
  openingId: 5,
  title: '食堂帮厨',
  enterpriseName: '云溪食品厂',
  areaName: '柳桥社区',
  pay: '一月一结，包午饭',
  payFrom: 3500,
  payUntil: 4200,
  people: 2,
  left: 1,
  untilOn: '2026-12-30',
  status: 'open',
  enterpriseId: 9,
  enterpriseAbout: '做糕点的',
  verifiedAt: new Date('2026-11-20T10:00:00+08:00'),
  words: '要干净利索',
  areaCode: '990101001001',
  lat: 30.5,
  lng: 120.5,
  skills: [{ skill: 'cooking', name: '做饭', level: 2 }],
  shifts: weekdaysOf(480, 960),
  reason: null,
  myProposal: null,
  allowedActions: [],
  ...changes,
})
const proposalOf = (changes: Partial<ProposalDetail> = {}): ProposalDetail => ({
  proposalId: 7,
  status: 'proposed',
  openingId: 5,
  title: '食堂帮厨',
  enterpriseName: '云溪食品厂',
  areaName: '柳桥社区',
  pay: '一月一结',
  payFrom: 3500,
  payUntil: 4200,
  reasons: [
    { kind: 'near', metres: 1600, walkMinutes: 28, points: 1 },
    { kind: 'skill', skill: 'cooking', level: 2, points: 1 },
    { kind: 'rested', served: 0, points: 1 },
  ],
  proposedAt: new Date(),
  dueAt: new Date(Date.now() + 86_400_000),
  ownerName: '丁小姐',
  seekerName: '孙小梅',
  myPart: 'seeker',
  answeredAt: null,
  contactedAt: null,
  endedAt: null,
  note: null,
  seeker: { skills: ['做饭'], wishes: '离家近' },
  messages: [],
  allowedActions: ['answer'],
  ...changes,
})
const names = {
  'volunteer.skills': () => ok({ rows: [{ skill: 'cooking', name: '做饭', certificateName: null }] }),
  'volunteer.dialects': () => ok({ rows: [] }),
}

describe('words', () => {
  it('say hours, pay and the way as people do', () => {
    expect(shiftsWords(weekdaysOf(480, 960))).toBe('周一到周五 8:00—16:00')
    expect(
      shiftsWords([
        { weekday: 1, fromMinute: 480, untilMinute: 720 },
        { weekday: 3, fromMinute: 480, untilMinute: 720 },
        { weekday: 6, fromMinute: 1080, untilMinute: 1290 },
      ]),
    ).toBe('周一、周三 8:00—12:00；周六 18:00—21:30')
    expect(payWords(openingOf())).toBe('3500—4200 元，一月一结，包午饭')
    expect(payWords(openingOf({ payFrom: null, payUntil: null }))).toBe('一月一结，包午饭')
    expect(payWords(openingOf({ payUntil: null }))).toBe('3500 元起，一月一结，包午饭')
    // 12 km/h: a kilometre takes five minutes.
    expect(rideMinutes(1000)).toBe(5)
  })

  it('give reasons by bicycle, and none about helping', () => {
    expect(
      sayReasons(
        proposalOf().reasons,
        () => '做饭',
        () => '',
      ),
    ).toEqual(['离得近，骑车 8 分钟', '熟练：做饭'])
  })

  it('turn parts of a day that together have no gap, and keep hours outside them', () => {
    const morning = turn([], 1, 'morning')
    expect(turn(morning, 1, 'afternoon')).toEqual([{ weekday: 1, fromMinute: 360, untilMinute: 1080 }])
    expect(turn([{ weekday: 1, fromMinute: 300, untilMinute: 800 }], 1, 'morning')).toEqual([
      { weekday: 1, fromMinute: 300, untilMinute: 360 },
      { weekday: 1, fromMinute: 720, untilMinute: 800 },
    ])
    expect(fromGroups(groupsOf(weekdaysOf(480, 960)))).toEqual(weekdaysOf(480, 960))
  })

  it('say why it was refused, for every reason, each in its own words', () => {
    const reasons: WorkRefusal[] = [
      { reason: 'wrongStatus', status: 'open' },
      { reason: 'unknownSkill', skill: 'x' },
      { reason: 'unknownDialect', dialect: 'x' },
      ...(
        [
          'outsideYourArea',
          'nameTaken',
          'alreadyVerified',
          'noSuchPlace',
          'payWrong',
          'dayWrong',
          'reasonNeeded',
          'notVerified',
          'consentNeeded',
          'notSeeking',
          'alreadyProposed',
          'nobodyResponsible',
          'ownOpening',
          'nothingSaid',
          'filled',
        ] as const
      ).map((reason) => ({ reason })),
    ]
    expect(new Set(reasons.map(workRefusal)).size).toBe(reasons.length)
  })
})

describe('what is open', () => {
  it('is looked for in my township first, then in the whole county', async () => {
    answers({ 'volunteer.openings': () => ok({ rows: [openingOf()] }) })
    render(<OpeningsPage />)
    fireEvent.click(await screen.findByText('食堂帮厨'))
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: expect.stringMatching(/work\/pages\/opening.*openingId=5/) })
    fireEvent.click(screen.getByRole('tab', { name: '全县的' }))
    await waitFor(() => expect(asked('volunteer.openings')).toEqual([{ areaCode: '990101001' }, {}]))
  })

  it('tells pay, place, hours and skills, and "I want it" is asked once more', async () => {
    host.params = { openingId: '5' }
    answers({
      'volunteer.opening': () => ok(openingOf({ allowedActions: ['showInterest'] })),
      'volunteer.showInterest': () => ok(proposalOf({ status: 'interested' })),
    })
    render(<OpeningPage />)
    await screen.findByText('周一到周五 8:00—16:00')
    for (const words of ['3500—4200 元，一月一结，包午饭', '柳桥社区', '做饭（熟练）', '招 2 人，还差 1 人'])
      expect(screen.getByText(words)).toBeTruthy()
    press('我想去')
    await waitFor(() => expect(asked('volunteer.showInterest')).toEqual([{ openingId: 5 }]))
  })

  it('leads whoever has not said what he can to say it', async () => {
    host.params = { openingId: '5' }
    answers({ 'volunteer.opening': () => ok(openingOf()) })
    render(<OpeningPage />)
    fireEvent.click(await screen.findByRole('button', { name: '先说说您会什么' }))
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: expect.stringContaining('work/pages/seeker') })
  })
})

describe('looking for work', () => {
  it('is saved only with times and consent', async () => {
    answers({
      ...names,
      'volunteer.myWorkProfile': () => ok({ profile: null }),
      'volunteer.saveWorkProfile': () => ok({ proposed: 1 }),
    })
    render(<SeekerPage />)
    fireEvent.change(await screen.findByLabelText(/姓名/), { target: { value: '孙小梅' } })
    press('帮我找')
    await screen.findByText('请选哪些时间能上班')
    expect(screen.getByText('要您同意，才能帮您找')).toBeTruthy()
    expect(asked('volunteer.saveWorkProfile')).toEqual([])
    fireEvent.click(screen.getByRole('checkbox', { name: /周一上午/ }))
    fireEvent.click(screen.getByRole('switch', { name: /我同意/ }))
    press('帮我找')
    await waitFor(() =>
      expect(asked('volunteer.saveWorkProfile')).toMatchObject([
        {
          name: '孙小梅',
          consent: true,
          areaCode: '990101001001',
          radiusMetres: 6000,
          weekly: [{ weekday: 1, fromMinute: 360, untilMinute: 720 }],
        },
      ]),
    )
  })

  it('shows reasons, says that a no costs nothing, and takes it at one tap', async () => {
    host.params = { proposalId: '7' }
    answers({
      ...names,
      'volunteer.workProposal': () => ok(proposalOf()),
      'volunteer.answerWorkProposal': () => ok(proposalOf({ status: 'notInterested', allowedActions: [] })),
    })
    render(<ProposalPage />)
    await screen.findByText('离得近，骑车 8 分钟')
    expect(screen.getByText('说不也不影响您。')).toBeTruthy()
    press('不去')
    await waitFor(() => expect(asked('volunteer.answerWorkProposal')).toEqual([{ proposalId: 7, interested: false }]))
  })
})

describe('the employer', () => {
  it('sees who is interested, and asks for a call by relay', async () => {
    host.params = { proposalId: '7' }
    answers({
      ...names,
      'volunteer.workProposal': () =>
        ok(proposalOf({ status: 'interested', myPart: 'employer', allowedActions: ['say'] })),
      'volunteer.sayAboutWork': () => ok(proposalOf()),
    })
    render(<ProposalPage />)
    await screen.findByText('会做饭')
    press('请对方回电')
    await waitFor(() => expect(asked('volunteer.sayAboutWork')).toEqual([{ proposalId: 7, callBack: true }]))
  })

  it('saves a changed opening as the form shows it', async () => {
    liu.grants = [{ role: 'organiser', areaCode: '990101001001', areaName: '柳桥社区' }]
    host.params = { openingId: '5' }
    const enterprise = { enterpriseId: 9, name: '云溪食品厂', areaCode: '990101001001', areaName: '柳桥社区' }
    answers({
      ...names,
      'volunteer.myEnterprises': () => ok({ rows: [enterprise] }),
      'volunteer.opening': () => ok(openingOf({ status: 'draft', allowedActions: ['edit', 'submit', 'close'] })),
      'volunteer.saveOpening': () => ok(openingOf()),
    })
    render(<EmployerPage />)
    fireEvent.change(await screen.findByLabelText(/招什么人/), { target: { value: '面点师傅' } })
    press('存下来')
    await waitFor(() =>
      expect(asked('volunteer.saveOpening')).toMatchObject([
        {
          openingId: 5,
          enterpriseId: 9,
          title: '面点师傅',
          payFrom: 3500,
          payUntil: 4200,
          shifts: weekdaysOf(480, 960),
          skills: [{ skill: 'cooking', level: 2 }],
        },
      ]),
    )
  })

  it('closes an opening only with a reason', async () => {
    host.params = { openingId: '5' }
    answers({
      'volunteer.opening': () => ok(openingOf({ allowedActions: ['close'] })),
      'volunteer.workCandidates': () => ok({ rows: [proposalOf({ status: 'interested' })] }),
      'volunteer.closeOpening': () => ok(openingOf({ status: 'closed' })),
    })
    render(<OpeningPage />)
    await screen.findByText('食堂帮厨')
    press('不招了')
    fireEvent.change(await screen.findByLabelText(/为什么不招了/), { target: { value: '招到人了' } })
    const buttons = screen.getAllByRole('button', { name: '不招了' })
    fireEvent.click(buttons.at(-1) as HTMLElement)
    await waitFor(() => expect(asked('volunteer.closeOpening')).toEqual([{ openingId: 5, reason: '招到人了' }]))
  })
})

describe('whoever follows up', () => {
  it('sees what is overdue, and that of everybody on a tap', async () => {
    const late = proposalOf({ status: 'interested', dueAt: new Date(Date.now() - 3_600_000) })
    answers({ 'volunteer.workFollowUps': () => ok({ rows: [late] }) })
    render(<FollowPage />)
    await screen.findByText(/就该办了/)
    expect(screen.queryByRole('tab', { name: '要核的单位' })).toBeNull()
    fireEvent.click(screen.getByRole('tab', { name: '大家的' }))
    await waitFor(() => expect(asked('volunteer.workFollowUps')).toEqual([{ all: false }, { all: true }]))
  })

  it('of the community verifies enterprises', async () => {
    liu.grants = [{ role: 'communityAdmin', areaCode: '990101001001', areaName: '柳桥社区' }]
    const enterprise = { enterpriseId: 9, name: '新来的厂', about: '', areaName: '柳桥社区', contactName: '王厂长' }
    answers({
      'volunteer.workFollowUps': () => ok({ rows: [] }),
      'volunteer.enterprisesToVerify': () => ok({ rows: [enterprise] }),
      'volunteer.verifyEnterprise': () => ok({}),
    })
    render(<FollowPage />)
    fireEvent.click(await screen.findByRole('tab', { name: '要核的单位' }))
    fireEvent.click(await screen.findByRole('button', { name: '看过了' }))
    await waitFor(() => expect(asked('volunteer.verifyEnterprise')).toEqual([{ enterpriseId: 9 }]))
  })

  it('takes the next step', async () => {
    host.params = { proposalId: '7' }
    answers({
      ...names,
      'volunteer.workProposal': () =>
        ok(proposalOf({ status: 'interested', myPart: 'team', allowedActions: ['contacted', 'notHired', 'say'] })),
      'volunteer.stepWorkProposal': () => ok(proposalOf({ status: 'contacted' })),
    })
    render(<ProposalPage />)
    fireEvent.click(await screen.findByRole('button', { name: '和单位联系上了' }))
    await waitFor(() => expect(asked('volunteer.stepWorkProposal')).toEqual([{ proposalId: 7, step: 'contacted' }]))
  })
})

it('notices of work open what they are about', () => {
  openSubject('workProposed', { proposalId: 7 })
  openSubject('openingSubmitted', { openingId: 5 })
  expect(jest.mocked(Taro.navigateTo).mock.calls.map(([{ url }]) => url)).toEqual([
    '/features/work/pages/proposal/index?proposalId=7',
    '/features/work/pages/opening/index?openingId=5',
  ])
})
