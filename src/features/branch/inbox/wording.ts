import { nearTime } from '../../../platform/dates'
import type { InboxRow } from '../shapes'
import { levelNames, wording } from '../wording'

/** Words of what residents asked. */
export const inboxWording = {
  title: wording.host.inbox,
  waiting: (n: number, more: boolean) => (n === 0 ? '没有等您回的' : `${n}${more ? ' 件以上' : ' 件'}等您回话`),
  ended: '办完的',
  tabs: '看哪些',
  tab: { open: '等着回', ended: '办完的' },
  empty: '没有人等您回话。居民来问了，这里会亮灯。',
  emptyEnded: '还没有办完的。',
  seeMine: '看我的住户',
  choose: '选一件来看。',
  notMine: (level: number) => `在${levelNames[level] ?? levelNames[3]}那里`,
  anonymous: '不想说是谁',
}

export const nameOf = ({ personName }: { personName: string | null }) => personName ?? inboxWording.anonymous

/** 李奶奶 · 陈家中心户 · 今天 10:20 */
export const noteOf = (row: InboxRow, now: Date) =>
  [nameOf(row), row.hubName, nearTime(row.askedAt, now)].filter(Boolean).join(' · ')
