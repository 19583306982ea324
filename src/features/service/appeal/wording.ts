import type { application } from '../../../../types/application'
import type { RefusalOf } from '../../../../types/operation'
import { fullDay } from '../../../platform/dates'
import { statusNames } from '../wording'

/** Words of asking the supervisor to look at a decision again. */
export const appealWording = {
  title: '申诉',
  lead: '请监督员再看一遍',
  note: '监督员不归办事的部门管。申诉不收钱，也不会让人为难您。',
  decision: '原来的决定',
  field: '哪里不对，您怎么想',
  hint: '写清楚哪一条不认，有什么材料能说明',
  submit: '交上去',
  done: (at: Date) => `收到了。最晚 ${fullDay(at)} 答复您。`,
  not: '现在不能申诉。',
  other: '对决定不服，也可以依法申请行政复议，或者到法院起诉。',
}

export function appealRefusal(r: RefusalOf<(typeof application)['appeal']>): string {
  switch (r.reason) {
    case 'wrongStatus':
      return `这件是「${statusNames[r.status]}」，现在不能申诉`
    case 'tooLate':
      return `申诉到 ${fullDay(r.until)} 为止，已经过了`
    case 'alreadyAppealed':
      return '已经申诉过了，监督员在看'
    case 'unfitWords':
      return '这段话没有通过内容检查，换个说法'
  }
}
