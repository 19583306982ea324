import { mostCounted } from '../../../../types/application'
import { fullDay } from '../../../platform/dates'
import type { Whose } from '../shapes'
import type { LightFilter } from '../use-queue'

/** More than the cloud counts are not told apart. */
const count = (n: number) => (n > mostCounted ? `${mostCounted}+` : String(n))

/** Words of the queue. */
export const queueWording = {
  title: { mine: '我的待办', unclaimed: '待认领', all: '全部办件', opinions: '等我意见' } satisfies Record<
    Whose,
    string
  >,
  whose: '看谁的',
  order: '先到期的在前',
  lights: '按时限看',
  lightNames: { all: '全部', late: '逾期', soon: '快到期', go: '正常', idle: '暂停' } satisfies Record<
    LightFilter,
    string
  >,
  count,
  spoken: (name: string, n: number) => `${name} ${count(n)} 件`,
  search: '姓名、办件号、事项首字母',
  received: (at: Date, today: boolean) => (today ? '今天收到' : `${fullDay(at).replace(/^周.\((.+)\)$/, '$1')}收到`),
  empty: {
    mine: '您手上没有要办的。',
    unclaimed: '没有等人认领的。',
    all: '这里没有办件。',
    opinions: '没有等您部门意见的。',
  } satisfies Record<Whose, string>,
  emptySearch: '没找到。换个姓名、办件号或事项首字母试试。',
  emptyStep: '看看待认领的',
  select: '选几件一起办',
  selectEnd: '不选了',
  selected: (n: number) => `选了 ${n} 件`,
  selectOne: (name: string) => `选 ${name}`,
  acceptAll: (n: number) => `受理 ${n} 件`,
  acceptSure: (n: number) => `选的 ${n} 件一起受理，承诺的时间马上开始算。有一件不行，就都不受理。`,
  accept: '受理',
  accepted: (n: number) => `受理了 ${n} 件`,
  handOver: '转给同事',
  notAcceptable: (n: number) => `其中 ${n} 件不是等受理的，先去掉`,
}
