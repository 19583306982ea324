import type { RefusalOf } from '../../../types/operation'
import type { MediationDetail, volunteer } from '../../../types/volunteer'
import { nearTime, timeSpan } from '../../platform/dates'

/** All words of 劝架调解. */

type Op = keyof typeof volunteer
type Refused<K extends Op> = RefusalOf<(typeof volunteer)[K]>
export type DisputeRefusal =
  | Refused<'openMediation'>
  | Refused<'withdrawConsent'>
  | Refused<'changeMediator'>
  | Refused<'saveMediationRecord'>
  | Refused<'confirmRecord'>
export type InvitationRefusal = Refused<'invitation'> | Refused<'agreeToMediation'>

export const mediationWording = {
  title: '劝架调解',
  list: '我的劝架调解',
  empty: '没有要劝的架，挺好。',
  ask: '请人来劝',
  haveCode: '我有邀请码',
  needSignIn: '登录后才能看，只有双方和劝架的人看得到。',
  signIn: '去登录',
  offline: '网断了，联网后再看。',
  notFound: '没有这件事，或者跟您没有关系。',
  // Any who is hit or threatened does not wait for a mediator: always on top.
  alarm: '有人动手、有危险，先打 110',
  alarmNote: '劝架的人不能替代警察',
  call: '打 110',
  number: '110',

  how: '怎么劝',
  steps: [
    ['双方都愿意，才去请人', '您把邀请码交给对方，对方点头了我们才找人。'],
    ['劝架的人两边都不认识', '亲戚、熟人、同一网格和隔壁的，都不会来。'],
    ['谈成了写下来，双方都确认', '只有双方和劝架的人看得到，社区的名单里没有。'],
    ['谁都可以随时退出', '确认之前说一声就行，不用讲理由。'],
  ] as const,
  law: '谈成的话有多大用',
  lawWords:
    '双方自愿谈成的，双方都要照着做。它本身不能拿去强制执行：想让它有这个效力，双方要在调解协议生效起 30 天内一起向人民法院申请司法确认；法院确认有效以后，一方不照做，另一方才能申请强制执行。对内容有争议，也可以向法院起诉。',
  lawSource: '依据：《中华人民共和国人民调解法》第三十一条至第三十三条',

  place: '在哪里谈',
  placeExample: '社区调解室',
  placeHint: '双方和劝架的人都看得到，别写自己家门牌',
  invite: '生成邀请码',
  inviteAgain: '换一个邀请码',
  invitesLeft: (n: number) => `还能换 ${n} 次`,
  code: '把这个码交给对方',
  codeUntil: (at: Date) => `只能用一次，${nearTime(at, new Date())} 前有效`,
  share: '发给对方',
  shareTitle: '请您一起坐下来谈谈',
  declined: '对方上次说暂时不想谈。您可以缓一缓再邀请，也可以请社区出面。',
  sideNames: { requester: '提出的一方', other: '另一方' } as const,
  me: '（您）',
  agreed: '愿意谈',
  left: '退出了',
  waiting: '还没回话',
  waitingNote: '收到邀请码的人',
  when: '什么时候',
  mediators: '谁来劝',
  nobodyYet: '还没有定',
  asked: (n: number) => `问了 ${n} 个人，等回话`,
  mediatorStates: { assigned: '会来', inService: '到了', done: '劝完了', cancelled: '不来了' } as const,
  change: '换个人',
  changeAsk: '换一位劝架的人？原来这位不会再来，也不会知道原因。',
  changed: '正在另请人',
  record: '谈成的话',
  version: (n: number) => `第 ${n} 稿`,
  written: (name: string, at: Date) => `${name} 写于 ${nearTime(at, new Date())}`,
  confirmed: (side: string) => `${side}已确认`,
  notYet: (side: string) => `等${side}确认`,
  confirm: '是这样，我确认',
  confirmAsk: '您确认的就是上面这些话。双方都确认以后就不能再改了。',
  confirmedMine: '您已确认',
  newWords: '又有新的一稿，双方都要重新确认。',
  settled: '双方都确认了',
  writeTitle: '把谈成的话写下来',
  writeHint: '一条一条写：谁、做什么、什么时候前。写完双方会收到，请他们确认。',
  save: '发给双方确认',
  saved: '发给双方了',
  withdraw: '我不想谈了',
  withdrawAsk: '退出后这次劝架就取消，对方和劝架的人都会知道。确定吗？',
  withdrawn: '已取消',
  helpPhone: '问问社区',
  heads: {
    over: '这次劝架取消了',
    settled: '谈成了，双方都确认了',
    confirm: '请看一遍，确认谈成的话',
    invite: '先请对方点头',
    waiting: '等对方回话',
    looking: '正在请劝架的人',
    unmet: '暂时没人能来，社区在想办法',
    assigned: '劝架的人定了',
    there: '正在谈',
    done: '谈完了',
  },

  invitation: {
    title: '有人请您谈谈',
    code: '邀请码',
    look: '看看是谁请的',
    from: (name: string) => `${name} 想请人帮忙，跟您一起把事情谈开`,
    note: '对方说了什么我们不会转给您，您说的也不会转给对方。劝架的人两边都不认识。',
    minutes: (n: number) => `大约 ${n} 分钟`,
    until: (at: Date) => `${nearTime(at, new Date())} 前回话`,
    agree: '我愿意谈',
    decline: '这次不谈',
    declineAsk: '我们会告诉对方您这次不想谈，别的什么都不说。',
    declinedDone: '已经告诉对方了',
  },
}

export const headOf = (d: MediationDetail): string => {
  const { heads } = mediationWording
  if (d.status === 'cancelled') return heads.over
  if (d.settled) return heads.settled
  if (d.allowedActions.includes('confirmRecord')) return heads.confirm
  if (d.sides.length < 2) return d.invitation ? heads.waiting : heads.invite
  if (d.status === 'unmet') return heads.unmet
  if (d.status === 'inService') return heads.there
  if (d.status === 'assigned') return heads.assigned
  return d.status === 'done' || d.status === 'confirmed' || d.status === 'rated' ? heads.done : heads.looking
}

export const spansOf = (d: Pick<MediationDetail, 'windows'> & { span?: MediationDetail['span'] }): string =>
  (d.span ? [d.span] : d.windows).map(({ from, until }) => timeSpan(from, until)).join('；或 ')

export function disputeRefusal(refusal: DisputeRefusal): string {
  switch (refusal.reason) {
    case 'wrongStatus':
      return '情况变了，请看看现在是什么样'
    case 'otherAgreed':
      return '对方已经愿意谈了'
    case 'tooManyInvitations':
      return `一件事最多邀请 ${refusal.most} 次，请社区出面吧`
    case 'settled':
      return '双方都确认了，不能再改'
    case 'tooLate':
      return '已经开始了，换不了人'
    case 'notThereYet':
      return '到了现场、签到以后才能写'
    case 'changedMeanwhile':
      return '刚才又有新的一稿，请先看看'
    case 'tooManyVersions':
      return `最多写 ${refusal.most} 稿`
    case 'notTheNewest':
      return '又有新的一稿，请看新的'
    case 'alreadyConfirmed':
      return '您已经确认过了'
  }
}

export function invitationRefusal(refusal: InvitationRefusal): string {
  switch (refusal.reason) {
    case 'noSuchInvitation':
      return '这个码不对、过期了或已经用过，请对方再发一个'
    case 'ownDispute':
      return '这是您自己的事，请把码交给对方'
    case 'consentNeeded':
      return '请先看一下隐私说明，同意后再来'
    case 'noSuchArea':
      return '没有这个地方'
  }
}
