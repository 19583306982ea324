import { fullTime } from '../../../platform/dates'

/** Words of the day's appointments. */
export const visitsWording = {
  title: '预约',
  day: '哪一天',
  pick: '选日子',
  code: '预约码',
  codeHint: '居民手机上或纸上的码',
  scan: '扫码签到',
  checkIn: '签到',
  done: (name: string, item: string, visits: number) => `${name}到了，办「${item}」，第 ${visits} 次来`,
  empty: '这天没有预约。',
  status: { booked: '约好了', checkedIn: '来了', cancelled: '取消了', missed: '没来' },
  refusals: {
    unknownCode: '没有这个码，核对一下',
    wrongDay: (at: Date) => `约的是 ${fullTime(at)}，不是今天`,
    alreadyOver: '这个码已经用过或取消了',
  },
}
