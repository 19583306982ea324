import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import * as v from 'valibot'
import ProfilePage from '../../../src/features/volunteer/pages/profile/index'
import WhyPage from '../../../src/features/volunteer/pages/why/index'
import { freeDays } from '../../../src/features/volunteer/profile/said'
import { cellOf, joined, turnCell, withDay } from '../../../src/features/volunteer/profile/week'
import { profileRefusal } from '../../../src/features/volunteer/profile/wording'
import { type VolunteerProfile, volunteerProfile } from '../../../types/volunteer'
import { answers, asked, ok, refused } from '../activity/cloud'
import { catalogues } from './made'

jest.mock('../../../src/platform/session', () => jest.requireActual('../activity/cloud').sessionModule)
jest.mock('../../../src/platform/client', () => jest.requireActual('../activity/cloud').clientModule)

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const areas = {
  'people.areas': ({ under }: Record<string, unknown>) =>
    ok({
      rows: under
        ? [{ areaCode: '990101001001', name: '柳桥社区', level: 'community', lat: 30.512, lng: 120.512 }]
        : [{ areaCode: '990101', name: '云溪县', level: 'county', lat: 30.5, lng: 120.5 }],
    }),
  'volunteer.homeAreas': () => ok({ rows: [{ homeAreaCode: '511723', name: '开江县', within: '四川' }] }),
}

function profileOf(changes: Partial<VolunteerProfile> = {}): VolunteerProfile {
  return v.parse(volunteerProfile, {
    personId: 3,
    status: 'approved',
    statusReason: null,
    name: '刘敏',
    areaCode: '990101001001',
    areaName: '柳桥社区',
    homeAreaCode: null,
    homeAreaName: null,
    sex: null,
    ageBand: 35,
    lat: 30.512,
    lng: 120.512,
    radiusMetres: 1000,
    weeklyMinutes: 120,
    insuredUntil: null,
    automatic: true,
    about: '',
    skills: [{ skill: 'escort', level: 2, certificateUntil: null }],
    dialects: [],
    weekly: [{ weekday: 1, fromMinute: 480, untilMinute: 720 }],
    exceptions: [],
    appliedAt: new Date(),
    ...changes,
  })
}

async function apply(more: Parameters<typeof answers>[0] = {}) {
  answers({ ...catalogues, ...areas, 'volunteer.myProfile': () => ok({ profile: null }), ...more })
  render(<ProfilePage />)
  await screen.findByRole('checkbox', { name: '陪诊陪同' })
}
function fillIn() {
  fireEvent.change(screen.getByRole('textbox', { name: /姓名/ }), { target: { value: '刘敏' } })
  fireEvent.click(screen.getByRole('radio', { name: '35—49 岁' }))
  fireEvent.click(screen.getByRole('checkbox', { name: '陪诊陪同' }))
  fireEvent.click(screen.getByRole('checkbox', { name: '周六上午，没空' }))
}

describe('becoming a volunteer', () => {
  test('says what is missing at its field, and sends nothing', async () => {
    await apply({ 'volunteer.saveProfile': () => ok(profileOf()) })
    press('交给社区看')
    for (const words of ['请填姓名，至少两个字', '请选择年龄', '至少选一样会做的', '至少选一段有空的时间'])
      expect(await screen.findByText(words)).toBeInTheDocument()
    expect(asked('volunteer.saveProfile')).toEqual([])
  })

  test('takes what is known, the middle of the community, and shows where it stands', async () => {
    await apply({ 'volunteer.saveProfile': () => ok(profileOf({ status: 'applied' })) })
    fillIn()
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'kj' } })
    fireEvent.click(await screen.findByRole('radio', { name: /开江县/ }))
    fireEvent.click(await screen.findByRole('checkbox', { name: '川渝话' }))
    press('交给社区看')
    expect(await screen.findByText('等社区看')).toBeInTheDocument()
    expect(asked('volunteer.saveProfile')).toEqual([
      {
        name: '刘敏',
        areaCode: '990101001001',
        ageBand: 35,
        homeAreaCode: '511723',
        dialects: ['chuanyu'],
        skills: [{ skill: 'escort', level: 2 }],
        weekly: [{ weekday: 6, fromMinute: 480, untilMinute: 720 }],
        radiusMetres: 1000,
        weeklyMinutes: 120,
        lat: 30.512,
        lng: 120.512,
        about: '',
      },
    ])
  })

  test('what needs a paper says which', async () => {
    await apply()
    fireEvent.click(screen.getByRole('checkbox', { name: '医护' }))
    expect(screen.getByText(/带执业医师证或护士证到社区看一下/)).toBeInTheDocument()
  })

  test('is kept on the phone until it is handed in', async () => {
    await apply()
    fillIn()
    act(() => document.body.replaceChildren())
    render(<ProfilePage />)
    expect(await screen.findByDisplayValue('刘敏')).toBeInTheDocument()
  })
})

