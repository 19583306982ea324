import type { RefusalOf } from '../../../../types/operation'
import type { volunteer } from '../../../../types/volunteer'
import type { DutyProfession } from '../../../../types/volunteer/duty'
import type { IconName } from '../../../components/icon'

export const professionNames: Record<DutyProfession, string> = {
  partyMember: '党员',
  police: '民警',
  doctor: '医生',
  lawyer: '律师',
  safetyVolunteer: '平安志愿者',
  newcomer: '新居民服务',
}
export const professionIcons: Record<DutyProfession, IconName> = {
  partyMember: 'star',
  police: 'shield',
  doctor: 'pulse',
  lawyer: 'scale',
  safetyVolunteer: 'people',
  newcomer: 'home',
}

export const dutyWording = {
  title: '谁在值班',
  tabs: { now: '谁在值班', mine: '我的班', calls: '找我的' },
  all: '都看',
  now: (until: string) => `在，到 ${until.replace(/^今天 /, '')}`,
  next: (at: string) => `下一班 ${at}`,
  walk: (n: number) => `走路 ${n} 分钟`,
  empty: '这会儿没有人值班，一周内也没有排。',
  emptyStep: '请人帮个忙',
  ask: '找他',
  askTitle: (name: string) => `请${name}联系您`,
  askNote: '他看得到您的称呼和这句话，看不到您的号码。急事请打 110、119、120。',
  words: '什么事',
  wordsHint: '可以用键盘上的话筒说',
  send: '告诉他',
  sent: '告诉他了，等他回话',
  me: '这是您的班',
  mineEmpty: '没有您的班。',
  agreed: '您同意公布了',
  notAgreed: '等您同意，同意了才公布',
  agree: '同意公布',
  disagree: '不同意',
  agreedNow: '好，到时候居民看得到',
  disagreedNow: '知道了，已经告诉社区',
  callsEmpty: '还没有人找您。',
  answer: '回话',
  answerTitle: (name: string) => `给${name}回话`,
  answered: (words: string) => `您回了：${words}`,
  answerSent: '回给他了',
  consent: '要先同意隐私保护指引，在“我”里可以看。',
}

type Verbs = 'callDuty' | 'agreeToShift' | 'answerDutyCall'
type RefusalsOf<Verb extends Verbs> = Verb extends Verbs ? RefusalOf<(typeof volunteer)[Verb]> : never
export type DutyRefusal = RefusalsOf<Verbs>

/** Why something about duty was refused. */
export function dutyRefusal(refusal: DutyRefusal): string {
  switch (refusal.reason) {
    case 'consentNeeded':
      return dutyWording.consent
    case 'notOnDuty':
      return '他刚刚下班了，看看别的人。'
    case 'yourself':
      return dutyWording.me
    case 'tooMany':
      return `一天最多找 ${refusal.most} 次，急事请打电话。`
    case 'alreadyOver':
      return '这一班已经过了。'
    case 'alreadyAnswered':
      return '您已经回过话了。'
  }
}
