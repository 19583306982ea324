import Taro from '@tarojs/taro'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import AppealsPage from '../../../src/features/party/pages/appeals/index'
import CheckPointsPage from '../../../src/features/party/pages/check-points/index'
import GivePointsPage from '../../../src/features/party/pages/give-points/index'
import PointsPage from '../../../src/features/party/pages/points/index'
import RulesPage from '../../../src/features/party/pages/rules/index'
import { quarterName, signedPoints, worthOf } from '../../../src/features/party/points/wording'
import type { Entry, Refusal, Rule } from '../../../src/features/party/shapes'
import { refusalWords } from '../../../src/features/party/wording'
import { answers, asked, liu, ok, refused } from '../activity/cloud'
import { host } from '../doubles/taro'

jest.mock('../../../src/platform/session', () => jest.requireActual('../activity/cloud').sessionModule)
jest.mock('../../../src/platform/client', () => jest.requireActual('../activity/cloud').clientModule)

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const type = (label: RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const liuqiao = '990101001001'

beforeEach(() => {
  jest.clearAllMocks()
  host.params = {}
  liu.grants = [{ role: 'partyMember', areaCode: liuqiao, areaName: '柳桥社区' }]
})
afterEach(() => {
  liu.grants = []
})

/** My branch: me and one more. */
const branch = (me: object = {}) => ({
  rows: [
    { personId: 3, name: '刘敏', post: 'secretary', floating: false, sinceOn: '2026-03-01', me: true, ...me },
    { personId: 7, name: '罗大姐', post: 'member', floating: false, sinceOn: '2026-03-01', me: false },
  ],
  mayChange: true,
})

const entryOf = (more: Partial<Entry> = {}): Entry => ({
  entryId: 3,
  points: 2,
  at: new Date('2026-11-20T10:00:00+08:00'),
  ruleWords: '回了居民的话',
  kind: 'addition',
  evidence: 'contact',
  evidenceId: 8,
  evidenceTitle: '陈家中心户',
  recorderName: null,
  words: '',
  files: [],
  takenBack: 0,
  appeal: null,
  mayAppeal: true,
  ...more,
})
const ledger = (rows: Entry[], more: object = {}) =>
  ok({
    quarter: '2026-10-01',
    quarters: ['2026-10-01', '2026-07-01'],
    sums: { base: 3, addition: 2, deduction: -3, total: 2 },
    rows,
    isMember: true,
    ...more,
  })
const ruleOf = (more: Partial<Rule> = {}): Rule => ({
  code: 'wentFirst',
  areaCode: null,
  areaName: null,
  version: 1,
  words: '急难险重任务带头',
  kind: 'addition',
  cause: 'hand',
  points: 5,
  cap: 20,
  fromOn: '2026-01-01',
  untilOn: null,
  mayChange: false,
  ...more,
})

it('says quarters, points and rules as people do', () => {
  expect([quarterName('2026-10-01'), quarterName('2027-01-01')]).toEqual(['2026年第4季度', '2027年第1季度'])
  expect([3, -2, 0].map(signedPoints)).toEqual(['+3', '−2', '0'])
  expect(worthOf(ruleOf({ kind: 'deduction', points: 2, cap: null }))).toBe('每次扣 2 分 · 不设上限 · 支部记')
  expect(worthOf(ruleOf({ cause: 'serviceHours', points: 1 }))).toBe('每小时 1 分 · 一个季度最多 20 分 · 自动记')
})

describe('my points', () => {
  it('say what a quarter comes to and what stands behind each entry; one that is wrong is appealed', async () => {
    const judged = { appealId: 1, words: '我请过假', dueAt: new Date(), decidedAt: new Date() }
    answers({
      'hub.myPoints': () =>
        ledger([
          entryOf(),
          entryOf({
            entryId: 4,
            points: -3,
            kind: 'deduction',
            ruleWords: '无故不参加组织生活',
            evidence: 'hand',
            evidenceTitle: null,
            recorderName: '高书记',
            words: '10 月党员大会没来',
            takenBack: 3,
            mayAppeal: false,
            appeal: { ...judged, status: 'upheld', decisionWords: '查过了，请过假' },
          }),
        ]),
      'hub.appealPoints': () => ok({ appealId: 5, dueAt: new Date() }),
    })
    render(<PointsPage />)
    await screen.findByText('2 分')
    expect(screen.getByText('只有您和支部书记看得到，不排名，不公布。')).toBeTruthy()
    fireEvent.click(screen.getByText('无故不参加组织生活'))
    expect(screen.getByText('10 月党员大会没来')).toBeTruthy()
    expect(screen.getByText('高书记')).toBeTruthy()
    expect(screen.getByText('答复：查过了，请过假')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '我要申诉' })).toBeNull()
    fireEvent.click(screen.getAllByText('回了居民的话')[0] as HTMLElement)
    expect(screen.getByText('系统在事情发生时自动记的')).toBeTruthy()
    press('我要申诉')
    type(/您怎么看/, '这件是两个人办的')
    press('交上去')
    await waitFor(() => expect(asked('hub.appealPoints')).toEqual([{ entryId: 3, words: '这件是两个人办的' }]))
  })

  it('of another quarter are asked for, and their paper is issued and opened', async () => {
    answers({
      'hub.myPoints': ({ quarter }) => ledger([entryOf()], quarter ? { quarter } : {}),
      'hub.issuePointStatement': () => ok({ statementId: 8, checkCode: '7K3M-9QRT-WX2B-5' }),
      'hub.pointStatement': () => ok({ fileName: '积分记录.pdf', mimeType: 'application/pdf', base64: 'JVBERg==' }),
    })
    render(<PointsPage />)
    fireEvent.click(await screen.findByRole('tab', { name: '2026年第3季度' }))
    await waitFor(() => expect(asked('hub.myPoints').at(-1)).toMatchObject({ quarter: '2026-07-01' }))
    await waitFor(() => expect(screen.getByRole('tab', { name: '2026年第3季度', selected: true })).toBeTruthy())
    fireEvent.click(screen.getByText('开这个季度的记录'))
    await waitFor(() => expect(asked('hub.pointStatement')).toEqual([{ statementId: 8 }]))
    expect(asked('hub.issuePointStatement')).toEqual([{ quarter: '2026-07-01' }])
  })

  it('of a member are read by his secretary, who takes back what is wrong', async () => {
    host.params = { personId: '7' }
    answers({
      'hub.branchMembers': () => ok(branch()),
      'hub.memberPoints': () => ledger([entryOf({ mayAppeal: false })]),
      'hub.takeBackPoints': () => refused({ reason: 'alreadyTakenBack' }),
    })
    render(<PointsPage />)
    expect(await screen.findByRole('heading', { name: '罗大姐的积分' })).toBeInTheDocument()
    fireEvent.click(await screen.findByText('回了居民的话'))
    press('更正这一条')
    type(/原因/, '记错人了')
    press('更正这一条')
    await waitFor(() => expect(asked('hub.takeBackPoints')).toEqual([{ entryId: 3, words: '记错人了' }]))
    expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: '这一条已经更正了' }))
  })

  it('are nothing for whoever is no member', async () => {
    answers({ 'hub.myPoints': () => ledger([], { isMember: false, quarters: ['2026-10-01'] }) })
    render(<PointsPage />)
    await screen.findByText('积分是给党员的，您这里没有。')
  })
})

