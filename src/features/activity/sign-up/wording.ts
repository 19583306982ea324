import type { activity } from '../../../../types/activity'
import type { RefusalOf } from '../../../../types/operation'
import { fullTime } from '../../../platform/dates'
import { signUpStatusNames } from '../wording'

export type SignUpRefusal = RefusalOf<(typeof activity)['signUp']>

/** Words of the sign-up form. */
export const signUpWording = {
  title: '报名',
  who: '谁去',
  me: '我自己',
  addFamily: '加一位家人',
  party: '几个人去（含本人）',
  group: '组别',
  invite: '邀请码',
  submit: '报名',
  promise: (cancel: string) => `${cancel} 前都可以退。`,
  consentTitle: '先看看隐私保护指引',
  consentBody: '报名要记下您的昵称、人数和回答，只给主办方看。不同意也可以继续看活动。',
  agree: '同意并报名',
  inviteHint: '主办方给的 6 位码',
  invitedNow: '您收到了主办方的邀请',
}

/** Every refusal of a sign-up, said to the person. */
export function signUpRefusal(r: SignUpRefusal): string {
  switch (r.reason) {
    case 'notOpenYet':
      return `还没开始报名，${fullTime(r.opensAt)} 开始`
    case 'signUpClosed':
      return '报名已经截止了'
    case 'fullNoWaitlist':
      return '名额满了，这次不设候补'
    case 'alreadySignedUp':
      return `已经报过了：${signUpStatusNames[r.status]}`
    case 'overlaps':
      return `和您报的「${r.title}」时间冲突，先退掉那场才能报`
    case 'notEligible':
      return {
        community: '这场只限本社区的邻居。住在这里的话，先到「我」里选好社区',
        volunteers: '这场只限志愿者',
        invited: '邀请码不对，请问主办方要',
        notYourDependant: '您不能替这位邻居报名',
      }[r.why]
    case 'partyTooLarge':
      return `一次最多报 ${r.most} 人`
    case 'chooseGroup':
      return '请选择组别'
    case 'answerMissing':
      return `请回答：${r.label}`
    case 'answerInvalid':
      return `这一项不对：${r.label}`
    case 'consentNeeded':
      return '要先同意隐私保护指引'
  }
}
