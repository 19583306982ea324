import type { application } from '../../../../types/application'
import type { RefusalOf } from '../../../../types/operation'
import { clock, fullDay } from '../../../platform/dates'
import { statusNames } from '../wording'

/** Words of correcting what a notice lists, and of supplying what was to follow later. */
export const correctWording = {
  title: { correct: '要补的', supply: '补材料' },
  lead: {
    correct: (n: number) => `这 ${n} 处补好，别的不会再要`,
    supply: (n: number) => `还有 ${n} 样`,
  },
  until: (at: Date) => `${fullDay(at)}${clock(at)} 前补齐就行。填到一半也会存着。`,
  what: '哪里不对',
  how: '怎么补',
  mended: '补好了',
  next: '下一处',
  back: '上一处',
  left: (n: number) => `还有 ${n} 处没补`,
  leftSupply: '先补有的也行，没有的下次再补。',
  form: '填的内容',
  submit: { correct: '补好了，交上去', supply: '交上去' },
  done: (answerBy: Date) => `收到了。最晚 ${fullDay(answerBy)} 告诉您收下没有。`,
  supplied: (still: number) => (still === 0 ? '都齐了，谢谢您' : `收到了，还差 ${still} 样`),
  kept: '已保存，联网后自动提交',
  keptNote: '您补的都在。不用守着，连上网就替您交，只交一次。',
  nothing: '现在没有要补的。',
  see: '看办到哪一步',
  outbox: { correct: (item: string) => `${item}补正`, supply: (item: string) => `${item}补材料` },
}

type CorrectRefusal = RefusalOf<(typeof application)['correct']>
type SupplyRefusal = RefusalOf<(typeof application)['supply']>

export function correctRefusal(r: CorrectRefusal | SupplyRefusal): string {
  switch (r.reason) {
    case 'incomplete':
      return `还差：${[...r.fields.map((f) => f.title), ...r.documents.map((d) => d.name)].join('、')}`
    case 'wrongStatus':
      return `这件已经是「${statusNames[r.status]}」了`
    case 'notAskedFor':
      return '通知里没有要这一样，不用补'
    case 'fileGone':
      return '有一份文件过期了，请重新传'
    case 'notEligible':
      return `${r.why} ${r.goTo}`
    case 'questionsOpen':
    case 'itemChanged':
      return '要求有变动，请打电话问问窗口'
  }
}
