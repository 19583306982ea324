import Taro from '@tarojs/taro'
import { configure, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { emptyShift, spanOf } from '../../../src/features/matching/duty/form'
import DutyPage from '../../../src/features/matching/pages/duty/index'
import TeamsPage from '../../../src/features/matching/pages/teams/index'
import { answers, asked, liu, ok, refused } from '../activity/cloud'

jest.mock('../../../src/platform/session', () => jest.requireActual('../activity/cloud').sessionModule)
jest.mock('../../../src/platform/client', () => jest.requireActual('../activity/cloud').clientModule)

configure({ asyncUtilTimeout: 20_000 })

const shift = {
  shiftId: 4,
  profession: 'doctor',
  placeName: '社区卫生站',
  areaCode: '990101001001',
  areaName: '柳桥社区',
  from: new Date('2030-01-08T09:00:00+08:00'),
  until: new Date('2030-01-08T12:00:00+08:00'),
  personId: 5,
  surname: '吴',
  nickname: '吴秀英',
  maskedPhone: null,
  agreedAt: null,
}
const team = {
  teamId: 8,
  kind: 'free',
  name: '柳桥帮帮团',
  areaCode: '990101001001',
  areaName: '柳桥社区',
  homeAreaName: null,
  leaderName: '陈建国',
  members: 6,
  myPart: 'none',
}
const luo = { personId: 6, name: '罗小梅', areaName: '柳桥社区', skills: ['陪诊陪同'] }
const cloud = (more: Parameters<typeof answers>[0] = {}) =>
  answers({
    'volunteer.shifts': () => ok({ rows: [shift] }),
    'volunteer.teams': () => ok({ rows: [team, { ...team, teamId: 9, name: '石塘团', areaCode: '990101001002' }] }),
    'volunteer.volunteers': () => ok({ rows: [luo], waiting: 0 }),
    ...more,
  })
const said = (words: RegExp) =>
  waitFor(() =>
    expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: expect.stringMatching(words) })),
  )
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const write = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })
const pickLuo = async (label: string) => {
  write(label, '罗')
  fireEvent.click(await screen.findByRole('button', { name: /罗小梅/ }))
}

beforeEach(() => {
  liu.grants = [{ role: 'communityAdmin', areaCode: '990101001001', areaName: '柳桥社区' }]
})

describe('the roster', () => {
  const fill = () => {
    const [day, from, until] = document.querySelectorAll('input[type=date], input[type=time]')
    fireEvent.change(day as Element, { target: { value: '2030-01-09' } })
    fireEvent.change(from as Element, { target: { value: '20:00' } })
    fireEvent.change(until as Element, { target: { value: '06:00' } })
  }

  it('shows who has agreed to be shown', async () => {
    cloud()
    render(<DutyPage />)
    expect(await screen.findByText('吴秀英')).toBeInTheDocument()
    expect(screen.getByText('等本人同意')).toBeInTheDocument()
  })

  it('takes a new shift when it is whole, a night over midnight too', async () => {
    cloud({ 'volunteer.saveShift': () => ok({ shiftId: 7 }) })
    render(<DutyPage />)
    await screen.findByText('吴秀英')
    press('排一次班')
    press('排好，去问本人')
    expect(screen.getByText('找一位')).toBeInTheDocument()
    expect(asked('volunteer.saveShift')).toEqual([])
    await pickLuo('谁来值班')
    fireEvent.click(screen.getByRole('radio', { name: '律师' }))
    write('在哪里', '社区客厅')
    fill()
    press('排好，去问本人')
    await said(/本人同意以后公布/)
    expect(asked('volunteer.saveShift')).toEqual([
      {
        personId: 6,
        profession: 'lawyer',
        areaCode: '990101001001',
        placeName: '社区客厅',
        surname: '罗',
        from: new Date('2030-01-09T20:00:00+08:00'),
        until: new Date('2030-01-10T06:00:00+08:00'),
      },
    ])
  })

  it('says why a shift is refused and keeps what was typed', async () => {
    cloud({ 'volunteer.saveShift': () => refused({ reason: 'alreadyOnDuty' }) })
    render(<DutyPage />)
    await screen.findByText('吴秀英')
    press('改')
    press('排好，去问本人')
    await said(/那时已经排了班/)
    expect(screen.getByRole('textbox', { name: '在哪里' })).toHaveValue('社区卫生站')
  })

  it('cancels a shift with a reason', async () => {
    cloud({ 'volunteer.cancelShift': () => ok({}) })
    render(<DutyPage />)
    await screen.findByText('吴秀英')
    press('取消这次班')
    write('为什么取消', '停电')
    fireEvent.click(screen.getAllByRole('button', { name: '取消这次班' }).at(-1) as HTMLElement)
    await said(/取消了/)
    expect(asked('volunteer.cancelShift')).toEqual([{ shiftId: 4, reason: '停电' }])
  })

  it('has no span while a day or a time is missing', () => {
    const typed = { ...emptyShift('990101001001', '柳桥社区'), day: '2030-01-09', from: '09:00' }
    expect(spanOf(typed)).toBeUndefined()
    expect(spanOf({ ...typed, day: '', until: '10:00' })).toBeUndefined()
  })
})

