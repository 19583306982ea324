import type { application } from '../../../../types/application'
import type { RefusalOf } from '../../../../types/operation'
import { statusNames } from '../wording'

/** Words of asking whoever is responsible. */
export const talkWording = {
  title: '问经办人',
  who: (department: string, name: string | null) => (name ? `${department} ${name}` : department),
  note: '留了话，对方一有回话就告诉您。',
  empty: '还没有留言。想问什么，写在下面。',
  you: '您',
  field: '想问什么',
  hint: '比如：还差什么？什么时候能好？',
  send: '发出去',
  sent: '发出去了',
  kept: '已保存，联网后自动发出去',
  outbox: (item: string) => `问${item}的经办人`,
  over: '这件已经结束，不能再留言了。有事请打电话。',
}

export function talkRefusal(r: RefusalOf<(typeof application)['say']>): string {
  switch (r.reason) {
    case 'wrongStatus':
      return `这件是「${statusNames[r.status]}」，不能再留言了`
    case 'unfitWords':
      return '这段话没有通过内容检查，换个说法'
    case 'tooManyWaiting':
      return `已经有 ${r.most} 句等着回话，等回了再问`
  }
}
