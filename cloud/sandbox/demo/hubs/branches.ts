import dayjs from 'dayjs'
import type { MeetingKind } from '../../../../types/hub'
import type { Caller } from '../../../platform/operations'
import { branchWords as words } from './branch-words'
import type { PlannedHub } from './places'
import type { Stage } from './play'

const dayMs = 86_400_000
const hourMs = 3_600_000

/** Meetings that were held, so many days ago; not every branch held all of them. */
const held: readonly [kind: MeetingKind, daysAgo: number][] = [
  ['general', 160],
  ['lecture', 140],
  ['committee', 95],
  ['general', 80],
  ['lecture', 62],
  ['committee', 40],
  ['committee', 12],
]

interface Branch {
  nth: number
  secretary: Caller
  /** Hosts of the community; the first is of the committee, the last lives elsewhere for the time being. */
  members: Caller[]
}

/**
 * A party branch in each community: its secretary is who leads above the hubs, its members are their hosts. Half a year of meetings with attendance, one that comes, and points by hand
 * with an appeal; what arose by itself is there already.
 */
export async function liveBranches(
  { sql, ask, callerOf }: Stage,
  admin: Caller,
  hubs: readonly PlannedHub[],
  now: Date,
): Promise<void> {
  const ago = (days: number, hours = 0) => new Date(now.getTime() - days * dayMs + hours * hourMs)
  const communities = [...new Set(hubs.map(({ input }) => input.areaCode.slice(0, 12)))].sort()
  await Promise.all(communities.map(settle))
  // Inboxes hold what is to do.
  await sql`
    delete from notices n where n.kind = 'pointsNoted' or (n.kind = 'branchMeeting' and (n.facts->>'startsAt')::timestamptz < ${now})`

  async function settle(areaCode: string, nth: number): Promise<void> {
    const here = hubs.filter(({ input }) => input.areaCode.startsWith(areaCode))
    const lead = here[0]?.lead.openid ?? ''
    const secretary = await called(lead)
    const members = await Promise.all(here.map(({ host }) => called(host.openid)))
    const role = { personId: secretary.personId, role: 'partyMember', areaCode, validFrom: ago(115) }
    await ask(ago(115), admin, 'people.grantRole', role)
    const founded = dayjs(ago(300)).format('YYYY-MM-DD')
    const flags = { committee: true, groups: nth % 4 === 3, foundedOn: founded }
    const name = words.branch((await areaName(areaCode)) ?? '')
    await ask(ago(110), admin, 'hub.saveBranch', { name, areaCode, secretaryId: secretary.personId, ...flags })
    const branch = { nth, secretary, members }
    await takeIn(branch)
    for (const [n, [kind, days]] of held.entries()) if ((n + nth) % 6 !== 5) await meet(branch, kind, days)
    await plan(branch)
    await givePoints(branch)
  }

  async function called(openid: string): Promise<Caller> {
    const [person] = await sql<{ id: number }[]>`select id from people where openid = ${openid}`
    return callerOf(person?.id ?? 0)
  }

  async function areaName(code: string): Promise<string | undefined> {
    const [area] = await sql<{ name: string }[]>`select name from areas where code = ${code}`
    return area?.name
  }

  async function takeIn({ nth, secretary, members }: Branch): Promise<void> {
    for (const [n, member] of members.entries()) {
      const phone = `1910099${String(nth * 10 + n).padStart(4, '0')}`
      await ask(ago(109), member, 'people.bindPhone', { code: `phone:${phone}:branch-${now.getTime()}-${nth}-${n}` })
      const post = n === 0 ? 'committee' : 'member'
      const sinceOn = dayjs(ago(290)).format('YYYY-MM-DD')
      await ask(ago(108, n), secretary, 'hub.addBranchMember', { phone, post, floating: n === 4, sinceOn })
    }
  }

  async function call({ secretary }: Branch, kind: MeetingKind, startsAt: Date, at: Date): Promise<number | undefined> {
    const { title, agenda } = words.meetings[kind]
    const day = dayjs(startsAt)
    const input = {
      kind,
      title: `${day.month() + 1}月${title}`,
      agenda,
      place: words.place,
      remoteWay: words.remoteWay,
    }
    const times = { startsAt, endsAt: new Date(startsAt.getTime() + 1.5 * hourMs) }
    const called = await ask(at, secretary, 'hub.saveMeeting', { ...input, ...times })
    return called?.meetingId as number | undefined
  }

  async function meet(branch: Branch, kind: MeetingKind, days: number): Promise<void> {
    const { nth, secretary, members } = branch
    // At half past seven in the evening, county time.
    const startsAt = new Date(`${dayjs(ago(days)).format('YYYY-MM-DD')}T19:30:00+08:00`)
    const before = new Date(startsAt.getTime() - 4 * dayMs)
    const meetingId = await call(branch, kind, startsAt, before)
    if (meetingId === undefined) return
    const there = kind === 'committee' ? [secretary, members[0] as Caller] : [secretary, ...members]
    const away = there[1 + ((nth + days) % (there.length - 1))] as Caller
    if (days % 3 !== 0)
      await ask(before, away, 'hub.answerMeeting', {
        meetingId,
        answer: 'leave',
        reason: words.leave[nth % words.leave.length],
      })
    const attendance = there.map(({ personId }, n) => ({
      personId,
      attended: personId === away.personId ? 'absent' : n === 5 ? 'remote' : 'present',
    }))
    const { summary } = words.meetings[kind]
    const after = new Date(startsAt.getTime() + 2 * hourMs)
    await ask(after, secretary, 'hub.recordMeeting', { meetingId, version: 1, attendance, summary })
  }

  /** One comes: some have said whether they do. */
  async function plan(branch: Branch): Promise<void> {
    const startsAt = new Date(`${dayjs(ago(-6)).format('YYYY-MM-DD')}T19:30:00+08:00`)
    const meetingId = await call(branch, 'general', startsAt, ago(1))
    const [first, second, , , afar] = branch.members
    if (first) await ask(ago(0, -5), first, 'hub.answerMeeting', { meetingId, answer: 'coming' })
    if (afar) await ask(ago(0, -4), afar, 'hub.answerMeeting', { meetingId, answer: 'remote' })
    if (second)
      await ask(ago(0, -3), second, 'hub.answerMeeting', { meetingId, answer: 'leave', reason: words.leave[0] })
  }

  /** By the committee for the secretary's members, one deducted and appealed: in 柳桥 that waits, elsewhere it is answered. */
  async function givePoints({ nth, secretary, members }: Branch): Promise<void> {
    const [first, second, third] = members as [Caller, Caller, Caller]
    const give = (by: Caller, to: Caller, code: string, said: string, days: number) =>
      ask(ago(days), by, 'hub.givePoints', { personId: to.personId, code, words: said })
    await give(first, secretary, 'branchMeeting', words.points.met, 11)
    for (const member of members) await give(secretary, member, 'branchMeeting', words.points.met, 11)
    await give(secretary, nth % 2 ? third : first, 'wentFirst', words.points.first, 20)
    const wrong = await give(first, second, 'missedMeeting', words.points.missed, 10)
    const appeal = { entryId: wrong?.entryId, words: words.points.appeal }
    const appealed = await ask(ago(9), second, 'hub.appealPoints', appeal)
    if (nth === 0) return
    const uphold = nth % 2 === 1
    const said = uphold ? words.points.upheld : words.points.dismissed
    await ask(ago(7), secretary, 'hub.decidePointAppeal', { appealId: appealed?.appealId, uphold, words: said })
  }
}
