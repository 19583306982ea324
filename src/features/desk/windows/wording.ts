import { fullDay } from '../../../platform/dates'
import type { StaffWindow } from '../shapes'

/** Words of service windows: where people come for their one visit. */

const weekdays = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日']

export const windowsWording = {
  title: '办事窗口',
  lead: '要来一趟的人，在这些窗口的时间里约。',
  add: '加一个窗口',
  edit: '改',
  editOf: (name: string) => `改${name}`,
  empty: '还没有窗口，没法约时间。',
  emptyOther: '这里还没有窗口，请管理员加上。',
  newTitle: '加窗口',
  editTitle: '改窗口',
  gone: '这个窗口没有了，或者不归您管。',
  about: '在哪里',
  area: '管哪里',
  areaHint: '住在这里的人约这个窗口；有更近的先约更近的。',
  wholeOf: (name: string) => `整个${name}`,
  name: '窗口名称',
  nameHint: '如：柳桥便民服务中心 2 号窗',
  department: '部门',
  departmentHint: '和事项里写的部门一样，这个部门的事先约到这里',
  place: '地址',
  placeHint: '到门口怎么走，写到楼层',
  phone: '电话',
  week: '什么时候开',
  weekHint: '放假的日子自动不开，调休上班的周末按周一开。',
  weekday: (n: number) => weekdays[n] ?? '',
  span: (n: number, k: number) => `${weekdays[n]}第 ${k} 段`,
  from: '从',
  until: '到',
  capacity: '每半小时几位',
  remove: '去掉',
  closed: '不开',
  addSpan: '加一段',
  addSpanOn: (n: number) => `${weekdays[n]}加一段`,
  copy: '周二到周五照周一',
  closedDays: '哪些天不开',
  closedDaysHint: '只写放假以外的，如停电、搬家。',
  pickDay: '加一天',
  day: (day: string) => fullDay(new Date(`${day}T12:00:00+08:00`)),
  removeDay: (day: string) => `去掉 ${fullDay(new Date(`${day}T12:00:00+08:00`))}`,
  save: '存好',
  saved: '存好了，居民约时间就按这个',
  mistakes: (n: number) => `还有 ${n} 处要改`,
  restored: '接着您上次没存的写。',
  startAgain: '不要了，看现在的',
  overlaps: '和前一段重了',
  neverOpen: '至少开一段时间',
  refusals: {
    outsideYourArea: '这里不归您管，换一个地方',
    hoursOverlap: '有两段时间重了',
    nameTaken: '这里已经有同名的窗口，换个名字',
    belowBooked: (n: number) => `有一个时间已经约了 ${n} 位，不能少于这个数。先改到没人约的日子。`,
  },
}

const clock = (time: string) => time.replace(/^0/, '')

/** When a window is open, in as few lines as it takes: 周一到周五 8:30—11:30、14:00—17:00. */
export function openWords(hours: StaffWindow['hours']): string[] {
  const lines: { first: number; last: number; times: string }[] = []
  for (let weekday = 1; weekday <= 7; weekday++) {
    const times = hours
      .filter((h) => h.weekday === weekday)
      .map((h) => `${clock(h.from)}—${clock(h.until)}`)
      .join('、')
    const before = lines.at(-1)
    if (before?.times === times && before.last === weekday - 1) before.last = weekday
    else if (times) lines.push({ first: weekday, last: weekday, times })
  }
  return lines.map(
    ({ first, last, times }) => `${weekdays[first]}${last > first ? `到${weekdays[last]}` : ''} ${times}`,
  )
}

/** 每半小时 2 位, or from how many to how many. */
export function placesWords(hours: StaffWindow['hours']): string {
  const all = hours.map((h) => h.capacity)
  const [least, most] = [Math.min(...all), Math.max(...all)]
  return least === most ? `每半小时 ${least} 位` : `每半小时 ${least} 到 ${most} 位`
}

/** Days from today on that a window stays shut. */
export function closedWords(days: readonly string[], today: string): string {
  const coming = days.filter((day) => day >= today)
  return coming.length === 0 ? '' : `${coming.map(windowsWording.day).join('、')} 不开`
}
