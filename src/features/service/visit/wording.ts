import type { application } from '../../../../types/application'
import type { RefusalOf } from '../../../../types/operation'
import { clock, fullDay, fullTime } from '../../../platform/dates'
import { statusNames } from '../wording'

/** Words of the one visit: choosing a time, and the ticket. */
export const visitWording = {
  title: '约时间',
  lead: '就来这一次',
  note: '约好了到点就办，不用排队。不来也不算您跑过。',
  where: '去哪里',
  bring: '带上这些',
  bringNothing: '什么都不用带。',
  day: '哪天来',
  time: '几点',
  morning: '上午',
  afternoon: '下午',
  free: (n: number) => `剩 ${n} 个`,
  noneLeft: '满了',
  full: '这天满了，换一天。',
  none: '这两周都约满了，打电话问问窗口。',
  choose: '先选个时间',
  book: (at: Date) => `就约 ${clock(at)}`,
  dayOf: (at: Date) => fullDay(at),
  ask: '打电话问',
  call: (phone: string) => `打电话 ${phone}`,
  ticket: {
    title: '预约码',
    lead: (at: Date) => `${fullTime(at)}`,
    show: '到了给窗口看这个码',
    code: (code: string) => `报这个号也行：${code}`,
    qr: '预约码的二维码',
    cancel: '取消预约',
    cancelAsk: '取消这个时间吗？不算跑过，可以再约。',
    cancelYes: '取消预约',
    cancelled: '取消了',
    calendar: '记到日历',
  },
  noNeed: '这件事不用您来。',
  see: '看办到哪一步',
}

export function bookRefusal(r: RefusalOf<(typeof application)['bookVisit']>): string {
  switch (r.reason) {
    case 'wrongStatus':
      return `这件是「${statusNames[r.status]}」，现在不用来`
    case 'slotFull':
      return '这个时间刚被约走，换一个'
    case 'notASlot':
      return '这个时间不能约，换一个'
    case 'noVisitNeeded':
      return visitWording.noNeed
    case 'alreadyBooked':
      return `已经约了 ${fullTime(r.startsAt)}，不用再约`
    case 'alreadyVisited':
      return '您已经来过了，不用再跑第二次'
  }
}

export function cancelRefusal(r: RefusalOf<(typeof application)['cancelVisit']>): string {
  return r.reason === 'tooLate' ? '快到时间了，取消不了。来不了请打电话说一声' : '这个预约已经结束了'
}
