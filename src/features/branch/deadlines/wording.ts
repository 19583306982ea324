import { nearTime } from '../../../platform/dates'
import type { Deadline } from '../shapes'
import { kindNames, levelNames, wording } from '../wording'

/** Words of the deadlines of an area. */
export const deadlinesWording = {
  title: wording.community.deadlines,
  lead: (n: number) => (n === 0 ? '没有逾期的' : `${n} 件逾期`),
  note: '这里只看时限，不看说了什么、谁说的。要您来回，就接过来。',
  empty: '没有还没回的事。',
  noneOverdue: '没有逾期的。',
  asked: ({ kind, hubName, level }: Deadline) =>
    [kindNames[kind], hubName, `在${levelNames[level] ?? levelNames[3]}那里`].join(' · '),
  where: ({ areaName, askedAt }: Deadline, now: Date) => `${areaName} · ${nearTime(askedAt, now)}问的`,
  take: '我来回',
  mine: '去回话',
  takeSure: '接过来以后，由您回居民，您看得到说过的话。确定接吗？',
  taken: '归您回了',
  filters: '看哪些',
  filter: { all: '全部', overdue: '逾期的' },
}
