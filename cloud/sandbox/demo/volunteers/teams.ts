import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone'
import utc from 'dayjs/plugin/utc'
import type { Caller } from '../../../platform/operations'
import { countyCode } from '../areas'

dayjs.extend(utc)
dayjs.extend(timezone)

type Ask = (who: Caller, name: string, input: object) => Promise<Record<string, unknown> | undefined>

/** One of those who joined: who he is here, under which name, and what he can. */
export interface Joined {
  caller: Caller
  name: string
  homeAreaCode: string
  skills: readonly string[]
}

const teams = [
  {
    kind: 'hometown',
    name: '开江老乡帮帮团',
    homeAreaCode: '511723',
    about: '说川渝话，办事、看病、找人说话，老乡帮老乡。',
    fits: (one: Joined) => one.homeAreaCode === '511723',
  },
  {
    kind: 'hometown',
    name: '临泉老乡帮帮团',
    homeAreaCode: '341221',
    about: '初来乍到有什么不懂的，问我们。',
    fits: (one: Joined) => one.homeAreaCode === '341221',
  },
  {
    kind: 'mediation',
    name: '街面劝架服务团',
    about: '邻里有争执，两边都不认识的人来劝一劝。',
    fits: (one: Joined) => one.skills.includes('mediation'),
  },
  {
    kind: 'work',
    name: '就业扶助团队',
    about: '改简历、找岗位、陪着去面试。',
    fits: (one: Joined) => one.skills.includes('jobAdvice'),
  },
  {
    kind: 'guard',
    name: '家园卫士巡逻队',
    about: '晚上走一走，看看门窗和路灯。',
    fits: (one: Joined) => one.skills.includes('patrol'),
  },
] as const

/** The teams of the county, each with a leader and some who joined. The first to fit leads; 罗小梅 leads hers. */
export async function foundTeams(ask: Ask, admin: Caller, joined: readonly Joined[]): Promise<void> {
  for (const { fits, ...team } of teams) {
    const [leader, ...others] = joined.filter(fits).slice(0, 9)
    if (!leader) continue
    const founded = await ask(admin, 'volunteer.createTeam', {
      ...team,
      areaCode: countyCode,
      leaderId: leader.caller.personId,
    })
    if (!founded) continue
    const { teamId } = founded
    for (const [n, { caller }] of others.entries()) {
      await ask(caller, 'volunteer.joinTeam', { teamId })
      // The last one still waits for the leader.
      if (n < others.length - 1)
        await ask(leader.caller, 'volunteer.decideMember', { teamId, personId: caller.personId, accept: true })
    }
  }
}

const posts = [
  { profession: 'doctor', skill: 'medical', placeName: '柳桥社区卫生服务站' },
  { profession: 'lawyer', skill: 'law', placeName: '柳桥社区公共法律服务室' },
  { profession: 'police', skill: undefined, placeName: '柳桥警务室' },
  { profession: 'safetyVolunteer', skill: 'patrol', placeName: '柳桥广场岗亭' },
  { profession: 'newcomer', skill: 'interpret', placeName: '新居民之家' },
] as const

/** Who is on duty now and in the two days that follow, from eight to eight by day and by night, each with his consent to be shown. */
export async function setDuty(ask: Ask, admin: Caller, joined: readonly Joined[], now: Date): Promise<void> {
  const local = dayjs(now).tz('Asia/Shanghai')
  for (const { turn, from, until } of turnsFrom(local))
    for (const [n, { skill, ...post }] of posts.entries()) {
      const fit = joined.filter((one) => skill === undefined || one.skills.includes(skill))
      const one = fit[(20 + turn * 7 + n * 3) % fit.length]
      if (!one) continue
      const shift = await ask(admin, 'volunteer.saveShift', {
        ...post,
        personId: one.caller.personId,
        areaCode: '990101001001',
        surname: one.name.slice(0, 1),
        from: from.toDate(),
        until: until.toDate(),
      })
      if (shift) await ask(one.caller, 'volunteer.agreeToShift', { shiftId: shift.shiftId, agree: true })
    }
}

/** The turn under way, which begins now, and the days that follow. At night somebody answers too. */
function turnsFrom(now: dayjs.Dayjs): { turn: number; from: dayjs.Dayjs; until: dayjs.Dayjs }[] {
  const morning = now.startOf('day').hour(8)
  const evening = morning.hour(20)
  const until = now.isBefore(morning) ? morning : now.isBefore(evening) ? evening : morning.add(1, 'day')
  const firstDay = now.isBefore(morning) ? morning : morning.add(1, 'day')
  const days = [0, 1].map((day) => {
    const from = firstDay.add(day, 'day')
    return { turn: day + 1, from, until: from.hour(20) }
  })
  return [{ turn: 0, from: now, until }, ...days]
}
