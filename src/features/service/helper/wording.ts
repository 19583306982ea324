import type { application } from '../../../../types/application'
import type { RefusalOf } from '../../../../types/operation'
import { fullDay } from '../../../platform/dates'
import { statusNames } from '../wording'

/** Words of 帮办代办: naming somebody who does it with me, for this one application. */
export const helperWording = {
  title: '请人帮我办',
  lead: '请谁帮您办？',
  note: '只帮这一件，办完自动结束。您随时可以不让帮。',
  who: '请谁',
  kinds: { gridWorker: '社区网格员', family: '家人、朋友、志愿者' },
  gridWorkerNote: '网格员会给您打电话，也能上门。不收钱。',
  phone: '对方的手机号',
  phoneHint: '对方要用过邻里帮，绑过这个号',
  may: '对方可以看到和做什么',
  mayLines: ['看到这一件里您填的和交的材料', '替您填、替您补、替您问', '看不到您别的事'],
  agree: '我同意，只为办这一件',
  submit: '就请这位',
  done: (name: string) => `${name}来帮您办`,
  doneNote: (until: Date) => `已经告诉对方了。最晚到 ${fullDay(until)} 自动结束。`,
  see: '看办到哪一步',
  goOn: '自己接着填',
  needAgree: '要您同意才行',
}

export function helperRefusal(r: RefusalOf<(typeof application)['nameHelper']>): string {
  switch (r.reason) {
    case 'wrongStatus':
      return `这件是「${statusNames[r.status]}」，不用人帮了`
    case 'nobodyFound':
      return '没有找到这个人。号码对吗？对方要用过邻里帮。'
    case 'alreadyHelped':
      return `已经请了${r.name}，要换人先结束那一位`
    case 'yourself':
      return '这是您自己的号码'
  }
}
