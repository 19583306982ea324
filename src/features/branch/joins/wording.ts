import { nearTime } from '../../../platform/dates'
import { wording } from '../wording'

/** Words of deciding who lives in a household. */
export const joinsWording = {
  title: wording.community.joins,
  lead: (n: number, more: boolean) => `${n}${more ? ' 位以上' : ' 位'}等着确认`,
  note: '他们说住在这里。看过真住在那儿，就加入那一户。',
  empty: '没有人等着加入。',
  asked: (area: string, at: Date, now: Date) => `${area} · ${nearTime(at, now)}`,
  look: '看说的是哪儿',
  lookNote: '看一次记一次。',
  says: (nickname: string) => `${nickname}说住在`,
  registered: '这个门牌已经登记过，可以直接加入。',
  unregistered: '这个门牌还没登记。先登记这一户，再回来加入。',
  register: '去登记',
  approve: '住在这里，加入这一户',
  approved: '加入了，已经告诉本人',
  decline: '不是这里的',
  reason: '为什么不能加入',
  reasonHint: '本人看得到，比如：请带户口本到社区看一下',
  send: '回复',
  declined: '回复了',
  back: '先不了',
  choose: '选一位来看。',
}
