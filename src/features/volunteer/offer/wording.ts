import type { RefusalOf } from '../../../../types/operation'
import type { declineReasons, OfferStatus, volunteer, withdrawReasons } from '../../../../types/volunteer'
import { nearTime } from '../../../platform/dates'

export const declineNames: Record<(typeof declineReasons)[number], string> = {
  busy: '那时候没空',
  tooFar: '太远了',
  knowsParty: '认识当事人，不方便',
  cannotDo: '这事我不会',
  other: '别的原因',
}

export const goneWords: Record<(typeof withdrawReasons)[number], string> = {
  taken: '已经有人去了，谢谢您。',
  cancelled: '人家不用帮了，谢谢您。',
  changed: '人家换了时间，合适的话会再来问您。',
  swapped: '这次请了别人，谢谢您。',
  byStaff: '社区另外安排了人，谢谢您。',
  betterPlan: '请了更近的邻居，谢谢您。',
  left: '这次不用您去了，谢谢您。',
}

export const offerWording = {
  list: '等您回话的',
  listNote: '去不去都行，说不去不影响您。',
  empty: '现在没有事来问您。',
  emptyStep: '看看我有空的时间',
  notVolunteer: '做了志愿者，才会有事来问您。',
  become: '做志愿者',
  title: '您能去吗？',
  neighbour: '邻居',
  minutes: (n: number) => (n >= 60 && n % 30 === 0 ? `大约 ${n / 60} 小时` : `大约 ${n} 分钟`),
  people: (n: number) => `要 ${n} 个人`,
  walk: (n: number) => (n < 1 ? '就在您旁边' : `走路 ${n} 分钟`),
  place: (area: string) => `${area}，接了才看得到门牌`,
  why: '为什么问您',
  staffSay: '社区想请您去',
  yes: '我去',
  no: '去不了',
  noTitle: '去不了也没关系',
  noNote: '不影响您，以后有事照样来问。说一声为什么，下次问得更准。',
  noReason: '为什么去不了',
  noSend: '告诉他们',
  accepted: '接下来了，谢谢您',
  declined: '知道了，不影响您',
  ended: {
    accepted: '您接了这件事',
    declined: '您说过去不了，没关系',
    expired: '没等到您回话，请了别人，不要紧',
    withdrawn: '这件事不用您去了，谢谢您',
  } satisfies Record<Exclude<OfferStatus, 'sent'>, string>,
  toTask: '看我要去的',
  toOffers: '看看别的',
  whyMe: '是怎么挑人的',
}

/** Why an answer was not taken, kindly. */
export function offerRefusal(refusal: RefusalOf<(typeof volunteer)['answerOffer']>): string {
  switch (refusal.reason) {
    case 'gone':
      return goneWords[refusal.why]
    case 'tooLate':
      return '过了回话的时间，已经去问别人了，不要紧。'
    case 'alreadyAnswered':
      return '这件事您已经回过话了。'
    case 'overlaps':
      return `那时候您还有一件事（${nearTime(refusal.span.from, new Date())}），两头赶不上。`
  }
}
