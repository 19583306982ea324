import type { HelpKind } from '../../types/volunteer'

/** Words of 志愿匹配 that travel: into notices, messages, letters. */
export const helpKindNames: Record<HelpKind, string> = {
  escort: '陪去看病',
  errand: '代买代取',
  lift: '搬抬东西',
  repair: '修水管家具',
  electric: '修电路插座',
  phone: '教用手机',
  company: '陪聊做伴',
  care: '临时照看',
  health: '量血压看药单',
  law: '问法律',
  interpret: '方言翻译',
  paperwork: '填表写信',
  study: '辅导功课',
  work: '找工作',
  mediation: '劝架调解',
  other: '别的忙',
}

/** What stands where a volunteer was who has deleted the account. */
export const forgottenVolunteer = {
  name: '已注销',
  surname: '某',
  words: '（写的人已注销，内容已删除）',
  somebody: '志愿者',
}
