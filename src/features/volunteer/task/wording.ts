import type { RefusalOf } from '../../../../types/operation'
import type { AssignmentStatus, volunteer } from '../../../../types/volunteer'
import type { LightKind } from '../../../components/light'
import { nearTime } from '../../../platform/dates'

export const taskLights: Record<AssignmentStatus, { kind: LightKind; words: string }> = {
  assigned: { kind: 'go', words: '说好要去' },
  inService: { kind: 'go', words: '正在帮' },
  done: { kind: 'idle', words: '帮完了' },
  cancelled: { kind: 'idle', words: '不用去了' },
}

export const taskWording = {
  list: '我去帮的',
  empty: '还没有要去的。',
  emptyStep: '看看等我回话的',
  title: '我去帮忙',
  heads: {
    assigned: (when: string, deed: string) => `${when}，${deed}`,
    onTheWay: (name: string) => `在路上，${name}知道您出发了`,
    inService: (name: string) => `您到了，正在帮${name}`,
    done: '帮完了，谢谢您',
    cancelled: '这次不用去了',
  },
  lead: '带我过去',
  callBack: '请他回电话',
  callBackSent: '已经告诉他了，等他回电话',
  message: '发消息',
  relay: '平台转接，互相看不到号码',
  said: '他说的',
  speaks: (names: string) => `说${names}更方便`,
  others: (names: string) => `一起去的还有${names}`,
  owner: (name: string) => `有事找社区的${name}`,
  call: (phone: string) => `打 ${phone}`,
  setOut: '出发',
  checkIn: '我到了',
  checkOut: '办完了',
  steps: { setOut: '告诉他了，路上小心', checkIn: '好，开始计时', checkOut: '时长记下了，谢谢您' },
  kept: '已保存，联网后自动提交',
  outbox: '帮忙的进度',
  farAsk: '定位说您离得还有点远，真的到了吗？',
  farYes: '真的到了',
  farNo: '还没到',
  giveBack: '去不了了',
  giveBackNote: '马上另找人去，不影响您。早一点说，人家好安排。',
  giveBackYes: '请别人去',
  givenBack: '知道了，已经在另找人',
  reason: '为什么去不了',
  block: '以后不想再去他家',
  blockAsk: '以后不会再安排您去他家，他不会知道。',
  blockYes: '以后不去了',
  blocked: '记下了，没有别人知道',
  early: (opens: string) => `${opens} 才能点到了`,
}

type Steps = 'setOut' | 'checkIn' | 'checkOut' | 'giveBack'
type RefusalsOf<Verb extends Steps> = Verb extends Steps ? RefusalOf<(typeof volunteer)[Verb]> : never
export type TaskRefusal = RefusalsOf<Steps>

/** Why a step was refused. */
export function taskRefusal(refusal: TaskRefusal): string {
  switch (refusal.reason) {
    case 'wrongStatus':
      return '刚刚有变化，已经换成最新的了。'
    case 'notNow':
      return `还早，${taskWording.early(nearTime(refusal.opensAt, new Date()))}。`
    case 'tooFar':
      return '离得还有点远，到了门口再点。'
    case 'tooLate':
      return '已经到时间了，现在不能退了，有事请打社区电话。'
  }
}