describe('rules', () => {
  const history = () =>
    ok({ rows: [{ ...ruleOf(), reason: '随系统启用', madeAt: new Date('2026-01-01T00:00:00+08:00') }] })

  it('are read by everybody with every version; only the community changes them', async () => {
    answers({ 'hub.pointRules': () => ok({ rows: [ruleOf()] }), 'hub.pointRuleHistory': history })
    render(<RulesPage />)
    fireEvent.click(await screen.findByText('急难险重任务带头'))
    await screen.findByText('随系统启用')
    expect(screen.queryByRole('button', { name: '改这一条' })).toBeNull()
    expect(screen.queryByRole('button', { name: '添一条' })).toBeNull()
  })

  it('the community begins a version of its own beside the county’s, with a reason', async () => {
    liu.grants = [{ role: 'communityAdmin', areaCode: liuqiao, areaName: '柳桥社区' }]
    answers({
      'hub.pointRules': () => ok({ rows: [ruleOf({ version: 3 })] }),
      'hub.pointRuleHistory': history,
      'hub.savePointRule': () => ok({ code: 'wentFirst', version: 1 }),
    })
    render(<RulesPage />)
    fireEvent.click(await screen.findByText('急难险重任务带头'))
    press('改这一条')
    expect(screen.getByText('您改的是本社区的一版，全县那一版不变。')).toBeTruthy()
    type(/一次几分/, '30')
    press('定下来')
    expect(await screen.findByText('填整数，不少于一次的分')).toBeTruthy()
    expect(asked('hub.savePointRule')).toEqual([])
    type(/一次几分/, '6')
    type(/为什么这样定/, '汛期任务重')
    press('定下来')
    await waitFor(() => expect(asked('hub.savePointRule')).toHaveLength(1))
    expect(asked('hub.savePointRule')[0]).toMatchObject({
      code: 'wentFirst',
      areaCode: liuqiao,
      version: 0,
      points: 6,
      cap: 20,
      untilOn: null,
      reason: '汛期任务重',
    })
  })
})