describe('being one', () => {
  async function open(profile: VolunteerProfile, more: Parameters<typeof answers>[0] = {}) {
    answers({ ...catalogues, ...areas, 'volunteer.myProfile': () => ok({ profile }), ...more })
    render(<ProfilePage />)
    await screen.findByRole('button', { name: '改一改' })
  }

  test('not taken in, one learns why', async () => {
    await open(profileOf({ status: 'left', statusReason: '电话打不通' }))
    expect(screen.getByText('这次没通过：电话打不通')).toBeInTheDocument()
  })

  test('resting says what it means first; tasks in hand are named', async () => {
    await open(profileOf(), { 'volunteer.setPresence': () => refused({ reason: 'hasTasks', tasks: 2 }) })
    press('休息一阵')
    await waitFor(() => expect(asked('volunteer.setPresence')).toEqual([{ presence: 'paused' }]))
    expect(Taro.showModal).toHaveBeenCalledWith(
      expect.objectContaining({ content: expect.stringContaining('没有事来问您') }),
    )
    await waitFor(() =>
      expect(Taro.showToast).toHaveBeenCalledWith(
        expect.objectContaining({ title: '您还有 2 件说好要去的，先退掉或办完。' }),
      ),
    )
  })

  test('automatic matching can be refused', async () => {
    await open(profileOf(), { 'volunteer.setAutomatic': () => ok(profileOf({ automatic: false })) })
    fireEvent.click(screen.getByRole('switch', { name: /自动来问我/ }))
    await waitFor(() => expect(asked('volunteer.setAutomatic')).toEqual([{ automatic: false }]))
  })

  test('a change begins with what was said before', async () => {
    await open(profileOf())
    press('改一改')
    expect(await screen.findByDisplayValue('刘敏')).toBeInTheDocument()
    expect(await screen.findByRole('checkbox', { name: '陪诊陪同' })).toBeChecked()
    expect(screen.getByRole('checkbox', { name: '周一上午，有空' })).toBeChecked()
  })
})

describe('the week', () => {
  const morning = { weekday: 2, fromMinute: 480, untilMinute: 720 }

  test('is turned cell by cell; who is free all day is free over noon', () => {
    const both = turnCell([morning], 2, 'afternoon')
    expect(both).toEqual([{ weekday: 2, fromMinute: 480, untilMinute: 1080 }])
    expect(turnCell(both, 2, 'morning')).toEqual([{ weekday: 2, fromMinute: 720, untilMinute: 1080 }])
    expect(turnCell(turnCell(both, 2, 'morning'), 2, 'afternoon')).toEqual([])
  })

  test('shows a part of a cell as a part, and a tap clears it', () => {
    const some = [{ weekday: 3, fromMinute: 540, untilMinute: 660 }]
    expect(cellOf(some, 3, 'morning')).toBe('some')
    expect(cellOf(some, 3, 'evening')).toBe('none')
    expect(turnCell(some, 3, 'morning')).toEqual([])
  })

  test('never hands over spans that overlap, touch or are empty', () => {
    expect(
      joined([
        { fromMinute: 600, untilMinute: 700 },
        { fromMinute: 480, untilMinute: 610 },
        { fromMinute: 700, untilMinute: 720 },
        { fromMinute: 900, untilMinute: 900 },
      ]),
    ).toEqual([{ fromMinute: 480, untilMinute: 720 }])
    expect(withDay([morning], 2, [])).toEqual([])
  })

  test('is said in a line', () => {
    const all = turnCell(turnCell([morning], 2, 'afternoon'), 2, 'evening')
    expect(freeDays(turnCell(all, 6, 'evening'))).toBe('周二全天，周六晚上')
  })
})

test('every refusal has words', () => {
  const said = [
    profileRefusal({ reason: 'consentNeeded' }),
    profileRefusal({ reason: 'noSuchCommunity' }),
    profileRefusal({ reason: 'unknownSkill', skill: 'x' }),
    profileRefusal({ reason: 'unknownDialect', dialect: 'x' }),
    profileRefusal({ reason: 'timesOverlap', weekday: 3 }),
    profileRefusal({ reason: 'notAVolunteer' }),
    profileRefusal({ reason: 'leadsTeams', teams: 1 }),
  ]
  expect(new Set(said).size).toBe(said.length)
  expect(said[4]).toBe('周三的时间有重叠，请改一改。')
})

test('how people are chosen says that saying no costs nothing, and how to do without the machine', () => {
  render(<WhyPage />)
  expect(screen.getByText(/没有人记您的账/)).toBeInTheDocument()
  const section = screen.getByText('不想让系统来挑').closest('.section') as HTMLElement
  fireEvent.click(within(section).getByRole('button', { name: /只让社区的人来问/ }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: expect.stringContaining('pages/profile') })
})