describe('teams', () => {
  it('may be handed on and ended in my area, and only read in others', async () => {
    cloud()
    render(<TeamsPage />)
    await screen.findByText('柳桥帮帮团')
    expect(screen.getAllByRole('button', { name: '解散' })).toHaveLength(1)
    fireEvent.click(screen.getByRole('button', { name: /石塘团/ }))
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/features/volunteer/pages/team/index?teamId=9' })
  })

  it('are founded with a leader', async () => {
    cloud({ 'volunteer.createTeam': () => ok({ teamId: 10 }) })
    render(<TeamsPage />)
    await screen.findByText('柳桥帮帮团')
    press('建一个团队')
    press('建好')
    expect(screen.getByText('选一类')).toBeInTheDocument()
    fireEvent.click(screen.getByRole('radio', { name: '街面劝架服务团' }))
    write('叫什么', '柳桥劝架团')
    await pickLuo('谁带队')
    press('建好')
    await said(/建好了/)
    expect(asked('volunteer.createTeam')).toEqual([
      { kind: 'mediation', areaCode: '990101001001', leaderId: 6, name: '柳桥劝架团', about: '' },
    ])
  })

  it('of people from one place need that place', async () => {
    const home = { homeAreaCode: '511723', name: '开江县', within: '四川达州' }
    cloud({
      'volunteer.createTeam': () => ok({ teamId: 10 }),
      'volunteer.homeAreas': () => ok({ rows: [home, { ...home, homeAreaCode: '511723100', name: '开江镇' }] }),
    })
    render(<TeamsPage />)
    await screen.findByText('柳桥帮帮团')
    press('建一个团队')
    fireEvent.click(screen.getByRole('radio', { name: '老乡帮帮团' }))
    write('叫什么', '开江老乡团')
    await pickLuo('谁带队')
    press('建好')
    expect(screen.getByText('选一个地方')).toBeInTheDocument()
    write('哪里的老乡', 'kj')
    fireEvent.click(await screen.findByRole('button', { name: /开江县/ }))
    expect(screen.queryByRole('button', { name: /开江镇/ })).not.toBeInTheDocument()
    press('建好')
    await said(/建好了/)
    expect(asked('volunteer.createTeam')).toEqual([
      expect.objectContaining({ kind: 'hometown', homeAreaCode: '511723' }),
    ])
  })

  it('get another leader, or the reason why not', async () => {
    cloud({ 'volunteer.handOverTeam': () => refused({ reason: 'leaderNotFit' }) })
    render(<TeamsPage />)
    await screen.findByText('柳桥帮帮团')
    press('换人带队')
    await pickLuo('谁带队')
    press('换成这位')
    await said(/带队的要是/)
    expect(asked('volunteer.handOverTeam')).toEqual([{ teamId: 8, leaderId: 6 }])
  })
})
