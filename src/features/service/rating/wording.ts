import type { application } from '../../../../types/application'
import type { RefusalOf } from '../../../../types/operation'
import { fullDay, fullTime } from '../../../platform/dates'
import { statusNames } from '../wording'

/** 好差评 in words: five levels, each with its name. */
export const levelNames: Record<number, string> = {
  5: '非常满意',
  4: '满意',
  3: '基本满意',
  2: '不满意',
  1: '非常不满意',
}

export const ratingWording = {
  title: '评一评',
  ask: '这件事办得怎么样？',
  about: (item: string, department: string) => `${item} · ${department}`,
  words: '想说的话',
  hint: { good: '哪里好，说给大家听', poor: '哪里不好，我们改。会有人给您打电话。' },
  promise: '经办人看不到是谁评的。7 天内可以改。',
  submit: '提交评价',
  thanks: '谢谢您，记下了',
  callBack: (at: Date) => `对不起，没办好。最晚 ${fullDay(at)} 有人给您回电话。`,
  notNow: '现在还不能评价，办好以后再来。',
}

export function ratingRefusal(r: RefusalOf<(typeof application)['rate']>): string {
  switch (r.reason) {
    case 'wrongStatus':
      return `这件是「${statusNames[r.status]}」，现在不能评价`
    case 'tooLate':
      return `评价到 ${fullTime(r.until)} 为止，现在改不了了`
    case 'unfitWords':
      return '这段话没有通过内容检查，换个说法'
  }
}
