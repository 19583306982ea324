import type { MeetingKind } from '../../../types/hub'
import type { Refusal } from './shapes'

/** Words that every page of the party branch uses. */

export const partyWording = {
  product: '邻里帮 党支部',
  navLabel: '党支部的页面',
  life: '支部生活',
  members: '党员',
  points: '我的积分',
  rules: '积分规则',
  appeals: '申诉',
  branches: '党支部',
  offline: '网断了，连上再看。',
  needSignIn: '登录后才看得到。',
  signIn: '去登录',
  pick: '请选择',
  gone: '没有找到，或者不归您看。',
  missing: '请填写',
  noBranch: '您还不在哪个支部里。书记把您加进来以后，这里就有支部的会。',
}

export const meetingNames: Record<MeetingKind, string> = {
  general: '支部党员大会',
  committee: '支委会',
  group: '党小组会',
  lecture: '党课',
  life: '组织生活会',
}

/** Why something was not done, and what to do instead. */
export function refusalWords(refusal: Refusal): string {
  switch (refusal.reason) {
    case 'outsideYourArea':
      return '那里不归您管'
    case 'noSuchRule':
      return '这一条规则现在不管用了，换一条'
    case 'changedMeanwhile':
      return '刚刚有人改过了，请看看新的再办'
    case 'notBackwards':
      return '规则不能往回管，从今天或以后开始'
    case 'daysWrong':
      return '日子不对，请再选一次'
    case 'capTooSmall':
      return '上限不能比一次的分还少'
    case 'kindFixed':
      return '加分和扣分不能互换，另立一条'
    case 'notForYourself':
      return '自己的分不能自己记，请别的支委来'
    case 'capReached':
      return '这一条这个季度已经到上限了'
    case 'alreadyTakenBack':
      return '这一条已经更正了'
    case 'alreadyAppealed':
      return '这一条已经申诉过了'
    case 'nobodyResponsible':
      return '现在没有人能答复，请找社区'
    case 'alreadyDecided':
      return '别的同事已经答复了'
    case 'nothingThere':
      return '这个季度还没有记录'
    case 'notAPartyMember':
      return '没有这个号码，或者不是这里的党员'
    case 'inAnotherBranch':
      return '这位已经在别的支部里了'
    case 'nameTaken':
      return '这里已经有这个名字的支部'
    case 'alreadyClosed':
      return '这个支部已经撤了'
    case 'alreadyEnded':
      return '这个岗位已经不公开了'
    case 'tooMany':
      return `一个支部最多 ${refusal.most} 人`
    case 'notTheSecretary':
      return '书记要换，请社区来改'
    case 'notAnOfficer':
      return '这件事请书记或支委来办'
    case 'noSuchMeetings':
      return `支部没有${refusal.kind === 'group' ? '党小组' : '支委会'}，开不了${meetingNames[refusal.kind]}`
    case 'timesWrong':
      return '时间不对：结束要在开始后面，最多前后一年'
    case 'alreadyOver':
      return '会已经开始、开过或不开了'
    case 'notForYou':
      return '这个会不用您来'
    case 'notFromAfar':
      return 'name' in refusal ? `${refusal.name}不是流动党员，不能记线上` : '流动党员才能线上参加'
    case 'reasonNeeded':
      return '写一句为什么请假'
    case 'notBegun':
      return '会还没开始'
    case 'notAMember':
      return '名单里有人已经不在支部，请再看一遍'
    case 'somebodyMissing':
      return `还没有记${refusal.name}`
  }
}
