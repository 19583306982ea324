import type { RefusalOf } from '../../../../types/operation'
import type { volunteer } from '../../../../types/volunteer'
import type { TeamKind } from '../../../../types/volunteer/team'

export const teamKindNames: Record<TeamKind, string> = {
  hometown: '老乡帮帮团',
  mediation: '街面劝架服务团',
  work: '就业扶助团队',
  guard: '家园卫士',
  policy: '理论导读队',
  free: '志愿团队',
}

export const teamWording = {
  list: '志愿团队',
  mine: '我在的',
  all: '附近的',
  empty: '附近还没有志愿团队。',
  emptyMine: '您还没有加入团队。',
  emptyStep: '看看附近的',
  title: '志愿团队',
  members: (n: number) => `${n} 人`,
  leader: (name: string) => `${name}带队`,
  homeOf: (home: string) => `${home}老乡`,
  parts: { none: '', asked: '等带队的人同意', member: '您在这个队', leader: '您带队' },
  about: '做什么',
  join: '我要加入',
  joined: '跟带队的人说了，等回话',
  leave: '退出团队',
  takeBack: '不加入了',
  leaveAsk: '退出以后，团队的事不再叫您，想回来再申请。',
  left: '退出了',
  become: '做志愿者才能加入',
  who: '队里的人',
  asking: (n: number) => `${n} 人等您同意`,
  accept: '同意',
  refuse: '不同意',
  remove: '请出队',
  refuseTitle: (name: string) => `不让${name}加入`,
  removeTitle: (name: string) => `请${name}出队`,
  reason: '为什么',
  reasonHint: '他会看到这句话',
  send: '就这样',
  decided: '好了，他会收到消息',
  handOver: '交给他带队',
  handOverAsk: (name: string) => `以后由${name}带队，您还在队里。`,
  handOverYes: '交给他',
  handedOver: '交好了',
  change: '改介绍',
}

type Verbs = 'joinTeam' | 'leaveTeam' | 'decideMember' | 'handOverTeam'
type RefusalsOf<Verb extends Verbs> = Verb extends Verbs ? RefusalOf<(typeof volunteer)[Verb]> : never
export type TeamRefusal = RefusalsOf<Verbs>

/** Why a step in a team was refused. */
export function teamRefusal(refusal: TeamRefusal): string {
  switch (refusal.reason) {
    case 'notAVolunteer':
      return '先做志愿者，社区通过了就能加入。'
    case 'alreadyIn':
      return '您已经在队里，或者已经申请过了。'
    case 'notIn':
      return '您不在这个队里。'
    case 'leadsIt':
      return '带队的人先把队交给别人。'
    case 'noSuchAsk':
      return '这个人刚刚有变化，已经换成最新的了。'
    case 'reasonNeeded':
      return '请写一句为什么。'
    case 'leaderNotFit':
      return '他现在不能带队，请换一个人。'
  }
}