it('an appeal is decided with words', async () => {
  const appeal = {
    appealId: 5,
    personName: '罗大姐',
    areaName: '柳桥社区',
    words: '那天我请过假',
    at: new Date(),
    dueAt: new Date(Date.now() + 86_400_000),
    mine: true,
    overdue: false,
    points: -3,
    ruleWords: '无故不参加组织生活',
    kind: 'deduction',
    evidence: 'hand',
    entryWords: '10 月大会没来',
    entryAt: new Date('2026-10-20T10:00:00+08:00'),
  }
  answers({ 'hub.pointAppeals': () => ok({ rows: [appeal] }), 'hub.decidePointAppeal': () => ok({}) })
  render(<AppealsPage />)
  await screen.findByText('申诉说：那天我请过假')
  press('成立，更正')
  type(/答复本人的话/, '查过了，确实请过假')
  press('答复')
  await waitFor(() =>
    expect(asked('hub.decidePointAppeal')).toEqual([{ appealId: 5, uphold: true, words: '查过了，确实请过假' }]),
  )
})

it('points by hand need a rule and what they rest on', async () => {
  host.params = { personId: '7' }
  answers({
    'hub.branchMembers': () => ok(branch()),
    'hub.pointRules': () =>
      ok({ rows: [ruleOf(), ruleOf({ code: 'answeredContact', words: '回话', cause: 'contact' })] }),
    'hub.givePoints': () => ok({ entryId: 9, points: 5 }),
  })
  render(<GivePointsPage />)
  await screen.findByText('给 罗大姐')
  await screen.findByRole('radio')
  press('记上')
  expect(await screen.findByText('选一条规则')).toBeTruthy()
  // What arises by itself is not offered.
  expect(screen.getAllByRole('radio')).toHaveLength(1)
  fireEvent.click(screen.getByRole('radio'))
  type(/依据什么/, '防汛值守一夜')
  press('记上')
  await waitFor(() =>
    expect(asked('hub.givePoints')).toEqual([{ personId: 7, code: 'wentFirst', words: '防汛值守一夜', fileIds: [] }]),
  )
  expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: '记上了 +5 分' }))
})

it.each([
  ['a plain member', { post: 'member' }, '7', '只有支部书记和支委能记分。'],
  ['for somebody else', {}, '99', '这个人不在您的支部里，从党员名单里点一个。'],
  ['for oneself', {}, '3', '自己的分不能自己记，请别的支委来。'],
  ['without anybody', {}, undefined, '这个人不在您的支部里，从党员名单里点一个。'],
] as const)('nobody is given points by whoever may not: %s', async (_what, me, personId, why) => {
  host.params = personId === undefined ? {} : { personId }
  answers({ 'hub.branchMembers': () => ok(branch(me)), 'hub.pointRules': () => ok({ rows: [ruleOf()] }) })
  render(<GivePointsPage />)
  expect(await screen.findByText(why)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '记上' })).not.toBeInTheDocument()
  press('看支部党员')
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: expect.stringContaining('pages/members/') })
})

it('anybody checks a statement, and it says no more than the paper', async () => {
  host.params = { code: '7K3M-9QRT-WX2B-5' }
  const statement = { name: '罗**', quarter: '2026-10-01', total: 7, entries: 4, issuedOn: '2026-11-30' }
  answers({ 'hub.checkPointStatement': () => ok({ statement }) })
  render(<CheckPointsPage />)
  await screen.findByText('罗**')
  expect(screen.getByText('2026年第4季度')).toBeTruthy()
  expect(screen.getByText('7 分')).toBeTruthy()
})

it('says why something was refused, each in its own words', () => {
  const plain = [
    'outsideYourArea',
    'noSuchRule',
    'changedMeanwhile',
    'notBackwards',
    'daysWrong',
    'capTooSmall',
    'kindFixed',
    'notForYourself',
    'alreadyTakenBack',
    'alreadyAppealed',
    'nobodyResponsible',
    'alreadyDecided',
    'nothingThere',
    'notAPartyMember',
    'inAnotherBranch',
    'nameTaken',
    'alreadyClosed',
    'notTheSecretary',
    'notAnOfficer',
    'timesWrong',
    'alreadyOver',
    'notForYou',
    'reasonNeeded',
    'notBegun',
    'notAMember',
  ].map((reason) => ({ reason }) as Refusal)
  const all: Refusal[] = [
    ...plain,
    { reason: 'capReached', left: 0 },
    { reason: 'tooMany', most: 200 },
    { reason: 'noSuchMeetings', kind: 'group' },
    { reason: 'notFromAfar', name: '罗大姐' },
    { reason: 'somebodyMissing', name: '罗大姐' },
  ]
  const said = all.map(refusalWords)
  expect(new Set(said).size).toBe(said.length)
  expect(said.every((words) => words.length > 3)).toBe(true)
})
