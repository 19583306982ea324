import type { hub } from '../../types/hub'
import type { OutputOf } from '../../types/operation'
import { client } from '../platform/client'
import { addDays, dayKey, fullDay, fullTime } from '../platform/dates'
import { go } from '../platform/routes'
import { useMe } from '../platform/session'
import { useAsk } from '../platform/use-ask'
import { hubWording } from './hub-wording'
import type { Task } from './task'

type Meetings = OutputOf<(typeof hub)['branchMeetings']>
type Appeals = OutputOf<(typeof hub)['pointAppeals']>

const words = hubWording.party
const daysAhead = 30

/** What the branch waits for from a party member: whether he comes to a meeting, and appeals that he has to decide. */
export function usePartyTasks(): Task[] {
  const member = useMe()?.grants.some(({ role }) => role === 'partyMember') ?? false
  const today = dayKey(new Date())
  const meetings = useAsk(
    async () =>
      member
        ? await client.hub.branchMeetings({ fromOn: today, untilOn: addDays(today, daysAhead) })
        : { ok: true as const, value: null },
    `home/meetings/${member}/${today}`,
  )
  const appeals = useAsk(
    async () => (member ? await client.hub.pointAppeals({}) : { ok: true as const, value: null }),
    `home/appeals/${member}`,
  )
  const now = new Date()
  return [
    ...(meetings.asked.state === 'ready' && meetings.asked.value ? tasksOfMeetings(meetings.asked.value, now) : []),
    ...(appeals.asked.state === 'ready' && appeals.asked.value ? tasksOfAppeals(appeals.asked.value) : []),
  ]
}

/** Meetings to come that the member has said neither yes nor no to. */
export const tasksOfMeetings = ({ rows }: Pick<Meetings, 'rows'>, now: Date): Task[] =>
  rows
    .filter((row) => row.status === 'planned' && row.forMe && row.mySaid === null && row.startsAt > now)
    .map(({ meetingId, title, startsAt }) => {
      const open = () => go('partyMeeting', { meetingId })
      return {
        key: `meeting-${meetingId}`,
        urgent: true,
        dueAt: startsAt,
        light: { kind: 'soon', words: words.comes(fullTime(startsAt)) },
        title,
        step: { words: words.say, run: open },
        pressing: false,
        open,
      }
    })

/** Appeals about points that are his to decide, as one task by the nearest of their days. */
export function tasksOfAppeals({ rows }: Pick<Appeals, 'rows'>): Task[] {
  const mine = rows.filter((row) => row.mine)
  const [first] = mine
  if (!first) return []
  const open = () => go('partyAppeals')
  return [
    {
      key: 'appeals',
      urgent: true,
      dueAt: first.dueAt,
      light: first.overdue
        ? { kind: 'late', words: words.appealLate }
        : { kind: 'soon', words: words.appealBy(fullDay(first.dueAt)) },
      title: words.appeals(mine.length),
      step: { words: words.answer, run: open },
      pressing: false,
      open,
    },
  ]
}
